//! The records of a claim, judged together: what they make, and what is claimed apart.

use super::apart::ApartCounts;
use super::check_sheets::Expected;
use super::double::DoubleClaims;
use super::printed_sheet::PrintedSum;
use super::record::{ClaimRecord, RecordTerms};
use super::record_problem::RecordProblem;
use super::sheet::Lines;
use super::sheet_count::ClaimCounts;
use super::sheet_table::{SheetPrices, SheetTable};
use crate::base::{Assumptions, Findings, Path, Refusal, SortedMap, assumption};
use crate::rulebook::RuleBook;

/// What the records of a claim make.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// How many records there are.
    pub(super) given: u64,
    /// What counts on the sheets.
    pub(super) counts: ClaimCounts,
    /// Surcharges that are claimed apart.
    pub(super) apart: ApartCounts,
}

impl Made {
    /// Judges every record; what is wrong stands at its member, and keeps it out.
    pub(super) fn of(
        terms: &RecordTerms<&RuleBook>,
        records: &[ClaimRecord],
        findings: &mut Findings,
        assumptions: &mut Assumptions,
    ) -> Self {
        let mut made = Self::default();
        let mut claims = DoubleClaims::new();
        for (index, record) in records.iter().enumerate() {
            made.given += 1;
            let at = |member: &'static str| Path::element("records", index, member).into();
            let Some(judged) = terms.judge(record, at, findings, assumptions) else { continue };
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            if let Some(first) = claims.note(record, &judged, number) {
                findings.push(&RecordProblem::Double { first }, Path::new(["records".into(), index.into()]));
                assumptions.add(assumption::DOUBLE_CLAIM);
                continue;
            }
            if let Err(problem) = made.counts.add(judged.case, 1) {
                findings.push(&problem, Path::new(["records".into(), index.into()]));
                continue;
            }
            made.apart.add(record, &judged);
        }
        made
    }

    /// The cases of each municipal sheet.
    pub(super) fn sheets(&self) -> Expected {
        let mut sheets = SortedMap::new();
        for (case, count) in self.counts.iter() {
            *sheets.entry((case.coupon, case.municipality), Lines::new).entry(case.line, || 0) += count;
        }
        sheets
    }
}

/// Cases and yen of some sheets, and whether an amount was rounded.
pub(super) fn sum_of<'l>(
    prices: &SheetPrices,
    sheets: impl IntoIterator<Item = &'l Lines>,
) -> Result<(PrintedSum, bool), Refusal> {
    let mut all = (PrintedSum::default(), false);
    for lines in sheets {
        let (table, rounded) = SheetTable::of(prices, |line| lines.get(&line).copied().unwrap_or(0))?;
        all = (all.0.plus(table.total().into()), all.1 | rounded);
    }
    Ok(all)
}
