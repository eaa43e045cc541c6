//! Cycles of delivery and vaccination.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::problem::CalendarProblem;

/// How many cycles are generated at once at most.
pub const MAX_CYCLES: u32 = 1_000;

/// When changes close: so many days before the first day of vaccination, at a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeadlineRule {
    /// Days before the first day of vaccination.
    pub days_before: u32,
    /// The time of day, to the minute.
    pub time: NaiveTime,
}

/// A cycle calendar (クール暦): how long a cycle is, when its delivery week begins and when changes
/// close. What is not published is absent.
///
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 追加接種計画の登録, 2021-11/12
/// (CYC-6, CYC-7); ruling cycle-length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleCalendar {
    /// Days of vaccination in a cycle (接種期間).
    pub days: u32,
    /// Days from the Monday of the delivery week (配送週) to the first day of vaccination.
    pub delivery_days_before: Option<u32>,
    /// When changes close (計画変更〆切).
    pub deadline: Option<DeadlineRule>,
    /// When changes of the first cycle close, where that differs.
    pub first_deadline: Option<DeadlineRule>,
}

/// One cycle (クール).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Its number, from 1.
    pub number: u32,
    /// The first day of vaccination.
    pub start: NaiveDate,
    /// The last day of vaccination.
    pub end: NaiveDate,
    /// The Monday of the delivery week, where published.
    pub delivery_week: Option<NaiveDate>,
    /// When changes close, where published.
    pub deadline: Option<NaiveDateTime>,
}

impl CycleCalendar {
    /// The cycles from a first Monday on; periods abut.
    ///
    /// # Errors
    /// [`CalendarProblem::StartWeekday`] unless `start` is a Monday,
    /// [`CalendarProblem::CycleCount`] unless `count` is 1 to [`MAX_CYCLES`],
    /// [`CalendarProblem::DateOutside`] when the dates leave the calendar.
    ///
    /// ```
    /// use chrono::{NaiveDate, NaiveTime};
    /// use vsys_core::calendar::{CycleCalendar, DeadlineRule};
    /// let rule = |days_before, h, m| Some(DeadlineRule { days_before, time: NaiveTime::from_hms_opt(h, m, 0).unwrap() });
    /// let booster = CycleCalendar {
    ///     days: 14,
    ///     delivery_days_before: Some(7),
    ///     deadline: rule(20, 15, 0),
    ///     first_deadline: rule(28, 23, 59),
    /// };
    /// let cycles = booster.cycles(NaiveDate::from_ymd_opt(2022, 2, 28).unwrap(), 5)?;
    /// assert_eq!(cycles[1].deadline.unwrap().to_string(), "2022-02-22 15:00:00");
    /// assert!(booster.cycles(NaiveDate::from_ymd_opt(2022, 3, 1).unwrap(), 5).is_err());
    /// # Ok::<(), vsys_core::calendar::CalendarProblem>(())
    /// ```
    pub fn cycles(&self, start: NaiveDate, count: u32) -> Result<Vec<Cycle>, CalendarProblem> {
        check_start(start)?;
        if !(1..=MAX_CYCLES).contains(&count) {
            return Err(CalendarProblem::CycleCount { most: MAX_CYCLES });
        }
        (0..count).map(|index| self.cycle(start, index)).collect()
    }

    /// The deadline of one cycle; nothing where the rule is not published.
    ///
    /// # Errors
    /// [`CalendarProblem::DateOutside`] when the date leaves the calendar.
    pub fn deadline(&self, start: NaiveDate, first: bool) -> Result<Option<NaiveDateTime>, CalendarProblem> {
        let rule = if first { self.first_deadline.or(self.deadline) } else { self.deadline };
        rule.map(|rule| Ok(before(start, rule.days_before)?.and_time(rule.time))).transpose()
    }

    /// The deadline of one cycle of the calendar of an id, after the whole chain of checks of a cycle.
    ///
    /// # Errors
    /// As [`Self::cycles`], and [`CalendarProblem::DeadlineMissing`] where the rule is not published.
    pub fn deadline_of(&self, id: &str, start: NaiveDate, first: bool) -> Result<NaiveDateTime, CalendarProblem> {
        check_start(start)?;
        self.cycle(start, 0)?;
        let missing = || CalendarProblem::DeadlineMissing { calendar: id.to_owned() };
        self.deadline(start, first)?.ok_or_else(missing)
    }

    fn cycle(&self, first: NaiveDate, index: u32) -> Result<Cycle, CalendarProblem> {
        let start = after(first, u64::from(index) * u64::from(self.days))?;
        Ok(Cycle {
            number: index + 1,
            start,
            end: after(start, u64::from(self.days.saturating_sub(1)))?,
            delivery_week: self.delivery_days_before.map(|days| before(start, days)).transpose()?,
            deadline: self.deadline(start, index == 0)?,
        })
    }
}

/// A cycle starts on a Monday.
fn check_start(start: NaiveDate) -> Result<(), CalendarProblem> {
    match start.weekday() {
        Weekday::Mon => Ok(()),
        _ => Err(CalendarProblem::StartWeekday { expected: "Monday (月曜日)" }),
    }
}

fn after(day: NaiveDate, days: u64) -> Result<NaiveDate, CalendarProblem> {
    day.checked_add_days(Days::new(days)).filter(in_four_digits).ok_or(CalendarProblem::DateOutside)
}

fn before(day: NaiveDate, days: u32) -> Result<NaiveDate, CalendarProblem> {
    day.checked_sub_days(Days::new(days.into())).filter(in_four_digits).ok_or(CalendarProblem::DateOutside)
}

/// Dates on the wire have a year of four digits.
fn in_four_digits(day: &NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}
