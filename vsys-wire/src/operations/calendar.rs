//! `calendar.cycles`, `calendar.deadline`, `calendar.holiday`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use vsys_core::base::{Answer, Assumptions, Findings, IntoList, Path, Refusal, assumption, read_time, written_time};
use vsys_core::calendar::{CalendarProblem, CycleCalendar, DeadlineRule, is_met, minutes_left};
use vsys_core::rulebook::{CalendarEntry, RuleBook};

use super::common::refuse;
use crate::call::Call;
use crate::emit::Emit;
use crate::json::{Json, Writer};
use crate::problem::WireProblem;
use crate::read::{Amount, Count, Cursor, Positive, Read};
use crate::record::record;
use crate::schema::{self, Defs};

/// A time of day, `hh:mm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockTime(pub(crate) NaiveTime);

impl Read for ClockTime {
    const BLANK: Self = Self(NaiveTime::MIN);

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        let clock = |text: &str| (text.len() == "00:00".len()).then(|| read_time(text)).flatten();
        at.form(&mut self.0, clock, &WireProblem::Time, findings)
    }
}

impl Emit for ClockTime {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.text(&written_time(self.0));
    }
}

record! { document
    /// A cycle calendar of the caller's own (クール暦); what is left out is not known.
    struct OwnCalendar {
        /// Days of vaccination in a cycle.
        days: Positive,
        /// Days from the Monday of the delivery week to the first day of vaccination.
        delivery_days_before: Option<Count>,
        /// Days from the deadline to the first day of vaccination; together with `deadline_time`.
        deadline_days_before: Option<Count>,
        /// The time of day of the deadline, JST.
        deadline_time: Option<ClockTime>,
        /// The same of the first cycle, where it differs.
        first_deadline_days_before: Option<Count>,
        /// The same of the first cycle, where it differs.
        first_deadline_time: Option<ClockTime>,
    }
}

impl OwnCalendar {
    fn build(&self) -> Result<CycleCalendar, Refusal> {
        let rule = |days: Option<Count>, time: Option<ClockTime>, member: &'static str| match (days, time) {
            (None, None) => Ok(None),
            (Some(days), Some(time)) => {
                let days_before = u32::try_from(days.0).unwrap_or(u32::MAX);
                Ok(Some(DeadlineRule { days_before, time: time.0 }))
            }
            _ => Err(Refusal::new(&WireProblem::FieldMissing, Path::new(["own_calendar".into(), member.into()]))),
        };
        Ok(CycleCalendar {
            days: self.days.0,
            delivery_days_before: self.delivery_days_before.and_then(|days| u32::try_from(days.0).ok()),
            deadline: rule(self.deadline_days_before, self.deadline_time, "deadline_time")?,
            first_deadline: rule(self.first_deadline_days_before, self.first_deadline_time, "first_deadline_time")?,
        })
    }
}

/// A calendar of the tables with its entry, or the caller's own.
pub(super) fn calendar<'b>(
    book: &'b RuleBook,
    id: Option<&str>,
    own: Option<&OwnCalendar>,
) -> Result<(CycleCalendar, Option<&'b CalendarEntry>), Refusal> {
    if let Some(own) = own {
        if id.is_some() {
            return Err(refuse(&WireProblem::ExactlyOne { of: vec!["calendar", "own_calendar"] }, "calendar"));
        }
        return Ok((own.build()?, None));
    }
    let entry = book.calendar(id).map_err(|problem| refuse(&problem, "calendar"))?;
    Ok((entry.calendar.clone(), Some(entry)))
}

record! { request
    /// Cycles to list.
    struct CyclesRequest {
        /// The id of a calendar of the tables; absent = the workplace booster's of 2022.
        calendar: Option<String>,
        /// A calendar of the caller's own, in place of `calendar`.
        own_calendar: Option<OwnCalendar>,
        /// The first day of vaccination of the first cycle, a Monday.
        start: NaiveDate,
        /// How many cycles, 1 to 1,000.
        count: Positive,
    }
}

record! { answer
    /// One cycle (クール).
    struct CycleAnswer {
        /// When changes close (計画変更〆切), JST; absent where not published.
        deadline: Option<NaiveDateTime>,
        /// The Monday of the delivery week (配送週); absent where not published.
        delivery_week: Option<NaiveDate>,
        /// The last day of vaccination.
        end: NaiveDate,
        /// Its number, from 1.
        number: Positive,
        /// The first day of vaccination.
        start: NaiveDate,
    }
}

record! { answer
    /// The cycles in the order of time.
    struct CyclesAnswer {
        /// The cycles.
        cycles: Vec<CycleAnswer>,
        /// Days of vaccination in a cycle.
        days: Positive,
    }
}

/// `calendar.cycles`
pub(crate) struct Cycles;

