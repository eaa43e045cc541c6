//! The summer of 2021 for a planner: two methods compared, one formula told layer by layer, one «what if».
//!
//! Real populations and supplies; the five towns of the formula are invented, as requests and rates were not published.
//!
//! ```sh
//! cargo run -q --release --example summer_2021 -- [--lang en]
//! ```

use std::process::ExitCode;

use vsys_core::allocation::{ApportionRequest, ColumnsRequest, FirstUnits, Method, Recipient, apportion_columns};
use vsys_core::base::{Fraction, Lang, Path, Quantity, Refusal, SiteId, Units, Weight};
use vsys_core::explain::{layer_reason, method_name, what_if_text};
use vsys_core::policy::{Column, Missing, PolicyRequest, bundled, evaluate};
use vsys_core::rulebook::{AgeBands, RuleBook};
use vsys_core::simulation::{
    Fairness, Lever, ParadoxKind, ParadoxSearch, Scenario, SimulationBase, compare, find_paradox, simulate, what_if,
};
use vsys_examples::{Words, grouped, say};

/// Doses a box of Pfizer from 2021-05-10 (F-PACK).
const DOSES: u32 = 1_170;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let reader = Words::new(&words, &["--lang"]);
    let lang = reader.lang();
    if !reader.faults.is_empty() {
        reader.faults.iter().for_each(|fault| eprintln!("{fault}"));
        return ExitCode::from(2);
    }
    match tell(lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("summer_2021: {why}");
            ExitCode::from(2)
        }
    }
}

type Told = Result<(), Box<dyn std::error::Error>>;

fn tell(lang: Lang) -> Told {
    let book = RuleBook::bundled()?;
    two_methods(&book, lang)?;
    scenarios(&book, lang)?;
    formula(&book, lang)?;
    one_box_more(&book, lang)?;
    paradox(lang)
}

fn from_12_to_64(bands: AgeBands) -> u64 {
    5 * bands.from_15_to_64 + 3 * bands.from_10_to_14
}

/// The basic frame of cycle 9: 8,000 boxes for 1,741 municipalities by population 12–64.
fn two_methods(book: &RuleBook, lang: Lang) -> Told {
    println!(
        "{}",
        say(
            lang,
            "1. 二つの方式: 基本枠8,000箱を1,741市区町村へ",
            "1. Two methods: the basic frame of 8,000 boxes for 1,741 municipalities"
        )
    );
    let weights: Vec<u64> = book.municipalities().recipients().map(|town| from_12_to_64(town.population)).collect();
    let people: Vec<u64> = weights.iter().map(|five_times| five_times / 5).collect();
    let methods = [Method::LargestRemainder, Method::Adams];
    let share = |method| -> Result<Vec<u64>, Box<dyn std::error::Error>> {
        let request = ColumnsRequest { method: Some(method), ..ColumnsRequest::new(Units::try_new(8_000)?, &weights) };
        Ok(apportion_columns(&request)?.into_value().amounts)
    };
    let [first, second] = [share(methods[0])?, share(methods[1])?];
    let compared = compare([&first, &second], &people, DOSES);
    for (method, fair) in methods.into_iter().zip(&compared.fairness) {
        println!("  {}: {}", method_name(method, lang), fairness(fair, lang));
    }
    let (gainers, losers, boxes) = (compared.gainers, compared.losers, compared.gained);
    println!(
        "  {}\n",
        say(
            lang,
            format!(
                "アダムズ法では小さな町村など {gainers} 団体が増え、{losers} 団体が減ります（動くのは {boxes} 箱）。全団体に1箱が届く代わりに、大都市の1人あたりが下がります。"
            ),
            format!(
                "By Adams {gainers} municipalities, the small ones, gain and {losers} lose; {boxes} boxes move. Everybody has a box, and the large cities pay for it by doses per person."
            ),
        )
    );
    Ok(())
}

fn fairness(fair: &Fairness, lang: Lang) -> String {
    let about = |fraction: Fraction| {
        let thousandths = fraction.remainder().numerator() * 1_000 / fraction.denominator();
        format!("{}.{thousandths:03}", fraction.floor())
    };
    let per_person = fair.per_person.map(|of| [of.least, of.median, of.most].map(about)).unwrap_or_default();
    let [least, median, most] = per_person;
    let far = fair.largest_deviation.map_or_else(String::new, |far| about(far.distance));
    let (nothing, violations) = (fair.with_nothing, fair.below_quota + fair.above_quota);
    say(
        lang,
        format!(
            "0箱 {nothing} 団体、取り分からの最大のずれ {far} 箱、取り分の上下1箱を超える {violations} 団体、1人あたり {least}〜{median}〜{most} 回（最小・中央・最大）"
        ),
        format!(
            "{nothing} with nothing, at most {far} boxes from the quota, {violations} outside it by a box or more, doses per person {least} / {median} / {most} (least, median, most)"
        ),
    )
}

