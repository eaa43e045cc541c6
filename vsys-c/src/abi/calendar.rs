//! Holidays, cycles and deadlines.

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, copy, fill, guard, put, tell};
use crate::calendar;
use crate::call::rules;

/// One cycle (クール).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_cycle {
    /// When changes close (計画変更〆切), JST, `YYYYMMDDhhmm`; 0 where not published.
    pub deadline: u64,
    /// Its number, from 1.
    pub number: u32,
    /// The first day of vaccination, `YYYYMMDD`.
    pub start: u32,
    /// The last day of vaccination, `YYYYMMDD`.
    pub end: u32,
    /// The Monday of the delivery week (配送週), `YYYYMMDD`; 0 where not published.
    pub delivery_week: u32,
}

/// Tells whether a day is a national holiday (国民の祝日・休日): 1 or 0. Source: 内閣府「国民の祝日について」.
///
/// Errors: `calendar.holiday.outside_table` (an unknown year is never a working day), `c.argument.value` (the day),
/// `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `holiday` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_holiday(book: *const vsys_book, day: u32, holiday: *mut u32) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("holiday", holiday, || Ok(u32::from(calendar::holiday(&*rules(book.addr())?, day)?.is_some())))
    })
}

/// Copies the name of the holiday on a day, at most `VSYS_TEXT_MAX` bytes; none on any other day.
///
/// Errors: as `vsys_holiday`, and those of `vsys_answer_copy`.
///
/// # Safety
/// As `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_holiday_name_copy(
    book: *const vsys_book,
    day: u32,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let book = rules(book.addr())?;
        copy(calendar::holiday(&book, day)?.unwrap_or_default().as_bytes(), buffer, capacity, written)
    })
}

/// Lists the cycles from a first day of vaccination on, a Monday, as `calendar.cycles` does (クールの一覧). `calendar` is
/// the id of a calendar of the tables; without one (NULL, 0) it is the workplace booster's of 2022. `cycles` has room
/// for `count` of them, 1 to 1,000; `assumptions` may be NULL. Source: CYC-6, CYC-7.
///
/// Errors: `calendar.calendar.unknown`, `calendar.cycle.weekday`, `calendar.cycle.count`, `calendar.date.outside`;
/// `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.argument.utf8`,
/// `c.handle.stale`.
///
/// # Safety
/// `calendar` points to `calendar_len` bytes, `cycles` to `count` records that can be written, and `assumptions` is NULL
/// or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cycles(
    book: *const vsys_book,
    calendar: *const u8,
    calendar_len: usize,
    start: u32,
    count: u32,
    cycles: *mut vsys_cycle,
    assumptions: *mut u64,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let calendar = bytes("calendar", calendar, calendar_len)?;
        let (listed, resting) = calendar::cycles(&*rules(book.addr())?, calendar, start, count)?;
        fill("cycles", cycles, &listed)?;
        tell(assumptions, resting);
        Ok(())
    })
}

/// Gives the deadline of one cycle (計画変更〆切), JST, `YYYYMMDDhhmm`, as `calendar.deadline` does. `start` is the first day
/// of vaccination of the cycle, `first` is 1 for the first cycle of the calendar, else 0; `calendar` and `assumptions`
/// are as in `vsys_cycles`. Source: CYC-6, CYC-9.
///
/// Errors: `calendar.deadline.missing` where the rule is not published, `calendar.calendar.unknown`,
/// `calendar.cycle.weekday`, `calendar.date.outside`; `c.argument.value` (the day, `first`), `c.argument.null`,
/// `c.argument.length`, `c.argument.utf8`, `c.handle.stale`.
///
/// # Safety
/// `calendar` points to `calendar_len` bytes, `deadline` can be written, and `assumptions` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cycle_deadline(
    book: *const vsys_book,
    calendar: *const u8,
    calendar_len: usize,
    start: u32,
    first: u32,
    deadline: *mut u64,
    assumptions: *mut u64,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("deadline", deadline, || {
            let calendar = bytes("calendar", calendar, calendar_len)?;
            let (closes, resting) = calendar::deadline(&*rules(book.addr())?, calendar, start, first)?;
            tell(assumptions, resting);
            Ok(closes)
        })
    })
}

/// Gives the whole minutes from a moment to a deadline, both JST, `YYYYMMDDhhmm`; `VSYS_NONE` when it has passed. In the
/// printed minute itself, with 0 minutes left, it is still met (`VSYS_ASSUMPTION_CUT_OFF`). Source: CYC-9; ruling cut-off.
///
/// Errors: `c.argument.value` (either moment), `c.argument.null`.
///
/// # Safety
/// `minutes` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_deadline_minutes(deadline: u64, now: u64, minutes: *mut u64) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("minutes", minutes, || calendar::minutes(deadline, now)) })
}
