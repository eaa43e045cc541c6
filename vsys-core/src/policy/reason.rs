//! What a layer did for a recipient, as structured data.

use super::layer::LayerKind;
use super::name::Name;
use crate::allocation::Explanation;
use crate::base::{Fraction, Rounding, named};

/// What one layer did for one recipient (段階ごとの配分理由).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerReason {
    /// The layer.
    pub layer: Name,
    /// What it does.
    pub kind: LayerKind,
    /// What it gave; of a cut, what it took.
    pub amount: u64,
    /// Why.
    pub reason: Reason,
}

/// Why a layer gave what it gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The recipient takes no part in it.
    NotSelected,
    /// `share × (target − stock) / unit`, and how it became whole.
    Given {
        /// The amount, or the target.
        target: Fraction,
        /// What lies there or was delivered; none for a fixed amount and a grant.
        stock: Option<Fraction>,
        /// The part that is given.
        share: Fraction,
        /// What one unit holds.
        unit: u64,
        /// The exact amount.
        exact: Fraction,
        /// The rounding, where there is one.
        rounding: Option<Rounding>,
    },
    /// Its share of a budget by a method.
    Shared(Box<Explanation>),
    /// Its request times budget / Σ requests, rounded by itself.
    Each {
        /// What it asked for.
        request: u64,
        /// What all asked for.
        requests: u128,
        /// The budget.
        budget: u64,
        /// The exact amount.
        exact: Fraction,
        /// The rounding.
        rounding: Rounding,
    },
    /// Its turn in the order of a rate.
    Filled {
        /// Its rate; none where what is divided by is zero.
        rate: Option<Fraction>,
        /// Its place in the order, from 1; none without a rate.
        rank: Option<u64>,
        /// What it wanted.
        wanted: u64,
        /// What those before it had used of the budget.
        used_before: u64,
        /// The budget; none = without end.
        budget: Option<u64>,
        /// What became of it.
        outcome: FillOutcome,
    },
    /// Whether its stock lay above the threshold.
    Cut {
        /// The layer that is cut.
        of: Name,
        /// Its stock.
        stock: Fraction,
        /// The threshold.
        above: Fraction,
        /// What the layer had given it.
        before: u64,
        /// The exact amount that would be kept.
        exact: Fraction,
        /// The rounding of what is kept.
        rounding: Rounding,
        /// Whether the cut fell.
        cut: bool,
    },
}

named! {
    /// What became of a recipient in a layer that fills in an order (充当の結果).
    pub enum FillOutcome {
        /// It got all it wanted (全量).
        Full = "full" / "全量",
        /// The budget ended at it (残り分).
        Part = "part" / "残り分",
        /// The budget was used before it (予算終了後).
        BudgetUsed = "budget-used" / "予算終了後",
        /// More were before it than are served (対象数の外).
        BeyondMost = "beyond-most" / "対象数の外",
        /// It has no rate (順位なし).
        NoRate = "no-rate" / "順位なし",
        /// It wanted nothing (希望なし).
        NothingWanted = "nothing-wanted" / "希望なし",
    }
}
