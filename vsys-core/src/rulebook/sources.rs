//! The sources.

use super::table::{Table, table};
use crate::base::Refusal;

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

const TABLE: Table = table!("sources", "id title date note");

pub(super) fn bundled() -> Result<Vec<Source>, Refusal> {
    TABLE.read(|row| Some(Source { id: row.string(0), title: row.string(1), date: row.string(2), note: row.string(3) }))
}
