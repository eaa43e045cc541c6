//! F2: claims (請求) — what a vaccination costs, how it is claimed, from whom and by when.

mod deadline;
mod form;
mod form_problem;
mod posted_hours;
mod price;
mod problem;
mod programme;
mod routing;
mod selection;
mod support;
mod time_class;

pub use deadline::{ClaimDeadline, ClosedDay, ClosedReason, claim_deadline};
pub use form::{FormFault, FormFaults, FormLimits, LeastAge, ScreeningRecord, check_form, form_findings};
pub use form_problem::FormProblem;
pub use posted_hours::{HoursSpan, PostedHours};
pub use price::{PriceLine, UnitPrice, age_class, amount, unit_price};
pub use problem::ClaimsProblem;
pub use routing::{Body, Delegation, JointArea, Payee, PayeeKind, Route, RouteReason, RoutingTable, route};
pub use selection::{Claim, ClaimSite, ClaimTiming, ScreeningForm, Selection, SheetEdition, SurchargeClaim, select};
pub use support::{Support, SupportDay, SupportRun, SupportWeek, SupportWeekKind, support};
pub use time_class::{TimeJudged, TimeReason, time_class};
