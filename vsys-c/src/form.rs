//! What forms are held against, from C's numbers.

use vsys_core::claims::{FormLimits, LeastAge};

use crate::abi::{VSYS_AGE_DAYS, VSYS_AGE_YEARS, vsys_form_limits};
use crate::problem::CProblem;
use crate::time::day;

/// The limits, or which of their members stands for nothing.
pub(crate) fn limits(given: &vsys_form_limits) -> Result<FormLimits, CProblem> {
    let age = match given.minimum_age_unit {
        // Nobody is older than 65,535 years.
        VSYS_AGE_YEARS => LeastAge::Years(u16::try_from(given.minimum_age).unwrap_or(u16::MAX)),
        VSYS_AGE_DAYS => LeastAge::Days(given.minimum_age),
        _ => return Err(CProblem::ArgumentValue { argument: "minimum_age_unit" }),
    };
    let today = day("today", given.today)?;
    Ok(FormLimits { interval_days: given.minimum_interval_days, age, today })
}
