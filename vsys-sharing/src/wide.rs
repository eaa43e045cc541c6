//! Integers wide enough for exact comparison.

use std::ops::{Add, Div, Mul, Rem, Sub};

use crate::kernel::Scratch;
use crate::largest_remainder::Claim;
use crate::water::Water;

/// A product type of the kernel: `u64` while Σ weights and supply stay below 2^32, else `u128`.
/// With weights and supply up to 2^53 and a million recipients every product stays below 2^127.
pub(crate) trait Wide:
    Copy + Ord + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Rem<Output = Self>
{
    const ZERO: Self;

    /// A number of the request; the narrow type is chosen only when all of them fit.
    fn of(number: u64) -> Self;

    /// A sum of weights; the narrow type is chosen only when it fits.
    fn of_sum(sum: u128) -> Self;

    /// A quotient that is known to be an amount again.
    fn amount(self) -> u64;

    /// The buffer for claims of this type.
    fn claims(scratch: &mut Scratch) -> (&Water, &mut Vec<Claim<Self>>);
}

impl Wide for u64 {
    const ZERO: Self = 0;

    fn of(number: u64) -> Self {
        number
    }

    fn of_sum(sum: u128) -> Self {
        Self::try_from(sum).unwrap_or(Self::MAX)
    }

    fn amount(self) -> u64 {
        self
    }

    fn claims(scratch: &mut Scratch) -> (&Water, &mut Vec<Claim<Self>>) {
        (&scratch.water, &mut scratch.short_claims)
    }
}

impl Wide for u128 {
    const ZERO: Self = 0;

    fn of(number: u64) -> Self {
        Self::from(number)
    }

    fn of_sum(sum: u128) -> Self {
        sum
    }

    fn claims(scratch: &mut Scratch) -> (&Water, &mut Vec<Claim<Self>>) {
        (&scratch.water, &mut scratch.long_claims)
    }

    fn amount(self) -> u64 {
        // Quotients are shares, at most the supply; saturation is never reached.
        u64::try_from(self).unwrap_or(u64::MAX)
    }
}

/// The product of two 128-bit numbers as (high, low): Hill compares squares.
pub(crate) const fn product(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (a1, a0, b1, b0) = (a >> 64, a & LOW, b >> 64, b & LOW);
    let (low, mid1, mid2, high) = (a0 * b0, a1 * b0, a0 * b1, a1 * b1);
    let carry = (low >> 64) + (mid1 & LOW) + (mid2 & LOW);
    (high + (mid1 >> 64) + (mid2 >> 64) + (carry >> 64), (carry << 64) | (low & LOW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against schoolbook multiplication in base 2^32, written the plain way.
        #[test]
        fn products_are_exact(a: u128, b: u128) {
            let limbs = |x: u128| (0..4).map(move |i| (x >> (32 * i)) & 0xFFFF_FFFF);
            let mut sums = [0_u128; 9];
            for (i, x) in limbs(a).enumerate() {
                for (j, y) in limbs(b).enumerate() {
                    sums[i + j] += (x * y) & 0xFFFF_FFFF;
                    sums[i + j + 1] += (x * y) >> 32;
                }
            }
            for i in 0..8 {
                sums[i + 1] += sums[i] >> 32;
                sums[i] &= 0xFFFF_FFFF;
            }
            let join = |part: &[u128]| part.iter().rev().fold(0, |acc, limb| (acc << 32) | limb);
            prop_assert_eq!(product(a, b), (join(&sums[4..8]), join(&sums[..4])));
        }
    }
}
