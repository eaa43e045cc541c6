//! The code of a medical institution.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::blank::Blank;
use super::check_digit;
use super::problem::BaseProblem;

/// The kind of an institution's number (医療機関等番号の種別): it decides what may be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstitutionKind {
    /// 保険医療機関コード: prefecture 2, table 1, area 2, institution 4, check digit.
    Insurance,
    /// 類似コード, given for the programme; its numbering is not published.
    Similar,
    /// 介護保険事業所番号; no check is published here.
    Care,
}

/// Over which digits the check digit of a 保険医療機関コード is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckDigit {
    /// Over all ten digits.
    TenDigits,
    /// Over the last seven alone: 埼玉 11, 千葉 12, 東京 13, 神奈川 14.
    LastSeven,
}

/// A medical institution's number (医療機関等番号), ten ASCII digits.
///
/// Ten digits are all that a value promises: a failing check digit is a warning, since real
/// exceptions exist ([`InstitutionCode::check`]). Source: F-CODE; ruling institution-code (X-25).
///
/// # Errors
/// Reading fails with [`BaseProblem::InstitutionForm`].
///
/// ```
/// use vsys_core::base::{BaseProblem, InstitutionCode, InstitutionKind};
/// let code: InstitutionCode = "0199999990".parse()?; // invented
/// assert_eq!(code.check(InstitutionKind::Insurance), Err(BaseProblem::InstitutionCheckDigit { expected: 6 }));
/// assert_eq!(code.check(InstitutionKind::Care), Ok(None));
/// assert!("１２３".parse::<InstitutionCode>().is_err());
/// # Ok::<(), BaseProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InstitutionCode([u8; 10]);

impl InstitutionCode {
    /// Checks the check digit where the kind has one, and says which rule was used.
    ///
    /// # Errors
    /// [`BaseProblem::InstitutionPrefecture`] or [`BaseProblem::InstitutionCheckDigit`], both
    /// warnings.
    pub fn check(self, kind: InstitutionKind) -> Result<Option<CheckDigit>, BaseProblem> {
        if kind != InstitutionKind::Insurance {
            return Ok(None);
        }
        let [p, q, _, d, e, f, g, h, i, check] = self.0;
        let (expected, rule) = match p * 10 + q {
            0 | 48.. => return Err(BaseProblem::InstitutionPrefecture),
            11..=14 => (check_digit::luhn(&[d, e, f, g, h, i]), CheckDigit::LastSeven),
            _ => (check_digit::luhn(&self.0[..9]), CheckDigit::TenDigits),
        };
        if check == expected { Ok(Some(rule)) } else { Err(BaseProblem::InstitutionCheckDigit { expected }) }
    }

    /// The same code with the check digit that fits: how the generator makes valid invented codes.
    #[must_use]
    pub fn with_check_digit(self) -> Self {
        match self.check(InstitutionKind::Insurance) {
            Err(BaseProblem::InstitutionCheckDigit { expected }) => {
                let mut digits = self.0;
                if let Some(last) = digits.last_mut() {
                    *last = expected;
                }
                Self(digits)
            }
            _ => self,
        }
    }
}

impl Blank for InstitutionCode {
    const BLANK: Self = Self([0; 10]);
}

impl FromStr for InstitutionCode {
    type Err = BaseProblem;

    fn from_str(text: &str) -> Result<Self, BaseProblem> {
        check_digit::digits(text.as_bytes()).map(Self).ok_or(BaseProblem::InstitutionForm)
    }
}

impl fmt::Display for InstitutionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

impl TryFrom<String> for InstitutionCode {
    type Error = BaseProblem;
    fn try_from(text: String) -> Result<Self, BaseProblem> {
        text.parse()
    }
}

impl From<InstitutionCode> for String {
    fn from(code: InstitutionCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invented codes, one for each branch of F-CODE; the check digits were worked out by hand.
    #[test]
    fn every_branch_of_the_rule() {
        let check =
            |text: &str| text.parse::<InstitutionCode>().and_then(|code| code.check(InstitutionKind::Insurance));
        // From the right: seven nines count 9 each whether doubled or not (63), then 1 plain and 0: 64 → 6.
        assert_eq!(check("0199999996"), Ok(Some(CheckDigit::TenDigits)));
        assert_eq!(check("0199999994"), Err(BaseProblem::InstitutionCheckDigit { expected: 6 }));
        // The last seven alone: six nines count 54 → 6.
        for prefecture in ["11", "12", "13", "14"] {
            assert_eq!(check(&format!("{prefecture}19999996")), Ok(Some(CheckDigit::LastSeven)));
        }
        assert_eq!(check("1519999996"), Err(BaseProblem::InstitutionCheckDigit { expected: 7 }));
        assert_eq!(check("4811111111"), Err(BaseProblem::InstitutionPrefecture));
        assert_eq!(check("0011111111"), Err(BaseProblem::InstitutionPrefecture));
        assert_eq!(check("123456789"), Err(BaseProblem::InstitutionForm));
        assert_eq!(check("12345６7890"), Err(BaseProblem::InstitutionForm));
    }

    #[test]
    fn the_fitting_check_digit_fits() {
        for text in ["0110000010", "1310000010", "4710000010", "1410999910"] {
            let code = text.parse::<InstitutionCode>().map(InstitutionCode::with_check_digit);
            assert!(matches!(code.and_then(|code| code.check(InstitutionKind::Insurance)), Ok(Some(_))), "{text}");
        }
    }
}
