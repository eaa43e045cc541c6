//! The functions of `vsys.h`, one file a subject, and all of the unsafe code. Where a function does not say otherwise,
//! the conventions of the crate hold.

#![allow(unsafe_code, reason = "C passes raw pointers and links by name")]
#![allow(non_camel_case_types, reason = "named as in C")]

mod apportion;
mod assumption;
mod calendar;
mod call;
mod claims;
mod code;
mod columns;
mod findings;
mod form;
mod memory;
mod needle;
mod plan;
mod price;
mod quantity;
mod shared;
mod time_class;

pub use apportion::*;
pub use assumption::*;
pub use calendar::*;
pub use call::*;
pub use claims::*;
pub use code::*;
pub use columns::*;
pub use findings::*;
pub use form::*;
pub use needle::*;
pub use plan::*;
pub use price::*;
pub use quantity::*;
pub use shared::*;
pub use time_class::*;
