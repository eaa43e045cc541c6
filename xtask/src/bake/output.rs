//! Writing baked tables to a folder, or comparing them with what lies there.

use std::fs;
use std::path::{Path, PathBuf};

/// A table as it is to be written.
pub(super) struct Baked {
    /// The name of its file.
    pub(super) file: String,
    /// The whole file.
    pub(super) text: String,
    /// What it holds, in one line.
    pub(super) summary: String,
}

/// Holds every table against the file that is there.
pub(super) fn compare(folder: &Path, tables: &[Baked]) -> Result<(), String> {
    let differences: Vec<_> = tables.iter().filter_map(|table| difference(folder, table)).collect();
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
}

fn difference(folder: &Path, table: &Baked) -> Option<String> {
    let path = folder.join(&table.file);
    match fs::read(&path) {
        Err(error) => Some(format!("{}: cannot be read: {error}", path.display())),
        Ok(bytes) if bytes == table.text.as_bytes() => None,
        Ok(bytes) => {
            let row = first_difference(&bytes, table.text.as_bytes());
            Some(format!("{}: differs from what the input makes, first in row {row}", path.display()))
        }
    }
}

/// The line on which two texts first differ.
fn first_difference(one: &[u8], other: &[u8]) -> usize {
    let same = one.iter().zip(other).take_while(|(left, right)| left == right);
    1 + same.filter(|(byte, _)| **byte == b'\n').count()
}

/// Writes every table under a temporary name, and only when all of them are written gives them
/// their own: a full disk leaves the old tables whole.
pub(super) fn write_all(folder: &Path, tables: &[Baked]) -> Result<(), String> {
    let staged: Vec<_> =
        tables.iter().map(|table| (temporary(folder, table), folder.join(&table.file), table)).collect();
    let written = staged
        .iter()
        .try_for_each(|(temporary, _, table)| fs::write(temporary, &table.text))
        .and_then(|()| staged.iter().try_for_each(|(temporary, path, _)| fs::rename(temporary, path)));
    written.map_err(|error| {
        for (temporary, ..) in &staged {
            // It may be renamed already, or never have been written; the error to tell is the first
            // one.
            let _ = fs::remove_file(temporary);
        }
        format!("{}: cannot write the tables: {error}", folder.display())
    })
}

/// A name in the same folder, so that renaming does not copy; with the process's number, so that
/// two runs do not meet.
fn temporary(folder: &Path, table: &Baked) -> PathBuf {
    folder.join(format!(".{}.{}.tmp", table.file, std::process::id()))
}
