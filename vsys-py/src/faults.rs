//! What is wrong with the cells of a table, told once a column and kind, however many batches it has.

use std::collections::BTreeMap;

use vsys_core::base::{Finding, Findings, Path, Problem, Segment, Severity};

use crate::table_problem::TableProblem;

/// How many of the rows a finding names.
const TOLD: usize = 10;

/// How many rows there are with a fault, and the first of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    count: u64,
    first: Vec<u64>,
}

impl Rows {
    /// Adds a row; they come in ascending order.
    pub(crate) fn add(&mut self, row: usize) {
        self.count += 1;
        if self.first.len() < TOLD {
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
    Word(Vec<&'static str>),
}

/// Everything that is wrong with a table.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    cells: BTreeMap<(String, Fault), Rows>,
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
        self.whole |= problem.severity() == Severity::Error;
        // A stream tells of it once, not with every batch.
        let finding = Finding::new(problem, column_path(column));
        if !self.others.sorted().contains(&&finding) {
            self.others.add(finding);
        }
    }

    /// Adds a problem of a text that stands in a column, in whatever rows.
    pub(crate) fn word(&mut self, column: &str, problem: &dyn Problem, text: &str) {
        self.others.add(Finding::new(problem, column_path(column)).with_value(text));
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
        let Self { cells, others: mut findings, .. } = self;
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
