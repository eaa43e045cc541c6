//! Which months the programme has: for vaccinations, for claims, for V-SYS.

use chrono::{NaiveDate, NaiveDateTime};

use super::problem::ClaimsProblem;
use crate::base::Moment;
use crate::calendar::Month;
use crate::rulebook::{Tariff, TariffComponent};

/// The months of the programme (事業の期間): of vaccinations as the tariff has them, of claims each a month
/// later. The last claims were taken in the month after the last vaccination.
/// Source: F-PRICE; F-DEADLINE; ruling claim-deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Programme {
    first: Month,
    last: Option<Month>,
}

impl Programme {
    /// As the tariff has it: from the first to the last day on which a vaccination is paid for.
    pub(super) fn of(tariff: &Tariff) -> Self {
        let records = tariff.records(TariffComponent::Vaccination).map_or(&[][..], |series| series.records());
        let first = records.first().and_then(|record| Month::of(record.from));
        let until = records.last().and_then(|record| record.until);
        // A tariff without records has no month: the first lies after the last.
        Self {
            first: first.unwrap_or(Month::named(9999, 12)),
            last: if records.is_empty() { Some(Month::named(0, 1)) } else { until.and_then(last_month) },
        }
    }

    /// Whether a vaccination of the month is paid for.
    pub(super) fn vaccination(self, month: Month) -> Result<(), ClaimsProblem> {
        let Self { first, last } = self;
        let within = month >= first && last.is_none_or(|last| month <= last);
        if within { Ok(()) } else { Err(ClaimsProblem::VaccinationMonth { first, last }) }
    }

    /// Whether a claim is taken in the month.
    pub(super) fn billing(self, month: Month) -> Result<(), ClaimsProblem> {
        let first = self.first.plus(1).unwrap_or(self.first);
        let last = self.last.and_then(|last| last.plus(1));
        let within = month >= first && last.is_none_or(|last| month <= last);
        if within { Ok(()) } else { Err(ClaimsProblem::BillingMonth { first, last }) }
    }
}

/// The month of the day before.
fn last_month(until: NaiveDate) -> Option<Month> {
    until.pred_opt().and_then(Month::of)
}

/// What is to be said of a month of claim that begins after V-SYS closed (2024-03-31 17:00, V-SYS 利用不可).
/// Source: F-PRICE; ruling claim-deadline.
pub(super) fn closed(month: Month) -> Option<ClaimsProblem> {
    let closed: NaiveDateTime = Month::named(2024, 3).last_day().and_hms_opt(17, 0, 0)?;
    (month.day(1) > closed.date()).then_some(ClaimsProblem::VSysClosed { closed: Moment(closed) })
}
