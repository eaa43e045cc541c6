//! The swift way of largest remainder, for groups whose weights together and whose supply stay below 2^31:
//! the columns in 32 bits, in rows that vectors take at once.
//!
//! A level is guessed by steps of Newton's method and then proved: one exact pass at the level n/d divides every
//! share into whole part and remainder, and sums up whoever is free of his bounds. The level is the right one if and
//! only if n/d = (supply − bounds) / weights of the free. What cannot be proved here goes the general way of
//! [`Water`](super::water::Water). There is no float and nothing that depends on the width of the vectors, so that
//! every build gives the same answer.
//!
//! The functions are compiled into their callers, which choose the vectors: [`vectors`](super::vectors).

use std::cmp::Reverse;

use super::kernel::{Group, RawTie};
use super::method::Decided;

/// How many numbers a row has: two vectors of 256 bits, four of 128.
const LANES: usize = 16;

/// A row of a column. Behind the last recipient stand zeros, which share nothing.
type Row = [u32; LANES];

/// Longer columns than these rows are guessed from a part first.
const MANY: usize = 128;

/// Of which this is every how manieth row.
const PART: usize = 16;

/// After this many passes without a level the general way takes over.
const PASSES: usize = 24;

/// Weights, floors and highest amounts, in rows.
#[derive(Debug, Default)]
struct Columns {
    weights: Vec<Row>,
    floors: Vec<Row>,
    mosts: Vec<Row>,
}

/// Buffers kept from group to group.
#[derive(Debug, Default)]
pub(super) struct Narrow {
    columns: Columns,
    part: Columns,
    wholes: Vec<Row>,
    remainders: Vec<Row>,
    picked: Vec<u32>,
}

/// What a group comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Shared out, with the tied set where the cut passes through one.
    Shared(Option<RawTie>),
    /// Not for the narrow way: too large, contradictory, or with a level that was not found. The amounts are not
    /// to be used.
    Declined,
}

/// The sums of a group.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    weights: u64,
    floors: u64,
    mosts: u64,
    /// All bits of any weight or floor.
    bits: u64,
    /// All bits of any cap plus one: «no cap» has none.
    cap_bits: u64,
    /// The highest bit is set when a floor is above its cap.
    crossed: u64,
}

impl Sums {
    /// Whether a group is well-formed and small enough.
    const fn fit(&self, supply: u64) -> bool {
        let small = (self.bits | self.weights | supply) >> 31 == 0 && self.cap_bits >> 53 == 0;
        let served = self.floors <= supply && (self.weights > 0 || self.floors > 0 || supply == 0);
        small && self.crossed >> 63 == 0 && served
    }
}

/// The level n/d, and what shares at it are computed with: with `shift` bits of n/d before the point, `scale` holds
/// its first 32 bits.
#[derive(Clone, Copy, Debug)]
struct Level {
    n: u32,
    d: u32,
    scale: u32,
    shift: u32,
}

impl Level {
    /// A level with d > 0, for weights that have no other than these bits; nothing when a share could be beyond
    /// 32 bits.
    #[inline(always)]
    fn new((n, d): (u32, u32), bits: u64) -> Option<Self> {
        let shift = n.checked_div(d)?.checked_ilog2().map_or(0, |bits| bits.wrapping_add(1));
        // n < 2^31 and n/d < 2^shift, so that scale < 2^32.
        let scale = low((u64::from(n) << (32_u32.wrapping_sub(shift))).wrapping_div(u64::from(d)));
        (bits << shift <= u64::from(u32::MAX)).then_some(Self { n, d, scale, shift })
    }

    /// The whole part of the share of a weight, or one less.
    ///
    /// n·w/d − w·2^shift·scale/2^32 = w·2^(shift−32)·(n·2^(32−shift)/d − scale), which is at least 0 and, as
    /// w·2^shift < 2^32, below 1.
    #[inline(always)]
    fn whole(self, weight: u32) -> u32 {
        low(u64::from(weight.wrapping_shl(self.shift)).wrapping_mul(u64::from(self.scale)) >> 32)
    }
}

