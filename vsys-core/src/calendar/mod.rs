//! F1: holidays, cycles (クール) and deadlines. Every date and time is a JST wall-clock value that
//! the caller gives.

mod age;
mod cycle;
mod deadline;
mod holiday;
mod month;
mod problem;

pub use age::{AgeTest, age_test};
pub use cycle::{Cycle, CycleCalendar, DeadlineRule, MAX_CYCLES};
pub use deadline::{is_met, minutes_left};
pub use holiday::Holidays;
pub use month::Month;
pub use problem::CalendarProblem;
