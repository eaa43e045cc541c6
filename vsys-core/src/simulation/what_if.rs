//! What would have to change for one unit more.

use super::problem::SimulationProblem;
use crate::allocation::{
    ApportionRequest, ColumnsRequest, Method, NO_CAP, SharedColumns, Ties, apportion, apportion_columns,
};
use crate::base::{
    Answer, Assumptions, Finding, Findings, IntoList, Path, Quantity, Refusal, SiteId, Term, Units, Weight, named,
};

/// How many amounts one search computes at most before it refuses.
const MOST_WORK: u64 = 50_000_000;
/// What one run costs besides its rows.
const RUN: u64 = 64;

named! {
    /// What is changed (変える量).
    pub enum Lever {
        /// The supply (供給量).
        Supply = "supply" / "供給量",
        /// The recipient's weight (その配分先の重み).
        Weight = "weight" / "重み",
    }
}

/// The smallest increase that gives a recipient one unit more (反実仮想), with the allocation on both sides of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// What is changed.
    pub lever: Lever,
    /// The method.
    pub method: Method,
    /// What it is now.
    pub now: u64,
    /// What the recipient gets now.
    pub amount: u64,
    /// The allocation one step before: the recipient still has no more than now.
    pub before: WhatIfSide,
    /// The allocation where it has more.
    pub after: WhatIfSide,
}

/// The allocation at one value of the lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfSide {
    /// The value.
    pub value: u64,
    /// What the recipient gets.
    pub amount: u64,
    /// What everybody gets, in the order of the request.
    pub amounts: Vec<u64>,
}

impl WhatIf {
    /// By how much the lever moves.
    pub const fn increase(&self) -> u64 {
        self.after.value - self.now
    }
}

/// Finds the smallest increase of the supply, or of a recipient's own weight, that gives it at least one unit more (反実仮想の探索).
///
/// Divisor methods never take a unit away as the supply grows, and no method as one's own weight grows: there a
/// search by halves is exact. Largest remainder can take one away as the supply grows (the Alabama paradox), so every
/// supply is tried from the first whose share exceeds what the recipient has. Ties go by the ruled order.
///
/// # Errors
/// As [`apportion`]; a recipient that is not there; one that its cap, a weight of zero, or the bounds of the
/// others keep where it is ([`SimulationProblem::Unreachable`] with the reason); a search that would take too long.
///
/// ```
/// use vsys_core::allocation::{ApportionRequest, Recipient};
/// use vsys_core::base::{Quantity, Units, Weight};
/// use vsys_core::simulation::{Lever, what_if};
///
/// let recipient = |id: &str, weight| Ok::<_, vsys_core::base::BaseProblem>(Recipient::new(id.parse()?, Weight::try_new(weight)?));
/// let request = ApportionRequest::new(Units::try_new(10)?, vec![recipient("A", 6)?, recipient("B", 6)?, recipient("C", 2)?]);
/// // C has 2 of 10. At 11 it would have 1 only: the Alabama paradox.
/// let answer = what_if(&request, &"C".parse()?, Lever::Supply)?;
/// let found = answer.value();
/// assert_eq!((found.amount, found.after.value, found.after.amount), (2, 17, 3));
///
/// let capped = ApportionRequest { recipients: vec![recipient("A", 6)?.with_cap(Units::try_new(3)?), recipient("B", 6)?], ..request };
/// assert_eq!(what_if(&capped, &"A".parse()?, Lever::Supply).unwrap_err().code(), "what_if.unit.unreachable");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn what_if(request: &ApportionRequest, id: &SiteId, lever: Lever) -> Result<Answer<WhatIf>, Refusal> {
    // The request as it is, with all its findings.
    let now = apportion(&ApportionRequest { ties: Ties::Ruled, explain: false, ..request.clone() })?;
    let Some(row) = request.recipients.iter().position(|recipient| recipient.id == *id) else {
        let mut findings = Findings::new();
        findings.add(Finding::new(&SimulationProblem::RecipientUnknown, Path::from("id")).with_value(id.as_str()));
        return Err(Refusal::of(findings));
    };
    let amount = now.value().amounts().get(row).copied().unwrap_or(0);
    let mut search = Search::new(request, row, lever, amount);
    search.reachable()?;
    let found = match (lever, search.method) {
        (Lever::Supply, Method::LargestRemainder) => search.one_by_one()?,
        _ => search.by_halves()?,
    };
    let what_if = WhatIf {
        lever,
        method: search.method,
        now: search.now,
        amount,
        before: search.side(found - 1)?,
        after: search.side(found)?,
    };
    Ok(Answer::new(what_if).assuming_all(now.assumptions()).assuming_all(&search.assumptions))
}

struct Search<'a> {
    request: &'a ApportionRequest,
    ids: Vec<&'a str>,
    weights: Vec<u64>,
    floors: Vec<u64>,
    caps: Vec<u64>,
    row: usize,
    lever: Lever,
    method: Method,
    now: u64,
    amount: u64,
    work: u64,
    assumptions: Assumptions,
}

