//! The rows of a plan at a moment, from C's numbers.

use vsys_core::allocation::fill_needles;
use vsys_core::base::{Assumptions, Boxes, Path, Problem, Quantity, Refusal};
use vsys_core::plan::{PlanCycle, PlanRow, RowState, RowStatus, Timetable};
use vsys_core::rulebook::RuleBook;
use vsys_wire::{plan_rows_resting, read_timetable};

use crate::abi::*;
use crate::assumption::mask;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::time::{day_digits, moment, moment_digits};

/// The cycles of plans with which of them are confirmed, and what they rest on.
#[derive(Debug)]
pub(crate) struct Cycles {
    timetable: Timetable,
    resting: Assumptions,
}

impl Cycles {
    pub(crate) fn read(book: &RuleBook, json: &[u8]) -> Result<Self, Failure> {
        let (timetable, resting) = read_timetable(book, json)?;
        Ok(Self { timetable, resting })
    }

    pub(crate) fn len(&self) -> usize {
        self.timetable.cycles().len()
    }

    /// The rows of one plan at a moment, and what they rest on.
    pub(crate) fn rows(&self, now: u64, boxes: &[u64], needles: &[u64]) -> Result<(Vec<vsys_plan_row>, u64), Failure> {
        let now = moment("now", now)?;
        for (argument, column) in [("boxes", boxes), ("needles", needles)] {
            if column.len() != self.len() {
                return Err(CProblem::ArgumentCount { argument, needed: self.len() }.into());
            }
        }
        let rows = planned(boxes, needles)?;
        let states = self.timetable.rows_at(now);
        let told = self.timetable.cycles().iter().zip(&states).zip(&rows).enumerate();
        let told = told.map(|(index, ((cycle, state), row))| {
            told_row(cycle, state, *row).map_err(|problem| at(index, "boxes", &problem))
        });
        let mut resting = plan_rows_resting(&states, &rows);
        resting.extend(&self.resting);
        Ok((told.collect::<Result<_, Refusal>>()?, mask(&resting)))
    }
}

/// The rows, or every figure that is out of range.
fn planned(boxes: &[u64], needles: &[u64]) -> Result<Vec<PlanRow>, Refusal> {
    let mut refusals = Vec::new();
    let mut figure = |index, member, number: u64| {
        Boxes::try_new(number).map_err(|problem| refusals.push(at(index, member, &problem))).unwrap_or_default()
    };
    let rows = boxes.iter().zip(needles).enumerate().map(|(index, (boxes, needles))| PlanRow {
        boxes: figure(index, "boxes", *boxes),
        needles: figure(index, "needles", *needles),
    });
    let rows = rows.collect();
    Refusal::all(refusals).map_or(Ok(rows), Err)
}

fn told_row(cycle: &PlanCycle, state: &RowState, row: PlanRow) -> Result<vsys_plan_row, vsys_core::base::BaseProblem> {
    Ok(vsys_plan_row {
        deadline: moment_digits(Some(cycle.deadline)),
        confirmed_at: moment_digits(state.confirmed),
        since: moment_digits(state.since),
        until: moment_digits(state.until),
        boxes: row.boxes.number(),
        doses: cycle.pack.doses(row.boxes)?.number(),
        doses_per_box: cycle.pack.doses_per_box().into(),
        filled: fill_needles(cycle.pack, row.boxes, cycle.needle, cycle.policy)?.number(),
        needles: row.needles.number(),
        pieces: cycle.needle.pieces(row.needles)?.number(),
        pieces_per_box: cycle.needle.doses_per_box().into(),
        cycle: cycle.number,
        start: day_digits(cycle.start),
        end: day_digits(cycle.end),
        delivery_week: day_digits(cycle.delivery_week),
        status: match state.status {
            RowStatus::Open => VSYS_ROW_OPEN,
            RowStatus::Frozen => VSYS_ROW_FROZEN,
            RowStatus::Confirmed => VSYS_ROW_CONFIRMED,
            RowStatus::Past => VSYS_ROW_PAST,
        },
        frozen_by: state.frozen_by.first().copied().unwrap_or(0),
    })
}

fn at(index: usize, member: &'static str, problem: &dyn Problem) -> Refusal {
    Refusal::new(problem, Path::element("rows", index, member))
}
