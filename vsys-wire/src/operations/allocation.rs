//! `allocation.advance`, `allocation.check`, `allocation.view`, `allocation.summary`, `allocation.progress`.

use std::borrow::Cow;

use chrono::NaiveDateTime;
use vsys_core::allocation::{
    AllocationProblem, Change, EditRow, Event, EventKind, LockRepair, Mark, Marks, Status, Triple, Unit, ViewRow,
};
use vsys_core::base::{
    Answer, BaseProblem, Boxes, Doses, Finding, Findings, Ids, IntoList, Pack, Path, Pieces, Quantity, Refusal, Role,
    SiteId, Text, assumption,
};
use vsys_core::rulebook::{NEEDLE, RuleBook, SYRINGE};

use super::cascade::SITES;
use super::common::{in_range, needle_packs};
use super::state::{StateDocument, TripleDocument};
use super::step::{ActorRequest, NoticeAnswer, StepAnswer};
use crate::call::Call;
use crate::problem::WireProblem;
use crate::read::{Count, List};
use crate::record::{named_words, record, words};

named_words! { EventKind, Unit }

words! {
    LockRepair { "top-up" => LockRepair::TopUp, "cap-to-parent" => LockRepair::CapToParent }
}

record! { request
    /// An amount that an edit puts in place of another.
    struct EditAmount {
        /// The recipient: a prefecture, a municipality or a site.
        id: SiteId,
        /// The new amount.
        boxes: TripleDocument,
        /// Why.
        reason: Text<200>,
    }
}

record! { request
    /// What is asked for.
    struct EventRequest {
        /// fix (分配量を登録・確定), confirm (確認済), edit (編集), complete (分配作業完了) or lock (データロック).
        kind: EventKind,
        /// The new amounts of an edit.
        amounts: Option<List<EditAmount, SITES>>,
        /// How a lock repairs needles that do not reach.
        repair: Option<LockRepair>,
    }
}

impl EventRequest {
    fn event(self) -> Result<Event, Refusal> {
        let unwanted = |member: &'static str| {
            Err(Refusal::new(
                &WireProblem::FieldUnknown { known: vec!["kind"] },
                Path::new(["event".into(), member.into()]),
            ))
        };
        match (self.kind, self.amounts, self.repair) {
            (EventKind::Edit, None, _) => {
                Err(Refusal::new(&WireProblem::FieldMissing, Path::new(["event".into(), "amounts".into()])))
            }
            (EventKind::Edit, Some(amounts), None) => {
                let rows = amounts.0.into_iter().map(|row| EditRow {
                    id: row.id,
                    boxes: row.boxes.triple(),
                    reason: row.reason,
                });
                Ok(Event::Edit(rows.list()))
            }
            (EventKind::Lock, None, repair) => Ok(Event::Lock(repair)),
            (_, Some(_), None) => unwanted("amounts"),
            (_, _, Some(_)) => unwanted("repair"),
            (EventKind::Fix, None, None) => Ok(Event::Fix),
            (EventKind::Confirm, None, None) => Ok(Event::Confirm),
            (EventKind::Complete, None, None) => Ok(Event::Complete),
        }
    }
}

record! { request
    /// A state, who acts, and what is asked for.
    struct AdvanceRequest {
        /// The state, as it was answered before.
        state: StateDocument,
        /// Who acts, on its own unit.
        actor: ActorRequest,
        /// What is asked for.
        event: EventRequest,
        /// When, JST, for the operation log.
        at: Option<NaiveDateTime>,
    }
}

record! { answer
    /// The line of the workflow's table that was used.
    struct TransitionAnswer {
        /// Whose state moved: the code; left out for the nation.
        code: Option<String>,
        /// On which event.
        event: EventKind,
        /// From which status.
        from: Status,
        /// By which role.
        role: Role,
        /// To which status.
        to: Status,
        /// Whose state moved.
        unit: Unit,
    }
}

