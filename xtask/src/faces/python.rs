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
    let wheel = fs::read_dir(&wheels)
        .map_err(|error| format!("{}: {error}", wheels.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or_else(|| format!("{}: maturin made no wheel", wheels.display()))?;
    let mut pip = python(root);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"]);
    run(pip.arg(wheel))
}

/// Tests the installed wheel: behaviour, types, stubs, the example.
///
/// # Errors
/// When a test fails.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    let face = root.join("vsys-py");
    let cache = root.join("target/mypy");
    let tool = |words: &[&str]| {
        let mut command = python(root);
        command.current_dir(&face).args(words);
        command
    };
    run(tool(&["-m", "pytest", "-p", "no:cacheprovider"]).env("PYTHONDONTWRITEBYTECODE", "1"))?;
    run(tool(&["-m", "mypy", "--strict", "python/vsys", "--cache-dir"]).arg(&cache))?;
    let examples = ["quick_start", "season", "monthly_check", "notebooks/run"];
    let examples = examples.map(|name| format!("../examples/python/{name}.py"));
    run(tool(&["-m", "mypy", "--strict", "tests"]).args(examples).arg("--cache-dir").arg(&cache))?;
    let pyright = root.join("target/pyright");
    run(tool(&["-m", "pyright", "--warnings"]).env("PYRIGHT_PYTHON_CACHE_DIR", pyright))?;
    run(&mut tool(&["-m", "mypy.stubtest", "vsys._vsys", "--mypy-config-file", "pyproject.toml"]))?;
    run(&mut tool(&["tests/usage.py"]))?;
    run(&mut tool(&["../examples/python/quick_start.py"]))
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

fn interpreter(root: &Path) -> PathBuf {
    venv(root).join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
