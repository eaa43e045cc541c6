//! What the layers of a formula did, in sentences.

use super::{about, explanation};
use crate::base::{Fraction, Lang, Rounding};
use crate::policy::{FillOutcome, LayerKind, LayerReason, Reason};

/// Says in sentences what a layer did for a recipient (段階ごとの説明文).
///
/// ```
/// use vsys_core::base::{Lang, Path, Quantity, SiteId, Units};
/// use vsys_core::explain::layer_reason;
/// use vsys_core::policy::{Column, Missing, PolicyRequest, bundled, evaluate};
/// use vsys_core::rulebook::RuleBook;
///
/// let book = RuleBook::bundled()?;
/// let (entry, policy) = bundled(&book, "cycle-1")?;
/// let ids = ["13".parse::<SiteId>()?];
/// let request = PolicyRequest { policy: &policy, at: Path::root(), supply: None, ids: &ids, columns: &[], missing: Missing::Refuse, explain: true };
/// let answer = evaluate(&request)?;
/// let text = layer_reason(&answer.value().reasons[0][1], Lang::Ja);
/// assert_eq!(text, "段階 largest（定数）: 4。4 と定められています。");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn layer_reason(of: &LayerReason, lang: Lang) -> String {
    let why = match lang {
        Lang::En => english(of),
        Lang::Ja => japanese(of),
    };
    let (layer, amount) = (&of.layer, of.amount);
    match (lang, of.kind) {
        (Lang::En, LayerKind::Cut) => format!("Layer {layer} ({}): −{amount}. {why}", of.kind.as_str()),
        (Lang::En, kind) => format!("Layer {layer} ({}): {amount}. {why}", kind.as_str()),
        (Lang::Ja, LayerKind::Cut) => format!("段階 {layer}（{}）: −{amount}。{why}", of.kind.ja()),
        (Lang::Ja, kind) => format!("段階 {layer}（{}）: {amount}。{why}", kind.ja()),
    }
}

/// A figure as it is read: whole, or as a fraction with its first decimals.
fn figure(of: Fraction, lang: Lang) -> String {
    match (of.denominator(), lang) {
        (1, _) => of.floor().to_string(),
        (_, Lang::En) => format!("{of} (about {})", about(of)),
        (_, Lang::Ja) => format!("{of}（約 {}）", about(of)),
    }
}

const fn rounding_name(rounding: Rounding, lang: Lang) -> &'static str {
    match (rounding, lang) {
        (Rounding::Ceil, Lang::En) => "rounded up",
        (Rounding::Ceil, Lang::Ja) => "切り上げ",
        (Rounding::Floor, Lang::En) => "rounded down",
        (Rounding::Floor, Lang::Ja) => "切り捨て",
        (Rounding::HalfUp, Lang::En) => "rounded half up",
        (Rounding::HalfUp, Lang::Ja) => "四捨五入",
    }
}

fn english(of: &LayerReason) -> String {
    let figure = |of: Fraction| figure(of, Lang::En);
    match &of.reason {
        Reason::NotSelected => "It takes no part in this layer.".to_owned(),
        Reason::Given { target, stock, share, unit, exact, rounding } => {
            let rounded = rounding.filter(|_| exact.denominator() > 1).map(|by| rounding_name(by, Lang::En));
            let rounded = rounded.map_or_else(String::new, |by| format!(", {by}"));
            match stock {
                None if of.kind == LayerKind::Fixed => format!("The amount is fixed at {}{rounded}.", figure(*exact)),
                None => format!("What it asks for is given in full: {}{rounded}.", figure(*exact)),
                Some(stock) if stock >= target => {
                    format!(
                        "The target {} is reached: {} lie there or were delivered.",
                        figure(*target),
                        figure(*stock)
                    )
                }
                Some(stock) => {
                    let part = if *share == Fraction::whole(1) { String::new() } else { format!("{share} × ") };
                    let unit = if *unit == 1 { String::new() } else { format!(" ÷ {unit}") };
                    let (target, stock) = (figure(*target), figure(*stock));
                    format!("{part}({target} − {stock}){unit} = {}{rounded}.", figure(*exact))
                }
            }
        }
        Reason::Shared(shared) => explanation(shared, "", Lang::En),
        Reason::Each { request, requests, budget, exact, rounding } => format!(
            "It asked for {request}, all together for {requests}; {budget} were there: {}, {}.",
            figure(*exact),
            rounding_name(*rounding, Lang::En)
        ),
        Reason::Filled { rate, rank, wanted, used_before, budget, outcome } => {
            let place = match (rate, rank) {
                (Some(rate), Some(rank)) => format!("Its rate is {}, place {rank} in the order. ", figure(*rate)),
                _ => String::new(),
            };
            let budget = budget.map_or_else(String::new, |budget| format!(" of {budget}"));
            let what = match outcome {
                FillOutcome::Full => {
                    format!("It wanted {wanted} and got all, {used_before}{budget} being used before it.")
                }
                FillOutcome::Part => {
                    format!("It wanted {wanted} and got what was left, {used_before}{budget} being used before it.")
                }
                FillOutcome::BudgetUsed => format!("It wanted {wanted}; {used_before}{budget} were used before it."),
                FillOutcome::BeyondMost => format!("It wanted {wanted}; its place lies beyond those that are served."),
                FillOutcome::NoRate => "It has no rate: what the rate is divided by is zero.".to_owned(),
                FillOutcome::NothingWanted => "It wanted nothing here.".to_owned(),
            };
            place + &what
        }
        Reason::Cut { of, stock, above, before, exact, rounding, cut } => {
            let (stock, above) = (figure(*stock), figure(*above));
            if *cut {
                let by = rounding_name(*rounding, Lang::En);
                format!(
                    "Its stock {stock} lies above {above}: of {before} from the layer {of}, {} is kept, {by}.",
                    figure(*exact)
                )
            } else {
                format!("Its stock {stock} does not lie above {above}: the {before} from the layer {of} stay.")
            }
        }
    }
}

