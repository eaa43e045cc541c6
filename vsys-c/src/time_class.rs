//! Classes of time and age, from C's numbers.

use vsys_core::base::{Assumptions, Path, Refusal};
use vsys_core::claims::{ColumnCode as _, PostedHours, TimeReason, age_class as class_of, time_class};
use vsys_core::rulebook::RuleBook;

use crate::abi::*;
use crate::assumption::mask;
use crate::failure::Failure;
use crate::time::{clock_digits, day, day_or_none, moment};

/// The class of time of a vaccination, and why.
pub(crate) fn judge(book: &RuleBook, hours: &PostedHours, at: u64) -> Result<vsys_time, Failure> {
    let judged = time_class(hours, book.holidays(), moment("at", at)?);
    let judged = judged.map_err(|problem| Refusal::new(&problem, Path::from("at")))?;
    let assumptions = mask(judged.assumptions());
    let judged = judged.into_value();
    Ok(vsys_time {
        assumptions,
        time_class: judged.class.code().into(),
        reason: match judged.reason {
            TimeReason::WithinHours => VSYS_TIME_REASON_WITHIN_HOURS,
            TimeReason::OutsideHours => VSYS_TIME_REASON_OUTSIDE_HOURS,
            TimeReason::Sunday => VSYS_TIME_REASON_SUNDAY,
            TimeReason::NationalHoliday => VSYS_TIME_REASON_NATIONAL_HOLIDAY,
            TimeReason::NoHours => VSYS_TIME_REASON_NO_HOURS,
        },
        span_day: day_or_none(judged.span.map(|(day, _)| day)),
        span_from: judged.span.map_or(0, |(_, span)| clock_digits(span.from)),
        span_until: judged.span.map_or(0, |(_, span)| clock_digits(span.until)),
    })
}

/// The class of age on a day, and what it rests on.
pub(crate) fn age_class(birth: u32, on: u32) -> Result<(u32, u64), Failure> {
    let (class, eve) = class_of(day("birth_day", birth)?, day("day", on)?)
        .map_err(|problem| Refusal::new(&problem, Path::from("birth_date")))?;
    let mut assumptions = Assumptions::new();
    eve.into_iter().for_each(|id| assumptions.add(id));
    Ok((class.code().into(), mask(&assumptions)))
}
