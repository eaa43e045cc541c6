//! Instruction counts, which do not depend on how busy the machine is: against slow creep.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::setup;

const FILE: &str = "benches/instructions.tsv";

/// More instructions than these parts of a hundred above the kept count are a fault; other compilers differ less.
const TOLERANCE: u64 = 5;

const COUNTED: [&[&str]; 6] = [
    &["j1", "site", "bounded"],
    &["j1", "site", "webster"],
    &["j1c", "network", "plain"],
    &["j1c", "rows", "60000"],
    &["j2", "sums", "1000000", "1"],
    &["j5", "typed"],
];

/// # Errors
/// Without valgrind, and with `check` when a count has grown by more than the tolerance.
pub(crate) fn run(root: &Path, check: bool, keep: bool) -> Result<(), String> {
    setup::build(root)?;
    let kept = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    let (mut text, mut grown) = (String::new(), Vec::new());
    for words in COUNTED {
        let (name, count) = (words.join(" "), count(root, words)?);
        let line = kept.lines().find_map(|line| line.strip_prefix(&name)?.trim().parse::<u64>().ok());
        match line {
            Some(kept) => println!("{name:28} {count:>14} instructions, kept {kept:>14}"),
            None => println!("{name:28} {count:>14} instructions, none kept"),
        }
        text.push_str(&format!("{name}\t{count}\n"));
        if check && line.is_none_or(|kept| count * 100 > kept * (100 + TOLERANCE)) {
            grown.push(name);
        }
    }
    if keep {
        fs::write(root.join(FILE), text).map_err(|error| format!("{FILE}: {error}"))?;
    }
    if grown.is_empty() { Ok(()) } else { Err(format!("more than {TOLERANCE} % above {FILE}: {}", grown.join(", "))) }
}

/// Instructions of one run.
fn count(root: &Path, words: &[&str]) -> Result<u64, String> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args([
        "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        "--toggle-collect=*vsys_benches*contest*counted*",
    ]);
    valgrind.arg(setup::program(root)).args(words).stdin(Stdio::null());
    let done = valgrind.output().map_err(|error| format!("valgrind: {error}"))?;
    let told = String::from_utf8_lossy(&done.stderr);
    let count = told.lines().find_map(|line| line.split_once("Collected :")?.1.split_whitespace().next()?.parse().ok());
    match count {
        Some(count) if count > 0 && done.status.success() => Ok(count),
        _ => Err(format!("valgrind counted nothing for {}: {told}", words.join(" "))),
    }
}
