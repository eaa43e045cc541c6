//! The claim sheets: the printed samples, the laws of counting, and what is printed.
//!
//! Source: 「請求総括書・市区町村別請求書の出力について」 and 「主な機能の変更点 その2」, 2021-11 (CLM-3 to 6,
//! CLM-12 to 17); rulings tariff, tax, rounding, municipality-code.

#[path = "common/sheets.rs"]
mod samples;

use std::collections::BTreeMap;

use proptest::prelude::*;
use vsys_core::base::{Findings, Fraction, InstitutionKind, Path, Quantity, Refusal, Rounding};
use vsys_core::claims::{
    ClaimCase, ClaimCounts, ClaimSheets, ClaimTotal, CouponKind, HeadField, PriceLine, Sheet, SheetForm, SheetHead,
    SheetKind, SheetTable, SheetTerms, check_totals, render, sheets,
};
use vsys_core::rows::{Column, Encoding, Sheet as Rows};
use vsys_core::rulebook::{AgeClass, MunicipalityKind, Service, TimeClass};

use samples::{
    BOOK, FEE, MEGURO, MINATO, PRICES, SCREENING, YOKOHAMA, case, code, counts, head, line, make, new_sample,
    old_sample, terms,
};

/// Count and amount of every line, of the subtotals and of the total.
fn figures(table: &SheetTable) -> Vec<(u64, u64)> {
    let mut out = Vec::new();
    for group in table.groups() {
        out.extend(group.lines().iter().map(|line| (line.count, line.amount.number())));
        out.push((group.subtotal().count, group.subtotal().amount.number()));
    }
    out.push((table.total().count, table.total().amount.number()));
    out
}

#[test]
fn the_printed_samples_come_out() {
    let old = old_sample();
    let expected = [(0, 0), (5, 8_470), (5, 8_470), (0, 0), (50, 113_850), (50, 113_850), (55, 122_320)];
    assert_eq!(figures(old.summary().table()), expected);
    let city = [(0, 0), (0, 0), (0, 0), (0, 0), (10, 22_770), (10, 22_770), (10, 22_770)];
    assert_eq!(figures(old.municipal()[1].table()), city);

    for (rate, amounts) in
        [(Some(Fraction::new(1, 20)), [217_350, 147_000, 22_050, 386_400]), (None, [227_700, 154_000, 23_100, 404_800])]
    {
        let new = new_sample(rate);
        let [regular, off_hours, holiday, sum] = amounts;
        let mut expected = vec![(0, 0); 10];
        expected.extend([(100, regular), (50, off_hours), (5, holiday), (155, sum), (155, sum)]);
        assert_eq!(figures(new.summary().table()), expected);
    }
}

#[test]
fn the_lines_and_prices_are_those_of_the_forms() {
    let units = |made: &ClaimSheets| -> Vec<Option<u64>> {
        let lines = made.summary().table().groups().iter().flat_map(|group| group.lines().to_vec());
        lines.map(|line| line.unit.map(Quantity::number)).collect()
    };
    assert_eq!(units(&new_sample(None)), PRICES.map(Some));
    assert_eq!(units(&old_sample()), [2_200, 1_540, 2_730, 2_070].map(Some));
    // Before 2021-04 there is no addition for the new sheet to price.
    let early = SheetTerms::new(SheetForm::New, "2022-01".parse().unwrap(), "2021-03".parse().unwrap());
    let early = units(&make(&early, &counts(&[(case(MEGURO, FEE), 1)])));
    assert_eq!(early.iter().filter(|unit| unit.is_none()).count(), 8);
    assert_eq!((early[0], early[FEE]), (Some(2_200), Some(2_070)));
}

