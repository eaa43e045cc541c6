//! What there is to tell of priced rows, in plain values: they travel from the machines on which the rows lie, and
//! the tallies of parts add up to the tally of the whole.

use pyo3::prelude::*;
use vsys_core::base::{
    Assumptions, BaseProblem, DetailValue, Doses, Finding, Findings, Path, Place, Quantity, Refusal, Segment, Yen,
    assumption,
};
use vsys_core::claims::{BulkProblem, ClaimSum, RowReport};

use crate::faults::{Fault, Faults, Rows};
use crate::line::LineNames;

/// Services, yen before tax, tax.
pub(crate) type Sums = (u64, u64, u64);

/// So many characters of a text show what it is.
const SHOWN: usize = 200;

/// How many rows there were, which of them are wrong, what they sum up to and what that rests on. Rows are counted
/// from 0.
#[derive(Clone, Debug, Default, FromPyObject, IntoPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Tally {
    rows: u64,
    wrong: u64,
    count: u64,
    net: u64,
    tax: u64,
    /// Faults of cells that the table tells of.
    cells: Vec<CellRows>,
    /// Texts that are no keys, each with its column, in order.
    texts: Vec<NoKey>,
    /// Faults that the prices tell of.
    reported: Vec<ReportedRows>,
    assumptions: Vec<String>,
}

/// A text that is no key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromPyObject, IntoPyObject)]
#[pyo3(from_item_all)]
struct NoKey {
    column: String,
    text: String,
}

/// The rows with a fault of a column.
#[derive(Clone, Debug, FromPyObject, IntoPyObject)]
#[pyo3(from_item_all)]
struct CellRows {
    column: String,
    kind: String,
    least: u64,
    most: u64,
    words: Vec<String>,
    count: u64,
    first: Vec<u64>,
}

/// The rows with a fault that the library reported.
#[derive(Clone, Debug, FromPyObject, IntoPyObject)]
#[pyo3(from_item_all)]
struct ReportedRows {
    code: String,
    column: String,
    /// How many keys there are, or the largest code.
    limit: u64,
    from: Option<String>,
    until: Option<String>,
    count: u64,
    first: Vec<u64>,
}

/// The first rows of both, those of a later part counted on from where it begins.
fn joined(first: &mut Vec<u64>, later: Vec<u64>, offset: u64) {
    let room = Rows::TOLD.saturating_sub(first.len());
    first.extend(later.into_iter().take(room).map(|row| row.saturating_add(offset)));
}

/// Adds what is not there yet, in order.
fn add_new<T: Ord>(own: &mut Vec<T>, later: Vec<T>) {
    if !later.is_empty() {
        own.extend(later);
        own.sort_unstable();
        own.dedup();
    }
}

impl Tally {
    /// What there is to tell of rows in a table.
    pub(crate) fn of(faults: Faults, report: &RowReport, total: ClaimSum) -> Self {
        let (cells, texts) = faults.into_rows();
        let cells = cells.into_iter().map(|((column, fault), rows)| {
            let (count, first) = rows.told();
            let (kind, least, most, words) = match fault {
                Fault::Null => ("null", 0, 0, Vec::new()),
                Fault::Range { least, most } => ("range", least, most, Vec::new()),
                Fault::Day => ("day", 0, 0, Vec::new()),
                Fault::Word(words) => ("word", 0, 0, words),
            };
            CellRows { column, kind: kind.to_owned(), least, most, words, count, first }
        });
        Self {
            rows: report.rows(),
            wrong: report.wrong(),
            count: total.count,
            net: total.net,
            tax: total.tax,
            cells: cells.collect(),
            texts: texts
                .into_iter()
                .map(|(column, text)| NoKey { column, text: text.chars().take(SHOWN).collect() })
                .collect(),
            reported: report.findings().sorted().into_iter().filter_map(reported).collect(),
            assumptions: report.assumptions().iter().map(|id| id.to_string()).collect(),
        }
    }

    /// Adds the tally of the rows that come after these.
    fn join(&mut self, later: Self) {
        let offset = self.rows;
        for cell in later.cells {
            let same = |own: &&mut CellRows| {
                (&own.column, &own.kind, own.least, own.most, &own.words)
                    == (&cell.column, &cell.kind, cell.least, cell.most, &cell.words)
            };
            match self.cells.iter_mut().find(same) {
                Some(own) => {
                    own.count = own.count.saturating_add(cell.count);
                    joined(&mut own.first, cell.first, offset);
                }
                None => {
                    let mut first = Vec::new();
                    joined(&mut first, cell.first, offset);
                    self.cells.push(CellRows { first, ..cell });
                }
            }
        }
        for fault in later.reported {
            let same = |own: &&mut ReportedRows| (&own.code, &own.column) == (&fault.code, &fault.column);
            match self.reported.iter_mut().find(same) {
                Some(own) => {
                    own.count = own.count.saturating_add(fault.count);
                    own.limit = own.limit.max(fault.limit);
                    joined(&mut own.first, fault.first, offset);
                }
                None => {
                    let mut first = Vec::new();
                    joined(&mut first, fault.first, offset);
                    self.reported.push(ReportedRows { first, ..fault });
                }
            }
        }
        add_new(&mut self.texts, later.texts);
        add_new(&mut self.assumptions, later.assumptions);
        for (own, other) in [
            (&mut self.rows, later.rows),
            (&mut self.wrong, later.wrong),
            (&mut self.count, later.count),
            (&mut self.net, later.net),
            (&mut self.tax, later.tax),
        ] {
            *own = own.saturating_add(other);
        }
    }

