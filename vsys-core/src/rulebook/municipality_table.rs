//! The bundled table of municipalities (feature `municipalities`).

use super::municipalities::{AgeBands, Municipalities, Municipality, MunicipalityKind, Union};
use super::problem::RulebookProblem;
use super::table::{Table, table};
use crate::base::{MunicipalityCode, Path, Refusal, dense, read_date};

/// Made of `municipalities.csv` by `xtask/src/gen/municipalities.rs`, which says how.
const TABLE: &str = include_str!("../../data/columns/municipalities.txt");

/// How many people of a band are expected for those of the band before: so many times, and a part of that. What is
/// written is the step from there.
const EXPECTED: [(u64, u64); 5] = [(0, 1), (1, 1), (1, 1), (13, 1), (1, 2)];

const ENDS: Table = table!("municipality_ends", "code until");

const UNIONS: Table = table!("unions", "id name prefecture members");

pub(super) fn bundled() -> Result<Municipalities, Refusal> {
    let ends = ENDS.read(|row| Some((row.parse::<MunicipalityCode>(0)?, row.date(1)?)))?;
    let broken = || Refusal::new(&RulebookProblem::TableBroken { table: "municipalities".to_owned() }, Path::root());
    let mut records = municipalities(TABLE).ok_or_else(broken)?;
    for municipality in &mut records {
        municipality.until = ends.iter().find(|(code, _)| *code == municipality.code).map(|(_, day)| *day);
    }
    Municipalities::try_new(records, unions()?)
}

/// The municipalities of a text of columns; nothing when one of them has another form.
fn municipalities(text: &str) -> Option<Vec<Municipality>> {
    let mut lines = text.lines();
    let from = read_date(lines.next()?)?;
    let steps = lines.next()?.chars();
    let mut names = lines.next()?.chars();
    let mut kinds = lines.next()?.chars();
    let mut withheld = lines.next()?.chars();
    let mut bands = [""; EXPECTED.len()].map(|_| lines.next().unwrap_or_default().chars());
    let mut five = 0;
    let mut city: Option<(MunicipalityCode, String)> = None;
    let mut municipalities = Vec::with_capacity(kinds.as_str().len());
    for step in steps {
        five += dense::number(step);
        let code = MunicipalityCode::of_five_digits(five)?;
        let kind = match kinds.next()? {
            'm' => MunicipalityKind::Municipality,
            's' => MunicipalityKind::SpecialWard,
            _ => MunicipalityKind::Ward,
        };
        let (parent, before) = match &city {
            Some((code, name)) if kind == MunicipalityKind::Ward => (Some(*code), name.as_str()),
            _ => (None, ""),
        };
        let name = name_after(before, &mut names)?;
        if kind != MunicipalityKind::Ward {
            city = Some((code, name.clone()));
        }
        let mut people = [0; EXPECTED.len()];
        let mut before = 0;
        for ((people, band), (times, of)) in people.iter_mut().zip(&mut bands).zip(EXPECTED) {
            *people = dense::stepped(before * times / of, band.next()?)?;
            before = *people;
        }
        let [from_0_to_4, from_5_to_9, from_10_to_14, from_15_to_64, from_65] = people;
        let total = u64::from(dense::number(withheld.next()?)) + people.iter().sum::<u64>();
        let population = AgeBands { total, from_0_to_4, from_5_to_9, from_10_to_14, from_15_to_64, from_65 };
        municipalities.push(Municipality { code, name, kind, parent, from, until: None, population });
    }
    Some(municipalities)
}

/// The next name, which ends with a letter for its last character and begins with what it stands after.
fn name_after(before: &str, letters: &mut std::str::Chars<'_>) -> Option<String> {
    let mut name = before.to_owned();
    loop {
        let (char, ends) = match letters.next()? {
            'c' => ('市', true),
            't' => ('町', true),
            'v' => ('村', true),
            'w' => ('区', true),
            char => (char, false),
        };
        name.push(char);
        if ends {
            return Some(name);
        }
    }
}

fn unions() -> Result<Vec<Union>, Refusal> {
    UNIONS.read(|row| {
        let members = row.text(3).split(' ').map(|code| code.parse().ok()).collect::<Option<Vec<_>>>()?;
        Some(Union { id: row.string(0), name: row.string(1), prefecture: row.parse(2)?, members })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Findings;
    use crate::rows::{Column, Row, Sheet};

    const KINDS: [(&str, MunicipalityKind); 3] = [
        ("municipality", MunicipalityKind::Municipality),
        ("special_ward", MunicipalityKind::SpecialWard),
        ("ward", MunicipalityKind::Ward),
    ];

    const COLUMNS: [Column; 16] = {
        const fn column(names: &'static [&'static str]) -> Column {
            Column { names, required: true }
        }
        [
            column(&["code"]),
            column(&["name"]),
            column(&["kana"]),
            column(&["prefecture"]),
            column(&["kind"]),
            column(&["parent"]),
            column(&["from"]),
            column(&["until"]),
            column(&["total"]),
            column(&["age_0_4"]),
            column(&["age_5_9"]),
            column(&["age_10_14"]),
            column(&["age_15_64"]),
            column(&["age_65_plus"]),
            column(&["source"]),
            column(&["as_of"]),
        ]
    };

    fn record(row: &Row<'_, '_>, findings: &mut Findings) -> Option<Municipality> {
        let filled = |column| !row.text(column).is_empty();
        let parent = if filled(5) { Some(row.parse(5, findings)?) } else { None };
        let until = if filled(7) { Some(row.date(7, findings)?) } else { None };
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
        let body = text.find("code,").and_then(|head| text.get(head..)).unwrap();
        let mut findings = Findings::new();
        let mut sheet = Sheet::open("municipalities.csv", body.as_bytes(), None, &COLUMNS, &mut findings).unwrap();
        let mut records = Vec::new();
        while let Some(row) = sheet.next_row(&mut findings) {
            records.extend(record(&row, &mut findings));
        }
        assert!(findings.is_empty());
        assert_eq!(records.len(), 1_916);
        assert_eq!(municipalities(TABLE), Some(records));
    }

    #[test]
    fn columns_that_do_not_fit_are_no_table() {
        // ѭ is the number 1100, `!` is 0.
        assert!(municipalities("2021-01-01\nѭ\n見本c\nm\n!\n!\n!\n!\n!\n!\n").is_some());
        for bad in [
            "",
            "2021-01-01\nѭ\n見本c\nm\n!\n!\n!\n!\n!\n",
            "2021-01-01\nѭ\n見本\nm\n!\n!\n!\n!\n!\n!\n",
            "2021-01-01\nѭ\"\n見本c\nm\n!\n!\n!\n!\n!\n!\n",
            // Fewer people than none.
            "2021-01-01\nѭ\n見本c\nm\n!\n\"\n!\n!\n!\n!\n",
        ] {
            assert_eq!(municipalities(bad), None);
        }
    }
}
