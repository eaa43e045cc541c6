//! `plan.register`, `plan.preview`, `plan.change`, `plan.decide`, `plan.status`.

use chrono::NaiveDateTime;
use vsys_core::base::{Answer, Assumptions, Boxes, Doses, Findings, IntoList, Path, Refusal, Text};
use vsys_core::calendar::minutes_left;
use vsys_core::plan::{
    Decision, Draft, Entry, LeftOver, Moved, NeedleEffect, Plan, PlanEvent, PlanProblem, PlanStatus, RowStatus,
    Timetable, preview,
};
use vsys_core::rulebook::RuleBook;

use super::common::{in_range, refuse};
use super::plan_document::{
    CYCLES, Confirmations, Opened, PlanDocument, PlanRowAnswer, PlanSetup, PlanTotals, resting,
};
use super::step::{ActorRequest, StepAnswer};
use crate::call::Call;
use crate::problem::WireProblem;
use crate::read::{Amount, Count, List, Positive};
use crate::record::{named_words, record, words};

named_words! { PlanEvent }

record! { request
    /// The figures of one row (接種計画量).
    struct PlanEntry {
        /// Vaccine boxes (箱).
        boxes: Boxes,
        /// The number of the cycle.
        cycle: Positive,
        /// Needle boxes lowered by hand; absent = as filled in, or as lowered before while the boxes stay.
        needles: Option<Boxes>,
        /// Persons whom the site means to vaccinate in the cycle (接種予定人数); tells what is left over.
        persons: Option<Count>,
    }
}

/// The rows of a request.
type Entries = List<PlanEntry, CYCLES>;

fn entries(rows: &Entries) -> Vec<Entry> {
    let rows = rows.0.iter().map(|row| Entry {
        cycle: row.cycle.0,
        boxes: row.boxes,
        needles: row.needles,
        persons: row.persons.and_then(|persons| u32::try_from(persons.0).ok()),
    });
    rows.list()
}

record! { shown
    /// What happens to the needles of a row that changes.
    struct PlanNeedleEffect of effect: NeedleEffect {
        /// What stood before, in boxes; absent at the first registration.
        before: Option<Boxes>,
        /// The number of the cycle.
        cycle: Positive = Positive(effect.cycle),
        /// What the vaccine boxes fill in, in boxes.
        filled: Boxes,
        /// What stands after, in boxes.
        needles: Boxes,
    }
}

record! { answer
    /// A plan after a move.
    struct PlanMoved {
        /// What happened to the needles of the rows that changed.
        needles: Vec<NeedleEffect>,
        /// The plan, to be sent with the next request.
        plan: PlanDocument,
        /// The move with its notices and its log entry.
        step: StepAnswer,
        /// The footer of the screen.
        totals: PlanTotals,
    }
}

/// The answer of a move.
fn answer(
    book: &RuleBook,
    moved: Answer<Moved>,
    setup: &PlanSetup,
    timetable: &Timetable,
    resting: &Assumptions,
) -> Result<Answer<PlanMoved>, Refusal> {
    let (moved, told) = moved.split();
    let answer = PlanMoved {
        totals: PlanTotals::new(timetable, moved.plan.rows(), Some(moved.plan.initial_boxes()))?,
        plan: PlanDocument::new(&moved.plan, setup.clone()),
        step: StepAnswer::new(book, moved.step)?,
        needles: moved.draft.map_or_else(Vec::new, |draft| draft.needles),
    };
    Ok(told.with(answer).assuming_all(resting))
}

record! { request
    /// A plan to register for the first time.
    struct PlanRegisterRequest {
        /// Who acts: the site that plans.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// Whether the login is the V-SYS ID of a booster site (PLN-7).
        booster_id: bool,
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// The figures; a cycle that is not named gets none.
        rows: Entries,
        /// What the plan is about.
        setup: PlanSetup,
    }
}

/// `plan.register`
pub(crate) struct PlanRegister;

