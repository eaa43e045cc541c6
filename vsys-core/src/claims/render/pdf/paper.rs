//! The paper: everything that is handed to krilla.
//!
//! The one file of the core with floats, because krilla takes its coordinates as floats. They are made here from
//! whole hundredths of a millimetre and from units of the font, and nothing comes back: no figure of a claim passes
//! through them, and where a thing stands is decided in integers.

use std::collections::BTreeSet;
use std::num::{NonZeroU16, NonZeroU32};
use std::panic::{AssertUnwindSafe, catch_unwind};

use krilla::color::luma;
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document};

use super::Length;
use super::typeface::{Run, Typeface};
use crate::claims::sheet::Sheet;

/// A4, upright.
pub(super) const WIDTH: Length = 21_000;
pub(super) const HEIGHT: Length = 29_700;

/// Why no document came out.
pub(super) enum Fault {
    /// krilla cannot take the font apart.
    Font,
    /// krilla refused what was drawn.
    Page,
}

/// What a part of a page is, for the tags of the document.
pub(super) enum Part {
    Paragraph,
    Heading,
    Table,
    TableHead,
    TableBody,
    TableFoot,
    Row,
    ColumnHeader,
    /// The header of so many rows or columns.
    RowHeader {
        rows: usize,
        columns: usize,
    },
    Cell,
    /// A drawing with what it says.
    Figure(&'static str),
}

/// Draws every sheet on a page of its own.
pub(super) fn document<'s>(
    title: &str,
    face: &Typeface<'_>,
    font: &[u8],
    sheets: impl Iterator<Item = &'s Sheet>,
    mut draw: impl FnMut(&mut Paper<'_, '_>, &Sheet),
) -> Result<Vec<u8>, Fault> {
    let font = taken_apart(|| Font::new(Data::from(font.to_vec()), 0))?.ok_or(Fault::Font)?;
    let size = PageSettings::from_wh(points(WIDTH), points(HEIGHT)).ok_or(Fault::Page)?;
    let mut document = Document::new();
    let mut tree = TagTree::new().with_lang(Some("ja".to_owned()));
    let mut outline = Outline::new();
    for (index, sheet) in sheets.enumerate() {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        let mut paper = Paper {
            surface: &mut surface,
            font: &font,
            face,
            open: vec![TagGroup::new(Tag::Section)],
            missing: BTreeSet::new(),
        };
        draw(&mut paper, sheet);
        paper.open.into_iter().for_each(|group| tree.push(group));
        surface.finish();
        page.finish();
        let bookmark = format!("{} {}", sheet.title(), sheet.addressee());
        outline.push_child(OutlineNode::new(bookmark, XyzDestination::new(index, Point::from_xy(0.0, 0.0))));
    }
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(Metadata::new().title(title.to_owned()).language("ja".to_owned()));
    taken_apart(|| document.finish())?.map_err(|error| match error {
        KrillaError::Font(..) => Fault::Font,
        _ => Fault::Page,
    })
}

/// What krilla makes of the font. It trusts a font's own account of itself in places, and a broken table is a panic
/// there: the caller's bytes must not be one here. Nothing of ours runs inside, and what was begun is dropped. (Where
/// a panic ends the program, as in WASM, it still does.)
fn taken_apart<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Fault::Font)
}

/// A page that is being drawn.
pub(super) struct Paper<'p, 's> {
    surface: &'p mut Surface<'s>,
    font: &'p Font,
    face: &'p Typeface<'p>,
    /// The parts that are open, the innermost last.
    open: Vec<TagGroup>,
    missing: BTreeSet<char>,
}

