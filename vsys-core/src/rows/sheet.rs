//! A sheet whose bytes are all there.

use super::decode::Encoding;
use super::row::Row;
use super::stream::{Column, Step, Stream};
use crate::base::Findings;

/// How many bytes are read at a time.
const BLOCK: usize = 1 << 16;

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
    stream: Stream<'a>,
    /// What has not come yet.
    rest: &'a [u8],
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
        Self { stream: Stream::new(file, encoding, columns), rest: bytes }.header(findings)
    }

    fn header(mut self, findings: &mut Findings) -> Option<Self> {
        loop {
            match self.stream.header(findings) {
                Some(usable) => return usable.then_some(self),
                None => self.feed(),
            }
        }
    }

    /// The next row that is not blank; faults of quoting, encoding and width are reported here.
    pub fn next_row(&mut self, findings: &mut Findings) -> Option<Row<'_, 'a>> {
        loop {
            match self.stream.step(findings) {
                Step::Row => return Some(Row::of(&self.stream)),
                Step::Faulty => {}
                Step::More => self.feed(),
                Step::End => return None,
            }
        }
    }

    /// How many rows have been read, with the header and blank ones.
    pub const fn rows_read(&self) -> usize {
        self.stream.rows_read()
    }

    fn feed(&mut self) {
        let (block, rest) = self.rest.split_at(BLOCK.min(self.rest.len()));
        self.stream.push(block);
        self.rest = rest;
        if rest.is_empty() {
            self.stream.finish();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
