//! The workflow's diagram in ARCHITECTURE.md, drawn from its one table of moves.

use std::fs;
use std::path::{Path, PathBuf};

use vsys_core::allocation::{TRANSITIONS, Unit};

const BEGIN: &str = "<!-- made by cargo xtask gen: workflow -->\n";
const END: &str = "<!-- end: workflow -->";

/// ARCHITECTURE.md with the diagram between its marks.
pub(crate) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let file = PathBuf::from("ARCHITECTURE.md");
    let text = fs::read_to_string(root.join(&file)).map_err(|error| format!("{}: {error}", file.display()))?;
    let parts = text.split_once(BEGIN).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let (head, tail) = parts.ok_or("ARCHITECTURE.md has no marks for the workflow's diagram")?;
    Ok(vec![(file, format!("{head}{BEGIN}{}{END}{tail}", diagram()))])
}

fn diagram() -> String {
    let mut out = String::from("```mermaid\nstateDiagram-v2\n");
    for unit in Unit::ALL {
        out.push_str(&format!("    state {} {{\n", unit.as_str()));
        for line in TRANSITIONS.iter().filter(|line| line.unit == unit) {
            let name = |status: &str| format!("{}_{status}", unit.as_str());
            out.push_str(&format!(
                "        {} --> {} : {} ({})\n",
                name(line.from.as_str()),
                name(line.to.as_str()),
                line.event.ja(),
                line.role.ja()
            ));
        }
        out.push_str("    }\n");
    }
    out.push_str("```\n");
    out
}
