//! F1: reading CSV bytes as a clerk's spreadsheet shows them.
//!
//! UTF-8 with or without BOM and CP932 (Windows-31J), quoted cells, and every fault with file, row,
//! column and cell («C17»). Bytes come as a whole ([`Sheet`]) or block by block ([`Stream`]).

mod cp932;
mod decode;
mod problem;
mod row;
mod scan;
mod sheet;
mod stream;

pub use cp932::{Cp932Decoder, bring_cp932};
pub use decode::Encoding;
pub use problem::RowsProblem;
pub use row::Row;
pub use sheet::Sheet;
pub use stream::{Column, Reading, Stream};
