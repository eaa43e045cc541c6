//! A sheet that comes block by block.

use std::borrow::Cow;

use super::decode::{BOM, Encoding};
use super::problem::RowsProblem;
use super::row::Row;
use super::scan::{Quoting, Scanner};
use crate::base::{Cell, Finding, Findings, IntoList, Place, Problem};

/// How many bytes a record may have: more than any that is meant. An open quotation mark makes longer ones.
const LONGEST: usize = 1 << 18;

/// A column that a sheet may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, and the headings that mean the same.
    pub names: &'static [&'static str],
    /// Whether a sheet must have it.
    pub required: bool,
}

/// A sheet whose bytes come block by block (逐次読み込み), for files of any length: it keeps no more than the block and
/// one record, at most 256 KiB. Rows and findings are the same however the bytes are divided.
///
/// The encoding, where none is named, is decided as [`Encoding::detect`] says: rows in ASCII are given out before
/// that; the first other waits for 64 KiB more, or for the end.
///
/// ```
/// use vsys_core::base::Findings;
/// use vsys_core::rows::{Column, Reading, Stream};
/// const COLUMNS: [Column; 2] = [
///     Column { names: &["code", "コード"], required: true },
///     Column { names: &["capacity", "接種可能量"], required: true },
/// ];
/// let mut findings = Findings::new();
/// let mut stream = Stream::new("sites.csv", None, &COLUMNS);
/// let mut codes = Vec::new();
/// for block in ["code,capac", "ity\n131032,5\n1310", "59,7,8\n"] {
///     stream.push(block.as_bytes());
///     loop {
///         match stream.read(&mut findings) {
///             Reading::Row(row) => codes.push(row.text(0).into_owned()),
///             Reading::Faulty => {}
///             Reading::More | Reading::End => break,
///         }
///     }
/// }
/// assert_eq!(codes, ["131032"]);
/// assert_eq!(findings.sorted()[0].place.to_string(), "sites.csv!3", "three cells under two headings");
/// stream.finish();
/// assert!(matches!(stream.read(&mut findings), Reading::End));
/// ```
pub struct Stream<'a> {
    file: &'a str,
    columns: &'static [Column],
    stage: Stage,
    encoding: Option<Encoding>,
    /// What has come and is not read yet.
    bytes: Vec<u8>,
    /// No byte comes any more.
    finished: bool,
    /// Where the present record begins.
    start: usize,
    /// How long it is with its line end, once it is whole.
    length: usize,
    phase: Phase,
    /// The record before ended with CR: an LF would belong to it.
    after_return: bool,
    scanner: Scanner,
    row: usize,
    /// For every wanted column, where it stands in the sheet.
    positions: Vec<Option<usize>>,
    headings: Vec<String>,
}

/// What a reader of blocks meets next.
pub enum Reading<'s, 'a> {
    /// A whole row.
    Row(Row<'s, 'a>),
    /// A row with faults of quoting, encoding or width, which have been reported.
    Faulty,
    /// Nothing before more bytes come, or their end.
    More,
    /// The end of the sheet, or of what can be read of it ([`Stream::broke_off`]).
    End,
}

/// What stands where the stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Mark,
    Header,
    Rows,
    Ended,
    BrokenOff,
}

/// What has become of the present record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// It is still coming.
    Partial,
    /// It is whole, and waits for its encoding.
    Whole,
    /// It has been given out.
    Given,
}

/// The same as [`Reading`], without the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Row,
    Faulty,
    More,
    End,
}

