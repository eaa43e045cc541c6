//! The plan's one table of moves, and that of its rows.

use crate::base::{By, IntoList, Machine, Move, Role, Term, assumption, named};

named! {
    /// How far a plan is (接種計画の状態). Source: PLN-3; ruling plan-excess.
    pub enum PlanStatus {
        /// The plan stands as it is.
        Registered = "registered" / "登録済み",
        /// A change above the total of the first registration waits for the nation; the old plan stands.
        AwaitingNation = "awaiting_nation" / "国の確認待ち",
    }
}

named! {
    /// What happens to a plan (操作).
    pub enum PlanEvent {
        /// It is registered for the first time.
        Register = "register" / "登録",
        /// It is changed within the total of the first registration.
        ChangeWithin = "change_within" / "初回登録の総箱数以内の変更",
        /// It is changed above the total of the first registration.
        ChangeAbove = "change_above" / "初回登録の総箱数を超える変更",
        /// The nation confirms the change that waits.
        Confirm = "confirm" / "国の確認",
        /// The nation refuses the change that waits.
        Refuse = "refuse" / "国が認めない",
    }
}

type Line = Move<PlanStatus, PlanEvent>;

const fn line(from: Option<PlanStatus>, event: PlanEvent, role: Role, to: PlanStatus) -> Line {
    Move::new(from, event, role, to, "PLN-3")
}

/// The plan's moves (接種計画の状態遷移): code, permissions, docs and tests are all read from this table.
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 追加接種計画の登録, 2021-11 (PLN-1, PLN-3);
/// ruling plan-excess.
pub const PLAN_MOVES: &[Line] = {
    use PlanEvent::{ChangeAbove, ChangeWithin, Confirm, Refuse, Register};
    use PlanStatus::{AwaitingNation, Registered};
    &[
        line(None, Register, Role::Site, Registered),
        line(Some(Registered), ChangeWithin, Role::Site, Registered),
        line(Some(Registered), ChangeAbove, Role::Site, AwaitingNation),
        line(Some(AwaitingNation), ChangeWithin, Role::Site, Registered).assuming(assumption::PLAN_EXCESS),
        line(Some(AwaitingNation), ChangeAbove, Role::Site, AwaitingNation).assuming(assumption::PLAN_EXCESS),
        line(Some(AwaitingNation), Confirm, Role::Nation, Registered).assuming(assumption::PLAN_EXCESS),
        line(Some(AwaitingNation), Refuse, Role::Nation, Registered).assuming(assumption::PLAN_EXCESS),
    ]
};

/// The plan as a machine.
pub static PLAN: Machine = Machine {
    id: "plan",
    title: Term::new("plan", "接種計画"),
    states: || Move::states(PLAN_MOVES, &[]),
    moves: || PLAN_MOVES.iter().map(Move::line).list(),
};

named! {
    /// Whether a row of the plan can be changed (計画の行の状態). Source: PLN-3, PLN-9; ruling plan-freeze.
    pub enum RowStatus {
        /// It can be changed.
        Open = "open" / "変更可",
        /// The allocation of a cycle is being worked on: no row can be changed.
        Frozen = "frozen" / "分配作業期間中（変更不可）",
        /// The amount of its cycle is fixed for all sites.
        Confirmed = "confirmed" / "分配量確定済",
        /// Its vaccination period is over.
        Past = "past" / "過去分",
    }
}

named! {
    /// What closes or opens a row (契機).
    pub enum RowEvent {
        /// The plan is registered while the row can be changed.
        Registered = "registered" / "計画の登録",
        /// The deadline of this or another cycle passes.
        DeadlinePasses = "deadline_passes" / "いずれかのクールの計画変更〆切",
        /// The amounts of this row's cycle are fixed for all sites.
        OwnCycleConfirmed = "own_cycle_confirmed" / "当該クールの分配量確定",
        /// The amounts of the other cycle that froze the rows are fixed for all sites.
        OtherCycleConfirmed = "other_cycle_confirmed" / "他クールの分配量確定",
        /// The vaccination period ends.
        PeriodEnds = "period_ends" / "接種期間の終了",
    }
}

/// The moves of a row (計画の行の状態遷移). A row's state follows from the clock and from which cycles are
/// confirmed; nobody moves it by hand. Source: PLN-3, PLN-9; ruling plan-freeze.
pub const ROW_MOVES: &[Move<RowStatus, RowEvent>] = {
    use RowEvent::{DeadlinePasses, OtherCycleConfirmed, OwnCycleConfirmed, PeriodEnds};
    use RowStatus::{Confirmed, Frozen, Open, Past};
    const fn line(from: RowStatus, event: RowEvent, by: By, to: RowStatus) -> Move<RowStatus, RowEvent> {
        Move::new(Some(from), event, Role::Nation, to, "PLN-3").by(by).assuming(assumption::PLAN_FREEZE)
    }
    const NATION: By = By::Follows(Role::Nation);
    &[
        Move::new(None, RowEvent::Registered, Role::Site, Open, "PLN-4").by(By::Follows(Role::Site)),
        line(Open, DeadlinePasses, By::Clock, Frozen),
        line(Frozen, OtherCycleConfirmed, NATION, Open),
        line(Frozen, OwnCycleConfirmed, NATION, Confirmed),
        line(Open, OwnCycleConfirmed, NATION, Confirmed),
        line(Frozen, PeriodEnds, By::Clock, Past),
        line(Open, PeriodEnds, By::Clock, Past),
        line(Confirmed, PeriodEnds, By::Clock, Past),
    ]
};

/// A row of the plan as a machine.
pub static PLAN_ROW: Machine = Machine {
    id: "plan.row",
    title: Term::new("row of the plan", "計画の行"),
    states: || Move::states(ROW_MOVES, &[RowStatus::Past]),
    moves: || ROW_MOVES.iter().map(Move::line).list(),
};
