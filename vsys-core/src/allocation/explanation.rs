//! Why an amount is what it is, as structured data.

use vsys_sharing::{Decided, Method};

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
