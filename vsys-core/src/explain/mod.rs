//! F4: explanations in Japanese and English sentences, made from the structured figures alone.

mod policy;
mod what_if;

pub use policy::layer_reason;
pub use what_if::what_if_text;

use crate::allocation::{Bound, Decided, Explanation, Method, Origin};
use crate::base::{Fraction, Lang};

/// Says in sentences why a recipient got what it got (配分理由の説明文). `name` stands beside the id when
/// the caller knows one.
///
/// ```
/// use vsys_core::allocation::{ApportionRequest, Recipient, apportion};
/// use vsys_core::base::{Lang, Quantity, Units, Weight};
/// use vsys_core::explain::explanation;
/// let recipients = vec![
///     Recipient::new("131032".parse()?, Weight::try_new(5)?),
///     Recipient::new("131105".parse()?, Weight::try_new(3)?),
/// ];
/// let answer = apportion(&ApportionRequest::new(Units::try_new(7)?, recipients).explained())?;
/// let text = explanation(&answer.value().explanations()[0], "港区", Lang::En);
/// assert!(text.contains("7 × 5 / 8 = 35/8"), "{text}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explanation(of: &Explanation, name: &str, lang: Lang) -> String {
    let sentences = match lang {
        Lang::En => english(of, name),
        Lang::Ja => japanese(of, name),
    };
    sentences.join(if lang == Lang::En { " " } else { "" })
}

/// The method's name in a language.
pub const fn method_name(method: Method, lang: Lang) -> &'static str {
    match (method, lang) {
        (Method::LargestRemainder, Lang::En) => "largest remainder",
        (Method::LargestRemainder, Lang::Ja) => "最大剰余法",
        (Method::Webster, Lang::En) => "Webster",
        (Method::Webster, Lang::Ja) => "ウェブスター法",
        (Method::Jefferson, Lang::En) => "Jefferson",
        (Method::Jefferson, Lang::Ja) => "ジェファーソン法",
        (Method::Adams, Lang::En) => "Adams",
        (Method::Adams, Lang::Ja) => "アダムズ法",
        (Method::Hill, Lang::En) => "Hill",
        (Method::Hill, Lang::Ja) => "ヒル法",
    }
}

fn english(of: &Explanation, name: &str) -> Vec<String> {
    let mut text = vec![format!("{} received {}.", titled(&of.id, name, Lang::En), of.amount)];
    match of.origin {
        Origin::Imported => text.push("The amount was fixed beforehand and imported (CYC-5).".to_owned()),
        Origin::Share => {
            text.push(format!("It is a fixed percentage of the {} its giver received (ALC-10).", of.supply))
        }
        Origin::Edited => text.push("A hand changed the proposal.".to_owned()),
        Origin::Proposal => {}
    }
    if of.recipients == 0 {
        return text;
    }
    if let Some(quota) = of.quota {
        text.push(format!(
            "By {} among {} recipients: its quota is {} × {} / {} = {} (about {}).",
            method_name(of.method, Lang::En),
            of.recipients,
            of.supply,
            of.weight,
            of.weights,
            quota,
            about(quota)
        ));
    }
    text.push(match of.bound {
        Bound::Floor => format!("Its floor of {} holds its share at {}.", of.floor, of.share),
        Bound::Cap => format!("Its cap of {} holds its share down to {}.", of.cap.unwrap_or(of.floor), of.share),
        Bound::Free if of.quota == Some(of.share) => "No floor and no cap changes its share.".to_owned(),
        Bound::Free => {
            format!(
                "As floors and caps of others move the level, its share is {} (about {}).",
                of.share,
                about(of.share)
            )
        }
    });
    if let Some(rank) = of.rank {
        text.push(format!(
            "Its remainder {} ranks {} of {}; the first {} were rounded up.",
            of.share.remainder(),
            rank,
            of.remainders,
            of.rounded_up
        ));
    }
    if let Some(last) = of.last_priority {
        text.push(format!("Its last unit had the priority {last}."));
    }
    if let Some(next) = of.next_priority {
        text.push(format!("The next one would have had {next}, which was not enough."));
    }
    if let Some(decided) = of.tie {
        text.push(format!(
            "Equal claims met the end of the supply; {} decided.",
            match decided {
                Decided::LargerWeight => "the larger weight",
                Decided::SmallerCode => "the smaller code",
            }
        ));
    }
    text
}

fn japanese(of: &Explanation, name: &str) -> Vec<String> {
    let mut text = vec![format!("{}の配分は {} です。", titled(&of.id, name, Lang::Ja), of.amount)];
    match of.origin {
        Origin::Imported => text.push("事前に決められ一括登録された量です（CYC-5）。".to_owned()),
        Origin::Share => text.push(format!("配分元が受領した {} に対する割合で決まります（ALC-10）。", of.supply)),
        Origin::Edited => text.push("自動入力の値が手で修正されています。".to_owned()),
        Origin::Proposal => {}
    }
    if of.recipients == 0 {
        return text;
    }
    if let Some(quota) = of.quota {
        text.push(format!(
            "{}により {} 件で分け、取り分は {} × {} ÷ {} = {}（約 {}）です。",
            method_name(of.method, Lang::Ja),
            of.recipients,
            of.supply,
            of.weight,
            of.weights,
            quota,
            about(quota)
        ));
    }
    text.push(match of.bound {
        Bound::Floor => format!("下限 {} により {} になります。", of.floor, of.share),
        Bound::Cap => format!("上限 {} により {} に抑えられます。", of.cap.unwrap_or(of.floor), of.share),
        Bound::Free if of.quota == Some(of.share) => "上下限の影響はありません。".to_owned(),
        Bound::Free => {
            format!("ほかの配分先の上下限により水準が動き、{}（約 {}）になります。", of.share, about(of.share))
        }
    });
    if let Some(rank) = of.rank {
        text.push(format!(
            "端数 {} は {} 件中 {} 位で、上位 {} 件が切り上げられました。",
            of.share.remainder(),
            of.remainders,
            rank,
            of.rounded_up
        ));
    }
    if let Some(last) = of.last_priority {
        text.push(format!("最後の1単位の優先度は {last} でした。"));
    }
    if let Some(next) = of.next_priority {
        text.push(format!("次の1単位の優先度は {next} で、届きませんでした。"));
    }
    if let Some(decided) = of.tie {
        text.push(format!(
            "供給の末尾で同順位となり、{}で決まりました。",
            match decided {
                Decided::LargerWeight => "重みの大きい順",
                Decided::SmallerCode => "コードの小さい順",
            }
        ));
    }
    text
}

fn titled(id: &str, name: &str, lang: Lang) -> String {
    match (name.is_empty(), lang) {
        (true, _) => id.to_owned(),
        (false, Lang::En) => format!("{name} ({id})"),
        (false, Lang::Ja) => format!("{name}（{id}）"),
    }
}

/// A fraction cut after three decimals, for reading only; the exact one stands beside it.
fn about(fraction: Fraction) -> String {
    let thousandths = fraction.remainder().numerator() * 1_000 / fraction.denominator();
    format!("{}.{thousandths:03}", fraction.floor())
}
