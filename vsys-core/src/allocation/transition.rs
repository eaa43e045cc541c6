//! The workflow's tables of moves, one a level, and the events that ask for them.

use super::marks::Triple;
use super::state::Header;
use crate::base::{
    Act, By, IntoList, Machine, Move, Notice, Role, SiteId, Step, Term, Text, assumption, follow, named, notices,
};

named! {
    /// Whose state moves (団体).
    pub enum Unit {
        /// 国
        Nation = "nation" / "国",
        /// 都道府県
        Prefecture = "prefecture" / "都道府県",
        /// 市町村
        Municipality = "municipality" / "市町村",
    }
}

named! {
    /// How far a unit is (状況). Source: ALC-4.
    pub enum Status {
        /// The nation is registering amounts (登録中).
        Open = "open" / "登録中",
        /// The nation has fixed its amounts (確定).
        Fixed = "fixed" / "確定",
        /// Nothing has arrived yet (未受領).
        Waiting = "waiting" / "未受領",
        /// An amount has arrived (受領).
        Received = "received" / "受領",
        /// The amount has been seen (確認済).
        Confirmed = "confirmed" / "確認済",
        /// The distribution is complete (分配完了).
        Completed = "completed" / "分配完了",
        /// Locked (分配量:確定, データロック): nothing changes any more.
        Locked = "locked" / "確定",
    }
}

named! {
    /// What is asked for (操作).
    pub enum EventKind {
        /// 分配量を登録・確定
        Fix = "fix" / "分配量を登録・確定",
        /// 確認済
        Confirm = "confirm" / "確認済",
        /// 編集
        Edit = "edit" / "編集",
        /// 分配作業完了 (分配完了)
        Complete = "complete" / "分配作業完了",
        /// データロック (確定処理)
        Lock = "lock" / "データロック",
    }
}

/// A line of a level's table (分配の手順の1行).
pub type Line = Move<Status, EventKind>;

/// Somebody moves his own unit.
const fn line(from: Status, event: EventKind, role: Role, to: Status) -> Line {
    Move::new(Some(from), event, role, to, "ALC-4")
}

/// A unit follows what the level above does.
const fn follows(from: Status, event: EventKind, role: Role, to: Status) -> Line {
    line(from, event, role, to).by(By::Follows(role))
}

/// The nation's moves (国の分配の状態遷移): code, permissions, docs and tests are all read from these
/// tables. What has no line is refused.
/// Source: ALC-4, 「第1回自治体説明会 V-SYSに関する詳細説明」 2020-12-18 and 「自治体説明会（第3回）資料2」 2021-02-17.
pub const NATION_MOVES: &[Line] = {
    use EventKind::{Edit, Fix};
    use Status::{Fixed, Open};
    &[
        line(Open, Edit, Role::Nation, Open),
        line(Open, Fix, Role::Nation, Fixed).telling(&[notices::ALLOCATION_TO_PREFECTURE]),
    ]
};

/// A prefecture's moves (都道府県の分配の状態遷移): an amount arrives when the nation fixes. Source: ALC-4;
/// going back before the lock is assumption.reopen-before-lock.
pub const PREFECTURE_MOVES: &[Line] = {
    use EventKind::{Complete, Confirm, Edit, Fix, Lock};
    use Role::{Nation, Prefecture};
    use Status::{Completed, Confirmed, Locked, Received, Waiting};
    &[
        follows(Waiting, Fix, Nation, Received),
        line(Received, Confirm, Prefecture, Confirmed),
        line(Confirmed, Edit, Prefecture, Confirmed),
        line(Confirmed, Complete, Prefecture, Completed).telling(&[notices::ALLOCATION_TO_MUNICIPALITY]),
        line(Completed, Edit, Prefecture, Confirmed).assuming(assumption::REOPEN),
        line(Completed, Lock, Prefecture, Locked)
            .assuming(assumption::LOCK_WITH_CROSS)
            .telling(&[notices::ALLOCATION_TO_INSTITUTION]),
    ]
};

/// A municipality's moves (市町村の分配の状態遷移): an amount arrives when its prefecture completes, goes away
/// when the prefecture changes it, and is locked with the prefecture. Source: ALC-4; going back before the
/// lock is assumption.reopen-before-lock.
pub const MUNICIPALITY_MOVES: &[Line] = {
    use EventKind::{Complete, Confirm, Edit, Lock};
    use Role::{Municipality, Prefecture};
    use Status::{Completed, Confirmed, Locked, Received, Waiting};
    &[
        follows(Waiting, Complete, Prefecture, Received),
        line(Received, Confirm, Municipality, Confirmed),
        line(Confirmed, Edit, Municipality, Confirmed),
        line(Confirmed, Complete, Municipality, Completed),
        line(Completed, Edit, Municipality, Confirmed).assuming(assumption::REOPEN),
        follows(Received, Edit, Prefecture, Waiting).assuming(assumption::REOPEN),
        follows(Confirmed, Edit, Prefecture, Waiting).assuming(assumption::REOPEN),
        follows(Completed, Edit, Prefecture, Waiting).assuming(assumption::REOPEN),
        follows(Completed, Lock, Prefecture, Locked).assuming(assumption::LOCK_WITH_CROSS),
    ]
};

