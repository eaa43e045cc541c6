//! The linter of claims: the sheets of the source documents give exactly their misprints, sheets that were made pass,
//! and whatever is changed on them is found.
//!
//! Source: 「請求総括書・市区町村別請求書の出力について」 and 「主な機能の変更点 その2」, 2021-11 (CLM-3 to 8, CLM-11 to 17);
//! rulings tariff, tax, form-selection, municipality-code, institution-code.

use std::sync::LazyLock;

use proptest::prelude::*;
use vsys_core::base::{Findings, Fraction, InstitutionKind, Personal, Quantity};
use vsys_core::claims::{
    Checked, ClaimCase, ClaimCheck, ClaimCounts, ClaimRecord, ClaimSite, CouponKind, ListedPrice, PriceLine,
    PrintedGroup, PrintedHead, PrintedLine, PrintedMunicipal, PrintedSheet, PrintedSheets, PrintedSum, SheetForm,
    SheetHead, SheetTerms, check, sheets,
};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());

const MINATO: &str = "131032";
const MEGURO: &str = "131105";

/// Code and place of every finding, below `/sheets` without it.
fn places(findings: &Findings) -> Vec<(&'static str, String)> {
    let place = |place: String| place.strip_prefix("/sheets/").map_or(place.clone(), str::to_owned);
    findings.sorted().iter().map(|finding| (finding.code, place(finding.place.to_string()))).collect()
}

fn checked(claim: &ClaimCheck<'_>) -> (Checked, Findings, Vec<&'static str>) {
    let (checked, findings, assumptions) = check(&BOOK, claim).unwrap().into_parts();
    (checked, findings, assumptions.iter().map(|id| id.as_str()).collect())
}

fn alone(billing: &str, printed: &PrintedSheets) -> (Checked, Findings, Vec<&'static str>) {
    let mut claim = ClaimCheck::new(billing.parse().unwrap());
    claim.sheets = Some(printed);
    checked(&claim)
}

/// Sheets beside the records of March 2022.
fn beside(records: &[ClaimRecord], printed: &PrintedSheets) -> (Checked, Findings) {
    let mut claim = ClaimCheck::new("2022-03".parse().unwrap());
    (claim.records, claim.sheets) = (Some(records), Some(printed));
    let (answer, findings, _) = checked(&claim);
    (answer, findings)
}

