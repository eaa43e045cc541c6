//! A hierarchy of any depth in columns, shared through in buffers that are kept: for thousands of scenarios of
//! one nation.

use vsys_sharing::{Group, Method, NarrowTree, Outcome, Scratch, UNLIMITED, ranges, share, share_narrow};

use super::apportion::check_group;
use super::problem::AllocationProblem;
use super::ties::FirstUnits;
use crate::base::threads::each_part_on;
use crate::base::{BaseProblem, Findings, Path, Quantity, Refusal, Units, Weight};

/// A hierarchy of givers and recipients by numbers alone (階層): who gives to how many, level by level from the top,
/// recipients in the order of givers and codes. What a [`Network`](super::Network) is with names, directives and
/// edits, this is for figures only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// For each level, where the recipients of each giver begin, and one more at the end.
    starts: Vec<Vec<usize>>,
}

impl Tree {
    /// A hierarchy of so many recipients for each giver, level by level; the first level has one giver.
    ///
    /// # Errors
    /// `allocation.column.length` for no level at all, and for a level that has not one number for each recipient of the level above.
    ///
    /// ```
    /// use vsys_core::allocation::Tree;
    /// // Two prefectures, of two municipalities and one.
    /// assert_eq!(Tree::try_new(&[&[2], &[2, 1]])?.recipients(), 3);
    /// assert_eq!(Tree::try_new(&[&[2], &[2, 1, 5]]).unwrap_err().code(), "allocation.column.length");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn try_new(levels: &[&[usize]]) -> Result<Self, Refusal> {
        let (mut findings, mut givers) = (Findings::new(), 1);
        let mut starts = Vec::with_capacity(levels.len());
        for (place, sizes) in levels.iter().enumerate() {
            if sizes.len() != givers {
                let problem =
                    AllocationProblem::ColumnLength { column: "level", length: sizes.len(), expected: givers };
                findings.push(&problem, Path::new(["levels".into(), place.into()]));
            }
            let mut at: usize = 0;
            let begins = sizes.iter().map(|size| {
                at = at.saturating_add(*size);
                at
            });
            starts.push(std::iter::once(0).chain(begins).collect());
            givers = at;
        }
        if levels.is_empty() {
            let problem = AllocationProblem::ColumnLength { column: "level", length: 0, expected: 1 };
            findings.push(&problem, Path::from("levels"));
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self { starts }) }
    }

    /// How many recipients the lowest level has.
    pub fn recipients(&self) -> usize {
        self.starts.last().and_then(|starts| starts.last()).copied().unwrap_or(1)
    }

    /// How many levels receive.
    pub const fn levels(&self) -> usize {
        self.starts.len()
    }
}

/// One scenario (シナリオ): a supply, and the recipients of the lowest level in columns of one length. Givers have the
/// sums of their recipients' weights, floors and caps.
#[derive(Clone, Copy, Debug)]
pub struct Scenario<'a> {
    /// What is shared.
    pub supply: Units,
    /// How, at every level.
    pub method: Method,
    /// What Adams and Hill do when a supply does not reach.
    pub first_units: FirstUnits,
    /// The weights, 0 to 2^53−1; 0 gets exactly the floor.
    pub weights: &'a [u64],
    /// The least each must get, 0 to 2^53−1.
    pub floors: &'a [u64],
    /// The most each may get, 0 to 2^53−1 or [`NO_CAP`](super::NO_CAP).
    pub caps: &'a [u64],
}

/// The figures of one level.
#[derive(Clone, Debug, Default)]
struct Figures {
    weights: Vec<u64>,
    floors: Vec<u64>,
    caps: Vec<u64>,
    amounts: Vec<u64>,
}

/// What is kept from scenario to scenario: fresh memory costs more than computing on it.
#[derive(Debug, Default)]
pub struct TreeBuffers {
    /// The levels above the lowest, from the top; of the lowest the amounts alone.
    levels: Vec<Figures>,
    narrow: NarrowTree,
    scratch: Scratch,
}

impl TreeBuffers {
    /// The amounts of a level after [`share_tree`], from the top; the last one is the lowest.
    pub fn amounts(&self, level: usize) -> Option<&[u64]> {
        self.levels.get(level).map(|figures| figures.amounts.as_slice())
    }
}

