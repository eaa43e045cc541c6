//! The C face of vsys: `libvsys`, declared in `include/vsys.h`.
//!
//! It translates and never decides: [`vsys_call`] runs an operation of the one table that every face
//! shares, and gives the same bytes. What holds for every function:
//!
//! - A function that can fail gives an error object, NULL on success, and writes through its
//!   out-parameters, which come last, only on success.
//! - Texts are a pointer and a length in bytes, UTF-8 without a terminating NUL.
//! - A day is eight decimal digits, `YYYYMMDD`, a moment twelve, `YYYYMMDDhhmm`, both JST; 0 is none.
//! - A handle is a number in a pointer's clothes, looked up and never followed: one that was freed,
//!   is of another kind or was made up is the error `c.handle.stale`. NULL is no handle.
//! - Whoever is given a handle frees it. Handles may be used and freed from any thread.
//! - A panic ends at the boundary as the error `c.call.panicked`, and the library stays usable. (This
//!   needs unwinding, which the release profile keeps.)

mod abi;
mod apportion;
mod assumption;
mod calendar;
mod call;
mod claims;
pub mod cobol;
mod code;
mod columns;
mod failure;
mod findings;
mod form;
mod handle;
mod needle;
mod plan;
mod price;
mod problem;
mod quantity;
mod time;
mod time_class;

pub use abi::*;
pub use problem::CProblem;
