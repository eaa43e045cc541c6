//! `claims.classify`.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{Answer, Bilingual, IntoList, Path, Refusal, RuleId};
use vsys_core::claims::{HoursSpan, PostedHours, TimeReason, time_class};
use vsys_core::rulebook::{RuleBook, TimeClass};

use super::calendar::ClockTime;
use super::common::refuse;
use crate::call::{Call, read};
use crate::read::List;
use crate::record::{named_words, record};

named_words! { TimeReason }

/// The spans of a day at most.
const SPANS: usize = 24;

record! { request
    /// A span of posted hours; one whose end is not after its beginning runs past midnight.
    struct HoursSpanRequest {
        /// The first minute, such as 09:00.
        from: ClockTime,
        /// The minute in which it is over.
        until: ClockTime,
    }
}

record! { request
    /// A day with hours of its own.
    struct HoursExceptionRequest {
        /// The day.
        date: NaiveDate,
        /// Its spans; none where the institution is closed.
        spans: List<HoursSpanRequest, SPANS>,
    }
}

record! { request
    /// The hours that the institution has posted (診療時間); a weekday that is left out has none.
    struct HoursRequest {
        /// Days with other hours than their weekday, or none.
        exceptions: List<HoursExceptionRequest, 10_000> = List::EMPTY,
        /// 金曜日
        friday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 月曜日
        monday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 土曜日
        saturday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 日曜日
        sunday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 木曜日
        thursday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 火曜日
        tuesday: List<HoursSpanRequest, SPANS> = List::EMPTY,
        /// 水曜日
        wednesday: List<HoursSpanRequest, SPANS> = List::EMPTY,
    }
}

impl HoursRequest {
    pub(crate) fn posted(&self) -> Result<PostedHours, Refusal> {
        let spans = |list: &List<HoursSpanRequest, SPANS>| {
            list.0.iter().map(|span| HoursSpan { from: span.from.0, until: span.until.0 }).list()
        };
        let Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday, .. } = self;
        let week = [monday, tuesday, wednesday, thursday, friday, saturday, sunday].map(spans);
        let exceptions = self.exceptions.0.iter().map(|day| (day.date, spans(&day.spans))).list();
        PostedHours::try_new(week, exceptions)
    }
}

/// The hours that an institution has posted, read from JSON: the member `hours` of `claims.classify`.
///
/// # Errors
/// Every fault of the text or of the hours.
///
/// ```
/// assert!(vsys_wire::read_posted_hours(br#"{"monday":[{"from":"09:00","until":"12:00"}]}"#).is_ok());
/// assert!(vsys_wire::read_posted_hours(b"{}").is_err(), "no hours at all");
/// ```
pub fn read_posted_hours(json: &[u8]) -> Result<PostedHours, Refusal> {
    read::<HoursRequest>(json)?.posted()
}

record! { request
    /// A vaccination of an institution.
    struct ClassifyRequest {
        /// When it was given, JST.
        at: NaiveDateTime,
        /// The hours that the institution has posted.
        hours: HoursRequest,
    }
}

record! { answer
    /// A span of posted hours.
    struct HoursSpanAnswer {
        /// The day on which it begins.
        date: NaiveDate,
        /// The first minute.
        from: ClockTime,
        /// The minute in which it is over.
        until: ClockTime,
    }
}

record! { answer
    /// The class of time of a vaccination.
    struct ClassifyAnswer {
        /// The day of vaccination.
        date: NaiveDate,
        /// The name of the national holiday, where the day is one.
        holiday: Option<String>,
        /// Why it is of this class.
        reason: TimeReason,
        /// The rule that says so.
        rule: RuleId,
        /// The span in which it lies.
        span: Option<HoursSpanAnswer>,
        /// The reason as a sentence.
        text: Bilingual,
        /// 時間内, 時間外 or 休日.
        time: TimeClass,
    }
}

/// `claims.classify`
pub(crate) struct ClaimsClassify;

impl Call for ClaimsClassify {
    type Request = ClassifyRequest;
    type Answer = ClassifyAnswer;

    fn run(book: &RuleBook, request: ClassifyRequest) -> Result<Answer<ClassifyAnswer>, Refusal> {
        let hours = request.hours.posted().map_err(|refusal| refusal.under(&Path::from("hours")))?;
        let judged = time_class(&hours, book.holidays(), request.at).map_err(|problem| refuse(&problem, "at"))?;
        Ok(judged.map(|judged| ClassifyAnswer {
            date: judged.date,
            reason: judged.reason,
            rule: RuleId::new("F-TIME"),
            span: judged.span.map(|(date, span)| HoursSpanAnswer {
                date,
                from: ClockTime(span.from),
                until: ClockTime(span.until),
            }),
            text: judged.text(),
            time: judged.class,
            holiday: judged.holiday,
        }))
    }
}
