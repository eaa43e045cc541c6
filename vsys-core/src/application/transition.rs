//! The application's one table of moves, and the permissions that follow from it.

use crate::base::{IntoList, Machine, Move, NoticeId, Role, Term, assumption, named, notices};

named! {
    /// How far an application is (申込状況ステータス). Source: APP-9; ruling application-names.
    pub enum ApplicationStatus {
        /// It is kept as a draft and has not been made yet.
        Draft = "draft" / "一時保存",
        /// It waits for the ministry.
        AwaitingReview = "awaiting_review" / "確認待ち",
        /// The ministry has confirmed it.
        Confirmed = "confirmed" / "確認済み",
        /// It is to be made again, or withdrawn.
        Returned = "returned" / "要再申込",
        /// The applicant has withdrawn it.
        Withdrawn = "withdrawn" / "取下げ済み",
    }
}

named! {
    /// What happens to an application (操作). Source: APP-6, APP-10, APP-13.
    pub enum ApplicationEvent {
        /// It is kept as it stands.
        Save = "save" / "一時保存",
        /// It is made.
        Submit = "submit" / "申込み",
        /// It is withdrawn.
        Withdraw = "withdraw" / "取下げ",
        /// It is confirmed and the ID stays.
        ConfirmSameId = "confirm_same_id" / "内容確認（既存ID継続）",
        /// It is confirmed and a new ID is issued.
        ConfirmNewId = "confirm_new_id" / "内容確認（新規ID発行）",
        /// It is to be made again.
        Return = "return" / "要再申込とする",
    }
}

type Line = Move<ApplicationStatus, ApplicationEvent>;

const fn site(from: Option<ApplicationStatus>, event: ApplicationEvent, to: ApplicationStatus) -> Line {
    Move::new(from, event, Role::Site, to, "APP-10")
}

const fn review(
    event: ApplicationEvent,
    to: ApplicationStatus,
    rule: &'static str,
    notices: &'static [NoticeId],
) -> Line {
    Move::new(Some(ApplicationStatus::AwaitingReview), event, Role::Nation, to, rule).telling(notices)
}

/// The application's moves (申込みの状態遷移): code, permissions, docs and tests are all read from this table.
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 職域追加接種の実施申込み, 2021-11 (APP-6, APP-10, APP-11,
/// APP-13); rulings application-names, application-change.
pub const APPLICATION_MOVES: &[Line] = {
    use ApplicationEvent::{ConfirmNewId, ConfirmSameId, Return, Save, Submit, Withdraw};
    use ApplicationStatus::{AwaitingReview, Confirmed, Draft, Returned, Withdrawn};
    &[
        site(None, Save, Draft),
        site(None, Submit, AwaitingReview),
        site(Some(Draft), Save, Draft),
        site(Some(Draft), Submit, AwaitingReview),
        site(Some(Draft), Withdraw, Withdrawn).assuming(assumption::APPLICATION_NAMES),
        review(ConfirmSameId, Confirmed, "APP-13", &[notices::APPLICATION_SAME_ID]),
        review(ConfirmNewId, Confirmed, "APP-13", &[notices::APPLICATION_NEW_ID]),
        review(Return, Returned, "APP-13", &[notices::APPLICATION_RETURNED]),
        site(Some(Returned), Save, Returned).assuming(assumption::SAVE_RETURNED),
        site(Some(Returned), Submit, AwaitingReview).assuming(assumption::RESUBMIT_REVIEW),
        site(Some(Returned), Withdraw, Withdrawn).assuming(assumption::APPLICATION_NAMES),
    ]
};

/// The application as a machine.
pub static APPLICATION: Machine = Machine {
    id: "application",
    title: Term::new("application", "職域追加接種の申込み"),
    states: || Move::states(APPLICATION_MOVES, &[ApplicationStatus::Confirmed, ApplicationStatus::Withdrawn]),
    moves: || APPLICATION_MOVES.iter().map(Move::line).list(),
};

/// What the applicant may do with an application (申込状況ステータスごとの参照・取下げ・編集).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    /// 参照
    pub view: bool,
    /// 取下げ
    pub withdraw: bool,
    /// 編集
    pub edit: bool,
}

impl ApplicationStatus {
    /// What the applicant may do in this status, read from the table of moves: it can be edited where it
    /// can be saved. Source: the printed table of permissions (APP-11); ruling application-change.
    ///
    /// ```
    /// use vsys_core::application::{ApplicationStatus, Permissions};
    /// let returned = ApplicationStatus::Returned.permissions();
    /// assert_eq!(returned, Permissions { view: true, withdraw: true, edit: true });
    /// assert!(!ApplicationStatus::Confirmed.permissions().edit);
    /// ```
    pub fn permissions(self) -> Permissions {
        let has = |event| APPLICATION_MOVES.iter().any(|line| line.from == Some(self) && line.event == event);
        Permissions { view: true, withdraw: has(ApplicationEvent::Withdraw), edit: has(ApplicationEvent::Save) }
    }
}
