//! Findings of rows.

use super::call::vsys_error;
use super::memory::{copy, guard, put};
use crate::handle::FINDINGS;

/// A part of a finding: its stable code, such as `claims.record.double`.
pub const VSYS_FINDING_CODE: u32 = 1;

/// A part of a finding: the rule that it comes from.
pub const VSYS_FINDING_RULE: u32 = 2;

/// A part of a finding: the member of the row that is at fault.
pub const VSYS_FINDING_MEMBER: u32 = 3;

/// A part of a finding: what is wrong, in Japanese.
pub const VSYS_FINDING_MESSAGE_JA: u32 = 4;

/// A part of a finding: what is wrong, in English.
pub const VSYS_FINDING_MESSAGE_EN: u32 = 5;

/// A part of a finding: what to do about it, in Japanese.
pub const VSYS_FINDING_HELP_JA: u32 = 6;

/// A part of a finding: what to do about it, in English.
pub const VSYS_FINDING_HELP_EN: u32 = 7;

/// Of a finding: a rule is broken.
pub const VSYS_SEVERITY_ERROR: u32 = 1;

/// Of a finding: allowed, but worth knowing.
pub const VSYS_SEVERITY_WARNING: u32 = 2;

/// What is wrong with rows, in their order, freed by `vsys_findings_free`.
pub struct vsys_findings {
    _opaque: [u8; 0],
}

/// Where a finding belongs, and how much it weighs.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_finding {
    /// The row, counted from 0 from the first that was ever given.
    pub row: u64,
    /// `VSYS_SEVERITY_…`.
    pub severity: u32,
}

/// Gives how many findings there are.
///
/// Errors: `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `len` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_findings_len(findings: *const vsys_findings, len: *mut usize) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("len", len, || Ok(FINDINGS.look(findings.addr())?.len())) })
}

/// Gives the row and the weight of a finding; `index` counts from 0.
///
/// Errors: `c.argument.index`, `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `finding` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_finding_at(
    findings: *const vsys_findings,
    index: usize,
    finding: *mut vsys_finding,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("finding", finding, || Ok(FINDINGS.look(findings.addr())?.told(index)?)) })
}

/// Copies a part of a finding, `VSYS_FINDING_…`, as UTF-8; `index` counts from 0.
///
/// Errors: `c.argument.index`, `c.argument.value` (the part), and those of `vsys_answer_copy`, of which
/// `c.buffer.too_small` tells the length.
///
/// # Safety
/// As `vsys_answer_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_finding_copy(
    findings: *const vsys_findings,
    index: usize,
    part: u32,
    buffer: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { copy(FINDINGS.look(findings.addr())?.part(index, part)?.as_bytes(), buffer, capacity, written) })
}

/// Frees findings; NULL is fine.
///
/// Errors: `c.handle.stale`.
#[unsafe(no_mangle)]
pub extern "C" fn vsys_findings_free(findings: *mut vsys_findings) -> *mut vsys_error {
    guard(|| Ok(FINDINGS.free(findings.addr())?))
}
