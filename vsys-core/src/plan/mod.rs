//! F3: the plan of a workplace's booster vaccination (接種計画) — registered once for all cycles, changed
//! while rows are open, confirmed by the nation above the total first registered.
//!
//! ```
//! use vsys_core::base::{Act, Actor, Boxes, Quantity, Role};
//! use vsys_core::calendar::{CycleCalendar, DeadlineRule};
//! use vsys_core::plan::{Confirmation, Decision, Entry, Plan, PlanProduct, PlanStatus, RowStatus, Timetable};
//! use vsys_core::rulebook::RuleBook;
//! # use chrono::NaiveDateTime;
//! # let at = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
//! # let act = |role, text| Act { actor: Actor { role, code: "架空会場".to_owned() }, account: None, at: at(text) };
//!
//! let book = RuleBook::bundled()?;
//! let calendar = CycleCalendar {
//!     days: 14,
//!     delivery_days_before: Some(7),
//!     deadline: Some(DeadlineRule { days_before: 20, time: "15:00:00".parse()? }),
//!     first_deadline: None,
//! };
//! let cycles = calendar.cycles("2022-02-28".parse()?, 3)?;
//! let product = PlanProduct { vaccine: "moderna-booster".into(), needle: "needle-100".into(), policy: None };
//! let timetable = Timetable::try_new(&book, &product, &cycles, &[])?;
//! let entry = |cycle, boxes| Ok::<_, vsys_core::base::BaseProblem>(Entry { cycle, boxes: Boxes::try_new(boxes)?, needles: None, persons: None });
//!
//! // PLN-4, NDL-3: 4 boxes fill in 7 needle boxes.
//! let plan = Plan::register(&timetable, &[entry(1, 4)?, entry(2, 3)?], &act(Role::Site, "2022-01-17 10:00"), true)?;
//! let plan = plan.into_value().plan;
//! assert_eq!(plan.rows()[0].needles.number(), 7);
//!
//! // PLN-3: a box more than first registered waits for the nation.
//! let asked = plan.change(&timetable, &[entry(3, 1)?], &act(Role::Site, "2022-01-20 10:00"), true)?.into_value().plan;
//! assert_eq!(asked.status(), PlanStatus::AwaitingNation);
//! assert!(asked.decide(&timetable, &Decision::Confirm, &act(Role::Site, "2022-01-21 10:00")).is_err());
//! let confirmed = asked.decide(&timetable, &Decision::Confirm, &act(Role::Nation, "2022-01-21 10:00"))?;
//! assert_eq!(confirmed.value().plan.rows()[2].boxes.number(), 1);
//!
//! // PLN-9: from a cycle's deadline until its amounts are fixed no row can be changed.
//! let late = act(Role::Site, "2022-02-08 15:01");
//! assert_eq!(plan.change(&timetable, &[entry(3, 0)?, entry(2, 2)?], &late, true).unwrap_err().code(), "plan.boxes.frozen");
//! let fixed = Timetable::try_new(&book, &product, &cycles, &[Confirmation { cycle: 1, at: at("2022-02-08 15:01") }])?;
//! assert_eq!(fixed.rows_at(late.at)[1].status, RowStatus::Open);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod document;
mod draft;
mod problem;
mod timetable;
mod transition;

pub use document::{Decision, Moved, Plan, PlanInput, PlanRow, Refused, Request, preview, total};
pub use draft::{BASIS_DOSES, Draft, Entry, LeftOver, NeedleEffect};
pub use problem::{CycleNumbers, PlanProblem};
pub use timetable::{Confirmation, PlanCycle, PlanProduct, RowState, Timetable, incomplete};
pub use transition::{PLAN, PLAN_MOVES, PLAN_ROW, PlanEvent, PlanStatus, ROW_MOVES, RowEvent, RowStatus};
