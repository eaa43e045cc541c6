//! The C face: its library, its tests in plain C, its runner and its installation.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::c_symbols;
use super::command::{cargo, output, releases, run};

/// What a static library of Rust asks of the linker.
const NATIVE: [&str; 4] = ["-lpthread", "-ldl", "-lm", "-lgcc_s"];

/// Compiles the tests and the example against an installed copy, shared and static, and runs them.
///
/// # Errors
/// When something does not compile or a test fails.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let panicking = stage_panicking(root)?;
    let prefix = stage(root)?;
    abi(root, &prefix, false)?;
    let source = root.join("vsys-c/tests/c/test.c");

    let plain = compile(&source, &prefix, "test-shared", &shared(&prefix), &[])?;
    run(&mut Command::new(&plain))?;
    let whole = compile(&source, &prefix, "test-static", &fixed(&prefix), &[])?;
    run(&mut Command::new(whole))?;
    // The panic tells itself on standard error, which is not shown.
    let caught = compile(&source, &prefix, "test-panic", &fixed(&panicking), &["-DVSYS_PANIC_FOR_TEST"])?;
    run(Command::new(&caught).stderr(Stdio::null()))?;

    if exists("valgrind") {
        run(valgrind().arg(&plain))?;
        run(valgrind().arg(&caught).stderr(Stdio::null()))?;
    } else {
        println!("NOT RUN: the C tests under valgrind, which is not installed");
    }
    example(root, &prefix)
}

/// Builds the library and compares what it exports with the committed list, or writes that.
///
/// # Errors
/// When cargo fails, or a function is gone or new.
pub(crate) fn exports(root: &Path, write: bool) -> Result<(), String> {
    let prefix = stage(root)?;
    abi(root, &prefix, write)
}

fn abi(root: &Path, prefix: &Path, write: bool) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        println!("NOT RUN: the list of exported functions, which is that of Linux");
        return Ok(());
    }
    let library = prefix.join("lib/libvsys.so");
    if write { c_symbols::write(root, &library) } else { c_symbols::check(root, &library) }
}

/// The conformance runner, compiled: frames on standard input, answers on standard output.
///
/// # Errors
/// When it does not compile.
pub(crate) fn runner(root: &Path) -> Result<Command, String> {
    let prefix = stage(root)?;
    compile(&root.join("vsys-c/tests/c/runner.c"), &prefix, "runner", &shared(&prefix), &[]).map(Command::new)
}

/// Builds the library and installs it with its header and its pkg-config file.
///
/// # Errors
/// When cargo fails or a file cannot be written.
pub(crate) fn install(root: &Path, prefix: &Path) -> Result<(), String> {
    run(cargo(root).args(["build", "--release", "--package", "vsys-c"]))?;
    place(root, prefix)
}

/// valgrind, to which an invalid access and a definite leak are errors.
pub(crate) fn valgrind() -> Command {
    let mut command = Command::new("valgrind");
    command.args(["-q", "--log-fd=1", "--leak-check=full", "--show-leak-kinds=definite", "--error-exitcode=9"]);
    command
}

/// The example as a user compiles it: by pkg-config where there is one.
fn example(root: &Path, prefix: &Path) -> Result<(), String> {
    let mut flags = shared(prefix);
    if exists("pkg-config") {
        let found = output(
            Command::new("pkg-config")
                .args(["--cflags", "--libs", "vsys"])
                .env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")),
        )?;
        flags.extend(found.split_whitespace().map(str::to_owned));
    } else {
        println!("NOT RUN: vsys.pc, for pkg-config is not installed");
    }
    let program = compile(&root.join("examples/c/quick_start.c"), prefix, "quick_start", &flags, &[])?;
    run(Command::new(program).stdout(Stdio::null()))
}

fn compile(source: &Path, prefix: &Path, name: &str, link: &[String], define: &[&str]) -> Result<PathBuf, String> {
    let program = prefix.join(name);
    let compiler = env::var_os("CC").unwrap_or_else(|| "cc".into());
    run(Command::new(compiler)
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1", "-g", "-pthread"])
        .args(define)
        .arg("-I")
        .arg(prefix.join("include"))
        .arg(source)
        .arg("-o")
        .arg(&program)
        .args(link))?;
    Ok(program)
}

