//! The example site: its package is built, it is served, and it is tested in a browser.

use std::path::Path;
use std::process::Command;

use crate::faces;
use crate::faces::command::run;

/// The pages, their server and their tests.
const SITE: &str = "examples/browser";
/// The example with React and Vite.
const REACT: &str = "examples/browser-react";

/// Builds the npm package and serves the pages until it is interrupted.
///
/// # Errors
/// When the package cannot be built, or the port is taken.
pub(crate) fn serve(root: &Path, words: &[String]) -> Result<(), String> {
    faces::wasm::setup(root)?;
    faces::wasm::build(root)?;
    run(Command::new("node").arg(root.join(SITE).join("serve.mjs")).args(words).current_dir(root))
}

/// Installs the pinned tools and builds what is bundled; the npm package must be there.
///
/// # Errors
/// When npm fails, or the example with React is wrong in its types or cannot be built.
pub(crate) fn setup(root: &Path) -> Result<(), String> {
    for folder in [SITE, REACT] {
        run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(root.join(folder)))?;
    }
    run(Command::new("npm").args(["run", "build"]).current_dir(root.join(REACT)))
}

/// Tests the pages in Chromium: forms, keyboard, accessibility, hostile text, work without a network. Pictures of every
/// page are left in `target/site`.
///
/// # Errors
/// When a test fails.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    run(Command::new("npm").args(["test"]).current_dir(root.join(SITE)))
}
