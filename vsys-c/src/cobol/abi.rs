//! The functions that COBOL calls, and all of their unsafe code.
//!
//! # Safety
//! For every function: each argument is NULL or points to the record that the copybook declares for it, which nobody
//! changes during the call. NULL is told, except where a record may be OMITTED.

#![allow(unsafe_code, reason = "COBOL passes raw pointers and links by name")]
#![expect(clippy::missing_safety_doc, reason = "the module says it for all of them")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use vsys_core::rows::Encoding;
use vsys_core::rulebook::RuleBook;

use super::batch::{BATCHES, Batch};
use super::layout::{
    self, Apart, Control, Deadline, Field, Hours, Institution, Municipality, Outcome, Pointer, Price, Priced, Sheet,
    Source, Terms, Time, Totals, Vaccination,
};
use super::problem::CobolProblem;
use super::query;
use super::read::Reader;
use super::told::{Stop, Told, WRONG_CALL, outcome};
use crate::abi::VSYS_ABI_VERSION;
use crate::call;
use crate::problem::CProblem;

/// The price of a line on a day, and the amount of some cases with tax (単価・請求金額). Source: CLM-1, 2, 3, 17.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_price(control: *const Control, record: *mut Price, result: *mut Outcome) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Price::FIELDS], |reader| {
            let answer = query::price(tables(reader)?, &take("VSYS-PRICE", record)?, reader)?;
            put("VSYS-PRICE", record, answer)
        })
    }
}

/// The name of a municipality on a day, and who pays for its residents (市町村コード). Source: F-CODE, CLM-15.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_municipality(
    control: *const Control,
    record: *mut Municipality,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Municipality::FIELDS], |reader| {
            let answer = query::municipality(tables(reader)?, &take("VSYS-MUNICIPALITY", record)?, reader)?;
            put("VSYS-MUNICIPALITY", record, answer)
        })
    }
}

/// The form and the check digit of an institution's number (医療機関等の番号). Source: F-CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_institution(
    control: *const Control,
    record: *mut Institution,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Institution::FIELDS], |reader| {
            query::institution(&take("VSYS-INSTITUTION", record)?, reader)
        })
    }
}

/// When the claims of a month close, and when they are paid (請求〆切). Source: CLM-9, F-DEADLINE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_deadline(
    control: *const Control,
    record: *mut Deadline,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Deadline::FIELDS], |reader| {
            let answer = query::deadline(tables(reader)?, &take("VSYS-DEADLINE", record)?, reader)?;
            put("VSYS-DEADLINE", record, answer)
        })
    }
}

/// The class of time of a vaccination by the posted hours (時間区分). Source: F-TIME.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_time_class(
    control: *const Control,
    hours: *const Hours,
    record: *mut Time,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Hours::FIELDS, Time::FIELDS], |reader| {
            let (hours, time) = (take("VSYS-HOURS", hours)?, take("VSYS-TIME", record)?);
            let answer = query::time(tables(reader)?, &hours, &time, reader)?;
            put("VSYS-TIME", record, answer)
        })
    }
}

/// Begins a claim (請求の処理); the hours may be OMITTED, every record then states its class of time. The program ends it
/// with `vsys_cob_batch_close`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_open(
    control: *const Control,
    terms: *const Terms,
    hours: *const Hours,
    batch: *mut layout::Batch,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Terms::FIELDS, Hours::FIELDS], |reader| {
            let hours = if hours.is_null() { None } else { Some(take("VSYS-HOURS", hours)?) };
            take("VSYS-BATCH", batch)?;
            let opened = Batch::open(tables(reader)?, &take("VSYS-TERMS", terms)?, hours.as_ref(), reader)?;
            put("VSYS-BATCH", batch, handle(BATCHES.keep(opened)))
        })
    }
}

/// Takes a record of a vaccination: counts and prices it, or tells every reason why it is kept out. Source: CLM-1, 2, 7,
/// 8, 11, 15; F-AGE, F-TIME, F-VRS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_add(
    control: *const Control,
    batch: *const layout::Batch,
    source: *const Source,
    vaccination: *const Vaccination,
    priced: *mut Priced,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Vaccination::FIELDS, Source::FIELDS], |reader| {
            let (source, record) = (take("VSYS-SOURCE", source)?, take("VSYS-VACCINATION", vaccination)?);
            take("VSYS-PRICED", priced)?;
            let answer = with(&take("VSYS-BATCH", batch)?, |batch| batch.add(&source, &record, reader))?;
            put("VSYS-PRICED", priced, answer)
        })
    }
}

/// Makes the sheets of what was taken so far (請求総括書・市区町村別請求書), and tells the totals. Source: CLM-12 to 17.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_sheets(
    control: *const Control,
    batch: *const layout::Batch,
    totals: *mut Totals,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Terms::FIELDS], |reader| {
            take("VSYS-TOTALS", totals)?;
            let answer = with(&take("VSYS-BATCH", batch)?, |batch| batch.sheets(reader.told))?;
            put("VSYS-TOTALS", totals, answer)
        })
    }
}

