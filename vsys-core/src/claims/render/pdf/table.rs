//! The table of a sheet, and the list of prices below it.

use super::super::{COLUMNS, PRICES, grouped, prices as unit_prices, with_units};
use super::Length;
use super::lines::smaller;
use super::page::{LEFT, MIDDLE, PLAIN, RIGHT, SMALL, THICK, THIN, baseline, line_height};
use super::paper::{Paper, Part};
use super::typeface::Run;
use crate::claims::sheet_table::{SheetForm, SheetGroup, SheetSum, SheetTable};

/// Where the columns of the table begin: 種類, 請求件数, 請求金額, 決定件数, 決定金額 behind 区分.
const KIND: Length = 3_300;
const COUNT: Length = 6_600;
const AMOUNT: Length = 9_900;
const DECIDED_COUNT: Length = 14_100;
const DECIDED_AMOUNT: Length = 16_300;
const EDGES: [Length; 7] = [LEFT, KIND, COUNT, AMOUNT, DECIDED_COUNT, DECIDED_AMOUNT, RIGHT];
const ROW: Length = 590;
/// The room beside a text.
const SIDE: Length = 180;

/// The two columns that the claimant fills in: their places in a row, and the units of a total.
#[derive(Clone, Copy)]
struct Column {
    left: Length,
    right: Length,
    unit: &'static str,
}

const CLAIMED: [Column; 2] =
    [Column { left: COUNT, right: AMOUNT, unit: "件" }, Column { left: AMOUNT, right: DECIDED_COUNT, unit: "円" }];

/// The table of what is claimed; the columns of what is decided stay blank.
pub(super) fn claim(paper: &mut Paper<'_, '_>, form: SheetForm, table: &SheetTable, top: &mut Length) {
    let first = *top;
    let mut rules = Vec::new();
    let sizes = CLAIMED.map(|column| column_size(paper, table, column));
    paper.part(Part::Table, |paper| {
        paper.part(Part::TableHead, |paper| header(paper, *top));
        *top += ROW;
        rules.push((THIN, LEFT, *top));
        for group in table.groups() {
            let rows = group.lines().len() + 1;
            paper.part(Part::TableBody, |paper| body(paper, form, group, sizes, top));
            rules.extend((1..rows).map(|row| {
                let up = Length::try_from(row).unwrap_or_default() * ROW;
                (if row == 1 { MIDDLE } else { THIN }, KIND, *top - up)
            }));
            rules.push((THIN, LEFT, *top));
        }
        paper.part(Part::TableFoot, |paper| {
            paper.part(Part::Row, |paper| {
                paper.part(Part::RowHeader { rows: 1, columns: 2 }, |paper| {
                    let label = paper.label("合計");
                    centred(paper, &label, PLAIN, (LEFT, COUNT), *top, ROW);
                });
                total(paper, table.total(), sizes, *top);
                blank(paper, *top);
            });
        });
        *top += ROW;
    });
    for (width, left, y) in rules {
        paper.rule(width, (left, y), (RIGHT, y));
    }
    paper.rule(THIN, (LEFT, first), (RIGHT, first));
    paper.rule(THIN, (LEFT, *top), (RIGHT, *top));
    for x in EDGES {
        // The label of the total stands over two columns.
        let bottom = if x == KIND { *top - ROW } else { *top };
        paper.rule(THIN, (x, first), (x, bottom));
    }
    frame(paper, first, *top);
}

/// The thick frame (太枠) round the columns that the claimant fills in.
fn frame(paper: &mut Paper<'_, '_>, top: Length, bottom: Length) {
    let (left, right) = (COUNT, DECIDED_COUNT);
    // The corners are closed.
    let corner = THICK / 2;
    for y in [top, bottom] {
        paper.rule(THICK, (left - corner, y), (right + corner, y));
    }
    for x in [left, right] {
        paper.rule(THICK, (x, top), (x, bottom));
    }
}

