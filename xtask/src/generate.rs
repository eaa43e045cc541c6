//! Everything that is made from the one table, and the check that it is up to date.

#[path = "gen/c.rs"]
mod c;
#[path = "gen/cobol.rs"]
mod cobol;
#[path = "gen/columns.rs"]
mod columns;
#[path = "gen/cp932.rs"]
mod cp932;
#[path = "gen/dense.rs"]
mod dense;
#[path = "gen/javascript.rs"]
mod javascript;
#[path = "gen/machines.rs"]
mod machines;
#[path = "gen/municipalities.rs"]
mod municipalities;
#[path = "gen/notice.rs"]
mod notice;
#[path = "gen/python.rs"]
mod python;
#[path = "gen/readme.rs"]
mod readme;
#[path = "gen/schemas.rs"]
mod schemas;

use std::fs;
use std::path::{Path, PathBuf};

use vsys_core::rulebook::RuleBook;

/// Writes every generated file, or with `check` says which differ.
///
/// The tables come first: all the rest is made by what was built with them.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let mut files = columns::generate(root)?;
    files.extend(municipalities::generate(root)?);
    let mut stale = keep(root, files, check)?;
    RuleBook::bundled()
        .map_err(|_| "this was built with other tables; run `cargo xtask gen` again to make the rest")?;
    let mut files = schemas::generate();
    files.extend(machines::generate());
    files.extend(cp932::generate(root)?);
    files.extend(notice::generate(root)?);
    files.extend(readme::generate(root)?);
    files.extend(python::generate());
    files.extend(javascript::generate());
    files.extend(c::generate()?);
    files.extend(cobol::generate()?);
    stale.extend(keep(root, files, check)?);
    if stale.is_empty() || !check {
        return Ok(());
    }
    Err(format!("not up to date (run `cargo xtask gen`): {}", stale.join(", ")))
}

/// Which files differ; they are written, unless this is a check.
fn keep(root: &Path, files: Vec<(PathBuf, String)>, check: bool) -> Result<Vec<String>, String> {
    let mut stale = Vec::new();
    for (file, text) in files {
        let path = root.join(&file);
        if fs::read_to_string(&path).is_ok_and(|now| now == text) {
            continue;
        }
        if !check {
            let failed = |error: std::io::Error| format!("{}: {error}", path.display());
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            fs::write(&path, text).map_err(failed)?;
            println!("made {}", file.display());
        }
        stale.push(file.display().to_string());
    }
    Ok(stale)
}
