//! The module that a page loads: `vsys-wasm` and all beneath it, linked and optimized as one.
//!
//! A crate of its own, as it is the one linked that says how far the whole is optimized: for speed, so that the loops over
//! columns become vectors. Every function keeps the mark of the crate that it comes from, and all but those of `vsys-sharing`
//! are marked as small (`wasm-release` in the workspace's manifest).

pub use vsys_wasm::*;
