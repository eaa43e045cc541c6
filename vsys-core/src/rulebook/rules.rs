//! The rules.

use super::table::{read, required};
use crate::base::{Bilingual, Refusal};
use crate::rows::Column;

/// Whether a rule decides something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleKind {
    /// Decides, converts or counts something: it has code and at least one vector, or is still to come.
    Computed,
    /// What a manual contains, advice, background: listed with its source, nothing to compute.
    Text,
}

impl RuleKind {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::Text => "text",
        }
    }
}

/// A rule (規則) with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleEntry {
    /// Its id, such as `ALC-5`.
    pub id: String,
    /// Whether it decides something.
    pub kind: RuleKind,
    /// What it says.
    pub title: Bilingual,
    /// Where it stands: ids of sources with the section, separated by semicolons.
    pub sources: String,
    /// The operations that compute it; empty for text, and for what is still to come.
    pub operations: Vec<String>,
    /// Why nothing is computed, for text.
    pub reason: String,
}

const COLUMNS: [Column; 7] = [
    required(&["id"]),
    required(&["kind"]),
    required(&["sources"]),
    required(&["title_en"]),
    required(&["title_ja"]),
    required(&["operations"]),
    required(&["reason"]),
];

const KINDS: [(&str, RuleKind); 2] = [("computed", RuleKind::Computed), ("text", RuleKind::Text)];

pub(super) fn bundled() -> Result<Vec<RuleEntry>, Refusal> {
    read("rules.csv", include_str!("../../data/rules.csv"), &COLUMNS, |row, findings| {
        Some(RuleEntry {
            id: row.text(0).into_owned(),
            kind: row.word(1, &KINDS, findings)?,
            sources: row.text(2).into_owned(),
            title: Bilingual { en: row.text(3).into_owned(), ja: row.text(4).into_owned() },
            operations: row.text(5).split_whitespace().map(str::to_owned).collect(),
            reason: row.text(6).into_owned(),
        })
    })
}
