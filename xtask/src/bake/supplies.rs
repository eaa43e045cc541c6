//! The table of the national supply by delivery cycle (クール) in 2021.

use std::collections::BTreeMap;

use super::csv::{Cell, Row, Sheet};
use super::date::Date;
use super::fault::{Fault, Faults};
use super::input::Input;
use super::table::Table;

const REQUIRED: [&str; 4] = ["cour", "week_start", "boxes", "precision"];

const COLUMNS: [&str; 6] = ["cycle", "delivery_week", "boxes", "product", "source", "note"];

/// All these cycles carried Pfizer's vaccine for persons from 12 years.
const PRODUCT: &str = "pfizer-12plus";

/// The id of the source, as the records name it.
const SOURCE_ID: &str = "mhlw-2021-supply";

const SOURCE: &str = "出典：厚生労働省「新型コロナワクチンの供給の見通し」\
                      及び2021年の配分に関する国・都道府県の公表資料を加工して作成";

/// What the boxes of a cycle were given out by, told in our own words.
const NOTES: [(&str, &str); 14] = [
    ("1", "Two boxes for each prefecture; four for Tokyo, Kanagawa and Osaka"),
    ("2", "Ten boxes for each prefecture; twenty for Tokyo, Kanagawa and Osaka"),
    ("3", "Ten boxes for each prefecture; twenty for Tokyo, Kanagawa and Osaka"),
    ("4a", "One box for each municipality"),
    ("4b", "By the demand entered in V-SYS, which was 7,322 boxes"),
    ("5", "Demand of about 20,000 boxes, cut in proportion"),
    ("6", "Boxes not published"),
    ("8", "Wakayama, Yamaguchi, Tottori, Saga and Kochi in full; the others in proportion"),
    ("9", "8,000 by population 12-64; 2,000 by demand; 1,000 where most was used"),
    ("10", "8,000 basic; 1,834 for venues awaiting Moderna; 766 where stock was lowest"),
    ("11", "8,000 basic, cut to 7,702 for overstock; 2,298 to adjust"),
    ("12", "About 8,000 by population 12-64; the rest to adjust"),
    ("13-15", "Three instalments, published roughly and in doses only: about 36.6 million"),
    ("3rd-1", "First cycle of the third dose"),
];

/// One row of the input.
struct Supply<'a> {
    cycle: &'a str,
    delivery_week: Date,
    /// Empty where the number was not published, or only roughly.
    boxes: Option<u32>,
    note: &'static str,
}

/// Bakes the table.
pub(super) fn bake(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &REQUIRED)?;
    let mut faults = Faults::default();
    refuse_duplicates(&sheet, &mut faults);
    let mut supplies: Vec<_> = sheet.rows().filter_map(|row| read_row(&row, &mut faults)).collect();
    supplies.sort_by_key(|supply| supply.delivery_week);
    if sheet.len() == 0 {
        faults.push(Fault::in_file(&input.name, "no cycles"));
    }
    faults.or_value(vec![table(&supplies)])
}

fn refuse_duplicates(sheet: &Sheet, faults: &mut Faults) {
    let mut first_rows = BTreeMap::new();
    for cell in sheet.rows().map(|row| row.cell("cour")) {
        let first = *first_rows.entry(cell.text()).or_insert(cell.row());
        if first != cell.row() {
            faults.push(cell.fault(format!("the cycle «{}» stands in row {first} already", cell.text())));
        }
    }
}

fn read_row<'a>(row: &Row<'a>, faults: &mut Faults) -> Option<Supply<'a>> {
    let cycle = faults.keep(row.cell("cour").filled());
    let note = cycle.and_then(|_| faults.keep(row.cell("cour").parse(note_on)));
    let delivery_week = faults.keep(row.cell("week_start").parse(first_week));
    let boxes = faults.keep(read_boxes(row.cell("boxes"), row.cell("precision")));
    Some(Supply { cycle: cycle?, delivery_week: delivery_week?, boxes: boxes?, note: note? })
}

/// The note on a cycle. A new cycle needs a note first: the input's own remark is not passed on.
fn note_on(cycle: &str) -> Result<&'static str, String> {
    let note = NOTES.iter().find_map(|(named, note)| (*named == cycle).then_some(*note));
    note.ok_or_else(|| format!("no note on the cycle «{cycle}»: write one in NOTES of bake/supplies.rs"))
}

