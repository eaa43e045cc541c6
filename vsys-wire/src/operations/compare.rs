//! `allocation.compare`.

use vsys_core::allocation::{FirstUnits, MAX_RECIPIENTS, Method};
use vsys_core::base::{Answer, IntoList, Path, Refusal, SiteId, Units};
use vsys_core::policy::{self, Column, Figure, LayerInput, LayerKind, Missing, Name, Policy, PolicyRequest};
use vsys_core::rulebook::RuleBook;
use vsys_core::simulation::{SimulationProblem, compare};

use super::fairness::FairnessAnswer;
use super::policy::{Chosen, FormulaRequest, chosen};
use crate::call::Call;
use crate::emit::AmountDifference;
use crate::problem::WireProblem;
use crate::read::{Amount, List, Positive};
use crate::record::record;

record! { request
    /// One of the two: a method, a bundled formula, or one of the caller's own; exactly one of the three.
    struct SideRequest {
        /// A method, which shares the whole supply by `by`.
        method: Option<Method>,
        /// With a method: by what it shares.
        by: Option<Figure>,
        /// With a method: the least each gets, rounded up.
        floor: Option<Figure>,
        /// With a method: the most each gets, rounded down.
        cap: Option<Figure>,
        /// With a method: what Adams and Hill do when the supply does not reach.
        first_units: Option<FirstUnits>,
        /// A bundled formula by its id.
        bundled: Option<String>,
        /// A formula.
        policy: Option<FormulaRequest>,
    }
}

record! { request
    /// Two ways to share among the same recipients.
    struct CompareRequest {
        /// The recipients.
        ids: Vec<SiteId>,
        /// Their figures.
        columns: Vec<Column>,
        /// The units to share.
        supply: Units,
        /// The one way.
        first: SideRequest,
        /// The other.
        second: SideRequest,
        /// The column of people, against whom fairness is measured.
        people: Name,
        /// What one unit holds, in doses.
        doses_per_unit: Positive = Positive(1),
    }
}

record! { answer
    /// A recipient under both ways.
    struct ComparedRow {
        /// What the second gives more.
        difference: AmountDifference,
        /// What the first gives.
        first: Amount,
        /// The recipient.
        id: SiteId,
        /// What the second gives.
        second: Amount,
    }
}

record! { answer
    /// Two ways side by side.
    struct CompareAnswer {
        /// How fair the first is.
        first: FairnessAnswer,
        /// What the gainers gain in all.
        gained: Amount,
        /// How many gain by the second.
        gainers: Amount,
        /// How many lose by the second.
        losers: Amount,
        /// What the losers lose in all.
        lost: Amount,
        /// The recipients, in the order of the request.
        rows: List<ComparedRow, MAX_RECIPIENTS>,
        /// How fair the second is.
        second: FairnessAnswer,
    }
}

/// `allocation.compare`
pub(crate) struct Compare;

impl Call for Compare {
    type Request = CompareRequest;
    type Answer = CompareAnswer;

