//! What was really allocated, as it was published.

use super::table::{Table, table};
use crate::base::Refusal;

/// A published figure of boxes (公表された箱数): to hold a computed one against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedBoxes {
    /// The cycle as it was numbered; figures of several cycles together stand under `1-3`.
    pub cycle: String,
    /// The set of figures that were published together; absent for single ones.
    pub set: Option<String>,
    /// Whose they are.
    pub level: PublishedLevel,
    /// The code of the municipality (six digits) or of the prefecture (two); of the nation, empty.
    pub code: String,
    /// What they count.
    pub kind: PublishedKind,
    /// The boxes.
    pub boxes: u64,
    /// Whether they were worked out from other figures rather than told.
    pub inferred: bool,
    /// Who told them.
    pub source_kind: SourceKind,
    /// The id of the source.
    pub source: String,
}

/// Whose a published figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedLevel {
    /// 国
    Nation,
    /// 都道府県
    Prefecture,
    /// 市町村
    Municipality,
}

/// What a published figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedKind {
    /// What was given in all (配分).
    Final,
    /// The basic frame (基本枠).
    Basic,
    /// The basic frame before the cut (減額前の基本枠).
    BasicBeforeCut,
    /// The basic frame after the cut (減額後の基本枠).
    BasicAfterCut,
    /// The frame to adjust (調整枠).
    Adjust,
    /// What was asked for (希望量).
    Request,
}

/// Who published a figure (出典の種別).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// 厚生労働省
    Ministry,
    /// 都道府県
    Prefecture,
    /// 報道
    Press,
}

impl SourceKind {
    /// The name in the tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ministry => "ministry",
            Self::Prefecture => "prefecture",
            Self::Press => "press",
        }
    }

    /// The Japanese name.
    pub const fn ja(self) -> &'static str {
        match self {
            Self::Ministry => "厚生労働省",
            Self::Prefecture => "都道府県",
            Self::Press => "報道",
        }
    }
}

const LEVELS: [(&str, PublishedLevel); 3] = [
    ("nation", PublishedLevel::Nation),
    ("prefecture", PublishedLevel::Prefecture),
    ("municipality", PublishedLevel::Municipality),
];

const KINDS: [(&str, PublishedKind); 6] = [
    ("final", PublishedKind::Final),
    ("basic", PublishedKind::Basic),
    ("basic-before-cut", PublishedKind::BasicBeforeCut),
    ("basic-after-cut", PublishedKind::BasicAfterCut),
    ("adjust", PublishedKind::Adjust),
    ("request", PublishedKind::Request),
];

const PRECISIONS: [(&str, bool); 2] = [("exact", false), ("inferred", true)];

const SOURCE_KINDS: [(&str, SourceKind); 3] =
    [("ministry", SourceKind::Ministry), ("prefecture", SourceKind::Prefecture), ("press", SourceKind::Press)];

const TABLES: [Table; 3] = [
    table!("published_municipalities", "cycle set level code kind boxes precision source_kind source"),
    table!("published_prefectures", "cycle set level code kind boxes precision source_kind source"),
    table!("published_requests", "cycle set level code kind boxes precision source_kind source"),
];

pub(super) fn bundled() -> Result<Vec<PublishedBoxes>, Refusal> {
    let mut figures = Vec::new();
    for table in TABLES {
        figures.extend(table.read(|row| {
            Some(PublishedBoxes {
                cycle: row.string(0),
                set: row.filled(1),
                level: row.word(2, &LEVELS)?,
                code: row.string(3),
                kind: row.word(4, &KINDS)?,
                boxes: row.parse(5)?,
                inferred: row.word(6, &PRECISIONS)?,
                source_kind: row.word(7, &SOURCE_KINDS)?,
                source: row.string(8),
            })
        })?);
    }
    Ok(figures)
}
