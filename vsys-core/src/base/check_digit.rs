//! The two check digits of the field.

/// The check digit of a municipality code: Σ digit × (6,5,4,3,2) over five digits, then the last
/// digit of 11 − (Σ mod 11). Source: F-CODE (全国地方公共団体コード).
#[inline]
pub(super) fn municipality(digits: [u8; 5]) -> u8 {
    let [a, b, c, d, e] = digits.map(u32::from);
    let sum = 6 * a + 5 * b + 4 * c + 3 * d + 2 * e;
    // 11 − (0..=10) lies in 1..=11, so its last digit is a digit.
    u8::try_from((11 - sum % 11) % 10).unwrap_or(0)
}

/// The last digit that makes the Luhn sum of `digits` and itself a multiple of ten.
/// Source: F-CODE (保険医療機関コード).
pub(super) fn luhn(digits: &[u8]) -> u8 {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let doubled = u32::from(digit) * if place % 2 == 0 { 2 } else { 1 };
            doubled / 10 + doubled % 10
        })
        .sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

/// The ASCII digits of a text of exactly `N` digits.
#[inline]
pub(super) fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let bytes: &[u8; N] = text.try_into().ok()?;
    let digits = bytes.map(|byte| byte.wrapping_sub(b'0'));
    digits.iter().all(|digit| *digit <= 9).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_codes_fit() {
        // F-CODE: 131032 港区, 131105 目黒区, 011002 札幌市; X-31: 13100 → 8, 99999 → 7.
        for (code, digit) in [("13103", 2), ("13110", 5), ("01100", 2), ("13100", 8), ("99999", 7)] {
            assert_eq!(digits(code.as_bytes()).map(municipality), Some(digit), "{code}");
        }
    }
}
