//! `vsys.tables.price` and `vsys.tables.price_sums`: claim lines in a table.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::thread::available_parallelism;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, make_array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use vsys_core::base::{Path, Refusal};
use vsys_core::claims::{
    ClaimSum, ClaimSums, ColumnNumber, CouponKind, KeyColumns, LineColumns, PriceColumns, PriceTable, RowReport,
    price_lines,
};
use vsys_wire::columns::read_price_table;
use vsys_wire::notes_bytes;

use crate::Book;
use crate::column::Columns;
use crate::failure::Failure;
use crate::faults::Faults;
use crate::input::{Input, Source};
use crate::keys::Keys;
use crate::line::{LineNames, LineWork};
use crate::table::Table;
use crate::table_apportion::{longs, never};
use crate::table_cascade::table;
use crate::tally::{Sums, Tally};

/// So many rows are priced between two looks for Ctrl-C.
const ROWS: usize = 1 << 22;

/// What every call is told besides its table.
#[derive(FromPyObject)]
pub(crate) struct Pricing {
    /// `{"periods":…,"rounding":…}`
    options: PyBackedBytes,
    /// The names of the columns.
    names: LineNames,
    /// Whether rows without a price are told and left out, instead of refused.
    tell: bool,
    /// How many threads work; absent = as many as there are processors.
    threads: Option<usize>,
}

impl Pricing {
    fn threads(&self) -> usize {
        self.threads.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
    }
}

/// Prices the lines of a table one by one; `keep` names the columns that go along. Gives the table and its tally.
///
/// # Errors
/// `VsysError` with everything that is wrong with the table as a whole, or with the periods.
#[pyfunction]
#[pyo3(signature = (lines, book, pricing, keep, /))]
pub(crate) fn table_price(
    py: Python<'_>,
    lines: &Bound<'_, PyAny>,
    book: Option<&Bound<'_, crate::RuleBook>>,
    pricing: Pricing,
    keep: Vec<String>,
) -> PyResult<(Table, Tally)> {
    priced(py, lines, &Book::of(book), &pricing, &keep).map_err(|failure| failure.raise(py))
}

fn priced(
    py: Python<'_>,
    lines: &Bound<'_, PyAny>,
    book: &Book,
    pricing: &Pricing,
    keep: &[String],
) -> Result<(Table, Tally), Failure> {
    let prices = prices(book, pricing)?;
    let mut source = Source::open(lines)?;
    let mut fields: Vec<Field> = Vec::new();
    let mut kept = Vec::new();
    for name in keep {
        let index = source.schema().index_of(name).map_err(|_| {
            let present = source.schema().fields().iter().take(100).map(|field| field.name().clone()).collect();
            let problem = crate::table_problem::TableProblem::ColumnMissing { column: name.clone(), present };
            Refusal::new(&problem, crate::faults::column_path(name))
        })?;
        fields.push(source.schema().field(index).clone());
        kept.push(index);
    }
    fields.extend(["unit", "net", "tax", "amount"].map(|name| Field::new(name, DataType::Int64, true)));
    let schema: SchemaRef = Arc::new(Schema::new(fields));
    let mut batches = Vec::new();
    let mut report = RowReport::default();
    let faults = each(py, &mut source, |part, first, faults| {
        let mut columns = Columns::part(part, first, faults);
        let lines = pricing.names.read(&mut columns, part.rows);
        let priced =
            lines.map(|lines| lines.work(Priced { prices: &prices, threads: pricing.threads() })).transpose()?;
        if let (Some((priced, found)), Some(batch)) = (priced, part.batches.first()) {
            let kept = kept.iter().filter_map(|&index| batch.columns.get(index));
            let columns = kept.map(|column| make_array(column.clone())).chain(priced).collect();
            batches.push(RecordBatch::try_new(schema.clone(), columns).map_err(|_| never("price"))?);
            report.merge(&found);
        }
        Ok(columns.into_faults())
    })?;
    Ok((Table::new(schema, batches), tally(faults, &report, ClaimSum::default())?))
}

/// Lines to be priced into columns.
struct Priced<'p> {
    prices: &'p PriceTable,
    threads: usize,
}

