//! Posted hours, and the classes of time and age.

use core::ptr::without_provenance_mut;
use std::sync::Arc;

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, guard, put, tell};
use crate::call::rules;
use crate::handle::HOURS;
use crate::time_class;

/// What was done: a vaccination (接種).
pub const VSYS_SERVICE_VACCINATION: u32 = 0;

/// What was done: a consultation alone (予診のみ).
pub const VSYS_SERVICE_CONSULTATION_ONLY: u32 = 1;

/// The class of age: six and over (6歳以上).
pub const VSYS_AGE_CLASS_SIX_AND_OVER: u32 = 0;

/// The class of age: under six (6歳未満).
pub const VSYS_AGE_CLASS_UNDER_SIX: u32 = 1;

/// The class of time: within hours (時間内).
pub const VSYS_TIME_CLASS_REGULAR: u32 = 0;

/// The class of time: outside hours (時間外).
pub const VSYS_TIME_CLASS_OFF_HOURS: u32 = 1;

/// The class of time: on a holiday (休日).
pub const VSYS_TIME_CLASS_HOLIDAY: u32 = 2;

/// The form has no coupon (接種券貼付なし).
pub const VSYS_COUPON_WITHOUT: u32 = 0;

/// The form carries a coupon (接種券貼付あり).
pub const VSYS_COUPON_WITH: u32 = 1;

/// Why a class of time: within the posted hours (診療時間内).
pub const VSYS_TIME_REASON_WITHIN_HOURS: u32 = 1;

/// Why a class of time: outside them (診療時間外).
pub const VSYS_TIME_REASON_OUTSIDE_HOURS: u32 = 2;

/// Why a class of time: a Sunday (日曜日).
pub const VSYS_TIME_REASON_SUNDAY: u32 = 3;

/// Why a class of time: a national holiday that is no Sunday (国民の祝日).
pub const VSYS_TIME_REASON_NATIONAL_HOLIDAY: u32 = 4;

/// Why a class of time: a day on which no consultation hours begin (診療時間のない日).
pub const VSYS_TIME_REASON_NO_HOURS: u32 = 5;

/// The hours that an institution has posted (診療時間), made by `vsys_hours_new`, freed by `vsys_hours_free`.
pub struct vsys_hours {
    _opaque: [u8; 0],
}

/// The class of time of a vaccination with its reason (時間区分).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_time {
    /// What it rests on: `VSYS_ASSUMPTION_HOURS_EDGE`, `VSYS_ASSUMPTION_PAST_MIDNIGHT`.
    pub assumptions: u64,
    /// `VSYS_TIME_CLASS_…`.
    pub time_class: u32,
    /// `VSYS_TIME_REASON_…`.
    pub reason: u32,
    /// The day on which the posted span begins in which it lies, `YYYYMMDD`; 0 when it lies in none.
    pub span_day: u32,
    /// The first minute of that span, `hhmm`.
    pub span_from: u32,
    /// The minute in which that span is over, `hhmm`.
    pub span_until: u32,
}

/// Reads the posted hours of an institution: the member `hours` of `claims.classify`, such as
/// `{"monday":[{"from":"09:00","until":"12:00"}]}`. The caller frees them.
///
/// Errors: every fault of the text or of the hours at once; `c.argument.null`, `c.argument.length`.
///
/// # Safety
/// `json` points to `json_len` bytes, and `hours` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_hours_new(
    json: *const u8,
    json_len: usize,
    hours: *mut *mut vsys_hours,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("hours", hours, || {
            let read = vsys_wire::read_posted_hours(bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(HOURS.keep(Arc::new(read))))
        })
    })
}

/// Frees posted hours; NULL is fine, and so are hours that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_hours_free(hours: *mut vsys_hours) -> *mut vsys_error {
    guard(|| Ok(HOURS.free(hours.addr())?))
}

/// Gives the class of time of a vaccination at a moment, JST, `YYYYMMDDhhmm`, as `claims.classify` does (時間区分の判定).
/// Source: F-TIME; rulings time-class, hours-edge, past-midnight.
///
/// Errors: `calendar.holiday.outside_table`; `c.argument.value` (the moment), `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `time` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_time_class(
    book: *const vsys_book,
    hours: *const vsys_hours,
    at: u64,
    time: *mut vsys_time,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("time", time, || time_class::judge(&*rules(book.addr())?, &*HOURS.look(hours.addr())?, at)) })
}

/// Gives the class of age of somebody born on a day, on the day of vaccination: `VSYS_AGE_CLASS_…` (6歳未満). `assumptions`
/// may be NULL; on the eve of the sixth birthday it is `VSYS_ASSUMPTION_AGE_UNDER_SIX`. Source: F-AGE.
///
/// Errors: `claims.birth.after_vaccination`; `c.argument.value` (either day), `c.argument.null`.
///
/// # Safety
/// `age_class` can be written, and `assumptions` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_age_class(
    birth_day: u32,
    day: u32,
    age_class: *mut u32,
    assumptions: *mut u64,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("age_class", age_class, || {
            let (class, resting) = time_class::age_class(birth_day, day)?;
            tell(assumptions, resting);
            Ok(class)
        })
    })
}
