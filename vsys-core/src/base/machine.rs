//! State machines as tables: what moves, who may move it, and what a refusal says.

use super::answer::Refusal;
use super::assumption::AssumptionId;
use super::finding::{Finding, Findings};
use super::lang::{Named, Term, Terms};
use super::moment::Moment;
use super::notice::NoticeId;
use super::place::Path;
use super::role::Role;
use super::rule::RuleId;
use crate::base::{IntoList, problems};

/// What makes a line of a table move (契機).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody of this role acts.
    Role(Role),
    /// It follows from what somebody of this role does to another thing.
    Follows(Role),
    /// Time passes.
    Clock,
}

impl By {
    /// The name in both languages.
    pub const fn term(self) -> Term {
        match self {
            Self::Role(role) | Self::Follows(role) => role.term(),
            Self::Clock => Term::new("clock", "時の経過"),
        }
    }
}

/// A line of a machine's table (状態遷移の1行): in this state, this event by this role leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<S: 'static, E: 'static> {
    /// From which state; absent where the event makes the thing.
    pub from: Option<S>,
    /// On which event.
    pub event: E,
    /// By whom.
    pub by: By,
    /// To which state.
    pub to: S,
    /// The rule it comes from.
    pub rule: RuleId,
    /// The assumption it rests on beyond the printed rules.
    pub assumption: Option<AssumptionId>,
    /// What it makes known.
    pub notices: &'static [NoticeId],
}

impl<S: Copy + 'static, E: Copy + 'static> Move<S, E> {
    /// A line by somebody of a role.
    pub const fn new(from: Option<S>, event: E, role: Role, to: S, rule: &'static str) -> Self {
        Self { from, event, by: By::Role(role), to, rule: RuleId::new(rule), assumption: None, notices: &[] }
    }

    /// The same on another occasion than somebody's act.
    #[must_use]
    pub const fn by(self, by: By) -> Self {
        Self { by, ..self }
    }

    /// The same on an assumption.
    #[must_use]
    pub const fn assuming(self, assumption: AssumptionId) -> Self {
        Self { assumption: Some(assumption), ..self }
    }

    /// The same with what it makes known.
    #[must_use]
    pub const fn telling(self, notices: &'static [NoticeId]) -> Self {
        Self { notices, ..self }
    }
}

problems! {
    /// What can be wrong with a move of any machine.
    pub enum MachineProblem {
        /// A machine that there is not.
        Unknown { known: Vec<&'static str> } = Error "machine.id.unknown" by "ROL-5" {
            en: "there is no machine of this id", ja: "この番号の状態遷移はありません",
            help_en: "see the known ids in the details", help_ja: "details の一覧から選んでください",
        }
        /// A move that the table does not have from here.
        MoveRefused { machine: Term, event: Term, expected: Terms, got: Term } = Error "machine.move.refused" by "ROL-5" {
            en: "the {machine} is {got}: {event} needs {expected}", ja: "{machine:#}の状態が「{got:#}」のため「{event:#}」はできません（可能な状態: {expected:#}）",
            help_en: "see the expected states in the details", help_ja: "details の expected の状態でのみ可能です",
        }
        /// A move by somebody who may not make it.
        RoleRefused { machine: Term, event: Term, expected: Terms, got: Term } = Error "machine.move.role" by "ROL-5" {
            en: "{event} of the {machine} is done by {expected}, not by {got}", ja: "{machine:#}の「{event:#}」は{expected:#}が行います（指定: {got:#}）",
            help_en: "act in the right role", help_ja: "正しい役割で行ってください",
        }
        /// A move on something that belongs to somebody else.
        ScopeRefused { owner: String, got: String } = Error "machine.move.scope" by "PRV-4" {
            en: "this belongs to {owner}, not to {got}", ja: "{owner} に属するもので、{got} は扱えません",
            help_en: "everybody sees and changes only his own", help_ja: "自らに関するもの以外は参照・変更できません",
        }
        /// A moment before the last move.
        Backwards { last: Moment } = Error "machine.move.backwards" by "PRV-3" {
            en: "the last change was at {last}: a later one cannot be earlier", ja: "直前の変更は {last} です。それより前の日時は指定できません",
            help_en: "check the clock of the caller", help_ja: "日時を確認してください",
        }
    }
}

