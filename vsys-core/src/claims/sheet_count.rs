//! What is claimed, counted: the two tables of the entry screen.

use super::price::PriceLine;
use super::sheet_problem::SheetProblem;
use crate::base::{BaseProblem, Counts, Findings, MunicipalityCode, Path, named};

named! {
    /// Whether the screening form carries a coupon (接種券の有無): the two tables of the entry screen, and
    /// the 被接種者区分 of the municipal sheets. Source: CLM-12, CLM-14.
    pub enum CouponKind {
        /// Forms with a coupon pasted on (接種券を貼付した予診票分).
        WithCoupon = "with_coupon" / "接種券貼付あり",
        /// Forms with the coupon's data printed, for medical workers (接種券情報が印刷された予診票分).
        WithoutCoupon = "without_coupon" / "接種券貼付なし",
    }
}

impl CouponKind {
    /// The class as the municipal sheet prints it (被接種者区分).
    pub const fn class(self) -> &'static str {
        match self {
            Self::WithCoupon => "②クーポン券あり",
            Self::WithoutCoupon => "①クーポン券なし",
        }
    }
}

/// Something that is claimed (請求の1件): for a resident of where, on which form, at which price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimCase {
    /// With or without a coupon.
    pub coupon: CouponKind,
    /// Where the person lives (住民票所在地).
    pub municipality: MunicipalityCode,
    /// The price.
    pub line: PriceLine,
}

/// How many cases of each kind there are (請求件数). Batches are counted one by one, or each on its own and
/// merged: the outcome is the same in any order. At most 24 figures are kept for a municipality.
///
/// Source: 「請求総括書・市区町村別請求書の出力について」, 2021-11 (CLM-14).
///
/// ```
/// use vsys_core::claims::{ClaimCase, ClaimCounts, CouponKind, PriceLine};
/// let line = PriceLine::all().next().unwrap();
/// let case = ClaimCase { coupon: CouponKind::WithCoupon, municipality: "131032".parse()?, line };
/// let (mut morning, mut evening) = (ClaimCounts::new(), ClaimCounts::new());
/// morning.add(case, 30)?;
/// evening.add(case, 12)?;
/// morning.merge(&evening)?;
/// assert_eq!(morning.total(), 42);
/// assert!(morning.add(case, ClaimCounts::MOST).is_err());
/// assert_eq!(morning.total(), 42, "what is refused is not counted");
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimCounts {
    /// No figure is zero, so equal counts are equal values.
    counts: Counts<ClaimCase>,
    total: u64,
}

impl ClaimCounts {
    /// How many cases can be counted, 2^32−1.
    pub const MOST: u64 = u32::MAX as u64;

    /// Nothing yet.
    pub const fn new() -> Self {
        Self { counts: Counts::new(), total: 0 }
    }

    /// Counts some cases of one kind.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above [`Self::MOST`] in all; then nothing is counted.
    pub fn add(&mut self, case: ClaimCase, count: u64) -> Result<(), BaseProblem> {
        self.total = self.total_with(count)?;
        if count > 0 {
            self.counts.add(case, count);
        }
        Ok(())
    }

    /// Counts what another batch has counted.
    ///
    /// # Errors
    /// As [`Self::add`]; then nothing is counted.
    pub fn merge(&mut self, other: &Self) -> Result<(), BaseProblem> {
        self.total = self.total_with(other.total)?;
        other.iter().for_each(|(case, count)| self.counts.add(case, count));
        Ok(())
    }

    /// The cases with their counts, by coupon, municipality and line; none is zero.
    pub fn iter(&self) -> impl Iterator<Item = (ClaimCase, u64)> + '_ {
        self.counts.iter()
    }

    /// All cases.
    pub const fn total(&self) -> u64 {
        self.total
    }

    fn total_with(&self, more: u64) -> Result<u64, BaseProblem> {
        let total = self.total.checked_add(more).filter(|total| *total <= Self::MOST);
        total.ok_or(BaseProblem::QuantityTooLarge { unit: "cases", most: Self::MOST })
    }
}

/// A total as entered on the screen (総数): of a table and a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimTotal {
    /// The table.
    pub coupon: CouponKind,
    /// The column.
    pub line: PriceLine,
    /// The figure.
    pub count: u64,
}

/// Compares entered totals with the sums of their municipalities (総数 = 同一市内 + それ以外). Source: CLM-14.
pub fn check_totals(counts: &ClaimCounts, totals: &[ClaimTotal]) -> Findings {
    let mut findings = Findings::new();
    for (index, total) in totals.iter().enumerate() {
        let same = |case: ClaimCase| case.coupon == total.coupon && case.line == total.line;
        let sum = counts.iter().filter(|(case, _)| same(*case)).map(|(_, count)| count).sum();
        if sum != total.count {
            let problem = SheetProblem::TotalDiffers { given: total.count, sum };
            findings.push(&problem, Path::element("totals", index, "count"));
        }
    }
    findings
}
