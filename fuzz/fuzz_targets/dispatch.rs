//! Any bytes as a request to any operation: the first byte chooses the operation, the rest is the
//! request. Whatever comes in, one JSON object goes out, an answer or an error.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;
use vsys_core::rulebook::RuleBook;
use vsys_wire::{OPERATIONS, dispatch};

/// The bundled tables, read once.
fn book() -> &'static RuleBook {
    static BOOK: OnceLock<RuleBook> = OnceLock::new();
    BOOK.get_or_init(|| RuleBook::bundled().expect("the bundled tables are read"))
}

fuzz_target!(|data: &[u8]| {
    let Some((&first, request)) = data.split_first() else {
        return;
    };
    let name = OPERATIONS[usize::from(first) % OPERATIONS.len()].name;
    let answer = dispatch(book(), name, request);
    assert!(
        answer.starts_with(b"{\"answer\"") || answer.starts_with(b"{\"error\""),
        "{name}: neither an answer nor an error: {}",
        String::from_utf8_lossy(&answer)
    );
    let json = serde_json::from_slice::<IgnoredAny>(&answer);
    assert!(json.is_ok(), "{name}: no JSON ({:?}): {}", json.err(), String::from_utf8_lossy(&answer));
});
