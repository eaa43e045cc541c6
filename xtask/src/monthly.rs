//! The example `monthly_claims` on 10,000 invented rows: in both encodings, against a count that shares no code with it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::faces::command::{output, run as execute};
use crate::test::Context;
use crate::{faces, needs};

const ROWS: &str = "10000";
/// The hours of the invented clinic, as a clerk writes them.
const HOURS: &str = "月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00; 2021-12-29 休診; 2021-12-30 休診; \
                     2021-12-31 休診; 2022-01-01 休診; 2022-01-03 休診";

pub(crate) fn run(context: &Context<'_>) -> Result<(), String> {
    let root = context.root;
    let folder = root.join("target/monthly_claims");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let job = Job { root, folder };
    for encoding in ["utf-8", "cp932"] {
        let rows = job.folder.join(format!("{encoding}.csv"));
        execute(job.command(&["--generate", ROWS, "--encoding", encoding, "--out-csv"]).arg(&rows))?;
        for own in ["include", "exclude"] {
            let out = job.folder.join(format!("{encoding}-{own}"));
            execute(job.claim(&rows).args(["--own", own, "--out"]).arg(&out))?;
            let mut check = faces::python::python(root);
            check.arg(root.join("examples/python/monthly_check.py")).arg(&rows).arg(&out);
            execute(check.args(["--own", own]))?;
        }
    }
    job.same("utf-8-include", "cp932-include")?;
    job.same("utf-8-exclude", "cp932-exclude")?;
    job.refusals()
}

/// The sheets of a small month as PDF: a page for each, by the example as the Rust tests build it, with the feature.
pub(crate) fn pdf(context: &Context<'_>) -> Result<(), String> {
    let out = context.root.join("target/monthly_claims/pdf");
    let mut command = Command::new(context.root.join("target/debug/examples/monthly_claims"));
    command.current_dir(context.root).args(["--generate", "60", "--render", "pdf", "--font"]).arg(needs::font());
    execute(command.arg("--out").arg(&out))?;
    let told = fs::read_to_string(out.join("summary.json")).map_err(|error| error.to_string())?;
    let told: serde_json::Value = serde_json::from_str(&told).map_err(|error| error.to_string())?;
    let sheets = told.pointer("/sheets/municipal").and_then(serde_json::Value::as_u64).unwrap_or(0) + 1;
    let about = output(Command::new("pdfinfo").arg(out.join("sheets.pdf")))?;
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).map_or("", str::trim);
    if sheets > 10 && pages == sheets.to_string() { Ok(()) } else { Err(format!("{sheets} sheets on {pages} pages")) }
}

struct Job<'a> {
    root: &'a Path,
    folder: PathBuf,
}

impl Job<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(self.root.join("target/release/examples/monthly_claims"));
        command.args(words).current_dir(self.root);
        command
    }

    fn claim(&self, rows: &Path) -> Command {
        let mut command = self.command(&["--month", "2022-01", "--municipality", "131032", "--hours", HOURS, "--file"]);
        command.arg(rows);
        command
    }

    /// Both folders hold the same files with the same bytes.
    fn same(&self, one: &str, other: &str) -> Result<(), String> {
        let read = |name: &str| -> Result<Vec<(String, Vec<u8>)>, String> {
            let entries = fs::read_dir(self.folder.join(name)).map_err(|error| error.to_string())?;
            let mut files = Vec::new();
            for entry in entries {
                let entry = entry.map_err(|error| error.to_string())?;
                let bytes = fs::read(entry.path()).map_err(|error| error.to_string())?;
                files.push((entry.file_name().to_string_lossy().into_owned(), bytes));
            }
            files.sort();
            Ok(files)
        };
        let (one_files, other_files) = (read(one)?, read(other)?);
        if one_files.len() < 7 || one_files != other_files {
            return Err(format!("{one} and {other} differ"));
        }
        Ok(())
    }

    /// Wrong input exits with 2, and leaves nothing behind.
    fn refusals(&self) -> Result<(), String> {
        let out = self.folder.join("refused");
        let files: [(&str, &[u8]); 5] = [
            ("empty.csv", b""),
            ("header.csv", "市町村コード,接種日,区分,接種券の有無,年齢区分,時間区分\r\n".as_bytes()),
            (
                "column.csv",
                "市町村コード,接種日,区分,接種券の有無,年齢区分\r\n131032,2021-12-05,接種,あり,6歳以上\r\n".as_bytes(),
            ),
            ("other.csv", b"code,capacity\n131032,5\n"),
            ("open.csv", "市町村コード,接種日,区分,接種券の有無,年齢区分,時間区分\n\"131032,2021-12-05\n".as_bytes()),
        ];
        let mut refused = Vec::new();
        for (name, bytes) in files {
            let path = self.folder.join(name);
            fs::write(&path, bytes).map_err(|error| error.to_string())?;
            refused.push((name, self.claim(&path)));
        }
        refused.push(("a folder", self.claim(&self.folder)));
        refused.push(("no file", self.claim(&self.folder.join("none.csv"))));
        refused.push(("words", self.command(&["--generate", "0", "--render", "pdf", "--unknown", "1"])));
        for (name, mut command) in refused {
            let output = command.arg("--out").arg(&out).output().map_err(|error| error.to_string())?;
            if output.status.code() != Some(2) || output.stderr.is_empty() || !output.stdout.is_empty() || out.exists()
            {
                return Err(format!("{name}: expected a refusal, got {output:?}"));
            }
        }
        Ok(())
    }
}