/// The shared library, found again beside the program that is linked to it.
pub(crate) fn shared(prefix: &Path) -> Vec<String> {
    vec![format!("-L{}", prefix.join("lib").display()), "-lvsys".to_owned(), "-Wl,-rpath,$ORIGIN/lib".to_owned()]
}

fn fixed(prefix: &Path) -> Vec<String> {
    let library = prefix.join("lib/libvsys.a").display().to_string();
    [library].into_iter().chain(NATIVE.map(str::to_owned)).collect()
}

/// An installed copy to test.
fn stage(root: &Path) -> Result<PathBuf, String> {
    let prefix = target(root).join("c");
    run(&mut releases(root))?;
    place(root, &prefix)?;
    Ok(prefix)
}

/// Where [`test`] leaves a copy that has `vsys_test_panic` and `vsys_cob_test_panic`.
pub(crate) fn panicking(root: &Path) -> PathBuf {
    target(root).join("c/panicking")
}

/// That copy; [`stage`] then builds the library without them again.
fn stage_panicking(root: &Path) -> Result<PathBuf, String> {
    let prefix = panicking(root);
    run(releases(root).args(["--features", "vsys-c/panic-for-test"]))?;
    place(root, &prefix)?;
    Ok(prefix)
}

/// Copies what was built.
pub(crate) fn place(root: &Path, prefix: &Path) -> Result<(), String> {
    let (face, release) = (root.join("vsys-c"), target(root).join("release"));
    let (include, lib, doc) = (prefix.join("include"), prefix.join("lib"), prefix.join("share/doc/vsys"));
    for folder in [&include, &lib.join("pkgconfig"), &doc] {
        fs::create_dir_all(folder).map_err(|error| told(folder, &error))?;
    }
    for header in ["vsys.h", "vsys.hpp", "VSYS.cpy"] {
        copy(&face.join("include").join(header), &include.join(header))?;
    }
    for text in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md"] {
        copy(&face.join(text), &doc.join(text))?;
    }
    copy(&release.join("libvsys.a"), &lib.join("libvsys.a"))?;
    if cfg!(target_os = "macos") {
        copy(&release.join("libvsys.dylib"), &lib.join("libvsys.dylib"))?;
    } else {
        let full = format!("libvsys.so.{}", env!("CARGO_PKG_VERSION"));
        copy(&release.join("libvsys.so"), &lib.join(&full))?;
        link(&full, &lib.join("libvsys.so.0"))?;
        link("libvsys.so.0", &lib.join("libvsys.so"))?;
    }
    let template = face.join("vsys.pc.in");
    let text = fs::read_to_string(&template).map_err(|error| told(&template, &error))?;
    let file = lib.join("pkgconfig/vsys.pc");
    fs::write(&file, text.replace("@VERSION@", env!("CARGO_PKG_VERSION"))).map_err(|error| told(&file, &error))
}

/// Copies into a new file, so that a program that has the old one loaded keeps it whole.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    remove(to)?;
    fs::copy(from, to).map(drop).map_err(|error| told(from, &error))
}

#[cfg(unix)]
fn link(to: &str, at: &Path) -> Result<(), String> {
    remove(at)?;
    std::os::unix::fs::symlink(to, at).map_err(|error| told(at, &error))
}

#[cfg(not(unix))]
fn link(_to: &str, at: &Path) -> Result<(), String> {
    Err(format!("{}: the C face is installed on Unix only", at.display()))
}

fn remove(file: &Path) -> Result<(), String> {
    if file.symlink_metadata().is_ok() { fs::remove_file(file).map_err(|error| told(file, &error)) } else { Ok(()) }
}

/// Where cargo builds.
fn target(root: &Path) -> PathBuf {
    root.join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

pub(crate) fn exists(program: impl AsRef<OsStr>) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn told(file: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", file.display())
}