impl<'p> Paper<'p, '_> {
    /// The font.
    pub(super) const fn face(&self) -> &'p Typeface<'p> {
        self.face
    }

    /// A text of the form itself.
    pub(super) fn label(&mut self, text: &str) -> Run {
        let run = self.face.run(text);
        self.missing.extend(run.glyphs.iter().filter(|glyph| glyph.id == 0).map(|glyph| glyph.char));
        run
    }

    /// The characters of the form that the font lacks. What the caller gave is not among them: it may be personal.
    pub(super) fn missing(&mut self) -> BTreeSet<char> {
        std::mem::take(&mut self.missing)
    }

    /// Draws a part of the page.
    pub(super) fn part(&mut self, part: Part, draw: impl FnOnce(&mut Self)) {
        self.open.push(TagGroup::new(tag(part)));
        draw(self);
        if let (Some(group), Some(outer)) = (self.open.pop(), self.open.last_mut()) {
            outer.push(group);
        }
    }

    /// A text on one line, at its left end and its baseline.
    pub(super) fn text(&mut self, run: &Run, size: Length, x: Length, baseline: Length) {
        let em = f32::from(self.face.em());
        let glyph = |glyph: &super::typeface::Glyph| {
            let advance = f32::from(glyph.advance) / em;
            KrillaGlyph::new(GlyphId::new(glyph.id), advance, 0.0, 0.0, 0.0, glyph.range.clone(), None)
        };
        let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
        self.tagged(ContentTag::Span(SpanTag::empty()), |paper| {
            if !glyphs.is_empty() {
                let start = Point::from_xy(points(x), points(baseline));
                paper.surface.draw_glyphs(start, &glyphs, paper.font.clone(), &run.text, points(size), false);
            }
        });
    }

    /// A line through some points, as a part of the page's content.
    pub(super) fn drawing(&mut self, width: Length, lines: &[&[(Length, Length)]]) {
        self.tagged(ContentTag::Other, |paper| lines.iter().for_each(|line| paper.stroke(solid(width), line)));
    }

    /// A straight line, which says nothing.
    pub(super) fn rule(&mut self, width: Length, from: (Length, Length), to: (Length, Length)) {
        let artifact = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
        self.tagged(artifact, |paper| paper.stroke(solid(width), &[from, to]));
    }

    /// A dotted line, on which something is written.
    pub(super) fn dotted(&mut self, width: Length, from: (Length, Length), to: (Length, Length)) {
        let dash = StrokeDash { array: vec![points(width), points(width)], offset: 0.0 };
        let stroke = Stroke { paint: luma::Color::new(0x88).into(), dash: Some(dash), ..solid(width) };
        let artifact = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
        self.tagged(artifact, |paper| paper.stroke(stroke, &[from, to]));
    }

    fn tagged(&mut self, tag: ContentTag<'_>, draw: impl FnOnce(&mut Self)) {
        let content = !matches!(tag, ContentTag::Artifact(_));
        let id = self.surface.start_tagged(tag);
        draw(self);
        self.surface.end_tagged();
        if let (true, Some(group)) = (content, self.open.last_mut()) {
            group.push(id);
        }
    }

    fn stroke(&mut self, stroke: Stroke, line: &[(Length, Length)]) {
        let mut path = PathBuilder::new();
        for (index, (x, y)) in line.iter().enumerate() {
            if index == 0 { path.move_to(points(*x), points(*y)) } else { path.line_to(points(*x), points(*y)) }
        }
        if let Some(path) = path.finish() {
            self.surface.set_stroke(Some(stroke));
            self.surface.draw_path(&path);
            // Text is drawn in plain black.
            self.surface.set_stroke(None);
        }
    }
}

fn solid(width: Length) -> Stroke {
    Stroke { width: points(width), ..Stroke::default() }
}

/// A length in points; a page of A4 is less than 327 mm in each direction.
fn points(length: Length) -> f32 {
    let on_paper = length.clamp(i16::MIN.into(), i16::MAX.into());
    f32::from(i16::try_from(on_paper).unwrap_or_default()) * 72.0 / 2540.0
}

fn tag(part: Part) -> TagKind {
    match part {
        Part::Paragraph => Tag::P.into(),
        Part::Heading => Tag::Hn(NonZeroU16::MIN, None).into(),
        Part::Table => Tag::Table.into(),
        Part::TableHead => Tag::THead.into(),
        Part::TableBody => Tag::TBody.into(),
        Part::TableFoot => Tag::TFoot.into(),
        Part::Row => Tag::TR.into(),
        Part::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Part::RowHeader { rows, columns } => {
            Tag::TH(TableHeaderScope::Row).with_row_span(span(rows)).with_col_span(span(columns)).into()
        }
        Part::Cell => Tag::TD.into(),
        Part::Figure(says) => Tag::Figure(Some(says.to_owned())).into(),
    }
}

/// How many rows or columns a header stands for; one needs no word.
fn span(number: usize) -> Option<NonZeroU32> {
    u32::try_from(number).ok().filter(|number| *number > 1).and_then(NonZeroU32::new)
}
