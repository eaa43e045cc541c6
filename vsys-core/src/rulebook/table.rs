//! How a bundled table is read: with the same reader that reads a caller's sheet.

use chrono::NaiveDate;

use super::problem::RulebookProblem;
use crate::base::{Findings, Path, Refusal, read_date};
use crate::rows::{Column, Row, Sheet};

/// A column that must be there.
pub(super) const fn required(names: &'static [&'static str]) -> Column {
    Column { names, required: true }
}

/// Reads every row of a bundled table.
///
/// # Errors
/// A refusal with every fault; the bundled tables have none, which a test shows.
pub(super) fn read<T>(
    file: &str,
    text: &str,
    columns: &'static [Column],
    mut record: impl FnMut(&Row<'_, '_>, &mut Findings) -> Option<T>,
) -> Result<Vec<T>, Refusal> {
    let mut records = Vec::new();
    each(file, text, columns, &mut |row, findings| {
        if let Some(record) = record(row, findings) {
            records.push(record);
        }
    })?;
    Ok(records)
}

fn each(
    file: &str,
    text: &str,
    columns: &'static [Column],
    record: &mut dyn FnMut(&Row<'_, '_>, &mut Findings),
) -> Result<(), Refusal> {
    let mut findings = Findings::new();
    if let Some(mut sheet) = Sheet::open_table(file, text.as_bytes(), columns, &mut findings) {
        while let Some(row) = sheet.next_row(&mut findings) {
            record(&row, &mut findings);
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(()) }
}

/// The text of a column, or nothing when it is empty.
pub(super) fn optional(row: &Row<'_, '_>, column: usize) -> Option<String> {
    let text = row.text(column);
    (!text.is_empty()).then(|| text.into_owned())
}

/// The span of days a table covers, from the lines `# from:` and `# until:` of its head.
///
/// # Errors
/// When a line is missing or is no date.
pub(super) fn span(text: &str) -> Result<[NaiveDate; 2], Refusal> {
    let line = |name: &str| {
        text.lines()
            .take_while(|line| line.starts_with('#'))
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": "))
            .and_then(|day| read_date(day.trim()))
            .ok_or_else(|| Refusal::new(&RulebookProblem::TableBroken { table: name.to_owned() }, Path::root()))
    };
    Ok([line("from")?, line("until")?])
}