record! { shown
    /// An amount that a repair changed.
    struct ChangeAnswer of change: Change {
        /// Whose amount.
        id: String,
        /// prefecture, municipality or site.
        level: &'static str,
        /// Needle boxes after.
        needles: Count = Count(change.needles),
        /// Needle boxes before.
        needles_before: Count = Count(change.needles_before),
        /// Syringe boxes after.
        syringes: Count = Count(change.syringes),
        /// Syringe boxes before.
        syringes_before: Count = Count(change.syringes_before),
    }
}

record! { answer
    /// The state after the event.
    struct AdvanceAnswer {
        /// The amounts that a repair changed, by level and id.
        changes: Vec<Change>,
        /// The notices it causes when no time was given; with `at` they stand in `step`.
        notices: Option<Vec<NoticeAnswer>>,
        /// The new state.
        state: StateDocument,
        /// The move with its notices and its log entry; absent without `at`.
        step: Option<StepAnswer>,
        /// The line of the table that was used.
        transition: TransitionAnswer,
    }
}

/// `allocation.advance`
pub(crate) struct Advance;

impl Call for Advance {
    type Request = AdvanceRequest;
    type Answer = AdvanceAnswer;

    fn run(book: &RuleBook, request: AdvanceRequest) -> Result<Answer<AdvanceAnswer>, Refusal> {
        let mut state = request.state.into_state()?;
        let answer = state.apply(&request.actor.actor(), &request.event.event()?)?;
        let (mut moved, findings, assumptions) = answer.into_parts();
        let transition = TransitionAnswer {
            code: (!moved.code.is_empty()).then(|| moved.code.clone()),
            event: moved.line.event,
            from: moved.from,
            role: request.actor.role,
            to: moved.line.to,
            unit: moved.unit,
        };
        let changes = std::mem::take(&mut moved.changes);
        let (step, notices) = match request.at {
            Some(at) => (Some(StepAnswer::new(book, moved.step(state.header(), request.actor.act(at)))?), None),
            None => (None, Some(NoticeAnswer::list(book, &moved.notices)?)),
        };
        let state = StateDocument::new(&state)?;
        let answer = Answer::new(AdvanceAnswer { changes, notices, state, step, transition });
        Ok(answer.finding(findings).assuming_all(&assumptions))
    }
}

record! { request
    /// A giver, what it received, and what each of its recipients gets.
    struct GiverRequest {
        /// The giver's code.
        code: SiteId,
        /// What it received.
        received: TripleDocument,
        /// What its recipients get.
        recipients: List<GivenRequest, SITES>,
    }
}

record! { request
    /// A recipient and what it gets.
    struct GivenRequest {
        /// Its id.
        id: SiteId,
        /// What it gets.
        boxes: TripleDocument,
    }
}

record! { request
    /// Givers to mark.
    struct CheckRequest {
        /// The givers.
        givers: List<GiverRequest, 2_000>,
    }
}

record! { shown
    /// 〇 or Ｘ of each product and of all.
    struct MarksAnswer of marks: Marks {
        /// 針
        needles: Mark,
        /// Ｘ when any product is Ｘ.
        overall: Mark = marks.overall(),
        /// シリンジ
        syringes: Mark,
        /// ワクチン
        vaccine: Mark,
    }
}

record! { answer
    /// A giver with its marks.
    struct GiverAnswer {
        /// The giver's code.
        code: SiteId,
        /// What it gives in all.
        given: TripleDocument,
        /// The marks.
        marks: Marks,
        /// What it received.
        received: TripleDocument,
    }
}

record! { answer
    /// The givers, in the order of the request.
    struct CheckAnswer {
        /// The givers.
        givers: Vec<GiverAnswer>,
        /// Ｘ when any giver is Ｘ.
        overall: Mark,
    }
}

/// `allocation.check`
pub(crate) struct Check;

impl Call for Check {
    const JUDGES: bool = true;
    type Request = CheckRequest;
    type Answer = CheckAnswer;

