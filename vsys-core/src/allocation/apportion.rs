//! Sharing whole units among recipients: the request, the answer, the refusals.

use vsys_sharing::{Decided, Method};

use super::columns::{ColumnsRequest, NO_CAP, SharedColumns, TiedRows, apportion_columns};
use super::explanation::Explanation;
use super::problem::AllocationProblem;
use super::ties::{FirstUnits, Ties};
use crate::base::{Answer, IntoList, Path, Quantity, Refusal, SiteId, Units, Weight, assumption};

/// How many recipients can share a supply at most.
pub const MAX_RECIPIENTS: usize = 1_000_000;

/// A recipient (配分先): an id, a weight, a floor and a cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Its id.
    pub id: SiteId,
    /// Its weight.
    pub weight: Weight,
    /// The least it must get (下限).
    pub floor: Units,
    /// The most it may get (上限); nothing = unlimited.
    pub cap: Option<Units>,
}

impl Recipient {
    /// A recipient without floor or cap.
    pub const fn new(id: SiteId, weight: Weight) -> Self {
        Self { id, weight, floor: Units::ZERO, cap: None }
    }

    /// The same with the least it must get (下限).
    #[must_use]
    pub const fn with_floor(mut self, floor: Units) -> Self {
        self.floor = floor;
        self
    }

    /// The same with the most it may get (上限).
    #[must_use]
    pub const fn with_cap(mut self, cap: Units) -> Self {
        self.cap = Some(cap);
        self
    }
}

/// A request to share whole units (配分の要求). Source: ruling proposal-method (ALC-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApportionRequest {
    /// The units to share.
    pub supply: Units,
    /// Who shares them.
    pub recipients: Vec<Recipient>,
    /// How; the default is an assumption and named in the answer.
    pub method: Option<Method>,
    /// What happens with ties.
    pub ties: Ties,
    /// What Adams and Hill do when the supply does not reach.
    pub first_units: FirstUnits,
    /// Whether every unit explains itself.
    pub explain: bool,
}

impl ApportionRequest {
    /// A request with the default method and ruled ties.
    pub const fn new(supply: Units, recipients: Vec<Recipient>) -> Self {
        Self { supply, recipients, method: None, ties: Ties::Ruled, first_units: FirstUnits::Refuse, explain: false }
    }

    /// The same by a method.
    #[must_use]
    pub const fn with_method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// The same with another way with ties.
    #[must_use]
    pub const fn with_ties(mut self, ties: Ties) -> Self {
        self.ties = ties;
        self
    }

    /// The same with first units by weight where Adams and Hill would refuse.
    #[must_use]
    pub const fn with_first_units(mut self, first_units: FirstUnits) -> Self {
        self.first_units = first_units;
        self
    }

    /// The same with explanations.
    #[must_use]
    pub const fn explained(mut self) -> Self {
        self.explain = true;
        self
    }
}

/// Equal claims where the supply ended (同順位).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The ids of the tied set, in their order.
    pub tied: Vec<SiteId>,
    /// The units that went among them.
    pub units: u64,
    /// What decided.
    pub decided: Decided,
}

/// Units shared out (配分の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apportionment {
    amounts: Vec<u64>,
    left_over: u64,
    method: Method,
    tie: Option<Tie>,
    explanations: Vec<Explanation>,
}

impl Apportionment {
    /// The amounts, in the order of the request's recipients.
    pub fn amounts(&self) -> &[u64] {
        &self.amounts
    }

    /// What no cap had room for.
    pub const fn left_over(&self) -> u64 {
        self.left_over
    }

    /// The method used.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The tied set, if the cut passes through one.
    pub const fn tie(&self) -> Option<&Tie> {
        self.tie.as_ref()
    }

    /// Why each amount is what it is, in the order of the recipients; empty unless asked for.
    pub fn explanations(&self) -> &[Explanation] {
        &self.explanations
    }
}

