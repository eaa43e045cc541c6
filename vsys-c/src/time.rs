//! Days and moments as C counts them, in decimal digits.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::problem::CProblem;

/// A day as eight digits, `YYYYMMDD`.
pub(crate) fn day(argument: &'static str, digits: u32) -> Result<NaiveDate, CProblem> {
    let year = i32::try_from(digits / 10_000).ok().filter(|year| *year <= 9_999);
    let day = year.and_then(|year| NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100));
    day.ok_or(CProblem::ArgumentValue { argument })
}

/// The same the other way; 0 for a day that C cannot write.
pub(crate) fn day_digits(day: NaiveDate) -> u32 {
    let year = u32::try_from(day.year()).ok().filter(|year| *year <= 9_999);
    year.map_or(0, |year| year * 10_000 + day.month() * 100 + day.day())
}

/// The digits of a day that need not be there.
pub(crate) fn day_or_none(day: Option<NaiveDate>) -> u32 {
    day.map_or(0, day_digits)
}

/// A time of day as four digits, `hhmm`.
pub(crate) fn clock(argument: &'static str, digits: u32) -> Result<NaiveTime, CProblem> {
    NaiveTime::from_hms_opt(digits / 100, digits % 100, 0).ok_or(CProblem::ArgumentValue { argument })
}

/// The same the other way; what is below a minute is left out.
pub(crate) fn clock_digits(time: NaiveTime) -> u32 {
    time.hour() * 100 + time.minute()
}

/// A moment as twelve digits, `YYYYMMDDhhmm`.
pub(crate) fn moment(argument: &'static str, digits: u64) -> Result<NaiveDateTime, CProblem> {
    let part = |number: u64| u32::try_from(number).map_err(|_| CProblem::ArgumentValue { argument });
    Ok(day(argument, part(digits / 10_000)?)?.and_time(clock(argument, part(digits % 10_000)?)?))
}

/// The same the other way; 0 where there is none.
pub(crate) fn moment_digits(moment: Option<NaiveDateTime>) -> u64 {
    let digits = |at: NaiveDateTime| match day_digits(at.date()) {
        0 => 0,
        day => u64::from(day) * 10_000 + u64::from(clock_digits(at.time())),
    };
    moment.map_or(0, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_they_are_written() {
        for digits in [20_220_228, 20_240_229, 101, 99_991_231] {
            assert_eq!(day("day", digits).map(day_digits), Ok(digits));
        }
        for digits in [202_203_081_500, 202_203_082_359, 202_203_080_000] {
            assert_eq!(moment("at", digits).map(|at| moment_digits(Some(at))), Ok(digits));
        }
    }

    #[test]
    fn what_is_no_day_is_told() {
        for digits in [0, 20_230_229, 20_221_301, 20_220_001, 100_000_101, u32::MAX] {
            assert_eq!(day("day", digits), Err(CProblem::ArgumentValue { argument: "day" }), "{digits}");
        }
        for digits in [0, 202_203_082_400, 202_203_080_960, 202_202_300_000, u64::MAX] {
            assert_eq!(moment("at", digits), Err(CProblem::ArgumentValue { argument: "at" }), "{digits}");
        }
    }
}
