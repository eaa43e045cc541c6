//! F0: what every rule stands on — quantities, codes, dates of validity, rule ids, findings,
//! roles, and the mechanism of the state machines.

mod answer;
pub mod assumption;
mod check_digit;
mod detail;
mod finding;
mod fraction;
mod institution;
mod lang;
mod machine;
mod municipality;
mod notice;
mod pack;
mod personal;
mod place;
mod prefecture;
mod problem;
mod quantity;
mod role;
mod rule;
mod series;
mod site;
mod step;

pub(crate) use crate::problems;
pub use answer::{Answer, Refusal};
pub use assumption::{AssumptionId, Assumptions};
pub use detail::{Detail, DetailKind, DetailValue, Moment};
pub use finding::{Finding, Findings, LISTED};
pub use fraction::Fraction;
pub use institution::{CheckDigit, InstitutionCode, InstitutionKind};
pub(crate) use lang::named;
pub use lang::{Bilingual, Lang, Named, Term, Terms};
pub use machine::{By, Machine, MachineProblem, MachineRefusal, Move, MoveLine, StateLine, choose, follow, permit};
pub use municipality::MunicipalityCode;
pub use notice::{Channel, Notice, NoticeId, notices};
pub use pack::{Pack, PackKind, Rounding};
pub use personal::Personal;
pub use place::{Cell, Path, Place, Segment};
pub use prefecture::PrefectureCode;
pub use problem::{BaseProblem, Problem, ProblemEntry, Severity};
pub use quantity::{Boxes, Doses, Pieces, Quantity, Units, Vials, Weight, Yen};
pub use role::{Act, Actor, Role};
pub use rule::RuleId;
pub use series::{Dated, Series};
pub use site::{SiteId, Text};
pub use step::{LogEntry, Step};
