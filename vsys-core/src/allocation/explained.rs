//! Why amounts are what they are, in columns: what all rows share stands once, what differs stands in one column each.

use std::cmp::Ordering;

use vsys_sharing::{Claim, ColumnNumber, Decided, Group, Method, Priority, Ranking, RawTie, Scratch, UNLIMITED, Water};

use super::explanation::{Bound, Explanation, Origin};
use crate::base::Fraction;

/// Why each amount of a group is what it is, in columns (配分理由の列). The rest of an [`Explanation`] follows from the
/// request's own columns, and is made when somebody asks for it: [`ShareBuffers::explanation`](super::ShareBuffers::explanation).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainedColumns {
    /// What the group had to share.
    supply: u64,
    method: Method,
    /// The weights of the group.
    weights: u128,
    level: Level,
    bounds: Vec<Bound>,
    ranks: Vec<u32>,
    remainders: usize,
    rounded_up: usize,
    /// The rows of the tied set in order, and what decided there.
    tied: Vec<usize>,
    decided: Option<Decided>,
}

/// A level at which shares are numerator·weight/denominator; with a denominator of zero everybody is at a bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Level {
    numerator: u64,
    denominator: u128,
}

/// The figures of one row that its request has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) weight: u64,
    pub(super) floor: u64,
    pub(super) cap: u64,
    pub(super) amount: u64,
}

impl ExplainedColumns {
    /// Which bound holds the share of each row.
    pub fn bounds(&self) -> &[Bound] {
        &self.bounds
    }

    /// Largest remainder: the place of each row's remainder among all above zero, from 1; 0 for a whole share. Whoever
    /// stands at [`rounded_up`](Self::rounded_up) or before got one unit more.
    pub fn ranks(&self) -> &[u32] {
        &self.ranks
    }

    /// Largest remainder: how many remainders there are.
    pub const fn remainders(&self) -> usize {
        self.remainders
    }

    /// Largest remainder: how many of them were rounded up.
    pub const fn rounded_up(&self) -> usize {
        self.rounded_up
    }

    /// The weights of the group together: the quota of a row is supply·weight over them.
    pub const fn weights(&self) -> u128 {
        self.weights
    }

    /// The level λ of the water-filled share clamp(λ·weight, floor, cap); nothing where everybody is at a bound.
    pub const fn level(&self) -> Option<Fraction> {
        match self.level {
            Level { denominator: 0, .. } => None,
            Level { numerator, denominator } => Some(Fraction::new(numerator as u128, denominator)),
        }
    }

    /// Whether a row belongs to the tied set.
    pub fn is_tied(&self, row: usize) -> bool {
        self.tied.binary_search(&row).is_ok()
    }

    /// Nothing is explained any more.
    pub(super) fn clear(&mut self) {
        self.bounds.clear();
        self.ranks.clear();
        self.tied.clear();
    }

    /// Explains a group that was just shared in the narrow way. False, and nothing is explained,
    /// where that way does not know the level, or not the one level.
    pub(super) fn explain_narrow<N: ColumnNumber>(
        &mut self,
        group: Group<'_, N>,
        supply: u64,
        method: Method,
        scratch: &mut Scratch,
        tie: Option<&RawTie>,
    ) -> bool {
        let Some((level, remainders, ranking)) = scratch.found() else { return false };
        self.begin(group, supply, method, tie);
        if !self.bound_narrow(group, supply, level) {
            return false;
        }
        if method == Method::LargestRemainder {
            self.rank_narrow(remainders, group.weights, level.1, ranking);
        }
        true
    }

    /// Explains a group that was just shared in the general way.
    pub(super) fn explain(
        &mut self,
        group: Group<'_>,
        supply: u64,
        method: Method,
        amounts: &[u64],
        water: &Water,
        tie: Option<&RawTie>,
    ) {
        self.begin(group, supply, method, tie);
        let (numerator, denominator) = (water.numerator, water.denominator);
        self.bound_wide(group, supply, amounts, Level { numerator, denominator });
        if method == Method::LargestRemainder {
            let remainder = |weight: u64| {
                let share = u128::from(numerator) * u128::from(weight);
                share.checked_rem(denominator).unwrap_or(0)
            };
            let claims = water.free.iter().map(|free| Claim {
                remainder: remainder(free.weight),
                weight: free.weight,
                index: free.index,
            });
            self.rank_wide(&mut claims.filter(|claim| claim.remainder > 0).collect::<Vec<_>>(), denominator);
        }
    }

