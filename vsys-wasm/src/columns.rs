//! Columns from JavaScript's typed arrays, read as the wire reads numbers: what is none has a finding with its place.

use vsys_core::allocation::AllocationProblem;
use vsys_core::base::{Finding, Findings, IntoList, Path, Problem, Quantity, Refusal, Units};
use vsys_wire::WireProblem;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number as JavaScript prints it; code of our own for that would be 4 kB of the package.
    #[wasm_bindgen(js_name = String)]
    fn printed(value: f64) -> String;
}

/// A number that is wrong, as a finding shows it: JavaScript prints −0 as 0.
fn shown(value: f64) -> String {
    if value == 0.0 { "-0".to_owned() } else { printed(value) }
}

/// Columns by their names, all of one length.
#[wasm_bindgen]
#[derive(Default)]
pub struct Columns(Vec<(String, Column)>);

enum Column {
    Words(Vec<u32>),
    Longs(Vec<u64>),
    Doubles(Vec<f64>),
    /// UTF-8, one a line.
    Texts(Vec<u8>),
}

#[wasm_bindgen]
impl Columns {
    /// No columns.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a `Uint32Array`.
    pub fn words(&mut self, name: String, values: Vec<u32>) {
        self.0.push((name, Column::Words(values)));
    }

    /// Adds a `BigUint64Array`.
    pub fn longs(&mut self, name: String, values: Vec<u64>) {
        self.0.push((name, Column::Longs(values)));
    }

    /// Adds a `Float64Array`.
    pub fn doubles(&mut self, name: String, values: Vec<f64>) {
        self.0.push((name, Column::Doubles(values)));
    }

    /// Adds texts, each with a line feed behind it.
    pub fn texts(&mut self, name: String, lines: Vec<u8>) {
        self.0.push((name, Column::Texts(lines)));
    }
}

impl Columns {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Column {
    fn rows(&self) -> usize {
        match self {
            Self::Words(values) => values.len(),
            Self::Longs(values) => values.len(),
            Self::Doubles(values) => values.len(),
            Self::Texts(lines) => lines.iter().filter(|&&byte| byte == b'\n').count(),
        }
    }
}

/// Reads columns, and collects what is wrong with them.
pub(crate) struct Reader<'c> {
    columns: &'c Columns,
    rows: usize,
    findings: Findings,
}

impl<'c> Reader<'c> {
    /// Columns of these names, of at most so many rows; the first of the names tells how many there are.
    pub(crate) fn new(columns: &'c Columns, known: &'static [&'static str], most: usize) -> Result<Self, Refusal> {
        let find = |name: &&str| columns.0.iter().find(|(given, _)| given == name);
        let rows = known.iter().find_map(find).map_or(0, |(_, column)| column.rows());
        if rows > most {
            return Err(Refusal::new(&WireProblem::ListTooLong { most, got: rows }, Path::from("columns")));
        }
        let mut findings = Findings::new();
        for (name, column) in &columns.0 {
            match known.iter().find(|known| name == *known) {
                None => findings.push(&WireProblem::FieldUnknown { known: known.to_vec() }, path(name)),
                Some(column_name) if column.rows() != rows => {
                    let problem =
                        AllocationProblem::ColumnLength { column: column_name, length: column.rows(), expected: rows };
                    findings.push(&problem, path(name));
                }
                Some(_) => {}
            }
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self { columns, rows, findings }) }
    }

    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    /// Refuses when anything was wrong.
    pub(crate) fn close(self) -> Result<(), Refusal> {
        if self.findings.has_errors() { Err(Refusal::of(self.findings)) } else { Ok(()) }
    }