    fn run(_: &RuleBook, request: CheckRequest) -> Result<Answer<CheckAnswer>, Refusal> {
        let mut findings = Findings::new();
        let mut givers = Vec::with_capacity(request.givers.0.len());
        for (index, giver) in request.givers.0.into_iter().enumerate() {
            let given: Triple = giver.recipients.0.iter().map(|recipient| recipient.boxes.triple()).sum();
            let received = giver.received.triple();
            report_twice(index, &giver.recipients.0, &mut findings);
            for ((item, received), (_, given)) in received.items().into_iter().zip(given.items()) {
                if Mark::of(received, given) == Mark::Cross {
                    let path = Path::new(["givers".into(), index.into(), "received".into(), item.en.into()]);
                    findings.push(&AllocationProblem::Cross { item, received, given }, path);
                }
            }
            let marks = Marks::of(received, given);
            let place = Path::new(["givers".into(), index.into(), "recipients".into()]);
            let given = TripleDocument::new(given).map_err(|_| {
                Refusal::new(&BaseProblem::QuantityTooLarge { unit: Boxes::UNIT, most: Boxes::MAX }, place)
            })?;
            givers.push(GiverAnswer { code: giver.code, given, marks, received: giver.received });
        }
        let crossed = givers.iter().any(|giver| giver.marks.overall() == Mark::Cross);
        let overall = if crossed { Mark::Cross } else { Mark::Circle };
        Ok(Answer::new(CheckAnswer { givers, overall }).finding(findings).assuming(assumption::MARKS))
    }
}

/// A recipient that stands twice would be counted twice.
fn report_twice(giver: usize, recipients: &[GivenRequest], findings: &mut Findings) {
    for (index, first) in Ids::of(recipients.iter().map(|recipient| recipient.id.as_str())).twice() {
        let path = Path::new(["givers".into(), giver.into(), "recipients".into(), index.into(), "id".into()]);
        let id = recipients.get(index).map_or("", |recipient| recipient.id.as_str());
        findings.add(Finding::new(&AllocationProblem::IdTwice { first }, path).with_value(id));
    }
}

record! { request
    /// A state and who looks at it.
    struct ViewRequest {
        /// The state.
        state: StateDocument,
        /// Who looks.
        actor: ActorRequest,
        /// The needle's id in the product master.
        needle: Cow<'static, str> = Cow::Borrowed(NEEDLE),
        /// The syringe's id in the product master.
        syringe: Cow<'static, str> = Cow::Borrowed(SYRINGE),
    }
}

record! { answer
    /// An amount in boxes and in doses, as V-SYS shows it (最小包装単位（箱）・接種回数（回分）).
    struct AmountAnswer {
        /// 針, boxes
        needles: Boxes,
        /// 針, pieces (本)
        needles_pieces: Pieces,
        /// シリンジ, boxes
        syringes: Boxes,
        /// シリンジ, pieces (本)
        syringes_pieces: Pieces,
        /// ワクチン, boxes
        vaccine: Boxes,
        /// ワクチン, doses (回分)
        vaccine_doses: Doses,
    }
}

record! { answer
    /// A recipient as its giver sees it.
    struct RowAnswer {
        /// What it gets.
        boxes: TripleDocument,
        /// Its code or id.
        id: String,
        /// The marks of what it gives on; left out for sites.
        marks: Option<Marks>,
        /// What was proposed, where a hand changed it.
        proposed: Option<TripleDocument>,
        /// Why it was changed.
        reason: Option<String>,
        /// How far it is; left out for sites.
        status: Option<Status>,
    }
}

impl RowAnswer {
    fn new(row: ViewRow) -> Result<Self, Refusal> {
        Ok(Self {
            boxes: TripleDocument::new(row.boxes)?,
            id: row.id,
            marks: row.marks,
            proposed: row.proposed.map(TripleDocument::new).transpose()?,
            reason: row.reason,
            status: row.status,
        })
    }
}

fn rows(rows: Vec<ViewRow>) -> Result<Vec<RowAnswer>, Refusal> {
    rows.into_iter().map(RowAnswer::new).collect()
}

record! { answer
    /// What an actor sees.
    struct ViewAnswer {
        /// What it receives; left out while nothing is visible to it.
        received: Option<AmountAnswer>,
        /// Its own recipients.
        rows: Vec<RowAnswer>,
        /// Whether anything is visible: to a site only after the lock (ALC-6).
        visible: bool,
    }
}

/// `allocation.view`
pub(crate) struct View;

