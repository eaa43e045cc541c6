//! F2: claims (請求) — what a vaccination costs, how it is claimed, from whom and by when.

mod apart;
mod bulk;
mod check;
mod check_page;
mod check_problem;
mod check_records;
mod check_sheets;
mod check_table;
mod deadline;
mod double;
mod form;
mod form_problem;
mod posted_hours;
mod price;
mod printed_sheet;
mod problem;
mod programme;
mod record;
mod record_problem;
pub mod render;
mod routing;
mod selection;
mod sheet;
mod sheet_count;
mod sheet_head;
mod sheet_problem;
mod sheet_table;
mod support;
mod tally;
mod time_class;
mod written;

pub use apart::{ApartClaim, ApartCounts};
pub use bulk::{
    BulkProblem, ClaimSum, ClaimSums, ColumnCode, ColumnNumber, KeyColumns, LineColumns, PriceColumns, PricePeriod,
    PriceTable, RowReport, price_lines,
};
pub use check::{Checked, CheckedRecords, CheckedSheets, ClaimCheck, check};
pub use check_problem::CheckProblem;
pub use deadline::{ClaimDeadline, ClosedDay, ClosedReason, claim_deadline};
pub use double::DoubleClaims;
pub use form::{
    FormFault, FormFaults, FormLimits, LeastAge, ScreeningBytes, ScreeningRecord, WrittenForm, check_form,
    form_findings,
};
pub use form_problem::FormProblem;
pub use posted_hours::{HoursSpan, PostedHours};
pub use price::{PriceLine, PriceRequest, Priced, UnitPrice, age_class, amount, price, unit_price};
pub use printed_sheet::{
    ListedPrice, PrintedGroup, PrintedHead, PrintedLine, PrintedMunicipal, PrintedSheet, PrintedSheets, PrintedSum,
};
pub use problem::ClaimsProblem;
pub use record::{ClaimRecord, JudgedRecord, RecordTerms};
pub use record_problem::RecordProblem;
pub use routing::{Body, Delegation, JointArea, Payee, PayeeKind, Route, RouteReason, RoutingTable, route};
pub use selection::{Claim, ClaimSite, ClaimTiming, ScreeningForm, Selection, SurchargeClaim, select};
pub use sheet::{ClaimSheets, Sheet, SheetKind, SheetTerms, sheets};
pub use sheet_count::{ClaimCase, ClaimCounts, ClaimTotal, CouponKind, check_totals};
pub use sheet_head::{HeadField, SheetHead};
pub use sheet_problem::SheetProblem;
pub use sheet_table::{SheetForm, SheetGroup, SheetLine, SheetSum, SheetTable};
pub use support::{Support, SupportDay, SupportRun, SupportWeek, SupportWeekKind, support};
pub use tally::ClaimTally;
pub use time_class::{TimeJudged, TimeReason, time_class};
