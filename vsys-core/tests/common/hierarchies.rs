//! Random hierarchies that the engine serves: prefectures, municipalities, hubs and satellites with
//! floors, caps, shares, fixed amounts and edits.

use proptest::prelude::*;
use rust_decimal::Decimal;
use vsys_core::allocation::{
    Capacity, Cascade, CascadeOptions, Directive, Edit, FirstUnits, Hub, Method, NeedleAllocation, NeedlePolicy,
    Network, NetworkInput, Node, Satellite, Ties, cascade,
};
use vsys_core::base::{Boxes, Pack, Rounding};

use super::{boxes, doses, id, prefecture, town, weight};

/// Prefectures 13 and 14 with up to three municipalities each.
const PREFECTURES: [usize; 2] = [13, 14];
const TOWNS: usize = 3;

/// A request for a cascade.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) input: NetworkInput,
    pub(crate) capacity: Capacity,
    pub(crate) supply: Boxes,
    pub(crate) options: CascadeOptions,
}

impl Request {
    pub(crate) fn network(&self) -> Network {
        Network::try_new(self.input.clone(), self.capacity).expect("the hierarchy is valid")
    }

    /// The hierarchy and the engine's answer, unless it refuses.
    pub(crate) fn serve(&self) -> Option<(Network, Cascade)> {
        let network = Network::try_new(self.input.clone(), self.capacity).ok()?;
        let answer = cascade(&network, self.supply, &self.options).ok()?;
        Some((network, answer.into_value()))
    }
}

/// Options of the printed tables: largest remainder, ruled ties, 100 pieces a box.
pub(crate) fn options(needles: NeedlePolicy) -> CascadeOptions {
    let hundred = Pack::of_pieces(100).unwrap();
    CascadeOptions {
        method: None,
        ties: Ties::Ruled,
        first_units: FirstUnits::Refuse,
        share_rounding: Rounding::HalfUp,
        needles,
        needle_packs: [hundred, hundred],
    }
}

/// Pfizer's first pack, 195 vials of 5 doses (QTY-2), capacities rounded up.
pub(crate) fn pfizer() -> Capacity {
    Capacity { pack: Pack::vaccine(195, 5).unwrap(), rounding: Rounding::Ceil }
}

/// The demo of ALC-10: 2,000 boxes, 8 % to the prefecture, 3 % of that to the municipality, 1 box to the
/// site.
pub(crate) fn demo() -> Request {
    let share = |text: &str| Node { directive: Directive::Share(text.parse().unwrap()), ..Node::default() };
    let input = NetworkInput {
        prefectures: vec![(prefecture(13), share("0.08"))],
        municipalities: vec![(town(13, 10), share("0.03"))],
        hubs: vec![Hub {
            id: id("site-1"),
            municipality: town(13, 10),
            capacity: None,
            node: Node { directive: Directive::Fixed(boxes(1)), ..Node::default() },
        }],
        satellites: Vec::new(),
    };
    let needles = NeedlePolicy::PerLevel(NeedleAllocation::Ceil);
    Request { input, capacity: pfizer(), supply: boxes(2_000), options: options(needles) }
}

/// Five sites with one box each under a municipality with five (ALC-11).
pub(crate) fn five_sites(needles: NeedlePolicy) -> Request {
    let hub = |number: u64| Hub {
        id: id(&format!("site-{number}")),
        municipality: town(13, 10),
        capacity: Some(doses(975)),
        node: Node::default(),
    };
    let input = NetworkInput { hubs: (1..=5).rev().map(hub).collect(), ..NetworkInput::default() };
    Request { input, capacity: pfizer(), supply: boxes(5), options: options(needles) }
}

/// Requests that the engine serves, of every kind that can stand in one.
pub(crate) fn requests() -> impl Strategy<Value = Request> {
    let parts = (input(), capacity(), 0..=60_u64, any_options());
    let request = parts.prop_map(|(input, capacity, supply, options)| Request {
        input: fitted(input, capacity),
        capacity,
        supply: boxes(supply),
        options,
    });
    request.prop_filter("the engine refuses this request", |request| request.serve().is_some())
}

fn capacity() -> impl Strategy<Value = Capacity> {
    let packs = [(195, 5), (195, 6), (10, 10), (10, 15)].map(|(vials, doses)| Pack::vaccine(vials, doses).unwrap());
    let rounding = prop_oneof![3 => Just(Rounding::Ceil), 1 => Just(Rounding::Floor), 1 => Just(Rounding::HalfUp)];
    (prop::sample::select(packs.to_vec()), rounding).prop_map(|(pack, rounding)| Capacity { pack, rounding })
}

fn any_options() -> impl Strategy<Value = CascadeOptions> {
    let method = prop::option::of(prop::sample::select(Method::ALL.to_vec()));
    let rounding = prop::sample::select(vec![Rounding::HalfUp, Rounding::Ceil, Rounding::Floor]);
    let pieces = (prop::sample::select(vec![100, 100, 30]), prop::sample::select(vec![100, 100, 30]));
    (method, rounding, needle_policy(), pieces).prop_map(|(method, share_rounding, needles, (needle, syringe))| {
        CascadeOptions {
            method,
            first_units: FirstUnits::ByWeight,
            share_rounding,
            needle_packs: [needle, syringe].map(|pieces| Pack::of_pieces(pieces).unwrap()),
            ..options(needles)
        }
    })
}

