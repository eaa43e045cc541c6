//! Divisor methods: floors first, then unit after unit to the highest priority, passing over the full.
//!
//! The priority of the unit after `k` is weight / d(k). All units together stand in one total order
//! — priority, larger weight, smaller code — and the answer is its first part. The water level gives
//! a first guess that is itself a first part of that order and at most one unit a recipient away
//! from the total; the rest are a few exact steps up or down.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::kernel::{Group, RawTie, Scratch};
use super::method::{Decided, Method};
use super::wide::{Wide, product};

/// The claim of a recipient of `weight` to the unit after `units`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Priority {
    weight: u64,
    units: u64,
    method: Method,
}

impl Priority {
    pub(super) const fn new(weight: u64, units: u64, method: Method) -> Self {
        Self { weight, units, method }
    }

    /// The divisor d(k) as numerator over one denominator for all k: 2k+1, k+1, k, and for Hill the
    /// square k(k+1).
    pub(super) fn divisor(self) -> u128 {
        let units = u128::from(self.units);
        match self.method {
            Method::Webster => 2 * units + 1,
            Method::Jefferson | Method::LargestRemainder => units + 1,
            Method::Adams => units,
            Method::Hill => units * (units + 1),
        }
    }

    /// The weight, squared for Hill.
    pub(super) fn claim(self) -> u128 {
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
    /// By cross products: a divisor of zero (the first unit of Adams and Hill) beats everything else.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.divisor(), other.divisor()) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            // Only Hill's squares can leave 128 bits: weights and units stay below 2^53 + 1.
            (own, others) if self.method == Method::Hill => {
                product(self.claim(), others).cmp(&product(other.claim(), own))
            }
            (own, others) => (self.claim() * others).cmp(&(other.claim() * own)),
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
    fn next(self, index: usize, method: Method) -> Option<Seat> {
        (self.units < self.most).then(|| Seat { priority: Priority::new(self.weight, self.units, method), index })
    }

    fn last(self, index: usize, method: Method) -> Option<Seat> {
        (self.units > self.floor).then(|| Seat { priority: Priority::new(self.weight, self.units - 1, method), index })
    }
}

/// Rounds the water-filled shares in `amounts` by a divisor method.
pub(super) fn round<P: Wide>(
    group: Group<'_>,
    supply: u64,
    total: u64,
    method: Method,
    amounts: &mut [u64],
    scratch: &Scratch,
) -> Option<RawTie> {
    let water = &scratch.water;
    for free in &water.free {
        if let Some(amount) = amounts.get_mut(free.index) {
            *amount = guess(free.weight, water.numerator, water.denominator, method);
        }
    }
    let mut holders: Vec<Holder> = group
        .bounds(supply)
        .zip(amounts.iter())
        .map(|((weight, floor, most), &units)| Holder { weight, floor, most, units: units.clamp(floor, most) })
        .collect();
    let given: u128 = holders.iter().map(|holder| u128::from(holder.units)).sum();
    if given < u128::from(total) {
        add(&mut holders, u128::from(total) - given, method);
    } else {
        take(&mut holders, given - u128::from(total), method);
    }
    for (amount, holder) in amounts.iter_mut().zip(&holders) {
        *amount = holder.units;
    }
    tie(&holders, method)
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

fn add(holders: &mut [Holder], units: u128, method: Method) {
    let mut queue: BinaryHeap<Seat> =
        holders.iter().enumerate().filter_map(|(index, holder)| holder.next(index, method)).collect();
    for _ in 0..units {
        let Some(seat) = queue.pop() else { return };
        if let Some(holder) = holders.get_mut(seat.index) {
            holder.units += 1;
            queue.extend(holder.next(seat.index, method));
        }
    }
}

fn take(holders: &mut [Holder], units: u128, method: Method) {
    let mut queue: BinaryHeap<Reverse<Seat>> =
        holders.iter().enumerate().filter_map(|(index, holder)| holder.last(index, method).map(Reverse)).collect();
    for _ in 0..units {
        let Some(Reverse(seat)) = queue.pop() else { return };
        if let Some(holder) = holders.get_mut(seat.index) {
            holder.units -= 1;
            queue.extend(holder.last(seat.index, method).map(Reverse));
        }
    }
}

/// The tied set, if the last unit given and the first not given have one priority.
fn tie(holders: &[Holder], method: Method) -> Option<RawTie> {
    let seats = || holders.iter().enumerate();
    let last = seats().filter_map(|(index, holder)| holder.last(index, method)).min()?;
    let next = seats().filter_map(|(index, holder)| holder.next(index, method)).max()?;
    if last.priority != next.priority {
        return None;
    }
    let won = |seat: Option<Seat>| seat.is_some_and(|seat| seat.priority == last.priority);
    let mut units = 0;
    let tied = seats()
        .filter(|&(index, holder)| {
            let has = won(holder.last(index, method));
            units += u64::from(has);
            has || won(holder.next(index, method))
        })
        .map(|(index, _)| index)
        .collect();
    let decided =
        if last.priority.weight > next.priority.weight { Decided::LargerWeight } else { Decided::SmallerCode };
    Some(RawTie { tied, units, decided })
}
