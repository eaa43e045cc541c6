//! What the font knows: its licence, its glyphs and their widths.

use std::ops::Range;

use skrifa::charmap::{Charmap, MapVariant};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::{FontRef, GlyphId};

use super::Length;
use crate::claims::sheet_problem::SheetProblem;

/// Units of an em that OpenType allows.
const EM: Range<u16> = 16..16_385;
/// Bits of `fsType` (OpenType, table OS/2): the licence forbids embedding.
const RESTRICTED: u16 = 0x0002;
/// The licence allows documents to be read, or also edited, with the font.
const READ_OR_EDIT: u16 = 0x0004 | 0x0008;
/// The font may only be embedded as a whole.
const NO_SUBSET: u16 = 0x0100;
/// Only the bitmaps of the font may be embedded.
const BITMAPS_ONLY: u16 = 0x0200;

/// The caller's font.
pub(super) struct Typeface<'f> {
    charmap: Charmap<'f>,
    widths: Hmtx<'f>,
    em: u16,
}

/// A glyph of a text.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// Its number in the font; 0 where the font has none.
    pub(super) id: u32,
    /// Its width in units of the em.
    pub(super) advance: u16,
    /// The character that it stands for.
    pub(super) char: char,
    /// The bytes of the text that it stands for.
    pub(super) range: Range<usize>,
}

/// A text with its glyphs.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
}

impl<'f> Typeface<'f> {
    /// Reads a font, or the first of a collection.
    pub(super) fn read(bytes: &'f [u8]) -> Result<Self, SheetProblem> {
        let font = FontRef::from_index(bytes, 0).map_err(|_| SheetProblem::FontUnreadable)?;
        let outlines = font.glyf().is_ok() || font.cff().is_ok() || font.cff2().is_ok();
        let (Ok(head), Ok(licence), Ok(widths), true) = (font.head(), font.os2(), font.hmtx(), outlines) else {
            return Err(SheetProblem::FontUnreadable);
        };
        let em = head.units_per_em();
        if !EM.contains(&em) {
            return Err(SheetProblem::FontUnreadable);
        }
        if !may_be_embedded(licence.fs_type()) {
            return Err(SheetProblem::FontEmbedding);
        }
        Ok(Self { charmap: Charmap::new(&font), widths, em })
    }

    /// Units of an em.
    pub(super) const fn em(&self) -> u16 {
        self.em
    }

    /// The place of the first character that the font cannot print, counted in characters from 0.
    pub(super) fn lacks(&self, text: &str) -> Option<usize> {
        let run = self.run(text);
        let first = run.glyphs.iter().find(|glyph| glyph.id == 0)?;
        Some(text.char_indices().take_while(|(at, _)| *at < first.range.start).count())
    }

    /// A text with its glyphs; what the font cannot print has glyph 0.
    pub(super) fn run(&self, text: &str) -> Run {
        let mut glyphs = Vec::with_capacity(text.len() / 2);
        let mut chars = text.char_indices().peekable();
        while let Some((start, char)) = chars.next() {
            let selector = chars.next_if(|(_, next)| is_selector(*next));
            let end = chars.peek().map_or(text.len(), |(next, _)| *next);
            let id = match selector {
                Some((_, selector)) => self.variant(char, selector),
                None => self.charmap.map(char),
            };
            let advance = |id| self.widths.advance(id).filter(|advance| *advance > 0 && !joins(char));
            let printed = id.and_then(|id| Some((id.to_u32(), advance(id)?))).filter(|(id, _)| *id > 0);
            let (id, advance) = printed.unwrap_or((0, self.em));
            glyphs.push(Glyph { id, advance, char, range: start..end });
        }
        Run { text: text.to_owned(), glyphs }
    }

    fn variant(&self, char: char, selector: char) -> Option<GlyphId> {
        match self.charmap.map_variant(char, selector)? {
            MapVariant::UseDefault => self.charmap.map(char),
            MapVariant::Variant(id) => Some(id),
        }
    }

    /// The width of some glyphs at a size, rounded up.
    pub(super) fn width(&self, glyphs: &[Glyph], size: Length) -> Length {
        let units: i64 = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let em = i64::from(self.em);
        Length::try_from((units * i64::from(size) + em - 1) / em).unwrap_or(Length::MAX)
    }
}

/// Whether a part of the font may be embedded. Fonts of before version 3 of the table may set several bits; then the
/// least restrictive holds. Source: OpenType 1.9, table OS/2, fsType.
const fn may_be_embedded(bits: u16) -> bool {
    let restricted = bits & RESTRICTED != 0 && bits & READ_OR_EDIT == 0;
    !restricted && bits & (NO_SUBSET | BITMAPS_ONLY) == 0
}

/// A selector of a variant (異体字セレクタ), which has no glyph of its own.
const fn is_selector(char: char) -> bool {
    matches!(char, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A mark that joins the character before it: drawn by itself it would stand beside it.
const fn joins(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

#[cfg(test)]
mod tests {
    use super::may_be_embedded;

    /// OpenType 1.9, OS/2: 0 installable, 2 restricted, 4 preview and print, 8 editable; 0x100 no subsetting,
    /// 0x200 bitmaps only.
    #[test]
    fn the_bits_of_the_licence() {
        for (bits, expected) in [
            (0x0000, true),
            (0x0002, false),
            (0x0004, true),
            (0x0008, true),
            (0x0006, true),
            (0x0100, false),
            (0x0104, false),
            (0x0200, false),
            (0x0208, false),
        ] {
            assert_eq!(may_be_embedded(bits), expected, "{bits:#06x}");
        }
    }
}
