//! An exact share.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

use super::pack::Rounding;

/// An exact non-negative fraction in lowest terms with a positive denominator; prints as `780/31`.
///
/// ```
/// use vsys_core::base::Fraction;
/// assert_eq!(Fraction::new(1560, 62).to_string(), "780/31");
/// assert_eq!(Fraction::new(5, 1).to_string(), "5/1");
/// assert_eq!(Fraction::new(780, 31).floor(), 25);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: u128,
    denominator: u128,
}

impl Fraction {
    /// A fraction; a denominator of zero counts as one, so that no input can fail here.
    pub const fn new(numerator: u128, denominator: u128) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        let divisor = gcd(numerator, denominator);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// A whole number.
    pub const fn whole(number: u64) -> Self {
        Self { numerator: number as u128, denominator: 1 }
    }

    /// A decimal rate, exactly; nothing below zero or beyond the range.
    pub fn of(rate: Decimal) -> Option<Self> {
        let numerator = u128::try_from(rate.mantissa()).ok()?;
        Some(Self::new(numerator, 10_u128.checked_pow(rate.scale())?))
    }

    /// The numerator in lowest terms.
    pub const fn numerator(self) -> u128 {
        self.numerator
    }

    /// The denominator in lowest terms, never zero.
    pub const fn denominator(self) -> u128 {
        self.denominator
    }

    /// The whole part.
    pub const fn floor(self) -> u128 {
        self.numerator / self.denominator
    }

    /// The whole number it becomes by a named rounding.
    ///
    /// ```
    /// use vsys_core::base::{Fraction, Rounding};
    /// let cut = Fraction::new(9 * 52, 10);
    /// assert_eq!([Rounding::Floor, Rounding::HalfUp, Rounding::Ceil].map(|by| cut.rounded(by)), [46, 47, 47]);
    /// ```
    pub const fn rounded(self, rounding: Rounding) -> u128 {
        let rest = self.numerator % self.denominator;
        let up = match rounding {
            Rounding::Ceil => rest > 0,
            Rounding::Floor => false,
            Rounding::HalfUp => rest > 0 && rest >= self.denominator - rest,
        };
        self.floor() + up as u128
    }

    /// What is left after the whole part.
    #[must_use]
    pub const fn remainder(self) -> Self {
        Self { numerator: self.numerator % self.denominator, denominator: self.denominator }
    }

    /// Compares with another fraction, exactly, by the steps of Euclid's algorithm: no product is
    /// formed, so nothing can overflow.
    fn compare(self, other: Self) -> Ordering {
        let (mut a, mut b) = (self, other);
        let mut flipped = false;
        loop {
            let order = a.floor().cmp(&b.floor());
            let (ra, rb) = (a.numerator % a.denominator, b.numerator % b.denominator);
            let order = match (order, ra, rb) {
                (Ordering::Equal, 0, 0) => Ordering::Equal,
                (Ordering::Equal, 0, _) => Ordering::Less,
                (Ordering::Equal, _, 0) => Ordering::Greater,
                (Ordering::Equal, _, _) => {
                    // ra/da < rb/db exactly when db/rb < da/ra: compare the inverses, turned round.
                    a = Self { numerator: a.denominator, denominator: ra };
                    b = Self { numerator: b.denominator, denominator: rb };
                    flipped = !flipped;
                    continue;
                }
                (order, _, _) => order,
            };
            return if flipped { order.reverse() } else { order };
        }
    }
}

/// Euclid's greatest common divisor, on the narrow type while the numbers allow.
const fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        if a <= u64::MAX as u128 && b <= u64::MAX as u128 {
            #[expect(clippy::cast_possible_truncation, reason = "both fit, as was just asked")]
            let (mut x, mut y) = (a as u64, b as u64);
            while y != 0 {
                (x, y) = (y, x % y);
            }
            return x as u128;
        }
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        self.compare(*other)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(a in 0_u64.., b in 1_u64.., c in 0_u64.., d in 1_u64..) {
            let (x, y) = (Fraction::new(a.into(), b.into()), Fraction::new(c.into(), d.into()));
            let products = (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)));
            prop_assert_eq!(x.cmp(&y), products);
            prop_assert_eq!(x == y, products == Ordering::Equal);
        }
    }
}
