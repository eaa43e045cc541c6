//! A plan as it travels, and what its rows look like on the screen.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::allocation::fill_needles;
use vsys_core::base::{
    Assumptions, Bilingual, Boxes, Doses, Findings, IntoList, Path, Pieces, Place, Quantity, Refusal, RuleId, SiteId,
    Term, Text, assumption,
};
use vsys_core::plan::{
    Confirmation, Plan, PlanCycle, PlanInput, PlanProblem, PlanProduct, PlanRow, PlanRow as PlanRowDocument,
    PlanStatus, Refused as PlanRefusedDocument, Request as PlanRequestDocument, RowState, RowStatus, Timetable,
    incomplete, total,
};
use vsys_core::rulebook::{NEEDLE, PlanNeedles, RuleBook};

use super::calendar::{OwnCalendar, calendar};
use super::common::{in_range, refuse};
use crate::call::read;
use crate::read::{List, Listed, Positive};
use crate::record::{named_words, record};

named_words! { PlanStatus, RowStatus }

/// The cycles of a plan at most.
pub(super) const CYCLES: usize = 1_000;

impl Listed for PlanRow {
    const MOST: usize = CYCLES;
}

record! { document
    /// What a plan is about: its cycles and its product.
    struct PlanSetup {
        /// The id of a cycle calendar of the tables; absent = the workplace booster's of 2022.
        calendar: Option<String>,
        /// How many cycles, 1 to 1,000.
        cycles: Positive,
        /// The needle's id in the product master; absent = `needle-100`.
        needle: Option<String>,
        /// How needles are filled in: exact, strictly-more, reserve(0.10), per-vial(16); absent = as the product master says.
        needle_policy: Option<PlanNeedles>,
        /// A cycle calendar of the caller's own, in place of `calendar`.
        own_calendar: Option<OwnCalendar>,
        /// The vaccine's id in the product master.
        product: String,
        /// The first day of vaccination of the first cycle, a Monday.
        start: NaiveDate,
    }
}

record! { request
    /// When the allocation of a cycle was fixed for all sites (分配量確定).
    struct PlanConfirmation {
        /// When, JST.
        at: NaiveDateTime,
        /// The number of the cycle.
        cycle: Positive,
    }
}

/// The cycles that are confirmed.
pub(super) type Confirmations = List<PlanConfirmation, CYCLES>;

impl PlanSetup {
    /// The cycles of the plan with their packs, and what they rest on; `place` is where the setup stands in the request.
    pub(super) fn timetable(
        &self,
        book: &RuleBook,
        confirmed: &Confirmations,
        place: &Path,
    ) -> Result<(Timetable, Assumptions), Refusal> {
        let within = |refusal: Refusal| refusal.under(place);
        let (calendar, entry) = calendar(book, self.calendar.as_deref(), self.own_calendar.as_ref()).map_err(within)?;
        let name = entry.map_or("own", |entry| entry.id.as_str());
        let missing = incomplete(name, calendar.delivery_days_before.is_none(), calendar.deadline.is_none());
        if missing.has_errors() {
            let member = if self.own_calendar.is_some() { "own_calendar" } else { "calendar" };
            return Err(Refusal::of(missing.under(&place.join(member))));
        }
        let cycles = calendar.cycles(self.start, self.cycles.0).map_err(|problem| {
            let count = matches!(problem, vsys_core::calendar::CalendarProblem::CycleCount { .. });
            within(refuse(&problem, if count { "cycles" } else { "start" }))
        })?;
        let product = PlanProduct {
            vaccine: self.product.clone(),
            needle: self.needle.clone().unwrap_or_else(|| NEEDLE.to_owned()),
            policy: self.needle_policy,
        };
        let confirmed: Vec<Confirmation> =
            confirmed.0.iter().map(|given| Confirmation { cycle: given.cycle.0, at: given.at }).list();
        let timetable =
            Timetable::try_new(book, &product, &cycles, &confirmed).map_err(|refusal| beside(&refusal, place))?;
        let resting = entry.map_or_else(Assumptions::new, |entry| entry.resting(self.start, self.cycles.0));
        Ok((timetable, resting))
    }
}

