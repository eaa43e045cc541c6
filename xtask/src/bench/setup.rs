//! Data, peers and commands of the benchmarks, all inside the checkout.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use super::cases::{Contestant, Engine};
use crate::faces::command::{cargo, output, run};

/// The sums of the data, as `sha256sum` writes them.
const SUMS: &str = "benches/data.sha256";

fn folder(root: &Path) -> PathBuf {
    root.join("target/bench")
}

/// The program that is vsys as a contestant.
pub(crate) fn program(root: &Path) -> PathBuf {
    root.join("target/release/vsys-bench")
}

/// Builds vsys as a contestant.
///
/// # Errors
/// When it does not build.
pub(crate) fn build(root: &Path) -> Result<(), String> {
    run(cargo(root).args(["build", "--quiet", "--release", "--locked", "-p", "vsys-benches"]))
}

/// Builds vsys, makes the data, installs the peers. What there is already is not done again.
///
/// # Errors
/// When vsys does not build, or the data are not those of the sums. Peers that cannot be installed are told; they show
/// as NOT RUN.
pub(crate) fn prepare(root: &Path) -> Result<(), String> {
    let folder = folder(root);
    let data = folder.join("data");
    fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    build(root)?;
    if check(root, &data).is_err() {
        println!("making the data of the benchmarks");
        run(Command::new(program(root)).arg("data").arg(&data))?;
        check(root, &data)?;
    }
    for (who, done) in [("Python", python(root, &folder)), ("JavaScript", node(root)), ("Rust", crates(root))] {
        if let Err(error) = done {
            println!("the peers in {who} cannot be installed: {error}");
        }
    }
    Ok(())
}

/// Compares the data with their sums, unless that was done since they were made.
fn check(root: &Path, data: &Path) -> Result<(), String> {
    let sums = fs::read_to_string(root.join(SUMS)).map_err(|error| format!("{SUMS}: {error}"))?;
    let checked = data.join("checked");
    if fs::read_to_string(&checked).is_ok_and(|text| text == sums) {
        return Ok(());
    }
    for line in sums.lines() {
        let Some((sum, name)) = line.split_once("  ") else { continue };
        let path = data.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let own: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if own != sum {
            return Err(format!("{} is not what {SUMS} says", path.display()));
        }
    }
    fs::write(&checked, &sums).map_err(|error| format!("{}: {error}", checked.display()))
}

fn python(root: &Path, folder: &Path) -> Result<(), String> {
    let interpreter = interpreter(folder);
    if !interpreter.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    }
    let mut pip = Command::new(interpreter);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    run(pip.arg(root.join("benches/peers/requirements.txt")))
}

fn interpreter(folder: &Path) -> PathBuf {
    folder.join("venv/bin/python")
}

fn node(root: &Path) -> Result<(), String> {
    let peers = root.join("benches/peers");
    if peers.join("node_modules/ajv").exists() {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(peers))
}

fn crates(root: &Path) -> Result<(), String> {
    let mut command = cargo(root);
    command.args(["build", "--quiet", "--release", "--locked", "--manifest-path"]);
    run(command.arg(root.join("benches/peers/rust/Cargo.toml")).arg("--target-dir").arg(folder(root).join("rust")))
}

/// How a contestant is started.
pub(crate) fn command(root: &Path, contestant: &Contestant) -> Command {
    let (folder, peers) = (folder(root), root.join("benches/peers"));
    let mut command = match contestant.engine {
        Engine::Vsys => Command::new(program(root)),
        Engine::Python(file) => {
            let mut command = Command::new(interpreter(&folder));
            command.arg(peers.join(file)).arg(folder.join("data"));
            command
        }
        Engine::Node(file) => {
            let mut command = Command::new("node");
            command.arg(peers.join(file)).arg(folder.join("data"));
            command
        }
        Engine::Crate => {
            let mut command = Command::new(folder.join("rust/release/vsys-peers"));
            command.arg(folder.join("data"));
            command
        }
    };
    command.args(contestant.words);
    command
}

/// The benchmarks of the faces, which compare and print by themselves. The faces must have been built, as
/// `cargo xtask test` does; what is not there is told as NOT RUN.
///
/// # Errors
/// When one of them fails.
pub(crate) fn faces(root: &Path) -> Result<(), String> {
    let python = crate::faces::python::interpreter(root);
    let mut failed = Vec::new();
    for file in ["benches/python/allocation.py", "benches/python/pricing.py", "benches/form/form.py"] {
        println!("\n{file}");
        let there = output(Command::new(&python).args(["-c", "import vsys, numpy, polars, pyarrow"]));
        match there {
            Err(error) => println!("NOT RUN: {error}"),
            Ok(_) => failed.extend(run(Command::new(&python).arg(root.join(file))).err()),
        }
    }
    if root.join("vsys-wasm/pkg/package.json").exists() {
        // The peers of the form check.
        let peers = root.join("benches/form");
        failed.extend(run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(peers)).err());
        for file in ["form/form.mjs", "form/browser.mjs", "javascript/allocation.mjs", "javascript/browser.mjs"]
            .map(|file| format!("benches/{file}"))
        {
            println!("\n{file}");
            failed.extend(run(Command::new("node").arg(root.join(file))).err());
        }
    } else {
        println!("NOT RUN: vsys-wasm/pkg is not built");
    }
    println!("\nbenches/form/form.c");
    failed.extend(form_in_c(root).err());
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

fn form_in_c(root: &Path) -> Result<(), String> {
    run(cargo(root).args(["build", "--quiet", "--release", "--locked", "-p", "vsys-c"]))?;
    let program = folder(root).join("form-c");
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-std=c11", "-I"]).arg(root.join("vsys-c/include")).arg(root.join("benches/form/form.c"));
    compiler.arg(root.join("target/release/libvsys.a")).args(["-lpthread", "-ldl", "-lm", "-lgcc_s", "-o"]);
    run(compiler.arg(&program))?;
    run(&mut Command::new(program))
}

/// The day and the kind of machine.
pub(crate) fn machine() -> String {
    let day = output(Command::new("date").arg("+%Y-%m-%d")).unwrap_or_else(|_| "a day unknown".to_owned());
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("a processor unknown", |(_, model)| model);
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let vectors = ["avx512f", "avx2", "sse4_2"].into_iter().find(|flag| told.contains(flag)).unwrap_or("plain");
    let rustc = output(Command::new("rustc").arg("--version")).unwrap_or_default();
    format!("{day}: {model} ({vectors}), {count} processors, {}, {rustc}", std::env::consts::OS)
}
