//! Many scenarios of one allocation, side by side.

use super::fairness::{Fairness, fairness};
use super::problem::SimulationProblem;
use super::random::Random;
use crate::allocation::{
    Cascade, CascadeOptions, ColumnsRequest, FirstUnits, Level, Method, Network, apportion_columns, cascade,
};
use crate::base::{Answer, Boxes, IntoList, Path, Quantity, Refusal, Units, Weight, threads};

/// Works on every scenario, on so many threads at most where the feature `parallel` is on, else on the caller's; whoever
/// is free takes the next one. The results come in the order of the scenarios, whatever the number of threads.
fn each_scenario<T: Sync, R: Send, S>(
    threads: usize,
    scenarios: &[T],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let threads = if cfg!(feature = "parallel") { threads } else { 1 };
    threads::each_part_on(threads, scenarios.iter().list(), state, work)
}

/// The recipients that all scenarios share (配分先), in columns of one length.
#[derive(Clone, Copy, Debug)]
pub struct SimulationBase<'a> {
    /// The ids; none = a recipient is known by its row.
    pub ids: Option<&'a [&'a str]>,
    /// The least each must get; none = 0.
    pub floors: Option<&'a [u64]>,
    /// The people of each, against whom fairness is measured.
    pub people: &'a [u64],
    /// What one unit holds, in doses.
    pub doses: u32,
}

/// One scenario (シナリオ): what is shared, by what, under which caps, how.
#[derive(Clone, Copy, Debug)]
pub struct Scenario<'a> {
    /// The units to share.
    pub supply: Units,
    /// The weights.
    pub weights: &'a [u64],
    /// The most each may get; none = unlimited.
    pub caps: Option<&'a [u64]>,
    /// How; none = the default, which is an assumption.
    pub method: Option<Method>,
    /// What Adams and Hill do when the supply does not reach.
    pub first_units: FirstUnits,
    /// Shakes the weights, so that their uncertainty shows.
    pub spread: Option<Spread>,
}

/// A shaking of weights (重みのばらつき): each is multiplied by a factor between 1 − spread and 1 + spread, drawn
/// evenly from the seed, and rounded down; a weight above zero stays at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The seed: the same seed gives the same weights, everywhere.
    pub seed: u64,
    /// The spread in thousandths, 0 to 1,000.
    pub thousandths: u32,
}

/// What a scenario came to (シナリオの結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioOutcome {
    /// What each recipient gets.
    pub amounts: Vec<u64>,
    /// What no cap had room for.
    pub left_over: u64,
    /// Whether the end of the supply fell among equal claims.
    pub tied: bool,
    /// How fair it is.
    pub fairness: Fairness,
}

/// Runs scenarios (分配シミュレーション), in parallel where the feature `parallel` is on; the answers are the same
/// whatever the number of threads. What is proposed may be taken over as edits; nothing here exceeds the supply (ALC-2, ALC-3).
///
/// Source: 「自治体説明会（第3回）資料2」 市町村から医療機関・接種会場への分配量の登録, 2021-02-17 (ALC-3), which names
/// the tool and leaves its calculation open.
///
/// # Errors
/// Of each scenario by itself: as [`apportion_columns`]; a spread out of range.
///
/// ```
/// use vsys_core::allocation::{FirstUnits, Method};
/// use vsys_core::base::{Quantity, Units};
/// use vsys_core::simulation::{Scenario, SimulationBase, simulate};
///
/// let people = [60_000, 31_000, 9_000];
/// let base = SimulationBase { ids: None, floors: None, people: &people, doses: 1_170 };
/// let by = |method| Scenario { supply: Units::ZERO, weights: &people, caps: None, method: Some(method), first_units: FirstUnits::Refuse, spread: None };
/// let nine = Units::try_new(9)?;
/// let scenarios = [Scenario { supply: nine, ..by(Method::Adams) }, Scenario { supply: nine, ..by(Method::Jefferson) }];
/// let outcomes = simulate(&base, &scenarios, 2);
/// let nothing: Vec<u64> = outcomes.iter().flatten().map(|outcome| outcome.value().fairness.with_nothing).collect();
/// assert_eq!(nothing, [0, 1]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn simulate(
    base: &SimulationBase<'_>,
    scenarios: &[Scenario<'_>],
    threads: usize,
) -> Vec<Result<Answer<ScenarioOutcome>, Refusal>> {
    each_scenario(threads, scenarios, Vec::new, |shaken, scenario| one(base, scenario, shaken))
}

