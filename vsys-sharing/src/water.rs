//! The water-filled share: x = clamp(λ·w, floor, cap) with Σ x = the total, exactly.

use crate::kernel::Group;
use crate::wide::Wide;

/// After this many passes the general sweep takes over, so that no input costs more than n log n.
const PASSES: usize = 48;

/// The level λ = numerator / denominator, and who is free of his bounds at it.
///
/// Free recipients have the share numerator·w/denominator; the others stand at a bound. All shares
/// of free recipients lie over the one denominator, so that remainders compare as integers.
#[derive(Debug, Default)]
pub struct Water {
    /// What the free recipients share.
    pub numerator: u64,
    /// The sum of their weights; 0 where everybody is at a bound.
    pub denominator: u128,
    /// The free, in the order of their places.
    pub free: Vec<Free>,
}

/// A recipient who is free of his bounds.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    /// The place.
    pub index: usize,
    /// The weight.
    pub weight: u64,
    floor: u64,
    most: u64,
}

impl Water {
    /// Finds the level and returns what is given in all: min(supply, Σ caps of positive weights +
    /// Σ floors of zero weights). Bound recipients get their bound in `amounts`; the free are listed
    /// in `free` in the order of codes, their amounts left at the floor.
    pub(crate) fn fill<P: Wide>(&mut self, group: Group<'_>, supply: u64, amounts: &mut [u64]) -> u64 {
        self.free.clear();
        // What the free can take at most, and what everybody has at least.
        let (mut room, mut floors, mut weights) = (0_u128, 0, 0_u128);
        for (index, ((weight, floor, most), amount)) in group.bounds(supply).zip(amounts.iter_mut()).enumerate() {
            *amount = floor;
            floors += floor;
            if most > floor {
                self.free.push(Free { index, weight, floor, most });
                room += u128::from(most - floor);
                weights += u128::from(weight);
            }
        }
        if room < u128::from(supply - floors) {
            // There is more than every cap takes.
            for free in self.free.drain(..) {
                if let Some(amount) = amounts.get_mut(free.index) {
                    *amount = free.most;
                }
            }
            (self.numerator, self.denominator) = (0, 0);
            return floors + u64::try_from(room).unwrap_or(0);
        }
        let free_floors: u64 = self.free.iter().map(|free| free.floor).sum();
        let mut rest = supply - (floors - free_floors);
        for _ in 0..PASSES {
            if !self.settle::<P>(&mut rest, &mut weights, amounts) {
                self.numerator = rest;
                self.denominator = weights;
                return supply;
            }
        }
        self.sweep(rest, amounts);
        supply
    }

    /// One pass at the level rest/weights: too many units below the floors mean that the true level
    /// is no higher, so whoever is below his floor stays there; and the other way round. Returns
    /// whether anybody was fixed.
    fn settle<P: Wide>(&mut self, rest: &mut u64, weights: &mut u128, amounts: &mut [u64]) -> bool {
        let (level, sum) = (P::of(*rest), P::of_sum(*weights));
        let (mut low_weight, mut low_floor, mut high_weight, mut high_cap) = (P::ZERO, P::ZERO, P::ZERO, P::ZERO);
        for free in &self.free {
            let share = level * P::of(free.weight);
            if share > P::of(free.most) * sum {
                high_weight = high_weight + P::of(free.weight);
                high_cap = high_cap + P::of(free.most);
            } else if free.floor > 0 && share < P::of(free.floor) * sum {
                low_weight = low_weight + P::of(free.weight);
                low_floor = low_floor + P::of(free.floor);
            }
        }
        let below = low_floor * sum - level * low_weight;
        let above = level * high_weight - high_cap * sum;
        if below == P::ZERO && above == P::ZERO {
            return false;
        }
        let (fix_low, fix_high) = (below >= above, above >= below);
        self.free.retain(|free| {
            let share = level * P::of(free.weight);
            let bound = if fix_low && share < P::of(free.floor) * sum {
                free.floor
            } else if fix_high && share > P::of(free.most) * sum {
                free.most
            } else {
                return true;
            };
            *rest -= bound;
            *weights -= u128::from(free.weight);
            if let Some(amount) = amounts.get_mut(free.index) {
                *amount = bound;
            }
            false
        });
        true
    }

