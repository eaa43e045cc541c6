//! A block of lines, priced.
//!
//! Nearly all lines take the swift way: classes for the whole block at once, a look-up by day and one by class,
//! two multiplications. What is out of the ordinary (a wrong row, a net of 0, a very large one) is passed over
//! and priced by [`PriceTable::line`] afterwards, which also tells why it has no price.

use super::code::{Class, NO_CLASS, class_of};
use super::columns::{ColumnNumber, LineColumns};
use super::report::RowReport;
use super::table::{Line, PriceTable, Swift};

/// The rows of a block.
pub(super) const BLOCK: usize = 1_024;

/// What is kept of a line that took the swift way.
pub(super) trait Kept: Copy + PartialEq {
    /// What stands for every other row; nothing that is kept of a swift line is equal to it.
    const NOTHING: Self;

    /// What is kept of a line; its net is from 1 to 2^32−1, its tax no more than that.
    fn of(unit: u32, net: u64, tax: u64, count: u32) -> Self;
}

/// The place of one block after the other.
pub(super) struct Block<K> {
    classes: [Class; BLOCK],
    kept: [K; BLOCK],
    exact: Vec<(usize, Line)>,
    wrong: Vec<usize>,
}

impl<K: Kept> Block<K> {
    pub(super) const fn new() -> Self {
        Self { classes: [NO_CLASS; BLOCK], kept: [K::NOTHING; BLOCK], exact: Vec::new(), wrong: Vec::new() }
    }

    /// What was kept of the rows of the last block; behind them are remains of earlier ones.
    pub(super) const fn kept(&self) -> &[K; BLOCK] {
        &self.kept
    }

    /// The lines of the last block that were priced the exact way, with their places, in order.
    pub(super) fn exact(&self) -> &[(usize, Line)] {
        &self.exact
    }

    /// The places of the rows without a price in the last block, in order.
    pub(super) fn wrong(&self) -> &[usize] {
        &self.wrong
    }

    /// Prices the rows of a block, of which the first has the number of the rows in the report so far.
    pub(super) fn price<D: ColumnNumber, C: ColumnNumber>(
        &mut self,
        table: &PriceTable,
        swift: &Swift<'_>,
        lines: &LineColumns<'_, D, C>,
        report: &mut RowReport,
    ) {
        self.exact.clear();
        self.wrong.clear();
        let codes = lines.service.iter().zip(lines.age).zip(lines.time).zip(lines.coupon);
        for (class, (((service, age), time), coupon)) in self.classes.iter_mut().zip(codes) {
            *class = class_of(*service, *age, *time, *coupon);
        }
        if self.swiftly(swift, lines) {
            self.exactly(table, lines, report);
        }
        // Whether the answer rests on an assumption is asked until it does.
        if report.unasked(table) != 0 {
            self.look(table, lines, report);
        }
    }

    /// The swift way; whether any row is out of the ordinary.
    fn swiftly<D: ColumnNumber, C: ColumnNumber>(&mut self, swift: &Swift<'_>, lines: &LineColumns<'_, D, C>) -> bool {
        let mut passed_over = false;
        for (((day, count), class), kept) in lines.day.iter().zip(lines.count).zip(&self.classes).zip(&mut self.kept) {
            *kept = match swift.line(day.wide(), *class, count.wide()) {
                Some(line) => line,
                None => {
                    passed_over = true;
                    K::NOTHING
                }
            };
        }
        passed_over
    }

    /// The rows that were passed over.
    #[cold]
    fn exactly<D: ColumnNumber, C: ColumnNumber>(
        &mut self,
        table: &PriceTable,
        lines: &LineColumns<'_, D, C>,
        report: &mut RowReport,
    ) {
        let shift = table.shift(lines.day_zero);
        let rows = lines.day.iter().zip(lines.count).zip(&self.classes).zip(&self.kept).enumerate();
        for (place, (((day, count), class), _)) in rows.filter(|(_, (_, kept))| **kept == K::NOTHING) {
            match table.line(day.wide().saturating_add(shift), *class, count.wide()) {
                Ok(line) => {
                    report.rounded |= line.rounded;
                    report.misprinted |= line.misprinted;
                    self.exact.push((place, line));
                }
                Err(unpriced) => {
                    let row = report.number(place);
                    self.wrong.push(place);
                    report.wrong += 1;
                    report.widen(table.span());
                    report.day.add(unpriced.day, row);
                    report.not_in_force.add(unpriced.not_in_force, row);
                    report.count.add(unpriced.count, row);
                    let above = |codes: &[u8], most| codes.get(place).is_some_and(|code| *code > most);
                    report.service.add(above(lines.service, 1), row);
                    report.age.add(above(lines.age, 1), row);
                    report.time.add(above(lines.time, 2), row);
                    report.coupon.add(above(lines.coupon, 1), row);
                }
            }
        }
    }

    /// Whether any line that took the swift way was rounded, or has a price that is printed otherwise.
    fn look<D: ColumnNumber, C: ColumnNumber>(
        &self,
        table: &PriceTable,
        lines: &LineColumns<'_, D, C>,
        report: &mut RowReport,
    ) {
        let shift = table.shift(lines.day_zero);
        let mut unasked = report.unasked(table);
        for (((day, count), class), kept) in lines.day.iter().zip(lines.count).zip(&self.classes).zip(&self.kept) {
            if unasked >> class & 1 == 0 || *kept == K::NOTHING {
                continue;
            }
            if let Ok(line) = table.line(day.wide().saturating_add(shift), *class, count.wide()) {
                report.rounded |= line.rounded;
                report.misprinted |= line.misprinted;
                unasked = report.unasked(table);
            }
        }
    }
}
