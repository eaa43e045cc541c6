//! Every state machine of the core, in one list.

use crate::base::Machine;
use crate::{application, facility, plan};

/// Every machine (状態遷移の一覧), in the order of their ids.
pub const MACHINES: &[&Machine] = &[
    &application::APPLICATION,
    &facility::CONTRACT_LETTER,
    &facility::FACILITY_APPROVAL,
    &plan::PLAN,
    &plan::PLAN_ROW,
];
