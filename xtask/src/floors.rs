//! The check that modules stand on floors: each imports only from lower ones, and the crates point
//! one way.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the core from the lowest up; a room may use those before it.
const ROOMS: [&str; 13] = [
    "base",
    "rows",
    "calendar",
    "rulebook",
    "allocation",
    "policy",
    "simulation",
    "facility",
    "access",
    "claims",
    "application",
    "plan",
    "explain",
];

/// Looks at every `crate::` path of the core.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let source = root.join("vsys-core/src");
    let mut faults = Vec::new();
    for (floor, room) in ROOMS.iter().enumerate() {
        for file in files(&source.join(room))? {
            let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            for (number, line) in text.lines().enumerate() {
                for used in uses(line) {
                    if ROOMS.iter().position(|room| *room == used).is_some_and(|position| position > floor) {
                        faults.push(format!(
                            "{}:{}: {room} uses {used}, which stands above it",
                            file.display(),
                            number + 1
                        ));
                    }
                }
            }
        }
    }
    for (crate_name, forbidden) in [
        ("vsys-sharing", ["vsys-core", "vsys-wire"]),
        ("vsys-core", ["vsys-wire", "vsys-py"]),
        ("vsys-wire", ["vsys-py", "vsys-c"]),
    ] {
        let manifest = root.join(crate_name).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
        let depends = |name: &str| text.lines().any(|line| line.split(['.', ' ', '=']).next() == Some(name));
        for name in forbidden.iter().filter(|name| depends(name)) {
            faults.push(format!("{crate_name} depends on {name}, which stands above it"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The rooms that a line names behind `crate::`, outside comments.
fn uses(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::").skip(1).filter(|_| !line.trim_start().starts_with("//")).map(|rest| {
        let end = rest.find(|char: char| !char.is_ascii_lowercase() && char != '_').unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    })
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut list: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    list.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    list.sort();
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_crate_are_found() {
        assert_eq!(uses("use crate::base::{A}; // crate::explain").collect::<Vec<_>>(), ["base"]);
        assert_eq!(
            uses("    let x: crate::rows::Sheet = crate::calendar::f();").collect::<Vec<_>>(),
            ["rows", "calendar"]
        );
    }
}
