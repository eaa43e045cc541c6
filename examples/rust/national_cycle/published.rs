//! The published figures of the cycle beside the computed ones: this run's allocation, and the formula that was
//! really used, as far as its inputs were published. What is not reproduced is said to be so.

use vsys_core::allocation::{Level, Method};
use vsys_core::base::{Fraction, Lang, Path, Quantity, SiteId, Units};
use vsys_core::explain::method_name;
use vsys_core::policy::{
    Column, LayerInput, LayerKind, Missing, Policy, PolicyRequest, PolicyShares, evaluate, policy_of,
};
use vsys_core::rulebook::{PolicyEntry, PolicyLevel, PublishedBoxes, PublishedKind, PublishedLevel, RuleBook};
use vsys_examples::{grouped, say};

use crate::Stop;
use crate::options::Options;
use crate::plan::Plan;
use crate::report::name;

/// How many rows of a comparison are printed; all are counted, and all stand in the file.
const SHOWN: usize = 12;

/// One figure beside its published one.
struct Pair<'a> {
    /// What computed it.
    by: &'static str,
    code: String,
    computed: u64,
    published: u64,
    figures: Vec<&'a PublishedBoxes>,
}

/// Prints the comparison and gives it as CSV.
pub(crate) fn compare(book: &RuleBook, plan: &Plan, options: &Options) -> Result<String, Stop> {
    let lang = options.lang;
    let figures: Vec<&PublishedBoxes> = book
        .published()
        .iter()
        .filter(|figure| figure.cycle == options.cycle && !figure.inferred)
        .filter(|figure| figure.kind != PublishedKind::Request)
        .collect();
    println!("\n{}", say(lang, "公表された箱数との比較", "Beside the published figures"));
    let mut pairs = Vec::new();
    if figures.is_empty() {
        println!(
            "{}",
            say(lang, "  このクールの内訳は公表されていません。", "  No breakdown of this cycle was published.")
        );
    } else {
        pairs.extend(of_this_run(plan, &figures));
        table(book, &pairs, &say(lang, "この計算（全階層の配分）", "this run (all levels)"), lang);
    }
    match book.policies().iter().find(|entry| entry.cycle == options.cycle) {
        None => println!(
            "{}",
            say(lang, "  このクールの配分方式は公表されていません。", "  No formula of this cycle was published.")
        ),
        Some(entry) => {
            let begun = pairs.len();
            pairs.extend(formula(book, entry, &figures, lang)?);
            let heading = say(lang, "公表された方式による計算", "the published formula");
            if let Some(of_formula) = pairs.get(begun..).filter(|of_formula| !of_formula.is_empty()) {
                table(book, of_formula, &heading, lang);
            }
        }
    }
    requests(book, options);
    Ok(csv(book, &pairs))
}

/// The run's boxes beside what was given.
fn of_this_run<'a>(plan: &Plan, figures: &[&'a PublishedBoxes]) -> Vec<Pair<'a>> {
    let given = |level: Level, code: &str| {
        let row = plan.network.ids(level).iter().position(|id| id.as_str() == code)?;
        plan.cascade().boxes(level).get(row).copied()
    };
    let finals = figures.iter().filter(|figure| figure.kind == PublishedKind::Final);
    finals
        .filter_map(|figure| {
            let level = match figure.level {
                PublishedLevel::Nation => return None,
                PublishedLevel::Prefecture => Level::Prefecture,
                PublishedLevel::Municipality => Level::Municipality,
            };
            let (computed, published) = (given(level, &figure.code)?, figure.boxes);
            Some(Pair { by: "run", code: figure.code.clone(), computed, published, figures: vec![figure] })
        })
        .collect()
}

