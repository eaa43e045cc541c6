//! Sharing through all levels of the hierarchy.

use std::ops::Range;

use rust_decimal::Decimal;
use vsys_sharing::{Group, Method, NarrowLevel, Outcome, RawTie, Scratch, share};

use super::apportion::{Tie, check_group, tied};
use super::explanation::Origin;
use super::needles::{self, NeedleFill, NeedlePolicy};
use super::network::{Columns, Directive, Level, Network};
use super::problem::AllocationProblem;
use super::ties::{FirstUnits, Ties};
use crate::base::{Answer, Boxes, Finding, Findings, Pack, PackKind, Path, Quantity, Refusal, Rounding, assumption};

/// How a cascade shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CascadeOptions {
    /// The method at every level; the default is an assumption and named in the answer.
    pub method: Option<Method>,
    /// What happens with ties.
    pub ties: Ties,
    /// What Adams and Hill do when a supply does not reach.
    pub first_units: FirstUnits,
    /// How a share of boxes is rounded (ruling share-rounding).
    pub share_rounding: Rounding,
    /// How needles and syringes follow.
    pub needles: NeedlePolicy,
    /// The pack of needles and of syringes.
    pub needle_packs: [Pack; 2],
}

/// A tie within one giver's recipients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTie {
    /// The level that gives.
    pub level: Level,
    /// The giver; empty for the nation.
    pub giver: String,
    /// The tie.
    pub tie: Tie,
}

/// The boxes of one level: amounts, and what was proposed where a hand changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LevelAmounts {
    pub(super) boxes: Vec<u64>,
    /// (index, proposed amount) of the edited, in order.
    pub(super) proposed: Vec<(usize, u64)>,
}

/// Vaccine, needles and syringes shared through all levels (配分の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cascade {
    supply: u64,
    method: Method,
    pub(super) share_rounding: Rounding,
    pub(super) levels: [LevelAmounts; 3],
    ties: Vec<GroupTie>,
    needles: [NeedleFill; 2],
    satellite_vials: Vec<u64>,
    hub_vials_own: Vec<u64>,
}

impl Cascade {
    /// The supply that was shared.
    pub const fn supply(&self) -> u64 {
        self.supply
    }

    /// The method used.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The vaccine boxes of a level, in the order of [`Network::ids`]; of the nation, its supply.
    pub fn boxes(&self, level: Level) -> &[u64] {
        match level {
            Level::Nation => std::slice::from_ref(&self.supply),
            Level::Prefecture => &self.levels[0].boxes,
            Level::Municipality => &self.levels[1].boxes,
            Level::Hub => &self.levels[2].boxes,
        }
    }

    /// Needles, then syringes.
    pub const fn needles(&self) -> &[NeedleFill; 2] {
        &self.needles
    }

    /// Vials of the satellites, in the order of [`Network::satellites`].
    pub fn satellite_vials(&self) -> &[u64] {
        &self.satellite_vials
    }

    /// Vials that a hub keeps for its own capacity, in the order of the hubs; with the satellites'
    /// vials they leave over what nobody has room for.
    pub fn hub_vials(&self) -> &[u64] {
        &self.hub_vials_own
    }

    /// What each member of a level received and did not pass on, in boxes, in the order of
    /// [`Network::ids`]; of the nation one figure. Nothing for hubs, which pass on vials.
    pub fn left_over(&self, network: &Network, level: Level) -> Option<Vec<u64>> {
        let below = match level {
            Level::Nation => Level::Prefecture,
            Level::Prefecture => Level::Municipality,
            Level::Municipality => Level::Hub,
            Level::Hub => return None,
        };
        let mut left = self.boxes(level).to_vec();
        for (giver, boxes) in network.givers(below).into_iter().zip(self.boxes(below)) {
            if let Some(left) = left.get_mut(giver) {
                *left = left.saturating_sub(*boxes);
            }
        }
        Some(left)
    }

