//! The swift way through a level, and through a whole hierarchy, where all weights together and the supply stay below
//! 2^31: columns are made narrow once, and every giver's recipients are a part of them.

use std::ops::Range;

use crate::divisor;
use crate::kernel::{Group, RawTie, Scratch, general};
use crate::method::Method;
use crate::narrow::{Columns, LANES, Outcome, Sums, last_row_of, narrow_supply};
use crate::number::{Number, WideColumns, narrow_columns};
use crate::vectors::{self, Job};

/// Buffers kept from scenario to scenario: the nation as its one recipient, and the levels from the top.
#[derive(Debug, Default)]
pub struct NarrowTree {
    levels: Vec<Level>,
    wide: WideColumns,
}

/// A level in columns of 32 bits, with room for one row behind the last recipient.
#[derive(Debug, Default)]
struct Level {
    weights: Vec<u32>,
    floors: Vec<u32>,
    /// The caps; of givers their recipients' highest amounts together. The highest number where that is too much.
    caps: Vec<u32>,
    /// All bits of any weight of a giver's recipients.
    bits: Vec<u32>,
    amounts: Vec<u32>,
}

/// Shares a supply through all levels of a hierarchy; tells what nobody of the lowest level got. Nothing comes out where it
/// is not for this way, as all that is contradictory or out of range is not.
///
/// `starts` says for each level where the recipients of each giver begin, and one more at the end; `lowest` has the
/// recipients of the lowest level. The amounts stand in the buffers.
#[inline(never)]
pub fn share_tree(
    starts: &[Vec<usize>],
    lowest: Group<'_>,
    supply: u64,
    method: Method,
    buffers: &mut NarrowTree,
    scratch: &mut Scratch,
) -> Option<u64> {
    vectors::run(ShareTree { starts, lowest, supply, method, buffers, scratch })
}

struct ShareTree<'a> {
    starts: &'a [Vec<usize>],
    lowest: Group<'a>,
    supply: u64,
    method: Method,
    buffers: &'a mut NarrowTree,
    scratch: &'a mut Scratch,
}

impl Job for ShareTree<'_> {
    type Output = Option<u64>;

    #[inline(always)]
    fn run(self) -> Option<u64> {
        let Self { starts, lowest, supply, method, buffers, scratch } = self;
        let supply = narrow_supply(supply)?;
        // Adams and Hill ask for more checks than this way makes.
        if method.gives_everyone_one() {
            return None;
        }
        let NarrowTree { levels, wide } = buffers;
        levels.resize_with(starts.len().checked_add(1)?, Level::default);
        levels.last_mut()?.narrow(lowest)?;
        for (place, starts) in starts.iter().enumerate().rev() {
            let (above, below) = levels.split_at_mut(place.checked_add(1)?);
            above.last_mut()?.sum_up(below.first()?, starts, supply)?;
        }
        let nation = levels.first_mut()?;
        if !nation.sums(0)?.are_served(supply) {
            return None;
        }
        *nation.amounts.first_mut()? = supply;
        for (place, starts) in starts.iter().enumerate() {
            let (above, below) = levels.split_at_mut(place.checked_add(1)?);
            let (above, below) = (above.last()?, below.first_mut()?);
            for (giver, range) in ranges(starts).enumerate().filter(|(_, range)| !range.is_empty()) {
                let (sums, received) = (above.sums(giver)?, *above.amounts.get(giver)?);
                if below.share(&range, received, method, &sums, scratch).is_none() {
                    below.share_generally(range, received, method, scratch, wide)?;
                }
            }
        }
        // Nobody gets more than there is, so that no sum runs over.
        let amounts = levels.last()?.amounts.get(..lowest.weights.len())?;
        Some(supply.wrapping_sub(amounts.iter().fold(0, |sum: u32, &amount| sum.wrapping_add(amount))).into())
    }
}

impl NarrowTree {
    /// The amounts of so many recipients of a level, after a scenario was shared.
    pub fn amounts(&self, level: usize, recipients: usize) -> impl Iterator<Item = u64> {
        let level = level.checked_add(1).and_then(|level| self.levels.get(level));
        let amounts = level.map_or([].as_slice(), |level| &level.amounts);
        amounts.iter().take(recipients).map(|&amount| amount.into())
    }
}

/// Buffers for a level that is shared giver by giver, kept from level to level.
#[derive(Debug, Default)]
pub struct NarrowLevel(Level);

