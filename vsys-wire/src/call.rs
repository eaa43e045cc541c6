//! One call: from bytes through a typed request to bytes.

use vsys_core::base::{Answer, Assumptions, Findings, Path, Refusal};
use vsys_core::rulebook::RuleBook;

use crate::emit::Emit;
use crate::envelope;
use crate::json::{Document, Fault, Json, MAX_BYTES, MAX_DEPTH, MAX_VALUES};
use crate::problem::WireProblem;
use crate::read::{Cursor, Place, Read};
use crate::schema::Defs;
use crate::table::Outcome;

/// An operation of the table.
pub(crate) trait Call {
    /// Whether rule violations are its answer and no failure.
    const JUDGES: bool = false;
    /// What is asked.
    type Request: Read;
    /// What is answered.
    type Answer: Emit;

    /// Decides.
    fn run(book: &RuleBook, request: Self::Request) -> Result<Answer<Self::Answer>, Refusal>;
}

/// Reads, runs and writes.
pub(crate) fn call<C: Call>(book: &RuleBook, request: &[u8]) -> Outcome {
    let mut asked = C::Request::BLANK;
    match fill(request, &mut asked) {
        Ok(()) => answered::<C>(C::run(book, asked)),
        Err(refusal) => failed(refusal),
    }
}

/// Writes what an operation came to.
pub(crate) fn answered<C: Call>(came_to: Result<Answer<C::Answer>, Refusal>) -> Outcome {
    match came_to {
        Ok(answer) => written(answer.value(), answer.findings(), answer.assumptions(), C::JUDGES),
        Err(refusal) => failed(refusal),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "here it is dropped for every operation")]
fn failed(refusal: Refusal) -> Outcome {
    Outcome::failure(&refusal)
}

fn written(value: &dyn Emit, findings: &Findings, assumptions: &Assumptions, judges: bool) -> Outcome {
    if findings.has_errors() && !judges {
        return Outcome::failure(&Refusal::of(findings.clone()));
    }
    match envelope::success(value, findings, assumptions) {
        Some(bytes) => Outcome { ok: true, bytes },
        None => Outcome::failure(&Refusal::new(&WireProblem::AnswerOutOfRange, Path::root())),
    }
}

/// A typed request, or every fault of its text.
pub(crate) fn read<T: Read>(request: &[u8]) -> Result<T, Refusal> {
    let mut value = T::BLANK;
    fill(request, &mut value)?;
    Ok(value)
}

/// Reads a request, whatever its type.
fn fill(request: &[u8], blank: &mut dyn Place) -> Result<(), Refusal> {
    let document = Document::parse(request).map_err(|fault| refuse(&fault))?;
    let mut findings = Findings::new();
    if blank.fill(&Cursor::root(&document), &mut findings) && !findings.has_errors() {
        Ok(())
    } else {
        Err(Refusal::of(findings))
    }
}

fn refuse(fault: &Fault) -> Refusal {
    let problem = match *fault {
        Fault::Syntax { at } => WireProblem::Syntax { offset: at },
        Fault::TooLarge => WireProblem::TooLarge { most: MAX_BYTES },
        Fault::TooDeep { .. } => WireProblem::TooDeep { most: MAX_DEPTH },
        Fault::TooMany { .. } => WireProblem::TooMany { most: MAX_VALUES },
    };
    Refusal::new(&problem, Path::root())
}

/// `{"answer":…,"request":…}`.
pub(crate) fn schema<C: Call>() -> Json {
    let mut answer_defs = Defs::default();
    let answer = C::Answer::schema(&mut answer_defs);
    let mut request_defs = Defs::default();
    let request = C::Request::schema(&mut request_defs);
    Json::object([
        ("answer", envelope::answer_schema(answer_defs, answer)),
        ("request", request_defs.document(request)),
    ])
}
