//! Numbers as characters, as the core's `base::dense` reads them.

/// The character of a number: counted from `!` on, past the surrogates, so that it is no blank and no line feed; nothing
/// when the number is too large.
pub(super) fn character(number: u64) -> Option<char> {
    let code = u32::try_from(number).ok()?.checked_add(0x21)?;
    char::from_u32(if code < 0xD800 { code } else { code.checked_add(0x800)? })
}

/// The number of a step: forward steps are even, backward ones odd.
pub(super) fn step(from: u64, to: u64) -> u64 {
    if to >= from { (to - from) * 2 } else { (from - to) * 2 - 1 }
}
