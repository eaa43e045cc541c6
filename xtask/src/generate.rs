//! Everything that is made from the one table, and the check that it is up to date.

#[path = "gen/c.rs"]
mod c;
#[path = "gen/cobol.rs"]
mod cobol;
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

/// Writes every generated file, or with `check` says which differ.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let mut files: Vec<(PathBuf, String)> = schemas::generate();
    files.extend(machines::generate());
    files.extend(cp932::generate(root)?);
    files.extend(municipalities::generate(root)?);
    files.extend(notice::generate(root)?);
    files.extend(readme::generate(root)?);
    files.extend(python::generate());
    files.extend(javascript::generate());
    files.extend(c::generate()?);
    files.extend(cobol::generate()?);
    let mut stale = Vec::new();
    for (file, text) in files {
        let path = root.join(&file);
        if fs::read_to_string(&path).is_ok_and(|now| now == text) {
            continue;
        }
        if check {
            stale.push(file.display().to_string());
        } else {
            let failed = |error: std::io::Error| format!("{}: {error}", path.display());
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            fs::write(&path, text).map_err(failed)?;
            println!("made {}", file.display());
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("not up to date (run `cargo xtask gen`): {}", stale.join(", "))) }
}
