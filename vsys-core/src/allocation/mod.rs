//! F2: who gets how many boxes, with how many needles, why, and whether it is consistent from the
//! nation down to the clinic.
//!
//! From the bottom up: [`apportion`] shares whole units exactly; a [`Network`] is the hierarchy
//! 国 → 都道府県 → 市町村 → 基本型接種施設 → サテライト; [`cascade`] shares through all its levels;
//! needles follow from whole vaccine boxes; [`State`] moves by the tables of its [`Unit`]s until the lock;
//! [`verify_apportionment`] and [`verify_cascade`] re-check an answer without the engine's code.

mod apportion;
mod cascade;
mod columns;
mod explained;
mod explained_group;
mod explanation;
mod lock;
mod marks;
mod needle_fill;
mod needles;
mod network;
mod nothing;
mod problem;
mod repair;
mod state;
mod ties;
mod transition;
mod tree;
mod verify;
mod verify_cascade;
mod view;

pub use apportion::{ApportionRequest, Apportionment, MAX_RECIPIENTS, Recipient, Tie, apportion};
pub use cascade::{Cascade, CascadeOptions, GroupTie, cascade};
pub use columns::{
    ColumnsRequest, NO_CAP, ShareBuffers, Shared, SharedColumns, TiedRows, apportion_columns, apportion_into,
};
pub use explained::ExplainedColumns;
pub use explained_group::ExplainedGroup;
pub use explanation::{Bound, Explanation, Origin};
pub use lock::{CheckedAllocation, DraftAllocation, LockedAllocation};
pub use marks::{Mark, Marks, Triple};
pub use needle_fill::{NeedleProblem, NeedlePurpose, NeedleRequest, NeedlesFilled, needle_fill};
pub use needles::{NeedleAllocation, NeedleFill, NeedlePolicy, Shortfall, fill_needles};
pub use network::{Capacity, Directive, Edit, Hub, Level, Network, NetworkInput, Node, Satellite};
pub use nothing::{Nothing, NothingReason};
pub use problem::AllocationProblem;
pub use repair::{Change, Repair};
pub use state::{Amount, Header, MunicipalityState, PrefectureState, Registered, SiteState, State, StateInput};
pub use ties::{FirstUnits, Ties};
pub use transition::{
    EditRow, Event, EventKind, Line, LockRepair, MUNICIPALITY, MUNICIPALITY_MOVES, Moved, NATION, NATION_MOVES,
    PREFECTURE, PREFECTURE_MOVES, Status, Unit,
};
pub use tree::{Scenario, Tree, TreeBuffers, each_scenario, share_tree};
pub use verify::{Claimed, tied_set, verify_apportionment};
pub use verify_cascade::{ClaimedCascade, ClaimedRow, verify_cascade};
pub use view::{Progress, Summary, View, ViewRow};
pub use vsys_sharing::{ColumnNumber, Decided, Method};