impl LineWork<Result<([ArrayRef; 4], RowReport), Refusal>> for Priced<'_> {
    fn on<C: ColumnNumber>(self, lines: &LineColumns<'_, i32, C>) -> Result<([ArrayRef; 4], RowReport), Refusal> {
        let rows = lines.rows();
        let [mut unit, mut net, mut tax] = [(); 3].map(|()| vec![0; rows]);
        let columns = PriceColumns { unit: &mut unit, net: &mut net, tax: &mut tax };
        let report = price_lines(self.prices, lines, columns, self.threads)?;
        let amount: Vec<u64> = net.iter().zip(&tax).map(|(net, tax)| net.saturating_add(*tax)).collect();
        let nulls = (report.wrong() > 0).then(|| {
            NullBuffer::new(BooleanBuffer::from_iter(unit.iter().map(|unit| *unit != PriceColumns::NO_PRICE)))
        });
        Ok(([unit, net, tax, amount].map(|column| yen(column, nulls.clone())), report))
    }
}

/// A column of yen, which is not copied.
fn yen(column: Vec<u64>, nulls: Option<NullBuffer>) -> ArrayRef {
    let rows = column.len();
    Arc::new(Int64Array::new(ScalarBuffer::new(Buffer::from_vec(column), 0, rows), nulls))
}

/// Prices the lines of a table and sums them by institution, and by municipality and coupon. Gives both tables and
/// the tally.
///
/// # Errors
/// As [`table_price`].
#[pyfunction]
#[pyo3(signature = (lines, book, pricing, institution, municipality, /))]
pub(crate) fn table_price_sums(
    py: Python<'_>,
    lines: &Bound<'_, PyAny>,
    book: Option<&Bound<'_, crate::RuleBook>>,
    pricing: Pricing,
    institution: &str,
    municipality: &str,
) -> PyResult<(Table, Table, Tally)> {
    summed(py, lines, &Book::of(book), &pricing, [institution, municipality]).map_err(|failure| failure.raise(py))
}

fn summed(
    py: Python<'_>,
    lines: &Bound<'_, PyAny>,
    book: &Book,
    pricing: &Pricing,
    keys: [&str; 2],
) -> Result<(Table, Table, Tally), Failure> {
    let prices = prices(book, pricing)?;
    let mut source = Source::open(lines)?;
    let is_text = |name: &str| {
        let field = source.schema().fields().iter().find(|field| field.name() == name);
        field.is_some_and(|field| crate::column::is_text(field.data_type()))
    };
    let [mut institutions, mut municipalities] = keys.map(|name| Keys::new(is_text(name)));
    let mut sums = ClaimSums::try_new(0, 0).map_err(|problem| Refusal::new(&problem, Path::root()))?;
    let faults = each(py, &mut source, |part, first, faults| {
        let mut columns = Columns::part(part, first, faults);
        let lines = pricing.names.read(&mut columns, part.rows);
        let [name, home] = keys;
        let (institution, municipality) =
            (institutions.read(&mut columns, name), municipalities.read(&mut columns, home));
        if let (Some(lines), Some(institution), Some(municipality)) = (lines, institution, municipality) {
            sums.grow(institutions.len(), municipalities.len())
                .map_err(|problem| Refusal::new(&problem, crate::faults::column_path(name)))?;
            let keys = KeyColumns { institution: &institution, municipality: &municipality };
            lines.work(Summed { sums: &mut sums, prices: &prices, keys, threads: pricing.threads() })?;
        }
        Ok(columns.into_faults())
    })?;
    let tally = tally(faults, sums.report(), sums.total())?;
    let [name, home] = keys;
    let by_institution = {
        let rows: Vec<usize> =
            institutions.ordered().into_iter().filter(|row| some(sums.institutions().get(*row))).collect();
        let of = rows.iter().filter_map(|row| sums.institutions().get(*row)).copied().collect::<Vec<_>>();
        key_table(&[(name, institutions.column(&rows))], &of)?
    };
    let by_municipality = {
        let of = |row: usize, coupon: CouponKind| sums.municipality(row, coupon);
        let rows: Vec<(usize, CouponKind)> = municipalities
            .ordered()
            .into_iter()
            .flat_map(|row| CouponKind::ALL.iter().map(move |coupon| (row, *coupon)))
            .filter(|(row, coupon)| some(of(*row, *coupon).as_ref()))
            .collect();
        let indices: Vec<usize> = rows.iter().map(|(row, _)| *row).collect();
        let coupons: StringArray = rows.iter().map(|(_, coupon)| Some(coupon.term().en)).collect();
        let sums: Vec<ClaimSum> = rows.iter().filter_map(|(row, coupon)| of(*row, *coupon)).collect();
        key_table(&[(home, municipalities.column(&indices)), ("coupon", Arc::new(coupons))], &sums)?
    };
    Ok((by_institution, by_municipality, tally))
}

/// Whether anything was summed there.
fn some(sum: Option<&ClaimSum>) -> bool {
    sum.is_some_and(|sum| *sum != ClaimSum::default())
}

