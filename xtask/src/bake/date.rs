//! Dates of the Gregorian calendar: as much as the tables need, so that the generator stays free of
//! libraries.

use std::fmt;

use super::csv::whole;

/// A day of the Gregorian calendar, of the years 1 to 9999. Earlier days are less than later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// A day that exists.
    pub(super) fn try_new(year: u32, month: u32, day: u32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads year, month and day between separators, with or without leading zeros: 2021/7/22,
    /// 2021-04-05.
    pub(super) fn parse(text: &str, separator: char) -> Result<Self, String> {
        let numbers: Option<Vec<u32>> = text.split(separator).map(|part| whole(part).ok()).collect();
        let date = match numbers.as_deref() {
            Some(&[year, month, day]) => Self::try_new(year, month, day),
            _ => None,
        };
        date.ok_or_else(|| format!("«{text}» is not a date"))
    }

    /// The year.
    pub(super) fn year(self) -> u32 {
        self.year
    }

    /// Whether the day is a Monday, the day on which a delivery week begins.
    pub(super) fn is_monday(self) -> bool {
        self.day_number() % 7 == 1
    }

    /// Days counted from 0001-01-01, a Monday, as day 1.
    fn day_number(self) -> u32 {
        let past = self.year - 1;
        let in_past_years = past * 365 + past / 4 - past / 100 + past / 400;
        let in_past_months: u32 = (1..self.month).map(|month| days_in(self.year, month)).sum();
        in_past_years + in_past_months + self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_shown() -> Result<(), String> {
        assert_eq!(Date::parse("2021/7/22", '/')?.to_string(), "2021-07-22");
        assert_eq!(Date::parse("2024-02-29", '-')?.to_string(), "2024-02-29");
        assert!(Date::parse("2021-12-31", '-')? < Date::parse("2022-1-1", '-')?);
        Ok(())
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for wrong in ["", "2021", "2021-04", "2021-04-31", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-01"] {
            assert_eq!(Date::parse(wrong, '-'), Err(format!("«{wrong}» is not a date")));
        }
        for wrong in ["0000-01-01", "10000-01-01", "2021-04-05-06", "2021/04/05", "+2021-04-05", "2021-04-00"] {
            assert_eq!(Date::parse(wrong, '-'), Err(format!("«{wrong}» is not a date")));
        }
    }

    #[test]
    fn mondays_are_known() -> Result<(), String> {
        // 2000-02-28 and 2000-03-06 stand on either side of a leap day; 2021-04-05 began the first
        // delivery week.
        for monday in ["0001-01-01", "2000-02-28", "2000-03-06", "2021-04-05", "2021-11-15"] {
            assert!(Date::parse(monday, '-')?.is_monday(), "{monday}");
        }
        for other in ["2000-02-29", "2021-04-04", "2021-04-06", "2021-01-01"] {
            assert!(!Date::parse(other, '-')?.is_monday(), "{other}");
        }
        Ok(())
    }
}
