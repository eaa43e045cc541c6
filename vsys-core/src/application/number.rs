//! The number of an application.

use std::fmt;
use std::str::FromStr;

use super::problem::ApplicationProblem;
use crate::base::Blank;

/// The digits of a text of exactly so many ASCII digits.
fn digits(text: &str, length: usize) -> Option<u64> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The holder of applications: five digits, whose meaning is not published, and ten digits, as wide as
/// a medical institution's number or 類似コード. Source: APP-8.
///
/// ```
/// use vsys_core::application::Holder;
/// let holder: Holder = "12345-1010101010".parse()?;
/// assert_eq!((holder.group().as_str(), holder.code().as_str()), ("12345", "1010101010"));
/// assert_eq!(holder.to_string(), "12345-1010101010");
/// assert!("12345-101010101".parse::<Holder>().is_err());
/// # Ok::<(), vsys_core::application::ApplicationProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder {
    group: u64,
    code: u64,
}

impl Holder {
    /// The first five digits.
    pub fn group(self) -> String {
        format!("{:05}", self.group)
    }

    /// The ten digits.
    pub fn code(self) -> String {
        format!("{:010}", self.code)
    }
}

impl Blank for Holder {
    const BLANK: Self = Self { group: 0, code: 0 };
}

impl FromStr for Holder {
    type Err = ApplicationProblem;

    fn from_str(text: &str) -> Result<Self, ApplicationProblem> {
        let (group, code) = text.split_once('-').ok_or(ApplicationProblem::HolderForm)?;
        let holder = digits(group, 5).zip(digits(code, 10)).map(|(group, code)| Self { group, code });
        holder.ok_or(ApplicationProblem::HolderForm)
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}-{:010}", self.group, self.code)
    }
}

/// The number of an application (申込番号), such as `12345-1010101010-01`: the holder and a running number
/// of the holder from 01 to 99. Numbers are ordered by holder, then by running number.
///
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 職域追加接種の実施申込み, 2021-11 (APP-7, APP-8).
///
/// # Errors
/// Reading fails with [`ApplicationProblem::NumberForm`].
///
/// ```
/// use vsys_core::application::ApplicationNumber;
/// let number: ApplicationNumber = "12345-1010101010-01".parse()?;
/// assert_eq!((number.holder().group().as_str(), number.holder().code().as_str(), number.running()), ("12345", "1010101010", 1));
/// assert_eq!(number.next()?.to_string(), "12345-1010101010-02");
/// assert!("12345-1010101010-00".parse::<ApplicationNumber>().is_err());
/// # Ok::<(), vsys_core::application::ApplicationProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicationNumber {
    holder: Holder,
    running: u8,
}

impl ApplicationNumber {
    const LAST: u8 = 99;

    /// The first number of a holder.
    pub const fn first(holder: Holder) -> Self {
        Self { holder, running: 1 }
    }

    /// The number after this one.
    ///
    /// # Errors
    /// [`ApplicationProblem::NumberExhausted`] after 99.
    pub const fn next(self) -> Result<Self, ApplicationProblem> {
        if self.running >= Self::LAST {
            return Err(ApplicationProblem::NumberExhausted { most: Self::LAST });
        }
        Ok(Self { running: self.running + 1, ..self })
    }

    /// The holder.
    pub const fn holder(self) -> Holder {
        self.holder
    }

    /// The running number, 1 to 99.
    pub const fn running(self) -> u8 {
        self.running
    }
}

impl Blank for ApplicationNumber {
    const BLANK: Self = Self { holder: Holder::BLANK, running: 1 };
}

impl FromStr for ApplicationNumber {
    type Err = ApplicationProblem;

    fn from_str(text: &str) -> Result<Self, ApplicationProblem> {
        let form = || {
            let (holder, running) = text.rsplit_once('-')?;
            let running = u8::try_from(digits(running, 2)?).ok().filter(|&running| running > 0)?;
            Some(Self { holder: holder.parse().ok()?, running })
        };
        form().ok_or(ApplicationProblem::NumberForm)
    }
}

impl fmt::Display for ApplicationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.holder, self.running)
    }
}