fn japanese(of: &LayerReason) -> String {
    let figure = |of: Fraction| figure(of, Lang::Ja);
    match &of.reason {
        Reason::NotSelected => "この段階の対象ではありません。".to_owned(),
        Reason::Given { target, stock, share, unit, exact, rounding } => {
            let rounded = rounding.filter(|_| exact.denominator() > 1).map(|by| rounding_name(by, Lang::Ja));
            let rounded = rounded.map_or_else(String::new, |by| format!("を{by}"));
            match stock {
                None if of.kind == LayerKind::Fixed => format!("{}{rounded} と定められています。", figure(*exact)),
                None => format!("希望どおり全量 {}{rounded} を配分します。", figure(*exact)),
                Some(stock) if stock >= target => {
                    format!("在庫・配送済み {} が目標 {} に達しています。", figure(*stock), figure(*target))
                }
                Some(stock) => {
                    let part = if *share == Fraction::whole(1) { String::new() } else { format!("{share} × ") };
                    let unit = if *unit == 1 { String::new() } else { format!(" ÷ {unit}") };
                    let (target, stock) = (figure(*target), figure(*stock));
                    format!("{part}（{target} − {stock}）{unit} = {}{rounded}。", figure(*exact))
                }
            }
        }
        Reason::Shared(shared) => explanation(shared, "", Lang::Ja),
        Reason::Each { request, requests, budget, exact, rounding } => format!(
            "希望 {request}（全体の希望 {requests}）に対し {budget} を按分し、{} を{}します。",
            figure(*exact),
            rounding_name(*rounding, Lang::Ja)
        ),
        Reason::Filled { rate, rank, wanted, used_before, budget, outcome } => {
            let place = match (rate, rank) {
                (Some(rate), Some(rank)) => format!("率は {}、順位は {rank} 位です。", figure(*rate)),
                _ => String::new(),
            };
            let budget = budget.map_or_else(String::new, |budget| format!("{budget} のうち "));
            let what = match outcome {
                FillOutcome::Full => {
                    format!("ここまでに{budget}{used_before} が使われ、希望 {wanted} の全量を得ます。")
                }
                FillOutcome::Part => {
                    format!("ここまでに{budget}{used_before} が使われ、希望 {wanted} に対し残り分を得ます。")
                }
                FillOutcome::BudgetUsed => {
                    format!("希望は {wanted} ですが、前の順位までに{budget}{used_before} が使われています。")
                }
                FillOutcome::BeyondMost => format!("希望は {wanted} ですが、対象となる順位の外です。"),
                FillOutcome::NoRate => "率の分母が0のため順位がありません。".to_owned(),
                FillOutcome::NothingWanted => "ここでの希望はありません。".to_owned(),
            };
            place + &what
        }
        Reason::Cut { of, stock, above, before, exact, rounding, cut } => {
            let (stock, above) = (figure(*stock), figure(*above));
            if *cut {
                let by = rounding_name(*rounding, Lang::Ja);
                format!(
                    "在庫 {stock} が基準 {above} を超えるため、段階 {of} の {before} のうち {} を{by}して残します。",
                    figure(*exact)
                )
            } else {
                format!("在庫 {stock} は基準 {above} を超えないため、段階 {of} の {before} はそのままです。")
            }
        }
    }
}
