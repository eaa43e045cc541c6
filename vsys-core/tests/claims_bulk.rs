//! Bulk pricing: columns against lines one by one, sums against adding up by hand, every kind of wrong row.
//!
//! Source: rules CLM-1, CLM-2, CLM-3, CLM-14, CLM-17, F-PRICE; rulings tariff, tax, rounding.

mod laws;
mod oracle;
mod rows;
mod table;

use std::sync::LazyLock;

use chrono::NaiveDate;
use vsys_core::base::{Findings, Rounding};
use vsys_core::claims::{ClaimSums, KeyColumns, LineColumns, PriceColumns, PriceTable, RowReport, price_lines};
use vsys_core::rulebook::RuleBook;

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().expect("the bundled tables read"));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn bundled(rounding: Rounding) -> PriceTable {
    PriceTable::of(BOOK.tariff(), rounding).unwrap()
}

/// One claim line with its keys; the numbers may be wrong ones.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    /// From 1970-01-01 on.
    day: i32,
    count: i64,
    /// Service, age, time, coupon.
    codes: [u8; 4],
    institution: i64,
    municipality: i32,
}

/// Days from 1970-01-01 on, as Arrow counts them.
fn date32(text: &str) -> i32 {
    i32::try_from((day(text) - NaiveDate::default()).num_days()).unwrap()
}

/// The columns of rows.
#[derive(Debug, Default)]
struct Columns {
    day: Vec<i32>,
    count: Vec<i64>,
    codes: [Vec<u8>; 4],
    institution: Vec<i64>,
    municipality: Vec<i32>,
}

impl Columns {
    fn new(rows: &[Row]) -> Self {
        Self {
            day: rows.iter().map(|row| row.day).collect(),
            count: rows.iter().map(|row| row.count).collect(),
            codes: [0, 1, 2, 3].map(|place| rows.iter().map(|row| row.codes[place]).collect()),
            institution: rows.iter().map(|row| row.institution).collect(),
            municipality: rows.iter().map(|row| row.municipality).collect(),
        }
    }

    fn lines(&self) -> LineColumns<'_, i32, i64> {
        let [service, age, time, coupon] = &self.codes;
        let day_zero = NaiveDate::default();
        LineColumns { day_zero, day: &self.day, count: &self.count, service, age, time, coupon }
    }

    fn keys(&self) -> KeyColumns<'_, i64, i32> {
        KeyColumns { institution: &self.institution, municipality: &self.municipality }
    }
}

/// Institutions and municipalities of the tests.
const SIZES: (usize, usize) = (40, 7);

fn sums(table: &PriceTable, rows: &[Row], threads: usize) -> ClaimSums {
    let columns = Columns::new(rows);
    let mut sums = ClaimSums::try_new(SIZES.0, SIZES.1).unwrap();
    sums.add(table, &columns.lines(), &columns.keys(), threads).unwrap();
    sums
}

/// Unit, net and tax of each row, and the report.
fn prices(table: &PriceTable, rows: &[Row], threads: usize) -> ([Vec<u64>; 3], RowReport) {
    let columns = Columns::new(rows);
    let mut written = [0, 0, 0].map(|fill| vec![fill; rows.len()]);
    let [unit, net, tax] = &mut written;
    let report = price_lines(table, &columns.lines(), PriceColumns { unit, net, tax }, threads).unwrap();
    (written, report)
}

/// Code and place of every finding.
fn places(findings: &Findings) -> Vec<(&'static str, String)> {
    findings.sorted().iter().map(|finding| (finding.code, finding.place.to_string())).collect()
}
