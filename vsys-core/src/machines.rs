//! Every state machine of the core, in one list.

use crate::base::Machine;
use crate::{allocation, application, facility, plan};

/// Every machine (状態遷移の一覧), in the order of their ids.
pub const MACHINES: &[&Machine] = &[
    &allocation::MUNICIPALITY,
    &allocation::NATION,
    &allocation::PREFECTURE,
    &application::APPLICATION,
    &facility::CONTRACT_LETTER,
    &facility::FACILITY_APPROVAL,
    &plan::PLAN,
    &plan::PLAN_ROW,
];

/// The machine of an id.
///
/// ```
/// assert_eq!(vsys_core::machine("plan").map(|machine| machine.title.ja), Some("接種計画"));
/// assert!(vsys_core::machine("nothing").is_none());
/// ```
pub fn machine(id: &str) -> Option<&'static Machine> {
    MACHINES.iter().find(|machine| machine.id == id).copied()
}
