//! Bytes in an answer.

use crate::emit::Emit;
use crate::json::{Json, Writer};
use crate::schema::{self, Defs};

/// Bytes, written in base64 with padding (RFC 4648, section 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Base64(pub(crate) Vec<u8>);

impl Emit for Base64 {
    fn schema(_: &mut Defs) -> Json {
        schema::string().with("contentEncoding", Json::text("base64"))
    }

    fn emit(&self, out: &mut Writer) {
        out.text(&encoded(&self.0));
    }
}

fn encoded(bytes: &[u8]) -> String {
    const DIGITS: [char; 64] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V',
        'W', 'X', 'Y', 'Z', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '/',
    ];
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits =
            (0..3).fold(0_usize, |bits, index| bits << 8 | chunk.get(index).map_or(0, |byte| usize::from(*byte)));
        for place in 0..4 {
            let digit = DIGITS.get(bits >> (18 - 6 * place) & 63).copied().unwrap_or('=');
            out.push(if place <= chunk.len() { digit } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::encoded;

    /// The samples of RFC 4648, section 10.
    #[test]
    fn as_the_standard_says() {
        let samples =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        for (text, expected) in samples {
            assert_eq!(encoded(text.as_bytes()), expected);
        }
        assert_eq!(encoded(&[0xFB, 0xFF]), "+/8=");
    }
}
