//! CP932 (Windows-31J, シフトJIS): characters of two bytes from a table, the others by rule.
//!
//! The code page as the WHATWG Encoding Standard has it (index jis0208, Shift_JIS), which a test compares byte by byte with
//! `encoding_rs`. That library links the tables of every encoding at once, a third of what a page would have to load.
//! A page has the code page already: built without the feature `cp932`, this library asks the platform for it once.

use std::sync::{LazyLock, OnceLock};

use crate::base::dense;

/// A line for every first byte that has characters: the byte, a blank, the steps to what its second bytes stand for, each
/// from the one before; a blank stands for nothing. `cargo xtask gen` makes it of `cp932.txt`, which has the characters.
const LINES: &str = include_str!("../../data/cp932_steps.txt");

/// Second bytes: 0x40–0x7E and 0x80–0xFC.
const TRAILS: u16 = 188;
/// Where the lines of a user's own characters (外字, 0xF040–0xF9FC) begin, and how many they are.
const OWN: (u16, u16) = (8836, 1880);
/// Characters that NEC selected of IBM's: they are read, and written as IBM has them.
const NEC_SELECTED: std::ops::RangeInclusive<u16> = 8272..=8835;
/// What the characters and their places come to (FNV-1a): no platform's other code page passes for this one.
const DIGEST: u64 = 0x936b_6db9_4e5a_b795;

/// How a platform reads Shift_JIS as the WHATWG Encoding Standard has it: the text of some bytes, U+FFFD for what stands for
/// no character, nothing where the platform does not have the encoding.
pub type Cp932Decoder = fn(&[u8]) -> Option<String>;

static DECODER: OnceLock<Cp932Decoder> = OnceLock::new();

/// Names the decoder of the platform, which a build without the feature `cp932` takes its code page from, at the first text
/// that needs it. The first that is named stays.
///
/// ```
/// // A platform that does not know the encoding: this library's own table, where it is built in, is not touched.
/// vsys_core::rows::bring_cp932(|_bytes| None);
/// assert_eq!(vsys_core::rows::Encoding::Cp932.is_known(), cfg!(feature = "cp932"));
/// ```
pub fn bring_cp932(decoder: Cp932Decoder) {
    _ = DECODER.set(decoder);
}

struct Table {
    /// The character of a place (first byte, second byte); 0 = none.
    chars: Vec<u16>,
    /// Characters with their places, in the order of the characters.
    places: Vec<(u16, u16)>,
}

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    let chars = if cfg!(feature = "cp932") { bundled() } else { brought(*DECODER.get()?)? };
    let mut places = Vec::new();
    for (place, &unit) in (0..).zip(&chars) {
        if unit != 0 && !NEC_SELECTED.contains(&place) {
            places.push((unit, place));
        }
    }
    // Of a character with several places the first is written.
    places.sort_unstable();
    places.dedup_by_key(|(unit, _)| *unit);
    Some(Table { chars, places })
});

/// Whether there is a table: this library's own, or one that the platform brought.
pub(super) fn is_known() -> bool {
    TABLE.is_some()
}

/// The characters in the order of their places, of the library itself.
fn bundled() -> Vec<u16> {
    let mut chars = Vec::new();
    let mut unit = 0;
    for line in LINES.lines() {
        let (lead, line) = line.split_once(' ').unwrap_or_default();
        let Some(first) = u8::from_str_radix(lead, 16).ok().and_then(|lead| place(lead, 0x40)) else { continue };
        for (place, step) in (first..).zip(line.chars()) {
            unit = after(unit, step);
            if unit != u16::from(b' ') {
                chars.resize(place.into(), 0);
                chars.push(unit);
            }
        }
    }
    chars
}