    /// The tally of rows that lie in these parts, one after the other.
    pub(crate) fn whole(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let mut whole = parts.next().unwrap_or_default();
        parts.for_each(|part| whole.join(part));
        whole
    }

    /// How many rows there were, how many of them are wrong, and what the others sum up to: services, yen before tax,
    /// tax.
    ///
    /// # Errors
    /// More in all than is held exactly.
    pub(crate) fn sums(&self) -> Result<(u64, u64, Sums), Refusal> {
        let over = if self.count > Doses::MAX {
            Some((Doses::UNIT, Doses::MAX))
        } else if self.net.saturating_add(self.tax) > Yen::MAX {
            Some((Yen::UNIT, Yen::MAX))
        } else {
            None
        };
        match over {
            Some((unit, most)) => Err(Refusal::new(&BaseProblem::QuantityTooLarge { unit, most }, Path::root())),
            None => Ok((self.rows, self.wrong, (self.count, self.net, self.tax))),
        }
    }

    /// The findings and assumptions, in the words of the table whose columns have these names.
    pub(crate) fn told(self, names: &LineNames, keys: [&str; 2]) -> (Findings, Assumptions) {
        let mut faults = Faults::default();
        for cell in self.cells {
            let CellRows { column, kind, least, most, words, count, first } = cell;
            let fault = match kind.as_str() {
                "range" => Fault::Range { least, most },
                "day" => Fault::Day,
                "word" => Fault::Word(words),
                _ => Fault::Null,
            };
            faults.add_rows(column, fault, Rows::of(count, first));
        }
        for NoKey { column, text } in self.texts {
            faults.no_key(&column, &text);
        }
        let mut reported = Findings::new();
        for fault in &self.reported {
            if let Some((column, problem)) = problem(fault) {
                reported.push(&problem, Path::from(column));
            }
        }
        let mut assumptions = Assumptions::new();
        for id in [assumption::ROUNDING, assumption::TARIFF] {
            if self.assumptions.iter().any(|known| *known == id.to_string()) {
                assumptions.add(id);
            }
        }
        (names.findings(faults, &reported, keys), assumptions)
    }
}

/// A finding of the library in plain values.
fn reported(finding: &Finding) -> Option<ReportedRows> {
    let Place::Path(path) = &finding.place else { return None };
    let [Segment::Key(column)] = path.segments() else { return None };
    let detail = |name: &str| finding.details.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let number = |name: &str| match detail(name) {
        Some(DetailValue::Number(number)) => Some(*number),
        _ => None,
    };
    let text = |name: &str| match detail(name) {
        Some(DetailValue::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let first = match detail("rows") {
        Some(DetailValue::List(rows)) => {
            rows.iter().filter_map(|row| if let DetailValue::Number(row) = row { Some(*row) } else { None }).collect()
        }
        _ => Vec::new(),
    };
    Some(ReportedRows {
        code: finding.code.to_owned(),
        column: column.to_string(),
        limit: number("size").or_else(|| number("most")).unwrap_or(0),
        from: text("from"),
        until: text("until"),
        count: number("count").unwrap_or(0),
        first,
    })
}

/// The problem that a finding was made of, with its column.
fn problem(fault: &ReportedRows) -> Option<(&'static str, BulkProblem)> {
    const COLUMNS: [&str; 8] = ["institution", "municipality", "day", "count", "service", "age", "time", "coupon"];
    let column = COLUMNS.into_iter().find(|known| *known == fault.column)?;
    let (count, rows) = (fault.count, fault.first.clone());
    let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    let problem = match fault.code.as_str() {
        "claims.rows.index" => {
            BulkProblem::RowsIndex { column, size: usize::try_from(fault.limit).unwrap_or(usize::MAX), count, rows }
        }
        "claims.rows.code" => {
            BulkProblem::RowsCode { column, most: u8::try_from(fault.limit).unwrap_or(u8::MAX), count, rows }
        }
        "claims.rows.outside_programme" => {
            BulkProblem::RowsOutside { from: day(&fault.from)?, until: day(&fault.until), count, rows }
        }
        "claims.rows.not_in_force" => BulkProblem::RowsNotInForce { count, rows },
        "claims.rows.count" => BulkProblem::RowsCount { count, rows },
        _ => return None,
    };
    Some((column, problem))
}