impl<'a> Stream<'a> {
    /// A stream of which nothing has come yet. `encoding` is absent to have it detected.
    pub fn new(file: &'a str, encoding: Option<Encoding>, columns: &'static [Column]) -> Self {
        Self {
            file,
            columns,
            stage: Stage::Mark,
            encoding,
            bytes: Vec::new(),
            finished: false,
            start: 0,
            length: 0,
            phase: Phase::Partial,
            after_return: false,
            scanner: Scanner::new(),
            row: 0,
            positions: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// Takes the next bytes. Read until [`Reading::More`] before more are pushed: what is not read is kept.
    pub fn push(&mut self, block: &[u8]) {
        if !matches!(self.stage, Stage::Ended | Stage::BrokenOff) {
            self.bytes.drain(..self.start.min(self.bytes.len()));
            self.start = 0;
            self.bytes.extend_from_slice(block);
        }
    }

    /// Says that no more bytes come: the last record is then whole.
    pub const fn finish(&mut self) {
        self.finished = true;
    }

    /// Reads on; what is wrong with the header or a row is reported here.
    pub fn read(&mut self, findings: &mut Findings) -> Reading<'_, 'a> {
        match self.step(findings) {
            Step::Row => Reading::Row(Row::of(self)),
            Step::Faulty => Reading::Faulty,
            Step::More => Reading::More,
            Step::End => Reading::End,
        }
    }

    /// How many rows have been read, with the header and blank ones: the number of the last.
    pub const fn rows_read(&self) -> usize {
        self.row
    }

    /// Whether the sheet has a column; no before its header is read.
    pub fn has(&self, column: usize) -> bool {
        self.position(column).is_some()
    }

    /// The place of the header, for what is wrong with it as a whole.
    pub fn place_of_header(&self) -> Place {
        self.place_of_row(1)
    }

    /// The encoding; nothing while it is neither named nor decided.
    pub const fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Whether reading ended before the sheet did, or may have: the header cannot be used, a record is too long, or
    /// a quotation mark that is never closed has taken in what follows it. The findings say which.
    pub fn broke_off(&self) -> bool {
        self.stage == Stage::BrokenOff
    }

    pub(super) fn step(&mut self, findings: &mut Findings) -> Step {
        match self.header(findings) {
            None => return Step::More,
            Some(false) => return Step::End,
            Some(true) => {}
        }
        loop {
            match self.record(findings) {
                Step::Row if self.is_blank() => {}
                Step::Row => return if self.is_sound(findings) { Step::Row } else { Step::Faulty },
                Step::End => {
                    self.stage = Stage::Ended;
                    return Step::End;
                }
                other => return other,
            }
        }
    }

    /// Reads the header once: whether rows can follow; nothing before more bytes come.
    pub(super) fn header(&mut self, findings: &mut Findings) -> Option<bool> {
        match self.stage {
            Stage::Rows => return Some(true),
            Stage::Ended | Stage::BrokenOff => return Some(false),
            Stage::Mark => self.mark()?,
            Stage::Header => {}
        }
        let before = findings.total();
        match self.record(findings) {
            Step::More => return None,
            Step::Row => {
                self.headings(findings);
                let usable = findings.total() == before;
                self.stage = if usable { Stage::Rows } else { Stage::BrokenOff };
            }
            Step::Faulty => {}
            Step::End => {
                findings.push(&RowsProblem::Empty, self.place_of_row(1));
                self.stage = Stage::BrokenOff;
            }
        }
        Some(self.stage == Stage::Rows)
    }

    /// Passes over the mark of UTF-8; nothing before enough bytes have come to know it.
    fn mark(&mut self) -> Option<()> {
        if self.bytes.starts_with(BOM) {
            self.start = BOM.len();
            self.encoding = self.encoding.or(Some(Encoding::Utf8));
        } else if BOM.starts_with(&self.bytes) && !self.finished {
            return None;
        }
        self.stage = Stage::Header;
        Some(())
    }

    fn headings(&mut self, findings: &mut Findings) {
        let text = |index| self.content(index).map(|text| text.trim().to_owned()).unwrap_or_default();
        self.headings = (0..self.scanner.cells.len()).map(text).list();
        for index in 0..self.scanner.cells.len() {
            self.check_cell(index, findings);
        }
        self.positions = vec![None; self.columns.len()];
        for (index, heading) in self.headings.iter().enumerate() {
            let known = self.columns.iter().position(|column| column.names.contains(&heading.as_str()));
            match known.and_then(|column| self.positions.get(column)) {
                None => findings.add(self.finding(index, &RowsProblem::ColumnUnknown)),
                Some(Some(_)) => findings.add(self.finding(index, &RowsProblem::ColumnTwice)),
                Some(None) => {
                    let position = known.and_then(|column| self.positions.get_mut(column));
                    position.into_iter().for_each(|position| *position = Some(index));
                }
            }
        }
        for (column, position) in self.columns.iter().zip(&self.positions) {
            if column.required && position.is_none() {
                // With every heading that would do: a clerk looks for the Japanese one.
                let name = column.names.join(" | ");
                findings.push(&RowsProblem::ColumnMissing { name }, self.place_of_row(self.row));
            }
        }
    }

    /// Reads the next record: a row when it is whole and its encoding is known.
    fn record(&mut self, findings: &mut Findings) -> Step {
        if self.phase == Phase::Given {
            self.start += std::mem::take(&mut self.length);
            self.scanner.reset();
            self.phase = Phase::Partial;
        }
        if self.phase == Phase::Partial {
            if self.after_return && !self.pass_over_line_feed() {
                return Step::More;
            }
            let record = self.bytes.get(self.start..).unwrap_or_default();
            match self.scanner.scan(record, self.finished) {
                Some(length) if length <= LONGEST => {
                    self.after_return = record.get(length - 1) == Some(&b'\r');
                    self.length = length;
                    self.phase = Phase::Whole;
                }
                None if record.is_empty() && self.finished => return Step::End,
                None if record.len() <= LONGEST => return Step::More,
                _ => return self.too_long(findings),
            }
        }
        if !self.encoding_is_known() {
            return Step::More;
        }
        self.phase = Phase::Given;
        self.row += 1;
        Step::Row
    }

    /// Whether what follows a CR is known; the LF of a CR LF belongs to it.
    fn pass_over_line_feed(&mut self) -> bool {
        let next = self.bytes.get(self.start);
        self.start += usize::from(next == Some(&b'\n'));
        self.after_return = next.is_none() && !self.finished;
        !self.after_return
    }

    fn too_long(&mut self, findings: &mut Findings) -> Step {
        self.row += 1;
        self.stage = Stage::BrokenOff;
        // The cell that holds the first byte too many: the same, however much has come behind it.
        let index = self.scanner.cells.iter().take_while(|cell| cell.span.end < LONGEST).count();
        findings.push(&RowsProblem::RowTooLong { most: LONGEST }, self.place(index));
        Step::Faulty
    }

    fn encoding_is_known(&mut self) -> bool {
        if self.encoding.is_none() && !self.present().is_ascii() {
            self.encoding = Encoding::of_text(self.bytes.get(self.start..).unwrap_or_default(), self.finished);
            return self.encoding.is_some();
        }
        true
    }

    /// The bytes of the present record.
    fn present(&self) -> &[u8] {
        self.bytes.get(self.start..self.start + self.length).unwrap_or_default()
    }

    fn is_blank(&self) -> bool {
        matches!(self.scanner.cells.as_slice(), [only] if only.span.is_empty() && only.quoting == Quoting::Bare)
    }

    /// Whether the present row can be read; what is wrong is reported.
    fn is_sound(&mut self, findings: &mut Findings) -> bool {
        let (expected, got) = (self.headings.len(), self.scanner.cells.len());
        let mut whole = true;
        if !self.is_plain() {
            whole = (0..got).filter(|&index| !self.check_cell(index, findings)).count() == 0;
        }
        if got != expected {
            findings.push(&RowsProblem::Width { expected, got }, self.place_of_row(self.row));
        }
        if self.scanner.cells.last().is_some_and(|cell| cell.quoting == Quoting::Open) {
            self.stage = Stage::BrokenOff;
        }
        whole && got == expected
    }

    /// Whether no cell can have a fault: what most rows are, seen at once.
    fn is_plain(&self) -> bool {
        // Cells end at bytes that no character holds, so the cells of a text are texts.
        let read = self.encoding.unwrap_or(Encoding::Utf8).decode(self.present()).is_some();
        read && self.scanner.cells.iter().all(|cell| !matches!(cell.quoting, Quoting::Open | Quoting::Stray))
    }

    fn check_cell(&self, index: usize, findings: &mut Findings) -> bool {
        let quoting = self.scanner.cells.get(index).map_or(Quoting::Bare, |cell| cell.quoting);
        let problem = match quoting {
            Quoting::Open => RowsProblem::QuoteOpen,
            Quoting::Stray => RowsProblem::QuoteStray,
            _ if self.content(index).is_none() => {
                RowsProblem::Encoding { encoding: self.encoding.unwrap_or(Encoding::Utf8).name() }
            }
            _ => return true,
        };
        findings.push(&problem, self.place(index));
        false
    }

    pub(super) fn content(&self, index: usize) -> Option<Cow<'_, str>> {
        let cell = self.scanner.cells.get(index)?;
        // While nothing is decided all is ASCII, which reads alike in both.
        let text = self.encoding.unwrap_or(Encoding::Utf8).decode(self.present().get(cell.span.clone())?)?;
        Some(if cell.quoting == Quoting::Doubled { Cow::Owned(undoubled(&text)) } else { text })
    }

    pub(super) fn finding(&self, index: usize, problem: &dyn Problem) -> Finding {
        let finding = Finding::new(problem, self.place(index));
        match self.content(index) {
            Some(text) => finding.with_value(text),
            None => finding,
        }
    }

    /// Where a column stands in the sheet.
    pub(super) fn position(&self, column: usize) -> Option<usize> {
        self.positions.get(column).copied().flatten()
    }

    pub(super) fn place(&self, index: usize) -> Place {
        Place::Cell(Cell {
            file: self.file.to_owned(),
            row: self.row,
            column: Some(index),
            heading: self.headings.get(index).cloned().unwrap_or_default(),
        })
    }

    pub(super) fn place_of_row(&self, row: usize) -> Place {
        Place::Cell(Cell { file: self.file.to_owned(), row, column: None, heading: String::new() })
    }
}

/// A text with one quotation mark for two.
fn undoubled(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut quoted = false;
    for char in text.chars() {
        quoted = char == '"' && !quoted;
        if char != '"' || quoted {
            single.push(char);
        }
    }
    single
}
