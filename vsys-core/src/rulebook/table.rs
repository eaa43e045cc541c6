//! How a bundled table is read: as columns, which `cargo xtask gen` makes of the records that people edit.
//!
//! A page would load the reader of callers' sheets, with all that may be wrong with one, for tables that were found to be in
//! order before they were bundled; and as columns they are shorter.

use std::str::FromStr;

use chrono::NaiveDate;

use super::problem::RulebookProblem;
use crate::base::{Boxes, IntoList, Named, Path, Quantity, Refusal, Yen, read_date};

/// A bundled table. Each line is a column: its cells between tabs.
pub(super) struct Table {
    name: &'static str,
    columns: &'static str,
    /// Whether the columns are those that are read.
    known: bool,
}

impl Table {
    /// The table of a text whose first line names the columns; it is left out of what is built.
    pub(super) const fn of(name: &'static str, text: &'static str, columns: &str) -> Self {
        let names = columns.as_bytes();
        if let Some((head, rest)) = text.as_bytes().split_at_checked(names.len())
            && let ([b'\n', columns @ ..], true) = (rest, same(head, names))
            && let Ok(columns) = str::from_utf8(columns)
        {
            return Self { name, columns, known: true };
        }
        Self { name, columns: "", known: false }
    }

    /// Reads every row.
    ///
    /// # Errors
    /// When a row does not read; the bundled tables have none, which a test shows.
    pub(super) fn read<T>(&self, mut record: impl FnMut(Row<'_>) -> Option<T>) -> Result<Vec<T>, Refusal> {
        let mut records = Vec::new();
        let all = self.each(&mut |row| match record(row) {
            Some(record) => {
                records.push(record);
                true
            }
            None => false,
        });
        if all { Ok(records) } else { Err(self.broken()) }
    }

    /// The day in the first row of a column.
    ///
    /// # Errors
    /// When it is no date.
    pub(super) fn day(&self, column: usize) -> Result<NaiveDate, Refusal> {
        Row { columns: &self.columns(), place: 0 }.date(column).ok_or_else(|| self.broken())
    }

    /// That the table does not read: a fault of the library.
    pub(super) fn broken(&self) -> Refusal {
        Refusal::new(&RulebookProblem::TableBroken { table: self.name.to_owned() }, Path::root())
    }

    fn columns(&self) -> Vec<Vec<&'static str>> {
        self.columns.lines().map(|line| line.split('\t').list()).list()
    }

    fn each(&self, record: &mut dyn FnMut(Row<'_>) -> bool) -> bool {
        let columns = self.columns();
        let rows = columns.first().map_or(0, Vec::len);
        self.known && (0..rows).all(|place| record(Row { columns: &columns, place }))
    }
}

/// Whether two texts are the same, for the compiler.
const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, rest @ ..], [same, others @ ..]) = (one, other) {
        if *first != *same {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

/// The table of a file, and what its columns are.
macro_rules! table {
    ($name:literal, $columns:literal) => {
        const { Table::of($name, include_str!(concat!("../../data/columns/", $name, ".txt")), $columns) }
    };
}
pub(super) use table;

/// A row of a table; its columns are counted as the table names them. A value that does not read is nothing.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    columns: &'t [Vec<&'static str>],
    place: usize,
}

impl Row<'_> {
    /// The text of a column.
    pub(super) fn text(&self, column: usize) -> &'static str {
        self.columns.get(column).and_then(|cells| cells.get(self.place)).copied().unwrap_or_default()
    }

    /// The text of a column, for a record to hold.
    pub(super) fn string(&self, column: usize) -> String {
        self.text(column).to_owned()
    }

    /// The words of a column.
    pub(super) fn words(&self, column: usize) -> Vec<String> {
        self.text(column).split_ascii_whitespace().map(str::to_owned).list()
    }

    /// The text of a column, unless it is empty.
    pub(super) fn filled(&self, column: usize) -> Option<String> {
        Some(self.string(column)).filter(|text| !text.is_empty())
    }

    /// What an optional column holds, read by `read`; an empty one holds nothing.
    pub(super) fn optional<T>(&self, column: usize, read: impl FnOnce(&Self, usize) -> Option<T>) -> Option<Option<T>> {
        if self.text(column).is_empty() { Some(None) } else { read(self, column).map(Some) }
    }

    /// A value of a column.
    pub(super) fn parse<T: FromStr>(&self, column: usize) -> Option<T> {
        self.text(column).parse().ok()
    }

    /// A number of boxes.
    pub(super) fn boxes(&self, column: usize) -> Option<Boxes> {
        self.parse(column).and_then(|number| Boxes::try_new(number).ok())
    }

    /// An amount in yen.
    pub(super) fn yen(&self, column: usize) -> Option<Yen> {
        self.parse(column).and_then(|number| Yen::try_new(number).ok())
    }

    /// A date.
    pub(super) fn date(&self, column: usize) -> Option<NaiveDate> {
        read_date(self.text(column))
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&self, column: usize, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(column);
        words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value)
    }

    /// A name of a closed set.
    pub(super) fn named<T: Named>(&self, column: usize) -> Option<T> {
        let text = self.text(column);
        T::ALL.iter().find(|value| value.term().en == text).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_the_columns_that_it_names() {
        const TEXT: &str = "id from\nb\ta\n2021-04-01\t\n";
        let read = |table: &Table| {
            table.read(|row| Some((row.string(0), row.optional(1, Row::date)?))).map_err(|refusal| refusal.code())
        };
        let day = NaiveDate::from_ymd_opt(2021, 4, 1);
        assert_eq!(read(&Table::of("x", TEXT, "id from")), Ok(vec![("b".to_owned(), day), ("a".to_owned(), None)]));
        for columns in ["id until", "id", "id from source", ""] {
            assert_eq!(read(&Table::of("x", TEXT, columns)), Err("internal.table.broken"), "{columns}");
        }
        let broken = Table::of("x", "id from\nb\ta\n2021-04-01\t2021-04-31\n", "id from");
        assert_eq!(read(&broken), Err("internal.table.broken"));
    }
}
