//! The approval of a change: its one table of moves.

use chrono::NaiveDateTime;

use super::fields::{Field, Fields};
use crate::base::{IntoList, Machine, Move, Personal, Role, Term, Text, assumption, named};
use crate::rulebook::RuleBook;

named! {
    /// How far a request for approval is (承認ステータス). Source: MED-4.
    pub enum ApprovalStatus {
        /// It waits for the municipality.
        Pending = "pending" / "申請中",
        /// It was approved: the change is reflected.
        Approved = "approved" / "承認",
        /// It was rejected: the stored values stay.
        Rejected = "rejected" / "却下",
    }
}

named! {
    /// What happens to a request for approval (操作).
    pub enum ApprovalEvent {
        /// It is made.
        Request = "request" / "申請",
        /// The municipality approves it.
        Approve = "approve" / "承認",
        /// The municipality rejects it.
        Reject = "reject" / "却下",
    }
}

/// The moves of a request (市町村による承認の状態遷移): code, permissions, docs and tests are all read from this
/// table. Every request is a new thing, so that an end stays an end. Source: 「自治体説明会（第3回）資料2」
/// 医療機関情報の承認, 2021-02-17 (MED-3, MED-4, DES-3); rulings pending-approval, approval-rejected.
pub const APPROVAL_MOVES: &[Move<ApprovalStatus, ApprovalEvent>] = {
    use ApprovalEvent::{Approve, Reject, Request};
    use ApprovalStatus::{Approved, Pending, Rejected};
    &[
        Move::new(None, Request, Role::Institution, Pending, "MED-3"),
        Move::new(None, Request, Role::Site, Pending, "MED-3"),
        Move::new(None, Request, Role::Municipality, Pending, "DES-3"),
        Move::new(Some(Pending), Approve, Role::Municipality, Approved, "MED-4"),
        Move::new(Some(Pending), Reject, Role::Municipality, Rejected, "MED-4").assuming(assumption::APPROVAL_REJECTED),
    ]
};

/// The approval as a machine.
pub static FACILITY_APPROVAL: Machine = Machine {
    id: "facility.approval",
    title: Term::new("request for approval", "医療機関情報の承認申請"),
    states: || Move::states(APPROVAL_MOVES, &[ApprovalStatus::Approved, ApprovalStatus::Rejected]),
    moves: || APPROVAL_MOVES.iter().map(Move::line).list(),
};

/// The last request for approval of a facility (承認申請): which items it asks to change, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// How far it is.
    pub status: ApprovalStatus,
    /// The items, in the order of the record.
    pub items: Vec<Field>,
    /// Their values after it; an item without a value is cleared.
    pub after: Fields,
    /// The role that asked.
    pub requested_by: Role,
    /// When it was asked.
    pub requested_at: NaiveDateTime,
    /// When it was decided.
    pub decided_at: Option<NaiveDateTime>,
    /// Why it was rejected.
    pub reason: Option<Personal<Text<400>>>,
}

impl Field {
    /// Whether a change of this field needs the municipality's approval (市町村の承認が必要な項目). Ruling
    /// approval-items: the list is data.
    pub fn needs_approval(self, book: &RuleBook) -> bool {
        book.approval_items().iter().any(|item| item.id == self.as_str())
    }
}
