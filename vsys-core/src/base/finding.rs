//! Findings: the whole list of what is wrong or worth knowing, each with its place.

use super::detail::DetailValue;
use super::lang::Bilingual;
use super::list::IntoList;
use super::place::{Path, Place};
use super::problem::{Problem, Severity};
use super::rule::RuleId;

/// How many findings are listed at most; all are counted.
pub const LISTED: usize = 10_000;

/// One thing that is wrong, or worth knowing, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code.
    pub code: &'static str,
    /// The rule it comes from.
    pub rule: RuleId,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Bilingual,
    /// What to do about it.
    pub help: Bilingual,
    /// The typed particulars.
    pub details: Vec<(&'static str, DetailValue)>,
    /// Where.
    pub place: Place,
    /// The offending text as it stood in the input; absent for personal data.
    pub value: Option<String>,
}

impl Finding {
    /// A finding of a problem at a place.
    pub fn new(problem: &dyn Problem, place: impl Into<Place>) -> Self {
        let (texts, particulars) = (problem.texts(), problem.particulars());
        Self {
            code: texts.code(),
            rule: texts.rule(),
            severity: texts.severity,
            message: texts.message(&particulars),
            help: texts.help(&particulars),
            details: texts.details(&particulars),
            place: place.into(),
            value: None,
        }
    }

    /// The same with the offending text.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// All findings of one request: listed up to [`LISTED`] in the order of place and code, counted
/// without bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(Option<Box<Found>>);

/// What findings hold. It stands apart, since every answer has findings and few have any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    list: Vec<Finding>,
    total: u64,
    errors: u64,
}

impl Findings {
    /// No finding yet.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds a problem at a place.
    pub fn push(&mut self, problem: &dyn Problem, place: impl Into<Place>) {
        self.add(Finding::new(problem, place));
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        let found = self.0.get_or_insert_default();
        found.total += 1;
        if finding.severity == Severity::Error {
            found.errors += 1;
        }
        found.list.push(finding);
        found.settle();
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Self) {
        let Some(other) = other.0 else { return };
        match &mut self.0 {
            Some(found) => {
                found.total += other.total;
                found.errors += other.errors;
                found.list.extend(other.list);
                found.settle();
            }
            none => *none = Some(other),
        }
    }

    /// The same findings with their paths below another place of the request.
    #[must_use]
    pub fn under(self, prefix: &Path) -> Self {
        self.moved(|path| prefix.and(path))
    }

    /// The same findings with their paths as another request has them, which holds the same in another form.
    #[must_use]
    pub fn moved(mut self, place: impl Fn(&Path) -> Path) -> Self {
        if let Some(found) = &mut self.0 {
            for finding in &mut found.list {
                if let Place::Path(path) = &mut finding.place {
                    *path = place(path);
                }
            }
        }
        self
    }

    /// Whether any finding is an error.
    pub const fn has_errors(&self) -> bool {
        match &self.0 {
            Some(found) => found.errors > 0,
            None => false,
        }
    }

    /// Whether there is no finding.
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many there are, listed or not.
    pub const fn total(&self) -> u64 {
        match &self.0 {
            Some(found) => found.total,
            None => 0,
        }
    }

    /// The listed findings in the order of place, then code.
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut list: Vec<&Finding> = self.0.as_ref().map_or_else(Vec::new, |found| found.list.iter().list());
        list.sort_by(|a, b| a.place.order(&b.place).then_with(|| a.code.cmp(b.code)));
        list.truncate(LISTED);
        list
    }
}

impl Found {
    /// Memory stays bounded on hostile input: sorts and cuts now and then.
    fn settle(&mut self) {
        if self.list.len() >= 2 * LISTED {
            self.list.sort_by(|a, b| a.place.order(&b.place).then_with(|| a.code.cmp(b.code)));
            self.list.truncate(LISTED);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{BaseProblem, Path};

    #[test]
    fn every_finding_is_counted_and_the_first_are_listed_in_order() {
        let mut findings = Findings::new();
        for row in (0..25_000).rev() {
            findings.push(&BaseProblem::PrefectureForm, Path::element("rows", row, "code"));
        }
        assert_eq!(findings.total(), 25_000);
        let listed = findings.sorted();
        assert_eq!(listed.len(), LISTED);
        assert_eq!(listed.first().map(|f| f.place.to_string()).as_deref(), Some("/rows/0/code"));
        assert_eq!(listed.last().map(|f| f.place.to_string()).as_deref(), Some("/rows/9999/code"));
    }
}
