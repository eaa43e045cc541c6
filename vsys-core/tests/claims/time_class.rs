//! 時間内, 時間外 and 休日.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use proptest::prelude::*;
use vsys_core::claims::{HoursSpan, PostedHours, TimeReason, time_class};
use vsys_core::rulebook::TimeClass;

use super::{BOOK, day, names, places};

fn span(text: &str) -> HoursSpan {
    let (from, until) = text.split_once('-').unwrap();
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    HoursSpan { from: time(from), until: time(until) }
}

fn spans(text: &str) -> Vec<HoursSpan> {
    text.split_whitespace().map(span).collect()
}

/// Monday first, and exceptions by date.
fn hours(week: [&str; 7], exceptions: &[(&str, &str)]) -> PostedHours {
    let exceptions = exceptions.iter().map(|(date, text)| (day(date), spans(text))).collect();
    PostedHours::try_new(week.map(spans), exceptions).unwrap()
}

/// Closed on Wednesdays, an evening on Saturday past midnight and on Monday past midnight, a Sunday with hours.
fn clinic() -> PostedHours {
    hours(
        [
            "09:00-12:00 14:00-18:00 22:00-02:00",
            "09:00-12:00",
            "",
            "09:00-12:00 12:00-18:00",
            "09:00-12:00",
            "22:00-02:00",
            "10:00-12:00",
        ],
        &[("2021-12-29", ""), ("2021-12-30", "13:00-15:00"), ("2021-12-31", "")],
    )
}

/// Moment, class, reason and assumptions, by the text of F-TIME and the two readings.
const CASES: [(&str, TimeClass, TimeReason, &[&str]); 30] = {
    use TimeClass::{Holiday, OffHours, Regular};
    use TimeReason::{NationalHoliday, NoHours, OutsideHours, Sunday, WithinHours};
    const NONE: &[&str] = &[];
    const EDGE: &[&str] = &["assumption.hours-edge"];
    const NIGHT: &[&str] = &["assumption.past-midnight"];
    [
        // Monday 2021-12-06.
        ("2021-12-06T08:59", OffHours, OutsideHours, NONE),
        ("2021-12-06T09:00", Regular, WithinHours, EDGE),
        ("2021-12-06T11:59", Regular, WithinHours, NONE),
        ("2021-12-06T12:00", OffHours, OutsideHours, EDGE),
        ("2021-12-06T13:59", OffHours, OutsideHours, NONE),
        ("2021-12-06T22:00", Regular, WithinHours, EDGE),
        ("2021-12-06T23:59", Regular, WithinHours, NONE),
        // The night to Tuesday.
        ("2021-12-07T00:00", Regular, WithinHours, NIGHT),
        ("2021-12-07T01:59", Regular, WithinHours, NIGHT),
        ("2021-12-07T02:00", OffHours, OutsideHours, EDGE),
        ("2021-12-07T02:01", OffHours, OutsideHours, NONE),
        // A Wednesday without hours.
        ("2021-12-08T10:00", Holiday, NoHours, NONE),
        // Thursday: 12:00 is both an end and a beginning, and no edge.
        ("2021-12-09T12:00", Regular, WithinHours, NONE),
        ("2021-12-09T18:00", OffHours, OutsideHours, EDGE),
        // Saturday evening and the night to Sunday: the Sunday is one from 00:00 on.
        ("2021-12-11T10:00", OffHours, OutsideHours, NONE),
        ("2021-12-11T22:30", Regular, WithinHours, NONE),
        ("2021-12-12T00:30", Holiday, Sunday, NIGHT),
        ("2021-12-12T02:00", Holiday, Sunday, NONE),
        // A Sunday within its hours, at their edge and outside them.
        ("2021-12-12T11:00", Holiday, Sunday, NONE),
        ("2021-12-12T10:00", Holiday, Sunday, NONE),
        ("2021-12-12T20:00", Holiday, Sunday, NONE),
        // 山の日 2021-08-08 was a Sunday, the 9th its substitute: a Monday with hours.
        ("2021-08-08T09:00", Holiday, Sunday, NONE),
        ("2021-08-09T10:00", Holiday, NationalHoliday, NONE),
        // The night from that Monday to Tuesday is no holiday any more.
        ("2021-08-10T00:30", Regular, WithinHours, NIGHT),
        // Exceptions: closed on Wednesday 12-29, other hours on Thursday 12-30, closed on Friday 12-31.
        ("2021-12-29T10:00", Holiday, NoHours, NONE),
        ("2021-12-30T10:00", OffHours, OutsideHours, NONE),
        ("2021-12-30T13:30", Regular, WithinHours, NONE),
        ("2021-12-31T10:00", Holiday, NoHours, NONE),
        // 12/29–1/3 matter only where the institution is closed: Monday 2022-01-03 has hours.
        ("2022-01-03T10:00", Regular, WithinHours, NONE),
        // 元日 2022-01-01, a Saturday, within hours.
        ("2022-01-01T22:30", Holiday, NationalHoliday, NONE),
    ]
};

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