/// Gives a sheet that was made, by its number from 1: the summary first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_sheet(
    control: *const Control,
    batch: *const layout::Batch,
    sheet: *mut Sheet,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Sheet::FIELDS], |reader| {
            let number = take("VSYS-SHEET", sheet)?.number;
            let answer = with(&take("VSYS-BATCH", batch)?, |batch| batch.sheet(number, reader))?;
            put("VSYS-SHEET", sheet, answer)
        })
    }
}

/// Gives a line of the surcharges that are claimed apart (別請求の加算), by its number from 1. Source: CLM-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_apart(
    control: *const Control,
    batch: *const layout::Batch,
    apart: *mut Apart,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[Apart::FIELDS], |reader| {
            let number = take("VSYS-APART", apart)?.number;
            let answer = with(&take("VSYS-BATCH", batch)?, |batch| batch.apart(number, reader))?;
            put("VSYS-APART", apart, answer)
        })
    }
}

/// Ends a claim; the handle is NULL afterwards, and ending that again is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_batch_close(
    control: *const Control,
    batch: *mut layout::Batch,
    result: *mut Outcome,
) -> i32 {
    // SAFETY: the module's promise.
    unsafe {
        run(control, result, &[layout::Batch::FIELDS], |_| {
            BATCHES.free(usize::from_ne_bytes(take("VSYS-BATCH", batch)?.handle.0))?;
            put("VSYS-BATCH", batch, handle(0))
        })
    }
}

/// Panics inside the boundary and so always returns 16. Only in libraries built for tests, with the feature
/// `panic-for-test`.
#[cfg(feature = "panic-for-test")]
#[expect(clippy::panic, reason = "that is what it is for")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_cob_test_panic(control: *const Control, result: *mut Outcome) -> i32 {
    // SAFETY: the module's promise.
    unsafe { run(control, result, &[], |_| panic!("vsys_cob_test_panic was called")) }
}

/// Runs a body: reads the control, catches a panic, writes the result.
///
/// # Safety
/// The module's.
unsafe fn run(
    control: *const Control,
    result: *mut Outcome,
    fields: &[&'static [Field]],
    body: impl FnOnce(&mut Reader<'_>) -> Result<(), Stop>,
) -> i32 {
    if result.is_null() {
        return WRONG_CALL;
    }
    let mut told = Told::default();
    let mut encoding = Encoding::Cp932;
    // Nothing half done is seen afterwards: records are written last, and a batch that panicked answers no more.
    let done = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the caller's promise.
        encoding = read_control(unsafe { take("VSYS-CONTROL", control) }?)?;
        body(&mut Reader::new(encoding, &mut told))
    }));
    let made = outcome(done.map_err(drop), told, encoding, fields);
    // SAFETY: the caller's promise, and not NULL.
    unsafe { result.write_unaligned(made) };
    made.code.number()
}

/// The bundled tables.
fn tables(reader: &mut Reader<'_>) -> Result<&'static RuleBook, Stop> {
    call::bundled().map_err(|refusal| reader.told.refused(refusal))
}

/// The encoding of a call.
fn read_control(control: Control) -> Result<Encoding, Stop> {
    if u32::try_from(control.abi.number()) != Ok(VSYS_ABI_VERSION) {
        let problem =
            CobolProblem::Abi { library: VSYS_ABI_VERSION, program: u32::try_from(control.abi.number()).unwrap_or(0) };
        return Err(Stop::Call(Box::new(problem)));
    }
    match &control.encoding.0 {
        b"CP932   " => Ok(Encoding::Cp932),
        b"UTF-8   " => Ok(Encoding::Utf8),
        _ => Err(Stop::Call(Box::new(CobolProblem::Encoding))),
    }
}

/// Does something with a living batch.
fn with<T>(batch: &layout::Batch, body: impl FnOnce(&mut Batch) -> Result<T, Stop>) -> Result<T, Stop> {
    let batch: Arc<Mutex<Batch>> = BATCHES.look(usize::from_ne_bytes(batch.handle.0))?;
    let mut batch = batch.lock().map_err(|_| CProblem::CallPanicked)?;
    body(&mut batch)
}

fn handle(number: usize) -> layout::Batch {
    layout::Batch { handle: Pointer(number.to_ne_bytes()) }
}

/// A record that COBOL passes.
///
/// # Safety
/// `record` is NULL or can be read, and whatever its bytes are is a value.
unsafe fn take<T: Copy>(argument: &'static str, record: *const T) -> Result<T, CProblem> {
    if record.is_null() {
        return Err(CProblem::ArgumentNull { argument });
    }
    // SAFETY: the caller's promise, and not NULL.
    Ok(unsafe { record.read_unaligned() })
}

/// Writes a record.
///
/// # Safety
/// `record` is NULL or can be written.
unsafe fn put<T>(argument: &'static str, record: *mut T, value: T) -> Result<(), Stop> {
    if record.is_null() {
        return Err(CProblem::ArgumentNull { argument }.into());
    }
    // SAFETY: the caller's promise, and not NULL.
    unsafe { record.write_unaligned(value) };
    Ok(())
}