#[test]
fn the_box_and_the_addressee() {
    let cases = counts(&[(case(MINATO, FEE), 10), (case(MEGURO, FEE), 45)]);
    for (include_own, expected) in [(true, 55), (false, 45)] {
        let mut terms = terms(SheetForm::Old);
        terms.include_own = include_own;
        let made = make(&terms, &cases);
        assert_eq!((made.summary().checked(), made.summary().table().total().count), (include_own, expected));
        assert_eq!(made.summary().addressee(), "東京都国民健康保険団体連合会 御中");
        let cities: Vec<_> = made.municipal().iter().map(|sheet| (sheet.addressee(), sheet.checked())).collect();
        assert_eq!(cities, [("港区長 様", true), ("目黒区長 様", false)]);
    }
}

#[test]
fn wards_are_claimed_with_their_city() {
    let [city, ward] = YOKOHAMA;
    let cases = counts(&[(case(city, FEE), 3), (case(ward, FEE), 4)]);
    let mut own = head();
    own.municipality = code("141038");
    let made = sheets(&BOOK, own, &terms(SheetForm::Old), &cases).unwrap().into_value();
    assert_eq!(made.municipal().len(), 1);
    let SheetKind::Municipal { code: payer, name, .. } = made.municipal()[0].kind() else { panic!("municipal") };
    assert_eq!((*payer, name.as_str(), made.municipal()[0].checked()), (code(city), "横浜市", true));
    assert_eq!(made.municipal()[0].table().total().count, 7);
}

fn codes_of(refusal: &Refusal) -> Vec<(&'static str, String)> {
    refusal.findings().sorted().iter().map(|finding| (finding.code, finding.place.to_string())).collect()
}

const LATE: (&str, &str) = ("claims.surcharge.apart", "/vaccination_month");
const FORM: (&str, &str) = ("claims.sheet.form", "/form");

#[test]
fn a_surcharge_that_is_claimed_apart_has_no_line() {
    const SEPARATE: (&str, &str) = ("claims.surcharge.on_sheet", "/cases/time");
    const NO_LINE: (&str, &str) = ("claims.sheet.no_line", "/cases/time");
    for (form, billing, vaccination, index, expected) in [
        (SheetForm::New, "2022-01", "2021-11", 10, &[SEPARATE, LATE][..]),
        (SheetForm::New, "2022-01", "2021-12", 10, &[]),
        (SheetForm::Old, "2021-12", "2021-11", 11, &[SEPARATE]),
        (SheetForm::Old, "2022-01", "2021-12", 11, &[NO_LINE, FORM]),
    ] {
        let terms = SheetTerms::new(form, billing.parse().unwrap(), vaccination.parse().unwrap());
        let made = sheets(&BOOK, head(), &terms, &counts(&[(case(MEGURO, index), 1)]));
        let got = made.err().map(|refusal| codes_of(&refusal)).unwrap_or_default();
        let got: Vec<(&str, &str)> = got.iter().map(|(code, at)| (*code, at.as_str())).collect();
        assert_eq!(got, expected, "{form:?} {billing} {vaccination} {index}");
    }
}

/// The form is that of the month of claim, and months are those that can be claimed together (CLM-7, CLM-15).
#[test]
fn form_and_months_belong_together() {
    const EARLY: (&str, &str) = ("claims.month.not_after", "/billing_month");
    for (form, billing, vaccination, expected) in [
        (SheetForm::Old, "2021-12", "2021-11", &[][..]),
        (SheetForm::New, "2021-12", "2021-11", &[FORM]),
        (SheetForm::Old, "2022-01", "2021-11", &[FORM, LATE]),
        (SheetForm::New, "2022-01", "2022-01", &[EARLY]),
        (SheetForm::Old, "2022-01", "2022-02", &[EARLY, FORM]),
        (
            SheetForm::New,
            "2024-05",
            "2024-04",
            &[("claims.month.no_claims", "/billing_month"), ("claims.month.outside_programme", "/vaccination_month")],
        ),
    ] {
        let terms = SheetTerms::new(form, billing.parse().unwrap(), vaccination.parse().unwrap());
        let made = sheets(&BOOK, head(), &terms, &counts(&[(case(MEGURO, FEE), 1)]));
        let got = made.err().map(|refusal| codes_of(&refusal)).unwrap_or_default();
        let got: Vec<(&str, &str)> = got.iter().map(|(code, at)| (*code, at.as_str())).collect();
        assert_eq!(got, expected, "{form:?} {billing} {vaccination}");
    }
    // The last month of claim: the sheets can be made, but not in V-SYS (F-PRICE).
    let last = SheetTerms::new(SheetForm::New, "2024-04".parse().unwrap(), "2024-03".parse().unwrap());
    let made = sheets(&BOOK, head(), &last, &counts(&[(case(MEGURO, FEE), 1)])).unwrap();
    assert_eq!(made.findings().sorted().iter().map(|finding| finding.code).collect::<Vec<_>>(), ["claims.vsys.closed"]);
}