    fn run(book: &RuleBook, request: CompareRequest) -> Result<Answer<CompareAnswer>, Refusal> {
        let (ids, columns) = (request.ids, request.columns);
        let first = side(book, request.first, &Path::from("first"));
        let second = side(book, request.second, &Path::from("second"));
        let people = columns.iter().find(|column| column.name == request.people);
        let (first, second, people) = match (first, second, people) {
            (Ok(first), Ok(second), Some(people)) => (first, second, &people.values),
            (first, second, people) => {
                let unknown = || Refusal::new(&SimulationProblem::ColumnUnknown, Path::from("people"));
                let refusals = [first.err(), second.err(), people.is_none().then(unknown)];
                return Err(Refusal::all(refusals.into_iter().flatten()).unwrap_or_else(unknown));
            }
        };
        let run = |chosen: &Chosen<'_>| evaluate(chosen, request.supply, &ids, &columns);
        let (first, second) = match (run(&first), run(&second)) {
            (Ok(first), Ok(second)) => (first, second),
            (first, second) => {
                // What is wrong with the columns is told once.
                return Err(first
                    .err()
                    .or(second.err())
                    .unwrap_or_else(|| Refusal::new(&SimulationProblem::ColumnUnknown, Path::from("people"))));
            }
        };
        let ((first, findings, assumptions), (second, more_findings, more_assumptions)) =
            (first.into_parts(), second.into_parts());
        let compared = compare([&first.amounts, &second.amounts], people, request.doses_per_unit.0);
        let [fair_first, fair_second] = &compared.fairness;
        let rows = ids.iter().zip(&first.amounts).zip(&second.amounts).zip(&compared.differences);
        let row = |(((id, &first), &second), &difference): (((&SiteId, &u64), &u64), &i64)| ComparedRow {
            difference: AmountDifference(difference),
            first: Amount(first),
            id: id.clone(),
            second: Amount(second),
        };
        let answer = CompareAnswer {
            first: FairnessAnswer::new(fair_first, &ids),
            gained: Amount(compared.gained),
            gainers: Amount(compared.gainers),
            losers: Amount(compared.losers),
            lost: Amount(compared.lost),
            rows: List(rows.map(row).list()),
            second: FairnessAnswer::new(fair_second, &ids),
        };
        let told = Answer::new(answer).finding(findings.under(&Path::from("first")));
        let told = told.finding(more_findings.under(&Path::from("second")));
        Ok(told.assuming_all(&assumptions).assuming_all(&more_assumptions))
    }
}

/// A side as a formula: a method is a formula of one layer.
fn side<'b>(book: &'b RuleBook, side: SideRequest, at: &Path) -> Result<Chosen<'b>, Refusal> {
    let Some(method) = side.method else {
        if side.bundled.is_some() == side.policy.is_some() {
            let problem = WireProblem::ExactlyOne { of: vec!["method", "bundled", "policy"] };
            return Err(Refusal::new(&problem, at.clone()));
        }
        let extra = [("by", side.by.is_some()), ("cap", side.cap.is_some()), ("floor", side.floor.is_some())];
        let extra = extra.into_iter().chain([("first_units", side.first_units.is_some())]);
        let refuse = |(member, _)| {
            Refusal::new(&WireProblem::FieldUnknown { known: vec!["bundled", "policy"] }, at.join(member))
        };
        return match Refusal::all(extra.filter(|(_, given)| *given).map(refuse)) {
            Some(refusal) => Err(refusal),
            None => chosen(book, side.bundled, side.policy, at),
        };
    };
    if side.bundled.is_some() || side.policy.is_some() {
        let problem = WireProblem::ExactlyOne { of: vec!["method", "bundled", "policy"] };
        return Err(Refusal::new(&problem, at.clone()));
    }
    let name = "shared".parse().map_err(|problem: policy::PolicyProblem| Refusal::new(&problem, at.clone()))?;
    let layer = LayerInput {
        by: side.by,
        floor: side.floor,
        cap: side.cap,
        method: Some(method),
        first_units: side.first_units,
        ..LayerInput::new(name, LayerKind::Proportional)
    };
    // The one layer stands where the side stands.
    let policy = Policy::try_new(&[layer]).map_err(|refusal| {
        refusal.moved(|path| path.segments().iter().skip(2).fold(at.clone(), |at, step| at.join(step.clone())))
    })?;
    Ok(Chosen { policy: policy.at_its_place(), at: at.clone(), entry: None })
}

fn evaluate(
    chosen: &Chosen<'_>,
    supply: Units,
    ids: &[SiteId],
    columns: &[Column],
) -> Result<Answer<policy::PolicyShares>, Refusal> {
    policy::evaluate(&PolicyRequest {
        policy: &chosen.policy,
        at: chosen.at.clone(),
        supply: Some(supply),
        ids,
        columns,
        missing: Missing::Refuse,
        explain: false,
    })
}
