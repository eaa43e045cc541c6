//! COBOL on top of the C face: the quick start, and a month of claims in both encodings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use vsys_core::rows::Encoding;

use super::c;
use super::command::{output, run};
use super::languages::{fresh, prefix};
use super::python;

/// The hours and the municipality of the invented clinic of `monthly_claims`.
const HOURS: &str = "月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00; 2021-12-29 休診; 2021-12-30 休診; \
                     2021-12-31 休診; 2022-01-01 休診; 2022-01-03 休診";
const ROWS: &str = "5000";

/// The example in COBOL: the month of the Rust example as a fixed-length file, in both encodings, against an independent
/// count and the sheets of Rust; and what is refused.
///
/// # Errors
/// When something does not compile, or a figure differs.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let prefix = prefix(root);
    let folder = root.join("target/cobol");
    fresh(&folder)?;
    let (rows, sheets) = (folder.join("rows.csv"), folder.join("rust"));
    let example = || {
        let mut command = Command::new(root.join("target/release/examples/monthly_claims"));
        command.current_dir(root);
        command
    };
    run(example().args(["--generate", ROWS, "--encoding", "utf-8", "--out-csv"]).arg(&rows).arg("--out").arg(&sheets))?;
    let claim = ["--month", "2022-01", "--municipality", "131032", "--hours", HOURS, "--render", "csv", "--file"];
    output(example().args(claim).arg(&rows).arg("--out").arg(&sheets))?;
    quick_start(root, &prefix, &folder)?;
    panic(root, &folder)?;
    let check = |words: &[&str]| {
        let mut command = python::python(root);
        command.arg(root.join("examples/cobol/check.py")).args(words);
        command
    };
    for (name, encoding) in [("utf-8", Encoding::Utf8), ("cp932", Encoding::Cp932)] {
        let job = Job { prefix: &prefix, folder: folder.join(name) };
        run(check(&["make"]).arg(&rows).arg(&job.folder).args(["--encoding", name]))?;
        job.compile(root, encoding)?;
        job.claim(4)?;
        run(check(&["compare"])
            .arg(&job.folder)
            .args(["--encoding", name, "--sheets"])
            .arg(sheets.join("sheets.csv")))?;
        job.refusals()?;
    }
    Ok(())
}

/// The compiler, with the copybook and the library of an installed copy.
fn cobc(prefix: &Path) -> Command {
    let mut cobc = Command::new("cobc");
    cobc.args(["-x", "-static", "-Wall", "-lvsys", "-I"]).arg(prefix.join("include")).arg("-L").arg(prefix.join("lib"));
    cobc
}

/// CLM-1, CLM-2: 2,070 and the surcharge of 2,130; CLM-17: 12 of them with tax. Then everything that is wrong.
fn quick_start(root: &Path, prefix: &Path, folder: &Path) -> Result<(), String> {
    let program = folder.join("quick_start");
    run(cobc(prefix).arg("-o").arg(&program).arg(root.join("examples/cobol/quick_start.cob")))?;
    let told = output(Command::new(program).env("LD_LIBRARY_PATH", prefix.join("lib")))?;
    let lines: Vec<&str> = told.lines().collect();
    match lines[..] {
        [price, code, date, time]
            if price.contains(" 4,200 円")
                && price.ends_with(" 55,440 円")
                && code.ends_with("8")
                && date.starts_with("VSYS-P-DATE: ")
                && time.starts_with("VSYS-P-TIME: ") =>
        {
            Ok(())
        }
        _ => Err(format!("the quick start of COBOL tells something else: {told}")),
    }
}

/// A panic inside the library is a result as every other, and the program goes on.
fn panic(root: &Path, folder: &Path) -> Result<(), String> {
    let (prefix, program) = (c::panicking(root), folder.join("panic"));
    run(cobc(&prefix).arg("-o").arg(&program).arg(root.join("vsys-c/tests/cobol/panic.cob")))?;
    // The panic tells itself on standard error, which is not shown.
    let told = output(Command::new(program).env("LD_LIBRARY_PATH", prefix.join("lib")).stderr(Stdio::null()))?;
    let words: Vec<Vec<&str>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
    // CLM-1, CLM-2: 2,070 and the surcharge of 2,130.
    let expected = [
        &["OPEN", "+0000000000"][..],
        &["PANIC", "+000000016", "+0000000016", "c.call.panicked"],
        &["CLOSE", "+0000000000"],
        &["PRICE", "+0000000000", "+0000004200"],
    ];
    let same = words.len() == expected.len() && words.iter().zip(expected).all(|(line, begin)| line.starts_with(begin));
    if same { Ok(()) } else { Err(format!("a panic below COBOL tells something else: {told}")) }
}

/// The COBOL example in a folder of its files.
struct Job<'a> {
    prefix: &'a Path,
    folder: PathBuf,
}

impl Job<'_> {
    /// Translates the source into the encoding of its data, and compiles it.
    fn compile(&self, root: &Path, encoding: Encoding) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        let source = fs::read_to_string(root.join("examples/cobol/claims.cob")).map_err(told)?;
        let bytes = encoding.encode(&source).map_err(|at| format!("claims.cob: character {at} is not in CP932"))?;
        let file = self.folder.join("claims.cob");
        fs::write(&file, bytes).map_err(told)?;
        run(cobc(self.prefix).arg("-o").arg(self.folder.join("claims")).arg(file))
    }

    /// Runs it, and holds its exit code against the expected one.
    fn claim(&self, expected: i32) -> Result<(), String> {
        let mut command = Command::new(self.folder.join("claims"));
        command.current_dir(&self.folder).env("LD_LIBRARY_PATH", self.prefix.join("lib"));
        let done = command.output().map_err(|error| format!("claims: {error}"))?;
        if done.status.code() == Some(expected) {
            return Ok(());
        }
        let told = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        Err(format!("claims ended with {}, not with {expected}: {told}", done.status))
    }

    /// Wrong terms and missing files end with 8 and leave no sheets.
    fn refusals(&self) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        let (file, sheets) = (self.folder.join("PARAMETERS"), self.folder.join("SHEETS"));
        let parameters = fs::read(&file).map_err(told)?;
        let changed = |from: &[u8], to: &[u8]| -> Vec<u8> {
            let at = parameters.windows(from.len()).position(|window| window == from).unwrap_or(0);
            [parameters.get(..at), Some(to), parameters.get(at + from.len()..)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .concat()
        };
        let wrong = [
            (changed(b"202201", b"202213"), 8),
            (changed(b"131032", b"131033"), 8),
            (changed(b"MONTH ", b"MONAT "), 8),
            (changed(b"0900", b"2500"), 8),
            (changed(b"ENCODING ", b"ENCODING X"), 12),
            (Vec::new(), 8),
        ];
        for (text, expected) in wrong {
            let _ = fs::remove_file(&sheets);
            fs::write(&file, text).map_err(told)?;
            self.claim(expected)?;
            if sheets.exists() {
                return Err("sheets were written on terms that are refused".to_owned());
            }
        }
        fs::write(&file, parameters).map_err(told)?;
        fs::remove_file(self.folder.join("VACCINATIONS")).map_err(told)?;
        self.claim(8)
    }
}