impl Call for PlanRegister {
    type Request = PlanRegisterRequest;
    type Answer = PlanMoved;

    fn run(book: &RuleBook, request: PlanRegisterRequest) -> Result<Answer<PlanMoved>, Refusal> {
        let (timetable, resting) = request.setup.timetable(book, &request.confirmed, &Path::from("setup"))?;
        let act = request.actor.act(request.at);
        let moved = Plan::register(&timetable, &entries(&request.rows), &act, request.booster_id)?;
        answer(book, moved, &request.setup, &timetable, &resting)
    }
}

record! { request
    /// A plan and the figures to put in place of others.
    struct PlanChangeRequest {
        /// Who acts: the site that plans.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// Whether the login is the V-SYS ID of a booster site (PLN-7).
        booster_id: bool,
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// The plan, as it was answered before.
        plan: PlanDocument,
        /// The new figures; a cycle that is not named keeps its own.
        rows: Entries,
    }
}

/// `plan.change`
pub(crate) struct PlanChange;

impl Call for PlanChange {
    type Request = PlanChangeRequest;
    type Answer = PlanMoved;

    fn run(book: &RuleBook, request: PlanChangeRequest) -> Result<Answer<PlanMoved>, Refusal> {
        let Opened { plan, timetable, resting } = request.plan.open(book, &request.confirmed)?;
        let act = request.actor.act(request.at);
        let moved = plan.change(&timetable, &entries(&request.rows), &act, request.booster_id)?;
        answer(book, moved, &request.plan.setup, &timetable, &resting)
    }
}

record! { request
    /// What a registration or change would do: exactly one of `plan` and `setup`.
    struct PlanPreviewRequest {
        /// Who would act: the site that plans.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// Whether the login is the V-SYS ID of a booster site (PLN-7).
        booster_id: bool,
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// The plan that would change.
        plan: Option<PlanDocument>,
        /// The figures.
        rows: Entries,
        /// What a plan not yet registered would be about.
        setup: Option<PlanSetup>,
    }
}

record! { answer
    /// The deadline that closes the rows next.
    struct PlanDeadline {
        /// The number of its cycle.
        cycle: Positive,
        /// The deadline, JST.
        deadline: NaiveDateTime,
        /// Whole minutes until then.
        minutes_left: Amount,
    }
}

impl PlanDeadline {
    fn next(timetable: &Timetable, now: NaiveDateTime) -> Option<Self> {
        let cycle = timetable.next_deadline(now)?;
        let minutes_left = Amount(minutes_left(cycle.deadline, now)?);
        Some(Self { cycle: Positive(cycle.number), deadline: cycle.deadline, minutes_left })
    }
}

record! { answer
    /// The balance of doses and persons after a cycle.
    struct PlanBalance {
        /// The number of the cycle.
        cycle: Positive,
        /// Doses left, which serve the next cycle.
        left: Doses,
        /// Doses that were missing.
        short: Doses,
    }
}

record! { answer
    /// What is left over (残余ワクチン); nobody collects it (PLN-2).
    struct PlanLeftOver {
        /// Doses left when the last cycle is over.
        doses: Doses,
        /// The balance after each cycle.
        rows: Vec<PlanBalance>,
    }
}

impl PlanLeftOver {
    fn new(left: &LeftOver) -> Result<Self, Refusal> {
        let doses = |number: u64| in_range(vsys_core::base::Quantity::try_new(number), "rows");
        let rows = left.rows.iter().map(|(cycle, left, short)| {
            Ok(PlanBalance { cycle: Positive(*cycle), left: doses(*left)?, short: doses(*short)? })
        });
        Ok(Self { doses: doses(left.doses)?, rows: rows.collect::<Result<_, Refusal>>()? })
    }
}

