//! What forms are held against, from C's numbers.

use chrono::NaiveDate;
use vsys_core::claims::{FormLimits, LeastAge};

use crate::abi::{VSYS_AGE_DAYS, VSYS_AGE_YEARS, vsys_form_limits};
use crate::problem::CProblem;

/// The limits, or which of their members stands for nothing.
pub(crate) fn limits(given: &vsys_form_limits) -> Result<FormLimits, CProblem> {
    let age = match given.minimum_age_unit {
        // Nobody is older than 65,535 years.
        VSYS_AGE_YEARS => LeastAge::Years(u16::try_from(given.minimum_age).unwrap_or(u16::MAX)),
        VSYS_AGE_DAYS => LeastAge::Days(given.minimum_age),
        _ => return Err(CProblem::ArgumentValue { argument: "minimum_age_unit" }),
    };
    let today = day(given.today).ok_or(CProblem::ArgumentValue { argument: "today" })?;
    Ok(FormLimits { interval_days: given.minimum_interval_days, age, today })
}

/// A day as eight digits, `YYYYMMDD`.
fn day(digits: u32) -> Option<NaiveDate> {
    let year = u16::try_from(digits / 10_000).ok().filter(|year| *year <= 9_999)?;
    NaiveDate::from_ymd_opt(year.into(), digits / 100 % 100, digits % 100)
}
