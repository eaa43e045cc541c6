//! `cargo xtask test`: sets up what is needed inside the checkout and tests everything. Nothing is
//! skipped without a line in the closing summary.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::faces::command::{cargo, run as execute};
use crate::schedule::{self, Done, FAILED};
use crate::{bake, conformance, faces, floors, generate, monthly, needs, site};

/// What every part may ask for.
pub(crate) struct Context<'a> {
    pub(crate) root: &'a Path,
    data: Option<PathBuf>,
}

/// A part of the tests, and what it does.
struct Part {
    part: schedule::Part<'static>,
    run: fn(&Context<'_>) -> Result<(), String>,
}

const fn part(
    name: &'static str,
    builds_in: Option<&'static str>,
    needs: &'static [&'static str],
    run: fn(&Context<'_>) -> Result<(), String>,
) -> Part {
    Part { part: schedule::Part { name, builds_in, needs }, run }
}

/// Where cargo builds: two that build in the same folder would wait for each other.
const DEBUG: Option<&str> = Some("target/debug");
const RELEASE: Option<&str> = Some("target/release");

// Parts that others need.
const RUST: &str = "Rust tests";
const RELEASES: &str = "release builds";
const PYTHON: &str = "Python face: set-up";
const WHEEL: &str = "Python face: build";
const WASM: &str = "WASM face: set-up and build";
const SITE: &str = "site: set-up and builds";
const C: &str = "C face: build and tests";
/// Installs what the other languages use.
const CPP: &str = "C face: C++";

/// Needs a file that is not always there.
const INSTITUTIONS: &str = "97,061 real institution codes";

/// The parts. The first that can begins first, so what many wait for stands early.
const PARTS: &[Part] = &[
    part("formatting", None, &[], |c| execute(cargo(c.root).args(["fmt", "--all", "--check"]))),
    part("floors", None, &[], |c| floors::check(c.root)),
    part("baked tables add up", None, &[], |c| bake::check_sums(&c.root.join("vsys-core/data"))),
    part("generated files are up to date", None, &[], |c| generate::run(c.root, true)),
    part("clippy", DEBUG, &[], clippy),
    part(RELEASES, RELEASE, &[], |c| execute(&mut faces::command::releases(c.root))),
    part(PYTHON, None, &[], |c| faces::python::setup(c.root)),
    part(RUST, DEBUG, &[], rust),
    part(WHEEL, RELEASE, &[PYTHON], |c| faces::python::build(c.root)),
    part(WASM, None, &[], |c| faces::wasm::setup(c.root).and_then(|()| faces::wasm::build(c.root))),
    part("Python face: tests", None, &[WHEEL], |c| faces::python::test(c.root)),
    part(C, RELEASE, &[RELEASES], |c| faces::c::test(c.root)),
    part("Python face: types", None, &[WHEEL], |c| faces::python::types(c.root)),
    part("Python face: a fresh environment", None, &[WHEEL], |c| faces::python::fresh(c.root)),
    part("notebooks say what they said", None, &[WHEEL], |c| faces::python::notebooks(c.root, true)),
    part("WASM face: tests", None, &[WASM], |c| faces::wasm::test(c.root)),
    part(SITE, None, &[WASM], |c| site::setup(c.root)),
    part("site: tests in a browser", None, &[SITE], |c| site::test(c.root)),
    part(CPP, None, &[C], |c| faces::languages::cpp(c.root)),
    part("C face: COBOL", None, &[CPP, PYTHON], |c| faces::cobol::test(c.root)),
    part("C face: Java", None, &[CPP], |c| faces::languages::java(c.root)),
    part("C face: C#", None, &[CPP], |c| faces::languages::csharp(c.root)),
    part("C face: SQLite", None, &[CPP], |c| faces::sqlite::test(c.root)),
    part("vectors through every face", None, &[WHEEL, WASM, C], |c| conformance::run(c.root)),
    part("vectors come from source or oracle", None, &[RELEASES, PYTHON], oracle),
    part("examples", RELEASE, &[RELEASES], examples),
    part("a season, the same in Rust and Python", RELEASE, &[RELEASES, WHEEL], season),
    part("a month of claims, counted twice", None, &[RELEASES, PYTHON], monthly::run),
    part("a month of claims as PDF", None, &[RUST], monthly::pdf),
    part("Rust docs", DEBUG, &[], docs),
    part("packages", None, &[], |c| package(c.root)),
    part(INSTITUTIONS, RELEASE, &[], institutions),
];

/// Runs the parts; one that fails stops only what needs it.
pub(crate) fn run(root: &Path, words: &[String]) -> Result<(), String> {
    let begun = Instant::now();
    let Options { install, data, only } = Options::read(words)?;
    let context = Context { root, data };
    if !only.is_empty() {
        return only.iter().try_for_each(|part| (part.run)(&context)).map_err(|error| format!("{FAILED}{error}"));
    }
    let mut done = vec![Done::timed("system packages", || needs::check(root, install))];
    if !done.iter().any(Done::has_failed) {
        let there = |part: &schedule::Part<'_>| part.name != INSTITUTIONS || context.data.is_some();
        let parts: Vec<_> = PARTS.iter().map(|part| part.part).filter(there).collect();
        let xtask = std::env::current_exe().map_err(|error| error.to_string())?;
        let command = |name: &str| {
            let mut command = Command::new(&xtask);
            command.args(["test", "--only", name]);
            context.data.iter().for_each(|data| _ = command.arg("--data").arg(data));
            command
        };
        done.extend(schedule::run(&parts, at_once(), &root.join("target/test"), command, &mut std::io::stdout())?);
        if context.data.is_none() {
            done.push(Done::not_run(INSTITUTIONS, "the file was not given: --data FOLDER"));
        }
    }
    schedule::close(&done, begun.elapsed())
}

/// How many parts run at a time: one for each processor, but most take more than one now and then.
fn at_once() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 4)
}

