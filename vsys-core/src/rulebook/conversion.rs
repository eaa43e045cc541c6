//! Quantities of a product, converted by the pack of a delivery week.

use chrono::NaiveDate;

use super::problem::RulebookProblem;
use super::products::{ProductKind, ProductMaster};
use crate::base::{
    Answer, BaseProblem, Boxes, Doses, Pack, PackKind, Path, Pieces, Refusal, Rounding, Vials, assumption,
};

/// The needle of the bundled product master, 100 pieces a box (針).
pub const NEEDLE: &str = "needle-100";
/// Its syringe (シリンジ), as many pieces.
pub const SYRINGE: &str = "syringe-100";

/// A quantity to convert (換算する数量).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convertible {
    /// Boxes (箱).
    Boxes(Boxes),
    /// Doses (回分), rounded to whole boxes.
    Doses(Doses, Rounding),
}

/// One quantity in every unit of a product (換算の結果).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Boxes (箱).
    pub boxes: Boxes,
    /// Doses (回分) that the boxes hold.
    pub doses: Doses,
    /// Doses in one box.
    pub doses_per_box: u32,
    /// Pieces (本), of needles and syringes.
    pub pieces: Option<Pieces>,
    /// Vials (バイアル), of vaccine.
    pub vials: Option<Vials>,
}

impl ProductMaster {
    /// Converts a quantity of a product by the pack of the delivery week (数量の換算). Source: QTY-2; F-PACK; rulings
    /// product-packs, capacity-rounding.
    ///
    /// # Errors
    /// A [`Refusal`] at `product`, `delivery_week`, `boxes` or `doses`: a product or a pack that the master does not
    /// have, a figure that leaves its range.
    ///
    /// ```
    /// use vsys_core::base::{Boxes, Quantity};
    /// use vsys_core::rulebook::{Convertible, RuleBook};
    /// let book = RuleBook::bundled()?;
    /// let week = "2021-03-01".parse()?;
    /// let boxes = Convertible::Boxes(Boxes::try_new(2_000)?);
    /// let converted = book.products().convert("pfizer-12plus", week, boxes)?;
    /// assert_eq!(converted.value().doses.number(), 1_950_000);
    /// assert_eq!(book.products().convert("none", week, boxes).unwrap_err().code(), "product.id.unknown");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn convert(
        &self,
        product: &str,
        delivery_week: NaiveDate,
        quantity: Convertible,
    ) -> Result<Answer<Conversion>, Refusal> {
        let pack = self.pack(product, delivery_week).map_err(|problem| refused(&problem))?;
        let boxes = match quantity {
            Convertible::Boxes(boxes) => boxes,
            Convertible::Doses(doses, rounding) => in_range(pack.boxes(doses, rounding), "doses")?,
        };
        let (pieces, vials) = match pack.kind() {
            PackKind::Vaccine { .. } => (None, Some(in_range(pack.vials(boxes), "boxes")?)),
            PackKind::Pieces { .. } => (Some(in_range(pack.pieces(boxes), "boxes")?), None),
        };
        let doses = in_range(pack.doses(boxes), "boxes")?;
        let answer = Answer::new(Conversion { boxes, doses, doses_per_box: pack.doses_per_box(), pieces, vials });
        Ok(match quantity {
            Convertible::Boxes(_) => answer,
            Convertible::Doses(..) => answer.assuming(assumption::CAPACITY_ROUNDING),
        })
    }

    /// The pack of a product that has to be of a kind.
    ///
    /// # Errors
    /// As [`ProductMaster::pack`], and [`RulebookProblem::ProductKind`].
    pub fn pack_of_kind(&self, id: &str, kind: ProductKind, delivery_week: NaiveDate) -> Result<Pack, RulebookProblem> {
        if self.product(id)?.kind != kind {
            return Err(RulebookProblem::ProductKind { expected: kind.as_str() });
        }
        self.pack(id, delivery_week)
    }

    /// The pack of a vaccine; needles and syringes are refused.
    ///
    /// # Errors
    /// As [`ProductMaster::pack_of_kind`], at `product` or `delivery_week`.
    pub fn vaccine_pack(&self, product: &str, delivery_week: NaiveDate) -> Result<Pack, Refusal> {
        self.pack_of_kind(product, ProductKind::Vaccine, delivery_week).map_err(|problem| refused(&problem))
    }
}

/// A refusal at the product, or at the delivery week in which it has no pack.
fn refused(problem: &RulebookProblem) -> Refusal {
    let outside = matches!(problem, RulebookProblem::PackOutside { .. });
    Refusal::new(problem, Path::from(if outside { "delivery_week" } else { "product" }))
}

fn in_range<T>(value: Result<T, BaseProblem>, member: &'static str) -> Result<T, Refusal> {
    value.map_err(|problem| Refusal::new(&problem, Path::from(member)))
}