    /// What a group has in common.
    fn begin<N: ColumnNumber>(&mut self, group: Group<'_, N>, supply: u64, method: Method, tie: Option<&RawTie>) {
        self.clear();
        self.supply = supply;
        self.method = method;
        self.weights = group.weights.iter().map(|&weight| u128::from(weight.into())).sum();
        self.tied.extend(tie.iter().flat_map(|tie| &tie.tied));
        self.decided = tie.map(|tie| tie.decided);
        (self.remainders, self.rounded_up) = (0, 0);
        self.ranks.resize(group.weights.len(), 0);
    }

    /// The bounds at a level of which, as of all weights and bounds, products fit in 64 bits. False where nobody is
    /// strictly between his bounds, so that other levels give the same shares.
    fn bound_narrow<N: ColumnNumber>(&mut self, group: Group<'_, N>, supply: u64, (n, d): (u32, u32)) -> bool {
        self.level = Level { numerator: n.into(), denominator: d.into() };
        let (n, d) = (u64::from(n), u64::from(d));
        let mut free = false;
        self.bounds.extend(group.weights.iter().zip(group.floors).zip(group.caps).map(|((&weight, &floor), &cap)| {
            let (weight, floor, cap): (u64, u64, u64) = (weight.into(), floor.into(), cap.into());
            let most = if weight == 0 { floor } else { cap.min(supply) };
            let (share, low, high) = (n.wrapping_mul(weight), d.wrapping_mul(floor), d.wrapping_mul(most));
            free |= low < share && share < high;
            bound(weight, share.cmp(&low), share.cmp(&high), most == floor)
        }));
        free
    }

    /// The bounds at a level of any size.
    fn bound_wide(&mut self, group: Group<'_>, supply: u64, amounts: &[u64], level: Level) {
        self.level = level;
        let rows = group.bounds(supply).zip(amounts);
        self.bounds.extend(rows.map(|((weight, floor, most), amount)| {
            if level.denominator == 0 {
                // Nobody is free: whoever is above his floor is at his cap.
                return if weight == 0 || *amount <= floor { Bound::Floor } else { Bound::Cap };
            }
            let share = u128::from(level.numerator) * u128::from(weight);
            let at = |bound: u64| share.cmp(&(u128::from(bound) * level.denominator));
            bound(weight, at(floor), at(most), most == floor)
        }));
    }

    /// The places of remainders below a denominator of 32 bits, row by row.
    fn rank_narrow<N: ColumnNumber>(&mut self, remainders: &[u32], weights: &[N], end: u32, ranking: &mut Ranking) {
        let sum: u64 = remainders.iter().map(|&remainder| u64::from(remainder)).sum();
        let order = ranking.order(remainders, weights, end);
        self.set_ranks(order, sum.into(), end.into());
    }

    /// The places of remainders below a denominator of any size.
    fn rank_wide(&mut self, claims: &mut [Claim<u128>], denominator: u128) {
        claims.sort_unstable_by(Claim::order);
        let sum = claims.iter().map(|claim| claim.remainder).sum();
        self.set_ranks(claims.iter().map(|claim| claim.index), sum, denominator);
    }

    /// Remainders add up to as many times their denominator as units are left for them.
    fn set_ranks(&mut self, order: impl ExactSizeIterator<Item = usize>, sum: u128, denominator: u128) {
        self.remainders = order.len();
        self.rounded_up = sum.checked_div(denominator).and_then(|units| usize::try_from(units).ok()).unwrap_or(0);
        for (place, index) in (1..).zip(order) {
            if let Some(rank) = self.ranks.get_mut(index) {
                *rank = place;
            }
        }
    }

    /// Columns in the order of ids, put into the order of the rows: `rows` has the row at each place of that order.
    pub(super) fn restore(&mut self, rows: &[usize]) {
        let (bounds, ranks) = (self.bounds.clone(), self.ranks.clone());
        for ((&row, bound), rank) in rows.iter().zip(bounds).zip(ranks) {
            if let (Some(own_bound), Some(own_rank)) = (self.bounds.get_mut(row), self.ranks.get_mut(row)) {
                (*own_bound, *own_rank) = (bound, rank);
            }
        }
        for tied in &mut self.tied {
            *tied = rows.get(*tied).copied().unwrap_or(*tied);
        }
        self.tied.sort_unstable();
    }

