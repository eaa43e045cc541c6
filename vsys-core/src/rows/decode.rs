//! From bytes to text, cell by cell.

use std::borrow::Cow;

/// The encoding of a sheet (文字コード).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without BOM.
    Utf8,
    /// CP932 (Windows-31J, シフトJIS), as Japanese spreadsheets save it.
    Cp932,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl Encoding {
    /// The encoding of some bytes: UTF-8 when they have its BOM or are valid UTF-8 throughout,
    /// else CP932.
    ///
    /// A file in CP932 is practically never valid UTF-8, so the test is safe; whoever knows better
    /// names the encoding.
    pub fn detect(bytes: &[u8]) -> Self {
        if bytes.starts_with(BOM) || std::str::from_utf8(bytes).is_ok() { Self::Utf8 } else { Self::Cp932 }
    }

    /// The name that messages print.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp932 => "CP932",
        }
    }

    /// The text of a cell; `None` when the bytes are not of this encoding.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        if bytes.is_ascii() {
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Cp932 => encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes),
        }
    }
}

/// The bytes without a UTF-8 BOM.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}
