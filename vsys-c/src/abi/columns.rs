//! Columns of claim lines: priced one by one, or summed.

use core::ptr::without_provenance_mut;
use std::sync::Arc;

use vsys_core::claims::{KeyColumns, LineColumns, PriceColumns};

use super::call::{vsys_answer, vsys_book, vsys_error};
use super::memory::{apart, bytes, column, column_mut, fill, guard, put, take, tell};
use crate::call::rules;
use crate::columns::{self, Sums};
use crate::failure::Failure;
use crate::handle::{ANSWERS, PRICES, SUMS};
use crate::problem::CProblem;
use crate::time::day;

/// A compiled price table (単価表), made by `vsys_prices_new`, freed by `vsys_prices_free`.
pub struct vsys_prices {
    _opaque: [u8; 0],
}

/// Sums of claim lines (集計), made by `vsys_sums_new`, freed by `vsys_sums_free`.
pub struct vsys_sums {
    _opaque: [u8; 0],
}

/// Claim lines in columns of `rows` numbers each (請求の明細).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_lines {
    /// How many rows there are; with none the columns may be NULL.
    pub rows: usize,
    /// The day of vaccination (接種日), in days from `day_zero`.
    pub day: *const i32,
    /// How many (件数).
    pub count: *const u32,
    /// `VSYS_SERVICE_…`.
    pub service: *const u8,
    /// `VSYS_AGE_CLASS_…`.
    pub age_class: *const u8,
    /// `VSYS_TIME_CLASS_…`.
    pub time_class: *const u8,
    /// `VSYS_COUPON_…`.
    pub coupon: *const u8,
    /// The day that the column of days counts from, `YYYYMMDD`; 19700101 for days of Unix.
    pub day_zero: u32,
}

/// Where the prices of claim lines are written, in yen, as many rows as there are lines. A row without a price has
/// `VSYS_NONE` in every column.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_price_columns {
    /// The price of one before tax (単価).
    pub unit: *mut u64,
    /// Count times price, before tax.
    pub net: *mut u64,
    /// The tax of the line, rounded once; net and tax are the amount (請求金額).
    pub tax: *mut u64,
}

/// A sum of claim lines; each figure 0 to 2^53-1, net and tax together too.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_sum {
    /// How many (件数).
    pub count: u64,
    /// Yen before tax.
    pub net: u64,
    /// The tax, rounded line by line.
    pub tax: u64,
}

/// Reads a price table, `{"periods":[…],"rounding":"floor"}`; without periods it is the tariff's (`{}`). The caller frees it.
/// Source: CLM-1, CLM-2, CLM-3, CLM-17; F-PRICE.
///
/// Errors: every fault of the text or of the periods at once; `c.argument.null`, `c.argument.length`, `c.handle.stale`.
///
/// # Safety
/// `json` points to `json_len` bytes, and `prices` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_prices_new(
    book: *const vsys_book,
    json: *const u8,
    json_len: usize,
    prices: *mut *mut vsys_prices,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("prices", prices, || {
            let table = columns::prices(&*rules(book.addr())?, bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(PRICES.keep(Arc::new(table))))
        })
    })
}

/// Frees a price table; NULL is fine, and so is one that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_prices_free(prices: *mut vsys_prices) -> *mut vsys_error {
    guard(|| Ok(PRICES.free(prices.addr())?))
}

/// Prices claim lines one by one into columns, on up to `threads` threads (0 is as 1). `wrong` tells how many rows have no
/// price; `notes`, which may be NULL, is an answer that the caller frees, `{"assumptions":[…],"findings":[…]}`: every kind
/// of fault with the number of its rows, at its column and the first of them, counted from 0 (`/day/17`). Source: CLM-1, CLM-2, CLM-3,
/// CLM-17; rulings tariff, tax, rounding.
///
/// Errors: `c.argument.value` (the day zero), `c.argument.null`, `c.argument.length`, `c.argument.alignment`,
/// `c.argument.overlap` (a column that is written lies upon another), `c.handle.stale`. Then nothing is written.
///
/// # Safety
/// `lines` and `columns` can be read, each column of `lines` points to `rows` numbers that nobody changes, each of `columns`
/// to `rows` that nobody else reads or writes; `wrong` can be written, and `notes` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_price_lines(
    prices: *const vsys_prices,
    lines: *const vsys_lines,
    columns: *const vsys_price_columns,
    threads: u32,
    wrong: *mut u64,
    notes: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("wrong", wrong, || {
            let prices = PRICES.look(prices.addr())?;
            let (given, columns) = (take("lines", lines)?, take("columns", columns)?);
            let rows = given.rows;
            let lines = line_columns(&given)?;
            apart(
                &[("unit", columns.unit.addr()), ("net", columns.net.addr()), ("tax", columns.tax.addr())]
                    .map(|(name, start)| (name, start, rows.saturating_mul(8))),
                &[(given.day.addr(), rows.saturating_mul(4)), (given.count.addr(), rows.saturating_mul(4))]
                    .into_iter()
                    .chain(
                        [given.service, given.age_class, given.time_class, given.coupon]
                            .map(|codes| (codes.addr(), rows)),
                    )
                    .collect::<Vec<_>>(),
            )?;
            let columns = PriceColumns {
                unit: column_mut("unit", columns.unit, rows)?,
                net: column_mut("net", columns.net, rows)?,
                tax: column_mut("tax", columns.tax, rows)?,
            };
            let report = columns::price(&prices, &lines, columns, threads)?;
            if !notes.is_null() {
                tell(notes, without_provenance_mut(ANSWERS.keep(columns::notes(&report))));
            }
            Ok(report.wrong())
        })
    })
}

