//! The register of assumptions.

use super::table::{read, required};
use crate::base::{Bilingual, Refusal};
use crate::rows::Column;

/// What an assumption is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssumptionKind {
    /// A decision where the sources are silent.
    Assumption,
    /// A reading of an unclear text.
    Reading,
    /// A value that is not published and must be given.
    NotPublished,
}

impl AssumptionKind {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assumption => "assumption",
            Self::Reading => "reading",
            Self::NotPublished => "not-published",
        }
    }
}

/// An entry of the register of assumptions (前提の一覧).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumptionEntry {
    /// Its id, `assumption.…`.
    pub id: String,
    /// What it is.
    pub kind: AssumptionKind,
    /// The rules it concerns.
    pub rules: Vec<String>,
    /// The question that the sources leave open.
    pub question: Bilingual,
    /// What vsys does.
    pub ruling: Bilingual,
    /// What could be done instead.
    pub alternatives: Vec<Bilingual>,
}

const COLUMNS: [Column; 9] = [
    required(&["id"]),
    required(&["kind"]),
    required(&["rules"]),
    required(&["question_en"]),
    required(&["question_ja"]),
    required(&["ruling_en"]),
    required(&["ruling_ja"]),
    required(&["alternatives_en"]),
    required(&["alternatives_ja"]),
];

const KINDS: [(&str, AssumptionKind); 3] = [
    ("assumption", AssumptionKind::Assumption),
    ("reading", AssumptionKind::Reading),
    ("not-published", AssumptionKind::NotPublished),
];

pub(super) fn bundled() -> Result<Vec<AssumptionEntry>, Refusal> {
    read("assumptions.csv", include_str!("../../data/assumptions.csv"), &COLUMNS, |row, findings| {
        let (en, ja) = (row.text(7), row.text(8));
        let alternatives = en
            .split('|')
            .zip(ja.split('|'))
            .map(|(en, ja)| Bilingual { en: en.trim().to_owned(), ja: ja.trim().to_owned() })
            .filter(|alternative| !alternative.en.is_empty())
            .collect();
        Some(AssumptionEntry {
            id: row.text(0).into_owned(),
            kind: row.word(1, &KINDS, findings)?,
            rules: row.text(2).split_whitespace().map(str::to_owned).collect(),
            question: Bilingual { en: row.text(3).into_owned(), ja: row.text(4).into_owned() },
            ruling: Bilingual { en: row.text(5).into_owned(), ja: row.text(6).into_owned() },
            alternatives,
        })
    })
}