/// Why a table has no line for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineRefusal {
    problem: Box<MachineProblem>,
    rule: RuleId,
}

impl MachineRefusal {
    /// The refusal at the members of the request that name the actor and the event.
    pub fn at(self, actor: Path, event: Path) -> Refusal {
        let place = if matches!(*self.problem, MachineProblem::RoleRefused { .. }) { actor } else { event };
        let mut findings = Findings::new();
        findings.add(Finding { rule: self.rule, ..Finding::new(&*self.problem, place) });
        Refusal::of(findings)
    }
}

/// Whether somebody of a role has an event at all, in one table or in several.
///
/// ```
/// use vsys_core::base::{Role, permit};
/// use vsys_core::plan::{PLAN, PLAN_MOVES, PlanEvent};
/// assert!(permit(PLAN.title, PLAN_MOVES.iter(), PlanEvent::Confirm, Role::Nation).is_ok());
/// assert!(permit(PLAN.title, PLAN_MOVES.iter(), PlanEvent::Confirm, Role::Site).is_err());
/// ```
///
/// # Errors
/// A [`MachineRefusal`] that names the roles which have it.
pub fn permit<S: Named, E: Named>(
    title: Term,
    lines: impl Iterator<Item = &'static Move<S, E>> + Clone,
    event: E,
    role: Role,
) -> Result<(), MachineRefusal> {
    let with_event = lines.filter(|line| line.event == event && matches!(line.by, By::Role(_)));
    if with_event.clone().any(|line| line.by == By::Role(role)) {
        return Ok(());
    }
    let rule = with_event.clone().next().map_or(RuleId::new("ROL-5"), |line| line.rule);
    let expected = terms(with_event.map(|line| line.by.term()));
    let problem = MachineProblem::RoleRefused { machine: title, event: event.term(), expected, got: role.term() };
    Err(MachineRefusal { problem: Box::new(problem), rule })
}

/// The line of a table for an event by a role.
///
/// # Errors
/// A [`MachineRefusal`] that says what was expected and what came: the roles, when this role never
/// has such an event, else the states in which it has.
pub fn choose<S: Named, E: Named>(
    machine: &Machine,
    table: &'static [Move<S, E>],
    from: Option<S>,
    event: E,
    role: Role,
) -> Result<&'static Move<S, E>, MachineRefusal> {
    permit(machine.title, table.iter(), event, role)?;
    let own = || table.iter().filter(|line| line.event == event && line.by == By::Role(role));
    own().find(|line| line.from == from).ok_or_else(|| {
        let name = |state: Option<S>| state.map_or(NOTHING, Named::term);
        let problem = MachineProblem::MoveRefused {
            machine: machine.title,
            event: event.term(),
            expected: terms(own().map(|line| name(line.from))),
            got: name(from),
        };
        MachineRefusal { problem: Box::new(problem), rule: own().next().map_or(RuleId::new("ROL-5"), |line| line.rule) }
    })
}

/// The line of a table by which a thing follows what somebody of a role does to another thing; nothing
/// when it stays as it is.
///
/// ```
/// use vsys_core::allocation::{EventKind, PREFECTURE_MOVES, Status};
/// use vsys_core::base::{Role, follow};
/// let line = follow(PREFECTURE_MOVES, Status::Waiting, EventKind::Fix, Role::Nation);
/// assert_eq!(line.map(|line| line.to), Some(Status::Received));
/// assert_eq!(follow(PREFECTURE_MOVES, Status::Locked, EventKind::Fix, Role::Nation), None);
/// ```
pub fn follow<S: Named, E: Named>(
    table: &'static [Move<S, E>],
    from: S,
    event: E,
    role: Role,
) -> Option<&'static Move<S, E>> {
    table.iter().find(|line| line.from == Some(from) && line.event == event && line.by == By::Follows(role))
}

