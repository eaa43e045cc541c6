//! The workflow's one table of moves, and the events that ask for them.

use super::marks::Triple;
use crate::base::{Role, SiteId, Term, Text};

/// Whose state moves (団体).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 国
    Nation,
    /// 都道府県
    Prefecture,
    /// 市町村
    Municipality,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 3] = [Self::Nation, Self::Prefecture, Self::Municipality];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Prefecture => "prefecture",
            Self::Municipality => "municipality",
        }
    }

    /// The name in both languages.
    pub const fn term(self) -> Term {
        let ja = match self {
            Self::Nation => "国",
            Self::Prefecture => "都道府県",
            Self::Municipality => "市町村",
        };
        Term::new(self.as_str(), ja)
    }
}

/// How far a unit is (状況). Source: ALC-4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The nation is registering amounts (登録中).
    Open,
    /// The nation has fixed its amounts (確定).
    Fixed,
    /// Nothing has arrived yet (未受領).
    Waiting,
    /// An amount has arrived (受領).
    Received,
    /// The amount has been seen (確認済).
    Confirmed,
    /// The distribution is complete (分配完了).
    Completed,
    /// Locked (分配量:確定, データロック): nothing changes any more.
    Locked,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 7] =
        [Self::Open, Self::Fixed, Self::Waiting, Self::Received, Self::Confirmed, Self::Completed, Self::Locked];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Fixed => "fixed",
            Self::Waiting => "waiting",
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Completed => "completed",
            Self::Locked => "locked",
        }
    }

    /// The name in both languages.
    pub const fn term(self) -> Term {
        Term::new(self.as_str(), self.ja())
    }

    /// The Japanese name.
    pub const fn ja(self) -> &'static str {
        match self {
            Self::Open => "登録中",
            Self::Fixed | Self::Locked => "確定",
            Self::Waiting => "未受領",
            Self::Received => "受領",
            Self::Confirmed => "確認済",
            Self::Completed => "分配完了",
        }
    }
}

/// What is asked for (操作).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// 分配量を登録・確定
    Fix,
    /// 確認済
    Confirm,
    /// 編集
    Edit,
    /// 分配作業完了 (分配完了)
    Complete,
    /// データロック (確定処理)
    Lock,
}

impl EventKind {
    /// Every event.
    pub const ALL: [Self; 5] = [Self::Fix, Self::Confirm, Self::Edit, Self::Complete, Self::Lock];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fix => "fix",
            Self::Confirm => "confirm",
            Self::Edit => "edit",
            Self::Complete => "complete",
            Self::Lock => "lock",
        }
    }

    /// The name in both languages.
    pub const fn term(self) -> Term {
        Term::new(self.as_str(), self.ja())
    }

    /// The button's Japanese name.
    pub const fn ja(self) -> &'static str {
        match self {
            Self::Fix => "分配量を登録・確定",
            Self::Confirm => "確認済",
            Self::Edit => "編集",
            Self::Complete => "分配作業完了",
            Self::Lock => "データロック",
        }
    }
}

/// A line of the table: in this status, this event by this role leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Whose state moves.
    pub unit: Unit,
    /// From which status.
    pub from: Status,
    /// On which event.
    pub event: EventKind,
    /// By whom.
    pub role: Role,
    /// To which status.
    pub to: Status,
    /// Whether it goes back, which is an assumption (assumption.reopen-before-lock).
    pub reopens: bool,
}

const fn line(unit: Unit, from: Status, event: EventKind, role: Role, to: Status) -> Move {
    Move { unit, from, event, role, to, reopens: false }
}

const fn reopening(unit: Unit, role: Role) -> Move {
    Move { unit, from: Status::Completed, event: EventKind::Edit, role, to: Status::Confirmed, reopens: true }
}

/// The workflow (分配の手順): code, permissions, docs and tests are all read from this table.
/// Source: ALC-4, 「第1回自治体説明会 V-SYSに関する詳細説明」 2020-12-18 and 「自治体説明会（第3回）資料2」
/// 2021-02-17. What has no line is refused; a locked unit has none.
pub const TRANSITIONS: &[Move] = &[
    line(Unit::Nation, Status::Open, EventKind::Edit, Role::Nation, Status::Open),
    line(Unit::Nation, Status::Open, EventKind::Fix, Role::Nation, Status::Fixed),
    line(Unit::Prefecture, Status::Received, EventKind::Confirm, Role::Prefecture, Status::Confirmed),
    line(Unit::Prefecture, Status::Confirmed, EventKind::Edit, Role::Prefecture, Status::Confirmed),
    line(Unit::Prefecture, Status::Confirmed, EventKind::Complete, Role::Prefecture, Status::Completed),
    reopening(Unit::Prefecture, Role::Prefecture),
    line(Unit::Prefecture, Status::Completed, EventKind::Lock, Role::Prefecture, Status::Locked),
    line(Unit::Municipality, Status::Received, EventKind::Confirm, Role::Municipality, Status::Confirmed),
    line(Unit::Municipality, Status::Confirmed, EventKind::Edit, Role::Municipality, Status::Confirmed),
    line(Unit::Municipality, Status::Confirmed, EventKind::Complete, Role::Municipality, Status::Completed),
    reopening(Unit::Municipality, Role::Municipality),
];

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

/// What a move did: the line of the table that was used, and whose state moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The line.
    pub line: Move,
    /// Whose state moved; empty for the nation.
    pub code: String,
    /// The amounts that a repair changed.
    pub changes: Vec<super::repair::Change>,
}
