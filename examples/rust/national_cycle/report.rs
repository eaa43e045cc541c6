//! What is printed: a table a person can read, what its figures rest on, and why.

use vsys_core::allocation::{Level, NothingReason, State, Status};
use vsys_core::base::{Findings, Lang, Place, Quantity};
use vsys_core::explain::{explanation, method_name};
use vsys_core::rulebook::RuleBook;

use crate::options::{Options, Weights};
use crate::plan::Plan;
use vsys_examples::{grouped, pad, say, width};

use crate::Stop;

/// How many findings are printed; all are counted.
const SHOWN: usize = 20;

/// The whole report.
pub(crate) fn print(book: &RuleBook, plan: &Plan, state: &State, options: &Options) {
    let lang = options.lang;
    head(plan, options);
    table(book, plan, lang);
    totals(plan, state, lang);
    findings(&plan.warnings, lang);
    findings(plan.answer.findings(), lang);
    rests_on(book, plan, options);
    for code in &options.explain {
        explain(book, plan, code, lang);
    }
}

fn head(plan: &Plan, options: &Options) {
    let (lang, supply) = (options.lang, grouped(plan.registered.vaccine.number()));
    let doses = grouped(plan.registered.vaccine.number() * u64::from(plan.pack.doses_per_box()));
    println!(
        "{}",
        say(
            lang,
            format!(
                "クール {}（配送週 {}） {} {supply}箱 = {doses}回分",
                options.cycle, options.delivery_week, options.product
            ),
            format!(
                "Cycle {} (delivery week {}), {}: {supply} boxes = {doses} doses",
                options.cycle, options.delivery_week, options.product
            ),
        )
    );
    println!(
        "{}\n",
        say(
            lang,
            format!(
                "方式 {}、全階層の計算 {:.1} ミリ秒",
                method_name(plan.cascade().method(), lang),
                plan.elapsed.as_secs_f64() * 1e3
            ),
            format!(
                "Method {}, all levels computed in {:.1} ms",
                method_name(plan.cascade().method(), lang),
                plan.elapsed.as_secs_f64() * 1e3
            ),
        )
    );
}

fn table(book: &RuleBook, plan: &Plan, lang: Lang) {
    let heads = match lang {
        Lang::Ja => [
            "",
            "都道府県",
            "ワクチン(箱)",
            "接種回数",
            "針(箱)",
            "シリンジ(箱)",
            "市町村",
            "うち0箱",
            "施設",
            "うち0箱",
        ],
        Lang::En => {
            ["", "prefecture", "boxes", "doses", "needles", "syringes", "towns", "of them 0", "hubs", "of them 0"]
        }
    };
    let cascade = plan.cascade();
    let [needles, syringes] = cascade.needles();
    let towns = plan.network.givers(Level::Municipality);
    let hubs = plan.network.givers(Level::Hub);
    let count = |givers: &[usize], level: Level, of: &dyn Fn(usize) -> bool| {
        let rows = givers.iter().zip(cascade.boxes(level)).filter(|(giver, _)| of(**giver));
        rows.fold((0_u64, 0_u64), |(all, none), (_, boxes)| (all + 1, none + u64::from(*boxes == 0)))
    };
    let mut rows = vec![heads.map(str::to_owned)];
    for (index, id) in plan.network.ids(Level::Prefecture).iter().enumerate() {
        let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
        let boxes = of(cascade.boxes(Level::Prefecture));
        let (all_towns, no_towns) = count(&towns, Level::Municipality, &|giver| giver == index);
        let (all_hubs, no_hubs) = count(&hubs, Level::Hub, &|giver| towns.get(giver) == Some(&index));
        rows.push([
            id.as_str().to_owned(),
            name(book, id.as_str()),
            grouped(boxes),
            grouped(boxes * u64::from(plan.pack.doses_per_box())),
            grouped(of(needles.boxes(Level::Prefecture))),
            grouped(of(syringes.boxes(Level::Prefecture))),
            grouped(all_towns),
            grouped(no_towns),
            grouped(all_hubs),
            grouped(no_hubs),
        ]);
    }
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &widest))| pad(cell, widest, column > 1));
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    println!();
}

