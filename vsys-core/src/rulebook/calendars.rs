//! The cycle calendars.

use chrono::{NaiveDate, NaiveDateTime};

use super::table::{read, required};
use crate::base::{Answer, Assumptions, Findings, Refusal, assumption, read_time};
use crate::calendar::{CalendarProblem, CycleCalendar, DeadlineRule};
use crate::rows::{Column, Row};

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

const COLUMNS: [Column; 11] = [
    required(&["id"]),
    required(&["label"]),
    required(&["days"]),
    required(&["delivery_days_before"]),
    required(&["deadline_days_before"]),
    required(&["deadline_time"]),
    required(&["first_deadline_days_before"]),
    required(&["first_deadline_time"]),
    required(&["printed_start"]),
    required(&["printed_cycles"]),
    required(&["source"]),
];

pub(super) fn bundled() -> Result<Vec<CalendarEntry>, Refusal> {
    read("cycle_calendars.csv", include_str!("../../data/cycle_calendars.csv"), &COLUMNS, |row, findings| {
        let printed = match row.text(8).is_empty() {
            true => None,
            false => Some((row.date(8, findings)?, number(row, 9, findings)??)),
        };
        Some(CalendarEntry {
            id: row.text(0).into_owned(),
            label: row.text(1).into_owned(),
            calendar: CycleCalendar {
                days: number(row, 2, findings)??,
                delivery_days_before: number(row, 3, findings)?,
                deadline: deadline(row, 4, findings)?,
                first_deadline: deadline(row, 6, findings)?,
            },
            printed,
            source: row.text(10).into_owned(),
        })
    })
}

fn number(row: &Row<'_, '_>, column: usize, findings: &mut Findings) -> Option<Option<u32>> {
    if row.text(column).is_empty() {
        return Some(None);
    }
    row.number(column, u32::MAX.into(), findings).map(|number| u32::try_from(number).ok())
}

fn deadline(row: &Row<'_, '_>, column: usize, findings: &mut Findings) -> Option<Option<DeadlineRule>> {
    let days = number(row, column, findings)?;
    let time = read_time(&row.text(column + 1));
    Some(days.zip(time).map(|(days_before, time)| DeadlineRule { days_before, time }))
}
