//! F3: formulas of allocation as data — the layers by which the nation and the prefectures shared out
//! vaccine in 2021, or a planner's own, evaluated by one engine that says what each layer did and why.
//!
//! A [`Policy`] is a list of layers; a layer computes with [`Figure`]s of columns that the caller gives;
//! [`evaluate`] goes through them. The cycles of 2021 are bundled ([`bundled`]), with what nobody has published about them.

mod bundled;
mod evaluate;
mod figure;
mod fill;
mod formula;
mod give;
mod layer;
mod name;
mod problem;
mod reason;
mod share;

pub use bundled::{bundled, policy_of};
pub use evaluate::{Column, LayerOutcome, Missing, PolicyRequest, PolicyShares, evaluate};
pub use figure::Figure;
pub use formula::{MAX_LAYERS, Policy};
pub use layer::{FillOrder, LastServed, Layer, LayerInput, LayerKind};
pub use name::Name;
pub use problem::PolicyProblem;
pub use reason::{FillOutcome, LayerReason, Reason};
