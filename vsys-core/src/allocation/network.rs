//! The hierarchy 国 → 都道府県 → 市町村 → 基本型接種施設 → サテライト as a value that is valid once it exists.

use std::collections::HashMap;

use rust_decimal::Decimal;
use vsys_sharing::{UNLIMITED, ranges};

use super::explanation::Origin;
use super::problem::AllocationProblem;
use crate::base::{
    BaseProblem, Boxes, Doses, Finding, Findings, MunicipalityCode, Pack, Path, PrefectureCode, Quantity, Refusal,
    Rounding, SiteId, SortedMap, Term, Text, Weight, is_share,
};

/// A level of the hierarchy that gives to the next (階層).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 国
    Nation,
    /// 都道府県
    Prefecture,
    /// 市町村
    Municipality,
    /// 基本型接種施設
    Hub,
}

impl Level {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Prefecture => "prefecture",
            Self::Municipality => "municipality",
            Self::Hub => "hub",
        }
    }

    /// The name in both languages.
    pub const fn term(self) -> Term {
        Term::new(self.as_str(), self.ja())
    }

    /// The Japanese name.
    pub const fn ja(self) -> &'static str {
        match self {
            Self::Nation => "国",
            Self::Prefecture => "都道府県",
            Self::Municipality => "市町村",
            Self::Hub => "基本型接種施設",
        }
    }
}

/// What decides a recipient's amount in place of the method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Directive {
    /// Nothing: the method decides.
    #[default]
    Method,
    /// A share of what the giver received (割合), 0 to 1, rounded by ruling share-rounding.
    Share(Decimal),
    /// A fixed amount imported by the administrator (一括登録, CYC-5).
    Fixed(Boxes),
}

/// A change by hand of a proposal (修正), kept with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The amount in place of the proposed one.
    pub boxes: Boxes,
    /// Why.
    pub reason: Text<200>,
}

/// What is asked of a recipient at any level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its weight; absent = the sum of its recipients' weights, at a hub its capacity in doses.
    pub weight: Option<Weight>,
    /// The least it must get, in boxes.
    pub floor: Boxes,
    /// The most it may get, in boxes; absent = what its recipients can take.
    pub cap: Option<Boxes>,
    /// What decides in place of the method.
    pub directive: Directive,
    /// A change by hand.
    pub edit: Option<Edit>,
}

/// A hub (基本型接種施設): boxes are delivered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Its id.
    pub id: SiteId,
    /// Its municipality.
    pub municipality: MunicipalityCode,
    /// Its own capacity in doses (接種可能量); absent = unknown.
    pub capacity: Option<Doses>,
    /// What is asked of it.
    pub node: Node,
}

/// A satellite (サテライト型接種施設): it gets vials through its hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Satellite {
    /// Its id.
    pub id: SiteId,
    /// The id of its hub.
    pub hub: SiteId,
    /// Its capacity in doses (接種可能量).
    pub capacity: Doses,
}

/// How capacities become caps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// What a box of the vaccine holds.
    pub pack: Pack,
    /// How a capacity in doses is rounded to boxes (ruling capacity-rounding).
    pub rounding: Rounding,
}

/// The hierarchy as a caller gives it. A prefecture or municipality that only its recipients name is
/// there with nothing asked of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkInput {
    /// 都道府県
    pub prefectures: Vec<(PrefectureCode, Node)>,
    /// 市町村
    pub municipalities: Vec<(MunicipalityCode, Node)>,
    /// 基本型接種施設
    pub hubs: Vec<Hub>,
    /// サテライト
    pub satellites: Vec<Satellite>,
}

/// One level as columns, in the order of parents and codes, with the bounds summed up from below.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<SiteId>,
    pub(super) weights: Vec<u64>,
    pub(super) floors: Vec<u64>,
    pub(super) caps: Vec<u64>,
    /// For every giver of the level above, where its recipients begin; one more at the end.
    pub(super) starts: Vec<usize>,
    /// The few recipients that are not the method's alone.
    pub(super) special: SortedMap<usize, Special>,
    /// Where each stood in the caller's list; absent for those that only their recipients name.
    pub(super) places: Vec<Option<usize>>,
}

/// A recipient with a directive or an edit.
#[derive(Clone, Debug)]
pub(super) struct Special {
    pub(super) directive: Directive,
    pub(super) edit: Option<Edit>,
}

