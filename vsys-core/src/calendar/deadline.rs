//! Whether something is still in time.

use chrono::{NaiveDateTime, Timelike};

/// Whether a deadline printed to the minute is met (締切に間に合うか): it is while the clock, cut to
/// the minute, is not later than it (ruling cut-off; CYC-9, X-6).
///
/// ```
/// use chrono::NaiveDate;
/// use vsys_core::calendar::is_met;
/// let at = |h, m, s| NaiveDate::from_ymd_opt(2022, 3, 8).unwrap().and_hms_opt(h, m, s).unwrap();
/// assert!(is_met(at(15, 0, 0), at(15, 0, 59)));
/// assert!(!is_met(at(15, 0, 0), at(15, 1, 0)));
/// ```
pub fn is_met(deadline: NaiveDateTime, now: NaiveDateTime) -> bool {
    to_minute(now) <= to_minute(deadline)
}

/// Whole minutes until the deadline; nothing when it has passed.
pub fn minutes_left(deadline: NaiveDateTime, now: NaiveDateTime) -> Option<u64> {
    u64::try_from((to_minute(deadline) - to_minute(now)).num_minutes()).ok()
}

fn to_minute(time: NaiveDateTime) -> NaiveDateTime {
    time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time)
}
