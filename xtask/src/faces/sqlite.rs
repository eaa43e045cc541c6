//! SQLite on top of the C face: the loadable extension in the real shell.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::command::run;
use super::languages::{fresh, prefix};

/// What the quick start prints. CLM-1, CLM-2 for the prices, CLM-17 for the amounts, F-TIME for the classes, F-CODE for the
/// digit, CLM-9 for the closing day.
const QUICK_START: &str = "\
港区|holiday|6歳以上|1|4200|4620
港区|off_hours|6歳未満|1|3460|3806
港区|regular|6歳以上|1|2070|2277
131033|code.municipality.check_digit
2022-01-11
";

/// Statements with what they print. G-CYC-3 for the deadline.
const ANSWERED: [(&str, &str); 7] = [
    ("SELECT vsys_amount('2021-12-05', '接種', '6歳以上', '休日', 12)", "55440\n"),
    ("SELECT vsys_deadline('2022-03-14')", "2022-02-22T15:00\n"),
    ("SELECT vsys_unit_price(NULL, '接種', '6歳以上', '休日') IS NULL, vsys_call('version', NULL) IS NULL", "1|1\n"),
    ("SELECT vsys_municipality_fault('13103', '2021-12-05')", "code.municipality.form\n"),
    ("SELECT vsys_municipality_fault(x'ff', '2021-12-05')", "code.municipality.form\n"),
    ("SELECT vsys_institution_fault('１３', 'insurance')", "code.institution.form\n"),
    (
        "SELECT json_extract(vsys_call('code.municipality', '{\"code\":\"131032\",\"date\":\"2021-12-05\"}'), '$.answer.name')",
        "港区\n",
    ),
];

/// Statements that are refused, with what their error says.
const REFUSED: [(&str, &str); 10] = [
    ("SELECT vsys_unit_price('2024-04-01', '接種', '6歳以上', '休日')", "claims.date.outside_programme"),
    ("SELECT vsys_unit_price('2021-12-5', '接種', '6歳以上', '休日')", "is not written like 0000-00-00"),
    ("SELECT vsys_unit_price('2021-12-32', '接種', '6歳以上', '休日')", "c.argument.value"),
    ("SELECT vsys_unit_price('2021-12-05', '接種', '6歳以上', '夜')", "is no word of this argument"),
    ("SELECT vsys_unit_price('2021-12-05', '接種', '6歳以上', '休日' || char(0))", "is no word of this argument"),
    ("SELECT vsys_amount('2021-12-05', '接種', '6歳以上', '休日', 1.5)", "the count is an integer"),
    ("SELECT vsys_municipality_name('131033', '2021-12-05')", "code.municipality.check_digit"),
    ("SELECT vsys_time_class('{}', '2021-12-05T10:00')", "claims.hours.missing"),
    ("SELECT vsys_deadline('2022-03-15')", "calendar.cycle.weekday"),
    ("SELECT vsys_call('no.such', '{}')", "request.operation.unknown"),
];

/// Compiles the extension and asks it.
///
/// # Errors
/// When it does not compile, or the shell prints something else.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let prefix = prefix(root);
    let (sources, folder) = (root.join("examples/sqlite"), root.join("target/sqlite"));
    fresh(&folder)?;
    let extension = folder.join("vsys_sqlite");
    let mut compiler = Command::new("cc");
    compiler.args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-O1", "-shared", "-fPIC", "-I"]);
    compiler
        .arg(prefix.join("include"))
        .arg(sources.join("vsys_sqlite.c"))
        .arg("-o")
        .arg(extension.with_extension("so"));
    run(compiler.arg("-L").arg(prefix.join("lib")).arg("-lvsys"))?;

    let ask = |sql: &str| shell(&extension, &prefix, sql).map_err(|error| format!("sqlite3: {error}"));
    let quick_start = sources.join("quick_start.sql");
    let quick_start = std::fs::read_to_string(&quick_start).map_err(|e| format!("{}: {e}", quick_start.display()))?;
    for (sql, expected) in [(quick_start.as_str(), QUICK_START)].into_iter().chain(ANSWERED) {
        let told = ask(sql)?;
        if !told.status.success() || told.stdout != expected.as_bytes() || !told.stderr.is_empty() {
            return Err(format!("{sql}: expected {expected}, got {told:?}"));
        }
    }
    for (sql, expected) in REFUSED {
        let told = ask(sql)?;
        if told.status.success() || !told.stdout.is_empty() || !String::from_utf8_lossy(&told.stderr).contains(expected)
        {
            return Err(format!("{sql}: expected the refusal {expected}, got {told:?}"));
        }
    }
    // Hours that are a column are read for every row; freed once each.
    let rows = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
                SELECT sum(vsys_time_class(iif(i % 2, '{\"monday\":[{\"from\":\"09:00\",\"until\":\"12:00\"}]}',
                '{\"monday\":[{\"from\":\"13:00\",\"until\":\"18:00\"}]}'), '2021-12-06T10:00') = 'regular') FROM n";
    let told = ask(rows)?;
    if told.stdout == b"5000\n" { Ok(()) } else { Err(format!("{rows}: expected 5000, got {told:?}")) }
}

/// The shell with the extension, over a database in memory.
fn shell(extension: &Path, prefix: &Path, sql: &str) -> std::io::Result<Output> {
    let mut command = Command::new("sqlite3");
    command.args(["-batch", "-bail", "-cmd"]).arg(format!(".load {}", extension.display())).arg(":memory:");
    command.env("LD_LIBRARY_PATH", prefix.join("lib"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(sql.as_bytes())?;
        input.write_all(b";\n")?;
    }
    child.wait_with_output()
}
