//! MACHINES.md: the diagrams of the state machines, drawn from their tables of moves.

use std::path::PathBuf;

use vsys_core::MACHINES;
use vsys_core::base::Machine;

const HEAD: &str = "\
# State machines

Made by `cargo xtask gen` from the tables of moves that `vsys_core::MACHINES` lists; do not edit. An event that
has no line is refused, and nothing leads out of a named end. The operation `machines.export` gives the same as
JSON.
";

/// The page of diagrams.
pub(crate) fn generate() -> Vec<(PathBuf, String)> {
    let diagrams = MACHINES.iter().map(|machine| diagram(machine));
    vec![("MACHINES.md".into(), std::iter::once(HEAD.to_owned()).chain(diagrams).collect())]
}

fn diagram(machine: &Machine) -> String {
    let title = machine.title;
    format!("\n## {} — {} (`{}`)\n\n```mermaid\n{}```\n", title.ja, title.en, machine.id, machine.mermaid())
}
