//! The formulas by which boxes were really given out, as they stand in the tables: not yet read as formulas.

use chrono::NaiveDate;

use super::table::{optional, read, required};
use crate::base::{Bilingual, Boxes, Refusal};
use crate::rows::{Column, Row};

/// A formula of allocation that was really used (配分方式), with its citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyEntry {
    /// Its id, `cycle-9`.
    pub id: String,
    /// The cycle it was used for, as the table of supplies numbers it.
    pub cycle: String,
    /// The Monday of the first delivery week it was used for.
    pub from: NaiveDate,
    /// The first day on which it no longer holds.
    pub until: NaiveDate,
    /// Whether it shares among prefectures or municipalities.
    pub level: PolicyLevel,
    /// What it is called.
    pub title: Bilingual,
    /// The supply it shared out; absent where it was not published exactly.
    pub supply: Option<Boxes>,
    /// The ids of what is assumed where the sources are silent.
    pub assumptions: Vec<String>,
    /// The ids of its sources, separated by semicolons.
    pub sources: String,
    /// Its layers in their order.
    pub layers: Vec<PolicyLayerEntry>,
    /// The columns it needs.
    pub inputs: Vec<PolicyInputEntry>,
}

/// Among whom a formula shares (配分先の階層).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicyLevel {
    /// 都道府県
    Prefecture,
    /// 市町村
    Municipality,
}

impl PolicyLevel {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prefecture => "prefecture",
            Self::Municipality => "municipality",
        }
    }
}

/// The members of a layer as they are written, by their names; none is empty (配分の段階の記述).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLayerEntry {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// The other members.
    pub members: Vec<(&'static str, String)>,
}

impl PolicyLayerEntry {
    /// A member, where it is written.
    pub fn member(&self, name: &str) -> Option<&str> {
        self.members.iter().find(|(member, _)| *member == name).map(|(_, text)| text.as_str())
    }
}

/// A column that a formula needs (入力項目), and whether its figures were published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyInputEntry {
    /// The name of the column.
    pub column: String,
    /// Whether its figures were published for all recipients.
    pub published: bool,
    /// What it holds.
    pub meaning: Bilingual,
}

const LEVELS: [(&str, PolicyLevel); 2] =
    [("prefecture", PolicyLevel::Prefecture), ("municipality", PolicyLevel::Municipality)];

const PUBLISHED: [(&str, bool); 2] = [("published", true), ("not-published", false)];

const COLUMNS: [Column; 10] = [
    required(&["id"]),
    required(&["cycle"]),
    required(&["from"]),
    required(&["until"]),
    required(&["level"]),
    required(&["title_en"]),
    required(&["title_ja"]),
    required(&["supply"]),
    required(&["assumptions"]),
    required(&["sources"]),
];

/// The members of a layer, in the order of the columns behind policy, name and kind.
const MEMBERS: [&str; 22] = [
    "only",
    "except",
    "budget",
    "amount",
    "by",
    "floor",
    "cap",
    "method",
    "first_units",
    "rounding",
    "rate",
    "per",
    "order",
    "most",
    "last",
    "of",
    "stock",
    "above",
    "keep",
    "target",
    "share",
    "unit",
];

const LAYER_COLUMNS: [Column; 25] = [
    required(&["policy"]),
    required(&["name"]),
    required(&["kind"]),
    required(&["only"]),
    required(&["except"]),
    required(&["budget"]),
    required(&["amount"]),
    required(&["by"]),
    required(&["floor"]),
    required(&["cap"]),
    required(&["method"]),
    required(&["first_units"]),
    required(&["rounding"]),
    required(&["rate"]),
    required(&["per"]),
    required(&["order"]),
    required(&["most"]),
    required(&["last"]),
    required(&["of"]),
    required(&["stock"]),
    required(&["above"]),
    required(&["keep"]),
    required(&["target"]),
    required(&["share"]),
    required(&["unit"]),
];

const INPUT_COLUMNS: [Column; 5] = [
    required(&["policy"]),
    required(&["column"]),
    required(&["published"]),
    required(&["meaning_en"]),
    required(&["meaning_ja"]),
];

pub(super) fn bundled() -> Result<Vec<PolicyEntry>, Refusal> {
    let text = include_str!("../../data/policy_layers.csv");
    let layers =
        read("policy_layers.csv", text, &LAYER_COLUMNS, |row, _| Some((row.text(0).into_owned(), layer(row))))?;
    let text = include_str!("../../data/policy_inputs.csv");
    let inputs = read("policy_inputs.csv", text, &INPUT_COLUMNS, |row, findings| {
        let meaning = Bilingual { en: row.text(3).into_owned(), ja: row.text(4).into_owned() };
        let published = row.word(2, &PUBLISHED, findings)?;
        Some((row.text(0).into_owned(), PolicyInputEntry { column: row.text(1).into_owned(), published, meaning }))
    })?;
    let mut entries = read("policies.csv", include_str!("../../data/policies.csv"), &COLUMNS, |row, findings| {
        let supply = match optional(row, 7) {
            None => None,
            Some(_) => row.number(7, u32::MAX.into(), findings).and_then(|number| Boxes::try_from(number).ok()),
        };
        Some(PolicyEntry {
            id: row.text(0).into_owned(),
            cycle: row.text(1).into_owned(),
            from: row.date(2, findings)?,
            until: row.date(3, findings)?,
            level: row.word(4, &LEVELS, findings)?,
            title: Bilingual { en: row.text(5).into_owned(), ja: row.text(6).into_owned() },
            supply,
            assumptions: row.text(8).split_ascii_whitespace().map(str::to_owned).collect(),
            sources: row.text(9).into_owned(),
            layers: Vec::new(),
            inputs: Vec::new(),
        })
    })?;
    for entry in &mut entries {
        entry.layers = of(&entry.id, &layers);
        entry.inputs = of(&entry.id, &inputs);
    }
    Ok(entries)
}

fn layer(row: &Row<'_, '_>) -> PolicyLayerEntry {
    let members =
        MEMBERS.into_iter().enumerate().filter_map(|(index, member)| Some((member, optional(row, index + 3)?)));
    PolicyLayerEntry { name: row.text(1).into_owned(), kind: row.text(2).into_owned(), members: members.collect() }
}

/// What belongs to a formula, in the order of the table.
fn of<T: Clone>(policy: &str, rows: &[(String, T)]) -> Vec<T> {
    rows.iter().filter(|(of, _)| of == policy).map(|(_, row)| row.clone()).collect()
}