impl Special {
    pub(super) const fn origin(&self) -> Origin {
        match (&self.edit, self.directive) {
            (Some(_), _) => Origin::Edited,
            (None, Directive::Share(_)) => Origin::Share,
            (None, Directive::Fixed(_)) => Origin::Imported,
            (None, Directive::Method) => Origin::Proposal,
        }
    }
}

impl Columns {
    /// The recipients of each giver, as ranges of the columns.
    pub(super) fn groups(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        ranges(&self.starts)
    }

    /// The recipients of one giver.
    pub(super) fn group(&self, giver: usize) -> Option<std::ops::Range<usize>> {
        Some(*self.starts.get(giver)?..*self.starts.get(giver.checked_add(1)?)?)
    }

    /// Whether the recipients of a range are the method's alone.
    pub(super) fn is_plain(&self, range: &std::ops::Range<usize>) -> bool {
        self.special.first_from(&range.start).is_none_or(|first| *first >= range.end)
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn id(&self, index: usize) -> &str {
        self.ids.get(index).map_or("", |id| id.as_str())
    }
}

/// The hierarchy, checked and summed up (階層): prefectures, municipalities, hubs and satellites in the
/// order of parent and code. Source: ALC-1; rulings hubs, capacity-rounding.
///
/// Floors and caps of the recipients count at the giver: a giver's floor is at least the sum of its
/// recipients' floors, and its cap at most the sum of what they can take. A giver without recipients
/// has its own bounds alone.
#[derive(Clone, Debug)]
pub struct Network {
    pub(super) prefectures: Columns,
    pub(super) municipalities: Columns,
    pub(super) hubs: Columns,
    pub(super) satellites: Columns,
    /// A hub's own capacity in doses, zero when unknown.
    pub(super) own_capacity: Vec<u64>,
    pub(super) pack: Pack,
    pub(super) uses_capacity: bool,
}

impl Network {
    /// Checks the hierarchy and sums it up.
    ///
    /// # Errors
    /// A [`Refusal`] with every finding: ids that stand twice, parents that are nowhere, recipients
    /// with nothing to share by, floors above caps, shares out of range.
    pub fn try_new(input: NetworkInput, capacity: Capacity) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let mut builder = Builder { findings: &mut findings, capacity };
        let network = builder.build(input);
        match network {
            Some(network) if !findings.has_errors() => Ok(network),
            _ => Err(Refusal::of(findings)),
        }
    }

    /// The ids of a level in the order of the answer.
    pub fn ids(&self, level: Level) -> &[SiteId] {
        match level {
            Level::Nation => &[],
            Level::Prefecture => &self.prefectures.ids,
            Level::Municipality => &self.municipalities.ids,
            Level::Hub => &self.hubs.ids,
        }
    }

    /// The ids of the satellites in the order of the answer.
    pub fn satellites(&self) -> &[SiteId] {
        &self.satellites.ids
    }

    /// For every satellite, the index of its hub.
    pub fn hub_of_satellites(&self) -> Vec<usize> {
        parents(&self.satellites)
    }

    /// For every member of a level, the index of its giver on the level above.
    pub fn givers(&self, level: Level) -> Vec<usize> {
        match level {
            Level::Nation => Vec::new(),
            Level::Prefecture => parents(&self.prefectures),
            Level::Municipality => parents(&self.municipalities),
            Level::Hub => parents(&self.hubs),
        }
    }

    /// The edit of a member of a level (修正), where it has one.
    pub fn edit(&self, level: Level, index: usize) -> Option<&Edit> {
        self.columns(level)?.special.get(&index)?.edit.as_ref()
    }

    pub(super) fn columns(&self, level: Level) -> Option<&Columns> {
        match level {
            Level::Nation => None,
            Level::Prefecture => Some(&self.prefectures),
            Level::Municipality => Some(&self.municipalities),
            Level::Hub => Some(&self.hubs),
        }
    }
}

fn parents(columns: &Columns) -> Vec<usize> {
    columns.groups().enumerate().flat_map(|(giver, range)| range.map(move |_| giver)).collect()
}

/// A member of a level while the hierarchy is built.
struct Member {
    id: SiteId,
    parent: usize,
    node: Node,
    place: Option<usize>,
}

/// A prefecture or municipality while the hierarchy is built.
struct Listed<K> {
    code: K,
    node: Node,
    /// Where the caller lists it.
    place: Option<usize>,
}

