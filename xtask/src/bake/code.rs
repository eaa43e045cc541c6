//! Local government codes (全国地方公共団体コード) and their check digit.

use std::fmt;

use super::csv::whole;

/// A local government code (全国地方公共団体コード): two digits of the prefecture, three of the body, a check
/// digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LocalGovernmentCode {
    digits: String,
    prefecture: PrefectureCode,
}

impl LocalGovernmentCode {
    /// Reads six digits with a right check digit and a prefecture that exists.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let not_six_digits = || format!("«{text}» is not a code of six digits");
        let parts = text.split_at_checked(5).filter(|_| text.len() == 6);
        let (five, printed) = parts.ok_or_else(not_six_digits)?;
        let computed = check_digit(five).ok_or_else(not_six_digits)?;
        if whole(printed).map_err(|_| not_six_digits())? != computed {
            return Err(format!("the check digit of «{text}» is wrong: {computed} would be right"));
        }
        let prefecture = PrefectureCode::parse(five.get(..2).unwrap_or_default())?;
        Ok(Self { digits: text.to_owned(), prefecture })
    }

    /// The prefecture in whose area the body lies.
    pub(super) fn prefecture(&self) -> PrefectureCode {
        self.prefecture
    }

    /// The six digits.
    pub(super) fn as_str(&self) -> &str {
        &self.digits
    }
}

impl fmt::Display for LocalGovernmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)
    }
}

/// A prefecture code (都道府県コード), 01 to 47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PrefectureCode(u8);

impl PrefectureCode {
    /// All the prefectures, from Hokkaido to Okinawa.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (1..=47).map(Self)
    }

    /// The code of the prefecture itself as a local government: its two digits, 000 and the check
    /// digit.
    pub(super) fn local_government_code(self) -> String {
        let five = format!("{self}000");
        let digit = check_digit(&five).map(|digit| digit.to_string());
        format!("{five}{}", digit.unwrap_or_default())
    }

    fn parse(two: &str) -> Result<Self, String> {
        let code = two.parse().ok().filter(|code| (1..=47).contains(code));
        code.map(Self).ok_or_else(|| format!("«{two}» is not the code of a prefecture"))
    }
}

impl fmt::Display for PrefectureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// The check digit of five digits, weighted 6, 5, 4, 3, 2: the last digit of 11 − (sum mod 11).
fn check_digit(five: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = five.chars().map(|character| character.to_digit(10)).collect();
    let digits = digits.filter(|digits| digits.len() == 5)?;
    let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    Some((11 - sum % 11) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_codes_are_read() -> Result<(), String> {
        // 札幌市, 港区, 熊本市: codes as 総務省 publishes them.
        for (text, prefecture) in [("011002", "01"), ("131032", "13"), ("431001", "43")] {
            let code = LocalGovernmentCode::parse(text)?;
            assert_eq!((code.as_str(), code.prefecture().to_string().as_str()), (text, prefecture));
        }
        Ok(())
    }

    #[test]
    fn the_codes_of_prefectures_are_computed() {
        let codes: Vec<_> = PrefectureCode::all().map(PrefectureCode::local_government_code).collect();
        // 北海道, 東京都, 沖縄県: codes as 総務省 publishes them.
        for known in ["010006", "130001", "470007"] {
            assert!(codes.iter().any(|code| code == known), "{known} is missing");
        }
        assert_eq!(codes.len(), 47);
    }

    #[test]
    fn a_wrong_check_digit_is_named() {
        // The dummy that the sources print for 港区.
        let refused = LocalGovernmentCode::parse("131002");
        assert_eq!(refused, Err("the check digit of «131002» is wrong: 8 would be right".to_owned()));
    }

    #[test]
    fn only_six_digits_are_a_code() {
        for wrong in ["", "13103", "1310322", "13103x", "x31032", "１３１０３２", "13103２"] {
            assert_eq!(LocalGovernmentCode::parse(wrong), Err(format!("«{wrong}» is not a code of six digits")));
        }
    }

    #[test]
    fn only_forty_seven_prefectures_exist() {
        // The check digits are right: 48100 weighs 68, 11 − 2 = 9; 00100 weighs 4, 11 − 4 = 7.
        assert_eq!(LocalGovernmentCode::parse("481009"), Err("«48» is not the code of a prefecture".to_owned()));
        assert_eq!(LocalGovernmentCode::parse("001007"), Err("«00» is not the code of a prefecture".to_owned()));
    }
}