    /// One row as a record; nothing where there is no such row.
    pub(super) fn record(&self, at: usize, row: Row, id: String, origin: Origin) -> Option<Explanation> {
        let Row { weight, floor, cap, amount } = row;
        let (bound, rank) = (*self.bounds.get(at)?, *self.ranks.get(at)?);
        let most = if weight == 0 { floor } else { cap.min(self.supply).max(floor) };
        let share = match bound {
            Bound::Free => Fraction::new(u128::from(self.level.numerator) * u128::from(weight), self.level.denominator),
            Bound::Floor => Fraction::whole(floor),
            Bound::Cap => Fraction::whole(most),
        };
        let priority = |units: u64| {
            let priority = Priority::new(weight, units, self.method);
            (priority.divisor() > 0).then(|| Fraction::new(priority.claim(), priority.divisor()))
        };
        let divisor = self.method != Method::LargestRemainder && weight > 0;
        Some(Explanation {
            id,
            amount,
            origin,
            method: self.method,
            supply: self.supply,
            recipients: self.bounds.len(),
            weight,
            weights: self.weights,
            quota: (self.weights > 0)
                .then(|| Fraction::new(u128::from(self.supply) * u128::from(weight), self.weights)),
            floor,
            cap: (cap != UNLIMITED).then_some(cap),
            share,
            bound,
            rank: usize::try_from(rank).ok().filter(|rank| *rank > 0),
            remainders: self.remainders,
            rounded_up: self.rounded_up,
            last_priority: if divisor && amount > floor { priority(amount - 1) } else { None },
            next_priority: if divisor && amount < most { priority(amount) } else { None },
            tie: self.decided.filter(|_| self.is_tied(at)),
        })
    }
}

/// Which bound holds a share that compares so to the floor and to the highest amount, and whether these are one.
#[inline]
const fn bound(weight: u64, to_floor: Ordering, to_most: Ordering, fixed: bool) -> Bound {
    let low = if fixed { weight == 0 || to_floor.is_le() } else { to_floor.is_lt() };
    let high = if fixed { to_floor.is_gt() } else { to_most.is_gt() };
    if low {
        Bound::Floor
    } else if high {
        Bound::Cap
    } else {
        Bound::Free
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vsys_sharing::{Outcome, general, share_narrow};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// The two ways to share explain themselves in the same words.
        #[test]
        fn the_narrow_way_shares_and_explains_as_the_general_one_does(
            rows in prop::collection::vec((0_u64..40, 0_u64..5, prop_oneof![3 => 0_u64..12, 1 => Just(UNLIMITED)]), 1..60),
            part in 0_u64..=100,
            method in prop::sample::select(&[Method::LargestRemainder, Method::Webster, Method::Jefferson]),
        ) {
            let weights: Vec<u64> = rows.iter().map(|row| row.0).collect();
            let floors: Vec<u64> = rows.iter().map(|row| row.1).collect();
            let caps: Vec<u64> = rows.iter().map(|row| row.1.saturating_add(row.2)).collect();
            let group = Group { weights: &weights, floors: &floors, caps: &caps };
            let least: u64 = floors.iter().sum();
            let supply = least + rows.iter().map(|row| row.2.min(20)).sum::<u64>() * part / 100;
            prop_assume!(weights.iter().any(|weight| *weight > 0));
            let (mut scratch, mut amounts) = (Scratch::default(), vec![0; rows.len()]);
            let narrow = share_narrow(group, supply, method, &mut amounts, &mut scratch);
            let Outcome::Shared(tie) = narrow else { return Ok(()) };
            let mut columns = ExplainedColumns::default();
            let explained = columns.explain_narrow(group, supply, method, &mut scratch, tie.as_ref());
            let mut general_amounts = vec![0; rows.len()];
            let general_tie = general(group, supply, method, &mut general_amounts, &mut scratch);
            prop_assert_eq!((amounts, tie), (general_amounts.clone(), general_tie.clone()));
            if !explained {
                return Ok(());
            }
            let mut expected = ExplainedColumns::default();
            expected.explain(group, supply, method, &general_amounts, &scratch.water, general_tie.as_ref());
            prop_assert_eq!(columns.level(), expected.level());
            let level = columns.level;
            expected.level = level;
            prop_assert_eq!(columns, expected);
        }
    }
}
