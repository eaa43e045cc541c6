//! The WASM face: its tools, its npm package, its tests and its runner.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vsys_wire::OPERATIONS;
use wasm_bindgen_cli_support::Bindgen;

use super::command::{OF_CARGO, cargo, output, run};
use super::wasm_compressible::compressible;

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, which has its library's source beside it (`rustc-web`, `rust-web-src`, `rust-web-llvm`, `lld`).
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Where Debian puts the browser of the tests; `VSYS_TEST_CHROMIUM` names another.
const CHROMIUM: &str = "/usr/bin/chromium";

/// The files of the package that are written for it or made from the table.
const SOURCES: &str = "vsys-wasm/js";

/// Installs the pinned tools.
///
/// # Errors
/// When npm fails.
pub(crate) fn setup(root: &Path) -> Result<(), String> {
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(root.join("vsys-wasm")))
}

/// Builds the npm package in `vsys-wasm/pkg`, with the tools of the set-up.
///
/// # Errors
/// When there is no toolchain for the target, or something cannot be built or written.
pub(crate) fn build(root: &Path) -> Result<(), String> {
    let package = root.join("vsys-wasm/pkg");
    let [whole, small] = [compile(root, "whole", &[])?, compile(root, "small", &["--no-default-features"])?];
    if package.exists() {
        fs::remove_dir_all(&package).map_err(|error| format!("{}: {error}", package.display()))?;
    }
    for (wasm, target, folder) in
        [(&whole, "web", "web"), (&whole, "bundler", "bundler"), (&whole, "nodejs", "nodejs"), (&small, "web", "small")]
    {
        bind(wasm, target, &package.join(folder)).map_err(|error| format!("wasm-bindgen, {folder}: {error}"))?;
    }
    // The package is made of ES modules; wasm-bindgen's code for Node is of the older kind.
    write(&package.join("nodejs/package.json"), "{\"type\":\"commonjs\"}\n")?;
    copy_folder(&root.join(SOURCES), &package)?;
    run(Command::new("node").arg("minify.mjs").current_dir(root.join("vsys-wasm")))?;
    fs::create_dir_all(package.join("schemas")).map_err(|error| format!("{}: {error}", package.display()))?;
    for operation in OPERATIONS {
        let path = package.join("schemas").join(format!("{}.json", operation.name));
        fs::write(&path, operation.schema()).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    write(&package.join("package.json"), &manifest(root)?)?;
    for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
        copy(&root.join("vsys-wasm").join(file), &package.join(file))?;
    }
    Ok(())
}

/// Tests the package: behaviour in Node, types, the example.
///
/// # Errors
/// When a test fails.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let face = root.join("vsys-wasm");
    let mut tests = files(&face.join("test"))?;
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    tests.sort();
    if tests.is_empty() {
        return Err("vsys-wasm/test: there are no tests".to_owned());
    }
    run(Command::new("node").arg("test/size.mjs").current_dir(&face))?;
    run(Command::new("node").arg("--test").args(tests).current_dir(&face))?;
    run(Command::new("node").args(["node_modules/typescript/bin/tsc", "--project", "test"]).current_dir(&face))?;
    run(Command::new("node").arg(root.join("examples/node/quick_start.mjs")).current_dir(root))
}

/// The conformance runner in Node: frames on standard input, answers on standard output.
pub(crate) fn runner(root: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(root.join("vsys-wasm/test/runner.mjs")).current_dir(root);
    command
}

/// The same in a worker of a page in Chromium.
pub(crate) fn browser_runner(root: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(root.join("vsys-wasm/test/runner_chromium.mjs")).current_dir(root);
    command
}

/// Whether a compiler of this system has the source of its library.
pub(crate) fn has_toolchain() -> bool {
    has_source(&compiler()) || has_source(OsStr::new(DEBIAN_RUSTC))
}

/// The browser of the tests. What launches it is `vsys-wasm/test/chromium.mjs`.
pub(crate) fn chromium() -> PathBuf {
    env::var_os("VSYS_TEST_CHROMIUM").unwrap_or_else(|| CHROMIUM.into()).into()
}