/// The state of what is not there yet.
const NOTHING: Term = Term::new("none", "未登録");

/// Words in the order in which they come, each once.
fn terms(words: impl Iterator<Item = Term>) -> Terms {
    let mut list: Vec<Term> = Vec::new();
    for word in words {
        if !list.contains(&word) {
            list.push(word);
        }
    }
    Terms(list)
}

/// A machine (状態遷移): what it is called, and its one table as data.
#[derive(Clone, Copy, Debug)]
pub struct Machine {
    /// Its id, such as `application`.
    pub id: &'static str,
    /// What moves, in both languages.
    pub title: Term,
    /// The states, drawn from the one table.
    pub states: fn() -> Vec<StateLine>,
    /// The moves, drawn from the one table.
    pub moves: fn() -> Vec<MoveLine>,
}

/// A state of a machine as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateLine {
    /// Its name.
    pub state: Term,
    /// Whether the thing begins in it.
    pub initial: bool,
    /// Whether it is a named end, out of which nothing leads.
    pub end: bool,
}

/// A move of a machine as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveLine {
    /// From which state; absent where the event makes the thing.
    pub from: Option<Term>,
    /// On which event.
    pub event: Term,
    /// By whom.
    pub by: By,
    /// To which state.
    pub to: Term,
    /// The rule it comes from.
    pub rule: RuleId,
    /// The assumption it rests on.
    pub assumption: Option<AssumptionId>,
    /// What it makes known.
    pub notices: &'static [NoticeId],
}

impl<S: Named, E: Named> Move<S, E> {
    /// The line as data.
    pub fn line(&self) -> MoveLine {
        MoveLine {
            from: self.from.map(Named::term),
            event: self.event.term(),
            by: self.by,
            to: self.to.term(),
            rule: self.rule,
            assumption: self.assumption,
            notices: self.notices,
        }
    }

    /// The states of a table in the order of their declaration. The thing begins where an event makes
    /// it; the ends are named.
    pub fn states(table: &[Self], ends: &[S]) -> Vec<StateLine> {
        let made = |state: S| table.iter().any(|line| line.from.is_none() && line.to == state);
        Self::states_where(table, made, ends)
    }

    /// The same of a thing that no event makes: it is there from the beginning, in a state that is named.
    pub fn states_from(start: S, table: &[Self], ends: &[S]) -> Vec<StateLine> {
        Self::states_where(table, |state| state == start, ends)
    }

    fn states_where(table: &[Self], initial: impl Fn(S) -> bool, ends: &[S]) -> Vec<StateLine> {
        let known = |state: &S| table.iter().any(|line| line.to == *state || line.from == Some(*state));
        let line = |state: S| StateLine { state: state.term(), initial: initial(state), end: ends.contains(&state) };
        S::ALL.iter().copied().filter(known).map(line).list()
    }
}

impl Machine {
    /// The diagram in Mermaid, with Japanese names.
    pub fn mermaid(&self) -> String {
        let mut out = String::from("stateDiagram-v2\n");
        for StateLine { state, .. } in (self.states)() {
            out.push_str(&format!("    {} : {}\n", state.en, state.ja));
        }
        let moves = (self.moves)();
        for StateLine { state, .. } in (self.states)().iter().filter(|line| line.initial) {
            if !moves.iter().any(|line| line.from.is_none() && line.to == *state) {
                out.push_str(&format!("    [*] --> {}\n", state.en));
            }
        }
        for line in moves {
            let from = line.from.map_or("[*]", |from| from.en);
            out.push_str(&format!("    {from} --> {} : {} ({})\n", line.to.en, line.event.ja, line.by.term().ja));
        }
        for StateLine { state, .. } in (self.states)().iter().filter(|line| line.end) {
            out.push_str(&format!("    {} --> [*]\n", state.en));
        }
        out
    }
}
