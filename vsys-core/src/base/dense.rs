//! Numbers as characters, in the tables that `cargo xtask gen` makes: small numbers of one kind beside each other are what
//! compresses well.

/// The number that a character stands for: counted from `!` on, past the surrogates.
pub(crate) fn number(char: char) -> u32 {
    let code = u32::from(char);
    code.saturating_sub(if code < 0xD800 { 0x21 } else { 0x821 })
}

/// Where a step leads: even numbers go forward, odd ones backward; nothing below 0.
#[cfg(feature = "municipalities")]
pub(crate) fn stepped(from: u64, step: char) -> Option<u64> {
    let number = u64::from(number(step));
    let half = number / 2;
    if number.is_multiple_of(2) { from.checked_add(half) } else { from.checked_sub(half + 1) }
}
