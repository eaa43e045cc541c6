//! The register of assumptions.

use super::table::{Table, table};
use crate::base::{Bilingual, IntoList, Refusal};

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

const TABLE: Table =
    table!("assumptions", "id kind rules question_en question_ja ruling_en ruling_ja alternatives_en alternatives_ja");

const KINDS: [(&str, AssumptionKind); 3] = [
    ("assumption", AssumptionKind::Assumption),
    ("reading", AssumptionKind::Reading),
    ("not-published", AssumptionKind::NotPublished),
];

pub(super) fn bundled() -> Result<Vec<AssumptionEntry>, Refusal> {
    TABLE.read(|row| {
        let (en, ja) = (row.text(7), row.text(8));
        let alternatives = en
            .split('|')
            .zip(ja.split('|'))
            .map(|(en, ja)| Bilingual { en: en.trim().to_owned(), ja: ja.trim().to_owned() })
            .filter(|alternative| !alternative.en.is_empty())
            .list();
        Some(AssumptionEntry {
            id: row.string(0),
            kind: row.word(1, &KINDS)?,
            rules: row.words(2),
            question: Bilingual { en: row.string(3), ja: row.string(4) },
            ruling: Bilingual { en: row.string(5), ja: row.string(6) },
            alternatives,
        })
    })
}