/// Compiles the crate, and the library from its source; the module is kept under a name.
///
/// The library that comes built would make a page load about an eighth more. Built here, it does without what a page never
/// shows (the words and places of panics, `Debug`; the trap stays), and takes its short ways to sort.
///
/// No wasm-opt: `-Oz` of binaryen 132 took 14 % off the small module, and what a server sends of it (brotli) grew by 5 %.
fn compile(root: &Path, name: &str, features: &[&str]) -> Result<PathBuf, String> {
    // Other flags: a target folder of its own.
    let folder = root.join("target/wasm");
    let mut command = if has_source(&compiler()) {
        cargo(root)
    } else if has_source(OsStr::new(DEBIAN_RUSTC)) {
        let mut command = Command::new("cargo");
        command.current_dir(root);
        OF_CARGO.iter().for_each(|name| _ = command.env_remove(name));
        command.env("RUSTC", DEBIAN_RUSTC);
        command
    } else {
        return Err("the source of Rust's library is missing: `rustup component add rust-src`, or on Debian \
                    `apt-get install --no-install-recommends rustc-web rust-web-src rust-web-llvm lld-22`"
            .to_owned());
    };
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_ENCODED_RUSTFLAGS", flags(root));
    command.args(["build", "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "--locked"]);
    command
        .args(["-p", "vsys-wasm-module", "--profile", "wasm-release", "--target", TARGET, "--target-dir"])
        .arg(&folder);
    run(command.args(features))?;
    let kept = folder.join(format!("vsys_{name}.wasm"));
    copy(&folder.join(TARGET).join("wasm-release/vsys_wasm_module.wasm"), &kept)?;
    Ok(kept)
}

/// What the compiler is told besides.
///
/// - `simd128`: every browser since March 2023 (Safari 16.4, the last) has it, and sharing takes a quarter less time.
/// - Loops of more than eight rounds stay loops until they become vectors: the rows of the narrow way have sixteen lanes, and
///   unrolled they were gathered lane by lane. Sharing takes 7 % less time, and a page loads 3 kB less.
/// - A loop keeps the counter that it was written with, and a value is loaded where it is used: the compiler would carry
///   pointers along, and load a value on every way that leads there. A page loads 5 kB less.
/// - A call that is put into its caller must save more than its own instructions. A page loads half a kilobyte less.
/// - No paths of the machine: the package is the same wherever it is built.
fn flags(root: &Path) -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = OsString::from("-Zunstable-options");
    for flag in [
        "-Ctarget-feature=+simd128",
        "-Cllvm-args=-unroll-full-max-count=8",
        "-Cllvm-args=-disable-lsr",
        "-Cllvm-args=-enable-load-pre=false",
        "-Cllvm-args=-enable-load-in-loop-pre=false",
        "-Cllvm-args=-inline-call-penalty=35",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ] {
        flags.push("\u{1f}");
        flags.push(flag);
    }
    for (path, name) in [(Some(root.to_path_buf()), "vsys"), (home, "cargo")] {
        let Some(path) = path else { continue };
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(path);
        flags.push("=");
        flags.push(name);
    }
    flags
}

/// The compiler that cargo takes.
fn compiler() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Whether a compiler has the source of its library.
fn has_source(compiler: &OsStr) -> bool {
    let mut rustc = Command::new(compiler);
    if compiler == DEBIAN_RUSTC {
        OF_CARGO.iter().for_each(|name| _ = rustc.env_remove(name));
    }
    output(rustc.args(["--print", "sysroot"]))
        .is_ok_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml").exists())
}

fn bind(wasm: &Path, target: &str, folder: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    match target {
        "web" => bindgen.web(true),
        "bundler" => bindgen.bundler(true),
        _ => bindgen.nodejs(true),
    }
    .map_err(|error| error.to_string())?
    .input_path(wasm)
    .out_name("vsys_wasm")
    .typescript(true)
    .omit_default_module_path(false)
    .remove_name_section(true)
    .remove_producers_section(true)
    .generate(folder)
    .map_err(|error| format!("{error:#}"))?;
    let path = folder.join("vsys_wasm_bg.wasm");
    let module = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    fs::write(&path, compressible(&module)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// The manifest of the package with the version of the workspace. The order of its conditions counts,
/// so it is kept as it is written.
fn manifest(root: &Path) -> Result<String, String> {
    let path = root.join(SOURCES).join("package.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let place = "\"version\": \"0.0.0\"";
    if text.matches(place).count() == 1 {
        Ok(text.replace(place, concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"")))
    } else {
        Err(format!("{}: {place} is expected once", path.display()))
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    for file in files(from)? {
        copy(&file, &to.join(file.file_name().unwrap_or(OsStr::new("file"))))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
