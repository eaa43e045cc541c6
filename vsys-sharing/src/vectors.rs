//! The vectors of the processor at hand: the one file with `unsafe` of this crate.
//!
//! [`narrow`](crate::narrow) is plain code that a compiler turns into vectors of the width it may use. It is compiled
//! once for every processor of the target, and once more for those that have vectors of 256 bits.

use crate::kernel::Group;
use crate::method::Method;
use crate::narrow::{self, Narrow, Outcome, narrow_supply};
use crate::number::narrow_columns;

/// What is to be done with vectors. It is compiled into whoever runs it, so that it is a trait and not a closure.
pub(crate) trait Job {
    /// What comes of it.
    type Output;

    /// Does it; always compiled into the caller, as all that it calls and that is to have vectors.
    fn run(self) -> Self::Output;
}

/// Does a job with the widest vectors that the processor has.
pub(crate) fn run<J: Job>(job: J) -> J::Output {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // # Safety
        // The only condition of the call is that the processor has AVX2, which was just asked.
        #[expect(unsafe_code, reason = "a function for processors with AVX2, called on one")]
        return unsafe { run_avx2(job) };
    }
    run_plain(job)
}

/// Does a job with the vectors that every processor of the target has.
fn run_plain<J: Job>(job: J) -> J::Output {
    job.run()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn run_avx2<J: Job>(job: J) -> J::Output {
    job.run()
}

/// [`narrow::share`] with the widest vectors that the processor has.
pub(crate) fn share(
    group: Group<'_, u32>,
    supply: u64,
    method: Method,
    amounts: &mut [u32],
    buffers: &mut Narrow,
) -> Outcome {
    run(ShareGroup { group, supply, method, amounts, buffers })
}

/// The same for columns of 64 bits: they are made narrow, and the amounts wide again.
pub(crate) fn share_wide(
    group: Group<'_>,
    supply: u64,
    method: Method,
    amounts: &mut [u64],
    buffers: &mut Narrow,
) -> Outcome {
    run(ShareGroup { group, supply, method, amounts, buffers })
}

struct ShareGroup<'a, N> {
    group: Group<'a, N>,
    supply: u64,
    method: Method,
    amounts: &'a mut [N],
    buffers: &'a mut Narrow,
}

impl Job for ShareGroup<'_, u32> {
    type Output = Outcome;

    #[inline(always)]
    fn run(self) -> Outcome {
        let Self { group, supply, method, amounts, buffers } = self;
        let Some(supply) = narrow_supply(supply) else { return Outcome::Declined };
        narrow::share(group, supply, method, amounts, &mut buffers.work).map_or(Outcome::Declined, Outcome::Shared)
    }
}