record! { answer
    /// What a registration or change would do.
    struct PlanPreviewAnswer {
        /// The cycles whose rows are closed, with their reasons in `rows`.
        closed: Vec<Positive>,
        /// What it amounts to.
        event: PlanEvent,
        /// What is left over; absent unless every row says how many persons are planned.
        left_over: Option<PlanLeftOver>,
        /// What happens to the needles of the rows that change.
        needles: Vec<NeedleEffect>,
        /// Whether 国の確認 will be needed.
        needs_confirmation: bool,
        /// The deadline that closes the rows next; absent when there is none.
        next_deadline: Option<PlanDeadline>,
        /// Whether it could be sent as it is: no finding is an error.
        ready: bool,
        /// The rows as they would be.
        rows: Vec<PlanRowAnswer>,
        /// The footer of the screen, as it would be.
        totals: PlanTotals,
    }
}

/// `plan.preview`
pub(crate) struct PlanPreview;

impl Call for PlanPreview {
    const JUDGES: bool = true;
    type Request = PlanPreviewRequest;
    type Answer = PlanPreviewAnswer;

    fn run(book: &RuleBook, request: PlanPreviewRequest) -> Result<Answer<PlanPreviewAnswer>, Refusal> {
        let (plan, timetable, assumptions) = match (&request.plan, &request.setup) {
            (Some(plan), None) => {
                let Opened { plan, timetable, resting } = plan.open(book, &request.confirmed)?;
                (Some(plan), timetable, resting)
            }
            (None, Some(setup)) => {
                let (timetable, assumptions) = setup.timetable(book, &request.confirmed, &Path::from("setup"))?;
                (None, timetable, assumptions)
            }
            _ => return Err(refuse(&WireProblem::ExactlyOne { of: vec!["plan", "setup"] }, "plan")),
        };
        let act = request.actor.act(request.at);
        let draft = preview(plan.as_ref(), &timetable, &entries(&request.rows), &act, request.booster_id);
        let initial = plan.as_ref().map(Plan::initial_boxes);
        let answer = preview_answer(&draft, &timetable, initial, request.at);
        // A total that leaves its range has no screen: then the findings alone are the answer.
        let answer =
            answer.map_err(
                |refusal| {
                    if draft.findings.has_errors() { Refusal::of(draft.findings.clone()) } else { refusal }
                },
            )?;
        let resting = resting(&answer.rows);
        let answer = Answer::new(answer).finding(draft.findings).assuming_all(&draft.assumptions);
        Ok(answer.assuming_all(&resting).assuming_all(&assumptions))
    }
}

fn preview_answer(
    draft: &Draft,
    timetable: &Timetable,
    initial: Option<Boxes>,
    at: NaiveDateTime,
) -> Result<PlanPreviewAnswer, Refusal> {
    let rows = PlanRowAnswer::list(timetable, &draft.rows, at)?;
    Ok(PlanPreviewAnswer {
        closed: rows.iter().filter(|row| row.status != RowStatus::Open).map(|row| row.cycle).list(),
        event: draft.event,
        left_over: draft.left_over.as_ref().map(PlanLeftOver::new).transpose()?,
        needles: draft.needles.clone(),
        needs_confirmation: draft.event == PlanEvent::ChangeAbove,
        next_deadline: PlanDeadline::next(timetable, at),
        ready: !draft.findings.has_errors(),
        rows,
        totals: PlanTotals::new(timetable, &draft.rows, initial)?,
    })
}

/// What the nation decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecisionWord {
    Confirm,
    Refuse,
}

words! { DecisionWord { "confirm" => DecisionWord::Confirm, "refuse" => DecisionWord::Refuse } }

record! { request
    /// A plan whose change waits, and what the nation decides (国の確認).
    struct PlanDecideRequest {
        /// Who acts: the nation.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// confirm or refuse.
        decision: DecisionWord,
        /// The plan, as it was answered before.
        plan: PlanDocument,
        /// Why; required for a refusal.
        reason: Option<Text<200>>,
    }
}

/// `plan.decide`
pub(crate) struct PlanDecide;

impl Call for PlanDecide {
    type Request = PlanDecideRequest;
    type Answer = PlanMoved;

