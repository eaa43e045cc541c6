//! What was really supplied.

use chrono::NaiveDate;

use super::table::{Row, Table, table};
use crate::base::{Boxes, Refusal};

/// The supply of a cycle of 2021 (供給量), as the ministry published it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// The cycle as it was numbered: `1`, `4a`, `13-15`.
    pub cycle: String,
    /// The Monday of its first delivery week.
    pub delivery_week: NaiveDate,
    /// The boxes; absent where no exact figure was published.
    pub boxes: Option<Boxes>,
    /// The id of the product.
    pub product: String,
    /// The id of the source.
    pub source: String,
    /// How it was shared out, in a few words.
    pub note: String,
}

const TABLE: Table = table!("supplies", "cycle delivery_week boxes product source note");

pub(super) fn bundled() -> Result<Vec<Supply>, Refusal> {
    TABLE.read(|row| {
        Some(Supply {
            cycle: row.string(0),
            delivery_week: row.date(1)?,
            boxes: row.optional(2, Row::boxes)?,
            product: row.string(3),
            source: row.string(4),
            note: row.string(5),
        })
    })
}
