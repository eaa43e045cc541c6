//! Records of a claim, judged and counted one by one.

use std::ops::Deref;

use super::apart::ApartCounts;
use super::double::DoubleClaims;
use super::record::{ClaimRecord, JudgedRecord, RecordTerms};
use super::record_problem::RecordProblem;
use super::sheet_count::ClaimCounts;
use crate::base::{Assumptions, Findings, Place, assumption};
use crate::rulebook::RuleBook;

/// Records of a claim, judged and counted one by one (請求の集計). What is kept grows with the municipalities, and by at
/// most 29 bytes with a record that can be claimed twice.
///
/// Source: CLM-1, CLM-7, CLM-8, CLM-11, CLM-14; F-VRS; assumption double-claim.
///
/// ```
/// use vsys_core::base::{Assumptions, Findings, Path};
/// use vsys_core::claims::{ClaimRecord, ClaimSite, ClaimTally, CouponKind, RecordTerms};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let terms = RecordTerms::try_new(&book, "2022-01".parse()?, ClaimSite::Institution)?.into_value();
/// let record = ClaimRecord {
///     service: Service::Vaccination,
///     date: "2021-12-05".parse()?,
///     time: None,
///     class: Some(TimeClass::Holiday),
///     municipality: "131032".parse()?,
///     coupon: CouponKind::WithCoupon,
///     number: Some("0012345678".parse()?),
///     birth_date: None,
///     age: Some(AgeClass::SixAndOver),
///     dose: Some(3),
///     returned: false,
/// };
/// let mut tally = ClaimTally::new();
/// let (mut findings, mut assumptions) = (Findings::new(), Assumptions::new());
/// let mut add = |number| {
///     tally.add(&terms, &record, number, |member| Path::from(member).into(), &mut findings, &mut assumptions)
/// };
/// assert!(add(1).is_some());
/// assert!(add(2).is_none(), "the same dose is claimed once");
/// assert_eq!((tally.counts().total(), findings.sorted()[0].code), (1, "claims.record.double"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct ClaimTally {
    doubles: DoubleClaims,
    counts: ClaimCounts,
    apart: ApartCounts,
    uncompared: u64,
}

impl ClaimTally {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Judges a record and counts it, under a number of the caller's (its row); nothing when an error keeps it off the
    /// sheets. Everything that is wrong is reported at the place that `at` makes of the member at fault.
    pub fn add<B: Deref<Target = RuleBook>>(
        &mut self,
        terms: &RecordTerms<B>,
        record: &ClaimRecord,
        number: u32,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
        assumptions: &mut Assumptions,
    ) -> Option<JudgedRecord> {
        let judged = terms.judge(record, &at, findings, assumptions)?;
        if self.counts.total() == ClaimCounts::MOST {
            let full = ClaimCounts::new().add(judged.case, ClaimCounts::MOST + 1);
            full.err().iter().for_each(|problem| findings.push(problem, at("number")));
            return None;
        }
        if let Some(first) = self.doubles.note(record, &judged, number) {
            findings.push(&RecordProblem::Double { first }, at("number"));
            assumptions.add(assumption::DOUBLE_CLAIM);
            return None;
        }
        // There is room: it was looked at above.
        self.counts.add(judged.case, 1).ok()?;
        self.uncompared += u64::from(record.number.is_none());
        self.apart.add(record, &judged);
        Some(judged)
    }

    /// What is claimed on the sheets.
    pub const fn counts(&self) -> &ClaimCounts {
        &self.counts
    }

    /// Surcharges that are claimed apart from the fee (別請求).
    pub const fn apart(&self) -> &ApartCounts {
        &self.apart
    }

    /// How many records were counted that no number of a coupon lets compare.
    pub const fn uncompared(&self) -> u64 {
        self.uncompared
    }
}
