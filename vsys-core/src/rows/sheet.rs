//! A sheet: a header and rows, read by the names of its columns.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::NaiveDate;

use super::decode::{Encoding, without_bom};
use super::problem::RowsProblem;
use super::scan::{Quoting, RawCell, Scanner};
use crate::base::{Cell, Finding, Findings, Place, Problem};

/// A column that a sheet may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, and the headings that mean the same.
    pub names: &'static [&'static str],
    /// Whether a sheet must have it.
    pub required: bool,
}

/// A sheet whose header has been read: rows follow one by one.
///
/// ```
/// use vsys_core::base::Findings;
/// use vsys_core::rows::{Column, Sheet};
/// const COLUMNS: [Column; 2] = [
///     Column { names: &["code", "コード"], required: true },
///     Column { names: &["capacity", "接種可能量"], required: true },
/// ];
/// let bytes = "コード,接種可能量\n131032,\"1,200\"\n".as_bytes();
/// let mut findings = Findings::new();
/// let mut sheet = Sheet::open("sites.csv", bytes, None, &COLUMNS, &mut findings).unwrap();
/// while let Some(row) = sheet.next_row(&mut findings) {
///     assert_eq!(row.text(0), "131032");
///     assert_eq!(row.number(1, 1_000_000, &mut findings), None, "a separator is no digit");
/// }
/// assert_eq!(findings.sorted()[0].place.to_string(), "sites.csv!B2");
/// ```
pub struct Sheet<'a> {
    file: &'a str,
    bytes: &'a [u8],
    encoding: Encoding,
    scanner: Scanner<'a>,
    cells: Vec<RawCell>,
    row: usize,
    /// For every wanted column, where it stands in the sheet.
    positions: Vec<Option<usize>>,
    headings: Vec<String>,
    comments: bool,
}

impl<'a> Sheet<'a> {
    /// Reads the header. `None` when it cannot be used; the findings say why.
    pub fn open(
        file: &'a str,
        bytes: &'a [u8],
        encoding: Option<Encoding>,
        columns: &'static [Column],
        findings: &mut Findings,
    ) -> Option<Self> {
        Self::start(file, bytes, encoding, false).header(columns, findings)
    }

    /// The same for the bundled tables, whose lines may begin with `#`.
    pub(crate) fn open_table(
        file: &'a str,
        bytes: &'a [u8],
        columns: &'static [Column],
        findings: &mut Findings,
    ) -> Option<Self> {
        Self::start(file, bytes, Some(Encoding::Utf8), true).header(columns, findings)
    }

    fn start(file: &'a str, bytes: &'a [u8], encoding: Option<Encoding>, comments: bool) -> Self {
        let encoding = encoding.unwrap_or_else(|| Encoding::detect(bytes));
        let bytes = without_bom(bytes);
        Self {
            file,
            bytes,
            encoding,
            scanner: Scanner::new(bytes),
            cells: Vec::new(),
            row: 0,
            positions: Vec::new(),
            headings: Vec::new(),
            comments,
        }
    }

    fn header(mut self, columns: &'static [Column], findings: &mut Findings) -> Option<Self> {
        let before = findings.total();
        if !self.advance() {
            findings.push(&RowsProblem::Empty, self.place_of_row(1));
            return None;
        }
        self.headings = (0..self.cells.len())
            .map(|index| self.content(index).map(|text| text.trim().to_owned()).unwrap_or_default())
            .collect();
        for index in 0..self.cells.len() {
            self.check_cell(index, findings);
        }
        self.positions = vec![None; columns.len()];
        for (index, heading) in self.headings.iter().enumerate() {
            let known = columns.iter().position(|column| column.names.contains(&heading.as_str()));
            match known.and_then(|column| self.positions.get_mut(column)) {
                None => findings.add(self.finding(index, &RowsProblem::ColumnUnknown)),
                Some(Some(_)) => findings.add(self.finding(index, &RowsProblem::ColumnTwice)),
                Some(position) => *position = Some(index),
            }
        }
        for (column, position) in columns.iter().zip(&self.positions) {
            if column.required && position.is_none() {
                let name = column.names.first().copied().unwrap_or_default();
                findings.push(&RowsProblem::ColumnMissing { name }, self.place_of_row(self.row));
            }
        }
        (findings.total() == before).then_some(self)
    }

