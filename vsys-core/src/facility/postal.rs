//! The two forms of a postal code.

use std::fmt;
use std::str::FromStr;

use super::problem::FacilityProblem;
use crate::base::Blank;

macro_rules! postal_codes {
    ($($(#[$meta:meta])* $name:ident like $shape:literal or $problem:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl Blank for $name {
            const BLANK: Self = Self(String::new());
        }

        impl FromStr for $name {
            type Err = FacilityProblem;

            fn from_str(text: &str) -> Result<Self, FacilityProblem> {
                if is(text, $shape) { Ok(Self(text.to_owned())) } else { Err(FacilityProblem::$problem) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

postal_codes! {
    /// A postal code of the reception system's block (郵便番号, `000-0000`).
    /// Source: 「職域における追加接種（3回目接種） V-SYSについて」 医療機関情報の登録と変更について, 2021-11 (MED-2).
    ///
    /// ```
    /// use vsys_core::facility::HyphenatedPostalCode;
    /// assert_eq!("999-8765".parse::<HyphenatedPostalCode>()?.to_string(), "999-8765");
    /// assert!("9998765".parse::<HyphenatedPostalCode>().is_err());
    /// # Ok::<(), vsys_core::facility::FacilityProblem>(())
    /// ```
    HyphenatedPostalCode like "000-0000" or PostalHyphenated;
    /// A postal code of the delivery block (納入先郵便番号), seven digits. Source: as [`HyphenatedPostalCode`].
    ///
    /// ```
    /// use vsys_core::facility::PostalDigits;
    /// assert_eq!("9998765".parse::<PostalDigits>()?.to_string(), "9998765");
    /// assert!("999-8765".parse::<PostalDigits>().is_err());
    /// # Ok::<(), vsys_core::facility::FacilityProblem>(())
    /// ```
    PostalDigits like "0000000" or PostalDigits;
}

/// Whether a text has an ASCII digit wherever the shape has 0, and is the shape elsewhere.
fn is(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(
            |(byte, like)| {
                if like == b'0' { byte.is_ascii_digit() } else { byte == like }
            },
        )
}