impl Call for View {
    type Request = ViewRequest;
    type Answer = ViewAnswer;

    fn run(book: &RuleBook, request: ViewRequest) -> Result<Answer<ViewAnswer>, Refusal> {
        let (product, week) = (request.state.product.clone(), request.state.delivery_week);
        let vaccine = book.products().vaccine_pack(&product, week)?;
        let [needle, syringe] = needle_packs(book, &request.needle, &request.syringe, week)?;
        let state = request.state.into_state()?;
        let view = state.view(&request.actor.actor())?;
        let received = view.received.map(|triple| amount(triple, vaccine, needle, syringe)).transpose()?;
        Ok(Answer::new(ViewAnswer { visible: received.is_some(), received, rows: rows(view.rows)? })
            .assuming(assumption::LOCK_STATELESS))
    }
}

fn amount(triple: Triple, vaccine: Pack, needle: Pack, syringe: Pack) -> Result<AmountAnswer, Refusal> {
    let boxes = |number: u64| in_range(Boxes::try_new(number), "state");
    Ok(AmountAnswer {
        needles: boxes(triple.needles)?,
        needles_pieces: in_range(needle.pieces(boxes(triple.needles)?), "state")?,
        syringes: boxes(triple.syringes)?,
        syringes_pieces: in_range(syringe.pieces(boxes(triple.syringes)?), "state")?,
        vaccine: boxes(triple.vaccine)?,
        vaccine_doses: in_range(vaccine.doses(boxes(triple.vaccine)?), "state")?,
    })
}

record! { request
    /// A state and a giver.
    struct GiverView {
        /// The state.
        state: StateDocument,
        /// The giver that looks at its own figures.
        actor: ActorRequest,
    }
}

record! { answer
    /// What was received against what is given on (集計情報).
    struct SummaryAnswer {
        /// What is given on in all.
        given: TripleDocument,
        /// The marks.
        marks: Marks,
        /// What was received; of the nation, what is registered.
        received: TripleDocument,
        /// The recipients.
        rows: Vec<RowAnswer>,
    }
}

/// `allocation.summary`
pub(crate) struct Summary;

impl Call for Summary {
    type Request = GiverView;
    type Answer = SummaryAnswer;

    fn run(_: &RuleBook, request: GiverView) -> Result<Answer<SummaryAnswer>, Refusal> {
        let state = request.state.into_state()?;
        let summary = state.summary(&request.actor.actor())?;
        Ok(Answer::new(SummaryAnswer {
            given: TripleDocument::new(summary.given)?,
            marks: summary.marks,
            received: TripleDocument::new(summary.received)?,
            rows: rows(summary.rows)?,
        })
        .assuming(assumption::LOCK_STATELESS)
        .assuming(assumption::MARKS))
    }
}

record! { answer
    /// How many stand at a status.
    struct StatusCount {
        /// How many.
        count: Count,
        /// The status.
        status: Status,
    }
}

record! { answer
    /// How far a giver's recipients are (進捗状況).
    struct ProgressAnswer {
        /// How many stand at each status, in the order of the workflow.
        counts: Vec<StatusCount>,
        /// Whose mark is Ｘ, in the order of codes.
        crossed: Vec<String>,
        /// How far the giver itself is.
        status: Status,
        /// Who has not completed, in the order of codes.
        waiting: Vec<String>,
    }
}

/// `allocation.progress`
pub(crate) struct Progress;

impl Call for Progress {
    type Request = GiverView;
    type Answer = ProgressAnswer;

    fn run(_: &RuleBook, request: GiverView) -> Result<Answer<ProgressAnswer>, Refusal> {
        let state = request.state.into_state()?;
        let progress = state.progress(&request.actor.actor())?;
        let counts = progress.counts.into_iter().map(|(status, count)| StatusCount { count: Count(count), status });
        Ok(Answer::new(ProgressAnswer {
            counts: counts.list(),
            crossed: progress.crossed,
            status: progress.status,
            waiting: progress.waiting,
        })
        .assuming(assumption::LOCK_STATELESS)
        .assuming(assumption::MARKS))
    }
}
