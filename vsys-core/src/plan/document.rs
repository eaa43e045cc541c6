//! A plan as it travels, and its moves.

use chrono::NaiveDateTime;

use super::draft::{Draft, Entry, draft};
use super::problem::PlanProblem;
use super::timetable::Timetable;
use super::transition::{PLAN, PLAN_MOVES, PlanEvent, PlanStatus};
use crate::allocation::fill_needles;
use crate::base::{
    Act, Answer, Assumptions, BaseProblem, Boxes, Findings, IntoList, MachineProblem, Moment, Move, Path, Quantity,
    Refusal, Role, SiteId, Step, Term, Text, assumption, choose,
};

/// A row of the plan (計画の行): vaccine boxes, and needle boxes after any lowering; syringes are the same
/// as needles (NDL-1). Source: 「職域における追加接種（3回目接種） V-SYSについて」 追加接種計画の登録, 2021-11 (PLN-4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// Vaccine boxes.
    pub boxes: Boxes,
    /// Needle boxes.
    pub needles: Boxes,
}

/// The boxes of all rows (総箱数).
pub fn total(rows: &[PlanRow]) -> u64 {
    rows.iter().map(|row| row.boxes.number()).sum()
}

impl Timetable {
    /// The doses of all rows (回接種分).
    pub fn doses(&self, rows: &[PlanRow]) -> u64 {
        self.cycles().iter().zip(rows).map(|(cycle, row)| cycle.pack.doses(row.boxes).map_or(0, Quantity::number)).sum()
    }
}

/// A change that waits for the nation (国の確認待ちの変更).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The rows that are asked for.
    pub rows: Vec<PlanRow>,
    /// When it was asked for.
    pub at: NaiveDateTime,
}

/// A change that the nation refused (認められなかった変更).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub reason: Text<200>,
    /// When.
    pub at: NaiveDateTime,
}

/// A plan as a caller gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInput {
    /// The V-SYS ID or code of the site that plans.
    pub site: SiteId,
    /// The rows in the order of the cycles.
    pub rows: Vec<PlanRow>,
    /// The boxes of all rows at the first registration (初回登録時): the baseline for ever.
    pub initial_boxes: Boxes,
    /// When it was registered.
    pub registered_at: NaiveDateTime,
    /// When it last moved.
    pub changed_at: NaiveDateTime,
    /// The change that waits for the nation.
    pub request: Option<Request>,
    /// When the nation confirmed a total above the first registration; absent while the total is not above it.
    pub confirmed_at: Option<NaiveDateTime>,
    /// The last change that the nation refused.
    pub refused: Option<Refused>,
}

/// A plan (接種計画). A value that exists agrees with the rules: its total stands above the first
/// registration only where the nation has confirmed it, its needles are no more than filled in.
/// Protection against forgery is the host's (ruling lock-stateless).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan(PlanInput);

/// A plan after a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The plan.
    pub plan: Plan,
    /// The move.
    pub step: Step,
    /// What was worked out for it; absent for a decision.
    pub draft: Option<Draft>,
}

/// What the nation decides about a change that waits (国の確認).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The change takes effect in every row whose deadline has not passed meanwhile.
    Confirm,
    /// The old plan stands; the reason is kept.
    Refuse(Text<200>),
}

