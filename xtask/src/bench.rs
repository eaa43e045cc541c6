//! The benchmarks: vsys and its peers side by side on the same data, their answers compared.
//!
//! Everything that is set up lies in `target/bench`: data, peers, results of each job. A job that is done keeps its
//! result, so that a run that was broken off goes on with `--missing`.

mod cases;
mod contest;
mod instructions;
mod setup;
mod table;

use std::fs;
use std::path::Path;

use cases::{CASES, Case, Contestant, Engine, GROWTHS};

const HELP: &str = "\
cargo xtask bench [JOB…] [--missing] [--write]   runs the jobs (j1, j1c, j2, j5; all without a name) beside their peers
                                                 and prints the tables; --missing skips jobs whose result is there,
                                                 --write puts the results of all jobs into README.md and README.ja.md
cargo xtask bench --faces                        runs the programs of benches/python and benches/form
cargo xtask bench --instructions [--check|--keep]
                                                 counts instructions under valgrind; --check compares them with
                                                 benches/instructions.tsv, --keep writes that file
";

const JOBS: [&str; 4] = ["j1", "j1c", "j2", "j5"];

/// The marks in the READMEs between which the tables stand.
const MARKS: (&str, &str) = ("<!-- bench -->\n", "<!-- end -->");

/// # Errors
/// When something cannot be set up, vsys fails or answers wrongly, or words are not understood.
pub(crate) fn run(root: &Path, words: &[String]) -> Result<(), String> {
    let (options, jobs): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| word.starts_with("--"));
    let has = |option| options.contains(&option);
    let known = ["--missing", "--write", "--faces", "--instructions", "--check", "--keep"];
    if let Some(word) =
        options.iter().find(|word| !known.contains(word)).or(jobs.iter().find(|job| !JOBS.contains(job)))
    {
        return Err(format!("not understood: {word}\n\n{HELP}"));
    }
    if has("--instructions") {
        return instructions::run(root, has("--check"), has("--keep"));
    }
    if has("--faces") {
        return setup::faces(root);
    }
    let folder = root.join("target/bench");
    let jobs = if jobs.is_empty() { JOBS.to_vec() } else { jobs };
    let missing = |job: &&str| !has("--missing") || !folder.join(format!("{job}.md")).exists();
    let jobs: Vec<&str> = jobs.into_iter().filter(missing).collect();
    if !jobs.is_empty() {
        setup::prepare(root)?;
    }
    for job in jobs {
        let text = hold(root, job)?;
        println!("\n{text}");
        write(&folder.join(format!("{job}.md")), &text)?;
    }
    if has("--write") { write_readme(root, &folder) } else { Ok(()) }
}

/// All cases of a job, as text.
fn hold(root: &Path, job: &str) -> Result<String, String> {
    let (mut table, mut aims, mut growths) = (String::new(), String::new(), String::new());
    let start = |contestant: &Contestant| setup::command(root, contestant);
    let own = |contestant: &Contestant| matches!(contestant.engine, Engine::Vsys);
    for case in CASES.iter().filter(|case| case.job == job) {
        let Case { work, known, contestants, .. } = case;
        println!("{}: {work}", job.to_uppercase());
        let scores = contest::hold(contestants, *known, own, start)?;
        table.push_str(&table::case(case, &scores));
        aims.push_str(&table::aims(case, &scores));
    }
    for growth in GROWTHS.iter().filter(|growth| growth.job == job) {
        let mut times = [f64::NAN; 3];
        for ((words, _), time) in growth.steps.iter().zip(&mut times) {
            let contestant = Contestant {
                name: "vsys",
                engine: Engine::Vsys,
                words,
                answer: cases::Answer::Easier("one size"),
                times: 1.0,
            };
            let scores = contest::hold(&[contestant], None, own, start)?;
            *time = scores.first().map_or(f64::NAN, |score| score.median);
        }
        growths.push_str(&table::growth(growth, &times));
    }
    let head = |head: &str, lines: &str| if lines.is_empty() { String::new() } else { format!("{head}{lines}\n") };
    let parts = [(table::CASE_HEAD, table), (table::AIM_HEAD, aims), (table::GROWTH_HEAD, growths)];
    Ok(parts.iter().map(|(titles, lines)| head(titles, lines)).collect())
}

/// The READMEs, and how they say when and where the tables were measured.
const READMES: [(&str, &str, &str); 2] = [
    ("README.md", "Measured by `cargo xtask bench --write` on ", "."),
    ("README.ja.md", "`cargo xtask bench --write` による測定（", "）。"),
];

/// The stored results of all jobs in the READMEs, with the day and the kind of machine.
fn write_readme(root: &Path, folder: &Path) -> Result<(), String> {
    let mut tables = [String::new(), String::new(), String::new()];
    for job in JOBS {
        let file = folder.join(format!("{job}.md"));
        let text =
            fs::read_to_string(&file).map_err(|_| format!("{job} has no result yet: cargo xtask bench {job}"))?;
        let heads = [table::AIM_HEAD, table::CASE_HEAD, table::GROWTH_HEAD];
        for (table, head) in tables.iter_mut().zip(heads) {
            if let Some((_, rest)) = text.split_once(head) {
                table.push_str(rest.split_once("\n\n").map_or(rest, |(lines, _)| lines).trim_end());
                table.push('\n');
            }
        }
    }
    let [aims, cases, growths] = tables;
    let machine = setup::machine();
    let tables = format!("{}{aims}\n{}{cases}\n{}{growths}", table::AIM_HEAD, table::CASE_HEAD, table::GROWTH_HEAD);
    for (name, before, after) in READMES {
        let readme = root.join(name);
        let text = fs::read_to_string(&readme).map_err(|error| format!("{}: {error}", readme.display()))?;
        let (begin, end) = MARKS;
        let parts = text.split_once(begin).and_then(|(head, rest)| Some((head, rest.split_once(end)?.1)));
        let (head, tail) = parts.ok_or_else(|| format!("{name} has no marks {begin}{end}"))?;
        write(&readme, &format!("{head}{begin}{before}{machine}{after}\n\n{tables}{end}{tail}"))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
