//! Versions, operations by name, and the handles of books, answers and errors.

use core::ffi::c_char;
use core::ptr::without_provenance_mut;

use vsys_core::rulebook::DATA_VERSION;
use vsys_wire::OPERATIONS;

use super::memory::{bytes, copy, guard, put};
use super::shared::VSYS_ABI_VERSION;
use crate::call;
use crate::failure;
use crate::handle::{ANSWERS, BOOKS, ERRORS};

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

/// The version of the library, such as `0.1.0`: a text that ends with NUL and stays as long as the library is loaded. Not
/// to be freed. Cannot fail.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_version() -> *const c_char {
    static TEXT: [u8; env!("CARGO_PKG_VERSION").len() + 1] = ended(env!("CARGO_PKG_VERSION"));
    TEXT.as_ptr().cast()
}

/// The version of the bundled tables (データの版), as `vsys_version`. Cannot fail.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_data_version() -> *const c_char {
    static TEXT: [u8; DATA_VERSION.len() + 1] = ended(DATA_VERSION);
    TEXT.as_ptr().cast()
}

/// A text and the NUL that ends it.
const fn ended<const LEN: usize>(text: &str) -> [u8; LEN] {
    let mut bytes = [0; LEN];
    bytes.split_at_mut(text.len()).0.copy_from_slice(text.as_bytes());
    bytes
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
