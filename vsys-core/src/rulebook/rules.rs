//! The rules.

use super::table::{Table, table};
use crate::base::{Bilingual, Refusal};

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

const TABLE: Table = table!("rules", "id kind sources title_en title_ja operations reason");

const KINDS: [(&str, RuleKind); 2] = [("computed", RuleKind::Computed), ("text", RuleKind::Text)];

pub(super) fn bundled() -> Result<Vec<RuleEntry>, Refusal> {
    TABLE.read(|row| {
        Some(RuleEntry {
            id: row.string(0),
            kind: row.word(1, &KINDS)?,
            sources: row.string(2),
            title: Bilingual { en: row.string(3), ja: row.string(4) },
            operations: row.words(5),
            reason: row.string(6),
        })
    })
}
