//! F2: who may do what, on which day and on whose data — with the reason and the rule, yes or no.

mod decide;
mod problem;

pub use decide::{AccessRequest, AccessTarget, Decision, decide};
pub use problem::AccessProblem;
