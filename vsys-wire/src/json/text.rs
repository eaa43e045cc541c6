//! From the text of a JSON string to its characters.

/// Why a string cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextFault {
    /// Bytes that are no UTF-8.
    Utf8,
    /// An escape that does not exist.
    Escape,
    /// Half of a surrogate pair.
    Surrogate,
}

/// The characters between the quotation marks of `raw`.
pub(crate) fn decode(raw: &[u8]) -> Result<String, TextFault> {
    let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    let text = std::str::from_utf8(inner).map_err(|_| TextFault::Utf8)?;
    if !text.contains('\\') {
        return Ok(text.to_owned());
    }
    let mut decoded = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            decoded.push(char);
            continue;
        }
        decoded.push(match chars.next() {
            Some('"') => '"',
            Some('\\') => '\\',
            Some('/') => '/',
            Some('b') => '\u{8}',
            Some('f') => '\u{C}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => unicode(&mut chars)?,
            _ => return Err(TextFault::Escape),
        });
    }
    Ok(decoded)
}

/// The character of `\uXXXX`, or of the pair that it begins.
fn unicode(chars: &mut std::str::Chars<'_>) -> Result<char, TextFault> {
    let first = hex(chars)?;
    if let Some(char) = char::from_u32(first) {
        return Ok(char);
    }
    if !(0xD800..0xDC00).contains(&first) || chars.next() != Some('\\') || chars.next() != Some('u') {
        return Err(TextFault::Surrogate);
    }
    let second = hex(chars)?;
    if !(0xDC00..0xE000).contains(&second) {
        return Err(TextFault::Surrogate);
    }
    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(TextFault::Surrogate)
}

fn hex(chars: &mut std::str::Chars<'_>) -> Result<u32, TextFault> {
    (0..4).try_fold(0, |value, _| {
        let digit = chars.next().and_then(|char| char.to_digit(16)).ok_or(TextFault::Escape)?;
        Ok(value * 16 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_pairs() {
        assert_eq!(decode(br#""a\u00e9\ud83d\ude00\n""#), Ok("aé😀\n".to_owned()));
        assert_eq!(decode(br#""\ud83d""#), Err(TextFault::Surrogate));
        assert_eq!(decode(br#""\ude00\ud83d""#), Err(TextFault::Surrogate));
        assert_eq!(decode(br#""\ud83dx""#), Err(TextFault::Surrogate));
        assert_eq!(decode(br#""\x""#), Err(TextFault::Escape));
        assert_eq!(decode(b"\"\xFF\""), Err(TextFault::Utf8));
        assert_eq!(decode(b"\"\xED\xA0\x80\""), Err(TextFault::Utf8), "a lone surrogate in bytes");
    }
}
