//! Surcharges that are claimed from municipalities, apart from the fee.

use super::price::amount;
use super::record::{ClaimRecord, JudgedRecord};
use crate::base::{Answer, BaseProblem, Counts, MunicipalityCode, Path, Quantity, Refusal, Rounding, Yen, assumption};
use crate::calendar::Month;
use crate::rulebook::{RuleBook, TariffComponent, TimeClass};

/// Surcharges of a municipality that are claimed from it apart from the fee (別請求): of one month of vaccination and
/// one class of time. Source: CLM-8, CLM-10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApartClaim {
    /// The municipality, never a ward of a city.
    pub municipality: MunicipalityCode,
    /// The month of vaccination (接種月).
    pub vaccination_month: Month,
    /// The class of time.
    pub time: TimeClass,
    /// The surcharge of one, yen before tax.
    pub unit: Yen,
    /// How many records.
    pub count: u64,
    /// The surcharges before tax.
    pub net: Yen,
    /// The same with tax, rounded once.
    pub amount: Yen,
}

/// What is claimed apart, counted record by record (別請求の件数). It grows with the municipalities, not with the
/// records.
///
/// ```
/// use vsys_core::base::{Assumptions, Findings, Path, Quantity, Rounding};
/// use vsys_core::claims::{ApartCounts, ClaimRecord, ClaimSite, CouponKind, RecordTerms};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let terms = RecordTerms::try_new(&book, "2022-01".parse()?, ClaimSite::Institution)?.into_value();
/// let record = |date: &str| ClaimRecord {
///     service: Service::Vaccination,
///     date: date.parse().unwrap(),
///     time: None,
///     class: Some(TimeClass::Holiday),
///     municipality: "131032".parse().unwrap(),
///     coupon: CouponKind::WithCoupon,
///     number: None,
///     birth_date: None,
///     age: Some(AgeClass::SixAndOver),
///     dose: Some(2),
///     returned: false,
/// };
/// let mut apart = ApartCounts::new();
/// // Two late claims of November, and one of December, whose surcharge stands on the sheet.
/// for record in ["2021-11-03", "2021-11-07", "2021-12-05"].map(record) {
///     let at = |member| Path::from(member).into();
///     let judged = terms.judge(&record, at, &mut Findings::new(), &mut Assumptions::new()).unwrap();
///     apart.add(&record, &judged);
/// }
/// let claims = apart.claims(&book, Rounding::Floor)?.into_value();
/// // 2 × 2,130 × 1.10.
/// assert_eq!((claims.len(), claims[0].count, claims[0].amount.number()), (1, 2, 4_686));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApartCounts(Counts<(MunicipalityCode, Month, TimeClass)>);

impl ApartCounts {
    /// Nothing counted yet.
    pub const fn new() -> Self {
        Self(Counts::new())
    }

    /// Counts a record whose surcharge is claimed apart; any other changes nothing.
    pub fn add(&mut self, record: &ClaimRecord, judged: &JudgedRecord) {
        if let (Some(time), Some(month)) = (judged.apart, Month::of(record.date)) {
            self.0.add((judged.case.municipality, month, time), 1);
        }
    }

    /// What is claimed, by municipality, month of vaccination and class of time: surcharge and tax are those of the
    /// last day of the month, the amount is rounded once on each line. Source: CLM-2, CLM-8, CLM-17; ruling rounding.
    ///
    /// # Errors
    /// [`BaseProblem::QuantityTooLarge`] above 2^53−1 yen, at `/records`.
    pub fn claims(&self, book: &RuleBook, rounding: Rounding) -> Result<Answer<Vec<ApartClaim>>, Refusal> {
        let refused = |problem: BaseProblem| Refusal::new(&problem, Path::from("records"));
        let mut claims = Vec::new();
        let mut rounded = false;
        for ((municipality, vaccination_month, time), count) in self.0.iter() {
            let component = match time {
                TimeClass::Holiday => TariffComponent::Holiday,
                TimeClass::OffHours | TimeClass::Regular => TariffComponent::OffHours,
            };
            let day = vaccination_month.last_day();
            let tariff = book.tariff();
            // A record is judged to be priced before it is counted.
            let unpriced = || refused(BaseProblem::Internal { what: "a surcharge without its price" });
            let unit = tariff.component(component, day).ok_or_else(unpriced)?.value;
            let rate = tariff.tax(day).ok_or_else(unpriced)?.value;
            let net = Yen::try_new(count.saturating_mul(unit.number())).map_err(refused)?;
            let (amount, inexact) = amount(count, unit, rate, rounding).map_err(refused)?;
            rounded |= inexact;
            claims.push(ApartClaim { municipality, vaccination_month, time, unit, count, net, amount });
        }
        let answer = Answer::new(claims);
        Ok(if rounded { answer.assuming(assumption::ROUNDING) } else { answer })
    }
}
