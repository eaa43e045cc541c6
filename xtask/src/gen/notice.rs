//! The notice of each face: whoever installs one alone is told the sources of its tables too.

use std::fs;
use std::path::{Path, PathBuf};

const FACES: [&str; 3] = ["vsys-c", "vsys-py", "vsys-wasm"];

/// The notice of the project, once for every face.
pub(super) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let notice = fs::read_to_string(root.join("NOTICE")).map_err(|error| format!("NOTICE: {error}"))?;
    Ok(FACES.map(|face| (Path::new(face).join("NOTICE"), notice.clone())).into())
}
