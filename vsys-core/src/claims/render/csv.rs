//! Sheets as CSV.

use crate::base::{Findings, Path, Refusal};
use crate::claims::sheet::{ClaimSheets, Sheet, SheetKind};
use crate::claims::sheet_head::{HeadField, SheetHead};
use crate::claims::sheet_problem::SheetProblem;
use crate::claims::sheet_table::SheetSum;
use crate::rows::Encoding;

const HEADER: [&str; 19] = [
    "帳票",
    "請求先",
    "市区町村番号",
    "被接種者区分",
    "同一市区町村",
    "医療機関等の所在地",
    "代表者氏名",
    "電話番号",
    "施設等区分",
    "医療機関等番号（10桁）",
    "医療機関等名称",
    "請求月",
    "区分",
    "種類",
    "単価（税抜き）",
    "請求件数",
    "請求金額（税込み）",
    "決定件数",
    "決定金額（税込み）",
];

/// The sheets as CSV in UTF-8 with BOM: one row a line, subtotal or total, each with the head of its sheet.
/// Figures are plain digits, a checked box (同一市区町村) is `1`, lines end with CR LF.
///
/// ```
/// use vsys_core::claims::{ClaimCounts, SheetForm, SheetHead, SheetTerms, render, sheets};
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, SheetHead::new("131032".parse()?), &terms, &ClaimCounts::new())?.into_value();
/// let csv = render::csv(&made);
/// assert!(csv.starts_with("\u{feff}帳票,請求先,"));
/// // The header, four lines, two subtotals, the total.
/// assert_eq!(csv.lines().count(), 8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn csv(sheets: &ClaimSheets) -> String {
    format!("\u{feff}{}", rows(sheets))
}

/// The same in CP932 (シフトJIS), as Japanese spreadsheets of the time expect it.
///
/// # Errors
/// [`SheetProblem::NotInEncoding`] for every field of the head and every municipality whose name has a character that CP932
/// does not have; nothing is replaced in silence, and the character itself is not shown.
/// [`SheetProblem::EncodingUnknown`] where there is [no table](Encoding::is_known) of CP932.
pub fn csv_cp932(sheets: &ClaimSheets) -> Result<Vec<u8>, Refusal> {
    if !Encoding::Cp932.is_known() {
        return Err(Refusal::new(&SheetProblem::EncodingUnknown, Path::root()));
    }
    let mut findings = Findings::new();
    let mut look = |text: &str, at: Path| {
        if let Err(index) = Encoding::Cp932.encode(text) {
            findings.push(&SheetProblem::NotInEncoding { position: index + 1 }, at);
        }
    };
    for field in HeadField::ALL {
        look(&sheets.head().printed(field), SheetHead::path(field.as_str()));
    }
    sheets.iter().for_each(|sheet| look(sheet.addressee(), Path::from("cases")));
    if findings.has_errors() {
        return Err(Refusal::of(findings));
    }
    // All else that is printed is of the library itself.
    let rows = rows(sheets);
    let bytes = Encoding::Cp932
        .encode(&rows)
        .map_err(|index| Refusal::new(&SheetProblem::NotInEncoding { position: index + 1 }, Path::root()))?;
    Ok(bytes.into_owned())
}

fn rows(sheets: &ClaimSheets) -> String {
    let mut out = String::new();
    row(&mut out, HEADER);
    for sheet in sheets.iter() {
        for group in sheet.table().groups() {
            let class = group.service().ja();
            for line in group.lines() {
                let unit = line.unit.map(|unit| unit.to_string()).unwrap_or_default();
                let sum = SheetSum { count: line.count, amount: line.amount };
                line_of(&mut out, sheets, sheet, [class, &sheets.form().label(line.line), &unit], sum);
            }
            line_of(&mut out, sheets, sheet, [class, "小計", ""], group.subtotal());
        }
        line_of(&mut out, sheets, sheet, ["合計", "", ""], sheet.table().total());
    }
    out
}

fn line_of(out: &mut String, sheets: &ClaimSheets, sheet: &Sheet, [class, label, unit]: [&str; 3], sum: SheetSum) {
    let (name, code, coupon) = match sheet.kind() {
        SheetKind::Summary => ("請求総括書", String::new(), ""),
        SheetKind::Municipal { code, coupon, .. } => ("市区町村別請求書", code.to_string(), coupon.class()),
    };
    let head = HeadField::ALL.map(|field| sheets.head().printed(field));
    let month = sheets.billing_month().to_string();
    let (count, amount) = (sum.count.to_string(), sum.amount.to_string());
    let checked = if sheet.checked() { "1" } else { "" };
    let cells = [name, sheet.addressee(), &code, coupon, checked];
    let cells = cells.into_iter().chain(head.iter().map(String::as_str));
    row(out, cells.chain([month.as_str(), class, label, unit, &count, &amount, "", ""]));
}

/// A row of RFC 4180: a cell is quoted where it must be.
fn row<'c>(out: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