impl Call for Cycles {
    type Request = CyclesRequest;
    type Answer = CyclesAnswer;

    fn run(book: &RuleBook, request: CyclesRequest) -> Result<Answer<CyclesAnswer>, Refusal> {
        let (calendar, entry) = calendar(book, request.calendar.as_deref(), request.own_calendar.as_ref())?;
        let cycles = calendar.cycles(request.start, request.count.0).map_err(|problem| {
            let member = if matches!(problem, CalendarProblem::CycleCount { .. }) { "count" } else { "start" };
            refuse(&problem, member)
        })?;
        let mut findings = Findings::new();
        if calendar.deadline.is_none() {
            let calendar = entry.map_or_else(|| "own".to_owned(), |entry| entry.id.clone());
            findings.push(&CalendarProblem::DeadlineNotPublished { calendar }, Path::from("calendar"));
        }
        let answer = CyclesAnswer {
            days: Positive(calendar.days),
            cycles: cycles
                .iter()
                .map(|cycle| CycleAnswer {
                    deadline: cycle.deadline,
                    delivery_week: cycle.delivery_week,
                    end: cycle.end,
                    number: Positive(cycle.number),
                    start: cycle.start,
                })
                .list(),
        };
        let resting = entry.map_or_else(Assumptions::new, |entry| entry.resting(request.start, request.count.0));
        Ok(Answer::new(answer).finding(findings).assuming_all(&resting))
    }
}

record! { request
    /// A deadline to tell, of a cycle or as it stands, and perhaps a moment to compare it with.
    struct DeadlineRequest {
        /// The id of a calendar of the tables; absent = the workplace booster's of 2022.
        calendar: Option<String>,
        /// A calendar of the caller's own, in place of `calendar`.
        own_calendar: Option<OwnCalendar>,
        /// The first day of vaccination of a cycle; exactly one of `start` and `deadline`.
        start: Option<NaiveDate>,
        /// Whether it is the first cycle of the calendar.
        first: bool = false,
        /// A deadline printed to the minute, JST.
        deadline: Option<NaiveDateTime>,
        /// The moment at which is asked whether it is met, JST.
        now: Option<NaiveDateTime>,
    }
}

record! { answer
    /// A deadline.
    struct DeadlineAnswer {
        /// The deadline, JST.
        deadline: NaiveDateTime,
        /// Whether it is met at `now`; absent without `now`.
        met: Option<bool>,
        /// Whole minutes from `now` to the deadline; absent without `now` and when it has passed.
        minutes_left: Option<Amount>,
    }
}

/// `calendar.deadline`
pub(crate) struct Deadline;

impl Call for Deadline {
    type Request = DeadlineRequest;
    type Answer = DeadlineAnswer;

    fn run(book: &RuleBook, request: DeadlineRequest) -> Result<Answer<DeadlineAnswer>, Refusal> {
        let found = match (request.start, request.deadline) {
            (Some(start), None) => {
                let (calendar, entry) = calendar(book, request.calendar.as_deref(), request.own_calendar.as_ref())?;
                let deadline = match entry {
                    Some(entry) => entry.deadline(start, request.first),
                    None => calendar.deadline_of("own", start, request.first).map(Answer::new),
                };
                deadline.map_err(|problem| {
                    let missing = matches!(problem, CalendarProblem::DeadlineMissing { .. });
                    refuse(&problem, if missing { "calendar" } else { "start" })
                })?
            }
            (None, Some(deadline)) => Answer::new(deadline),
            _ => return Err(refuse(&CalendarProblem::DeadlineChoice, "start")),
        };
        let answer = found.map(|deadline| DeadlineAnswer {
            deadline,
            met: request.now.map(|now| is_met(deadline, now)),
            minutes_left: request.now.and_then(|now| minutes_left(deadline, now)).map(Amount),
        });
        Ok(if request.now.is_some() { answer.assuming(assumption::CUT_OFF) } else { answer })
    }
}

record! { request
    /// A day.
    struct HolidayRequest {
        /// The day.
        date: NaiveDate,
    }
}

record! { answer
    /// Whether a day is a national holiday.
    struct HolidayAnswer {
        /// Whether it is one.
        holiday: bool,
        /// Its name (国民の祝日・休日名称).
        name: Option<String>,
    }
}

/// `calendar.holiday`
pub(crate) struct Holiday;

impl Call for Holiday {
    type Request = HolidayRequest;
    type Answer = HolidayAnswer;

    fn run(book: &RuleBook, request: HolidayRequest) -> Result<Answer<HolidayAnswer>, Refusal> {
        let name = book.holidays().on(request.date).map_err(|problem| refuse(&problem, "date"))?;
        Ok(Answer::new(HolidayAnswer { holiday: name.is_some(), name: name.map(str::to_owned) }))
    }
}
