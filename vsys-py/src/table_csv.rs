//! `vsys.tables.read_csv`: a CSV as a table, every fault with its cell.

use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Int64Builder, StringBuilder, Time32SecondBuilder, UInt32Builder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use chrono::{Datelike, NaiveDate, Timelike};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use vsys_core::base::{
    Assumptions, CouponNumber, Findings, InstitutionCode, MunicipalityCode, Named, Place, Problem, Refusal,
};
use vsys_core::claims::CouponKind;
use vsys_core::rows::{Column, Encoding, Reading, Row, RowsProblem, Stream};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};
use vsys_wire::notes_bytes;

use crate::failure::Failure;
use crate::table::{PERSONAL, Table};
use crate::table_apportion::never;

/// How many bytes are asked for at once.
const BLOCK: usize = 1 << 20;
/// How many rows a batch has.
const ROWS: usize = 1 << 20;
/// The largest amount, 2^53−1.
const MOST: u64 = (1 << 53) - 1;

/// The words of a column, each with the word that the table holds for it.
type Words = Vec<(&'static str, &'static str)>;

/// What a column of a sheet holds.
#[derive(Clone, Debug)]
enum Kind {
    Text,
    /// A count, `uint32`.
    Count,
    /// An amount, `int64`.
    Amount,
    Date,
    Time,
    Flag,
    Municipality,
    Institution,
    Coupon,
    Word(Words),
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "uint32" => Self::Count,
            "int64" => Self::Amount,
            "date" => Self::Date,
            "time" => Self::Time,
            "flag" => Self::Flag,
            "municipality" => Self::Municipality,
            "institution" => Self::Institution,
            "coupon_number" => Self::Coupon,
            "service" => Self::Word(words::<Service>(&[])),
            "time_class" => Self::Word(words::<TimeClass>(&[])),
            "age_class" => Self::Word(words(&[("６歳未満", AgeClass::UnderSix), ("６歳以上", AgeClass::SixAndOver)])),
            "coupon" => Self::Word(words(&[("あり", CouponKind::WithCoupon), ("なし", CouponKind::WithoutCoupon)])),
            "site_kind" => Self::Word(vec![
                ("hub", "hub"),
                ("基本型", "hub"),
                ("satellite", "satellite"),
                ("サテライト", "satellite"),
            ]),
            _ => return None,
        })
    }

    const fn data_type(&self) -> DataType {
        match self {
            Self::Count => DataType::UInt32,
            Self::Amount => DataType::Int64,
            Self::Date => DataType::Date32,
            Self::Time => DataType::Time32(TimeUnit::Second),
            Self::Flag => DataType::Boolean,
            _ => DataType::Utf8,
        }
    }

    fn builder(&self) -> Builder {
        match self {
            Self::Count => Builder::Count(UInt32Builder::new()),
            Self::Amount => Builder::Amount(Int64Builder::new()),
            Self::Date => Builder::Date(Date32Builder::new()),
            Self::Time => Builder::Time(Time32SecondBuilder::new()),
            Self::Flag => Builder::Flag(BooleanBuilder::new()),
            _ => Builder::Text(StringBuilder::new()),
        }
    }
}

/// Every value under its English and Japanese name, and some more; the table holds the English one.
fn words<T: Named>(more: &[(&'static str, T)]) -> Words {
    let both = T::ALL.iter().flat_map(|value| [(value.term().en, *value), (value.term().ja, *value)]);
    both.chain(more.iter().copied()).map(|(word, value)| (word, value.term().en)).collect()
}

const FLAGS: [(&str, bool); 8] = [
    ("yes", true),
    ("はい", true),
    ("○", true),
    ("返戻", true),
    ("1", true),
    ("no", false),
    ("いいえ", false),
    ("0", false),
];

/// A column that is being filled.
enum Builder {
    Text(StringBuilder),
    Count(UInt32Builder),
    Amount(Int64Builder),
    Date(Date32Builder),
    Time(Time32SecondBuilder),
    Flag(BooleanBuilder),
}

impl Builder {
    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Count(builder) => Arc::new(builder.finish()),
            Self::Amount(builder) => Arc::new(builder.finish()),
            Self::Date(builder) => Arc::new(builder.finish()),
            Self::Time(builder) => Arc::new(builder.finish()),
            Self::Flag(builder) => Arc::new(builder.finish()),
        }
    }
}

/// A column that a sheet may have.
#[derive(Clone, Debug)]
struct Wanted {
    kind: Kind,
    /// Whether every row must have a value.
    filled: bool,
    /// Whether no row may have the value of an earlier one.
    unique: bool,
    /// Whether what is reported of it shows no text.
    personal: bool,
}

