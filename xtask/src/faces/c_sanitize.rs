//! The C tests with the library and the tests themselves under AddressSanitizer and ThreadSanitizer, and the tests in Rust
//! of the same boundary, which call what COBOL calls, under AddressSanitizer.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::command::{OF_CARGO, cargo, run};

const TARGET: &str = "x86_64-unknown-linux-gnu";
const PACKAGE: [&str; 7] = ["--locked", "--package", "vsys-c", "--features", "panic-for-test", "--target", TARGET];

/// A sanitizer: what rustc and the C compiler call it, whether the standard library has to be built for it, what the C
/// compiler is told besides, and its options.
struct Sanitizer {
    name: &'static str,
    with_std: bool,
    more: &'static [&'static str],
    options: (&'static str, &'static str),
}

/// What a thread does in the standard library must be seen by ThreadSanitizer, or its locks look like races.
const SANITIZERS: [Sanitizer; 2] = [
    Sanitizer { name: "address", with_std: false, more: &[], options: ("ASAN_OPTIONS", "detect_leaks=1:exitcode=9") },
    Sanitizer {
        name: "thread",
        with_std: true,
        more: &["-DVSYS_THREADS_ALONE", "-fno-builtin", "vsys-c/tests/c/thread.c"],
        options: ("TSAN_OPTIONS", "halt_on_error=1:exitcode=9"),
    },
];

/// Builds library and tests for each sanitizer and runs them: every function, every error path, threads, a
/// panic, and what COBOL calls; under ThreadSanitizer the threads and the panic alone.
///
/// # Errors
/// When something does not build, a test fails, or a sanitizer finds a fault.
pub(crate) fn sanitize(root: &Path) -> Result<(), String> {
    for sanitizer in &SANITIZERS {
        let library = library(root, sanitizer)?;
        let program = library.with_file_name("sanitized");
        run(Command::new("cc")
            .args(["-std=c11", "-O1", "-g", "-pthread", "-DVSYS_PANIC_FOR_TEST"])
            .arg(format!("-fsanitize={}", sanitizer.name))
            .args(sanitizer.more)
            .current_dir(root)
            .arg("-I")
            .arg(root.join("vsys-c/include"))
            .arg(root.join("vsys-c/tests/c/test.c"))
            .arg(&library)
            .args(["-lpthread", "-ldl", "-lm", "-lgcc_s", "-o"])
            .arg(&program))?;
        println!("{}:", sanitizer.name);
        let (variable, options) = sanitizer.options;
        // The forced panic tells itself on standard error, and so would a fault.
        run(Command::new(&program).env(variable, options).stderr(Stdio::inherit()))?;
        if !sanitizer.with_std {
            // rustc has the runtime that a program of its own needs, for its own standard library.
            run(told(root, sanitizer).args(["test", "--test", "abi"]).args(PACKAGE).env(variable, options))?;
        }
    }
    Ok(())
}

/// Cargo, which tells a stable compiler to take what is still unstable.
fn told(root: &Path, sanitizer: &Sanitizer) -> Command {
    let mut command = cargo(root);
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", format!("-Zsanitizer={}", sanitizer.name))
        .env("CARGO_TARGET_DIR", folder(root, sanitizer));
    command
}

fn folder(root: &Path, sanitizer: &Sanitizer) -> PathBuf {
    root.join("target").join(sanitizer.name)
}

/// The static library.
fn library(root: &Path, sanitizer: &Sanitizer) -> Result<PathBuf, String> {
    let mut command = told(root, sanitizer);
    if sanitizer.with_std {
        // Debian's compiler has the source of its library beside it (`rustc-web`, `rust-web-src`).
        for variable in OF_CARGO {
            command.env_remove(variable);
        }
        command.env("RUSTC", "/usr/bin/rustc");
    }
    command.args(["rustc", "--lib", "--crate-type", "staticlib"]).args(PACKAGE);
    if sanitizer.with_std {
        command.arg("-Zbuild-std=std,panic_unwind");
    }
    run(&mut command)?;
    Ok(folder(root, sanitizer).join(TARGET).join("debug/libvsys.a"))
}
