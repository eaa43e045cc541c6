//! The swift way of largest remainder, and to the first guess of Webster and Jefferson, for groups whose weights together
//! and whose supply stay below 2^31: columns of 32 bits, in rows that vectors take at once.
//!
//! A level is guessed by steps of Newton's method and then proved: one exact pass at the level n/d divides every
//! share into whole part and remainder, and sums up whoever is free of his bounds. The level is the right one if and
//! only if n/d = (supply − bounds) / weights of the free. What cannot be proved here goes the general way of
//! [`Water`](crate::water::Water). There is no float and nothing that depends on the width of the vectors, so that
//! every build gives the same answer.
//!
//! The functions are compiled into their callers, which choose the vectors: [`vectors`](crate::vectors).

use std::cmp::Reverse;
use std::ops::Range;

use crate::cut::cut;
use crate::kernel::{Group, RawTie};
use crate::method::{Decided, Method};
use crate::number::low;

/// How many numbers a row has: two vectors of 256 bits, four of 128. Rows of eight or fewer tempt compilers to take
/// eight rows at once and turn them over.
pub(crate) const LANES: usize = 16;

/// A row of a column. Behind the last recipient stand zeros, which share nothing.
pub(crate) type Row = [u32; LANES];

/// Of longer columns than these rows a part is asked first.
pub(crate) const MANY: usize = 128;

/// Of which this is every how manieth row.
pub(crate) const PART: usize = 16;

/// After this many passes without a level the general way takes over.
const PASSES: usize = 24;

/// So many units more or less than the supply are left to whoever moves unit by unit.
const NEAR: u64 = 32;

/// A column in whole rows, and one row more for the rest.
type Rows<'a> = (&'a [Row], Row);

/// Buffers kept from group to group.
#[derive(Debug, Default)]
pub(crate) struct Narrow {
    /// Weights, floors, caps and amounts of 64 bits, made narrow.
    pub(crate) kept: [Vec<u32>; 4],
    pub(crate) work: Work,
}

/// What sharing works with, and what the last group left there.
#[derive(Debug, Default)]
pub(crate) struct Work {
    remainders: Vec<Row>,
    picked: Vec<u32>,
    /// Who stands at the cut, in the ruled order.
    at_cut: Vec<(Reverse<u32>, usize)>,
    /// The level of the last group, as numerator and denominator, where one was found.
    level: Option<(u32, u32)>,
}

impl Work {
    /// The tied set of the last group: who stood at its cut, and how many of them won.
    pub(crate) fn tie(&self, winners: usize) -> Option<RawTie> {
        let (won, lost) = self.at_cut.split_at_checked(winners)?;
        let ((last, _), (first, _)) = (won.last()?, lost.first()?);
        let decided = if last == first { Decided::SmallerCode } else { Decided::LargerWeight };
        let mut tied: Vec<usize> = self.at_cut.iter().map(|(_, index)| *index).collect();
        tied.sort_unstable();
        Some(RawTie { tied, units: u64::try_from(winners).ok()?, decided })
    }
}

impl Narrow {
    /// The level of the group that was just shared, and the remainders over its denominator; nothing where everybody
    /// got his floor or his highest amount.
    pub(crate) fn found(&self) -> Option<((u32, u32), &[u32])> {
        Some((self.work.level?, self.work.remainders.as_flattened()))
    }
}

/// What a group comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Shared out, with the tied set where the cut passes through one.
    Shared(Option<RawTie>),
    /// Not for the narrow way: too large, contradictory, or with a level that was not found. The amounts are not
    /// to be used.
    Declined,
}

/// Weights, floors and caps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns<'a> {
    weights: Rows<'a>,
    floors: Rows<'a>,
    caps: Rows<'a>,
}

/// What of a group decides how it is shared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sums {
    /// Below 2^31, as the floors.
    pub(crate) weights: u32,
    pub(crate) floors: u32,
    /// The highest amounts together; the highest number where they reach 2^31.
    pub(crate) mosts: u32,
    /// All bits of any weight.
    pub(crate) bits: u32,
}

