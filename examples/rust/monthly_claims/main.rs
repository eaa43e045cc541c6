//! A month of claims: from the rows of a clinic to its claim sheets (請求総括書・市区町村別請求書).
//!
//! ```sh
//! cargo run --release --example monthly_claims
//! cargo run --release --example monthly_claims -- --generate 1000000 --out-csv rows.csv --encoding cp932
//! cargo run --release --features pdf --example monthly_claims -- --render pdf --font ipaexg.ttf
//! cargo run --release --example monthly_claims -- --file rows.csv --month 2022-01 --municipality 131032 \
//!     --hours '月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00' --institution 1310000008 --name 見本クリニック
//! ```
//!
//! Reads a CSV of vaccinations in UTF-8 or CP932 (`--help` names its columns), or invents one from a seed, and judges
//! every row. A row with an error is listed in `findings.csv` with row, column and reason, kept out of the totals and
//! counted; none is dropped in silence. Then it writes the sheets of all municipalities, the surcharges that are
//! claimed apart (別請求), and a summary. Personal data go into no finding and no summary.
//!
//! What cannot be read as a whole (a header without a column, a quotation mark that is never closed, a wrong option)
//! gives every finding at once, writes nothing, and exits with 2.
//!
//! **Memory** does not grow with the rows, but for at most 29 bytes of each that is looked for among double claims.
//! Beyond that it is at most 16 KiB for every municipality that is billed (counts, both sheets, their rendering),
//! and a few MiB for the tables and the block that is read. A PDF is made as a whole: 256 KiB more for every municipality.

mod columns;
mod hours;
mod invent;
mod listing;
mod month;
mod options;
mod output;
mod progress;
mod report;
mod source;

use std::process::ExitCode;

use vsys_core::base::{Lang, Refusal};
use vsys_core::rulebook::RuleBook;
use vsys_examples::Words;

use options::Options;
use source::Source;

/// Why the job stopped, before anything was put in place.
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
    let lang = Words::lang_of(&words);
    if words.iter().any(|word| word == "--help" || word == "-h") {
        print!("{}", if lang == Lang::En { options::HELP_EN } else { options::HELP_JA });
        return ExitCode::SUCCESS;
    }
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
    let options = Options::parse(words)?;
    let mut source = Source::open(&book, &options)?;
    if let Some(path) = &options.csv {
        let rows = source.write(path, options.lang)?;
        report::generated(path, rows, options.lang);
        return Ok(());
    }
    let mut folder = output::Folder::begin(&options.out, options.lang)?;
    let claimed = month::claim(&book, &options, &mut source, &mut folder)?;
    let summary = report::Summary::make(&book, &options, &claimed)?;
    folder.write(&summary, &options)?;
    let written = folder.finish()?;
    report::print(&summary, &claimed, &written, &options);
    Ok(())
}
