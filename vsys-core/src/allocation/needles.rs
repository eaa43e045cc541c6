//! Needles and syringes: from whole vaccine boxes, by named policies.

use std::ops::Range;

use vsys_sharing::{Group, Method, Scratch, share};

use super::cascade::CascadeOptions;
use super::marks::{NEEDLES, SYRINGES};
use super::network::{Columns, Level, Network};
use super::problem::AllocationProblem;
use crate::base::{BaseProblem, Boxes, Findings, Fraction, IntoList, Pack, Path, Quantity, Refusal, Rounding, Term};
use crate::rulebook::PlanNeedles;

/// Fills in the needle boxes that go with vaccine boxes (針・シリンジの必要数量).
///
/// # Errors
/// [`BaseProblem`] when a figure leaves its range or the policy counts vials that the pack has not.
///
/// ```
/// use vsys_core::allocation::fill_needles;
/// use vsys_core::base::{Boxes, Pack, Quantity};
/// use vsys_core::rulebook::PlanNeedles;
/// let (booster, needles) = (Pack::vaccine(10, 15)?, Pack::of_pieces(100)?);
/// // NDL-3: 4 → 7, 3 → 5, 2 → 4, 0 → 0.
/// for (boxes, filled) in [(4, 7), (3, 5), (2, 4), (0, 0)] {
///     let boxes = Boxes::try_new(boxes)?;
///     assert_eq!(fill_needles(booster, boxes, needles, PlanNeedles::StrictlyMore)?.number(), filled);
/// }
/// # Ok::<(), vsys_core::base::BaseProblem>(())
/// ```
pub fn fill_needles(pack: Pack, boxes: Boxes, needles: Pack, policy: PlanNeedles) -> Result<Boxes, BaseProblem> {
    let doses = pack.doses(boxes)?.number();
    let pieces = u64::from(needles.doses_per_box());
    let filled = match policy {
        PlanNeedles::Exact => Rounding::Ceil.divide(doses, pieces),
        PlanNeedles::StrictlyMore if doses == 0 => 0,
        PlanNeedles::StrictlyMore => Rounding::Floor.divide(doses, pieces) + 1,
        PlanNeedles::Reserve(rate) => {
            let boxes = Fraction::of(rate).and_then(|rate| {
                let wanted = rate.denominator().checked_add(rate.numerator())?.checked_mul(doses.into())?;
                Some(Fraction::new(wanted, rate.denominator().checked_mul(pieces.into())?).rounded(Rounding::Ceil))
            });
            boxes.and_then(|boxes| u64::try_from(boxes).ok()).unwrap_or(u64::MAX)
        }
        PlanNeedles::PerVial(count) => {
            let wanted = pack.vials(boxes)?.number().saturating_mul(u64::from(count));
            Rounding::Ceil.divide(wanted, pieces)
        }
    };
    Boxes::try_new(filled)
}

/// How needle boxes follow an allocation (NDL-5a, ruling needle-allocation).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NeedleAllocation {
    /// `ceil(doses / pieces)`.
    #[default]
    Ceil,
    /// Rounded half up; leaves 3 boxes (2,925 doses) with 2,900 needles.
    HalfUp,
}

impl NeedleAllocation {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ceil => "ceil",
            Self::HalfUp => "half-up",
        }
    }

    /// The boxes that go with a number of doses.
    pub fn boxes(self, doses: u64, pieces_per_box: u64) -> u64 {
        let rounding = match self {
            Self::Ceil => Rounding::Ceil,
            Self::HalfUp => Rounding::HalfUp,
        };
        rounding.divide(doses, pieces_per_box)
    }
}

/// What happens when the recipients' own figures exceed the giver's (ruling needle-cascade).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedlePolicy {
    /// Every level by its own figure; a shortfall shows as Ｘ.
    PerLevel(NeedleAllocation),
    /// The giver's boxes are shared by largest remainder on the exact need.
    CapToParent(NeedleAllocation),
    /// A giver gets max(own figure, Σ recipients), as far as the registered supply reaches; beyond it
    /// as [`NeedlePolicy::CapToParent`]. Needles, then syringes.
    TopUp(NeedleAllocation, [Option<Boxes>; 2]),
}

