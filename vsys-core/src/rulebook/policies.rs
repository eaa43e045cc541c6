//! The formulas by which boxes were really given out, as they stand in the tables: not yet read as formulas.

use chrono::NaiveDate;

use super::table::{Row, Table, table};
use crate::base::{Bilingual, Boxes, IntoList, Refusal};

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

const POLICIES: Table = table!("policies", "id cycle from until level title_en title_ja supply assumptions sources");

const LAYERS: Table = table!(
    "policy_layers",
    "policy name kind only except budget amount by floor cap method first_units rounding rate per order most last of stock above keep target share unit"
);

const INPUTS: Table = table!("policy_inputs", "policy column published meaning_en meaning_ja");

pub(super) fn bundled() -> Result<Vec<PolicyEntry>, Refusal> {
    let layers = LAYERS.read(|row| Some((row.string(0), layer(&row))))?;
    let inputs = INPUTS.read(|row| {
        let meaning = Bilingual { en: row.string(3), ja: row.string(4) };
        let published = row.word(2, &PUBLISHED)?;
        Some((row.string(0), PolicyInputEntry { column: row.string(1), published, meaning }))
    })?;
    let mut entries = POLICIES.read(|row| {
        Some(PolicyEntry {
            id: row.string(0),
            cycle: row.string(1),
            from: row.date(2)?,
            until: row.date(3)?,
            level: row.word(4, &LEVELS)?,
            title: Bilingual { en: row.string(5), ja: row.string(6) },
            supply: row.optional(7, Row::boxes)?,
            assumptions: row.words(8),
            sources: row.string(9),
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

fn layer(row: &Row<'_>) -> PolicyLayerEntry {
    let members = MEMBERS.into_iter().enumerate().filter_map(|(index, member)| Some((member, row.filled(index + 3)?)));
    PolicyLayerEntry { name: row.string(1), kind: row.string(2), members: members.list() }
}

/// What belongs to a formula, in the order of the table.
fn of<T: Clone>(policy: &str, rows: &[(String, T)]) -> Vec<T> {
    rows.iter().filter(|(of, _)| of == policy).map(|(_, row)| row.clone()).list()
}
