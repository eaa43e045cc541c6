//! What was really allocated, as it was published.

use super::table::{optional, read, required};
use crate::base::Refusal;
use crate::rows::Column;

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

const COLUMNS: [Column; 10] = [
    required(&["cycle"]),
    required(&["delivery_week"]),
    required(&["set"]),
    required(&["level"]),
    required(&["code"]),
    required(&["kind"]),
    required(&["boxes"]),
    required(&["precision"]),
    required(&["source_kind"]),
    required(&["source"]),
];

const TABLES: [(&str, &str); 3] = [
    ("published_municipalities.csv", include_str!("../../data/published_municipalities.csv")),
    ("published_prefectures.csv", include_str!("../../data/published_prefectures.csv")),
    ("published_requests.csv", include_str!("../../data/published_requests.csv")),
];

pub(super) fn bundled() -> Result<Vec<PublishedBoxes>, Refusal> {
    let mut figures = Vec::new();
    for (file, text) in TABLES {
        figures.extend(read(file, text, &COLUMNS, |row, findings| {
            Some(PublishedBoxes {
                cycle: row.text(0).into_owned(),
                set: optional(row, 2),
                level: row.word(3, &LEVELS, findings)?,
                code: row.text(4).into_owned(),
                kind: row.word(5, &KINDS, findings)?,
                boxes: row.number(6, u32::MAX.into(), findings)?,
                inferred: row.word(7, &PRECISIONS, findings)?,
                source_kind: row.word(8, &SOURCE_KINDS, findings)?,
                source: row.text(9).into_owned(),
            })
        })?);
    }
    Ok(figures)
}
