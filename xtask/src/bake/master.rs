//! The master of municipalities (市区町村): codes, names and population by age class.
//!
//! Two tables are baked from it, of the municipalities and of the prefectures they lie in.

use std::collections::{BTreeMap, BTreeSet};

use super::code::LocalGovernmentCode;
use super::csv::{Cell, Row, Sheet};
use super::fault::{Fault, Faults};
use super::input::Input;
use super::table::Table;
use super::{municipalities, prefectures};

/// The day of the resident register (住民基本台帳) whose figures the master holds, after which the file
/// is named.
pub(super) const AS_OF: &str = "2021-01-01";

/// The age classes: column of the input, column of the table.
pub(super) const BANDS: [(&str, &str); 5] = [
    ("juki_0_4", "age_0_4"),
    ("juki_5_9", "age_5_9"),
    ("juki_10_14", "age_10_14"),
    ("juki_15_64", "age_15_64"),
    ("juki_65_plus", "age_65_plus"),
];

const TOTAL: &str = "juki20210101_total";

/// The columns of the input that the tables are made of.
const REQUIRED: [&str; 12] = [
    "code6",
    "prefecture",
    "name",
    "kana",
    "type",
    "parent",
    TOTAL,
    "juki_0_4",
    "juki_5_9",
    "juki_10_14",
    "juki_15_64",
    "juki_65_plus",
];

/// One row of the master.
#[derive(Debug)]
pub(super) struct Municipality<'a> {
    pub(super) code: LocalGovernmentCode,
    /// The name of the prefecture, with its place in the input.
    pub(super) prefecture: Cell<'a>,
    pub(super) name: &'a str,
    pub(super) kana: &'a str,
    pub(super) kind: Kind,
    /// The code of the designated city (政令指定都市) that a ward belongs to; empty for all others.
    pub(super) parent: &'a str,
    pub(super) population: Population,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A city, town or village (市町村).
    Municipality,
    /// A special ward of Tokyo (特別区), which is a municipality of its own.
    SpecialWard,
    /// A ward of a designated city (行政区): a part of its city, counted there already.
    Ward,
}

impl Kind {
    fn parse(text: &str) -> Result<Self, String> {
        [Self::Municipality, Self::SpecialWard, Self::Ward]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| format!("«{text}» is none of municipality, special_ward, ward"))
    }

    /// The word for the kind, the same in the input and in the table.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::SpecialWard => "special_ward",
            Self::Ward => "ward",
        }
    }
}

/// Residents, all of them and by the age classes of [`BANDS`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Population {
    pub(super) total: u32,
    pub(super) bands: Vec<u32>,
}

impl Population {
    /// Residents in the total that no age class shows, because the source withholds small counts.
    pub(super) fn withheld(&self) -> Option<u64> {
        let shown: u64 = self.bands.iter().copied().map(u64::from).sum();
        u64::from(self.total).checked_sub(shown)
    }
}

/// Bakes the tables of the municipalities and of the prefectures.
pub(super) fn bake(input: &Input) -> Result<Vec<Table>, Faults> {
    let sheet = Sheet::read(&input.name, &input.text, 1, &REQUIRED)?;
    let mut faults = Faults::default();
    let municipalities = read(&sheet, &mut faults);
    let prefectures = prefectures::read(&municipalities, &mut faults);
    // Where rows could not be read a prefecture may be missing on their account: that is no fault
    // of its own.
    if faults.is_empty() {
        prefectures::require_all(&input.name, &prefectures, &mut faults);
    }
    faults.or_value(vec![municipalities::table(&municipalities), prefectures::table(&prefectures)])
}

/// The rows that can be read, by code; what is wrong with the others, or between the rows, is
/// noted.
fn read<'a>(sheet: &'a Sheet, faults: &mut Faults) -> Vec<Municipality<'a>> {
    refuse_duplicates(sheet, faults);
    let cities = codes_of_cities(sheet);
    let rows = sheet.rows().filter_map(|row| read_row(&row, &cities, faults));
    let mut municipalities: Vec<_> = rows.collect();
    municipalities.sort_by(|one, other| one.code.cmp(&other.code));
    municipalities
}

