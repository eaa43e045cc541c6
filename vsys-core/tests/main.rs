//! The tests of the core: one binary, since linking one for each file costs more than running them all.
//!
//! Tests that need a binary of their own stand beside it: `institutions` (a program), `memory` (an allocator that counts),
//! `claims_pdf` (a feature).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod common;

mod access;
mod application;
mod application_form;
mod apportion;
mod brute_force;
mod cascade;
mod claims;
mod claims_bulk;
mod claims_check;
mod claims_sheets;
mod columns;
mod eligibility;
mod facility;
mod letter;
mod lock;
mod machines;
mod plan;
mod plan_model;
mod policy;
mod rows;
mod simulation;
mod tables;
mod verifier;
mod workflow;
