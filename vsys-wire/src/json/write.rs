//! Canonical JSON: no spaces, no floats, only what must be escaped is escaped.

use std::fmt::Write as _;

/// The largest number on the wire, 2^53−1.
const MAX_NUMBER: u64 = (1 << 53) - 1;

/// Writes canonical JSON. Whoever writes an object gives its names in the order of their bytes.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: String,
    /// Whether a value stands before, so that a comma is due.
    comma: bool,
    out_of_range: bool,
    /// The name of the member whose value comes next.
    member: Option<&'static str>,
}

impl Writer {
    /// An object; `members` writes each with [`Writer::key`] and a value.
    pub(crate) fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.open('{');
        members(self);
        self.close('}');
    }

    pub(crate) fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.open('[');
        items(self);
        self.close(']');
    }

    pub(crate) fn key(&mut self, name: &str) {
        self.separate();
        self.quoted(name);
        self.out.push(':');
        self.comma = false;
    }

    /// The member of this name is next; its name is written with its value, or not at all when that is absent.
    pub(crate) const fn member(&mut self, name: &'static str) {
        self.member = Some(name);
    }

    /// No value: a member is left out, in a list it is null.
    pub(crate) fn absent(&mut self) {
        if self.member.take().is_none() {
            self.separate();
            self.out.push_str("null");
            self.comma = true;
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.separate();
        self.quoted(text);
        self.comma = true;
    }

    /// A number of 0 to `most`; a larger one makes the whole answer an error.
    pub(crate) fn number(&mut self, number: u64, most: u64) {
        self.separate();
        self.out_of_range |= number > most.min(MAX_NUMBER);
        // Writing to a String cannot fail.
        let _ = write!(self.out, "{number}");
        self.comma = true;
    }

    /// A difference, of the same magnitude as the quantities.
    pub(crate) fn signed(&mut self, number: i64, most: u64) {
        self.separate();
        self.out_of_range |= number.unsigned_abs() > most.min(MAX_NUMBER);
        let _ = write!(self.out, "{number}");
        self.comma = true;
    }

    pub(crate) fn bool(&mut self, value: bool) {
        self.separate();
        self.out.push_str(if value { "true" } else { "false" });
        self.comma = true;
    }

    /// The bytes, or nothing when a number was out of range.
    pub(crate) fn finish(self) -> Option<Vec<u8>> {
        (!self.out_of_range).then(|| self.out.into_bytes())
    }

    fn open(&mut self, bracket: char) {
        self.separate();
        self.out.push(bracket);
        self.comma = false;
    }

    fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.comma = true;
    }

    fn separate(&mut self) {
        if let Some(name) = self.member.take() {
            self.key(name);
        }
        if self.comma {
            self.out.push(',');
        }
        self.comma = false;
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        // Most texts stand as they are.
        if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.out.push_str(text);
        } else {
            self.escaped(text);
        }
        self.out.push('"');
    }

    fn escaped(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\u{8}' => self.out.push_str("\\b"),
                '\t' => self.out.push_str("\\t"),
                '\n' => self.out.push_str("\\n"),
                '\u{C}' => self.out.push_str("\\f"),
                '\r' => self.out.push_str("\\r"),
                '\0'..='\u{1F}' => {
                    let _ = write!(self.out, "\\u{:04x}", u32::from(char));
                }
                _ => self.out.push(char),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_be_escaped_is() {
        let mut writer = Writer::default();
        writer.array(|out| {
            out.text("\u{8}\t\n\u{C}\r\u{1}\"\\/é日\u{7F}\u{2028}");
            out.object(|out| {
                out.key("a");
                out.number(7, 10);
                out.key("b");
                out.array(|_| {});
            });
        });
        let bytes = writer.finish().unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "[\"\\b\\t\\n\\f\\r\\u0001\\\"\\\\/é日\u{7F}\u{2028}\",{\"a\":7,\"b\":[]}]"
        );
    }

    #[test]
    fn a_number_out_of_range_is_no_answer() {
        let mut writer = Writer::default();
        writer.number(1 << 53, u64::MAX);
        assert_eq!(writer.finish(), None);
    }
}