impl NeedlePolicy {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PerLevel(_) => "per-level",
            Self::CapToParent(_) => "cap-to-parent",
            Self::TopUp(..) => "top-up",
        }
    }

    pub(super) const fn allocation(self) -> NeedleAllocation {
        match self {
            Self::PerLevel(allocation) | Self::CapToParent(allocation) | Self::TopUp(allocation, _) => allocation,
        }
    }
}

/// Somebody who falls short of his own figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The level.
    pub level: Level,
    /// The recipient.
    pub id: String,
    /// The pieces that are missing to its doses' figure.
    pub pieces: u64,
}

/// The boxes of needles or of syringes at every level (針・シリンジの分配量).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedleFill {
    pub(super) levels: [Vec<u64>; 4],
    shortfalls: Vec<Shortfall>,
}

impl NeedleFill {
    /// The boxes of a level, in the order of [`Network::ids`].
    pub fn boxes(&self, level: Level) -> &[u64] {
        match level {
            Level::Nation => &self.levels[0],
            Level::Prefecture => &self.levels[1],
            Level::Municipality => &self.levels[2],
            Level::Hub => &self.levels[3],
        }
    }

    /// Who falls short of his own figure, in the order of levels and recipients.
    pub fn shortfalls(&self) -> &[Shortfall] {
        &self.shortfalls
    }
}

const ITEMS: [Term; 2] = [NEEDLES, SYRINGES];
const LEVELS: [Level; 4] = [Level::Nation, Level::Prefecture, Level::Municipality, Level::Hub];

/// Needles and syringes for the vaccine boxes of every level.
pub(super) fn fill_network(
    network: &Network,
    boxes: [&[u64]; 4],
    options: &CascadeOptions,
    findings: &mut Findings,
) -> Result<[NeedleFill; 2], Refusal> {
    if let NeedlePolicy::TopUp(_, [None, _]) = options.needles {
        let problem = AllocationProblem::NeedleSupplyMissing { policy: "top-up", field: "supply.needles" };
        return Err(Refusal::new(&problem, Path::new(["supply".into(), "needles".into()]))
            .assuming(crate::base::assumption::NEEDLE_CASCADE));
    }
    let [needle, syringe] = options.needle_packs;
    let one_supply =
        !matches!(options.needles, NeedlePolicy::TopUp(_, [needles, Some(syringes)]) if needles != Some(syringes));
    let same = needle == syringe && one_supply;
    let mut fill = |item| {
        let (fill, own) = fill_item(network, boxes, options, item);
        report(network, &fill, own.as_ref().unwrap_or(&fill.levels), item, findings);
        fill
    };
    let needles = fill(0);
    let syringes = if same { needles.clone() } else { fill(1) };
    Ok([needles, syringes])
}

/// What is filled in, and everybody's own figures where that is something else.
fn fill_item(
    network: &Network,
    boxes: [&[u64]; 4],
    options: &CascadeOptions,
    item: usize,
) -> (NeedleFill, Option<[Vec<u64>; 4]>) {
    let pieces = u64::from(options.needle_packs.get(item).map_or(1, |pack| pack.doses_per_box()));
    let own = boxes.map(|boxes| own_figures(boxes, network, options, pieces));
    let levels = match options.needles {
        NeedlePolicy::PerLevel(_) => return (NeedleFill { levels: own, shortfalls: Vec::new() }, None),
        NeedlePolicy::CapToParent(_) => pass_down(network, boxes, own.clone(), None),
        NeedlePolicy::TopUp(_, [needles, syringes]) => {
            // NDL-1: needles and syringes always come in the same quantity.
            let supply = if item == 0 { needles } else { syringes.or(needles) };
            pass_down(network, boxes, topped_up(network, own.clone()), supply.map(Boxes::number))
        }
    };
    let shortfalls = shortfalls(network, &levels, &own, pieces);
    (NeedleFill { levels, shortfalls }, Some(own))
}

/// Every recipient's own figure, from its own whole vaccine boxes.
fn own_figures(boxes: &[u64], network: &Network, options: &CascadeOptions, pieces: u64) -> Vec<u64> {
    let doses = u64::from(network.pack.doses_per_box());
    boxes.iter().map(|&boxes| options.needles.allocation().boxes(boxes * doses, pieces)).list()
}

/// The recipients' columns below each level that gives.
fn below(network: &Network) -> [&Columns; 3] {
    [&network.prefectures, &network.municipalities, &network.hubs]
}

