//! The functions of `vsys.h`, and all of the unsafe code. Where a function does not say otherwise,
//! the conventions of the crate hold.

#![allow(unsafe_code, reason = "C passes raw pointers and links by name")]
#![allow(non_camel_case_types, reason = "named as in C")]

use core::ptr::without_provenance_mut;

use vsys_core::claims::{ScreeningBytes, check_form};
use vsys_core::rulebook::DATA_VERSION;
use vsys_wire::OPERATIONS;

use crate::call;
use crate::failure::{self, Failure, boundary};
use crate::form;
use crate::handle::{ANSWERS, BOOKS, ERRORS};
use crate::problem::CProblem;

/// The version of the ABI that this header declares; compare it with `vsys_abi_version()`.
pub const VSYS_ABI_VERSION: u32 = 1;

/// No name of an operation, code of an error or version is longer, in bytes.
pub const VSYS_NAME_MAX: usize = 64;

/// Of `vsys_form_limits`: the least age is told in years, reached on the eve of a birthday.
pub const VSYS_AGE_YEARS: u32 = 1;

/// Of `vsys_form_limits`: the least age is told in days since birth.
pub const VSYS_AGE_DAYS: u32 = 2;

/// A text in a record, such as `{ VSYS_TEXT("2022-12-07") }`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_text {
    /// Its first byte; NULL only with length 0.
    pub start: *const u8,
    /// Its length in bytes.
    pub len: usize,
}

/// What a screening form says (予診票の記載), as it is written. What is written wrong is a fault of the form and no error
/// of the call, bytes that are no text too.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_form {
    /// The coupon number (券番号), ten digits.
    pub coupon: vsys_text,
    /// The code of the municipality that issued the coupon (市町村コード), six digits.
    pub municipality: vsys_text,
    /// The birth date (生年月日), `YYYY-MM-DD`.
    pub birth_date: vsys_text,
    /// The day of vaccination (接種日), `YYYY-MM-DD`.
    pub date: vsys_text,
    /// The day of the dose before (前回接種日), `YYYY-MM-DD`; `{ NULL, 0 }` where there was none.
    pub previous_date: vsys_text,
    /// Which dose it is (回数), 1 to 7.
    pub dose: u64,
}

/// What forms are held against.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_form_limits {
    /// The fewest days from the dose before (接種間隔). None is published, so it must be said.
    pub minimum_interval_days: u32,
    /// The least age on the day of vaccination (接種対象年齢).
    pub minimum_age: u32,
    /// `VSYS_AGE_YEARS` or `VSYS_AGE_DAYS`.
    pub minimum_age_unit: u32,
    /// Today as eight digits, such as 20221231: no day of a form lies after it.
    pub today: u32,
}

/// Tables of the caller's own (ルールブック), made by `vsys_book_new`, freed by `vsys_book_free`.
pub struct vsys_book {
    _opaque: [u8; 0],
}

/// An answer or a schema (回答) as canonical JSON, freed by `vsys_answer_free`.
pub struct vsys_answer {
    _opaque: [u8; 0],
}

/// An error (エラー) as canonical JSON, `{"error":{"assumptions":[…],"code":…,"details":{…},"findings":[…],
/// "help":{"en":…,"ja":…},"message":{"en":…,"ja":…}}}`, freed by `vsys_error_free`.
pub struct vsys_error {
    _opaque: [u8; 0],
}

/// The version of the ABI of the library that was loaded. Cannot fail.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_abi_version() -> u32 {
    VSYS_ABI_VERSION
}

/// Copies the version of the library, such as `0.1.0`.
///
/// # Safety
/// As `vsys_answer_copy`, whose errors it has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_version_copy(buffer: *mut u8, capacity: usize, written: *mut usize) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(env!("CARGO_PKG_VERSION").as_bytes(), buffer, capacity, written) })
}

/// Copies the version of the bundled tables.
///
/// # Safety
/// As `vsys_answer_copy`, whose errors it has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_data_version_copy(
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(DATA_VERSION.as_bytes(), buffer, capacity, written) })
}

/// How many operations there are. Cannot fail.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_operation_count() -> usize {
    OPERATIONS.len()
}

/// Copies the name of an operation; `index` counts from 0 in the order of names.
///
/// Errors: `c.argument.index`, and those of `vsys_answer_copy`.
///
/// # Safety
/// As `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_operation_name_copy(
    index: usize,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(call::operation_name(index)?.as_bytes(), buffer, capacity, written) })
}

