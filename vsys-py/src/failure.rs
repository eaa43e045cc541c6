//! Why a function over tables gives no answer.

use pyo3::PyErr;
use pyo3::prelude::*;
use vsys_core::base::{Path, Refusal};
use vsys_wire::refusal_bytes;

/// A coded refusal, or an exception of Python: a wrong argument, Ctrl-C.
pub(crate) enum Failure {
    /// `VsysError`.
    Refused(Box<Refusal>),
    /// Any other.
    Raised(PyErr),
}

impl Failure {
    /// The same with its places below another one.
    pub(crate) fn under(self, place: &Path) -> Self {
        match self {
            Self::Refused(refusal) => Self::Refused(Box::new(refusal.under(place))),
            raised @ Self::Raised(_) => raised,
        }
    }

    /// As Python raises it.
    pub(crate) fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Refused(refusal) => crate::vsys_error(py, &refusal_bytes(&refusal)),
            Self::Raised(error) => error,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}
