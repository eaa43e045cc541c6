//! The price of one service.

use super::call::{vsys_book, vsys_error};
use super::memory::{guard, put, take};
use crate::call::rules;
use crate::price;

/// Services of one kind, to be priced.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct vsys_service {
    /// The day of vaccination (接種日), `YYYYMMDD`.
    pub day: u32,
    /// `VSYS_SERVICE_…`.
    pub service: u32,
    /// `VSYS_AGE_CLASS_…`.
    pub age_class: u32,
    /// `VSYS_TIME_CLASS_…`.
    pub time_class: u32,
    /// How many (件数), 0 to 2^32-1.
    pub count: u32,
    /// `VSYS_ROUNDING_…`: how a fraction of a yen is rounded, once for all of them.
    pub rounding: u32,
}

/// What services cost, in yen; each figure 0 to 2^53-1.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct vsys_price {
    /// The price of one before tax (単価).
    pub unit: u64,
    /// All of them before tax.
    pub net: u64,
    /// The tax, rounded once.
    pub tax: u64,
    /// Net and tax (請求金額, 税込).
    pub amount: u64,
    /// What it rests on: `VSYS_ASSUMPTION_ROUNDING`, `VSYS_ASSUMPTION_TARIFF`.
    pub assumptions: u64,
}

/// Prices services of one kind by the tariff and the tax of their day, as `claims.price` does (単価・請求金額). Source: CLM-1,
/// CLM-2, CLM-3, CLM-17; F-PRICE; rulings tariff, tax, rounding.
///
/// Errors, all at once: `claims.date.outside_programme`, `claims.addition.not_in_force`, `base.quantity.too_large` (an amount
/// above 2^53-1); `c.argument.value` (the day, a class, the rounding), `c.argument.null`, `c.handle.stale`.
///
/// # Safety
/// `service` can be read, and `price` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vsys_price_of(
    book: *const vsys_book,
    service: *const vsys_service,
    price: *mut vsys_price,
) -> *mut vsys_error {
    // SAFETY: the caller's promise.
    guard(|| unsafe { put("price", price, || price::price_of(&*rules(book.addr())?, &take("service", service)?)) })
}
