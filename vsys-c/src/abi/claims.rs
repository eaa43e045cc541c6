//! A batch of vaccinations: rows in, sheets and totals out.

use core::ptr::without_provenance_mut;
use std::sync::Arc;

use super::call::{vsys_answer, vsys_book, vsys_error};
use super::findings::vsys_findings;
use super::memory::{bytes, column, fill, guard, put, tell};
use super::shared::vsys_text;
use crate::call::rules;
use crate::claims::{Claims, Row};
use crate::failure::Failure;
use crate::handle::{ANSWERS, CLAIMS, FINDINGS};
use crate::problem::CProblem;

/// Of a row: counted on the sheets.
pub const VSYS_CLAIM_COUNTED: u32 = 0;

/// Of a row: kept out, for the reasons that its findings tell.
pub const VSYS_CLAIM_KEPT_OUT: u32 = 1;

/// A batch of vaccinations that are claimed together (請求の集計), made by `vsys_claims_new`, freed by `vsys_claims_free`.
pub struct vsys_claims {
    _opaque: [u8; 0],
}

/// A vaccination, or a consultation without one, as it is claimed (請求の明細). What is known twice must agree: a class of
/// age beside the birth date, a class of time beside the time of day.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_claim {
    /// The code of the municipality that issued the coupon (市町村コード), six digits; a ward stands for its city.
    pub municipality: vsys_text,
    /// The number of the coupon (券番号), ten digits; `{ NULL, 0 }` = none, and the row cannot be compared with others.
    pub number: vsys_text,
    /// The day of vaccination (接種日), `YYYYMMDD`.
    pub day: u32,
    /// The time of day, `hhmm`, judged by the posted hours where these were given; `VSYS_UNKNOWN` = none.
    pub time: u32,
    /// `VSYS_TIME_CLASS_…` as claimed; `VSYS_UNKNOWN` = by time of day and posted hours.
    pub time_class: u32,
    /// The birth date, `YYYYMMDD`; 0 = none.
    pub birth_day: u32,
    /// `VSYS_AGE_CLASS_…` as claimed; `VSYS_UNKNOWN` = by the birth date.
    pub age_class: u32,
    /// `VSYS_SERVICE_…`.
    pub service: u32,
    /// `VSYS_COUPON_…`.
    pub coupon: u32,
    /// Which dose it was, 1 to 255; 0 = not told.
    pub dose: u32,
    /// 1 when the form was claimed before and came back (返戻), else 0.
    pub returned: u32,
}

/// How a batch stands.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_claims_total {
    /// Rows that were given.
    pub rows: u64,
    /// Rows that are counted.
    pub counted: u64,
    /// Rows that are kept out.
    pub kept_out: u64,
    /// Rows that are counted and that no number of a coupon lets compare.
    pub uncompared: u64,
    /// What it rests on: `VSYS_ASSUMPTION_…`.
    pub assumptions: u64,
}

/// Cases of one kind (請求件数).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_case {
    /// How many, at least 1.
    pub count: u64,
    /// The code of the municipality that pays, as a number.
    pub municipality: u32,
    /// `VSYS_COUPON_…`.
    pub coupon: u32,
    /// `VSYS_SERVICE_…`.
    pub service: u32,
    /// `VSYS_AGE_CLASS_…`.
    pub age_class: u32,
    /// `VSYS_TIME_CLASS_…`.
    pub time_class: u32,
}

/// Surcharges that are claimed from a municipality apart from the fee (別請求).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_apart {
    /// How many, at least 1.
    pub count: u64,
    /// The surcharge of one, yen before tax.
    pub unit: u64,
    /// The surcharges before tax.
    pub net: u64,
    /// The same with tax, rounded once.
    pub amount: u64,
    /// The code of the municipality, as a number.
    pub municipality: u32,
    /// The month of vaccination, `YYYYMM`.
    pub month: u32,
    /// `VSYS_TIME_CLASS_…`: whose surcharge it is.
    pub time_class: u32,
}

/// Begins a batch. `json` holds the members of `claims.check` that rows are held against: `billing_month`, and perhaps `site`
/// and `hours`. The tables of `book` stay with the batch. The caller frees it. Source: CLM-7, CLM-8, CLM-11, CLM-15.
///
/// Errors: every fault of the text or of the hours at once; `claims.month.no_claims`; `c.argument.null`, `c.argument.length`,
/// `c.handle.stale`.
///
/// # Safety
/// `json` points to `json_len` bytes, and `claims` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_new(
    book: *const vsys_book,
    json: *const u8,
    json_len: usize,
    claims: *mut *mut vsys_claims,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("claims", claims, || {
            let begun = Claims::try_new(rules(book.addr())?, bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(CLAIMS.keep(Arc::new(begun))))
        })
    })
}

/// Frees a batch; NULL is fine, and so is one that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_claims_free(claims: *mut vsys_claims) -> *mut vsys_error {
    guard(|| Ok(CLAIMS.free(claims.addr())?))
}

