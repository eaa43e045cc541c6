//! The Python face of vsys: bytes through the wire, the interpreter's lock released meanwhile.
//!
//! Everything with types and names is made from the table of operations; see `python/vsys`.

mod arrow;
mod column;
mod failure;
mod faults;
mod form;
mod input;
mod interrupt;
mod keys;
mod line;
mod table;
mod table_apportion;
mod table_cascade;
mod table_csv;
mod table_price;
mod table_problem;
mod table_tree;
mod tally;
mod values;

use std::sync::{Arc, OnceLock};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyString, PyType};
use vsys_core::base::Refusal;
use vsys_core::rulebook;
use vsys_wire::{OPERATIONS, Outcome, read_book, refusal_bytes};

use crate::interrupt::interruptible;

/// Runs an operation with the bundled tables: wire bytes in, wire bytes out.
#[pyfunction]
#[pyo3(signature = (operation, request, /))]
fn call<'py>(
    py: Python<'py>,
    operation: &Bound<'py, PyString>,
    request: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyBytes>> {
    answer(py, Book::Bundled, operation, request)
}

/// Every operation: its name, and what it does in English and in Japanese.
#[pyfunction]
fn operations() -> Vec<(&'static str, &'static str, &'static str)> {
    OPERATIONS.iter().map(|operation| (operation.name, operation.en, operation.ja)).collect()
}

/// An operation's schema as canonical JSON: `{"answer":…,"request":…}`, JSON Schema 2020-12.
#[pyfunction]
#[pyo3(signature = (operation, /))]
fn schema<'py>(py: Python<'py>, operation: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyBytes>> {
    let name = operation.to_string_lossy();
    match vsys_wire::operation(&name) {
        Some(operation) => Ok(PyBytes::new(py, &operation.schema())),
        None => Err(vsys_error(py, &answer_of(bundled(), &name, b"{}"))),
    }
}

/// The tables that the operations read: the bundled ones, or the caller's own in their place.
#[pyclass(frozen, module = "vsys")]
struct RuleBook {
    tables: Arc<rulebook::RuleBook>,
    /// What they were read from.
    json: Option<PyBackedBytes>,
}

#[pymethods]
impl RuleBook {
    /// `json` holds the tables to replace: `products`, `holidays`, `municipalities`, each as a whole.
    #[new]
    #[pyo3(signature = (json = None, /))]
    fn new(py: Python<'_>, json: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let json = json.map(text).transpose()?;
        let tables = py.detach(|| json.as_ref().map_or_else(rulebook::RuleBook::bundled, |json| read_book(json)));
        tables
            .map(|tables| Self { tables: Arc::new(tables), json })
            .map_err(|refusal| vsys_error(py, &refusal_bytes(&refusal)))
    }

    /// For `pickle`: made anew of the same text.
    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (Option<Bound<'py, PyBytes>>,)) {
        (py.get_type::<Self>(), (self.json.as_ref().map(|json| PyBytes::new(py, json)),))
    }

    /// Runs an operation with these tables: wire bytes in, wire bytes out.
    #[pyo3(signature = (operation, request, /))]
    fn call<'py>(
        &self,
        py: Python<'py>,
        operation: &Bound<'py, PyString>,
        request: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        answer(py, Book::Own(Arc::clone(&self.tables)), operation, request)
    }
}

/// The compiled part of `vsys`.
#[pymodule(name = "_vsys")]
mod module {
    #[pymodule_export]
    use super::form::{FormFaults, FormLimits};
    #[pymodule_export]
    use super::{RuleBook, call, operations, schema};
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::table_apportion::table_apportion;
    #[pymodule_export]
    use crate::table_cascade::table_cascade;
    #[pymodule_export]
    use crate::table_csv::table_csv;
    #[pymodule_export]
    use crate::table_price::{table_price, table_price_sums, tally_told, tally_whole};
    #[pymodule_export]
    use crate::table_tree::ShareTree;
}

/// Whose tables an operation reads.
enum Book {
    Bundled,
    Own(Arc<rulebook::RuleBook>),
}

impl Book {
    /// The bundled tables, unless there are others.
    fn of(own: Option<&Bound<'_, RuleBook>>) -> Self {
        own.map_or(Self::Bundled, |own| Self::Own(Arc::clone(&own.get().tables)))
    }

    fn tables(&self) -> Result<&rulebook::RuleBook, &Refusal> {
        match self {
            Self::Bundled => bundled(),
            Self::Own(book) => Ok(book),
        }
    }
}

/// Requests above this size may take long enough for somebody to lose patience; smaller ones stay where they
/// are, since a thread costs more than most operations.
const SHORT: usize = 1 << 16;

fn answer<'py>(
    py: Python<'py>,
    book: Book,
    operation: &Bound<'py, PyString>,
    request: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyBytes>> {
    let name = operation.to_string_lossy();
    let request = text(request)?;
    let bytes = if request.len() <= SHORT {
        py.detach(|| answer_of(book.tables(), &name, &request))
    } else {
        let name = name.into_owned();
        interruptible(py, move || answer_of(book.tables(), &name, &request))?
    };
    Ok(PyBytes::new(py, &bytes))
}

fn answer_of(book: Result<&rulebook::RuleBook, &Refusal>, name: &str, request: &[u8]) -> Vec<u8> {
    match book {
        Ok(book) => Outcome::of(book, name, request).bytes,
        Err(refusal) => refusal_bytes(refusal),
    }
}

/// The bundled tables, built once.
fn bundled() -> Result<&'static rulebook::RuleBook, &'static Refusal> {
    static BOOK: OnceLock<Result<rulebook::RuleBook, Refusal>> = OnceLock::new();
    BOOK.get_or_init(rulebook::RuleBook::bundled).as_ref()
}

/// The bytes of `bytes`, `bytearray` or `str`. Lone surrogates become bytes that are no UTF-8, so that
/// the reader tells of them.
fn text(value: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(text.call_method1("encode", ("utf-8", "surrogatepass"))?.extract()?);
    }
    value.extract().map_err(|_| PyTypeError::new_err("a request is bytes or str"))
}

/// `vsys.VsysError` of the canonical JSON of an error.
fn vsys_error(py: Python<'_>, bytes: &[u8]) -> PyErr {
    static TYPE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    match TYPE.import(py, "vsys._error", "VsysError").and_then(|kind| kind.call1((PyBytes::new(py, bytes),))) {
        Ok(error) => PyErr::from_value(error),
        Err(fault) => fault,
    }
}
