//! The records of a claim, judged together: what they make, and what is claimed apart.

use std::collections::BTreeMap;

use super::check::ApartClaim;
use super::double::DoubleClaims;
use super::price::amount;
use super::printed_sheet::PrintedSum;
use super::record::{ClaimRecord, RecordTerms};
use super::record_problem::RecordProblem;
use super::sheet::Lines;
use super::sheet_count::{ClaimCounts, CouponKind};
use super::sheet_table::{SheetPrices, SheetTable};
use crate::base::{Assumptions, BaseProblem, Findings, MunicipalityCode, Path, Quantity, Refusal, Yen, assumption};
use crate::rulebook::{RuleBook, TariffComponent, TimeClass};

/// What the records of a claim make.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// How many records there are.
    pub(super) given: u64,
    /// What counts on the sheets.
    pub(super) counts: ClaimCounts,
    /// Surcharges that are claimed apart: cases, and yen before tax.
    apart: BTreeMap<(MunicipalityCode, TimeClass), (u64, u64)>,
}

impl Made {
    /// Judges every record; what is wrong stands at its member, and keeps it out.
    pub(super) fn of(
        book: &RuleBook,
        terms: &RecordTerms<'_>,
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
            if let Some(time) = judged.apart {
                let component =
                    if time == TimeClass::Holiday { TariffComponent::Holiday } else { TariffComponent::OffHours };
                let price = book.tariff().component(component, record.date).map_or(0, |price| price.value.number());
                let (count, net) = made.apart.entry((judged.case.municipality, time)).or_default();
                *count += 1;
                *net = net.saturating_add(price);
            }
        }
        made
    }

    /// What is claimed apart, by municipality and class of time.
    pub(super) fn apart(&self, prices: &SheetPrices) -> Result<Vec<ApartClaim>, Refusal> {
        let claim = |(key, cases): (&(MunicipalityCode, TimeClass), &(u64, u64))| {
            let ((municipality, time), (count, net)) = (*key, *cases);
            let net = Yen::try_new(net).map_err(out_of_range)?;
            // A sum of surcharges is one line of the separate form: rounded once.
            let (amount, _) = amount(1, net, prices.rate, prices.rounding).map_err(out_of_range)?;
            Ok(ApartClaim { municipality, time, count, net, amount })
        };
        self.apart.iter().map(claim).collect()
    }

    /// The cases of each municipal sheet.
    pub(super) fn sheets(&self) -> BTreeMap<(CouponKind, MunicipalityCode), Lines> {
        let mut sheets: BTreeMap<_, Lines> = BTreeMap::new();
        for (case, count) in self.counts.iter() {
            *sheets.entry((case.coupon, case.municipality)).or_default().entry(case.line).or_default() += count;
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

fn out_of_range(problem: BaseProblem) -> Refusal {
    Refusal::new(&problem, Path::from("records"))
}