fn totals(plan: &Plan, state: &State, lang: Lang) {
    let cascade = plan.cascade();
    for (level, ja, en) in [
        (Level::Prefecture, "都道府県", "prefectures"),
        (Level::Municipality, "市町村", "municipalities"),
        (Level::Hub, "基本型接種施設", "hubs"),
    ] {
        let (count, boxes) = (plan.network.ids(level).len(), cascade.boxes(level).iter().sum::<u64>());
        println!(
            "{}",
            say(
                lang,
                format!("{ja}: {} 件に {} 箱", grouped_count(count), grouped(boxes)),
                format!("{}: {} {en}, {} boxes", en, grouped_count(count), grouped(boxes)).replacen(
                    &format!("{en}: "),
                    "",
                    1
                ),
            )
        );
    }
    let vials: u64 = cascade.satellite_vials().iter().sum();
    let satellites = grouped_count(plan.network.satellites().len());
    println!(
        "{}",
        say(
            lang,
            format!("サテライト: {satellites} 件に {} バイアル（基本型接種施設経由）", grouped(vials)),
            format!("{satellites} satellites, {} vials through their hubs", grouped(vials)),
        )
    );
    for nothing in cascade.nothing(&plan.network) {
        println!(
            "{}",
            say(
                lang,
                format!(
                    "  0箱の{}: {} 件（{}）",
                    nothing.level.ja(),
                    grouped(nothing.recipients),
                    reason(nothing.reason, lang)
                ),
                format!(
                    "  with nothing, level {}: {} ({})",
                    nothing.level.as_str(),
                    grouped(nothing.recipients),
                    reason(nothing.reason, lang)
                ),
            )
        );
    }
    let locked = state.prefectures().iter().filter(|prefecture| prefecture.status == Status::Locked).count();
    println!(
        "{}\n",
        say(
            lang,
            format!("手順: {locked} 都道府県がデータロック済み。検算: 一致（配分の計算とは独立したコード）"),
            format!(
                "Workflow: {locked} prefectures locked. Verified: every amount is right (by code independent of the engine)."
            ),
        )
    );
}

const fn reason(reason: NothingReason, lang: Lang) -> &'static str {
    match (reason, lang) {
        (NothingReason::GiverHasNothing, Lang::Ja) => "配分元が0箱",
        (NothingReason::GiverHasNothing, Lang::En) => "its giver has nothing",
        (NothingReason::NoWeight, Lang::Ja) => "重みが0",
        (NothingReason::NoWeight, Lang::En) => "no weight",
        (NothingReason::NoCapacity, Lang::Ja) => "接種可能量が0",
        (NothingReason::NoCapacity, Lang::En) => "no capacity",
        (NothingReason::ShareTooSmall, Lang::Ja) => "取り分が1箱に届かない",
        (NothingReason::ShareTooSmall, Lang::En) => "its share does not reach one box",
        (NothingReason::Decided, Lang::Ja) => "指定による",
        (NothingReason::Decided, Lang::En) => "decided so",
    }
}

fn rests_on(book: &RuleBook, plan: &Plan, options: &Options) {
    let lang = options.lang;
    println!("{}", say(lang, "この数字の根拠", "What these figures rest on"));
    let supply = if options.supply_is_real {
        let source = book.sources().iter().find(|source| source.id == options.supply_source);
        let title = source.map_or_else(|| options.supply_source.clone(), |source| source.title.clone());
        say(lang, format!("供給量: 公表値（{title}）"), format!("supply: as published ({title})"))
    } else {
        say(lang, "供給量: --supply で指定", "supply: given by --supply")
    };
    let weights = match options.weights {
        Weights::From12 => say(
            lang,
            "重み: 12歳以上人口 × 5（15歳以上の5倍と10〜14歳の3倍の和、2021-01-01 住民基本台帳）",
            "weight: population from 12 years × 5 (5 × the bands from 15, 3 × the band 10–14; resident register of 2021-01-01)",
        ),
        Weights::From15 => say(
            lang,
            "重み: 15歳以上人口（2021-01-01 住民基本台帳）",
            "weight: population from 15 years (resident register of 2021-01-01)",
        ),
        Weights::From65 => say(
            lang,
            "重み: 65歳以上人口（2021-01-01 住民基本台帳）",
            "weight: population from 65 years (resident register of 2021-01-01)",
        ),
        Weights::All => say(
            lang,
            "重み: 総人口（2021-01-01 住民基本台帳）",
            "weight: whole population (resident register of 2021-01-01)",
        ),
        Weights::Capacity => say(lang, "重み: 会場の接種可能量の合計", "weight: the sites' capacity"),
    };
    let (towns, people) = plan.withheld;
    let withheld = say(
        lang,
        format!(
            "秘匿: {towns} 市区町村で年齢階級の合計が総数に {} 人足りない（小さな値は公表されておらず、推測していない）",
            grouped(people)
        ),
        format!(
            "withheld: in {towns} municipalities the age bands lack {} people in all (small counts are not published and not guessed)",
            grouped(people)
        ),
    );
    let sites = match &options.sites {
        Some(path) => say(lang, format!("会場: {}", path.display()), format!("sites: {}", path.display())),
        None => say(
            lang,
            format!("会場: 乱数の種 {} から作った架空の施設", options.seed),
            format!("sites: invented, from the seed {}", options.seed),
        ),
    };
    println!("  {supply}\n  {weights}\n  {withheld}\n  {sites}");
    if plan.needle_supply_invented {
        let boxes = plan.registered.needles.map_or(0, Quantity::number);
        println!(
            "  {}",
            say(
                lang,
                format!("針・シリンジの供給量: 架空の {} 箱（--needle-supply で指定可）", grouped(boxes)),
                format!("needle and syringe supply: invented, {} boxes (give --needle-supply)", grouped(boxes)),
            )
        );
    }
    for id in plan.answer.assumptions().iter() {
        let entry = book.assumptions().iter().find(|entry| entry.id == id.as_str());
        println!("  {id}: {}", entry.map_or("", |entry| entry.ruling.in_lang(lang)));
    }
    println!(
        "  {}",
        say(lang, format!("データの版 {}", book.data_version()), format!("data version {}", book.data_version()))
    );
}

