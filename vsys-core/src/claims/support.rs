//! Support money for clinics that vaccinate many.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::problem::ClaimsProblem;
use crate::base::{
    Answer, Assumptions, Findings, IntoList, Path, Quantity, Refusal, SortedMap, Yen, assumption, named,
};
use crate::calendar::Holidays;
use crate::rulebook::{SupportPeriod, SupportTest};

/// The hour from which it is night (夜間, 18時以降). Source: F-SUPPORT.
const NIGHT: u32 = 18;

/// A run of vaccinations at a clinic (接種の実施); one past midnight counts to the day on which it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupportRun {
    /// When it began, JST.
    pub begins: NaiveDateTime,
    /// When it ended; absent where only the beginning is known.
    pub ends: Option<NaiveDateTime>,
    /// Doses given; consultations alone are not counted.
    pub doses: u64,
    /// Whether it lay outside the clinic's posted hours (時間外).
    pub off_hours: bool,
}

named! {
    /// What a week pays by (週の区分).
    pub enum SupportWeekKind {
        /// The lower weekly test.
        Lower = "lower" / "週100回以上",
        /// The upper weekly test.
        Upper = "upper" / "週150回以上",
        /// Neither; its days may pay.
        Neither = "neither" / "週の要件に該当しない",
    }
}

/// A week of a period (月曜から日曜).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Its first day within the period.
    pub from: NaiveDate,
    /// Its last day within the period.
    pub to: NaiveDate,
    /// Doses on its days within the period.
    pub doses: u64,
    /// Whether a day out of hours, at night or on a holiday lies in it.
    pub special_day: bool,
    /// What it pays by.
    pub kind: SupportWeekKind,
    /// What it pays.
    pub yen: Yen,
}

/// A day that pays (日の要件).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupportDay {
    /// The day.
    pub date: NaiveDate,
    /// Its doses.
    pub doses: u64,
    /// What it pays.
    pub yen: Yen,
}

/// What a period pays a clinic (支援額).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// The weeks with doses, in order.
    pub weeks: Vec<SupportWeek>,
    /// The days that pay, in order.
    pub days: Vec<SupportDay>,
    /// All weeks.
    pub weekly: Yen,
    /// All days.
    pub daily: Yen,
    /// Both.
    pub total: Yen,
}

/// What a period pays for a clinic's runs (個別接種促進支援). A weekly test pays when enough weeks pass it,
/// never two tests in one week, and a day pays only in a week that no weekly test pays. A week that the
/// edge of the period cuts counts with its days within. Source: F-SUPPORT; assumptions support-cut-week,
/// support-weeks.
///
/// # Errors
/// A [`Refusal`]: a run outside the period or one that ends before it begins, a day outside the table
/// of holidays where the period asks for them, doses beyond the range.
pub fn support(period: &SupportPeriod, holidays: &Holidays, runs: &[SupportRun]) -> Result<Answer<Support>, Refusal> {
    let days = by_day(period, holidays, runs)?;
    let mut weeks = by_week(period, &days);
    let mut assumptions = Assumptions::new();
    if weeks.iter().any(|week| week.to - week.from < chrono::TimeDelta::days(6)) {
        assumptions.add(assumption::SUPPORT_CUT_WEEK);
    }
    let counts = |week: &SupportWeek, test: SupportTest| {
        week.doses >= test.doses && (week.special_day || !period.needs_special_day)
    };
    let pays = |test: SupportTest| {
        let passed = weeks.iter().filter(|week| counts(week, test)).count();
        period.weeks_needed.is_none_or(|needed| u64::try_from(passed).is_ok_and(|passed| passed >= needed))
    };
    let upper = period.upper.filter(|test| pays(*test));
    let lower = Some(period.lower).filter(|test| pays(*test));
    // Only where both kinds of weeks stand does it matter whether the upper ones count for the lower test.
    if upper.is_some()
        && weeks.iter().any(|week| counts(week, period.lower) && upper.is_some_and(|test| !counts(week, test)))
    {
        assumptions.add(assumption::SUPPORT_WEEKS);
    }
    for week in &mut weeks {
        let kinds = [(SupportWeekKind::Upper, upper), (SupportWeekKind::Lower, lower)];
        let paid = kinds.into_iter().find_map(|(kind, test)| Some((kind, test.filter(|test| counts(week, *test))?)));
        if let Some((kind, test)) = paid {
            week.kind = kind;
            week.yen = yen(week.doses.saturating_mul(test.yen.number()))?;
        }
    }
    let mut paid_days = Vec::new();
    for (date, day) in days.iter() {
        let free =
            weeks.iter().any(|week| (week.from..=week.to).contains(date) && week.kind == SupportWeekKind::Neither);
        if let Some(test) = period.daily.filter(|test| free && day.doses >= test.doses) {
            paid_days.push(SupportDay { date: *date, doses: day.doses, yen: test.yen });
        }
    }
    // Whether such a week meets a test decides about its days, and whether four are needed about its money.
    let passed = weeks.iter().filter(|week| counts(week, period.lower)).count();
    if paid_days.iter().any(|day| weeks.iter().any(|w| (w.from..=w.to).contains(&day.date) && counts(w, period.lower)))
    {
        assumptions.add(assumption::SUPPORT_WEEKS);
    }
    if period.needs_special_day && lower.is_none() && passed > 0 {
        assumptions.add(assumption::SUPPORT_2023);
    }
    let weekly = yen(weeks.iter().map(|week| week.yen.number()).fold(0, u64::saturating_add))?;
    let daily = yen(paid_days.iter().map(|day| day.yen.number()).fold(0, u64::saturating_add))?;
    let total = yen(weekly.number().saturating_add(daily.number()))?;
    Ok(Answer::new(Support { weeks, days: paid_days, weekly, daily, total }).assuming_all(&assumptions))
}

