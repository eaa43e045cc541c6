//! The tariff.

use chrono::NaiveDate;

use super::table::{Row, Table, table};
use crate::base::{Dated, Fraction, IntoList, Refusal, Series, Yen, named, read_decimal};

named! {
    /// What was done (区分). Source: CLM-1.
    pub enum Service {
        /// The consultation alone, without a vaccination.
        ConsultationOnly = "consultation_only" / "予診のみ",
        /// A vaccination.
        Vaccination = "vaccination" / "接種",
    }
}

named! {
    /// The class of age that a price knows (年齢区分). Source: CLM-1.
    pub enum AgeClass {
        /// Under six years.
        UnderSix = "under_six" / "6歳未満",
        /// Six years and over.
        SixAndOver = "six_and_over" / "6歳以上",
    }
}

named! {
    /// The class of time that a price knows (時間区分). Source: CLM-2, F-TIME.
    pub enum TimeClass {
        /// Within the institution's posted hours.
        Regular = "regular" / "時間内",
        /// Outside them, on a day that is no holiday.
        OffHours = "off_hours" / "時間外",
        /// On a Sunday, a national holiday or a day without consultation hours.
        Holiday = "holiday" / "休日",
    }
}

named! {
    /// A component of a price (単価の構成).
    pub enum TariffComponent {
        /// The consultation alone.
        ConsultationOnly = "consultation_only" / "予診のみ",
        /// A vaccination.
        Vaccination = "vaccination" / "接種",
        /// The addition under six years.
        UnderSix = "under_six" / "6歳未満の加算",
        /// The addition outside hours.
        OffHours = "off_hours" / "時間外の加算",
        /// The addition on a holiday.
        Holiday = "holiday" / "休日の加算",
    }
}

/// What a component costs on a day, with its span and source.
pub type TariffRecord = Dated<Yen>;

/// A line of the price list as the new form prints it (印字された単価).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedPrice {
    /// What was done.
    pub service: Service,
    /// The class of age that is meant.
    pub age: AgeClass,
    /// The class of time that is meant.
    pub time: TimeClass,
    /// The figure as printed.
    pub price: Yen,
    /// The label as printed.
    pub label: String,
    /// Where it is printed.
    pub source: String,
}

/// The tariff (接種費用の単価): components through time, by the day of vaccination, before tax, and the
/// rate of the tax. A price is a sum of components and never stands in a table.
/// Source: CLM-1, CLM-2, CLM-3; F-PRICE; rulings tariff, tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    components: Vec<(TariffComponent, Series<Yen>)>,
    tax: Series<Fraction>,
    printed: Vec<PrintedPrice>,
}

impl Tariff {
    /// What a component costs on a day; nothing where it is not in force.
    pub fn component(&self, component: TariffComponent, day: NaiveDate) -> Option<&TariffRecord> {
        self.records(component)?.on(day)
    }

    /// A component through time.
    pub fn records(&self, component: TariffComponent) -> Option<&Series<Yen>> {
        self.components.iter().find(|(known, _)| *known == component).map(|(_, series)| series)
    }

    /// The rate of the tax on a day.
    pub fn tax(&self, day: NaiveDate) -> Option<&Dated<Fraction>> {
        self.tax.on(day)
    }

    /// The days on which anything changes, in order: a first day of a record, or the first day after one.
    pub fn changes(&self) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        self.components.iter().for_each(|(_, series)| series.changes(&mut days));
        self.tax.changes(&mut days);
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The price list as the new form prints it.
    pub fn printed(&self) -> &[PrintedPrice] {
        &self.printed
    }
}

const TARIFF: Table = table!("tariff", "component amount from until source");

const PRINTED: Table = table!("tariff_printed", "service age hours printed_price printed_label source");

pub(super) fn bundled() -> Result<Tariff, Refusal> {
    let mut tax = Vec::new();
    let records = TARIFF.read(|row| {
        if row.text(0) == "tax" {
            let rate = read_decimal(row.text(1)).and_then(Fraction::of)?;
            tax.push(dated(&row, rate)?);
            return Some(None);
        }
        let component: TariffComponent = row.named(0)?;
        let amount = row.yen(1)?;
        Some(Some((component, dated(&row, amount)?)))
    })?;
    let components = TariffComponent::ALL.into_iter().map(|component| {
        let own = records.iter().flatten().filter(|(known, _)| *known == component).map(|(_, record)| record.clone());
        Ok((component, Series::try_new(own.list()).map_err(|_| TARIFF.broken())?))
    });
    Ok(Tariff {
        components: components.collect::<Result<_, Refusal>>()?,
        tax: Series::try_new(tax).map_err(|_| TARIFF.broken())?,
        printed: printed()?,
    })
}

fn printed() -> Result<Vec<PrintedPrice>, Refusal> {
    PRINTED.read(|row| {
        Some(PrintedPrice {
            service: row.named(0)?,
            age: row.named(1)?,
            time: row.named(2)?,
            price: row.yen(3)?,
            label: row.string(4),
            source: row.string(5),
        })
    })
}

fn dated<T>(row: &Row<'_>, value: T) -> Option<Dated<T>> {
    Some(Dated { value, from: row.date(2)?, until: row.optional(3, Row::date)?, source: row.string(4) })
}
