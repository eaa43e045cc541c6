//! 時間内, 時間外 or 休日.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::posted_hours::{HoursSpan, PostedHours, minute};
use crate::base::{Answer, Bilingual, assumption, named, written_time};
use crate::calendar::{CalendarProblem, Holidays};
use crate::rulebook::TimeClass;

named! {
    /// Why a vaccination is of its class of time (時間区分の理由).
    pub enum TimeReason {
        /// Within the posted hours.
        WithinHours = "within_hours" / "診療時間内",
        /// Outside them.
        OutsideHours = "outside_hours" / "診療時間外",
        /// A Sunday.
        Sunday = "sunday" / "日曜日",
        /// A national holiday that is no Sunday.
        NationalHoliday = "national_holiday" / "国民の祝日",
        /// A day on which no consultation hours begin.
        NoHours = "no_hours" / "診療時間のない日",
    }
}

/// The class of time of a vaccination with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeJudged {
    /// 時間内, 時間外 or 休日.
    pub class: TimeClass,
    /// Why.
    pub reason: TimeReason,
    /// The day of vaccination.
    pub date: NaiveDate,
    /// The name of the national holiday, where the day is one.
    pub holiday: Option<String>,
    /// The span in which it lies, with the day on which that begins.
    pub span: Option<(NaiveDate, HoursSpan)>,
}

impl TimeJudged {
    /// The reason as a sentence.
    pub fn text(&self) -> Bilingual {
        let date = self.date;
        let (en, ja) = match self.reason {
            TimeReason::WithinHours => {
                let (day, from, until) = self.span.map_or((date, String::new(), String::new()), |(day, span)| {
                    (day, written_time(span.from), written_time(span.until))
                });
                (
                    format!("within the hours {from} to {until} posted for {day}"),
                    format!("{day} の診療時間 {from}〜{until} の内"),
                )
            }
            TimeReason::OutsideHours => {
                (format!("outside the hours posted for {date}"), format!("{date} の診療時間の外"))
            }
            TimeReason::Sunday => (format!("{date} is a Sunday"), format!("{date} は日曜日")),
            TimeReason::NationalHoliday => {
                let name = self.holiday.as_deref().unwrap_or_default();
                (format!("{date} is a national holiday ({name})"), format!("{date} は国民の祝日（{name}）"))
            }
            TimeReason::NoHours => {
                (format!("{date} has no consultation hours at all"), format!("{date} は診療時間のない日"))
            }
        };
        Bilingual { en, ja }
    }
}

/// The class of time of a vaccination at a moment, JST (時間区分). 休日 is a Sunday, a national holiday or a day
/// on which no hours begin; 時間外 is outside the posted hours on any other day. Whether the day is a Sunday or
/// a holiday is asked of the calendar day of the vaccination; in a span that began the evening before, it is
/// within hours otherwise. Source: F-TIME; ruling time-class; assumptions hours-edge, past-midnight.
///
/// # Errors
/// [`CalendarProblem::HolidayOutside`]: a day outside the table of holidays is never a working day.
///
/// ```
/// use vsys_core::claims::{HoursSpan, PostedHours, time_class};
/// use vsys_core::rulebook::{RuleBook, TimeClass};
/// let book = RuleBook::bundled()?;
/// let span = |from: &str, until: &str| HoursSpan { from: from.parse().unwrap(), until: until.parse().unwrap() };
/// let mut week: [Vec<HoursSpan>; 7] = Default::default();
/// week[..5].fill(vec![span("09:00:00", "12:00:00"), span("14:00:00", "18:00:00")]);
/// let hours = PostedHours::try_new(week, Vec::new())?;
/// let class = |at: &str| time_class(&hours, book.holidays(), at.parse().unwrap()).unwrap().value().class;
/// assert_eq!(class("2021-12-01T10:00:00"), TimeClass::Regular);
/// assert_eq!(class("2021-12-01T13:00:00"), TimeClass::OffHours);
/// assert_eq!(class("2021-07-22T10:00:00"), TimeClass::Holiday); // 海の日
/// assert_eq!(class("2021-12-04T10:00:00"), TimeClass::Holiday); // a Saturday without hours
/// assert!(time_class(&hours, book.holidays(), "1950-01-02T10:00:00".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn time_class(
    hours: &PostedHours,
    holidays: &Holidays,
    at: NaiveDateTime,
) -> Result<Answer<TimeJudged>, CalendarProblem> {
    let (date, now) = (at.date(), minute(at.time()));
    let holiday = holidays.on(date)?.map(str::to_owned);
    let free = match (date.weekday(), &holiday) {
        (Weekday::Sun, _) => Some(TimeReason::Sunday),
        (_, Some(_)) => Some(TimeReason::NationalHoliday),
        _ => None,
    };
    let eve = date.pred_opt().unwrap_or(date);
    let (own, late) = (hours.on(date), hours.on(eve));
    let own_span = own.iter().find(|span| span.holds(now)).map(|span| (date, *span));
    let run = late.iter().find(|span| span.holds_on_morrow(now)).map(|span| (eve, *span));
    let span = own_span.or(run);
    let (class, reason) = match (free, span) {
        (Some(reason), _) => (TimeClass::Holiday, reason),
        (None, Some(_)) => (TimeClass::Regular, TimeReason::WithinHours),
        (None, None) if own.is_empty() => (TimeClass::Holiday, TimeReason::NoHours),
        (None, None) => (TimeClass::OffHours, TimeReason::OutsideHours),
    };
    let mut answer = Answer::new(TimeJudged { class, reason, date, holiday, span });
    // Where one span ends as another begins there is no edge.
    let starts = own.iter().any(|span| span.start() == now);
    let ends = own.iter().any(|span| span.end() == now) || late.iter().any(|span| span.ends_on_morrow(now));
    if free.is_none() && starts != ends {
        answer = answer.assuming(assumption::HOURS_EDGE);
    }
    // On a holiday after a holiday the run is one whichever of the two days it counts to.
    let eve_free = || eve.weekday() == Weekday::Sun || holidays.on(eve).is_ok_and(|name| name.is_some());
    if run.is_some() && !(free.is_some() && eve_free()) {
        answer = answer.assuming(assumption::PAST_MIDNIGHT);
    }
    Ok(answer)
}
