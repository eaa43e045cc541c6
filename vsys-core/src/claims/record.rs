//! One record of a claim, judged: what it counts as on the sheets of a month.

use std::ops::Deref;

use chrono::{NaiveDate, NaiveTime};

use super::posted_hours::PostedHours;
use super::price::{PriceLine, age_class, no_price};
use super::problem::ClaimsProblem;
use super::record_problem::RecordProblem;
use super::selection::{Claim, ClaimSite, Selection, SurchargeClaim, select};
use super::sheet_count::{ClaimCase, CouponKind};
use super::time_class::time_class;
use crate::base::{
    Answer, Assumptions, CouponNumber, Finding, Findings, MunicipalityCode, Personal, Place, Refusal, SortedMap,
};
use crate::calendar::Month;
use crate::rulebook::{AgeClass, RuleBook, Service, TimeClass};

/// A vaccination, or a consultation without one, as an institution claims it (請求の明細). What is known twice
/// must agree: a class of age beside the birth date, a class of time beside the time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRecord {
    /// What was done (区分).
    pub service: Service,
    /// The day (接種日), JST.
    pub date: NaiveDate,
    /// The time of day (接種時刻), JST.
    pub time: Option<NaiveTime>,
    /// The class of time as claimed (時間区分).
    pub class: Option<TimeClass>,
    /// Where the person lives (住民票所在地): the municipality that issued the coupon. A ward stands for its city.
    pub municipality: MunicipalityCode,
    /// Whether the form carries a coupon.
    pub coupon: CouponKind,
    /// The number of the coupon.
    pub number: Option<Personal<CouponNumber>>,
    /// The birth date.
    pub birth_date: Option<Personal<NaiveDate>>,
    /// The class of age as claimed.
    pub age: Option<AgeClass>,
    /// Which dose it was, from 1.
    pub dose: Option<u8>,
    /// Whether the form was claimed before and came back (返戻).
    pub returned: bool,
}

/// What a record counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgedRecord {
    /// The line of the sheets on which it counts, and who pays.
    pub case: ClaimCase,
    /// The class of time whose surcharge is claimed from the municipality apart from the fee (別請求), as for
    /// vaccinations before 2021-12; the case itself then counts within hours.
    pub apart: Option<TimeClass>,
}

/// What every record of a claim is held against: the month of claim, the type of the site, and the posted hours
/// where they are known.
///
/// ```
/// use vsys_core::base::{Assumptions, Findings, Path};
/// use vsys_core::claims::{ClaimRecord, ClaimSite, CouponKind, RecordTerms};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let terms = RecordTerms::try_new(&book, "2022-01".parse()?, ClaimSite::Institution)?.into_value();
/// let mut record = ClaimRecord {
///     service: Service::Vaccination,
///     date: "2021-12-05".parse()?,
///     time: None,
///     class: Some(TimeClass::Holiday),
///     municipality: "131032".parse()?,
///     coupon: CouponKind::WithCoupon,
///     number: None,
///     birth_date: None,
///     age: Some(AgeClass::SixAndOver),
///     dose: Some(3),
///     returned: false,
/// };
/// let mut findings = Findings::new();
/// let mut judge = |record: &ClaimRecord| {
///     terms.judge(record, |member| Path::from(member).into(), &mut findings, &mut Assumptions::new())
/// };
/// assert_eq!(judge(&record).unwrap().case.line.time, TimeClass::Holiday);
/// // A late claim: the surcharge is billed apart, the fee counts within hours.
/// record.date = "2021-11-07".parse()?;
/// let late = judge(&record).unwrap();
/// assert_eq!((late.case.line.time, late.apart), (TimeClass::Regular, Some(TimeClass::Holiday)));
/// // A vaccination of the month of claim cannot be claimed yet.
/// record.date = "2022-01-05".parse()?;
/// assert!(judge(&record).is_none() && findings.has_errors());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct RecordTerms<B> {
    book: B,
    billing: Month,
    site: ClaimSite,
    hours: Option<PostedHours>,
    /// What each month of vaccination takes; those that cannot be claimed are not in it.
    months: SortedMap<(Month, bool), Selection>,
}

impl<'b> RecordTerms<&'b RuleBook> {
    /// Terms without posted hours: every record then states its class of time.
    ///
    /// # Errors
    /// A month in which no claim is taken, at `/billing_month`.
    pub fn try_new(book: &'b RuleBook, billing: Month, site: ClaimSite) -> Result<Answer<Self>, Refusal> {
        Self::holding(book, billing, site)
    }
}

impl<B: Deref<Target = RuleBook>> RecordTerms<B> {
    /// The same with tables that the terms hold: terms of any length of life.
    ///
    /// # Errors
    /// As [`RecordTerms::try_new`].
    pub fn holding(book: B, billing: Month, site: ClaimSite) -> Result<Answer<Self>, Refusal> {
        let claim = |vaccination, returned| Claim { vaccination, billing, site, returned };
        let mut months = SortedMap::new();
        let mut vaccination = billing.previous();
        // Back to the month before the first in which anything was paid for.
        while let Some(month) = vaccination {
            let typical = select(book.tariff(), &claim(month, false));
            let Ok(typical) = typical else { break };
            months.add((month, false), *typical.value());
            if let Ok(returned) = select(book.tariff(), &claim(month, true)) {
                months.add((month, true), *returned.value());
            }
            vaccination = month.previous();
        }
        let last = billing.previous().unwrap_or(billing);
        // The newest month says what is wrong with, or to be known of, the month of claim itself.
        let (_, findings, _) = select(book.tariff(), &claim(last, false))?.into_parts();
        Ok(Answer::new(Self { book, billing, site, hours: None, months }).finding(findings))
    }

