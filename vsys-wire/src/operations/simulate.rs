//! `allocation.simulate` and `allocation.paradox`.

use vsys_core::allocation::{FirstUnits, MAX_RECIPIENTS, Method};
use vsys_core::base::{Answer, Assumptions, Findings, IntoList, Path, Quantity, Refusal, SiteId, Units};
use vsys_core::policy::{Column, Name};
use vsys_core::rulebook::RuleBook;
use vsys_core::simulation::{
    ParadoxKind, ParadoxSearch, ParadoxSide, Scenario, SimulationBase, SimulationProblem, Spread, find_paradox,
    simulate,
};

use super::fairness::FairnessAnswer;
use crate::call::Call;
use crate::read::{Amount, Count, List, Positive};
use crate::record::{named_words, record};

/// How many scenarios one call takes.
const MAX_SCENARIOS: usize = 10_000;
/// How many amounts one call computes: recipients × scenarios.
const MAX_WORK: u64 = 20_000_000;
/// How many recipients a search for a paradox takes.
const MAX_SEARCHED: usize = 20;

named_words! { ParadoxKind }

record! { request
    /// A shaking of weights: each is multiplied by a factor between 1 − spread and 1 + spread, drawn evenly from
    /// the seed, and rounded down; a weight above zero stays at least 1.
    struct SpreadRequest {
        /// The seed: the same seed gives the same weights, everywhere.
        seed: Amount,
        /// The spread in thousandths, 0 to 1,000.
        thousandths: Count,
    }
}

record! { request
    /// A scenario.
    struct ScenarioRequest {
        /// The units to share.
        supply: Units,
        /// The column of weights.
        weights: Name,
        /// The column of caps; absent = unlimited.
        caps: Option<Name>,
        /// How; absent = largest remainder (assumption.proposal-method).
        method: Option<Method>,
        /// What Adams and Hill do when the supply does not reach to one unit for everybody.
        first_units: FirstUnits = FirstUnits::Refuse,
        /// Shakes the weights.
        spread: Option<SpreadRequest>,
    }
}

record! { request
    /// Many scenarios for the same recipients; recipients × scenarios may be 20,000,000 at most.
    struct SimulateRequest {
        /// The recipients.
        ids: Vec<SiteId>,
        /// Their figures: people, weights, caps, floors.
        columns: Vec<Column>,
        /// The column of people, against whom fairness is measured.
        people: Name,
        /// The column of the least each must get; absent = 0.
        floors: Option<Name>,
        /// What one unit holds, in doses.
        doses_per_unit: Positive = Positive(1),
        /// The scenarios.
        scenarios: List<ScenarioRequest, MAX_SCENARIOS>,
        /// Whether each scenario tells the amount of every recipient.
        amounts: bool = false,
        /// How many threads may work on it, where the library is built for several; the answer is the same.
        threads: Positive = Positive(1),
    }
}

record! { answer
    /// What a scenario came to.
    struct ScenarioAnswer {
        /// What each recipient gets, in the order of the request; absent unless asked for.
        amounts: Option<Vec<u64>>,
        /// How fair it is.
        fairness: FairnessAnswer,
        /// What was given in all.
        given: Amount,
        /// What no cap had room for.
        left_over: Amount,
        /// Whether the end of the supply fell among equal claims.
        tied: bool,
    }
}

record! { answer
    /// A recipient over all scenarios.
    struct RangeRow {
        /// The recipient.
        id: SiteId,
        /// The least it gets in any scenario.
        least: Amount,
        /// The most it gets in any scenario.
        most: Amount,
        /// In how many scenarios it gets nothing.
        nothing: Amount,
    }
}

record! { answer
    /// What the scenarios came to.
    struct SimulateAnswer {
        /// Each recipient over all scenarios, in the order of the request.
        ranges: List<RangeRow, MAX_RECIPIENTS>,
        /// The scenarios, in the order of the request.
        scenarios: List<ScenarioAnswer, MAX_SCENARIOS>,
    }
}

/// `allocation.simulate`
pub(crate) struct Simulate;

