//! A month of a year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::problem::CalendarProblem;
use crate::base::{Blank, Detail, DetailKind, DetailValue};

/// A month of a year (年月), as months of vaccination (接種月) and of claim (請求月) are named: `2021-12`.
///
/// # Errors
/// Reading fails with [`CalendarProblem::MonthForm`].
///
/// ```
/// use vsys_core::calendar::Month;
/// let december: Month = "2021-12".parse()?;
/// assert_eq!(december.plus(1).map(|month| month.to_string()).as_deref(), Some("2022-01"));
/// assert_eq!(december.last_day().to_string(), "2021-12-31");
/// assert!("2021-13".parse::<Month>().is_err());
/// # Ok::<(), vsys_core::calendar::CalendarProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u32);

impl Month {
    /// A month; nothing unless the year is 0 to 9999 and the month 1 to 12.
    pub const fn try_new(year: u32, month: u32) -> Option<Self> {
        if year <= 9999 && 1 <= month && month <= 12 { Some(Self(year * 12 + month - 1)) } else { None }
    }

    /// A month that a rule names.
    pub(crate) const fn named(year: u32, month: u32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// The month of a day; nothing beyond the year 9999 or before the year 0.
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::try_new(u32::try_from(day.year()).ok()?, day.month())
    }

    /// The year.
    pub const fn year(self) -> u32 {
        self.0 / 12
    }

    /// The month of the year, 1 to 12.
    pub const fn month(self) -> u32 {
        self.0 % 12 + 1
    }

    /// So many months later; nothing beyond the year 9999.
    pub fn plus(self, months: u32) -> Option<Self> {
        self.0.checked_add(months).filter(|index| *index < 120_000).map(Self)
    }

    /// The month before; nothing before the year 0.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// How many months lie from another to this one; nothing when the other is later.
    pub fn since(self, other: Self) -> Option<u32> {
        self.0.checked_sub(other.0)
    }

    /// A day of the month, from the first; a day that it has not is its last.
    pub fn day(self, day: u32) -> NaiveDate {
        let year = i32::try_from(self.year()).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, self.month(), day).unwrap_or_else(|| self.last_day())
    }

    /// The last day of the month.
    pub fn last_day(self) -> NaiveDate {
        let year = i32::try_from(self.year()).unwrap_or_default();
        let first = NaiveDate::from_ymd_opt(year, self.month(), 1).unwrap_or_default();
        let next = first.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1)));
        next.unwrap_or(first)
    }
}

impl Blank for Month {
    const BLANK: Self = Self(0);
}

impl FromStr for Month {
    type Err = CalendarProblem;

    fn from_str(text: &str) -> Result<Self, CalendarProblem> {
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let (year, month) = text.split_once('-').ok_or(CalendarProblem::MonthForm)?;
        if !digits(year, 4) || !digits(month, 2) {
            return Err(CalendarProblem::MonthForm);
        }
        let number = |part: &str| part.parse::<u32>().unwrap_or(0);
        Self::try_new(number(year), number(month)).ok_or(CalendarProblem::MonthForm)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl Detail for Month {
    const KIND: DetailKind = DetailKind::Text;
    fn detail(&self) -> Option<DetailValue> {
        Some(DetailValue::Text(self.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_and_reckoned() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(month("2022-01").previous(), Some(month("2021-12")));
        assert_eq!(month("2024-02").last_day().to_string(), "2024-02-29");
        assert_eq!(month("2023-02").day(30).to_string(), "2023-02-28");
        assert_eq!(month("2022-03").since(month("2021-12")), Some(3));
        assert_eq!(month("2021-12").since(month("2022-03")), None);
        assert_eq!(month("9999-12").plus(1), None);
        assert_eq!(month("9999-12").last_day().to_string(), "9999-12-31");
        assert_eq!(Month::of(month("2021-12").day(10)), Some(month("2021-12")));
        for text in ["2021-00", "2021-13", "2021-1", "21-01", "2021/01", "+021-01", "２０２１-01", ""] {
            assert_eq!(text.parse::<Month>(), Err(CalendarProblem::MonthForm), "{text}");
        }
    }
}
