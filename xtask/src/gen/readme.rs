//! The quick starts of the READMEs: the very files that CI runs.

use std::fs;
use std::path::{Path, PathBuf};

/// A quick start: the name of its marks, its file, its language.
type Start = (&'static str, &'static str, &'static str);

const PYTHON: Start = ("python", "examples/python/quick_start.py", "python");
const NODE: Start = ("node", "examples/node/quick_start.mjs", "js");
const C: Start = ("c", "examples/c/quick_start.c", "c");
const CPP: Start = ("c++", "examples/cpp/quick_start.cpp", "cpp");
const COBOL: Start = ("cobol", "examples/cobol/quick_start.cob", "cobol");
const JAVA: Start = ("java", "examples/java/QuickStart.java", "java");
const SQLITE: Start = ("sqlite", "examples/sqlite/quick_start.sql", "sql");
const CSHARP: Start = ("c#", "examples/csharp/QuickStart.cs", "csharp");

const READMES: [(&str, &[Start]); 3] = [
    ("README.md", &[PYTHON, NODE, C, COBOL]),
    ("README.ja.md", &[PYTHON, NODE, C, COBOL]),
    ("vsys-c/README.md", &[C, CPP, COBOL, JAVA, CSHARP, SQLITE]),
];

/// The READMEs with the examples between their marks.
pub(crate) fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, String> {
    let read = |file: &str| fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"));
    let mut files = Vec::new();
    for (readme, starts) in READMES {
        let mut text = read(readme)?;
        for (name, example, language) in starts {
            let (begin, end) = (format!("<!-- quick start: {name} -->\n"), "<!-- end -->");
            let parts = text.split_once(&begin).and_then(|(head, rest)| Some((head, rest.split_once(end)?.1)));
            let (head, tail) = parts.ok_or_else(|| format!("{readme} has no marks for the quick start of {name}"))?;
            text = format!("{head}{begin}```{language}\n{}```\n{end}{tail}", read(example)?);
        }
        files.push((PathBuf::from(readme), text));
    }
    Ok(files)
}
