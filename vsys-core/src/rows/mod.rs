//! F1: reading CSV bytes as a clerk's spreadsheet shows them.
//!
//! UTF-8 with or without BOM and CP932 (Windows-31J), quoted cells, and every fault with file, row,
//! column and cell («C17»).

mod decode;
mod problem;
mod scan;
mod sheet;

pub use decode::Encoding;
pub use problem::RowsProblem;
pub use sheet::{Column, Row, Sheet};
