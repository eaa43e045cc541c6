//! Numbers that follow from a stream and an index alone, by integers, so that any language can make the same ones.

/// The number of an index in a stream: splitmix64.
pub const fn stream(seed: u64, index: u64) -> u64 {
    let mut z = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The upper half of a number of a stream.
pub const fn half(seed: u64, index: u64) -> u64 {
    stream(seed, index) >> 32
}

/// A number from 0 to below `size`, which is below 2^32.
pub const fn below(seed: u64, index: u64, size: u64) -> u64 {
    (half(seed, index) * size) >> 32
}

/// `part / 2^32`, squared so many times, on the same scale.
pub const fn squared(mut part: u64, times: u32) -> u64 {
    let mut done = 0;
    while done < times {
        part = (part * part) >> 32;
        done += 1;
    }
    part
}

/// A number that is known to fit.
pub fn low(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// A checksum of numbers in their order, which any language can make.
pub fn checksum(numbers: impl IntoIterator<Item = u64>) -> u64 {
    (1_u64..).zip(numbers).fold(0, |sum, (place, number)| {
        let factor = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        sum.wrapping_add(number.wrapping_add(1).wrapping_mul(factor))
    })
}