fn refuse_duplicates(sheet: &Sheet, faults: &mut Faults) {
    let mut first_rows = BTreeMap::new();
    for cell in sheet.rows().map(|row| row.cell("code6")) {
        let first = *first_rows.entry(cell.text()).or_insert(cell.row());
        if first != cell.row() {
            faults.push(cell.fault(format!("the code «{}» stands in row {first} already", cell.text())));
        }
    }
}

/// The codes a ward may name as its parent. They are taken as they stand, so that a city with a
/// fault elsewhere in its row does not make its wards faulty.
fn codes_of_cities(sheet: &Sheet) -> BTreeSet<&str> {
    let cities = sheet.rows().filter(|row| row.cell("type").text() == Kind::Municipality.as_str());
    cities.map(|row| row.cell("code6").text()).collect()
}

fn read_row<'a>(row: &Row<'a>, cities: &BTreeSet<&str>, faults: &mut Faults) -> Option<Municipality<'a>> {
    let code = faults.keep(row.cell("code6").parse(LocalGovernmentCode::parse));
    let prefecture = faults.keep(row.cell("prefecture").filled());
    let name = faults.keep(row.cell("name").filled());
    let kana = faults.keep(row.cell("kana").filled());
    let kind = faults.keep(row.cell("type").parse(Kind::parse));
    let parent = kind.and_then(|kind| faults.keep(read_parent(row, kind, cities)));
    let population = read_population(row, faults);
    Some(Municipality {
        code: code?,
        prefecture: prefecture.map(|_| row.cell("prefecture"))?,
        name: name?,
        kana: kana?,
        kind: kind?,
        parent: parent?,
        population: population?,
    })
}

fn read_parent<'a>(row: &Row<'a>, kind: Kind, cities: &BTreeSet<&str>) -> Result<&'a str, Fault> {
    let cell = row.cell("parent");
    match (kind, cell.text()) {
        (Kind::Ward, parent) if cities.contains(parent) => Ok(parent),
        (Kind::Ward, parent) => Err(cell.fault(format!("«{parent}» is not the code of a municipality of this file"))),
        (_, "") => Ok(""),
        (_, parent) => Err(cell.fault(format!("«{parent}»: only a ward has a parent"))),
    }
}

