//! The table of municipalities column by column, as the core bundles it: what a page loads of it is little more than half
//! of the records as they are edited.

use std::fs;
use std::path::{Path, PathBuf};

const TABLE: &str = "vsys-core/data/municipalities.csv";
const COLUMNS: &str = "vsys-core/data/municipalities.txt";
const BANDS: [&str; 5] = ["age_0_4", "age_5_9", "age_10_14", "age_15_64", "age_65_plus"];

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
        let lines = [
            "# made by `cargo xtask gen` of municipalities.csv, with its source and licence; each line is a column:".to_owned(),
            "# the first day of all; codes without check digit, as differences; names; kinds by their initials, a ward after its city;".to_owned(),
            "# people withheld from the bands; people of 0-4, 5-9, 10-14, 15-64 and from 65 years".to_owned(),
            first.to_owned(),
            self.codes()?,
            self.column("name")?.join(" "),
            self.kinds()?,
            self.withheld()?,
        ];
        let bands = BANDS.iter().map(|band| Ok(self.column(band)?.join(" ")));
        let lines = lines.into_iter().map(Ok).chain(bands).collect::<Result<Vec<_>, String>>()?;
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
            differences.push(step.to_string());
            before = five;
        }
        Ok(differences.join(" "))
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
        for band in BANDS {
            for (rest, people) in withheld.iter_mut().zip(self.numbers(band)?) {
                *rest = rest.checked_sub(people).ok_or_else(|| format!("{band}: more people than there are"))?;
            }
        }
        Ok(withheld.iter().map(u64::to_string).collect::<Vec<_>>().join(" "))
    }
}
