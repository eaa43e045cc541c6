//! The printed samples of the claim sheets, and what they are made of.
//!
//! Source: 「請求総括書・市区町村別請求書の出力について」 and 「主な機能の変更点 その2」, 2021-11 (CLM-3 to 5).

#![allow(dead_code, reason = "every test file takes its own part")]

use std::sync::LazyLock;

use vsys_core::base::{Fraction, MunicipalityCode};
use vsys_core::claims::{
    ClaimCase, ClaimCounts, ClaimSheets, CouponKind, PriceLine, SheetForm, SheetHead, SheetTerms, sheets,
};
use vsys_core::rulebook::RuleBook;

pub(crate) static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());

/// The twelve prices of CLM-3, in the order of the print.
pub(crate) const PRICES: [u64; 12] =
    [2_200, 2_930, 4_330, 1_540, 2_270, 3_670, 2_730, 3_460, 4_860, 2_070, 2_800, 4_200];

pub(crate) const MINATO: &str = "131032";
pub(crate) const MEGURO: &str = "131105";
/// 横浜市, and its ward 鶴見区.
pub(crate) const YOKOHAMA: [&str; 2] = ["141003", "141011"];

pub(crate) fn code(text: &str) -> MunicipalityCode {
    text.parse().unwrap()
}

/// The lines in the order of the print.
pub(crate) fn line(index: usize) -> PriceLine {
    PriceLine::all().nth(index).unwrap()
}

pub(crate) const FEE: usize = 9;
pub(crate) const SCREENING: usize = 3;

pub(crate) fn case(municipality: &str, line_index: usize) -> ClaimCase {
    ClaimCase { coupon: CouponKind::WithCoupon, municipality: code(municipality), line: line(line_index) }
}

pub(crate) fn counts(cases: &[(ClaimCase, u64)]) -> ClaimCounts {
    let mut counts = ClaimCounts::new();
    cases.iter().for_each(|(case, count)| counts.add(*case, *count).unwrap());
    counts
}

pub(crate) fn head() -> SheetHead {
    let mut head = SheetHead::new(code(MINATO));
    head.address = Some("東京都港区見本1-2-3".parse().unwrap());
    head.representative = Some("架空 太郎".parse().unwrap());
    head.telephone = Some("03-0000-0000".parse().unwrap());
    head.facility_class = Some("2".parse().unwrap());
    head.institution = Some("1319999996".parse().unwrap());
    head.name = Some("見本クリニック".parse().unwrap());
    head
}

pub(crate) fn terms(form: SheetForm) -> SheetTerms {
    match form {
        SheetForm::Old => SheetTerms::new(form, "2021-04".parse().unwrap(), "2021-03".parse().unwrap()),
        SheetForm::New => SheetTerms::new(form, "2022-04".parse().unwrap(), "2022-03".parse().unwrap()),
    }
}

pub(crate) fn make(terms: &SheetTerms, counts: &ClaimCounts) -> ClaimSheets {
    sheets(&BOOK, head(), terms, counts).unwrap().into_value()
}

/// The new sample (CLM-5): 100, 50 and 5 vaccinations from six years, within hours, outside and on a holiday.
pub(crate) fn new_sample(rate: Option<Fraction>) -> ClaimSheets {
    let mut terms = terms(SheetForm::New);
    terms.tax_rate = rate;
    make(&terms, &counts(&[(case(MEGURO, 9), 100), (case(MEGURO, 10), 50), (case(MINATO, 11), 5)]))
}

/// The old sample (CLM-4): 5 screenings and 50 vaccinations, of which 10 in a municipality of their own sheet.
pub(crate) fn old_sample() -> ClaimSheets {
    let cases = [(case(MINATO, SCREENING), 5), (case(MINATO, FEE), 40), (case(MEGURO, FEE), 10)];
    make(&terms(SheetForm::Old), &counts(&cases))
}