    /// Vials of each hub that nobody's capacity has room for, in the order of the hubs; they stay at the hub.
    pub fn vials_left_over(&self, network: &Network) -> Vec<u64> {
        let per_box = match network.pack.kind() {
            PackKind::Vaccine { vials_per_box, .. } => u64::from(vials_per_box),
            PackKind::Pieces { .. } => 0,
        };
        let kept = self.boxes(Level::Hub).iter().zip(&self.hub_vials_own);
        let mut left: Vec<u64> = kept.map(|(boxes, own)| boxes.saturating_mul(per_box).saturating_sub(*own)).collect();
        for (hub, vials) in network.hub_of_satellites().into_iter().zip(&self.satellite_vials) {
            if let Some(left) = left.get_mut(hub) {
                *left = left.saturating_sub(*vials);
            }
        }
        left
    }

    /// The ties, in the order of levels and givers.
    pub fn ties(&self) -> &[GroupTie] {
        &self.ties
    }

    /// What was proposed for an edited recipient.
    pub fn proposed(&self, level: Level, index: usize) -> Option<u64> {
        let level = self.levels.get(depth(level)?)?;
        let at = level.proposed.binary_search_by_key(&index, |(index, _)| *index).ok()?;
        level.proposed.get(at).map(|(_, boxes)| *boxes)
    }

    /// Where the amount of a recipient comes from.
    pub fn origin(&self, network: &Network, level: Level, index: usize) -> Origin {
        network
            .columns(level)
            .and_then(|columns| columns.special.get(&index))
            .map_or(Origin::Proposal, super::network::Special::origin)
    }
}

/// The three levels that receive, by index.
const LEVELS: [Level; 3] = [Level::Prefecture, Level::Municipality, Level::Hub];

const fn depth(level: Level) -> Option<usize> {
    match level {
        Level::Nation => None,
        Level::Prefecture => Some(0),
        Level::Municipality => Some(1),
        Level::Hub => Some(2),
    }
}

/// Shares a supply of vaccine boxes through all levels, then needles and syringes from the whole
/// boxes, then the vials of each hub among it and its satellites.
///
/// Source: ALC-1, ALC-2, ALC-3, ALC-10; rulings proposal-method, hubs, share-rounding, needle-cascade.
///
/// # Errors
/// A [`Refusal`] with every finding of the first level that cannot be served: floors above what was
/// received, nobody to share by, fixed amounts or edits above what was received, ties to be reported,
/// a needle supply that the policy needs and that is missing.
pub fn cascade(network: &Network, supply: Boxes, options: &CascadeOptions) -> Result<Answer<Cascade>, Refusal> {
    let method = options.method.unwrap_or_default();
    let mut run = Run {
        network,
        options,
        method,
        swift: NarrowLevel::default(),
        scratch: Scratch::default(),
        findings: Findings::new(),
        ties: Vec::new(),
    };
    let nation = [supply.number()];
    let prefectures = run.level(&nation, 0)?;
    let municipalities = run.level(&prefectures.boxes, 1)?;
    let hubs = run.level(&municipalities.boxes, 2)?;
    let Run { mut findings, ties, .. } = run;

    let levels = [prefectures, municipalities, hubs];
    report_no_sites(network, &levels, &mut findings);
    let boxes = [nation.as_slice(), &levels[0].boxes, &levels[1].boxes, &levels[2].boxes];
    let needles = needles::fill_network(network, boxes, options, &mut findings)?;
    let (satellite_vials, hub_vials_own) = vials(network, &levels[2].boxes);

    let share_rounding = options.share_rounding;
    let supply = supply.number();
    let cascade = Cascade { supply, method, share_rounding, levels, ties, needles, satellite_vials, hub_vials_own };
    let mut answer = Answer::new(cascade).assuming(assumption::NEEDLE_ALLOCATION).assuming(assumption::NEEDLE_CASCADE);
    let special = || LEVELS.iter().filter_map(|&level| network.columns(level)).flat_map(|c| c.special.values());
    let proposal = LEVELS.iter().filter_map(|&level| network.columns(level)).any(|c| c.special.len() < c.len());
    if proposal && (options.method.is_none() || !answer.value().ties.is_empty()) {
        answer = answer.assuming(assumption::PROPOSAL_METHOD);
    }
    if special().any(|special| matches!(special.directive, Directive::Share(_))) {
        answer = answer.assuming(assumption::SHARE_ROUNDING);
    }
    if network.uses_capacity {
        answer = answer.assuming(assumption::CAPACITY_ROUNDING);
    }
    if network.satellites.len() > 0 {
        answer = answer.assuming(assumption::HUBS).assuming(assumption::SATELLITE_CAP);
    }
    Ok(answer.finding(findings))
}