#[test]
fn moments_of_a_clinic_are_of_their_class() {
    let clinic = clinic();
    for (moment, class, reason, assumptions) in CASES {
        let answer = time_class(&clinic, BOOK.holidays(), at(moment)).unwrap();
        assert_eq!((answer.value().class, answer.value().reason), (class, reason), "{moment}");
        assert_eq!(names(answer.assumptions()), assumptions, "{moment}");
    }
}

#[test]
fn the_seconds_of_a_moment_do_not_count() {
    let late = at("2021-12-06T11:59") + TimeDelta::seconds(59);
    assert_eq!(time_class(&clinic(), BOOK.holidays(), late).unwrap().value().class, TimeClass::Regular);
}

#[test]
fn a_closed_day_after_a_late_evening_is_within_hours_until_the_run_ends() {
    let clinic = hours(["", "20:00-03:00", "", "09:00-12:00", "", "20:00-00:00", ""], &[]);
    let class = |moment| {
        let answer = time_class(&clinic, BOOK.holidays(), at(moment)).unwrap();
        (answer.value().class, names(answer.assumptions()))
    };
    assert_eq!(class("2021-12-08T02:59"), (TimeClass::Regular, vec!["assumption.past-midnight"]));
    assert_eq!(class("2021-12-08T03:00"), (TimeClass::Holiday, vec!["assumption.hours-edge"]));
    assert_eq!(class("2021-12-08T03:01"), (TimeClass::Holiday, vec![]));
    // A span to midnight ends with the day: Sunday 00:00 is a Sunday anyway.
    assert_eq!(class("2021-12-11T23:59"), (TimeClass::Regular, vec![]));
    assert_eq!(class("2021-12-12T00:00"), (TimeClass::Holiday, vec![]));
}

#[test]
fn a_holiday_after_a_holiday_is_one_whichever_day_the_night_counts_to() {
    // Saturday 2021-05-01 … Monday to Wednesday 5/3–5/5 were holidays.
    let clinic = hours(["22:00-02:00", "22:00-02:00", "22:00-02:00", "22:00-02:00", "", "", ""], &[]);
    let named = |moment| names(time_class(&clinic, BOOK.holidays(), at(moment)).unwrap().assumptions());
    assert!(named("2021-05-04T00:30").is_empty());
    assert_eq!(named("2021-05-06T00:30"), ["assumption.past-midnight"]);
}

#[test]
fn a_day_outside_the_holidays_is_refused_and_never_a_working_day() {
    for moment in ["1954-12-31T10:00", "2028-01-01T10:00"] {
        assert!(time_class(&clinic(), BOOK.holidays(), at(moment)).is_err(), "{moment}");
    }
}

