//! One screening form, checked.

use chrono::{Datelike, NaiveDate};

use super::form_problem::FormProblem;
use super::written::{WrittenDay, is_coupon};
use crate::base::{Findings, MunicipalityCode, Path, Problem, Term, named};
use crate::calendar::{AgeTest, age_test};

/// Doses of a person at most (接種回数).
const MOST_DOSES: u64 = 7;

/// What a screening form says, as it is written (予診票の記載).
pub type ScreeningRecord<'a> = WrittenForm<'a, str>;

/// The same in bytes, which need be no text: what a form holds in another language.
pub type ScreeningBytes<'a> = WrittenForm<'a, [u8]>;

/// The boxes of a screening form, each in a `T`; see [`ScreeningRecord`] and [`ScreeningBytes`].
#[derive(Clone, Copy)]
pub struct WrittenForm<'a, T: ?Sized> {
    /// The coupon number (券番号), ten digits.
    pub coupon: &'a T,
    /// The municipality code, five digits and a check digit.
    pub municipality: &'a T,
    /// The birth date, `YYYY-MM-DD`.
    pub birth_date: &'a T,
    /// The day of vaccination.
    pub date: &'a T,
    /// Which dose it is, 1 to 7.
    pub dose: u64,
    /// The day of the dose before, where there was one.
    pub previous_date: Option<&'a T>,
}

impl<T: AsRef<[u8]> + ?Sized> WrittenForm<'_, T> {
    fn bytes(&self) -> ScreeningBytes<'_> {
        ScreeningBytes {
            coupon: self.coupon.as_ref(),
            municipality: self.municipality.as_ref(),
            birth_date: self.birth_date.as_ref(),
            date: self.date.as_ref(),
            dose: self.dose,
            previous_date: self.previous_date.map(AsRef::as_ref),
        }
    }
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

impl FormFault {
    /// Whether it is only a warning.
    pub const fn is_warning(self) -> bool {
        matches!(self, Self::PreviousUnexpected | Self::PreviousMissing)
    }
}

/// The faults of a form: a set in the order of [`FormFault::ALL`], without memory of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FormFaults(u16);

