//! `machines.export`.

use vsys_core::base::{
    Answer, AssumptionId, Assumptions, By, Finding, Findings, IntoList, Machine, MachineProblem, MoveLine, Path,
    Refusal, Role, RuleId, StateLine, Term, Text,
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

record! { shown
    /// A state of a machine (状態).
    struct MachineState of line: StateLine {
        /// Whether it is a named end, out of which nothing leads.
        end: bool,
        /// Whether the thing begins in it.
        initial: bool,
        /// Its Japanese name.
        ja: &'static str = line.state.ja,
        /// Its name.
        name: &'static str = line.state.en,
    }
}

record! { shown
    /// A move of a machine (状態遷移の1行).
    struct MachineMove of line: MoveLine {
        /// The assumption that the line rests on.
        assumption: Option<&'static str> = line.assumption.map(AssumptionId::as_str),
        /// Whether a role acts, it follows from what a role does to another thing, or time passes.
        by: MovedBy = moved_by(line.by).0,
        /// The event.
        event: Term,
        /// From which state; absent where the event makes the thing.
        from: Option<&'static str> = line.from.map(|from| from.en),
        /// The ids of the notices that it causes.
        notices: Vec<&'static str> = line.notices.iter().map(|id| id.as_str()).list(),
        /// Who acts, or whose act it follows; absent when time passes.
        role: Option<Role> = moved_by(line.by).1,
        /// The rule it comes from.
        rule: RuleId,
        /// To which state.
        to: &'static str = line.to.en,
    }
}

const fn moved_by(by: By) -> (MovedBy, Option<Role>) {
    match by {
        By::Role(role) => (MovedBy::Role, Some(role)),
        By::Follows(role) => (MovedBy::Follows, Some(role)),
        By::Clock => (MovedBy::Clock, None),
    }
}

record! { shown
    /// A machine (状態遷移).
    struct MachineAnswer of machine: Machine {
        /// Its id.
        id: &'static str,
        /// Its diagram in Mermaid, with Japanese names.
        mermaid: String = machine.mermaid(),
        /// Its moves, in the order of its table.
        moves: Vec<MoveLine> = (machine.moves)(),
        /// Its states, in the order of their declaration.
        states: Vec<StateLine> = (machine.states)(),
        /// What moves.
        title: Term,
    }
}

record! { answer
    /// The machines that were asked for.
    struct MachinesAnswer {
        /// The machines, in the order of their ids.
        machines: Vec<Machine>,
    }
}

/// `machines.export`
pub(crate) struct ExportMachines;

impl Call for ExportMachines {
    type Request = MachinesRequest;
    type Answer = MachinesAnswer;

    fn run(_: &RuleBook, request: MachinesRequest) -> Result<Answer<MachinesAnswer>, Refusal> {
        let machines: Vec<Machine> = match request.machine {
            None => MACHINES.iter().map(|machine| **machine).list(),
            Some(id) => vec![*machine(id.as_str()).ok_or_else(|| unknown(&id))?],
        };
        let mut assumptions = Assumptions::new();
        let lines = machines.iter().flat_map(|machine| (machine.moves)());
        lines.filter_map(|line| line.assumption).for_each(|id| assumptions.add(id));
        Ok(Answer::new(MachinesAnswer { machines }).assuming_all(&assumptions))
    }
}

fn unknown(id: &Text<64>) -> Refusal {
    let problem = MachineProblem::Unknown { known: MACHINES.iter().map(|machine| machine.id).list() };
    let mut findings = Findings::new();
    findings.add(Finding::new(&problem, Path::from("machine")).with_value(id.as_str()));
    Refusal::of(findings)
}
