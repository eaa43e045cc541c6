//! The main job: one cycle of a nation, from the registered supply to the last clinic.
//!
//! ```sh
//! cargo run --release --example national_cycle
//! cargo run --release --example national_cycle -- --cycle 9 --explain 131032 --lang en
//! cargo run --release --example national_cycle -- --sites my_sites.csv --needle-supply 200000
//! ```
//!
//! Shares a real supply over 47 prefectures and 1,741 municipalities by real populations and on to
//! the sites, derives needles and syringes, walks the workflow to the lock, verifies the answer
//! without the engine, prints a table and the published figures beside it, and writes CSV and JSON. Wrong input gives every finding at
//! once, writes nothing and exits with 2. `--help` lists the options.

mod options;
mod output;
mod plan;
mod published;
mod report;
mod sites;
mod workflow;

use std::process::ExitCode;

use vsys_core::base::Refusal;
use vsys_core::rulebook::RuleBook;
use vsys_examples::Words;

use options::Options;

/// Why the job stopped: the findings in the caller's language.
pub(crate) enum Stop {
    /// Findings about the input, or a refusal of the library.
    Refused(Refusal),
    /// A file that cannot be read or written, or words that are no options.
    Plain(Vec<String>),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        print!("{}", options::HELP);
        return ExitCode::SUCCESS;
    }
    let lang = Words::lang_of(&words);
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            report::stopped(&stop, lang);
            ExitCode::from(2)
        }
    }
}

fn run(words: &[String]) -> Result<(), Stop> {
    let book = RuleBook::bundled()?;
    let options = Options::parse(words, &book)?;
    let plan = plan::Plan::make(&book, &options)?;
    let state = workflow::to_lock(&plan)?;
    workflow::verify(&plan)?;
    report::print(&book, &plan, &state, &options);
    let published = published::compare(&book, &plan, &options)?;
    let written = output::write(&book, &plan, &options, published)?;
    report::written(&written, options.lang);
    Ok(())
}