/// One run through the levels.
struct Run<'a> {
    network: &'a Network,
    options: &'a CascadeOptions,
    method: Method,
    swift: NarrowLevel,
    scratch: Scratch,
    findings: Findings,
    ties: Vec<GroupTie>,
}

impl Run<'_> {
    /// Shares what each giver received among its recipients.
    fn level(&mut self, received: &[u64], depth: usize) -> Result<LevelAmounts, Refusal> {
        let level = LEVELS.get(depth).copied().unwrap_or(Level::Hub);
        let empty = Columns::default();
        let columns = self.network.columns(level).unwrap_or(&empty);
        let mut amounts = LevelAmounts { boxes: vec![0; columns.len()], proposed: Vec::new() };
        let Run { swift, scratch, method, .. } = self;
        let all = group_of(columns, &(0..columns.len()));
        let told = swift.share(&columns.starts, all, received, *method, &mut amounts.boxes, scratch);
        let mut told = told.into_iter().peekable();
        let mut refused = Findings::new();
        let (mut givers_left, mut boxes_left) = (0, 0);
        for (giver, (range, &boxes)) in columns.groups().zip(received).enumerate() {
            let told = told.next_if(|(told, _)| *told == giver).map(|(_, told)| told);
            if range.is_empty() {
                continue;
            }
            let shared = match told.unwrap_or(Outcome::Shared(None)) {
                Outcome::Shared(tie) if columns.is_plain(&range) => {
                    let left = boxes - amounts.boxes.get(range.clone()).unwrap_or_default().iter().sum::<u64>();
                    self.note(tie, |at| range.start.checked_add(at), columns, level, giver).map(|()| left)
                }
                _ => self.group(columns, &range, boxes, &mut amounts, level, giver),
            };
            match shared {
                Ok(0) => {}
                Ok(left) => {
                    givers_left += 1;
                    boxes_left += left;
                }
                Err(finding) => refused.add(*finding),
            }
        }
        if refused.has_errors() {
            let refusal = Refusal::of(refused);
            return Err(if self.options.ties == Ties::Report {
                refusal.assuming(assumption::PROPOSAL_METHOD)
            } else {
                refusal
            });
        }
        if boxes_left > 0 {
            let above = [Level::Nation, Level::Prefecture, Level::Municipality]
                .get(depth)
                .map_or(level.term(), |above| above.term());
            let problem = AllocationProblem::LeftOver { level: above, parents: givers_left, boxes: boxes_left };
            self.findings.push(&problem, Path::from("supply"));
        }
        Ok(amounts)
    }

    /// One giver's recipients; what is left over of what it received.
    fn group(
        &mut self,
        columns: &Columns,
        range: &Range<usize>,
        received: u64,
        amounts: &mut LevelAmounts,
        level: Level,
        giver: usize,
    ) -> Result<u64, Box<Finding>> {
        if columns.is_plain(range) {
            let group = group_of(columns, range);
            self.check(group, received, columns, range, level)?;
            let Some(out) = amounts.boxes.get_mut(range.clone()) else { return Ok(0) };
            let raw = share(group, received, self.method, out, &mut self.scratch);
            let given: u64 = out.iter().sum();
            self.note(raw, |at| range.start.checked_add(at), columns, level, giver)?;
            return Ok(received - given);
        }
        let plan = GroupPlan::new(columns, range, received, self.options.share_rounding);
        if let Some(given) = plan.over {
            let problem = AllocationProblem::OverReceived { received, given };
            return Err(self.finding(&problem, columns, range, level));
        }
        self.check(plan.group(), plan.rest, columns, range, level)?;
        let mut out = vec![0; plan.members.len()];
        let raw = share(plan.group(), plan.rest, self.method, &mut out, &mut self.scratch);
        self.note(raw, |at| plan.members.get(at).copied(), columns, level, giver)?;
        let decided = plan.decided.iter().copied();
        let mut given: u128 = 0;
        for (index, proposed) in plan.members.iter().copied().zip(out).chain(decided) {
            let edit = columns.special.get(&index).and_then(|special| special.edit.as_ref());
            let boxes = edit.map_or(proposed, |edit| edit.boxes.number());
            if let Some(slot) = amounts.boxes.get_mut(index) {
                *slot = boxes;
            }
            if edit.is_some() {
                amounts.proposed.push((index, proposed));
            }
            if columns.special.has(&index) {
                self.check_cap(columns, index, boxes, level);
            }
            given += u128::from(boxes);
        }
        amounts.proposed.sort_unstable();
        u64::try_from(u128::from(received).saturating_sub(given))
            .ok()
            .filter(|_| given <= u128::from(received))
            .ok_or_else(|| {
                let given = u64::try_from(given).unwrap_or(u64::MAX);
                self.finding(&AllocationProblem::OverReceived { received, given }, columns, range, level)
            })
    }

    fn check(
        &self,
        group: Group<'_>,
        supply: u64,
        columns: &Columns,
        range: &Range<usize>,
        level: Level,
    ) -> Result<(), Box<Finding>> {
        let rows = group.weights.iter().zip(group.floors).zip(group.caps).map(|((&w, &f), &c)| (w, f, c));
        match check_group(rows, supply, self.method, self.options.first_units) {
            // Below the nation, a giver whose recipients have no weight simply keeps what it has.
            None | Some(AllocationProblem::NoWeight { .. })
                if level != Level::Prefecture || group.weights.is_empty() =>
            {
                Ok(())
            }
            None => Ok(()),
            Some(problem) => Err(self.finding(&problem, columns, range, level)),
        }
    }

    fn check_cap(&mut self, columns: &Columns, index: usize, boxes: u64, level: Level) {
        let cap = columns.caps.get(index).copied().unwrap_or(u64::MAX);
        if boxes > cap {
            let finding =
                self.finding(&AllocationProblem::DecisionAboveCap { boxes, cap }, columns, &(index..index + 1), level);
            self.findings.add(*finding);
        }
    }

    fn note(
        &mut self,
        raw: Option<RawTie>,
        member: impl Fn(usize) -> Option<usize>,
        columns: &Columns,
        level: Level,
        giver: usize,
    ) -> Result<(), Box<Finding>> {
        let Some(raw) = raw else { return Ok(()) };
        let id = |&at: &usize| member(at).and_then(|index| columns.ids.get(index)).cloned();
        let tie = Tie { tied: raw.tied.iter().filter_map(id).collect(), units: raw.units, decided: raw.decided };
        if self.options.ties == Ties::Report {
            let refusal = tied(&tie);
            return match refusal.primary() {
                Some(finding) => Err(Box::new(finding)),
                None => Ok(()),
            };
        }
        let (above, giver) = match level {
            Level::Prefecture | Level::Nation => (Level::Nation, String::new()),
            Level::Municipality => (Level::Prefecture, self.network.prefectures.id(giver).to_owned()),
            Level::Hub => (Level::Municipality, self.network.municipalities.id(giver).to_owned()),
        };
        self.ties.push(GroupTie { level: above, giver, tie });
        Ok(())
    }

    /// A finding at the first recipient of a range that the caller listed.
    fn finding(
        &self,
        problem: &AllocationProblem,
        columns: &Columns,
        range: &Range<usize>,
        level: Level,
    ) -> Box<Finding> {
        let list = match level {
            Level::Nation | Level::Prefecture => "prefectures",
            Level::Municipality => "municipalities",
            Level::Hub => "hubs",
        };
        let place = columns.places.get(range.clone()).into_iter().flatten().copied().flatten().min();
        let path = place.map_or_else(|| Path::from(list), |place| Path::new([list.into(), place.into()]));
        Box::new(Finding::new(problem, path))
    }
}

