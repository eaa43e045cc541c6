//! The table of the national holidays (国民の祝日・休日).

use std::collections::BTreeMap;

use super::csv::{Row, Sheet};
use super::date::Date;
use super::fault::{Fault, Faults};
use super::input::Input;
use super::table::Table;

const DATE: &str = "国民の祝日・休日月日";
const NAME: &str = "国民の祝日・休日名称";

const COLUMNS: [&str; 3] = ["date", "name", "source"];

/// The id of the source, as the records name it.
const SOURCE_ID: &str = "cabinet-office-holidays";

const SOURCE: &str = "出典：内閣府「国民の祝日」についてのCSVデータ\
                      （shogo82148/holidays-jp、MITを経由）を加工して作成";

/// The holidays by their day.
type Holidays<'a> = BTreeMap<Date, &'a str>;

/// Bakes the table.
pub(super) fn bake(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &[DATE, NAME])?;
    let mut faults = Faults::default();
    let mut holidays = Holidays::new();
    for row in sheet.rows() {
        add(&row, &mut holidays, &mut faults);
    }
    // Where rows could not be read, a year may lack holidays on their account: that is no fault of
    // its own.
    if faults.is_empty() {
        require_all_years(&input.name, &holidays, &mut faults);
    }
    faults.or_value(vec![table(&holidays)])
}

fn add<'a>(row: &Row<'a>, holidays: &mut Holidays<'a>, faults: &mut Faults) {
    let cell = row.cell(DATE);
    let date = faults.keep(cell.parse(|text| Date::parse(text, '/')));
    let name = faults.keep(row.cell(NAME).filled());
    let (Some(date), Some(name)) = (date, name) else {
        return;
    };
    if let Some(other) = holidays.insert(date, name) {
        faults.push(cell.fault(format!("{date} stands there already, as «{other}»")));
    }
}

/// Notes each year without a holiday: the table claims to cover every year from its first to its
/// last, and there has been no year without holidays.
fn require_all_years(file: &str, holidays: &Holidays<'_>, faults: &mut Faults) {
    let Some((first, last)) = years(holidays) else {
        return faults.push(Fault::in_file(file, "no holidays"));
    };
    for year in (first..=last).filter(|year| !holidays.keys().any(|date| date.year() == *year)) {
        faults.push(Fault::in_file(file, format!("no holiday of the year {year}")));
    }
}

/// The first and the last year covered.
fn years(holidays: &Holidays<'_>) -> Option<(u32, u32)> {
    let (first, _) = holidays.first_key_value()?;
    let (last, _) = holidays.last_key_value()?;
    Some((first.year(), last.year()))
}

/// The table, by date.
fn table(holidays: &Holidays<'_>) -> Table {
    let record = |(date, name): (&Date, &&str)| vec![date.to_string(), (*name).to_owned(), SOURCE_ID.to_owned()];
    Table {
        name: "holidays",
        sums: Vec::new(),
        remarks: years(holidays).map(covered).unwrap_or_default(),
        source: SOURCE,
        // The input carries no date of its own, and its last holiday lies in the future.
        as_of: "not stated in the input".to_owned(),
        columns: &COLUMNS,
        records: holidays.iter().map(record).collect(),
    }
}

/// The span in which a day that is not in the table is not a holiday; outside it nothing is known.
fn covered((first, last): (u32, u32)) -> Vec<(&'static str, String)> {
    let until = last + 1;
    vec![
        ("from", format!("{first:04}-01-01")),
        ("until", format!("{until:04}-01-01")),
        ("until is", "exclusive: a day before from, or on or after until, is not covered".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(rows: &str) -> Input {
        Input { name: "h.csv".to_owned(), text: format!("{DATE},{NAME}\n{rows}"), sha256: "00".to_owned() }
    }

    fn faults_of(rows: &str) -> String {
        bake(&input(rows)).err().unwrap_or_default().to_string()
    }

    #[test]
    fn holidays_are_sorted_and_their_years_told() -> Result<(), String> {
        let input = input("2021/7/22,海の日\n2021/1/1,元日\n2022/12/31,みそか\n");
        let tables = bake(&input).map_err(|faults| faults.to_string())?;
        let text = tables.first().map(|table| table.render(&input)).unwrap_or_default();
        assert!(text.contains("\n# rows: 3\n# sums: none\n# from: 2021-01-01\n# until: 2023-01-01\n"), "{text}");
        assert!(
            text.ends_with(
                "\ndate,name,source\n2021-01-01,元日,cabinet-office-holidays\n\
             2021-07-22,海の日,cabinet-office-holidays\n2022-12-31,みそか,cabinet-office-holidays\n"
            ),
            "{text}"
        );
        Ok(())
    }

    #[test]
    fn every_wrong_row_is_told() {
        assert_eq!(
            faults_of("2021/1/1,元日\n2021/2/29,うるう\n2021/3/20,\n2021/01/01,正月\n"),
            "h.csv: row 3, column 国民の祝日・休日月日: «2021/2/29» is not a date\n\
             h.csv: row 4, column 国民の祝日・休日名称: is empty\n\
             h.csv: row 5, column 国民の祝日・休日月日: 2021-01-01 stands there already, as «元日»"
        );
    }

    #[test]
    fn a_year_without_holidays_is_a_fault() {
        assert_eq!(
            faults_of("2019/1/1,元日\n2022/1/1,元日\n"),
            "h.csv: no holiday of the year 2020\nh.csv: no holiday of the year 2021"
        );
        assert_eq!(faults_of(""), "h.csv: no holidays");
    }

    #[test]
    fn missing_columns_are_named() {
        let input = Input { text: "date,name\n2021/1/1,元日\n".to_owned(), ..input("") };
        assert_eq!(bake(&input).err().map(|faults| faults.count()), Some("2 faults".to_owned()));
    }
}
