//! Whole units shared among the rows of columns.

use super::call::vsys_error;
use super::memory::{bytes, column, fill, guard, put, take};
use super::shared::vsys_text;
use crate::apportion::{self, Shares};
use crate::failure::Failure;
use crate::problem::CProblem;

/// The method that proposals are computed by, which is an assumption (`VSYS_ASSUMPTION_PROPOSAL_METHOD`).
pub const VSYS_METHOD_PROPOSAL: u32 = 0;

/// Largest remainder.
pub const VSYS_METHOD_LARGEST_REMAINDER: u32 = 1;

/// Webster's divisors.
pub const VSYS_METHOD_WEBSTER: u32 = 2;

/// Jefferson's divisors.
pub const VSYS_METHOD_JEFFERSON: u32 = 3;

/// Adams's divisors.
pub const VSYS_METHOD_ADAMS: u32 = 4;

/// Hill's divisors.
pub const VSYS_METHOD_HILL: u32 = 5;

/// Ties go to the larger weight, then to the smaller code.
pub const VSYS_TIES_RULED: u32 = 0;

/// Ties are refused with the tied set.
pub const VSYS_TIES_REPORT: u32 = 1;

/// Adams and Hill refuse a supply that does not reach to one unit for everybody.
pub const VSYS_FIRST_UNITS_REFUSE: u32 = 0;

/// Adams and Hill then give first units to the larger weights.
pub const VSYS_FIRST_UNITS_BY_WEIGHT: u32 = 1;

/// A tie was decided by the larger weight.
pub const VSYS_DECIDED_LARGER_WEIGHT: u32 = 1;

/// A tie was decided by the smaller code.
pub const VSYS_DECIDED_SMALLER_CODE: u32 = 2;

/// A supply and the columns of those who share it (配分の要求), `rows` numbers each, at most 1,000,000.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_shares {
    /// The units to share, 0 to 2^53-1.
    pub supply: u64,
    /// How many rows there are; with none the columns may be NULL.
    pub rows: usize,
    /// The weights, 0 to 2^53-1; 0 gets exactly the floor.
    pub weights: *const u64,
    /// The least that each must get, 0 to 2^53-1; NULL = 0.
    pub floors: *const u64,
    /// The most that each may get, 0 to 2^53-1, or `VSYS_NONE` for no cap; NULL = no caps.
    pub caps: *const u64,
    /// The ids, which decide ties, each another one; NULL = the earlier row is the smaller code.
    pub ids: *const vsys_text,
    /// `VSYS_METHOD_…`.
    pub method: u32,
    /// `VSYS_TIES_…`.
    pub ties: u32,
    /// `VSYS_FIRST_UNITS_…`.
    pub first_units: u32,
}

/// What is told of shares besides the amounts.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_shared {
    /// What no cap had room for.
    pub left_over: u64,
    /// How many rows had equal claims where the supply ended (同順位); 0 when no tie was to be decided.
    pub tied_rows: u64,
    /// How many units went among them.
    pub tied_units: u64,
    /// What it rests on: `VSYS_ASSUMPTION_PROPOSAL_METHOD`.
    pub assumptions: u64,
    /// `VSYS_DECIDED_…`: what decided the tie; 0 when there was none.
    pub decided: u32,
    /// `VSYS_METHOD_…`: the method that was used.
    pub method: u32,
}

/// Shares a supply out in whole units, exactly, as `allocation.apportion` does (配分量の自動計算). `amounts` has room for as
/// many numbers as there are rows. Source: ALC-3; ruling proposal-method.
///
/// Errors, all at once with their rows (`/recipients/3/floor`): `allocation.floors.above_supply`, `allocation.floor.above_cap`,
/// `allocation.recipient.twice`, `allocation.tie.undecided`, `base.quantity.too_large` and the others of `allocation.apportion`;
/// `c.argument.value` (method, ties, first units), `c.argument.null`, `c.argument.length`, `c.argument.alignment`,
/// `c.argument.utf8` (an id). Then nothing is written.
///
/// # Safety
/// `shares` can be read, each of its columns is NULL or points to `rows` values that nobody changes, each id has its length;
/// `amounts` points to `rows` numbers that can be written, and so can `shared`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_apportion(
    shares: *const vsys_shares,
    amounts: *mut u64,
    shared: *mut vsys_shared,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("shared", shared, || {
            let given = take("shares", shares)?;
            let answer = apportion::share(&columns(&given)?)?;
            fill("amounts", amounts, &answer.value().amounts)?;
            Ok(apportion::told(&answer))
        })
    })
}

/// The columns of those who share.
///
/// # Safety
/// Each column is NULL or points to as many values as there are rows, each id to its bytes.
unsafe fn columns<'a>(given: &vsys_shares) -> Result<Shares<'a>, Failure> {
    let rows = given.rows;
    // SAFETY: the caller's promise.
    let optional = |argument, start: *const u64| -> Result<Option<&'a [u64]>, CProblem> {
        if start.is_null() { Ok(None) } else { unsafe { column(argument, start, rows) }.map(Some) }
    };
    let ids = if given.ids.is_null() {
        None
    } else {
        // SAFETY: the caller's promise.
        let texts: &[vsys_text] = unsafe { column("ids", given.ids, rows) }?;
        let ids = texts.iter().map(|id| unsafe { bytes("ids", id.start, id.len) });
        Some(ids.collect::<Result<Vec<&[u8]>, CProblem>>()?)
    };
    Ok(Shares {
        supply: given.supply,
        ids,
        // SAFETY: the caller's promise.
        weights: unsafe { column("weights", given.weights, rows) }?,
        floors: optional("floors", given.floors)?,
        caps: optional("caps", given.caps)?,
        method: given.method,
        ties: given.ties,
        first_units: given.first_units,
    })
}