impl Plan {
    /// Checks a plan against its cycles.
    ///
    /// # Errors
    /// A [`Refusal`] below `plan` with every contradiction.
    pub fn try_new(input: PlanInput, timetable: &Timetable) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let mut report = |en, ja, place: Path| {
            findings.push(&PlanProblem::Invalid { what: Term::new(en, ja) }, Path::from("plan").and(&place));
        };
        let (initial, waits) = (input.initial_boxes.number(), input.request.as_ref());
        if (total(&input.rows) > initial) != input.confirmed_at.is_some() {
            report(
                "a total above the first registration and the nation's confirmation of it go together",
                "初回登録の総箱数を超える計画と国の確認は対になります",
                "confirmed_at".into(),
            );
        }
        if waits.is_some_and(|request| total(&request.rows) <= initial) {
            report(
                "a change within the first registration does not wait",
                "初回登録の総箱数以内の変更は確認待ちになりません",
                "request".into(),
            );
        }
        let boxes = |rows: &[PlanRow]| rows.iter().map(|row| row.boxes).list();
        if waits.is_some_and(|request| boxes(&request.rows) == boxes(&input.rows)) {
            report("a change that waits changes boxes", "確認待ちの変更で箱数が変わっていません", "request".into());
        }
        if waits.is_some_and(|request| request.at != input.changed_at) {
            report(
                "a change that waits is the last change",
                "確認待ちの変更の日時が最終変更の日時と一致しません",
                Path::new(["request".into(), "at".into()]),
            );
        }
        let latest = [input.confirmed_at, input.refused.as_ref().map(|refused| refused.at), Some(input.registered_at)];
        let ordered = |at: NaiveDateTime| (input.registered_at..=input.changed_at).contains(&at);
        if !latest.into_iter().flatten().all(ordered) {
            report(
                "a moment lies before the registration or after the last change",
                "日時が登録より前、または最終変更より後です",
                "changed_at".into(),
            );
        }
        let request = (Path::from("request"), waits.map(|request| &request.rows));
        for (place, rows) in [(Path::root(), Some(&input.rows)), request] {
            let Some(rows) = rows else { continue };
            let place = place.join("rows");
            if total(rows) > Boxes::MAX {
                report("the total is too large", "合計が範囲を超えています", place.clone());
            }
            if rows.len() != timetable.cycles().len() {
                report("there is a row for each cycle", "クールと行の数が一致しません", place.clone());
            }
            for (index, (cycle, row)) in timetable.cycles().iter().zip(rows).enumerate() {
                let filled = fill_needles(cycle.pack, row.boxes, cycle.needle, cycle.policy);
                if !filled.is_ok_and(|filled| row.needles <= filled) {
                    report(
                        "needles are no more than filled in",
                        "針の箱数が自動入力の箱数を超えています",
                        place.join(index).join("needles"),
                    );
                }
            }
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings).assuming(assumption::LOCK_STATELESS));
        }
        Ok(Self(input))
    }

    /// Registers a plan for the first time (接種計画の登録).
    ///
    /// # Errors
    /// A [`Refusal`] with everything that is wrong: an ID of no booster site (PLN-7), a role other than
    /// the site's, boxes in a closed row, needles raised above what is filled in.
    pub fn register(
        timetable: &Timetable,
        entries: &[Entry],
        act: &Act,
        booster_id: bool,
    ) -> Result<Answer<Moved>, Refusal> {
        Self::submit(None, timetable, entries, act, booster_id)
    }

    /// Changes the plan (計画の変更): at once within the total of the first registration, above it when
    /// the nation has confirmed.
    ///
    /// # Errors
    /// As [`Plan::register`]; and a change of somebody else's plan, or one before the last.
    pub fn change(
        &self,
        timetable: &Timetable,
        entries: &[Entry],
        act: &Act,
        booster_id: bool,
    ) -> Result<Answer<Moved>, Refusal> {
        Self::submit(Some(self), timetable, entries, act, booster_id)
    }

    fn submit(
        plan: Option<&Self>,
        timetable: &Timetable,
        entries: &[Entry],
        act: &Act,
        booster_id: bool,
    ) -> Result<Answer<Moved>, Refusal> {
        let (draft, line) = examine(plan, timetable, entries, act, booster_id);
        let Some(line) = line.filter(|_| !draft.findings.has_errors()) else {
            return Err(refuse(draft));
        };
        let site = act.actor.code.clone();
        let parsed = || site.parse().map_err(|problem: BaseProblem| Refusal::new(&problem, Path::from("actor")));
        let mut next = match plan {
            Some(plan) => plan.0.clone(),
            None => PlanInput {
                site: parsed()?,
                rows: Vec::new(),
                initial_boxes: Boxes::try_new(total(&draft.rows))
                    .map_err(|problem| Refusal::new(&problem, Path::from("rows")))?,
                registered_at: act.at,
                changed_at: act.at,
                request: None,
                confirmed_at: None,
                refused: None,
            },
        };
        next.changed_at = act.at;
        if draft.event == PlanEvent::ChangeAbove {
            next.request = Some(Request { rows: draft.rows.clone(), at: act.at });
        } else {
            next.rows.clone_from(&draft.rows);
            next.request = None;
            next.confirmed_at = next.confirmed_at.filter(|_| total(&draft.rows) > next.initial_boxes.number());
        }
        let step = Step::new(PLAN.id, line, act.clone(), site, "", &[]);
        let (findings, assumptions) = (draft.findings.clone(), draft.assumptions.clone());
        let moved = Moved { plan: Self(next), step, draft: Some(draft) };
        Ok(Answer::new(moved).finding(findings).assuming_all(&assumptions).assuming_all(&line.assumptions()))
    }

    /// Decides about the change that waits (国の確認). A row whose deadline has passed meanwhile keeps its
    /// old figure, and a warning says so. Source: ruling plan-excess.
    ///
    /// # Errors
    /// A [`Refusal`]: somebody other than the nation, nothing that waits, a moment before the request.
    pub fn decide(&self, timetable: &Timetable, decision: &Decision, act: &Act) -> Result<Answer<Moved>, Refusal> {
        let event = if matches!(decision, Decision::Confirm) { PlanEvent::Confirm } else { PlanEvent::Refuse };
        let mut findings = self.backwards(act.at);
        let line = match choose(&PLAN, PLAN_MOVES, Some(self.status()), event, act.actor.role) {
            Ok(line) if !findings.has_errors() => line,
            Ok(_) => return Err(Refusal::of(findings)),
            Err(refusal) => {
                findings.extend(refusal.at(Path::from("actor"), Path::from("decision")).findings().clone());
                return Err(Refusal::of(findings));
            }
        };
        let mut next = self.0.clone();
        next.changed_at = act.at;
        let request = next.request.take();
        let mut assumptions = Assumptions::new();
        match (decision, request) {
            (Decision::Confirm, Some(request)) => {
                findings.extend(take_over(&mut next.rows, &request.rows, timetable, act.at));
                next.confirmed_at = (total(&next.rows) > next.initial_boxes.number()).then_some(act.at);
                if timetable.at_cut_off(act.at) {
                    assumptions.add(assumption::CUT_OFF);
                }
            }
            (Decision::Refuse(reason), _) => next.refused = Some(Refused { reason: reason.clone(), at: act.at }),
            (Decision::Confirm, None) => {}
        }
        let step = Step::new(PLAN.id, line, act.clone(), self.site().as_str(), self.site().as_str(), &[]);
        let moved = Moved { plan: Self(next), step, draft: None };
        Ok(Answer::new(moved).finding(findings).assuming_all(&assumptions).assuming_all(&line.assumptions()))
    }

    /// The site that plans.
    pub const fn site(&self) -> &SiteId {
        &self.0.site
    }

    /// How far the plan is.
    pub const fn status(&self) -> PlanStatus {
        if self.0.request.is_some() { PlanStatus::AwaitingNation } else { PlanStatus::Registered }
    }

    /// The rows that stand, in the order of the cycles.
    pub fn rows(&self) -> &[PlanRow] {
        &self.0.rows
    }

    /// The boxes of all rows at the first registration (初回登録時).
    pub const fn initial_boxes(&self) -> Boxes {
        self.0.initial_boxes
    }

    /// Everything of the plan, as it travels.
    pub const fn as_input(&self) -> &PlanInput {
        &self.0
    }

    fn backwards(&self, at: NaiveDateTime) -> Findings {
        let mut findings = Findings::new();
        if at < self.0.changed_at {
            findings.push(&MachineProblem::Backwards { last: Moment(self.0.changed_at) }, Path::from("at"));
        }
        findings
    }
}

