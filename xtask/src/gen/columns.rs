//! The tables column by column, as the core bundles them: the records as they are edited carry heads, quotes and columns that
//! no rule reads, and what a page loads of them is a tenth more.

use std::fs;
use std::path::{Path, PathBuf};

use vsys_core::base::read_date;

use crate::bake::csv::Sheet;

/// The tables, and the columns that the core reads of each. `+` = days that follow each other, written as how many days after the
/// one before, the first after the `from` of the head.
const TABLES: [(&str, &str); 24] = [
    ("actions", "id en ja events"),
    ("approval_items", "id ja en source"),
    ("assumptions", "id kind rules question_en question_ja ruling_en ruling_ja alternatives_en alternatives_ja"),
    (
        "cycle_calendars",
        "id label days delivery_days_before deadline_days_before deadline_time first_deadline_days_before first_deadline_time printed_start printed_cycles source",
    ),
    ("holidays", "date+ name"),
    ("municipality_ends", "code until"),
    ("notices", "id to channel trigger_en trigger_ja text_en text_ja source"),
    ("permissions", "action role scope from until chapter ja en needs rule source assumption"),
    ("policies", "id cycle from until level title_en title_ja supply assumptions sources"),
    ("policy_inputs", "policy column published meaning_en meaning_ja"),
    (
        "policy_layers",
        "policy name kind only except budget amount by floor cap method first_units rounding rate per order most last of stock above keep target share unit",
    ),
    ("prefectures", "code name local_government_code"),
    ("product_groups", "id ja en products source"),
    ("products", "id kind label from until vials_per_box doses_per_vial pieces_per_box plan_needles source"),
    ("published_municipalities", "cycle set level code kind boxes precision source_kind source"),
    ("published_prefectures", "cycle set level code kind boxes precision source_kind source"),
    ("published_requests", "cycle set level code kind boxes precision source_kind source"),
    ("rules", "id kind sources title_en title_ja operations reason"),
    ("sources", "id title date note"),
    ("supplies", "cycle delivery_week boxes product source note"),
    (
        "support_periods",
        "id from until weeks_needed lower_doses lower_yen upper_doses upper_yen daily_doses daily_yen needs_special_day saturday_is_holiday source",
    ),
    ("tariff", "component amount from until source"),
    ("tariff_printed", "service age hours printed_price printed_label source"),
    ("unions", "id name prefecture members"),
];

/// Values of a table's head that the core reads: columns of one cell.
const HEADS: [(&str, &[&str]); 1] = [("holidays", &["from", "until"])];

/// The files of columns: the first line names them.
///
/// # Errors
/// When a table cannot be read, or a cell has a character that parts cells.
pub(super) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    TABLES.iter().map(|(name, columns)| Ok((file(name), table(root, name, columns)?))).collect()
}

fn file(name: &str) -> PathBuf {
    format!("vsys-core/data/columns/{name}.txt").into()
}

fn table(root: &Path, name: &str, columns: &str) -> Result<String, String> {
    let source = format!("vsys-core/data/{name}.csv");
    let text = fs::read_to_string(root.join(&source)).map_err(|error| format!("{source}: {error}"))?;
    written(&source, &text, columns, HEADS.iter().filter(|(of, _)| *of == name).flat_map(|(_, heads)| *heads))
}

fn written<'h>(
    source: &str,
    text: &str,
    columns: &str,
    heads: impl Iterator<Item = &'h &'h str>,
) -> Result<String, String> {
    let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    let body: String = text.split_inclusive('\n').skip(head.len()).collect();
    let value =
        |name: &str| head.iter().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": "));
    let names: Vec<&str> = columns.split(' ').map(|name| name.trim_end_matches('+')).collect();
    let sheet = Sheet::read(source, &body, head.len() + 1, &names).map_err(|faults| faults.to_string())?;
    let mut lines = vec![columns.split(' ').map(str::to_owned).collect()];
    for (column, name) in columns.split(' ').zip(&names) {
        let cells: Vec<String> = sheet.rows().map(|row| row.cell(name).text().trim().to_owned()).collect();
        let fault = || format!("{source}: column {name}: days that do not follow each other");
        lines.push(if column.ends_with('+') { steps(value("from"), &cells).ok_or_else(fault)? } else { cells });
    }
    for name in heads {
        lines.push(vec![value(name).ok_or_else(|| format!("{source}: no line «# {name}: »"))?.to_owned()]);
        if let Some(names) = lines.first_mut() {
            names.push((*name).to_owned());
        }
    }
    match lines.iter().flatten().find(|cell| cell.contains(['\t', '\r', '\n'])) {
        Some(cell) => Err(format!("{source}: a cell of several parts: {cell}")),
        None => {
            let parted = |(index, line): (usize, Vec<String>)| line.join(if index == 0 { " " } else { "\t" }) + "\n";
            Ok(lines.into_iter().enumerate().map(parted).collect())
        }
    }
}

/// How many days each day lies after the one before.
fn steps(first: Option<&str>, days: &[String]) -> Option<Vec<String>> {
    let mut before = read_date(first?)?;
    let step = |day: &String| {
        let day = read_date(day)?;
        let step = u32::try_from((day - before).num_days()).ok()?;
        before = day;
        Some(step.to_string())
    };
    days.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_turned() {
        let text = "# table: x\n# from: 2021-04-01\nid,note,name\nb,1,\"見本, 一\"\na,2,\n";
        let columns = |columns, heads: &[&str]| written("x.csv", text, columns, heads.iter());
        assert_eq!(columns("id name", &["from"]), Ok("id name from\nb\ta\n見本, 一\t\n2021-04-01\n".to_owned()));
        assert_eq!(columns("note", &[]), Ok("note\n1\t2\n".to_owned()));
        assert!(columns("note+", &[]).is_err());
        let days = |days: &str| written("x.csv", &format!("# from: 2020-02-01\nday\n{days}"), "day+", [].iter());
        assert_eq!(days("2020-02-01\n2020-03-01\n2020-03-03\n"), Ok("day+\n0\t29\t2\n".to_owned()));
        assert!(days("2020-03-01\n2020-02-29\n").is_err());
        assert!(columns("id kana", &[]).is_err() && columns("id", &["until"]).is_err());
        assert!(written("x.csv", "id\n\"a\tb\"\n", "id", [].iter()).is_err());
    }
}
