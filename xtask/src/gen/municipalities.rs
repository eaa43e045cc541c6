//! The table of municipalities column by column, as the core bundles it: what a page loads of it is little more than half
//! of the records as they are edited.
//!
//! Each line is a column, a number is the character so many after `!`, a step forward twice its length, backward one less: the
//! first day of all; codes without check digit, as differences; names, 市町村区 at their end as c t v w, those of wards without
//! their city's; kinds by their initials, a ward after its city; people withheld from the bands; people of 0-4, 5-9, 10-14, 15-64
//! and from 65 years, as steps from 0 and from 1, 1, 13 and 1/2 times the band before.

use std::fs;
use std::path::{Path, PathBuf};

use super::dense::{character, step};

const TABLE: &str = "vsys-core/data/municipalities.csv";
const COLUMNS: &str = "vsys-core/data/columns/municipalities.txt";
/// The bands, and how many people of each are expected for those of the band before: so many times, and a part of that.
const BANDS: [(&str, u64, u64); 5] =
    [("age_0_4", 0, 1), ("age_5_9", 1, 1), ("age_10_14", 1, 1), ("age_15_64", 13, 1), ("age_65_plus", 1, 2)];
/// Names by their last character.
const ENDS: [(char, char); 4] = [('市', 'c'), ('町', 't'), ('村', 'v'), ('区', 'w')];

/// The file of columns.
///
/// # Errors
/// When the table cannot be read, or has a record that columns cannot say.
pub(super) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let text = fs::read_to_string(root.join(TABLE)).map_err(|error| format!("{TABLE}: {error}"))?;
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let records: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let table = Table { names, records };
    table.columns().map(|text| vec![(COLUMNS.into(), text)]).map_err(|fault| format!("{TABLE}: {fault}"))
}

struct Table<'t> {
    names: Vec<&'t str>,
    records: Vec<Vec<&'t str>>,
}

impl<'t> Table<'t> {
    fn columns(&self) -> Result<String, String> {
        let from = self.column("from")?;
        let first = from.first().copied().unwrap_or_default();
        if from.iter().any(|day| *day != first) || self.column("until")?.iter().any(|day| !day.is_empty()) {
            return Err("records of several spans".to_owned());
        }
        let mut lines = vec![first.to_owned(), self.codes()?, self.short_names()?, self.kinds()?, self.withheld()?];
        let mut before = vec![0; self.records.len()];
        for (band, times, of) in BANDS {
            let people = self.numbers(band)?;
            let steps = people.iter().zip(before).map(|(people, before)| step(before * times / of, *people));
            lines.push(characters(steps)?);
            before = people;
        }
        Ok(lines.join("\n") + "\n")
    }

    fn column(&self, name: &str) -> Result<Vec<&'t str>, String> {
        let place = self.names.iter().position(|known| *known == name).ok_or_else(|| format!("no column {name}"))?;
        let cell = |record: &Vec<&'t str>| match record.get(place) {
            Some(cell) if record.len() == self.names.len() && !cell.contains(['"', ' ']) => Ok(*cell),
            _ => Err(format!("this record has another form: {}", record.join(","))),
        };
        self.records.iter().map(cell).collect()
    }

    fn numbers(&self, name: &str) -> Result<Vec<u64>, String> {
        self.column(name)?.iter().map(|cell| cell.parse().map_err(|error| format!("{name} {cell}: {error}"))).collect()
    }

    fn codes(&self) -> Result<String, String> {
        let mut before = 0;
        let mut differences = Vec::new();
        for code in self.numbers("code")? {
            let five = code / 10;
            let step =
                five.checked_sub(before).filter(|step| *step > 0).ok_or_else(|| format!("{code}: not in order"))?;
            differences.push(step);
            before = five;
        }
        characters(differences)
    }

    fn short_names(&self) -> Result<String, String> {
        let mut city = "";
        let mut names = String::new();
        for (name, kind) in self.column("name")?.into_iter().zip(self.column("kind")?) {
            let own = if kind == "ward" { name.strip_prefix(city) } else { Some(name) };
            let short =
                own.and_then(|own| ENDS.iter().find_map(|(end, letter)| Some((own.strip_suffix(*end)?, *letter))));
            let (stem, letter) = short.ok_or_else(|| format!("{name}: a name of another form"))?;
            if stem.chars().any(|char| char.is_ascii()) {
                return Err(format!("{name}: a letter stands for the end of a name"));
            }
            names.push_str(stem);
            names.push(letter);
            if kind != "ward" {
                city = name;
            }
        }
        Ok(names)
    }

    fn kinds(&self) -> Result<String, String> {
        let mut city = "";
        let kinds = self.column("kind")?;
        let records = kinds.into_iter().zip(self.column("parent")?).zip(self.column("code")?);
        let letter = |((kind, parent), code)| match kind {
            "ward" if parent == city => Ok('w'),
            "ward" => Err(format!("{code}: a ward that does not follow its city")),
            _ => {
                city = code;
                Ok(if kind == "special_ward" { 's' } else { 'm' })
            }
        };
        records.map(letter).collect()
    }

    fn withheld(&self) -> Result<String, String> {
        let mut withheld = self.numbers("total")?;
        for (band, ..) in BANDS {
            for (rest, people) in withheld.iter_mut().zip(self.numbers(band)?) {
                *rest = rest.checked_sub(people).ok_or_else(|| format!("{band}: more people than there are"))?;
            }
        }
        characters(withheld)
    }
}

fn characters(numbers: impl IntoIterator<Item = u64>) -> Result<String, String> {
    let character = |number| character(number).ok_or_else(|| format!("{number}: too large for a character"));
    numbers.into_iter().map(character).collect()
}
