//! How each face is set up, built, tested and driven.

pub(crate) mod c;
pub(crate) mod c_sanitize;
mod c_symbols;
pub(crate) mod cobol;
pub(crate) mod command;
pub(crate) mod languages;
pub(crate) mod python;
pub(crate) mod sqlite;
pub(crate) mod wasm;
mod wasm_compressible;
