//! Prices: derived from the components of the tariff, never typed in.

use chrono::NaiveDate;

use super::problem::ClaimsProblem;
use crate::base::{
    Answer, AssumptionId, BaseProblem, Findings, Fraction, Path, Quantity, Refusal, Rounding, Yen, assumption,
};
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
        let mut lines = Vec::with_capacity(12);
        for service in Service::ALL {
            for age in AgeClass::ALL {
                lines.extend(TimeClass::ALL.map(|time| Self { service, age, time }));
            }
        }
        lines.into_iter()
    }

    /// The components whose sum is the price.
    pub fn components(self) -> impl Iterator<Item = TariffComponent> {
        TariffComponent::ALL.into_iter().filter(move |component| match component {
            TariffComponent::ConsultationOnly => self.service == Service::ConsultationOnly,
            TariffComponent::Vaccination => self.service == Service::Vaccination,
            TariffComponent::UnderSix => self.age == AgeClass::UnderSix,
            TariffComponent::OffHours => self.time == TimeClass::OffHours,
            TariffComponent::Holiday => self.time == TimeClass::Holiday,
        })
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
    let mut components = Vec::with_capacity(3);
    let price = sum(tariff, line, day, |component, record| components.push((component, record.clone())))?;
    Ok(UnitPrice { price, components })
}

/// The sum of the components of a line, each of which is shown.
fn sum<'t>(
    tariff: &'t Tariff,
    line: PriceLine,
    day: NaiveDate,
    mut show: impl FnMut(TariffComponent, &'t TariffRecord),
) -> Result<Yen, ClaimsProblem> {
    let mut price = 0_u64;
    for component in line.components() {
        let record = tariff.component(component, day).ok_or_else(|| no_price(tariff, component, day))?;
        price = price.saturating_add(record.value.number());
        show(component, record);
    }
    // Three components of a table stay far below the range; a broken table costs the most, never wraps.
    Ok(Yen::try_new(price.min(Yen::MAX)).unwrap_or_default())
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

/// Some services of one kind, to be priced (請求の1行).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceRequest {
    /// What was done, to whom, when in the day.
    pub line: PriceLine,
    /// The day of vaccination (接種日).
    pub date: NaiveDate,
    /// How many (件数), 0 to 2^32−1.
    pub count: u32,
    /// The rate of the tax, at most 1; absent = that of the day.
    pub tax_rate: Option<Fraction>,
    /// How a fraction of a yen is rounded, once for the line.
    pub rounding: Rounding,
}

/// What services cost, in yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Priced {
    /// The price of one before tax (単価).
    pub price: Yen,
    /// All of them before tax.
    pub net: Yen,
    /// With tax, rounded once (請求金額, 税込).
    pub amount: Yen,
    /// The rate of the tax.
    pub tax_rate: Fraction,
}

/// Prices some services of one kind (単価・請求金額), without taking memory. Source: CLM-1, CLM-2, CLM-3, CLM-17;
/// F-PRICE; rulings tariff, tax, rounding.
///
/// # Errors
/// Everything at once, at `tax_rate`, `date`, `time` or `count`: a rate above 1, a day outside the programme, an
/// addition that is not in force, an amount above 2^53−1 yen.
///
/// ```
/// use vsys_core::base::{Quantity, Rounding};
/// use vsys_core::claims::{PriceLine, PriceRequest, price};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let line = PriceLine { service: Service::Vaccination, age: AgeClass::SixAndOver, time: TimeClass::Regular };
/// let date = "2021-05-10".parse()?;
/// let request = PriceRequest { line, date, count: 50, tax_rate: None, rounding: Rounding::Floor };
/// assert_eq!(price(book.tariff(), &request)?.value().amount.number(), 113_850); // CLM-4
/// let early = PriceRequest { date: "2020-12-01".parse()?, ..request };
/// assert_eq!(price(book.tariff(), &early).unwrap_err().code(), "claims.date.outside_programme");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn price(tariff: &Tariff, request: &PriceRequest) -> Result<Answer<Priced>, Refusal> {
    let mut findings = Findings::new();
    let tax_rate = match request.tax_rate {
        Some(rate) if rate > Fraction::whole(1) => {
            findings.push(&ClaimsProblem::TaxRate, Path::from("tax_rate"));
            rate
        }
        Some(rate) => rate,
        // Outside the programme the price itself is refused.
        None => tariff.tax(request.date).map_or(Fraction::whole(0), |record| record.value),
    };
    let unit = sum(tariff, request.line, request.date, |_, _| {}).map_err(|problem| {
        let late = matches!(problem, ClaimsProblem::NotInForce { .. });
        findings.push(&problem, Path::from(if late { "time" } else { "date" }));
    });
    let (Ok(unit), false) = (unit, findings.has_errors()) else {
        return Err(Refusal::of(findings));
    };
    let too_large = |problem: BaseProblem| Refusal::new(&problem, Path::from("count"));
    let count = u64::from(request.count);
    let (yen, rounded) = amount(count, unit, tax_rate, request.rounding).map_err(too_large)?;
    let net = Yen::try_new(count.saturating_mul(unit.number())).map_err(too_large)?;
    let mut answer = Answer::new(Priced { price: unit, net, amount: yen, tax_rate });
    for (named, id) in
        [(rounded, assumption::ROUNDING), (is_misprinted(tariff, request.line, unit), assumption::TARIFF)]
    {
        if named {
            answer = answer.assuming(id);
        }
    }
    Ok(answer)
}

/// Whether the new form prints another price of a line (X-33).
fn is_misprinted(tariff: &Tariff, line: PriceLine, unit: Yen) -> bool {
    let printed = tariff.printed().iter();
    printed
        .filter(|print| (print.service, print.age, print.time) == (line.service, line.age, line.time))
        .any(|print| print.price != unit)
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
