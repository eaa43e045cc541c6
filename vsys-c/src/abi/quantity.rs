//! Quantities: boxes, doses, vials, pieces.

use super::call::{vsys_book, vsys_error};
use super::memory::{bytes, guard, put};
use crate::call::rules;
use crate::quantity;

/// One quantity in every unit of a product (換算の結果).
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct vsys_quantity {
    /// Boxes (箱), 0 to 2^32-1.
    pub boxes: u64,
    /// Doses (回分) that the boxes hold, 0 to 2^53-1.
    pub doses: u64,
    /// Doses in one box.
    pub doses_per_box: u64,
    /// Vials (バイアル); `VSYS_NONE` for needles and syringes.
    pub vials: u64,
    /// Pieces (本); `VSYS_NONE` for vaccine.
    pub pieces: u64,
    /// What it rests on: `VSYS_ASSUMPTION_…`.
    pub assumptions: u64,
}

/// Converts boxes of a product by the pack of the delivery week, as `quantity.convert` does (換算). `product` is its id
/// in the product master, `delivery_week` the Monday of the week. Source: QTY-2, F-PACK.
///
/// Errors: `product.id.unknown`, `product.pack.outside`, `product.pack.not_published`, `base.quantity.too_large`;
/// `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.argument.utf8`, `c.handle.stale`.
///
/// # Safety
/// `product` points to `product_len` bytes, and `quantity` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_quantity_from_boxes(
    book: *const vsys_book,
    product: *const u8,
    product_len: usize,
    delivery_week: u32,
    boxes: u64,
    quantity: *mut vsys_quantity,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("quantity", quantity, || {
            let product = bytes("product", product, product_len)?;
            quantity::convert(&*rules(book.addr())?, product, delivery_week, quantity::boxes(boxes)?)
        })
    })
}

/// Converts doses of a product into whole boxes, and those into every unit. `rounding` is `VSYS_ROUNDING_…`; the doses of
/// the answer are those that the boxes hold. Source: QTY-2, F-PACK; ruling capacity-rounding.
///
/// Errors: as `vsys_quantity_from_boxes`; `c.argument.value` (the rounding).
///
/// # Safety
/// As `vsys_quantity_from_boxes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_quantity_from_doses(
    book: *const vsys_book,
    product: *const u8,
    product_len: usize,
    delivery_week: u32,
    doses: u64,
    rounding: u32,
    quantity: *mut vsys_quantity,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe {
        put("quantity", quantity, || {
            let product = bytes("product", product, product_len)?;
            quantity::convert(&*rules(book.addr())?, product, delivery_week, quantity::doses(doses, rounding)?)
        })
    })
}
