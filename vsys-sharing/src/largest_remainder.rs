//! Largest remainder (最大剰余法): whole parts first, then one more to the largest remainders.

use std::cmp::{Ordering, Reverse};

use crate::kernel::{RawTie, Scratch};
use crate::method::Decided;
use crate::wide::Wide;

/// A claim to one unit more: the remainder over the common denominator, the weight, the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<P> {
    /// The remainder over the denominator of all.
    pub remainder: P,
    /// The weight.
    pub weight: u64,
    /// The place.
    pub index: usize,
}

impl<P: Copy + Ord> Claim<P> {
    /// The ruled order: larger remainder, then larger weight, then smaller code.
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |claim: &Self| (Reverse(claim.remainder), Reverse(claim.weight), claim.index);
        key(self).cmp(&key(other))
    }
}

/// Rounds the free shares of the water level into `amounts`.
///
/// The shares of the free recipients add up to a whole number, so the units left after the whole
/// parts are fewer than the recipients with a remainder above zero.
pub(crate) fn round<P: Wide>(amounts: &mut [u64], scratch: &mut Scratch) -> Option<RawTie> {
    let (water, claims) = P::claims(scratch);
    claims.clear();
    if water.denominator == 0 {
        return None;
    }
    let (level, sum) = (P::of(water.numerator), P::of_sum(water.denominator));
    let mut rest = water.numerator;
    for free in &water.free {
        let product = level * P::of(free.weight);
        let whole = (product / sum).amount();
        rest -= whole;
        if let Some(amount) = amounts.get_mut(free.index) {
            *amount = whole;
        }
        let remainder = product % sum;
        if remainder > P::ZERO {
            claims.push(Claim { remainder, weight: free.weight, index: free.index });
        }
    }
    let units = usize::try_from(rest).unwrap_or(usize::MAX);
    if units == 0 || units > claims.len() {
        return None;
    }
    if units < claims.len() {
        claims.select_nth_unstable_by(units - 1, Claim::order);
    }
    let (won, lost) = claims.split_at(units);
    for claim in won {
        if let Some(amount) = amounts.get_mut(claim.index) {
            *amount += 1;
        }
    }
    tie(won, lost)
}

/// The tied set, if the cut passes through one: the last winner and a loser have the same remainder.
fn tie<P: Copy + Ord>(won: &[Claim<P>], lost: &[Claim<P>]) -> Option<RawTie> {
    // The cut's level is the last winner's; after the selection that is the last of `won`.
    let level = won.last()?.remainder;
    let first_lost = lost.iter().filter(|claim| claim.remainder == level).min_by(|a, b| a.order(b))?;
    let last_won = won.iter().filter(|claim| claim.remainder == level).max_by(|a, b| a.order(b))?;
    let decided = if last_won.weight > first_lost.weight { Decided::LargerWeight } else { Decided::SmallerCode };
    let at_level =
        |claims: &[Claim<P>]| claims.iter().filter(|c| c.remainder == level).map(|c| c.index).collect::<Vec<_>>();
    let winners = at_level(won);
    let units = winners.len();
    let mut tied = [winners, at_level(lost)].concat();
    tied.sort_unstable();
    Some(RawTie { tied, units: u64::try_from(units).unwrap_or(u64::MAX), decided })
}
