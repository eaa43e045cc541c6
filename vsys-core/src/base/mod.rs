//! F0: what every rule stands on — quantities, codes, dates of validity, rule ids, findings.

mod answer;
pub mod assumption;
mod check_digit;
mod detail;
mod finding;
mod fraction;
mod institution;
mod lang;
mod municipality;
mod pack;
mod place;
mod prefecture;
mod problem;
mod quantity;
mod role;
mod rule;
mod series;
mod site;

pub(crate) use crate::problems;
pub use answer::{Answer, Refusal};
pub use assumption::{AssumptionId, Assumptions};
pub use detail::{Detail, DetailKind, DetailValue};
pub use finding::{Finding, Findings, LISTED};
pub use fraction::Fraction;
pub use institution::{CheckDigit, InstitutionCode, InstitutionKind};
pub use lang::{Bilingual, Lang, Term};
pub use municipality::MunicipalityCode;
pub use pack::{Pack, PackKind, Rounding};
pub use place::{Cell, Path, Place, Segment};
pub use prefecture::PrefectureCode;
pub use problem::{BaseProblem, Problem, ProblemEntry, Severity};
pub use quantity::{Boxes, Doses, Pieces, Quantity, Units, Vials, Weight};
pub use role::{Actor, Role};
pub use rule::RuleId;
pub use series::{Dated, Series};
pub use site::{SiteId, Text};
