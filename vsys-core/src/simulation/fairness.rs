//! How fair an allocation is, in exact figures.

use std::cmp::Ordering;

use crate::base::Fraction;

/// How fair an allocation is (配分の公平さ), measured against people: quota = what was given × people / Σ people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fairness {
    /// The recipient furthest from its quota; none where nobody has people. Of equal ones the first.
    pub largest_deviation: Option<Deviation>,
    /// How many got less than their quota rounded down (下限割れ).
    pub below_quota: u64,
    /// How many got more than their quota rounded up (上限超え).
    pub above_quota: u64,
    /// Doses for each person; none where nobody has people.
    pub per_person: Option<PerPerson>,
    /// How many with people got nothing (0箱の配分先).
    pub with_nothing: u64,
}

/// How far a recipient is from its quota (取り分からのずれ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Its row.
    pub row: usize,
    /// What it got.
    pub amount: u64,
    /// Its quota.
    pub quota: Fraction,
    /// The distance of the two.
    pub distance: Fraction,
}

/// Doses for each person (1人あたり接種回数) over the recipients with people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerPerson {
    /// The least.
    pub least: Fraction,
    /// The median; of an even number the lower of the two in the middle.
    pub median: Fraction,
    /// The most.
    pub most: Fraction,
}

/// Measures an allocation against people (公平さの算定); `doses` is what one unit holds. Both columns have one row a
/// recipient, at most 2^53−1 each; rows without people count nowhere but in what was given.
///
/// ```
/// use vsys_core::simulation::fairness;
/// let fair = fairness(&[7, 2, 0], &[600, 300, 100], 1_170);
/// let far = fair.largest_deviation.unwrap();
/// assert_eq!((far.row, far.quota.to_string(), far.distance.to_string()), (0, "27/5".to_owned(), "8/5".to_owned()));
/// assert_eq!((fair.below_quota, fair.above_quota, fair.with_nothing), (0, 1, 1));
/// assert_eq!(fair.per_person.unwrap().median.to_string(), "39/5");
/// assert_eq!(fairness(&[1], &[0], 1).per_person, None);
/// ```
pub fn fairness(amounts: &[u64], people: &[u64], doses: u32) -> Fairness {
    let sum = |column: &[u64]| column.iter().map(|&value| u128::from(value)).sum::<u128>();
    let (given, all) = (sum(amounts), sum(people));
    let mut fair =
        Fairness { largest_deviation: None, below_quota: 0, above_quota: 0, per_person: None, with_nothing: 0 };
    // Everything over the common denominator Σ people: the largest of these is compared as a whole number.
    let mut far: Option<(u128, usize, u64, u64)> = None;
    let mut rates: Vec<Rate> = Vec::with_capacity(people.len());
    for (row, (&amount, &people)) in amounts.iter().zip(people).enumerate().filter(|(_, (_, people))| **people > 0) {
        let (quota, has) = (product(given, people), product(all, amount));
        let Some((quota, has)) = quota.zip(has) else { continue };
        let distance = quota.abs_diff(has);
        if far.is_none_or(|(furthest, ..)| distance > furthest) {
            far = Some((distance, row, amount, people));
        }
        fair.below_quota += u64::from(u128::from(amount) < quota / all);
        fair.above_quota += u64::from(u128::from(amount) > quota.div_ceil(all));
        fair.with_nothing += u64::from(amount == 0);
        rates.push(Rate { amount, people });
    }
    fair.largest_deviation = far.map(|(distance, row, amount, people)| Deviation {
        row,
        amount,
        quota: Fraction::new(given * u128::from(people), all),
        distance: Fraction::new(distance, all),
    });
    fair.per_person = per_person(&mut rates, doses);
    fair
}

/// A product of a sum of a million amounts and an amount: 2^73 · 2^53 fits.
fn product(sum: u128, amount: u64) -> Option<u128> {
    sum.checked_mul(amount.into())
}

/// Units over people.
#[derive(Clone, Copy)]
struct Rate {
    amount: u64,
    people: u64,
}

impl Rate {
    fn order(&self, other: &Self) -> Ordering {
        let cross = |amount: u64, people: u64| u128::from(amount) * u128::from(people);
        cross(self.amount, other.people).cmp(&cross(other.amount, self.people))
    }

    fn doses(self, doses: u32) -> Fraction {
        Fraction::new(u128::from(self.amount) * u128::from(doses), self.people.into())
    }
}

fn per_person(rates: &mut [Rate], doses: u32) -> Option<PerPerson> {
    let least = *rates.iter().min_by(|a, b| a.order(b))?;
    let most = *rates.iter().max_by(|a, b| a.order(b))?;
    let middle = rates.len().checked_sub(1)? / 2;
    let (_, median, _) = rates.select_nth_unstable_by(middle, Rate::order);
    Some(PerPerson { least: least.doses(doses), median: median.doses(doses), most: most.doses(doses) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The figures again, one fraction at a time.
        #[test]
        fn the_figures_are_those_of_plain_fractions(rows in prop::collection::vec((0_u64..50, 0_u64..40), 1..12)) {
            let (amounts, people): (Vec<u64>, Vec<u64>) = rows.iter().copied().unzip();
            let fair = fairness(&amounts, &people, 6);
            let (given, all) = (amounts.iter().sum::<u64>(), people.iter().sum::<u64>());
            let with: Vec<(u64, u64)> = rows.into_iter().filter(|(_, people)| *people > 0).collect();
            let quota = |people: u64| Fraction::new((given * people).into(), all.into());
            let below = with.iter().filter(|(amount, people)| u128::from(*amount) < quota(*people).floor()).count();
            let ceil = |of: Fraction| of.floor() + u128::from(of.remainder().numerator() > 0);
            let above = with.iter().filter(|(amount, people)| u128::from(*amount) > ceil(quota(*people))).count();
            prop_assert_eq!((fair.below_quota, fair.above_quota), (below as u64, above as u64));
            let mut rates: Vec<Fraction> = with.iter().map(|(a, p)| Fraction::new(u128::from(a * 6), (*p).into())).collect();
            rates.sort();
            prop_assert_eq!(fair.per_person.map(|of| of.median), rates.get(rates.len().saturating_sub(1) / 2).copied());
            prop_assert_eq!(fair.per_person.map(|of| of.least), rates.first().copied());
            prop_assert_eq!(fair.per_person.map(|of| of.most), rates.last().copied());
            let distances = with.iter().map(|(amount, people)| Fraction::new((amount * all).abs_diff(given * people).into(), all.into()));
            prop_assert_eq!(fair.largest_deviation.map(|of| of.distance), distances.max());
        }
    }
}
