//! The boundary, and how C's memory is read and written.

use core::ptr::without_provenance_mut;

use super::call::vsys_error;
use crate::failure::{Failure, boundary};
use crate::problem::CProblem;

/// The boundary in C's types.
pub(super) fn guard(body: impl FnOnce() -> Result<(), Failure>) -> *mut vsys_error {
    without_provenance_mut(boundary(body))
}

/// Writes a result, when there is one and a place for it.
///
/// # Safety
/// `place` is NULL or can be written, aligned or not.
pub(super) unsafe fn put<T>(
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

/// Writes a result for which there need be no place.
///
/// # Safety
/// As [`put`].
pub(super) unsafe fn tell<T>(place: *mut T, result: T) {
    if !place.is_null() {
        // SAFETY: the caller's promise, and not NULL.
        unsafe { place.write_unaligned(result) };
    }
}

/// Copies records to a column of C's; it is not written unless all of them are.
///
/// # Safety
/// `start` is NULL or points to as many records as there are, which can be written.
pub(super) unsafe fn fill<T: Copy>(argument: &'static str, start: *mut T, records: &[T]) -> Result<(), CProblem> {
    check(argument, start, records.len())?;
    // SAFETY: the caller's promise; not NULL unless empty, aligned, and no part of what the library owns.
    unsafe { core::ptr::copy_nonoverlapping(records.as_ptr(), start, records.len()) };
    Ok(())
}

/// A column that C passes.
///
/// # Safety
/// `start` is NULL or points to `rows` values that nobody changes during the call.
pub(super) unsafe fn column<'a, T>(argument: &'static str, start: *const T, rows: usize) -> Result<&'a [T], CProblem> {
    check(argument, start, rows)?;
    // SAFETY: the caller's promise; not NULL unless empty, aligned, and no longer than an object can be.
    Ok(if rows == 0 { &[] } else { unsafe { core::slice::from_raw_parts(start, rows) } })
}

/// A column of C's that is written.
///
/// # Safety
/// `start` is NULL or points to `rows` values that nobody else reads or writes during the call.
pub(super) unsafe fn column_mut<'a, T>(
    argument: &'static str,
    start: *mut T,
    rows: usize,
) -> Result<&'a mut [T], CProblem> {
    check(argument, start, rows)?;
    // SAFETY: as above; that no other column lies upon it is asked of `apart`.
    Ok(if rows == 0 { &mut [] } else { unsafe { core::slice::from_raw_parts_mut(start, rows) } })
}

/// No column that is written may lie upon another one: each by its first address and its bytes.
pub(super) fn apart(written: &[(&'static str, usize, usize)], read: &[(usize, usize)]) -> Result<(), CProblem> {
    let meet = |(a, a_len): (usize, usize), (b, b_len): (usize, usize)| {
        a_len > 0 && b_len > 0 && a < b.saturating_add(b_len) && b < a.saturating_add(a_len)
    };
    for (index, &(argument, start, len)) in written.iter().enumerate() {
        let mut others =
            written.iter().skip(index + 1).map(|&(_, start, len)| (start, len)).chain(read.iter().copied());
        if others.any(|other| meet((start, len), other)) {
            return Err(CProblem::ArgumentOverlap { argument });
        }
    }
    Ok(())
}

/// What can be told of a column without looking at it.
fn check<T>(argument: &'static str, start: *const T, rows: usize) -> Result<(), CProblem> {
    match isize::try_from(rows.saturating_mul(size_of::<T>())) {
        Err(_) => Err(CProblem::ArgumentLength { argument }),
        Ok(1..) if start.is_null() => Err(CProblem::ArgumentNull { argument }),
        Ok(1..) if !start.is_aligned() => Err(CProblem::ArgumentAlignment { argument }),
        Ok(_) => Ok(()),
    }
}

/// A record that C passes.
///
/// # Safety
/// `record` is NULL or can be read, aligned or not, and whatever its bytes are is a value.
pub(super) unsafe fn take<T: Copy>(argument: &'static str, record: *const T) -> Result<T, CProblem> {
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
pub(super) unsafe fn bytes<'a>(argument: &'static str, start: *const u8, len: usize) -> Result<&'a [u8], CProblem> {
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
pub(super) unsafe fn copy(text: &[u8], buffer: *mut u8, capacity: usize, written: *mut usize) -> Result<(), Failure> {
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
