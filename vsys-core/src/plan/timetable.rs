//! The cycles of a plan, and when its rows can be changed.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::problem::{CycleNumbers, PlanProblem};
use super::transition::RowStatus;
use crate::allocation::NeedleProblem;
use crate::base::{Bilingual, Findings, IntoList, Pack, Path, Refusal, RuleId};
use crate::calendar::{CalendarProblem, Cycle, is_met, minutes_left};
use crate::rulebook::{PlanNeedles, ProductKind, RuleBook, RulebookProblem};

/// A cycle as a plan needs it (クール): its days, its deadline, and the packs of its delivery week.
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 追加接種計画の登録, 2021-11 (CYC-6, PLN-4);
/// ruling product-packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCycle {
    /// Its number, from 1.
    pub number: u32,
    /// The first day of vaccination.
    pub start: NaiveDate,
    /// The last day of vaccination.
    pub end: NaiveDate,
    /// The Monday of the delivery week (配送週).
    pub delivery_week: NaiveDate,
    /// When changes close (計画変更〆切), JST, to the minute.
    pub deadline: NaiveDateTime,
    /// The vaccine's pack in that delivery week.
    pub pack: Pack,
    /// The needle's pack in that delivery week.
    pub needle: Pack,
    /// How needles are filled in.
    pub policy: PlanNeedles,
}

impl PlanCycle {
    /// The first minute that is too late (ruling cut-off).
    fn closes(&self) -> NaiveDateTime {
        self.deadline + TimeDelta::minutes(1)
    }

    /// The first minute after the vaccination period.
    fn over(&self) -> NaiveDateTime {
        self.end.checked_add_days(Days::new(1)).unwrap_or(self.end).and_time(NaiveTime::MIN)
    }
}

/// Which product the plan is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanProduct {
    /// The vaccine's id in the product master.
    pub vaccine: String,
    /// The needle's id in the product master.
    pub needle: String,
    /// How needles are filled in; absent = as the product master says.
    pub policy: Option<PlanNeedles>,
}

/// When the allocation of a cycle was fixed for all sites (分配量確定): an input (ruling plan-freeze).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The number of the cycle.
    pub cycle: u32,
    /// When, JST.
    pub at: NaiveDateTime,
}

/// The cycles of a plan with which of them are confirmed (計画の対象クール).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    cycles: Vec<PlanCycle>,
    confirmed: Vec<Option<NaiveDateTime>>,
}

/// Whether a row can be changed at a moment, since when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState {
    /// Whether it can be changed.
    pub status: RowStatus,
    /// When the amount of its cycle was fixed for all sites; absent while it is not.
    pub confirmed: Option<NaiveDateTime>,
    /// The first minute at which that holds; absent while nothing has ever closed it.
    pub since: Option<NaiveDateTime>,
    /// The last minute at which it can be changed: the next deadline of any cycle; absent for a closed row.
    pub until: Option<NaiveDateTime>,
    /// The cycles whose allocation is being worked on, of a frozen row.
    pub frozen_by: Vec<u32>,
}

impl RowState {
    /// The rule that closes or opens the row.
    pub const fn rule(&self) -> RuleId {
        match self.status {
            RowStatus::Frozen => RuleId::new("PLN-9"),
            RowStatus::Open | RowStatus::Confirmed | RowStatus::Past => RuleId::new("PLN-3"),
        }
    }

    /// Why, in both languages.
    pub fn reason(&self) -> Bilingual {
        let (en, ja) = match self.status {
            RowStatus::Open => ("the row can be changed".to_owned(), "変更できます".to_owned()),
            RowStatus::Confirmed => {
                ("the amount of this cycle is fixed".to_owned(), "分配量が確定済みのため変更できません".to_owned())
            }
            RowStatus::Past => {
                ("the vaccination period is over".to_owned(), "接種期間が終了しているため変更できません".to_owned())
            }
            RowStatus::Frozen => {
                let cycles = CycleNumbers(self.frozen_by.clone());
                (
                    format!("the allocation of cycle {cycles} is being worked on: no row can be changed"),
                    format!("第{cycles:#}クールの分配作業期間中のため、すべての計画を変更できません"),
                )
            }
        };
        Bilingual { en, ja }
    }
}

