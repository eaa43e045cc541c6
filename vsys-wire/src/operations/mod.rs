//! The operations, one file an area: each reads a typed request, asks the core, and answers.

mod access;
mod allocation;
mod apportion;
mod calendar;
mod cascade;
mod code;
mod common;
mod machines;
mod needle;
mod product;
mod rules;
mod state;
mod step;
mod verify;

pub(crate) use access::DecideAccess;
pub(crate) use allocation::{Advance, Check, Progress, Summary, View};
pub(crate) use apportion::Apportion;
pub(crate) use calendar::{Cycles, Deadline, Holiday};
pub(crate) use cascade::Cascade;
pub(crate) use code::{Institution, Municipality};
pub(crate) use machines::ExportMachines;
pub(crate) use needle::NeedleFill;
pub(crate) use product::{Convert, RecordName};
pub(crate) use rules::{ListAssumptions, ListRules, Version};
pub(crate) use verify::Verify;