/// The Monday on which the first week of a cycle begins: `2021-04-05`, `2021-05-10/05-17`,
/// `2021-08-30..2021-10-10`.
pub(super) fn first_week(text: &str) -> Result<Date, String> {
    let (first, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let date = Date::parse(first, '-')?;
    if !(rest.is_empty() || rest.starts_with('/') || rest.starts_with("..")) {
        return Err(format!("«{text}» is neither a day nor a span of days"));
    }
    if date.is_monday() { Ok(date) } else { Err(format!("{date} is not a Monday")) }
}

/// The boxes where they are known exactly. A rough number is left out, because sums and tests would
/// take it for a real one.
fn read_boxes(boxes: Cell<'_>, precision: Cell<'_>) -> Result<Option<u32>, Fault> {
    match (precision.text(), boxes.text()) {
        ("exact", _) => boxes.whole().map(Some),
        ("approx" | "", "") => Ok(None),
        ("approx" | "", _) => boxes.whole().map(|_| None),
        (other, _) => Err(precision.fault(format!("«{other}» is neither exact nor approx nor empty"))),
    }
}

/// The table, by delivery week, and within a week in the order of the input.
fn table(supplies: &[Supply<'_>]) -> Table {
    Table {
        name: "supplies",
        sums: vec![("boxes", supplies.iter().filter_map(|supply| supply.boxes).map(u64::from).sum())],
        remarks: vec![("sums over", "the cycles whose boxes were published exactly".to_owned())],
        source: SOURCE,
        as_of: supplies.last().map(|supply| supply.delivery_week.to_string()).unwrap_or_default(),
        columns: &COLUMNS,
        records: supplies.iter().map(record).collect(),
    }
}

fn record(supply: &Supply<'_>) -> Vec<String> {
    let week = supply.delivery_week.to_string();
    let boxes = supply.boxes.map(|boxes| boxes.to_string()).unwrap_or_default();
    [supply.cycle, &week, &boxes, PRODUCT, SOURCE_ID, supply.note].map(str::to_owned).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(rows: &str) -> Input {
        let text = format!("cour,week_start,boxes,rule_or_note,precision\n{rows}");
        Input { name: "s.csv".to_owned(), text, sha256: "00".to_owned() }
    }

    fn faults_of(rows: &str) -> String {
        bake(&input(rows)).err().unwrap_or_default().to_string()
    }

    #[test]
    fn cycles_are_baked_by_week() -> Result<(), String> {
        let input = input(
            "5,2021-05-10/05-17,7,x,exact\n\
             4a,2021-04-26,3,\"x, y\",exact\n\
             4b,2021-04-26/05-03,9,x,approx\n\
             6,2021-05-24/05-31,,,\n",
        );
        let tables = bake(&input).map_err(|faults| faults.to_string())?;
        let text = tables.first().map(|table| table.render(&input)).unwrap_or_default();
        let records: Vec<_> = text.lines().skip_while(|line| line.starts_with('#')).collect();
        assert!(text.contains("\n# rows: 4\n# sums: boxes=10\n"), "{text}");
        assert!(text.contains("\n# as of: 2021-05-24\n"), "{text}");
        assert_eq!(
            records,
            [
                "cycle,delivery_week,boxes,product,source,note",
                "4a,2021-04-26,3,pfizer-12plus,mhlw-2021-supply,One box for each municipality",
                "4b,2021-04-26,,pfizer-12plus,mhlw-2021-supply,\"By the demand entered in V-SYS, which was 7,322 boxes\"",
                "5,2021-05-10,7,pfizer-12plus,mhlw-2021-supply,\"Demand of about 20,000 boxes, cut in proportion\"",
                "6,2021-05-24,,pfizer-12plus,mhlw-2021-supply,Boxes not published",
            ]
        );
        Ok(())
    }

    #[test]
    fn the_first_week_of_a_span_is_read() {
        let monday = Date::try_new(2021, 8, 30);
        assert_eq!(first_week("2021-08-30..2021-10-10").ok(), monday);
        assert_eq!(first_week("2021-08-30/09-06").ok(), monday);
        assert_eq!(first_week("2021-08-31"), Err("2021-08-31 is not a Monday".to_owned()));
        assert_eq!(
            first_week("2021-08-30 or so"),
            Err("«2021-08-30 or so» is neither a day nor a span of days".to_owned())
        );
        assert_eq!(first_week("8/30"), Err("«8/30» is not a date".to_owned()));
    }

    #[test]
    fn every_wrong_cell_is_told() {
        assert_eq!(
            faults_of(
                ",2021-04-05,1,x,exact\n\
                 7,2021-04-06,1,x,exact\n\
                 1,2021-04-05,some,x,approx\n1,2021-04-05,,x,exact\n\
                 2,2021-04-12,1,x,sure\n"
            ),
            "s.csv: row 5, column cour: the cycle «1» stands in row 4 already\n\
             s.csv: row 2, column cour: is empty\n\
             s.csv: row 3, column cour: no note on the cycle «7»: write one in NOTES of bake/supplies.rs\n\
             s.csv: row 3, column week_start: 2021-04-06 is not a Monday\n\
             s.csv: row 4, column boxes: «some» is not a whole number\n\
             s.csv: row 5, column boxes: «» is not a whole number\n\
             s.csv: row 6, column precision: «sure» is neither exact nor approx nor empty"
        );
        assert_eq!(faults_of(""), "s.csv: no cycles");
    }
}