impl Timetable {
    /// The cycles of a plan with the packs of their delivery weeks.
    ///
    /// # Errors
    /// A [`Refusal`] with everything that is wrong at `product`, `needle`, `needle_policy`, `calendar` or
    /// `confirmed`: a product that is unknown, no vaccine, without a published pack or without a published
    /// policy; a calendar without deadlines or delivery weeks; a confirmation of a cycle that the plan has
    /// not, or twice.
    pub fn try_new(
        book: &RuleBook,
        product: &PlanProduct,
        cycles: &[Cycle],
        confirmed: &[Confirmation],
    ) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let mut list = Vec::with_capacity(cycles.len());
        for cycle in cycles {
            match plan_cycle(book, product, cycle, &mut findings) {
                Some(cycle) => list.push(cycle),
                // What is wrong with a product or a calendar is wrong in every cycle: once is enough.
                None => break,
            }
        }
        let mut at = vec![None; cycles.len()];
        for (index, confirmation) in confirmed.iter().enumerate() {
            let place = cycles.iter().position(|cycle| cycle.number == confirmation.cycle);
            match place.and_then(|place| at.get_mut(place)) {
                Some(slot @ None) => *slot = Some(confirmation.at),
                Some(Some(_)) => findings.push(&PlanProblem::CycleTwice, Path::element("confirmed", index, "cycle")),
                None => findings.push(&PlanProblem::CycleUnknown, Path::element("confirmed", index, "cycle")),
            }
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self { cycles: list, confirmed: at }) }
    }

    /// The cycles in the order of time.
    pub fn cycles(&self) -> &[PlanCycle] {
        &self.cycles
    }

    /// Whether each row can be changed at a moment, in the order of the cycles (行の状態). All rows are
    /// frozen from the moment any cycle's deadline has passed until that cycle's allocation is
    /// confirmed. Source: PLN-3, PLN-9; rulings plan-freeze, cut-off.
    pub fn rows_at(&self, now: NaiveDateTime) -> Vec<RowState> {
        let frozen_by: Vec<u32> = self.working(now).map(|cycle| cycle.number).list();
        let frozen_since = self.frozen_since(now);
        let until = self.next_deadline(now).map(|cycle| cycle.deadline);
        let rows = self.cycles.iter().zip(&self.confirmed).map(|(cycle, confirmed)| {
            let confirmed = confirmed.filter(|at| *at <= now);
            let state = |status, since| RowState { status, confirmed, since, until: None, frozen_by: Vec::new() };
            match confirmed {
                _ if now >= cycle.over() => state(RowStatus::Past, Some(cycle.over())),
                Some(at) => state(RowStatus::Confirmed, Some(at)),
                None if frozen_by.is_empty() => RowState { until, ..state(RowStatus::Open, self.last_end(now)) },
                None => RowState { frozen_by: frozen_by.clone(), ..state(RowStatus::Frozen, Some(frozen_since)) },
            }
        });
        rows.list()
    }

    /// The cycle whose deadline closes the rows next.
    pub fn next_deadline(&self, now: NaiveDateTime) -> Option<&PlanCycle> {
        let ahead = self
            .cycles
            .iter()
            .zip(&self.confirmed)
            .filter(|(cycle, confirmed)| is_met(cycle.deadline, now) && !confirmed.is_some_and(|at| at <= now));
        ahead.map(|(cycle, _)| cycle).min_by_key(|cycle| cycle.deadline)
    }

    /// Whether a row's own deadline has passed or its cycle is confirmed: then the nation's decision no
    /// longer changes it (ruling plan-excess).
    pub fn is_settled(&self, index: usize, now: NaiveDateTime) -> bool {
        let confirmed = self.confirmed.get(index).copied().flatten().is_some_and(|at| at <= now);
        confirmed || self.cycles.get(index).is_some_and(|cycle| !is_met(cycle.deadline, now))
    }

    /// Whether the moment is the printed minute of the next deadline, so that the answer rests on ruling cut-off.
    pub fn at_cut_off(&self, now: NaiveDateTime) -> bool {
        self.next_deadline(now).is_some_and(|cycle| minutes_left(cycle.deadline, now) == Some(0))
    }

    /// The cycles whose allocation is being worked on.
    fn working(&self, now: NaiveDateTime) -> impl Iterator<Item = &PlanCycle> {
        self.windows()
            .filter(move |(_, from, until)| *from <= now && until.is_none_or(|until| until > now))
            .map(|w| w.0)
    }

    /// From when to when the allocation of each cycle is worked on; a cycle that is confirmed before
    /// its deadline has no such time.
    fn windows(&self) -> impl Iterator<Item = (&PlanCycle, NaiveDateTime, Option<NaiveDateTime>)> {
        let windows = self.cycles.iter().zip(&self.confirmed).map(|(cycle, until)| (cycle, cycle.closes(), *until));
        windows.filter(|(_, from, until)| until.is_none_or(|until| until > *from))
    }

    /// The beginning of the unbroken time of work in which a moment lies.
    fn frozen_since(&self, now: NaiveDateTime) -> NaiveDateTime {
        let mut since = now;
        while let Some(earlier) = self
            .windows()
            .filter(|(_, from, until)| *from < since && until.is_none_or(|until| until >= since))
            .map(|(_, from, _)| from)
            .min()
        {
            since = earlier;
        }
        since
    }

    /// When work last ended before a moment.
    fn last_end(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        self.windows().filter_map(|(_, _, until)| until).filter(|until| *until <= now).max()
    }
}

