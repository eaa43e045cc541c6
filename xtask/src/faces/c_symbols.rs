//! What the shared library exports, held against the committed list: a program that was linked once finds its functions.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::command::output;

const LIST: &str = "vsys-c/symbols.txt";

/// Compares what a library exports with the list.
///
/// # Errors
/// Names what is missing, which breaks programs that were linked before, and what is new.
pub(crate) fn check(root: &Path, library: &Path) -> Result<(), String> {
    let listed = fs::read_to_string(list(root)).map_err(|error| format!("{LIST}: {error}"))?;
    let (listed, exported) = (listed.lines().map(str::to_owned).collect::<BTreeSet<_>>(), exported(library)?);
    let differing = |left: &BTreeSet<String>, right: &BTreeSet<String>, word: &str| {
        left.difference(right).map(|name| format!("\n  {word} {name}")).collect::<String>()
    };
    let told = differing(&listed, &exported, "gone:") + &differing(&exported, &listed, "new: ");
    if told.is_empty() {
        return Ok(());
    }
    Err(format!("{LIST} is not what the library exports; a new function is listed by cargo xtask abi --write{told}"))
}

/// Writes the list.
///
/// # Errors
/// When the library cannot be read or the list cannot be written.
pub(crate) fn write(root: &Path, library: &Path) -> Result<(), String> {
    let names: String = exported(library)?.into_iter().map(|name| name + "\n").collect();
    fs::write(list(root), names).map_err(|error| format!("{LIST}: {error}"))
}

/// The names that a shared library defines for others.
fn exported(library: &Path) -> Result<BTreeSet<String>, String> {
    let told = output(Command::new("nm").args(["-D", "--defined-only", "--format=posix"]).arg(library))?;
    let names: BTreeSet<String> = told.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    if names.is_empty() { Err(format!("{} exports nothing", library.display())) } else { Ok(names) }
}

fn list(root: &Path) -> PathBuf {
    root.join(LIST)
}
