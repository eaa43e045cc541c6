//! The extern functions in Rust's types; the only unsafe code of the tests.

#![allow(unsafe_code, reason = "these are the calls that C makes")]

use core::ptr::{null, null_mut};

use vsys::*;

/// An error that was read and freed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: String,
    pub(crate) json: String,
}

/// What a function left: the error it gave, or nothing.
pub(crate) fn settle(error: *mut vsys_error) -> Result<(), Fault> {
    if error.is_null() {
        return Ok(());
    }
    let fault = Fault { code: text(error_code(error)), json: text(error_json(error)) };
    assert!(vsys_error_free(error).is_null());
    Err(fault)
}

pub(crate) fn call(book: *const vsys_book, operation: &[u8], request: &[u8]) -> Result<Vec<u8>, Fault> {
    take(open(book, operation, request)?)
}

pub(crate) fn open(book: *const vsys_book, operation: &[u8], request: &[u8]) -> Result<*mut vsys_answer, Fault> {
    let mut answer = null_mut();
    let (name, json) = (operation.as_ptr(), request.as_ptr());
    settle(unsafe { vsys_call(book, name, operation.len(), json, request.len(), &raw mut answer) })?;
    Ok(answer)
}

pub(crate) fn schema(operation: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut answer = null_mut();
    settle(unsafe { vsys_schema(operation.as_ptr(), operation.len(), &raw mut answer) })?;
    take(answer)
}

pub(crate) fn book(json: &[u8]) -> Result<*mut vsys_book, Fault> {
    let mut book = null_mut();
    settle(unsafe { vsys_book_new(json.as_ptr(), json.len(), &raw mut book) })?;
    Ok(book)
}

/// Reads and frees.
fn take(answer: *mut vsys_answer) -> Result<Vec<u8>, Fault> {
    let bytes = answer_bytes(answer)?;
    settle(vsys_answer_free(answer))?;
    Ok(bytes)
}

pub(crate) fn answer_bytes(answer: *const vsys_answer) -> Result<Vec<u8>, Fault> {
    let mut len = 0;
    settle(unsafe { vsys_answer_len(answer, &raw mut len) })?;
    copied(len, |buffer, capacity, written| unsafe { vsys_answer_copy(answer, buffer, capacity, written) })
}

pub(crate) fn error_json(error: *const vsys_error) -> Result<Vec<u8>, Fault> {
    let mut len = 0;
    settle(unsafe { vsys_error_len(error, &raw mut len) })?;
    copied(len, |buffer, capacity, written| unsafe { vsys_error_copy(error, buffer, capacity, written) })
}

pub(crate) fn error_code(error: *const vsys_error) -> Result<Vec<u8>, Fault> {
    copied(VSYS_NAME_MAX, |buffer, capacity, written| unsafe { vsys_error_code_copy(error, buffer, capacity, written) })
}

pub(crate) fn operation_name(index: usize, capacity: usize) -> Result<Vec<u8>, Fault> {
    copied(capacity, |buffer, capacity, written| unsafe { vsys_operation_name_copy(index, buffer, capacity, written) })
}

pub(crate) fn version() -> &'static str {
    unsafe { core::ffi::CStr::from_ptr(vsys_version()) }.to_str().unwrap()
}

pub(crate) fn data_version() -> &'static str {
    unsafe { core::ffi::CStr::from_ptr(vsys_data_version()) }.to_str().unwrap()
}

/// An error that is kept; its handle.
pub(crate) fn open_error() -> *mut vsys_error {
    unsafe { vsys_call(null(), null(), 0, null(), 0, null_mut()) }
}

fn copied(capacity: usize, copy: impl FnOnce(*mut u8, usize, *mut usize) -> *mut vsys_error) -> Result<Vec<u8>, Fault> {
    const UNTOUCHED: usize = usize::MAX;
    let (mut buffer, mut written) = (vec![0xEE; capacity], UNTOUCHED);
    let settled = settle(copy(buffer.as_mut_ptr(), capacity, &raw mut written));
    if settled.is_err() {
        assert_eq!(written, UNTOUCHED, "an out-parameter was written without success");
        assert!(buffer.iter().all(|byte| *byte == 0xEE), "the buffer was written without success");
    }
    settled?;
    buffer.truncate(written);
    Ok(buffer)
}

fn text(bytes: Result<Vec<u8>, Fault>) -> String {
    String::from_utf8(bytes.unwrap()).unwrap()
}