fn header(paper: &mut Paper<'_, '_>, top: Length) {
    paper.part(Part::Row, |paper| {
        for (column, edges) in COLUMNS.into_iter().zip(EDGES.windows(2)) {
            let &[left, right] = edges else { continue };
            let label = paper.label(column);
            let size = room(paper, std::slice::from_ref(&label), right - left - 2 * THIN - THICK, PLAIN);
            paper.part(Part::ColumnHeader, |paper| centred(paper, &label, size, (left, right), top, ROW));
        }
    });
}

fn body(paper: &mut Paper<'_, '_>, form: SheetForm, group: &SheetGroup, sizes: [Length; 2], top: &mut Length) {
    let rows = group.lines().len() + 1;
    let height = Length::try_from(rows).unwrap_or_default() * ROW;
    let mut class = Some(paper.label(group.service().ja()));
    let lines =
        group.lines().iter().map(|line| (form.label(line.line), SheetSum { count: line.count, amount: line.amount }));
    for (label, sum) in lines.chain([("小計".to_owned(), group.subtotal())]) {
        paper.part(Part::Row, |paper| {
            if let Some(class) = class.take() {
                paper.part(Part::RowHeader { rows, columns: 1 }, |paper| {
                    centred(paper, &class, PLAIN, (LEFT, KIND), *top, height);
                });
            }
            let label = paper.label(&label);
            paper.part(Part::RowHeader { rows: 1, columns: 1 }, |paper| {
                paper.text(&label, PLAIN, KIND + SIDE, down(PLAIN, *top, ROW));
            });
            figures(paper, sum, sizes, *top);
            blank(paper, *top);
        });
        *top += ROW;
    }
}

/// Count and amount; the digits end where those of the total do, before its units.
fn figures(paper: &mut Paper<'_, '_>, sum: SheetSum, sizes: [Length; 2], top: Length) {
    for ((column, size), number) in CLAIMED.into_iter().zip(sizes).zip([sum.count, sum.amount.get()]) {
        let (number, unit) = (paper.label(&grouped(number)), paper.label(column.unit));
        let right = column.right - SIDE - paper.face().width(&unit.glyphs, size);
        paper.part(Part::Cell, |paper| flush(paper, &number, size, right, top));
    }
}

fn total(paper: &mut Paper<'_, '_>, sum: SheetSum, sizes: [Length; 2], top: Length) {
    for ((column, size), figure) in CLAIMED.into_iter().zip(sizes).zip(with_units(sum)) {
        let figure = paper.label(&figure);
        paper.part(Part::Cell, |paper| flush(paper, &figure, size, column.right - SIDE, top));
    }
}

/// The two cells that the payer fills in.
fn blank(paper: &mut Paper<'_, '_>, top: Length) {
    let nothing = paper.label("");
    for x in [DECIDED_COUNT, DECIDED_AMOUNT] {
        paper.part(Part::Cell, |paper| paper.text(&nothing, PLAIN, x + SIDE, down(PLAIN, top, ROW)));
    }
}

/// The size at which every figure of a column fits: one for all of them, so that digits stand below digits.
fn column_size(paper: &mut Paper<'_, '_>, table: &SheetTable, column: Column) -> Length {
    // The total is the largest figure of its column.
    let [count, amount] = with_units(table.total());
    let widest = paper.label(if column.unit == "件" { &count } else { &amount });
    room(paper, &[widest], column.right - column.left - 2 * SIDE, PLAIN)
}

