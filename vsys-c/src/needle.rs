//! Needles, from C's numbers.

use vsys_core::allocation::{NeedleAllocation, NeedlePurpose, NeedleRequest, needle_fill};
use vsys_core::base::{Boxes, Path, Quantity, Refusal};
use vsys_core::rulebook::{PlanNeedles, RuleBook};

use crate::abi::*;
use crate::assumption::mask;
use crate::call::text;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::quantity::number;
use crate::time::day;

/// What the needles are for; a policy is the plan's alone.
pub(crate) fn purpose(code: u32, policy: &[u8]) -> Result<NeedlePurpose, Failure> {
    let policy = match text("policy", policy)? {
        "" => None,
        written => {
            let read = written.parse::<PlanNeedles>();
            Some(read.map_err(|problem| Refusal::new(&problem, Path::from("policy")))?)
        }
    };
    match (code, policy) {
        (VSYS_NEEDLES_ALLOCATION_CEIL, None) => Ok(NeedlePurpose::Allocation(NeedleAllocation::Ceil)),
        (VSYS_NEEDLES_ALLOCATION_HALF_UP, None) => Ok(NeedlePurpose::Allocation(NeedleAllocation::HalfUp)),
        (VSYS_NEEDLES_ALLOCATION_CEIL | VSYS_NEEDLES_ALLOCATION_HALF_UP, Some(_)) => {
            Err(CProblem::ArgumentValue { argument: "policy" }.into())
        }
        (VSYS_NEEDLES_PLAN, policy) => Ok(NeedlePurpose::Plan(policy)),
        _ => Err(CProblem::ArgumentValue { argument: "purpose" }.into()),
    }
}

/// The needle boxes of an amount of vaccine.
pub(crate) fn fill(
    book: &RuleBook,
    product: &[u8],
    delivery_week: u32,
    boxes: u64,
    purpose: NeedlePurpose,
    lowered: u64,
) -> Result<vsys_needles, Failure> {
    let (product, week) = (text("product", product)?, day("delivery_week", delivery_week)?);
    let lowered = match lowered {
        VSYS_NONE => None,
        boxes => Some(number::<Boxes>("lowered", boxes)?),
    };
    let request = NeedleRequest { lowered, ..NeedleRequest::new(product, week, number("boxes", boxes)?, purpose) };
    let answer = needle_fill(book.products(), &request)?;
    let filled = answer.value();
    Ok(vsys_needles {
        doses: filled.doses.number(),
        filled: filled.filled.number(),
        needles: filled.needles.number(),
        pieces: filled.pieces.number(),
        assumptions: mask(answer.assumptions()),
    })
}
