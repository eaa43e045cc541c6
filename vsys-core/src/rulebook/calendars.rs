//! The cycle calendars.

use chrono::{NaiveDate, NaiveDateTime};

use super::table::{Row, Table, table};
use crate::base::{Answer, Assumptions, Refusal, assumption, read_time};
use crate::calendar::{CalendarProblem, CycleCalendar, DeadlineRule};

/// The calendar whose figures are printed: the workplace booster's of 2022 (職域追加接種).
pub const BOOSTER_CALENDAR: &str = "booster-workplace-2022";

/// A cycle calendar with its id and source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its id.
    pub id: String,
    /// What it is the calendar of.
    pub label: String,
    /// Its figures.
    pub calendar: CycleCalendar,
    /// The first day of the first cycle that is printed, and how many are printed; further rows
    /// follow from the formula alone.
    pub printed: Option<(NaiveDate, u32)>,
    /// The id of its source.
    pub source: String,
}

impl CalendarEntry {
    /// What so many cycles from a first day on rest on beyond the print. Source: CYC-7; rulings mock-year, cyc-7.
    pub fn resting(&self, from: NaiveDate, count: u32) -> Assumptions {
        let mut assumptions = Assumptions::new();
        if let Some((start, printed)) = self.printed {
            if self.calendar.deadline.is_some() {
                assumptions.add(assumption::MOCK_YEAR);
            }
            // Only the printed rows stand on the print; all others follow from the formula (CYC-7).
            if from != start || count > printed {
                assumptions.add(assumption::CYCLE_FORMULA);
            }
        }
        assumptions
    }

    /// The deadline of one cycle (計画変更〆切), and what it rests on.
    ///
    /// # Errors
    /// As [`CycleCalendar::deadline_of`].
    pub fn deadline(&self, start: NaiveDate, first: bool) -> Result<Answer<NaiveDateTime>, CalendarProblem> {
        let answer = Answer::new(self.calendar.deadline_of(&self.id, start, first)?);
        Ok(if self.printed.is_some() { answer.assuming(assumption::MOCK_YEAR) } else { answer })
    }
}

const TABLE: Table = table!(
    "cycle_calendars",
    "id label days delivery_days_before deadline_days_before deadline_time first_deadline_days_before first_deadline_time printed_start printed_cycles source"
);

pub(super) fn bundled() -> Result<Vec<CalendarEntry>, Refusal> {
    TABLE.read(|row| {
        let printed = row.optional(8, |row, column| Some((row.date(column)?, row.parse(column + 1)?)))?;
        Some(CalendarEntry {
            id: row.string(0),
            label: row.string(1),
            calendar: CycleCalendar {
                days: row.parse(2)?,
                delivery_days_before: row.optional(3, Row::parse)?,
                deadline: deadline(&row, 4)?,
                first_deadline: deadline(&row, 6)?,
            },
            printed,
            source: row.string(10),
        })
    })
}

fn deadline(row: &Row<'_>, column: usize) -> Option<Option<DeadlineRule>> {
    let days = row.optional(column, Row::parse)?;
    let time = read_time(row.text(column + 1));
    Some(days.zip(time).map(|(days_before, time)| DeadlineRule { days_before, time }))
}
