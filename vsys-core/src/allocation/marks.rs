//! The marks 〇 and Ｘ: whether what was given on was received.

use std::ops::{Add, AddAssign};

use crate::base::Term;

/// ワクチン
pub(super) const VACCINE: Term = Term::new("vaccine", "ワクチン");
/// 針
pub(super) const NEEDLES: Term = Term::new("needles", "針");
/// シリンジ
pub(super) const SYRINGES: Term = Term::new("syringes", "シリンジ");

/// Boxes of vaccine, needles and syringes (ワクチン・針・シリンジの箱数). Source: QTY-1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Triple {
    /// ワクチン
    pub vaccine: u64,
    /// 針
    pub needles: u64,
    /// シリンジ
    pub syringes: u64,
}

impl Triple {
    /// The three figures with their names.
    pub const fn items(self) -> [(Term, u64); 3] {
        [(VACCINE, self.vaccine), (NEEDLES, self.needles), (SYRINGES, self.syringes)]
    }
}

impl Add for Triple {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            vaccine: self.vaccine.saturating_add(other.vaccine),
            needles: self.needles.saturating_add(other.needles),
            syringes: self.syringes.saturating_add(other.syringes),
        }
    }
}

impl AddAssign for Triple {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Triple {
    fn sum<I: Iterator<Item = Self>>(triples: I) -> Self {
        triples.fold(Self::default(), Add::add)
    }
}

/// 〇 or Ｘ (ALC-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// 〇: received ≥ given on.
    Circle,
    /// Ｘ: received < given on.
    Cross,
}

impl Mark {
    /// The mark of one product; equality is 〇.
    ///
    /// ```
    /// use vsys_core::allocation::Mark;
    /// assert_eq!(Mark::of(5, 5), Mark::Circle);
    /// assert_eq!(Mark::of(5, 6), Mark::Cross);
    /// assert_eq!(Mark::of(5, 4), Mark::Circle);
    /// ```
    pub const fn of(received: u64, given: u64) -> Self {
        if received >= given { Self::Circle } else { Self::Cross }
    }

    /// The sign as V-SYS prints it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "〇",
            Self::Cross => "Ｘ",
        }
    }
}

/// The marks of one giver, per product and as one (ALC-5).
///
/// Source: 「自治体説明会（第3回）資料2」 37, 2021-02-17. That one Ｘ makes the whole Ｘ is a reading
/// (assumption.alc-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    /// ワクチン
    pub vaccine: Mark,
    /// 針
    pub needles: Mark,
    /// シリンジ
    pub syringes: Mark,
}

impl Marks {
    /// The marks of what was received against what is given on.
    pub const fn of(received: Triple, given: Triple) -> Self {
        Self {
            vaccine: Mark::of(received.vaccine, given.vaccine),
            needles: Mark::of(received.needles, given.needles),
            syringes: Mark::of(received.syringes, given.syringes),
        }
    }

    /// Ｘ when any product is Ｘ.
    pub fn overall(self) -> Mark {
        let crossed = [self.vaccine, self.needles, self.syringes].contains(&Mark::Cross);
        if crossed { Mark::Cross } else { Mark::Circle }
    }
}
