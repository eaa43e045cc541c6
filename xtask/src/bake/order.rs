//! What a call of the generator asks for.

use std::path::{Path, PathBuf};

const USAGE: &str = "usage: cargo xtask bake --input <folder> [--output <folder>] [--check]

  --input <folder>   where the input files are, in this folder or below it: ../shared/data,
                     or one part of it, such as ../shared/data/municipalities
  --output <folder>  where the tables are written (default: vsys-core/data)
  --check            writes nothing, and fails where a table differs from what the input makes";

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// The folder that the input files lie in or below.
    pub(super) input: PathBuf,
    /// The folder that the tables are written to.
    pub(super) output: PathBuf,
    /// Whether to compare instead of writing.
    pub(super) check: bool,
}

impl Order {
    /// Reads the arguments behind the word `bake`.
    pub(super) fn read(arguments: &[String]) -> Result<Self, String> {
        let (mut input, mut output, mut check) = (None, default_output(), false);
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--input" => input = Some(folder(word, words.next())?),
                "--output" => output = folder(word, words.next())?,
                "--check" => check = true,
                _ => return Err(format!("unknown argument «{word}»\n{USAGE}")),
            }
        }
        let input = input.ok_or_else(|| format!("--input is missing\n{USAGE}"))?;
        Ok(Self { input, output, check })
    }
}

fn folder(option: &str, value: Option<&String>) -> Result<PathBuf, String> {
    let value = value.filter(|value| !value.starts_with("--"));
    value.map(PathBuf::from).ok_or_else(|| format!("{option} needs a folder\n{USAGE}"))
}

/// `vsys-core/data` of the workspace that this program was built in.
pub(super) fn default_output() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).join("vsys-core").join("data")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(words: &[&str]) -> Result<Order, String> {
        let words: Vec<_> = words.iter().copied().map(str::to_owned).collect();
        Order::read(&words)
    }

    #[test]
    fn arguments_are_read() {
        let expected = Order { input: "in".into(), output: "out".into(), check: true };
        assert_eq!(order(&["--check", "--output", "out", "--input", "in"]), Ok(expected));
        let expected = Order { input: "in".into(), output: default_output(), check: false };
        assert_eq!(order(&["--input", "in"]), Ok(expected));
    }

    #[test]
    fn wrong_arguments_are_refused_with_the_usage() {
        for (words, complaint) in [
            (&[][..], "--input is missing\nusage:"),
            (&["--input"], "--input needs a folder\nusage:"),
            (&["--input", "--check"], "--input needs a folder\nusage:"),
            (&["--input", "in", "out"], "unknown argument «out»\nusage:"),
        ] {
            let refused = order(words).err().unwrap_or_default();
            assert!(refused.starts_with(complaint), "{refused}");
        }
    }
}
