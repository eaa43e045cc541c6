//! Random requests for an apportionment, and their exact shares by a way that is not the engine's.

use std::cmp::Ordering;

use proptest::prelude::*;
use vsys_core::allocation::{ApportionRequest, FirstUnits, Method, Recipient};
use vsys_core::base::{Quantity, Weight};

use super::{id, units, weight};

/// 2^53 − 1, the most that a weight or a supply may be.
pub(crate) const MOST: u64 = Weight::MAX;

/// A recipient in plain numbers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) weight: u64,
    pub(crate) floor: u64,
    pub(crate) cap: Option<u64>,
}

impl Row {
    /// What it gets at most: without a weight its floor, without a cap more than any supply.
    pub(crate) fn most(&self) -> u128 {
        let cap = if self.weight == 0 { self.floor } else { self.cap.unwrap_or(u64::MAX) };
        cap.into()
    }

    fn recipient(&self) -> Recipient {
        let recipient = Recipient::new(id(&self.id), weight(self.weight)).with_floor(units(self.floor));
        match self.cap {
            Some(cap) => recipient.with_cap(units(cap)),
            None => recipient,
        }
    }
}

/// A request in plain numbers.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) supply: u64,
    pub(crate) rows: Vec<Row>,
}

impl Case {
    /// The request; first units go by weight, so that Adams and Hill never refuse for want of supply.
    pub(crate) fn request(&self, method: Method) -> ApportionRequest {
        let recipients = self.rows.iter().map(Row::recipient).collect();
        ApportionRequest::new(units(self.supply), recipients).with_method(method).with_first_units(FirstUnits::ByWeight)
    }

    /// min(supply, Σ caps of positive weights + Σ floors of zero weights).
    pub(crate) fn total(&self) -> u128 {
        self.rows.iter().map(Row::most).sum::<u128>().min(self.supply.into())
    }

    /// The shares clamp(λ·weight, floor, cap) that add up to the total, as numerator and denominator.
    ///
    /// The level λ is tried at every bound divided by its weight; above the highest of them that does
    /// not fill more than the total, the same recipients rise until the next.
    pub(crate) fn shares(&self) -> Vec<(u128, u128)> {
        let total = self.total();
        let level = self.levels().filter(|&level| self.filled(level) <= total * level.1).max_by(ratio_order).unwrap();
        let rising: u128 = self.rows.iter().filter(|row| rises(row, level)).map(|row| u128::from(row.weight)).sum();
        let standing: u128 = self.rows.iter().filter(|row| !rises(row, level)).map(|row| stands(row, level)).sum();
        let share = |row: &Row| match rises(row, level) {
            true => ((total - standing) * u128::from(row.weight), rising),
            false => (stands(row, level), 1),
        };
        self.rows.iter().map(share).collect()
    }

    fn levels(&self) -> impl Iterator<Item = (u128, u128)> + '_ {
        let weighted = self.rows.iter().filter(|row| row.weight > 0);
        let bounds = weighted.flat_map(|row| [Some(row.floor), row.cap].map(|bound| (bound, row.weight)));
        let bounds = bounds.filter_map(|(bound, weight)| Some((bound?.into(), weight.into())));
        bounds.chain([(0, 1)])
    }

    /// What is filled at a level p/q, in parts of q.
    fn filled(&self, (p, q): (u128, u128)) -> u128 {
        let filled = |row: &Row| (p * u128::from(row.weight)).clamp(u128::from(row.floor) * q, row.most() * q);
        self.rows.iter().map(filled).sum()
    }

    /// Largest remainder from the shares: whole parts, then one more by larger remainder, larger weight,
    /// smaller id.
    pub(crate) fn largest_remainder(&self) -> Vec<u64> {
        let shares = self.shares();
        let mut amounts: Vec<u128> = shares.iter().map(|(n, d)| n / d).collect();
        let rest = self.total() - amounts.iter().sum::<u128>();
        // Whoever has a remainder rises with the level: their shares have one denominator.
        let mut open: Vec<usize> = (0..shares.len()).filter(|&at| !shares[at].0.is_multiple_of(shares[at].1)).collect();
        let claim = |at: usize| (shares[at].0 % shares[at].1, self.rows[at].weight);
        open.sort_by(|&a, &b| claim(b).cmp(&claim(a)).then(self.rows[a].id.cmp(&self.rows[b].id)));
        for &at in open.iter().take(usize::try_from(rest).unwrap()) {
            amounts[at] += 1;
        }
        amounts.into_iter().map(|amount| u64::try_from(amount).unwrap()).collect()
    }
}