/// Who is free of his bounds at a level: the sum of their weights, and the sum of the others' bounds.
#[derive(Clone, Copy, Debug)]
struct Side {
    weights: u32,
    bounds: u64,
}

/// Shares a supply out by largest remainder, if the group is for the narrow way; well-formed is no condition:
/// whatever the checks of a request would refuse is declined.
#[inline(always)]
pub(super) fn share(group: Group<'_>, supply: u64, amounts: &mut [u64], buffers: &mut Narrow) -> Outcome {
    let sums = buffers.columns.load(group, supply);
    if !sums.fit(supply) {
        return Outcome::Declined;
    }
    let Narrow { columns, part, wholes, remainders, picked } = buffers;
    if sums.mosts <= supply || sums.floors == supply {
        let rows = if sums.floors == supply { &columns.floors } else { &columns.mosts };
        write(amounts, rows);
        return Outcome::Shared(None);
    }
    let supply = low(supply);
    let Some(level) = columns.guess(supply, &sums, part).and_then(|level| Level::new(level, sums.bits)) else {
        return Outcome::Declined;
    };
    let Some((given, with_remainder)) = columns.divide(level, supply, wholes, remainders) else {
        return Outcome::Declined;
    };
    // The remainders add up to units·d, and each is below d: there are more of them than units.
    let units = supply.wrapping_sub(given);
    if units == 0 {
        write(amounts, wholes);
        return Outcome::Shared(None);
    }
    let Some(cut) = nth_largest(remainders, units, with_remainder, level.d, picked) else {
        return Outcome::Declined;
    };
    let at_least = round(amounts, wholes, remainders, cut);
    if at_least == units {
        return Outcome::Shared(None);
    }
    Outcome::Shared(tie(amounts, &columns.weights, remainders, cut, at_least.wrapping_sub(units)))
}

impl Columns {
    /// Copies a group and sums it up. What does not fit shows in the sums.
    #[inline(always)]
    fn load(&mut self, group: Group<'_>, supply: u64) -> Sums {
        let rows = group.weights.len().div_ceil(LANES);
        for column in [&mut self.weights, &mut self.floors, &mut self.mosts] {
            column.resize(rows, [0; LANES]);
            if let Some(last) = column.last_mut() {
                *last = [0; LANES];
            }
        }
        let mut sums = Sums::default();
        let given = group.weights.iter().zip(group.floors).zip(group.caps);
        let own = self.weights.as_flattened_mut().iter_mut().zip(self.floors.as_flattened_mut());
        for (((&weight, &floor), &cap), ((own_weight, own_floor), own_most)) in
            given.zip(own.zip(self.mosts.as_flattened_mut()))
        {
            // Compared as signed numbers, which vectors can: what is out of range is declined anyway.
            let signed = |number: u64| number.cast_signed();
            sums.crossed |= cap.wrapping_sub(floor) & !cap;
            let most = if signed(cap) < 0 || signed(cap) > signed(supply) { supply } else { cap };
            let most = if signed(most) < signed(floor) || weight == 0 { floor } else { most };
            sums.weights = sums.weights.wrapping_add(weight);
            sums.floors = sums.floors.wrapping_add(floor);
            sums.mosts = sums.mosts.wrapping_add(most);
            sums.bits |= weight | floor;
            sums.cap_bits |= cap.wrapping_add(1);
            (*own_weight, *own_floor, *own_most) = (low(weight), low(floor), low(most));
        }
        sums
    }

    /// A level that is right, unless whole parts one too small led astray.
    #[inline(always)]
    fn guess(&self, supply: u32, sums: &Sums, part: &mut Self) -> Option<(u32, u32)> {
        let mut level = (supply, low(sums.weights));
        if self.weights.len() > MANY {
            part.take(self);
            let weights =
                part.weights.as_flattened().iter().fold(0_u64, |sum, &weight| sum.wrapping_add(weight.into()));
            let share = u64::from(supply).wrapping_mul(weights).checked_div(sums.weights)?;
            level = part.approach(level, low(share), sums.bits);
        }
        self.newton(level, supply, sums.bits)
    }