/// The allocation of the nation as a machine.
pub static NATION: Machine = Machine {
    id: "allocation.nation",
    title: Term::new("allocation of the nation", "国の分配"),
    states: || Move::states_from(Status::Open, NATION_MOVES, &[Status::Fixed]),
    moves: || NATION_MOVES.iter().map(Move::line).list(),
};

/// The allocation of a prefecture as a machine.
pub static PREFECTURE: Machine = Machine {
    id: "allocation.prefecture",
    title: Term::new("allocation of a prefecture", "都道府県の分配"),
    states: || Move::states_from(Status::Waiting, PREFECTURE_MOVES, &[Status::Locked]),
    moves: || PREFECTURE_MOVES.iter().map(Move::line).list(),
};

/// The allocation of a municipality as a machine.
pub static MUNICIPALITY: Machine = Machine {
    id: "allocation.municipality",
    title: Term::new("allocation of a municipality", "市町村の分配"),
    states: || Move::states_from(Status::Waiting, MUNICIPALITY_MOVES, &[Status::Locked]),
    moves: || MUNICIPALITY_MOVES.iter().map(Move::line).list(),
};

impl Unit {
    /// What moves at any level, for a refusal of somebody who moves none.
    pub(super) const TITLE: Term = Term::new("allocation", "分配");

    /// Its machine.
    pub const fn machine(self) -> &'static Machine {
        match self {
            Self::Nation => &NATION,
            Self::Prefecture => &PREFECTURE,
            Self::Municipality => &MUNICIPALITY,
        }
    }

    /// Its moves.
    pub const fn moves(self) -> &'static [Line] {
        match self {
            Self::Nation => NATION_MOVES,
            Self::Prefecture => PREFECTURE_MOVES,
            Self::Municipality => MUNICIPALITY_MOVES,
        }
    }

    /// Lets a status follow what somebody of the level above does; the line that it followed, if any.
    pub(super) fn follow(self, status: &mut Status, event: EventKind, role: Role) -> Option<&'static Line> {
        let line = follow(self.moves(), *status, event, role)?;
        *status = line.to;
        Some(line)
    }
}

/// An amount that an edit puts in place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRow {
    /// The recipient: a prefecture, a municipality or a site.
    pub id: SiteId,
    /// The new amount.
    pub boxes: Triple,
    /// Why.
    pub reason: Text<200>,
}

/// How a lock repairs needles that do not reach (ruling lock-with-cross).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LockRepair {
    /// The municipalities, and the prefecture above them, get what their sites need.
    TopUp,
    /// The sites share what their municipality has.
    CapToParent,
}

/// An event with what it carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// 分配量を登録・確定
    Fix,
    /// 確認済
    Confirm,
    /// 編集
    Edit(Vec<EditRow>),
    /// 分配作業完了
    Complete,
    /// データロック
    Lock(Option<LockRepair>),
}

impl Event {
    /// Its kind.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Fix => EventKind::Fix,
            Self::Confirm => EventKind::Confirm,
            Self::Edit(_) => EventKind::Edit,
            Self::Complete => EventKind::Complete,
            Self::Lock(_) => EventKind::Lock,
        }
    }
}

/// What a move did (状態遷移): the line of the table that was used, whose state moved, and whom it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whose state moved.
    pub unit: Unit,
    /// Its code; empty for the nation.
    pub code: String,
    /// From which status.
    pub from: Status,
    /// The line of the table.
    pub line: &'static Line,
    /// The amounts that a repair changed.
    pub changes: Vec<super::repair::Change>,
    /// The notices: to every prefecture that received, every municipality that received, every site
    /// that gets boxes.
    pub notices: Vec<Notice>,
}

impl Moved {
    /// What it leaves behind when it is an act with its time. The log names the cycle, the product and
    /// the code: `4/pfizer-12plus/13`.
    pub fn step(self, header: &Header, act: Act) -> Step {
        let Header { cycle, product, .. } = header;
        let code = if self.code.is_empty() { String::new() } else { format!("/{}", self.code) };
        let step = Step::new(self.unit.machine().id, self.line, act, format!("{cycle}/{product}{code}"), "", &[]);
        Step { notices: self.notices, ..step }
    }
}
