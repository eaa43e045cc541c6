//! Why an amount is what it is, as structured data.

use super::divisor::Priority;
use super::kernel::{Group, RawTie, Scratch};
use super::largest_remainder::Claim;
use super::method::{Decided, Method};
use super::water::Water;
use crate::base::Fraction;

/// Where an amount comes from (配分量の由来).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Computed by the method (自動入力).
    Proposal,
    /// A percentage of what the giver received (割合).
    Share,
    /// Decided beforehand and imported by the administrator (一括登録, CYC-5).
    Imported,
    /// Changed by hand (修正).
    Edited,
}

impl Origin {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::Share => "share",
            Self::Imported => "imported",
            Self::Edited => "edited",
        }
    }
}

/// Which bound holds a share (上下限の効果).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// None.
    Free,
    /// The floor lifts it.
    Floor,
    /// The cap holds it down.
    Cap,
}

impl Bound {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Floor => "floor",
            Self::Cap => "cap",
        }
    }
}

/// Why a recipient got what it got (配分理由).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The recipient.
    pub id: String,
    /// What it got.
    pub amount: u64,
    /// Where the amount comes from; the rest of the figures hold for [`Origin::Proposal`].
    pub origin: Origin,
    /// The method.
    pub method: Method,
    /// What the group had to share by the method.
    pub supply: u64,
    /// How many recipients shared it.
    pub recipients: usize,
    /// The recipient's weight.
    pub weight: u64,
    /// The weights of the group.
    pub weights: u128,
    /// The raw quota, supply·weight/Σ weights; absent when nobody has a weight.
    pub quota: Option<Fraction>,
    /// The floor.
    pub floor: u64,
    /// The cap, where there is one.
    pub cap: Option<u64>,
    /// The water-filled share, clamp(λ·weight, floor, cap).
    pub share: Fraction,
    /// Which bound holds the share.
    pub bound: Bound,
    /// Largest remainder: the place of the remainder among all above zero, from 1; absent for a
    /// whole share.
    pub rank: Option<usize>,
    /// Largest remainder: how many remainders there were.
    pub remainders: usize,
    /// Largest remainder: how many of them were rounded up.
    pub rounded_up: usize,
    /// Divisor methods: the priority of the last unit it got above its floor (for Hill squared).
    pub last_priority: Option<Fraction>,
    /// Divisor methods: the priority of the next unit, which it did not get (for Hill squared).
    pub next_priority: Option<Fraction>,
    /// Whether it belongs to the tied set, and what decided there.
    pub tie: Option<Decided>,
}

/// Explains every recipient of a group that was just shared with this scratch.
#[expect(clippy::too_many_arguments, reason = "one call joins all that the kernel knows of a group")]
pub(super) fn explain_group(
    group: Group<'_>,
    supply: u64,
    method: Method,
    amounts: &[u64],
    scratch: &Scratch,
    tie: Option<&RawTie>,
    ids: &[&str],
    origins: &[Origin],
) -> Vec<Explanation> {
    let weights = group.sum_of_weights();
    let water = &scratch.water;
    let mut shares: Vec<Option<Fraction>> = vec![None; amounts.len()];
    for free in &water.free {
        let share = Fraction::new(u128::from(water.numerator) * u128::from(free.weight), water.denominator);
        if let Some(slot) = shares.get_mut(free.index) {
            *slot = Some(share);
        }
    }
    let mut ranks: Vec<Option<usize>> = vec![None; amounts.len()];
    let (mut rounded_up, mut remainders) = (0, 0);
    if method == Method::LargestRemainder {
        let mut claims = claims(water);
        claims.sort_by(Claim::order);
        for (rank, claim) in claims.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(claim.index) {
                *slot = Some(rank + 1);
            }
        }
        remainders = claims.len();
        let whole: u128 = water.free.iter().filter_map(|f| shares.get(f.index)?.map(Fraction::floor)).sum();
        let rest = if remainders > 0 { u128::from(water.numerator).saturating_sub(whole) } else { 0 };
        rounded_up = usize::try_from(rest).unwrap_or(0);
    }
    let mut tied = vec![false; amounts.len()];
    for &index in tie.iter().flat_map(|tie| &tie.tied) {
        if let Some(slot) = tied.get_mut(index) {
            *slot = true;
        }
    }
    let rows = group.bounds(supply).zip(group.caps).zip(amounts).zip(ids).zip(origins).zip(shares).zip(ranks).zip(tied);
    rows.map(|((((((((weight, floor, most), &cap), &amount), id), &origin), share), rank), is_tied)| {
        let below = match water.denominator {
            // Nobody is free: whoever is above his floor is at his cap.
            0 => amount <= floor,
            sum => u128::from(water.numerator) * u128::from(weight) <= u128::from(floor) * sum,
        };
        let bound = match share {
            Some(_) => Bound::Free,
            None if weight == 0 || below => Bound::Floor,
            None => Bound::Cap,
        };
        let share = share.unwrap_or_else(|| Fraction::whole(if bound == Bound::Cap { most } else { floor }));
        let priority = |units: u64| {
            let priority = Priority::new(weight, units, method);
            (priority.divisor() > 0).then(|| Fraction::new(priority.claim(), priority.divisor()))
        };
        let divisor = method != Method::LargestRemainder && weight > 0;
        Explanation {
            id: (*id).to_owned(),
            amount,
            origin,
            method,
            supply,
            recipients: amounts.len(),
            weight,
            weights,
            quota: (weights > 0).then(|| Fraction::new(u128::from(supply) * u128::from(weight), weights)),
            floor,
            cap: (cap != super::kernel::UNLIMITED).then_some(cap),
            share,
            bound,
            rank,
            remainders,
            rounded_up,
            last_priority: if divisor && amount > floor { priority(amount - 1) } else { None },
            next_priority: if divisor && amount < most { priority(amount) } else { None },
            tie: tie.filter(|_| is_tied).map(|tie| tie.decided),
        }
    })
    .collect()
}

/// The remainders above zero at a water level, over its denominator.
fn claims(water: &Water) -> Vec<Claim<u128>> {
    let product = |weight: u64| u128::from(water.numerator) * u128::from(weight);
    let remainder = |weight: u64| product(weight).checked_rem(water.denominator).unwrap_or(0);
    water
        .free
        .iter()
        .map(|free| Claim { remainder: remainder(free.weight), weight: free.weight, index: free.index })
        .filter(|claim| claim.remainder > 0)
        .collect()
}

impl Explanation {
    /// An amount that no method computed.
    pub(super) fn decided(id: &str, amount: u64, method: Method, origin: Origin) -> Self {
        Self {
            id: id.to_owned(),
            amount,
            origin,
            method,
            supply: 0,
            recipients: 0,
            weight: 0,
            weights: 0,
            quota: None,
            floor: amount,
            cap: Some(amount),
            share: Fraction::whole(amount),
            bound: Bound::Floor,
            rank: None,
            remainders: 0,
            rounded_up: 0,
            last_priority: None,
            next_priority: None,
            tie: None,
        }
    }
}