    /// A column that is a `Uint32Array`, as it is.
    pub(crate) fn words(&self, name: &str) -> Option<&'c [u32]> {
        let columns = self.columns;
        columns.0.iter().find_map(|(known, column)| match column {
            Column::Words(values) if known == name => Some(values.as_slice()),
            _ => None,
        })
    }

    /// Whether every column but that of the ids is one.
    pub(crate) fn is_narrow(&self) -> bool {
        self.columns.0.iter().all(|(name, column)| name == "id" || matches!(column, Column::Words(_)))
    }

    /// Whole numbers up to `most`, with 0 in place of what is none. `open`, if given, stands for «no bound»: written as
    /// infinity, or as 2^64−1.
    pub(crate) fn numbers(&mut self, name: &str, most: u64, open: Option<u64>) -> Option<Vec<u64>> {
        let columns = self.columns;
        let (_, column) = columns.0.iter().find(|(known, _)| known == name)?;
        let judge = |value: u64| if value <= most { Ok(value) } else { Err(range(most)) };
        Some(match column {
            Column::Words(values) => self.each(name, values, |value| value.to_string(), |value| judge(value.into())),
            Column::Longs(values) => self.each(
                name,
                values,
                |value| value.to_string(),
                |value| match open {
                    Some(open) if value == u64::MAX => Ok(open),
                    _ => judge(value),
                },
            ),
            Column::Doubles(values) => self.each(name, values, shown, |value| match (open, whole(value)) {
                (_, Some(value)) => judge(value),
                (Some(open), None) if value == f64::INFINITY => Ok(open),
                _ if value.fract() == 0.0 && value != 0.0 => Err(range(most)),
                _ => Err(WireProblem::NotInteger),
            }),
            Column::Texts(_) => {
                let problem = WireProblem::Type { expected: "integer", got: "string" };
                self.findings.push(&problem, path(name));
                Vec::new()
            }
        })
    }

    /// Numbers that are codes of something. What is wrong with them as such is told when all are numbers.
    pub(crate) fn codes<T>(
        &mut self,
        name: &str,
        most: u64,
        read: impl Fn(u64) -> Result<T, Box<dyn Problem>>,
    ) -> Option<Vec<T>> {
        let before = self.findings.total();
        let Some(numbers) = self.numbers(name, most, None) else {
            self.missing(name);
            return None;
        };
        if self.findings.total() > before {
            return None;
        }
        let mut codes = Vec::with_capacity(numbers.len());
        for (row, number) in numbers.into_iter().enumerate() {
            match read(number) {
                Ok(code) => codes.push(code),
                Err(problem) => self.at(name, row, problem.as_ref(), number.to_string()),
            }
        }
        Some(codes)
    }

    /// Texts, and what is wrong with them; a column that is not there is none.
    pub(crate) fn texts<T, P: Problem>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, P>) -> Option<Vec<T>> {
        let columns = self.columns;
        let (_, column) = columns.0.iter().find(|(known, _)| known == name)?;
        let Column::Texts(lines) = column else {
            let problem = WireProblem::Type { expected: "string", got: "number" };
            self.findings.push(&problem, path(name));
            return Some(Vec::new());
        };
        let mut texts = Vec::with_capacity(self.rows);
        for (row, line) in lines.split(|&byte| byte == b'\n').take(self.rows).enumerate() {
            match std::str::from_utf8(line) {
                Err(_) => self.findings.push(&WireProblem::Surrogate, path(name).join(row)),
                Ok(text) => match read(text) {
                    Ok(text) => texts.push(text),
                    Err(problem) => self.at(name, row, &problem, text.to_owned()),
                },
            }
        }
        Some(texts)
    }

    fn each<T: Copy>(
        &mut self,
        name: &str,
        values: &[T],
        printed: impl Fn(T) -> String,
        read: impl Fn(T) -> Result<u64, WireProblem>,
    ) -> Vec<u64> {
        let mut numbers = Vec::with_capacity(values.len());
        for (row, &value) in values.iter().enumerate() {
            match read(value) {
                Ok(number) => numbers.push(number),
                Err(problem) => {
                    numbers.push(0);
                    self.at(name, row, &problem, printed(value));
                }
            }
        }
        numbers
    }

    pub(crate) fn at(&mut self, name: &str, row: usize, problem: &dyn Problem, value: String) {
        self.findings.add(Finding::new(problem, path(name).join(row)).with_value(value));
    }

    /// Something is wrong with a column as a whole.
    pub(crate) fn report(&mut self, name: &str, problem: &dyn Problem) {
        self.findings.push(problem, path(name));
    }

    /// A column that must be there is not.
    pub(crate) fn missing(&mut self, name: &str) {
        self.report(name, &WireProblem::FieldMissing);
    }
}

const fn range(most: u64) -> WireProblem {
    WireProblem::OutOfRange { least: 0, most }
}

/// `/columns/weight`.
pub(crate) fn path(column: &str) -> Path {
    Path::from("columns").join(vsys_core::base::Segment::Key(column.to_owned().into()))
}

/// The whole number that a double is, by its bits: no sign (−0 has one), no fraction, below 2^53.
fn whole(value: f64) -> Option<u64> {
    /// The exponents of 1 and of 2^52, as a double writes them.
    const ONE: u64 = 1023;
    const LAST: u64 = ONE + 52;
    let bits = value.to_bits();
    let (exponent, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    match exponent {
        0 if fraction == 0 => Some(0),
        ONE..=LAST => {
            let (digits, below) = (fraction | 1 << 52, LAST - exponent);
            (digits & ((1 << below) - 1) == 0).then_some(digits >> below)
        }
        _ => None,
    }
}

/// Whole numbers up to 2^53−1 as JavaScript's numbers, which hold them exactly.
pub(crate) fn doubles<N: Copy + Into<u64>>(numbers: &[N]) -> Vec<f64> {
    numbers.iter().map(|&number| double(number.into())).list()
}

/// One of them.
pub(crate) fn double(number: u64) -> f64 {
    debug_assert!(number <= Units::MAX);
    // Nearly all of them.
    if let Ok(word) = u32::try_from(number) {
        return f64::from(word);
    }
    let half = |part: u64| f64::from(u32::try_from(part & 0xFFFF_FFFF).unwrap_or(u32::MAX));
    half(number >> 32) * 4_294_967_296.0 + half(number)
}
