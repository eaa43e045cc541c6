//! F2: the record of a medical institution or vaccination site (医療機関・接種会場情報) — its fields and doctors, the
//! municipality's approval, whether it can receive vaccine, and its delegation letter.

mod approval;
mod change;
mod decide;
mod doctor;
mod draft;
mod eligibility;
mod fields;
mod letter;
mod postal;
mod problem;
mod record;
mod report;
mod scope;

pub use approval::{APPROVAL_MOVES, Approval, ApprovalEvent, ApprovalStatus, FACILITY_APPROVAL};
pub use change::{Changed, Changes, FieldChange, change};
pub use decide::{Decided, Decision, FollowUp, decide};
pub use doctor::{Doctor, DoctorChange, DoctorEffect, ProductGroup, ResponsibleDoctor};
pub use eligibility::{Cap, Eligibility, EligibilityCheck, EligibilityQuestion, Supplied};
pub use fields::{DeliveryWeekday, Field, Fields, NumberedCode};
pub use letter::{
    CONTRACT_LETTER, LETTER_MOVES, Letter, LetterAct, LetterEvent, LetterInput, LetterMoved, LetterStatus, move_letter,
};
pub use postal::{HyphenatedPostalCode, PostalDigits};
pub use problem::FacilityProblem;
pub use record::{Facility, FacilityInput, FacilityKind};
pub use report::{Report, Storage};
