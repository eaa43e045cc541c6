//! The jobs of `cargo xtask bench`: their data, made by integers alone, and vsys as a contestant.

pub mod claim_lines;
pub mod contest;
pub mod form;
pub mod jobs;
pub mod nation;
pub mod stream;

/// Whatever stops a benchmark.
pub type Failure = Box<dyn std::error::Error>;