    /// Some of the rows.
    #[inline(always)]
    fn take(&mut self, all: &Self) {
        let columns = [(&mut self.weights, &all.weights), (&mut self.floors, &all.floors)];
        for (part, all) in columns.into_iter().chain([(&mut self.mosts, &all.mosts)]) {
            part.clear();
            part.extend(all.iter().step_by(PART));
        }
    }

    /// A few steps without a proof.
    #[inline(always)]
    fn approach(&self, mut level: (u32, u32), supply: u32, bits: u64) -> (u32, u32) {
        for _ in 0..6 {
            let Some(at) = Level::new(level, bits) else { break };
            let side = self.side(at);
            let next = (supply.saturating_sub(low(side.bounds)), side.weights);
            if next.0 == 0 || next.1 == 0 || next == level {
                break;
            }
            level = next;
        }
        level
    }

    /// Newton's method, kept between a level that is too low and one that is too high.
    #[inline(always)]
    fn newton(&self, mut level: (u32, u32), supply: u32, bits: u64) -> Option<(u32, u32)> {
        let (mut low_level, mut high_level) = ((0, 1), (1, 0));
        for _ in 0..PASSES {
            let side = self.side(Level::new(level, bits)?);
            let rest = i64::from(supply).wrapping_sub(side.bounds.cast_signed());
            let have = i64::from(level.0).wrapping_mul(side.weights.into());
            let need = rest.wrapping_mul(level.1.into());
            if have == need {
                return Some(level);
            }
            if have < need {
                low_level = level;
            } else {
                high_level = level;
            }
            let next = (u32::try_from(rest).unwrap_or(0), side.weights);
            level =
                if below(low_level, next) && below(next, high_level) { next } else { between(low_level, high_level) };
        }
        None
    }

    /// Who is free at a level, by whole parts that can be one too small. A sum of bounds beyond 2^32, at a level
    /// far too high, comes out wrong; the proof finds that.
    #[inline(always)]
    fn side(&self, level: Level) -> Side {
        let (mut weights, mut bounds) = ([0_u32; LANES], [0_u32; LANES]);
        for ((weight, floor), most) in self.weights.iter().zip(&self.floors).zip(&self.mosts) {
            let lanes = weight.iter().zip(floor).zip(most).zip(&mut weights).zip(&mut bounds);
            for ((((&weight, &floor), &most), weights), bounds) in lanes {
                let whole = level.whole(weight);
                let bound = if whole < floor { floor } else { most };
                let out = (whole < floor) | (whole >= most);
                *bounds = bounds.wrapping_add(if out { bound } else { 0 });
                *weights = weights.wrapping_add(if out { 0 } else { weight });
            }
        }
        Side { weights: low(sum(&weights)), bounds: sum(&bounds) & u64::from(u32::MAX) }
    }

