//! What the functions share.

/// The version of the ABI that this header declares; compare it with `vsys_abi_version()`.
pub const VSYS_ABI_VERSION: u32 = 1;

/// No name of an operation, code of an error or version is longer, in bytes.
pub const VSYS_NAME_MAX: usize = 64;

/// No name of a municipality or holiday is longer, in bytes.
pub const VSYS_TEXT_MAX: usize = 256;

/// In place of a class or a time that is not known.
pub const VSYS_UNKNOWN: u32 = u32::MAX;

/// In place of a figure that there is not, such as the pieces of a vaccine.
pub const VSYS_NONE: u64 = u64::MAX;

/// Rounded up (切り上げ).
pub const VSYS_ROUNDING_CEIL: u32 = 1;

/// Rounded down (切り捨て).
pub const VSYS_ROUNDING_FLOOR: u32 = 2;

/// Rounded to the nearest, halves up (四捨五入).
pub const VSYS_ROUNDING_HALF_UP: u32 = 3;

/// A text in a record, such as `{ VSYS_TEXT("2022-12-07") }`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct vsys_text {
    /// Its first byte; NULL only with length 0.
    pub start: *const u8,
    /// Its length in bytes.
    pub len: usize,
}