/// Shares a supply through all levels of a hierarchy (全階層の配分), each giver's amount among its recipients as
/// [`apportion_columns`](super::apportion_columns) does, and tells what no recipient of the lowest level got. The
/// amounts stand in the buffers.
///
/// Source: ALC-1, ALC-3; ruling proposal-method. Ties go by larger weight, then by the earlier place.
///
/// # Errors
/// A [`Refusal`] with everything that is wrong: columns that do not fit the tree, numbers out of range, floors above
/// caps, floors above the supply, nobody to share by, Adams or Hill with a supply that does not reach.
///
/// ```
/// use vsys_core::allocation::{FirstUnits, Method, NO_CAP, Scenario, Tree, TreeBuffers, share_tree};
/// use vsys_core::base::{Quantity, Units};
///
/// let tree = Tree::try_new(&[&[2], &[2, 1]])?;
/// let mut scenario = Scenario {
///     supply: Units::try_new(10)?,
///     method: Method::LargestRemainder,
///     first_units: FirstUnits::Refuse,
///     weights: &[30, 10, 60],
///     floors: &[0, 2, 0],
///     caps: &[NO_CAP, NO_CAP, 5],
/// };
/// let mut buffers = TreeBuffers::default();
/// assert_eq!(share_tree(&tree, &scenario, &mut buffers)?, 0);
/// assert_eq!(buffers.amounts(0), Some([5, 5].as_slice()));
/// assert_eq!(buffers.amounts(1), Some([3, 2, 5].as_slice()));
///
/// scenario.floors = &[0, 2, 6];
/// assert_eq!(share_tree(&tree, &scenario, &mut buffers).unwrap_err().code(), "allocation.floor.above_cap");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn share_tree(tree: &Tree, scenario: &Scenario<'_>, buffers: &mut TreeBuffers) -> Result<u64, Refusal> {
    let Scenario { supply, method, first_units, weights, floors, caps } = *scenario;
    let TreeBuffers { levels, narrow, scratch } = buffers;
    levels.resize_with(tree.levels(), Figures::default);
    let own = Group { weights, floors, caps };
    if [weights, floors, caps].iter().all(|column| column.len() == tree.recipients()) {
        let supply = supply.number();
        if let Some(left_over) = vsys_sharing::share_tree(&tree.starts, own, supply, method, narrow, scratch) {
            for ((place, level), starts) in levels.iter_mut().enumerate().zip(&tree.starts) {
                level.amounts.clear();
                level.amounts.extend(narrow.amounts(place, starts.last().copied().unwrap_or(0)));
            }
            return Ok(left_over);
        }
    }
    check(tree, scenario)?;
    // The bounds are summed up from below …
    for place in (1..levels.len()).rev() {
        let (above, below) = levels.split_at_mut(place);
        let (Some(above), Some(starts)) = (above.last_mut(), tree.starts.get(place)) else { continue };
        let given = if place + 1 == tree.levels() { own } else { below.first().map_or(own, Figures::group) };
        above.sum_up(given, starts);
    }
    let top = if tree.levels() == 1 { own } else { levels.first().map_or(own, Figures::group) };
    let rows = top.weights.iter().zip(top.floors).zip(top.caps).map(|((&w, &f), &c)| (w, f, c));
    if let Some(problem) = check_group(rows, supply.number(), method, first_units) {
        return Err(Refusal::new(&problem, Path::from("supply")));
    }
    // … and the amounts go down.
    let national = [supply.number()];
    let mut wanting = Findings::new();
    for place in 0..levels.len() {
        let (above, below) = levels.split_at_mut(place);
        let (Some(current), Some(starts)) = (below.first_mut(), tree.starts.get(place)) else { continue };
        let received = above.last().map_or(national.as_slice(), |level| &level.amounts);
        let Figures { weights, floors, caps, amounts } = current;
        let group = if place + 1 == tree.levels() { own } else { Group { weights, floors, caps } };
        amounts.clear();
        amounts.resize(group.weights.len(), 0);
        let mut rest = amounts.as_mut_slice();
        for (range, &received) in ranges(starts).zip(received) {
            let (amounts, others) = std::mem::take(&mut rest).split_at_mut_checked(range.len()).unwrap_or_default();
            rest = others;
            let group = group.part(range);
            if share_narrow(group, received, method, amounts, scratch) == Outcome::Declined {
                let rows = group.weights.iter().zip(group.floors).zip(group.caps).map(|((&w, &f), &c)| (w, f, c));
                match check_group(rows, received, method, first_units) {
                    // Below the nation, a giver whose recipients have no weight keeps what it has.
                    None | Some(AllocationProblem::NoWeight { .. }) => {
                        share(group, received, method, amounts, scratch);
                    }
                    Some(problem) => wanting.push(&problem, Path::from("supply")),
                }
            }
        }
    }
    if wanting.has_errors() {
        return Err(Refusal::of(wanting));
    }
    let given =
        levels.last().map_or(0, |level| level.amounts.iter().fold(0, |sum: u64, amount| sum.saturating_add(*amount)));
    Ok(supply.number().saturating_sub(given))
}