impl Sums {
    /// Whether a supply reaches for the floors, and somebody is there for the rest.
    #[inline(always)]
    pub(crate) const fn are_served(&self, supply: u32) -> bool {
        self.floors <= supply && (self.weights > 0 || self.floors > 0 || supply == 0)
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
    fn new((n, d): (u32, u32), bits: u32) -> Option<Self> {
        let quotient = (u64::from(n) << 32).checked_div(d.into())?;
        let shift = (quotient >> 32).checked_ilog2().map_or(0, |bits| bits.wrapping_add(1));
        // n/d < 2^shift, so that scale < 2^32.
        let scale = low(quotient >> shift);
        (u64::from(bits) << shift <= u64::from(u32::MAX)).then_some(Self { n, d, scale, shift })
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

/// A supply that the narrow way takes.
#[inline(always)]
pub(crate) fn narrow_supply(supply: u64) -> Option<u32> {
    u32::try_from(supply).ok().filter(|supply| supply >> 31 == 0)
}

/// Shares a supply out by largest remainder, or rounds the shares as Webster or Jefferson does, if the group is for the
/// narrow way; well-formed is no condition: whatever the checks of a request would refuse is declined.
#[inline(always)]
pub(crate) fn share(
    group: Group<'_, u32>,
    supply: u32,
    method: Method,
    amounts: &mut [u32],
    work: &mut Work,
) -> Option<Option<RawTie>> {
    work.level = None;
    let columns = Columns::of(group);
    let sums = columns.sums(supply).filter(|sums| sums.are_served(supply))?;
    let winners = columns.share(supply, method, &sums, group.weights, amounts, work)?;
    Some(if let Some(winners) = winners { Some(work.tie(winners)?) } else { None })
}

impl<'a> Columns<'a> {
    /// All recipients of a group.
    #[inline(always)]
    fn of(group: Group<'a, u32>) -> Self {
        let rows = |column: &'a [u32]| {
            let (rows, rest) = column.as_chunks();
            let mut last = [0; LANES];
            for (lane, number) in last.iter_mut().zip(rest) {
                *lane = *number;
            }
            (rows, last)
        };
        Self { weights: rows(group.weights), floors: rows(group.floors), caps: rows(group.caps) }
    }

    /// A part of columns that go on for at least a row behind it.
    #[inline(always)]
    pub(crate) fn part(columns: [&'a [u32]; 3], range: &Range<usize>) -> Option<Self> {
        let [weights, floors, caps] = columns;
        let rows = |column| rows_of_part(column, range);
        Some(Self { weights: rows(weights)?, floors: rows(floors)?, caps: rows(caps)? })
    }

    /// Shares a supply that serves these sums. The amounts may have room for whole rows. Tells how many of those at the
    /// cut won, where there was not enough for all of them.
    ///
    /// Where every processor has the same vectors it need not be compiled into each caller, and a page loads less.
    #[cfg_attr(target_arch = "x86_64", inline(always))]
    #[cfg_attr(not(target_arch = "x86_64"), inline(never))]
    pub(crate) fn share(
        &self,
        supply: u32,
        method: Method,
        sums: &Sums,
        weights: &[u32],
        amounts: &mut [u32],
        work: &mut Work,
    ) -> Option<Option<usize>> {
        let Work { remainders, picked, at_cut, level: found } = work;
        *found = None;
        if sums.floors == supply {
            for (amount, floor) in amounts.iter_mut().zip(numbers(&self.floors)) {
                *amount = floor;
            }
            return Some(None);
        }
        if sums.mosts <= supply {
            self.write_mosts(supply, amounts);
            return Some(None);
        }
        let (level, given) = self.level(supply, sums, amounts, remainders)?;
        *found = Some((level.n, level.d));
        // The remainders add up to units·d, and each is below d: there are more of them than units.
        let units = supply.wrapping_sub(given);
        if method != Method::LargestRemainder {
            self.round_by_divisor(level, supply, method, sums, amounts, remainders)?;
            return Some(None);
        }
        if units == 0 {
            return Some(None);
        }
        let cut = cut(remainders, units, level.d, picked)?;
        let at_least = round(amounts, remainders, cut);
        if at_least == units {
            return Some(None);
        }
        Some(Some(settle_tie(amounts, weights, remainders, cut, at_least.wrapping_sub(units), at_cut)?))
    }

    /// All rows but the last one.
    #[inline(always)]
    fn rows(&self) -> impl Iterator<Item = [&'a Row; 3]> {
        let rows = self.weights.0.iter().zip(self.floors.0).zip(self.caps.0);
        rows.map(|((weights, floors), caps)| [weights, floors, caps])
    }

    /// The last row.
    #[inline(always)]
    const fn last(&self) -> [&Row; 3] {
        [&self.weights.1, &self.floors.1, &self.caps.1]
    }

    /// Sums the columns up; nothing unless they are well-formed and small enough.
    #[inline(always)]
    pub(crate) fn sums(&self, supply: u32) -> Option<Sums> {
        let mut lanes = SumLanes::default();
        for row in self.rows() {
            lanes.add(row, supply);
        }
        lanes.add(self.last(), supply);
        lanes.sums()
    }

    /// Everybody gets as much as he may.
    fn write_mosts(&self, supply: u32, amounts: &mut [u32]) {
        let rows = numbers(&self.weights).zip(numbers(&self.floors)).zip(numbers(&self.caps));
        for (amount, ((weight, floor), cap)) in amounts.iter_mut().zip(rows) {
            *amount = if weight == 0 { floor } else { cap.min(supply) };
        }
    }

    /// Finds the level, and writes the whole parts and the remainders at it. Gives the whole parts together besides.
    #[inline(always)]
    fn level(&self, supply: u32, sums: &Sums, amounts: &mut [u32], remainders: &mut Vec<Row>) -> Option<(Level, u32)> {
        let mut newton = Newton { supply, level: (supply, sums.weights), too_low: (0, 1), too_high: (1, 0) };
        if self.weights.0.len() > MANY {
            newton.level = self.approach(newton.level, sums);
        }
        for _ in 0..PASSES {
            let change = newton.step(self.side(Level::new(newton.level, sums.bits)?));
            // One in so many moves of the level takes a recipient across a bound. Where that is unlikely, the level
            // is tried.
            if change.is_below(self.weights.0.len().wrapping_add(1).wrapping_mul(2 * LANES)) {
                let level = Level::new(newton.level, sums.bits)?;
                match self.divide(level, amounts, remainders)?.proved(level, supply) {
                    Some(given) => return Some((level, given)),
                    None if change.is_none() => return None,
                    None => {}
                }
            }
        }
        None
    }

    /// A few steps on a part of the rows, without a proof.
    #[inline(always)]
    fn approach(&self, level: (u32, u32), sums: &Sums) -> (u32, u32) {
        let mut weights = [0_u32; LANES];
        for [row, ..] in self.rows().step_by(PART) {
            for (sum, weight) in weights.iter_mut().zip(row) {
                *sum = sum.wrapping_add(*weight);
            }
        }
        let share = u64::from(level.0).wrapping_mul(sum(&weights)).checked_div(sums.weights.into());
        let mut newton = Newton { supply: share.map_or(0, low), level, too_low: (0, 1), too_high: (1, 0) };
        for _ in 0..6 {
            let Some(at) = Level::new(newton.level, sums.bits) else { return level };
            let mut lanes = SideLanes::default();
            for row in self.rows().step_by(PART) {
                lanes.add(at, row);
            }
            if newton.step(lanes.side()).is_none() {
                break;
            }
        }
        newton.level
    }

    /// Who is free at a level, by whole parts that can be one too small. A sum of bounds beyond 2^32, at a level
    /// far too high, comes out wrong; the proof finds that.
    #[inline(always)]
    fn side(&self, level: Level) -> Side {
        let mut lanes = SideLanes::default();
        for row in self.rows() {
            lanes.add(level, row);
        }
        lanes.add(level, self.last());
        lanes.side()
    }

    /// Rounds the shares at a level by a divisor method, and at levels near it, until they come to about the supply.
    /// Every level gives a first part of the order of all units.
    #[inline(always)]
    fn round_by_divisor(
        &self,
        mut level: Level,
        supply: u32,
        method: Method,
        sums: &Sums,
        amounts: &mut [u32],
        remainders: &mut Vec<Row>,
    ) -> Option<()> {
        for _ in 0..4 {
            let given = self.divide(level, amounts, remainders)?.given()?;
            // Webster rounds up from half, Jefferson nobody; twice a remainder is below 2^32.
            let cut = if method == Method::Webster { level.d.div_ceil(2) } else { level.d };
            let given = given.checked_add(round(amounts, remainders, cut))?;
            let missing = i64::from(supply).wrapping_sub(given.into());
            let next = u32::try_from(i64::from(level.n).wrapping_add(missing)).ok().filter(|n| *n > 0 && n >> 31 == 0);
            let Some(next) = next.and_then(|n| Level::new((n, level.d), sums.bits)) else { break };
            if missing.unsigned_abs() <= NEAR {
                break;
            }
            level = next;
        }
        Some(())
    }

    /// Divides the shares at a level: writes the whole parts and the remainders.
    #[inline(always)]
    fn divide(&self, level: Level, amounts: &mut [u32], remainders: &mut Vec<Row>) -> Option<DivideLanes> {
        let mut lanes = DivideLanes::default();
        remainders.resize(self.weights.0.len().wrapping_add(1), [0; LANES]);
        let (own_last, own) = remainders.split_last_mut()?;
        let (chunks, rest) = amounts.as_chunks_mut::<LANES>();
        for ((row, remainders), amounts) in self.rows().zip(own).zip(chunks.iter_mut()) {
            *amounts = lanes.add(level, row, remainders);
        }
        let wholes = lanes.add(level, self.last(), own_last);
        if let Some(amounts) = chunks.get_mut(self.weights.0.len()) {
            *amounts = wholes;
        }
        for (amount, whole) in rest.iter_mut().zip(wholes) {
            *amount = whole;
        }
        Some(lanes)
    }
}

/// Sums of the columns, lane by lane.
#[derive(Default)]
struct SumLanes {
    weights: Row,
    floors: Row,
    mosts: Row,
    bits: Row,
    /// The highest bit is set where a floor is above its cap, or a number or a sum of weights or floors reaches 2^31.
    /// All sums are below 2^32 as long as that has not happened.
    signs: Row,
    /// The same for the sum of the highest amounts.
    most_signs: Row,
}

impl SumLanes {
    #[inline(always)]
    fn add(&mut self, [weights, floors, caps]: [&Row; 3], supply: u32) {
        let row = weights.iter().zip(floors).zip(caps);
        let sums = self.weights.iter_mut().zip(&mut self.floors).zip(&mut self.mosts);
        let marks = self.bits.iter_mut().zip(&mut self.signs).zip(&mut self.most_signs);
        for ((((&weight, &floor), &cap), ((sum, floors), mosts)), ((bits, signs), most_signs)) in
            row.zip(sums).zip(marks)
        {
            let most = cap.min(supply);
            *bits |= weight;
            *sum = sum.wrapping_add(weight);
            *floors = floors.wrapping_add(floor);
            *signs |= floor | *sum | *floors | most.wrapping_sub(floor);
            *mosts = mosts.wrapping_add(if weight == 0 { floor } else { most });
            *most_signs |= *mosts;
        }
    }

    #[inline(always)]
    fn sums(&self) -> Option<Sums> {
        let any = |lanes: &Row| lanes.iter().fold(0, |all, &lane| all | lane);
        let (weights, floors, bits) = (sum(&self.weights), sum(&self.floors), any(&self.bits));
        let mosts = if any(&self.most_signs) >> 31 == 0 { sum(&self.mosts) } else { u64::MAX };
        let small = (weights | floors | u64::from(any(&self.signs) | bits)) >> 31 == 0;
        let mosts = u32::try_from(mosts).ok().filter(|mosts| mosts >> 31 == 0).unwrap_or(u32::MAX);
        small.then_some(Sums { weights: low(weights), floors: low(floors), mosts, bits })
    }
}

/// Who is free of his bounds at a level: the sum of their weights, and the sum of the others' bounds.
#[derive(Clone, Copy, Debug)]
struct Side {
    weights: u32,
    bounds: u64,
}

#[derive(Default)]
struct SideLanes {
    weights: Row,
    bounds: Row,
}

impl SideLanes {
    #[inline(always)]
    fn add(&mut self, level: Level, [weights, floors, caps]: [&Row; 3]) {
        let row = weights.iter().zip(floors).zip(caps);
        for (((&weight, &floor), &cap), (weights, bounds)) in row.zip(self.weights.iter_mut().zip(&mut self.bounds)) {
            let whole = level.whole(weight);
            let bound = if whole < floor { floor } else { cap };
            let out = (whole < floor) | (whole >= cap);
            *bounds = bounds.wrapping_add(if out { bound } else { 0 });
            *weights = weights.wrapping_add(if out { 0 } else { weight });
        }
    }

    #[inline(always)]
    fn side(&self) -> Side {
        Side { weights: low(sum(&self.weights)), bounds: sum(&self.bounds) & u64::from(u32::MAX) }
    }
}

#[derive(Default)]
struct DivideLanes {
    side: SideLanes,
    given: Row,
    signs: Row,
}

impl DivideLanes {
    /// Divides the shares of a row: gives the whole parts and writes the remainders.
    #[inline(always)]
    fn add(&mut self, level: Level, [weights, floors, caps]: [&Row; 3], remainders: &mut Row) -> Row {
        let mut wholes = [0; LANES];
        let row = weights.iter().zip(floors).zip(caps).zip(remainders).zip(&mut wholes);
        let side = self.side.weights.iter_mut().zip(&mut self.side.bounds);
        let sums = side.zip(&mut self.given).zip(&mut self.signs);
        for (((((&weight, &floor), &cap), remainder_out), whole_out), (((weights, bounds), given), signs)) in
            row.zip(sums)
        {
            let whole = level.whole(weight);
            // Below 2·d < 2^32.
            let remainder = level.n.wrapping_mul(weight).wrapping_sub(whole.wrapping_mul(level.d));
            let more = remainder >= level.d;
            let whole = whole.wrapping_add(u32::from(more));
            let remainder = remainder.wrapping_sub(if more { level.d } else { 0 });
            let bound = if whole < floor { floor } else { cap };
            let out = (whole < floor) | (whole >= cap);
            *bounds = bounds.wrapping_add(if out { bound } else { 0 });
            *weights = weights.wrapping_add(if out { 0 } else { weight });
            let whole = if out { bound } else { whole };
            *given = given.wrapping_add(whole);
            // As long as no amount and no sum has the highest bit, no sum passes 2^32.
            *signs |= whole | *given;
            *whole_out = whole;
            *remainder_out = if out { 0 } else { remainder };
        }
        wholes
    }

    /// The whole parts together, if none of the sums ran over.
    #[inline(always)]
    fn given(&self) -> Option<u32> {
        self.signs.iter().all(|signs| signs >> 31 == 0).then(|| u32::try_from(sum(&self.given)).ok())?
    }

    /// The same, if the level is the right one.
    #[inline(always)]
    fn proved(&self, level: Level, supply: u32) -> Option<u32> {
        let given = self.given()?;
        let rest = u64::from(supply).checked_sub(sum(&self.side.bounds))?;
        let right = u64::from(level.n).wrapping_mul(sum(&self.side.weights)) == rest.wrapping_mul(level.d.into());
        right.then_some(given)
    }
}

/// Newton's method, kept between a level that is too low and one that is too high.
struct Newton {
    supply: u32,
    level: (u32, u32),
    too_low: (u32, u32),
    too_high: (u32, u32),
}

/// How far a step goes, as a part of the level.
#[derive(Clone, Copy)]
struct Change {
    part: u64,
    whole: u64,
}

impl Change {
    #[inline(always)]
    const fn is_none(self) -> bool {
        self.part == 0
    }

    /// Whether it is smaller than one of so many parts.
    #[inline(always)]
    fn is_below(self, parts: usize) -> bool {
        u64::try_from(parts).is_ok_and(|parts| self.part.saturating_mul(parts) <= self.whole)
    }
}

impl Newton {
    /// From a level, and who is free at it, to a better one.
    #[inline(always)]
    fn step(&mut self, side: Side) -> Change {
        let rest = i64::from(self.supply).wrapping_sub(side.bounds.cast_signed());
        let have = i64::from(self.level.0).wrapping_mul(side.weights.into());
        let need = rest.wrapping_mul(self.level.1.into());
        if have == need {
            return Change { part: 0, whole: 1 };
        }
        if have < need {
            self.too_low = self.level;
        } else {
            self.too_high = self.level;
        }
        let next = (u32::try_from(rest).unwrap_or(0), side.weights);
        if below(self.too_low, next) && below(next, self.too_high) {
            self.level = next;
            Change { part: have.abs_diff(need), whole: have.max(need).unsigned_abs() }
        } else {
            self.level = between(self.too_low, self.too_high);
            Change { part: 1, whole: 0 }
        }
    }
}

/// Adds one unit to whoever has a remainder from the cut upwards, and counts them.
#[inline(always)]
fn round(amounts: &mut [u32], remainders: &[Row], cut: u32) -> u32 {
    let mut at_least: u32 = 0;
    for (amount, &remainder) in amounts.iter_mut().zip(remainders.as_flattened()) {
        let up = u32::from(remainder >= cut);
        at_least = at_least.wrapping_add(up);
        *amount = amount.wrapping_add(up);
    }
    at_least
}

/// More recipients stand at the cut than there are units for: the heavier, then those with the smaller code keep
/// theirs. Tells how many those are.
fn settle_tie(
    amounts: &mut [u32],
    weights: &[u32],
    remainders: &[Row],
    cut: u32,
    too_many: u32,
    order: &mut Vec<(Reverse<u32>, usize)>,
) -> Option<usize> {
    order.clear();
    for (remainders, first) in remainders.iter().zip((0..).step_by(LANES)) {
        // Most rows have nobody at the cut; vectors see that at once.
        if remainders.iter().fold(0, |hit, &remainder| hit | u32::from(remainder == cut)) == 0 {
            continue;
        }
        let at_cut = (first..).zip(remainders).filter(|(_, remainder)| **remainder == cut);
        order.extend(at_cut.filter_map(|(index, _)| Some((Reverse(*weights.get(index)?), index))));
    }
    order.sort_unstable();
    let winners = order.len().checked_sub(usize::try_from(too_many).ok()?)?;
    for (_, index) in order.get(winners..)? {
        if let Some(amount) = amounts.get_mut(*index) {
            *amount = amount.wrapping_sub(1);
        }
    }
    Some(winners)
}

/// The numbers of a column, with the zeros behind them.
#[inline(always)]
fn numbers<'a>(&(rows, last): &Rows<'a>) -> impl Iterator<Item = u32> + use<'a> {
    rows.as_flattened().iter().copied().chain(last)
}

/// A part of a column that goes on for at least a row behind it.
#[inline(always)]
fn rows_of_part<'a>(column: &'a [u32], range: &Range<usize>) -> Option<Rows<'a>> {
    let split = last_row_of(range);
    let left = low(u64::try_from(range.end.wrapping_sub(split)).ok()?);
    let (rows, _) = column.get(range.start..split)?.as_chunks();
    let mut last: Row = *column.get(split..)?.first_chunk()?;
    for (number, lane) in last.iter_mut().zip(0_u32..) {
        *number = if lane < left { *number } else { 0 };
    }
    Some((rows, last))
}

/// Where the last row of a part begins; it has at least one number, unless there is none at all.
#[inline(always)]
pub(crate) const fn last_row_of(range: &Range<usize>) -> usize {
    let numbers = range.end.saturating_sub(range.start);
    range.start.saturating_add(numbers.saturating_sub(1) / LANES * LANES)
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
