//! The places of remainders in the ruled order, among many.

use std::cmp::Reverse;

use crate::number::Number;

/// Buffers kept from group to group.
#[derive(Debug, Default)]
pub struct Ranking {
    /// Where each bucket goes on, by the upper bits of what a remainder lacks.
    starts: Vec<usize>,
    /// What a remainder lacks to the denominator in the upper half, the row in the lower: smaller comes first.
    keys: Vec<u64>,
}

/// There are at most 2 to the power of this many buckets.
const MOST_BITS: u32 = 16;

impl Ranking {
    /// The rows of all remainders above zero, in the ruled order: larger remainder, larger weight, smaller row. All are
    /// below `end`.
    pub fn order<N: Number>(
        &mut self,
        remainders: &[u32],
        weights: &[N],
        end: u32,
    ) -> impl ExactSizeIterator<Item = usize> {
        let bits = u32::BITS.wrapping_sub(end.leading_zeros());
        let shift = bits.saturating_sub((weights.len() | 1).ilog2().wrapping_add(1).min(MOST_BITS));
        let bucket = |lack: u32| usize::try_from(lack >> shift).unwrap_or(0);
        let lacks = remainders.iter().take(weights.len()).map(|remainder| end.wrapping_sub(*remainder)).zip(0_u32..);
        let lacks = lacks.filter(|(lack, _)| *lack < end);
        let Self { starts, keys } = self;
        starts.clear();
        starts.resize(bucket(end).wrapping_add(1), 0);
        for (lack, _) in lacks.clone() {
            if let Some(count) = starts.get_mut(bucket(lack)) {
                *count = count.wrapping_add(1);
            }
        }
        let mut sum: usize = 0;
        for start in starts.iter_mut() {
            let count = std::mem::replace(start, sum);
            sum = sum.wrapping_add(count);
        }
        keys.clear();
        keys.resize(sum, 0);
        for (lack, row) in lacks {
            let Some(start) = starts.get_mut(bucket(lack)) else { continue };
            if let Some(key) = keys.get_mut(*start) {
                *key = u64::from(lack) << 32 | u64::from(row);
            }
            *start = start.wrapping_add(1);
        }
        let (lack, weight) =
            (|key: u64| key >> 32, |key: &u64| weights.get(row(*key)).map_or(0, |&weight| weight.into()));
        for bucket in keys.chunk_by_mut(|a, b| lack(*a) >> shift == lack(*b) >> shift) {
            bucket.sort_unstable();
            // Of those that lack the same the heavier comes first; mostly they weigh the same.
            for equal in bucket.chunk_by_mut(|a, b| lack(*a) == lack(*b)).filter(|equal| equal.len() > 1) {
                if !equal.is_sorted_by_key(|key| Reverse(weight(key))) {
                    equal.sort_unstable_by_key(|key| (Reverse(weight(key)), *key));
                }
            }
        }
        keys.iter().map(|&key| row(key))
    }
}

fn row(key: u64) -> usize {
    usize::try_from(key & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against a sort by the rule.
        #[test]
        fn the_order_is_the_ruled_one(
            rows in prop::collection::vec((prop_oneof![0_u32..9, 0_u32..1_000_000], 0_u32..4), 0..200),
            end in prop_oneof![1_000_000_u32..2_000_000, Just((1 << 31) - 1)],
        ) {
            let (remainders, weights): (Vec<u32>, Vec<u32>) = rows.into_iter().unzip();
            let mut expected: Vec<usize> = (0..weights.len()).filter(|&row| remainders[row] > 0).collect();
            expected.sort_by_key(|&row| (Reverse(remainders[row]), Reverse(weights[row]), row));
            let mut ranking = Ranking::default();
            let _old = ranking.order(&[5, 5, 1], &[1_u32, 2, 3], 6).len();
            prop_assert_eq!(ranking.order(&remainders, &weights, end).collect::<Vec<_>>(), expected);
        }
    }
}
