//! The figures that a formula computes from columns: sums of columns with exact factors, never below zero.

use std::fmt;
use std::str::FromStr;

use super::name::Name;
use super::problem::PolicyProblem;
use crate::base::{Blank, Fraction};

/// Numerators and denominators of factors, and common denominators, stay below this, so that no figure of
/// columns up to 2^53−1 leaves 128 bits: 2^53 · 2^20 · 2^20 · 2^4 = 2^97.
const MOST_FACTOR: u64 = 1_000_000;
/// The largest number that may stand by itself.
const MOST_NUMBER: u64 = (1 << 53) - 1;
/// How many terms a sum may have.
const MOST_TERMS: usize = 16;
/// How many sums `min` may choose from.
const MOST_SUMS: usize = 4;
/// How long the text of a figure may be.
const LONGEST: usize = 400;

/// A figure of a formula (算定項目): a sum of columns with exact factors, or the least of several sums;
/// what would be below zero counts as zero.
///
/// A name is a column of the request, an earlier layer (what it gave), or `given` (what all earlier layers
/// gave). A number stands by itself or before `*`. The text and the figure go both ways.
///
/// ```
/// use vsys_core::policy::Figure;
/// let wanted: Figure = "min(weekly_use, request - basic)".parse()?;
/// assert_eq!(wanted.to_string(), "min(weekly_use, request - basic)");
/// let need: Figure = "8/5*population_12 - delivered".parse()?;
/// let value = need.value(|name| if name.as_str() == "delivered" { 100 } else { 1_000 });
/// assert_eq!(value.to_string(), "1500/1");
/// assert!("request / 2".parse::<Figure>().is_err(), "half of it is 1/2*request");
/// # Ok::<(), vsys_core::policy::PolicyProblem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// At least one; more than one stand in `min(…)`.
    sums: Vec<Sum>,
}

/// A sum of terms over their common denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sum {
    terms: Vec<Term>,
    denominator: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    minus: bool,
    factor: [u64; 2],
    /// None = the factor stands by itself.
    name: Option<Name>,
}

impl Figure {
    /// A number by itself.
    pub(super) fn number(number: u64) -> Self {
        let term = Term { minus: false, factor: [number, 1], name: None };
        Self { sums: vec![Sum { terms: vec![term], denominator: 1 }] }
    }

    /// The names it asks for, sorted.
    pub fn names(&self) -> Vec<&Name> {
        Name::sorted(self.sums.iter().flat_map(|sum| &sum.terms).filter_map(|term| term.name.as_ref()))
    }

    /// What every value of it is a multiple of: 1 over this.
    pub(super) fn denominator(&self) -> u64 {
        self.sums.iter().fold(1, |common, sum| least_common(common, sum.denominator).unwrap_or(1))
    }

    /// Its value, exact and never below zero; `of` gives what a name stands for, at most 2^53−1.
    pub fn value(&self, of: impl Fn(&Name) -> u64) -> Fraction {
        let values = self.sums.iter().map(|sum| sum.value(&of));
        values.min().unwrap_or(Fraction::whole(0))
    }
}

impl Sum {
    fn value(&self, of: &impl Fn(&Name) -> u64) -> Fraction {
        let part = |minus: bool| -> u128 {
            let terms = self.terms.iter().filter(|term| term.minus == minus);
            terms
                .map(|term| {
                    let [numerator, denominator] = term.factor;
                    let value = term.name.as_ref().map_or(1, of);
                    u128::from(numerator) * u128::from(self.denominator / denominator) * u128::from(value)
                })
                .sum()
        };
        Fraction::new(part(false).saturating_sub(part(true)), self.denominator.into())
    }
}

impl Blank for Figure {
    const BLANK: Self = Self { sums: Vec::new() };
}

impl FromStr for Figure {
    type Err = PolicyProblem;

    fn from_str(text: &str) -> Result<Self, PolicyProblem> {
        if text.len() > LONGEST {
            return Err(PolicyProblem::FigureForm);
        }
        let text = text.trim();
        let inner = text.strip_prefix("min(").and_then(|rest| rest.strip_suffix(')'));
        let sums: Vec<Sum> = match inner {
            Some(inner) => inner.split(',').map(str::parse).collect::<Result<_, _>>()?,
            None => vec![text.parse::<Sum>()?],
        };
        let count = inner.is_none() || (2..=MOST_SUMS).contains(&sums.len());
        let common = sums.iter().try_fold(1, |common, sum| least_common(common, sum.denominator));
        if count && common.is_some() { Ok(Self { sums }) } else { Err(PolicyProblem::FigureForm) }
    }
}

impl FromStr for Sum {
    type Err = PolicyProblem;

