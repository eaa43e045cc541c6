//! Divisor methods: floors first, then unit after unit to the highest priority, passing over the full.
//!
//! The priority of the unit after `k` is weight / d(k). All units together stand in one total order
//! — priority, larger weight, smaller code — and the answer is its first part. The water level gives
//! a first guess that is itself a first part of that order and at most one unit a recipient away
//! from the total; the rest are a few exact steps up or down.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::kernel::{Group, RawTie, Scratch, highest};
use crate::method::{Decided, Method};
use crate::number::Number;
use crate::wide::{Wide, product};

/// The claim of a recipient of `weight` to the unit after `units`.
#[derive(Clone, Copy, Debug)]
pub struct Priority {
    weight: u64,
    units: u64,
    method: Method,
}

impl Priority {
    /// The claim to one unit more than `units`.
    pub const fn new(weight: u64, units: u64, method: Method) -> Self {
        Self { weight, units, method }
    }

    /// The divisor d(k) as numerator over one denominator for all k: 2k+1, k+1, k, and for Hill the
    /// square k(k+1).
    pub fn divisor(self) -> u128 {
        let units = u128::from(self.units);
        self.plain_divisor().map_or_else(|| units * (units + 1), u128::from)
    }

    /// The divisor of all methods but Hill.
    #[inline]
    const fn plain_divisor(self) -> Option<u64> {
        match self.method {
            Method::Webster => Some(2 * self.units + 1),
            Method::Jefferson | Method::LargestRemainder => Some(self.units + 1),
            Method::Adams => Some(self.units),
            Method::Hill => None,
        }
    }

    /// The weight, squared for Hill.
    pub fn claim(self) -> u128 {
        let weight = u128::from(self.weight);
        if self.method == Method::Hill { weight * weight } else { weight }
    }
}

impl PartialEq for Priority {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Priority {}

impl PartialOrd for Priority {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Priority {
    /// By cross products; a divisor of zero (the first unit of Adams and Hill) beats everything else, as nobody without a
    /// weight has a claim.
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.plain_divisor(), other.plain_divisor()) {
            (Some(own), Some(others)) => {
                let claim = |weight: u64, divisor: u64| u128::from(weight) * u128::from(divisor);
                claim(self.weight, others).cmp(&claim(other.weight, own))
            }
            // Only Hill's squares can leave 128 bits: weights and units stay below 2^53 + 1.
            _ => product(self.claim(), other.divisor()).cmp(&product(other.claim(), self.divisor())),
        }
    }
}

/// A unit in the total order: the greater comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seat {
    priority: Priority,
    index: usize,
}

impl PartialOrd for Seat {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Seat {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.priority
            .cmp(&other.priority)
            .then(self.priority.weight.cmp(&other.priority.weight))
            .then(other.index.cmp(&self.index))
    }
}

/// One recipient while units move.
#[derive(Clone, Copy)]
struct Holder {
    weight: u64,
    floor: u64,
    most: u64,
    units: u64,
}

impl Holder {
    #[inline]
    fn next(self, method: Method) -> Option<Priority> {
        (self.units < self.most).then(|| Priority::new(self.weight, self.units, method))
    }

    #[inline]
    fn last(self, method: Method) -> Option<Priority> {
        (self.units > self.floor).then(|| Priority::new(self.weight, self.units - 1, method))
    }
}

/// Rounds the water-filled shares in `amounts` by a divisor method.
pub(crate) fn round<P: Wide>(
    group: Group<'_>,
    supply: u64,
    total: u64,
    method: Method,
    amounts: &mut [u64],
    scratch: &mut Scratch,
) -> Option<RawTie> {
    let water = &scratch.water;
    for free in &water.free {
        if let Some(amount) = amounts.get_mut(free.index) {
            *amount = guess(free.weight, water.numerator, water.denominator, method);
        }
    }
    for (amount, (_, floor, most)) in amounts.iter_mut().zip(group.bounds(supply)) {
        *amount = (*amount).clamp(floor, most);
    }
    settle(group, supply, total, method, amounts)
}

/// The share weight·numerator/denominator, rounded as the method rounds.
fn guess(weight: u64, numerator: u64, denominator: u128, method: Method) -> u64 {
    let share = u128::from(weight) * u128::from(numerator);
    let (whole, rest) = (share / denominator, share % denominator);
    let up = match method {
        Method::Jefferson | Method::LargestRemainder => false,
        Method::Webster => rest >= denominator - rest,
        Method::Adams => rest > 0,
        // share > √(whole·(whole+1)) with share = whole + rest/denominator comes down to
        // rest² > whole·denominator·(denominator − 2·rest), which is plain from half upwards.
        Method::Hill => {
            rest > 0
                && match denominator.checked_sub(2 * rest) {
                    None | Some(0) => true,
                    Some(short) => product(rest, rest) > product(whole * denominator, short),
                }
        }
    };
    u64::try_from(whole + u128::from(up)).unwrap_or(u64::MAX)
}

