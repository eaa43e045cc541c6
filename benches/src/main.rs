//! `vsys-bench data FOLDER` makes the data of the peers; `vsys-bench JOB WORDS…` is vsys as a contestant.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use vsys_benches::claim_lines::ClaimLines;
use vsys_benches::{Failure, form, jobs, nation};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["data", folder] => data(Path::new(folder)),
        [job, words @ ..] => jobs::run(job, words),
        [] => Err("usage: vsys-bench data FOLDER, or vsys-bench JOB WORDS".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vsys-bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Columns of bytes from the low end, as every language reads them.
fn data(folder: &Path) -> Result<(), Failure> {
    let write = |name: &str, bytes: Vec<u8>| fs::write(folder.join(format!("{name}.bin")), bytes);
    let words = |column: &[u64]| -> Result<Vec<u8>, Failure> {
        let words = column.iter().map(|number| u32::try_from(*number).map(u32::to_le_bytes));
        Ok(words.collect::<Result<Vec<_>, _>>()?.concat())
    };
    let shorts = |column: &[u16]| column.iter().flat_map(|number| number.to_le_bytes()).collect();
    for (name, shares) in [("muni", nation::municipalities()), ("site", nation::sites(nation::SITES))] {
        for (column, numbers) in [("w", &shares.weights), ("lo", &shares.floors), ("hi", &shares.caps)] {
            write(&format!("j1_{name}_{column}"), words(numbers)?)?;
        }
    }
    write("j1_site_muni", shorts(&nation::municipality_of(nation::SITES)))?;
    let regions = (0..).zip(nation::MUNICIPALITIES_OF).flat_map(|(region, towns)| std::iter::repeat_n(region, towns));
    write("j1_muni_pref", shorts(&regions.collect::<Vec<u16>>()))?;
    let own = nation::sites(nation::SITES).weights;
    let scenarios = (0..nation::SCENARIOS).map(|number| words(&nation::scenario(&own, number)));
    write("j1_scen_w", scenarios.collect::<Result<Vec<_>, _>>()?.concat())?;
    for (name, bytes) in ClaimLines::new(10_000_000)?.bytes() {
        write(&format!("j2_10000000_{name}"), bytes)?;
    }
    fs::write(folder.join("forms.json"), form::json(&form::forms(4_096)?))?;
    Ok(())
}
