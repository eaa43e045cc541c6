//! `cargo xtask bake`: makes the tables of `vsys-core/data` that come from public figures.
//!
//! The inputs are not part of the project: they are large, and only a few of their columns are
//! needed. This generator picks those out, holds them against the rules they must keep, and writes
//! them with their source, their date and the digest of the input, so that anybody who has the
//! input can make the same bytes again.
//!
//! | input | tables |
//! |---|---|
//! | `municipality_master_20210101.csv` | `municipalities.csv`, `prefectures.csv` |
//! | `syukujitsu.utf8.csv`, or `syukujitsu.csv` in UTF-8 | `holidays.csv` |
//! | `national_by_cour.csv` | `supplies.csv` |
//! | `municipal_allocations.csv` | `published_municipalities.csv` |
//! | `prefecture_allocations.csv` | `published_prefectures.csv` |
//! | `requests_vs_allocations.csv` | `published_requests.csv` |

mod code;
pub(crate) mod csv;
mod date;
mod fault;
mod holidays;
mod input;
mod master;
mod municipalities;
mod order;
mod output;
mod prefectures;
mod published;
mod sums;
mod supplies;
mod table;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use fault::{Fault, Faults};
use input::Input;
use order::Order;
use output::Baked;
use table::Table;

/// What is baked from one input file.
struct Recipe {
    /// The names the input may have, the preferred one first.
    inputs: &'static [&'static str],
    /// The tables that come of it.
    tables: &'static [&'static str],
    bake: fn(&Input) -> Result<Vec<Table>, Faults>,
}

const RECIPES: [Recipe; 6] = [
    Recipe {
        inputs: &["municipality_master_20210101.csv"],
        tables: &["municipalities.csv", "prefectures.csv"],
        bake: master::bake,
    },
    Recipe { inputs: &["syukujitsu.utf8.csv", "syukujitsu.csv"], tables: &["holidays.csv"], bake: holidays::bake },
    Recipe { inputs: &["national_by_cour.csv"], tables: &["supplies.csv"], bake: supplies::bake },
    Recipe {
        inputs: &["municipal_allocations.csv"],
        tables: &["published_municipalities.csv"],
        bake: published::municipalities,
    },
    Recipe {
        inputs: &["prefecture_allocations.csv"],
        tables: &["published_prefectures.csv"],
        bake: published::prefectures,
    },
    Recipe { inputs: &["requests_vs_allocations.csv"], tables: &["published_requests.csv"], bake: published::requests },
];

/// Bakes the tables whose input is there, or with `--check` compares them. `arguments` are those
/// behind the word `bake`.
///
/// # Errors
///
/// When the arguments are wrong, when no input is found, when an input has faults (all of them are
/// listed with file, row and column, and nothing is written), when a table differs under `--check`,
/// or when a file cannot be read or written.
#[expect(unreachable_pub, reason = "the door of the module, which a binary cannot show")]
pub fn run(arguments: &[String]) -> Result<(), String> {
    execute(&Order::read(arguments)?, &mut io::stdout().lock())
}

/// Reads baked tables back and holds their rows and column sums against their own comment lines,
/// without the input. `data` is the folder of the tables, all of which must be there, or the file
/// of one table.
///
/// # Errors
///
/// When a table is missing or cannot be read, or when anything in it does not add up: all the
/// faults are listed.
#[expect(unreachable_pub, reason = "the door of the module, which a binary cannot show")]
pub fn check_sums(data: &Path) -> Result<(), String> {
    let mut faults = Faults::default();
    for path in baked_files(data) {
        if let Err(found) = check_sums_of(&path) {
            faults.append(found);
        }
    }
    faults.or_value(()).map_err(|faults| format!("{} in baked tables:\n{faults}", faults.count()))
}

fn baked_files(data: &Path) -> Vec<PathBuf> {
    if data.is_dir() {
        RECIPES.iter().flat_map(|recipe| recipe.tables).map(|table| data.join(table)).collect()
    } else {
        vec![data.to_owned()]
    }
}

fn check_sums_of(path: &Path) -> Result<(), Faults> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Fault::in_file(&name, format!("cannot be read: {error}")))?;
    sums::check(&name, &text)
}

fn execute(order: &Order, out: &mut impl Write) -> Result<(), String> {
    let tables = bake_all(&order.input, out)?;
    let done = if order.check {
        output::compare(&order.output, &tables)?;
        "up to date"
    } else {
        output::write_all(&order.output, &tables)?;
        "baked"
    };
    for table in &tables {
        let path = order.output.join(&table.file);
        say(out, &format!("{done}: {} ({})", path.display(), table.summary))?;
    }
    Ok(())
}

