//! Looks for paradoxes of apportionment, and shows one.

use super::problem::SimulationProblem;
use super::random::Random;
use crate::allocation::{ColumnsRequest, Method, apportion_columns};
use crate::base::{IntoList, Path, Quantity, Refusal, Units, named};

named! {
    /// A paradox of apportionment (配分方式の逆理).
    pub enum ParadoxKind {
        /// One unit more of supply takes one away from somebody (アラバマのパラドックス).
        House = "house" / "アラバマのパラドックス",
        /// Of two recipients the one that grows by the larger factor loses to the other (人口のパラドックス).
        Population = "population" / "人口のパラドックス",
    }
}

/// Where a paradox is looked for (探索の範囲): weights and supplies are drawn evenly from the seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParadoxSearch {
    /// Which.
    pub kind: ParadoxKind,
    /// Of which method.
    pub method: Method,
    /// Among how many recipients, 2 to 20.
    pub recipients: usize,
    /// Weights from 1 to this.
    pub most_weight: u64,
    /// Supplies from 1 to this.
    pub most_supply: u64,
    /// The seed: the same seed finds the same, everywhere.
    pub seed: u64,
    /// How many draws, 1 to 1,000,000.
    pub tries: u64,
}

/// A counter-example (反例).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paradox {
    /// The draw at which it was found, from 1.
    pub tries: u64,
    /// Supply and weights before, with what each gets.
    pub before: ParadoxSide,
    /// The same after.
    pub after: ParadoxSide,
    /// Who loses although nothing speaks against it, by row.
    pub loser: usize,
    /// Population: who gains although it grew by the smaller factor; house: the first that gains.
    pub gainer: usize,
}

/// One side of a counter-example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParadoxSide {
    /// The supply.
    pub supply: u64,
    /// The weights.
    pub weights: Vec<u64>,
    /// What each gets.
    pub amounts: Vec<u64>,
}

/// Draws allocations until one shows the paradox, or the tries are used (逆理の探索).
///
/// Divisor methods are free of both; largest remainder is not. That nothing was found proves nothing.
///
/// # Errors
/// [`SimulationProblem::SearchSpace`].
///
/// ```
/// use vsys_core::allocation::Method;
/// use vsys_core::simulation::{ParadoxKind, ParadoxSearch, find_paradox};
/// let search = ParadoxSearch { kind: ParadoxKind::House, method: Method::LargestRemainder, recipients: 3, most_weight: 20, most_supply: 30, seed: 1, tries: 10_000 };
/// let found = find_paradox(&search)?.expect("largest remainder has it");
/// assert_eq!(found.before.supply + 1, found.after.supply);
/// assert!(found.after.amounts[found.loser] < found.before.amounts[found.loser]);
/// assert_eq!(find_paradox(&ParadoxSearch { method: Method::Webster, ..search })?, None);
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn find_paradox(search: &ParadoxSearch) -> Result<Option<Paradox>, Refusal> {
    let most = Units::MAX;
    let fits = (2..=20).contains(&search.recipients)
        && (1..=1_000_000).contains(&search.tries)
        && (1..=most / 2).contains(&search.most_weight)
        && (1..most).contains(&search.most_supply);
    if !fits {
        return Err(Refusal::new(&SimulationProblem::SearchSpace, Path::root()));
    }
    for draw in 1..=search.tries {
        let mut random = Random::at(search.seed, draw);
        let weights: Vec<u64> = (0..search.recipients).map(|_| 1 + random.below(search.most_weight)).list();
        let supply = 1 + random.below(search.most_supply);
        let Some(before) = side(search.method, supply, weights) else { continue };
        let after = match search.kind {
            ParadoxKind::House => side(search.method, supply + 1, before.weights.clone()),
            ParadoxKind::Population => {
                let weights = grown(&before.weights, search.most_weight, &mut random);
                side(search.method, supply, weights)
            }
        };
        let Some(after) = after else { continue };
        if let Some((loser, gainer)) = paradox(search.kind, &before, &after) {
            return Ok(Some(Paradox { tries: draw, before, after, loser, gainer }));
        }
    }
    Ok(None)
}

/// An allocation, where the method can serve it.
fn side(method: Method, supply: u64, weights: Vec<u64>) -> Option<ParadoxSide> {
    let units = Units::try_new(supply).ok()?;
    let request = ColumnsRequest { method: Some(method), ..ColumnsRequest::new(units, &weights) };
    let amounts = apportion_columns(&request).ok()?.into_value().amounts;
    Some(ParadoxSide { supply, weights, amounts })
}

/// Every weight grown by some part of itself.
fn grown(weights: &[u64], most: u64, random: &mut Random) -> Vec<u64> {
    weights.iter().map(|weight| weight + random.below(most.min(*weight) + 1)).list()
}

fn paradox(kind: ParadoxKind, before: &ParadoxSide, after: &ParadoxSide) -> Option<(usize, usize)> {
    let rows = || before.amounts.iter().zip(&after.amounts).enumerate();
    let losers = || rows().filter(|(_, (before, after))| after < before).map(|(row, _)| row);
    let gainers = || rows().filter(|(_, (before, after))| after > before).map(|(row, _)| row);
    match kind {
        ParadoxKind::House => losers().next().zip(gainers().next()),
        ParadoxKind::Population => {
            let weight = |side: &ParadoxSide, row: usize| u128::from(side.weights.get(row).copied().unwrap_or(1));
            // after / before of the loser > after / before of the gainer
            let faster = |loser: usize, gainer: usize| {
                weight(after, loser) * weight(before, gainer) > weight(after, gainer) * weight(before, loser)
            };
            losers().find_map(|loser| gainers().find(|&gainer| faster(loser, gainer)).map(|gainer| (loser, gainer)))
        }
    }
}