    /// The same with the hours that the institution has posted (診療時間).
    #[must_use]
    pub fn with_hours(mut self, hours: PostedHours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// The tables.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// The month of claim (請求月).
    pub const fn billing(&self) -> Month {
        self.billing
    }

    /// What a record counts as; nothing when an error keeps it off the sheets. Everything that is wrong is reported
    /// at the place that `at` makes of the member at fault.
    ///
    /// Source: CLM-1, 2, 7, 8, 11, 15; F-AGE, F-TIME, F-ROUTE; rulings form-selection, time-class, age-under-six,
    /// municipality-code.
    pub fn judge(
        &self,
        record: &ClaimRecord,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
        assumptions: &mut Assumptions,
    ) -> Option<JudgedRecord> {
        let selection = self.selection(record, &at, findings);
        let age = age_of(record, &at, findings, assumptions);
        let time = self.time_of(record, &at, findings, assumptions);
        let payer = self.book.municipalities().resolve(record.municipality, record.date);
        let payer = payer.map_err(|problem| {
            findings.add(Finding::new(&problem, at("municipality")).with_value(record.municipality.to_string()));
        });
        let (selection, age, time, payer) = (selection?, age?, time?, payer.ok()?);
        let (time, apart) = self.surcharge(selection, time, &at, findings)?;
        let line = PriceLine { service: record.service, age, time };
        let claimed = PriceLine { time: apart.unwrap_or(time), ..line };
        self.is_priced(claimed, record.date, &at, findings).then_some(())?;
        Some(JudgedRecord { case: ClaimCase { coupon: record.coupon, municipality: payer.code, line }, apart })
    }

    /// What the month of the record takes.
    fn selection(
        &self,
        record: &ClaimRecord,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
    ) -> Option<Selection> {
        let vaccination = Month::of(record.date)?;
        let known = self.months.get(&(vaccination, record.returned));
        if known.is_none() {
            let claim = Claim { vaccination, billing: self.billing, site: self.site, returned: record.returned };
            let refusal = select(self.book.tariff(), &claim).err()?;
            for finding in refusal.findings().sorted() {
                findings.add(Finding { place: at("date"), ..finding.clone() });
            }
        }
        known.copied()
    }

    /// The class of time: as claimed, or as the posted hours have it; both must agree.
    fn time_of(
        &self,
        record: &ClaimRecord,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
        assumptions: &mut Assumptions,
    ) -> Option<TimeClass> {
        let (Some(hours), Some(time)) = (&self.hours, record.time) else {
            if record.class.is_none() {
                findings.push(&RecordProblem::TimeMissing, at("class"));
            }
            return record.class;
        };
        match time_class(hours, self.book.holidays(), record.date.and_time(time)) {
            Err(problem) => {
                findings.push(&problem, at("date"));
                None
            }
            Ok(judged) => {
                assumptions.extend(judged.assumptions());
                let found = judged.value().class;
                if let Some(given) = record.class.filter(|given| *given != found) {
                    findings.push(&RecordProblem::time(given, found), at("class"));
                    return None;
                }
                Some(found)
            }
        }
    }

    /// The class of time under which the fee is claimed, and the surcharge that is claimed apart from it.
    fn surcharge(
        &self,
        selection: Selection,
        time: TimeClass,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
    ) -> Option<(TimeClass, Option<TimeClass>)> {
        match selection.surcharge {
            _ if time == TimeClass::Regular => Some((time, None)),
            SurchargeClaim::Together => Some((time, None)),
            SurchargeClaim::Apart => {
                findings.push(&ClaimsProblem::SurchargeApart, at("class"));
                Some((TimeClass::Regular, Some(time)))
            }
            // Before the additions were in force the price says so itself.
            SurchargeClaim::Nothing if self.site.has_surcharge() => Some((time, None)),
            SurchargeClaim::Nothing => {
                findings.push(&RecordProblem::SurchargeNone { site: self.site.term() }, at("class"));
                None
            }
        }
    }

    /// Whether every part of a price is in force on a day.
    fn is_priced(
        &self,
        line: PriceLine,
        day: NaiveDate,
        at: impl Fn(&'static str) -> Place,
        findings: &mut Findings,
    ) -> bool {
        let tariff = self.book.tariff();
        let absent = line.components().find(|component| tariff.component(*component, day).is_none());
        if let Some(component) = absent {
            findings.push(&no_price(tariff, component, day), at("date"));
        }
        absent.is_none()
    }
}

/// The class of age: as claimed, or by the birth date; both must agree.
fn age_of(
    record: &ClaimRecord,
    at: impl Fn(&'static str) -> Place,
    findings: &mut Findings,
    assumptions: &mut Assumptions,
) -> Option<AgeClass> {
    let Some(birth) = &record.birth_date else {
        if record.age.is_none() {
            findings.push(&RecordProblem::AgeMissing, at("age"));
        }
        return record.age;
    };
    match age_class(*birth.reveal(), record.date) {
        Err(problem) => {
            findings.push(&problem, at("birth_date"));
            None
        }
        Ok((found, eve)) => {
            eve.into_iter().for_each(|id| assumptions.add(id));
            if let Some(given) = record.age.filter(|given| *given != found) {
                findings.push(&RecordProblem::age(given, found), at("age"));
                return None;
            }
            Some(found)
        }
    }
}
