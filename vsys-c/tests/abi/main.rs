//! The C face through its extern functions.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod arguments;
mod calls;
mod cobol;
mod face;
mod form;
mod handles;
mod typed;
