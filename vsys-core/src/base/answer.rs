//! What an operation gives back: an answer with what it rests on, or a refusal with everything
//! that is wrong.

use std::fmt;

use super::assumption::{AssumptionId, Assumptions};
use super::finding::{Finding, Findings};
use super::place::{Path, Place};
use super::problem::{Problem, Severity};

/// An answer, the warnings that go with it, and the assumptions it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    value: T,
    findings: Findings,
    assumptions: Assumptions,
}

impl<T> Answer<T> {
    /// An answer that rests on nothing but printed rules.
    pub const fn new(value: T) -> Self {
        Self { value, findings: Findings::new(), assumptions: Assumptions::new() }
    }

    /// The same with the assumption it depends on.
    #[must_use]
    pub fn assuming(mut self, assumption: AssumptionId) -> Self {
        self.assumptions.add(assumption);
        self
    }

    /// The same with more assumptions.
    #[must_use]
    pub fn assuming_all(mut self, assumptions: &Assumptions) -> Self {
        self.assumptions.extend(assumptions);
        self
    }

    /// The same with more findings.
    #[must_use]
    pub fn finding(mut self, findings: Findings) -> Self {
        self.findings.extend(findings);
        self
    }

    /// The same findings and assumptions with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        Answer { value: change(self.value), findings: self.findings, assumptions: self.assumptions }
    }

    /// The value, and the answer without it, for [`Answer::with`].
    pub fn split(self) -> (T, Answer<()>) {
        (self.value, Answer { value: (), findings: self.findings, assumptions: self.assumptions })
    }

    /// The same findings and assumptions with another value, made already.
    pub fn with<U>(self, value: U) -> Answer<U> {
        self.map(|_| value)
    }

    /// The value.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// What is worth knowing.
    pub const fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What it rests on.
    pub const fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }

    /// Value, findings and assumptions.
    pub fn into_parts(self) -> (T, Findings, Assumptions) {
        (self.value, self.findings, self.assumptions)
    }
}

/// A refusal: every finding at once, at least one of them an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(Box<Refused>);

/// What a refusal holds. It stands apart so that every result that may be one is small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refused {
    findings: Findings,
    assumptions: Assumptions,
}

impl Refusal {
    /// A refusal for one problem.
    pub fn new(problem: &dyn Problem, place: impl Into<Place>) -> Self {
        let mut findings = Findings::new();
        findings.push(problem, place);
        Self::of(findings)
    }

    /// A refusal for a list of findings.
    pub fn of(findings: Findings) -> Self {
        Self(Box::new(Refused { findings, assumptions: Assumptions::new() }))
    }

    /// The same with the assumption that led to it.
    #[must_use]
    pub fn assuming(mut self, assumption: AssumptionId) -> Self {
        self.0.assumptions.add(assumption);
        self
    }

    /// The same with more findings.
    #[must_use]
    pub fn finding(mut self, findings: Findings) -> Self {
        self.0.findings.extend(findings);
        self
    }

    /// This refusal and others as one, so that all findings come at once; nothing when there is none.
    pub fn all(refusals: impl IntoIterator<Item = Self>) -> Option<Self> {
        refusals.into_iter().reduce(|mut all, other| {
            all.0.findings.extend(other.0.findings);
            all.0.assumptions.extend(&other.0.assumptions);
            all
        })
    }

    /// The same with its paths below another place of the request.
    #[must_use]
    pub fn under(mut self, prefix: &Path) -> Self {
        self.0.findings = std::mem::take(&mut self.0.findings).under(prefix);
        self
    }

    /// The same with its paths as another request has them, which holds the same in another form.
    #[must_use]
    pub fn moved(mut self, place: impl Fn(&Path) -> Path) -> Self {
        self.0.findings = std::mem::take(&mut self.0.findings).moved(place);
        self
    }

    /// Everything that is wrong.
    pub const fn findings(&self) -> &Findings {
        &self.0.findings
    }

    /// What the refusal rests on.
    pub const fn assumptions(&self) -> &Assumptions {
        &self.0.assumptions
    }

    /// The error that names the refusal: the first in the order of place and code.
    pub fn primary(&self) -> Option<Finding> {
        self.0.findings.sorted().into_iter().find(|finding| finding.severity == Severity::Error).cloned()
    }

    /// The code of the error that names the refusal.
    pub fn code(&self) -> &'static str {
        self.primary().map_or("internal.invariant.broken", |finding| finding.code)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.primary() {
            Some(first) => write!(f, "{}: {}", first.code, first.message.en)?,
            None => f.write_str("refused")?,
        }
        match self.0.findings.total() {
            0 | 1 => Ok(()),
            total => write!(f, " (and {} more)", total - 1),
        }
    }
}

impl std::error::Error for Refusal {}
