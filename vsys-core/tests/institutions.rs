//! Every code of the lists of medical institutions of 2022-09 fits the rule of F-CODE: 97,061 codes,
//! ten digits under the check digit, in 埼玉, 千葉, 東京 and 神奈川 the last seven alone.
//!
//! The lists are not part of the repository. Give the folder that holds them:
//! `cargo test -p vsys-core --test institutions -- --data <folder>`; without it one line says that
//! nothing was run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flate2::read::GzDecoder;
use vsys_core::base::{CheckDigit, InstitutionCode, InstitutionKind, MunicipalityCode};

const FILE: &str = "institutions/medical_institutions_202209_slim.csv.gz";
const HEADER: &str = "code10,municipality_code6,ward_code6,check_digit_rule";
const CODES: usize = 97_061;
/// Lines of the list whose municipality is not known.
const WITHOUT_MUNICIPALITY: usize = 24;

fn main() -> ExitCode {
    // `cargo test -- --list` asks every test program for its tests.
    if std::env::args().any(|argument| argument == "--list") {
        if !std::env::args().any(|argument| argument == "--ignored") {
            println!("every_code_fits: test");
        }
        return ExitCode::SUCCESS;
    }
    let Some(folder) = data(std::env::args().skip(1)) else {
        println!(
            "NOT RUN: {CODES} institution codes need the data folder: \
             cargo test -p vsys-core --test institutions -- --data <folder> (holding {FILE})"
        );
        return ExitCode::SUCCESS;
    };
    match check(&read(&folder)) {
        Ok(counts) => {
            let Counts { ten, seven, without_municipality } = counts;
            println!(
                "{CODES} codes fit: {ten} by ten digits, {seven} by the last seven; {without_municipality} without municipality"
            );
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprintln!(
                "{} faults, the first: {}",
                faults.len(),
                faults.iter().take(10).cloned().collect::<Vec<_>>().join("; ")
            );
            ExitCode::FAILURE
        }
    }
}

/// The folder after `--data` or in `--data=…`; cargo's own flags and filters are passed over.
fn data(arguments: impl Iterator<Item = String>) -> Option<PathBuf> {
    let arguments: Vec<String> = arguments.collect();
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--data="));
    let after = || arguments.iter().position(|argument| argument == "--data").and_then(|at| arguments.get(at + 1));
    joined.or_else(|| after().map(String::as_str)).map(PathBuf::from)
}

fn read(folder: &Path) -> String {
    let path = folder.join(FILE);
    let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text
}

#[derive(Default)]
struct Counts {
    ten: usize,
    seven: usize,
    without_municipality: usize,
}

/// Checks every line and the number of lines.
fn check(text: &str) -> Result<Counts, Vec<String>> {
    let (mut counts, mut faults) = (Counts::default(), Vec::new());
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        faults.push(format!("the header is not {HEADER}"));
    }
    for line in lines {
        match fits(line) {
            Ok(CheckDigit::TenDigits) => counts.ten += 1,
            Ok(CheckDigit::LastSeven) => counts.seven += 1,
            Err(fault) => faults.push(format!("{line}: {fault}")),
        }
        counts.without_municipality += usize::from(line.contains(",,,"));
    }
    let lines = text.lines().count() - 1;
    if (lines, counts.without_municipality) != (CODES, WITHOUT_MUNICIPALITY) {
        faults.push(format!("{lines} lines, {} without municipality", counts.without_municipality));
    }
    if faults.is_empty() { Ok(counts) } else { Err(faults) }
}

/// The rule by which a line's code fits; it is the one that the line names, and the municipality and the
/// ward, where there are any, are codes of the same prefecture.
fn fits(line: &str) -> Result<CheckDigit, String> {
    let cells: Vec<&str> = line.split(',').collect();
    let [code, municipality, ward, named] = cells[..] else { return Err("four columns are expected".to_owned()) };
    for area in [municipality, ward].into_iter().filter(|area| !area.is_empty()) {
        let area: MunicipalityCode = area.parse().map_err(|problem| format!("{area}: {problem}"))?;
        if !code.starts_with(&area.prefecture().to_string()) {
            return Err(format!("{area} lies in another prefecture"));
        }
    }
    let code: InstitutionCode = code.parse().map_err(|problem| format!("code: {problem}"))?;
    let rule = code.check(InstitutionKind::Insurance).map_err(|problem| problem.to_string())?;
    match (rule, named) {
        (Some(CheckDigit::TenDigits), "10digit") => Ok(CheckDigit::TenDigits),
        (Some(CheckDigit::LastSeven), "7digit") => Ok(CheckDigit::LastSeven),
        (rule, named) => Err(format!("{rule:?}, the list says {named}")),
    }
}
