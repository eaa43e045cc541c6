//! C++, Java and C# on top of the C face, compiled and run against an installed copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vsys_core::rulebook::RuleBook;
use vsys_wire::Outcome;

use super::c;
use super::command::{output, run};

/// Debian's place of JNA.
pub(crate) const JNA: &str = "/usr/share/java/jna.jar";

/// The C++ wrapper: its tests under valgrind where there is one, and the example.
///
/// # Errors
/// When something does not compile or a test fails.
pub(crate) fn cpp(root: &Path) -> Result<(), String> {
    let prefix = prefix(root);
    c::place(root, &prefix)?;
    let compile = |source: &str, name: &str| -> Result<PathBuf, String> {
        let program = prefix.join(name);
        let mut command = Command::new("c++");
        command.args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1", "-g", "-pthread", "-I"]);
        command.arg(prefix.join("include")).arg(root.join(source)).arg("-o").arg(&program);
        run(command.args(c::shared(&prefix)))?;
        Ok(program)
    };
    let test = compile("vsys-c/tests/cpp/test.cpp", "test-cpp")?;
    run(&mut Command::new(&test))?;
    if c::exists("valgrind") {
        run(c::valgrind().arg(&test))?;
    }
    let told = output(&mut Command::new(compile("examples/cpp/quick_start.cpp", "quick-start-cpp")?))?;
    let lines: Vec<&str> = told.lines().collect();
    match lines[..] {
        [quantity, "4200 yen each, with tax 55440", "too early: true", code, refused]
            if quantity.starts_with(r#"{"answer":{"boxes":2000,"doses":1950000,"#)
                && refused.contains(code)
                && refused.starts_with(r#"{"error":"#) =>
        {
            Ok(())
        }
        _ => Err(format!("the quick start of C++ tells something else: {told}")),
    }
}

/// The quick start in Java, through JNA.
///
/// # Errors
/// When it does not compile or tells something else than the library.
pub(crate) fn java(root: &Path) -> Result<(), String> {
    let prefix = prefix(root);
    let (sources, classes) = (root.join("examples/java"), root.join("target/java"));
    fresh(&classes)?;
    let mut javac = Command::new("javac");
    javac.args(["--release", "17", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-cp", JNA, "-d"]).arg(&classes);
    run(javac.args(["Vsys.java", "QuickStart.java"].map(|name| sources.join(name))))?;
    let mut java = Command::new("java");
    java.arg("-cp").arg(format!("{}:{JNA}", classes.display()));
    java.arg(format!("-Djna.library.path={}", prefix.join("lib").display())).arg("-Dsun.stdout.encoding=UTF-8");
    java.arg("-Dfile.encoding=UTF-8");
    quick_start("Java", &output(java.arg("QuickStart"))?)
}

/// The quick start in C#, under mono.
///
/// # Errors
/// When it does not compile or tells something else than the library.
pub(crate) fn csharp(root: &Path) -> Result<(), String> {
    let prefix = prefix(root);
    let (sources, folder) = (root.join("examples/csharp"), root.join("target/csharp"));
    fresh(&folder)?;
    let program = folder.join("quick_start.exe");
    let mut mcs = Command::new("mcs");
    mcs.args(["-warn:4", "-warnaserror"]).arg(format!("-out:{}", program.display()));
    run(mcs.args(["Vsys.cs", "QuickStart.cs"].map(|name| sources.join(name))))?;
    let mut mono = Command::new("mono");
    mono.arg(program).env("LD_LIBRARY_PATH", prefix.join("lib")).env("LC_ALL", "C.UTF-8");
    quick_start("C#", &output(&mut mono)?)
}

/// What the quick starts of Java and C# print: byte for byte what the library says in this process.
fn quick_start(language: &str, told: &str) -> Result<(), String> {
    let book = RuleBook::bundled().map_err(|refusal| refusal.to_string())?;
    let ask = |operation: &str, request: &str| {
        String::from_utf8_lossy(&Outcome::of(&book, operation, request.as_bytes()).bytes).into_owned()
    };
    let holiday = r#"{"date":"2021-12-05","service":"vaccination","age":"six_and_over","time":"holiday","count":12}"#;
    let price = ask("claims.price", holiday);
    let refused = format!("code.municipality.form: {}", ask("code.municipality", r#"{"code":"青ヶ丘"}"#));
    let plain = told.replace(": True", ": true").replace("CheckDigit", "CHECK_DIGIT");
    let lines: Vec<&str> = plain.lines().collect();
    // CLM-1, CLM-2, CLM-17: 12 × (2,070 + 2,130) × 1.10; F-CODE for the check digit.
    let typed = ["4200 yen each, with tax 55440", "131033: CHECK_DIGIT", "too early: true"];
    if lines == [&[price.as_str()][..], &typed, &[refused.as_str()]].concat() {
        Ok(())
    } else {
        Err(format!("the quick start of {language} tells something else: {told}"))
    }
}

/// The installed copy that the other languages use, made by [`cpp`]. No part of the tests changes it meanwhile.
pub(crate) fn prefix(root: &Path) -> PathBuf {
    root.join("target/languages")
}

/// An empty folder.
pub(crate) fn fresh(folder: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(told)?;
    }
    fs::create_dir_all(folder).map_err(told)
}
