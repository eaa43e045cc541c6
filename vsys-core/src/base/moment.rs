//! Days and times in the one way in which vsys reads and writes them: `2021-05-10`, `09:30`, `2021-05-10T09:30`.
//!
//! By their digits alone: patterns such as `%H:%M` would bring their interpreter into every page.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::detail::{Detail, DetailKind, DetailValue};
use super::lang::Lang;

/// A moment as messages print it, to the minute: `2022-03-08 15:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub NaiveDateTime);

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.date(), written_time(self.0.time()))
    }
}

impl Detail for Moment {
    const KIND: DetailKind = DetailKind::Text;
    fn detail(&self) -> Option<DetailValue> {
        self.0.detail()
    }
    fn said(&self, _: Lang) -> String {
        self.to_string()
    }
}

impl Detail for NaiveDateTime {
    const KIND: DetailKind = DetailKind::Text;
    fn detail(&self) -> Option<DetailValue> {
        Some(DetailValue::Text(written_moment(*self)))
    }
}

/// A date (日付) of the shape `0000-00-00`: one way to write it, without spaces or signs. Nothing when there is no such day.
///
/// ```
/// use vsys_core::base::read_date;
/// assert_eq!(read_date("2021-05-10").map(|day| day.to_string()).as_deref(), Some("2021-05-10"));
/// assert_eq!(read_date("2021-02-29"), None);
/// ```
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
        return None;
    };
    let year = i32::try_from(digits(&[a, b, c, d])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[e, f])?, digits(&[g, h])?)
}

/// A time of day (時刻) of the shape `00:00` or `00:00:00`, from 00:00 to 23:59:59.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute, second) = match *text.as_bytes() {
        [a, b, b':', c, d] => ([a, b], [c, d], [b'0', b'0']),
        [a, b, b':', c, d, b':', e, f] => ([a, b], [c, d], [e, f]),
        _ => return None,
    };
    NaiveTime::from_hms_opt(digits(&hour)?, digits(&minute)?, digits(&second)?)
}

/// A moment (日時) of the shape `0000-00-00T00:00`.
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once('T')?;
    let time = if time.len() == 5 { read_time(time)? } else { return None };
    Some(read_date(date)?.and_time(time))
}

/// A time of day to the minute, as [`read_time`] reads it.
pub fn written_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A moment to the minute, as [`read_moment`] reads it.
///
/// ```
/// use vsys_core::base::{read_moment, written_moment};
/// let moment = read_moment("2022-03-08T15:00").unwrap();
/// assert_eq!(written_moment(moment), "2022-03-08T15:00");
/// assert_eq!(read_moment("2022-03-08T24:00"), None);
/// ```
pub fn written_moment(moment: NaiveDateTime) -> String {
    format!("{}T{}", moment.date(), written_time(moment.time()))
}

/// The number that some ASCII digits write.
fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn every_day_and_minute_is_written_and_read_as_by_chrono() {
        let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap();
        for day in (0..3_652_425).step_by(37).map(|days| first + Days::new(days)) {
            assert_eq!(read_date(&day.format("%Y-%m-%d").to_string()), Some(day));
        }
        for minute in 0..24 * 60 {
            let moment = first.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
            let text = moment.format("%Y-%m-%dT%H:%M").to_string();
            assert_eq!(written_moment(moment), text);
            assert_eq!(read_moment(&text), Some(moment));
            assert_eq!(Moment(moment).to_string(), moment.format("%Y-%m-%d %H:%M").to_string());
        }
    }

    #[test]
    fn a_date_and_a_time_have_one_shape() {
        for (text, is) in [
            ("2021-05-10", true),
            ("2024-02-29", true),
            ("2021-02-29", false),
            ("2021-13-01", false),
            ("2021- 5-10", false),
            ("+021-05-10", false),
            ("2021-5-100", false),
            ("2021/05/10", false),
            ("２０２１-05-10", false),
            ("", false),
        ] {
            assert_eq!(read_date(text).is_some(), is, "{text}");
        }
        for (text, is) in [("09:30", true), ("23:59:59", true), ("24:00", false), ("9:30", false), ("09:30:60", false)]
        {
            assert_eq!(read_time(text).is_some(), is, "{text}");
        }
        for text in ["2021-05-10", "2021-05-10 09:30", "2021-05-10T09:30:00", "2021-05-10T24:00", "T"] {
            assert_eq!(read_moment(text), None, "{text}");
        }
        assert_eq!(read_date("0004-02-29").map(|date| date.to_string()).as_deref(), Some("0004-02-29"));
        assert_eq!(read_time("09:30").map(|time| time.to_string()).as_deref(), Some("09:30:00"));
    }
}
