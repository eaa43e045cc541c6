//! Claim lines priced and summed by institution and by municipality.

use super::adder::Adder;
use super::code::ColumnCode;
use super::columns::{ColumnNumber, KeyColumns, LineColumns, same_rows};
use super::kernel::BLOCK;
use super::problem::BulkProblem;
use super::report::RowReport;
use super::table::PriceTable;
use crate::base::threads::{each_part, rows_each};
use crate::base::{BaseProblem, Doses, Findings, IntoList, Path, Quantity, Refusal, Yen};
use crate::claims::CouponKind;

/// How many institutions or municipalities there may be: sums are held for each of them.
const KEYS: usize = 1 << 24;

/// Claim lines summed (集計): plain numbers, to be handed on as columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimSum {
    /// How many (件数), 0 to 2^53−1.
    pub count: u64,
    /// Yen before tax.
    pub net: u64,
    /// The tax, rounded line by line, in yen; net and tax together are 0 to 2^53−1.
    pub tax: u64,
}

impl ClaimSum {
    /// Adds another sum; none that may be held comes near the range of the numbers.
    pub(super) const fn plus(&mut self, other: Self) {
        self.count = self.count.wrapping_add(other.count);
        self.net = self.net.wrapping_add(other.net);
        self.tax = self.tax.wrapping_add(other.tax);
    }

    /// Takes away what was added before.
    pub(super) const fn minus(&mut self, other: Self) {
        self.count = self.count.wrapping_sub(other.count);
        self.net = self.net.wrapping_sub(other.net);
        self.tax = self.tax.wrapping_sub(other.tax);
    }

    /// This sum and another, as long as it may be held.
    pub(super) fn with(mut self, other: Self) -> Result<Self, BaseProblem> {
        self.plus(other);
        if self.count > Doses::MAX {
            return Err(BaseProblem::QuantityTooLarge { unit: Doses::UNIT, most: Doses::MAX });
        }
        if self.net.saturating_add(self.tax) > Yen::MAX {
            return Err(BaseProblem::QuantityTooLarge { unit: Yen::UNIT, most: Yen::MAX });
        }
        Ok(self)
    }
}

/// Claim lines priced and summed by institution, and by municipality and coupon (医療機関別・市区町村別の集計).
///
/// Sums add up: batches summed one by one, or each on its own and merged, give what the whole gives at once,
/// on any number of threads. The sums do not depend on the order of the rows.
///
/// A row with an institution or municipality out of range, an unknown class, a day without prices, an addition
/// that is not in force, or a count or amount out of range is left out of every sum and counted; its findings
/// are in [`Self::report`].
///
/// Source: CLM-12, CLM-14, CLM-17; rulings tariff, tax, rounding.
///
/// ```
/// use vsys_core::base::Rounding;
/// use vsys_core::claims::{ClaimSums, CouponKind, KeyColumns, LineColumns, PriceTable};
/// use vsys_core::rulebook::RuleBook;
/// let table = PriceTable::of(RuleBook::bundled()?.tariff(), Rounding::Floor)?;
/// let lines = LineColumns {
///     day_zero: "2021-04-01".parse()?,
///     day: &[0_u16, 30, 2_000],
///     count: &[50_u16, 5, 1],
///     service: &[0, 1, 0],
///     age: &[0; 3],
///     time: &[0; 3],
///     coupon: &[1; 3],
/// };
/// let keys = KeyColumns { institution: &[0_u32, 0, 0], municipality: &[2_u16, 2, 2] };
/// let mut sums = ClaimSums::try_new(1, 3)?;
/// sums.add(&table, &lines, &keys, 1)?;
/// // CLM-4: 50 × 2,070 and 5 × 1,540 with 10 percent are 122,320; the third line is after the programme.
/// let sum = sums.municipality(2, CouponKind::WithCoupon).unwrap();
/// assert_eq!((sum.count, sum.net + sum.tax), (55, 122_320));
/// assert_eq!(sums.report().findings().sorted()[0].code, "claims.rows.outside_programme");
/// let short = LineColumns { age: &[0; 2], ..lines };
/// assert!(sums.add(&table, &short, &keys, 1).is_err(), "columns of different lengths");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSums {
    pub(super) institutions: Vec<ClaimSum>,
    /// By the code of the coupon.
    pub(super) municipalities: Vec<[ClaimSum; 2]>,
    pub(super) total: ClaimSum,
    pub(super) report: RowReport,
}

impl ClaimSums {
    /// Nothing yet, for institutions and municipalities with indices from 0.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above 2^24 of either.
    pub fn try_new(institutions: usize, municipalities: usize) -> Result<Self, BaseProblem> {
        Self::check((institutions, municipalities))?;
        Ok(Self::empty((institutions, municipalities)))
    }