/// Runs the formula as far as its inputs were published, and pairs what it gave.
fn formula<'a>(
    book: &RuleBook,
    entry: &PolicyEntry,
    figures: &[&'a PublishedBoxes],
    lang: Lang,
) -> Result<Vec<Pair<'a>>, Stop> {
    let policy = policy_of(entry)?;
    println!("  {}: {}", say(lang, "方式", "formula"), entry.title.in_lang(lang));
    println!("  {}: {}", say(lang, "出典", "source"), entry.sources);
    let recipients = recipients(book, entry.level)?;
    let shares = run(&policy, entry.supply.map(Quantity::number), &recipients, Missing::Stop)?;
    for layer in &shares.layers {
        let needed = entry.inputs.iter().filter(|input| layer.missing.iter().any(|name| name.as_str() == input.column));
        let needed: Vec<&str> = needed.map(|input| input.meaning.in_lang(lang)).collect();
        let what = match (layer.open, needed.is_empty()) {
            (false, _) => {
                say(lang, format!("{} 箱", grouped(layer.total())), format!("{} boxes", grouped(layer.total())))
            }
            (true, true) => {
                say(lang, "計算できない（前の段階の入力が足りない）", "refused: an earlier layer lacks its inputs")
            }
            (true, false) => say(
                lang,
                format!("計算できない。公表されていない入力: {}", needed.join("、")),
                format!("refused; inputs that were not published: {}", needed.join("; ")),
            ),
        };
        println!("    {} ({}): {what}", layer.name, say(lang, layer.kind.ja(), layer.kind.as_str()));
    }
    let mut pairs = Vec::new();
    if shares.layers.iter().all(|layer| !layer.open) {
        pairs.extend(totals(entry, &recipients, &shares.amounts, figures));
    }
    let frames: Vec<&PublishedBoxes> = figures
        .iter()
        .copied()
        .filter(|figure| matches!(figure.kind, PublishedKind::Basic | PublishedKind::BasicBeforeCut))
        .collect();
    if let Some(basic) = shares.layers.iter().find(|layer| layer.name.as_str() == "basic" && !layer.open)
        && !frames.is_empty()
    {
        pairs.extend(frame(&recipients, &basic.amounts, &frames));
        by_method(&recipients, basic.total(), &frames, lang)?;
        cut(figures, lang)?;
    }
    Ok(pairs)
}

/// The recipients with the columns that were published.
struct Recipients {
    ids: Vec<SiteId>,
    columns: Vec<Column>,
}

fn recipients(book: &RuleBook, level: PolicyLevel) -> Result<Recipients, Stop> {
    let id = |text: String| text.parse::<SiteId>().map_err(|problem| Stop::Plain(vec![problem.to_string()]));
    if level == PolicyLevel::Prefecture {
        let ids =
            book.prefectures().iter().map(|prefecture| id(prefecture.code.to_string())).collect::<Result<_, _>>()?;
        return Ok(Recipients { ids, columns: Vec::new() });
    }
    let towns = || book.municipalities().recipients();
    let ids = towns().map(|town| id(town.code.to_string())).collect::<Result<_, _>>()?;
    // Five times the population, which is whole; a weight counts by its proportions alone.
    let people = |bands: vsys_core::rulebook::AgeBands| 5 * bands.from_15_to_64 + 3 * bands.from_10_to_14;
    let name = "population_12_64"
        .parse()
        .map_err(|problem: vsys_core::policy::PolicyProblem| Stop::Plain(vec![problem.to_string()]))?;
    let columns = vec![Column { name, values: towns().map(|town| people(town.population)).collect() }];
    Ok(Recipients { ids, columns })
}

fn run(policy: &Policy, supply: Option<u64>, of: &Recipients, missing: Missing) -> Result<PolicyShares, Stop> {
    let supply = supply.and_then(|boxes| Units::try_new(boxes).ok());
    let request = PolicyRequest {
        policy,
        at: Path::from("policy"),
        supply,
        ids: &of.ids,
        columns: &of.columns,
        missing,
        explain: false,
    };
    Ok(evaluate(&request)?.into_value())
}

/// What the whole formula gave beside what was given: by recipient; sets of municipalities together beside their prefecture.
fn totals<'a>(entry: &PolicyEntry, of: &Recipients, amounts: &[u64], figures: &[&'a PublishedBoxes]) -> Vec<Pair<'a>> {
    let finals: Vec<&PublishedBoxes> =
        figures.iter().copied().filter(|figure| figure.kind == PublishedKind::Final).collect();
    let mut pairs = Vec::new();
    for (id, &computed) in of.ids.iter().zip(amounts) {
        let same_level = |figure: &&&PublishedBoxes| match entry.level {
            PolicyLevel::Prefecture => figure.level == PublishedLevel::Prefecture,
            PolicyLevel::Municipality => figure.level == PublishedLevel::Municipality,
        };
        for figure in finals.iter().filter(same_level).filter(|figure| figure.code == id.as_str()) {
            let (published, figures) = (figure.boxes, vec![*figure]);
            pairs.push(Pair { by: "formula", code: id.to_string(), computed, published, figures });
        }
        let of_prefecture: Vec<&PublishedBoxes> = finals
            .iter()
            .copied()
            .filter(|figure| entry.level == PolicyLevel::Prefecture && figure.level == PublishedLevel::Municipality)
            .filter(|figure| figure.code.starts_with(id.as_str()))
            .collect();
        if !of_prefecture.is_empty() {
            let published = of_prefecture.iter().map(|figure| figure.boxes).sum();
            pairs.push(Pair { by: "formula", code: id.to_string(), computed, published, figures: of_prefecture });
        }
    }
    pairs
}

