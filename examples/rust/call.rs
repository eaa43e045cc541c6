//! The table of operations from a shell.
//!
//! ```sh
//! echo '{"date":"2021-07-22"}' | cargo run -q --release --example call -- calendar.holiday
//! cargo run -q --release --example call -- --list
//! cargo run -q --release --example call -- --schema calendar.holiday
//! ```
//!
//! The request stands on standard input, the answer on standard output; exit 0 with an answer, 2
//! with an error.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use vsys_core::rulebook::RuleBook;
use vsys_wire::{OPERATIONS, Outcome, operation};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("call: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut out = io::stdout().lock();
    match arguments {
        ["--list"] => {
            for operation in OPERATIONS {
                writeln!(out, "{}", operation.name)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        ["--schema", name] => match operation(name) {
            Some(operation) => {
                out.write_all(&operation.schema())?;
                out.write_all(b"\n")?;
                Ok(ExitCode::SUCCESS)
            }
            None => answer(&mut out, name, b"{}"),
        },
        [name] if !name.starts_with("--") => {
            let mut request = Vec::new();
            // One byte more than a request may have is enough to refuse it.
            io::stdin().lock().take((64 << 20) + 1).read_to_end(&mut request)?;
            answer(&mut out, name, &request)
        }
        _ => Err("usage: call OPERATION | --list | --schema OPERATION".into()),
    }
}

fn answer(out: &mut impl Write, name: &str, request: &[u8]) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let book = RuleBook::bundled()?;
    let outcome = Outcome::of(&book, name, request);
    out.write_all(&outcome.bytes)?;
    out.write_all(b"\n")?;
    Ok(if outcome.ok { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
