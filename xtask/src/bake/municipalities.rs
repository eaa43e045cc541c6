//! The table of the municipalities (市区町村).

use super::master::{AS_OF, BANDS, Kind, Municipality};
use super::table::Table;

const COLUMNS: [&str; 16] = [
    "code",
    "name",
    "kana",
    "prefecture",
    "kind",
    "parent",
    "from",
    "until",
    "total",
    "age_0_4",
    "age_5_9",
    "age_10_14",
    "age_15_64",
    "age_65_plus",
    "source",
    "as_of",
];

/// The id of the source, as the records name it.
const SOURCE_ID: &str = "soumu-juki-20210101";

const SOURCE: &str = "出典：総務省「住民基本台帳に基づく人口、人口動態及び世帯数（令和3年1月1日現在）」、\
                      全国地方公共団体コード（code4fukui/localgovjp、CC0）を加工して作成";

/// What the sums are sums of.
const COUNTED: &str = "municipalities and special wards; \
                       the wards of designated cities are counted in their cities";

/// What the number of withheld counts is the number of.
const WITHHELD: &str = "municipalities and special wards whose age bands do not add up to \
                        the total, as the source withholds small counts";

/// The table, by code.
pub(super) fn table(municipalities: &[Municipality<'_>]) -> Table {
    Table {
        name: "municipalities",
        sums: sums(municipalities),
        remarks: vec![
            ("sums over", COUNTED.to_owned()),
            ("withheld", withheld(municipalities).to_string()),
            ("withheld counts", WITHHELD.to_owned()),
        ],
        source: SOURCE,
        as_of: AS_OF.to_owned(),
        columns: &COLUMNS,
        records: municipalities.iter().map(record).collect(),
    }
}

/// Those whose residents are counted once: wards are parts of their cities.
fn counted<'a, 'b>(municipalities: &'a [Municipality<'b>]) -> impl Iterator<Item = &'a Municipality<'b>> {
    municipalities.iter().filter(|municipality| municipality.kind != Kind::Ward)
}

fn sums(municipalities: &[Municipality<'_>]) -> Vec<(&'static str, u64)> {
    let total = counted(municipalities).map(|municipality| u64::from(municipality.population.total)).sum();
    let mut sums = vec![("total", total)];
    sums.extend(BANDS.iter().enumerate().map(|(place, (_, column))| {
        let band = counted(municipalities).filter_map(|municipality| municipality.population.bands.get(place));
        (*column, band.copied().map(u64::from).sum())
    }));
    sums
}

fn withheld(municipalities: &[Municipality<'_>]) -> usize {
    counted(municipalities).filter(|municipality| municipality.population.withheld() != Some(0)).count()
}

fn record(municipality: &Municipality<'_>) -> Vec<String> {
    let Municipality { code, name, kana, kind, parent, population, .. } = municipality;
    let prefecture = code.prefecture().to_string();
    let until = "";
    let mut record: Vec<_> =
        [code.as_str(), name, kana, &prefecture, kind.as_str(), parent, AS_OF, until].map(str::to_owned).to_vec();
    record.push(population.total.to_string());
    record.extend(population.bands.iter().map(u32::to_string));
    record.extend([SOURCE_ID.to_owned(), AS_OF.to_owned()]);
    record
}

#[cfg(test)]
mod tests {
    use super::super::master::{
        self,
        tests::{input, invented},
    };

    #[test]
    fn the_table_shows_every_row_and_sums_without_wards() -> Result<(), String> {
        let input = input(&invented());
        let tables = master::bake(&input).map_err(|faults| faults.to_string())?;
        let text = tables.first().map(|table| table.render(&input)).unwrap_or_default();
        // One city of 100, one special ward of 60 that shows 58, 47 towns of 10; the ward of 40 is
        // not added.
        assert!(
            text.contains(
                "\n# rows: 50\n# sums: total=630, age_0_4=62, age_5_9=62, \
             age_10_14=62, age_15_64=315, age_65_plus=127\n"
            ),
            "{text}"
        );
        assert!(text.contains("\n# withheld: 1\n"), "{text}");
        assert!(
            text.contains(
                "\n011002,あか市,あかし,01,municipality,,2021-01-01,,100,10,10,10,50,20,\
             soumu-juki-20210101,2021-01-01\n\
             011011,あか市きた区,あかしきたく,01,ward,011002,2021-01-01,,40,4,4,4,20,8,\
             soumu-juki-20210101,2021-01-01\n"
            ),
            "{text}"
        );
        assert!(text.contains("\n131032,あお区,あおく,13,special_ward,,2021-01-01,,60,"), "{text}");
        Ok(())
    }

    #[test]
    fn the_records_stand_by_code() -> Result<(), String> {
        let tables = master::bake(&input(&invented())).map_err(|faults| faults.to_string())?;
        let codes: Vec<_> =
            tables.iter().take(1).flat_map(|table| &table.records).map(|record| record.first()).collect();
        assert_eq!(codes.len(), 50);
        assert!(codes.is_sorted());
        Ok(())
    }
}
