//! Commands of other programs, which tell by name what failed.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What cargo and rustup leave in the environment of what they start: of no use, or harmful, to
/// another toolchain.
pub(crate) const OF_CARGO: [&str; 7] = [
    "CARGO",
    "LD_LIBRARY_PATH",
    "RUSTC",
    "RUSTDOC",
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUST_RECURSION_COUNT",
];

/// Runs a command to its end. What it prints is shown.
///
/// # Errors
/// When it cannot be started or fails; the command is named.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", line(command))) }
}

/// What a command writes to its standard output.
///
/// # Errors
/// When it cannot be started or fails; the command is named.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{}: {error}", line(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(format!("{}: {}\n{}", line(command), output.status, String::from_utf8_lossy(&output.stderr).trim()))
    }
}

/// Cargo in a folder: the one that runs this task, or that of the path.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command
}

/// What the tests run of the release: the examples, and the C library. All that build it say the same words, as
/// `cargo run --release --example` does for those of the README, so that cargo finds it built: with other packages
/// beside them, the crates that these share would have other features.
pub(crate) fn releases(root: &Path) -> Command {
    let mut command = cargo(root);
    command.args(["build", "--release", "--locked", "--lib", "--examples"]);
    command
}

/// A command as it would be typed.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
