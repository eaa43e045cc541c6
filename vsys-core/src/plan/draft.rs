//! What a plan would be with the figures that are asked for.

use chrono::NaiveDateTime;

use super::document::{Plan, PlanRow, total};
use super::problem::{CycleNumbers, PlanProblem};
use super::timetable::{PlanCycle, RowState, Timetable};
use super::transition::{PlanEvent, PlanStatus, RowStatus};
use crate::allocation::{NeedleProblem, fill_needles};
use crate::base::{Assumptions, BaseProblem, Boxes, Findings, Moment, Path, Quantity, assumption};

/// The doses that a site should plan at least (1,000回程度; CNS-4). Soft: below it is a warning.
pub const BASIS_DOSES: u64 = 1_000;

/// The figures asked for one row (接種計画量).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number of the cycle.
    pub cycle: u32,
    /// Vaccine boxes.
    pub boxes: Boxes,
    /// Needle boxes, lowered by hand; absent = as filled in.
    pub needles: Option<Boxes>,
    /// Persons whom the site means to vaccinate in the cycle (接種予定人数, CNS-5).
    pub persons: Option<u32>,
}

/// What happens to the needles of a row (針・シリンジの自動入力, NDL-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedleEffect {
    /// The number of the cycle.
    pub cycle: u32,
    /// What the vaccine boxes fill in.
    pub filled: Boxes,
    /// What stood before; absent at the first registration.
    pub before: Option<Boxes>,
    /// What stands after.
    pub needles: Boxes,
}

/// What is left over (残余ワクチン): nobody collects it (PLN-2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// Doses left when the last cycle is over.
    pub doses: u64,
    /// The balance after each cycle: doses left, and doses that were missing.
    pub rows: Vec<(u32, u64, u64)>,
}

/// What a plan would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The rows in the order of the cycles.
    pub rows: Vec<PlanRow>,
    /// The event that the figures amount to.
    pub event: PlanEvent,
    /// What happens to the needles of the rows that change.
    pub needles: Vec<NeedleEffect>,
    /// What is left over, where every row says how many persons are planned.
    pub left_over: Option<LeftOver>,
    /// Everything that is wrong or worth knowing.
    pub findings: Findings,
    /// What it rests on.
    pub assumptions: Assumptions,
}

/// Works out what a plan would be (計画の下書き): rows that are not named keep their figures.
pub(super) fn draft(plan: Option<&Plan>, timetable: &Timetable, entries: &[Entry], now: NaiveDateTime) -> Draft {
    let mut work =
        Work { timetable, states: timetable.rows_at(now), findings: Findings::new(), assumptions: Assumptions::new() };
    let old = plan.map(Plan::rows);
    let mut rows: Vec<PlanRow> = old.map_or_else(|| vec![PlanRow::default(); timetable.cycles().len()], <[_]>::to_vec);
    let mut needles = Vec::new();
    for (index, entry) in work.entries_by_row(entries) {
        let before = old.and_then(|rows| rows.get(index)).copied();
        if let Some((row, effect)) = work.row(index, entry, before) {
            needles.push(effect);
            if let Some(slot) = rows.get_mut(index) {
                *slot = row;
            }
        }
    }
    let event = work.event(plan, &rows);
    work.doses(&rows);
    let left_over = work.left_over(&rows, entries);
    if timetable.at_cut_off(now) {
        work.assumptions.add(assumption::CUT_OFF);
    }
    Draft { rows, event, needles, left_over, findings: work.findings, assumptions: work.assumptions }
}

struct Work<'t> {
    timetable: &'t Timetable,
    states: Vec<RowState>,
    findings: Findings,
    assumptions: Assumptions,
}