fn one(
    base: &SimulationBase<'_>,
    scenario: &Scenario<'_>,
    shaken: &mut Vec<u64>,
) -> Result<Answer<ScenarioOutcome>, Refusal> {
    let weights = match scenario.spread {
        None => scenario.weights,
        Some(spread) => {
            spread.shake(scenario.weights, shaken)?;
            shaken
        }
    };
    let answer = apportion_columns(&ColumnsRequest {
        ids: base.ids,
        floors: base.floors,
        caps: scenario.caps,
        method: scenario.method,
        first_units: scenario.first_units,
        ..ColumnsRequest::new(scenario.supply, weights)
    })?;
    Ok(answer.map(|shared| ScenarioOutcome {
        fairness: fairness(&shared.amounts, base.people, base.doses),
        left_over: shared.left_over,
        tied: shared.tie.is_some(),
        amounts: shared.amounts,
    }))
}

impl Spread {
    /// The shaken weights.
    fn shake(self, weights: &[u64], shaken: &mut Vec<u64>) -> Result<(), Refusal> {
        if self.thousandths > 1_000 {
            return Err(Refusal::new(&SimulationProblem::Spread, Path::from("spread")));
        }
        shaken.clear();
        let (seed, thousandths) = (self.seed, u64::from(self.thousandths));
        shaken.extend((0_u64..).zip(weights).map(|(row, &weight)| {
            // The draw of a row depends on seed and row alone, never on the thread or the order.
            let factor = 1_000 - thousandths + Random::at(seed, row).below(2 * thousandths + 1);
            let weight = u128::from(weight);
            let product = (weight * u128::from(factor) / 1_000).max(weight.min(1)).min(Weight::MAX.into());
            u64::try_from(product).unwrap_or(Weight::MAX)
        }));
        Ok(())
    }
}

/// One scenario of a whole hierarchy (階層全体のシナリオ).
#[derive(Clone, Debug)]
pub struct CascadeScenario {
    /// The boxes of the nation.
    pub supply: Boxes,
    /// How it is shared.
    pub options: CascadeOptions,
}

/// What a scenario of a hierarchy came to, without the amounts of every site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadeOutcome {
    /// The boxes given to the sites.
    pub given: u64,
    /// How many prefectures, municipalities and hubs got nothing.
    pub with_nothing: [u64; 3],
    /// A sum over all amounts that changes when any of them does (FNV-1a over boxes level by level).
    pub checksum: u64,
}

/// Runs scenarios of one hierarchy (全国の分配シミュレーション), in parallel where the feature `parallel` is on.
///
/// # Errors
/// Of each scenario by itself, as [`cascade`].
pub fn simulate_cascade(
    network: &Network,
    scenarios: &[CascadeScenario],
    threads: usize,
) -> Vec<Result<CascadeOutcome, Refusal>> {
    each_scenario(
        threads,
        scenarios,
        || (),
        |(), scenario| {
            let answer = cascade(network, scenario.supply, &scenario.options)?;
            Ok(outcome(answer.value()))
        },
    )
}

/// The levels that receive boxes.
const LEVELS: [Level; 3] = [Level::Prefecture, Level::Municipality, Level::Hub];

fn outcome(cascade: &Cascade) -> CascadeOutcome {
    let boxes = LEVELS.map(|level| cascade.boxes(level));
    let nothing = |boxes: &[u64]| boxes.iter().map(|&boxes| u64::from(boxes == 0)).sum();
    let bytes = boxes.iter().flat_map(|boxes| boxes.iter()).flat_map(|boxes| boxes.to_le_bytes());
    // FNV-1a, whose product is meant to wrap.
    let checksum =
        bytes.fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let [_, _, hubs] = boxes;
    CascadeOutcome { given: hubs.iter().sum(), with_nothing: boxes.map(nothing), checksum }
}
