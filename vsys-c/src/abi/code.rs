//! Codes of municipalities and institutions.

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, copy, guard, put};
use crate::call::rules;
use crate::code;

/// Of a code: nothing is wrong.
pub const VSYS_CODE_VALID: u32 = 0;

/// Of a code: not the digits of one (`code.municipality.form`, `code.institution.form`).
pub const VSYS_CODE_FORM: u32 = 1;

/// Of a code: its check digit fails (`code.municipality.check_digit`; of an institution, `code.institution.check_digit`, a
/// warning, since a few real numbers break the rule).
pub const VSYS_CODE_CHECK_DIGIT: u32 = 2;

/// Of a code: no municipality has it (`code.municipality.unknown`).
pub const VSYS_CODE_UNKNOWN: u32 = 3;

/// Of a code: it does not hold on the day (`code.municipality.not_valid`).
pub const VSYS_CODE_NOT_VALID: u32 = 4;

/// Of an institution's number: it begins with no prefecture (`code.institution.prefecture`, a warning).
pub const VSYS_CODE_PREFECTURE: u32 = 5;

/// A municipality that is no ward (市町村).
pub const VSYS_MUNICIPALITY_ORDINARY: u32 = 1;

/// A special ward (特別区).
pub const VSYS_MUNICIPALITY_SPECIAL_WARD: u32 = 2;

/// A ward of a designated city (政令指定都市の区), for which its city allocates and pays.
pub const VSYS_MUNICIPALITY_WARD: u32 = 3;

/// An institution's number that is a 保険医療機関コード.
pub const VSYS_INSTITUTION_INSURANCE: u32 = 1;

/// An institution's number that is a 類似コード, which has no check digit.
pub const VSYS_INSTITUTION_SIMILAR: u32 = 2;

/// An institution's number that is a 介護保険事業所番号, which has no check digit here.
pub const VSYS_INSTITUTION_CARE: u32 = 3;

/// No check digit was taken.
pub const VSYS_CHECK_DIGIT_NONE: u32 = 0;

/// The check digit was taken over all ten digits.
pub const VSYS_CHECK_DIGIT_TEN_DIGITS: u32 = 1;

/// The check digit was taken over the last seven digits alone.
pub const VSYS_CHECK_DIGIT_LAST_SEVEN: u32 = 2;

/// What a municipality code (市町村コード) names on a day, or what is wrong with it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_municipality {
    /// `VSYS_CODE_VALID`, or what is wrong.
    pub verdict: u32,
    /// Of `VSYS_CODE_CHECK_DIGIT` the digit that would fit, else 0.
    pub expected: u32,
    /// The code as a number, such as 11002 for 011002; 0 when it is not formed like one.
    pub code: u32,
    /// `VSYS_MUNICIPALITY_…`; 0 unless the code is valid.
    pub kind: u32,
    /// Who allocates and is billed, as a number: of a ward its city, else the same; 0 unless the code is valid.
    pub resolves_to: u32,
    /// The first day for which the table vouches, `YYYYMMDD`; 0 of a code that it does not have.
    pub valid_from: u32,
    /// The first day on which the code no longer holds, `YYYYMMDD`; 0 while it holds.
    pub valid_until: u32,
}

/// What is wrong with an institution's number (医療機関等番号).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_institution {
    /// `VSYS_CODE_VALID`, or what is wrong.
    pub verdict: u32,
    /// Of `VSYS_CODE_CHECK_DIGIT` the digit that would fit, else 0.
    pub expected: u32,
    /// `VSYS_CHECK_DIGIT_…`: over which digits the check digit that fits was taken.
    pub check_digit: u32,
}

/// Judges a municipality code on a day, as `code.municipality` does (市町村コードの確認): what is wrong is an answer and no
/// error, bytes that are no text too. Source: F-CODE; ruling municipality-code.
///
/// Errors: `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.handle.stale`.
///
/// # Safety
/// `code` points to `code_len` bytes, and `found` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_municipality_check(
    book: *const vsys_book,
    code: *const u8,
    code_len: usize,
    day: u32,
    found: *mut vsys_municipality,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("found", found, || code::municipality(&*rules(book.addr())?, bytes("code", code, code_len)?, day))
    })
}

/// Copies the name of the municipality that has a code on a day (市区町村名), at most `VSYS_TEXT_MAX` bytes.
///
/// Errors: `code.municipality.form`, `.check_digit`, `.unknown`, `.not_valid`; `c.argument.value` (the day), those of
/// `vsys_answer_copy`.
///
/// # Safety
/// `code` points to `code_len` bytes; else as `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_municipality_name_copy(
    book: *const vsys_book,
    code: *const u8,
    code_len: usize,
    day: u32,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        let book = rules(book.addr())?;
        let name = code::municipality_name(&book, bytes("code", code, code_len)?, day)?;
        copy(name.as_bytes(), buffer, capacity, written)
    })
}

/// Judges an institution's number of a kind, `VSYS_INSTITUTION_…`, as `code.institution` does (医療機関等番号の確認): what is
/// wrong is an answer and no error. Source: F-CODE; ruling institution-code.
///
/// Errors: `c.argument.value` (the kind), `c.argument.null`, `c.argument.length`.
///
/// # Safety
/// `code` points to `code_len` bytes, and `found` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_institution_check(
    code: *const u8,
    code_len: usize,
    kind: u32,
    found: *mut vsys_institution,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("found", found, || code::institution(bytes("code", code, code_len)?, kind)) })
}