/// Gives the schema of an operation, `{"answer":…,"request":…}` in JSON Schema 2020-12, as an answer
/// that the caller frees.
///
/// Errors: `request.operation.unknown`, `c.argument.null`, `c.argument.length`, `c.argument.utf8`.
///
/// # Safety
/// `operation` points to `operation_len` bytes; `answer` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_schema(
    operation: *const u8,
    operation_len: usize,
    answer: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("answer", answer, || {
            let json = call::schema(bytes("operation", operation, operation_len)?)?;
            Ok(without_provenance_mut(ANSWERS.keep(json.into())))
        })
    })
}

/// Reads tables of the caller's own: a JSON object in which each of `products`, `holidays` and
/// `municipalities` replaces the bundled table as a whole. The caller frees the book.
///
/// Errors: every fault of the tables at once, `c.argument.null`, `c.argument.length`.
///
/// # Safety
/// `json` points to `json_len` bytes; `book` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_book_new(json: *const u8, json_len: usize, book: *mut *mut vsys_book) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("book", book, || {
            let read = call::read_book(bytes("json", json, json_len)?)?;
            Ok(without_provenance_mut(BOOKS.keep(read)))
        })
    })
}

/// Frees a book; NULL is fine, and so is a book that a call in another thread is using.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_book_free(book: *mut vsys_book) -> *mut vsys_error {
    guard(|| Ok(BOOKS.free(book.addr())?))
}

/// Runs an operation on a request in JSON; `book` NULL stands for the bundled tables. The caller frees
/// the answer, `{"answer":…,"assumptions":[…],"findings":[…]}`.
///
/// Errors: whatever the operation refuses, `request.operation.unknown` and every fault of the request
/// at once (invalid UTF-8 too, each with its place); `c.argument.null`, `c.argument.length`,
/// `c.argument.utf8`, `c.handle.stale`.
///
/// # Safety
/// `operation` points to `operation_len` bytes and `request` to `request_len`; `answer` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_call(
    book: *const vsys_book,
    operation: *const u8,
    operation_len: usize,
    request: *const u8,
    request_len: usize,
    answer: *mut *mut vsys_answer,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("answer", answer, || {
            let operation = bytes("operation", operation, operation_len)?;
            let json = call::call(book.addr(), operation, bytes("request", request, request_len)?)?;
            Ok(without_provenance_mut(ANSWERS.keep(json.into())))
        })
    })
}

/// Checks a screening form (予診票の確認) without JSON and without taking memory: the faults that the operation
/// `form.check` has, as a mask of `VSYS_FORM_FAULT_…`, which is 0 when nothing is wrong.
///
/// Errors: `c.argument.null`, `c.argument.length`, `c.argument.value` (the unit of the age, today).
///
/// # Safety
/// `form` and `limits` can be read, each text of the form has its length, and `faults` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_form_check(
    form: *const vsys_form,
    limits: *const vsys_form_limits,
    faults: *mut u32,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("faults", faults, || {
            let (form, limits) = (take("form", form)?, form::limits(&take("limits", limits)?)?);
            let text = |argument, text: vsys_text| bytes(argument, text.start, text.len);
            let previous_date = match form.previous_date {
                vsys_text { start, len: 0 } if start.is_null() => None,
                written => Some(text("previous_date", written)?),
            };
            let record = ScreeningBytes {
                coupon: text("coupon", form.coupon)?,
                municipality: text("municipality", form.municipality)?,
                birth_date: text("birth_date", form.birth_date)?,
                date: text("date", form.date)?,
                dose: form.dose,
                previous_date,
            };
            Ok(check_form(&record, &limits).bits().into())
        })
    })
}

/// Gives the length of an answer in bytes.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `len` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_answer_len(answer: *const vsys_answer, len: *mut usize) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("len", len, || Ok(ANSWERS.look(answer.addr())?.len())) })
}

/// Copies an answer, without a terminating NUL, and tells how many bytes were written.
///
/// Errors: `c.buffer.too_small` (nothing is written; NULL with capacity 0 asks for the length, which
/// stands in the details), `c.argument.null`, `c.argument.length`, `c.handle.stale`.
///
/// # Safety
/// `buffer` points to `capacity` bytes that can be written; `written` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_answer_copy(
    answer: *const vsys_answer,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(&ANSWERS.look(answer.addr())?, buffer, capacity, written) })
}

/// Frees an answer; NULL is fine.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_answer_free(answer: *mut vsys_answer) -> *mut vsys_error {
    guard(|| Ok(ANSWERS.free(answer.addr())?))
}

