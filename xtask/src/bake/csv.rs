//! CSV after RFC 4180: as much of it as the inputs and the baked tables need.
//!
//! Every cell knows its place, because a fault without a place cannot be repaired.

use std::borrow::Cow;

use super::fault::{Fault, Faults};

/// A CSV file that was read: a header row and records that are all as long as it.
#[derive(Debug)]
pub(crate) struct Sheet {
    file: String,
    columns: Vec<String>,
    records: Vec<Record>,
}

/// The fields of one record, and the line of the file on which it begins.
#[derive(Debug, PartialEq, Eq)]
struct Record {
    row: usize,
    fields: Vec<String>,
}

impl Sheet {
    /// Reads `text`, whose first line is line `first_row` of the file, and makes sure that the
    /// `required` columns are there, each of them once. Other columns are allowed and left alone.
    pub(crate) fn read(file: &str, text: &str, first_row: usize, required: &[&str]) -> Result<Self, Faults> {
        let records = Scanner::scan(file, text, first_row)?;
        let mut records = records.into_iter();
        let Some(header) = records.next() else {
            return Err(Fault::in_file(file, "no header row: the file is empty").into());
        };
        let mut faults = Faults::default();
        require(file, &header, required, &mut faults);
        let records = records.filter(|record| is_as_long(file, record, &header, &mut faults)).collect();
        faults.or_value(Self { file: file.to_owned(), columns: header.fields, records })
    }

    /// The records in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { sheet: self, record })
    }

    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// The names of the columns.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }
}

/// Notes each required column that the header lacks or names more than once.
fn require(file: &str, header: &Record, required: &[&str], faults: &mut Faults) {
    for &column in required {
        match header.fields.iter().filter(|field| *field == column).count() {
            0 => faults.push(Fault::in_cell(file, header.row, column, "this column is missing")),
            1 => {}
            _ => faults.push(Fault::in_cell(file, header.row, column, "this column stands there more than once")),
        }
    }
}

/// Whether a record has as many fields as the header; notes it where not.
fn is_as_long(file: &str, record: &Record, header: &Record, faults: &mut Faults) -> bool {
    let (found, expected) = (record.fields.len(), header.fields.len());
    if found != expected {
        faults.push(Fault::in_row(file, record.row, format!("{found} fields, where the header has {expected}")));
    }
    found == expected
}

/// One record of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    sheet: &'a Sheet,
    record: &'a Record,
}

impl<'a> Row<'a> {
    /// The cell in a column. A column that is not there has empty cells: [`Sheet::read`] is where
    /// columns are required.
    pub(crate) fn cell(&self, column: &'a str) -> Cell<'a> {
        let text = self
            .sheet
            .columns
            .iter()
            .zip(&self.record.fields)
            .find_map(|(name, field)| (name == column).then_some(field.as_str()));
        Cell { file: &self.sheet.file, row: self.record.row, column, text: text.unwrap_or_default() }
    }
}

/// A cell with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    file: &'a str,
    row: usize,
    column: &'a str,
    text: &'a str,
}

impl<'a> Cell<'a> {
    /// What the cell says.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The row of the file, from 1.
    pub(crate) fn row(&self) -> usize {
        self.row
    }

    /// A fault at this cell.
    pub(crate) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault::in_cell(self.file, self.row, self.column, message)
    }

    /// The text, which must not be empty.
    pub(crate) fn filled(&self) -> Result<&'a str, Fault> {
        if self.text.is_empty() { Err(self.fault("is empty")) } else { Ok(self.text) }
    }

    /// The value that `parse` makes of the text; the message of its refusal becomes a fault at this
    /// cell.
    pub(crate) fn parse<T>(&self, parse: impl FnOnce(&'a str) -> Result<T, String>) -> Result<T, Fault> {
        parse(self.text).map_err(|message| self.fault(message))
    }

    /// A whole number, plain digits only: neither sign nor thousands separator.
    pub(crate) fn whole(&self) -> Result<u32, Fault> {
        self.parse(whole)
    }
}

/// Reads plain digits as a number that fits 32 bits, so that sums in 64 bits cannot overflow.
pub(crate) fn whole(text: &str) -> Result<u32, String> {
    let digits_only = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if digits_only { text.parse().ok() } else { None };
    number.ok_or_else(|| format!("«{text}» is not a whole number"))
}

/// One record as a line, without its line end. Only fields that need quotes get them.
pub(crate) fn line<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<_> = fields.into_iter().map(quote).collect();
    quoted.join(",")
}

fn quote(field: &str) -> Cow<'_, str> {
    if field.contains(['"', ',', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", field.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(field)
    }
}

/// Cuts a text into records, character by character.
struct Scanner {
    records: Vec<Record>,
    fields: Vec<String>,
    field: String,
    state: State,
    /// The line that is being read.
    row: usize,
    /// The line on which the present record began.
    begun: usize,
}

/// Where in a field the scanner is.
#[derive(Clone, Copy)]
enum State {
    Begin,
    Plain,
    Quoted,
    /// After a quote inside a quoted field: the field ends here, or the quote was the first of a
    /// pair.
    Closing,
}

