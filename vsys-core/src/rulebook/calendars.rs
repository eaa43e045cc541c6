//! The cycle calendars.

use chrono::{NaiveDate, NaiveTime};

use super::table::{read, required};
use crate::base::{Findings, Refusal};
use crate::calendar::{CycleCalendar, DeadlineRule};
use crate::rows::{Column, Row};

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
    let time = NaiveTime::parse_from_str(&row.text(column + 1), "%H:%M").ok();
    Some(days.zip(time).map(|(days_before, time)| DeadlineRule { days_before, time }))
}
