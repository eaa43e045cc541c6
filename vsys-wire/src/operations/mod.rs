//! The operations, one file an area: each reads a typed request, asks the core, and answers.

mod allocation;
mod apportion;
mod calendar;
mod cascade;
mod claim_sheets;
mod claims;
mod code;
mod common;
mod needle;
mod plan;
mod plan_document;
mod product;
mod rules;
mod state;
mod step;
mod verify;

pub(crate) use allocation::{Advance, Check, Progress, Summary, View};
pub(crate) use apportion::Apportion;
pub(crate) use calendar::{Cycles, Deadline, Holiday};
pub(crate) use cascade::Cascade;
pub(crate) use claim_sheets::ClaimsSheets;
pub(crate) use claims::{ClaimsDiff, ClaimsPrice, ClaimsTariff};
pub(crate) use code::{Institution, Municipality};
pub(crate) use needle::NeedleFill;
pub(crate) use plan::{PlanChange, PlanDecide, PlanPreview, PlanRegister, PlanStatusOf};
pub(crate) use product::{Convert, RecordName};
pub(crate) use rules::{ListAssumptions, ListRules, Version};
pub(crate) use verify::Verify;
