//! The periods of the support money.

use chrono::NaiveDate;

use super::table::{optional, read, required};
use crate::base::{Findings, Quantity, Refusal, Yen};
use crate::rows::{Column, Row};

/// A test on the doses of a week or a day and what it pays (要件と単価).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupportTest {
    /// At least so many doses.
    pub doses: u64,
    /// Yen: a dose in a week, or a day.
    pub yen: Yen,
}

/// A period of the support money for clinics (個別接種促進支援の対象期間) with its own tests and its own
/// holidays. Source: F-SUPPORT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportPeriod {
    /// Its id, the month of its beginning.
    pub id: String,
    /// The first day.
    pub from: NaiveDate,
    /// The first day after it.
    pub until: NaiveDate,
    /// How many weeks must pass a weekly test before it pays; absent where none is published.
    pub weeks_needed: Option<u64>,
    /// The lower weekly test.
    pub lower: SupportTest,
    /// The upper weekly test, where the period has one.
    pub upper: Option<SupportTest>,
    /// The daily test, where the period has one.
    pub daily: Option<SupportTest>,
    /// Whether a week counts only with a day out of hours, at night or on a holiday.
    pub needs_special_day: bool,
    /// Whether a Saturday is such a holiday.
    pub saturday_is_holiday: bool,
    /// Where it stands.
    pub source: String,
}

const COLUMNS: [Column; 13] = [
    required(&["id"]),
    required(&["from"]),
    required(&["until"]),
    required(&["weeks_needed"]),
    required(&["lower_doses"]),
    required(&["lower_yen"]),
    required(&["upper_doses"]),
    required(&["upper_yen"]),
    required(&["daily_doses"]),
    required(&["daily_yen"]),
    required(&["needs_special_day"]),
    required(&["saturday_is_holiday"]),
    required(&["source"]),
];

const FLAGS: [(&str, bool); 2] = [("yes", true), ("no", false)];

pub(super) fn bundled() -> Result<Vec<SupportPeriod>, Refusal> {
    read("support_periods.csv", include_str!("../../data/support_periods.csv"), &COLUMNS, |row, findings| {
        Some(SupportPeriod {
            id: row.text(0).into_owned(),
            from: row.date(1, findings)?,
            until: row.date(2, findings)?,
            weeks_needed: number(row, 3, findings)?,
            lower: test(row, 4, findings)??,
            upper: test(row, 6, findings)?,
            daily: test(row, 8, findings)?,
            needs_special_day: row.word(10, &FLAGS, findings)?,
            saturday_is_holiday: row.word(11, &FLAGS, findings)?,
            source: optional(row, 12)?,
        })
    })
}

fn number(row: &Row<'_, '_>, column: usize, findings: &mut Findings) -> Option<Option<u64>> {
    if row.text(column).is_empty() { Some(None) } else { row.number(column, u32::MAX.into(), findings).map(Some) }
}

fn test(row: &Row<'_, '_>, column: usize, findings: &mut Findings) -> Option<Option<SupportTest>> {
    let (doses, yen) = (number(row, column, findings)?, number(row, column + 1, findings)?);
    Some(doses.zip(yen).and_then(|(doses, yen)| Some(SupportTest { doses, yen: Yen::try_new(yen).ok()? })))
}
