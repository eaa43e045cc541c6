//! What one box holds, and the only way from one unit to another.

use super::problem::BaseProblem;
use super::quantity::{Boxes, Doses, Pieces, Quantity, Vials};

/// How a fraction of a box or of a piece is rounded: always named, never implied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// Up to the next whole number (切り上げ).
    Ceil,
    /// Down to the last whole number (切り捨て).
    Floor,
    /// To the nearest whole number, halves up (四捨五入).
    HalfUp,
}

impl Rounding {
    /// `number / divisor`, rounded; a divisor of zero gives zero.
    pub fn divide(self, number: u64, divisor: u64) -> u64 {
        let whole = number.checked_div(divisor).unwrap_or(0);
        let rest = number.checked_rem(divisor).unwrap_or(0);
        let up = match self {
            Self::Ceil => rest > 0,
            Self::Floor => false,
            Self::HalfUp => rest >= divisor - rest && rest > 0,
        };
        whole + u64::from(up)
    }
}

/// What a box of a product holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PackKind {
    /// Vials of vaccine.
    Vaccine {
        /// Vials in a box (バイアル/箱).
        vials_per_box: u32,
        /// Doses drawn from a vial (回分/バイアル).
        doses_per_vial: u32,
    },
    /// Needles or syringes, one piece a dose.
    Pieces {
        /// Pieces in a box (本/箱).
        pieces_per_box: u32,
    },
}

/// A pack (包装): what one box holds. Units convert only through it.
///
/// Source: 「自治体説明会（第3回）資料2」 国から都道府県への分配量の確認, 2021-02-17 (QTY-2);
/// ruling product-packs.
///
/// ```
/// use vsys_core::base::{Boxes, Pack, Quantity, Rounding, Doses};
/// let pfizer = Pack::vaccine(195, 5)?;
/// assert_eq!(pfizer.doses(Boxes::try_new(2_000)?)?.number(), 1_950_000);
/// assert_eq!(pfizer.boxes(Doses::try_new(976)?, Rounding::Ceil)?.number(), 2);
/// assert!(pfizer.pieces(Boxes::ZERO).is_err(), "vaccine is not counted in pieces");
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pack(PackKind);

impl Pack {
    /// A pack of vaccine.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] when a box would hold no dose or more than 2^32−1.
    pub fn vaccine(vials_per_box: u32, doses_per_vial: u32) -> Result<Self, BaseProblem> {
        match vials_per_box.checked_mul(doses_per_vial) {
            None | Some(0) => Err(BaseProblem::QuantityTooLarge { unit: "doses per box", most: u32::MAX.into() }),
            Some(_) => Ok(Self(PackKind::Vaccine { vials_per_box, doses_per_vial })),
        }
    }

    /// A pack of needles or syringes.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] when a box would be empty.
    pub const fn of_pieces(pieces_per_box: u32) -> Result<Self, BaseProblem> {
        if pieces_per_box == 0 {
            return Err(BaseProblem::QuantityTooLarge { unit: "pieces per box", most: u32::MAX as u64 });
        }
        Ok(Self(PackKind::Pieces { pieces_per_box }))
    }

    /// What kind of pack it is.
    pub const fn kind(self) -> PackKind {
        self.0
    }

    /// Doses in one box; at least 1.
    pub const fn doses_per_box(self) -> u32 {
        match self.0 {
            PackKind::Vaccine { vials_per_box, doses_per_vial } => vials_per_box.saturating_mul(doses_per_vial),
            PackKind::Pieces { pieces_per_box } => pieces_per_box,
        }
    }

    /// Doses in a number of boxes.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above 2^53−1.
    pub fn doses(self, boxes: Boxes) -> Result<Doses, BaseProblem> {
        // 2^32 boxes of at most 2^32 doses stay below 2^64.
        Doses::try_new(boxes.number() * u64::from(self.doses_per_box()))
    }

    /// Vials in a number of boxes.
    ///
    /// # Errors
    /// [`BaseProblem::UnitMissing`] for needles and syringes, [`BaseProblem::QuantityTooLarge`].
    pub fn vials(self, boxes: Boxes) -> Result<Vials, BaseProblem> {
        match self.0 {
            PackKind::Vaccine { vials_per_box, .. } => Vials::try_new(boxes.number() * u64::from(vials_per_box)),
            PackKind::Pieces { .. } => Err(BaseProblem::UnitMissing { unit: "vials" }),
        }
    }

    /// Pieces in a number of boxes.
    ///
    /// # Errors
    /// [`BaseProblem::UnitMissing`] for vaccine, [`BaseProblem::QuantityTooLarge`].
    pub fn pieces(self, boxes: Boxes) -> Result<Pieces, BaseProblem> {
        match self.0 {
            PackKind::Pieces { pieces_per_box } => Pieces::try_new(boxes.number() * u64::from(pieces_per_box)),
            PackKind::Vaccine { .. } => Err(BaseProblem::UnitMissing { unit: "pieces" }),
        }
    }

    /// The boxes that a number of doses takes, by a named rounding.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above 2^32−1.
    pub fn boxes(self, doses: Doses, rounding: Rounding) -> Result<Boxes, BaseProblem> {
        Boxes::try_new(rounding.divide(doses.number(), u64::from(self.doses_per_box())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_what_its_name_says() {
        for (number, divisor, floor, half, ceil) in [
            (0, 10, 0, 0, 0),
            (1, 10, 0, 0, 1),
            (5, 10, 0, 1, 1),
            (9, 10, 0, 1, 1),
            (10, 10, 1, 1, 1),
            (7, 3, 2, 2, 3),
            (8, 3, 2, 3, 3),
        ] {
            assert_eq!(Rounding::Floor.divide(number, divisor), floor);
            assert_eq!(Rounding::HalfUp.divide(number, divisor), half);
            assert_eq!(Rounding::Ceil.divide(number, divisor), ceil);
        }
    }
}