/// What was asked for.
struct Options {
    install: bool,
    data: Option<PathBuf>,
    only: Vec<&'static Part>,
}

impl Options {
    fn read(words: &[String]) -> Result<Self, String> {
        let mut options = Self { install: false, data: None, only: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--install" => options.install = true,
                "--data" => {
                    let folder = words.next().ok_or("--data: a folder is missing")?;
                    options.data = Some(std::path::absolute(folder).map_err(|error| error.to_string())?);
                }
                "--only" => {
                    let name = words.next().ok_or("--only: the name of a part is missing")?;
                    let known = || PARTS.iter().map(|part| part.part.name).collect::<Vec<_>>().join("\n  ");
                    let part = PARTS.iter().find(|part| part.part.name == name);
                    options.only.push(part.ok_or_else(|| format!("--only {name}: the parts are\n  {}", known()))?);
                }
                other => return Err(format!("cargo xtask test: no such option: {other}")),
            }
        }
        Ok(options)
    }
}

/// Everything that features add; each lies beside the rest and changes nothing of it.
const FEATURES: [&str; 2] = [
    "--features",
    "vsys-core/pdf,vsys-core/parallel,vsys-examples/pdf,vsys-examples/parallel,vsys-wire/toml,vsys-wire/parallel",
];

fn clippy(context: &Context<'_>) -> Result<(), String> {
    let lint = |words: &[&str]| {
        let mut command = cargo(context.root);
        execute(command.args(["clippy", "--locked"]).args(words).args(["--", "-D", "warnings"]))
    };
    lint(&[&["--workspace", "--all-targets"][..], &FEATURES].concat())?;
    // The same code where nothing of that is there.
    lint(&["-p", "vsys-sharing", "-p", "vsys-core", "-p", "vsys-wire", "-p", "vsys-examples", "--lib", "--examples"])
}

