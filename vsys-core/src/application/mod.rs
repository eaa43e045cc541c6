//! F3: the application for a workplace's booster vaccination (職域追加接種の実施申込み) — its number, its
//! form beside the stored registration, the conditions of consent, its states and what a review leads to.

mod advance;
mod condition;
mod form;
mod judge;
mod list;
mod number;
mod problem;
mod review;
mod state;
mod transition;
mod validate;

pub use advance::{Advanced, Asked, Entered, Opening, advance};
pub use condition::{CONDITIONS, Condition};
pub use form::{
    Address, Block, Company, Consent, Doctor, Form, Institution, InstitutionContact, Keeper, Pattern, Receiver, Site,
    Staff, Stored, Supplies,
};
pub use list::{ListLine, list, printed_time};
pub use number::{ApplicationNumber, Holder};
pub use problem::ApplicationProblem;
pub use review::{Comment, IssuedId, Outcome, Review};
pub use state::{Application, ApplicationInput};
pub use transition::{APPLICATION, APPLICATION_MOVES, ApplicationEvent, ApplicationStatus, Permissions};
pub use validate::{Validation, validate};
