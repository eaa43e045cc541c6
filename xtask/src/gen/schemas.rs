//! The committed schemas: one file an operation, as `call -- --schema` prints them but indented.

use std::path::PathBuf;

use vsys_wire::OPERATIONS;

/// `schemas/<operation>.json`.
pub(crate) fn generate() -> Vec<(PathBuf, String)> {
    OPERATIONS
        .iter()
        .map(|operation| {
            let schema = operation.schema();
            let parsed: Option<serde_json::Value> = serde_json::from_slice(&schema).ok();
            let text = parsed.and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_default();
            (PathBuf::from(format!("schemas/{}.json", operation.name)), text + "\n")
        })
        .collect()
}
