//! Screening forms.

use vsys_core::claims::{ScreeningBytes, check_form};

use super::call::vsys_error;
use super::memory::{bytes, guard, put, take};
use super::shared::vsys_text;
use crate::form;

/// Of `vsys_form_limits`: the least age is told in years, reached on the eve of a birthday.
pub const VSYS_AGE_YEARS: u32 = 1;

/// Of `vsys_form_limits`: the least age is told in days since birth.
pub const VSYS_AGE_DAYS: u32 = 2;

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
