//! Claim lines priced into columns.

use super::columns::{ColumnNumber, LineColumns, same_rows};
use super::kernel::{BLOCK, Block, Kept};
use super::report::RowReport;
use super::table::PriceTable;
use crate::base::threads::{each_part, rows_each};
use crate::base::{IntoList, Refusal};

/// The columns that are written: as many rows as there are lines.
#[derive(Debug)]
pub struct PriceColumns<'a> {
    /// The price of one, yen before tax (単価).
    pub unit: &'a mut [u64],
    /// Count × price, yen before tax.
    pub net: &'a mut [u64],
    /// The tax of the line, rounded once, in yen; net + tax is the amount (請求金額).
    pub tax: &'a mut [u64],
}

impl<'a> PriceColumns<'a> {
    /// What stands in every column for a row without a price: no amount is so large, and none is 0 for want of
    /// a price.
    pub const NO_PRICE: u64 = u64::MAX;

    /// These columns in parts of so many rows.
    fn parts(self, rows: usize) -> impl Iterator<Item = PriceColumns<'a>> {
        let columns = self.unit.chunks_mut(rows).zip(self.net.chunks_mut(rows)).zip(self.tax.chunks_mut(rows));
        columns.map(|((unit, net), tax)| PriceColumns { unit, net, tax })
    }
}

/// A priced line on its way into the columns: unit, net, tax.
#[derive(Clone, Copy, PartialEq)]
struct Written([u64; 3]);

impl Kept for Written {
    const NOTHING: Self = Self([PriceColumns::NO_PRICE; 3]);

    #[inline]
    fn of(unit: u32, net: u64, tax: u64, _: u32) -> Self {
        Self([unit.into(), net, tax])
    }
}

/// Prices claim lines one by one into columns (請求の1件ごとの単価・金額). A row with an unknown class, a day without
/// prices, an addition that is not in force, or a count or amount out of range has [`PriceColumns::NO_PRICE`] in
/// every column, and its findings are in the report. Up to `threads` threads work on it, as in
/// [`ClaimSums::add`](super::ClaimSums::add); the outcome is the same.
///
/// Source: CLM-1, CLM-2, CLM-3, CLM-17; rulings tariff, tax, rounding.
///
/// # Errors
/// Columns of other lengths than the column of days, all of them at once; then nothing is written.
///
/// ```
/// use vsys_core::base::Rounding;
/// use vsys_core::claims::{LineColumns, PriceColumns, PriceTable, price_lines};
/// use vsys_core::rulebook::RuleBook;
/// let table = PriceTable::of(RuleBook::bundled()?.tariff(), Rounding::Floor)?;
/// let lines = LineColumns {
///     day_zero: "2021-03-31".parse()?,
///     day: &[0_i32, 0, 1],
///     count: &[50_u32, 1, 1],
///     service: &[0; 3],
///     age: &[0; 3],
///     time: &[0, 1, 1],
///     coupon: &[1; 3],
/// };
/// let (mut unit, mut net, mut tax) = ([0; 3], [0; 3], [0; 3]);
/// let columns = PriceColumns { unit: &mut unit, net: &mut net, tax: &mut tax };
/// let report = price_lines(&table, &lines, columns, 1)?;
/// // No addition of time before 2021-04-01: the second line has no price.
/// assert_eq!(unit, [2_070, PriceColumns::NO_PRICE, 2_800]);
/// assert_eq!((net[0] + tax[0], report.wrong()), (113_850, 1));
/// let columns = PriceColumns { unit: &mut [], net: &mut net, tax: &mut tax };
/// assert!(price_lines(&table, &lines, columns, 1).is_err(), "a column without rows");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn price_lines<D: ColumnNumber, C: ColumnNumber>(
    table: &PriceTable,
    lines: &LineColumns<'_, D, C>,
    columns: PriceColumns<'_>,
    threads: usize,
) -> Result<RowReport, Refusal> {
    let rows = lines.rows();
    let written = [("unit", columns.unit.len()), ("net", columns.net.len()), ("tax", columns.tax.len())];
    same_rows(rows, lines.lengths().into_iter().chain(written))?;
    if rows == 0 {
        return Ok(RowReport::default());
    }
    let each = rows_each(rows, threads, BLOCK);
    let parts = (0..rows).step_by(each).map(|from| lines.part(from, each)).zip(columns.parts(each)).list();
    let mut reports = each_part(parts, |(lines, columns)| write(table, &lines, columns)).into_iter();
    let mut whole = reports.next().unwrap_or_default();
    reports.for_each(|later| whole.merge(&later));
    Ok(whole)
}

fn write<D: ColumnNumber, C: ColumnNumber>(
    table: &PriceTable,
    lines: &LineColumns<'_, D, C>,
    columns: PriceColumns<'_>,
) -> RowReport {
    let mut report = RowReport::default();
    let swift = table.swift(lines.day_zero);
    let mut block = Block::<Written>::new();
    for (from, columns) in (0..lines.rows()).step_by(BLOCK).zip(columns.parts(BLOCK)) {
        let lines = lines.part(from, BLOCK);
        block.price(table, &swift, &lines, &mut report);
        let PriceColumns { unit: units, net: nets, tax: taxes } = columns;
        for (Written(line), ((unit, net), tax)) in
            block.kept().iter().zip(units.iter_mut().zip(nets.iter_mut()).zip(taxes.iter_mut()))
        {
            [*unit, *net, *tax] = *line;
        }
        for (place, line) in block.exact() {
            for (column, yen) in [(&mut *units, line.unit), (&mut *nets, line.net), (&mut *taxes, line.tax)] {
                column.get_mut(*place).into_iter().for_each(|written| *written = yen);
            }
        }
        report.rows += u64::try_from(lines.rows()).unwrap_or(0);
    }
    report
}