/// Gives the length of an error in bytes. What it returns is another error, to be freed as well.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `len` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_error_len(error: *const vsys_error, len: *mut usize) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("len", len, || Ok(ERRORS.look(error.addr())?.len())) })
}

/// Copies an error, as `vsys_answer_copy` does an answer, with the same errors.
///
/// # Safety
/// As `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_error_copy(
    error: *const vsys_error,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(&ERRORS.look(error.addr())?, buffer, capacity, written) })
}

/// Copies the stable code of an error, such as `request.field.missing`, at most `VSYS_NAME_MAX` bytes.
/// The errors are those of `vsys_answer_copy`.
///
/// # Safety
/// As `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_error_code_copy(
    error: *const vsys_error,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(failure::code(&ERRORS.look(error.addr())?), buffer, capacity, written) })
}

/// Frees an error; NULL is fine.
///
/// Errors: `c.handle.stale`, itself an error to be freed.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_error_free(error: *mut vsys_error) -> *mut vsys_error {
    guard(|| Ok(ERRORS.free(error.addr())?))
}

/// Panics inside the boundary and so always gives the error `c.call.panicked`. Only in libraries built
/// for tests, with the feature `panic-for-test`.
#[cfg(feature = "panic-for-test")]
#[expect(clippy::panic, reason = "that is what it is for")]
#[unsafe(no_mangle)]
pub extern "C" fn vsys_test_panic() -> *mut vsys_error {
    guard(|| panic!("vsys_test_panic was called"))
}

/// The boundary in C's types.
fn guard(body: impl FnOnce() -> Result<(), Failure>) -> *mut vsys_error {
    without_provenance_mut(boundary(body))
}

/// Writes a result, when there is one and a place for it.
///
/// # Safety
/// `place` is NULL or can be written, aligned or not.
unsafe fn put<T>(
    argument: &'static str,
    place: *mut T,
    result: impl FnOnce() -> Result<T, Failure>,
) -> Result<(), Failure> {
    if place.is_null() {
        return Err(CProblem::ArgumentNull { argument }.into());
    }
    let value = result()?;
    // SAFETY: the caller's promise, and not NULL.
    unsafe { place.write_unaligned(value) };
    Ok(())
}

/// A record that C passes.
///
/// # Safety
/// `record` is NULL or can be read, aligned or not, and whatever its bytes are is a value.
unsafe fn take<T: Copy>(argument: &'static str, record: *const T) -> Result<T, CProblem> {
    if record.is_null() {
        return Err(CProblem::ArgumentNull { argument });
    }
    // SAFETY: the caller's promise, and not NULL.
    Ok(unsafe { record.read_unaligned() })
}

/// A text that C passes.
///
/// # Safety
/// `start` is NULL or points to `len` bytes that nobody changes during the call.
unsafe fn bytes<'a>(argument: &'static str, start: *const u8, len: usize) -> Result<&'a [u8], CProblem> {
    match (start.is_null(), isize::try_from(len)) {
        (_, Err(_)) => Err(CProblem::ArgumentLength { argument }),
        (true, Ok(0)) => Ok(&[]),
        (true, Ok(_)) => Err(CProblem::ArgumentNull { argument }),
        // SAFETY: the caller's promise; not NULL, and no longer than an object can be.
        (false, Ok(_)) => Ok(unsafe { core::slice::from_raw_parts(start, len) }),
    }
}

/// Copies a text to C.
///
/// # Safety
/// `buffer` is NULL or points to `capacity` bytes that can be written; `written` is NULL or can be.
unsafe fn copy(text: &[u8], buffer: *mut u8, capacity: usize, written: *mut usize) -> Result<(), Failure> {
    let copied = || match (isize::try_from(capacity), text.len()) {
        (Err(_), _) => Err(CProblem::ArgumentLength { argument: "buffer" }.into()),
        (Ok(1..), _) if buffer.is_null() => Err(CProblem::ArgumentNull { argument: "buffer" }.into()),
        (_, needed) if needed > capacity => Err(CProblem::BufferTooSmall { needed, capacity }.into()),
        (_, 0) => Ok(0),
        (_, len) => {
            // SAFETY: the buffer is not NULL, holds the text, and is not part of what the library owns.
            unsafe { core::ptr::copy_nonoverlapping(text.as_ptr(), buffer, len) };
            Ok(len)
        }
    };
    // SAFETY: the caller's promise.
    unsafe { put("written", written, copied) }
}