/// The prices of both classes side by side (単価).
pub(super) fn prices(paper: &mut Paper<'_, '_>, form: SheetForm, table: &SheetTable, top: &mut Length) {
    let title = paper.label(PRICES);
    paper.part(Part::Paragraph, |paper| paper.text(&title, SMALL, LEFT, *top + baseline(SMALL)));
    *top += line_height(SMALL);
    let mut lists = Vec::with_capacity(table.groups().len());
    for group in table.groups() {
        let rows: Vec<[Run; 2]> = unit_prices(form, group)
            .map(|(label, price)| [paper.label(&label), paper.label(&format!("{}円", grouped(price)))])
            .collect();
        if !rows.is_empty() {
            lists.push(PriceList { class: paper.label(group.service().ja()), rows });
        }
    }
    let between = 800;
    let mut size = SMALL;
    let width = |paper: &Paper<'_, '_>, size| {
        let widths = lists.iter().map(|list| list.widths(paper, size).iter().sum::<Length>() + between);
        widths.sum::<Length>() - between
    };
    while width(paper, size) > RIGHT - LEFT && size > 1 {
        size = smaller(size);
    }
    let mut left = LEFT;
    let mut bottom = *top;
    for list in &lists {
        let widths = list.widths(paper, size);
        bottom = bottom.max(list.draw(paper, widths, size, left, *top));
        left += widths.iter().sum::<Length>() + between;
    }
    *top = bottom;
}

/// The prices of one class.
struct PriceList {
    class: Run,
    rows: Vec<[Run; 2]>,
}

impl PriceList {
    /// The widths of class, label and price.
    fn widths(&self, paper: &Paper<'_, '_>, size: Length) -> [Length; 3] {
        let width = |run: &Run| paper.face().width(&run.glyphs, size) + 2 * SIDE;
        let most = |widths: &mut dyn Iterator<Item = Length>| widths.max().unwrap_or_default();
        [
            width(&self.class),
            most(&mut self.rows.iter().map(|[label, _]| width(label))),
            most(&mut self.rows.iter().map(|[_, price]| width(price))),
        ]
    }

    /// Draws the list and says where it ends.
    fn draw(&self, paper: &mut Paper<'_, '_>, widths: [Length; 3], size: Length, left: Length, top: Length) -> Length {
        let [class, label, price] = widths;
        let edges = [left, left + class, left + class + label, left + class + label + price];
        let [_, labels, figures, right] = edges;
        let row = line_height(SMALL) + 40;
        let mut y = top;
        paper.part(Part::Table, |paper| {
            let bottom = top + row * Length::try_from(self.rows.len()).unwrap_or_default();
            for (index, [label, price]) in self.rows.iter().enumerate() {
                paper.part(Part::Row, |paper| {
                    if index == 0 {
                        paper.part(Part::RowHeader { rows: self.rows.len(), columns: 1 }, |paper| {
                            centred(paper, &self.class, size, (left, labels), top, bottom - top);
                        });
                    }
                    paper.part(Part::RowHeader { rows: 1, columns: 1 }, |paper| {
                        paper.text(label, size, labels + SIDE, down(size, y, row));
                    });
                    paper.part(Part::Cell, |paper| {
                        let width = paper.face().width(&price.glyphs, size);
                        paper.text(price, size, right - SIDE - width, down(size, y, row));
                    });
                });
                let from = if index == 0 { left } else { labels };
                paper.rule(THIN, (from, y), (right, y));
                y += row;
            }
        });
        paper.rule(THIN, (left, y), (right, y));
        for x in [left, labels, figures, right] {
            paper.rule(THIN, (x, top), (x, y));
        }
        y
    }
}

/// The size at which some texts fit into a width.
fn room(paper: &Paper<'_, '_>, runs: &[Run], width: Length, size: Length) -> Length {
    let mut size = size;
    while size > 1 && runs.iter().any(|run| paper.face().width(&run.glyphs, size) > width) {
        size = smaller(size);
    }
    size
}

fn centred(
    paper: &mut Paper<'_, '_>,
    run: &Run,
    size: Length,
    (left, right): (Length, Length),
    top: Length,
    height: Length,
) {
    let x = left + (right - left - paper.face().width(&run.glyphs, size)) / 2;
    paper.text(run, size, x, down(size, top, height));
}

/// A figure that ends at the right.
fn flush(paper: &mut Paper<'_, '_>, run: &Run, size: Length, right: Length, top: Length) {
    let x = right - paper.face().width(&run.glyphs, size);
    paper.text(run, size, x, down(size, top, ROW));
}

/// The baseline of a text in the middle of a row.
const fn down(size: Length, top: Length, height: Length) -> Length {
    top + (height - line_height(size)) / 2 + baseline(size)
}