/// Where a code stands in its level.
fn index_of<K: Ord + Copy>(level: &[Listed<K>], code: K) -> Option<usize> {
    level.binary_search_by_key(&code, |member| member.code).ok()
}

struct Builder<'f> {
    findings: &'f mut Findings,
    capacity: Capacity,
}

impl Builder<'_> {
    fn build(&mut self, input: NetworkInput) -> Option<Network> {
        let NetworkInput { prefectures, municipalities, hubs, satellites } = input;
        let before = self.findings.total();

        let towns = self.listed(municipalities, hubs.iter().map(|hub| hub.municipality), "municipalities");
        let regions = self.listed(prefectures, towns.iter().map(|town| town.code.prefecture()), "prefectures");

        let mut uses_capacity = !satellites.is_empty();
        let mut members = Vec::with_capacity(hubs.len());
        let mut own = Vec::with_capacity(hubs.len());
        for (place, hub) in hubs.into_iter().enumerate() {
            let parent = index_of(&towns, hub.municipality)?;
            uses_capacity |= hub.capacity.is_some();
            own.push(hub.capacity);
            members.push(Member { id: hub.id, parent, node: hub.node, place: Some(place) });
        }
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_unstable_by(|&a, &b| key(members.get(a)).cmp(&key(members.get(b))));
        let own: Vec<Option<Doses>> = order.iter().filter_map(|&at| own.get(at).copied()).collect();
        members.sort_unstable_by(|a, b| key(Some(a)).cmp(&key(Some(b))));
        let hub_index = self.index(&members, "hubs");

        let satellites = self.satellites(satellites, &hub_index);
        let demand = self.demand(&own, &satellites, members.len());
        let mut hubs = Columns::default();
        for (at, member) in members.into_iter().enumerate() {
            let demand = demand.get(at).copied().flatten();
            let most = demand.map(|doses| self.capacity.pack.boxes(doses, self.capacity.rounding));
            let most = self.in_range(most.transpose(), "hubs", member.place)?;
            let below = Below { weight: demand.map(Doses::number), floor: 0, most: most.map(Boxes::number) };
            self.place(&mut hubs, member, below, "hubs");
        }
        let towns = self.level(towns, |code| index_of(&regions, code.prefecture()), &hubs, "municipalities");
        let regions = self.level(regions, |_| Some(0), &towns, "prefectures");
        let mut network = Network {
            prefectures: regions,
            municipalities: towns,
            hubs,
            satellites,
            own_capacity: own.iter().map(|doses| doses.map_or(0, Doses::number)).collect(),
            pack: self.capacity.pack,
            uses_capacity,
        };
        close(&mut network.prefectures, 1);
        let counts = [network.prefectures.len(), network.municipalities.len(), network.hubs.len()];
        for (columns, givers) in
            [&mut network.municipalities, &mut network.hubs, &mut network.satellites].into_iter().zip(counts)
        {
            close(columns, givers);
        }
        (self.findings.total() == before).then_some(network)
    }

    /// The members of a level in the order of their codes: those of the caller's list, where a code may stand once, and
    /// those that only their recipients name, of whom nothing is asked.
    fn listed<K: Ord + Copy + ToString>(
        &mut self,
        given: Vec<(K, Node)>,
        named: impl Iterator<Item = K>,
        list: &'static str,
    ) -> Vec<Listed<K>> {
        let mut named: Vec<K> = named.collect();
        named.sort_unstable();
        named.dedup();
        let given = given.into_iter().zip(0..).map(|((code, node), place)| Listed { code, node, place: Some(place) });
        let named = named.into_iter().map(|code| Listed { code, node: Node::default(), place: None });
        // Who is given stands before who is only named.
        let mut members: Vec<Listed<K>> = given.chain(named).collect();
        members.sort_unstable_by_key(|member| (member.code, member.place.is_none(), member.place));
        members.dedup_by(|later, first| {
            let same = later.code == first.code;
            if let (true, Some(first), Some(place)) = (same, first.place, later.place) {
                let finding = Finding::new(&AllocationProblem::IdTwice { first }, Path::element(list, place, "code"));
                self.findings.add(finding.with_value(later.code.to_string()));
            }
            same
        });
        members
    }

    fn index(&mut self, members: &[Member], list: &'static str) -> HashMap<String, usize> {
        let mut index: HashMap<String, usize> = HashMap::with_capacity(members.len());
        for (at, member) in members.iter().enumerate() {
            let first = index.get(member.id.as_str()).and_then(|&first| members.get(first)).and_then(|m| m.place);
            match first {
                None => {
                    index.insert(member.id.as_str().to_owned(), at);
                }
                Some(first) => {
                    let (first, later) = ordered(first, member.place.unwrap_or(0));
                    let finding = Finding::new(&AllocationProblem::IdTwice { first }, Path::element(list, later, "id"));
                    self.findings.add(finding.with_value(member.id.as_str()));
                }
            }
        }
        index
    }

    fn satellites(&mut self, satellites: Vec<Satellite>, hubs: &HashMap<String, usize>) -> Columns {
        let mut members = Vec::with_capacity(satellites.len());
        let mut seen: HashMap<String, usize> = HashMap::with_capacity(satellites.len());
        for (place, satellite) in satellites.into_iter().enumerate() {
            let id = satellite.id.as_str();
            match (seen.get(id).copied(), hubs.contains_key(id)) {
                (None, false) => {
                    seen.insert(id.to_owned(), place);
                }
                (first, _) => {
                    let finding = Finding::new(
                        &AllocationProblem::IdTwice { first: first.unwrap_or(0) },
                        Path::element("satellites", place, "id"),
                    );
                    self.findings.add(finding.with_value(id));
                }
            }
            match hubs.get(satellite.hub.as_str()) {
                None => {
                    let problem = AllocationProblem::ParentUnknown { kind: Level::Hub.term() };
                    let finding = Finding::new(&problem, Path::element("satellites", place, "hub"));
                    self.findings.add(finding.with_value(satellite.hub.as_str()));
                }
                Some(&parent) => members.push((parent, satellite.id, satellite.capacity.number(), place)),
            }
        }
        members.sort_unstable_by(|(parent, id, _, place), (other, next, _, row)| {
            (parent, id.as_str().as_bytes(), place).cmp(&(other, next.as_str().as_bytes(), row))
        });
        let mut columns = Columns::default();
        for (parent, id, capacity, place) in members {
            open(&mut columns, parent);
            columns.ids.push(id);
            columns.weights.push(capacity);
            columns.floors.push(0);
            columns.caps.push(UNLIMITED);
            columns.places.push(Some(place));
        }
        columns
    }

    /// A hub's demand: its own capacity and its satellites'; nothing when no capacity is known.
    fn demand(&mut self, own: &[Option<Doses>], satellites: &Columns, hubs: usize) -> Vec<Option<Doses>> {
        let mut demand: Vec<Option<u64>> = own.iter().map(|doses| doses.map(Doses::number)).collect();
        demand.resize(hubs, None);
        for (range, hub) in satellites.groups().zip(0..).chain(last_group(satellites)) {
            let doses: u64 =
                satellites.weights.get(range.clone()).unwrap_or_default().iter().fold(0, |a, &b| a.saturating_add(b));
            if let Some(slot) = demand.get_mut(hub).filter(|_| !range.is_empty()) {
                *slot = Some(slot.unwrap_or(0).saturating_add(doses));
            }
        }
        let mut in_range = |doses: u64| {
            Doses::try_new(doses).unwrap_or_else(|problem| {
                self.findings.push(&problem, Path::from("satellites"));
                Doses::ZERO
            })
        };
        demand.into_iter().map(|doses| doses.map(&mut in_range)).collect()
    }

    fn in_range<T>(&mut self, value: Result<T, BaseProblem>, list: &'static str, place: Option<usize>) -> Option<T> {
        value.map_err(|problem| self.findings.push(&problem, Path::element(list, place.unwrap_or(0), "capacity"))).ok()
    }

    /// A level whose members stand in the order of their codes, summed up from the level below.
    fn level<K: Copy + ToString>(
        &mut self,
        members: Vec<Listed<K>>,
        parent: impl Fn(K) -> Option<usize>,
        below: &Columns,
        list: &'static str,
    ) -> Columns {
        let mut columns = Columns::default();
        let mut groups = below.groups().chain(last_group(below).map(|(range, _)| range));
        for Listed { code, node, place } in members {
            let range = groups.next().unwrap_or(0..0);
            let Ok(id) = code.to_string().parse() else { continue };
            let sums = Below::of(below, &range);
            self.place(&mut columns, Member { id, parent: parent(code).unwrap_or(0), node, place }, sums, list);
        }
        columns
    }

    /// Puts a member at the end of its level, with its bounds joined to those from below.
    fn place(&mut self, columns: &mut Columns, member: Member, below: Below, list: &'static str) {
        let Member { id, parent, node, place } = member;
        open(columns, parent);
        let at = columns.len();
        let mut report = |problem: &AllocationProblem, field: &'static str| {
            let path = place.map_or_else(|| Path::from(list), |place| Path::element(list, place, field));
            self.findings.add(Finding::new(problem, path).with_value(id.as_str()));
        };
        let floor = node.floor.number().max(below.floor);
        let cap = node.cap.map_or(UNLIMITED, Boxes::number).min(below.most.unwrap_or(UNLIMITED));
        let by_method = node.directive == Directive::Method;
        let weight = match node.weight {
            Some(weight) => Some(weight.number()),
            None => below.weight,
        };
        if weight.is_none() && by_method {
            report(&AllocationProblem::WeightMissing, "weight");
        }
        // A contradiction among the recipients has been reported where it stands.
        let from_below = below.most.is_some_and(|most| below.floor > most);
        if floor > cap && by_method && !from_below {
            report(&AllocationProblem::FloorAboveCap { floor, cap }, "floor");
        }
        if let Directive::Share(share) = node.directive
            && !is_share(share)
        {
            report(&AllocationProblem::ShareRange, "share");
        }
        if weight.is_some_and(|weight| weight > Weight::MAX) {
            let problem = BaseProblem::QuantityTooLarge { unit: Weight::UNIT, most: Weight::MAX };
            self.findings
                .push(&problem, place.map_or_else(|| Path::from(list), |place| Path::element(list, place, "weight")));
        }
        columns.ids.push(id);
        columns.weights.push(weight.unwrap_or(0));
        columns.floors.push(floor);
        columns.caps.push(cap);
        columns.places.push(place);
        if !by_method || node.edit.is_some() {
            columns.special.add(at, Special { directive: node.directive, edit: node.edit });
        }
    }
}

