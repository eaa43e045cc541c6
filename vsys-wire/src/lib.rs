//! One JSON contract for every face of vsys.
//!
//! [`dispatch`] takes the name of an operation and a request as UTF-8 JSON and gives an answer as
//! canonical JSON: the same request gives the same bytes in every face. [`OPERATIONS`] is the one
//! table of operations that feeds dispatch, schemas, the faces and the tests.
//!
//! ```
//! use vsys_core::rulebook::RuleBook;
//! let book = RuleBook::bundled()?;
//! let request = br#"{"product":"pfizer-12plus","delivery_week":"2021-03-01","boxes":2000}"#;
//! let answer = vsys_wire::dispatch(&book, "quantity.convert", request);
//! assert!(answer.starts_with(br#"{"answer":{"boxes":2000,"doses":1950000,"#));
//! let refused = vsys_wire::dispatch(&book, "quantity.convert", br#"{"boxes":1e3}"#);
//! assert!(refused.starts_with(br#"{"error":"#));
//! # Ok::<(), vsys_core::base::Refusal>(())
//! ```

// Operations that are left out leave their parts unused.
#![cfg_attr(
    not(all(
        feature = "allocation",
        feature = "applications",
        feature = "forms",
        feature = "municipalities",
        feature = "registers",
        feature = "schemas"
    )),
    allow(dead_code, unused_imports)
)]

mod base64;
mod book;
mod call;
pub mod columns;
mod emit;
mod envelope;
mod json;
mod operations;
mod problem;
mod read;
mod record;
mod schema;
mod table;

use vsys_core::base::{Assumptions, Findings, Refusal};

pub use book::read_book;
#[cfg(feature = "toml")]
pub use book::read_book_toml;
pub use operations::{
    claim_sheets_with, plan_rows_resting, read_claim_terms, read_form_limits, read_posted_hours, read_timetable,
};
pub use problem::WireProblem;
pub use table::{OPERATIONS, Operation, Outcome, catalogue, dispatch, operation};

/// A refusal as the canonical error of the wire, for a face's own faults.
pub fn refusal_bytes(refusal: &Refusal) -> Vec<u8> {
    envelope::failure(refusal)
}

/// `{"assumptions":[…],"findings":[…]}`: what goes with an answer that a face gives in another form than JSON.
pub fn notes_bytes(findings: &Findings, assumptions: &Assumptions) -> Vec<u8> {
    envelope::notes(findings, assumptions)
}