/// From the bottom up: a giver gets at least what its recipients get.
fn topped_up(network: &Network, mut own: [Vec<u64>; 4]) -> [Vec<u64>; 4] {
    let [nation, prefectures, municipalities, hubs] = &mut own;
    let raise = |givers: &mut Vec<u64>, columns: &Columns, recipients: &[u64]| {
        for (giver, range) in givers.iter_mut().zip(columns.groups()) {
            *giver = (*giver).max(sum(recipients, &range));
        }
    };
    let [first, second, third] = below(network);
    raise(municipalities, third, hubs);
    raise(prefectures, second, municipalities);
    raise(nation, first, prefectures);
    own
}

/// From the top down: a giver's boxes reach everybody's wish, or are shared by largest remainder on
/// the exact need, nobody above his wish.
fn pass_down(network: &Network, boxes: [&[u64]; 4], mut wish: [Vec<u64>; 4], supply: Option<u64>) -> [Vec<u64>; 4] {
    if let (Some(supply), [nation, ..]) = (supply, &mut wish) {
        nation.iter_mut().for_each(|nation| *nation = (*nation).min(supply));
    }
    let mut scratch = Scratch::default();
    for (depth, columns) in below(network).into_iter().enumerate() {
        let (above, from) = wish.split_at_mut(depth + 1);
        let (Some(givers), Some(recipients), Some(vaccine)) = (above.last(), from.first_mut(), boxes.get(depth + 1))
        else {
            continue;
        };
        for (&has, range) in givers.iter().zip(columns.groups()) {
            if sum(recipients, &range) > has {
                share_need(has, vaccine, &range, recipients, &mut scratch);
            }
        }
    }
    wish
}

/// Largest remainder on the exact need: vaccine boxes are in proportion to doses.
fn share_need(has: u64, vaccine: &[u64], range: &Range<usize>, recipients: &mut [u64], scratch: &mut Scratch) {
    let (Some(weights), Some(wishes)) = (vaccine.get(range.clone()), recipients.get_mut(range.clone())) else { return };
    let caps = wishes.to_vec();
    let floors = vec![0; caps.len()];
    share(Group { weights, floors: &floors, caps: &caps }, has, Method::LargestRemainder, wishes, scratch);
}

fn sum(column: &[u64], range: &Range<usize>) -> u64 {
    column.get(range.clone()).unwrap_or_default().iter().sum()
}

fn shortfalls(network: &Network, levels: &[Vec<u64>; 4], own: &[Vec<u64>; 4], pieces: u64) -> Vec<Shortfall> {
    let mut shortfalls = Vec::new();
    for ((level, has), needs) in LEVELS.iter().zip(levels).zip(own) {
        for (index, (&has, &needs)) in has.iter().zip(needs).enumerate() {
            if has < needs {
                let id = network.columns(*level).map_or("", |columns| columns.id(index)).to_owned();
                shortfalls.push(Shortfall { level: *level, id, pieces: (needs - has) * pieces });
            }
        }
    }
    shortfalls
}

/// Tells of shortfalls, and of givers whose recipients' figures exceed their own.
fn report(network: &Network, fill: &NeedleFill, own: &[Vec<u64>; 4], item: usize, findings: &mut Findings) {
    let item = ITEMS.get(item).copied().unwrap_or(NEEDLES);
    let pieces = fill.shortfalls.iter().map(|shortfall| shortfall.pieces).sum();
    if !fill.shortfalls.is_empty() {
        let recipients = u64::try_from(fill.shortfalls.len()).unwrap_or(u64::MAX);
        findings.push(&AllocationProblem::NeedleShortfall { item, recipients, pieces }, Path::from("needles"));
    }
    for ((depth, columns), level) in below(network).into_iter().enumerate().zip(LEVELS) {
        let (Some(givers), Some(recipients)) = (own.get(depth), own.get(depth + 1)) else { continue };
        let over = columns.groups().zip(givers).map(|(range, &giver)| sum(recipients, &range).saturating_sub(giver));
        let (parents, boxes) = over.filter(|&over| over > 0).fold((0, 0), |(count, sum), over| (count + 1, sum + over));
        if parents > 0 {
            let problem = AllocationProblem::NeedleOvershoot { item, level: level.term(), parents, boxes };
            findings.push(&problem, Path::from("needles"));
        }
    }
}