/// What a giver's recipients amount to; nothing known when it has none.
#[derive(Clone, Copy)]
struct Below {
    weight: Option<u64>,
    floor: u64,
    most: Option<u64>,
}

impl Below {
    fn of(columns: &Columns, range: &std::ops::Range<usize>) -> Self {
        if range.is_empty() {
            return Self { weight: None, floor: 0, most: None };
        }
        let mut sums = Self { weight: Some(0), floor: 0, most: Some(0) };
        for index in range.clone() {
            let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
            let (weight, floor, cap) = (of(&columns.weights), of(&columns.floors), of(&columns.caps));
            let (least, most) = match columns.special.get(&index).map(|special| special.directive) {
                Some(Directive::Fixed(boxes)) => (boxes.number(), boxes.number()),
                Some(Directive::Share(_)) => (0, cap),
                _ if weight == 0 => (floor, floor),
                _ => (floor, cap),
            };
            sums.weight = sums.weight.map(|sum| sum.saturating_add(weight));
            sums.floor = sums.floor.saturating_add(least);
            sums.most = sums.most.map(|sum| sum.saturating_add(most));
        }
        sums
    }
}

/// Whose id stands twice is told in the order of the list.
fn key(member: Option<&Member>) -> (usize, &[u8], Option<usize>) {
    member.map_or((0, &[], None), |member| (member.parent, member.id.as_str().as_bytes(), member.place))
}

const fn ordered(a: usize, b: usize) -> (usize, usize) {
    if a <= b { (a, b) } else { (b, a) }
}

/// Notes where the recipients of a giver begin, and those of the givers before it that have none.
fn open(columns: &mut Columns, parent: usize) {
    let at = columns.len();
    while columns.starts.len() <= parent {
        columns.starts.push(at);
    }
}

/// Notes the end of the last giver's recipients, and the givers after it that have none.
fn close(columns: &mut Columns, givers: usize) {
    let at = columns.len();
    while columns.starts.len() <= givers {
        columns.starts.push(at);
    }
}

/// The group that [`close`] has not ended yet.
fn last_group(columns: &Columns) -> Option<(std::ops::Range<usize>, usize)> {
    let start = columns.starts.last().copied()?;
    Some((start..columns.len(), columns.starts.len() - 1))
}
