//! What is wrong with the cells of a table, told once a column and kind, however many batches it has.

use std::collections::{BTreeMap, BTreeSet};

use vsys_core::base::{Finding, Findings, Path, Problem, Segment, Severity, SiteId};

use crate::table_problem::TableProblem;

/// How many rows there are with a fault, and the first of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    count: u64,
    first: Vec<u64>,
}

impl Rows {
    /// How many of the rows a finding names.
    pub(crate) const TOLD: usize = 10;

    /// So many rows, of which these are the first.
    pub(crate) const fn of(count: u64, first: Vec<u64>) -> Self {
        Self { count, first }
    }

    /// Adds a row; they come in ascending order.
    pub(crate) fn add(&mut self, row: usize) {
        self.count += 1;
        if self.first.len() < Self::TOLD {
            self.first.push(u64::try_from(row).unwrap_or(u64::MAX));
        }
    }

    /// The count and the first rows, as a finding tells them.
    pub(crate) fn told(self) -> (u64, Vec<u64>) {
        (self.count, self.first)
    }
}

/// A kind of fault of a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// No value.
    Null,
    /// A number out of range.
    Range { least: u64, most: u64 },
    /// A moment that is no day.
    Day,
    /// A word that is none of these.
    Word(Vec<String>),
}

/// The rows with each kind of fault, by column.
pub(crate) type Cells = BTreeMap<(String, Fault), Rows>;

/// Everything that is wrong with a table.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    cells: Cells,
    /// Texts that are no keys, each with its column.
    texts: BTreeSet<(String, String)>,
    others: Findings,
    /// Whether a column cannot be read at all.
    whole: bool,
}

impl Faults {
    /// Adds a row with a fault in a column.
    pub(crate) fn cell(&mut self, column: &str, fault: Fault, row: usize) {
        self.cells.entry((column.to_owned(), fault)).or_default().add(row);
    }

    /// Adds a problem of a column as a whole.
    pub(crate) fn column(&mut self, column: &str, problem: &dyn Problem) {
        self.whole |= problem.texts().severity == Severity::Error;
        // A stream tells of it once, not with every batch.
        let finding = Finding::new(problem, column_path(column));
        if !self.others.sorted().contains(&&finding) {
            self.others.add(finding);
        }
    }

    /// Adds the rows of a part with a fault in a column.
    pub(crate) fn add_rows(&mut self, column: String, fault: Fault, rows: Rows) {
        self.cells.insert((column, fault), rows);
    }

    /// Adds a text that stands in a column of keys, in whatever rows, and is none.
    pub(crate) fn no_key(&mut self, column: &str, text: &str) {
        self.texts.insert((column.to_owned(), text.to_owned()));
    }

    /// The rows with faults of their own, and the texts that are no keys.
    pub(crate) fn into_rows(self) -> (Cells, BTreeSet<(String, String)>) {
        (self.cells, self.texts)
    }

    /// Adds a problem of a cell of its own, with the text that stands there.
    pub(crate) fn text(&mut self, column: &str, row: usize, problem: &dyn Problem, value: Option<&str>) {
        let finding = Finding::new(problem, column_path(column).join(row));
        self.others.add(match value {
            Some(value) => finding.with_value(value),
            None => finding,
        });
    }

    /// Whether a column cannot be read at all.
    pub(crate) const fn whole(&self) -> bool {
        self.whole
    }

    /// The columns with texts that are no keys.
    pub(crate) fn columns_of_texts(&self) -> BTreeSet<String> {
        self.texts.iter().map(|(column, _)| column.clone()).collect()
    }

    /// How many rows of each column have a fault of their own.
    pub(crate) fn rows_by_column(&self) -> BTreeMap<String, u64> {
        let mut rows = BTreeMap::new();
        for ((column, _), faults) in &self.cells {
            *rows.entry(column.clone()).or_default() += faults.count;
        }
        rows
    }

    /// The findings.
    pub(crate) fn told(self) -> Findings {
        let Self { cells, texts, others: mut findings, .. } = self;
        for (column, text) in texts {
            if let Err(problem) = SiteId::check(&text) {
                findings.add(Finding::new(&problem, column_path(&column)).with_value(text));
            }
        }
        for ((column, fault), rows) in cells {
            let (count, rows) = rows.told();
            let first = rows.first().and_then(|row| usize::try_from(*row).ok()).unwrap_or(0);
            let path = column_path(&column).join(first);
            let problem = match fault {
                Fault::Null => TableProblem::CellNull { column, count, rows },
                Fault::Range { least, most } => TableProblem::CellRange { column, least, most, count, rows },
                Fault::Day => TableProblem::CellDay { column, count, rows },
                Fault::Word(expected) => TableProblem::CellWord { column, expected, count, rows },
            };
            findings.push(&problem, path);
        }
        findings
    }
}

/// `/columns/weight`.
pub(crate) fn column_path(column: &str) -> Path {
    Path::from("columns").join(Segment::Key(column.to_owned().into()))
}