fn rises(row: &Row, (p, q): (u128, u128)) -> bool {
    let share = p * u128::from(row.weight);
    row.weight > 0 && u128::from(row.floor) * q <= share && share < row.most() * q
}

fn stands(row: &Row, (p, q): (u128, u128)) -> u128 {
    if p * u128::from(row.weight) < u128::from(row.floor) * q { row.floor.into() } else { row.most() }
}

fn ratio_order(a: &(u128, u128), b: &(u128, u128)) -> Ordering {
    compare(*a, *b)
}

/// Compares two fractions without multiplying: whole parts first, then the inverses of what remains.
pub(crate) fn compare((a, b): (u128, u128), (c, d): (u128, u128)) -> Ordering {
    match ((a / b).cmp(&(c / d)), a % b, c % d) {
        (Ordering::Equal, 0, 0) => Ordering::Equal,
        (Ordering::Equal, 0, _) => Ordering::Less,
        (Ordering::Equal, _, 0) => Ordering::Greater,
        (Ordering::Equal, rest, other) => compare((d, other), (b, rest)),
        (order, ..) => order,
    }
}

/// The claim of a weight to the unit after `units`, squared for Hill; nothing stands for «before all
/// others», the first unit of Adams and Hill.
pub(crate) fn claim(method: Method, weight: u64, units: u64) -> Option<(u128, u128)> {
    let (weight, units) = (u128::from(weight), u128::from(units));
    let claim = match method {
        Method::Webster => (weight, 2 * units + 1),
        Method::Jefferson => (weight, units + 1),
        Method::Adams => (weight, units),
        Method::Hill => (weight * weight, units * (units + 1)),
        Method::LargestRemainder => panic!("largest remainder has no divisor"),
    };
    (claim.1 > 0).then_some(claim)
}

/// The order of two claims: greater comes first.
pub(crate) fn claim_order(a: Option<(u128, u128)>, b: Option<(u128, u128)>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(a), Some(b)) => compare(a, b),
    }
}

/// Requests of up to `rows` recipients that the engine serves: small figures with many ties, middling
/// ones, and the largest there are.
pub(crate) fn cases(rows: usize) -> impl Strategy<Value = Case> {
    prop_oneof![
        2 => sized(rows, (0..=9_u64).boxed(), 40),
        1 => sized(rows, (0..=5_000_u64).boxed(), 100_000),
        1 => sized(rows, prop_oneof![Just(0), Just(1), Just(MOST), 0..=MOST].boxed(), MOST),
    ]
}

fn sized(rows: usize, weights: BoxedStrategy<u64>, supply: u64) -> impl Strategy<Value = Case> {
    // Floors and caps as thousandths of an equal part, so that floors never exceed the supply.
    let floor = prop_oneof![2 => Just(0), 1 => 0..=1_000_u64];
    let cap = prop::option::of(0..=3_000_u64);
    (0..=supply, prop::collection::vec((weights, floor, cap), 1..=rows)).prop_map(|(supply, rows)| case(supply, &rows))
}

fn case(supply: u64, parts: &[(u64, u64, Option<u64>)]) -> Case {
    let equal = supply / u64::try_from(parts.len()).unwrap();
    let part = |thousandths: u64| u64::try_from(u128::from(equal) * u128::from(thousandths) / 1_000).unwrap();
    let row = |(index, &(weight, floor, cap)): (usize, &(u64, u64, Option<u64>))| {
        let floor = part(floor);
        let cap = cap.map(|cap| (floor + part(cap)).min(MOST));
        // Ids in another order than the rows.
        Row { id: format!("{:03}", (37 * index + 11) % 101), weight, floor, cap }
    };
    let mut rows: Vec<Row> = parts.iter().enumerate().map(row).collect();
    if rows.iter().all(|row| row.weight == 0 && row.floor == 0) {
        rows[0].weight = 1;
    }
    Case { supply, rows }
}
