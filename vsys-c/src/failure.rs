//! What is given back to C in place of a result.

use std::panic::{AssertUnwindSafe, catch_unwind};

use vsys_core::base::{Path, Refusal};
use vsys_wire::refusal_bytes;

use crate::handle::ERRORS;
use crate::problem::CProblem;

/// An error as canonical JSON, `{"error":{…}}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(pub(crate) Vec<u8>);

impl From<&Refusal> for Failure {
    fn from(refusal: &Refusal) -> Self {
        Self(refusal_bytes(refusal))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::from(&refusal)
    }
}

impl From<CProblem> for Failure {
    fn from(problem: CProblem) -> Self {
        Self::from(&Refusal::new(&problem, Path::root()))
    }
}

/// The boundary: runs a body and gives the handle of its error, or 0. No panic passes it.
pub(crate) fn boundary(body: impl FnOnce() -> Result<(), Failure>) -> usize {
    // Nothing half done is seen afterwards: results are written last, the tables mend themselves.
    let done = catch_unwind(AssertUnwindSafe(body));
    match done.unwrap_or_else(|_| Err(CProblem::CallPanicked.into())) {
        Ok(()) => 0,
        Err(Failure(json)) => ERRORS.keep(json.into()),
    }
}

/// The code of an error. In canonical JSON it is the first member of this name: only `assumptions`,
/// a list of ids, stands before it.
pub(crate) fn code(error: &[u8]) -> &[u8] {
    const NAME: &[u8] = b"\"code\":\"";
    let start = error.windows(NAME.len()).position(|window| window == NAME).map_or(error.len(), |at| at + NAME.len());
    error.get(start..).and_then(|rest| rest.split(|byte| *byte == b'"').next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vsys_core::base::Problem as _;

    #[test]
    fn the_code_is_read_back() {
        let problem = CProblem::BufferTooSmall { needed: 2, capacity: 1 };
        assert_eq!(code(&Failure::from(problem.clone()).0), problem.code().as_bytes());
        assert_eq!(
            code(br#"{"error":{"assumptions":["assumption.a"],"code":"a.b.c","details":{"code":"d"}}}"#),
            b"a.b.c"
        );
        assert_eq!(code(b""), b"");
    }
}
