//! What is asked of the wire.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use vsys_core::base::{Path, Refusal};
use vsys_core::rulebook::RuleBook;
use vsys_wire::{OPERATIONS, Outcome, WireProblem};

use crate::failure::Failure;
use crate::handle::BOOKS;
use crate::problem::CProblem;

/// Tables that a call looks at.
#[derive(Debug)]
pub(crate) enum Rules {
    /// The bundled ones.
    Bundled(&'static RuleBook),
    /// The caller's own, which live on while they are looked at.
    Own(Arc<RuleBook>),
}

impl Deref for Rules {
    type Target = RuleBook;

    fn deref(&self) -> &RuleBook {
        match self {
            Self::Bundled(book) => book,
            Self::Own(book) => book,
        }
    }
}

/// The bundled tables, read once.
pub(crate) fn bundled() -> Result<&'static RuleBook, &'static Refusal> {
    static BUNDLED: OnceLock<Result<RuleBook, Refusal>> = OnceLock::new();
    BUNDLED.get_or_init(RuleBook::bundled).as_ref()
}

/// The tables of a handle; those that are bundled for 0.
pub(crate) fn rules(handle: usize) -> Result<Rules, Failure> {
    if handle == 0 { bundled().map(Rules::Bundled).map_err(Failure::from) } else { Ok(Rules::Own(BOOKS.look(handle)?)) }
}

/// The answer of an operation.
pub(crate) fn call(book_handle: usize, operation: &[u8], request: &[u8]) -> Result<Vec<u8>, Failure> {
    let outcome = Outcome::of(&*rules(book_handle)?, text("operation", operation)?, request);
    if outcome.ok { Ok(outcome.bytes) } else { Err(Failure(outcome.bytes)) }
}

/// The schema of an operation.
pub(crate) fn schema(operation: &[u8]) -> Result<Vec<u8>, Failure> {
    let operation = vsys_wire::operation(text("operation", operation)?)
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

/// A name.
pub(crate) fn text<'a>(argument: &'static str, bytes: &'a [u8]) -> Result<&'a str, CProblem> {
    str::from_utf8(bytes).map_err(|_| CProblem::ArgumentUtf8 { argument })
}
