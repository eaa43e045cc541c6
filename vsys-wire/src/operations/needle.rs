//! `needle.fill`.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use vsys_core::allocation::{self as core, NeedleAllocation, NeedleProblem, NeedlePurpose, NeedlesFilled, needle_fill};
use vsys_core::base::{Answer, Boxes, Doses, Path, Pieces, Refusal, is_share};
use vsys_core::rulebook::{NEEDLE, PlanNeedles, RuleBook};

use crate::call::Call;
use crate::read::Positive;
use crate::record::{record, words};

/// What the needles are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// They go with an allocation.
    Allocation,
    /// The plan screen fills them in.
    Plan,
}

/// A policy by its name; its figure stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicyName {
    Exact,
    StrictlyMore,
    Reserve,
    PerVial,
}

words! {
    Purpose { "allocation" => Purpose::Allocation, "plan" => Purpose::Plan }
    PolicyName {
        "exact" => PolicyName::Exact,
        "strictly-more" => PolicyName::StrictlyMore,
        "reserve" => PolicyName::Reserve,
        "per-vial" => PolicyName::PerVial,
    }
}

record! { request
    /// A policy of filling in.
    struct PolicyRequest {
        /// Its name.
        name: PolicyName,
        /// `reserve`: the rate, such as "0.10".
        rate: Option<Decimal>,
        /// `per-vial`: pieces a vial.
        pieces_per_vial: Option<Positive>,
    }
}

record! { request
    /// Vaccine boxes whose needles are filled in, and perhaps a lowering by hand.
    struct NeedleRequest {
        /// The vaccine's id in the product master.
        product: String,
        /// The Monday of the delivery week.
        delivery_week: NaiveDate,
        /// Vaccine boxes (箱).
        boxes: Boxes,
        /// Whether the needles go with an allocation or are filled in on the plan screen.
        purpose: Purpose,
        /// The plan's policy; absent = the product's published one.
        policy: Option<PolicyRequest>,
        /// An allocation's rounding.
        rounding: NeedleAllocation = NeedleAllocation::Ceil,
        /// Needle boxes entered by hand: at most what is filled in.
        lowered: Option<Boxes>,
        /// An earlier lowering, made before the vaccine boxes changed.
        earlier: Option<Boxes>,
        /// The needle's id in the product master.
        needle: Cow<'static, str> = Cow::Borrowed(NEEDLE),
    }
}

record! { answer
    /// The needle boxes; syringes are the same (NDL-1).
    struct NeedleAnswer {
        /// Doses of the vaccine boxes.
        doses: Doses,
        /// What is filled in, in boxes.
        filled: Boxes,
        /// What stands after the lowering, in boxes.
        needles: Boxes,
        /// The same in pieces (本).
        pieces: Pieces,
        /// The name of the policy.
        policy: &'static str,
        /// The same figure of syringes.
        syringes: Boxes,
    }
}

/// `needle.fill`
pub(crate) struct NeedleFill;

impl Call for NeedleFill {
    type Request = NeedleRequest;
    type Answer = NeedleAnswer;

    fn run(book: &RuleBook, request: NeedleRequest) -> Result<Answer<NeedleAnswer>, Refusal> {
        let purpose = match request.purpose {
            Purpose::Allocation => NeedlePurpose::Allocation(request.rounding),
            Purpose::Plan => NeedlePurpose::Plan(request.policy.as_ref().map(policy).transpose()?),
        };
        let filled = needle_fill(
            book.products(),
            &core::NeedleRequest {
                product: &request.product,
                needle: &request.needle,
                delivery_week: request.delivery_week,
                boxes: request.boxes,
                purpose,
                lowered: request.lowered,
                earlier: request.earlier,
            },
        )?;
        Ok(filled.map(|NeedlesFilled { doses, filled, needles, pieces, policy }| NeedleAnswer {
            doses,
            filled,
            needles,
            pieces,
            policy,
            syringes: needles,
        }))
    }
}

/// A policy with its figure.
fn policy(policy: &PolicyRequest) -> Result<PlanNeedles, Refusal> {
    let at = |member: &'static str| Path::new(["policy".into(), member.into()]);
    match (policy.name, policy.rate, policy.pieces_per_vial) {
        (PolicyName::Exact, None, None) => Ok(PlanNeedles::Exact),
        (PolicyName::StrictlyMore, None, None) => Ok(PlanNeedles::StrictlyMore),
        (PolicyName::Reserve, Some(rate), None) if is_share(rate) => Ok(PlanNeedles::Reserve(rate)),
        (PolicyName::Reserve, Some(_), None) => Err(Refusal::new(&NeedleProblem::ReserveRate, at("rate"))),
        (PolicyName::PerVial, None, Some(pieces)) => Ok(PlanNeedles::PerVial(pieces.0)),
        (PolicyName::Reserve, None, _) => Err(Refusal::new(&crate::problem::WireProblem::FieldMissing, at("rate"))),
        (PolicyName::PerVial, _, None) => {
            Err(Refusal::new(&crate::problem::WireProblem::FieldMissing, at("pieces_per_vial")))
        }
        (_, Some(_), _) => {
            Err(Refusal::new(&crate::problem::WireProblem::FieldUnknown { known: vec!["name"] }, at("rate")))
        }
        _ => {
            Err(Refusal::new(&crate::problem::WireProblem::FieldUnknown { known: vec!["name"] }, at("pieces_per_vial")))
        }
    }
}