#[test]
fn totals_are_compared_table_by_table() {
    let mut cases = counts(&[(case(MINATO, FEE), 10), (case(MEGURO, FEE), 45), (case(MEGURO, SCREENING), 2)]);
    cases.add(ClaimCase { coupon: CouponKind::WithoutCoupon, ..case(MEGURO, FEE) }, 7).unwrap();
    let total = |coupon, index, count| ClaimTotal { coupon, line: line(index), count };
    let right = [total(CouponKind::WithCoupon, FEE, 55), total(CouponKind::WithoutCoupon, FEE, 7)];
    assert!(check_totals(&cases, &right).is_empty());
    let wrong = [right[0], total(CouponKind::WithoutCoupon, FEE, 62), total(CouponKind::WithCoupon, 0, 1)];
    let findings = check_totals(&cases, &wrong);
    let places: Vec<String> = findings.sorted().iter().map(|finding| finding.place.to_string()).collect();
    assert_eq!(places, ["/totals/1/count", "/totals/2/count"]);
}

#[test]
fn personal_data_stay_out_of_debug_and_findings() {
    let made = new_sample(None);
    let debug = format!("{made:?}");
    assert!(debug.contains("見本クリニック") && !debug.contains("架空 太郎") && !debug.contains("03-0000"), "{debug}");
    let mut odd = head();
    odd.representative = Some("架空 𠮷子".parse().unwrap());
    odd.telephone = Some("03\u{2212}0000".parse().unwrap());
    let made = sheets(&BOOK, odd, &terms(SheetForm::Old), &ClaimCounts::new()).unwrap().into_value();
    let refusal = render::csv_cp932(&made).unwrap_err();
    let expected = ["/head/representative", "/head/telephone"].map(|at| ("claims.render.encoding", at.to_owned()));
    assert_eq!(codes_of(&refusal), expected);
    let told = format!("{refusal:?}");
    assert!(!told.contains("𠮷") && !told.contains("架空") && !told.contains("0000"), "{told}");
}

#[test]
fn what_is_blank_is_told() {
    let made = sheets(&BOOK, SheetHead::new(code(MINATO)), &terms(SheetForm::Old), &ClaimCounts::new()).unwrap();
    let findings = made.findings().sorted();
    assert_eq!(findings.len(), HeadField::ALL.len());
    assert!(findings.iter().all(|finding| finding.code == "claims.head.blank"));
    assert!(findings.iter().all(|finding| finding.help.ja.contains("手書き") && finding.help.ja.contains("更新")));
    let mut similar = head();
    similar.institution = Some("1319999995".parse().unwrap());
    for (kind, expected) in [(InstitutionKind::Insurance, 1), (InstitutionKind::Similar, 0), (InstitutionKind::Care, 0)]
    {
        similar.institution_kind = kind;
        let made = sheets(&BOOK, similar.clone(), &terms(SheetForm::Old), &ClaimCounts::new()).unwrap();
        assert_eq!(made.findings().total(), expected, "{kind:?}");
    }
}