record! { request
    /// The cycles that plans have in common.
    struct TimetableRequest {
        /// The cycles whose allocation is fixed for all sites.
        confirmed: Confirmations = List::EMPTY,
        /// What the plans are about.
        setup: PlanSetup,
    }
}

/// The cycles that plans have in common, read from JSON: `{"setup":{…},"confirmed":[…]}`, the members of a plan and of
/// `plan.status` of the same names; with what they rest on.
///
/// # Errors
/// Every fault of the text, of the product or of the calendar.
///
/// ```
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let json = br#"{"setup":{"product":"moderna-booster","start":"2022-02-28","cycles":5}}"#;
/// assert_eq!(vsys_wire::read_timetable(&book, json)?.0.cycles().len(), 5);
/// assert!(vsys_wire::read_timetable(&book, b"{}").is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_timetable(book: &RuleBook, json: &[u8]) -> Result<(Timetable, Assumptions), Refusal> {
    let request = read::<TimetableRequest>(json)?;
    request.setup.timetable(book, &request.confirmed, &Path::from("setup"))
}

/// What is wrong with the confirmed cycles lies beside the setup, all else within it.
fn beside(refusal: &Refusal, setup: &Path) -> Refusal {
    let (mut within, mut without) = (Findings::new(), Findings::new());
    for finding in refusal.findings().sorted() {
        let confirmed =
            matches!(&finding.place, Place::Path(path) if path.segments().first() == Some(&"confirmed".into()));
        let list = if confirmed { &mut without } else { &mut within };
        list.add(finding.clone());
    }
    without.extend(within.under(setup));
    Refusal::of(without)
}

record! { adopted document
    /// A row of a plan; syringes are the same as needles (NDL-1).
    struct PlanRowDocument {
        /// Vaccine boxes (箱).
        boxes: Boxes,
        /// Needle boxes (箱), after any lowering.
        needles: Boxes,
    }
}

record! { adopted document
    /// A change that waits for the nation (国の確認待ちの変更).
    struct PlanRequestDocument {
        /// When it was asked for, JST.
        at: NaiveDateTime,
        /// The rows that are asked for, one a cycle.
        rows: Vec<PlanRowDocument>,
    }
}

record! { adopted document
    /// The last change that the nation refused.
    struct PlanRefusedDocument {
        /// When, JST.
        at: NaiveDateTime,
        /// Why.
        reason: Text<200>,
    }
}

record! { document
    /// A plan (接種計画). It travels with every request and is proved again on reading.
    struct PlanDocument {
        /// When it last moved, JST.
        changed_at: NaiveDateTime,
        /// When the nation confirmed a total above the first registration; absent while the total is not above it.
        confirmed_at: Option<NaiveDateTime>,
        /// The boxes of all rows at the first registration (初回登録時).
        initial_boxes: Boxes,
        /// The last change that the nation refused.
        refused: Option<PlanRefusedDocument>,
        /// When it was registered, JST.
        registered_at: NaiveDateTime,
        /// The change that waits for the nation.
        request: Option<PlanRequestDocument>,
        /// The rows that stand, one a cycle, in the order of time.
        rows: Vec<PlanRowDocument>,
        /// What the plan is about.
        setup: PlanSetup,
        /// The V-SYS ID or code of the site that plans.
        site: SiteId,
        /// How far the plan is: registered, or awaiting_nation exactly while `request` is there.
        status: PlanStatus,
    }
}

/// A plan that was proved again, with its cycles.
pub(super) struct Opened {
    pub(super) plan: Plan,
    pub(super) timetable: Timetable,
    /// What the cycles rest on.
    pub(super) resting: Assumptions,
}

impl PlanDocument {
    pub(super) fn new(plan: &Plan, setup: PlanSetup) -> Self {
        let input = plan.as_input().clone();
        Self {
            changed_at: input.changed_at,
            confirmed_at: input.confirmed_at,
            initial_boxes: input.initial_boxes,
            refused: input.refused,
            registered_at: input.registered_at,
            request: input.request,
            rows: input.rows,
            setup,
            site: input.site,
            status: plan.status(),
        }
    }

