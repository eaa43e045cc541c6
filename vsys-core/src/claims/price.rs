//! Prices: derived from the components of the tariff, never typed in.

use chrono::NaiveDate;

use super::problem::ClaimsProblem;
use crate::base::{AssumptionId, BaseProblem, Fraction, Quantity, Rounding, Yen, assumption};
use crate::calendar::{AgeTest, age_test};
use crate::rulebook::{AgeClass, Service, Tariff, TariffComponent, TariffRecord, TimeClass};

/// A line of the form (請求書の行): what was done, to whom, when in the day. Source: CLM-3, CLM-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PriceLine {
    /// What was done (区分).
    pub service: Service,
    /// The class of age.
    pub age: AgeClass,
    /// The class of time.
    pub time: TimeClass,
}

impl PriceLine {
    /// The twelve lines of the new form in the order of the print (CLM-16).
    pub fn all() -> impl Iterator<Item = Self> {
        Service::ALL.into_iter().flat_map(|service| {
            AgeClass::ALL
                .into_iter()
                .flat_map(move |age| TimeClass::ALL.into_iter().map(move |time| Self { service, age, time }))
        })
    }

    /// The components whose sum is the price.
    pub fn components(self) -> impl Iterator<Item = TariffComponent> {
        let base = match self.service {
            Service::ConsultationOnly => TariffComponent::ConsultationOnly,
            Service::Vaccination => TariffComponent::Vaccination,
        };
        let age = (self.age == AgeClass::UnderSix).then_some(TariffComponent::UnderSix);
        let time = match self.time {
            TimeClass::Regular => None,
            TimeClass::OffHours => Some(TariffComponent::OffHours),
            TimeClass::Holiday => Some(TariffComponent::Holiday),
        };
        std::iter::once(base).chain(age).chain(time)
    }
}

/// A price before tax with the components it is made of (単価).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPrice {
    /// The price, yen before tax.
    pub price: Yen,
    /// Its components with their spans and sources.
    pub components: Vec<(TariffComponent, TariffRecord)>,
}

/// The price of a line on a day of vaccination, before tax (単価, 税抜). Source: CLM-1, CLM-2, CLM-3;
/// F-PRICE; ruling tariff.
///
/// # Errors
/// [`ClaimsProblem::OutsideProgramme`], [`ClaimsProblem::NotInForce`] for an addition before its first day.
///
/// ```
/// use vsys_core::base::Quantity;
/// use vsys_core::claims::{PriceLine, unit_price};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let line = PriceLine { service: Service::ConsultationOnly, age: AgeClass::UnderSix, time: TimeClass::OffHours };
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// // The form prints 2,530; the sum of the components is 2,930 (X-33).
/// assert_eq!(unit_price(book.tariff(), line, day("2021-12-01"))?.price.number(), 2_930);
/// assert!(unit_price(book.tariff(), line, day("2021-03-31")).is_err(), "no addition before 2021-04-01");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn unit_price(tariff: &Tariff, line: PriceLine, day: NaiveDate) -> Result<UnitPrice, ClaimsProblem> {
    let mut price = 0_u64;
    let mut components = Vec::with_capacity(3);
    for component in line.components() {
        let record = tariff.component(component, day).ok_or_else(|| no_price(tariff, component, day))?;
        price = price.saturating_add(record.value.number());
        components.push((component, record.clone()));
    }
    // Three components of a table stay far below the range; a broken table costs the most, never wraps.
    let price = Yen::try_new(price.min(Yen::MAX)).unwrap_or_default();
    Ok(UnitPrice { price, components })
}

/// Why a component has no price on a day.
pub(super) fn no_price(tariff: &Tariff, component: TariffComponent, day: NaiveDate) -> ClaimsProblem {
    let records = |component| tariff.records(component).map_or(&[][..], |series| series.records());
    let base = records(TariffComponent::Vaccination);
    let from = base.first().map_or(day, |record| record.from);
    let until = base.last().and_then(|record| record.until).unwrap_or(NaiveDate::MAX);
    match records(component).first() {
        Some(first) if day >= from && day < first.from => {
            ClaimsProblem::NotInForce { component: component.term(), from: first.from }
        }
        _ => ClaimsProblem::OutsideProgramme { from, until },
    }
}

/// The amount of a printed line (請求金額, 税込): count × price × (1 + rate), rounded once by a named rule.
/// Source: CLM-17; ruling rounding. The flag tells whether anything was rounded.
///
/// # Errors
/// [`BaseProblem::QuantityTooLarge`] above 2^53−1.
///
/// ```
/// use vsys_core::base::{Fraction, Quantity, Rounding, Yen};
/// use vsys_core::claims::amount;
/// let yen = |number| Yen::try_new(number).unwrap();
/// // CLM-4: 50 × 2,070 × 1.10.
/// assert_eq!(amount(50, yen(2_070), Fraction::new(1, 10), Rounding::Floor)?, (yen(113_850), false));
/// // One dose at 5 percent leaves half a yen.
/// assert_eq!(amount(1, yen(2_070), Fraction::new(1, 20), Rounding::Floor)?, (yen(2_173), true));
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
pub fn amount(count: u64, unit: Yen, rate: Fraction, rounding: Rounding) -> Result<(Yen, bool), BaseProblem> {
    let too_large = || BaseProblem::QuantityTooLarge { unit: Yen::UNIT, most: Yen::MAX };
    let with_tax = rate.denominator().checked_add(rate.numerator());
    let net = u128::from(count) * u128::from(unit.number());
    let exact = with_tax.and_then(|factor| net.checked_mul(factor)).ok_or_else(too_large)?;
    let (whole, rest) = (exact / rate.denominator(), exact % rate.denominator());
    let up = match rounding {
        Rounding::Ceil => rest > 0,
        Rounding::Floor => false,
        Rounding::HalfUp => rest > 0 && rest >= rate.denominator() - rest,
    };
    let yen = u64::try_from(whole).ok().and_then(|whole| whole.checked_add(u64::from(up))).ok_or_else(too_large)?;
    Ok((Yen::try_new(yen)?, rest > 0))
}

/// The class of age of somebody on the day of vaccination (6歳未満), and the assumption it rests on: on
/// the eve of the sixth birthday the addition applies. Source: F-AGE; ruling age-under-six.
///
/// # Errors
/// [`ClaimsProblem::BornLater`].
pub fn age_class(birth: NaiveDate, day: NaiveDate) -> Result<(AgeClass, Option<AssumptionId>), ClaimsProblem> {
    if birth > day {
        return Err(ClaimsProblem::BornLater);
    }
    Ok(match age_test(birth, 6, day) {
        AgeTest::Under => (AgeClass::UnderSix, None),
        AgeTest::Eve => (AgeClass::UnderSix, Some(assumption::AGE_UNDER_SIX)),
        AgeTest::Reached => (AgeClass::SixAndOver, None),
    })
}
