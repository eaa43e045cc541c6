//! Makes a first corpus of `dispatch` from the vectors: a request that is nearly right reaches
//! deeper than bytes alone. Run in this folder; the order of the operations decides the first byte,
//! so run it again when an operation is added.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use vsys_wire::OPERATIONS;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("corpus/dispatch");
    fs::create_dir_all(&corpus)?;
    let mut seeds = 0_usize;
    for file in json_files(&root.join("../vectors"))? {
        let cases: Value = serde_json::from_slice(&fs::read(&file)?)?;
        for case in cases.as_array().into_iter().flatten() {
            let call = &case["call"];
            let index = OPERATIONS.iter().position(|operation| Some(operation.name) == call["operation"].as_str());
            let request = match (&call["request"], call["raw"].as_str()) {
                (Value::Null, Some(raw)) => raw.to_owned(),
                // Bytes that are no text; the fuzzer finds its own.
                (Value::Null, None) => continue,
                (request, _) => request.to_string(),
            };
            let Some(index) = index.and_then(|index| u8::try_from(index).ok()) else {
                continue;
            };
            fs::write(corpus.join(format!("seed-{seeds:04}")), [&[index], request.as_bytes()].concat())?;
            seeds += 1;
        }
    }
    println!("{seeds} seeds in {}", corpus.display());
    Ok(())
}

/// Every `.json` below a folder.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(json_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
