//! The codes that no vector can raise are raised here, each by what really leads to it; together with
//! the vectors they are the whole catalogue (`vectors/raised-elsewhere.txt` lists them, and the
//! conformance run checks that every other code is raised by a vector).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;

use vsys_core::allocation::{
    ApportionRequest, ColumnsRequest, MAX_RECIPIENTS, Recipient, apportion, apportion_columns,
};
use vsys_core::base::{Boxes, Findings, Pack, Problem, Refusal, Rounding, Units, Weight};
use vsys_core::claims::{ClaimSums, KeyColumns, LineColumns, PricePeriod, PriceTable, SheetProblem};
use vsys_core::rows::{Column, Encoding, RowsProblem, Sheet};
use vsys_core::rulebook::RulebookProblem;
use vsys_wire::{dispatch, read_book};

/// Codes that only a fault of the library itself would raise: there is nothing to build them from.
const NEVER: [&str; 3] = ["answer.number.out_of_range", "internal.invariant.broken", "internal.table.broken"];

const COLUMNS: [Column; 5] = [
    Column { names: &["id"], required: true },
    Column { names: &["number"], required: true },
    Column { names: &["date"], required: false },
    Column { names: &["word"], required: false },
    Column { names: &["time"], required: false },
];

fn codes_of(findings: &Findings) -> BTreeSet<&'static str> {
    findings.sorted().iter().map(|finding| finding.code).collect()
}

/// Reads a sheet as the main job does, and reports an id that stands twice and a row too many.
fn sheet(bytes: &[u8], encoding: Option<Encoding>) -> BTreeSet<&'static str> {
    let mut findings = Findings::new();
    let mut seen = BTreeSet::new();
    if let Some(mut sheet) = Sheet::open("s.csv", bytes, encoding, &COLUMNS, &mut findings) {
        while let Some(row) = sheet.next_row(&mut findings) {
            if row.number_of_row() > 8 {
                row.report(0, &RowsProblem::RowsTooMany { most: 7 }, &mut findings);
            }
            if !seen.insert(row.text(0).into_owned()) {
                row.report(0, &RowsProblem::CellTwice { first_row: 2 }, &mut findings);
            }
            row.number(1, 10, &mut findings);
            row.date(2, &mut findings);
            row.word(3, &[("hub", ())], &mut findings);
            row.time(4, &mut findings);
        }
    }
    codes_of(&findings)
}

fn rows() -> BTreeSet<&'static str> {
    let faults = b"id,number,date,word\na,11,2021-13-01,x\na,,2021-05-10,hub\nb,\"1\"x,,\nc,1\nd,\"open\n,e";
    let mut many = b"id,number,date,word\n".to_vec();
    (1..=8).for_each(|row| many.extend(format!("{row},1,2021-05-10,hub\n").bytes()));
    let parts = [
        sheet(faults, None),
        sheet(&many, None),
        sheet(b"", None),
        sheet(b"id,id,other\n", None),
        sheet(b"id,number\n\xFF,1\n", Some(Encoding::Utf8)),
        sheet(b"id,number,time\na,1,24:00\n", None),
        sheet(format!("id,number\n{},1\n", "a".repeat(1 << 18)).as_bytes(), None),
    ];
    parts.into_iter().flatten().collect()
}

fn book(json: &str) -> BTreeSet<&'static str> {
    read_book(json.as_bytes()).err().map(|refusal| codes_of(refusal.findings())).unwrap_or_default()
}

