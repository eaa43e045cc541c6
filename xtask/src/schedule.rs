//! The parts of a long job, several at a time: each in a process of its own, and what it prints is shown as a whole
//! when it has ended.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What a part that failed prints before its error, as its last words.
pub(crate) const FAILED: &str = "FAILED: ";

/// A part: its name, the folder in which it builds (one part at a time), and the parts that it needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'p> {
    pub(crate) name: &'p str,
    pub(crate) builds_in: Option<&'p str>,
    pub(crate) needs: &'p [&'p str],
}

/// What became of a part.
pub(crate) enum Outcome {
    Passed,
    Failed(String),
    NotRun(&'static str),
}

/// A part with its time.
pub(crate) struct Done {
    part: String,
    outcome: Outcome,
    time: Duration,
}

impl Done {
    /// Does a piece of work in this process.
    pub(crate) fn timed(part: &str, work: impl FnOnce() -> Result<(), String>) -> Self {
        let begun = Instant::now();
        let outcome = match work() {
            Ok(()) => Outcome::Passed,
            Err(error) => Outcome::Failed(error),
        };
        Self { part: part.to_owned(), outcome, time: begun.elapsed() }
    }

    /// A part that is not run, and why.
    pub(crate) fn not_run(part: &str, why: &'static str) -> Self {
        Self { part: part.to_owned(), outcome: Outcome::NotRun(why), time: Duration::ZERO }
    }