    /// The plan with its cycles, proved again.
    pub(super) fn open(&self, book: &RuleBook, confirmed: &Confirmations) -> Result<Opened, Refusal> {
        let place = Path::new(["plan".into(), "setup".into()]);
        let (timetable, resting) = self.setup.timetable(book, confirmed, &place)?;
        let waits = if self.request.is_some() { PlanStatus::AwaitingNation } else { PlanStatus::Registered };
        let input = PlanInput {
            site: self.site.clone(),
            rows: self.rows.clone(),
            initial_boxes: self.initial_boxes,
            registered_at: self.registered_at,
            changed_at: self.changed_at,
            request: self.request.clone(),
            confirmed_at: self.confirmed_at,
            refused: self.refused.clone(),
        };
        let plan = Plan::try_new(input, &timetable);
        if self.status != waits {
            let what = Term::new("the status does not fit the request", "状態と確認待ちの変更が一致しません");
            let mut findings = plan.err().map(|refusal| refusal.findings().clone()).unwrap_or_default();
            findings.push(&PlanProblem::Invalid { what }, Path::new(["plan".into(), "status".into()]));
            return Err(Refusal::of(findings).assuming(assumption::LOCK_STATELESS));
        }
        Ok(Opened { plan: plan?, timetable, resting })
    }
}

record! { answer
    /// A row of the plan as the screen shows it (PLN-4).
    struct PlanRowAnswer {
        /// What was allocated (分配実績), in boxes; absent while open (未定).
        allocated: Option<Boxes>,
        /// The same in doses.
        allocated_doses: Option<Doses>,
        /// Vaccine boxes (接種計画量).
        boxes: Boxes,
        /// When the amount of the cycle was fixed for all sites (分配量確定済), JST; absent while it is not.
        confirmed_at: Option<NaiveDateTime>,
        /// The number of the cycle.
        cycle: Positive,
        /// When changes close (計画変更〆切), JST.
        deadline: NaiveDateTime,
        /// The Monday of the delivery week (配送週).
        delivery_week: NaiveDate,
        /// The same vaccine in doses (回接種分).
        doses: Doses,
        /// Doses of one vaccine box (150回接種分 of 「150回接種分 × 箱」).
        doses_per_box: Doses,
        /// The last day of vaccination.
        end: NaiveDate,
        /// What the vaccine boxes fill in, in needle boxes: the needles may be lowered from here, never raised above.
        filled: Boxes,
        /// The cycles whose allocation is being worked on, of a frozen row.
        frozen_by: Vec<Positive>,
        /// Needle boxes (接種用針・シリンジの必要数量); syringes are the same.
        needles: Boxes,
        /// The same needles in pieces (本).
        pieces: Pieces,
        /// Pieces of one needle box (100本 of 「100本 × 箱」).
        pieces_per_box: Pieces,
        /// Why the row is open or closed.
        reason: Bilingual,
        /// What a change that waits for the nation asks for, in boxes.
        requested: Option<Boxes>,
        /// The rule that opens or closes the row.
        rule: RuleId,
        /// The first minute at which that holds, JST; absent while nothing has closed it yet.
        since: Option<NaiveDateTime>,
        /// The first day of vaccination.
        start: NaiveDate,
        /// open, frozen, confirmed or past.
        status: RowStatus,
        /// The last minute at which the row can be changed, JST; absent for a closed row.
        until: Option<NaiveDateTime>,
    }
}

impl PlanRowAnswer {
    fn new(cycle: &PlanCycle, state: &RowState, row: PlanRow) -> Result<Self, Refusal> {
        let one = in_range(Boxes::try_new(1), "rows")?;
        Ok(Self {
            allocated: None,
            allocated_doses: None,
            boxes: row.boxes,
            confirmed_at: state.confirmed,
            cycle: Positive(cycle.number),
            deadline: cycle.deadline,
            delivery_week: cycle.delivery_week,
            doses: in_range(cycle.pack.doses(row.boxes), "rows")?,
            doses_per_box: in_range(cycle.pack.doses(one), "rows")?,
            end: cycle.end,
            filled: in_range(fill_needles(cycle.pack, row.boxes, cycle.needle, cycle.policy), "rows")?,
            frozen_by: state.frozen_by.iter().copied().map(Positive).list(),
            needles: row.needles,
            pieces: in_range(cycle.needle.pieces(row.needles), "rows")?,
            pieces_per_box: in_range(cycle.needle.pieces(one), "rows")?,
            reason: state.reason(),
            requested: None,
            rule: state.rule(),
            since: state.since,
            start: cycle.start,
            status: state.status,
            until: state.until,
        })
    }

