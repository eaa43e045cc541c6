//! The rows of a plan at a moment.

use core::ptr::without_provenance_mut;
use std::sync::Arc;

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, column, fill, guard, put, tell};
use crate::call::rules;
use crate::handle::TIMETABLES;
use crate::plan::Cycles;

/// Of a row of a plan: it can be changed (変更可).
pub const VSYS_ROW_OPEN: u32 = 1;

/// Of a row of a plan: the allocation of a cycle is being worked on, and no row can be changed (分配作業期間中).
pub const VSYS_ROW_FROZEN: u32 = 2;

/// Of a row of a plan: the amount of its cycle is fixed for all sites (分配量確定済).
pub const VSYS_ROW_CONFIRMED: u32 = 3;

/// Of a row of a plan: its vaccination period is over (過去分).
pub const VSYS_ROW_PAST: u32 = 4;

/// The cycles of plans with their packs and confirmations (計画の対象クール), made by `vsys_timetable_new`, freed by
/// `vsys_timetable_free`.
pub struct vsys_timetable {
    _opaque: [u8; 0],
}

/// A row of a plan as the screen shows it (PLN-4).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_plan_row {
    /// When changes close (計画変更〆切), JST, `YYYYMMDDhhmm`.
    pub deadline: u64,
    /// When the amount of the cycle was fixed for all sites, `YYYYMMDDhhmm`; 0 while it is not.
    pub confirmed_at: u64,
    /// The first minute at which the status holds, `YYYYMMDDhhmm`; 0 while nothing has ever closed the row.
    pub since: u64,
    /// The last minute at which the row can be changed, `YYYYMMDDhhmm`; 0 for a closed row.
    pub until: u64,
    /// Vaccine boxes (接種計画量).
    pub boxes: u64,
    /// The same in doses (回接種分).
    pub doses: u64,
    /// Doses of one vaccine box.
    pub doses_per_box: u64,
    /// What the vaccine boxes fill in, in needle boxes.
    pub filled: u64,
    /// Needle boxes after any lowering; syringes are the same.
    pub needles: u64,
    /// The same needles in pieces (本).
    pub pieces: u64,
    /// Pieces of one needle box.
    pub pieces_per_box: u64,
    /// The number of the cycle, from 1.
    pub cycle: u32,
    /// The first day of vaccination, `YYYYMMDD`.
    pub start: u32,
    /// The last day of vaccination, `YYYYMMDD`.
    pub end: u32,
    /// The Monday of the delivery week (配送週), `YYYYMMDD`.
    pub delivery_week: u32,
    /// `VSYS_ROW_…`.
    pub status: u32,
    /// Of a frozen row the first of the cycles whose allocation is being worked on, else 0.
    pub frozen_by: u32,
}

/// Reads the cycles that plans have in common: `{"setup":{…},"confirmed":[…]}`, the members of a plan and of `plan.status` of
/// the same names. The caller frees them. Source: CYC-6, PLN-4; ruling product-packs.
///
/// Errors: every fault of the text, of the product or of the calendar at once; `c.argument.null`, `c.argument.length`,
/// `c.handle.stale`.
///
/// # Safety
/// `json` points to `json_len` bytes, and `timetable` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_timetable_new(
    book: *const vsys_book,
    json: *const u8,
    json_len: usize,
    timetable: *mut *mut vsys_timetable,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("timetable", timetable, || {
            let read = Cycles::read(&*rules(book.addr())?, bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(TIMETABLES.keep(Arc::new(read))))
        })
    })
}

/// Frees a timetable; NULL is fine, and so is one that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_timetable_free(timetable: *mut vsys_timetable) -> *mut vsys_error {
    guard(|| Ok(TIMETABLES.free(timetable.addr())?))
}

/// Gives how many cycles a timetable has: the rows of every plan.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `count` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_timetable_len(timetable: *const vsys_timetable, count: *mut usize) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("count", count, || Ok(TIMETABLES.look(timetable.addr())?.len())) })
}

/// Shows the rows of one plan at a moment, JST, `YYYYMMDDhhmm`, as `plan.status` does (計画の行の状態): `count` vaccine boxes and
/// needle boxes, one a cycle, in; as many rows out. `assumptions` may be NULL. Source: PLN-3, PLN-4, PLN-9; rulings
/// plan-freeze, cut-off.
///
/// Errors, all at once with their rows: `base.quantity.too_large`; `c.argument.count` (another number of rows than of cycles),
/// `c.argument.value` (the moment), `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.handle.stale`. Then
/// nothing is written.
///
/// # Safety
/// `boxes` and `needles` point to `count` numbers that nobody changes, `rows` to `count` records that can be written;
/// `assumptions` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_plan_rows(
    timetable: *const vsys_timetable,
    now: u64,
    boxes: *const u64,
    needles: *const u64,
    count: usize,
    rows: *mut vsys_plan_row,
    assumptions: *mut u64,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let timetable = TIMETABLES.look(timetable.addr())?;
        let (boxes, needles) = (column("boxes", boxes, count)?, column("needles", needles, count)?);
        let (told, resting) = timetable.rows(now, boxes, needles)?;
        fill("rows", rows, &told)?;
        tell(assumptions, resting);
        Ok(())
    })
}