impl Call for Simulate {
    type Request = SimulateRequest;
    type Answer = SimulateAnswer;

    fn run(_: &RuleBook, request: SimulateRequest) -> Result<Answer<SimulateAnswer>, Refusal> {
        let (ids, columns) = (request.ids, request.columns);
        let scenarios = request.scenarios.0;
        let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        let asked = count(ids.len()).saturating_mul(count(scenarios.len()));
        if asked > MAX_WORK {
            let problem = SimulationProblem::TooMuch { most: MAX_WORK, asked };
            return Err(Refusal::new(&problem, Path::from("scenarios")));
        }
        let mut findings = Findings::new();
        let mut column = |name: &Name, at: Path| -> &[u64] {
            let found = columns.iter().find(|column| column.name == *name);
            if found.is_none() {
                findings.push(&SimulationProblem::ColumnUnknown, at);
            }
            found.map_or(&[], |column| column.values.as_slice())
        };
        let people = column(&request.people, Path::from("people"));
        let floors = request.floors.as_ref().map(|name| column(name, Path::from("floors")));
        let mut built = Vec::with_capacity(scenarios.len());
        for (index, scenario) in scenarios.iter().enumerate() {
            let at = |member: &'static str| Path::element("scenarios", index, member);
            built.push(Scenario {
                supply: scenario.supply,
                weights: column(&scenario.weights, at("weights")),
                caps: scenario.caps.as_ref().map(|name| column(name, at("caps"))),
                method: scenario.method,
                first_units: scenario.first_units,
                spread: scenario.spread.as_ref().map(|spread| Spread {
                    seed: spread.seed.0,
                    thousandths: u32::try_from(spread.thousandths.0).unwrap_or(u32::MAX),
                }),
            });
        }
        for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.values.len() != ids.len()) {
            let (length, expected) = (column.values.len(), ids.len());
            let problem = vsys_core::policy::PolicyProblem::ColumnLength { length, expected };
            findings.push(&problem, Path::element("columns", index, "values"));
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let names: Vec<&str> = ids.iter().map(SiteId::as_str).list();
        let base = SimulationBase { ids: Some(&names), floors, people, doses: request.doses_per_unit.0 };
        let threads = usize::try_from(request.threads.0).unwrap_or(1);
        tell(simulate(&base, &built, threads), &ids, request.amounts)
    }
}

type Outcomes = Vec<Result<Answer<vsys_core::simulation::ScenarioOutcome>, Refusal>>;

/// All scenarios, or everything that is wrong with any of them.
fn tell(outcomes: Outcomes, ids: &[SiteId], amounts: bool) -> Result<Answer<SimulateAnswer>, Refusal> {
    let mut ranges: Vec<RangeRow> = Vec::with_capacity(ids.len());
    let mut told = Vec::with_capacity(outcomes.len());
    let (mut refusals, mut findings, mut assumptions) = (Vec::new(), Findings::new(), Assumptions::new());
    for (index, outcome) in outcomes.into_iter().enumerate() {
        let at = Path::from("scenarios").join(index);
        let (outcome, warnings, assumed) = match outcome {
            Ok(answer) => answer.into_parts(),
            Err(refusal) => {
                refusals.push(refusal.under(&at));
                continue;
            }
        };
        findings.extend(warnings.under(&at));
        assumptions.extend(&assumed);
        if ranges.is_empty() {
            ranges.extend(ids.iter().zip(&outcome.amounts).map(|(id, &amount)| RangeRow {
                id: id.clone(),
                least: Amount(amount),
                most: Amount(amount),
                nothing: Amount(0),
            }));
        }
        for (range, &amount) in ranges.iter_mut().zip(&outcome.amounts) {
            range.least.0 = range.least.0.min(amount);
            range.most.0 = range.most.0.max(amount);
            range.nothing.0 += u64::from(amount == 0);
        }
        told.push(ScenarioAnswer {
            fairness: FairnessAnswer::new(&outcome.fairness, ids),
            given: Amount(outcome.amounts.iter().sum()),
            left_over: Amount(outcome.left_over),
            tied: outcome.tied,
            amounts: amounts.then_some(outcome.amounts),
        });
    }
    if let Some(refusal) = Refusal::all(refusals) {
        return Err(refusal);
    }
    let answer = SimulateAnswer { ranges: List(ranges), scenarios: List(told) };
    Ok(Answer::new(answer).finding(findings).assuming_all(&assumptions))
}