/// Bakes in memory all that there is input for, and says what there is none for.
fn bake_all(folder: &Path, out: &mut impl Write) -> Result<Vec<Baked>, String> {
    let files = input::files_below(folder)?;
    let (mut tables, mut faults) = (Vec::new(), Faults::default());
    for recipe in &RECIPES {
        match input::pick(&files, recipe.inputs)? {
            Some(path) => match bake_one(recipe, path) {
                Ok(baked) => tables.extend(baked),
                Err(found) => faults.append(found),
            },
            None => say(out, &not_found(recipe, folder))?,
        }
    }
    if !faults.is_empty() {
        let count = faults.count();
        return Err(format!("{count} in the input, nothing was written:\n{faults}"));
    }
    if tables.is_empty() {
        let folder = folder.display();
        return Err(format!("nothing to bake: no known input below {folder}"));
    }
    Ok(tables)
}

fn bake_one(recipe: &Recipe, path: &Path) -> Result<Vec<Baked>, Faults> {
    let input = Input::read(path)?;
    let tables = (recipe.bake)(&input)?;
    Ok(tables.iter().map(|table| baked(table, &input)).collect())
}

fn baked(table: &Table, input: &Input) -> Baked {
    let (rows, sums) = (table.records.len(), table.sums_line());
    let summary = format!("from {}, {rows} rows, sums: {sums}", input.name);
    Baked { file: table.file_name(), text: table.render(input), summary }
}

fn not_found(recipe: &Recipe, folder: &Path) -> String {
    let (inputs, tables) = (recipe.inputs.join(" or "), recipe.tables.join(", "));
    format!("not baked: {tables} (input not found below {}: {inputs})", folder.display())
}

