//! JSON as the wire wants it: read into a tree that keeps every place, written canonically.

mod text;
mod tree;
mod value;
mod write;

pub(crate) use text::{TextFault, decode};
pub(crate) use tree::{Document, Fault, Kind, MAX_BYTES, MAX_DEPTH, MAX_VALUES};
pub(crate) use value::Json;
pub(crate) use write::Writer;