/// The same from the platform, which is asked for everything at once, a line for every two bytes.
fn brought(decoder: Cp932Decoder) -> Option<Vec<u16>> {
    let mut asked = Vec::new();
    for lead in 0..=u8::MAX {
        for trail in 0..=u8::MAX {
            if place(lead, trail).is_some() {
                asked.extend_from_slice(&[lead, trail, b'\n']);
            }
        }
    }
    let own = OWN.0..OWN.0 + OWN.1;
    let mut chars = Vec::new();
    let mut digest = 0xcbf2_9ce4_8422_2325;
    for (place, line) in (0..).zip(decoder(&asked)?.lines()) {
        let mut rest = line.chars();
        let char = rest.next().filter(|&char| char != char::REPLACEMENT_CHARACTER && !own.contains(&place));
        let char = char.filter(|_| rest.as_str().is_empty()).unwrap_or_default();
        let unit = u16::try_from(u32::from(char)).unwrap_or_default();
        if unit != 0 {
            // FNV-1a, sixteen bits at a time.
            for number in [place, unit] {
                digest = (digest ^ u64::from(number)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        chars.push(unit);
    }
    (digest == DIGEST).then_some(chars)
}

/// Where a step leads: even numbers go forward, odd ones backward, round the end.
fn after(unit: u16, step: char) -> u16 {
    let number = dense::number(step);
    let half = u16::try_from(number / 2).unwrap_or_default();
    if number.is_multiple_of(2) { unit.wrapping_add(half) } else { unit.wrapping_sub(half).wrapping_sub(1) }
}

/// The place of two bytes in the table.
fn place(lead: u8, trail: u8) -> Option<u16> {
    let lead = match lead {
        0x81..=0x9F => lead - 0x81,
        0xE0..=0xFC => lead - 0xC1,
        _ => return None,
    };
    let trail = match trail {
        0x40..=0x7E => trail - 0x40,
        0x80..=0xFC => trail - 0x41,
        _ => return None,
    };
    Some(u16::from(lead) * TRAILS + u16::from(trail))
}

/// The text of some bytes; nothing when a byte or two stand for no character.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let table = TABLE.as_ref()?;
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes.iter();
    while let Some(&byte) = rest.next() {
        text.push(match byte {
            0..=0x80 => char::from(byte),
            0xA1..=0xDF => char::from_u32(u32::from(byte) - 0xA1 + 0xFF61)?,
            _ => {
                let place = place(byte, *rest.next()?)?;
                let unit = match place.checked_sub(OWN.0) {
                    Some(own) if own < OWN.1 => 0xE000 + own,
                    _ => table.chars.get(usize::from(place)).copied().filter(|&unit| unit != 0)?,
                };
                char::from_u32(unit.into())?
            }
        });
    }
    Some(text)
}

/// Appends the bytes of a character; nothing when CP932 has no bytes that stand for it and for no other.
pub(super) fn encode(char: char, bytes: &mut Vec<u8>) -> Option<()> {
    let code = u32::from(char);
    match code {
        0..=0x80 => bytes.push(u8::try_from(code).ok()?),
        0xFF61..=0xFF9F => bytes.push(u8::try_from(code - 0xFF61 + 0xA1).ok()?),
        _ => {
            let unit = u16::try_from(code).ok()?;
            let places = &TABLE.as_ref()?.places;
            let (_, place) = places.get(places.binary_search_by_key(&unit, |(unit, _)| *unit).ok()?)?;
            let (lead, trail) = (u8::try_from(place / TRAILS).ok()?, u8::try_from(place % TRAILS).ok()?);
            bytes.push(lead + if lead < 0x1F { 0x81 } else { 0xC1 });
            bytes.push(trail + if trail < 0x3F { 0x40 } else { 0x41 });
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer_decodes(bytes: &[u8]) -> Option<String> {
        let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned)
    }

    #[test]
    fn a_platform_brings_the_same_table() {
        let mut chars =
            brought(|bytes| Some(encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned())).unwrap();
        chars.truncate(chars.iter().rposition(|&unit| unit != 0).map_or(0, |last| last + 1));
        assert_eq!(chars, bundled());
    }

    #[test]
    fn another_code_page_of_a_platform_is_not_taken() {
        // 0x8160: U+FF5E here, U+301C on some platforms.
        let other = |bytes: &[u8]| {
            let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes).0;
            Some(text.replace('\u{FF5E}', "\u{301C}"))
        };
        assert_eq!(brought(other), None);
        assert_eq!(brought(|_| None), None);
        assert_eq!(brought(|_| Some(String::new())), None);
    }

    #[test]
    fn every_byte_and_every_two_bytes_are_read_as_by_encoding_rs() {
        let mut read = 0;
        for first in 0..=u8::MAX {
            assert_eq!(decode(&[first]), peer_decodes(&[first]), "{first:02X}");
            for second in 0..=u8::MAX {
                let bytes = [first, second];
                assert_eq!(decode(&bytes), peer_decodes(&bytes), "{first:02X}{second:02X}");
                read += usize::from(decode(&bytes).is_some());
            }
        }
        // 192 characters of one byte, two by two, and 7,724 + 1,880 of two bytes.
        assert_eq!(read, 192 * 192 + 9_604);
    }

    #[test]
    fn every_character_is_written_as_by_encoding_rs_if_it_comes_back() {
        let beyond = ('\u{1_0000}'..=char::MAX).step_by(997);
        for char in ('\0'..='\u{FFFF}').chain(beyond) {
            let text = char.to_string();
            let peer = encoding_rs::SHIFT_JIS.encode(&text).0;
            let peer = (peer_decodes(&peer).as_ref() == Some(&text)).then(|| peer.into_owned());
            let mut bytes = Vec::new();
            assert_eq!(encode(char, &mut bytes).map(|()| bytes), peer, "{char:?}");
        }
    }
}
