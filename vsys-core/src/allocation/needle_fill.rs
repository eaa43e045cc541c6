//! The needles and syringes of one amount of vaccine, with a lowering by hand.

use chrono::NaiveDate;

use super::needles::{NeedleAllocation, fill_needles};
use super::problem::AllocationProblem;
use crate::base::{Answer, BaseProblem, Boxes, Doses, Findings, Path, Pieces, Problem, Quantity, Refusal, assumption};
use crate::rulebook::{NEEDLE, PlanNeedles, ProductKind, ProductMaster, SYRINGE};

/// What the needles are for (針・シリンジの用途).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedlePurpose {
    /// They go with an allocation (配分).
    Allocation(NeedleAllocation),
    /// The plan screen fills them in (接種計画); without a policy the product's published one.
    Plan(Option<PlanNeedles>),
}

/// Vaccine boxes whose needles are filled in, and perhaps a lowering by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedleRequest<'a> {
    /// The vaccine's id in the product master.
    pub product: &'a str,
    /// The needle's id in the product master.
    pub needle: &'a str,
    /// The Monday of the delivery week.
    pub delivery_week: NaiveDate,
    /// Vaccine boxes (箱).
    pub boxes: Boxes,
    /// What they are for.
    pub purpose: NeedlePurpose,
    /// Needle boxes entered by hand: at most what is filled in.
    pub lowered: Option<Boxes>,
    /// An earlier lowering, made before the vaccine boxes changed.
    pub earlier: Option<Boxes>,
}

impl<'a> NeedleRequest<'a> {
    /// A request without a lowering, for the needle of the bundled master.
    pub const fn new(product: &'a str, delivery_week: NaiveDate, boxes: Boxes, purpose: NeedlePurpose) -> Self {
        Self { product, needle: NEEDLE, delivery_week, boxes, purpose, lowered: None, earlier: None }
    }
}

/// The needle boxes; syringes are the same (NDL-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedlesFilled {
    /// Doses of the vaccine boxes.
    pub doses: Doses,
    /// What is filled in, in boxes.
    pub filled: Boxes,
    /// What stands after the lowering, in boxes.
    pub needles: Boxes,
    /// The same in pieces (本).
    pub pieces: Pieces,
    /// The name of the policy.
    pub policy: &'static str,
}

/// Fills in the needles of an amount of vaccine (針・シリンジの必要数量). Source: NDL-1, NDL-3, NDL-5; rulings
/// needle-allocation, needle-autofill, needle-override.
///
/// # Errors
/// A [`Refusal`] at the member at fault: a product that is unknown, of another kind or without a pack, a policy that
/// is not published, a lowering that raises, a figure that leaves its range.
///
/// ```
/// use vsys_core::allocation::{NeedlePurpose, NeedleRequest, needle_fill};
/// use vsys_core::base::{Boxes, Quantity};
/// use vsys_core::rulebook::{PlanNeedles, RuleBook};
/// let book = RuleBook::bundled()?;
/// let plan = NeedlePurpose::Plan(Some(PlanNeedles::StrictlyMore));
/// let request = NeedleRequest::new("moderna-booster", "2022-02-21".parse()?, Boxes::try_new(4)?, plan);
/// assert_eq!(needle_fill(book.products(), &request)?.value().needles.number(), 7); // NDL-3: 4 → 7
/// let raised = NeedleRequest { lowered: Some(Boxes::try_new(8)?), ..request };
/// assert_eq!(needle_fill(book.products(), &raised).unwrap_err().code(), "needle.boxes.raised");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn needle_fill(products: &ProductMaster, request: &NeedleRequest<'_>) -> Result<Answer<NeedlesFilled>, Refusal> {
    let pack = products.vaccine_pack(request.product, request.delivery_week)?;
    let of_kind = |id: &str, kind, member: &'static str| {
        products.pack_of_kind(id, kind, request.delivery_week).map_err(|problem| refused(&problem, member))
    };
    let needle = of_kind(request.needle, ProductKind::Needle, "needle")?;
    of_kind(SYRINGE, ProductKind::Syringe, "syringe")?;
    let doses = in_range(pack.doses(request.boxes), "boxes")?;
    let (filled, policy, basis) = match request.purpose {
        NeedlePurpose::Allocation(rounding) => {
            let boxes = rounding.boxes(doses.number(), needle.doses_per_box().into());
            (Boxes::try_new(boxes), rounding.as_str(), assumption::NEEDLE_ALLOCATION)
        }
        NeedlePurpose::Plan(policy) => {
            let policy = policy.map_or_else(|| published(products, request), Ok)?;
            (fill_needles(pack, request.boxes, needle, policy), policy.name(), assumption::NEEDLE_AUTOFILL)
        }
    };
    let filled = in_range(filled, "boxes")?;
    let (needles, findings) = lower(request, filled)?;
    let pieces = in_range(needle.pieces(needles), "boxes")?;
    let answer = Answer::new(NeedlesFilled { doses, filled, needles, pieces, policy }).assuming(basis);
    let touched = request.lowered.is_some() || request.earlier.is_some();
    let answer = if touched { answer.assuming(assumption::NEEDLE_OVERRIDE) } else { answer };
    Ok(answer.finding(findings))
}

/// The policy that the product master has.
fn published(products: &ProductMaster, request: &NeedleRequest<'_>) -> Result<PlanNeedles, Refusal> {
    let record = products.record(request.product, request.delivery_week);
    let policy = record.map_err(|problem| refused(&problem, "product"))?.value.plan_needles;
    policy.ok_or_else(|| refused(&AllocationProblem::NeedlePolicyMissing, "policy"))
}

/// What stands after a lowering by hand, which never raises.
fn lower(request: &NeedleRequest<'_>, filled: Boxes) -> Result<(Boxes, Findings), Refusal> {
    if let Some(lowered) = request.lowered.filter(|lowered| *lowered > filled) {
        let problem = AllocationProblem::NeedleRaised { filled: filled.number(), asked: lowered.number() };
        return Err(refused(&problem, "lowered").assuming(assumption::NEEDLE_OVERRIDE));
    }
    let mut findings = Findings::new();
    if let Some(earlier) = request.earlier {
        let problem = AllocationProblem::NeedleRefilled { earlier: earlier.number(), filled: filled.number() };
        findings.push(&problem, Path::from("earlier"));
    }
    Ok((request.lowered.unwrap_or(filled), findings))
}

fn refused(problem: &dyn Problem, member: &'static str) -> Refusal {
    Refusal::new(problem, Path::from(member))
}

fn in_range<T>(value: Result<T, BaseProblem>, member: &'static str) -> Result<T, Refusal> {
    value.map_err(|problem| refused(&problem, member))
}
