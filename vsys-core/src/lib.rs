//! The rulebook of a national vaccination campaign (ワクチン接種円滑化システム, V-SYS) as pure functions.
//!
//! The core does no I/O, reads no clock and holds no global state: today's date, the tables and the
//! seeds of generators are arguments. The modules stand on floors and import only from lower ones:
//!
//! | floor | rooms |
//! |---|---|
//! | F0 | [`base`]: quantities, codes, dated series, rule ids, findings |
//! | F1 | [`rows`]: CSV bytes · [`calendar`]: holidays, cycles, deadlines · [`rulebook`]: the tables as one value |
//! | F2 | [`allocation`]: apportionment, hierarchy, needles, workflow, verifier |
//! | F2 | [`facility`]: records, approval, eligibility, delegation letter |
//! | F2 | [`access`]: who may do what |
//! | F2 | [`claims`]: prices, and what is claimed from whom by when |
//! | F3 | [`policy`]: formulas of allocation as data · [`simulation`]: scenarios, fairness, counterfactuals |
//! | F3 | [`application`]: the application for a workplace booster · [`plan`]: the booster plan of a workplace |
//! | F4 | [`explain`]: the same facts in Japanese and English sentences |
//!
//! ```
//! use vsys_core::allocation::{ApportionRequest, Recipient, apportion};
//! use vsys_core::base::{Quantity, Units, Weight};
//!
//! let recipients = vec![
//!     Recipient::new("131032".parse()?, Weight::try_new(5)?), // 港区
//!     Recipient::new("131105".parse()?, Weight::try_new(3)?), // 目黒区
//! ];
//! let answer = apportion(&ApportionRequest::new(Units::try_new(7)?, recipients))?;
//! assert_eq!(answer.value().amounts(), [4, 3]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod access;
pub mod allocation;
pub mod application;
pub mod base;
pub mod calendar;
pub mod claims;
pub mod explain;
pub mod facility;
pub mod plan;
pub mod policy;
pub mod rows;
pub mod rulebook;
pub mod simulation;

mod catalogue;
mod machines;

pub use catalogue::{CatalogueEntry, catalogue};
pub use machines::{MACHINES, machine};