fn say(out: &mut impl Write, line: &str) -> Result<(), String> {
    writeln!(out, "{line}").map_err(|error| format!("cannot write to the output stream: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for one test, removed when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> io::Result<Self> {
            let folder = std::env::temp_dir().join(format!("vsys-bake-{}-{name}", std::process::id()));
            fs::create_dir_all(folder.join("data/holidays"))?;
            fs::create_dir_all(folder.join("data/municipalities"))?;
            fs::create_dir_all(folder.join("out"))?;
            Ok(Self(folder))
        }

        fn order(&self, input: &str, check: bool) -> Order {
            Order { input: self.0.join(input), output: self.0.join("out"), check }
        }

        fn put(&self, file: &str, text: &str) -> io::Result<()> {
            fs::write(self.0.join(file), text)
        }

        /// The names of the files written, sorted.
        fn written(&self) -> io::Result<Vec<String>> {
            let entries: io::Result<Vec<_>> = fs::read_dir(self.0.join("out"))?.collect();
            let mut names: Vec<_> =
                entries?.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            Ok(names)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    type Tested = Result<(), Box<dyn std::error::Error>>;

    const HOLIDAYS: &str = "国民の祝日・休日月日,国民の祝日・休日名称\n2021/1/1,元日\n";
    const MASTER: &str = "data/municipalities/municipality_master_20210101.csv";

    #[test]
    fn what_has_input_is_baked_and_the_rest_is_named() -> Tested {
        let scratch = Scratch::new("baked")?;
        scratch.put("data/holidays/syukujitsu.utf8.csv", HOLIDAYS)?;
        scratch.put("data/holidays/syukujitsu.csv", "not read")?;
        scratch.put(MASTER, &master::tests::invented())?;
        let mut out = Vec::new();
        execute(&scratch.order("data", false), &mut out)?;
        let told = String::from_utf8(out)?;
        assert_eq!(scratch.written()?, ["holidays.csv", "municipalities.csv", "prefectures.csv"]);
        assert!(told.starts_with("not baked: supplies.csv (input not found below "), "{told}");
        assert!(told.contains("holidays.csv (from syukujitsu.utf8.csv, 1 rows, sums: none)\n"), "{told}");
        for table in scratch.written()? {
            check_sums(&scratch.0.join("out").join(table))?;
        }
        Ok(())
    }

    #[test]
    fn one_part_of_the_data_will_do() -> Tested {
        let scratch = Scratch::new("part")?;
        scratch.put("data/holidays/syukujitsu.csv", HOLIDAYS)?;
        scratch.put(MASTER, &master::tests::invented())?;
        execute(&scratch.order("data/municipalities", false), &mut Vec::new())?;
        assert_eq!(scratch.written()?, ["municipalities.csv", "prefectures.csv"]);
        Ok(())
    }

    #[test]
    fn a_check_tells_differences_and_writes_nothing() -> Tested {
        let scratch = Scratch::new("check")?;
        scratch.put("data/holidays/syukujitsu.csv", HOLIDAYS)?;
        let check = scratch.order("data", true);
        let missing = execute(&check, &mut Vec::new()).err().unwrap_or_default();
        assert!(missing.contains("holidays.csv: cannot be read"), "{missing}");
        assert!(scratch.written()?.is_empty());

        execute(&scratch.order("data", false), &mut Vec::new())?;
        execute(&check, &mut Vec::new())?;

        scratch.put("out/holidays.csv", "# table: holidays\n# made by: hand\n")?;
        let differs = execute(&check, &mut Vec::new()).err().unwrap_or_default();
        assert!(differs.ends_with("holidays.csv: differs from what the input makes, first in row 2"), "{differs}");
        assert_eq!(fs::read_to_string(scratch.0.join("out/holidays.csv"))?, "# table: holidays\n# made by: hand\n");
        Ok(())
    }

    #[test]
    fn faults_of_all_inputs_are_told_and_nothing_is_written() -> Tested {
        let scratch = Scratch::new("faults")?;
        scratch.put("data/holidays/syukujitsu.csv", "国民の祝日・休日月日,国民の祝日・休日名称\n2021/1/32,元日\n")?;
        scratch.put("data/national_by_cour.csv", "cour,week_start,boxes,precision\n1,2021-04-05,x,exact\n")?;
        scratch.put(MASTER, &master::tests::invented())?;
        let refused = execute(&scratch.order("data", false), &mut Vec::new());
        assert_eq!(
            refused,
            Err("2 faults in the input, nothing was written:\n\
                 syukujitsu.csv: row 2, column 国民の祝日・休日月日: «2021/1/32» is not a date\n\
                 national_by_cour.csv: row 2, column boxes: «x» is not a whole number"
                .to_owned())
        );
        assert!(scratch.written()?.is_empty());
        Ok(())
    }

    #[test]
    fn no_input_is_an_error() -> Tested {
        let scratch = Scratch::new("nothing")?;
        let refused = execute(&scratch.order("data", false), &mut Vec::new()).err().unwrap_or_default();
        assert!(refused.starts_with("nothing to bake: no known input below "), "{refused}");
        let refused = execute(&scratch.order("nowhere", false), &mut Vec::new()).err().unwrap_or_default();
        assert!(refused.starts_with("--input "), "{refused}");
        Ok(())
    }

    #[test]
    fn a_failed_write_leaves_no_temporary_file() -> Tested {
        let scratch = Scratch::new("write")?;
        scratch.put("data/holidays/syukujitsu.csv", HOLIDAYS)?;
        // A folder that bears the table's name cannot be replaced by a file.
        fs::create_dir_all(scratch.0.join("out/holidays.csv"))?;
        let refused = execute(&scratch.order("data", false), &mut Vec::new()).err().unwrap_or_default();
        assert!(refused.contains("cannot write the tables"), "{refused}");
        assert_eq!(scratch.written()?, ["holidays.csv"]);
        Ok(())
    }

    #[test]
    fn a_missing_table_does_not_pass() -> Tested {
        let scratch = Scratch::new("missing")?;
        let refused = check_sums(&scratch.0.join("out")).err().unwrap_or_default();
        assert!(refused.starts_with("7 faults in baked tables:\n"), "{refused}");
        Ok(())
    }

    #[test]
    fn the_committed_tables_add_up() -> Tested {
        Ok(check_sums(&order::default_output())?)
    }

    #[test]
    fn the_committed_municipalities_show_the_published_figures() -> Tested {
        // The total as 総務省 published it for 2021-01-01; the sum of the bands (126,645,025) and
        // those from 65 years as デジタル庁 publishes them for the VRS open data.
        let text = fs::read_to_string(order::default_output().join("municipalities.csv"))?;
        let sums = text.lines().find_map(|line| line.strip_prefix("# sums: ")).unwrap_or_default();
        let sums: Result<Vec<u64>, _> =
            sums.split(", ").filter_map(|sum| sum.split('=').nth(1)).map(str::parse).collect();
        let sums = sums?;
        assert_eq!((sums.len(), sums.first(), sums.last()), (6, Some(&126_654_244), Some(&35_767_994)));
        assert_eq!(sums.iter().skip(1).sum::<u64>(), 126_645_025);
        assert!(text.contains("\n# rows: 1916\n") && text.contains("\n# withheld: 394\n"));
        Ok(())
    }
}