fn is(found: &Findings, expected: &[(&'static str, &str)]) {
    let expected: Vec<(&str, String)> = expected.iter().map(|(code, at)| (*code, (*at).to_owned())).collect();
    assert_eq!(places(found), expected);
}

// The sheets of the source documents, read off line by line

/// A head as the pages print it.
fn head(number: &str) -> PrintedHead {
    PrintedHead {
        municipality: None,
        institution_kind: InstitutionKind::Insurance,
        institution: number.to_owned(),
        address: "XXXXXX".to_owned(),
        facility_class: "1".to_owned(),
        name: "XXXXXXXXXXXX".to_owned(),
        representative: Personal::new("架空 太郎".to_owned()),
        telephone: Personal::new("XXXXXX".to_owned()),
    }
}

/// A table of lines in the order of the print: label, count, amount; a subtotal after half of them, and a total.
fn table(form: SheetForm, labels: &[&str], figures: &[(u64, u64)]) -> (Vec<PrintedGroup>, PrintedSum) {
    let half = labels.len() / 2;
    // The subtotal of the first class stands between the lines of both.
    let line = |(index, (line, label)): (usize, (PriceLine, &&str))| {
        let (count, amount) = figures[index + index / half];
        let (age, time, label) = (line.age, line.time, Some((*label).to_owned()));
        (line.service, PrintedLine { age, time, label, unit_price: None, count, amount })
    };
    let lines: Vec<_> = form.lines().zip(labels).enumerate().map(line).collect();
    let sum = |(count, amount): (u64, u64)| PrintedSum { count, amount };
    let group = |service, at: usize| PrintedGroup {
        service,
        lines: lines.iter().filter(|(of, _)| *of == service).map(|(_, line)| line.clone()).collect(),
        subtotal: sum(figures[at]),
    };
    let groups = vec![group(Service::ConsultationOnly, half), group(Service::Vaccination, 2 * half + 1)];
    (groups, sum(*figures.last().unwrap()))
}

const OLD_LABELS: [&str; 4] = ["6歳未満", "6歳以上", "6歳未満", "6歳以上"];

fn old_prices(with_first: bool) -> Vec<ListedPrice> {
    let prices = SheetForm::Old.lines().zip(OLD_LABELS).zip([2_200, 1_540, 2_730, 2_070]);
    let listed = prices.map(|((line, label), price)| ListedPrice {
        service: line.service,
        age: line.age,
        time: line.time,
        label: Some(label.to_owned()),
        price,
    });
    listed.skip(usize::from(!with_first)).collect()
}

fn sheet(title: &str, addressee: &str, checked: Option<bool>, table: (Vec<PrintedGroup>, PrintedSum)) -> PrintedSheet {
    let (groups, total) = table;
    PrintedSheet { title: Some(title.to_owned()), addressee: Some(addressee.to_owned()), checked, groups, total }
}

const SUMMARY: &str = "コロナワクチン接種費等 請求総括書";

fn document(form: SheetForm, month: &str, number: &str, prices: Vec<ListedPrice>) -> PrintedSheets {
    PrintedSheets {
        billing_month: Some(month.parse().unwrap()),
        form,
        head: Some(head(number)),
        prices: Some(prices),
        summary: None,
        municipal: None,
        tax_rate: None,
    }
}

/// 請求総括書, 2021年04月請求分, 122,320円: its addressee and number are placeholders, its list lacks 2,200.
#[test]
fn the_old_summary() {
    let figures = [(0, 0), (5, 8_470), (5, 8_470), (0, 0), (50, 113_850), (50, 113_850), (55, 122_320)];
    let mut printed = document(SheetForm::Old, "2021-04", "XXXXXXXXXXXX", old_prices(false));
    let lines = table(SheetForm::Old, &OLD_LABELS, &figures);
    printed.summary = Some(sheet(SUMMARY, "XX県国民健康保険団体連合会 御中", None, lines));
    let (answer, findings, assumptions) = alone("2021-04", &printed);
    is(
        &findings,
        &[
            ("code.institution.form", "head/institution"),
            ("claims.sheet.line_missing", "prices"),
            ("claims.addressee.unknown", "summary/addressee"),
        ],
    );
    assert_eq!(answer.claimed, Some(PrintedSum { count: 55, amount: 122_320 }));
    assert_eq!(answer.sheets.unwrap().summary, Some(false));
    assert_eq!(assumptions, Vec::<&str>::new());
}

/// 市区町村別請求書, 2021年04月請求分, 22,770円: both classes of coupon stand there, the city is a placeholder.
#[test]
fn the_old_sheet_of_a_city() {
    let figures = [(0, 0), (0, 0), (0, 0), (0, 0), (10, 22_770), (10, 22_770), (10, 22_770)];
    let mut printed = document(SheetForm::Old, "2021-04", "XXXXXXXXXXXX", old_prices(false));
    let lines = table(SheetForm::Old, &OLD_LABELS, &figures);
    printed.municipal = Some(vec![PrintedMunicipal {
        sheet: sheet("コロナワクチン接種費等 市区町村別請求書", "XX 市長 様", None, lines),
        municipality: "XXXXXX".to_owned(),
        name: None,
        coupon: None,
        coupon_class: Some("①クーポン券なし / ②クーポン券あり".to_owned()),
    }]);
    let (_, findings, _) = alone("2021-04", &printed);
    is(
        &findings,
        &[
            ("code.institution.form", "head/institution"),
            ("claims.addressee.unknown", "municipal/0/addressee"),
            ("claims.sheet.coupon_class", "municipal/0/coupon_class"),
            ("code.municipality.form", "municipal/0/municipality"),
            ("claims.sheet.line_missing", "prices"),
        ],
    );
}

/// 旧様式, 神奈川県, 2021年04月請求分, 11,385円: nothing is wrong but the number of twelve digits.
#[test]
fn the_old_summary_of_kanagawa() {
    let figures = [(0, 0), (0, 0), (0, 0), (0, 0), (5, 11_385), (5, 11_385), (5, 11_385)];
    let mut printed = document(SheetForm::Old, "2021-04", "999999999999", old_prices(true));
    printed.head.as_mut().unwrap().municipality = Some("141003".parse().unwrap());
    let lines = table(SheetForm::Old, &OLD_LABELS, &figures);
    printed.summary = Some(sheet(SUMMARY, "神奈川県国民健康保険団体連合会 御中", Some(false), lines));
    let (answer, findings, _) = alone("2021-04", &printed);
    is(&findings, &[("code.institution.form", "head/institution")]);
    assert_eq!(answer.sheets.unwrap().summary, Some(true));
}

/// The labels of the table of the new form as printed: 時間外 twice, never 時間内.
const NEW_LABELS: [&str; 12] = [
    "6歳未満(時間外)",
    "6歳未満(時間外)",
    "6歳未満(休日)",
    "6歳以上(時間外)",
    "6歳以上(時間外)",
    "6歳以上(休日)",
    "6歳未満(時間外)",
    "6歳未満(時間外)",
    "6歳未満(休日)",
    "6歳以上(時間外)",
    "6歳以上(時間外)",
    "6歳以上(休日)",
];

fn new_document() -> PrintedSheets {
    let listed = BOOK.tariff().printed().iter().map(|printed| ListedPrice {
        service: printed.service,
        age: printed.age,
        time: printed.time,
        label: Some(printed.label.clone()),
        price: printed.price.number(),
    });
    let mut figures = vec![(0, 0); 10];
    figures.extend([(100, 217_350), (50, 147_000), (5, 22_050), (155, 386_400), (155, 386_400)]);
    let mut printed = document(SheetForm::New, "2022-04", "999999999999", listed.collect());
    let lines = table(SheetForm::New, &NEW_LABELS, &figures);
    printed.summary = Some(sheet(SUMMARY, "〇〇国民健康保険団体連合会 御中", Some(true), lines));
    printed
}

/// 新様式, 2022年4月請求分, 386,400円: reckoned at 5 percent, three prices and many labels are misprints.
#[test]
fn the_new_summary() {
    let printed = new_document();
    let (answer, findings, assumptions) = alone("2022-04", &printed);
    is(
        &findings,
        &[
            ("code.institution.form", "head/institution"),
            ("claims.sheet.label", "prices/0/label"),
            ("claims.sheet.label", "prices/1/label"),
            ("claims.sheet.unit_price", "prices/1/price"),
            ("claims.sheet.label", "prices/2/label"),
            ("claims.sheet.unit_price", "prices/2/price"),
            ("claims.sheet.label", "prices/3/label"),
            ("claims.sheet.label", "prices/4/label"),
            ("claims.sheet.unit_price", "prices/5/price"),
            ("claims.sheet.label", "prices/6/label"),
            ("claims.sheet.label", "prices/7/label"),
            ("claims.sheet.label", "prices/9/label"),
            ("claims.addressee.unknown", "summary/addressee"),
            ("claims.sheet.label", "summary/groups/0/lines/0/label"),
            ("claims.sheet.label", "summary/groups/0/lines/3/label"),
            ("claims.sheet.label", "summary/groups/1/lines/0/label"),
            ("claims.amount.other_rate", "summary/groups/1/lines/3/amount"),
            ("claims.sheet.label", "summary/groups/1/lines/3/label"),
            ("claims.amount.other_rate", "summary/groups/1/lines/4/amount"),
            ("claims.amount.other_rate", "summary/groups/1/lines/5/amount"),
        ],
    );
    let told: Vec<_> = findings.sorted().iter().map(|finding| finding.message.en.clone()).collect();
    assert!(told.contains(&"the price is 3670 yen before tax, not 387".to_owned()), "{told:?}");
    assert!(told.iter().any(|text| text.contains("at 5 percent") && text.contains("227700")), "{told:?}");
    assert_eq!(answer.claimed, Some(PrintedSum { count: 155, amount: 386_400 }));
    assert_eq!(assumptions, ["assumption.tariff"]);
    // The same sheet reckoned at 10 percent has nothing wrong on it but its prices, labels and placeholders (G-CLM-3).
    let mut right = printed;
    let summary = right.summary.as_mut().unwrap();
    for (line, amount) in summary.groups[1].lines[3..].iter_mut().zip([227_700, 154_000, 23_100]) {
        line.amount = amount;
    }
    summary.groups[1].subtotal.amount = 404_800;
    summary.total.amount = 404_800;
    let (_, findings, _) = alone("2022-04", &right);
    assert!(places(&findings).iter().all(|(code, _)| !code.starts_with("claims.amount")), "{findings:?}");
    assert_eq!(findings.total(), 17);
}

// Sheets that were made

fn record(service: Service, time: TimeClass, coupon: CouponKind, municipality: &str, number: u64) -> ClaimRecord {
    ClaimRecord {
        service,
        date: "2022-02-10".parse().unwrap(),
        time: None,
        class: Some(time),
        municipality: municipality.parse().unwrap(),
        coupon,
        number: Some(format!("{number:010}").parse().unwrap()),
        birth_date: None,
        age: Some(AgeClass::SixAndOver),
        dose: Some(3),
        returned: false,
    }
}

/// Records of February 2022, each with a coupon of its own.
fn records() -> impl Strategy<Value = Vec<ClaimRecord>> {
    let one = (
        prop::sample::select(Service::ALL.to_vec()),
        prop::sample::select(AgeClass::ALL.to_vec()),
        prop::sample::select(TimeClass::ALL.to_vec()),
        prop::sample::select(CouponKind::ALL.to_vec()),
        // 港区, 目黒区, 横浜市 and two of its wards.
        prop::sample::select(vec![MINATO, MEGURO, "141003", "141011", "141020"]),
    );
    prop::collection::vec(one, 1..24).prop_map(|rows| {
        let record = |(index, (service, age, time, coupon, municipality))| {
            let mut record = record(service, time, coupon, municipality, u64::try_from(index).unwrap());
            record.age = Some(age);
            record
        };
        rows.into_iter().enumerate().map(record).collect()
    })
}

fn institution() -> SheetHead {
    let mut head = SheetHead::new(MINATO.parse().unwrap());
    head.address = Some("東京都港区見本1-2-3".parse().unwrap());
    head.representative = Some("架空 太郎".parse().unwrap());
    head.telephone = Some("03-0000-0000".parse().unwrap());
    head.facility_class = Some("2".parse().unwrap());
    head.institution = Some("1319999996".parse().unwrap());
    head.name = Some("見本クリニック".parse().unwrap());
    head
}

fn made(records: &[ClaimRecord], include_own: bool) -> PrintedSheets {
    let mut counts = ClaimCounts::new();
    for record in records {
        let line = PriceLine { service: record.service, age: record.age.unwrap(), time: record.class.unwrap() };
        counts.add(ClaimCase { coupon: record.coupon, municipality: record.municipality, line }, 1).unwrap();
    }
    let mut terms = SheetTerms::new(SheetForm::New, "2022-03".parse().unwrap(), "2022-02".parse().unwrap());
    terms.include_own = include_own;
    PrintedSheets::from(sheets(&BOOK, institution(), &terms, &counts).unwrap().value())
}

/// Every sheet, the summary first.
fn pages(printed: &mut PrintedSheets) -> Vec<&mut PrintedSheet> {
    let PrintedSheets { summary, municipal, .. } = printed;
    summary.iter_mut().chain(municipal.iter_mut().flatten().map(|sheet| &mut sheet.sheet)).collect()
}

/// Every figure of a sheet.
fn figures(sheet: &mut PrintedSheet) -> Vec<&mut u64> {
    let mut out = Vec::new();
    for group in &mut sheet.groups {
        for line in &mut group.lines {
            out.extend([&mut line.count, &mut line.amount]);
            out.extend(line.unit_price.as_mut());
        }
        out.extend([&mut group.subtotal.count, &mut group.subtotal.amount]);
    }
    out.extend([&mut sheet.total.count, &mut sheet.total.amount]);
    out
}

/// Every set of sheets that differs from these in one thing, with what was done.
fn spoilt(printed: &PrintedSheets) -> Vec<(String, PrintedSheets)> {
    let mut out = Vec::new();
    let mut spoil = |what: String, change: &dyn Fn(&mut PrintedSheets)| {
        let mut other = printed.clone();
        change(&mut other);
        assert_ne!(&other, printed, "{what} changes nothing");
        out.push((what, other));
    };
    let mut copy = printed.clone();
    let sheets = pages(&mut copy).len();
    for page in 0..sheets {
        let count = figures(pages(&mut copy)[page]).len();
        for figure in 0..count {
            for up in [true, false] {
                let value = *figures(pages(&mut copy)[page])[figure];
                if let Some(value) = if up { Some(value + 1) } else { value.checked_sub(1) } {
                    spoil(format!("sheet {page}, figure {figure}, up {up}"), &|other| {
                        *figures(pages(other)[page])[figure] = value;
                    });
                }
            }
        }
        for group in 0..2 {
            for line in 0..6 {
                spoil(format!("sheet {page}: label {group}/{line}"), &|other| {
                    let lines = &mut pages(other)[page].groups[group].lines;
                    lines[line].label = lines[(line + 1) % 6].label.clone();
                });
                spoil(format!("sheet {page}: no line {group}/{line}"), &|other| {
                    pages(other)[page].groups[group].lines.remove(line);
                });
                spoil(format!("sheet {page}: line {group}/{line} twice"), &|other| {
                    let lines = &mut pages(other)[page].groups[group].lines;
                    lines.push(lines[line].clone());
                });
            }
            spoil(format!("sheet {page}: no group {group}"), &|other| {
                pages(other)[page].groups.remove(group);
            });
        }
        spoil(format!("sheet {page}: title"), &|other| pages(other)[page].title = Some("請求書".to_owned()));
        spoil(format!("sheet {page}: addressee"), &|other| {
            pages(other)[page].addressee = Some("千葉県国民健康保険団体連合会 御中".to_owned());
        });
    }
    spoil("form".to_owned(), &|other| other.form = SheetForm::Old);
    spoil("month".to_owned(), &|other| other.billing_month = Some("2022-02".parse().unwrap()));
    spoil("tax".to_owned(), &|other| other.tax_rate = Some(Fraction::new(1, 20)));
    spoil("number".to_owned(), &|other| other.head.as_mut().unwrap().institution.push('0'));
    for index in 0..sheets - 1 {
        spoil(format!("municipal {index}: box"), &|other| {
            let sheet = &mut other.municipal.as_mut().unwrap()[index].sheet;
            sheet.checked = sheet.checked.map(|checked| !checked);
        });
        spoil(format!("municipal {index}: code"), &|other| {
            other.municipal.as_mut().unwrap()[index].municipality = "131121".to_owned();
        });
        spoil(format!("municipal {index}: name"), &|other| {
            other.municipal.as_mut().unwrap()[index].name = Some("世田谷区".to_owned());
        });
        spoil(format!("municipal {index}: coupon"), &|other| {
            let sheet = &mut other.municipal.as_mut().unwrap()[index];
            sheet.coupon = CouponKind::ALL.into_iter().find(|kind| Some(*kind) != sheet.coupon);
        });
        spoil(format!("municipal {index}: twice"), &|other| {
            let sheets = other.municipal.as_mut().unwrap();
            sheets.push(sheets[index].clone());
        });
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Sheets that were made of records are in order, alone and beside the records; each single change is found.
    #[test]
    fn what_was_made_passes_and_every_change_is_found(records in records(), include_own: bool) {
        let printed = made(&records, include_own);
        prop_assert_eq!(places(&alone("2022-03", &printed).1), vec![]);
        let (answer, findings) = beside(&records, &printed);
        prop_assert_eq!(places(&findings), vec![]);
        prop_assert_eq!(answer.expected, answer.claimed);
        let told = answer.records.unwrap();
        prop_assert_eq!((told.given, told.counted), (records.len() as u64, records.len() as u64));

        for (what, other) in spoilt(&printed) {
            prop_assert!(alone("2022-03", &other).1.has_errors(), "{}", what);
            prop_assert!(beside(&records, &other).1.has_errors(), "beside records: {}", what);
        }
        // What only the records can tell: a sheet that is not there, whatever the summary says.
        for index in 0..printed.municipal.as_ref().unwrap().len() {
            let mut other = printed.clone();
            other.municipal.as_mut().unwrap().remove(index);
            let missing = vec![("claims.sheet.missing", "municipal".to_owned())];
            prop_assert_eq!(places(&beside(&records, &other).1), missing);
        }
        let other = PrintedSheets { summary: None, ..printed.clone() };
        prop_assert_eq!(places(&beside(&records, &other).1), vec![("claims.summary.missing", "/sheets".to_owned())]);
        // The box of the summary, where somebody of the own municipality is claimed for.
        let mut other = printed.clone();
        other.summary.as_mut().unwrap().checked = Some(!include_own);
        let own = records.iter().any(|record| record.municipality.to_string() == MINATO);
        let code = if include_own { "claims.box.unchecked" } else { "claims.box.checked" };
        let expected = if own { vec![(code, "summary/checked".to_owned())] } else { vec![] };
        prop_assert_eq!(&places(&beside(&records, &other).1), &expected);
        prop_assert_eq!(&places(&alone("2022-03", &other).1), &expected);
    }
}

// Records

#[test]
fn records_that_are_wrong_are_kept_out() {
    let good = record(Service::Vaccination, TimeClass::Holiday, CouponKind::WithCoupon, MEGURO, 1);
    let wrong = |change: fn(&mut ClaimRecord)| {
        let mut record = record(Service::Vaccination, TimeClass::Regular, CouponKind::WithCoupon, MEGURO, 2);
        change(&mut record);
        record
    };
    let records = [
        good.clone(),
        wrong(|record| record.date = "2022-03-01".parse().unwrap()),
        wrong(|record| record.age = None),
        wrong(|record| record.class = None),
        wrong(|record| record.municipality = "131997".parse().unwrap()),
        wrong(|record| record.birth_date = Some(Personal::new("2019-01-01".parse().unwrap()))),
        good.clone(),
        // Another dose of the same coupon.
        wrong(|record| {
            record.number = Some("0000000001".parse().unwrap());
            record.dose = Some(4);
        }),
    ];
    let mut claim = ClaimCheck::new("2022-03".parse().unwrap());
    claim.records = Some(&records);
    let (answer, findings, assumptions) = checked(&claim);
    is(
        &findings,
        &[
            ("claims.month.not_after", "/records/1/date"),
            ("claims.record.age_missing", "/records/2/age"),
            ("claims.record.time_missing", "/records/3/class"),
            ("code.municipality.unknown", "/records/4/municipality"),
            ("claims.record.age_differs", "/records/5/age"),
            ("claims.record.double", "/records/6"),
        ],
    );
    let told = answer.records.unwrap();
    assert_eq!((told.given, told.counted), (8, 2));
    // 4,620 on a holiday and 2,277 within hours.
    assert_eq!(answer.expected, Some(PrintedSum { count: 2, amount: 6_897 }));
    assert_eq!(answer.claimed, None);
    assert_eq!(assumptions, ["assumption.double-claim", "assumption.tariff"]);
}

#[test]
fn surcharges_of_late_claims_are_claimed_apart() {
    let late = |date: &str, time, municipality, number| {
        let mut record = record(Service::Vaccination, time, CouponKind::WithCoupon, municipality, number);
        record.date = date.parse().unwrap();
        record
    };
    let records = [
        late("2021-11-07", TimeClass::Holiday, MEGURO, 1),
        late("2021-11-03", TimeClass::Holiday, MEGURO, 2),
        late("2021-11-07", TimeClass::OffHours, "141011", 3),
        late("2021-11-07", TimeClass::Regular, MEGURO, 4),
        late("2021-10-31", TimeClass::Holiday, MEGURO, 5),
    ];
    let mut claim = ClaimCheck::new("2022-01".parse().unwrap());
    claim.records = Some(&records);
    let (answer, findings, _) = checked(&claim);
    let warned = ["/records/0/class", "/records/1/class", "/records/2/class", "/records/4/class"];
    is(&findings, &warned.map(|at| ("claims.surcharge.apart", at)));
    assert!(!findings.has_errors());
    let told = answer.records.unwrap();
    let apart: Vec<_> = told
        .apart
        .iter()
        .map(|c| {
            let place = (c.municipality.to_string(), c.vaccination_month.to_string());
            (place, c.time, c.unit.number(), c.count, c.net.number(), c.amount.number())
        })
        .collect();
    // 2,130, twice 2,130 and 730, with 10 percent; a line for each month, and of a ward its city pays.
    let place = |code: &str, month: &str| (code.to_owned(), month.to_owned());
    let expected = [
        (place(MEGURO, "2021-10"), TimeClass::Holiday, 2_130, 1, 2_130, 2_343),
        (place(MEGURO, "2021-11"), TimeClass::Holiday, 2_130, 2, 4_260, 4_686),
        (place("141003", "2021-11"), TimeClass::OffHours, 730, 1, 730, 803),
    ];
    assert_eq!(apart, expected);
    assert_eq!(answer.expected, Some(PrintedSum { count: 5, amount: 5 * 2_277 }));
}

/// A surcharge on the sheets where none may be: before 2021-12, and of a workplace with Moderna (CLM-8, CLM-11).
#[test]
fn surcharges_that_may_not_be() {
    let records = [record(Service::Vaccination, TimeClass::Holiday, CouponKind::WithCoupon, MEGURO, 1)];
    let printed = made(&records, true);
    let mut claim = ClaimCheck::new("2022-03".parse().unwrap());
    claim.sheets = Some(&printed);
    claim.vaccination_month = Some("2021-11".parse().unwrap());
    let at = ["municipal/0/groups/1/lines/5/count", "summary/groups/1/lines/5/count"];
    let mut expected = at.map(|at| ("claims.surcharge.on_sheet", at)).to_vec();
    expected.push(("claims.surcharge.apart", "/vaccination_month"));
    is(&checked(&claim).1, &expected);
    claim.vaccination_month = None;
    claim.site = ClaimSite::WorkplaceModerna;
    is(&checked(&claim).1, &at.map(|at| ("claims.surcharge.none", at)));
}

#[test]
fn there_must_be_something_to_check() {
    let refusal = check(&BOOK, &ClaimCheck::new("2022-03".parse().unwrap())).unwrap_err();
    assert_eq!(refusal.code(), "claims.check.nothing");
    let mut claim = ClaimCheck::new("2024-05".parse().unwrap());
    claim.records = Some(&[]);
    assert_eq!(check(&BOOK, &claim).unwrap_err().code(), "claims.month.no_claims");
}