/// The basic frame beside the published one.
fn frame<'a>(of: &Recipients, amounts: &[u64], frames: &[&'a PublishedBoxes]) -> Vec<Pair<'a>> {
    let computed =
        |code: &str| of.ids.iter().zip(amounts).find(|(id, _)| id.as_str() == code).map(|(_, amount)| *amount);
    let pair = |figure: &&'a PublishedBoxes| {
        let (computed, published) = (computed(&figure.code)?, figure.boxes);
        Some(Pair { by: "basic frame", code: figure.code.clone(), computed, published, figures: vec![figure] })
    };
    frames.iter().filter_map(pair).collect()
}

/// How many published frames each method hits.
fn by_method(of: &Recipients, budget: u64, frames: &[&PublishedBoxes], lang: Lang) -> Result<(), Stop> {
    for method in Method::ALL {
        let layer = LayerInput {
            by: parsed("population_12_64"),
            method: Some(method),
            ..LayerInput::new(parsed("basic").ok_or_else(|| Stop::Plain(Vec::new()))?, LayerKind::Proportional)
        };
        let shares = run(&Policy::try_new(&[layer])?, Some(budget), of, Missing::Refuse)?;
        let pairs = frame(of, &shares.amounts, frames);
        let hits = pairs.iter().filter(|pair| pair.computed == pair.published).count();
        println!(
            "    {}",
            say(
                lang,
                format!("基本枠を{}で計算: 一致 {hits} / {}", method_name(method, lang), pairs.len()),
                format!("basic frame by {}: {hits} of {} hit exactly", method_name(method, lang), pairs.len()),
            )
        );
    }
    Ok(())
}

/// The published cut of a tenth, computed from the published frame: those cities lay above six weeks' stock.
fn cut(figures: &[&PublishedBoxes], lang: Lang) -> Result<(), Stop> {
    let of = |kind: PublishedKind| figures.iter().filter(move |figure| figure.kind == kind);
    let before: Vec<&&PublishedBoxes> = of(PublishedKind::BasicBeforeCut).collect();
    if before.is_empty() {
        return Ok(());
    }
    let layer = |name: &str, kind| parsed(name).map(|name| LayerInput::new(name, kind));
    let none = || Stop::Plain(Vec::new());
    let basic = LayerInput { amount: parsed("frame"), ..layer("basic", LayerKind::Grant).ok_or_else(none)? };
    let cut = LayerInput {
        of: parsed("basic"),
        stock: parsed("1"),
        above: parsed("0"),
        keep: Some(Fraction::new(9, 10)),
        rounding: Some(vsys_core::base::Rounding::Ceil),
        ..layer("over_stock", LayerKind::Cut).ok_or_else(none)?
    };
    let ids = before.iter().map(|figure| figure.code.parse()).collect::<Result<Vec<SiteId>, _>>();
    let ids = ids.map_err(|problem| Stop::Plain(vec![problem.to_string()]))?;
    let values = before.iter().map(|figure| figure.boxes).collect();
    let columns = vec![Column { name: parsed("frame").ok_or_else(none)?, values }];
    let shares = run(&Policy::try_new(&[basic, cut])?, None, &Recipients { ids, columns }, Missing::Refuse)?;
    let after =
        |code: &str| of(PublishedKind::BasicAfterCut).find(|figure| figure.code == code).map(|figure| figure.boxes);
    let hits =
        before.iter().zip(&shares.amounts).filter(|(figure, amount)| after(&figure.code) == Some(**amount)).count();
    println!(
        "    {}",
        say(
            lang,
            format!("公表された基本枠の1割減（残りを切り上げ）: 一致 {hits} / {}", before.len()),
            format!(
                "the published frames cut by a tenth, what is kept rounded up: {hits} of {} hit exactly",
                before.len()
            ),
        )
    );
    Ok(())
}

