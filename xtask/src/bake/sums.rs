//! Reads a baked table back and holds it against its own comment lines.
//!
//! The inputs are not part of the project, so this is what can be checked without them: that nobody
//! changed, lost or doubled a figure after the table was baked. It reads the written text and
//! shares no arithmetic with the tables' own modules: what it finds it has added up itself.

use std::collections::BTreeMap;

use super::csv::{Row, Sheet, whole};
use super::fault::{Fault, Faults};

/// The comment lines of a table: the value of each key, and the line it stands on.
type Comments<'a> = BTreeMap<&'a str, (usize, &'a str)>;

/// Checks one table: rows, column sums and, where it tells them, the municipalities with withheld
/// counts.
pub(super) fn check(file: &str, text: &str) -> Result<(), Faults> {
    let (comments, body, first_row) = split(text);
    let sheet = Sheet::read(file, body, first_row, &[])?;
    let mut faults = Faults::default();
    check_rows(file, &comments, &sheet, &mut faults);
    check_sums(file, &comments, &sheet, &mut faults);
    if let Some(&(row, told)) = comments.get("withheld") {
        let found = withheld(&sheet, &mut faults);
        compare(file, row, "withheld", told, found, &mut faults);
    }
    faults.or_value(())
}

/// The comment lines, the rest, and the line on which the rest begins.
fn split(text: &str) -> (Comments<'_>, &str, usize) {
    let mut comments = Comments::new();
    let (mut rest, mut row) = (text, 1);
    while let Some((line, behind)) = rest.split_once('\n')
        && line.starts_with('#')
    {
        if let Some((key, value)) = line.strip_prefix("# ").and_then(|comment| comment.split_once(": ")) {
            comments.insert(key, (row, value));
        }
        (rest, row) = (behind, row + 1);
    }
    (comments, rest, row)
}

fn check_rows(file: &str, comments: &Comments<'_>, sheet: &Sheet, faults: &mut Faults) {
    if let Some((row, told)) = faults.keep(comment(file, comments, "rows")) {
        let found = u64::try_from(sheet.len()).unwrap_or(u64::MAX);
        compare(file, row, "rows", told, found, faults);
    }
}

fn check_sums(file: &str, comments: &Comments<'_>, sheet: &Sheet, faults: &mut Faults) {
    let Some((row, sums)) = faults.keep(comment(file, comments, "sums")) else {
        return;
    };
    for sum in sums.split(", ").filter(|sum| *sum != "none") {
        match sum.split_once('=') {
            Some((column, told)) if sheet.columns().iter().any(|name| name == column) => {
                let found = add_up(sheet, column, faults);
                compare(file, row, column, told, found, faults);
            }
            _ => faults.push(Fault::in_row(file, row, format!("«{sum}» is not the sum of a column of this table"))),
        }
    }
}

fn comment<'a>(file: &str, comments: &Comments<'a>, key: &str) -> Result<(usize, &'a str), Fault> {
    let found = comments.get(key).copied();
    found.ok_or_else(|| Fault::in_file(file, format!("no comment line «# {key}: …»")))
}

fn compare(file: &str, row: usize, what: &str, told: &str, found: u64, faults: &mut Faults) {
    if told != found.to_string() {
        faults.push(Fault::in_row(file, row, format!("{what}: {told} are told, but {found} are there")));
    }
}

/// The sum of a column over the counted rows; empty cells add nothing.
fn add_up(sheet: &Sheet, column: &str, faults: &mut Faults) -> u64 {
    let cells = sheet.rows().filter(is_counted).map(|row| row.cell(column));
    let numbers = cells.filter(|cell| !cell.text().is_empty()).filter_map(|cell| faults.keep(cell.whole()));
    numbers.map(u64::from).sum()
}

/// How many counted rows have age bands that do not add up to their total.
fn withheld(sheet: &Sheet, faults: &mut Faults) -> u64 {
    let mut withheld = 0;
    for row in sheet.rows().filter(is_counted) {
        let total = faults.keep(row.cell("total").whole()).map(u64::from);
        if total != Some(sum_of_bands(&row, sheet)) {
            withheld += 1;
        }
    }
    withheld
}

/// The age bands of a row added up. A cell that is not a number adds nothing here: [`add_up`] has
/// noted it.
fn sum_of_bands(row: &Row<'_>, sheet: &Sheet) -> u64 {
    let bands = sheet.columns().iter().filter(|column| column.starts_with("age_"));
    bands.filter_map(|column| whole(row.cell(column).text()).ok()).map(u64::from).sum()
}

/// Wards of designated cities are parts of their cities, and are not counted again.
fn is_counted(row: &Row<'_>) -> bool {
    row.cell("kind").text() != "ward"
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# table: t
# a remark without a key
# rows: 3
\
                         # sums: total=30, age_0_4=10, age_5_9=19
# withheld: 1
\
                         code,kind,total,age_0_4,age_5_9
1,municipality,20,8,12
\
                         2,ward,5,5,0
3,special_ward,10,2,7
";

    fn faults_of(text: &str) -> String {
        check("t.csv", text).err().unwrap_or_default().to_string()
    }

    #[test]
    fn a_sound_table_passes() {
        assert_eq!(check("t.csv", TABLE), Ok(()));
        assert_eq!(check("t.csv", "# rows: 1\n# sums: none\na\nx\n"), Ok(()));
        assert_eq!(check("t.csv", "# rows: 2\n# sums: boxes=7\ncycle,boxes\n1,7\n2,\n"), Ok(()));
    }

    #[test]
    fn a_changed_figure_is_found() {
        assert_eq!(
            faults_of(&TABLE.replace("20,8,12", "21,8,12")),
            "t.csv: row 4: total: 30 are told, but 31 are there\n\
             t.csv: row 5: withheld: 1 are told, but 2 are there"
        );
    }

    #[test]
    fn a_figure_moved_between_columns_is_found() {
        assert_eq!(
            faults_of(&TABLE.replace("20,8,12", "20,7,13")),
            "t.csv: row 4: age_0_4: 10 are told, but 9 are there\n\
             t.csv: row 4: age_5_9: 19 are told, but 20 are there"
        );
    }

    #[test]
    fn a_lost_row_is_found() {
        assert_eq!(faults_of(&TABLE.replace("2,ward,5,5,0\n", "")), "t.csv: row 3: rows: 3 are told, but 2 are there");
    }

    #[test]
    fn a_word_in_place_of_a_number_is_found() {
        let faults = faults_of(&TABLE.replace("20,8,12", "20,8,x"));
        assert!(faults.contains("t.csv: row 7, column age_5_9: «x» is not a whole number"), "{faults}");
        assert!(faults.contains("t.csv: row 4: age_5_9: 19 are told, but 7 are there"), "{faults}");
    }

    #[test]
    fn a_table_without_its_comments_never_passes() {
        assert_eq!(faults_of("a\nx\n"), "t.csv: no comment line «# rows: …»\nt.csv: no comment line «# sums: …»");
        assert_eq!(faults_of(""), "t.csv: no header row: the file is empty");
    }

    #[test]
    fn a_sum_of_no_column_is_refused() {
        let expected = "t.csv: row 2: «b=1» is not the sum of a column of this table\n\
                        t.csv: row 2: «a» is not the sum of a column of this table";
        assert_eq!(faults_of("# rows: 1\n# sums: b=1, a\na\n1\n"), expected);
    }
}
