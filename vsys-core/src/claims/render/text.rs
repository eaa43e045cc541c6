//! Sheets as plain text, aligned for a terminal or a fixed-width font.

use super::{COLUMNS, FRAME_NOTE, PRICES, billing, check_box, check_note, grouped, prices, with_units};
use crate::base::IntoList;
use crate::claims::sheet::{ClaimSheets, Sheet, SheetKind};
use crate::claims::sheet_head::HeadField;
use crate::claims::sheet_table::SheetSum;

/// The sheets as plain text (テキスト), one after the other, with a form feed between them; columns are aligned
/// by the widths of East Asian characters.
///
/// ```
/// use vsys_core::claims::{ClaimCounts, SheetForm, SheetHead, SheetTerms, render, sheets};
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, SheetHead::new("131032".parse()?), &terms, &ClaimCounts::new())?.into_value();
/// let text = render::text(&made);
/// assert!(text.starts_with("東京都国民健康保険団体連合会 御中\n"), "{text}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn text(sheets: &ClaimSheets) -> String {
    let pages: Vec<String> = sheets.iter().map(|sheet| page(sheets, sheet)).list();
    pages.join("\u{c}")
}

fn page(sheets: &ClaimSheets, sheet: &Sheet) -> String {
    let mut lines = vec![sheet.addressee().to_owned()];
    let field = |field: HeadField| format!("{}：{}", field.ja(), sheets.head().printed(field));
    if let SheetKind::Municipal { code, .. } = sheet.kind() {
        lines.push(format!("市区町村番号：{code}"));
    }
    lines.push(String::new());
    lines.extend(HeadField::SENDER.map(field));
    lines.extend([String::new(), sheet.title().to_owned(), String::new()]);
    if let SheetKind::Municipal { coupon, .. } = sheet.kind() {
        lines.push(format!("被接種者区分：{}", coupon.class()));
    }
    lines.extend(HeadField::INSTITUTION.map(field));
    lines.extend([String::new(), billing(sheets.billing_month()), String::new()]);
    lines.extend(table(sheets, sheet));
    lines.extend([FRAME_NOTE.to_owned(), String::new(), PRICES.to_owned()]);
    let mut list = Vec::new();
    for group in sheet.table().groups() {
        let row = |(label, price)| vec![group.service().ja().to_owned(), label, format!("{}円", grouped(price))];
        list.extend(prices(sheets.form(), group).map(row));
    }
    lines.extend(aligned(&list, 2).map(|row| format!("  {}", row.join("  "))));
    lines.extend([String::new(), format!("{} ※{}", check_box(sheet), check_note(sheet))]);
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

type Row = Vec<String>;

fn table(sheets: &ClaimSheets, sheet: &Sheet) -> Vec<String> {
    let row = |class: &str, label: &str, [count, amount]: [String; 2]| -> Row {
        vec![class.to_owned(), label.to_owned(), count, amount, String::new(), String::new()]
    };
    // Two columns stay free below the units of the total.
    let plain = |sum: SheetSum| [sum.count, sum.amount.get()].map(|number| format!("{}  ", grouped(number)));
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let mut ruled = vec![0];
    for group in sheet.table().groups() {
        let mut class = group.service().ja();
        for line in group.lines() {
            let sum = SheetSum { count: line.count, amount: line.amount };
            rows.push(row(class, &sheets.form().label(line.line), plain(sum)));
            class = "";
        }
        rows.push(row("", "小計", plain(group.subtotal())));
        ruled.push(rows.len() - 1);
    }
    rows.push(row("合計", "", with_units(sheet.table().total())));
    ruled.push(rows.len() - 1);
    let widths = widths(&rows);
    let rule = format!("+{}", widths.iter().map(|width| format!("{}+", "-".repeat(width + 2))).collect::<String>());
    let mut lines = vec![rule.clone()];
    for (index, row) in aligned(&rows, 2).enumerate() {
        lines.push(format!("| {} |", row.join(" | ")));
        if ruled.contains(&index) {
            lines.push(rule.clone());
        }
    }
    lines
}

/// The rows with their cells padded to the width of the column: the first `left` to the left, figures to the right.
fn aligned(rows: &[Row], left: usize) -> impl Iterator<Item = Row> {
    let widths = widths(rows);
    rows.iter().map(move |row| {
        let cells = row.iter().zip(&widths).enumerate();
        let pad = |(index, (cell, width)): (usize, (&String, &usize))| {
            let space = " ".repeat(width.saturating_sub(columns(cell)));
            if index < left { format!("{cell}{space}") } else { format!("{space}{cell}") }
        };
        cells.map(pad).list()
    })
}

fn widths(rows: &[Row]) -> Vec<usize> {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(row.len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = columns(cell).max(*width);
        }
    }
    widths
}

/// How many columns a text takes: two for a full-width character, one for ASCII and half-width katakana. The cells
/// hold nothing but labels of the form and figures; names stand outside the table.
fn columns(text: &str) -> usize {
    text.chars().map(|char| if matches!(char, ' '..='~' | '｡'..='ﾟ') { 1 } else { 2 }).sum()
}