pub(super) fn group_of<'c>(columns: &'c Columns, range: &Range<usize>) -> Group<'c> {
    Group {
        weights: columns.weights.get(range.clone()).unwrap_or_default(),
        floors: columns.floors.get(range.clone()).unwrap_or_default(),
        caps: columns.caps.get(range.clone()).unwrap_or_default(),
    }
}

/// A group some of whose recipients are decided before the method shares the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupPlan {
    /// The recipients of the method.
    pub(super) members: Vec<usize>,
    weights: Vec<u64>,
    floors: Vec<u64>,
    caps: Vec<u64>,
    /// The others with their amounts.
    pub(super) decided: Vec<(usize, u64)>,
    /// What is left for the method.
    pub(super) rest: u64,
    /// What was decided, when it is more than was received.
    over: Option<u64>,
}

impl GroupPlan {
    pub(super) fn new(columns: &Columns, range: &Range<usize>, received: u64, rounding: Rounding) -> Self {
        let mut plan = Self {
            members: Vec::new(),
            weights: Vec::new(),
            floors: Vec::new(),
            caps: Vec::new(),
            decided: Vec::new(),
            rest: 0,
            over: None,
        };
        let mut given: u64 = 0;
        for index in range.clone() {
            let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
            let boxes = match columns.special.get(&index).map(|special| special.directive) {
                Some(Directive::Fixed(boxes)) => boxes.number(),
                Some(Directive::Share(share)) => share_of(received, share, rounding),
                _ => {
                    plan.members.push(index);
                    plan.weights.push(of(&columns.weights));
                    plan.floors.push(of(&columns.floors));
                    plan.caps.push(of(&columns.caps));
                    continue;
                }
            };
            given = given.saturating_add(boxes);
            plan.decided.push((index, boxes));
        }
        plan.over = (given > received).then_some(given);
        plan.rest = received.saturating_sub(given);
        plan
    }