/// A name or a figure of this file, which reads.
fn parsed<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn table(book: &RuleBook, pairs: &[Pair<'_>], heading: &str, lang: Lang) {
    let hits = pairs.iter().filter(|pair| pair.computed == pair.published).count();
    let verdict = if hits == pairs.len() {
        say(lang, "再現された", "reproduced")
    } else {
        say(lang, "再現されない", "not reproduced")
    };
    println!(
        "  {heading}: {} — {verdict}",
        say(lang, format!("一致 {hits} / {}", pairs.len()), format!("{hits} of {} hit exactly", pairs.len()),)
    );
    let mut shown: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.computed != pair.published).collect();
    shown.extend(pairs.iter().filter(|pair| pair.computed == pair.published));
    for pair in shown.iter().take(SHOWN) {
        let difference = difference(pair);
        let told = pair.figures.first().map_or("", |figure| match lang {
            Lang::Ja => figure.source_kind.ja(),
            Lang::En => figure.source_kind.as_str(),
        });
        println!(
            "    {} {}: {}",
            pair.code,
            name(book, &pair.code),
            say(
                lang,
                format!("計算 {}、公表 {}（{told}）、差 {difference}", pair.computed, pair.published),
                format!("computed {}, published {} ({told}), difference {difference}", pair.computed, pair.published),
            )
        );
    }
    if pairs.len() > SHOWN {
        let rest = pairs.len() - SHOWN;
        println!(
            "    {}",
            say(lang, format!("ほか {rest} 件は published.csv"), format!("and {rest} more in published.csv"))
        );
    }
}

fn difference(pair: &Pair<'_>) -> String {
    let distance = pair.computed.abs_diff(pair.published);
    match pair.computed.cmp(&pair.published) {
        std::cmp::Ordering::Less => format!("-{distance}"),
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Greater => format!("+{distance}"),
    }
}

/// Whether one factor and one rounding give every published allocation from its published request.
fn requests(book: &RuleBook, options: &Options) {
    let lang = options.lang;
    let of = |kind: PublishedKind| {
        let level = PublishedLevel::Prefecture;
        book.published()
            .iter()
            .filter(move |figure| figure.cycle == options.cycle && figure.kind == kind && figure.level == level)
    };
    let pairs: Vec<(&PublishedBoxes, u64)> = of(PublishedKind::Request)
        .filter_map(|asked| {
            let given = of(PublishedKind::Final).find(|given| given.code == asked.code)?;
            Some((asked, given.boxes))
        })
        .collect();
    if pairs.len() < 2 {
        return;
    }
    println!("  {}", say(lang, "希望量に一つの係数を掛けたもの", "requests times one factor"));
    for (ja, en, fits) in [
        ("切り捨て", "rounded down", factors(&pairs, [0, 2], 2)),
        ("四捨五入", "rounded half up", factors(&pairs, [-1, 1], 2)),
        ("切り上げ", "rounded up", factors(&pairs, [-2, 0], 2)),
    ] {
        let (ja_fit, en_fit) = if fits {
            ("合う係数がある", "some factor fits")
        } else {
            ("合う係数はない（再現されない）", "no factor fits: not reproduced")
        };
        let count = pairs.len();
        println!(
            "    {}",
            say(lang, format!("{ja}: {count} 件すべてに{ja_fit}"), format!("{en}: of all {count}, {en_fit}"))
        );
    }
}

/// Whether the spans (given + low/of)/request … (given + high/of)/request have a factor in common.
fn factors(pairs: &[(&PublishedBoxes, u64)], [low, high]: [i64; 2], of: u64) -> bool {
    let bound = |given: u64, add: i64, asked: u64| {
        Fraction::new(u128::from((given * of).saturating_add_signed(add)), u128::from(asked * of))
    };
    let lowest = pairs.iter().map(|(asked, given)| bound(*given, low, asked.boxes)).max();
    let highest = pairs.iter().map(|(asked, given)| bound(*given, high, asked.boxes)).min();
    lowest < highest
}

/// Every pair as CSV (UTF-8 with BOM).
fn csv(book: &RuleBook, pairs: &[Pair<'_>]) -> String {
    let mut text = "\u{feff}by,code,name,computed,published,difference,source_kind,source\r\n".to_owned();
    for pair in pairs {
        let source = pair.figures.first();
        let row = [
            pair.by.to_owned(),
            pair.code.clone(),
            name(book, &pair.code),
            pair.computed.to_string(),
            pair.published.to_string(),
            difference(pair),
            source.map_or_else(String::new, |figure| figure.source_kind.as_str().to_owned()),
            source.map_or_else(String::new, |figure| figure.source.clone()),
        ];
        text.push_str(&row.join(","));
        text.push_str("\r\n");
    }
    text
}
