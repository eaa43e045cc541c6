//! What the tests of the wire share.

#![allow(dead_code, reason = "every test file takes its own part")]

pub(crate) mod application;
