//! What is to be told about the rows of a batch.

use chrono::NaiveDate;

use super::problem::BulkProblem;
use super::table::PriceTable;
use crate::base::{Assumptions, Findings, Path, Problem, assumption};

/// How many rows a finding names; all are counted.
const NAMED: usize = 10;

/// The rows with one kind of fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FaultRows {
    count: u64,
    first: Vec<u64>,
}

impl FaultRows {
    pub(super) fn add(&mut self, wrong: bool, row: u64) {
        if wrong {
            self.count += 1;
            if self.first.len() < NAMED {
                self.first.push(row);
            }
        }
    }

    fn merge(&mut self, later: &Self, offset: u64) {
        self.count += later.count;
        let room = NAMED.saturating_sub(self.first.len());
        self.first.extend(later.first.iter().take(room).map(|row| row + offset));
    }
}

/// What there is to tell of the rows of a batch: how many there were, which of them are wrong, and what the
/// rest rests on. A wrong row is in no sum and has no price; it is counted once, and told under each of its
/// faults. Rows are counted from 0 in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowReport {
    pub(super) rows: u64,
    pub(super) wrong: u64,
    pub(super) institution: FaultRows,
    pub(super) municipality: FaultRows,
    pub(super) service: FaultRows,
    pub(super) age: FaultRows,
    pub(super) time: FaultRows,
    pub(super) coupon: FaultRows,
    pub(super) day: FaultRows,
    pub(super) not_in_force: FaultRows,
    pub(super) count: FaultRows,
    /// How many institutions and municipalities there are.
    pub(super) sizes: (usize, usize),
    /// The days of the table; of several tables, from the first to the last.
    pub(super) span: Option<(NaiveDate, Option<NaiveDate>)>,
    pub(super) rounded: bool,
    pub(super) misprinted: bool,
}

impl RowReport {
    /// How many rows there were, wrong ones too.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// How many rows are wrong.
    pub const fn wrong(&self) -> u64 {
        self.wrong
    }

    /// What is wrong: a finding for each column and kind of fault, with the number of its rows and the first
    /// ten of them.
    pub fn findings(&self) -> Findings {
        self.told(|column, _| Path::from(column))
    }

    /// The same, each at the first of its rows: `/day/17`.
    pub fn findings_at_rows(&self) -> Findings {
        self.told(|column, faults| {
            let first = faults.first.first().and_then(|row| usize::try_from(*row).ok());
            Path::from(column).join(first.unwrap_or_default())
        })
    }

    fn told(&self, place: impl Fn(&'static str, &FaultRows) -> Path) -> Findings {
        let mut findings = Findings::new();
        let (institutions, municipalities) = self.sizes;
        for (column, size, faults) in
            [("institution", institutions, &self.institution), ("municipality", municipalities, &self.municipality)]
        {
            tell(&mut findings, place(column, faults), faults, |count, rows| BulkProblem::RowsIndex {
                column,
                size,
                count,
                rows,
            });
        }
        for (column, most, faults) in
            [("service", 1, &self.service), ("age", 1, &self.age), ("time", 2, &self.time), ("coupon", 1, &self.coupon)]
        {
            tell(&mut findings, place(column, faults), faults, |count, rows| BulkProblem::RowsCode {
                column,
                most,
                count,
                rows,
            });
        }
        let (from, until) = self.span.unwrap_or_default();
        tell(&mut findings, place("day", &self.day), &self.day, |count, rows| BulkProblem::RowsOutside {
            from,
            until,
            count,
            rows,
        });
        tell(&mut findings, place("day", &self.not_in_force), &self.not_in_force, |count, rows| {
            BulkProblem::RowsNotInForce { count, rows }
        });
        tell(&mut findings, place("count", &self.count), &self.count, |count, rows| BulkProblem::RowsCount {
            count,
            rows,
        });
        findings
    }

    /// What the prices rest on: that an amount was rounded (ruling rounding), that a price is not the one which
    /// the new form prints (ruling tariff).
    pub fn assumptions(&self) -> Assumptions {
        let mut assumptions = Assumptions::new();
        for (named, id) in [(self.rounded, assumption::ROUNDING), (self.misprinted, assumption::TARIFF)] {
            if named {
                assumptions.add(id);
            }
        }
        assumptions
    }

    /// A bit for each class whose lines may rest on an assumption that no line has rested on so far.
    pub(super) const fn unasked(&self, table: &PriceTable) -> u32 {
        let fractions = if self.rounded { 0 } else { table.fractions() };
        let misprints = if self.misprinted { 0 } else { table.misprints() };
        fractions | misprints
    }

    /// The number of a row of the block that comes after the rows so far.
    pub(super) fn number(&self, place: usize) -> u64 {
        self.rows + u64::try_from(place).unwrap_or(0)
    }

    /// The days of one more table.
    pub(super) fn widen(&mut self, (from, until): (NaiveDate, Option<NaiveDate>)) {
        self.span = Some(match self.span {
            None => (from, until),
            Some((first, last)) => (first.min(from), last.zip(until).map(|(last, until)| last.max(until))),
        });
    }

    /// Adds the report of rows that come after these.
    pub fn merge(&mut self, later: &Self) {
        let offset = self.rows;
        for (own, other) in [
            (&mut self.institution, &later.institution),
            (&mut self.municipality, &later.municipality),
            (&mut self.service, &later.service),
            (&mut self.age, &later.age),
            (&mut self.time, &later.time),
            (&mut self.coupon, &later.coupon),
            (&mut self.day, &later.day),
            (&mut self.not_in_force, &later.not_in_force),
            (&mut self.count, &later.count),
        ] {
            own.merge(other, offset);
        }
        self.rows += later.rows;
        self.wrong += later.wrong;
        self.rounded |= later.rounded;
        self.misprinted |= later.misprinted;
        if let Some(span) = later.span {
            self.widen(span);
        }
    }
}

/// One finding for all rows with a fault.
fn tell<P: Problem>(findings: &mut Findings, place: Path, faults: &FaultRows, problem: impl Fn(u64, Vec<u64>) -> P) {
    if faults.count > 0 {
        findings.push(&problem(faults.count, faults.first.clone()), place);
    }
}