fn own_tables() -> BTreeSet<&'static str> {
    let product = |from: &str, rest: &str| {
        format!(r#"{{"id":"p","kind":"vaccine","label":"P","from":"{from}","source":"invented"{rest}}}"#)
    };
    let town = |rest: &str| {
        let ages = r#""age_0_4":0,"age_5_9":0,"age_10_14":0,"age_15_64":1,"age_65_plus":0"#;
        format!(r#"{{"code":"131032","name":"町","kind":"ward","from":"2021-01-01","total":1,{ages}{rest}}}"#)
    };
    let (first, second) = (product("2021-01-01", ""), product("2022-01-01", ""));
    let half = product("2021-01-01", r#","vials_per_box":5"#);
    let parts = [
        book(&format!(r#"{{"products":[{first},{second}]}}"#)),
        book(&format!(r#"{{"products":[{half}]}}"#)),
        book(&format!(r#"{{"municipalities":[{},{}]}}"#, town(""), town(""))),
        book(&format!(r#"{{"municipalities":[{}]}}"#, town(r#","parent":"131105""#))),
    ];
    parts.into_iter().flatten().collect()
}

fn limits() -> BTreeSet<String> {
    let book = vsys_core::rulebook::RuleBook::bundled().unwrap();
    let code = |request: &[u8]| {
        let answer: serde_json::Value = serde_json::from_slice(&dispatch(&book, "version", request)).unwrap();
        answer["error"]["code"].as_str().unwrap().to_owned()
    };
    let mut many = vec![b'['];
    many.extend(b"0,".repeat(1 << 24));
    let ids: Vec<String> = (0..2_001).map(|id| format!("\"{id}\"")).collect();
    let scenarios = vec![r#"{"supply":1,"weights":"people"}"#; 10_000];
    let work = format!(
        r#"{{"ids":[{}],"columns":[],"people":"people","scenarios":[{}]}}"#,
        ids.join(","),
        scenarios.join(",")
    );
    let answer: serde_json::Value =
        serde_json::from_slice(&dispatch(&book, "allocation.simulate", work.as_bytes())).unwrap();
    let work = answer["error"]["code"].as_str().unwrap().to_owned();
    BTreeSet::from([code(&vec![b' '; (64 << 20) + 1]), code(&many), work])
}

fn core() -> BTreeSet<&'static str> {
    let recipient = |id: usize| Recipient::new(id.to_string().parse().unwrap(), Weight::ZERO);
    let request = ApportionRequest::new(Units::ZERO, (0..=MAX_RECIPIENTS).map(recipient).collect());
    let too_many = apportion(&request).err().map(|refusal: Refusal| refusal.code()).unwrap();
    let unit = Pack::vaccine(195, 5).unwrap().pieces(Boxes::ZERO).unwrap_err().code();
    let uneven = ColumnsRequest { floors: Some(&[]), ..ColumnsRequest::new(Units::ZERO, &[0]) };
    let uneven = apportion_columns(&uneven).err().map(|refusal: Refusal| refusal.code()).unwrap();
    // A build without the table raises it: vsys-wasm/test/small.test.mjs.
    let no_table = RulebookProblem::MunicipalitiesLeftOut.code();
    // A build without CP932 on a platform without it raises it: vsys-wasm/test/cp932.test.mjs.
    let no_cp932 = SheetProblem::EncodingUnknown.code();
    BTreeSet::from([too_many, unit, uneven, no_table, no_cp932])
}

/// What only columns can be told: bulk work does not go through JSON.
fn bulk() -> BTreeSet<&'static str> {
    let book = vsys_core::rulebook::RuleBook::bundled().unwrap();
    let table = PriceTable::of(book.tariff(), Rounding::Floor).unwrap();
    let mut sums = ClaimSums::try_new(1, 1).unwrap();
    // Within hours from the first day, with an addition of time, before, too many, of an unknown age; elsewhere.
    let lines = LineColumns {
        day_zero: table.span().0,
        day: &[0, 0, -1, 0, 0, 0],
        count: &[1, 1, 1, -1, 1, 1],
        service: &[0; 6],
        age: &[0, 0, 0, 0, 2, 0],
        time: &[0, 1, 0, 0, 0, 0],
        coupon: &[1; 6],
    };
    let keys = KeyColumns { institution: &[0, 0, 0, 0, 0, 1], municipality: &[0; 6] };
    sums.add(&table, &lines, &keys, 1).unwrap();
    assert_eq!((sums.total().net, sums.report().wrong()), (2_070, 5));
    let short = LineColumns { count: &[1; 5], ..lines };
    let own = |periods: &[PricePeriod]| PriceTable::try_new(periods.to_vec(), Rounding::Floor).unwrap_err();
    let twice = table.periods().iter().flat_map(|period| {
        let reversed = PricePeriod { until: Some(period.from), ..period.clone() };
        [period.clone(), reversed, period.clone()]
    });
    let refusals = [
        sums.add(&table, &short, &keys, 1).unwrap_err(),
        sums.merge(&ClaimSums::try_new(2, 1).unwrap()).unwrap_err(),
        own(&[]),
        own(&twice.collect::<Vec<_>>()),
    ];
    refusals
        .iter()
        .flat_map(|refusal| codes_of(refusal.findings()))
        .chain(codes_of(&sums.report().findings()))
        .collect()
}

#[test]
fn every_listed_code_is_raised_and_no_other() {
    let mut raised: BTreeSet<String> = limits();
    raised.extend(rows().into_iter().chain(own_tables()).chain(core()).chain(bulk()).map(str::to_owned));
    raised.insert("rulebook.toml.syntax".to_owned());
    // Raised by the core's own test of its feature `pdf`.
    let pdf = ["claims.font.embedding", "claims.font.labels", "claims.font.unreadable", "claims.render.glyph"];
    raised.extend(pdf.map(str::to_owned));
    let list =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../vectors/raised-elsewhere.txt")).unwrap();
    let listed: BTreeSet<String> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    let expected: BTreeSet<String> = raised.into_iter().chain(NEVER.map(str::to_owned)).collect();
    assert_eq!(listed, expected);
}

/// Bytes of any kind get an answer from every operation, and never a panic.
mod any_bytes {
    use std::sync::LazyLock;

    use super::dispatch;
    use proptest::prelude::*;
    use vsys_core::rulebook::RuleBook;

    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn are_answered(request in prop::collection::vec(any::<u8>(), 0..200), index in 0..vsys_wire::OPERATIONS.len()) {
            let answer = dispatch(&BOOK, vsys_wire::OPERATIONS[index].name, &request);
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&answer).is_ok());
        }
    }
}

#[cfg(feature = "toml")]
#[test]
fn toml_is_read_like_json() {
    let own = "[[products]]\nid = \"next\"\nkind = \"vaccine\"\nlabel = \"NEXT\"\nfrom = 2030-01-01\n\
               vials_per_box = 5\ndoses_per_vial = 2\nsource = \"invented\"\n";
    let book = vsys_wire::read_book_toml(own).unwrap();
    let answer = dispatch(&book, "quantity.convert", br#"{"product":"next","delivery_week":"2030-01-07","boxes":3}"#);
    assert!(String::from_utf8(answer).unwrap().contains("\"doses\":30"));
    assert_eq!(vsys_wire::read_book_toml("= no").unwrap_err().code(), "rulebook.toml.syntax");
}
