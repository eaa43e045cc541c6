//! The check of screening forms with types: texts in, a set of faults out, no JSON on the way.

use std::borrow::Cow;

use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyString, PyTuple};
use vsys_core::claims::{self, FormFault, ScreeningBytes, check_form};
use vsys_wire::{read_form_limits, refusal_bytes};

use crate::{text, vsys_error};

/// What forms are held against; `vsys.form.FormLimits` is the class to use.
#[pyclass(frozen, subclass, module = "vsys._vsys")]
pub(crate) struct FormLimits {
    limits: claims::FormLimits,
    /// What most forms have, made once.
    no_faults: Py<FormFaults>,
}

#[pymethods]
impl FormLimits {
    /// `json` holds the members of `form.check` that are not the form's.
    #[new]
    #[pyo3(signature = (json, /))]
    fn new(py: Python<'_>, json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let limits = read_form_limits(&text(json)?).map_err(|refusal| vsys_error(py, &refusal_bytes(&refusal)))?;
        Ok(Self { limits, no_faults: Py::new(py, FormFaults::default())? })
    }

    /// Checks what a screening form says.
    #[pyo3(signature = (coupon, municipality, birth_date, date, dose, previous_date = None))]
    #[expect(clippy::too_many_arguments, reason = "the members of a form; a record would cost a look-up each")]
    fn check(
        &self,
        py: Python<'_>,
        coupon: &Bound<'_, PyAny>,
        municipality: &Bound<'_, PyAny>,
        birth_date: &Bound<'_, PyAny>,
        date: &Bound<'_, PyAny>,
        dose: &Bound<'_, PyAny>,
        previous_date: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<FormFaults>> {
        let previous_date = previous_date.map(|value| day("previous_date", value)).transpose()?;
        let form = ScreeningBytes {
            coupon: written("coupon", coupon)?,
            municipality: written("municipality", municipality)?,
            birth_date: &day("birth_date", birth_date)?,
            date: &day("date", date)?,
            dose: count("dose", dose)?,
            previous_date: previous_date.as_deref(),
        };
        let faults = check_form(&form, &self.limits);
        if faults.is_empty() { Ok(self.no_faults.clone_ref(py)) } else { Py::new(py, FormFaults(faults)) }
    }
}

/// What is wrong with a screening form (予診票の不備): an immutable set of words in the order of the schema, true when it
/// is not empty.
#[pyclass(frozen, eq, hash, module = "vsys.form")]
#[derive(Default, PartialEq, Eq, Hash)]
pub(crate) struct FormFaults(claims::FormFaults);

#[pymethods]
impl FormFaults {
    /// Whether nothing is wrong but for warnings.
    #[getter]
    fn valid(&self) -> bool {
        !self.0.has_errors()
    }

    fn __bool__(&self) -> bool {
        !self.0.is_empty()
    }

    fn __len__(&self) -> usize {
        self.0.iter().count()
    }

    fn __contains__(&self, word: &Bound<'_, PyAny>) -> bool {
        let word = word.cast::<PyString>().ok().and_then(|word| word.to_str().ok());
        self.0.iter().any(|fault| Some(fault.as_str()) == word)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let words = self.0.iter().map(|fault| PyString::intern(py, fault.as_str()));
        Ok(PyTuple::new(py, words.collect::<Vec<_>>())?.try_iter()?.into_any())
    }

    fn __repr__(&self) -> String {
        let words: Vec<String> = self.0.iter().map(FormFault::as_str).map(|word| format!("'{word}'")).collect();
        format!("<FormFaults {{{}}}>", words.join(", "))
    }
}

/// What is written in a box.
fn written<'a>(name: &str, value: &'a Bound<'_, PyAny>) -> PyResult<&'a [u8]> {
    value.cast::<PyString>().map(utf8).map_err(|_| mismatch(name, "str", value))
}

/// A day as it is written, or a `datetime.date` as it would be.
fn day<'a>(name: &str, value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, [u8]>> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Cow::Borrowed(utf8(text)));
    }
    if value.cast::<PyDate>().is_err() {
        return Err(mismatch(name, "str or datetime.date", value));
    }
    let text = value.call_method0(intern!(value.py(), "isoformat"))?;
    Ok(Cow::Owned(written(name, &text)?.to_vec()))
}

/// Half of a surrogate pair has no bytes; no box may hold one, so nothing of its text counts.
fn utf8<'a>(text: &'a Bound<'_, PyString>) -> &'a [u8] {
    text.to_str().map_or(b"", str::as_bytes)
}

/// An integer; one that is too large for the machine is the nearest that is not.
fn count(name: &str, value: &Bound<'_, PyAny>) -> PyResult<u64> {
    if value.is_instance_of::<PyBool>() {
        return Err(mismatch(name, "int", value));
    }
    match value.extract::<u64>() {
        Ok(count) => Ok(count),
        Err(fault) if fault.is_instance_of::<PyOverflowError>(value.py()) => {
            Ok(if value.gt(0)? { u64::MAX } else { 0 })
        }
        Err(_) => Err(mismatch(name, "int", value)),
    }
}

/// Tells the type and not the value, which is a person's.
fn mismatch(name: &str, expected: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let kind = value.get_type();
    let kind = kind.name().map_or_else(|_| String::new(), |kind| kind.to_string());
    PyTypeError::new_err(format!("{name}: {expected} is expected, not {kind}"))
}
