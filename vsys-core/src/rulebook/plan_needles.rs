//! How the plan screen fills in needles.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::problem::RulebookProblem;
use crate::base::{is_share, read_decimal};

/// How the plan screen fills in needle boxes (接種計画の針・シリンジの自動入力): a field of the product master,
/// written `exact`, `strictly-more`, `reserve(0.10)` or `per-vial(16)`. Source: NDL-3, NDL-5b; ruling
/// needle-autofill: only `strictly-more` fits the printed rows without a parameter.
///
/// ```
/// use vsys_core::rulebook::PlanNeedles;
/// let policy: PlanNeedles = "reserve(0.10)".parse()?;
/// assert_eq!(policy.to_string(), "reserve(0.10)");
/// assert!("reserve(1.5)".parse::<PlanNeedles>().is_err(), "a rate is at most 1");
/// # Ok::<(), vsys_core::rulebook::RulebookProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanNeedles {
    /// `ceil(doses / pieces)`; fails the printed rows of the booster screen.
    Exact,
    /// None for no doses, else more pieces than doses: `floor(doses / pieces) + 1`.
    StrictlyMore,
    /// `ceil(doses × (1 + rate) / pieces)`, the rate at most 1.
    Reserve(Decimal),
    /// `ceil(vials × n / pieces)`.
    PerVial(u32),
}

impl PlanNeedles {
    /// The name without its figure.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::StrictlyMore => "strictly-more",
            Self::Reserve(_) => "reserve",
            Self::PerVial(_) => "per-vial",
        }
    }
}

impl fmt::Display for PlanNeedles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact | Self::StrictlyMore => f.write_str(self.name()),
            Self::Reserve(rate) => write!(f, "reserve({rate})"),
            Self::PerVial(pieces) => write!(f, "per-vial({pieces})"),
        }
    }
}

impl FromStr for PlanNeedles {
    type Err = RulebookProblem;

    fn from_str(text: &str) -> Result<Self, RulebookProblem> {
        let (name, figure) = match text.strip_suffix(')').and_then(|text| text.split_once('(')) {
            Some((name, figure)) => (name, Some(figure)),
            None => (text, None),
        };
        let digits = |figure: &str, more: &[u8]| figure.bytes().all(|b| b.is_ascii_digit() || more.contains(&b));
        let policy = match (name, figure) {
            ("exact", None) => Some(Self::Exact),
            ("strictly-more", None) => Some(Self::StrictlyMore),
            ("reserve", Some(rate)) if rate.len() <= 20 && digits(rate, b".") => {
                read_decimal(rate).filter(|rate| is_share(*rate)).map(Self::Reserve)
            }
            ("per-vial", Some(pieces)) if digits(pieces, b"") => {
                pieces.parse().ok().filter(|pieces| *pieces > 0).map(Self::PerVial)
            }
            _ => None,
        };
        policy.ok_or(RulebookProblem::PlanNeedlesForm)
    }
}
