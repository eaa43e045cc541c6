//! Finding and reading the input files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::fault::Fault;

/// An input file that was read.
#[derive(Debug)]
pub(super) struct Input {
    /// The file's name without its path: where it lay on somebody's disk does not belong into a
    /// table.
    pub(super) name: String,
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The SHA-256 of the bytes as they were read, in hexadecimal.
    pub(super) sha256: String,
}

impl Input {
    /// Reads a file.
    pub(super) fn read(path: &Path) -> Result<Self, Fault> {
        let name = file_name(path);
        match fs::read(path) {
            Ok(bytes) => Self::from_bytes(&name, &bytes),
            Err(error) => Err(Fault::in_file(&name, format!("cannot be read: {error}"))),
        }
    }

    /// Makes an input of a file's bytes.
    pub(super) fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Fault::in_row(name, row_of(bytes, error.valid_up_to()), "is not UTF-8; give a copy in UTF-8")
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        Ok(Self { name: name.to_owned(), text, sha256: sha256(bytes) })
    }
}

/// All the files below a folder, sorted. Links to folders and hidden folders are not followed.
pub(super) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    collect(folder, &mut files).map_err(|error| format!("--input {}: {error}", folder.display()))?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let hidden = file_name(&path).starts_with('.');
        if path.is_file() {
            files.push(path);
        } else if entry.file_type()?.is_dir() && !hidden {
            collect(&path, files)?;
        }
    }
    Ok(())
}

/// The file that bears the first of the names that any file bears. Two files of the same name are
/// an error, because nothing says which of them is meant.
pub(super) fn pick<'a>(files: &'a [PathBuf], names: &[&str]) -> Result<Option<&'a Path>, String> {
    for name in names {
        let mut bearers = files.iter().filter(|path| file_name(path) == *name);
        match (bearers.next(), bearers.next()) {
            (None, _) => {}
            (Some(file), None) => return Ok(Some(file)),
            (Some(one), Some(other)) => {
                return Err(format!("{name} is there twice: {} and {}", one.display(), other.display()));
            }
        }
    }
    Ok(None)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The line on which a byte stands.
fn row_of(bytes: &[u8], place: usize) -> usize {
    1 + bytes.iter().take(place).filter(|byte| **byte == b'\n').count()
}

fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_and_a_digest() -> Result<(), String> {
        let input = Input::from_bytes("t.csv", b"abc").map_err(|fault| fault.to_string())?;
        assert_eq!(input.text, "abc");
        // The one-block example of FIPS 180-2.
        assert_eq!(input.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Ok(())
    }

    #[test]
    fn a_byte_order_mark_is_dropped() -> Result<(), String> {
        let input = Input::from_bytes("t.csv", "\u{feff}a,b\n".as_bytes()).map_err(|fault| fault.to_string())?;
        assert_eq!(input.text, "a,b\n");
        Ok(())
    }

    #[test]
    fn another_encoding_is_refused_with_its_row() {
        // 元日 in CP932.
        let refused = Input::from_bytes("t.csv", b"date,name\n1955/1/1,\x8c\xb3\x93\xfa\n").err();
        assert_eq!(refused, Some(Fault::in_row("t.csv", 2, "is not UTF-8; give a copy in UTF-8")));
    }

    #[test]
    fn the_first_name_found_is_picked() {
        let files = ["d/x.csv", "d/x.utf8.csv", "e/y.csv", "f/y.csv"].map(PathBuf::from);
        assert_eq!(pick(&files, &["x.utf8.csv", "x.csv"]), Ok(Some(Path::new("d/x.utf8.csv"))));
        assert_eq!(pick(&files, &["none.csv", "x.csv"]), Ok(Some(Path::new("d/x.csv"))));
        assert_eq!(pick(&files, &["none.csv"]), Ok(None));
        assert_eq!(pick(&files, &["y.csv"]), Err("y.csv is there twice: e/y.csv and f/y.csv".to_owned()));
    }
}
