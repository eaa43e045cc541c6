//! From bytes to text, cell by cell.

use std::borrow::Cow;

use super::cp932;

/// The encoding of a sheet (文字コード).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without BOM.
    Utf8,
    /// CP932 (Windows-31J, シフトJIS), as Japanese spreadsheets save it.
    Cp932,
}

/// The mark with which UTF-8 may begin.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// How many bytes, from the first beyond ASCII on, decide the encoding.
pub(super) const WINDOW: usize = 1 << 16;

impl Encoding {
    /// The encoding of some bytes: UTF-8 when they have its BOM or nothing beyond ASCII. Else the 64 KiB that begin
    /// with the first byte beyond ASCII decide: UTF-8 when they are valid UTF-8, CP932 when they are not.
    ///
    /// Text in CP932 is practically never valid UTF-8, so the test is safe; whoever knows better names the encoding.
    /// What comes later changes nothing: bytes that are not of the encoding are then a finding at their cell.
    pub fn detect(bytes: &[u8]) -> Self {
        if bytes.starts_with(BOM) { Self::Utf8 } else { Self::of_text(bytes, true).unwrap_or(Self::Utf8) }
    }

    /// The same for bytes without BOM that may go on; nothing while they are too few to tell.
    pub(super) fn of_text(bytes: &[u8], ended: bool) -> Option<Self> {
        let foreign = bytes.iter().position(|byte| !byte.is_ascii()).and_then(|first| bytes.get(first..));
        let Some(foreign) = foreign else {
            return ended.then_some(Self::Utf8);
        };
        let window = foreign.get(..WINDOW);
        if window.is_none() && !ended {
            return None;
        }
        Some(match std::str::from_utf8(window.unwrap_or(foreign)) {
            Ok(_) => Self::Utf8,
            // The last character of a full window may go on behind it.
            Err(error) if window.is_some() && error.error_len().is_none() => Self::Utf8,
            Err(_) => Self::Cp932,
        })
    }

    /// The name that messages print.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp932 => "CP932",
        }
    }

    /// Whether characters beyond ASCII can be read and written: CP932 needs its table, which is built in with the feature
    /// `cp932` or else [brought](super::bring_cp932) by a platform.
    pub fn is_known(self) -> bool {
        self == Self::Utf8 || cp932::is_known()
    }

    /// The text of some bytes; `None` when they are not of this encoding, such as half a character of CP932, or the
    /// encoding is not [known](Self::is_known).
    ///
    /// ```
    /// use vsys_core::rows::Encoding;
    /// assert_eq!(Encoding::Cp932.decode(b"\x90\xDA\x8E\xED").as_deref(), Some("接種"));
    /// assert_eq!(Encoding::Cp932.decode(b"\x90\xDA\x8E"), None);
    /// ```
    pub fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Cp932 if bytes.is_ascii() => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Self::Cp932 => cp932::decode(bytes).map(Cow::Owned),
        }
    }

    /// The bytes of a text.
    ///
    /// # Errors
    /// The place, counted in characters from 0, of the first that the encoding does not have: one that would come back as
    /// another, such as a yen sign as `\`, is not in it. Nothing beyond ASCII is, where the encoding is not
    /// [known](Self::is_known).
    ///
    /// ```
    /// use vsys_core::rows::Encoding;
    /// assert_eq!(Encoding::Cp932.encode("接種").as_deref(), Ok(b"\x90\xDA\x8E\xED".as_slice()));
    /// assert_eq!(Encoding::Cp932.encode("予診¥"), Err(2));
    /// ```
    pub fn encode(self, text: &str) -> Result<Cow<'_, [u8]>, usize> {
        if self == Self::Utf8 || text.is_ascii() {
            return Ok(Cow::Borrowed(text.as_bytes()));
        }
        let mut bytes = Vec::with_capacity(text.len());
        for (index, char) in text.chars().enumerate() {
            cp932::encode(char, &mut bytes).ok_or(index)?;
        }
        Ok(Cow::Owned(bytes))
    }
}
