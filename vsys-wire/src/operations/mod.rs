//! The operations, one file an area: each reads a typed request, asks the core, and answers.

mod allocation;
mod apportion;
mod calendar;
mod cascade;
mod claims;
mod claims_classify;
mod claims_month;
mod claims_route;
mod code;
mod common;
mod form;
mod needle;
mod plan;
mod plan_document;
mod product;
mod rules;
mod state;
mod step;
mod support;
mod verify;

pub(crate) use allocation::{Advance, Check, Progress, Summary, View};
pub(crate) use apportion::Apportion;
pub(crate) use calendar::{Cycles, Deadline, Holiday};
pub(crate) use cascade::Cascade;
pub(crate) use claims::{ClaimsDiff, ClaimsPrice, ClaimsTariff};
pub(crate) use claims_classify::ClaimsClassify;
pub(crate) use claims_month::{ClaimsDeadline, ClaimsSelect};
pub(crate) use claims_route::ClaimsRoute;
pub(crate) use code::{Institution, Municipality};
pub(crate) use form::FormCheck;
pub(crate) use needle::NeedleFill;
pub(crate) use plan::{PlanChange, PlanDecide, PlanPreview, PlanRegister, PlanStatusOf};
pub(crate) use product::{Convert, RecordName};
pub(crate) use rules::{ListAssumptions, ListRules, Version};
pub(crate) use support::ClaimsSupport;
pub(crate) use verify::Verify;
