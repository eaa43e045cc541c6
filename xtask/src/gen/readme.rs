//! The quick starts of both READMEs: the very files that CI runs.

use std::fs;
use std::path::{Path, PathBuf};

const STARTS: [(&str, &str, &str); 3] = [
    ("python", "examples/python/quick_start.py", "python"),
    ("node", "examples/node/quick_start.mjs", "js"),
    ("c", "examples/c/quick_start.c", "c"),
];

/// README.md and README.ja.md with the examples between their marks.
pub(crate) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let read = |file: &str| fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"));
    let mut files = Vec::new();
    for readme in ["README.md", "README.ja.md"] {
        let mut text = read(readme)?;
        for (name, example, language) in STARTS {
            let (begin, end) = (format!("<!-- quick start: {name} -->\n"), "<!-- end -->");
            let parts = text.split_once(&begin).and_then(|(head, rest)| Some((head, rest.split_once(end)?.1)));
            let (head, tail) = parts.ok_or_else(|| format!("{readme} has no marks for the quick start of {name}"))?;
            text = format!("{head}{begin}```{language}\n{}```\n{end}{tail}", read(example)?);
        }
        files.push((PathBuf::from(readme), text));
    }
    Ok(files)
}