#[test]
fn hours_that_contradict_themselves_are_refused_with_every_place() {
    let refused = |week: [&str; 7], exceptions: &[(&str, &str)]| {
        let exceptions = exceptions.iter().map(|(date, text)| (day(date), spans(text))).collect();
        places(PostedHours::try_new(week.map(spans), exceptions).unwrap_err().findings())
    };
    let at = |list: &[(&'static str, &str)]| list.iter().map(|(c, p)| (*c, (*p).to_owned())).collect::<Vec<_>>();
    assert_eq!(refused([""; 7], &[("2021-12-29", "")]), at(&[("claims.hours.missing", "")]));
    assert_eq!(
        refused(["09:00-12:00 11:59-13:00 10:00-10:00", "", "09:00-09:00", "", "", "", ""], &[]),
        at(&[
            ("claims.hours.overlap", "/monday/1"),
            ("claims.hours.empty_span", "/monday/2"),
            ("claims.hours.empty_span", "/wednesday/0"),
        ])
    );
    // A run past midnight against the next day, also from Sunday to Monday.
    assert_eq!(
        refused(["01:00-03:00", "", "", "", "", "22:00-02:00", "01:59-05:00 22:00-01:01"], &[]),
        at(&[("claims.hours.overlap", "/monday/0"), ("claims.hours.overlap", "/sunday/0")])
    );
    // Abutting spans do not overlap.
    hours(["02:00-03:00 03:00-22:00 22:00-02:00", "02:00-03:00", "", "", "", "", ""], &[]);
    // Exceptions against themselves, the evening before and the morning after; a day twice.
    let week = ["22:00-02:00", "", "08:00-12:00", "", "", "", ""];
    assert_eq!(
        refused(
            week,
            &[
                ("2021-12-07", "01:00-04:00"), // after Monday's run
                ("2021-12-14", "20:00-08:01"), // into Wednesday's morning
                ("2021-12-21", "10:00-12:00 11:00-13:00"),
                ("2021-12-21", ""),
                ("2021-12-23", "20:00-09:00"),
                ("2021-12-24", "08:00-09:00"), // after the exception before it
                ("2021-12-28", "02:00-04:00"), // abuts
            ],
        ),
        at(&[
            ("claims.hours.overlap", "/exceptions/0/spans/0"),
            ("claims.hours.overlap", "/exceptions/1/spans/0"),
            ("claims.hours.overlap", "/exceptions/2/spans/1"),
            ("claims.hours.day_twice", "/exceptions/3/date"),
            ("claims.hours.overlap", "/exceptions/5/spans/0"),
        ])
    );
}

/// Hours without overlap: at most four cuts of a day in quarters of an hour, every other piece open, and an
/// evening that may run to 03:00 while no day begins before 03:00.
fn any_day() -> impl Strategy<Value = Vec<HoursSpan>> {
    let quarter = |q: u32| NaiveTime::from_hms_opt(q / 4 % 24, q % 4 * 15, 0).unwrap();
    (prop::collection::btree_set(12_u32..=84, 0..5), prop::option::of((85_u32..96, 0_u32..12))).prop_map(
        move |(cuts, evening)| {
            let cuts: Vec<u32> = cuts.into_iter().collect();
            let mut spans: Vec<_> =
                cuts.chunks_exact(2).map(|cut| HoursSpan { from: quarter(cut[0]), until: quarter(cut[1]) }).collect();
            spans.extend(evening.map(|(from, until)| HoursSpan { from: quarter(from), until: quarter(until) }));
            spans
        },
    )
}

/// The open minutes of the days around one, laid out one after the other: whether a minute lies in a span that
/// began on the day itself, or the evening before.
fn is_open(lists: &dyn Fn(NaiveDate) -> Vec<HoursSpan>, moment: NaiveDateTime) -> bool {
    [moment.date() - Days::new(1), moment.date()].into_iter().any(|date| {
        lists(date).iter().any(|span| {
            let from = date.and_time(span.from);
            let mut until = date.and_time(span.until);
            if until <= from {
                until += TimeDelta::days(1);
            }
            (from..until).contains(&moment)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_moment_has_one_class_and_the_reason_fits_it(
        week in prop::array::uniform7(any_day()),
        exceptions in prop::collection::btree_map(0_u64..40, any_day(), 0..6),
        moments in prop::collection::vec((0_u64..40, 0_i64..1_440), 30),
    ) {
        // 2021-04-20 to 2021-05-29: five holidays, one after the other and alone.
        let first = day("2021-04-20");
        let exceptions: Vec<_> = exceptions.into_iter().map(|(d, spans)| (first + Days::new(d), spans)).collect();
        prop_assume!(week.iter().chain(exceptions.iter().map(|(_, spans)| spans)).any(|spans| !spans.is_empty()));
        let hours = PostedHours::try_new(week.clone(), exceptions.clone()).unwrap();
        let lists = |date: NaiveDate| {
            let own = exceptions.iter().find(|(d, _)| *d == date).map(|(_, spans)| spans);
            own.unwrap_or(&week[usize::try_from(date.weekday().num_days_from_monday()).unwrap()]).clone()
        };
        for (d, minute) in moments {
            let moment = (first + Days::new(d)).and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
            let date = moment.date();
            let free = date.weekday() == Weekday::Sun || BOOK.holidays().on(date).unwrap().is_some();
            let open = is_open(&lists, moment);
            let expected = if free || (!open && lists(date).is_empty()) {
                TimeClass::Holiday
            } else if open {
                TimeClass::Regular
            } else {
                TimeClass::OffHours
            };
            let answer = time_class(&hours, BOOK.holidays(), moment).unwrap();
            let found = answer.value();
            prop_assert_eq!(found.class, expected, "{}", moment);
            let by_reason = match found.reason {
                TimeReason::WithinHours => TimeClass::Regular,
                TimeReason::OutsideHours => TimeClass::OffHours,
                TimeReason::Sunday | TimeReason::NationalHoliday | TimeReason::NoHours => TimeClass::Holiday,
            };
            prop_assert_eq!(found.class, by_reason);
            prop_assert_eq!(found.span.is_some(), open);
        }
    }

    /// Cutting a span in two changes nothing, and neither does the order in which spans are written.
    #[test]
    fn hours_mean_the_same_however_they_are_written(week in prop::array::uniform7(any_day()), minutes in prop::collection::vec(0_i64..10_080, 40)) {
        prop_assume!(week.iter().any(|spans| !spans.is_empty()));
        let cut = week.clone().map(|spans| {
            let mut pieces: Vec<_> = spans
                .into_iter()
                .flat_map(|span| {
                    // One minute after its beginning lies within every span here.
                    let middle = span.from + TimeDelta::minutes(1);
                    [HoursSpan { from: span.from, until: middle }, HoursSpan { from: middle, until: span.until }]
                })
                .collect();
            pieces.reverse();
            pieces
        });
        let (whole, cut) = (PostedHours::try_new(week, Vec::new()).unwrap(), PostedHours::try_new(cut, Vec::new()).unwrap());
        for minute in minutes {
            let moment = day("2021-12-06").and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
            let of = |hours| {
                let (judged, _, assumptions) = time_class(hours, BOOK.holidays(), moment).unwrap().into_parts();
                (judged.class, judged.reason, assumptions)
            };
            prop_assert_eq!(of(&whole), of(&cut), "{}", moment);
        }
    }
}
