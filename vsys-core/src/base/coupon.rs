//! The number of a coupon.

use std::fmt;
use std::str::FromStr;

use super::blank::Blank;
use super::check_digit::digits;
use super::problem::BaseProblem;

/// A coupon number (券番号): ten ASCII digits, issued by a municipality and the same for all doses of a person
/// there. Leading zeros matter; it has no known check digit.
///
/// It is a personal datum and travels inside [`Personal`](super::Personal). Source: F-CODE.
///
/// # Errors
/// Reading fails with [`BaseProblem::CouponForm`].
///
/// ```
/// use vsys_core::base::{BaseProblem, CouponNumber};
/// let number: CouponNumber = "0012345678".parse()?;
/// assert_eq!(number.to_string(), "0012345678");
/// assert_eq!("12345678".parse::<CouponNumber>(), Err(BaseProblem::CouponForm));
/// # Ok::<(), BaseProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CouponNumber(u64);

impl CouponNumber {
    /// A number from ASCII digits, for bytes that need not be a text.
    ///
    /// # Errors
    /// As for reading a text.
    pub fn from_ascii(bytes: &[u8]) -> Result<Self, BaseProblem> {
        let digits = digits::<10>(bytes).ok_or(BaseProblem::CouponForm)?;
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))))
    }

    /// The digits as a number below 10^10.
    pub const fn number(self) -> u64 {
        self.0
    }
}

impl Blank for CouponNumber {
    const BLANK: Self = Self(0);
}

impl FromStr for CouponNumber {
    type Err = BaseProblem;

    fn from_str(text: &str) -> Result<Self, BaseProblem> {
        Self::from_ascii(text.as_bytes())
    }
}

impl fmt::Display for CouponNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}", self.0)
    }
}
