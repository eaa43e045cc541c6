//! State machines as tables: what moves, who may move it, and what a refusal says.

use super::answer::Refusal;
use super::assumption::AssumptionId;
use super::detail::Moment;
use super::finding::{Finding, Findings};
use super::lang::{Named, Term, Terms};
use super::notice::NoticeId;
use super::place::Path;
use super::role::Role;
use super::rule::RuleId;
use crate::base::problems;

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
    let with_event = || table.iter().filter(|line| line.event == event && matches!(line.by, By::Role(_)));
    let own = || with_event().filter(|line| line.by == By::Role(role));
    if let Some(line) = own().find(|line| line.from == from) {
        return Ok(line);
    }
    let refuse = |problem, line: Option<&Move<S, E>>| MachineRefusal {
        problem: Box::new(problem),
        rule: line.map_or(RuleId::new("ROL-5"), |line| line.rule),
    };
    let event = event.term();
    match own().next() {
        None => Err(refuse(
            MachineProblem::RoleRefused {
                machine: machine.title,
                event,
                expected: terms(with_event().map(|line| line.by.term())),
                got: role.term(),
            },
            with_event().next(),
        )),
        Some(line) => Err(refuse(
            MachineProblem::MoveRefused {
                machine: machine.title,
                event,
                expected: terms(own().map(|line| line.from.map_or(NOTHING, Named::term))),
                got: from.map_or(NOTHING, Named::term),
            },
            Some(line),
        )),
    }
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

    /// The states of a table in the order of their declaration; ends are those without a way out.
    pub fn states(table: &[Self], ends: &[S]) -> Vec<StateLine> {
        let known = |state: &S| table.iter().any(|line| line.to == *state || line.from == Some(*state));
        let states = S::ALL.iter().copied().filter(known);
        states.map(|state| StateLine { state: state.term(), end: ends.contains(&state) }).collect()
    }
}

impl Machine {
    /// The diagram in Mermaid, with Japanese names.
    pub fn mermaid(&self) -> String {
        let mut out = String::from("stateDiagram-v2\n");
        for StateLine { state, .. } in (self.states)() {
            out.push_str(&format!("    {} : {}\n", state.en, state.ja));
        }
        for line in (self.moves)() {
            let from = line.from.map_or("[*]", |from| from.en);
            out.push_str(&format!("    {from} --> {} : {} ({})\n", line.to.en, line.event.ja, line.by.term().ja));
        }
        for StateLine { state, .. } in (self.states)().iter().filter(|line| line.end) {
            out.push_str(&format!("    {} --> [*]\n", state.en));
        }
        out
    }
}
