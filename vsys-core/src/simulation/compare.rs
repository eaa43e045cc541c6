//! Two allocations to the same recipients: who gains, who loses, which is the fairer.

use super::fairness::{Fairness, fairness};
use crate::base::IntoList;

/// Two allocations side by side (配分の比較).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the second gives more than the first, row by row.
    pub differences: Vec<i64>,
    /// How many gain by the second.
    pub gainers: u64,
    /// How many lose by the second.
    pub losers: u64,
    /// What the gainers gain in all.
    pub gained: u64,
    /// What the losers lose in all.
    pub lost: u64,
    /// How fair each is.
    pub fairness: [Fairness; 2],
}

/// Compares two allocations (配分の比較), row by row; `people` is what both are measured against, `doses` what
/// one unit holds. Amounts are at most 2^53−1.
///
/// ```
/// use vsys_core::simulation::compare;
/// let compared = compare([&[4, 3, 0], &[3, 3, 1]], &[600, 300, 100], 1_170);
/// assert_eq!(compared.differences, [-1, 0, 1]);
/// assert_eq!((compared.gainers, compared.losers, compared.gained), (1, 1, 1));
/// assert_eq!(compared.fairness.map(|fair| fair.with_nothing), [1, 0]);
/// ```
pub fn compare(amounts: [&[u64]; 2], people: &[u64], doses: u32) -> Comparison {
    let [first, second] = amounts;
    let signed = |amount: u64| i64::try_from(amount).unwrap_or(i64::MAX);
    let difference = |(&a, &b): (&u64, &u64)| signed(b) - signed(a);
    let differences: Vec<i64> = first.iter().zip(second).map(difference).list();
    let sum = |of: fn(&i64) -> bool| differences.iter().filter(|d| of(d)).map(|d| d.unsigned_abs()).sum();
    let count = |of: fn(&i64) -> bool| differences.iter().filter(|d| of(d)).map(|_| 1_u64).sum();
    Comparison {
        gainers: count(|d| *d > 0),
        losers: count(|d| *d < 0),
        gained: sum(|d| *d > 0),
        lost: sum(|d| *d < 0),
        fairness: [fairness(first, people, doses), fairness(second, people, doses)],
        differences,
    }
}