/// Puts the rows that are asked for in place of those that stand, but for the rows that closed meanwhile.
fn take_over(rows: &mut [PlanRow], asked: &[PlanRow], timetable: &Timetable, now: NaiveDateTime) -> Findings {
    let mut findings = Findings::new();
    let place = Path::new(["plan".into(), "request".into(), "rows".into()]);
    for (index, ((row, asked), cycle)) in rows.iter_mut().zip(asked).zip(timetable.cycles()).enumerate() {
        if row == asked {
            continue;
        }
        if !timetable.is_settled(index, now) {
            *row = *asked;
            continue;
        }
        let problem = PlanProblem::RowKept {
            cycle: cycle.number,
            kept: row.boxes.number(),
            asked: asked.boxes.number(),
            kept_needles: row.needles.number(),
            asked_needles: asked.needles.number(),
        };
        findings.push(&problem, place.join(index));
    }
    let (asked, total) = (total(asked), total(rows));
    if total > asked {
        findings.push(&PlanProblem::AboveRequest { asked, total }, place);
    }
    findings
}

/// Tells what a registration or change would do before anything is sent (接種計画の確認): every finding,
/// the event it amounts to, the needles, what is left over.
pub fn preview(plan: Option<&Plan>, timetable: &Timetable, entries: &[Entry], act: &Act, booster_id: bool) -> Draft {
    examine(plan, timetable, entries, act, booster_id).0
}

/// What would be, with everything that is wrong, and the line of the table.
fn examine(
    plan: Option<&Plan>,
    timetable: &Timetable,
    entries: &[Entry],
    act: &Act,
    booster_id: bool,
) -> (Draft, Option<&'static Move<PlanStatus, PlanEvent>>) {
    let mut draft = draft(plan, timetable, entries, act.at);
    draft.findings.extend(guard(plan, act, booster_id));
    let line = choose(&PLAN, PLAN_MOVES, plan.map(Plan::status), draft.event, act.actor.role);
    match line.map_err(|refusal| refusal.at(Path::from("actor"), Path::from("rows"))) {
        Ok(line) => (draft, Some(line)),
        Err(refusal) => {
            draft.findings.extend(refusal.findings().clone());
            (draft, None)
        }
    }
}

/// Who may not submit this plan now (PLN-7, PRV-4).
fn guard(plan: Option<&Plan>, act: &Act, booster_id: bool) -> Findings {
    let mut findings = plan.map_or_else(Findings::new, |plan| plan.backwards(act.at));
    if act.actor.role == Role::Site {
        if !booster_id {
            findings.push(&PlanProblem::NotBooster, Path::from("booster_id"));
        }
        let code = &act.actor.code;
        let place = Path::new(["actor".into(), "code".into()]);
        if code.is_empty() {
            findings.push(&BaseProblem::TextForm { most: 64 }, place);
        } else if let Some(owner) = plan.map(|plan| plan.site().as_str()).filter(|owner| owner != code) {
            let problem = MachineProblem::ScopeRefused { owner: owner.to_owned(), got: code.clone() };
            findings.push(&problem, place);
        }
    }
    findings
}

fn refuse(draft: Draft) -> Refusal {
    let mut refusal = Refusal::of(draft.findings);
    for id in draft.assumptions.iter() {
        refusal = refusal.assuming(id);
    }
    refusal
}
