//! Quantities: boxes, vials, doses, pieces — each a type of its own, converted only by a pack.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::problem::BaseProblem;

/// What every quantity has: a unit, a range, and the number itself.
pub trait Quantity: Copy + Ord {
    /// The unit's English name, as messages print it.
    const UNIT: &'static str;
    /// The largest number it may hold.
    const MAX: u64;

    /// A quantity of a number.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above [`Quantity::MAX`].
    fn try_new(number: u64) -> Result<Self, BaseProblem>;

    /// The number.
    fn number(self) -> u64;
}

/// The largest count on the wire, 2^32−1.
const COUNT: u64 = u32::MAX as u64;
/// The largest amount on the wire, 2^53−1, which every face holds exactly.
const AMOUNT: u64 = (1 << 53) - 1;

macro_rules! quantities {
    ($($(#[$meta:meta])* $name:ident in $unit:literal up to $max:expr;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u64", into = "u64")]
        pub struct $name(u64);

        impl Quantity for $name {
            const UNIT: &'static str = $unit;
            const MAX: u64 = $max;

            fn try_new(number: u64) -> Result<Self, BaseProblem> {
                if number > Self::MAX {
                    return Err(BaseProblem::QuantityTooLarge { unit: $unit, most: Self::MAX });
                }
                Ok(Self(number))
            }

            fn number(self) -> u64 {
                self.0
            }
        }

        impl $name {
            /// None at all.
            pub const ZERO: Self = Self(0);

            /// The number, where a constant is wanted.
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl TryFrom<u64> for $name {
            type Error = BaseProblem;
            fn try_from(number: u64) -> Result<Self, BaseProblem> {
                Self::try_new(number)
            }
        }

        impl From<$name> for u64 {
            fn from(quantity: $name) -> Self {
                quantity.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

quantities! {
    /// Boxes (箱), the smallest unit of delivery (最小包装単位), 0 to 2^32−1.
    /// Source: 「自治体説明会（第3回）資料2」 デモンストレーションの前提, 2021-02-17 (QTY-1).
    ///
    /// ```
    /// use vsys_core::base::{Boxes, Quantity};
    /// assert_eq!(Boxes::try_new(2_000)?.number(), 2_000);
    /// assert!(Boxes::try_new(1 << 32).is_err());
    /// # Ok::<(), vsys_core::base::BaseProblem>(())
    /// ```
    Boxes in "boxes" up to COUNT;
    /// Vials (バイアル), 0 to 2^32−1. Source: 「自治体説明会（第3回）資料2」, 2021-02-17 (QTY-2).
    Vials in "vials" up to COUNT;
    /// Pieces (本) of needles or syringes, 0 to 2^32−1. Source: as [`Boxes`] (QTY-2).
    Pieces in "pieces" up to COUNT;
    /// Doses (回分, 接種回数), 0 to 2^53−1. Source: as [`Boxes`] (QTY-2).
    Doses in "doses" up to AMOUNT;
    /// Yen (円), 0 to 2^53−1. Source: CLM-1.
    Yen in "yen" up to AMOUNT;
    /// Whole units of anything that is shared out, 0 to 2^53−1 (ALC-3).
    Units in "units" up to AMOUNT;
    /// A weight (配分の重み), 0 to 2^53−1: population, capacity, any exact integer (ALC-3).
    Weight in "weight" up to AMOUNT;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_goes_through_the_same_door() {
        assert_eq!(serde_json::from_str::<Boxes>("5").ok(), Boxes::try_new(5).ok());
        assert!(serde_json::from_str::<Boxes>("4294967296").is_err());
        assert!(serde_json::from_str::<Doses>("9007199254740992").is_err());
        assert_eq!(serde_json::to_string(&Doses(975)).ok().as_deref(), Some("975"));
    }
}
