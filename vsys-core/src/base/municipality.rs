//! The code of a municipality.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::blank::Blank;
use super::check_digit;
use super::prefecture::PrefectureCode;
use super::problem::BaseProblem;

/// A municipality code (全国地方公共団体コード, 市町村コード): five digits and a check digit.
///
/// A value has a valid check digit; whether the code exists, and since when, is asked of the table
/// of municipalities. Source: F-CODE; ruling municipality-code (X-31: the printed 999999 and 131002
/// are no codes).
///
/// # Errors
/// Reading fails with [`BaseProblem::MunicipalityForm`] or [`BaseProblem::MunicipalityCheckDigit`].
///
/// ```
/// use vsys_core::base::{BaseProblem, MunicipalityCode};
/// let minato: MunicipalityCode = "131032".parse()?;
/// assert_eq!(minato.to_string(), "131032");
/// assert_eq!(minato.prefecture().to_string(), "13");
/// assert_eq!("131002".parse::<MunicipalityCode>(), Err(BaseProblem::MunicipalityCheckDigit { expected: 8 }));
/// # Ok::<(), BaseProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(u32);

impl MunicipalityCode {
    /// A code from ASCII digits, for bytes that need not be a text.
    ///
    /// # Errors
    /// As for reading a text.
    #[inline]
    pub fn from_ascii(bytes: &[u8]) -> Result<Self, BaseProblem> {
        let [a, b, c, d, e, check] = check_digit::digits::<6>(bytes).ok_or(BaseProblem::MunicipalityForm)?;
        let expected = check_digit::municipality([a, b, c, d, e]);
        if check != expected {
            return Err(BaseProblem::MunicipalityCheckDigit { expected });
        }
        if !(1..=47).contains(&(a * 10 + b)) {
            return Err(BaseProblem::MunicipalityForm);
        }
        Ok(Self([a, b, c, d, e, check].iter().fold(0, |number, &digit| number * 10 + u32::from(digit))))
    }

    /// The code of five digits, which gets its check digit.
    #[cfg(feature = "municipalities")]
    pub(crate) fn of_five_digits(number: u32) -> Option<Self> {
        let digits = check_digit::digits::<5>(format!("{number:05}").as_bytes())?;
        (1..=47).contains(&(number / 1000)).then(|| Self(number * 10 + u32::from(check_digit::municipality(digits))))
    }

    /// The prefecture the code begins with.
    pub fn prefecture(self) -> PrefectureCode {
        PrefectureCode::leading(self.0 / 10_000)
    }

    /// The code as a number, for tables that look it up.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl Blank for MunicipalityCode {
    const BLANK: Self = Self(0);
}

impl FromStr for MunicipalityCode {
    type Err = BaseProblem;

    fn from_str(text: &str) -> Result<Self, BaseProblem> {
        Self::from_ascii(text.as_bytes())
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = BaseProblem;
    fn try_from(text: String) -> Result<Self, BaseProblem> {
        text.parse()
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}
