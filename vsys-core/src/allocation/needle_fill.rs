//! The needles and syringes of one amount of vaccine, with a lowering by hand.

use chrono::NaiveDate;

use super::needles::{NeedleAllocation, fill_needles};
use crate::base::{
    Answer, BaseProblem, Boxes, Doses, Findings, Path, Pieces, Problem, Quantity, Refusal, assumption, problems,
};
use crate::rulebook::{NEEDLE, PlanNeedles, ProductKind, ProductMaster, SYRINGE};

problems! {
    /// What can be wrong with needles that are filled in. It stands apart from what can be wrong with an allocation, so that
    /// a page with plans and needles alone does without the texts of that.
    pub enum NeedleProblem {
        /// A policy whose figure is not published.
        PolicyMissing = Error "needle.policy.not_published" by "NDL-5" {
            en: "no published policy fills in needles for this product", ja: "この製品の針の自動入力方式は公表されていません",
            help_en: "give `policy`", help_ja: "policy を指定してください",
        }
        /// A reserve rate out of range.
        ReserveRate = Error "needle.policy.rate" by "NDL-5" {
            en: "a reserve rate is a decimal from 0 to 1", ja: "予備率は 0 以上 1 以下の小数です",
            help_en: "write 10 % as \"0.10\"", help_ja: "10% は \"0.10\" と書きます",
        }
        /// More needles than were filled in.
        Raised { filled: u64, asked: u64 } = Error "needle.boxes.raised" by "NDL-6" {
            en: "needle boxes may be lowered only: {filled} are filled in, {asked} were asked for", ja: "針の箱数は減らすことだけができます（自動入力 {filled}、指定 {asked}）",
            help_en: "enter {filled} or fewer", help_ja: "{filled} 以下を入力してください",
        }
        /// An earlier lowering that a new filling in replaces.
        Refilled { earlier: u64, filled: u64 } = Warning "needle.boxes.refilled" by "NDL-6" {
            en: "the boxes changed: {filled} needle boxes are filled in again, the earlier lowering to {earlier} is gone", ja: "箱数の変更により針は {filled} 箱に再入力され、以前の {earlier} への減量は取り消されます",
            help_en: "lower them again if needed", help_ja: "必要なら再度減らしてください",
        }
    }
}

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
    policy.ok_or_else(|| refused(&NeedleProblem::PolicyMissing, "policy"))
}

/// What stands after a lowering by hand, which never raises.
fn lower(request: &NeedleRequest<'_>, filled: Boxes) -> Result<(Boxes, Findings), Refusal> {
    if let Some(lowered) = request.lowered.filter(|lowered| *lowered > filled) {
        let problem = NeedleProblem::Raised { filled: filled.number(), asked: lowered.number() };
        return Err(refused(&problem, "lowered").assuming(assumption::NEEDLE_OVERRIDE));
    }
    let mut findings = Findings::new();
    if let Some(earlier) = request.earlier {
        let problem = NeedleProblem::Refilled { earlier: earlier.number(), filled: filled.number() };
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
