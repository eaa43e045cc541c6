//! The code of a prefecture.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::blank::Blank;
use super::check_digit;
use super::problem::BaseProblem;

/// A prefecture code (都道府県コード), 01 to 47 (JIS X 0401). Source: F-CODE.
///
/// # Errors
/// Reading fails with [`BaseProblem::PrefectureForm`].
///
/// ```
/// use vsys_core::base::PrefectureCode;
/// assert_eq!("13".parse::<PrefectureCode>()?.to_string(), "13");
/// assert!("48".parse::<PrefectureCode>().is_err());
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PrefectureCode(u8);

impl PrefectureCode {
    /// The number, 1 to 47.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The prefecture that begins a municipality code already known to be valid.
    pub(super) fn leading(number: u32) -> Self {
        Self(u8::try_from(number).unwrap_or(0).clamp(1, 47))
    }
}

impl Blank for PrefectureCode {
    const BLANK: Self = Self(1);
}

impl FromStr for PrefectureCode {
    type Err = BaseProblem;

    fn from_str(text: &str) -> Result<Self, BaseProblem> {
        let [tens, ones] = check_digit::digits::<2>(text.as_bytes()).ok_or(BaseProblem::PrefectureForm)?;
        let number = tens * 10 + ones;
        if (1..=47).contains(&number) { Ok(Self(number)) } else { Err(BaseProblem::PrefectureForm) }
    }
}

impl fmt::Display for PrefectureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl TryFrom<String> for PrefectureCode {
    type Error = BaseProblem;
    fn try_from(text: String) -> Result<Self, BaseProblem> {
        text.parse()
    }
}

impl From<PrefectureCode> for String {
    fn from(code: PrefectureCode) -> Self {
        code.to_string()
    }
}