// The laws of counting

fn any_case() -> impl Strategy<Value = (ClaimCase, u64)> {
    let municipality = prop::sample::select(vec![MINATO, MEGURO, "131121", YOKOHAMA[0], YOKOHAMA[1], "271276"]);
    let coupon = prop::sample::select(CouponKind::ALL.to_vec());
    (coupon, municipality, 0_usize..12, 0_u64..2_000).prop_map(|(coupon, municipality, index, count)| {
        (ClaimCase { coupon, municipality: code(municipality), line: line(index) }, count)
    })
}

/// What the rules say a line costs: count × price × (1 + rate) in hundredths of a percent, cut once.
fn expected_amount(count: u64, index: usize, rate: u64) -> u64 {
    count * PRICES[index] * (10_000 + rate) / 10_000
}

fn sum_of(parts: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    parts.fold((0, 0), |(count, amount), (more, yen)| (count + more, amount + yen))
}

fn holds(sheet: &Sheet, counts: &BTreeMap<usize, u64>, rate: u64) -> Result<(), TestCaseError> {
    let mut sums = Vec::new();
    for group in sheet.table().groups() {
        for got in group.lines() {
            let index = PriceLine::all().position(|line| line == got.line).unwrap();
            let count = counts.get(&index).copied().unwrap_or(0);
            prop_assert_eq!((got.count, got.amount.number()), (count, expected_amount(count, index, rate)));
        }
        let sum = sum_of(group.lines().iter().map(|line| (line.count, line.amount.number())));
        prop_assert_eq!((group.subtotal().count, group.subtotal().amount.number()), sum);
        sums.push(sum);
    }
    let total = sheet.table().total();
    prop_assert_eq!((total.count, total.amount.number()), sum_of(sums.into_iter()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Lines are sums of records, totals sums of lines; the summary counts both tables.
    #[test]
    fn figures_are_sums(
        cases in prop::collection::vec(any_case(), 0..40),
        rate in prop::sample::select(vec![0_u64, 500, 770, 1_000]),
        include_own: bool,
    ) {
        let mut terms = terms(SheetForm::New);
        terms.include_own = include_own;
        terms.tax_rate = Some(Fraction::new(rate.into(), 10_000));
        let made = make(&terms, &counts(&cases));
        let payer = |case: &ClaimCase| match case.municipality.to_string().as_str() {
            "141011" => code("141003"),
            "271276" => code("271004"),
            _ => case.municipality,
        };
        let gather = |wanted: &dyn Fn(&ClaimCase) -> bool| {
            let mut sums: BTreeMap<usize, u64> = BTreeMap::new();
            for (case, count) in cases.iter().filter(|(case, _)| wanted(case)) {
                *sums.entry(PriceLine::all().position(|line| line == case.line).unwrap()).or_default() += count;
            }
            sums
        };
        holds(made.summary(), &gather(&|case| include_own || payer(case) != code(MINATO)), rate)?;
        for sheet in made.municipal() {
            let SheetKind::Municipal { code, coupon, .. } = sheet.kind() else { panic!("municipal") };
            let own = gather(&|case| payer(case) == *code && case.coupon == *coupon);
            prop_assert!(own.values().sum::<u64>() > 0, "a sheet of nothing");
            holds(sheet, &own, rate)?;
        }
        let claimed: u64 = cases.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(made.municipal().iter().map(|sheet| sheet.table().total().count).sum::<u64>(), claimed);
    }

    /// Neither the order of records nor the way they are split changes anything.
    #[test]
    fn order_and_batches_change_nothing(
        (cases, shuffled) in prop::collection::vec(any_case(), 0..40)
            .prop_flat_map(|cases| (Just(cases.clone()), Just(cases).prop_shuffle())),
        at in 0_usize..40,
    ) {
        let whole = counts(&cases);
        prop_assert_eq!(&counts(&shuffled), &whole);
        let (first, second) = shuffled.split_at(at.min(shuffled.len()));
        let (mut merged, second) = (counts(first), counts(second));
        let mut turned = second.clone();
        turned.merge(&merged).unwrap();
        merged.merge(&second).unwrap();
        prop_assert_eq!(&merged, &whole);
        prop_assert_eq!(&turned, &whole);
        prop_assert_eq!(make(&terms(SheetForm::New), &merged), make(&terms(SheetForm::New), &whole));
        // Single records count as one each.
        let mut single = ClaimCounts::new();
        for (case, count) in cases.iter().filter(|(_, count)| *count < 50) {
            (0..*count).for_each(|_| single.add(*case, 1).unwrap());
        }
        let small: Vec<_> = cases.iter().copied().filter(|(_, count)| *count < 50).collect();
        prop_assert_eq!(single, counts(&small));
    }

    /// Memory is bounded by municipalities, not by records.
    #[test]
    fn at_most_24_figures_a_municipality(cases in prop::collection::vec(any_case(), 0..200)) {
        prop_assert!(counts(&cases).iter().count() <= 6 * 24);
    }
}

#[test]
fn what_does_not_fit_is_not_counted() {
    let mut full = counts(&[(case(MINATO, FEE), ClaimCounts::MOST)]);
    let before = full.clone();
    assert!(full.add(case(MEGURO, FEE), 1).is_err());
    assert!(full.merge(&counts(&[(case(MEGURO, FEE), 1)])).is_err());
    assert_eq!(full, before);
    full.merge(&ClaimCounts::new()).unwrap();
    assert_eq!(full.total(), ClaimCounts::MOST);
}

#[test]
fn rounding_is_once_a_printed_line() {
    // 2,173.5 yen at 5 percent: each municipal sheet is cut, the summary has 4,347 exactly (CLM-17).
    for (rounding, sheet, summary) in [(Rounding::Floor, 2_173, 4_347), (Rounding::Ceil, 2_174, 4_347)] {
        let mut terms = terms(SheetForm::Old);
        (terms.tax_rate, terms.rounding) = (Some(Fraction::new(1, 20)), rounding);
        let made = make(&terms, &counts(&[(case(MINATO, FEE), 1), (case(MEGURO, FEE), 1)]));
        assert_eq!(made.summary().table().total().amount.number(), summary);
        assert!(made.municipal().iter().all(|city| city.table().total().amount.number() == sheet));
    }
}

// What is printed

/// The expected files were read against the printed samples figure by figure before they were committed.
fn same(got: &str, name: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let expected = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (number, (got, expected)) in got.lines().zip(expected.lines()).enumerate() {
        assert_eq!(got, expected, "{name}, line {}", number + 1);
    }
    assert_eq!(got, expected, "{name}");
}

/// The texts of the cells of every table of a class, row by row.
fn cells(html: &str, class: &str) -> Vec<Vec<String>> {
    let start = format!("<table class=\"{class}\">");
    let tables = html.split(start.as_str()).skip(1);
    let rows = tables.flat_map(|table| table.split("</table>").next().unwrap().split("<tr").skip(1));
    // What stands before the end of a cell, since its last tag; behind the last cell nothing does.
    let text = |row: &str| -> Vec<String> {
        let row = row.replace("</th>", "</td>");
        let cells = row.rsplit("</td>").skip(1).filter_map(|cell| cell.rsplit('>').next());
        cells.map(str::to_owned).collect::<Vec<_>>().into_iter().rev().collect()
    };
    rows.map(text).collect()
}

#[test]
fn the_new_sample_in_print() {
    let made = new_sample(Some(Fraction::new(1, 20)));
    let html = render::html(&made);
    let rows = cells(&html, "claim");
    // Three sheets of a header, twelve lines, two subtotals and a total.
    assert_eq!(rows.len(), 3 * 16);
    assert_eq!(rows[0], ["区分", "種類", "請求件数", "請求金額(税込み)", "決定件数", "決定金額(税込み)"]);
    assert_eq!(rows[1], ["予診のみ", "6歳未満(時間内)", "0", "0", "", ""]);
    assert_eq!(rows[11], ["6歳以上(時間内)", "100", "217,350", "", ""]);
    assert_eq!(rows[12], ["6歳以上(時間外)", "50", "147,000", "", ""]);
    assert_eq!(rows[13], ["6歳以上(休日)", "5", "22,050", "", ""]);
    assert_eq!(rows[14], ["小計", "155", "386,400", "", ""]);
    assert_eq!(rows[15], ["合計", "155件", "386,400円", "", ""]);
    let text = render::text(&made);
    assert!(text.contains("| 合計     |                 |    155件 |        386,400円 |"), "{text}");
    same(&html, "claims_sheets_new.html");
    same(&text, "claims_sheets_new.txt");
    same(&render::csv(&made), "claims_sheets_new.csv");
}

#[test]
fn the_old_sample_in_print() {
    let made = old_sample();
    let html = render::html(&made);
    let rows = cells(&html, "claim");
    assert_eq!(rows.len(), 3 * 8);
    assert_eq!(rows[2], ["6歳以上", "5", "8,470", "", ""]);
    assert_eq!(rows[5], ["6歳以上", "50", "113,850", "", ""]);
    assert_eq!(rows[7], ["合計", "55件", "122,320円", "", ""]);
    assert_eq!(rows[23], ["合計", "10件", "22,770円", "", ""]);
    same(&html, "claims_sheets_old.html");
    same(&render::text(&made), "claims_sheets_old.txt");
    same(&render::csv(&made), "claims_sheets_old.csv");
}

#[test]
fn every_sheet_is_a_page_that_needs_nothing_else() {
    let html = render::html(&new_sample(None));
    assert_eq!(html.matches("<section class=\"sheet\">").count(), 3);
    for rule in ["@page { size: A4 portrait;", "break-after: page;", ".sheet:last-child { break-after: auto; }"] {
        assert!(html.contains(rule), "{rule}");
    }
    assert!(html.contains("default-src 'none'"));
    for outside in ["http:", "https:", "//", "url(", "src=", "href=", "<link", "@import", "<script", "overflow: hidden"]
    {
        assert!(!html.contains(outside), "{outside}");
    }
    assert_eq!(html.matches('☑').count(), 2, "the summary, and the sheet of the own municipality");
    assert_eq!(html.matches('☐').count(), 1);
    assert_eq!(html.matches("<dt>被接種者区分</dt><dd>②クーポン券あり</dd>").count(), 2);
    assert_eq!(html.matches("市区町村番号 131105").count(), 1);
}

#[test]
fn nothing_that_is_printed_becomes_markup() {
    let mut odd = head();
    odd.name = Some("<script>alert('x')</script>".parse().unwrap());
    odd.address = Some("\"><img src=x> & 見本".parse().unwrap());
    odd.representative = Some("</style><b>".parse().unwrap());
    let made = sheets(&BOOK, odd, &terms(SheetForm::Old), &ClaimCounts::new()).unwrap().into_value();
    let html = render::html(&made);
    for tag in ["<script", "<img", "<b>"] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    assert!(html.contains("&quot;&gt;&lt;img src=x&gt; &amp; 見本"));
}

/// Full width is two columns, so every line of the table is equally long.
#[test]
fn the_text_is_aligned() {
    let wide = |line: &str| line.chars().map(|char| if char.is_ascii() { 1 } else { 2 }).sum::<usize>();
    for made in [new_sample(None), old_sample()] {
        let text = render::text(&made);
        assert_eq!(text.matches('\u{c}').count(), 2);
        for page in text.split('\u{c}') {
            let widths: Vec<usize> = page.lines().filter(|line| line.starts_with(['|', '+'])).map(wide).collect();
            assert!(widths.len() >= 12 && widths.iter().all(|width| *width == widths[0]), "{widths:?}");
        }
    }
}

const fn column(names: &'static [&'static str]) -> Column {
    Column { names, required: true }
}

const COLUMNS: [Column; 19] = [
    column(&["帳票"]),
    column(&["請求先"]),
    column(&["市区町村番号"]),
    column(&["被接種者区分"]),
    column(&["同一市区町村"]),
    column(&["医療機関等の所在地"]),
    column(&["代表者氏名"]),
    column(&["電話番号"]),
    column(&["施設等区分"]),
    column(&["医療機関等番号（10桁）"]),
    column(&["医療機関等名称"]),
    column(&["請求月"]),
    column(&["区分"]),
    column(&["種類"]),
    column(&["単価（税抜き）"]),
    column(&["請求件数"]),
    column(&["請求金額（税込み）"]),
    column(&["決定件数"]),
    column(&["決定金額（税込み）"]),
];

/// Every municipality of the bundled table can be written in CP932, and the sheet reads back as it was.
#[test]
fn every_municipality_goes_through_cp932() {
    let terms = terms(SheetForm::Old);
    let mut all = ClaimCounts::new();
    let day = terms.vaccination_month.last_day();
    let towns = BOOK.municipalities().iter().filter(|town| town.kind != MunicipalityKind::Ward);
    for town in towns.filter(|town| BOOK.municipalities().on(town.code, day).is_ok()) {
        all.add(ClaimCase { municipality: town.code, ..case(MINATO, FEE) }, 1).unwrap();
    }
    let made = make(&terms, &all);
    assert!(made.municipal().len() > 1_700);
    let bytes = render::csv_cp932(&made).unwrap();
    assert!(std::str::from_utf8(&bytes).is_err());
    let text = render::csv(&made);
    let read = |bytes: &[u8], encoding| -> Vec<[String; 3]> {
        let mut findings = Findings::new();
        let mut rows = Rows::open("sheets.csv", bytes, Some(encoding), &COLUMNS, &mut findings).unwrap();
        let mut out = Vec::new();
        while let Some(row) = rows.next_row(&mut findings) {
            out.push([1, 12, 16].map(|column| row.text(column).into_owned()));
        }
        assert!(findings.is_empty());
        out
    };
    let rows = read(&bytes, Encoding::Cp932);
    assert_eq!(rows.len(), (made.municipal().len() + 1) * 7);
    assert_eq!(rows, read(text.as_bytes(), Encoding::Utf8));
    assert!(rows.contains(&["目黒区長 様".to_owned(), "合計".to_owned(), "2277".to_owned()]));
}

#[test]
fn the_services_of_a_sheet_are_in_the_order_of_the_print() {
    let order: Vec<Service> = old_sample().summary().table().groups().iter().map(|group| group.service()).collect();
    assert_eq!(order, [Service::ConsultationOnly, Service::Vaccination]);
    let fee = line(FEE);
    assert_eq!((fee.service, fee.age, fee.time), (Service::Vaccination, AgeClass::SixAndOver, TimeClass::Regular));
}

/// What the terms admit, they report at the place that the caller names.
#[test]
fn a_case_is_judged_at_its_own_place() {
    let mut findings = Findings::new();
    let at = |member: &'static str| Path::element("cases", 7, member);
    let bad = case("131997", 11);
    assert!(terms(SheetForm::Old).admit(&BOOK, bad, 1, at, &mut findings).is_none());
    let places: Vec<String> = findings.sorted().iter().map(|finding| finding.place.to_string()).collect();
    assert_eq!(places, ["/cases/7/municipality", "/cases/7/time"]);
    let none = case(MEGURO, 11);
    let mut findings = Findings::new();
    assert!(terms(SheetForm::Old).admit(&BOOK, none, 0, at, &mut findings).is_some(), "a line that stays 0");
    assert!(findings.is_empty());
}
