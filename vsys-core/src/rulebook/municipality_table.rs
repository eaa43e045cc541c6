//! The bundled table of municipalities (feature `municipalities`).

use super::municipalities::{AgeBands, Municipalities, Municipality, MunicipalityKind, Union};
use super::problem::RulebookProblem;
use super::table::{read, required};
use crate::base::{MunicipalityCode, Path, Refusal, read_date};
use crate::rows::Column;

/// Made of `municipalities.csv`; its head says how.
const TABLE: &str = include_str!("../../data/municipalities.txt");

const END_COLUMNS: [Column; 3] = [required(&["code"]), required(&["until"]), required(&["source"])];

const UNION_COLUMNS: [Column; 5] =
    [required(&["id"]), required(&["name"]), required(&["prefecture"]), required(&["members"]), required(&["source"])];

pub(super) fn bundled() -> Result<Municipalities, Refusal> {
    let ends = read(
        "municipality_ends.csv",
        include_str!("../../data/municipality_ends.csv"),
        &END_COLUMNS,
        |row, findings| Some((row.parse::<MunicipalityCode>(0, findings)?, row.date(1, findings)?)),
    )?;
    let broken = || Refusal::new(&RulebookProblem::TableBroken { table: "municipalities".to_owned() }, Path::root());
    let mut records = municipalities(TABLE).ok_or_else(broken)?;
    for municipality in &mut records {
        municipality.until = ends.iter().find(|(code, _)| *code == municipality.code).map(|(_, day)| *day);
    }
    Municipalities::try_new(records, unions()?)
}

/// The municipalities of a text of columns; nothing when one of them has another form.
fn municipalities(text: &str) -> Option<Vec<Municipality>> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let from = read_date(lines.next()?)?;
    let codes = numbers(lines.next()?)?;
    let mut names = lines.next()?.split(' ');
    let mut kinds = lines.next()?.chars();
    let mut people = || lines.next().and_then(numbers).map(Vec::into_iter);
    let (mut withheld, mut from_0_to_4, mut from_5_to_9) = (people()?, people()?, people()?);
    let (mut from_10_to_14, mut from_15_to_64, mut from_65) = (people()?, people()?, people()?);
    let (mut five, mut city) = (0, None);
    let mut municipality = |step| {
        five += step;
        let code = MunicipalityCode::of_five_digits(u32::try_from(five).ok()?)?;
        let kind = match kinds.next()? {
            'm' => MunicipalityKind::Municipality,
            's' => MunicipalityKind::SpecialWard,
            _ => MunicipalityKind::Ward,
        };
        let is_ward = kind == MunicipalityKind::Ward;
        if !is_ward {
            city = Some(code);
        }
        let mut population = AgeBands {
            total: withheld.next()?,
            from_0_to_4: from_0_to_4.next()?,
            from_5_to_9: from_5_to_9.next()?,
            from_10_to_14: from_10_to_14.next()?,
            from_15_to_64: from_15_to_64.next()?,
            from_65: from_65.next()?,
        };
        population.total += population.in_bands();
        let parent = city.filter(|_| is_ward);
        Some(Municipality { code, name: names.next()?.to_owned(), kind, parent, from, until: None, population })
    };
    codes.into_iter().map(&mut municipality).collect()
}

fn numbers(line: &str) -> Option<Vec<u64>> {
    line.split(' ').map(|number| number.parse().ok()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Findings;
    use crate::rows::Row;
    use crate::rulebook::table::optional;

    const KINDS: [(&str, MunicipalityKind); 3] = [
        ("municipality", MunicipalityKind::Municipality),
        ("special_ward", MunicipalityKind::SpecialWard),
        ("ward", MunicipalityKind::Ward),
    ];

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

    #[test]
    fn the_columns_are_the_table() {
        let text = include_str!("../../data/municipalities.csv");
        let records = read("municipalities.csv", text, &COLUMNS, record).unwrap();
        assert_eq!(records.len(), 1_916);
        assert_eq!(municipalities(TABLE), Some(records));
    }

    #[test]
    fn columns_that_do_not_fit_are_no_table() {
        assert!(municipalities("2021-01-01\n1100\n市\nm\n0\n1\n2\n3\n4\n5\n").is_some());
        for bad in ["", "2021-01-01\n1100\n市\nm\n0\n1\n2\n3\n4\n", "2021-01-01\n1100 1\n市\nm\n0\n1\n2\n3\n4\n5\n"] {
            assert_eq!(municipalities(bad), None);
        }
    }
}