fn read_population(row: &Row<'_>, faults: &mut Faults) -> Option<Population> {
    let cell = row.cell(TOTAL);
    let total = faults.keep(cell.whole());
    // Each class is read before any is missed: all the faults of a row are told.
    let bands: Vec<_> = BANDS.iter().map(|(column, _)| faults.keep(row.cell(column).whole())).collect();
    let bands: Option<Vec<u32>> = bands.into_iter().collect();
    let population = Population { total: total?, bands: bands? };
    if population.withheld().is_none() {
        faults.push(cell.fault(format!("the age classes add up to more than the total {}", population.total)));
    }
    Some(population)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) const HEADER: &str = "code6,code5,prefecture,name,kana,type,parent,\
        juki20210101_total,juki_0_4,juki_5_9,juki_10_14,juki_15_64,juki_65_plus,doctors\n";

    /// An invented master of one designated city with a ward, one special ward, and a town in every
    /// prefecture.
    pub(in super::super) fn invented() -> String {
        let mut text = HEADER.to_owned();
        text.push_str("011002,01100,県01,あか市,あかし,municipality,,100,10,10,10,50,20,\n");
        text.push_str("011011,01101,県01,あか市きた区,あかしきたく,ward,011002,40,4,4,4,20,8,\n");
        text.push_str("131032,13103,県13,あお区,あおく,special_ward,,60,5,5,5,30,13,\n");
        for prefecture in super::super::code::PrefectureCode::all() {
            let code = town_code(&prefecture.to_string());
            text.push_str(&format!("{code},x,県{prefecture},しろ町,しろまち,municipality,,10,1,1,1,5,2,9\n"));
        }
        text
    }

    /// The code of town 401 of a prefecture: the digits 4, 0, 1 weigh 4·4 + 0·3 + 1·2 = 18.
    fn town_code(prefecture: &str) -> String {
        let weights = prefecture.chars().filter_map(|digit| digit.to_digit(10)).zip([6, 5]);
        let sum: u32 = 18 + weights.map(|(digit, weight)| digit * weight).sum::<u32>();
        format!("{prefecture}401{}", (11 - sum % 11) % 10)
    }

    pub(in super::super) fn input(text: &str) -> Input {
        Input { name: "m.csv".to_owned(), text: text.to_owned(), sha256: "00".to_owned() }
    }

    fn faults_of(rows: &str) -> String {
        bake(&input(&format!("{HEADER}{rows}"))).err().unwrap_or_default().to_string()
    }

    #[test]
    fn two_tables_are_baked() -> Result<(), String> {
        let tables = bake(&input(&invented())).map_err(|faults| faults.to_string())?;
        let names: Vec<_> = tables.iter().map(|table| (table.name, table.records.len())).collect();
        assert_eq!(names, [("municipalities", 50), ("prefectures", 47)]);
        Ok(())
    }

    #[test]
    fn every_fault_of_every_row_is_told() {
        let faults = faults_of(
            "011001,,県01,あか市,あかし,municipality,,100,10,10,10,50,20,\n\
             131032,,県13,,,special_ward,011002,six,5,-5,5,30,13,\n\
             131032,,県13,あお区,あおく,village,,60,5,5,5,30,16,\n",
        );
        assert_eq!(
            faults,
            "m.csv: row 4, column code6: the code «131032» stands in row 3 already\n\
             m.csv: row 2, column code6: the check digit of «011001» is wrong: 2 would be right\n\
             m.csv: row 3, column name: is empty\n\
             m.csv: row 3, column kana: is empty\n\
             m.csv: row 3, column parent: «011002»: only a ward has a parent\n\
             m.csv: row 3, column juki20210101_total: «six» is not a whole number\n\
             m.csv: row 3, column juki_5_9: «-5» is not a whole number\n\
             m.csv: row 4, column type: «village» is none of municipality, special_ward, ward\n\
             m.csv: row 4, column juki20210101_total: the age classes add up to more than the total 60"
        );
    }

    #[test]
    fn a_missing_column_is_named() {
        let text = invented().replacen("juki_65_plus", "juki_65_and_more", 1);
        let faults = bake(&input(&text)).err().unwrap_or_default().to_string();
        assert_eq!(faults, "m.csv: row 1, column juki_65_plus: this column is missing");
    }

    #[test]
    fn a_ward_needs_its_city() {
        let faults = faults_of("011011,,県01,あか市きた区,あかしきたく,ward,011002,40,4,4,4,20,8,\n");
        assert_eq!(faults, "m.csv: row 2, column parent: «011002» is not the code of a municipality of this file");
    }

    #[test]
    fn a_city_with_a_fault_does_not_spoil_its_wards() {
        let faults = faults_of(
            "011002,,県01,,あかし,municipality,,100,10,10,10,50,20,\n\
             011011,,県01,あか市きた区,あかしきたく,ward,011002,40,4,4,4,20,8,\n",
        );
        assert_eq!(faults, "m.csv: row 2, column name: is empty");
    }

    #[test]
    fn withheld_residents_are_counted() {
        assert_eq!(Population { total: 60, bands: vec![5, 5, 5, 30, 13] }.withheld(), Some(2));
        assert_eq!(Population { total: 60, bands: vec![5, 5, 5, 30, 15] }.withheld(), Some(0));
        assert_eq!(Population { total: 60, bands: vec![5, 5, 5, 30, 16] }.withheld(), None);
    }
}
