//! A text in lines.

use super::Length;
use super::typeface::{Glyph, Run, Typeface};

/// Characters that do not begin a line (行頭禁則).
const NOT_FIRST: &str =
    " 　、。，．・：；？！)]}）］｝〕」』】〉》ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

/// A text set in lines of one size.
pub(super) struct Lines {
    pub(super) size: Length,
    pub(super) lines: Vec<Run>,
}

/// Sets a text in at most `most` lines of a width, at `size` or as much smaller as that takes.
pub(super) fn fit(face: &Typeface<'_>, run: &Run, width: Length, most: usize, size: Length) -> Lines {
    let mut size = size;
    loop {
        let lines = broken(face, run, width, size);
        let wide = lines.iter().any(|line| face.width(&line.glyphs, size) > width);
        // At a hundredth of a millimetre there is no smaller size, and no font is so wide.
        if (lines.len() <= most && !wide) || size <= 1 {
            return Lines { size, lines };
        }
        size = smaller(size);
    }
}

/// The next smaller size.
pub(super) const fn smaller(size: Length) -> Length {
    size * 19 / 20
}

/// Lines as full as they get. A run of ASCII stays together as long as it fits on a line of its own.
fn broken(face: &Typeface<'_>, run: &Run, width: Length, size: Length) -> Vec<Run> {
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    let mut line: Vec<Glyph> = Vec::new();
    let fits = |line: &[Glyph], more: &[Glyph]| face.width(line, size).saturating_add(face.width(more, size)) <= width;
    for piece in run.glyphs.chunk_by(|before, after| !may_break(before.char, after.char)) {
        if fits(&line, piece) {
            line.extend_from_slice(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for glyph in piece {
            if !line.is_empty() && !fits(&line, std::slice::from_ref(glyph)) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(glyph.clone());
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.into_iter().map(|glyphs| part(&run.text, glyphs)).collect()
}

/// A part of a text, its glyphs counted from its own beginning.
fn part(text: &str, mut glyphs: Vec<Glyph>) -> Run {
    let start = glyphs.first().map_or(0, |glyph| glyph.range.start);
    let end = glyphs.last().map_or(0, |glyph| glyph.range.end);
    for glyph in &mut glyphs {
        glyph.range = glyph.range.start - start..glyph.range.end - start;
    }
    Run { text: text.get(start..end).unwrap_or_default().to_owned(), glyphs }
}

fn may_break(before: char, after: char) -> bool {
    !(before.is_ascii_graphic() && after.is_ascii_graphic() || NOT_FIRST.contains(after))
}

#[cfg(test)]
mod tests {
    use super::may_break;

    #[test]
    fn words_and_marks_stay_together() {
        let breaks = |text: &str| -> Vec<bool> {
            let chars: Vec<char> = text.chars().collect();
            chars.windows(2).map(|pair| matches!(pair, [before, after] if may_break(*before, *after))).collect()
        };
        assert_eq!(breaks("港区1-2"), [true, true, false, false]);
        assert_eq!(breaks("a b"), [false, true]);
        assert_eq!(breaks("（株）"), [true, false]);
    }
}
