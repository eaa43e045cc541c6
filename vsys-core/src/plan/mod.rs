//! F3: the plan of a workplace's booster vaccination (接種計画) — registered once for all cycles, changed
//! while rows are open, confirmed by the nation above the total first registered.

mod transition;

pub use transition::{PLAN, PLAN_MOVES, PLAN_ROW, PlanEvent, PlanStatus, ROW_MOVES, RowEvent, RowStatus};
