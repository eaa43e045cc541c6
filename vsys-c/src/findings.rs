//! Findings of rows, told one by one without JSON.

use vsys_core::base::{Finding, Findings, Path, Place, Segment, Severity};

use crate::abi::*;
use crate::problem::CProblem;

/// What is wrong with rows, in their order.
#[derive(Debug, Default)]
pub(crate) struct RowFindings(Vec<(u64, Finding)>);

/// A place in a row: the member.
pub(crate) fn member(name: &'static str) -> Place {
    Path::from(name).into()
}

impl RowFindings {
    /// Adds what was found in a row.
    pub(crate) fn extend(&mut self, row: u64, findings: &Findings) {
        self.0.extend(findings.sorted().into_iter().map(|finding| (row, finding.clone())));
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// A finding by its number.
    pub(crate) fn told(&self, index: usize) -> Result<vsys_finding, CProblem> {
        let (row, finding) = self.at(index)?;
        let severity = match finding.severity {
            Severity::Error => VSYS_SEVERITY_ERROR,
            Severity::Warning => VSYS_SEVERITY_WARNING,
        };
        Ok(vsys_finding { row: *row, severity })
    }

    /// A part of a finding as a text.
    pub(crate) fn part(&self, index: usize, part: u32) -> Result<String, CProblem> {
        let (_, finding) = self.at(index)?;
        Ok(match part {
            VSYS_FINDING_CODE => finding.code.to_owned(),
            VSYS_FINDING_RULE => finding.rule.to_string(),
            VSYS_FINDING_MEMBER => match &finding.place {
                Place::Path(path) => match path.segments() {
                    [Segment::Key(name), ..] => name.to_string(),
                    _ => String::new(),
                },
                Place::Cell(_) => String::new(),
            },
            VSYS_FINDING_MESSAGE_JA => finding.message.ja.clone(),
            VSYS_FINDING_MESSAGE_EN => finding.message.en.clone(),
            VSYS_FINDING_HELP_JA => finding.help.ja.clone(),
            VSYS_FINDING_HELP_EN => finding.help.en.clone(),
            _ => return Err(CProblem::ArgumentValue { argument: "part" }),
        })
    }

    fn at(&self, index: usize) -> Result<&(u64, Finding), CProblem> {
        self.0.get(index).ok_or(CProblem::ArgumentIndex { count: self.len() })
    }
}