impl Scanner {
    /// The records of a text; line ends may be LF or CRLF. A fault with quotes ends the scan: what
    /// stands behind it cannot be told apart.
    fn scan(file: &str, text: &str, first_row: usize) -> Result<Vec<Record>, Fault> {
        let mut scanner = Self {
            records: Vec::new(),
            fields: Vec::new(),
            field: String::new(),
            state: State::Begin,
            row: first_row,
            begun: first_row,
        };
        for character in text.replace("\r\n", "\n").chars() {
            let step = scanner.step(character);
            step.map_err(|message| Fault::in_row(file, scanner.row, message))?;
        }
        scanner.finish().map_err(|(row, message)| Fault::in_row(file, row, message))
    }

    fn step(&mut self, character: char) -> Result<(), &'static str> {
        match (self.state, character) {
            (State::Begin, '"') => self.state = State::Quoted,
            (State::Quoted, '"') => self.state = State::Closing,
            (State::Closing, '"') => self.push('"', State::Quoted),
            (State::Quoted, _) => self.push(character, State::Quoted),
            (_, ',') => self.end_field(),
            (_, '\n') => self.end_record(),
            (State::Plain, '"') => {
                return Err("a quote inside a field that does not begin with one");
            }
            (State::Closing, _) => return Err("text after the closing quote of a field"),
            (State::Begin | State::Plain, _) => self.push(character, State::Plain),
        }
        Ok(())
    }

    fn push(&mut self, character: char, state: State) {
        self.field.push(character);
        self.state = state;
        if character == '\n' {
            self.row += 1;
        }
    }

    fn end_field(&mut self) {
        self.fields.push(std::mem::take(&mut self.field));
        self.state = State::Begin;
    }

    fn end_record(&mut self) {
        if !self.is_on_blank_line() {
            self.end_field();
            let fields = std::mem::take(&mut self.fields);
            self.records.push(Record { row: self.begun, fields });
        }
        self.row += 1;
        self.begun = self.row;
    }

    fn is_on_blank_line(&self) -> bool {
        matches!(self.state, State::Begin) && self.fields.is_empty()
    }

    fn finish(mut self) -> Result<Vec<Record>, (usize, &'static str)> {
        if matches!(self.state, State::Quoted) {
            return Err((self.begun, "a quoted field is not closed"));
        }
        self.end_record();
        Ok(self.records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Result<Vec<Vec<String>>, String> {
        let sheet = Sheet::read("t.csv", text, 1, &["a", "b"]).map_err(|faults| faults.to_string())?;
        let cells = |row: Row<'_>| vec![row.cell("a").text().to_owned(), row.cell("b").text().to_owned()];
        Ok(sheet.rows().map(cells).collect())
    }

    #[test]
    fn plain_and_quoted_fields_are_read() {
        let expected = vec![vec!["1".to_owned(), "x, \"y\"".to_owned()], vec![String::new(), "二\n行".to_owned()]];
        assert_eq!(texts("a,b\n1,\"x, \"\"y\"\"\"\n,\"二\n行\"\n"), Ok(expected.clone()));
        assert_eq!(texts("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n,\"二\r\n行\""), Ok(expected));
    }

    #[test]
    fn columns_are_found_by_name() {
        assert_eq!(texts("b,other,a\n2,x,1\n"), Ok(vec![vec!["1".to_owned(), "2".to_owned()]]));
    }

    #[test]
    fn rows_are_counted_by_lines() -> Result<(), String> {
        let text = "a,b\n1,\"x\ny\"\n\n2,z\n";
        let sheet = Sheet::read("t.csv", text, 5, &[]).map_err(|faults| faults.to_string())?;
        let rows: Vec<_> = sheet.rows().map(|row| row.cell("a").row()).collect();
        assert_eq!(rows, [6, 9]);
        Ok(())
    }

    #[test]
    fn all_faults_of_the_shape_are_told() {
        assert_eq!(
            texts("a,c,c\n1,2,3\n1,2\n1,2,3,4\n"),
            Err("t.csv: row 1, column b: this column is missing\n\
                 t.csv: row 3: 2 fields, where the header has 3\n\
                 t.csv: row 4: 4 fields, where the header has 3"
                .to_owned())
        );
        assert_eq!(texts("a,b,b\n"), Err("t.csv: row 1, column b: this column stands there more than once".to_owned()));
        assert_eq!(texts(""), Err("t.csv: no header row: the file is empty".to_owned()));
    }

    #[test]
    fn broken_quotes_are_refused() {
        assert_eq!(
            texts("a,b\n1,x\"y\n"),
            Err("t.csv: row 2: a quote inside a field that does not begin with one".to_owned())
        );
        assert_eq!(texts("a,b\n1,\"x\"y\n"), Err("t.csv: row 2: text after the closing quote of a field".to_owned()));
        assert_eq!(texts("a,b\n1,\"x\n2,y\n"), Err("t.csv: row 2: a quoted field is not closed".to_owned()));
    }

    #[test]
    fn whole_numbers_are_plain_digits() {
        assert_eq!(whole("0120"), Ok(120));
        for wrong in ["", "x", "-1", "+1", "1.0", "1,000", " 1", "４", "4294967296"] {
            assert_eq!(whole(wrong), Err(format!("«{wrong}» is not a whole number")));
        }
    }

    #[test]
    fn a_written_line_is_read_back() {
        let fields = ["1", "a, \"b\"", "", "二\n行"];
        let written = line(fields);
        assert_eq!(written, "1,\"a, \"\"b\"\"\",,\"二\n行\"");
        let read = Scanner::scan("t.csv", &written, 1);
        assert_eq!(read, Ok(vec![Record { row: 1, fields: fields.map(str::to_owned).to_vec() }]));
    }
}