fn rust(context: &Context<'_>) -> Result<(), String> {
    // The faces for Python and WASM are tested from their own languages; the benchmarks have no tests.
    let not_here =
        ["vsys-py", "vsys-wasm", "vsys-wasm-module", "vsys-benches", "xtask"].map(|name| ["--exclude", name]).concat();
    let mut command = cargo(context.root);
    execute(command.args(["test", "--locked", "--workspace"]).args(not_here).args(FEATURES))?;
    // By itself it is built as it is built to run.
    execute(cargo(context.root).args(["test", "--locked", "-p", "xtask"]))
}

fn docs(context: &Context<'_>) -> Result<(), String> {
    let doc = |words: &[&str]| {
        let mut command = cargo(context.root);
        execute(command.args(["doc", "--no-deps", "--locked"]).args(words).env("RUSTDOCFLAGS", "-D warnings"))
    };
    doc(&["-p", "vsys-sharing", "-p", "vsys-core", "-p", "vsys-wire", "-p", "vsys-c"])?;
    doc(&["-p", "vsys-core", "--features", "pdf"])
}

fn examples(context: &Context<'_>) -> Result<(), String> {
    let out = context.root.join("target/national_cycle");
    let mut command = cargo(context.root);
    command.args(["run", "--release", "--locked", "--example", "national_cycle", "--"]);
    execute(command.args(["--explain", "131032", "--lang", "en", "--out"]).arg(&out))?;
    for lang in ["ja", "en"] {
        let mut command = cargo(context.root);
        command.args(["run", "-q", "--release", "--locked", "--example", "summer_2021", "--", "--lang", lang]);
        execute(&mut command)?;
    }
    execute(cargo(context.root).args(["run", "-q", "--release", "--locked", "--example", "call", "--", "--list"]))
}

/// The scripted season tells the same story in both languages of each example.
fn season(context: &Context<'_>) -> Result<(), String> {
    let told = |command: &mut Command, lang: &str| {
        let output = command.args(["--lang", lang]).output().map_err(|error| error.to_string())?;
        let story = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() && story.lines().count() > 40 {
            Ok(story)
        } else {
            Err(format!("the season was not told ({lang}): {}", String::from_utf8_lossy(&output.stderr)))
        }
    };
    let script = context.root.join("examples/python/season.py");
    for lang in ["ja", "en"] {
        let mut rust = cargo(context.root);
        let rust = told(rust.args(["run", "-q", "--release", "--locked", "--example", "season", "--"]), lang)?;
        let python = told(faces::python::python(context.root).arg(&script), lang)?;
        if rust != python {
            return Err(format!("the season differs between Rust and Python ({lang})"));
        }
        println!("{rust}");
    }
    Ok(())
}

fn oracle(context: &Context<'_>) -> Result<(), String> {
    let mut command = faces::python::python(context.root);
    execute(command.arg(context.root.join("vectors/oracle/make.py")).arg("--check"))?;
    let call = context.root.join("target/release/examples/call");
    let mut command = faces::python::python(context.root);
    command.arg(context.root.join("vectors/oracle/check.py")).arg("--call").arg(call).arg("--schemas");
    execute(&mut command)
}

fn institutions(context: &Context<'_>) -> Result<(), String> {
    let data = context.data.as_ref().ok_or("the file was not given: --data FOLDER")?;
    let mut command = cargo(context.root);
    command.args(["test", "--release", "--locked", "-p", "vsys-core", "--test", "institutions", "--", "--data"]);
    execute(command.arg(data))
}

/// Every crate that is published can be packaged.
pub(crate) fn package(root: &Path) -> Result<(), String> {
    let mut command = cargo(root);
    command.args(["package", "--workspace", "--no-verify", "--allow-dirty", "--locked", "--quiet"]);
    execute(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is needed stands above what needs it, so that every part is run.
    #[test]
    fn what_a_part_needs_stands_above_it() {
        for (at, part) in PARTS.iter().enumerate() {
            for need in part.part.needs {
                let above = PARTS.iter().take(at).any(|other| other.part.name == *need);
                assert!(above, "{}: {need}", part.part.name);
            }
        }
    }
}