impl Work<'_> {
    /// The row of each entry; an entry of no row, or of one that was named before, is reported.
    fn entries_by_row<'e>(&mut self, entries: &'e [Entry]) -> Vec<(usize, (usize, &'e Entry))> {
        let mut named = vec![false; self.timetable.cycles().len()];
        let mut list = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let row = self.timetable.cycles().iter().position(|cycle| cycle.number == entry.cycle);
            match row.and_then(|row| named.get_mut(row).map(|named| (row, std::mem::replace(named, true)))) {
                Some((row, false)) => list.push((row, (at, entry))),
                Some((_, true)) => self.findings.push(&PlanProblem::CycleTwice, Path::element("rows", at, "cycle")),
                None => self.findings.push(&PlanProblem::CycleUnknown, Path::element("rows", at, "cycle")),
            }
        }
        list
    }

    /// A row with the figures that are asked for; nothing when it stays as it is or cannot be changed.
    fn row(
        &mut self,
        index: usize,
        (at, entry): (usize, &Entry),
        before: Option<PlanRow>,
    ) -> Option<(PlanRow, NeedleEffect)> {
        let cycle = *self.timetable.cycles().get(index)?;
        let filled = self.fill(&cycle, entry.boxes, at)?;
        let same_boxes = before.is_some_and(|row| row.boxes == entry.boxes);
        // Filled in again when the boxes change; kept as it was lowered when they do not.
        let kept = before.filter(|_| same_boxes).map_or(filled, |row| row.needles);
        let row = PlanRow { boxes: entry.boxes, needles: entry.needles.unwrap_or(kept) };
        let stood = before.unwrap_or_default();
        if stood == row {
            return None;
        }
        let changed = if stood.boxes == row.boxes { "needles" } else { "boxes" };
        self.closed(index, Path::element("rows", at, changed));
        if row.needles > filled {
            let problem = NeedleProblem::Raised { filled: filled.number(), asked: row.needles.number() };
            self.findings.push(&problem, Path::element("rows", at, "needles"));
        }
        self.assumptions.add(assumption::NEEDLE_AUTOFILL);
        if let Some(earlier) = self.lowered_before(&cycle, before).filter(|_| !same_boxes && entry.needles.is_none()) {
            let problem = NeedleProblem::Refilled { earlier: earlier.number(), filled: filled.number() };
            self.findings.push(&problem, Path::element("rows", at, "needles"));
            self.assumptions.add(assumption::NEEDLE_OVERRIDE);
        }
        if row.needles != filled {
            self.assumptions.add(assumption::NEEDLE_OVERRIDE);
        }
        let effect =
            NeedleEffect { cycle: cycle.number, filled, before: before.map(|row| row.needles), needles: row.needles };
        Some((row, effect))
    }

    /// The earlier figure of a row whose needles had been lowered.
    fn lowered_before(&mut self, cycle: &PlanCycle, before: Option<PlanRow>) -> Option<Boxes> {
        let before = before?;
        let filled = fill_needles(cycle.pack, before.boxes, cycle.needle, cycle.policy).ok()?;
        (before.needles < filled).then_some(before.needles)
    }

    fn fill(&mut self, cycle: &PlanCycle, boxes: Boxes, at: usize) -> Option<Boxes> {
        let filled = fill_needles(cycle.pack, boxes, cycle.needle, cycle.policy);
        let pieces = filled.and_then(|filled| cycle.needle.pieces(filled).map(|_| filled));
        pieces.map_err(|problem: BaseProblem| self.findings.push(&problem, Path::element("rows", at, "boxes"))).ok()
    }

    /// Reports the change of a row that is closed.
    fn closed(&mut self, index: usize, place: Path) {
        let Some(RowState { status, since: Some(since), frozen_by, .. }) = self.states.get(index) else { return };
        let since = Moment(*since);
        let problem = match status {
            RowStatus::Open => return,
            RowStatus::Past => PlanProblem::RowPast { since },
            RowStatus::Confirmed => PlanProblem::RowConfirmed { since },
            RowStatus::Frozen => {
                self.assumptions.add(assumption::PLAN_FREEZE);
                PlanProblem::RowFrozen { cycles: CycleNumbers(frozen_by.clone()), since }
            }
        };
        self.findings.push(&problem, place);
    }

    /// The event that the figures amount to (PLN-3b, ruling plan-excess): above only when boxes change.
    fn event(&mut self, plan: Option<&Plan>, rows: &[PlanRow]) -> PlanEvent {
        let total = total(rows);
        if total > Boxes::MAX {
            self.findings.push(&PlanProblem::TotalTooLarge { most: Boxes::MAX }, Path::from("rows"));
        }
        let Some(plan) = plan else { return PlanEvent::Register };
        if plan.status() == PlanStatus::AwaitingNation {
            self.findings.push(&PlanProblem::RequestReplaced, Path::from("rows"));
            self.assumptions.add(assumption::PLAN_EXCESS);
            // Whatever the figures, the change that waits would be another: not while rows are frozen.
            if let Some(frozen) = self.states.iter().find(|state| state.status == RowStatus::Frozen)
                && let Some(since) = frozen.since.map(Moment)
            {
                let problem = PlanProblem::RowFrozen { cycles: CycleNumbers(frozen.frozen_by.clone()), since };
                self.findings.push(&problem, Path::from("rows"));
                self.assumptions.add(assumption::PLAN_FREEZE);
            }
        }
        let initial = plan.initial_boxes().number();
        let changed = plan.rows().iter().zip(rows).any(|(old, new)| old.boxes != new.boxes);
        if total <= initial || !changed {
            return PlanEvent::ChangeWithin;
        }
        self.findings.push(&PlanProblem::AboveInitial { initial, total }, Path::from("rows"));
        self.assumptions.add(assumption::PLAN_EXCESS);
        PlanEvent::ChangeAbove
    }

    /// The basis of 1,000 doses.
    fn doses(&mut self, rows: &[PlanRow]) {
        let doses = self.timetable.doses(rows);
        if doses < BASIS_DOSES {
            self.findings.push(&PlanProblem::BelowMinimum { doses, basis: BASIS_DOSES }, Path::from("rows"));
            self.assumptions.add(assumption::PLAN_MINIMUM);
        }
    }

    /// The balance of doses and persons; what a cycle leaves serves the next one.
    fn left_over(&mut self, rows: &[PlanRow], entries: &[Entry]) -> Option<LeftOver> {
        let persons = |number: u32| entries.iter().find(|entry| entry.cycle == number)?.persons.map(u64::from);
        let mut balance = Vec::with_capacity(rows.len());
        let mut left = 0_u64;
        for (cycle, row) in self.timetable.cycles().iter().zip(rows) {
            let (doses, persons) =
                (left + cycle.pack.doses(row.boxes).map_or(0, Quantity::number), persons(cycle.number)?);
            left = doses.saturating_sub(persons);
            let short = persons.saturating_sub(doses);
            if short > 0 {
                self.findings.push(&PlanProblem::Short { cycle: cycle.number, doses: short }, Path::from("rows"));
            }
            balance.push((cycle.number, left, short));
        }
        if left > 0 {
            self.findings.push(&PlanProblem::LeftOver { doses: left }, Path::from("rows"));
        }
        self.assumptions.add(assumption::PLAN_LEFT_OVER);
        Some(LeftOver { doses: left, rows: balance })
    }
}