impl Wanted {
    /// Reads the cell of a row; a gap and a fault are null.
    fn read(&self, column: usize, row: &Row<'_, '_>, builder: &mut Builder, findings: &mut Findings) {
        let text = row.text(column);
        let hidden = self.personal.then(|| row.private());
        let row = hidden.as_ref().unwrap_or(row);
        let empty = text.is_empty();
        // A column that the sheet may be without has no cells to fill.
        let has_cell = || matches!(row.place(column), Place::Cell(cell) if cell.column.is_some());
        if empty && self.filled && has_cell() {
            row.report(column, &RowsProblem::CellEmpty, findings);
        }
        match (&self.kind, builder) {
            (Kind::Text, Builder::Text(builder)) => builder.append_option((!empty).then_some(text.as_ref())),
            (Kind::Municipality, Builder::Text(builder)) => {
                builder.append_option(code::<MunicipalityCode>(column, row, &text, findings));
            }
            (Kind::Institution, Builder::Text(builder)) => {
                builder.append_option(code::<InstitutionCode>(column, row, &text, findings));
            }
            (Kind::Coupon, Builder::Text(builder)) => {
                builder.append_option(code::<CouponNumber>(column, row, &text, findings));
            }
            (Kind::Word(words), Builder::Text(builder)) => {
                let word = if empty { None } else { row.word(column, words, findings) };
                builder.append_option(word);
            }
            (Kind::Count, Builder::Count(builder)) => {
                let number = if empty { None } else { row.number(column, u32::MAX.into(), findings) };
                builder.append_option(number.and_then(|number| u32::try_from(number).ok()));
            }
            (Kind::Amount, Builder::Amount(builder)) => {
                let number = if empty { None } else { row.number(column, MOST, findings) };
                builder.append_option(number.and_then(|number| i64::try_from(number).ok()));
            }
            (Kind::Date, Builder::Date(builder)) => {
                let day = if empty { None } else { row.date(column, findings) };
                builder.append_option(day.map(days));
            }
            (Kind::Time, Builder::Time(builder)) => {
                let time = if empty { None } else { row.time(column, findings) };
                let seconds = time.and_then(|time| i32::try_from(time.num_seconds_from_midnight()).ok());
                builder.append_option(seconds);
            }
            (Kind::Flag, Builder::Flag(builder)) => {
                builder.append_option(if empty { None } else { row.word(column, &FLAGS, findings) });
            }
            // Every kind has its builder.
            _ => {}
        }
    }
}

/// A text that is a code, or nothing and a finding.
fn code<'a, T: FromStr<Err: Problem>>(
    column: usize,
    row: &Row<'_, '_>,
    text: &'a str,
    findings: &mut Findings,
) -> Option<&'a str> {
    if text.is_empty() {
        return None;
    }
    match text.parse::<T>() {
        Ok(_) => Some(text),
        Err(problem) => {
            row.report(column, &problem, findings);
            None
        }
    }
}

/// Days since 1970-01-01.
pub(crate) fn days(day: NaiveDate) -> i32 {
    // 719,163 days lie between the first day of the Common Era and that one.
    day.num_days_from_ce() - 719_163
}

/// A column as Python declares it: its headings, its kind, and whether the sheet must have it, every row must
/// fill it, no two rows may agree in it, it is personal.
type Declared = (Vec<String>, String, bool, bool, bool, bool);

/// Reads a CSV. `read` gives the next bytes, at most as many as it is asked for, and none at the end. Gives the
/// table, how many rows were read, the encoding and the notes.
///
/// # Errors
/// `VsysError` with every finding, unless they are to be told.
#[pyfunction]
#[pyo3(signature = (read, file, columns, encoding, tell, /))]
pub(crate) fn table_csv<'py>(
    py: Python<'py>,
    read: &Bound<'py, PyAny>,
    file: &str,
    columns: Vec<Declared>,
    encoding: &str,
    tell: bool,
) -> PyResult<(Table, usize, Option<&'static str>, Bound<'py, PyBytes>)> {
    let encoding = match encoding {
        "auto" => None,
        "utf-8" => Some(Encoding::Utf8),
        "cp932" => Some(Encoding::Cp932),
        other => {
            return Err(PyValueError::new_err(format!("the encoding is 'auto', 'utf-8' or 'cp932', not '{other}'")));
        }
    };
    let (known, wanted, schema) = declared(columns)?;
    let mut sheet = SheetReader::new(file, encoding, known, wanted, schema);
    loop {
        let block: PyBackedBytes = read
            .call1((BLOCK,))?
            .extract()
            .map_err(|_| PyTypeError::new_err("the file must be opened for bytes: open(path, \"rb\")"))?;
        let more = py.detach(|| sheet.push(&block)).map_err(|refusal| Failure::from(refusal).raise(py))?;
        if !more {
            break;
        }
        py.check_signals()?;
    }
    let (table, rows, encoding, findings) = sheet.close().map_err(|refusal| Failure::from(refusal).raise(py))?;
    if findings.has_errors() && !tell {
        return Err(Failure::from(Refusal::of(findings)).raise(py));
    }
    let notes = PyBytes::new(py, &notes_bytes(&findings, &Assumptions::new()));
    Ok((table, rows, encoding.map(|encoding| encoding.name()), notes))
}

