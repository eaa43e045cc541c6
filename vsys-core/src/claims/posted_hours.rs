//! The hours an institution has posted.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::problem::ClaimsProblem;
use crate::base::{Findings, Path, Refusal, SortedMap};

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The members of a request that hold the days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A span of posted hours (診療時間の時間帯), to the minute. One whose end is not after its beginning runs past
/// midnight (22:00–02:00, 18:00–00:00) and belongs to the day on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursSpan {
    /// The first minute.
    pub from: NaiveTime,
    /// The minute in which it is over.
    pub until: NaiveTime,
}

impl HoursSpan {
    /// The first minute, counted from the midnight before.
    pub(super) fn start(self) -> u32 {
        minute(self.from)
    }

    /// The minute in which it is over, counted from the same midnight.
    pub(super) fn end(self) -> u32 {
        let until = minute(self.until);
        if until > self.start() { until } else { until + DAY }
    }

    /// Whether it holds a minute of the day on which it begins.
    pub(super) fn holds(self, minute: u32) -> bool {
        (self.start()..self.end()).contains(&minute)
    }

    /// Whether it holds a minute of the day after the one on which it begins.
    pub(super) fn holds_on_morrow(self, minute: u32) -> bool {
        self.holds(minute + DAY)
    }

    /// Whether it is over in a minute of the day after the one on which it begins.
    pub(super) fn ends_on_morrow(self, minute: u32) -> bool {
        self.end() == minute + DAY
    }

    fn overlaps(self, other: Self) -> bool {
        self.start() < other.end() && other.start() < self.end()
    }

    /// Whether it runs into a span of the next day.
    fn runs_into(self, morrow: Self) -> bool {
        self.end() > morrow.start() + DAY
    }
}

/// The minute of the day.
pub(super) fn minute(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight() / 60
}

/// The hours an institution has posted (診療時間): several spans a weekday, and exceptions by date with other
/// spans, or none where it is closed. No span is empty and none overlaps another. Source: F-TIME.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedHours {
    week: [Vec<HoursSpan>; 7],
    exceptions: SortedMap<NaiveDate, Vec<HoursSpan>>,
}

impl PostedHours {
    /// Hours of the week, Monday first, and of the exceptions.
    ///
    /// # Errors
    /// A refusal with every finding, at `/monday/0` … and `/exceptions/0/spans/0`: no hours at all, an empty
    /// span, one that overlaps another or the run of the evening before, a day that stands twice.
    pub fn try_new(week: [Vec<HoursSpan>; 7], exceptions: Vec<(NaiveDate, Vec<HoursSpan>)>) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let mut hours = Self { week, exceptions: SortedMap::new() };
        let mut places = Vec::new();
        for (index, (date, spans)) in exceptions.into_iter().enumerate() {
            if hours.exceptions.add(date, spans) {
                places.push((date, Path::element("exceptions", index, "spans")));
            } else {
                findings.push(&ClaimsProblem::ExceptionTwice, Path::element("exceptions", index, "date"));
            }
        }
        if hours.week.iter().chain(hours.exceptions.values()).all(Vec::is_empty) {
            findings.push(&ClaimsProblem::HoursMissing, Path::root());
        }
        for (index, name) in WEEKDAYS.into_iter().enumerate() {
            let eve = hours.week.get((index + 6) % 7).map_or(&[][..], Vec::as_slice);
            let spans = hours.week.get(index).map_or(&[][..], Vec::as_slice);
            check(spans, eve, &[], &Path::from(name), &mut findings);
        }
        for (date, place) in places {
            let on = |day: Option<NaiveDate>| day.map_or(&[][..], |day| hours.on(day));
            // The morrow's own exception looks back at this one.
            let morrow = date.succ_opt().filter(|morrow| !hours.exceptions.has(morrow));
            check(hours.on(date), on(date.pred_opt()), on(morrow), &place, &mut findings);
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(hours) }
    }

    /// The spans that begin on a day.
    pub(super) fn on(&self, day: NaiveDate) -> &[HoursSpan] {
        let weekday = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
        self.exceptions.get(&day).or_else(|| self.week.get(weekday)).map_or(&[], Vec::as_slice)
    }
}

/// What is wrong with the spans of a day: each is named once, at its place.
fn check(spans: &[HoursSpan], eve: &[HoursSpan], morrow: &[HoursSpan], place: &Path, findings: &mut Findings) {
    for (index, span) in spans.iter().enumerate() {
        if minute(span.from) == minute(span.until) {
            findings.push(&ClaimsProblem::SpanEmpty, place.join(index));
        } else if spans.iter().take(index).any(|earlier| earlier.overlaps(*span))
            || eve.iter().any(|run| run.runs_into(*span))
            || morrow.iter().any(|next| span.runs_into(*next))
        {
            findings.push(&ClaimsProblem::SpanOverlap, place.join(index));
        }
    }
}
