//! F3: the simulation of allocations (分配シミュレーションツール) — many scenarios side by side, how fair each is, two
//! compared, what would have to change for one unit more, and where a method turns against common sense.

mod compare;
mod fairness;
mod paradox;
mod problem;
mod random;
mod scenarios;
mod what_if;

pub use compare::{Comparison, compare};
pub use fairness::{Deviation, Fairness, PerPerson, fairness};
pub use paradox::{Paradox, ParadoxKind, ParadoxSearch, ParadoxSide, find_paradox};
pub use problem::SimulationProblem;
pub use scenarios::{
    CascadeOutcome, CascadeScenario, Scenario, ScenarioOutcome, SimulationBase, Spread, simulate, simulate_cascade,
};
pub use what_if::{Lever, WhatIf, WhatIfSide, what_if};