impl NarrowLevel {
    /// Shares what each giver received among its recipients; `starts` says where they begin, and one more at the end. Tells
    /// in the order of givers who has a tie, and who is left to [`share`](crate::share), as all that is contradictory or out
    /// of range is: the amounts of their recipients are not to be used.
    #[inline(never)]
    pub fn share(
        &mut self,
        starts: &[usize],
        recipients: Group<'_>,
        received: &[u64],
        method: Method,
        amounts: &mut [u64],
        scratch: &mut Scratch,
    ) -> Vec<(usize, Outcome)> {
        let Self(level) = self;
        vectors::run(ShareLevel { starts, recipients, received, method, amounts, level, scratch })
    }
}

struct ShareLevel<'a> {
    starts: &'a [usize],
    recipients: Group<'a>,
    received: &'a [u64],
    method: Method,
    amounts: &'a mut [u64],
    level: &'a mut Level,
    scratch: &'a mut Scratch,
}

impl Job for ShareLevel<'_> {
    type Output = Vec<(usize, Outcome)>;

    #[inline(always)]
    fn run(self) -> Self::Output {
        let Self { starts, recipients, received, method, amounts, level, scratch } = self;
        // Adams and Hill ask for more checks than this way makes.
        if method.gives_everyone_one() || level.narrow(recipients).is_none() {
            return (0..received.len()).map(|giver| (giver, Outcome::Declined)).collect();
        }
        let mut told = Vec::new();
        for ((giver, range), &received) in ranges(starts).enumerate().zip(received) {
            // No closure: it would not be compiled for the vectors of the processor.
            let shared = level.share_received(&range, received, method, scratch);
            match shared.and_then(|cut| cut.tie(scratch)) {
                Some(None) => {}
                Some(tie) => told.push((giver, Outcome::Shared(tie))),
                None => told.push((giver, Outcome::Declined)),
            }
        }
        for (amount, &narrow) in amounts.iter_mut().zip(&level.amounts) {
            *amount = narrow.into();
        }
        told
    }
}

/// Where the supply of a group ended.
enum Cut {
    /// So many of those who stand at the cut got a unit more; nothing where all of them did.
    Among(Option<usize>),
    /// Told by a divisor method.
    Told(Option<RawTie>),
}

impl Cut {
    /// The tied set of the group that was just shared, if there is one.
    fn tie(self, scratch: &Scratch) -> Option<Option<RawTie>> {
        match self {
            Self::Among(None) => Some(None),
            Self::Among(Some(winners)) => Some(Some(scratch.narrow.work.tie(winners)?)),
            Self::Told(tie) => Some(tie),
        }
    }
}

/// The recipients of each giver.
pub fn ranges(starts: &[usize]) -> impl Iterator<Item = Range<usize>> + '_ {
    starts.iter().zip(starts.iter().skip(1)).map(|(&from, &to)| from..to)
}

impl Level {
    /// Makes room for so many recipients.
    fn resize(&mut self, recipients: usize) {
        let Self { weights, floors, caps, bits, amounts } = self;
        for column in [weights, floors, caps, bits, amounts] {
            column.resize(recipients.saturating_add(LANES), 0);
        }
    }

    /// The recipients of the lowest level.
    #[inline(always)]
    fn narrow(&mut self, wide: Group<'_>) -> Option<()> {
        self.resize(wide.weights.len());
        narrow_columns(wide, [&mut self.weights, &mut self.floors, &mut self.caps]).then_some(())
    }

    /// The sums of the recipients of each giver; nothing where a number is out of range or a floor above a cap.
    #[inline(always)]
    fn sum_up(&mut self, below: &Self, starts: &[usize], supply: u32) -> Option<()> {
        self.resize(starts.len().saturating_sub(1));
        let sums = self.weights.iter_mut().zip(&mut self.floors).zip(&mut self.caps).zip(&mut self.bits);
        for (range, (((weight, floor), cap), bits)) in ranges(starts).zip(sums) {
            let sums = Columns::part(below.columns(), &range)?.sums(supply)?;
            (*weight, *floor, *cap, *bits) = (sums.weights, sums.floors, sums.mosts, sums.bits);
        }
        Some(())
    }

    #[inline(always)]
    fn columns(&self) -> [&[u32]; 3] {
        [&self.weights, &self.floors, &self.caps]
    }

    /// What the recipients of a giver come to.
    #[inline(always)]
    fn sums(&self, giver: usize) -> Option<Sums> {
        let of = |column: &[u32]| column.get(giver).copied();
        Some(Sums {
            weights: of(&self.weights)?,
            floors: of(&self.floors)?,
            mosts: of(&self.caps)?,
            bits: of(&self.bits)?,
        })
    }

