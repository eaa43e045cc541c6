//! The compiled price table.

use chrono::{Datelike, NaiveDate};

use super::code::{Class, class_line, classes};
use super::kernel::Kept;
use super::period::PricePeriod;
use super::problem::BulkProblem;
use super::reciprocal::Reciprocal;
use crate::base::{BaseProblem, Findings, Fraction, IntoList, Path, Quantity, Refusal, Rounding, Yen};
use crate::claims::{ClaimsProblem, PriceLine, amount, unit_price};
use crate::rulebook::{Tariff, TariffComponent};

/// The largest price of one service in a table, 2^32−1 yen: times the largest count it stays below 2^64.
const MOST: u64 = u32::MAX as u64;
/// How many days from the first one are looked up directly, eleven years; later ones take the exact way.
const DIRECT: i64 = 1 << 12;

/// What a class costs in a period. One without a price has the unit 0, so that its net is never above 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot {
    unit: u32,
    /// Whether the new form prints another price (X-33).
    misprinted: bool,
    tax: Reciprocal,
}

/// A period by class.
type Slots = [Slot; 32];

/// A line priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) count: u32,
    pub(super) unit: u64,
    pub(super) net: u64,
    pub(super) tax: u64,
    pub(super) rounded: bool,
    pub(super) misprinted: bool,
}

/// Why a line has no price, as far as its codes are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unpriced {
    pub(super) day: bool,
    pub(super) not_in_force: bool,
    pub(super) count: bool,
}

/// A compiled price table (単価表): day of vaccination, service, age, time and coupon → price before tax and
/// rate of tax, with the named rule by which the tax of a line is rounded.
///
/// The net of a line is count × price, its tax net × rate, rounded once; net and tax together are the amount
/// of CLM-17, for the net is whole: round(net × (1 + rate)) = net + round(net × rate).
///
/// Source: CLM-1, CLM-2, CLM-3, CLM-17; F-PRICE; rulings tariff, tax, rounding.
///
/// ```
/// use vsys_core::base::Rounding;
/// use vsys_core::claims::PriceTable;
/// use vsys_core::rulebook::RuleBook;
/// let table = PriceTable::of(RuleBook::bundled()?.tariff(), Rounding::Floor)?;
/// // The additions of time begin on 2021-04-01.
/// let starts: Vec<String> = table.periods().iter().map(|period| period.from.to_string()).collect();
/// assert_eq!(starts, ["2021-02-17", "2021-04-01"]);
/// let mut twice = table.periods().to_vec();
/// twice.extend_from_slice(table.periods());
/// assert!(PriceTable::try_new(twice, Rounding::Floor).is_err(), "no two prices on one day");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceTable {
    rounding: Rounding,
    periods: Vec<PricePeriod>,
    /// The first day of the table, counted from the first day of the Common Era.
    first: i64,
    /// For each day from the first one, whose slots hold.
    days: Vec<u32>,
    /// Empty slots, then those of the periods.
    slots: Vec<Slots>,
    /// A bit for each class that can leave a fraction of a yen in any period.
    fractions: u32,
    /// A bit for each class that is printed with another price in any period.
    misprints: u32,
}

impl PriceTable {
    /// A table of the caller's own periods, in any order; days between them have no price.
    ///
    /// # Errors
    /// All findings at once, each at its period: no period at all, one that ends before it begins or overlaps
    /// another, a rate of tax above 1, a price above 2^32−1 yen.
    pub fn try_new(periods: Vec<PricePeriod>, rounding: Rounding) -> Result<Self, Refusal> {
        Self::compile(periods, rounding, |_, _| false)
    }

