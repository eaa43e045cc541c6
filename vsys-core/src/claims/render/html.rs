//! Sheets as HTML to print.

use super::{COLUMNS, FRAME_NOTE, PRICES, billing, check_box, check_note, grouped, prices, with_units};
use crate::base::IntoList;
use crate::claims::sheet::{ClaimSheets, Sheet, SheetKind};
use crate::claims::sheet_head::HeadField;
use crate::claims::sheet_table::{SheetGroup, SheetSum};

/// One page a sheet; the thick frame (太枠) stands round the columns that are filled in.
const STYLE: &str = include_str!("sheet.css");

/// The sheets as one HTML document that prints each on a page of A4 (印刷用). It needs nothing beside itself:
/// no script, no font, no picture.
///
/// ```
/// use vsys_core::claims::{ClaimCounts, SheetForm, SheetHead, SheetTerms, render, sheets};
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let mut head = SheetHead::new("131032".parse()?);
/// head.name = Some("<script>見本クリニック".parse()?);
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, head, &terms, &ClaimCounts::new())?.into_value();
/// let html = render::html(&made);
/// assert!(html.contains("&lt;script&gt;見本クリニック") && !html.contains("<script"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(sheets: &ClaimSheets) -> String {
    let title = format!("{} {}", billing(sheets.billing_month()), sheets.head().printed(HeadField::Name));
    let pages: String = sheets.iter().map(|sheet| page(sheets, sheet)).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{pages}</body>\n</html>\n",
        escaped(title.trim_end())
    )
}

fn page(sheets: &ClaimSheets, sheet: &Sheet) -> String {
    let field = |field: HeadField| definition(field.ja(), &sheets.head().printed(field));
    let (number, class) = match sheet.kind() {
        SheetKind::Summary => (String::new(), String::new()),
        SheetKind::Municipal { code, coupon, .. } => {
            (format!("<p class=\"number\">市区町村番号 {code}</p>\n"), definition("被接種者区分", coupon.class()))
        }
    };
    format!(
        "<section class=\"sheet\">\n<p class=\"to\">{to}</p>\n{number}<dl class=\"sender\">\n{sender}</dl>\n<h1>{title}</h1>\n\
         <dl class=\"institution\">\n{class}{institution}</dl>\n<p class=\"month\">{month}</p>\n{table}\
         <p class=\"frame\">{FRAME_NOTE}</p>\n<p class=\"check\"><span class=\"box\">{checked}</span> ※{note}</p>\n\
         <div class=\"prices\">\n<p>{PRICES}</p>\n{prices}</div>\n</section>\n",
        to = escaped(sheet.addressee()),
        sender = HeadField::SENDER.map(field).concat(),
        title = sheet.title(),
        institution = HeadField::INSTITUTION.map(field).concat(),
        month = billing(sheets.billing_month()),
        table = table(sheets, sheet),
        checked = check_box(sheet),
        note = check_note(sheet),
        prices = sheet.table().groups().iter().map(|group| price_list(sheets, group)).collect::<String>(),
    )
}

/// The prices of one class.
fn price_list(sheets: &ClaimSheets, group: &SheetGroup) -> String {
    let row = |(label, price)| format!("<th>{label}</th><td>{}円</td></tr>\n", grouped(price));
    let rows: Vec<String> = prices(sheets.form(), group).map(row).list();
    let class = format!("<th rowspan=\"{}\">{}</th>", rows.len(), group.service().ja());
    format!("<table>\n<tr>{class}{}</table>\n", rows.join("<tr>"))
}

fn definition(label: &str, text: &str) -> String {
    format!("<dt>{label}</dt><dd>{}</dd>\n", escaped(text))
}

fn table(sheets: &ClaimSheets, sheet: &Sheet) -> String {
    let header: String = COLUMNS.map(|column| format!("<th scope=\"col\">{column}</th>")).concat();
    let groups: String = sheet.table().groups().iter().map(|group| rows(sheets, group)).collect();
    let total = figures(with_units(sheet.table().total()));
    format!(
        "<table class=\"claim\">\n<thead>\n<tr>{header}</tr>\n</thead>\n{groups}<tfoot>\n\
         <tr><th scope=\"row\" colspan=\"2\">合計</th>{total}</tr>\n</tfoot>\n</table>\n"
    )
}

fn rows(sheets: &ClaimSheets, group: &SheetGroup) -> String {
    let sum = |sum: SheetSum| figures([grouped(sum.count), grouped(sum.amount.get())]);
    let mut rows: Vec<String> = Vec::with_capacity(group.lines().len() + 1);
    for line in group.lines() {
        let label = sheets.form().label(line.line);
        let cells = sum(SheetSum { count: line.count, amount: line.amount });
        rows.push(format!("<th scope=\"row\">{label}</th>{cells}</tr>\n"));
    }
    rows.push(format!("<th scope=\"row\">小計</th>{}</tr>\n", sum(group.subtotal())));
    let class = format!("<th scope=\"rowgroup\" rowspan=\"{}\">{}</th>", rows.len(), group.service().ja());
    let last = rows.len() - 1;
    let row = |(index, cells): (usize, &String)| {
        let kind = if index == last { "<tr class=\"sum\">" } else { "<tr>" };
        let class = if index == 0 { class.as_str() } else { "" };
        format!("{kind}{class}{cells}")
    };
    format!("<tbody>\n{}</tbody>\n", rows.iter().enumerate().map(row).collect::<String>())
}

/// Count and amount, and the two columns that the payer fills in.
fn figures([count, amount]: [String; 2]) -> String {
    format!("<td class=\"count\">{count}</td><td class=\"amount\">{amount}</td><td></td><td></td>")
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(char),
        }
    }
    out
}
