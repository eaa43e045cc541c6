//! The names that formulas use.

use std::fmt;
use std::str::FromStr;

use super::problem::PolicyProblem;
use crate::base::{Blank, IntoList};

/// The name of a column of figures or of a layer (項目名): a letter, then letters, digits and underscores,
/// all small ASCII, at most 40: `population_12_64`, `request`.
///
/// ```
/// use vsys_core::policy::Name;
/// assert_eq!("population_12_64".parse::<Name>()?.as_str(), "population_12_64");
/// assert!("Population 12-64".parse::<Name>().is_err());
/// # Ok::<(), vsys_core::policy::PolicyProblem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// How long a name may be.
const LONGEST: usize = 40;

impl Name {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Names in their order, each of them once.
    pub(super) fn sorted<'n>(names: impl Iterator<Item = &'n Self>) -> Vec<&'n Self> {
        let mut names: Vec<&Self> = names.list();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What stands for everything given by the layers before: no column and no layer may be called so.
    pub(super) fn is_given(&self) -> bool {
        self.0 == "given"
    }
}

impl Blank for Name {
    const BLANK: Self = Self(String::new());
}

impl FromStr for Name {
    type Err = PolicyProblem;

    fn from_str(text: &str) -> Result<Self, PolicyProblem> {
        let mut bytes = text.bytes();
        let begins = bytes.next().is_some_and(|byte| byte.is_ascii_lowercase());
        let goes_on = bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if begins && goes_on && text.len() <= LONGEST {
            Ok(Self(text.to_owned()))
        } else {
            Err(PolicyProblem::NameForm)
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