/// Works through scenarios with buffers of each thread's own; the results come in the order of the scenarios and do
/// not depend on the number of threads. Where a thread cannot be had, as in a browser, the others take its scenarios.
///
/// ```
/// use vsys_core::allocation::each_scenario;
/// let supplies = [3, 5, 8];
/// assert_eq!(each_scenario(&supplies, 2, |supply, _buffers| supply * 2), [6, 10, 16]);
/// ```
pub fn each_scenario<S: Sync, R: Send>(
    scenarios: &[S],
    threads: usize,
    work: impl Fn(&S, &mut TreeBuffers) -> R + Sync,
) -> Vec<R> {
    each_part_on(threads, scenarios.iter().collect(), TreeBuffers::default, |buffers, scenario| work(scenario, buffers))
}

impl Figures {
    fn group(&self) -> Group<'_> {
        Group { weights: &self.weights, floors: &self.floors, caps: &self.caps }
    }

    /// The sums of the recipients of each giver: without a weight nobody can take more than the floor.
    fn sum_up(&mut self, below: Group<'_>, starts: &[usize]) {
        self.weights.clear();
        self.floors.clear();
        self.caps.clear();
        for range in ranges(starts) {
            let group = below.part(range);
            let (mut weight, mut floor, mut most): (u64, u64, u64) = (0, 0, 0);
            let mut carry = 0;
            for ((&own_weight, &own_floor), &own_cap) in group.weights.iter().zip(group.floors).zip(group.caps) {
                let own_most = if own_weight == 0 { own_floor } else { own_cap };
                // Weights and floors are below 2^53, and there are fewer than 2^11 times 2^53 of anything.
                weight = weight.saturating_add(own_weight);
                floor = floor.saturating_add(own_floor);
                let sum = most.wrapping_add(own_most);
                carry |= u64::from(sum < most);
                most = sum;
            }
            self.weights.push(weight);
            self.floors.push(floor);
            self.caps.push(if carry > 0 { UNLIMITED } else { most });
        }
    }
}