    fn check(sizes: (usize, usize)) -> Result<(), BaseProblem> {
        for (unit, size) in [("institutions", sizes.0), ("municipalities", sizes.1)] {
            if size > KEYS {
                return Err(BaseProblem::QuantityTooLarge { unit, most: u64::try_from(KEYS).unwrap_or(u64::MAX) });
            }
        }
        Ok(())
    }

    fn empty(sizes: (usize, usize)) -> Self {
        Self {
            institutions: vec![ClaimSum::default(); sizes.0],
            municipalities: vec![[ClaimSum::default(); 2]; sizes.1],
            total: ClaimSum::default(),
            report: RowReport { sizes, ..RowReport::default() },
        }
    }

    /// Prices the lines of a batch and adds them. Up to `threads` threads work on it, at most 64 and none for
    /// less than a block of 1,024 rows; 0 is as 1, and 1 asks for no thread at all. The outcome is the same.
    ///
    /// # Errors
    /// Columns of other lengths than the column of days, all of them at once; more than 2^53−1 of services or
    /// of yen in all. Then nothing is added.
    pub fn add<D: ColumnNumber, C: ColumnNumber, I: ColumnNumber, M: ColumnNumber>(
        &mut self,
        table: &PriceTable,
        lines: &LineColumns<'_, D, C>,
        keys: &KeyColumns<'_, I, M>,
        threads: usize,
    ) -> Result<(), Refusal> {
        let rows = lines.rows();
        same_rows(rows, lines.lengths().into_iter().chain(keys.lengths()))?;
        if rows == 0 {
            return Ok(());
        }
        let each = rows_each(rows, threads, BLOCK);
        let sizes = self.report.sizes;
        let parts = (0..rows).step_by(each).map(|from| (lines.part(from, each), keys.part(from, each))).list();
        let sums = each_part(parts, |(lines, keys)| Adder::new(Self::empty(sizes)).add(table, &lines, &keys));
        let mut sums = sums.into_iter();
        let first = sums.next().unwrap_or_else(|| Ok(Self::empty(sizes)));
        let whole = sums.fold(first, |whole, later| {
            let (mut whole, later) = (whole?, later?);
            whole.join(&later).map(|()| whole)
        });
        whole.and_then(|whole| self.join(&whole)).map_err(|problem| Refusal::new(&problem, Path::root()))
    }

    /// Adds the sums of rows that come after these.
    ///
    /// # Errors
    /// Sums over other numbers of institutions or municipalities; more than 2^53−1 of services or of yen in
    /// all. Then nothing is added.
    pub fn merge(&mut self, later: &Self) -> Result<(), Refusal> {
        let mut findings = Findings::new();
        for (column, size, expected) in [
            ("institution", later.report.sizes.0, self.report.sizes.0),
            ("municipality", later.report.sizes.1, self.report.sizes.1),
        ] {
            if size != expected {
                findings.push(&BulkProblem::KeysDiffer { column, size, expected }, Path::from(column));
            }
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        self.join(later).map_err(|problem| Refusal::new(&problem, Path::root()))
    }

    /// Makes room for more institutions or municipalities, whose sums are nothing yet: what comes in later batches
    /// need not be known from the beginning. Fewer than there are change nothing.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above 2^24 of either; then nothing is changed.
    pub fn grow(&mut self, institutions: usize, municipalities: usize) -> Result<(), BaseProblem> {
        let sizes = (self.report.sizes.0.max(institutions), self.report.sizes.1.max(municipalities));
        Self::check(sizes)?;
        self.institutions.resize(sizes.0, ClaimSum::default());
        self.municipalities.resize(sizes.1, [ClaimSum::default(); 2]);
        self.report.sizes = sizes;
        Ok(())
    }

    /// The sums by institution.
    pub fn institutions(&self) -> &[ClaimSum] {
        &self.institutions
    }

    /// The sums by municipality, each without and with coupon.
    pub fn municipalities(&self) -> &[[ClaimSum; 2]] {
        &self.municipalities
    }

    /// The sum of a municipality and kind of coupon.
    pub fn municipality(&self, index: usize, coupon: CouponKind) -> Option<ClaimSum> {
        self.municipalities.get(index)?.get(usize::from(coupon.code())).copied()
    }

    /// The sum of everything.
    pub const fn total(&self) -> ClaimSum {
        self.total
    }

    /// Which rows are wrong, and what the sums rest on.
    pub const fn report(&self) -> &RowReport {
        &self.report
    }

    fn join(&mut self, later: &Self) -> Result<(), BaseProblem> {
        self.total = self.total.with(later.total)?;
        for (own, other) in self.institutions.iter_mut().zip(&later.institutions) {
            own.plus(*other);
        }
        for (own, other) in self.municipalities.iter_mut().flatten().zip(later.municipalities.iter().flatten()) {
            own.plus(*other);
        }
        self.report.merge(&later.report);
        Ok(())
    }
}