    /// The next row that is not blank; faults of quoting, encoding and width are reported here.
    pub fn next_row(&mut self, findings: &mut Findings) -> Option<Row<'_, 'a>> {
        loop {
            if !self.advance() {
                return None;
            }
            if let [only] = self.cells.as_slice()
                && only.span.is_empty()
                && only.quoting == Quoting::Bare
            {
                continue;
            }
            let (expected, got) = (self.headings.len(), self.cells.len());
            let whole = (0..got).filter(|&index| !self.check_cell(index, findings)).count() == 0;
            if got != expected {
                findings.push(&RowsProblem::Width { expected, got }, self.place_of_row(self.row));
            } else if whole {
                return Some(Row { sheet: self });
            }
        }
    }

    /// How many rows have been read, with the header and blank ones.
    pub const fn rows_read(&self) -> usize {
        self.row
    }

    fn advance(&mut self) -> bool {
        loop {
            if !self.scanner.record(&mut self.cells) {
                return false;
            }
            let comment =
                self.comments && self.cells.first().is_some_and(|cell| self.bytes.get(cell.span.start) == Some(&b'#'));
            if !comment {
                self.row += 1;
                return true;
            }
        }
    }

    fn check_cell(&self, index: usize, findings: &mut Findings) -> bool {
        let quoting = self.cells.get(index).map_or(Quoting::Bare, |cell| cell.quoting);
        let problem = match quoting {
            Quoting::Open => RowsProblem::QuoteOpen,
            Quoting::Stray => RowsProblem::QuoteStray,
            _ if self.content(index).is_none() => RowsProblem::Encoding { encoding: self.encoding.name() },
            _ => return true,
        };
        findings.push(&problem, self.place(index));
        false
    }

    fn content(&self, index: usize) -> Option<Cow<'_, str>> {
        let cell = self.cells.get(index)?;
        let text = self.encoding.decode(self.bytes.get(cell.span.clone())?)?;
        Some(if cell.quoting == Quoting::Doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { text })
    }

    fn place(&self, index: usize) -> Place {
        Place::Cell(Cell {
            file: self.file.to_owned(),
            row: self.row,
            column: Some(index),
            heading: self.headings.get(index).cloned().unwrap_or_default(),
        })
    }

    fn place_of_row(&self, row: usize) -> Place {
        Place::Cell(Cell { file: self.file.to_owned(), row, column: None, heading: String::new() })
    }

    fn finding(&self, index: usize, problem: &dyn Problem) -> Finding {
        let finding = Finding::new(problem, self.place(index));
        match self.content(index) {
            Some(text) => finding.with_value(text),
            None => finding,
        }
    }
}

/// One row of a sheet; columns are counted as they were asked for.
pub struct Row<'s, 'a> {
    sheet: &'s Sheet<'a>,
}

impl<'s> Row<'s, '_> {
    /// The row, counted from 1 with the header.
    pub const fn number_of_row(&self) -> usize {
        self.sheet.row
    }

    /// The text of a column without surrounding white space; empty when the sheet has no such column.
    pub fn text(&self, column: usize) -> Cow<'s, str> {
        match self.position(column).and_then(|index| self.sheet.content(index)) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Some(Cow::Owned(text)) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// Reports a problem of a column.
    pub fn report(&self, column: usize, problem: &dyn Problem, findings: &mut Findings) {
        match self.position(column) {
            Some(index) => findings.add(self.sheet.finding(index, problem)),
            None => findings.push(problem, self.sheet.place_of_row(self.sheet.row)),
        }
    }

    /// A value of a column, or a finding.
    pub fn parse<T>(&self, column: usize, findings: &mut Findings) -> Option<T>
    where
        T: FromStr,
        T::Err: Problem,
    {
        let text = self.text(column);
        if text.is_empty() {
            self.report(column, &RowsProblem::CellEmpty, findings);
            return None;
        }
        text.parse().map_err(|problem: T::Err| self.report(column, &problem, findings)).ok()
    }

    /// A whole number of a column, or a finding.
    pub fn number(&self, column: usize, most: u64, findings: &mut Findings) -> Option<u64> {
        let text = self.text(column);
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { text.parse().ok().filter(|&number: &u64| number <= most) } else { None };
        if number.is_none() {
            let problem = if text.is_empty() { RowsProblem::CellEmpty } else { RowsProblem::CellNumber { most } };
            self.report(column, &problem, findings);
        }
        number
    }

    /// A date of a column, or a finding.
    pub fn date(&self, column: usize, findings: &mut Findings) -> Option<NaiveDate> {
        let text = self.text(column);
        let date = is_date(&text).then(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()).flatten();
        if date.is_none() {
            self.report(column, &RowsProblem::CellDate, findings);
        }
        date
    }

    /// One of the words a column may hold, or a finding.
    pub fn word<T: Copy>(&self, column: usize, words: &[(&'static str, T)], findings: &mut Findings) -> Option<T> {
        let text = self.text(column);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let expected = words.iter().map(|(word, _)| *word).collect();
            self.report(column, &RowsProblem::CellWord { expected }, findings);
        }
        found
    }

    fn position(&self, column: usize) -> Option<usize> {
        self.sheet.positions.get(column).copied().flatten()
    }
}

