//! The diagrams of the state machines in ARCHITECTURE.md, drawn from their tables of moves.

use std::fs;
use std::path::{Path, PathBuf};

use vsys_core::MACHINES;

const BEGIN: &str = "<!-- made by cargo xtask gen: workflow -->\n";
const END: &str = "<!-- end: workflow -->";

/// ARCHITECTURE.md with the diagrams between its marks.
pub(crate) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let file = PathBuf::from("ARCHITECTURE.md");
    let text = fs::read_to_string(root.join(&file)).map_err(|error| format!("{}: {error}", file.display()))?;
    let parts = text.split_once(BEGIN).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let (head, tail) = parts.ok_or("ARCHITECTURE.md has no marks for the diagrams")?;
    Ok(vec![(file, format!("{head}{BEGIN}{}{END}{tail}", diagrams()))])
}

fn diagrams() -> String {
    let diagram = |machine: &&vsys_core::base::Machine| {
        let title = machine.title;
        format!("### {} — {} (`{}`)\n\n```mermaid\n{}```\n", title.ja, title.en, machine.id, machine.mermaid())
    };
    MACHINES.iter().map(diagram).collect::<Vec<_>>().join("\n")
}