fn yen(number: u64) -> Result<Yen, Refusal> {
    Yen::try_new(number).map_err(|problem| Refusal::new(&problem, Path::from("runs")))
}

/// The doses of a day, and whether anything on it was out of hours, at night or on a holiday.
#[derive(Clone, Copy, Default)]
struct Day {
    doses: u64,
    special: bool,
}

fn by_day(
    period: &SupportPeriod,
    holidays: &Holidays,
    runs: &[SupportRun],
) -> Result<SortedMap<NaiveDate, Day>, Refusal> {
    let mut findings = Findings::new();
    let mut days: SortedMap<NaiveDate, Day> = SortedMap::new();
    for (index, run) in runs.iter().enumerate() {
        let date = run.begins.date();
        let within = (period.from..period.until).contains(&date);
        if !within {
            let problem = ClaimsProblem::RunOutsidePeriod { from: period.from, until: period.until };
            findings.push(&problem, Path::element("runs", index, "begins"));
        }
        if run.ends.is_some_and(|ends| ends < run.begins) {
            findings.push(&ClaimsProblem::RunReversed, Path::element("runs", index, "ends"));
        }
        let free = matches!(date.weekday(), Weekday::Sun)
            || (period.saturday_is_holiday && date.weekday() == Weekday::Sat)
            || match holidays.on(date) {
                Ok(name) => name.is_some(),
                Err(problem) if period.needs_special_day => {
                    findings.push(&problem, Path::element("runs", index, "begins"));
                    false
                }
                Err(_) => false,
            };
        if within {
            let day = days.entry(date, Day::default);
            day.doses = day.doses.saturating_add(run.doses);
            day.special |= run.doses > 0 && (free || run.off_hours || at_night(run));
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(days) }
}

/// Whether any of a run lies at or after 18:00.
fn at_night(run: &SupportRun) -> bool {
    let evening = run.begins.date().and_hms_opt(NIGHT, 0, 0);
    run.begins.hour() >= NIGHT || run.ends.zip(evening).is_some_and(|(ends, evening)| ends > evening)
}

fn by_week(period: &SupportPeriod, days: &SortedMap<NaiveDate, Day>) -> Vec<SupportWeek> {
    let last = period.until.pred_opt().unwrap_or(period.until);
    let mut weeks: SortedMap<NaiveDate, SupportWeek> = SortedMap::new();
    for (date, day) in days.iter() {
        let monday = date.week(Weekday::Mon).first_day();
        let week = weeks.entry(monday, || SupportWeek {
            monday,
            from: monday.max(period.from),
            to: monday.checked_add_days(Days::new(6)).unwrap_or(last).min(last),
            doses: 0,
            special_day: false,
            kind: SupportWeekKind::Neither,
            yen: Yen::ZERO,
        });
        week.doses = week.doses.saturating_add(day.doses);
        week.special_day |= day.special;
    }
    weeks.into_values().list()
}