impl<'a> Search<'a> {
    fn new(request: &'a ApportionRequest, row: usize, lever: Lever, amount: u64) -> Self {
        let recipients = &request.recipients;
        let weights: Vec<u64> = recipients.iter().map(|recipient| recipient.weight.number()).list();
        let now = match lever {
            Lever::Supply => request.supply.number(),
            Lever::Weight => weights.get(row).copied().unwrap_or(0),
        };
        Self {
            request,
            ids: recipients.iter().map(|recipient| recipient.id.as_str()).list(),
            weights,
            floors: recipients.iter().map(|recipient| recipient.floor.number()).list(),
            caps: recipients.iter().map(|recipient| recipient.cap.map_or(NO_CAP, Units::number)).list(),
            row,
            lever,
            method: request.method.unwrap_or_default(),
            now,
            amount,
            work: 0,
            assumptions: Assumptions::new(),
        }
    }

    fn unreachable(&self, en: &'static str, ja: &'static str) -> Refusal {
        let problem = SimulationProblem::Unreachable { reason: Term::new(en, ja), amount: self.amount };
        Refusal::new(&problem, Path::from("id"))
    }

    /// What keeps the recipient where it is, whatever the lever does.
    fn reachable(&self) -> Result<(), Refusal> {
        if self.caps.get(self.row).is_some_and(|cap| *cap <= self.amount) {
            return Err(self.unreachable("its cap is reached", "上限に達しています"));
        }
        if self.lever == Lever::Supply && self.weights.get(self.row) == Some(&0) {
            return Err(self.unreachable("a weight of 0 gets exactly its floor", "重みが0のため下限だけが配分されます"));
        }
        Ok(())
    }

    /// The greatest value of the lever.
    const fn most(&self) -> u64 {
        match self.lever {
            Lever::Supply => Units::MAX,
            Lever::Weight => Weight::MAX,
        }
    }

    /// The allocation at a value of the lever.
    fn shared(&mut self, value: u64, explain: bool) -> Result<SharedColumns, Refusal> {
        let rows = u64::try_from(self.ids.len()).unwrap_or(u64::MAX).saturating_mul(if explain { 8 } else { 1 });
        self.work = self.work.saturating_add(rows).saturating_add(RUN);
        if self.work > MOST_WORK {
            return Err(Refusal::new(
                &SimulationProblem::TooFar { tried_to: value.saturating_sub(1) },
                Path::from("lever"),
            ));
        }
        let mut supply = self.request.supply;
        match self.lever {
            Lever::Supply => {
                supply = Units::try_new(value).map_err(|problem| Refusal::new(&problem, Path::from("supply")))?;
            }
            Lever::Weight => {
                if let Some(weight) = self.weights.get_mut(self.row) {
                    *weight = value;
                }
            }
        }
        let answer = apportion_columns(&ColumnsRequest {
            ids: Some(&self.ids),
            floors: Some(&self.floors),
            caps: Some(&self.caps),
            method: self.request.method,
            first_units: self.request.first_units,
            explain,
            ..ColumnsRequest::new(supply, &self.weights)
        })?;
        let (shared, _, assumptions) = answer.into_parts();
        self.assumptions.extend(&assumptions);
        Ok(shared)
    }

    fn side(&mut self, value: u64) -> Result<WhatIfSide, Refusal> {
        let amounts = self.shared(value, false)?.amounts;
        Ok(WhatIfSide { value, amount: amounts.get(self.row).copied().unwrap_or(0), amounts })
    }

    /// Whether the recipient has more than now.
    fn more(&mut self, value: u64) -> Result<bool, Refusal> {
        Ok(self.side(value)?.amount > self.amount)
    }

    /// Whether its share, before it becomes whole, is more than what it has now.
    fn share_is_more(&mut self, value: u64) -> Result<bool, Refusal> {
        let shared = self.shared(value, true)?;
        let share = shared.explanations.get(self.row).map(|explanation| explanation.share);
        Ok(share.is_some_and(|share| share > crate::base::Fraction::whole(self.amount)))
    }

    /// The first value above now at which a monotone test holds: doubled steps, then halves.
    fn first(&mut self, mut test: impl FnMut(&mut Self, u64) -> Result<bool, Refusal>) -> Result<Option<u64>, Refusal> {
        let (mut low, mut step) = (self.now, 1_u64);
        let mut high = loop {
            let next = self.now.saturating_add(step).min(self.most());
            if next == low {
                return Ok(None);
            }
            if test(self, next)? {
                break next;
            }
            low = next;
            step = step.saturating_mul(2);
        };
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if test(self, middle)? {
                high = middle;
            } else {
                low = middle;
            }
        }
        Ok(Some(high))
    }

    fn by_halves(&mut self) -> Result<u64, Refusal> {
        let found = self.first(Self::more)?;
        found.ok_or_else(|| match self.lever {
            Lever::Supply => {
                self.unreachable("the supply would leave the range of numbers", "供給量が数の範囲を超えます")
            }
            Lever::Weight => self.unreachable(
                "the supply and the bounds of the others leave no unit, however large the weight",
                "重みをどれだけ大きくしても、供給量と他の配分先の下限により1単位も残りません",
            ),
        })
    }

    /// Largest remainder on the supply: no amount exceeds its share rounded up, so nothing can be found before the
    /// share exceeds what the recipient has; from there every supply is tried.
    fn one_by_one(&mut self) -> Result<u64, Refusal> {
        let out = || ("the supply would leave the range of numbers", "供給量が数の範囲を超えます");
        let Some(mut value) = self.first(Self::share_is_more)? else {
            let (en, ja) = out();
            return Err(self.unreachable(en, ja));
        };
        while !self.more(value)? {
            if value == self.most() {
                let (en, ja) = out();
                return Err(self.unreachable(en, ja));
            }
            value += 1;
        }
        Ok(value)
    }
}