impl Job for ShareGroup<'_, u64> {
    type Output = Outcome;

    #[inline(always)]
    fn run(self) -> Outcome {
        let Self { group, supply, method, amounts, buffers } = self;
        let Some(supply) = narrow_supply(supply) else { return Outcome::Declined };
        let Narrow { kept: [weights, floors, caps, narrow], work } = buffers;
        let lengths = [group.weights, group.floors, group.caps, amounts].map(<[u64]>::len);
        for (column, length) in [&mut *weights, &mut *floors, &mut *caps, &mut *narrow].into_iter().zip(lengths) {
            column.resize(length, 0);
        }
        if !narrow_columns(group, [&mut *weights, &mut *floors, &mut *caps]) {
            return Outcome::Declined;
        }
        let group = Group { weights, floors, caps };
        let Some(tie) = narrow::share(group, supply, method, narrow, work) else { return Outcome::Declined };
        for (amount, &narrow) in amounts.iter_mut().zip(&*narrow) {
            *amount = narrow.into();
        }
        Outcome::Shared(tie)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Scratch, UNLIMITED, general};
    use crate::method::Method;
    use crate::number::low;
    use proptest::prelude::*;

    type Rows = Vec<(u64, u64, u64)>;

    fn plain(group: Group<'_, u32>, supply: u64, method: Method, amounts: &mut [u32], buffers: &mut Narrow) -> Outcome {
        run_plain(ShareGroup { group, supply, method, amounts, buffers })
    }

    fn plain_wide(group: Group<'_>, supply: u64, method: Method, amounts: &mut [u64], buffers: &mut Narrow) -> Outcome {
        run_plain(ShareGroup { group, supply, method, amounts, buffers })
    }

    /// The same group by the general way, by plain code and by vectors; in 32 bits as well, where they fit.
    fn three_ways(rows: &Rows, supply: u64) -> [Option<(Vec<u64>, Outcome)>; 3] {
        let weights: Vec<u64> = rows.iter().map(|row| row.0).collect();
        let floors: Vec<u64> = rows.iter().map(|row| row.1).collect();
        let caps: Vec<u64> = rows.iter().map(|row| row.2).collect();
        let group = Group { weights: &weights, floors: &floors, caps: &caps };
        let mut amounts = vec![0; rows.len()];
        let tie = general(group, supply, Method::LargestRemainder, &mut amounts, &mut Scratch::default());
        let ways = [plain_wide, share_wide].map(|share| narrow(share, group, supply));
        if supply >> 32 == 0 && rows.iter().all(|row| (row.0 | row.1 | row.2.wrapping_add(1)) >> 32 == 0) {
            let half = |column: &[u64]| column.iter().map(|&number| low(number)).collect::<Vec<_>>();
            let (weights, floors, caps) = (half(&weights), half(&floors), half(&caps));
            let group = Group { weights: &weights, floors: &floors, caps: &caps };
            assert_eq!([plain, share].map(|share| narrow(share, group, supply)), ways);
        }
        let [plain, vectors] = ways;
        [Some((amounts, Outcome::Shared(tie))), plain, vectors]
    }

    /// A group by one way, in buffers that a longer group has used.
    fn narrow<N: Copy + From<u32> + Into<u64>>(
        share: fn(Group<'_, N>, u64, Method, &mut [N], &mut Narrow) -> Outcome,
        group: Group<'_, N>,
        supply: u64,
    ) -> Option<(Vec<u64>, Outcome)> {
        let rows = group.weights.len();
        let mut buffers = Narrow::default();
        let old = vec![N::from(7); 2 * rows + 40];
        share(
            Group { weights: &old, floors: &old, caps: &old },
            1 << 20,
            Method::LargestRemainder,
            &mut vec![N::from(0); old.len()],
            &mut buffers,
        );
        let mut amounts = vec![N::from(9); rows];
        let outcome = share(group, supply, Method::LargestRemainder, &mut amounts, &mut buffers);
        (outcome != Outcome::Declined).then(|| (amounts.into_iter().map(Into::into).collect(), outcome))
    }

    /// Floors and caps around a share, weights that repeat so that remainders tie.
    fn group(rows: std::ops::Range<usize>) -> impl Strategy<Value = (Rows, u64)> {
        let weight = prop_oneof![1 => Just(0), 4 => 1_u64..12, 4 => 1_u64..3_000, 1 => 1_u64..200_000];
        let bound = prop_oneof![3 => Just(0_u64), 1 => 1_u64..40, 1 => 1_u64..400];
        let room = prop_oneof![1 => Just(UNLIMITED), 1 => Just(0), 3 => 1_u64..60, 2 => 1_u64..4_000];
        (prop::collection::vec((weight, bound, room), rows), 0_u64..=1_000).prop_map(|(rows, part)| {
            let cap = |floor: u64, room: u64| if room == UNLIMITED { UNLIMITED } else { floor + room };
            let rows: Rows = rows.into_iter().map(|(weight, floor, room)| (weight, floor, cap(floor, room))).collect();
            let floors: u64 = rows.iter().map(|row| row.1).sum();
            let room: u64 = rows.iter().map(|row| (row.2 - row.1).min(1_000)).sum();
            (rows, floors + room * part / 900)
        })
    }

    fn has_weight(rows: &Rows) -> bool {
        rows.iter().any(|row| row.0 > 0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn small_groups_are_the_same_on_every_way((rows, supply) in group(1..50)) {
            prop_assume!(has_weight(&rows));
            let [general, plain, vectors] = three_ways(&rows, supply);
            prop_assert_eq!(&plain, &vectors);
            if plain.is_some() {
                prop_assert_eq!(general, plain);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2))]

        #[test]
        fn large_groups_are_the_same_on_every_way((rows, supply) in group(2_000..6_000)) {
            let [general, plain, vectors] = three_ways(&rows, supply);
            prop_assert_eq!(&plain, &vectors);
            prop_assert_eq!(general, plain);
        }
    }

    #[test]
    fn what_is_refused_or_large_is_declined() {
        let big = 1 << 31;
        let right: Rows = vec![(3, 1, 9), (4, 0, UNLIMITED)];
        assert!(three_ways(&right, 5)[1].is_some());
        for (wrong, supply) in [
            (vec![(3, 2, 1), (4, 0, 9)], 5),
            (vec![(3, 6, 9), (4, 0, 9)], 5),
            (vec![(0, 0, 9), (0, 0, 9)], 5),
            (vec![(big, 0, 9), (4, 0, 9)], 5),
            (vec![(big - 1, 0, 9), (4, 0, 9)], 5),
            (vec![(u64::MAX, 0, 9), (4, 0, 9)], 5),
            (vec![(3, u64::MAX, UNLIMITED), (4, 0, 9)], 5),
            (vec![(3, 0, 1 << 53), (4, 0, 9)], 5),
            (vec![(3, 0, UNLIMITED - 1), (4, 0, 9)], 5),
            (right, big),
        ] {
            let (weights, (floors, caps)): (Vec<_>, (Vec<_>, Vec<_>)) =
                wrong.iter().map(|&(weight, floor, cap): &(u64, u64, u64)| (weight, (floor, cap))).unzip();
            let group = Group { weights: &weights, floors: &floors, caps: &caps };
            for way in [plain_wide, share_wide] {
                assert_eq!(
                    way(group, supply, Method::LargestRemainder, &mut [0, 0], &mut Narrow::default()),
                    Outcome::Declined,
                    "{wrong:?}"
                );
            }
        }
    }

    /// The general way is for what cannot be proved; it must not be for everything.
    #[test]
    fn groups_of_every_day_go_the_narrow_way() {
        let mut narrow = 0;
        for seed in 0_u64..500 {
            let draw = |at: u64, most: u64| (seed * 1_000_003 + at * 7_919) * 2_654_435_761 % 1_000_000_007 % most;
            let rows: Rows = (0..34)
                .map(|at| {
                    let weight = 20 + draw(at, 900);
                    let floor = if draw(at + 100, 10) == 0 { 1 + weight / 5 } else { 0 };
                    (weight, floor, floor + 1 + weight * (128 + draw(at + 200, 896)) / 1_900)
                })
                .collect();
            let supply = rows.iter().map(|row| row.0).sum::<u64>() / 7;
            let [general, plain, _] = three_ways(&rows, supply);
            narrow += u32::from(plain.is_some());
            assert!(plain.is_none() || plain == general);
        }
        assert!(narrow > 480, "{narrow} of 500");
    }
}
