//! `allocation.verify`.

use vsys_core::allocation::{ClaimedCascade, ClaimedRow, Triple, verify_apportionment, verify_cascade};
use vsys_core::base::{Answer, Findings, Path, Quantity, Refusal};
use vsys_core::rulebook::RuleBook;

use super::apportion::{ApportionAnswer, ApportionRequestWire};
use super::cascade::{CascadeAnswer, CascadeRequest, LevelRow, Prepared};
use super::common::refuse;
use crate::call::Call;
use crate::problem::WireProblem;
use crate::record::record;

record! { request
    /// A request and its answer: exactly one pair.
    struct VerifyRequest {
        /// A request of `allocation.apportion` and its answer.
        apportion: Option<ApportionPair>,
        /// A request of `allocation.cascade` and its answer.
        cascade: Option<CascadePair>,
    }
}

record! { request
    /// A request of `allocation.apportion` and what was answered.
    struct ApportionPair {
        /// The request.
        request: ApportionRequestWire,
        /// The member `answer` of the answer.
        answer: ApportionAnswer,
    }
}

record! { request
    /// A request of `allocation.cascade` and what was answered.
    struct CascadePair {
        /// The request.
        request: CascadeRequest,
        /// The member `answer` of the answer.
        answer: CascadeAnswer,
    }
}

record! { answer
    /// Whether the answer is right.
    struct VerifyAnswer {
        /// `true` = every amount is the only right one; otherwise the findings say where it is not.
        valid: bool,
    }
}

/// `allocation.verify`
pub(crate) struct Verify;

impl Call for Verify {
    const JUDGES: bool = true;
    type Request = VerifyRequest;
    type Answer = VerifyAnswer;

    fn run(book: &RuleBook, request: VerifyRequest) -> Result<Answer<VerifyAnswer>, Refusal> {
        let findings = match (request.apportion, request.cascade) {
            (Some(pair), None) => apportion(pair),
            (None, Some(pair)) => cascade(book, &pair)?,
            _ => return Err(refuse(&WireProblem::ExactlyOne { of: vec!["apportion", "cascade"] }, "apportion")),
        };
        Ok(Answer::new(VerifyAnswer { valid: !findings.has_errors() }).finding(findings))
    }
}

fn apportion(pair: ApportionPair) -> Findings {
    let request = pair.request.into_core();
    let amounts: Vec<(&str, u64)> = pair.answer.amounts.0.iter().map(|row| (row.id.as_str(), row.amount.0)).collect();
    let mut findings = verify_apportionment(&request, &amounts, pair.answer.left_over.0);
    let given: u64 = amounts.iter().map(|(_, amount)| amount).fold(0, |sum, &amount| sum.saturating_add(amount));
    figure(given, pair.answer.given.0, "given", &mut findings);
    findings
}

fn cascade(book: &RuleBook, pair: &CascadePair) -> Result<Findings, Refusal> {
    let Prepared { input, capacity, options } = pair.request.prepare(book)?;
    let answer = &pair.answer;
    let row = |row: &LevelRow| ClaimedRow {
        id: row.code.clone(),
        boxes: triple(row),
        proposed: row.proposed.map(Quantity::number),
        vials: row.own_vials.map_or(0, Quantity::number),
    };
    let claimed = ClaimedCascade {
        nation: triple(&answer.nation),
        prefectures: answer.prefectures.0.iter().map(row).collect(),
        municipalities: answer.municipalities.0.iter().map(row).collect(),
        hubs: answer.hubs.0.iter().map(row).collect(),
        satellites: answer
            .satellites
            .0
            .iter()
            .map(|s| ClaimedRow { id: s.id.as_str().to_owned(), vials: s.vials.number(), ..ClaimedRow::default() })
            .collect(),
    };
    let mut findings = verify_cascade(&input, capacity, pair.request.supply.vaccine, &options, &claimed);
    let per_box = u64::from(capacity.pack.doses_per_box());
    let rows = [
        ("prefectures", &answer.prefectures.0),
        ("municipalities", &answer.municipalities.0),
        ("hubs", &answer.hubs.0),
    ];
    for (list, rows) in rows {
        for (index, row) in rows.iter().enumerate() {
            let expected = row.vaccine.number() * per_box;
            if expected != row.doses.number() {
                let problem =
                    vsys_core::allocation::AllocationProblem::VerifyFigure { expected, got: row.doses.number() };
                findings.push(&problem, Path::new(["answer".into(), list.into(), index.into(), "doses".into()]));
            }
        }
    }
    Ok(findings)
}

const fn triple(row: &LevelRow) -> Triple {
    Triple { vaccine: row.vaccine.get(), needles: row.needles.get(), syringes: row.syringes.get() }
}

fn figure(expected: u64, got: u64, member: &'static str, findings: &mut Findings) {
    if expected != got {
        let problem = vsys_core::allocation::AllocationProblem::VerifyFigure { expected, got };
        findings.push(&problem, Path::new(["answer".into(), member.into()]));
    }
}
