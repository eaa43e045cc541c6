//! The columns of the CSV, and how a row becomes a record.

use vsys_core::base::{Findings, Named, Personal};
use vsys_core::claims::{ClaimRecord, CouponKind, FormProblem};
use vsys_core::rows::{Column, Row, RowsProblem};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};

/// The columns with their English and Japanese headings. A row needs to tell what was done, when, and who pays from
/// which of the two tables; class of age and class of time may be stated, found, or both.
pub(crate) const COLUMNS: [Column; 11] = [
    Column { names: &["coupon_number", "券番号"], required: false },
    Column { names: &["municipality", "市町村コード"], required: true },
    Column { names: &["birth_date", "生年月日"], required: false },
    Column { names: &["date", "接種日"], required: true },
    Column { names: &["time", "接種時刻"], required: false },
    Column { names: &["class", "時間区分"], required: false },
    Column { names: &["age", "年齢区分"], required: false },
    Column { names: &["service", "区分"], required: true },
    Column { names: &["dose", "回数"], required: false },
    Column { names: &["coupon", "接種券の有無"], required: true },
    Column { names: &["returned", "返戻"], required: false },
];

pub(crate) const NUMBER: usize = 0;
const MUNICIPALITY: usize = 1;
pub(crate) const BIRTH: usize = 2;
const DATE: usize = 3;
pub(crate) const TIME: usize = 4;
pub(crate) const CLASS: usize = 5;
pub(crate) const AGE: usize = 6;
const SERVICE: usize = 7;
const DOSE: usize = 8;
const COUPON: usize = 9;
const RETURNED: usize = 10;

/// Doses of a person at most (接種回数).
const MOST_DOSES: u64 = 7;

/// Words that mean the same as the names of the library.
const COUPONS: [(&str, CouponKind); 2] = [("あり", CouponKind::WithCoupon), ("なし", CouponKind::WithoutCoupon)];
const AGES: [(&str, AgeClass); 2] = [("６歳未満", AgeClass::UnderSix), ("６歳以上", AgeClass::SixAndOver)];
const YES_OR_NO: [(&str, bool); 9] = [
    ("返戻", true),
    ("yes", true),
    ("はい", true),
    ("○", true),
    ("1", true),
    ("no", false),
    ("いいえ", false),
    ("0", false),
    ("", false),
];

/// The words that the columns take, made once.
pub(crate) struct Vocabulary {
    services: Vec<(&'static str, Service)>,
    classes: Vec<(&'static str, TimeClass)>,
    ages: Vec<(&'static str, AgeClass)>,
    coupons: Vec<(&'static str, CouponKind)>,
}

impl Vocabulary {
    pub(crate) fn new() -> Self {
        Self { services: words(&[]), classes: words(&[]), ages: words(&AGES), coupons: words(&COUPONS) }
    }

    /// The record of a row, or what is wrong with its cells, all at once and without their texts: a row that is
    /// shifted by a column has personal data anywhere.
    pub(crate) fn record(&self, row: &Row<'_, '_>, findings: &mut Findings) -> Option<ClaimRecord> {
        let row = &row.private();
        let before = findings.total();
        let service = row.word(SERVICE, &self.services, findings);
        let date = row.date(DATE, findings);
        let municipality = row.parse(MUNICIPALITY, findings);
        let coupon = row.word(COUPON, &self.coupons, findings);
        let time = filled(row, TIME).then(|| row.time(TIME, findings)).flatten();
        let class = filled(row, CLASS).then(|| row.word(CLASS, &self.classes, findings)).flatten();
        let number = filled(row, NUMBER).then(|| row.parse(NUMBER, findings)).flatten();
        let birth_date = filled(row, BIRTH).then(|| row.date(BIRTH, findings)).flatten().map(Personal::new);
        let age = filled(row, AGE).then(|| row.word(AGE, &self.ages, findings)).flatten();
        let dose = filled(row, DOSE).then(|| dose(row, findings)).flatten();
        let returned = row.word(RETURNED, &YES_OR_NO, findings);
        if findings.total() > before {
            return None;
        }
        let (service, date, municipality, coupon, returned) = (service?, date?, municipality?, coupon?, returned?);
        Some(ClaimRecord { service, date, time, class, municipality, coupon, number, birth_date, age, dose, returned })
    }
}

/// The column of a member of a record.
pub(crate) fn column(member: &str) -> usize {
    COLUMNS.iter().position(|column| column.names.contains(&member)).unwrap_or(COLUMNS.len())
}

fn filled(row: &Row<'_, '_>, column: usize) -> bool {
    !row.text(column).is_empty()
}

fn dose(row: &Row<'_, '_>, findings: &mut Findings) -> Option<u8> {
    let dose = row.text(DOSE).parse().ok().filter(|dose| (1..=MOST_DOSES).contains(dose));
    if dose.is_none() {
        row.report(DOSE, &FormProblem::DoseRange { most: MOST_DOSES }, findings);
    }
    dose.and_then(|dose| u8::try_from(dose).ok())
}

/// Every value under its English and Japanese name, and some more.
fn words<T: Named>(more: &[(&'static str, T)]) -> Vec<(&'static str, T)> {
    let both = T::ALL.iter().flat_map(|value| [(value.term().ja, *value), (value.term().en, *value)]);
    both.chain(more.iter().copied()).collect()
}

/// That a sheet has neither of two columns of which it needs one.
pub(crate) fn missing(columns: [usize; 2]) -> RowsProblem {
    let names = columns.iter().filter_map(|column| COLUMNS.get(*column)).map(|column| column.names.join(" | "));
    RowsProblem::ColumnMissing { name: names.collect::<Vec<_>>().join(" / ") }
}
