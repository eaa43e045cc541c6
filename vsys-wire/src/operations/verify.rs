//! `allocation.verify`.

use vsys_core::allocation::{
    AllocationProblem, ClaimedCascade, ClaimedRow, Method, Triple, tied_set, verify_apportionment, verify_cascade,
};
use vsys_core::base::{Answer, Findings, Ids, IntoList, Pack, PackKind, Path, Quantity, Refusal, Segment};
use vsys_core::rulebook::RuleBook;

use super::apportion::{ApportionAnswer, ApportionRequest};
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
        request: ApportionRequest,
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
            (Some(pair), None) => apportion(pair).under(&Path::from("apportion")),
            (None, Some(pair)) => cascade(book, &pair)?.under(&Path::from("cascade")),
            _ => return Err(refuse(&WireProblem::ExactlyOne { of: vec!["apportion", "cascade"] }, "apportion")),
        };
        Ok(Answer::new(VerifyAnswer { valid: !findings.has_errors() }).finding(findings))
    }
}

fn apportion(pair: ApportionPair) -> Findings {
    let request = pair.request.into_core();
    let answer = &pair.answer;
    let amounts: Vec<(&str, u64)> = answer.amounts.iter().map(|row| (row.id.as_str(), row.amount)).list();
    let mut findings = verify_apportionment(&request, &amounts, answer.left_over);
    let given: u64 = amounts.iter().map(|(_, amount)| amount).fold(0, |sum, &amount| sum.saturating_add(amount));
    figure(given, answer.given, &["given".into()], &mut findings);
    method(request.method, answer.method, &mut findings);
    if !findings.has_errors() {
        let tied = tied_set(&request, &amounts);
        let told = answer.tie.as_ref().map_or(&[][..], |tie| &tie.tied);
        if !tied.iter().map(String::as_str).eq(told.iter().map(|id| id.as_str())) {
            findings.push(&AllocationProblem::VerifyTie { tied }, at(&["tie".into()]));
        }
    }
    findings
}

fn method(asked: Option<Method>, answered: Method, findings: &mut Findings) {
    let expected = asked.unwrap_or_default();
    if expected != answered {
        findings.push(&AllocationProblem::VerifyMethod { expected: expected.as_str() }, at(&["method".into()]));
    }
}

fn cascade(book: &RuleBook, pair: &CascadePair) -> Result<Findings, Refusal> {
    let within = Path::new(["cascade".into(), "request".into()]);
    let prepared = pair.request.prepare(book).map_err(|refusal| refusal.under(&within))?;
    let Prepared { input, capacity, options } = prepared;
    let answer = &pair.answer;
    let row = |row: &LevelRow| ClaimedRow {
        id: row.code.clone(),
        boxes: triple(row),
        proposed: row.proposed.map(Quantity::number),
        vials: row.own_vials.map_or(0, Quantity::number),
    };
    let claimed = ClaimedCascade {
        nation: triple(&answer.nation),
        prefectures: answer.prefectures.0.iter().map(row).list(),
        municipalities: answer.municipalities.0.iter().map(row).list(),
        hubs: answer.hubs.0.iter().map(row).list(),
        satellites: answer
            .satellites
            .0
            .iter()
            .map(|s| ClaimedRow { id: s.id.as_str().to_owned(), vials: s.vials.number(), ..ClaimedRow::default() })
            .list(),
    };
    let mut findings = verify_cascade(&input, capacity, pair.request.supply.vaccine, &options, &claimed);
    method(pair.request.method, answer.method, &mut findings);
    doses(&capacity.pack, answer, &mut findings);
    if !findings.has_errors() {
        left_over(answer, &mut findings);
    }
    Ok(findings)
}

/// Doses follow from boxes, and a satellite's from its vials.
fn doses(pack: &Pack, answer: &CascadeAnswer, findings: &mut Findings) {
    let per_box = u64::from(pack.doses_per_box());
    let nation = &answer.nation;
    figure(nation.vaccine.number() * per_box, nation.doses.number(), &["nation".into(), "doses".into()], findings);
    for (list, rows) in lists(answer) {
        for (index, row) in rows.iter().enumerate() {
            let place = [list.into(), index.into(), "doses".into()];
            figure(row.vaccine.number() * per_box, row.doses.number(), &place, findings);
        }
    }
    let PackKind::Vaccine { doses_per_vial, .. } = pack.kind() else { return };
    for (index, satellite) in answer.satellites.0.iter().enumerate() {
        let expected = satellite.vials.number() * u64::from(doses_per_vial);
        figure(expected, satellite.doses.number(), &["satellites".into(), index.into(), "doses".into()], findings);
    }
}

/// What each giver did not give on.
fn left_over(answer: &CascadeAnswer, findings: &mut Findings) {
    let sum = |rows: &[LevelRow]| rows.iter().map(|row| row.vaccine.number()).sum::<u64>();
    let check = |row: &LevelRow, given: u64, place: &[Segment], findings: &mut Findings| {
        let expected = row.vaccine.number().saturating_sub(given);
        figure(expected, row.left_over.map_or(0, Quantity::number), place, findings);
    };
    check(&answer.nation, sum(&answer.prefectures.0), &["nation".into(), "left_over".into()], findings);
    let prefectures = Ids::of(answer.prefectures.0.iter().map(|row| row.code.as_str()));
    let mut sums = vec![0; answer.prefectures.0.len()];
    for town in &answer.municipalities.0 {
        let giver = prefectures.place(town.code.get(..2).unwrap_or_default());
        if let Some(sum) = giver.and_then(|giver| sums.get_mut(giver)) {
            *sum += town.vaccine.number();
        }
    }
    for (index, row) in answer.prefectures.0.iter().enumerate() {
        let given = prefectures.place(&row.code).and_then(|giver| sums.get(giver)).copied().unwrap_or(0);
        check(row, given, &["prefectures".into(), index.into(), "left_over".into()], findings);
    }
}

fn lists(answer: &CascadeAnswer) -> [(&'static str, &[LevelRow]); 3] {
    [("prefectures", &answer.prefectures.0), ("municipalities", &answer.municipalities.0), ("hubs", &answer.hubs.0)]
}

const fn triple(row: &LevelRow) -> Triple {
    Triple { vaccine: row.vaccine.get(), needles: row.needles.get(), syringes: row.syringes.get() }
}

fn figure(expected: u64, got: u64, place: &[Segment], findings: &mut Findings) {
    if expected != got {
        findings.push(&AllocationProblem::VerifyFigure { expected, got }, at(place));
    }
}

/// A place in the answer.
fn at(place: &[Segment]) -> Path {
    Path::new(std::iter::once("answer".into()).chain(place.iter().cloned()))
}