/// Makes sums for institutions and municipalities with indices from 0, at most 2^24 of either. The caller frees them.
///
/// Errors: `base.quantity.too_large`, `c.argument.null`.
///
/// # Safety
/// `sums` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_new(
    institutions: u64,
    municipalities: u64,
    sums: *mut *mut vsys_sums,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("sums", sums, || {
            let made = Sums::try_new(institutions, municipalities)?;
            Ok(without_provenance_mut(SUMS.keep(Arc::new(made))))
        })
    })
}

/// Frees sums; NULL is fine, and so are sums that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_sums_free(sums: *mut vsys_sums) -> *mut vsys_error {
    guard(|| Ok(SUMS.free(sums.addr())?))
}

/// Prices claim lines and adds them to sums by institution, and by municipality and coupon (集計), on up to `threads` threads.
/// `institution` and `municipality` are indices, one a row. A row without a price, or with an index out of range, is in no
/// sum and counted; see `vsys_sums_notes`. Threads may add to the same sums, one after the other. Source: CLM-12, CLM-14,
/// CLM-17.
///
/// Errors: `base.quantity.too_large` (more than 2^53-1 of services or of yen); `c.argument.value` (the day zero),
/// `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.handle.stale`. Then nothing is added.
///
/// # Safety
/// `lines` can be read, and each column points to `rows` numbers that nobody changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_add(
    sums: *mut vsys_sums,
    prices: *const vsys_prices,
    lines: *const vsys_lines,
    institution: *const u32,
    municipality: *const u32,
    threads: u32,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let (sums, prices, lines) = (SUMS.look(sums.addr())?, PRICES.look(prices.addr())?, take("lines", lines)?);
        let keys = KeyColumns {
            institution: column("institution", institution, lines.rows)?,
            municipality: column("municipality", municipality, lines.rows)?,
        };
        sums.add(&prices, &line_columns(&lines)?, &keys, threads)
    })
}

/// Adds other sums, over the same institutions and municipalities; those stay as they are.
///
/// Errors: `claims.sums.keys`, `base.quantity.too_large`, `c.argument.null`, `c.handle.stale`. Then nothing is added.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_sums_merge(sums: *mut vsys_sums, later: *const vsys_sums) -> *mut vsys_error {
    guard(|| SUMS.look(sums.addr())?.merge(&*SUMS.look(later.addr())?))
}

/// Gives the sum of everything.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `total` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_total(sums: *const vsys_sums, total: *mut vsys_sum) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("total", total, || Ok(SUMS.look(sums.addr())?.total())) })
}

/// Copies the sums by institution, as many as there are institutions, which is `count`.
///
/// Errors: `c.argument.count` (another number), `c.argument.null`, `c.argument.alignment`, `c.handle.stale`.
///
/// # Safety
/// `institutions` points to `count` records that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_institutions(
    sums: *const vsys_sums,
    count: usize,
    institutions: *mut vsys_sum,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let held = SUMS.look(sums.addr())?.institutions();
        all("institutions", institutions, count, &held)
    })
}

/// Copies the sums by municipality of one kind of coupon, `VSYS_COUPON_…`, as many as there are municipalities, which is
/// `count`.
///
/// Errors: as `vsys_sums_institutions`, and `c.argument.value` (the coupon).
///
/// # Safety
/// `municipalities` points to `count` records that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_municipalities(
    sums: *const vsys_sums,
    coupon: u32,
    count: usize,
    municipalities: *mut vsys_sum,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let held = SUMS.look(sums.addr())?.municipalities(coupon)?;
        all("municipalities", municipalities, count, &held)
    })
}

/// Tells how many rows there were in all and how many are in no sum; `notes`, which may be NULL, is as in `vsys_price_lines`.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `rows` and `wrong` can be written, and `notes` is NULL or can be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_sums_notes(
    sums: *const vsys_sums,
    rows: *mut u64,
    wrong: *mut u64,
    notes: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        if rows.is_null() {
            return Err(CProblem::ArgumentNull { argument: "rows" }.into());
        }
        put("wrong", wrong, || {
            let report = SUMS.look(sums.addr())?.report();
            if !notes.is_null() {
                tell(notes, without_provenance_mut(ANSWERS.keep(columns::notes(&report))));
            }
            tell(rows, report.rows());
            Ok(report.wrong())
        })
    })
}

/// Copies all of some records to a column that has to have room for exactly them.
///
/// # Safety
/// As [`fill`].
unsafe fn all<T: Copy>(argument: &'static str, start: *mut T, count: usize, records: &[T]) -> Result<(), Failure> {
    if count != records.len() {
        return Err(CProblem::ArgumentCount { argument, needed: records.len() }.into());
    }
    // SAFETY: the caller's promise.
    Ok(unsafe { fill(argument, start, records) }?)
}

/// The columns of lines.
///
/// # Safety
/// Each column points to as many numbers as there are rows.
unsafe fn line_columns<'a>(lines: &vsys_lines) -> Result<LineColumns<'a, i32, u32>, CProblem> {
    let rows = lines.rows;
    // SAFETY: the caller's promise.
    unsafe {
        Ok(LineColumns {
            day_zero: day("day_zero", lines.day_zero)?,
            day: column("day", lines.day, rows)?,
            count: column("count", lines.count, rows)?,
            service: column("service", lines.service, rows)?,
            age: column("age_class", lines.age_class, rows)?,
            time: column("time_class", lines.time_class, rows)?,
            coupon: column("coupon", lines.coupon, rows)?,
        })
    }
}