/// What a cycle calendar lacks for a plan (クール暦の不足): delivery weeks decide the packs, deadlines the
/// rows' states. Neither is guessed.
pub fn incomplete(calendar: &str, delivery: bool, deadline: bool) -> Findings {
    let mut findings = Findings::new();
    if delivery {
        findings.push(&CalendarProblem::DeliveryMissing { calendar: calendar.to_owned() }, Path::root());
    }
    if deadline {
        findings.push(&CalendarProblem::DeadlineMissing { calendar: calendar.to_owned() }, Path::root());
    }
    findings
}

/// A cycle with its packs, or everything that is missing.
fn plan_cycle(book: &RuleBook, product: &PlanProduct, cycle: &Cycle, findings: &mut Findings) -> Option<PlanCycle> {
    let missing = incomplete("own", cycle.delivery_week.is_none(), cycle.deadline.is_none());
    findings.extend(missing.under(&Path::from("calendar")));
    let (delivery_week, deadline) = (cycle.delivery_week?, cycle.deadline?);
    let pack = |id: &str, kind: ProductKind| book.products().pack_of_kind(id, kind, delivery_week);
    let mut found = |pack: Result<Pack, RulebookProblem>, member: &'static str| {
        pack.map_err(|problem| findings.push(&problem, Path::from(member))).ok()
    };
    let vaccine = found(pack(&product.vaccine, ProductKind::Vaccine), "product");
    let needle = found(pack(&product.needle, ProductKind::Needle), "needle");
    let published = || book.products().record(&product.vaccine, delivery_week).ok()?.value.plan_needles;
    let policy = product.policy.or_else(published);
    if policy.is_none() && vaccine.is_some() {
        findings.push(&NeedleProblem::PolicyMissing, Path::from("needle_policy"));
    }
    Some(PlanCycle {
        number: cycle.number,
        start: cycle.start,
        end: cycle.end,
        delivery_week,
        deadline,
        pack: vaccine?,
        needle: needle?,
        policy: policy?,
    })
}