    /// The table of a tariff: all prices stay the same between two days on which it changes. Classes whose
    /// addition is not in force, and days outside the programme, have no price.
    ///
    /// # Errors
    /// As [`Self::try_new`]; never with the bundled tariff.
    pub fn of(tariff: &Tariff, rounding: Rounding) -> Result<Self, Refusal> {
        let changes = tariff.changes();
        let ends = changes.iter().skip(1).map(|day| Some(*day)).chain([None]);
        let periods = changes.iter().copied().zip(ends).filter_map(|(from, until)| {
            let on = |component| tariff.component(component, from).map(|record| record.value);
            let (consultation_only, vaccination) =
                (on(TariffComponent::ConsultationOnly), on(TariffComponent::Vaccination));
            // A span in which nothing is paid at all is a gap.
            consultation_only.or(vaccination)?;
            Some(PricePeriod {
                from,
                until,
                consultation_only,
                vaccination,
                under_six: on(TariffComponent::UnderSix),
                off_hours: on(TariffComponent::OffHours),
                holiday: on(TariffComponent::Holiday),
                without_coupon: Some(Yen::ZERO),
                tax: tariff.tax(from)?.value,
            })
        });
        Self::compile(periods.list(), rounding, |line, day| {
            let same = |print: &&crate::rulebook::PrintedPrice| {
                (print.service, print.age, print.time) == (line.service, line.age, line.time)
            };
            let print = tariff.printed().iter().find(same);
            print.is_some_and(|print| unit_price(tariff, line, day).is_ok_and(|unit| unit.price != print.price))
        })
    }

    /// The periods in the order of time.
    pub fn periods(&self) -> &[PricePeriod] {
        &self.periods
    }

    /// How the tax of a line is rounded.
    pub const fn rounding(&self) -> Rounding {
        self.rounding
    }

    /// The first day with prices, and the first day after the last one; `None` = open.
    pub fn span(&self) -> (NaiveDate, Option<NaiveDate>) {
        let from = self.periods.first().map_or(NaiveDate::MIN, |period| period.from);
        (from, self.periods.last().and_then(|period| period.until))
    }

    fn compile(
        mut periods: Vec<PricePeriod>,
        rounding: Rounding,
        misprinted: impl Fn(PriceLine, NaiveDate) -> bool,
    ) -> Result<Self, Refusal> {
        check(&periods)?;
        periods.sort_unstable_by_key(|period| period.from);
        let first = periods.first().map_or(0, |period| day_number(period.from));
        let (mut days, mut slots) = (Vec::new(), vec![Slots::default()]);
        let (mut fractions, mut misprints) = (0, 0);
        for period in &periods {
            let tax = Reciprocal::of(period.tax, rounding);
            // The empty slots would send every line the exact way.
            let number = u32::try_from(slots.len()).unwrap_or(0);
            let mut own = Slots::default();
            for (class, line, coupon) in classes() {
                let unit = period.unit(line, coupon).and_then(|unit| u32::try_from(unit.number()).ok());
                if let (Some(unit), Some(slot)) = (unit, own.get_mut(usize::from(class))) {
                    *slot = Slot { unit, misprinted: misprinted(line, period.from), tax };
                    fractions |= u32::from(leaves_fraction(unit, period.tax)) << class;
                    misprints |= u32::from(slot.misprinted) << class;
                }
            }
            slots.push(own);
            let place = |day: i64| usize::try_from(day.saturating_sub(first).min(DIRECT)).unwrap_or(0);
            days.resize(place(day_number(period.from)), 0);
            days.resize(place(period.until.map_or(i64::MAX, day_number)), number);
        }
        Ok(Self { rounding, periods, first, days, slots, fractions, misprints })
    }

    /// A bit for each class that can leave a fraction of a yen; the national tariff has none.
    pub(super) const fn fractions(&self) -> u32 {
        self.fractions
    }

    /// A bit for each class that is printed with another price.
    pub(super) const fn misprints(&self) -> u32 {
        self.misprints
    }