/// Judges `count` rows and counts them (請求明細の判定と集計). What is wrong with a row is no error of the call: the row is kept
/// out and told. `outcomes`, which may be NULL, gets `VSYS_CLAIM_…` for each; `findings`, which may be NULL, everything that
/// was found, warnings too, which the caller frees. Threads may add to the same batch, one after the other: rows are counted
/// from 0 in the order in which they come, and a double claim names the row that came first. Source: CLM-1, CLM-2, CLM-7,
/// CLM-8, CLM-11, CLM-15; F-AGE, F-TIME, F-VRS.
///
/// Errors: `c.argument.null`, `c.argument.length` (a text too), `c.argument.alignment`, `c.handle.stale`. Then no row is
/// counted.
///
/// # Safety
/// `rows` points to `count` records that nobody changes, each text has its length; `outcomes` is NULL or points to `count`
/// numbers that can be written, and `findings` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_add(
    claims: *mut vsys_claims,
    rows: *const vsys_claim,
    count: usize,
    outcomes: *mut u32,
    findings: *mut *mut vsys_findings,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let claims = CLAIMS.look(claims.addr())?;
        let read = column("rows", rows, count)?.iter().map(|claim| row(claim)).collect::<Result<Vec<_>, _>>()?;
        if !outcomes.is_null() {
            // So that nothing is counted that cannot be told.
            column("outcomes", outcomes.cast_const(), count)?;
        }
        let (done, found) = claims.add(&read);
        if !outcomes.is_null() {
            fill("outcomes", outcomes, &done)?;
        }
        if !findings.is_null() {
            tell(findings, without_provenance_mut(FINDINGS.keep(Arc::new(found))));
        }
        Ok(())
    })
}

/// Tells how a batch stands.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `total` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_totals(
    claims: *const vsys_claims,
    total: *mut vsys_claims_total,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("total", total, || Ok(CLAIMS.look(claims.addr())?.total())) })
}

/// Copies the cases with their counts, in the order of coupon, municipality, service, age and time, into `cases`, which has
/// room for `capacity` of them; `written` tells how many there are. At most 24 come of one municipality. Source: CLM-14.
///
/// Errors: `c.buffer.too_small` (`details.needed` tells how many there are), `c.argument.null`, `c.argument.length`,
/// `c.argument.alignment`, `c.handle.stale`.
///
/// # Safety
/// `cases` points to `capacity` records that can be written, and so can `written`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_cases(
    claims: *const vsys_claims,
    capacity: usize,
    cases: *mut vsys_case,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { some("cases", cases, capacity, written, &CLAIMS.look(claims.addr())?.cases()) })
}

/// Copies the surcharges that are claimed apart, by municipality, month and class of time, as `vsys_claims_cases` does, with
/// its errors; `rounding` is `VSYS_ROUNDING_…`, `assumptions`, what the amounts rest on, may be NULL. Source: CLM-8, CLM-10.
///
/// # Safety
/// As `vsys_claims_cases`; `assumptions` is NULL or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_apart(
    claims: *const vsys_claims,
    rounding: u32,
    capacity: usize,
    apart: *mut vsys_apart,
    written: *mut usize,
    assumptions: *mut u64,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let (held, resting) = CLAIMS.look(claims.addr())?.apart(rounding)?;
        some("apart", apart, capacity, written, &held)?;
        tell(assumptions, resting);
        Ok(())
    })
}

/// Makes the sheets of what was counted (請求総括書・市区町村別請求書), an answer of `claims.sheets` that the caller frees. `json`
/// is a request of `claims.sheets`; to its `cases`, which may be empty, come those of the batch. Source: CLM-4, CLM-12 to
/// CLM-17.
///
/// Errors: whatever `claims.sheets` refuses, every fault of the request at once; `c.argument.null`, `c.argument.length`,
/// `c.handle.stale`.
///
/// # Safety
/// `json` points to `json_len` bytes, and `answer` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_sheets(
    claims: *const vsys_claims,
    json: *const u8,
    json_len: usize,
    answer: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("answer", answer, || {
            let made = CLAIMS.look(claims.addr())?.sheets(bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(ANSWERS.keep(made)))
        })
    })
}

/// Gives what is to be known of the month of claim and what the batch rests on, `{"assumptions":[…],"findings":[…]}`, as an
/// answer that the caller frees.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `answer` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_claims_notes(
    claims: *const vsys_claims,
    answer: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("answer", answer, || Ok(without_provenance_mut(ANSWERS.keep(CLAIMS.look(claims.addr())?.notes()))))
    })
}

/// A row with its texts.
///
/// # Safety
/// Each text has its length.
unsafe fn row<'a>(claim: &vsys_claim) -> Result<Row<'a>, CProblem> {
    // SAFETY: the caller's promise.
    let text = |argument, text: vsys_text| unsafe { bytes(argument, text.start, text.len) };
    let number = match claim.number {
        vsys_text { start, len: 0 } if start.is_null() => None,
        written => Some(text("number", written)?),
    };
    Ok(Row { claim: *claim, municipality: text("municipality", claim.municipality)?, number })
}

/// Copies some records to a column that has room for more.
///
/// # Safety
/// As [`fill`] for as many as there is room for; `written` is NULL or can be written.
unsafe fn some<T: Copy>(
    argument: &'static str,
    start: *mut T,
    capacity: usize,
    written: *mut usize,
    records: &[T],
) -> Result<(), Failure> {
    // SAFETY: the caller's promise.
    unsafe {
        put("written", written, || {
            if isize::try_from(capacity.saturating_mul(size_of::<T>())).is_err() {
                return Err(CProblem::ArgumentLength { argument }.into());
            }
            if records.len() > capacity {
                return Err(CProblem::BufferTooSmall { needed: records.len(), capacity }.into());
            }
            fill(argument, start, records)?;
            Ok(records.len())
        })
    }
}