    /// Divides the shares at a level and proves it. Gives the whole parts together, and how many have a remainder;
    /// nothing if the level is not the right one.
    #[inline(always)]
    fn divide(
        &self,
        level: Level,
        supply: u32,
        wholes: &mut Vec<Row>,
        remainders: &mut Vec<Row>,
    ) -> Option<(u32, u32)> {
        let (mut weights, mut bounds) = ([0_u32; LANES], [0_u32; LANES]);
        let (mut given, mut with_remainder) = ([0_u32; LANES], [0_u32; LANES]);
        let mut bits = [0_u32; LANES];
        wholes.clear();
        remainders.clear();
        wholes.reserve(self.weights.len());
        remainders.reserve(self.weights.len());
        for ((weight, floor), most) in self.weights.iter().zip(&self.floors).zip(&self.mosts) {
            let (mut whole_row, mut remainder_row) = ([0; LANES], [0; LANES]);
            let lanes = weight.iter().zip(floor).zip(most).zip(&mut whole_row).zip(&mut remainder_row);
            let sums = weights.iter_mut().zip(&mut bounds).zip(&mut given).zip(&mut with_remainder).zip(&mut bits);
            for (
                ((((&weight, &floor), &most), whole_out), remainder_out),
                ((((weights, bounds), given), with_remainder), bits),
            ) in lanes.zip(sums)
            {
                let whole = level.whole(weight);
                // Below 2·d < 2^32 for whoever is below his highest amount; the others' is not used.
                let remainder = level.n.wrapping_mul(weight).wrapping_sub(whole.wrapping_mul(level.d));
                let more = remainder >= level.d;
                let whole = whole.wrapping_add(u32::from(more));
                let remainder = remainder.wrapping_sub(if more { level.d } else { 0 });
                let bound = if whole < floor { floor } else { most };
                let out = (whole < floor) | (whole >= most);
                *bounds = bounds.wrapping_add(if out { bound } else { 0 });
                *weights = weights.wrapping_add(if out { 0 } else { weight });
                let whole = if out { bound } else { whole };
                let remainder = if out { 0 } else { remainder };
                *given = given.wrapping_add(whole);
                // Every amount is below 2^31, so that no sum passes 2^32 without having had the highest bit.
                *bits |= *given;
                *with_remainder = with_remainder.wrapping_add(u32::from(remainder > 0));
                (*whole_out, *remainder_out) = (whole, remainder);
            }
            wholes.push(whole_row);
            remainders.push(remainder_row);
        }
        let rest = u64::from(supply).checked_sub(sum(&bounds))?;
        let proved = bits.iter().all(|bits| bits >> 31 == 0)
            && u64::from(level.n).wrapping_mul(sum(&weights)) == rest.wrapping_mul(level.d.into());
        proved.then(|| (low(sum(&given)), low(sum(&with_remainder))))
    }
}

/// Adds one unit to whoever has a remainder from the cut upwards, and counts them.
#[inline(always)]
fn round(amounts: &mut [u64], wholes: &[Row], remainders: &[Row], cut: u32) -> u32 {
    let mut at_least: u32 = 0;
    let parts = wholes.as_flattened().iter().zip(remainders.as_flattened());
    for (amount, (&whole, &remainder)) in amounts.iter_mut().zip(parts) {
        let up = u32::from(remainder >= cut);
        at_least = at_least.wrapping_add(up);
        *amount = whole.wrapping_add(up).into();
    }
    at_least
}

/// More recipients stand at the cut than there are units for: the heavier, then those with the smaller code keep
/// theirs.
fn tie(amounts: &mut [u64], weights: &[Row], remainders: &[Row], cut: u32, too_many: u32) -> Option<RawTie> {
    let mut order: Vec<(Reverse<u32>, usize)> = Vec::new();
    for ((remainders, weights), first) in remainders.iter().zip(weights).zip((0..).step_by(LANES)) {
        // Most rows have nobody at the cut; vectors see that at once.
        if remainders.iter().fold(0, |hit, &remainder| hit | u32::from(remainder == cut)) == 0 {
            continue;
        }
        let lanes = (first..).zip(remainders.iter().zip(weights));
        let at_cut = lanes.filter(|(_, (remainder, _))| **remainder == cut);
        order.extend(at_cut.map(|(index, (_, weight))| (Reverse(*weight), index)));
    }
    order.sort_unstable();
    let winners = order.len().checked_sub(usize::try_from(too_many).ok()?)?;
    let (won, lost) = order.split_at_checked(winners)?;
    for (_, index) in lost {
        if let Some(amount) = amounts.get_mut(*index) {
            *amount = amount.wrapping_sub(1);
        }
    }
    let ((last, _), (first, _)) = (won.last()?, lost.first()?);
    let decided = if last == first { Decided::SmallerCode } else { Decided::LargerWeight };
    let mut tied: Vec<usize> = order.iter().map(|(_, index)| *index).collect();
    tied.sort_unstable();
    Some(RawTie { tied, units: u64::try_from(winners).ok()?, decided })
}