/// From a guess that is a first part of the total order to the first part that has `total` units.
pub(crate) fn settle<N: Number>(
    group: Group<'_, N>,
    supply: u64,
    total: u64,
    method: Method,
    amounts: &mut [N],
) -> Option<RawTie> {
    let mut holders = Holders { group, supply, method, amounts };
    let given: u128 = holders.amounts.iter().map(|&units| u128::from(units.into())).sum();
    let missing = u64::try_from(u128::from(total).saturating_sub(given)).ok()?;
    let excess = given.saturating_sub(u128::from(total));
    // The last unit of the first part, and the first one behind it.
    let (last, next) = match (missing, u64::try_from(excess).ok()?) {
        (0, 0) => (holders.take(0).1, holders.add(0).1),
        (missing, 0) => holders.add(missing),
        (_, excess) => {
            let (next, last) = holders.take(excess);
            (last, next)
        }
    };
    let (last, next) = (last?, next?);
    (last.priority == next.priority).then(|| holders.tie(last.priority, next.priority))
}

struct Holders<'a, N> {
    group: Group<'a, N>,
    supply: u64,
    method: Method,
    amounts: &'a mut [N],
}

impl<N: Number> Holders<'_, N> {
    fn all(&self) -> impl Iterator<Item = Holder> {
        let bounds = self.group.bounds(self.supply);
        bounds.zip(self.amounts.iter()).map(|((weight, floor, most), &units)| {
            let units = units.into();
            Holder { weight, floor, most, units }
        })
    }

    fn one(&self, index: usize) -> Option<Holder> {
        let number = |column: &[N]| column.get(index).copied().map(Into::into);
        let (weight, floor): (u64, u64) = (number(self.group.weights)?, number(self.group.floors)?);
        let most = highest(weight, floor, number(self.group.caps)?, self.supply);
        Some(Holder { weight, floor, most, units: number(self.amounts)? })
    }

    fn set(&mut self, index: usize, units: u64) {
        if let Some(amount) = self.amounts.get_mut(index) {
            *amount = N::of_amount(units);
        }
    }

    /// Gives units away. The last one that was given, and the one that comes next.
    fn add(&mut self, units: u64) -> (Option<Seat>, Option<Seat>) {
        let method = self.method;
        let seat = |index, holder: Holder| holder.next(method).map(|priority| Seat { priority, index });
        let mut queue = first(units, self.all().enumerate().filter_map(|(index, holder)| seat(index, holder)));
        let mut last = None;
        for _ in 0..units {
            let Some(first) = queue.pop() else { break };
            last = Some(first);
            if let Some(holder) = self.one(first.index) {
                let holder = Holder { units: holder.units + 1, ..holder };
                self.set(first.index, holder.units);
                queue.extend(seat(first.index, holder));
            }
        }
        (last, queue.pop())
    }

    /// Takes units back. The last one that was taken, and the one that would come next.
    fn take(&mut self, units: u64) -> (Option<Seat>, Option<Seat>) {
        let method = self.method;
        let seat = |index, holder: Holder| holder.last(method).map(|priority| Reverse(Seat { priority, index }));
        let mut queue = first(units, self.all().enumerate().filter_map(|(index, holder)| seat(index, holder)));
        let mut last = None;
        for _ in 0..units {
            let Some(Reverse(first)) = queue.pop() else { break };
            last = Some(first);
            if let Some(holder) = self.one(first.index) {
                let holder = Holder { units: holder.units - 1, ..holder };
                self.set(first.index, holder.units);
                queue.extend(seat(first.index, holder));
            }
        }
        (last, queue.pop().map(|Reverse(seat)| seat))
    }

    /// The tied set, where the last unit given and the first not given have one priority.
    fn tie(&self, last: Priority, next: Priority) -> RawTie {
        let is_tied = |priority: Option<Priority>| priority.is_some_and(|priority| priority == last);
        let mut units = 0;
        let tied = self.all().enumerate().filter(|(_, holder)| {
            let has = is_tied(holder.last(self.method));
            units += u64::from(has);
            has || is_tied(holder.next(self.method))
        });
        let tied = tied.map(|(index, _)| index).collect();
        let decided = if last.weight > next.weight { Decided::LargerWeight } else { Decided::SmallerCode };
        RawTie { tied, units, decided }
    }
}

/// The recipients whose seats matter when so many units move: those with as many of the greatest seats, and one more.
/// A unit that moves after another one of the same recipient is no greater than that one.
fn first<S: Ord>(units: u64, seats: impl Iterator<Item = S>) -> BinaryHeap<S> {
    let count = usize::try_from(units).unwrap_or(usize::MAX).saturating_add(1);
    let mut greatest: BinaryHeap<Reverse<S>> = BinaryHeap::new();
    for seat in seats {
        if greatest.len() < count {
            greatest.push(Reverse(seat));
        } else if let Some(mut least) = greatest.peek_mut()
            && seat > least.0
        {
            *least = Reverse(seat);
        }
    }
    greatest.into_iter().map(|Reverse(seat)| seat).collect()
}
