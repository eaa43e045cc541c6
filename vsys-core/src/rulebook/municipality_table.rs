//! The bundled table of municipalities (feature `municipalities`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::municipalities::{AgeBands, Municipalities, Municipality, MunicipalityKind, Union};
use super::problem::RulebookProblem;
use super::table::{optional, read, required};
use crate::base::{Findings, MunicipalityCode, Refusal};
use crate::rows::{Column, Row};

const COLUMNS: [Column; 16] = [
    required(&["code"]),
    required(&["name"]),
    required(&["kana"]),
    required(&["prefecture"]),
    required(&["kind"]),
    required(&["parent"]),
    required(&["from"]),
    required(&["until"]),
    required(&["total"]),
    required(&["age_0_4"]),
    required(&["age_5_9"]),
    required(&["age_10_14"]),
    required(&["age_15_64"]),
    required(&["age_65_plus"]),
    required(&["source"]),
    required(&["as_of"]),
];

const KINDS: [(&str, MunicipalityKind); 3] = [
    ("municipality", MunicipalityKind::Municipality),
    ("special_ward", MunicipalityKind::SpecialWard),
    ("ward", MunicipalityKind::Ward),
];

const END_COLUMNS: [Column; 3] = [required(&["code"]), required(&["until"]), required(&["source"])];

const UNION_COLUMNS: [Column; 5] =
    [required(&["id"]), required(&["name"]), required(&["prefecture"]), required(&["members"]), required(&["source"])];

pub(super) fn bundled() -> Result<Municipalities, Refusal> {
    let ends: BTreeMap<MunicipalityCode, NaiveDate> = read(
        "municipality_ends.csv",
        include_str!("../../data/municipality_ends.csv"),
        &END_COLUMNS,
        |row, findings| Some((row.parse(0, findings)?, row.date(1, findings)?)),
    )?
    .into_iter()
    .collect();
    let text = include_str!("../../data/municipalities.csv");
    let mut records = read("municipalities.csv", text, &COLUMNS, record)?;
    for municipality in &mut records {
        municipality.until = municipality.until.or_else(|| ends.get(&municipality.code).copied());
    }
    Municipalities::try_new(records, unions()?)
}

fn record(row: &Row<'_, '_>, findings: &mut Findings) -> Option<Municipality> {
    let parent = match optional(row, 5) {
        None => None,
        Some(_) => Some(row.parse(5, findings)?),
    };
    let until = match optional(row, 7) {
        None => None,
        Some(_) => Some(row.date(7, findings)?),
    };
    let mut people = |column| row.number(column, u32::MAX.into(), findings);
    let population = AgeBands {
        total: people(8)?,
        from_0_to_4: people(9)?,
        from_5_to_9: people(10)?,
        from_10_to_14: people(11)?,
        from_15_to_64: people(12)?,
        from_65: people(13)?,
    };
    Some(Municipality {
        code: row.parse(0, findings)?,
        name: row.text(1).into_owned(),
        kind: row.word(4, &KINDS, findings)?,
        parent,
        from: row.date(6, findings)?,
        until,
        population,
    })
}

fn unions() -> Result<Vec<Union>, Refusal> {
    read("unions.csv", include_str!("../../data/unions.csv"), &UNION_COLUMNS, |row, findings| {
        let members = row.text(3).split(' ').map(|code| code.parse().ok()).collect::<Option<Vec<_>>>();
        if members.is_none() {
            row.report(3, &RulebookProblem::MunicipalityUnknown, findings);
        }
        Some(Union {
            id: row.text(0).into_owned(),
            name: row.text(1).into_owned(),
            prefecture: row.parse(2, findings)?,
            members: members?,
        })
    })
}
