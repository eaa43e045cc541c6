//! From bytes to records and cells: separators and quotes, nothing else.
//!
//! The scanner works on bytes in either encoding: the second byte of a CP932 character is 0x40 to
//! 0xFC, so a comma, a quotation mark or a line end never stands inside a character.

use std::ops::Range;

/// A fault of quoting, at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Well formed.
    Bare,
    /// Between quotation marks, well formed.
    Quoted,
    /// Between quotation marks, with doubled ones inside.
    Doubled,
    /// Never closed.
    Open,
    /// A quotation mark where none may be.
    Stray,
}

/// A cell: where its content stands in the record, and how it is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawCell {
    pub(super) span: Range<usize>,
    pub(super) quoting: Quoting,
}

/// Where in a cell the scanner stands.
#[derive(Clone, Copy, Debug)]
enum State {
    /// Before its first byte.
    Fresh,
    /// Inside one without quotation marks around it.
    Bare(Quoting),
    /// Inside one with quotation marks around it.
    Within(Quoting),
    /// After a quotation mark that closes the cell, unless another follows.
    Closing(Quoting),
    /// After the closing one, where nothing may be.
    Behind,
}

/// Reads one record after the other. A record that is not whole yet is read on where it broke off, so that every
/// byte is looked at once, however they come.
#[derive(Debug)]
pub(super) struct Scanner {
    /// The cells of the record so far.
    pub(super) cells: Vec<RawCell>,
    /// Where the content of the present cell begins.
    start: usize,
    /// How many bytes of the record have been looked at.
    at: usize,
    state: State,
}

impl Scanner {
    pub(super) const fn new() -> Self {
        Self { cells: Vec::new(), start: 0, at: 0, state: State::Fresh }
    }

    /// Begins another record.
    pub(super) fn reset(&mut self) {
        self.cells.clear();
        (self.start, self.at, self.state) = (0, 0, State::Fresh);
    }

    /// Reads on in a record, of which all bytes so far are given, and whether more may come. Gives its length with
    /// the line end when it is whole; of CR LF the LF is not part of it.
    pub(super) fn scan(&mut self, record: &[u8], ended: bool) -> Option<usize> {
        while let Some(&byte) = record.get(self.at) {
            let at = self.at;
            self.at += 1;
            self.state = match (self.state, byte) {
                (State::Fresh, b'"') => {
                    self.start = self.at;
                    State::Within(Quoting::Quoted)
                }
                (State::Within(quoting), b'"') => State::Closing(quoting),
                (State::Within(_), _) => {
                    self.skip(record, |byte| byte == b'"');
                    continue;
                }
                (State::Closing(_), b'"') => State::Within(Quoting::Doubled),
                (_, b',' | b'\r' | b'\n') => {
                    self.close(at);
                    if byte != b',' {
                        return Some(self.at);
                    }
                    continue;
                }
                (State::Closing(_) | State::Behind, _) => State::Behind,
                (State::Bare(_), b'"') => State::Bare(Quoting::Stray),
                (State::Bare(quoting), _) => State::Bare(quoting),
                (State::Fresh, _) => State::Bare(Quoting::Bare),
            };
            if let State::Bare(_) = self.state {
                self.skip(record, |byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
            }
        }
        if !ended || record.is_empty() {
            return None;
        }
        self.close(record.len());
        Some(record.len())
    }

    /// Goes on to a byte that means something, or to the last.
    fn skip(&mut self, record: &[u8], wanted: impl Fn(u8) -> bool) {
        let rest = record.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| wanted(*byte)).unwrap_or(rest.len());
    }

    /// Ends the present cell before a place.
    fn close(&mut self, at: usize) {
        let (end, quoting) = match self.state {
            State::Fresh => (at, Quoting::Bare),
            State::Bare(quoting) => (at, quoting),
            State::Within(_) => (at, Quoting::Open),
            State::Closing(quoting) => (at.saturating_sub(1), quoting),
            State::Behind => (at, Quoting::Stray),
        };
        self.cells.push(RawCell { span: self.start..end, quoting });
        (self.start, self.state) = (self.at, State::Fresh);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every cell of one record with its content.
    fn cells(record: &[u8]) -> (Vec<(&str, Quoting)>, Option<usize>) {
        let mut scanner = Scanner::new();
        let length = scanner.scan(record, true);
        let text = |cell: &RawCell| std::str::from_utf8(&record[cell.span.clone()]).unwrap();
        (scanner.cells.iter().map(|cell| (text(cell), cell.quoting)).collect(), length)
    }

    #[test]
    fn cells_end_at_separators_outside_quotes() {
        use Quoting::{Bare, Doubled, Open, Quoted, Stray};
        assert_eq!(cells(b"a,,\"b,\n\"\r\nx"), (vec![("a", Bare), ("", Bare), ("b,\n", Quoted)], Some(9)));
        assert_eq!(cells(b"\"a\"\"b\",c"), (vec![("a\"\"b", Doubled), ("c", Bare)], Some(8)));
        assert_eq!(cells(b"a\"b,\"x\"y\n"), (vec![("a\"b", Stray), ("x\"y", Stray)], Some(9)));
        assert_eq!(cells(b"a,\"b\nc"), (vec![("a", Bare), ("b\nc", Open)], Some(6)));
        assert_eq!(cells(b"\"\",\n"), (vec![("", Quoted), ("", Bare)], Some(4)));
        assert_eq!(cells(b"a,"), (vec![("a", Bare), ("", Bare)], Some(2)));
        assert_eq!(cells(b""), (vec![], None));
    }
}
