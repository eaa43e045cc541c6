//! National holidays.

use chrono::NaiveDate;

use super::problem::CalendarProblem;

/// The table of national holidays (国民の祝日・休日), for whole years.
///
/// Source: 内閣府「国民の祝日について」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holidays {
    from: NaiveDate,
    until: NaiveDate,
    days: Vec<(NaiveDate, String)>,
}

impl Holidays {
    /// A table for the days from `from` until before `until`.
    pub fn new(from: NaiveDate, until: NaiveDate, mut days: Vec<(NaiveDate, String)>) -> Self {
        days.sort_unstable();
        Self { from, until, days }
    }

    /// The name of the holiday on a day, or nothing on any other day.
    ///
    /// # Errors
    /// [`CalendarProblem::HolidayOutside`] outside the table: an unknown year is never a working day.
    pub fn on(&self, day: NaiveDate) -> Result<Option<&str>, CalendarProblem> {
        if day < self.from || day >= self.until {
            return Err(CalendarProblem::HolidayOutside { from: self.from, until: self.until });
        }
        let found = self.days.binary_search_by_key(&day, |(date, _)| *date).ok();
        Ok(found.and_then(|index| self.days.get(index)).map(|(_, name)| name.as_str()))
    }

    /// Every holiday in the order of time.
    pub fn days(&self) -> &[(NaiveDate, String)] {
        &self.days
    }
}
