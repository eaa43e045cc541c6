//! F2: claims (請求) — what a vaccination costs, how it is claimed, from whom and by when.

mod price;
mod problem;
pub mod render;
mod sheet;
mod sheet_count;
mod sheet_head;
mod sheet_problem;
mod sheet_table;
mod support;

pub use price::{PriceLine, UnitPrice, age_class, amount, unit_price};
pub use problem::ClaimsProblem;
pub use sheet::{ClaimSheets, Sheet, SheetKind, SheetTerms, sheets};
pub use sheet_count::{ClaimCase, ClaimCounts, ClaimTotal, CouponKind, check_totals};
pub use sheet_head::{HeadField, SheetHead};
pub use sheet_problem::SheetProblem;
pub use sheet_table::{SheetForm, SheetGroup, SheetLine, SheetSum, SheetTable};
pub use support::{Support, SupportDay, SupportRun, SupportWeek, SupportWeekKind, support};
