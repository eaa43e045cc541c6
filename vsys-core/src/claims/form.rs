//! One screening form, checked.

use chrono::{Datelike, NaiveDate};

use super::form_problem::FormProblem;
use crate::base::{Findings, MunicipalityCode, Path, Problem, Term, named};
use crate::calendar::{AgeTest, age_test};

/// Doses of a person at most (接種回数).
const MOST_DOSES: u64 = 7;

/// What a screening form says, as it is written (予診票の記載).
#[derive(Clone, Copy)]
pub struct ScreeningRecord<'a> {
    /// The coupon number (券番号), ten digits.
    pub coupon: &'a str,
    /// The municipality code, five digits and a check digit.
    pub municipality: &'a str,
    /// The birth date, `YYYY-MM-DD`.
    pub birth_date: &'a str,
    /// The day of vaccination.
    pub date: &'a str,
    /// Which dose it is, 1 to 7.
    pub dose: u64,
    /// The day of the dose before, where there was one.
    pub previous_date: Option<&'a str>,
}

/// The least age on the day of vaccination (接種対象年齢).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeastAge {
    /// So many years, reached on the eve of the birthday (F-AGE).
    Years(u16),
    /// So many days since birth.
    Days(u32),
}

/// What a form is held against; the caller states each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormLimits {
    /// The fewest days from the dose before (接種間隔).
    pub interval_days: u32,
    /// The least age.
    pub age: LeastAge,
    /// Today: no day of a form lies after it.
    pub today: NaiveDate,
}

named! {
    /// What can be wrong with a screening form (予診票の不備).
    pub enum FormFault {
        /// The coupon number is not ten digits.
        Coupon = "coupon" / "券番号",
        /// The municipality code is not six digits, or its check digit fails.
        Municipality = "municipality" / "市町村コード",
        /// The birth date is no date.
        BirthDate = "birth_date" / "生年月日",
        /// The day of vaccination is no date.
        Date = "date" / "接種日",
        /// The dose is not 1 to 7.
        Dose = "dose" / "回数",
        /// The day of the dose before is no date.
        PreviousDate = "previous_date" / "前回接種日",
        /// The dose before lies too near, or after.
        Interval = "interval" / "接種間隔",
        /// The person is too young.
        Age = "age" / "年齢",
        /// The birth date lies in the future.
        FutureBirthDate = "future_birth_date" / "将来の生年月日",
        /// The day of vaccination lies in the future.
        FutureDate = "future_date" / "将来の接種日",
        /// The day of the dose before lies in the future.
        FuturePreviousDate = "future_previous_date" / "将来の前回接種日",
        /// A first dose with a dose before it; a warning.
        PreviousUnexpected = "previous_unexpected" / "1回目の前回接種日",
        /// A later dose without the day of the one before, so that no interval is checked; a warning.
        PreviousMissing = "previous_missing" / "前回接種日の記載なし",
    }
}

/// The faults of a form: a set in the order of [`FormFault::ALL`], without memory of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormFaults(u16);

impl FormFaults {
    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a fault is among them.
    pub const fn contains(self, fault: FormFault) -> bool {
        self.0 & bit(fault) != 0
    }

    /// The faults in order.
    pub fn iter(self) -> impl Iterator<Item = FormFault> {
        FormFault::ALL.into_iter().filter(move |fault| self.contains(*fault))
    }

    fn note(&mut self, fault: FormFault, wrong: bool) {
        self.0 |= u16::from(wrong) << fault as u16;
    }
}

const fn bit(fault: FormFault) -> u16 {
    1 << fault as u16
}

/// Checks a screening form (予診票の確認): everything that is wrong at once, without taking memory.
/// Source: F-CODE, F-AGE, F-INTERVAL, F-VRS.
///
/// ```
/// use vsys_core::claims::{FormFault, FormLimits, LeastAge, ScreeningRecord, check_form};
/// let form = ScreeningRecord {
///     coupon: "1061403573",
///     municipality: "131016",
///     birth_date: "1937-05-29",
///     date: "2022-12-07",
///     dose: 3,
///     previous_date: Some("2022-07-01"),
/// };
/// let limits = FormLimits { interval_days: 18, age: LeastAge::Years(5), today: "2022-12-31".parse().unwrap() };
/// assert!(check_form(&form, &limits).is_empty());
/// let soon = ScreeningRecord { previous_date: Some("2022-11-20"), coupon: "106140357", ..form };
/// let faults: Vec<_> = check_form(&soon, &limits).iter().collect();
/// assert_eq!(faults, [FormFault::Coupon, FormFault::Interval]);
/// ```
pub fn check_form(form: &ScreeningRecord<'_>, limits: &FormLimits) -> FormFaults {
    let mut faults = FormFaults::default();
    faults.note(FormFault::Coupon, !is_coupon(form.coupon.as_bytes()));
    faults.note(FormFault::Municipality, form.municipality.parse::<MunicipalityCode>().is_err());
    faults.note(FormFault::Dose, !(1..=MOST_DOSES).contains(&form.dose));
    let mut read = |text, unreadable, future| {
        let date = date(text);
        faults.note(unreadable, date.is_none());
        faults.note(future, date.is_some_and(|date| date > limits.today));
        date
    };
    let birth = read(form.birth_date, FormFault::BirthDate, FormFault::FutureBirthDate);
    let day = read(form.date, FormFault::Date, FormFault::FutureDate);
    let previous = form.previous_date.map(|text| read(text, FormFault::PreviousDate, FormFault::FuturePreviousDate));
    if let (Some(Some(previous)), Some(day)) = (previous, day) {
        faults.note(FormFault::Interval, days(previous, day) < i64::from(limits.interval_days));
    }
    if let (Some(birth), Some(day)) = (birth, day) {
        faults.note(FormFault::Age, limits.age.is_under(birth, day));
    }
    faults.note(FormFault::PreviousUnexpected, form.dose == 1 && previous.is_some());
    faults.note(FormFault::PreviousMissing, form.dose > 1 && previous.is_none());
    faults
}

