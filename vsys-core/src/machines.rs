//! Every state machine of the core, in one list.

use crate::base::Machine;
use crate::{allocation, plan};

/// Every machine (状態遷移の一覧), in the order of their ids.
pub const MACHINES: &[&Machine] =
    &[&allocation::MUNICIPALITY, &allocation::NATION, &allocation::PREFECTURE, &plan::PLAN, &plan::PLAN_ROW];
