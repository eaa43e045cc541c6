//! Needles and syringes.

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, guard, put};
use crate::call::rules;
use crate::needle;

/// Needles that go with an allocation, rounded up to boxes.
pub const VSYS_NEEDLES_ALLOCATION_CEIL: u32 = 1;

/// Needles that go with an allocation, rounded half up to boxes.
pub const VSYS_NEEDLES_ALLOCATION_HALF_UP: u32 = 2;

/// Needles that the plan screen fills in, by a policy.
pub const VSYS_NEEDLES_PLAN: u32 = 3;

/// The needle boxes of an amount of vaccine; syringes are the same (NDL-1).
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_needles {
    /// Doses of the vaccine boxes.
    pub doses: u64,
    /// What is filled in, in boxes.
    pub filled: u64,
    /// What stands after the lowering, in boxes.
    pub needles: u64,
    /// The same in pieces (本).
    pub pieces: u64,
    /// What it rests on: `VSYS_ASSUMPTION_NEEDLE_…`.
    pub assumptions: u64,
}

/// Fills in the needles of `boxes` of vaccine, as `needle.fill` does (針・シリンジの必要数量), for the needle and the syringe of
/// 100 pieces. `purpose` is `VSYS_NEEDLES_…`; `policy` is the plan's, written as in the product master (`exact`,
/// `strictly-more`, `reserve(0.10)`, `per-vial(16)`), or (NULL, 0) for the product's published one. `lowered` are needle
/// boxes entered by hand, or `VSYS_NONE`. Source: NDL-1, NDL-3, NDL-5; rulings needle-allocation, needle-autofill,
/// needle-override.
///
/// Errors: `product.id.unknown`, `product.kind.other`, `product.pack.outside`, `product.pack.not_published`,
/// `needle.policy.not_published`, `needle.boxes.raised`, `needle.policy.form`, `base.quantity.too_large`;
/// `c.argument.value` (the week, the purpose, a policy of an allocation), `c.argument.null`, `c.argument.length`,
/// `c.argument.utf8`, `c.handle.stale`.
///
/// # Safety
/// `product` points to `product_len` bytes and `policy` to `policy_len`, and `needles` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_needle_fill(
    book: *const vsys_book,
    product: *const u8,
    product_len: usize,
    delivery_week: u32,
    boxes: u64,
    purpose: u32,
    policy: *const u8,
    policy_len: usize,
    lowered: u64,
    needles: *mut vsys_needles,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("needles", needles, || {
            let (product, policy) = (bytes("product", product, product_len)?, bytes("policy", policy, policy_len)?);
            let purpose = needle::purpose(purpose, policy)?;
            needle::fill(&*rules(book.addr())?, product, delivery_week, boxes, purpose, lowered)
        })
    })
}
