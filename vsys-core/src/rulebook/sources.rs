//! The sources.

use super::table::{read, required};
use crate::base::Refusal;
use crate::rows::Column;

/// A source (出典): a document or a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title as published.
    pub title: String,
    /// When it was published: a year, a month or a day; empty where unknown.
    pub date: String,
    /// What is worth knowing about it.
    pub note: String,
}

const COLUMNS: [Column; 4] = [required(&["id"]), required(&["title"]), required(&["date"]), required(&["note"])];

pub(super) fn bundled() -> Result<Vec<Source>, Refusal> {
    read("sources.csv", include_str!("../../data/sources.csv"), &COLUMNS, |row, _| {
        Some(Source {
            id: row.text(0).into_owned(),
            title: row.text(1).into_owned(),
            date: row.text(2).into_owned(),
            note: row.text(3).into_owned(),
        })
    })
}