    /// The general way: every floor and every cap is a level at which one recipient starts or stops
    /// to rise; in the order of these levels the sum grows piece by piece until it reaches the rest.
    fn sweep(&mut self, rest: u64, amounts: &mut [u64]) {
        let mut turns: Vec<(u64, u64, bool, usize)> = Vec::with_capacity(2 * self.free.len());
        for (at, free) in self.free.iter().enumerate() {
            turns.push((free.floor, free.weight, true, at));
            turns.push((free.most, free.weight, false, at));
        }
        let level = |bound: u64, other_weight: u64| u128::from(bound) * u128::from(other_weight);
        turns.sort_unstable_by(|a, b| level(a.0, b.1).cmp(&level(b.0, a.1)).then(a.3.cmp(&b.3)).then(b.2.cmp(&a.2)));
        let rest = u128::from(rest);
        let mut rising: u128 = 0;
        let mut standing: u128 = self.free.iter().map(|free| u128::from(free.floor)).sum();
        let mut stage = vec![Stage::Floor; self.free.len()];
        for (bound, weight, starts, at) in turns {
            if rising * u128::from(bound) + standing * u128::from(weight) >= rest * u128::from(weight) && rising > 0 {
                break;
            }
            if let Some(stage) = stage.get_mut(at) {
                *stage = if starts { Stage::Rising } else { Stage::Cap };
            }
            if starts {
                rising += u128::from(weight);
                standing -= u128::from(bound);
            } else {
                rising -= u128::from(weight);
                standing += u128::from(bound);
            }
        }
        self.numerator = u64::try_from(rest.saturating_sub(standing)).unwrap_or(0);
        self.denominator = rising;
        let mut stages = stage.iter();
        self.free.retain(|free| match stages.next() {
            Some(Stage::Rising) => true,
            Some(Stage::Cap) => {
                if let Some(amount) = amounts.get_mut(free.index) {
                    *amount = free.most;
                }
                false
            }
            _ => false,
        });
    }
}

#[derive(Clone, Copy)]
enum Stage {
    Floor,
    Rising,
    Cap,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The share of everybody, as a fraction.
    fn shares(water: &Water, group: Group<'_>, amounts: &[u64]) -> Vec<(u128, u128)> {
        let mut shares: Vec<(u128, u128)> = amounts.iter().map(|&amount| (amount.into(), 1)).collect();
        for free in &water.free {
            let share = u128::from(water.numerator) * u128::from(group.weights[free.index]);
            shares[free.index] = (share, water.denominator);
        }
        shares
    }

    proptest! {
        /// The passes and the sweep find the same shares.
        #[test]
        fn two_ways_to_one_level(
            rows in prop::collection::vec((0_u64..50, 0_u64..6, 0_u64..12), 1..12),
            part in 0_u64..=100,
        ) {
            let weights: Vec<u64> = rows.iter().map(|row| row.0).collect();
            let floors: Vec<u64> = rows.iter().map(|row| row.1).collect();
            let caps: Vec<u64> = rows.iter().map(|row| row.1 + row.2).collect();
            let group = Group { weights: &weights, floors: &floors, caps: &caps };
            let least: u64 = floors.iter().sum();
            let supply = least + (caps.iter().sum::<u64>() - least) * part / 100;
            let mut passes = Water::default();
            let mut amounts = vec![0; rows.len()];
            let total = passes.fill::<u64>(group, supply, &mut amounts);

            let mut swept = Water::default();
            let mut other = vec![0; rows.len()];
            let mut rest = total;
            for (index, (weight, floor, most)) in group.bounds(supply).enumerate() {
                other[index] = floor;
                if most > floor { swept.free.push(Free { index, weight, floor, most }); } else { rest -= floor; }
            }
            swept.sweep(rest, &mut other);
            for (one, other) in shares(&passes, group, &amounts).into_iter().zip(shares(&swept, group, &other)) {
                prop_assert_eq!(one.0 * other.1, other.0 * one.1);
            }
        }
    }
}