impl LeastAge {
    fn is_under(self, birth: NaiveDate, day: NaiveDate) -> bool {
        match self {
            Self::Years(years) => age_test(birth, years, day) == AgeTest::Under,
            Self::Days(least) => days(birth, day) < i64::from(least),
        }
    }

    /// The figure and its unit.
    fn told(self) -> (u32, Term) {
        match self {
            Self::Years(years) => (years.into(), Term::new("years", "歳")),
            Self::Days(days) => (days, Term::new("days", "日")),
        }
    }
}

/// The faults as findings, each at its member; none shows what the form says.
pub fn form_findings(form: &ScreeningRecord<'_>, limits: &FormLimits, faults: FormFaults) -> Findings {
    let mut findings = Findings::new();
    for fault in faults.iter() {
        let mut at = |member: &'static str, problem: &dyn Problem| findings.push(problem, Path::from(member));
        match fault {
            FormFault::Coupon => at("coupon", &FormProblem::CouponForm),
            FormFault::Municipality => {
                if let Err(problem) = form.municipality.parse::<MunicipalityCode>() {
                    at("municipality", &problem);
                }
            }
            FormFault::BirthDate => at("birth_date", &FormProblem::DateForm),
            FormFault::Date => at("date", &FormProblem::DateForm),
            FormFault::PreviousDate => at("previous_date", &FormProblem::DateForm),
            FormFault::Dose => at("dose", &FormProblem::DoseRange { most: MOST_DOSES }),
            FormFault::Interval => {
                at("previous_date", &FormProblem::IntervalShort { least: limits.interval_days });
            }
            FormFault::Age => {
                let (least, unit) = limits.age.told();
                at("birth_date", &FormProblem::TooYoung { least, unit });
            }
            FormFault::FutureBirthDate => at("birth_date", &FormProblem::Future { today: limits.today }),
            FormFault::FutureDate => at("date", &FormProblem::Future { today: limits.today }),
            FormFault::FuturePreviousDate => at("previous_date", &FormProblem::Future { today: limits.today }),
            FormFault::PreviousUnexpected => at("previous_date", &FormProblem::PreviousUnexpected),
            FormFault::PreviousMissing => at("previous_date", &FormProblem::PreviousMissing),
        }
    }
    findings
}

/// Whether a text is ten digits.
fn is_coupon(text: &[u8]) -> bool {
    let &[a, b, c, d, e, f, g, h, i, j] = text else {
        return false;
    };
    digits([a, b, c, d, e, f, g, h]).is_some() && i.is_ascii_digit() && j.is_ascii_digit()
}

/// A date written `YYYY-MM-DD`.
fn date(text: &str) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
        return None;
    };
    let digits = digits([a, b, c, d, e, f, g, h])?;
    // Each pair of digits makes a number below 100 in the lower byte of its two.
    let pairs = (digits & 0x000F_000F_000F_000F) * 10 + (digits >> 8 & 0x000F_000F_000F_000F);
    let [century, _, year, _, month, _, day, _] = pairs.to_le_bytes();
    NaiveDate::from_ymd_opt(i32::from(century) * 100 + i32::from(year), month.into(), day.into())
}

/// Eight digits, the first in the lowest byte; nothing unless all eight bytes are digits. All at once: a byte
/// without its 0x30 is a digit when neither it nor its sum with 0x76 has the highest bit.
fn digits(bytes: [u8; 8]) -> Option<u64> {
    let digits = u64::from_le_bytes(bytes) ^ 0x3030_3030_3030_3030;
    let beyond = (digits | digits.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080;
    (beyond == 0).then_some(digits)
}

/// The days from one day to another; quicker than a span of time, which chrono counts in seconds.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    i64::from(to.num_days_from_ce()) - i64::from(from.num_days_from_ce())
}