    fn run(book: &RuleBook, request: PlanDecideRequest) -> Result<Answer<PlanMoved>, Refusal> {
        let Opened { plan, timetable, resting } = request.plan.open(book, &request.confirmed)?;
        let decision = match (request.decision, request.reason) {
            (DecisionWord::Confirm, None) => Decision::Confirm,
            (DecisionWord::Refuse, Some(reason)) => Decision::Refuse(reason),
            (DecisionWord::Refuse, None) => return Err(refuse(&PlanProblem::ReasonMissing, "reason")),
            (DecisionWord::Confirm, Some(_)) => {
                return Err(refuse(
                    &WireProblem::FieldUnknown { known: vec!["actor", "at", "confirmed", "decision", "plan"] },
                    "reason",
                ));
            }
        };
        let moved = plan.decide(&timetable, &decision, &request.actor.act(request.at))?;
        answer(book, moved, &request.plan.setup, &timetable, &resting)
    }
}

record! { request
    /// What was allocated in a cycle (分配実績).
    struct PlanAllocated {
        /// Vaccine boxes.
        boxes: Boxes,
        /// The number of the cycle.
        cycle: Positive,
    }
}

record! { request
    /// A plan and the moment at which it is looked at.
    struct PlanStatusRequest {
        /// What was allocated, cycle by cycle; never counted in the plan's total.
        allocated: List<PlanAllocated, CYCLES> = List::EMPTY,
        /// The moment, JST.
        at: NaiveDateTime,
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// The plan, as it was answered before.
        plan: PlanDocument,
    }
}

record! { answer
    /// A plan at a moment.
    struct PlanStatusAnswer {
        /// The deadline that closes the rows next; absent when there is none.
        next_deadline: Option<PlanDeadline>,
        /// The rows in the order of time.
        rows: Vec<PlanRowAnswer>,
        /// How far the plan is.
        status: PlanStatus,
        /// The footer of the screen.
        totals: PlanTotals,
    }
}

/// `plan.status`
pub(crate) struct PlanStatusOf;

impl Call for PlanStatusOf {
    type Request = PlanStatusRequest;
    type Answer = PlanStatusAnswer;

    fn run(book: &RuleBook, request: PlanStatusRequest) -> Result<Answer<PlanStatusAnswer>, Refusal> {
        let Opened { plan, timetable, resting: assumptions } = request.plan.open(book, &request.confirmed)?;
        let mut rows = PlanRowAnswer::list(&timetable, plan.rows(), request.at)?;
        let mut findings = Findings::new();
        for (index, given) in request.allocated.0.iter().enumerate() {
            let place = || Path::element("allocated", index, "cycle");
            match rows.iter_mut().zip(timetable.cycles()).find(|(row, _)| row.cycle == given.cycle) {
                None => findings.push(&PlanProblem::CycleUnknown, place()),
                Some((row, _)) if row.allocated.is_some() => findings.push(&PlanProblem::CycleTwice, place()),
                Some((row, cycle)) => {
                    row.allocated = Some(given.boxes);
                    row.allocated_doses = Some(in_range(cycle.pack.doses(given.boxes), "allocated")?);
                }
            }
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        if let Some(waiting) = &plan.as_input().request {
            rows.iter_mut().zip(&waiting.rows).for_each(|(row, asked)| row.requested = Some(asked.boxes));
        }
        let resting = resting(&rows);
        let mut answer = Answer::new(PlanStatusAnswer {
            next_deadline: PlanDeadline::next(&timetable, request.at),
            rows,
            status: plan.status(),
            totals: PlanTotals::new(&timetable, plan.rows(), Some(plan.initial_boxes()))?,
        })
        .assuming_all(&resting);
        if plan.status() == PlanStatus::AwaitingNation {
            answer = answer.assuming(vsys_core::base::assumption::PLAN_EXCESS);
        }
        Ok(answer.assuming_all(&assumptions))
    }
}
