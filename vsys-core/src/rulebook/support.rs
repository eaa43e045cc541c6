//! The periods of the support money.

use chrono::NaiveDate;

use super::table::{Row, Table, table};
use crate::base::{Refusal, Yen};

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

const TABLE: Table = table!(
    "support_periods",
    "id from until weeks_needed lower_doses lower_yen upper_doses upper_yen daily_doses daily_yen needs_special_day saturday_is_holiday source"
);

const FLAGS: [(&str, bool); 2] = [("yes", true), ("no", false)];

pub(super) fn bundled() -> Result<Vec<SupportPeriod>, Refusal> {
    TABLE.read(|row| {
        Some(SupportPeriod {
            id: row.string(0),
            from: row.date(1)?,
            until: row.date(2)?,
            weeks_needed: row.optional(3, Row::parse)?,
            lower: test(&row, 4)??,
            upper: test(&row, 6)?,
            daily: test(&row, 8)?,
            needs_special_day: row.word(10, &FLAGS)?,
            saturday_is_holiday: row.word(11, &FLAGS)?,
            source: row.string(12),
        })
    })
}

fn test(row: &Row<'_>, column: usize) -> Option<Option<SupportTest>> {
    let (doses, yen) = (row.optional(column, Row::parse)?, row.optional(column + 1, Row::yen)?);
    Some(doses.zip(yen).map(|(doses, yen)| SupportTest { doses, yen }))
}