fn needle_policy() -> impl Strategy<Value = NeedlePolicy> {
    let allocation = prop_oneof![3 => Just(NeedleAllocation::Ceil), 1 => Just(NeedleAllocation::HalfUp)];
    let registered = prop_oneof![Just(4_000_000), 0..=700_u64].prop_map(boxes);
    let supplies = (registered.clone(), prop::option::of(registered));
    (allocation, supplies, 0..3_u8).prop_map(|(allocation, (needles, syringes), policy)| match policy {
        0 => NeedlePolicy::PerLevel(allocation),
        1 => NeedlePolicy::CapToParent(allocation),
        _ => NeedlePolicy::TopUp(allocation, [Some(needles), syringes]),
    })
}

type HubPlan = ((usize, usize), Option<u64>, Node, Vec<u64>);

fn input() -> impl Strategy<Value = NetworkInput> {
    let town_plans = prop::collection::vec(prop::option::weighted(0.4, node(12)), PREFECTURES.len() * TOWNS);
    let prefecture_plans = prop::collection::vec(prop::option::weighted(0.4, node(40)), PREFECTURES.len());
    (prefecture_plans, town_plans, prop::collection::vec(hub_plan(), 1..8)).prop_map(assemble)
}

fn hub_plan() -> impl Strategy<Value = HubPlan> {
    let capacity = prop::option::weighted(0.8, 0..=6_000_u64);
    let satellites = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(0..=1_500_u64, 1..4)];
    ((0..PREFECTURES.len(), 0..TOWNS), capacity, node(5), satellites)
}

/// What is asked of a member: weights with many ties, floors now and then, caps around `most`, seldom a
/// directive or an edit.
fn node(most: u64) -> impl Strategy<Value = Node> {
    let floor = prop_oneof![4 => Just(0), 1 => Just(1_u64)];
    let parts = (prop::option::of(0..=5_u64), floor, prop::option::weighted(0.3, 1..=most), directive(), edit());
    parts.prop_map(|(heft, floor, cap, directive, edit)| Node {
        weight: heft.map(weight),
        floor: boxes(floor),
        cap: cap.map(boxes),
        directive,
        edit,
    })
}

fn directive() -> impl Strategy<Value = Directive> {
    let share = (0..=40_u32).prop_map(|percent| Directive::Share(Decimal::new(percent.into(), 2)));
    let fixed = (0..=3_u64).prop_map(|number| Directive::Fixed(boxes(number)));
    prop_oneof![8 => Just(Directive::Method), 1 => share, 1 => fixed]
}

fn edit() -> impl Strategy<Value = Option<Edit>> {
    let edit = (0..=4_u64).prop_map(|number| Edit { boxes: boxes(number), reason: "by hand".parse().unwrap() });
    prop::option::weighted(0.08, edit)
}

fn assemble((regions, towns, hubs): (Vec<Option<Node>>, Vec<Option<Node>>, Vec<HubPlan>)) -> NetworkInput {
    let mut input = NetworkInput::default();
    for (index, node) in regions.into_iter().enumerate() {
        input.prefectures.extend(node.map(|node| (prefecture(PREFECTURES[index]), node)));
    }
    for (index, node) in towns.into_iter().enumerate() {
        input.municipalities.extend(node.map(|node| (town(PREFECTURES[index / TOWNS], index % TOWNS), node)));
    }
    for (index, ((region, number), capacity, node, satellites)) in hubs.into_iter().enumerate() {
        // Ids in another order than the list.
        let hub = id(&format!("h{}", (5 * index + 3) % 8));
        for (at, capacity) in satellites.into_iter().enumerate() {
            let id = id(&format!("s{}{}", 9 - at, hub.as_str()));
            input.satellites.push(Satellite { id, hub: hub.clone(), capacity: doses(capacity) });
        }
        let municipality = town(PREFECTURES[region], number);
        input.hubs.push(Hub { id: hub, municipality, capacity: capacity.map(doses), node });
    }
    input
}

/// Mends what would be refused in nearly every case: members with nothing to share by, hubs with a
/// floor above their cap or their room.
fn fitted(mut input: NetworkInput, capacity: Capacity) -> NetworkInput {
    let prefectures = input.prefectures.iter_mut().map(|(_, node)| node);
    for node in prefectures.chain(input.municipalities.iter_mut().map(|(_, node)| node)) {
        node.weight = node.weight.or(Some(weight(1)));
        node.floor = node.cap.map_or(node.floor, |cap| node.floor.min(cap));
    }
    for hub in &mut input.hubs {
        let satellites = input.satellites.iter().filter(|satellite| satellite.hub == hub.id);
        let demand: Vec<u64> =
            satellites.map(|satellite| satellite.capacity).chain(hub.capacity).map(u64::from).collect();
        if demand.is_empty() {
            hub.node.weight = hub.node.weight.or(Some(weight(1)));
        } else {
            let room = capacity.pack.boxes(doses(demand.iter().sum()), capacity.rounding).unwrap();
            hub.node.floor = hub.node.floor.min(room);
        }
        hub.node.floor = hub.node.cap.map_or(hub.node.floor, |cap| hub.node.floor.min(cap));
    }
    input
}
