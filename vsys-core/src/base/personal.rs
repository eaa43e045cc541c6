//! Personal data.

use std::fmt;
use std::str::FromStr;

/// A personal datum (個人情報): a name, a birth date, a telephone or coupon number, a mail address, an
/// affiliation. It never prints itself: `Debug` hides it, there is no `Display`, and neither findings
/// nor notices nor log entries take one. Only [`Personal::reveal`] gives it out, to the answer that
/// carries a record back to its owner.
///
/// Source: 「第1回自治体説明会 V-SYSに関する詳細説明」 個人情報の安全な取扱いへのご協力要請, 2020-12-18 (PRV-1).
///
/// ```
/// use vsys_core::base::{Personal, Text};
/// let name: Personal<Text<40>> = "架空 花子".parse()?;
/// assert_eq!(format!("{name:?}"), "Personal(…)");
/// assert_eq!(name.reveal().as_str(), "架空 花子");
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Hides a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the answer that carries it back to its owner and for a rule that looks at it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal(…)")
    }
}

impl<T: FromStr> FromStr for Personal<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self)
    }
}
