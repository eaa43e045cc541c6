//! What is asked of the wire.

use std::sync::{Arc, OnceLock};

use vsys_core::base::{Path, Refusal};
use vsys_core::rulebook::RuleBook;
use vsys_wire::{OPERATIONS, Outcome, WireProblem};

use crate::failure::Failure;
use crate::handle::BOOKS;
use crate::problem::CProblem;

/// The tables of a handle; those that are bundled for 0.
fn book(handle: usize) -> Result<Arc<RuleBook>, Failure> {
    static BUNDLED: OnceLock<Result<Arc<RuleBook>, Refusal>> = OnceLock::new();
    if handle == 0 {
        BUNDLED.get_or_init(|| RuleBook::bundled().map(Arc::new)).clone().map_err(|refusal| Failure::from(&refusal))
    } else {
        Ok(BOOKS.look(handle)?)
    }
}

/// The answer of an operation.
pub(crate) fn call(book_handle: usize, operation: &[u8], request: &[u8]) -> Result<Vec<u8>, Failure> {
    let outcome = Outcome::of(&*book(book_handle)?, name(operation)?, request);
    if outcome.ok { Ok(outcome.bytes) } else { Err(Failure(outcome.bytes)) }
}

/// The schema of an operation.
pub(crate) fn schema(operation: &[u8]) -> Result<Vec<u8>, Failure> {
    let operation = vsys_wire::operation(name(operation)?)
        .ok_or_else(|| Failure::from(&Refusal::new(&WireProblem::OperationUnknown, Path::root())))?;
    Ok(operation.schema())
}

/// The name of an operation by its place in the table.
pub(crate) fn operation_name(index: usize) -> Result<&'static str, CProblem> {
    OPERATIONS.get(index).map(|operation| operation.name).ok_or(CProblem::ArgumentIndex { count: OPERATIONS.len() })
}

/// Tables of the caller's own.
pub(crate) fn read_book(json: &[u8]) -> Result<Arc<RuleBook>, Failure> {
    vsys_wire::read_book(json).map(Arc::new).map_err(|refusal| Failure::from(&refusal))
}

fn name(operation: &[u8]) -> Result<&str, CProblem> {
    str::from_utf8(operation).map_err(|_| CProblem::ArgumentUtf8 { argument: "operation" })
}