    /// The look-up of the swift way, for a column of days that counts from `zero`.
    pub(super) fn swift(&self, zero: NaiveDate) -> Swift<'_> {
        let slots = |number: &u32| usize::try_from(*number).ok().and_then(|number| self.slots.get(number));
        Swift { shift: self.shift(zero), days: self.days.iter().filter_map(slots).list() }
    }

    /// What has to be added to a day of a column that counts from `zero`, so that it counts from the first one.
    pub(super) fn shift(&self, zero: NaiveDate) -> i64 {
        day_number(zero) - self.first
    }

    /// One line, its day counted from the first one of the table, by search and division: what the swift way
    /// agrees with, and where it sends whatever is out of the ordinary.
    pub(super) fn line(&self, day: i64, class: Class, count: i64) -> Result<Line, Unpriced> {
        let day = day.saturating_add(self.first);
        let after = self.periods.partition_point(|period| day_number(period.from) <= day);
        let period = after.checked_sub(1).and_then(|index| self.periods.get(index));
        let period = period.filter(|period| period.until.is_none_or(|until| day < day_number(until)));
        let unit = period.zip(class_line(class)).map(|(period, (line, coupon))| period.unit(line, coupon));
        let count = u32::try_from(count).ok();
        let mut unpriced = Unpriced { day: period.is_none(), not_in_force: unit == Some(None), count: count.is_none() };
        let (Some(period), Some(Some(unit)), Some(count)) = (period, unit, count) else {
            return Err(unpriced);
        };
        let Ok((yen, rounded)) = amount(count.into(), unit, period.tax, self.rounding) else {
            unpriced.count = true;
            return Err(unpriced);
        };
        // The net is no more than the amount, so it is in range with it.
        let net = u64::from(count).saturating_mul(unit.number());
        let slot = self.slots.get(after).and_then(|slots| slots.get(usize::from(class)));
        let misprinted = slot.is_some_and(|slot| slot.misprinted);
        Ok(Line { count, unit: unit.number(), net, tax: yen.number().saturating_sub(net), rounded, misprinted })
    }
}

/// The look-up of the swift way: for each day the slots of its period.
pub(super) struct Swift<'a> {
    shift: i64,
    days: Vec<&'a Slots>,
}

impl Swift<'_> {
    /// What is kept of a line, unless it is out of the ordinary: a net of 0, as without a price, or a very large
    /// one, a count that is none, a day beyond those that are looked up.
    #[inline]
    pub(super) fn line<K: Kept>(&self, day: i64, class: Class, count: i64) -> Option<K> {
        // A day before the first one is far beyond the last one.
        let day = usize::try_from(day.wrapping_add(self.shift).cast_unsigned()).ok()?;
        let slot = self.days.get(day)?.get(usize::from(class & 31))?;
        let count = u32::try_from(count).ok()?;
        let net = u64::from(slot.unit).wrapping_mul(count.into());
        // A net of 0 becomes the largest number.
        (net.wrapping_sub(1) < slot.tax.limit).then(|| K::of(slot.unit, net, slot.tax.tax(net), count))
    }
}

/// All that is wrong with periods.
fn check(periods: &[PricePeriod]) -> Result<(), Refusal> {
    let mut findings = Findings::new();
    if periods.is_empty() {
        findings.push(&BulkProblem::NoPeriod, Path::from("periods"));
    }
    for (index, period) in periods.iter().enumerate() {
        let at = |member| Path::element("periods", index, member);
        if period.until.is_some_and(|until| until <= period.from) {
            findings.push(&BulkProblem::PeriodReversed, at("until"));
        }
        if period.tax > Fraction::whole(1) {
            findings.push(&ClaimsProblem::TaxRate, at("tax"));
        }
        if classes().filter_map(|(_, line, coupon)| period.unit(line, coupon)).any(|unit| unit.number() > MOST) {
            findings.push(&BaseProblem::QuantityTooLarge { unit: Yen::UNIT, most: MOST }, at("vaccination"));
        }
    }
    // Of two that overlap the later one is named.
    let mut order: Vec<(NaiveDate, usize, NaiveDate)> =
        (0..).zip(periods).map(|(index, period)| (period.from, index, period.until.unwrap_or(NaiveDate::MAX))).list();
    order.sort_unstable();
    let mut latest = NaiveDate::MIN;
    for (from, index, until) in order {
        if from < latest {
            findings.push(&BulkProblem::PeriodOverlap, Path::element("periods", index, "from"));
        }
        latest = latest.max(until);
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(()) }
}

/// Whether one service at a price leaves a fraction of a yen; as many as its denominator never do.
fn leaves_fraction(unit: u32, rate: Fraction) -> bool {
    u128::from(unit).checked_mul(rate.numerator()).is_none_or(|product| product % rate.denominator() > 0)
}

/// Days since the first day of the Common Era.
fn day_number(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}
