//! A rate of tax as a multiplication, so that no line needs a division.

use crate::base::{Fraction, Rounding};

/// Above this, 2^32−1 yen, a line is priced the exact way: swift ones stay small enough to be packed.
const SWIFT: u64 = u32::MAX as u64;

/// `net × rate`, rounded, as `(net × multiplier + addend) >> 64`: exact for every net from 0 to `limit`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reciprocal {
    pub(super) multiplier: u64,
    pub(super) addend: u64,
    pub(super) limit: u64,
}

impl Reciprocal {
    /// The multiplication of a rate. Rates that do not fit have the limit 0: they take the exact way.
    ///
    /// Each rule of rounding is the whole part of (a × net + b) / d. With m = ⌈a × 2^64 / d⌉ and
    /// c = ⌈b × 2^64 / d⌉ the sum net × m + c exceeds 2^64 × (a × net + b) / d by (net × e + f) / d, where
    /// e = m × d − a × 2^64 and f = c × d − b × 2^64. A number of d-ths that is not whole is at least 1/d below
    /// the next whole number, so the whole part is right while (net × e + f) / (d × 2^64) < 1/d, that is, while
    /// net × e + f < 2^64.
    pub(super) fn of(rate: Fraction, rounding: Rounding) -> Self {
        Self::fitting(rate, rounding).unwrap_or_default()
    }

    fn fitting(rate: Fraction, rounding: Rounding) -> Option<Self> {
        // Below 2^62 nothing here comes near the range.
        let part = |number: u128| u64::try_from(number).ok().filter(|number| *number < 1 << 62).map(u128::from);
        let (numerator, denominator) = (part(rate.numerator())?, part(rate.denominator())?);
        let (a, b, d) = match rounding {
            Rounding::Floor => (numerator, 0, denominator),
            Rounding::Ceil => (numerator, denominator - 1, denominator),
            Rounding::HalfUp => (2 * numerator, denominator, 2 * denominator),
        };
        let up = |number: u128| {
            let whole = (number << 64).div_ceil(d);
            (whole, whole * d - (number << 64))
        };
        let ((multiplier, e), (addend, f)) = (up(a), up(b));
        let room = (1_u128 << 64) - 1;
        let limit = room.checked_sub(f)?.checked_div(e).map_or(SWIFT, |most| u64::try_from(most).unwrap_or(SWIFT));
        let narrow = |number: u128| u64::try_from(number).ok();
        Some(Self { multiplier: narrow(multiplier)?, addend: narrow(addend)?, limit: limit.min(SWIFT) })
    }

    /// The tax of a net up to the limit.
    #[inline]
    pub(super) fn tax(self, net: u64) -> u64 {
        // The largest product and addend make 2^128 − 2^64, so nothing wraps.
        let product = u128::from(net).wrapping_mul(self.multiplier.into()).wrapping_add(self.addend.into());
        u64::try_from(product >> 64).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_division(net: u64, rate: Fraction, rounding: Rounding) -> u128 {
        let (product, divisor) = (u128::from(net) * rate.numerator(), rate.denominator());
        match rounding {
            Rounding::Floor => product / divisor,
            Rounding::Ceil => product.div_ceil(divisor),
            Rounding::HalfUp => (2 * product + divisor) / (2 * divisor),
        }
    }

    const RULES: [Rounding; 3] = [Rounding::Floor, Rounding::Ceil, Rounding::HalfUp];

    proptest! {
        #[test]
        fn it_is_the_division_up_to_its_limit(
            part in 0_u64..=1_000_000,
            whole in prop_oneof![1_u64..=1_000_000, 1_u64..1 << 62],
            share in any::<u64>(),
            back in 0_u64..50,
        ) {
            let rate = Fraction::new(part.min(whole).into(), whole.into());
            for rounding in RULES {
                let reciprocal = Reciprocal::of(rate, rounding);
                let spread = u64::try_from((u128::from(reciprocal.limit) * u128::from(share)) >> 64).unwrap_or(0);
                for net in [spread, reciprocal.limit.saturating_sub(back), back.min(reciprocal.limit)] {
                    prop_assert_eq!(u128::from(reciprocal.tax(net)), by_division(net, rate, rounding));
                }
            }
        }
    }

    #[test]
    fn rates_in_use_are_swift_for_every_amount() {
        for (part, whole) in [(1, 10), (8, 100), (5, 100), (35, 1_000), (0, 1), (333, 1_000)] {
            for rounding in RULES {
                assert_eq!(Reciprocal::of(Fraction::new(part, whole), rounding).limit, SWIFT, "{part}/{whole}");
            }
        }
        assert_eq!(Reciprocal::of(Fraction::whole(1), Rounding::Floor).limit, 0, "a rate of 1 does not fit");
        assert_eq!(Reciprocal::of(Fraction::new(1, 1 << 70), Rounding::Floor).limit, 0);
    }
}
