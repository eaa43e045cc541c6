//! `claims.support`.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{Answer, IntoList, Refusal, Yen};
use vsys_core::claims::{ClaimsProblem, SupportDay, SupportRun, SupportWeek, SupportWeekKind, support};
use vsys_core::rulebook::RuleBook;

use super::common::refuse;
use crate::call::Call;
use crate::read::{Count, List};
use crate::record::{named_words, record};

named_words! { SupportWeekKind }

record! { request
    /// A run of vaccinations; one past midnight counts to the day on which it began.
    struct SupportRunRequest {
        /// When it began, JST.
        begins: NaiveDateTime,
        /// Doses given (接種回数); consultations alone are not counted.
        doses: Count,
        /// When it ended, JST; tells whether it ran into the night.
        ends: Option<NaiveDateTime>,
        /// Whether it lay outside the clinic's posted hours (時間外).
        off_hours: bool = false,
    }
}

record! { request
    /// The runs of a clinic in a period.
    struct SupportRequest {
        /// The id of the period, such as 2021-05; absent = the one in which the first run lies.
        period: Option<String>,
        /// The runs, in any order.
        runs: List<SupportRunRequest, 100_000>,
    }
}

record! { shown
    /// A week, Monday to Sunday.
    struct SupportWeekAnswer of week: SupportWeek {
        /// Its doses on the days within the period.
        doses: u64,
        /// Its first day within the period.
        from: NaiveDate,
        /// What it pays by.
        kind: SupportWeekKind,
        /// Its Monday.
        monday: NaiveDate,
        /// Whether a day out of hours, at night or on a holiday lies in it.
        special_day: bool,
        /// Its last day within the period.
        to: NaiveDate,
        /// What it pays.
        yen: Yen,
    }
}

record! { shown
    /// A day that pays.
    struct SupportDayAnswer of day: SupportDay {
        /// The day.
        date: NaiveDate,
        /// Its doses.
        doses: u64,
        /// What it pays.
        yen: Yen,
    }
}

record! { answer
    /// What a period pays a clinic (支援額).
    struct SupportAnswer {
        /// All days.
        daily: Yen,
        /// The days that pay, in order.
        days: Vec<SupportDay>,
        /// The first day of the period.
        from: NaiveDate,
        /// The id of the period.
        period: String,
        /// Where its tests stand.
        source: String,
        /// Weeks and days.
        total: Yen,
        /// The first day after the period.
        until: NaiveDate,
        /// All weeks.
        weekly: Yen,
        /// The weeks with doses, in order.
        weeks: Vec<SupportWeek>,
    }
}

/// `claims.support`
pub(crate) struct ClaimsSupport;

impl Call for ClaimsSupport {
    type Request = SupportRequest;
    type Answer = SupportAnswer;

    fn run(book: &RuleBook, request: SupportRequest) -> Result<Answer<SupportAnswer>, Refusal> {
        let periods = book.support_periods();
        let first = request.runs.0.iter().map(|run| run.begins.date()).min();
        let period = match (&request.period, first) {
            (Some(id), _) => periods.iter().find(|period| period.id == *id),
            (None, Some(day)) => periods.iter().find(|period| (period.from..period.until).contains(&day)),
            (None, None) => None,
        };
        let Some(period) = period else {
            let known = periods.iter().map(|period| period.id.clone()).list();
            return Err(refuse(&ClaimsProblem::PeriodUnknown { known }, "period"));
        };
        let runs = request.runs.0.iter().map(|run| SupportRun {
            begins: run.begins,
            ends: run.ends,
            doses: run.doses.0,
            off_hours: run.off_hours,
        });
        let (paid, told) = support(period, book.holidays(), &runs.list())?.split();
        Ok(told.with(SupportAnswer {
            daily: paid.daily,
            days: paid.days,
            from: period.from,
            period: period.id.clone(),
            source: period.source.clone(),
            total: paid.total,
            until: period.until,
            weekly: paid.weekly,
            weeks: paid.weeks,
        }))
    }
}