impl FormFaults {
    /// The set as a mask, in which each fault has the bit of its place in [`FormFault::ALL`]. Places stay as they are;
    /// a new fault comes last.
    ///
    /// ```
    /// use vsys_core::claims::{FormFault, FormFaults};
    /// assert_eq!(FormFaults::from(FormFault::Coupon).bits(), 1);
    /// assert_eq!(FormFaults::from(FormFault::Age).bits(), 1 << 7);
    /// ```
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether more than warnings are among them.
    pub fn has_errors(self) -> bool {
        self.iter().any(|fault| !fault.is_warning())
    }

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

impl From<FormFault> for FormFaults {
    fn from(fault: FormFault) -> Self {
        Self(bit(fault))
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
pub fn check_form<T: AsRef<[u8]> + ?Sized>(form: &WrittenForm<'_, T>, limits: &FormLimits) -> FormFaults {
    check(&form.bytes(), limits)
}

fn check(form: &ScreeningBytes<'_>, limits: &FormLimits) -> FormFaults {
    let mut faults = FormFaults::default();
    faults.note(FormFault::Coupon, !is_coupon(form.coupon));
    faults.note(FormFault::Municipality, MunicipalityCode::from_ascii(form.municipality).is_err());
    faults.note(FormFault::Dose, !(1..=MOST_DOSES).contains(&form.dose));
    let today = limits.today.num_days_from_ce();
    let future = |day: Option<WrittenDay>| day.is_some_and(|day| day.number() > today);
    let birth = WrittenDay::read(form.birth_date);
    faults.note(FormFault::BirthDate, birth.is_none());
    faults.note(FormFault::FutureBirthDate, future(birth));
    let day = WrittenDay::read(form.date);
    faults.note(FormFault::Date, day.is_none());
    faults.note(FormFault::FutureDate, future(day));
    let previous = form.previous_date.and_then(WrittenDay::read);
    faults.note(FormFault::PreviousDate, form.previous_date.is_some() && previous.is_none());
    faults.note(FormFault::FuturePreviousDate, future(previous));
    if let (Some(previous), Some(day)) = (previous, day) {
        faults.note(FormFault::Interval, previous.days_until(day) < i64::from(limits.interval_days));
    }
    if let (Some(birth), Some(day)) = (birth, day) {
        faults.note(FormFault::Age, limits.age.is_under(birth, day));
    }
    faults.note(FormFault::PreviousUnexpected, form.dose == 1 && form.previous_date.is_some());
    faults.note(FormFault::PreviousMissing, form.dose > 1 && form.previous_date.is_none());
    faults
}

impl LeastAge {
    fn is_under(self, birth: WrittenDay, day: WrittenDay) -> bool {
        match self {
            // Whoever was born in an earlier year still has had the birthday: nothing need be counted.
            Self::Years(years) if birth.year() + i32::from(years) < day.year() => false,
            Self::Years(years) => {
                let days = birth.date().zip(day.date());
                days.is_none_or(|(birth, day)| age_test(birth, years, day) == AgeTest::Under)
            }
            Self::Days(least) => birth.days_until(day) < i64::from(least),
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
pub fn form_findings<T: AsRef<[u8]> + ?Sized>(
    form: &WrittenForm<'_, T>,
    limits: &FormLimits,
    faults: FormFaults,
) -> Findings {
    let mut findings = Findings::new();
    for fault in faults.iter() {
        let mut at = |member: &'static str, problem: &dyn Problem| findings.push(problem, Path::from(member));
        match fault {
            FormFault::Coupon => at("coupon", &FormProblem::CouponForm),
            FormFault::Municipality => {
                if let Err(problem) = MunicipalityCode::from_ascii(form.municipality.as_ref()) {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A bit is part of what C, Python and JavaScript are told; none may move.
    #[test]
    fn each_fault_has_its_bit() {
        let names = [
            "coupon",
            "municipality",
            "birth_date",
            "date",
            "dose",
            "previous_date",
            "interval",
            "age",
            "future_birth_date",
            "future_date",
            "future_previous_date",
            "previous_unexpected",
            "previous_missing",
        ];
        assert_eq!(FormFault::ALL.map(FormFault::as_str), names);
        for (place, fault) in FormFault::ALL.into_iter().enumerate() {
            assert_eq!(FormFaults::from(fault).bits(), 1 << place);
        }
    }

    /// A fault is a warning when its finding is one.
    #[test]
    fn warnings_are_those_of_the_findings() {
        let form =
            ScreeningRecord { coupon: "", municipality: "", birth_date: "", date: "", dose: 0, previous_date: None };
        let today = NaiveDate::from_ymd_opt(2023, 3, 31).unwrap();
        let limits = FormLimits { interval_days: 18, age: LeastAge::Years(5), today };
        for fault in FormFault::ALL {
            let faults = FormFaults::from(fault);
            let findings = form_findings(&form, &limits, faults);
            assert_eq!(findings.has_errors(), !fault.is_warning(), "{fault:?}");
            assert_eq!(findings.has_errors(), faults.has_errors(), "{fault:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_faults() {
        let form = ScreeningBytes {
            coupon: b"106140357\xFF",
            municipality: b"\xED\xA0\x80016",
            birth_date: b"1937-05-2\xB9",
            date: b"2022-12-07",
            dose: u64::MAX,
            previous_date: Some(b""),
        };
        let today = NaiveDate::from_ymd_opt(2023, 3, 31).unwrap();
        let limits = FormLimits { interval_days: 18, age: LeastAge::Years(5), today };
        let faults: Vec<_> = check_form(&form, &limits).iter().map(FormFault::as_str).collect();
        assert_eq!(faults, ["coupon", "municipality", "birth_date", "dose", "previous_date"]);
    }

    /// The quick answer about years and the careful one agree around every birthday.
    #[test]
    fn an_age_in_years_is_reached_on_the_eve_of_the_birthday() {
        let under = |birth: &str, day: &str| {
            let read = |text: &str| WrittenDay::read(text.as_bytes()).unwrap();
            LeastAge::Years(5).is_under(read(birth), read(day))
        };
        // 年齢計算ニ関する法律: five on the eve of the fifth birthday; born on 29 February, on 28 February.
        for (birth, eve_of_eve, eve) in [
            ("2017-10-15", "2022-10-13", "2022-10-14"),
            ("2017-01-01", "2021-12-30", "2021-12-31"),
            ("2016-02-29", "2021-02-27", "2021-02-28"),
            ("2016-12-31", "2021-12-29", "2021-12-30"),
        ] {
            assert!(under(birth, eve_of_eve), "{birth}");
            assert!(!under(birth, eve), "{birth}");
        }
        assert!(!under("2016-12-31", "2022-01-01"));
        assert!(under("9999-12-31", "0000-01-01"));
    }
}
