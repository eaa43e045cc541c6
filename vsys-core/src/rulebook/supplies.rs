//! What was really supplied.

use chrono::NaiveDate;

use super::table::{optional, read, required};
use crate::base::{Boxes, Refusal};
use crate::rows::Column;

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

const COLUMNS: [Column; 6] = [
    required(&["cycle"]),
    required(&["delivery_week"]),
    required(&["boxes"]),
    required(&["product"]),
    required(&["source"]),
    required(&["note"]),
];

pub(super) fn bundled() -> Result<Vec<Supply>, Refusal> {
    read("supplies.csv", include_str!("../../data/supplies.csv"), &COLUMNS, |row, findings| {
        let boxes = match optional(row, 2) {
            None => None,
            Some(_) => row.number(2, u32::MAX.into(), findings).and_then(|number| Boxes::try_from(number).ok()),
        };
        Some(Supply {
            cycle: row.text(0).into_owned(),
            delivery_week: row.date(1, findings)?,
            boxes,
            product: row.text(3).into_owned(),
            source: row.text(4).into_owned(),
            note: row.text(5).into_owned(),
        })
    })
}
