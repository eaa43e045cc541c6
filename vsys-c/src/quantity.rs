//! Quantities of a product, from C's numbers.

use vsys_core::base::{Boxes, Doses, Path, Quantity, Refusal, Rounding};
use vsys_core::rulebook::{Convertible, RuleBook};

use crate::abi::{VSYS_NONE, VSYS_ROUNDING_CEIL, VSYS_ROUNDING_FLOOR, VSYS_ROUNDING_HALF_UP, vsys_quantity};
use crate::assumption::mask;
use crate::call::text;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::time::day;

/// A number as a quantity of the core, at its member.
pub(crate) fn number<Q: Quantity>(member: &'static str, number: u64) -> Result<Q, Refusal> {
    Q::try_new(number).map_err(|problem| Refusal::new(&problem, Path::from(member)))
}

/// A number as an index; one beyond memory is beyond every range.
pub(crate) fn index(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The name of a rounding.
pub(crate) fn rounding(code: u32) -> Result<Rounding, CProblem> {
    match code {
        VSYS_ROUNDING_CEIL => Ok(Rounding::Ceil),
        VSYS_ROUNDING_FLOOR => Ok(Rounding::Floor),
        VSYS_ROUNDING_HALF_UP => Ok(Rounding::HalfUp),
        _ => Err(CProblem::ArgumentValue { argument: "rounding" }),
    }
}

/// Boxes to convert.
pub(crate) fn boxes(boxes: u64) -> Result<Convertible, Failure> {
    Ok(Convertible::Boxes(number::<Boxes>("boxes", boxes)?))
}

/// Doses to convert.
pub(crate) fn doses(doses: u64, code: u32) -> Result<Convertible, Failure> {
    Ok(Convertible::Doses(number::<Doses>("doses", doses)?, rounding(code)?))
}

/// A quantity in every unit.
pub(crate) fn convert(
    book: &RuleBook,
    product: &[u8],
    delivery_week: u32,
    quantity: Convertible,
) -> Result<vsys_quantity, Failure> {
    let week = day("delivery_week", delivery_week)?;
    let answer = book.products().convert(text("product", product)?, week, quantity)?;
    let converted = answer.value();
    Ok(vsys_quantity {
        boxes: converted.boxes.number(),
        doses: converted.doses.number(),
        doses_per_box: converted.doses_per_box.into(),
        vials: converted.vials.map_or(VSYS_NONE, Quantity::number),
        pieces: converted.pieces.map_or(VSYS_NONE, Quantity::number),
        assumptions: mask(answer.assumptions()),
    })
}