/// Whether a text has the shape `0000-00-00`: chrono alone would take spaces and signs.
fn is_date(text: &str) -> bool {
    let shape = b"0000-00-00";
    text.len() == shape.len()
        && text.bytes().zip(shape).all(|(byte, like)| if *like == b'0' { byte.is_ascii_digit() } else { byte == *like })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_shape() {
        for (text, is) in
            [("2021-05-10", true), ("2021- 5-10", false), ("+021-05-10", false), ("2021-5-100", false), ("", false)]
        {
            assert_eq!(is_date(text), is, "{text}");
        }
    }

    const COLUMNS: [Column; 3] = [
        Column { names: &["code", "コード"], required: true },
        Column { names: &["name", "名称"], required: true },
        Column { names: &["capacity", "接種可能量"], required: false },
    ];

    fn read(bytes: &[u8]) -> (Vec<Vec<String>>, Vec<String>) {
        let mut findings = Findings::new();
        let mut rows = Vec::new();
        if let Some(mut sheet) = Sheet::open("f.csv", bytes, None, &COLUMNS, &mut findings) {
            while let Some(row) = sheet.next_row(&mut findings) {
                rows.push((0..3).map(|column| row.text(column).into_owned()).collect());
            }
        }
        let listed = findings.sorted().iter().map(|f| format!("{} {}", f.place, f.code)).collect();
        (rows, listed)
    }

    #[test]
    fn both_encodings_with_and_without_bom_read_alike() {
        let text = "コード,名称,接種可能量\r\n1,表町病院,5\r\n2,\"ソ, 能\"\"\n\",6";
        let wanted = [vec!["1", "表町病院", "5"], vec!["2", "ソ, 能\"", "6"]];
        let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode(text);
        let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &bom, &cp932] {
            assert_eq!(
                read(bytes),
                (wanted.iter().map(|r| r.iter().map(|c| (*c).to_owned()).collect()).collect(), vec![])
            );
        }
    }

    #[test]
    fn every_fault_has_its_cell() {
        let (rows, faults) = read(b"code,name,capacity\n1,a\"b,3\n2,\"x\"y,3\n3,only\n\n4,good,4\n5,\"open,4\n");
        assert_eq!(rows, [["4", "good", "4"]]);
        assert_eq!(
            faults,
            [
                "f.csv!B2 rows.cell.quote_stray",
                "f.csv!B3 rows.cell.quote_stray",
                "f.csv!4 rows.row.width",
                "f.csv!7 rows.row.width",
                "f.csv!B7 rows.cell.quote_open",
            ]
        );
    }

    #[test]
    fn headings_are_checked_all_at_once() {
        let (_, faults) = read("code,code,謎".as_bytes());
        assert_eq!(
            faults,
            ["f.csv!1 rows.header.missing", "f.csv!B1 rows.header.twice", "f.csv!C1 rows.header.unknown"]
        );
        assert_eq!(read(b"").1, ["f.csv!1 rows.sheet.empty"]);
    }

    #[test]
    fn bytes_of_no_encoding_are_a_finding() {
        let mut bytes = "code,name\n1,".as_bytes().to_vec();
        bytes.extend([0x82, 0xFF, b'\n']);
        assert_eq!(read(&bytes).1, ["f.csv!B2 rows.cell.encoding"]);
    }
}