/// Sums beside their keys.
fn key_table(keys: &[(&str, ArrayRef)], sums: &[ClaimSum]) -> Result<Table, Refusal> {
    let column = |of: fn(&ClaimSum) -> u64| -> ArrayRef { Arc::new(longs(sums.iter().map(|sum| Some(of(sum))))) };
    let mut columns: Vec<(String, ArrayRef)> =
        keys.iter().map(|(name, column)| ((*name).to_owned(), Arc::clone(column))).collect();
    columns.push(("count".to_owned(), column(|sum| sum.count)));
    columns.push(("net".to_owned(), column(|sum| sum.net)));
    columns.push(("tax".to_owned(), column(|sum| sum.tax)));
    columns.push(("amount".to_owned(), column(|sum| sum.net.saturating_add(sum.tax))));
    table(columns)
}

/// Lines to be summed.
struct Summed<'s> {
    sums: &'s mut ClaimSums,
    prices: &'s PriceTable,
    keys: KeyColumns<'s, u32, u32>,
    threads: usize,
}

impl LineWork<Result<(), Refusal>> for Summed<'_> {
    fn on<C: ColumnNumber>(self, lines: &LineColumns<'_, i32, C>) -> Result<(), Refusal> {
        self.sums.add(self.prices, lines, &self.keys, self.threads)
    }
}

/// The prices: the tariff's, or the caller's own.
fn prices(book: &Book, pricing: &Pricing) -> Result<PriceTable, Failure> {
    let book = book.tables().map_err(Clone::clone)?;
    Ok(read_price_table(book, &pricing.options)?)
}

/// Works on a table part by part, none of more than [`ROWS`], away from the interpreter; Ctrl-C is heard between.
fn each(
    py: Python<'_>,
    source: &mut Source,
    mut work: impl FnMut(&Input, usize, Faults) -> Result<Faults, Refusal> + Send,
) -> Result<Faults, Failure> {
    let (mut faults, mut first) = (Faults::default(), 0);
    let schema = source.schema().clone();
    let mut waiting: Option<Input> = None;
    let mut begun = false;
    // A batch that is too large is taken apart without being copied.
    loop {
        let part = match waiting.take() {
            Some(part) => part,
            None => {
                let mut next = None;
                source.each(py, |batch| {
                    next = Some(batch);
                    Ok(ControlFlow::Break(()))
                })?;
                match next {
                    Some(batch) => Input { schema: schema.clone(), rows: batch.rows, batches: vec![batch] },
                    None if begun => return Ok(faults),
                    // Columns of no rows at all may be wrong too.
                    None => Input { schema: schema.clone(), rows: 0, batches: Vec::new() },
                }
            }
        };
        begun = true;
        let (now, later) = part.split(ROWS);
        waiting = later;
        let before = std::mem::take(&mut faults);
        faults = py.detach(|| work(&now, first, before))?;
        first += now.rows;
        py.check_signals()?;
    }
}

/// What there is to tell of the rows. A column that cannot be read at all leaves nothing to tell of.
fn tally(faults: Faults, report: &RowReport, total: ClaimSum) -> Result<Tally, Refusal> {
    if faults.whole() { Err(Refusal::of(faults.told())) } else { Ok(Tally::of(faults, report, total)) }
}

/// The tally of rows that lie in these parts, one after the other.
#[pyfunction]
#[pyo3(signature = (parts, /))]
pub(crate) fn tally_whole(parts: Vec<Tally>) -> Tally {
    Tally::whole(parts)
}

/// How many rows there were, how many of them are wrong, what the others sum up to (services, yen before tax, tax),
/// and the notes. `institution` and `municipality` are the names of the columns of keys.
///
/// # Errors
/// `VsysError` with every finding, unless they are to be told; when the sums are more than is held exactly.
#[pyfunction]
#[pyo3(signature = (tally, pricing, institution, municipality, /))]
pub(crate) fn tally_told<'py>(
    py: Python<'py>,
    tally: Tally,
    pricing: Pricing,
    institution: &str,
    municipality: &str,
) -> PyResult<(u64, u64, Sums, Bound<'py, PyBytes>)> {
    let told = || {
        let (rows, wrong, sums) = tally.sums()?;
        let (findings, assumptions) = tally.told(&pricing.names, [institution, municipality]);
        if findings.has_errors() && !pricing.tell {
            return Err(Refusal::of(findings));
        }
        Ok((rows, wrong, sums, notes_bytes(&findings, &assumptions)))
    };
    let (rows, wrong, sums, notes) = told().map_err(|refusal| Failure::from(refusal).raise(py))?;
    Ok((rows, wrong, sums, PyBytes::new(py, &notes)))
}
