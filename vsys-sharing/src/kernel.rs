//! One group of recipients shares one supply: the inner loop of everything else.
//!
//! Recipients stand in the order of their codes, so that «smaller code» is «smaller index».

use crate::divisor;
use crate::largest_remainder::{self, Claim};
use crate::method::{Decided, Method};
use crate::narrow::{Narrow, Outcome};
use crate::number::{ColumnNumber, Number};
use crate::rank::Ranking;
use crate::water::Water;
use crate::wide::Wide;

/// «No cap» (上限なし) in a column of caps of 64 bits.
pub const UNLIMITED: u64 = u64::MAX;

/// Recipients as columns: weights, floors, caps ([`UNLIMITED`] for none), in the order of codes.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a, N = u64> {
    /// The weights (重み); nobody without one rises above the floor.
    pub weights: &'a [N],
    /// The least each gets.
    pub floors: &'a [N],
    /// The most each may get.
    pub caps: &'a [N],
}

impl<'a, N: Number> Group<'a, N> {
    /// Weight, floor and highest amount of each recipient.
    #[inline]
    pub fn bounds(self, supply: u64) -> impl Iterator<Item = (u64, u64, u64)> + Clone + 'a {
        self.weights.iter().zip(self.floors).zip(self.caps).map(move |((&weight, &floor), &cap)| {
            let (weight, floor): (u64, u64) = (weight.into(), floor.into());
            (weight, floor, highest(weight, floor, cap.into(), supply))
        })
    }
}

/// The highest amount: without a weight nobody rises above the floor, and nobody above the whole supply.
#[inline]
pub(crate) fn highest(weight: u64, floor: u64, cap: u64, supply: u64) -> u64 {
    if weight == 0 { floor } else { cap.min(supply).max(floor) }
}

impl<'a> Group<'a> {
    /// The recipients of a range.
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let part = |column: &'a [u64]| column.get(range.clone()).unwrap_or_default();
        Self { weights: part(self.weights), floors: part(self.floors), caps: part(self.caps) }
    }

    pub(crate) fn sum_of_weights(self) -> u128 {
        self.weights.iter().map(|&weight| u128::from(weight)).sum()
    }

    /// Whether products of a weight sum and an amount fit in 64 bits.
    fn is_narrow(self, supply: u64) -> bool {
        // A sum of a thousand weights below 2^53 cannot overflow; longer columns are summed wide.
        let sum =
            if self.weights.len() <= 1_024 { self.weights.iter().sum::<u64>().into() } else { self.sum_of_weights() };
        supply <= u64::from(u32::MAX) && sum <= u128::from(u32::MAX)
    }
}

/// Equal claims where the supply ended: who, how many units went among them, and what decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTie {
    /// The places of the tied set, in order.
    pub tied: Vec<usize>,
    /// The units that went among them.
    pub units: u64,
    /// What decided.
    pub decided: Decided,
}

/// Buffers kept from group to group, and what the last group left in them.
#[derive(Debug, Default)]
pub struct Scratch {
    /// The level that [`general`] found.
    pub water: Water,
    pub(crate) short_claims: Vec<Claim<u64>>,
    pub(crate) long_claims: Vec<Claim<u128>>,
    pub(crate) narrow: Narrow,
    pub(crate) ranking: Ranking,
}

impl Scratch {
    /// The level at which the narrow way has just shared, as numerator and denominator, and the remainders over that
    /// denominator, place by place; nothing where everybody got his floor or his highest amount. With them, where to
    /// put the remainders in order.
    pub fn found(&mut self) -> Option<((u32, u32), &[u32], &mut Ranking)> {
        let (level, remainders) = self.narrow.found()?;
        Some((level, remainders, &mut self.ranking))
    }
}

/// Shares `supply` out into `amounts` by the narrow way or by [`general`], and leaves no level behind. The caller has
/// checked what [`general`] asks for.
pub fn share(
    group: Group<'_>,
    supply: u64,
    method: Method,
    amounts: &mut [u64],
    scratch: &mut Scratch,
) -> Option<RawTie> {
    match share_narrow(group, supply, method, amounts, scratch) {
        Outcome::Shared(tie) => tie,
        Outcome::Declined => general(group, supply, method, amounts, scratch),
    }
}

/// Shares out what the narrow way takes. Nothing need be checked before: whatever is out of range or contradicts itself is
/// declined, and nobody shares by weights that are all zero.
#[inline]
pub fn share_narrow<N: ColumnNumber>(
    group: Group<'_, N>,
    supply: u64,
    method: Method,
    amounts: &mut [N],
    scratch: &mut Scratch,
) -> Outcome {
    N::share_narrow(group, supply, method, amounts, scratch)
}

/// [`share_narrow`] for one width of numbers, and whoever shares them.
#[inline(always)]
pub(crate) fn share_narrow_in<N: Number>(
    share: impl FnOnce(Group<'_, N>, u64, Method, &mut [N], &mut Narrow) -> Outcome,
    group: Group<'_, N>,
    supply: u64,
    method: Method,
    amounts: &mut [N],
    scratch: &mut Scratch,
) -> Outcome {
    // Adams and Hill ask for more checks than the narrow way makes.
    if method.gives_everyone_one() {
        return Outcome::Declined;
    }
    let outcome = share(group, supply, method, amounts, &mut scratch.narrow);
    match outcome {
        Outcome::Shared(_) if method != Method::LargestRemainder && scratch.narrow.found().is_some() => {
            Outcome::Shared(divisor::settle(group, supply, supply, method, amounts))
        }
        _ => outcome,
    }
}

/// Shares `supply` out into `amounts` and leaves the water level in the scratch, for whoever explains it. Gives the tied
/// set, where the cut passes through one. The caller has checked: floors ≤ caps, Σ floors ≤ supply, and a positive weight wherever something is to be shared.
#[inline(never)]
pub fn general(
    group: Group<'_>,
    supply: u64,
    method: Method,
    amounts: &mut [u64],
    scratch: &mut Scratch,
) -> Option<RawTie> {
    if group.is_narrow(supply) {
        share_in::<u64>(group, supply, method, amounts, scratch)
    } else {
        share_in::<u128>(group, supply, method, amounts, scratch)
    }
}

fn share_in<P: Wide>(
    group: Group<'_>,
    supply: u64,
    method: Method,
    amounts: &mut [u64],
    scratch: &mut Scratch,
) -> Option<RawTie> {
    let total = scratch.water.fill::<P>(group, supply, amounts);
    match method {
        Method::LargestRemainder => largest_remainder::round::<P>(amounts, scratch),
        _ => divisor::round::<P>(group, supply, total, method, amounts, scratch),
    }
}