/// The n-th largest of numbers below `end`, of which so many are above zero; n is at least 1 and at most that many.
///
/// Counting closes in on it from both sides, until only few numbers are left to select from.
#[inline(always)]
fn nth_largest(rows: &[Row], n: u32, above_zero: u32, end: u32, picked: &mut Vec<u32>) -> Option<u32> {
    // At least n numbers are above `bottom`, fewer than n above `top`.
    let (mut bottom, mut above_bottom) = (0, above_zero);
    let (mut top, mut above_top) = (end, 0);
    let few = u32::try_from(rows.len() / 4).unwrap_or(u32::MAX).max(64);
    for _ in 0..8 {
        let (span, count) = (top.wrapping_sub(bottom), above_bottom.wrapping_sub(above_top));
        if count <= few || span < 4 {
            break;
        }
        // The numbers are spread evenly, more or less.
        let steps = u64::from(above_bottom.wrapping_sub(n)).wrapping_mul(span.into()).checked_div(count.into())?;
        let aim = bottom.wrapping_add(low(steps));
        let slack = (span / 32).wrapping_add(1);
        let marks = [aim.saturating_sub(slack).max(bottom), aim.saturating_add(slack).min(top)];
        for (mark, above) in marks.into_iter().zip(count_above(rows, marks)) {
            if above >= n {
                (bottom, above_bottom) = (mark, above);
            } else if mark < top {
                (top, above_top) = (mark, above);
            }
        }
    }
    picked.clear();
    for row in rows {
        let hit = row.iter().fold(0, |hit, &number| hit | u32::from((number > bottom) & (number <= top)));
        if hit > 0 {
            picked.extend(row.iter().filter(|&&number| number > bottom && number <= top));
        }
    }
    let place =
        usize::try_from(n.wrapping_sub(above_top).wrapping_sub(1)).ok().filter(|place| *place < picked.len())?;
    let (_, nth, _) = picked.select_nth_unstable_by(place, |a, b| b.cmp(a));
    Some(*nth)
}

/// How many numbers are above each of two marks.
#[inline(always)]
fn count_above(rows: &[Row], [a, b]: [u32; 2]) -> [u32; 2] {
    let (mut above_a, mut above_b) = ([0_u32; LANES], [0_u32; LANES]);
    for row in rows {
        for ((&number, above_a), above_b) in row.iter().zip(&mut above_a).zip(&mut above_b) {
            *above_a = above_a.wrapping_add(u32::from(number > a));
            *above_b = above_b.wrapping_add(u32::from(number > b));
        }
    }
    [low(sum(&above_a)), low(sum(&above_b))]
}

#[inline(always)]
fn write(amounts: &mut [u64], rows: &[Row]) {
    for (amount, &row) in amounts.iter_mut().zip(rows.as_flattened()) {
        *amount = row.into();
    }
}

#[inline(always)]
fn sum(lanes: &Row) -> u64 {
    lanes.iter().fold(0, |sum, &lane| sum.wrapping_add(lane.into()))
}

/// Whether one level is below another; (1, 0) is above all.
#[inline(always)]
fn below(a: (u32, u32), b: (u32, u32)) -> bool {
    u64::from(a.0).wrapping_mul(b.1.into()) < u64::from(b.0).wrapping_mul(a.1.into())
}

/// A level half-way between two; twice the lower one where there is no upper one.
#[inline(always)]
fn between((a, b): (u32, u32), (c, d): (u32, u32)) -> (u32, u32) {
    let product = |x: u32, y: u32| u128::from(x).wrapping_mul(y.into());
    let (n, d) = if d == 0 {
        (product(a, 2).wrapping_add(u128::from(a == 0)), b.into())
    } else {
        (product(a, d).wrapping_add(product(c, b)), product(b, d).wrapping_mul(2))
    };
    let excess = (128_u32.wrapping_sub((n | d).leading_zeros())).saturating_sub(31);
    let cut = |number: u128| u32::try_from(number >> excess).unwrap_or(u32::MAX);
    (cut(n), cut(d))
}

/// The lower half of a number.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "only the lower half is wanted")]
const fn low(number: u64) -> u32 {
    number as u32
}
