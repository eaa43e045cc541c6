//! The vectors: cases with their source, and how an answer is held against one.

#![allow(clippy::indexing_slicing, reason = "a JSON value is indexed, which gives null where nothing is")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A case.
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) operation: String,
    pub(crate) request: Vec<u8>,
    pub(crate) ok: bool,
    /// What the whole answer must hold.
    pub(crate) answer: Value,
}

/// Every case of `vectors/`, in the order of files.
pub(crate) fn load(root: &Path) -> Result<Vec<Vector>, String> {
    let mut list = Vec::new();
    for file in files(&root.join("vectors"))? {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let cases: Vec<Value> = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        for case in &cases {
            list.push(vector(case).map_err(|what| format!("{}: {what}: {}", file.display(), case["id"]))?);
        }
    }
    let mut ids: Vec<&str> = list.iter().map(|vector| vector.id.as_str()).collect();
    ids.sort_unstable();
    match ids.iter().zip(ids.iter().skip(1)).find(|(a, b)| a == b) {
        Some((id, _)) => Err(format!("the id {id} stands twice")),
        None if list.is_empty() => Err("there are no vectors".to_owned()),
        None => Ok(list),
    }
}

fn vector(case: &Value) -> Result<Vector, &'static str> {
    let text = |member: &Value| member.as_str().map(str::to_owned);
    if !matches!(case["expected_from"].as_str(), Some("source" | "oracle")) || !case["source"].is_string() {
        return Err("a vector names its source and whether the expected values come from it or the oracle");
    }
    let call = &case["call"];
    let request = match (&call["request"], &call["raw"], &call["raw_base64"]) {
        (request, Value::Null, Value::Null) if !request.is_null() => serde_json::to_vec(request).ok(),
        (Value::Null, Value::String(raw), Value::Null) => Some(raw.clone().into_bytes()),
        (Value::Null, Value::Null, Value::String(raw)) => base64(raw),
        _ => None,
    };
    Ok(Vector {
        id: text(&case["id"]).ok_or("no id")?,
        operation: text(&call["operation"]).ok_or("no operation")?,
        request: request.ok_or("no request")?,
        ok: case["ok"].as_bool().ok_or("no ok")?,
        answer: case.get("answer").cloned().ok_or("no answer")?,
    })
}

/// What an answer lacks of a pattern: objects match when each listed member matches, arrays element
/// by element, everything else exactly.
pub(crate) fn differences(pattern: &Value, answer: &Value, path: &str, list: &mut Vec<String>) {
    match (pattern, answer) {
        (Value::Object(wanted), Value::Object(got)) => {
            for (name, wanted) in wanted {
                let path = format!("{path}/{name}");
                match got.get(name) {
                    Some(got) => differences(wanted, got, &path, list),
                    None => list.push(format!("{path}: missing, expected {wanted}")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => {
            for (index, (wanted, got)) in wanted.iter().zip(got).enumerate() {
                differences(wanted, got, &format!("{path}/{index}"), list);
            }
        }
        _ if pattern == answer => {}
        _ => list.push(format!("{path}: expected {pattern}, got {answer}")),
    }
}

fn base64(text: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for digit in text.bytes().filter(|byte| *byte != b'=') {
        let value = DIGITS.iter().position(|known| *known == digit)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut list = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "oracle") {
            list.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            list.push(path);
        }
    }
    list.sort();
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pattern_leaves_out_what_it_does_not_know() {
        let mut list = Vec::new();
        differences(&json!({"a": [{"b": 1}]}), &json!({"a": [{"b": 1, "c": 2}], "d": 3}), "", &mut list);
        assert!(list.is_empty());
        differences(&json!({"a": [1, 2], "x": {"y": 1}}), &json!({"a": [1], "x": {}}), "", &mut list);
        assert_eq!(list.len(), 2);
    }

    #[test]
    fn base64_is_read() {
        assert_eq!(base64("/w=="), Some(vec![0xFF]));
        assert_eq!(base64("eyJhIjoxfQ=="), Some(b"{\"a\":1}".to_vec()));
        assert_eq!(base64("*"), None);
    }
}
