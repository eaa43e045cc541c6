//! Arguments that cannot be meant.

#![allow(unsafe_code, reason = "these are the calls that C makes")]

use core::ptr::{null, null_mut};

use vsys::*;

use crate::face::{self, settle};

fn code(error: *mut vsys_error) -> String {
    settle(error).unwrap_err().code
}

#[test]
fn null_is_refused() {
    let (text, mut answer, mut book, mut len) = (b"version", null_mut(), null_mut(), 0);
    let null_code = "c.argument.null";
    unsafe {
        assert_eq!(code(vsys_call(null(), text.as_ptr(), 7, null(), 0, null_mut())), null_code);
        assert_eq!(code(vsys_call(null(), null(), 7, null(), 0, &raw mut answer)), null_code);
        assert_eq!(code(vsys_call(null(), text.as_ptr(), 7, null(), 1, &raw mut answer)), null_code);
        assert_eq!(code(vsys_schema(text.as_ptr(), 7, null_mut())), null_code);
        assert_eq!(code(vsys_schema(null(), 1, &raw mut answer)), null_code);
        assert_eq!(code(vsys_book_new(null(), 1, &raw mut book)), null_code);
        assert_eq!(code(vsys_book_new(b"{}".as_ptr(), 2, null_mut())), null_code);
        assert_eq!(code(vsys_operation_name_copy(0, null_mut(), 8, &raw mut len)), null_code);
        assert_eq!(code(vsys_operation_name_copy(0, [0; 64].as_mut_ptr(), 64, null_mut())), null_code);
        // NULL with length 0 is the empty text.
        assert_eq!(code(vsys_call(null(), null(), 0, null(), 0, &raw mut answer)), "request.operation.unknown");
        assert_eq!(code(vsys_call(null(), text.as_ptr(), 7, null(), 0, &raw mut answer)), "request.json.syntax");
    }
    assert!(answer.is_null() && book.is_null() && len == 0, "an out-parameter was written without success");
}

#[test]
fn lengths_beyond_memory_are_refused() {
    let (text, mut answer, mut book, mut len) = (b"version", null_mut(), null_mut(), 0);
    let length_code = "c.argument.length";
    for beyond in [usize::MAX, isize::MAX.unsigned_abs() + 1] {
        unsafe {
            assert_eq!(code(vsys_call(null(), text.as_ptr(), beyond, null(), 0, &raw mut answer)), length_code);
            assert_eq!(code(vsys_call(null(), text.as_ptr(), 7, text.as_ptr(), beyond, &raw mut answer)), length_code);
            assert_eq!(code(vsys_schema(null(), beyond, &raw mut answer)), length_code);
            assert_eq!(code(vsys_book_new(text.as_ptr(), beyond, &raw mut book)), length_code);
            assert_eq!(code(vsys_operation_name_copy(0, [0; 64].as_mut_ptr(), beyond, &raw mut len)), length_code);
        }
    }
}

#[test]
fn a_name_that_is_no_utf8_is_refused() {
    assert_eq!(face::call(null(), b"\xFF", b"{}").unwrap_err().code, "c.argument.utf8");
    assert_eq!(face::schema(b"version\xC3").unwrap_err().code, "c.argument.utf8");
    assert_eq!(face::call(null(), b"calendar.holiday", b"{\"date\":\"\xFF\"}").unwrap_err().code, "request.text.utf8");
}

#[test]
fn a_small_buffer_stays_untouched_and_the_need_is_told() {
    let fault = face::operation_name(0, 3).unwrap_err();
    assert_eq!(fault.code, "c.buffer.too_small");
    let json: serde_json::Value = serde_json::from_str(&fault.json).unwrap();
    let first = vsys_wire::OPERATIONS[0].name;
    assert_eq!(json["error"]["details"], serde_json::json!({"capacity": 3, "needed": first.len()}));
    assert_eq!(face::operation_name(0, first.len()).unwrap(), first.as_bytes());
    let mut len = 0;
    assert_eq!(code(unsafe { vsys_operation_name_copy(0, null_mut(), 0, &raw mut len) }), "c.buffer.too_small");
}

#[test]
fn every_fault_of_the_face_has_the_shape_of_the_wire() {
    let json: serde_json::Value = serde_json::from_str(&face::call(null(), b"\xFF", b"{}").unwrap_err().json).unwrap();
    let error = json["error"].as_object().unwrap();
    let members: Vec<&str> = error.keys().map(String::as_str).collect();
    assert_eq!(members, ["assumptions", "code", "details", "findings", "help", "message"]);
    assert_eq!(error["message"]["en"], "the argument operation is not valid UTF-8");
    assert_eq!(error["findings"][0]["code"], error["code"]);
}