/// Shares a supply out in whole units, exactly (配分量の自動計算).
///
/// Largest remainder rounds the water-filled share clamp(λ·weight, floor, cap); divisor methods give
/// clamp(round(weight/d), floor, cap). A weight of 0 gets exactly its floor. The sum is
/// min(supply, Σ caps of positive weights + Σ floors of zero weights); the rest is left over and told.
/// Ties go by larger weight, then smaller id as bytes. Source: ruling proposal-method (ALC-3).
///
/// # Errors
/// A [`Refusal`] with every finding: ids that stand twice, floors above caps, floors above the
/// supply, no weight to share by, Adams or Hill with a supply that does not reach, a tie when
/// [`Ties::Report`] is wanted.
///
/// ```
/// use vsys_core::allocation::{ApportionRequest, Method, Recipient, apportion};
/// use vsys_core::base::{Quantity, Units, Weight};
///
/// let recipient = |id: &str, weight| Ok::<_, vsys_core::base::BaseProblem>(Recipient::new(id.parse()?, Weight::try_new(weight)?));
/// let recipients = vec![recipient("131032", 5)?, recipient("131105", 3)?];
/// let answer = apportion(&ApportionRequest::new(Units::try_new(7)?, recipients).with_method(Method::Webster))?;
/// assert_eq!(answer.value().amounts(), [4, 3]);
///
/// let nobody = ApportionRequest::new(Units::try_new(7)?, vec![]);
/// assert_eq!(apportion(&nobody).unwrap_err().code(), "allocation.weights.none");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apportion(request: &ApportionRequest) -> Result<Answer<Apportionment>, Refusal> {
    let recipients = &request.recipients;
    let ids: Vec<&str> = recipients.iter().map(|recipient| recipient.id.as_str()).list();
    let column = |of: fn(&Recipient) -> u64| -> Vec<u64> { recipients.iter().map(of).list() };
    let weights = column(|recipient| recipient.weight.number());
    let floors = column(|recipient| recipient.floor.number());
    let caps = column(|recipient| recipient.cap.map_or(NO_CAP, Units::number));
    let answer = apportion_columns(&ColumnsRequest {
        supply: request.supply,
        ids: Some(&ids),
        weights: &weights,
        floors: Some(&floors),
        caps: Some(&caps),
        method: request.method,
        ties: request.ties,
        first_units: request.first_units,
        explain: request.explain,
    })?;
    let id = |row: usize| recipients.get(row).map(|recipient| recipient.id.clone());
    Ok(answer.map(|SharedColumns { amounts, left_over, method, tie, explanations }| {
        let tie = tie.map(|TiedRows { rows, units, decided }| Tie {
            tied: rows.into_iter().filter_map(id).list(),
            units,
            decided,
        });
        Apportionment { amounts, left_over, method, tie, explanations }
    }))
}

/// The refusal of a tie that nobody is to decide.
pub(super) fn tied(tie: &Tie) -> Refusal {
    let tied = tie.tied.iter().map(|id| id.as_str().to_owned()).list();
    Refusal::new(&AllocationProblem::Tie { tied, units: tie.units }, Path::from("ties"))
        .assuming(assumption::PROPOSAL_METHOD)
}

/// What makes a group impossible to serve: rows are weight, floor, cap.
pub(super) fn check_group(
    rows: impl Iterator<Item = (u64, u64, u64)> + Clone,
    supply: u64,
    method: Method,
    first_units: FirstUnits,
) -> Option<AllocationProblem> {
    let floors: u128 = rows.clone().map(|(_, floor, _)| u128::from(floor)).sum();
    if floors > u128::from(Units::MAX) {
        return Some(AllocationProblem::FloorsTooLarge);
    }
    let floors = u64::try_from(floors).unwrap_or(u64::MAX);
    if floors > supply {
        return Some(AllocationProblem::FloorsAboveSupply { floors, supply });
    }
    if supply > 0 && floors == 0 && rows.clone().all(|(weight, _, _)| weight == 0) {
        return Some(AllocationProblem::NoWeight { supply });
    }
    if method.gives_everyone_one() && first_units == FirstUnits::Refuse {
        let needed: u128 =
            rows.map(|(weight, floor, cap)| u128::from(if weight == 0 { floor } else { floor.max(cap.min(1)) })).sum();
        if needed > u128::from(supply) {
            let needed = u64::try_from(needed).unwrap_or(u64::MAX);
            return Some(AllocationProblem::FirstUnits { needed, supply });
        }
    }
    None
}
