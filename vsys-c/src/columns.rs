//! Columns of claim lines, priced and summed, from C's arrays.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vsys_core::base::{Path, Refusal};
use vsys_core::claims::{
    ClaimSum, ClaimSums, KeyColumns, LineColumns, PriceColumns, PriceTable, RowReport, price_lines,
};
use vsys_core::rulebook::RuleBook;
use vsys_wire::columns::read_price_table;
use vsys_wire::notes_bytes;

use crate::abi::vsys_sum;
use crate::failure::Failure;
use crate::price::class;
use crate::problem::CProblem;
use crate::quantity::index;

/// A price table from JSON, `{"periods":[…],"rounding":"floor"}`.
pub(crate) fn prices(book: &RuleBook, json: &[u8]) -> Result<PriceTable, Failure> {
    Ok(read_price_table(book, json)?)
}

/// Prices lines one by one; gives how many have no price, and the notes.
pub(crate) fn price(
    prices: &PriceTable,
    lines: &LineColumns<'_, i32, u32>,
    columns: PriceColumns<'_>,
    threads: u32,
) -> Result<RowReport, Failure> {
    Ok(price_lines(prices, lines, columns, usize::try_from(threads).unwrap_or(usize::MAX))?)
}

/// What is to be told of rows, as canonical JSON.
pub(crate) fn notes(report: &RowReport) -> Arc<[u8]> {
    notes_bytes(&report.findings_at_rows(), &report.assumptions()).into()
}

/// Sums to which several threads may add.
#[derive(Debug)]
pub(crate) struct Sums(Mutex<ClaimSums>);

impl Sums {
    pub(crate) fn try_new(institutions: u64, municipalities: u64) -> Result<Self, Failure> {
        let sums = ClaimSums::try_new(index(institutions), index(municipalities));
        Ok(Self(Mutex::new(sums.map_err(|problem| Refusal::new(&problem, Path::root()))?)))
    }

    pub(crate) fn add(
        &self,
        prices: &PriceTable,
        lines: &LineColumns<'_, i32, u32>,
        keys: &KeyColumns<'_, u32, u32>,
        threads: u32,
    ) -> Result<(), Failure> {
        Ok(self.held().add(prices, lines, keys, usize::try_from(threads).unwrap_or(usize::MAX))?)
    }

    /// Adds other sums, which stay as they are: these themselves too.
    pub(crate) fn merge(&self, later: &Self) -> Result<(), Failure> {
        let later = later.held().clone();
        Ok(self.held().merge(&later)?)
    }

    pub(crate) fn total(&self) -> vsys_sum {
        self.held().total().into()
    }

    pub(crate) fn institutions(&self) -> Vec<vsys_sum> {
        self.held().institutions().iter().copied().map(vsys_sum::from).collect()
    }

    pub(crate) fn municipalities(&self, coupon: u32) -> Result<Vec<vsys_sum>, CProblem> {
        let coupon = class("coupon", coupon)?;
        let held = self.held();
        let indices = 0..held.municipalities().len();
        Ok(indices.filter_map(|index| held.municipality(index, coupon)).map(vsys_sum::from).collect())
    }

    /// Rows, rows that are in no sum, and the notes.
    pub(crate) fn report(&self) -> RowReport {
        self.held().report().clone()
    }

    /// The sums, even after a panic: what is added is added last and at once.
    fn held(&self) -> MutexGuard<'_, ClaimSums> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<ClaimSum> for vsys_sum {
    fn from(sum: ClaimSum) -> Self {
        Self { count: sum.count, net: sum.net, tax: sum.tax }
    }
}