/// What is wrong with the columns of a scenario.
fn check(tree: &Tree, scenario: &Scenario<'_>) -> Result<(), Refusal> {
    let Scenario { weights, floors, caps, .. } = *scenario;
    let mut findings = Findings::new();
    for (column, length) in [("weight", weights.len()), ("floor", floors.len()), ("cap", caps.len())] {
        if length != tree.recipients() {
            let problem = AllocationProblem::ColumnLength { column, length, expected: tree.recipients() };
            findings.push(&problem, Path::from(column));
        }
    }
    // One look without a branch, and a second one only where something is wrong.
    let (mut bits, mut cap_bits, mut crossed) = (0, 0, 0);
    for ((&weight, &floor), &cap) in weights.iter().zip(floors).zip(caps) {
        bits |= weight | floor;
        // «No cap» has no bits, and the largest cap comes to 2^53.
        cap_bits |= cap.wrapping_add(1).saturating_sub(1);
        crossed |= cap.wrapping_sub(floor) & !cap;
    }
    if (bits | cap_bits) >> 53 != 0 || crossed >> 63 != 0 {
        let out_of_range = |number: u64| number > Units::MAX;
        for (row, ((&weight, &floor), &cap)) in weights.iter().zip(floors).zip(caps).enumerate() {
            let at = |member: &'static str| Path::element("recipients", row, member);
            let mut too_large =
                |column, unit| findings.push(&BaseProblem::QuantityTooLarge { unit, most: Units::MAX }, at(column));
            if out_of_range(weight) {
                too_large("weight", Weight::UNIT);
            }
            if out_of_range(floor) {
                too_large("floor", Units::UNIT);
            }
            if cap != UNLIMITED && out_of_range(cap) {
                too_large("cap", Units::UNIT);
            }
            if floor > cap {
                findings.push(&AllocationProblem::FloorAboveCap { floor, cap }, at("floor"));
            }
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnsRequest, apportion_columns};
    use super::*;

    /// Two prefectures with three and two municipalities, of no site, few, a whole row and some more than one and two.
    const SITES: [usize; 5] = [33, 1, 16, 0, 18];

    fn draw(seed: u64, at: u64, most: u64) -> u64 {
        (seed * 1_000_003 + at * 7_919) * 2_654_435_761 % 1_000_000_007 % most
    }

    /// Weights, floors and caps of the sites, and a supply between the floors and the caps. Every third has weights
    /// that are not for the narrow way.
    fn columns(seed: u64) -> (Vec<u64>, Vec<u64>, Vec<u64>, u64) {
        let sites = 0..u64::try_from(SITES.iter().sum::<usize>()).unwrap();
        let unit = if seed.is_multiple_of(3) { 1 << 33 } else { 1 };
        let weights: Vec<u64> = sites.clone().map(|at| draw(seed, at, 30) * unit).collect();
        let floors: Vec<u64> = sites.clone().map(|at| draw(seed, at + 50, 3)).collect();
        let caps: Vec<u64> = sites.map(|at| floors[usize::try_from(at).unwrap()] + draw(seed, at + 90, 12)).collect();
        let (least, most): (u64, u64) = (floors.iter().sum(), caps.iter().sum());
        let supply = least + (most - least) * draw(seed, 7, 100) / 100;
        (weights, floors, caps, supply)
    }

    fn sums(column: &[u64], sizes: &[usize]) -> Vec<u64> {
        let mut rest = column;
        let part = |&size: &usize| {
            let (part, others) = rest.split_at(size);
            rest = others;
            part.iter().sum()
        };
        sizes.iter().map(part).collect()
    }

    /// Level by level through [`apportion_columns`], with bounds summed up by hand.
    fn by_hand(seed: u64, method: Method) -> Option<Vec<u64>> {
        let (weights, floors, caps, supply) = columns(seed);
        let mosts: Vec<u64> =
            weights.iter().zip(floors.iter().zip(&caps)).map(|(&w, (&f, &c))| if w == 0 { f } else { c }).collect();
        let at_sites = [weights, floors, mosts];
        let at_towns = [0, 1, 2].map(|column| sums(&at_sites[column], &SITES));
        let at_regions = [0, 1, 2].map(|column| sums(&at_towns[column], &[3, 2]));
        let mut received = vec![supply];
        for (columns, sizes) in [(at_regions, vec![2]), (at_towns, vec![3, 2]), (at_sites, SITES.to_vec())] {
            let mut given = Vec::new();
            for (size, supply) in sizes.into_iter().zip(received) {
                let part = given.len()..given.len() + size;
                let request = ColumnsRequest {
                    floors: Some(&columns[1][part.clone()]),
                    caps: Some(&columns[2][part.clone()]),
                    method: Some(method),
                    first_units: FirstUnits::ByWeight,
                    ..ColumnsRequest::new(Units::try_new(supply).unwrap(), &columns[0][part])
                };
                given.extend(apportion_columns(&request).ok()?.into_value().amounts);
            }
            received = given;
        }
        Some(received)
    }

    #[test]
    fn a_tree_shares_as_its_groups_do_on_any_number_of_threads() {
        let tree = Tree::try_new(&[&[2], &[3, 2], &SITES]).unwrap();
        let seeds: Vec<u64> = (0..400).collect();
        let mut compared = 0;
        for method in Method::ALL {
            let run = |threads: usize| {
                each_scenario(&seeds, threads, |&seed, buffers| {
                    let (weights, floors, caps, supply) = columns(seed);
                    let scenario = Scenario {
                        supply: Units::try_new(supply).unwrap(),
                        method,
                        first_units: FirstUnits::ByWeight,
                        weights: &weights,
                        floors: &floors,
                        caps: &caps,
                    };
                    let left = share_tree(&tree, &scenario, buffers).map_err(|refusal| refusal.code());
                    (left, buffers.amounts(2).unwrap().to_vec())
                })
            };
            let serial = run(1);
            for threads in [0, 2, 3, 64] {
                assert_eq!(run(threads), serial, "{threads} threads");
            }
            for (&seed, (left, amounts)) in seeds.iter().zip(&serial) {
                let Some(expected) = by_hand(seed, method) else { continue };
                compared += 1;
                assert_eq!(amounts, &expected, "{method:?}, seed {seed}");
                assert_eq!(*left, Ok(columns(seed).3 - expected.iter().sum::<u64>()));
            }
        }
        assert!(compared > 1_500, "{compared} scenarios were compared");
    }
}
