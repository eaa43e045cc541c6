//! F2: claims (請求) — what a vaccination costs, how it is claimed, from whom and by when.

mod price;
mod problem;
mod support;

pub use price::{PriceLine, UnitPrice, age_class, amount, unit_price};
pub use problem::ClaimsProblem;
pub use support::{Support, SupportDay, SupportRun, SupportWeek, SupportWeekKind, support};
