//! The Python face: its environment, its wheel, its tests and its runner.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::command::run;

/// Makes the environment with the pinned tools.
///
/// # Errors
/// When a tool cannot be installed.
pub(crate) fn setup(root: &Path) -> Result<(), String> {
    if !interpreter(root).exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(venv(root)))?;
    }
    let mut pip = python(root);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    run(pip.arg(root.join("vsys-py/requirements-dev.txt")))
}

/// Builds the wheel and installs it into the environment.
///
/// # Errors
/// When the wheel cannot be built.
pub(crate) fn build(root: &Path) -> Result<(), String> {
    let wheels = root.join("target/wheels");
    // A wheel of an earlier version must not be taken for this one.
    if wheels.exists() {
        fs::remove_dir_all(&wheels).map_err(|error| format!("{}: {error}", wheels.display()))?;
    }
    let mut maturin = python(root);
    maturin.args(["-m", "maturin", "build", "--release", "--interpreter"]).arg(interpreter(root));
    run(maturin.arg("--manifest-path").arg(root.join("vsys-py/Cargo.toml")).arg("--out").arg(&wheels))?;
    let mut pip = python(root);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"]);
    run(pip.arg(wheel(root)?))
}

/// The examples of the READMEs in a fresh environment that holds nothing but the wheel.
///
/// # Errors
/// When the wheel needs anything else, or an example comes to something else than it says.
pub(crate) fn fresh(root: &Path) -> Result<(), String> {
    let venv = root.join("target/fresh");
    // The set-up's pip installs into it: an environment without one is made in a moment.
    run(python(root).args(["-m", "venv", "--clear", "--without-pip"]).arg(&venv))?;
    let interpreter = inside(&venv);
    let mut pip = python(root);
    pip.args(["-m", "pip", "--python"]).arg(&interpreter);
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-index"]);
    run(pip.arg(wheel(root)?))?;
    for example in ["vsys-py/tests/readme.py", "examples/python/quick_start.py"] {
        // Isolated: neither the folder nor the environment lend it anything.
        run(Command::new(&interpreter).arg("-I").arg(root.join(example)).current_dir(&venv))?;
    }
    run(Command::new(&interpreter).args(["-I", "-m", "vsys", "call", "version"]).current_dir(&venv))
}

/// The wheel that was built.
fn wheel(root: &Path) -> Result<PathBuf, String> {
    let wheels = root.join("target/wheels");
    fs::read_dir(&wheels)
        .map_err(|error| format!("{}: {error}", wheels.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or_else(|| format!("{}: there is no wheel", wheels.display()))
}

/// Tests the installed wheel: its behaviour, the example.
///
/// # Errors
/// When a test fails.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let mut tests = tool(root, &["-m", "pytest", "-p", "no:cacheprovider"]);
    // What matplotlib keeps stays inside the checkout.
    tests.env("PYTHONDONTWRITEBYTECODE", "1").env("MPLCONFIGDIR", root.join("target/matplotlib"));
    run(&mut tests)?;
    run(&mut tool(root, &["tests/usage.py"]))?;
    run(&mut tool(root, &["../examples/python/quick_start.py"]))?;
    run(&mut tool(root, &["../examples/python/bulk_pricing.py"]))
}

/// Checks the types of the installed wheel, of its tests and of the examples, and its stubs.
///
/// # Errors
/// When a checker finds fault.
pub(crate) fn types(root: &Path) -> Result<(), String> {
    let cache = root.join("target/mypy");
    run(tool(root, &["-m", "mypy", "--strict", "python/vsys", "--cache-dir"]).arg(&cache))?;
    let examples = ["bulk_pricing", "quick_start", "season", "monthly_check", "notebooks/run"];
    let examples = examples.map(|name| format!("../examples/python/{name}.py"));
    let cobol = "../examples/cobol/check.py";
    run(tool(root, &["-m", "mypy", "--strict", "tests", cobol]).args(examples).arg("--cache-dir").arg(&cache))?;
    let pyright = root.join("target/pyright");
    // It asks the interpreter that it is told of, not the one that runs it.
    let words = ["-m", "pyright", "--warnings", "--pythonpath"];
    run(tool(root, &words).arg(interpreter(root)).env("PYRIGHT_PYTHON_CACHE_DIR", pyright))?;
    run(&mut tool(root, &["-m", "mypy.stubtest", "vsys._vsys", "--mypy-config-file", "pyproject.toml"]))
}

/// A tool of the environment, in the folder of the face.
fn tool(root: &Path, words: &[&str]) -> Command {
    let mut command = python(root);
    command.current_dir(root.join("vsys-py")).args(words);
    command
}

/// Executes the notebooks of the examples and writes their outputs, or compares them.
///
/// # Errors
/// When a cell fails or a text differs.
pub(crate) fn notebooks(root: &Path, check: bool) -> Result<(), String> {
    let mut command = python(root);
    command.arg(root.join("examples/python/notebooks/run.py"));
    // What matplotlib and IPython keep stays inside the checkout.
    command.env("MPLCONFIGDIR", root.join("target/matplotlib")).env("IPYTHONDIR", root.join("target/ipython"));
    run(if check { command.arg("--check") } else { &mut command })
}

/// The conformance runner: frames on standard input, answers on standard output.
pub(crate) fn runner(root: &Path) -> Command {
    let mut command = python(root);
    command.arg(root.join("vsys-py/tests/runner.py"));
    command
}

/// The interpreter of the environment.
pub(crate) fn python(root: &Path) -> Command {
    let mut command = Command::new(interpreter(root));
    command.current_dir(root);
    command
}

fn venv(root: &Path) -> PathBuf {
    root.join("target/venv")
}

fn inside(venv: &Path) -> PathBuf {
    venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

pub(crate) fn interpreter(root: &Path) -> PathBuf {
    inside(&venv(root))
}
