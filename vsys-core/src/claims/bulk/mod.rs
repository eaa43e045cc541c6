//! Bulk pricing: columns of millions of claim lines priced by a compiled table, and summed.
//!
//! `period` and `table` are the prices, `reciprocal` the tax without division; `columns` and `code` say what
//! a column may hold; `kernel` prices a block of lines and leaves what is out of the ordinary to the exact
//! way of `table`; `priced` writes columns, `sums` adds up with `adder`; `report` keeps what is wrong with rows.

mod adder;
mod code;
mod columns;
mod kernel;
mod period;
mod priced;
mod problem;
mod reciprocal;
mod report;
mod sums;
mod table;

pub use code::ColumnCode;
pub use columns::{ColumnNumber, KeyColumns, LineColumns};
pub use period::PricePeriod;
pub use priced::{PriceColumns, price_lines};
pub use problem::BulkProblem;
pub use report::RowReport;
pub use sums::{ClaimSum, ClaimSums};
pub use table::PriceTable;