record! { request
    /// Where a paradox is looked for: weights and supplies are drawn evenly from the seed.
    struct ParadoxRequest {
        /// Which: `house` = one unit more of supply takes one away from somebody; `population` = of two recipients the one
        /// that grows by the larger factor loses to the other.
        kind: ParadoxKind,
        /// Of which method.
        method: Method,
        /// Among how many recipients, 2 to 20.
        recipients: Positive = Positive(3),
        /// Weights from 1 to this.
        most_weight: Units,
        /// Supplies from 1 to this.
        most_supply: Units,
        /// The seed: the same seed finds the same, everywhere.
        seed: Amount,
        /// How many draws, 1 to 1,000,000.
        tries: Positive,
    }
}

record! { answer
    /// A recipient of a counter-example.
    struct ParadoxRow {
        /// What it gets.
        amount: Amount,
        /// Its id: A, B, C …
        id: String,
        /// Its weight.
        weight: Amount,
    }
}

record! { answer
    /// One side of a counter-example.
    struct ParadoxSideAnswer {
        /// The recipients.
        recipients: List<ParadoxRow, MAX_SEARCHED>,
        /// The supply.
        supply: Amount,
    }
}

record! { answer
    /// What a search for a paradox came to.
    struct ParadoxAnswer {
        /// The allocation after; absent where nothing was found.
        after: Option<ParadoxSideAnswer>,
        /// The allocation before; absent where nothing was found.
        before: Option<ParadoxSideAnswer>,
        /// Whether one was found. That none was found proves nothing.
        found: bool,
        /// Who gains: of a population paradox although it grew by the smaller factor.
        gainer: Option<String>,
        /// Who loses although nothing speaks against it.
        loser: Option<String>,
        /// How many draws it took.
        tries: Amount,
    }
}

/// `allocation.paradox`
pub(crate) struct Paradox;

impl Call for Paradox {
    type Request = ParadoxRequest;
    type Answer = ParadoxAnswer;

    fn run(_: &RuleBook, request: ParadoxRequest) -> Result<Answer<ParadoxAnswer>, Refusal> {
        let found = find_paradox(&ParadoxSearch {
            kind: request.kind,
            method: request.method,
            recipients: usize::try_from(request.recipients.0).unwrap_or(usize::MAX),
            most_weight: request.most_weight.number(),
            most_supply: request.most_supply.number(),
            seed: request.seed.0,
            tries: request.tries.0.into(),
        })?;
        Ok(Answer::new(match found {
            Some(found) => ParadoxAnswer {
                after: Some(paradox_side(&found.after)),
                before: Some(paradox_side(&found.before)),
                found: true,
                gainer: Some(letter(found.gainer)),
                loser: Some(letter(found.loser)),
                tries: Amount(found.tries),
            },
            None => ParadoxAnswer {
                after: None,
                before: None,
                found: false,
                gainer: None,
                loser: None,
                tries: Amount(request.tries.0.into()),
            },
        }))
    }
}

fn paradox_side(of: &ParadoxSide) -> ParadoxSideAnswer {
    let rows = of.weights.iter().zip(&of.amounts).enumerate();
    let row =
        |(row, (&weight, &amount))| ParadoxRow { amount: Amount(amount), id: letter(row), weight: Amount(weight) };
    ParadoxSideAnswer { recipients: List(rows.map(row).list()), supply: Amount(of.supply) }
}

/// A, B, C … of the at most 20 rows.
fn letter(row: usize) -> String {
    u8::try_from(row)
        .ok()
        .and_then(|row| b'A'.checked_add(row))
        .map_or_else(String::new, |letter| char::from(letter).into())
}
