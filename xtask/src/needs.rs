//! What the tests need of the system: all that is missing is listed at once, with the command that
//! installs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::faces;
use crate::faces::languages::JNA;

/// A thing that must be there.
struct Need {
    what: &'static str,
    there: fn(&Path) -> bool,
    /// Debian's packages.
    packages: &'static [&'static str],
    /// A command that is tried before the packages.
    first: Option<&'static [&'static str]>,
}

/// Where Debian puts the font of the tests, of PDF and of pictures; `VSYS_TEST_FONT` names another for the PDF.
const FONT: &str = "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf";

const NEEDS: &[Need] = &[
    Need {
        what: "a C compiler (cc)",
        there: |_| runs("cc", &["--version"]),
        packages: &["gcc", "libc6-dev"],
        first: None,
    },
    Need { what: "a C++ compiler (c++)", there: |_| runs("c++", &["--version"]), packages: &["g++"], first: None },
    Need { what: "GnuCOBOL (cobc)", there: |_| runs("cobc", &["--version"]), packages: &["gnucobol3"], first: None },
    Need {
        what: "Java's compiler (javac) for 17, and JNA",
        there: |_| runs("javac", &["--release", "17", "--version"]) && Path::new(JNA).exists(),
        packages: &["openjdk-17-jdk-headless", "libjna-java"],
        first: None,
    },
    Need {
        what: "SQLite's shell and its header (sqlite3, sqlite3ext.h)",
        there: |_| runs("sqlite3", &["--version"]) && Path::new("/usr/include/sqlite3ext.h").exists(),
        packages: &["sqlite3", "libsqlite3-dev"],
        first: None,
    },
    Need {
        what: "mono with a C# compiler (mono, mcs)",
        there: |_| runs("mono", &["--version"]) && runs("mcs", &["--version"]),
        packages: &["mono-mcs", "mono-runtime", "libmono-corlib4.5-cil"],
        first: None,
    },
    Need { what: "pkg-config", there: |_| runs("pkg-config", &["--version"]), packages: &["pkg-config"], first: None },
    Need {
        what: "Python 3.10 or newer with venv (python3)",
        there: |_| runs("python3", &["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"]),
        packages: &["python3", "python3-venv", "python3-pip"],
        first: None,
    },
    Need {
        what: "Java 17 or newer (java), on which the tests start a Spark",
        there: |_| java().is_some_and(|version| version >= 17),
        packages: &["default-jre-headless"],
        first: None,
    },
    Need {
        what: "Node 20 or newer with npm (node, npm)",
        there: |_| {
            runs("node", &["-e", "process.exit(parseInt(process.versions.node, 10) < 20 ? 1 : 0)"])
                && runs("npm", &["--version"])
        },
        packages: &["nodejs", "npm"],
        first: None,
    },
    Need {
        what: "poppler's tools, which read PDF (pdftotext, pdfinfo, pdffonts, pdftoppm)",
        there: |_| ["pdftotext", "pdfinfo", "pdffonts", "pdftoppm"].into_iter().all(|tool| runs(tool, &["-v"])),
        packages: &["poppler-utils"],
        first: None,
    },
    Need {
        what: "the font IPAexGothic, or another Japanese font in VSYS_TEST_FONT",
        there: |_| font().exists(),
        packages: &["fonts-ipaexfont-gothic"],
        first: None,
    },
    Need {
        what: "Chromium (chromium, or another in VSYS_TEST_CHROMIUM)",
        there: |_| faces::wasm::chromium().exists(),
        packages: &["chromium"],
        first: None,
    },
    Need {
        what: "rustfmt",
        there: |root| quiet(faces::command::cargo(root).args(["fmt", "--version"])),
        packages: &[],
        first: Some(&["rustup", "component", "add", "rustfmt"]),
    },
    Need {
        what: "clippy",
        there: |root| quiet(faces::command::cargo(root).args(["clippy", "--version"])),
        packages: &[],
        first: Some(&["rustup", "component", "add", "clippy"]),
    },
    Need {
        what: "the source of Rust's library, which is built for pages (rust-src)",
        there: |_| faces::wasm::has_toolchain(),
        packages: &["rustc-web", "rust-web-src", "rust-web-llvm", "lld-22"],
        first: Some(&["rustup", "component", "add", "rust-src"]),
    },
];

/// The font of the tests.
pub(crate) fn font() -> PathBuf {
    std::env::var_os("VSYS_TEST_FONT").unwrap_or_else(|| FONT.into()).into()
}

/// Lists what is missing, and installs it when asked to.
pub(crate) fn check(root: &Path, install: bool) -> Result<(), String> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.there)(root)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("missing on this system:");
    for need in &missing {
        eprintln!("  {}: {}", need.what, hint(need));
    }
    if !install {
        return Err("install what is listed above, or run `cargo xtask test --install`".to_owned());
    }
    let mut packages: Vec<&str> = Vec::new();
    for need in &missing {
        let helped = need.first.is_some_and(|words| words.split_first().is_some_and(|(name, rest)| runs(name, rest)));
        if !helped || !(need.there)(root) {
            packages.extend(need.packages);
        }
    }
    if !packages.is_empty() {
        apt(&["update"])?;
        apt(&[&["install", "-y", "--no-install-recommends"][..], &packages[..]].concat())?;
    }
    let still: Vec<&str> = missing.iter().filter(|need| !(need.there)(root)).map(|need| need.what).collect();
    if still.is_empty() { Ok(()) } else { Err(format!("still missing after the installation: {}", still.join(", "))) }
}

fn hint(need: &Need) -> String {
    let first = need.first.map(|words| words.join(" "));
    let packages = (!need.packages.is_empty())
        .then(|| format!("apt-get install -y --no-install-recommends {}", need.packages.join(" ")));
    [first, packages].into_iter().flatten().collect::<Vec<_>>().join("   or   ")
}

/// Debian's installer, as root or through sudo.
fn apt(words: &[&str]) -> Result<(), String> {
    let mut command = if quiet(Command::new("sh").args(["-c", "test \"$(id -u)\" = 0"])) {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("apt-get");
        sudo
    };
    faces::command::run(command.args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The version of Java, which it tells as `openjdk version "17.0.15" 2025-04-15`.
fn java() -> Option<u32> {
    let output = Command::new("java").arg("-version").stdin(Stdio::null()).output().ok()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    told.split('"').nth(1)?.split(['.', '-', '+']).next()?.parse().ok()
}

fn runs(name: &str, words: &[&str]) -> bool {
    quiet(Command::new(name).args(words))
}

fn quiet(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