    /// [`share`](Self::share) for an amount of any size.
    #[inline(always)]
    fn share_received(
        &mut self,
        range: &Range<usize>,
        received: u64,
        method: Method,
        scratch: &mut Scratch,
    ) -> Option<Cut> {
        let received = narrow_supply(received)?;
        let sums = Columns::part(self.columns(), range)?.sums(received)?;
        if sums.are_served(received) { self.share(range, received, method, &sums, scratch) } else { None }
    }

    /// Shares what a giver received among a range of recipients. The row behind them is written on, too: it belongs to
    /// those who come next.
    #[inline(always)]
    fn share(
        &mut self,
        range: &Range<usize>,
        received: u32,
        method: Method,
        sums: &Sums,
        scratch: &mut Scratch,
    ) -> Option<Cut> {
        let columns = Columns::part([&self.weights, &self.floors, &self.caps], range)?;
        let weights = self.weights.get(range.clone())?;
        let room = self.amounts.get_mut(range.start..last_row_of(range).checked_add(LANES)?)?;
        let winners = columns.share(received, method, sums, weights, room, &mut scratch.narrow.work)?;
        if method != Method::LargestRemainder && scratch.narrow.found().is_some() {
            let group = Group { weights, floors: self.floors.get(range.clone())?, caps: self.caps.get(range.clone())? };
            let received = received.into();
            let amounts = self.amounts.get_mut(range.clone())?;
            return Some(Cut::Told(divisor::settle(group, received, received, method, amounts)));
        }
        Some(Cut::Among(winners))
    }

    /// The same for those whose level was not found.
    #[cold]
    fn share_generally(
        &mut self,
        range: Range<usize>,
        received: u32,
        method: Method,
        scratch: &mut Scratch,
        wide: &mut WideColumns,
    ) -> Option<()> {
        let Self { weights, floors, caps, amounts, .. } = self;
        let group = Group {
            weights: weights.get(range.clone())?,
            floors: floors.get(range.clone())?,
            caps: caps.get(range.clone())?,
        };
        u32::in_64_bits(group, amounts.get_mut(range)?, wide, |group, amounts| {
            general(group, received.into(), method, amounts, scratch);
        });
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// Whoever is not left has what the general way gives, with the same tie.
        #[test]
        fn a_level_is_shared_as_each_giver_by_himself(
            groups in prop::collection::vec(
                (prop::collection::vec((0_u64..60, 0_u64..5, 0_u64..30), 0..40), 0_u64..=1_000),
                1..12,
            ),
            method in prop::sample::select(&Method::ALL),
            huge in prop_oneof![9 => Just(false), 1 => Just(true)],
        ) {
            let rows: Vec<(u64, u64, u64)> = groups.iter().flat_map(|(rows, _)| rows).copied().collect();
            let mut weights: Vec<u64> = rows.iter().map(|row| row.0).collect();
            if let Some(weight) = weights.first_mut().filter(|_| huge) {
                *weight = 1 << 31;
            }
            let floors: Vec<u64> = rows.iter().map(|row| row.1).collect();
            let caps: Vec<u64> = rows.iter().map(|row| row.1 + row.2).collect();
            let mut starts = vec![0];
            starts.extend(groups.iter().scan(0, |at, (rows, _)| { *at += rows.len(); Some(*at) }));
            let received: Vec<u64> = groups.iter().map(|(rows, part)| {
                let least: u64 = rows.iter().map(|row| row.1).sum();
                least + rows.iter().map(|row| row.2).sum::<u64>() * part / 900
            }).collect();
            let all = Group { weights: &weights, floors: &floors, caps: &caps };
            let (mut level, mut scratch, mut amounts) = (NarrowLevel::default(), Scratch::default(), vec![7; rows.len()]);
            let told = level.share(&starts, all, &received, method, &mut amounts, &mut scratch);
            prop_assert!(told.is_sorted_by_key(|(giver, _)| *giver));
            prop_assert!(!huge || rows.is_empty() || told.len() == groups.len());
            let mut others = Scratch::default();
            for (giver, (range, &received)) in ranges(&starts).zip(&received).enumerate() {
                let group = all.part(range.clone());
                let has_weight = group.weights.iter().any(|weight| *weight > 0);
                let tie = match told.iter().find(|(told, _)| *told == giver) {
                    Some((_, Outcome::Declined)) => continue,
                    Some((_, Outcome::Shared(tie))) => tie.clone(),
                    None => None,
                };
                if !has_weight && received > 0 {
                    continue;
                }
                let mut expected = vec![0; range.len()];
                let expected_tie = general(group, received, method, &mut expected, &mut others);
                prop_assert_eq!((&amounts[range], tie), (expected.as_slice(), expected_tie));
            }
        }
    }
}
