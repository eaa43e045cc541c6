//! A batch of vaccinations, fed row by row: judged, counted, and made into sheets.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vsys_core::base::{Assumptions, CouponNumber, Findings, MunicipalityCode, Personal, Problem, Quantity};
use vsys_core::claims::{ClaimRecord, ClaimTally, ColumnCode, RecordTerms};
use vsys_wire::{claim_sheets_with, notes_bytes, read_claim_terms};

use crate::abi::*;
use crate::assumption::mask;
use crate::call::Rules;
use crate::failure::Failure;
use crate::findings::{RowFindings, member};
use crate::price::class;
use crate::problem::CProblem;
use crate::quantity::rounding;
use crate::time::{clock, day};

/// A row whose texts were read.
pub(crate) struct Row<'a> {
    pub(crate) claim: vsys_claim,
    pub(crate) municipality: &'a [u8],
    pub(crate) number: Option<&'a [u8]>,
}

/// A batch to which several threads may add.
#[derive(Debug)]
pub(crate) struct Claims {
    terms: RecordTerms<Rules>,
    /// What is to be known of the month of claim itself.
    month: Findings,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    tally: ClaimTally,
    rows: u64,
    kept_out: u64,
    assumptions: Assumptions,
}

impl Claims {
    /// Nothing yet, for a month of claim.
    pub(crate) fn try_new(rules: Rules, json: &[u8]) -> Result<Self, Failure> {
        let (billing, site, hours) = read_claim_terms(json)?;
        let (terms, month, assumptions) = RecordTerms::holding(rules, billing, site)?.into_parts();
        let terms = match hours {
            Some(hours) => terms.with_hours(hours),
            None => terms,
        };
        Ok(Self { terms, month, kept: Mutex::new(Kept { assumptions, ..Kept::default() }) })
    }

    /// Judges and counts rows; gives for each whether it counts, and everything that was found.
    pub(crate) fn add(&self, rows: &[Row<'_>]) -> (Vec<u32>, RowFindings) {
        let mut kept = self.kept();
        let mut found = RowFindings::default();
        let outcomes = rows.iter().map(|row| {
            let mut findings = Findings::new();
            let Kept { tally, rows, kept_out, assumptions } = &mut *kept;
            let number = u32::try_from(*rows).unwrap_or(u32::MAX);
            let record = record(row, &mut findings);
            let counted =
                record.and_then(|record| tally.add(&self.terms, &record, number, member, &mut findings, assumptions));
            found.extend(*rows, &findings);
            *rows += 1;
            if counted.is_some() {
                VSYS_CLAIM_COUNTED
            } else {
                *kept_out += 1;
                VSYS_CLAIM_KEPT_OUT
            }
        });
        (outcomes.collect(), found)
    }

    /// How the batch stands.
    pub(crate) fn total(&self) -> vsys_claims_total {
        let kept = self.kept();
        vsys_claims_total {
            rows: kept.rows,
            counted: kept.tally.counts().total(),
            kept_out: kept.kept_out,
            uncompared: kept.tally.uncompared(),
            assumptions: mask(&kept.assumptions),
        }
    }

    /// The cases with their counts.
    pub(crate) fn cases(&self) -> Vec<vsys_case> {
        let kept = self.kept();
        let cases = kept.tally.counts().iter().map(|(case, count)| vsys_case {
            count,
            municipality: case.municipality.number(),
            coupon: case.coupon.code().into(),
            service: case.line.service.code().into(),
            age_class: case.line.age.code().into(),
            time_class: case.line.time.code().into(),
        });
        cases.collect()
    }

    /// The surcharges that are claimed apart.
    pub(crate) fn apart(&self, code: u32) -> Result<(Vec<vsys_apart>, u64), Failure> {
        let claims = self.kept().tally.apart().claims(self.terms.book(), rounding(code)?)?;
        let resting = mask(claims.assumptions());
        let claims = claims.into_value();
        let apart = claims.iter().map(|claim| vsys_apart {
            count: claim.count,
            unit: claim.unit.number(),
            net: claim.net.number(),
            amount: claim.amount.number(),
            municipality: claim.municipality.number(),
            month: claim.vaccination_month.year() * 100 + claim.vaccination_month.month(),
            time_class: claim.time.code().into(),
        });
        Ok((apart.collect(), resting))
    }

    /// The sheets of what was counted, as `claims.sheets` answers.
    pub(crate) fn sheets(&self, json: &[u8]) -> Result<Arc<[u8]>, Failure> {
        let counts = self.kept().tally.counts().clone();
        let made = claim_sheets_with(self.terms.book(), json, counts);
        if made.ok { Ok(made.bytes.into()) } else { Err(Failure(made.bytes)) }
    }

    /// What is to be known of the month, and what the batch rests on.
    pub(crate) fn notes(&self) -> Arc<[u8]> {
        notes_bytes(&self.month, &self.kept().assumptions).into()
    }

    /// The batch, even after a panic: then one row may be told and not counted.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A row as a record, or everything that it is not.
fn record(row: &Row<'_>, findings: &mut Findings) -> Option<ClaimRecord> {
    let claim = &row.claim;
    let service = told("service", class("service", claim.service), findings);
    let date = told("date", day("date", claim.day), findings);
    let time = given("time", claim.time, VSYS_UNKNOWN, |digits| clock("time", digits), findings);
    let time_class = given("class", claim.time_class, VSYS_UNKNOWN, |code| class("class", code), findings);
    let municipality = told("municipality", MunicipalityCode::from_ascii(row.municipality), findings);
    let coupon = told("coupon", class("coupon", claim.coupon), findings);
    let number = row.number.map(|number| told("number", CouponNumber::from_ascii(number), findings).map(Personal::new));
    let birth = given("birth_date", claim.birth_day, 0, |digits| day("birth_date", digits), findings);
    let age = given("age", claim.age_class, VSYS_UNKNOWN, |code| class("age", code), findings);
    let wrong = |argument| CProblem::ArgumentValue { argument };
    let dose = given("dose", claim.dose, 0, |dose| u8::try_from(dose).map_err(|_| wrong("dose")), findings);
    let returned = match claim.returned {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(wrong("returned")),
    };
    let returned = told("returned", returned, findings);
    Some(ClaimRecord {
        service: service?,
        date: date?,
        time: time?,
        class: time_class?,
        municipality: municipality?,
        coupon: coupon?,
        number: number.map_or(Some(None), |number| number.map(Some))?,
        birth_date: birth?.map(Personal::new),
        age: age?,
        dose: dose?,
        returned: returned?,
    })
}

/// A value, or what is wrong with it, told at its member.
fn told<T, P: Problem>(name: &'static str, value: Result<T, P>, findings: &mut Findings) -> Option<T> {
    value.map_err(|problem| findings.push(&problem, member(name))).ok()
}

/// A value that need not be given: `absent` stands for none.
fn given<T>(
    name: &'static str,
    number: u32,
    absent: u32,
    read: impl FnOnce(u32) -> Result<T, CProblem>,
    findings: &mut Findings,
) -> Option<Option<T>> {
    if number == absent { Some(None) } else { told(name, read(number), findings).map(Some) }
}
