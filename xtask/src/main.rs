//! The one door for every chore of vsys: `cargo xtask <task>`.

mod bake;
mod bench;
mod conformance;
mod faces;
mod floors;
mod generate;
mod monthly;
mod needs;
mod schedule;
mod site;
mod test;
mod vectors;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <task>

  test [--install] [--data FOLDER] [--only PART]...
                                     set up what is needed inside the checkout and test everything;
                                     --install installs missing system packages, --data names the folder
                                     of the big real files, whose tests are otherwise NOT RUN;
                                     --only runs one part alone, and names them all when there is none such
  gen [--check]                      make schemas, headers, stubs and diagrams from the one table
  bake --input FOLDER [--check]      bake the tables of vsys-core/data from public data
  notebooks [--check]                execute the notebooks of the examples and write their outputs
  floors                             check that modules import only from lower floors
  bench [JOB…] [--missing] [--write] run the benchmarks beside their peers; more with a word it does not know
  serve [--port N]                   build the npm package and serve the example site
  install-c --prefix FOLDER          build and install libvsys, vsys.h and vsys.pc
  abi [--write]                      compare what libvsys exports with the committed list, or write it
  sanitize                           run the C tests under AddressSanitizer and ThreadSanitizer (Linux, x86_64)
  package                            check that every crate can be packaged
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, rest)) = words.split_first() else {
        print!("{HELP}");
        return ExitCode::from(2);
    };
    let root = root();
    let done = match task.as_str() {
        "test" => test::run(&root, rest),
        "gen" => generate::run(&root, rest.iter().any(|word| word == "--check")),
        "bake" => bake::run(rest),
        "notebooks" => faces::python::notebooks(&root, rest.iter().any(|word| word == "--check")),
        "floors" => floors::check(&root),
        "bench" => bench::run(&root, rest),
        "serve" => site::serve(&root, rest),
        "install-c" => install_c(&root, rest),
        "abi" => faces::c::exports(&root, rest.iter().any(|word| word == "--write")),
        "sanitize" => faces::c_sanitize::sanitize(&root),
        "package" => test::package(&root),
        _ => Err(format!("no such task: {task}\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the checkout.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn install_c(root: &Path, words: &[String]) -> Result<(), String> {
    match words {
        [option, prefix] if option == "--prefix" => faces::c::install(root, Path::new(prefix)),
        _ => Err("usage: cargo xtask install-c --prefix FOLDER".to_owned()),
    }
}
