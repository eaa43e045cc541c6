//! `machines.export`.

use vsys_core::base::{
    Answer, Assumptions, By, Finding, Findings, Machine, MachineProblem, MoveLine, Path, Refusal, Role, RuleId,
    StateLine, Term, Text,
};
use vsys_core::rulebook::RuleBook;
use vsys_core::{MACHINES, machine};

use crate::call::Call;
use crate::record::{record, words};

/// What makes a line move, as the wire names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MovedBy {
    Role,
    Follows,
    Clock,
}

words! {
    MovedBy { "role" => MovedBy::Role, "follows" => MovedBy::Follows, "clock" => MovedBy::Clock }
}

record! { request
    /// The machines to export.
    struct MachinesRequest {
        /// The id of one machine; absent = all.
        machine: Option<Text<64>>,
    }
}

record! { answer
    /// A state of a machine (状態).
    struct MachineState {
        /// Whether it is a named end, out of which nothing leads.
        end: bool,
        /// Whether the thing begins in it.
        initial: bool,
        /// Its Japanese name.
        ja: &'static str,
        /// Its name.
        name: &'static str,
    }
}

impl From<StateLine> for MachineState {
    fn from(line: StateLine) -> Self {
        Self { end: line.end, initial: line.initial, ja: line.state.ja, name: line.state.en }
    }
}

record! { answer
    /// A move of a machine (状態遷移の1行).
    struct MachineMove {
        /// The assumption that the line rests on.
        assumption: Option<&'static str>,
        /// Whether a role acts, it follows from what a role does to another thing, or time passes.
        by: MovedBy,
        /// The event.
        event: Term,
        /// From which state; absent where the event makes the thing.
        from: Option<&'static str>,
        /// The ids of the notices that it causes.
        notices: Vec<&'static str>,
        /// Who acts, or whose act it follows; absent when time passes.
        role: Option<Role>,
        /// The rule it comes from.
        rule: RuleId,
        /// To which state.
        to: &'static str,
    }
}

impl From<MoveLine> for MachineMove {
    fn from(line: MoveLine) -> Self {
        let (by, role) = match line.by {
            By::Role(role) => (MovedBy::Role, Some(role)),
            By::Follows(role) => (MovedBy::Follows, Some(role)),
            By::Clock => (MovedBy::Clock, None),
        };
        Self {
            assumption: line.assumption.map(|id| id.as_str()),
            by,
            event: line.event,
            from: line.from.map(|from| from.en),
            notices: line.notices.iter().map(|id| id.as_str()).collect(),
            role,
            rule: line.rule,
            to: line.to.en,
        }
    }
}

record! { answer
    /// A machine (状態遷移).
    struct MachineAnswer {
        /// Its id.
        id: &'static str,
        /// Its diagram in Mermaid, with Japanese names.
        mermaid: String,
        /// Its moves, in the order of its table.
        moves: Vec<MachineMove>,
        /// Its states, in the order of their declaration.
        states: Vec<MachineState>,
        /// What moves.
        title: Term,
    }
}

impl From<&Machine> for MachineAnswer {
    fn from(machine: &Machine) -> Self {
        Self {
            id: machine.id,
            mermaid: machine.mermaid(),
            moves: (machine.moves)().into_iter().map(MachineMove::from).collect(),
            states: (machine.states)().into_iter().map(MachineState::from).collect(),
            title: machine.title,
        }
    }
}

record! { answer
    /// The machines that were asked for.
    struct MachinesAnswer {
        /// The machines, in the order of their ids.
        machines: Vec<MachineAnswer>,
    }
}

/// `machines.export`
pub(crate) struct ExportMachines;

impl Call for ExportMachines {
    type Request = MachinesRequest;
    type Answer = MachinesAnswer;

    fn run(_: &RuleBook, request: MachinesRequest) -> Result<Answer<MachinesAnswer>, Refusal> {
        let chosen = match request.machine {
            None => MACHINES.to_vec(),
            Some(id) => vec![machine(id.as_str()).ok_or_else(|| unknown(&id))?],
        };
        let mut assumptions = Assumptions::new();
        let lines = chosen.iter().flat_map(|machine| (machine.moves)());
        lines.filter_map(|line| line.assumption).for_each(|id| assumptions.add(id));
        let machines = chosen.into_iter().map(MachineAnswer::from).collect();
        Ok(Answer::new(MachinesAnswer { machines }).assuming_all(&assumptions))
    }
}

fn unknown(id: &Text<64>) -> Refusal {
    let problem = MachineProblem::Unknown { known: MACHINES.iter().map(|machine| machine.id).collect() };
    let mut findings = Findings::new();
    findings.add(Finding::new(&problem, Path::from("machine")).with_value(id.as_str()));
    Refusal::of(findings)
}
