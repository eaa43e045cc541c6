//! Decimals by their digits alone: the library's own reader also knows exponents and roundings, which nothing here has, and
//! would bring them into every page.

use rust_decimal::Decimal;

use super::fraction::Fraction;

/// How many digits surely fit.
const DIGITS: usize = 28;

/// A decimal such as `0.10`: up to 28 digits, with or without a point, in a scale of as many places as are written.
/// Nothing for any other text.
///
/// ```
/// use vsys_core::base::read_decimal;
/// assert_eq!(read_decimal("0.10").map(|rate| rate.to_string()).as_deref(), Some("0.10"));
/// assert_eq!(read_decimal("1e-1"), None);
/// ```
pub fn read_decimal(text: &str) -> Option<Decimal> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let count = whole.len() + places.len();
    if !(1..=DIGITS).contains(&count) {
        return None;
    }
    let mut mantissa = 0_i128;
    for digits in [whole, places] {
        for digit in digits.bytes() {
            mantissa = mantissa * 10 + i128::from(char::from(digit).to_digit(10)?);
        }
    }
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(places.len()).ok()?).ok()
}

/// Whether a decimal is a share: 0 to 1.
///
/// ```
/// use vsys_core::base::{is_share, read_decimal};
/// assert_eq!(["0", "0.10", "1.00", "1.01"].map(|rate| read_decimal(rate).is_some_and(is_share)), [true, true, true, false]);
/// assert!(!is_share(-rust_decimal::Decimal::ONE));
/// ```
pub fn is_share(rate: Decimal) -> bool {
    Fraction::of(rate).is_some_and(|rate| rate.numerator() <= rate.denominator())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_are_read_as_the_library_reads_them() {
        const SIGNS: &[u8] = b"019.-e";
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer =
                |text: &String| SIGNS.iter().map(|sign| format!("{text}{}", char::from(*sign))).collect::<Vec<_>>();
            texts = [vec![String::new()], texts.iter().flat_map(longer).collect()].concat();
        }
        texts.extend(["9".repeat(28), format!("0.{}", "9".repeat(27)), format!("{}.5", "7".repeat(27))]);
        let plain = |text: &String| !text.contains(['-', 'e']);
        assert!(texts.len() > 9_000);
        for text in texts {
            let library = text.parse::<Decimal>().ok().filter(|_| plain(&text));
            let read = read_decimal(&text);
            // Equal decimals may have different scales.
            let exact = |decimal: Option<Decimal>| decimal.map(|decimal| (decimal.mantissa(), decimal.scale()));
            assert_eq!(exact(read), exact(library), "{text}");
        }
        assert_eq!(read_decimal(&"9".repeat(29)), None);
    }
}