    fn from_str(text: &str) -> Result<Self, PolicyProblem> {
        let mut terms = Vec::new();
        let mut rest = text.trim();
        let mut minus = false;
        loop {
            let end = rest.find(['+', '-']).unwrap_or(rest.len());
            let (term, after) = rest.split_at_checked(end).ok_or(PolicyProblem::FigureForm)?;
            terms.push(Term { minus, ..term.trim().parse()? });
            let Some(sign) = after.chars().next() else { break };
            minus = sign == '-';
            rest = after.get(1..).unwrap_or_default();
        }
        let denominator = terms.iter().try_fold(1, |common, term| least_common(common, term.factor[1]));
        match denominator {
            Some(denominator) if terms.len() <= MOST_TERMS => Ok(Self { terms, denominator }),
            _ => Err(PolicyProblem::FigureForm),
        }
    }
}

impl FromStr for Term {
    type Err = PolicyProblem;

    fn from_str(text: &str) -> Result<Self, PolicyProblem> {
        // What is no name here is no figure.
        let name = |text: &str| text.trim().parse::<Name>().map_err(|_| PolicyProblem::FigureForm);
        let (factor, name) = match text.split_once('*') {
            Some((factor, column)) => (self::factor(factor.trim(), MOST_FACTOR)?, Some(name(column)?)),
            None if text.starts_with(|first: char| first.is_ascii_digit()) => (self::factor(text, MOST_NUMBER)?, None),
            None => ([1, 1], Some(name(text)?)),
        };
        Ok(Self { minus: false, factor, name })
    }
}

/// `8/5` or `2`.
fn factor(text: &str, most: u64) -> Result<[u64; 2], PolicyProblem> {
    let number = |text: &str, least: u64, most: u64| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { text.parse().ok() } else { None };
        number.filter(|number| (least..=most).contains(number)).ok_or(PolicyProblem::FigureForm)
    };
    match text.split_once('/') {
        Some((over, under)) => Ok([number(over.trim(), 0, MOST_FACTOR)?, number(under.trim(), 1, MOST_FACTOR)?]),
        None => Ok([number(text, 0, most)?, 1]),
    }
}

fn least_common(a: u64, b: u64) -> Option<u64> {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    Some(a / x.max(1) * b).filter(|common| *common <= MOST_FACTOR)
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let several = self.sums.len() > 1;
        f.write_str(if several { "min(" } else { "" })?;
        for (index, sum) in self.sums.iter().enumerate() {
            f.write_str(if index > 0 { ", " } else { "" })?;
            sum.fmt(f)?;
        }
        f.write_str(if several { ")" } else { "" })
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            f.write_str(match (index, term.minus) {
                (0, _) => "",
                (_, true) => " - ",
                (_, false) => " + ",
            })?;
            let [over, under] = term.factor;
            match (&term.name, over, under) {
                (Some(name), 1, 1) => write!(f, "{name}")?,
                (Some(name), _, 1) => write!(f, "{over}*{name}")?,
                (Some(name), _, _) => write!(f, "{over}/{under}*{name}")?,
                (None, _, 1) => write!(f, "{over}")?,
                (None, _, _) => write!(f, "{over}/{under}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_figure_is_refused() {
        for text in [
            "",
            "+",
            "-request",
            "request -",
            "request + + basic",
            "2request",
            "2 * ",
            "*request",
            "request*2",
            "1/0*request",
            "min(request)",
            "min(a, b, c, d, e)",
            "min(a, b",
            "(request)",
            "1.5*request",
            "Request",
            "1000001*request",
            "1/999983*a + 1/999979*b",
            "9007199254740992",
        ] {
            assert!(text.parse::<Figure>().is_err(), "{text}");
        }
        assert!("a+".repeat(20).parse::<Figure>().is_err());
        assert_eq!(["a"; 17].join("+").parse::<Figure>(), Err(PolicyProblem::FigureForm));
    }

    #[test]
    fn the_largest_figure_fits() {
        let terms = vec!["1000000*a"; 14].join(" + ");
        let figure: Figure = format!("{terms} + 1/999999*a").parse().unwrap_or_else(|_| Figure::number(0));
        let value = figure.value(|_| MOST_NUMBER);
        assert_eq!(value.floor(), u128::from(MOST_NUMBER) * 14_000_000 + u128::from(MOST_NUMBER) / 999_999);
    }

    proptest! {
        #[test]
        fn a_figure_is_the_difference_of_its_sums_and_goes_through_text(
            a in 0_u64..1 << 53, b in 0_u64..1 << 53, over in 0_u64..1_000, under in 1_u64..1_000,
        ) {
            let text = format!("{over}/{under}*a - b + 3");
            let figure: Figure = text.parse().map_err(|_| TestCaseError::fail("no figure"))?;
            let value = figure.value(|name| if name.as_str() == "a" { a } else { b });
            let (plus, minus) = (u128::from(a) * u128::from(over) + 3 * u128::from(under), u128::from(b) * u128::from(under));
            prop_assert_eq!(value, Fraction::new(plus.saturating_sub(minus), under.into()));
            prop_assert_eq!(figure.to_string().parse::<Figure>(), Ok(figure));
        }
    }
}
