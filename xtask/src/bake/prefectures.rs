//! The table of the prefectures (都道府県), read off the names that the master of municipalities
//! carries.

use std::collections::BTreeMap;

use super::code::PrefectureCode;
use super::fault::{Fault, Faults};
use super::master::{AS_OF, Municipality};
use super::table::Table;

const COLUMNS: [&str; 3] = ["code", "name", "local_government_code"];

const SOURCE: &str = "出典：総務省「全国地方公共団体コード」（code4fukui/localgovjp、CC0）を加工して作成";

/// The name of each prefecture by its code. A municipality that gives its prefecture another name
/// than those before it is a fault.
pub(super) fn read<'a>(municipalities: &[Municipality<'a>], faults: &mut Faults) -> BTreeMap<PrefectureCode, &'a str> {
    let mut names = BTreeMap::new();
    for Municipality { code, prefecture: cell, .. } in municipalities {
        let code = code.prefecture();
        let name = *names.entry(code).or_insert(cell.text());
        if name != cell.text() {
            faults.push(cell.fault(format!("«{}», where others of prefecture {code} have «{name}»", cell.text())));
        }
    }
    names
}

/// Notes each prefecture that no municipality lies in: the table has to show all 47.
pub(super) fn require_all(file: &str, names: &BTreeMap<PrefectureCode, &str>, faults: &mut Faults) {
    for code in PrefectureCode::all().filter(|code| !names.contains_key(code)) {
        faults.push(Fault::in_file(file, format!("no municipality of prefecture {code}")));
    }
}

/// The table, by code.
pub(super) fn table(names: &BTreeMap<PrefectureCode, &str>) -> Table {
    let record = |(code, name): (&PrefectureCode, &&str)| {
        vec![code.to_string(), (*name).to_owned(), code.local_government_code()]
    };
    Table {
        name: "prefectures",
        sums: Vec::new(),
        remarks: Vec::new(),
        source: SOURCE,
        as_of: AS_OF.to_owned(),
        columns: &COLUMNS,
        records: names.iter().map(record).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::master::{
        self,
        tests::{HEADER, input, invented},
    };

    #[test]
    fn forty_seven_prefectures_are_baked() -> Result<(), String> {
        let tables = master::bake(&input(&invented())).map_err(|faults| faults.to_string())?;
        let records: Vec<_> =
            tables.iter().skip(1).flat_map(|table| &table.records).map(|record| record.join(",")).collect();
        assert_eq!(records.len(), 47);
        assert!(records.is_sorted());
        for known in ["01,県01,010006", "13,県13,130001"] {
            assert!(records.iter().any(|record| record == known), "{known} is missing");
        }
        Ok(())
    }

    #[test]
    fn two_names_of_one_prefecture_are_a_fault() {
        let text = invented().replacen("県13,あお区", "県14,あお区", 1);
        let faults = master::bake(&input(&text)).err().unwrap_or_default().to_string();
        assert_eq!(faults, "m.csv: row 17, column prefecture: «県13», where others of prefecture 13 have «県14»");
    }

    #[test]
    fn a_prefecture_without_municipalities_is_a_fault() {
        let row = "131032,,県13,あお区,あおく,special_ward,,60,5,5,5,30,13,\n";
        let faults = master::bake(&input(&format!("{HEADER}{row}"))).err().unwrap_or_default();
        assert_eq!(faults.count(), "46 faults");
        assert!(faults.to_string().starts_with("m.csv: no municipality of prefecture 01\n"));
    }
}
