//! `cargo xtask test`: sets up what is needed inside the checkout and tests everything. Nothing is
//! skipped without a line in the closing summary.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::faces::command::{cargo, run as execute};
use crate::{bake, conformance, faces, floors, generate, needs, site};

/// What became of a part.
enum Outcome {
    Passed,
    Failed(String),
    NotRun(&'static str),
}

/// A part of the tests with its time.
struct Done {
    part: &'static str,
    result: Outcome,
    time: Duration,
}

type Part = fn(&Context<'_>) -> Result<(), String>;

/// What every part may ask for.
pub(crate) struct Context<'a> {
    pub(crate) root: &'a Path,
    data: Option<PathBuf>,
}

/// Runs every part; one that fails does not stop the others.
pub(crate) fn run(root: &Path, words: &[String]) -> Result<(), String> {
    let (install, data) = options(words)?;
    let context = Context { root, data };
    let mut done = vec![timed("system packages", || needs::check(root, install))];
    if let Some(Done { result: Outcome::Failed(_), .. }) = done.first() {
        return close(&done);
    }
    let parts: &[(&'static str, Part)] = &[
        ("formatting", |c| execute(cargo(c.root).args(["fmt", "--all", "--check"]))),
        ("floors", |c| floors::check(c.root)),
        ("baked tables add up", |c| bake::check_sums(&c.root.join("vsys-core/data"))),
        ("generated files are up to date", |c| generate::run(c.root, true)),
        ("clippy", clippy),
        ("Rust tests", rust),
        ("PDF of the claim sheets", pdf),
        ("Rust docs", docs),
        ("examples", examples),
        ("Python face: set-up", |c| faces::python::setup(c.root)),
        ("Python face: build", |c| faces::python::build(c.root)),
        ("Python face: tests", |c| faces::python::test(c.root)),
        ("Python face: a fresh environment", |c| faces::python::fresh(c.root)),
        ("notebooks say what they said", |c| faces::python::notebooks(c.root, true)),
        ("a season, the same in Rust and Python", season),
        ("a month of claims, counted twice", crate::monthly::run),
        ("WASM face: set-up and build", |c| faces::wasm::setup(c.root).and_then(|()| faces::wasm::build(c.root))),
        ("WASM face: tests", |c| faces::wasm::test(c.root)),
        ("site: set-up and builds", |c| site::setup(c.root)),
        ("site: tests in a browser", |c| site::test(c.root)),
        ("C face: build and tests", |c| faces::c::build(c.root).and_then(|()| faces::c::test(c.root))),
        ("vectors come from source or oracle", oracle),
        ("vectors through every face", |c| conformance::run(c.root)),
        ("packages", |c| package(c.root)),
    ];
    for &(name, part) in parts {
        println!("\n=== {name}");
        done.push(timed(name, || part(&context)));
        if let Some(Done { result: Outcome::Failed(error), .. }) = done.last() {
            eprintln!("FAILED: {error}");
        }
    }
    done.push(match &context.data {
        Some(data) => timed("97,061 real institution codes", || institutions(root, data)),
        None => Done {
            part: "97,061 real institution codes",
            result: Outcome::NotRun("the file was not given: --data FOLDER"),
            time: Duration::ZERO,
        },
    });
    close(&done)
}

fn options(words: &[String]) -> Result<(bool, Option<PathBuf>), String> {
    let mut install = false;
    let mut data = None;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--install" => install = true,
            "--data" => {
                let folder = words.next().ok_or("--data: a folder is missing")?;
                data = Some(std::path::absolute(folder).map_err(|error| error.to_string())?);
            }
            other => return Err(format!("cargo xtask test: no such option: {other}")),
        }
    }
    Ok((install, data))
}

fn timed(part: &'static str, work: impl FnOnce() -> Result<(), String>) -> Done {
    let begun = Instant::now();
    let result = match work() {
        Ok(()) => Outcome::Passed,
        Err(error) => Outcome::Failed(error),
    };
    Done { part, result, time: begun.elapsed() }
}

/// The closing summary.
fn close(done: &[Done]) -> Result<(), String> {
    println!("\n=== summary");
    let (mut passed, mut failed, mut not_run) = (0, 0, 0);
    for Done { part, result, time } in done {
        let seconds = time.as_secs_f64();
        match result {
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
    let total: f64 = done.iter().map(|done| done.time.as_secs_f64()).sum();
    println!("in all   {total:7.1} s");
    println!("{passed} passed, {failed} failed, {not_run} skipped");
    if failed > 0 { Err("some parts failed; see the summary".to_owned()) } else { Ok(()) }
}

fn clippy(context: &Context<'_>) -> Result<(), String> {
    let mut command = cargo(context.root);
    command.args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]);
    execute(&mut command)
}

fn rust(context: &Context<'_>) -> Result<(), String> {
    let mut command = cargo(context.root);
    // The faces for Python and WASM are tested from their own languages.
    command.args(["test", "--workspace", "--exclude", "vsys-py", "--exclude", "vsys-wasm", "--locked"]);
    execute(&mut command)?;
    execute(cargo(context.root).args(["test", "-p", "vsys-wire", "--features", "toml", "--locked"]))
}

/// The feature `pdf` is off elsewhere: nothing else waits for what it is built of.
fn pdf(context: &Context<'_>) -> Result<(), String> {
    let core = |words: &[&str]| {
        let mut command = cargo(context.root);
        command.args(words).args(["-p", "vsys-core", "--features", "pdf", "--locked"]);
        command
    };
    execute(core(&["clippy"]).args(["--lib", "--test", "claims_pdf", "--", "-D", "warnings"]))?;
    execute(core(&["test"]).args(["--lib", "claims::render"]))?;
    execute(core(&["test"]).args(["--doc", "claims::render"]))?;
    execute(core(&["test"]).args(["--test", "claims_pdf"]))?;
    execute(core(&["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn docs(context: &Context<'_>) -> Result<(), String> {
    let mut command = cargo(context.root);
    command.args(["doc", "--no-deps", "--locked", "-p", "vsys-core", "-p", "vsys-wire", "-p", "vsys-c"]);
    execute(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn examples(context: &Context<'_>) -> Result<(), String> {
    let out = context.root.join("target/national_cycle");
    let mut command = cargo(context.root);
    command.args(["run", "--release", "--locked", "--example", "national_cycle", "--"]);
    execute(command.args(["--explain", "131032", "--lang", "en", "--out"]).arg(&out))?;
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

fn institutions(root: &Path, data: &Path) -> Result<(), String> {
    let mut command = cargo(root);
    command.args(["test", "--release", "--locked", "-p", "vsys-core", "--test", "institutions", "--", "--data"]);
    execute(command.arg(data))
}

/// Every crate that is published can be packaged.
pub(crate) fn package(root: &Path) -> Result<(), String> {
    let mut command = cargo(root);
    command.args(["package", "--workspace", "--no-verify", "--allow-dirty", "--locked", "--quiet"]);
    execute(&mut command)
}
