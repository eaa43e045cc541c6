//! F3: the plan of a workplace's booster vaccination (接種計画) — registered once for all cycles, changed
//! while rows are open, confirmed by the nation above the total first registered.

mod document;
mod draft;
mod problem;
mod timetable;
mod transition;

pub use document::{Decision, Moved, Plan, PlanInput, PlanRow, Refused, Request, preview, total};
pub use draft::{BASIS_DOSES, Draft, Entry, LeftOver, NeedleEffect};
pub use problem::{CycleNumbers, PlanProblem};
pub use timetable::{Confirmation, PlanCycle, PlanProduct, RowState, Timetable, incomplete};
pub use transition::{PLAN, PLAN_MOVES, PLAN_ROW, PlanEvent, PlanStatus, ROW_MOVES, RowEvent, RowStatus};
