//! Sheets as something to print or to file: pure functions from [`ClaimSheets`](super::ClaimSheets) to text.
//!
//! What they return carries the head with its personal data, as the print does. With the feature `pdf` there is
//! `pdf`, the same print with a font of the caller's inside.

mod csv;
mod html;
#[cfg(feature = "pdf")]
mod pdf;
mod text;

pub use csv::{csv, csv_cp932};
pub use html::html;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use text::text;

use super::sheet::{Sheet, SheetKind};
use super::sheet_table::{SheetForm, SheetGroup, SheetSum};
use crate::calendar::Month;

/// The columns of the table; the last two are the payer's and stay blank.
const COLUMNS: [&str; 6] = ["区分", "種類", "請求件数", "請求金額(税込み)", "決定件数", "決定金額(税込み)"];
/// The line below the table.
const FRAME_NOTE: &str = "↑ 太枠内に記載すること";
/// The title of the list of prices.
const PRICES: &str = "〔単価 (税抜き)〕";

/// The month as printed.
fn billing(month: Month) -> String {
    format!("{:04}年{:02}月請求分", month.year(), month.month())
}

/// What the box of a sheet says.
const fn check_note(sheet: &Sheet) -> &'static str {
    match sheet.kind() {
        SheetKind::Summary => "医療機関等の所在地と請求先が同じ市区町村の分を含む場合はチェック",
        SheetKind::Municipal { .. } => "医療機関等の所在地と請求先が同じ市区町村の場合はチェック",
    }
}

const fn check_box(sheet: &Sheet) -> &'static str {
    if sheet.checked() { "☑" } else { "☐" }
}

/// A number with a comma before every three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The prices of a class with their labels; one that is not in force is left out.
fn prices(form: SheetForm, group: &SheetGroup) -> impl Iterator<Item = (String, u64)> {
    group.lines().iter().filter_map(move |line| Some((form.label(line.line), line.unit?.get())))
}

/// Count and amount of a total, with their units.
fn with_units(sum: SheetSum) -> [String; 2] {
    [format!("{}件", grouped(sum.count)), format!("{}円", grouped(sum.amount.get()))]
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn three_digits_a_group() {
        let printed: Vec<String> = [0, 999, 1_000, 386_400, 1_234_567].into_iter().map(grouped).collect();
        assert_eq!(printed, ["0", "999", "1,000", "386,400", "1,234,567"]);
    }
}
