//! Who got nothing, and why.

use super::cascade::Cascade;
use super::explanation::Origin;
use super::network::{Level, Network};

/// Why a recipient got nothing (配分がない理由).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NothingReason {
    /// Its giver received nothing.
    GiverHasNothing,
    /// It has no weight.
    NoWeight,
    /// It has no capacity.
    NoCapacity,
    /// Its share rounds to nothing.
    ShareTooSmall,
    /// Somebody decided so: a share, a fixed amount or an edit.
    Decided,
}

impl NothingReason {
    /// Every reason, in order.
    pub const ALL: [Self; 5] =
        [Self::GiverHasNothing, Self::NoWeight, Self::NoCapacity, Self::ShareTooSmall, Self::Decided];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GiverHasNothing => "giver-has-nothing",
            Self::NoWeight => "no-weight",
            Self::NoCapacity => "no-capacity",
            Self::ShareTooSmall => "share-too-small",
            Self::Decided => "decided",
        }
    }
}

/// How many recipients of a level got nothing, by reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    /// The recipients' level.
    pub level: Level,
    /// The reason.
    pub reason: NothingReason,
    /// How many.
    pub recipients: u64,
}

impl Cascade {
    /// Counts who got nothing, by level and reason; reasons that nobody has are left out.
    pub fn nothing(&self, network: &Network) -> Vec<Nothing> {
        let mut list = Vec::new();
        for (level, above) in [
            (Level::Prefecture, Level::Nation),
            (Level::Municipality, Level::Prefecture),
            (Level::Hub, Level::Municipality),
        ] {
            let mut counts = [0_u64; 5];
            for (index, giver) in network.givers(level).into_iter().enumerate() {
                if self.boxes(level).get(index) == Some(&0) {
                    let giver_has = self.boxes(above).get(giver).copied().unwrap_or(0);
                    let reason = self.reason(network, level, index, giver_has);
                    if let Some(count) =
                        NothingReason::ALL.iter().position(|r| *r == reason).and_then(|at| counts.get_mut(at))
                    {
                        *count += 1;
                    }
                }
            }
            let reasons = NothingReason::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
            list.extend(reasons.map(|(reason, recipients)| Nothing { level, reason, recipients }));
        }
        list
    }

    fn reason(&self, network: &Network, level: Level, index: usize, giver_has: u64) -> NothingReason {
        let of = |column: fn(&super::network::Columns) -> &Vec<u64>| {
            network.columns(level).and_then(|columns| column(columns).get(index).copied()).unwrap_or(0)
        };
        if self.origin(network, level, index) != Origin::Proposal {
            NothingReason::Decided
        } else if giver_has == 0 {
            NothingReason::GiverHasNothing
        } else if of(|columns| &columns.weights) == 0 {
            NothingReason::NoWeight
        } else if of(|columns| &columns.caps) == 0 {
            NothingReason::NoCapacity
        } else {
            NothingReason::ShareTooSmall
        }
    }
}