    pub(crate) const fn has_failed(&self) -> bool {
        matches!(self.outcome, Outcome::Failed(_))
    }
}

/// Runs the parts, each by its command, and says what became of them, in their order. One that fails stops only those
/// that need it. What a part prints is kept in a file of `logs`, and shown on `out`.
///
/// # Errors
/// When something cannot be written, or a part needs what is not among the parts.
pub(crate) fn run(
    parts: &[Part<'_>],
    at_once: usize,
    logs: &Path,
    command: impl Fn(&str) -> Command,
    out: &mut impl Write,
) -> Result<Vec<Done>, String> {
    fs::create_dir_all(logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    let (told, ended) = mpsc::channel();
    let mut waiting = parts.to_vec();
    let mut running: Vec<Part<'_>> = Vec::new();
    let mut done: Vec<Done> = Vec::new();
    thread::scope(|scope| {
        loop {
            while running.len() < at_once {
                let Some(part) = next(&mut waiting, &running, &done) else { break };
                if let Some(needed) = part.needs.iter().find(|name| failed(&done, name)) {
                    done.push(Done::timed(part.name, || Err(format!("needs «{needed}», which failed"))));
                    continue;
                }
                writeln!(out, "--- {} begins", part.name).map_err(|error| error.to_string())?;
                running.push(part);
                let (told, command, log) = (told.clone(), command(part.name), log(logs, part.name));
                scope.spawn(move || {
                    let result = Done::timed(part.name, || to_file(command, &log));
                    // The other end waits for every part that runs.
                    let _ = told.send((result, log));
                });
            }
            if running.is_empty() {
                break;
            }
            let (result, log) = ended.recv().map_err(|error| error.to_string())?;
            running.retain(|part| part.name != result.part);
            show(&result, &log, out).map_err(|error| format!("{}: {error}", log.display()))?;
            done.push(result);
        }
        Ok::<_, String>(())
    })?;
    if let Some(part) = waiting.first() {
        return Err(format!("{}: needs what is never run: {}", part.name, part.needs.join(", ")));
    }
    done.sort_by_key(|done| parts.iter().position(|part| part.name == done.part));
    Ok(done)
}

/// The closing summary, from which the caller sees at once what failed and what was not run.
///
/// # Errors
/// When a part failed.
pub(crate) fn close(done: &[Done], time: Duration) -> Result<(), String> {
    println!("\n=== summary");
    let (mut passed, mut failed, mut not_run) = (0, 0, 0);
    for Done { part, outcome, time } in done {
        let seconds = time.as_secs_f64();
        match outcome {
            Outcome::Passed => {
                passed += 1;
                println!("passed   {seconds:7.1} s  {part}");
            }
            Outcome::Failed(error) => {
                failed += 1;
                println!("FAILED   {seconds:7.1} s  {part}: {}", error.lines().next().unwrap_or_default());
            }
            Outcome::NotRun(why) => {
                not_run += 1;
                println!("NOT RUN            {part}: {why}");
            }
        }
    }
    let sum: f64 = done.iter().map(|done| done.time.as_secs_f64()).sum();
    println!("in all   {:7.1} s  ({sum:.1} s, had they run one after the other)", time.as_secs_f64());
    println!("{passed} passed, {failed} failed, {not_run} skipped");
    if failed > 0 { Err("some parts failed; see the summary".to_owned()) } else { Ok(()) }
}

/// Takes the first part that may begin: nobody builds in its folder, and what it needs has ended.
fn next<'p>(waiting: &mut Vec<Part<'p>>, running: &[Part<'p>], done: &[Done]) -> Option<Part<'p>> {
    let free =
        |part: &Part<'_>| part.builds_in.is_none() || running.iter().all(|other| other.builds_in != part.builds_in);
    let ready = |part: &Part<'_>| part.needs.iter().all(|name| done.iter().any(|done| done.part == *name));
    let at = waiting.iter().position(|part| free(part) && ready(part))?;
    Some(waiting.remove(at))
}

fn failed(done: &[Done], name: &str) -> bool {
    done.iter().any(|done| done.part == name && done.has_failed())
}

/// The file of what a part prints.
fn log(logs: &Path, name: &str) -> PathBuf {
    let plain = name.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' });
    logs.join(plain.collect::<String>() + ".log")
}

/// Runs a command with everything that it prints in a file; the error is the one that it names last.
fn to_file(mut command: Command, log: &Path) -> Result<(), String> {
    let told = |error: io::Error| format!("{}: {error}", log.display());
    let file = File::create(log).map_err(told)?;
    command.stdin(Stdio::null()).stdout(file.try_clone().map_err(told)?).stderr(file);
    let status = command.status().map_err(told)?;
    if status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&fs::read(log).map_err(told)?).into_owned();
    let named = text.lines().rev().find_map(|line| line.strip_prefix(FAILED));
    Err(named.map_or_else(|| format!("ended with {status}"), str::to_owned))
}

/// Shows what a part printed, in one piece.
fn show(done: &Done, log: &Path, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n=== {}", done.part)?;
    if log.exists() {
        io::copy(&mut File::open(log)?, out)?;
    }
    let what = if done.has_failed() { "FAILED" } else { "passed" };
    writeln!(out, "--- {}: {what}, {:.1} s", done.part, done.time.as_secs_f64())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;

    const fn part<'p>(name: &'p str, builds_in: Option<&'p str>, needs: &'p [&'p str]) -> Part<'p> {
        Part { name, builds_in, needs }
    }

    type Outcomes = Vec<(String, Option<String>)>;

    /// Outcomes by name, and what was shown; a part whose name ends in `!` fails.
    fn outcomes(parts: &[Part<'_>], at_once: usize, folder: &str) -> Result<(Outcomes, String), String> {
        let logs = std::env::temp_dir().join(format!("vsys-schedule-{}-{folder}", std::process::id()));
        let command = |name: &str| {
            let mut command = Command::new("sh");
            let script = if name.ends_with('!') {
                "echo one; echo two; echo FAILED: broken >&2; exit 1"
            } else {
                "echo one; echo two"
            };
            command.args(["-c", script]);
            command
        };
        let mut out = Vec::new();
        let done = run(parts, at_once, &logs, command, &mut out);
        fs::remove_dir_all(&logs).unwrap();
        let told = |done: Done| match done.outcome {
            Outcome::Failed(error) => (done.part, Some(error)),
            Outcome::Passed | Outcome::NotRun(_) => (done.part, None),
        };
        Ok((done?.into_iter().map(told).collect(), String::from_utf8(out).unwrap()))
    }

    #[test]
    fn what_fails_stops_only_what_needs_it() {
        let parts = [
            part("a!", Some("x"), &[]),
            part("b", Some("x"), &["a!"]),
            part("c", None, &["b"]),
            part("d", Some("x"), &[]),
            part("e", None, &["d"]),
        ];
        for at_once in 1..4 {
            let failed = |name: &str, error: &str| (name.to_owned(), Some(error.to_owned()));
            let passed = |name: &str| (name.to_owned(), None);
            let expected = [
                failed("a!", "broken"),
                failed("b", "needs «a!», which failed"),
                failed("c", "needs «b», which failed"),
                passed("d"),
                passed("e"),
            ];
            let (outcomes, shown) = outcomes(&parts, at_once, &format!("fails-{at_once}")).unwrap();
            assert_eq!(outcomes, expected);
            // Each in one piece.
            assert!(shown.contains("\n=== a!\none\ntwo\nFAILED: broken\n--- a!: FAILED, "), "{shown}");
            assert!(shown.contains("\n=== d\none\ntwo\n--- d: passed, "), "{shown}");
        }
    }

    #[test]
    fn a_need_that_is_never_met_is_an_error() {
        let parts = [part("a", None, &["nobody"]), part("b", None, &[])];
        assert!(outcomes(&parts, 2, "never").is_err_and(|error| error.contains("nobody")));
    }

    /// Parts that build in one folder never run beside each other.
    #[test]
    fn a_folder_is_built_in_by_one_part_at_a_time() {
        let (mut waiting, running) =
            (vec![part("b", Some("x"), &[]), part("c", Some("y"), &[])], [part("a", Some("x"), &[])]);
        assert_eq!(next(&mut waiting, &running, &[]).map(|part| part.name), Some("c"));
        assert_eq!(next(&mut waiting, &running, &[]).map(|part| part.name), None);
        assert_eq!(next(&mut waiting, &[], &[]).map(|part| part.name), Some("b"));
    }
}