    /// The rows of a plan at a moment.
    pub(super) fn list(timetable: &Timetable, rows: &[PlanRow], now: NaiveDateTime) -> Result<Vec<Self>, Refusal> {
        let states = timetable.rows_at(now);
        timetable
            .cycles()
            .iter()
            .zip(&states)
            .zip(rows)
            .map(|((cycle, state), row)| Self::new(cycle, state, *row))
            .collect()
    }
}

/// What rows at a moment rest on: what is filled in, and whether a row is open and until which minute,
/// which follows from the deadlines of all cycles.
pub(super) fn resting(rows: &[PlanRowAnswer]) -> Assumptions {
    rests(rows.iter().any(|row| row.boxes > Boxes::ZERO), rows.iter().map(|row| row.status))
}

/// What the rows of `plan.status` rest on, for a face that shows them without JSON.
///
/// ```
/// let now = "2022-01-20T10:00:00".parse()?;
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let json = br#"{"setup":{"product":"moderna-booster","start":"2022-02-28","cycles":1}}"#;
/// let states = vsys_wire::read_timetable(&book, json)?.0.rows_at(now);
/// let rows = [vsys_core::plan::PlanRow::default()];
/// let ids: Vec<_> = vsys_wire::plan_rows_resting(&states, &rows).iter().map(|id| id.to_string()).collect();
/// assert_eq!(ids, ["assumption.cut-off", "assumption.plan-freeze"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_rows_resting(states: &[RowState], rows: &[PlanRow]) -> Assumptions {
    rests(rows.iter().any(|row| row.boxes > Boxes::ZERO), states.iter().map(|state| state.status))
}

fn rests(planned: bool, mut statuses: impl Iterator<Item = RowStatus>) -> Assumptions {
    let mut assumptions = Assumptions::new();
    if planned {
        assumptions.add(assumption::NEEDLE_AUTOFILL);
    }
    if statuses.any(|status| matches!(status, RowStatus::Open | RowStatus::Frozen)) {
        assumptions.add(assumption::PLAN_FREEZE);
        assumptions.add(assumption::CUT_OFF);
    }
    assumptions
}

record! { answer
    /// The footer of the screen (接種計画量の合計).
    struct PlanTotals {
        /// Vaccine boxes of all rows (現在の計画).
        boxes: Boxes,
        /// The same in doses.
        doses: Doses,
        /// Vaccine boxes at the first registration (初回登録時).
        initial_boxes: Boxes,
        /// The same in doses; absent where the pack differs from cycle to cycle.
        initial_doses: Option<Doses>,
        /// Needle boxes of all rows.
        needles: Boxes,
        /// The same in pieces.
        pieces: Pieces,
    }
}

impl PlanTotals {
    pub(super) fn new(timetable: &Timetable, rows: &[PlanRow], initial: Option<Boxes>) -> Result<Self, Refusal> {
        let boxes = in_range(Boxes::try_new(total(rows)), "rows")?;
        let initial_boxes = initial.unwrap_or(boxes);
        let first = timetable.cycles().first().map(|cycle| cycle.pack);
        let one = first.filter(|first| timetable.cycles().iter().all(|cycle| cycle.pack == *first));
        let needles = rows.iter().map(|row| row.needles.number()).sum();
        let pieces = timetable.cycles().iter().zip(rows);
        let pieces = pieces.map(|(cycle, row)| cycle.needle.pieces(row.needles).map_or(0, Quantity::number)).sum();
        Ok(Self {
            boxes,
            doses: in_range(Doses::try_new(timetable.doses(rows)), "rows")?,
            initial_boxes,
            initial_doses: one.map(|pack| in_range(pack.doses(initial_boxes), "rows")).transpose()?,
            needles: in_range(Boxes::try_new(needles), "rows")?,
            pieces: in_range(Pieces::try_new(pieces), "rows")?,
        })
    }
}