/// The columns for the reader, what they hold, and the schema of the table.
fn declared(columns: Vec<Declared>) -> PyResult<(&'static [Column], Vec<Wanted>, SchemaRef)> {
    let mut fields = vec![Field::new("row", DataType::UInt32, false)];
    let (mut names, mut wanted) = (Vec::new(), Vec::new());
    for (headings, kind, required, filled, unique, personal) in columns {
        let kind =
            Kind::named(&kind).ok_or_else(|| PyValueError::new_err(format!("no kind of column is called '{kind}'")))?;
        let name = headings.first().ok_or_else(|| PyValueError::new_err("a column has at least one heading"))?;
        let mut field = Field::new(name, kind.data_type(), true);
        if personal {
            field = field.with_metadata(HashMap::from([(PERSONAL.to_owned(), "true".to_owned())]));
        }
        fields.push(field);
        names.push((headings, required));
        wanted.push(Wanted { kind, filled, unique, personal });
    }
    Ok((interned(names), wanted, Arc::new(Schema::new(fields))))
}

/// The headings of each column, and whether it is required.
type Headings = Vec<(Vec<String>, bool)>;

/// The reader wants columns that live for ever. Each declaration is kept once, however often it is used.
fn interned(names: Headings) -> &'static [Column] {
    static KNOWN: Mutex<BTreeMap<Headings, &'static [Column]>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(names).or_insert_with_key(|names| {
        let heading = |heading: &String| -> &'static str { heading.clone().leak() };
        let column = |(headings, required): &(Vec<String>, bool)| Column {
            names: headings.iter().map(heading).collect::<Vec<_>>().leak(),
            required: *required,
        };
        names.iter().map(column).collect::<Vec<_>>().leak()
    })
}

/// A sheet on its way into a table.
struct SheetReader<'a> {
    stream: Stream<'a>,
    wanted: Vec<Wanted>,
    schema: SchemaRef,
    numbers: UInt32Builder,
    builders: Vec<Builder>,
    /// For each column without repetitions, in which row a text stood.
    seen: Vec<HashMap<String, usize>>,
    batches: Vec<RecordBatch>,
    held: usize,
    findings: Findings,
}

impl<'a> SheetReader<'a> {
    fn new(
        file: &'a str,
        encoding: Option<Encoding>,
        columns: &'static [Column],
        wanted: Vec<Wanted>,
        schema: SchemaRef,
    ) -> Self {
        Self {
            stream: Stream::new(file, encoding, columns),
            builders: wanted.iter().map(|wanted| wanted.kind.builder()).collect(),
            seen: vec![HashMap::new(); wanted.len()],
            wanted,
            schema,
            numbers: UInt32Builder::new(),
            batches: Vec::new(),
            held: 0,
            findings: Findings::new(),
        }
    }

    /// Takes the next bytes, none at the end; whether there is more to come.
    fn push(&mut self, block: &[u8]) -> Result<bool, Refusal> {
        if block.is_empty() {
            self.stream.finish();
        } else {
            self.stream.push(block);
        }
        loop {
            match self.stream.read(&mut self.findings) {
                Reading::More => return Ok(true),
                Reading::End => return Ok(false),
                Reading::Faulty => {}
                Reading::Row(row) => {
                    self.numbers.append_value(u32::try_from(row.number_of_row()).unwrap_or(u32::MAX));
                    let columns = self.wanted.iter().zip(&mut self.builders).zip(&mut self.seen);
                    for (column, ((wanted, builder), seen)) in columns.enumerate() {
                        wanted.read(column, &row, builder, &mut self.findings);
                        if wanted.unique {
                            once(column, &row, seen, &mut self.findings);
                        }
                    }
                    self.held += 1;
                }
            }
            if self.held >= ROWS {
                self.settle()?;
            }
        }
    }

    /// Makes a batch of the rows that are held.
    fn settle(&mut self) -> Result<(), Refusal> {
        let numbers: ArrayRef = Arc::new(self.numbers.finish());
        let columns = std::iter::once(numbers).chain(self.builders.iter_mut().map(Builder::finish)).collect();
        let batch = RecordBatch::try_new(self.schema.clone(), columns).map_err(|_| never("csv"))?;
        self.batches.push(batch);
        self.held = 0;
        Ok(())
    }

    fn close(mut self) -> Result<(Table, usize, Option<Encoding>, Findings), Refusal> {
        if self.held > 0 {
            self.settle()?;
        }
        let rows = self.batches.iter().map(RecordBatch::num_rows).sum();
        let encoding = self.stream.encoding();
        Ok((Table::new(self.schema, self.batches), rows, encoding, self.findings))
    }
}

/// Reports a text that an earlier row has.
fn once(column: usize, row: &Row<'_, '_>, seen: &mut HashMap<String, usize>, findings: &mut Findings) {
    let text = row.text(column);
    if text.is_empty() {
        return;
    }
    if let Some(first_row) = seen.get(text.as_ref()) {
        row.report(column, &RowsProblem::CellTwice { first_row: *first_row }, findings);
    } else {
        seen.insert(text.into_owned(), row.number_of_row());
    }
}
