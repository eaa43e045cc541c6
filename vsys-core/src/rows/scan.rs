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

/// A cell: where its content stands in the bytes, and how it is quoted.
#[derive(Clone, Debug)]
pub(super) struct RawCell {
    pub(super) span: Range<usize>,
    pub(super) quoting: Quoting,
}

/// Reads records one after the other.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The cells of the next record into `cells`; `false` at the end of the bytes.
    pub(super) fn record(&mut self, cells: &mut Vec<RawCell>) -> bool {
        cells.clear();
        if self.at >= self.bytes.len() {
            return false;
        }
        loop {
            cells.push(self.cell());
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'\r') => {
                    self.at += 1;
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    return true;
                }
                Some(_) => {
                    self.at += 1;
                    return true;
                }
                None => return true,
            }
        }
    }

    fn cell(&mut self) -> RawCell {
        if self.peek() == Some(b'"') { self.quoted() } else { self.bare() }
    }

    fn bare(&mut self) -> RawCell {
        let start = self.at;
        self.at = self.separator_from(start);
        let span = start..self.at;
        let stray = self.bytes.get(span.clone()).is_some_and(|cell| cell.contains(&b'"'));
        RawCell { span, quoting: if stray { Quoting::Stray } else { Quoting::Bare } }
    }

    fn quoted(&mut self) -> RawCell {
        let start = self.at + 1;
        let mut at = start;
        let mut quoting = Quoting::Quoted;
        loop {
            match self.position(at, |byte| byte == b'"') {
                None => {
                    self.at = self.bytes.len();
                    return RawCell { span: start..self.at, quoting: Quoting::Open };
                }
                Some(quote) if self.bytes.get(quote + 1) == Some(&b'"') => {
                    quoting = Quoting::Doubled;
                    at = quote + 2;
                }
                Some(quote) => {
                    self.at = self.separator_from(quote + 1);
                    if self.at > quote + 1 {
                        return RawCell { span: start..self.at, quoting: Quoting::Stray };
                    }
                    return RawCell { span: start..quote, quoting };
                }
            }
        }
    }

    fn separator_from(&self, start: usize) -> usize {
        self.position(start, |byte| matches!(byte, b',' | b'\n' | b'\r')).unwrap_or(self.bytes.len())
    }

    fn position(&self, start: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
        let rest = self.bytes.get(start..)?;
        rest.iter().position(|&byte| wanted(byte)).map(|offset| start + offset)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}