fn explain(book: &RuleBook, plan: &Plan, code: &str, lang: Lang) {
    println!();
    let mut found = false;
    for level in [Level::Prefecture, Level::Municipality, Level::Hub] {
        let givers = plan.network.givers(level);
        let at = plan.network.ids(level).iter().position(|id| id.as_str() == code);
        let Some(giver) = at.and_then(|at| givers.get(at)) else { continue };
        for why in plan.cascade().explain(&plan.network, level, *giver).iter().filter(|why| why.id == code) {
            println!("{}", explanation(why, &name(book, code), lang));
            found = true;
        }
    }
    if !found {
        println!(
            "{}",
            say(lang, format!("{code}: この配分に含まれていません"), format!("{code}: not in this allocation"))
        );
    }
}

/// Prints the first findings and counts all.
fn findings(list: &Findings, lang: Lang) {
    let sorted = list.sorted();
    for finding in sorted.iter().take(SHOWN) {
        let place = match &finding.place {
            Place::Cell(cell) => format!("{} {} ", cell.file, cell.name()),
            Place::Path(_) => String::new(),
        };
        println!("{} {place}{} [{}]", say(lang, "注意:", "note:"), finding.message.in_lang(lang), finding.code);
    }
    let rest = list.total().saturating_sub(u64::try_from(SHOWN).unwrap_or(0));
    if rest > 0 {
        println!("{}", say(lang, format!("ほかに {} 件", grouped(rest)), format!("and {} more", grouped(rest))));
    }
    if !sorted.is_empty() {
        println!();
    }
}

/// Why the job stopped: all findings, with file, row, column and cell.
pub(crate) fn stopped(stop: &Stop, lang: Lang) {
    match stop {
        Stop::Plain(lines) => lines.iter().for_each(|line| eprintln!("{line}")),
        Stop::Refused(refusal) => {
            for finding in refusal.findings().sorted() {
                let place = match &finding.place {
                    Place::Cell(cell) => say(
                        lang,
                        format!("{} {}行目 {}（{}）", cell.file, cell.row, cell.name(), cell.heading),
                        format!("{} row {} {} ({})", cell.file, cell.row, cell.name(), cell.heading),
                    ),
                    Place::Path(path) => path.to_string(),
                };
                let value = finding.value.as_ref().map(|value| format!(" «{value}»")).unwrap_or_default();
                eprintln!("{place}{value}: {} [{}]", finding.message.in_lang(lang), finding.code);
                eprintln!("    {}", finding.help.in_lang(lang));
            }
            let total = refusal.findings().total();
            eprintln!(
                "{}",
                say(
                    lang,
                    format!("{} 件の誤りがあるため、何も出力していません。", grouped(total)),
                    format!("{} findings; nothing was written.", grouped(total)),
                )
            );
        }
    }
}

/// Where the files are.
pub(crate) fn written(paths: &[std::path::PathBuf], lang: Lang) {
    println!();
    for path in paths {
        println!("{} {}", say(lang, "書き出し:", "written:"), path.display());
    }
}

/// The name of a prefecture or municipality, where the tables know it.
pub(crate) fn name(book: &RuleBook, code: &str) -> String {
    let prefecture = code.parse().ok().and_then(|code| book.prefectures().iter().find(|p| p.code == code));
    let town = || code.parse().ok().and_then(|code| book.municipalities().find(code)).map(|town| town.name.clone());
    prefecture.map(|prefecture| prefecture.name.clone()).or_else(town).unwrap_or_default()
}

fn grouped_count(count: usize) -> String {
    grouped(u64::try_from(count).unwrap_or(u64::MAX))
}
