//! Where everything stands on a sheet, from the top down.

use super::super::{FRAME_NOTE, billing, check_note};
use super::Length;
use super::lines::{Lines, fit};
use super::paper::{Paper, Part, WIDTH};
use super::table;
use super::typeface::Run;
use crate::claims::sheet::{ClaimSheets, Sheet, SheetKind};
use crate::claims::sheet_head::HeadField;

/// The margins of the page.
pub(super) const LEFT: Length = 1_500;
pub(super) const RIGHT: Length = WIDTH - LEFT;
const TOP: Length = 1_200;

/// 9, 10, 12, 13 and 15 points.
pub(super) const SMALL: Length = 318;
pub(super) const PLAIN: Length = 353;
const MONTH: Length = 423;
const ADDRESSEE: Length = 459;
const TITLE: Length = 529;

/// The dotted line below what is written, and thin, middle and thick rules.
const DOTTED: Length = 20;
pub(super) const THIN: Length = 20;
pub(super) const MIDDLE: Length = 40;
pub(super) const THICK: Length = 80;

/// The height of a line of text.
pub(super) const fn line_height(size: Length) -> Length {
    size * 27 / 20
}

/// From the top of a line down to its baseline: a Japanese letter stands 0.88 em above it and 0.12 below.
pub(super) const fn baseline(size: Length) -> Length {
    (line_height(size) - size) / 2 + size * 88 / 100
}

/// Draws a sheet.
pub(super) fn draw(paper: &mut Paper<'_, '_>, sheets: &ClaimSheets, sheet: &Sheet) {
    let mut top = TOP;
    let addressee = paper.face().run(sheet.addressee());
    paragraph(paper, &addressee, ADDRESSEE, Align::Left, &mut top);
    let mut institution = Vec::with_capacity(4);
    if let SheetKind::Municipal { code, coupon, .. } = sheet.kind() {
        let number = paper.label(&format!("市区町村番号 {code}"));
        paragraph(paper, &number, PLAIN, Align::Left, &mut top);
        institution.push(Field { label: "被接種者区分", value: paper.label(coupon.class()), most: 1 });
    }
    top += 200;
    let sender = HeadField::SENDER.map(|field| Field::of(paper, sheets, field));
    fields(paper, &sender, RIGHT - 12_500, RIGHT, &mut top);
    top += 400;
    let title = paper.label(sheet.title());
    paper.part(Part::Heading, |paper| line(paper, &title, TITLE, Align::Middle, &mut top));
    top += 300;
    institution.extend(HeadField::INSTITUTION.map(|field| Field::of(paper, sheets, field)));
    fields(paper, &institution, LEFT, LEFT + 13_500, &mut top);
    top += 200;
    let month = paper.label(&billing(sheets.billing_month()));
    paragraph(paper, &month, MONTH, Align::Right, &mut top);
    top += 100;
    table::claim(paper, sheets.form(), sheet.table(), &mut top);
    top += 100;
    let note = paper.label(FRAME_NOTE);
    paragraph(paper, &note, SMALL, Align::Middle, &mut top);
    top += 200;
    check(paper, sheet, &mut top);
    top += 200;
    table::prices(paper, sheets.form(), sheet.table(), &mut top);
}

#[derive(Clone, Copy)]
enum Align {
    Left,
    Middle,
    Right,
}

/// A paragraph of at most two lines over the whole width.
fn paragraph(paper: &mut Paper<'_, '_>, run: &Run, size: Length, align: Align, top: &mut Length) {
    paper.part(Part::Paragraph, |paper| line(paper, run, size, align, top));
}

fn line(paper: &mut Paper<'_, '_>, run: &Run, size: Length, align: Align, top: &mut Length) {
    let set = fit(paper.face(), run, RIGHT - LEFT, 2, size);
    for line in &set.lines {
        let width = paper.face().width(&line.glyphs, set.size);
        let x = match align {
            Align::Left => LEFT,
            Align::Middle => LEFT + (RIGHT - LEFT - width) / 2,
            Align::Right => RIGHT - width,
        };
        paper.text(line, set.size, x, *top + baseline(set.size));
        *top += line_height(set.size);
    }
}

/// A field of the head (記載事項).
struct Field {
    label: &'static str,
    value: Run,
    /// On how many lines it may stand: as many as its longest text needs at the plain size, so that the longest
    /// head leaves room for the new form's twelve lines.
    most: usize,
}

impl Field {
    fn of(paper: &Paper<'_, '_>, sheets: &ClaimSheets, field: HeadField) -> Self {
        let most = match field {
            HeadField::Address | HeadField::Name => 4,
            HeadField::Representative => 3,
            HeadField::Telephone => 2,
            HeadField::FacilityClass | HeadField::Institution => 1,
        };
        Self { label: field.ja(), value: paper.face().run(&sheets.head().printed(field)), most }
    }
}

/// Fields one below the other, their texts on dotted lines behind the labels.
fn fields(paper: &mut Paper<'_, '_>, fields: &[Field], left: Length, right: Length, top: &mut Length) {
    let labels: Vec<Run> = fields.iter().map(|field| paper.label(&format!("{}：", field.label))).collect();
    let widest = labels.iter().map(|label| paper.face().width(&label.glyphs, PLAIN)).max().unwrap_or_default();
    let start = left + widest + 200;
    for (field, label) in fields.iter().zip(&labels) {
        let set = fit(paper.face(), &field.value, right - start, field.most, PLAIN);
        paper.part(Part::Paragraph, |paper| {
            paper.text(label, PLAIN, left, *top + baseline(PLAIN));
            value(paper, &set, start, top);
        });
        paper.dotted(DOTTED, (start, *top), (right, *top));
        *top += 50;
    }
}

fn value(paper: &mut Paper<'_, '_>, set: &Lines, left: Length, top: &mut Length) {
    let bottom = *top + line_height(PLAIN);
    for (index, line) in set.lines.iter().enumerate() {
        // The first line stands on the baseline of its label.
        let down = if index == 0 { baseline(PLAIN) } else { baseline(set.size) };
        paper.text(line, set.size, left, *top + down);
        *top += if index == 0 { line_height(PLAIN) } else { line_height(set.size) };
    }
    *top = bottom.max(*top);
}

/// The box and what it means.
fn check(paper: &mut Paper<'_, '_>, sheet: &Sheet, top: &mut Length) {
    let side = 380;
    let (left, right, bottom) = (LEFT + 20, LEFT + 20 + side, *top + side);
    paper.part(Part::Figure(if sheet.checked() { "チェックあり" } else { "チェックなし" }), |paper| {
        let frame = [(left, *top), (right, *top), (right, bottom), (left, bottom), (left, *top)];
        let tick = [(left + 70, *top + 190), (left + 160, bottom - 80), (right - 60, *top + 70)];
        let drawn: &[&[(Length, Length)]] = if sheet.checked() { &[&frame, &tick] } else { &[&frame] };
        paper.drawing(MIDDLE, drawn);
    });
    let note = paper.label(&format!("※{}", check_note(sheet)));
    paper.part(Part::Paragraph, |paper| {
        let middle = *top + (side - line_height(SMALL)) / 2;
        paper.text(&note, SMALL, right + 150, middle + baseline(SMALL));
    });
    *top = bottom;
}
