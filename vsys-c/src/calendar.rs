//! Holidays, cycles and deadlines, from C's numbers.

use chrono::NaiveDate;
use vsys_core::base::{Path, Problem, Refusal};
use vsys_core::calendar::{CalendarProblem, minutes_left};
use vsys_core::rulebook::{CalendarEntry, RuleBook};

use crate::abi::{VSYS_NONE, vsys_cycle};
use crate::assumption::mask;
use crate::call::text;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::time::{day, day_digits, day_or_none, moment, moment_digits};

/// The name of the holiday on a day; nothing on any other day.
pub(crate) fn holiday(book: &RuleBook, on: u32) -> Result<Option<&str>, Failure> {
    book.holidays().on(day("day", on)?).map_err(|problem| at("date", &problem))
}

/// The cycles of a calendar, and what they rest on.
pub(crate) fn cycles(
    book: &RuleBook,
    calendar: &[u8],
    start: u32,
    count: u32,
) -> Result<(Vec<vsys_cycle>, u64), Failure> {
    let (entry, start) = (entry(book, calendar)?, day("start", start)?);
    let cycles = entry.calendar.cycles(start, count).map_err(|problem| {
        at(if matches!(problem, CalendarProblem::CycleCount { .. }) { "count" } else { "start" }, &problem)
    })?;
    let cycles = cycles.iter().map(|cycle| vsys_cycle {
        number: cycle.number,
        start: day_digits(cycle.start),
        end: day_digits(cycle.end),
        delivery_week: day_or_none(cycle.delivery_week),
        deadline: moment_digits(cycle.deadline),
    });
    Ok((cycles.collect(), mask(&entry.resting(start, count))))
}

/// The deadline of one cycle, and what it rests on.
pub(crate) fn deadline(book: &RuleBook, calendar: &[u8], start: u32, first: u32) -> Result<(u64, u64), Failure> {
    let (entry, start): (_, NaiveDate) = (entry(book, calendar)?, day("start", start)?);
    let first = match first {
        0 => false,
        1 => true,
        _ => return Err(CProblem::ArgumentValue { argument: "first" }.into()),
    };
    let answer = entry.deadline(start, first).map_err(|problem| {
        at(if matches!(problem, CalendarProblem::DeadlineMissing { .. }) { "calendar" } else { "start" }, &problem)
    })?;
    Ok((moment_digits(Some(*answer.value())), mask(answer.assumptions())))
}

/// Whole minutes to a deadline.
pub(crate) fn minutes(deadline: u64, now: u64) -> Result<u64, Failure> {
    Ok(minutes_left(moment("deadline", deadline)?, moment("now", now)?).unwrap_or(VSYS_NONE))
}

/// A calendar by its id; without one the workplace booster's.
fn entry<'b>(book: &'b RuleBook, calendar: &[u8]) -> Result<&'b CalendarEntry, Failure> {
    let id = text("calendar", calendar)?;
    book.calendar((!id.is_empty()).then_some(id)).map_err(|problem| at("calendar", &problem))
}

fn at(member: &'static str, problem: &dyn Problem) -> Failure {
    Refusal::new(problem, Path::from(member)).into()
}