    pub(super) fn group(&self) -> Group<'_> {
        Group { weights: &self.weights, floors: &self.floors, caps: &self.caps }
    }
}

/// A share of boxes, rounded by name (ALC-10: 160 × 3 % = 4.8 → 5), exactly: a decimal is a whole
/// number over a power of ten, and with at most 2^32 boxes the product stays below 2^128.
pub(super) fn share_of(received: u64, share: Decimal, rounding: Rounding) -> u64 {
    let product = u128::from(received).saturating_mul(share.mantissa().unsigned_abs());
    let unit = 10_u128.pow(share.scale());
    let (whole, rest) = (product / unit, product % unit);
    let up = match rounding {
        Rounding::Ceil => rest > 0,
        Rounding::Floor => false,
        Rounding::HalfUp => rest >= unit - rest,
    };
    u64::try_from(whole + u128::from(up)).unwrap_or(u64::MAX)
}

/// Municipalities that hold boxes and have no site to pass them to, where others have sites.
fn report_no_sites(network: &Network, levels: &[LevelAmounts; 3], findings: &mut Findings) {
    if network.hubs.len() == 0 {
        return;
    }
    let held = network.hubs.groups().zip(&levels[1].boxes).filter(|(range, boxes)| range.is_empty() && **boxes > 0);
    let (municipalities, boxes) = held.fold((0, 0), |(count, sum), (_, &boxes)| (count + 1, sum + boxes));
    if municipalities > 0 {
        findings.push(&AllocationProblem::NoSites { municipalities, boxes }, Path::from("hubs"));
    }
}

/// The vials of each hub, shared among it and its satellites by largest remainder on their doses,
/// nobody above its capacity (rulings hubs, satellite-cap). A hub without satellites keeps all.
fn vials(network: &Network, boxes: &[u64]) -> (Vec<u64>, Vec<u64>) {
    let PackKind::Vaccine { vials_per_box, doses_per_vial } = network.pack.kind() else {
        return (vec![0; network.satellites.len()], vec![0; boxes.len()]);
    };
    let mut satellites = vec![0; network.satellites.len()];
    let mut own: Vec<u64> = boxes.iter().map(|&boxes| boxes * u64::from(vials_per_box)).collect();
    let mut scratch = Scratch::default();
    let (mut weights, mut caps, mut floors, mut amounts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for ((range, vials), &capacity) in network.satellites.groups().zip(&mut own).zip(&network.own_capacity) {
        if range.is_empty() {
            continue;
        }
        weights.clear();
        weights.push(capacity);
        weights.extend_from_slice(network.satellites.weights.get(range.clone()).unwrap_or_default());
        caps.clear();
        caps.extend(weights.iter().map(|&doses| Rounding::Ceil.divide(doses, doses_per_vial.into())));
        floors.clear();
        floors.resize(weights.len(), 0);
        amounts.clear();
        amounts.resize(weights.len(), 0);
        let group = Group { weights: &weights, floors: &floors, caps: &caps };
        share(group, *vials, Method::LargestRemainder, &mut amounts, &mut scratch);
        if let (Some((first, rest)), Some(out)) = (amounts.split_first(), satellites.get_mut(range)) {
            *vials = *first;
            out.copy_from_slice(rest);
        }
    }
    (satellites, own)
}