/// What another supply would have meant, by five methods.
fn scenarios(book: &RuleBook, lang: Lang) -> Told {
    println!(
        "{}",
        say(
            lang,
            "2. 分配シミュレーション: 47都道府県、供給量と方式を変えて",
            "2. Simulation: 47 prefectures, other supplies and methods"
        )
    );
    let mut people = vec![0; 47];
    for town in book.municipalities().recipients() {
        let row = book.prefectures().iter().position(|prefecture| prefecture.code == town.code.prefecture());
        if let Some(slot) = row.and_then(|row| people.get_mut(row)) {
            *slot += from_12_to_64(town.population) / 5;
        }
    }
    let base = SimulationBase { ids: None, floors: None, people: &people, doses: DOSES };
    let mut scenarios = Vec::new();
    for supply in [100, 8_000, 16_000] {
        for method in Method::ALL {
            let (supply, first_units) = (Units::try_new(supply)?, FirstUnits::Refuse);
            scenarios.push(Scenario {
                supply,
                weights: &people,
                caps: None,
                method: Some(method),
                first_units,
                spread: None,
            });
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    for (scenario, outcome) in scenarios.iter().zip(simulate(&base, &scenarios, threads)) {
        let method = method_name(scenario.method.unwrap_or_default(), lang);
        let fair = outcome
            .map(|answer| fairness(&answer.value().fairness, lang))
            .unwrap_or_else(|refusal| refusal.to_string());
        println!("  {} {method}: {fair}", grouped(scenario.supply.number()));
    }
    println!();
    Ok(())
}

/// The formula of cycle 9 for five invented towns.
fn formula(book: &RuleBook, lang: Lang) -> Told {
    let (entry, policy) = bundled(book, "cycle-9")?;
    println!("3. {}: {}", say(lang, "配分方式", "A formula"), entry.title.in_lang(lang));
    let ids = ["A", "B", "C", "D", "E"].map(str::parse::<SiteId>).into_iter().collect::<Result<Vec<_>, _>>()?;
    let column = |name: &str, values: [u64; 5]| -> Result<Column, Box<dyn std::error::Error>> {
        Ok(Column { name: name.parse()?, values: values.to_vec() })
    };
    let columns = [
        column("population_12_64", [610_000, 240_000, 120_000, 48_000, 9_000])?,
        column("request", [6_300, 2_400, 1_500, 560, 90])?,
        column("used", [410_000, 180_000, 99_000, 31_000, 7_400])?,
        column("delivered", [520_000, 210_000, 101_000, 44_000, 7_900])?,
    ];
    let request = PolicyRequest {
        policy: &policy,
        at: Path::from("bundled"),
        supply: Units::try_new(11_000).ok(),
        ids: &ids,
        columns: &columns,
        missing: Missing::Refuse,
        explain: true,
    };
    let shares = evaluate(&request)?.into_value();
    for ((id, amount), reasons) in ids.iter().zip(&shares.amounts).zip(&shares.reasons) {
        println!(
            "  {}",
            say(lang, format!("{id}町: {} 箱", grouped(*amount)), format!("Town {id}: {} boxes", grouped(*amount)))
        );
        reasons.iter().for_each(|reason| println!("    {}", layer_reason(reason, lang)));
    }
    // Without the requests the formula refuses, and names what it needs.
    let known: Vec<Column> = columns.iter().filter(|column| column.name.as_str() != "request").cloned().collect();
    let refusal: Option<Refusal> = evaluate(&PolicyRequest { columns: &known, ..request }).err();
    for finding in refusal.iter().flat_map(|refusal| refusal.findings().sorted()) {
        println!(
            "  {}: {} [{}]",
            say(lang, "希望量がなければ", "without the requests"),
            finding.message.in_lang(lang),
            finding.code
        );
    }
    println!();
    Ok(())
}

/// What would have given a prefecture one box more of the 16,000 of cycle 5.
fn one_box_more(book: &RuleBook, lang: Lang) -> Told {
    println!(
        "{}",
        say(
            lang,
            "4. あと1箱: 16,000箱を12〜64歳人口で47都道府県へ",
            "4. One box more: 16,000 boxes for 47 prefectures by population 12–64"
        )
    );
    let mut recipients = Vec::new();
    for prefecture in book.prefectures() {
        let towns = book.municipalities().recipients().filter(|town| town.code.prefecture() == prefecture.code);
        let people = towns.map(|town| from_12_to_64(town.population)).sum();
        recipients.push(Recipient::new(prefecture.code.to_string().parse()?, Weight::try_new(people)?));
    }
    for method in [Method::LargestRemainder, Method::Webster] {
        let request = ApportionRequest::new(Units::try_new(16_000)?, recipients.clone()).with_method(method);
        for lever in [Lever::Supply, Lever::Weight] {
            let found = what_if(&request, &"31".parse()?, lever)?.into_value();
            println!("  {}", what_if_text(&found, "31", "鳥取県", lang));
        }
    }
    println!(
        "  {}\n",
        say(
            lang,
            "（重みは人口の5倍。前後の値で全体を計算し直して確かめています。）",
            "(The weight is five times the population. Both sides were computed in full.)"
        )
    );
    Ok(())
}

/// Why largest remainder needs care.
fn paradox(lang: Lang) -> Told {
    let search = ParadoxSearch {
        kind: ParadoxKind::House,
        method: Method::LargestRemainder,
        recipients: 3,
        most_weight: 20,
        most_supply: 20,
        seed: 2021,
        tries: 10_000,
    };
    println!("5. {}", ParadoxKind::House.term().ja);
    if let Some(found) = find_paradox(&search)? {
        let (before, after) = (&found.before, &found.after);
        println!(
            "  {}",
            say(
                lang,
                format!(
                    "重み {:?} に {} 単位では {:?}、{} 単位では {:?}: 供給が増えたのに減る配分先があります。",
                    before.weights, before.supply, before.amounts, after.supply, after.amounts
                ),
                format!(
                    "Weights {:?}: {} units give {:?}, {} give {:?}; somebody loses though there is more.",
                    before.weights, before.supply, before.amounts, after.supply, after.amounts
                ),
            )
        );
    }
    Ok(())
}
