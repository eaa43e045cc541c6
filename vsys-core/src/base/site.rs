//! Ids and names that people type.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::blank::Blank;
use super::problem::BaseProblem;

/// A printable text of 1 to `MOST` characters: no control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MOST: usize>(String);

impl<const MOST: usize> Text<MOST> {
    /// Whether a text has this form, without keeping it.
    ///
    /// # Errors
    /// [`BaseProblem::TextForm`] when it has not.
    ///
    /// ```
    /// use vsys_core::base::SiteId;
    /// assert!(SiteId::check("目黒区病院01").is_ok());
    /// assert!(SiteId::check("  ").is_err());
    /// ```
    pub fn check(text: &str) -> Result<(), BaseProblem> {
        // Most are short and of visible ASCII characters alone.
        if !text.is_empty() && text.len() <= MOST && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(());
        }
        let length = text.chars().take(MOST + 1).count();
        if length == 0 || length > MOST || text.chars().any(char::is_control) || text.trim().is_empty() {
            return Err(BaseProblem::TextForm { most: MOST });
        }
        Ok(())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> Blank for Text<MOST> {
    const BLANK: Self = Self(String::new());
}

impl<const MOST: usize> FromStr for Text<MOST> {
    type Err = BaseProblem;

    fn from_str(text: &str) -> Result<Self, BaseProblem> {
        Self::check(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl<const MOST: usize> fmt::Display for Text<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MOST: usize> TryFrom<String> for Text<MOST> {
    type Error = BaseProblem;
    fn try_from(text: String) -> Result<Self, BaseProblem> {
        text.parse()
    }
}

impl<const MOST: usize> From<Text<MOST>> for String {
    fn from(text: Text<MOST>) -> Self {
        text.0
    }
}

/// The id of a recipient or of a site (医療機関・接種会場): its institution code or any other text of
/// 1 to 64 characters. Ids are compared as bytes (ruling proposal-method).
///
/// ```
/// use vsys_core::base::SiteId;
/// assert_eq!("目黒区病院01".parse::<SiteId>()?.as_str(), "目黒区病院01");
/// assert!("".parse::<SiteId>().is_err());
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
pub type SiteId = Text<64>;
