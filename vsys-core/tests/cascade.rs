//! The laws of a cascade 国 → 都道府県 → 市町村 → 基本型接種施設 → サテライト: nobody gives more than he
//! received, bounds and decisions are kept, needles follow by their policy, the order of the lists is no
//! claim; and the two printed examples, ALC-10 and ALC-11.
//!
//! Source: ALC-1, ALC-2, ALC-10, ALC-11, NDL-5; rulings hubs, capacity-rounding, share-rounding,
//! needle-allocation, needle-cascade.

use crate::common;

use std::collections::HashMap;

use common::hierarchies::{Request, demo, five_sites, requests};
use common::{boxes, codes, config, detail, doses, id, prefecture, town, weight};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use vsys_core::allocation::{
    Cascade, Directive, Edit, ExplainedGroup, Hub, Level, Mark, Marks, NeedleAllocation, NeedlePolicy, Network,
    NetworkInput, Node, Origin, Satellite, Triple, cascade,
};
use vsys_core::base::{DetailValue, Pack, PackKind, Quantity, Rounding, assumption};

const LEVELS: [(Level, Level); 3] =
    [(Level::Nation, Level::Prefecture), (Level::Prefecture, Level::Municipality), (Level::Municipality, Level::Hub)];

/// What each giver's recipients get in all, from a column of the recipients' level.
fn given(network: &Network, level: Level, givers: usize, column: &[u64]) -> Vec<u64> {
    let mut sums = vec![0; givers];
    for (giver, amount) in network.givers(level).into_iter().zip(column) {
        sums[giver] += amount;
    }
    sums
}

/// What was asked of the member of an id, if the caller listed it.
fn node<'r>(request: &'r Request, level: Level, id: &str) -> Option<&'r Node> {
    let input = &request.input;
    match level {
        Level::Nation => None,
        Level::Prefecture => input.prefectures.iter().find(|(code, _)| code.to_string() == id).map(|(_, node)| node),
        Level::Municipality => {
            input.municipalities.iter().find(|(code, _)| code.to_string() == id).map(|(_, node)| node)
        }
        Level::Hub => input.hubs.iter().find(|hub| hub.id.as_str() == id).map(|hub| &hub.node),
    }
}

/// What a hub has room for: ceil(capacity / doses per box), or as the ruling's alternative says.
fn room(request: &Request, hub: &str) -> Option<u64> {
    let satellites = request.input.satellites.iter().filter(|satellite| satellite.hub.as_str() == hub);
    let own = request.input.hubs.iter().find(|known| known.id.as_str() == hub).unwrap().capacity;
    let known: Vec<u64> = satellites.map(|satellite| satellite.capacity).chain(own).map(u64::from).collect();
    let demand: u64 = known.iter().sum();
    let per_box = u64::from(request.capacity.pack.doses_per_box());
    let room = match request.capacity.rounding {
        Rounding::Ceil => demand.div_ceil(per_box),
        Rounding::Floor => demand / per_box,
        Rounding::HalfUp => (2 * demand + per_box) / (2 * per_box),
    };
    (!known.is_empty()).then_some(room)
}

/// A percentage of boxes in whole boxes, by integers.
fn percent(received: u64, percent: u64, rounding: Rounding) -> u64 {
    match rounding {
        Rounding::Ceil => (received * percent).div_ceil(100),
        Rounding::Floor => received * percent / 100,
        Rounding::HalfUp => (received * percent + 50) / 100,
    }
}

/// The boxes of needles or syringes that go with vaccine boxes of their own.
fn own_figure(request: &Request, item: usize, vaccine: u64) -> u64 {
    let pieces = u64::from(request.options.needle_packs[item].doses_per_box());
    let doses = vaccine * u64::from(request.capacity.pack.doses_per_box());
    match allocation(request.options.needles) {
        NeedleAllocation::Ceil => doses.div_ceil(pieces),
        NeedleAllocation::HalfUp => (doses + pieces / 2) / pieces,
    }
}

fn allocation(policy: NeedlePolicy) -> NeedleAllocation {
    match policy {
        NeedlePolicy::PerLevel(by) | NeedlePolicy::CapToParent(by) | NeedlePolicy::TopUp(by, _) => by,
    }
}

/// The levels' columns of needles or syringes.
fn columns(answer: &Cascade, item: usize) -> [Vec<u64>; 4] {
    let fill = &answer.needles()[item];
    [Level::Nation, Level::Prefecture, Level::Municipality, Level::Hub].map(|level| fill.boxes(level).to_vec())
}

proptest! {
    #![proptest_config(config(800))]

    /// Σ recipients ≤ giver at each level; what is left over is told, level by level.
    #[test]
    fn nobody_gives_more_than_he_received(request in requests()) {
        let network = request.network();
        let answer = cascade(&network, request.supply, &request.options).unwrap();
        let mut left: HashMap<String, u64> = HashMap::new();
        for (above, level) in LEVELS {
            let has = answer.value().boxes(above);
            let groups = network.givers(level);
            for (giver, given) in given(&network, level, has.len(), answer.value().boxes(level)).into_iter().enumerate() {
                prop_assert!(given <= has[giver], "{:?} {} gives {} of {}", above, giver, given, has[giver]);
                if groups.contains(&giver) && given < has[giver] {
                    *left.entry(above.as_str().to_owned()).or_default() += has[giver] - given;
                }
            }
        }
        let told = answer.findings().sorted().into_iter().filter(|f| f.code == "allocation.supply.left_over");
        let told = told.map(|finding| match (detail(finding, "level"), detail(finding, "boxes")) {
            (Some(DetailValue::Text(level)), Some(DetailValue::Number(boxes))) => (level.clone(), *boxes),
            other => panic!("{other:?}"),
        });
        prop_assert_eq!(told.collect::<HashMap<_, _>>(), left);
    }

    /// A proposal lies within the floor and the cap of its recipient; a hub's cap is what it has room
    /// for.
    #[test]
    fn a_proposal_keeps_floor_and_cap(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        for (_, level) in LEVELS {
            for (index, id) in network.ids(level).iter().enumerate() {
                if answer.origin(&network, level, index) != Origin::Proposal {
                    continue;
                }
                let got = answer.boxes(level)[index];
                let node = node(&request, level, id.as_str()).cloned().unwrap_or_default();
                prop_assert!(got >= node.floor.number(), "{} below its floor", id);
                prop_assert!(node.cap.is_none_or(|cap| got <= cap.number()), "{} above its cap", id);
                let room = if level == Level::Hub { room(&request, id.as_str()) } else { None };
                prop_assert!(room.is_none_or(|room| got <= room), "{} has no room for {}", id, got);
            }
        }
    }

    /// Shares, fixed amounts and edits are what was decided; a proposal that was edited is kept.
    #[test]
    fn what_was_decided_stands(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        for (above, level) in LEVELS {
            let givers = network.givers(level);
            for (index, id) in network.ids(level).iter().enumerate() {
                let Some(node) = node(&request, level, id.as_str()) else { continue };
                let proposed = answer.proposed(level, index);
                prop_assert_eq!(proposed.is_some(), node.edit.is_some());
                if let Some(edit) = &node.edit {
                    prop_assert_eq!(answer.boxes(level)[index], edit.boxes.number());
                    prop_assert_eq!(answer.origin(&network, level, index), Origin::Edited);
                }
                let by_rule = proposed.unwrap_or(answer.boxes(level)[index]);
                let received = answer.boxes(above)[givers[index]];
                match node.directive {
                    Directive::Fixed(boxes) => prop_assert_eq!(by_rule, boxes.number()),
                    Directive::Share(share) => {
                        let hundredths = u64::try_from(share.mantissa()).unwrap() * 100 / 10_u64.pow(share.scale());
                        prop_assert_eq!(by_rule, percent(received, hundredths, request.options.share_rounding));
                    }
                    Directive::Method => {}
                }
            }
        }
    }

    /// A hub and its satellites share the hub's vials, nobody above its capacity; without satellites the
    /// hub keeps them all.
    #[test]
    fn a_hub_shares_its_own_vials(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let PackKind::Vaccine { vials_per_box, doses_per_vial } = request.capacity.pack.kind() else { panic!() };
        let most = |doses: u64| doses.div_ceil(doses_per_vial.into());
        let hubs = network.hub_of_satellites();
        for (index, id) in network.ids(Level::Hub).iter().enumerate() {
            let vials = answer.boxes(Level::Hub)[index] * u64::from(vials_per_box);
            let own = answer.hub_vials()[index];
            let below: Vec<usize> = (0..hubs.len()).filter(|&at| hubs[at] == index).collect();
            let capacity = request.input.hubs.iter().find(|hub| hub.id == *id).unwrap().capacity.map_or(0, u64::from);
            if below.is_empty() {
                prop_assert_eq!(own, vials);
                continue;
            }
            prop_assert!(own <= most(capacity));
            let mut room = most(capacity);
            for &at in &below {
                let satellite = request.input.satellites.iter().find(|s| s.id == network.satellites()[at]).unwrap();
                prop_assert_eq!(&satellite.hub, id);
                prop_assert!(answer.satellite_vials()[at] <= most(satellite.capacity.number()));
                room += most(satellite.capacity.number());
            }
            let given: u64 = below.iter().map(|&at| answer.satellite_vials()[at]).sum();
            prop_assert_eq!(own + given, vials.min(room));
        }
    }

    /// Needles and syringes by each policy, worked out again from the whole boxes of the answer.
    #[test]
    fn needles_follow_their_policy(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        for item in [0, 1] {
            let own = own_figures(&request, &answer, item);
            let got = columns(&answer, item);
            match request.options.needles {
                NeedlePolicy::PerLevel(_) => prop_assert_eq!(&got, &own),
                NeedlePolicy::CapToParent(_) => {
                    prop_assert_eq!(&got[0], &own[0]);
                    prop_assert_eq!(passed_down(&network, &got, &own), Ok(()));
                }
                NeedlePolicy::TopUp(_, [needles, syringes]) => {
                    let registered = if item == 0 { needles } else { syringes.or(needles) }.unwrap().number();
                    let wish = topped_up(&network, &own);
                    prop_assert_eq!(got[0][0], wish[0][0].min(registered));
                    prop_assert_eq!(passed_down(&network, &got, &wish), Ok(()));
                    if wish[0][0] <= registered {
                        prop_assert_eq!(&got, &wish);
                        prop_assert!(answer.needles()[item].shortfalls().is_empty());
                    }
                }
            }
            let pieces = u64::from(request.options.needle_packs[item].doses_per_box());
            let short = own.iter().flatten().zip(got.iter().flatten()).map(|(own, got)| own.saturating_sub(*got) * pieces);
            let short: Vec<u64> = short.filter(|&pieces| pieces > 0).collect();
            let told: Vec<u64> = answer.needles()[item].shortfalls().iter().map(|short| short.pieces).collect();
            prop_assert_eq!(told, short);
        }
    }

    /// Everybody is explained with what he got and where it comes from; whoever got nothing is counted
    /// once, with a reason.
    #[test]
    fn everybody_is_accounted_for(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let nothing = answer.nothing(&network);
        for (above, level) in LEVELS {
            let got = answer.boxes(level);
            let explained = (0..answer.boxes(above).len()).flat_map(|giver| answer.explain(&network, level, giver));
            let explained: Vec<_> = explained.collect();
            let groups = answer.explain_columns(&network, level);
            let records: Vec<_> = groups.iter().flat_map(|group| answer.records(&network, group)).collect();
            prop_assert_eq!(&records, &explained);
            for group in &groups {
                prop_assert_eq!(group.members().count(), group.columns().bounds().len());
            }
            let received: Vec<u64> = groups.iter().map(ExplainedGroup::received).collect();
            prop_assert_eq!(received, answer.boxes(above));
            let explained: Vec<_> = explained.into_iter().map(|why| (why.id, why.amount, why.origin)).collect();
            let ids = network.ids(level).iter().enumerate();
            let expected = ids.map(|(at, id)| (id.to_string(), got[at], answer.origin(&network, level, at)));
            prop_assert_eq!(explained, expected.collect::<Vec<_>>());
            let counted: u64 = nothing.iter().filter(|entry| entry.level == level).map(|entry| entry.recipients).sum();
            prop_assert_eq!(counted, u64::try_from(got.iter().filter(|&&boxes| boxes == 0).count()).unwrap());
        }
    }

    /// The order of the caller's lists changes nothing.
    #[test]
    fn the_order_of_the_lists_is_no_claim((request, shuffled) in requests().prop_flat_map(|request| {
        let NetworkInput { prefectures, municipalities, hubs, satellites } = request.input.clone();
        let lists = (
            Just(prefectures).prop_shuffle(),
            Just(municipalities).prop_shuffle(),
            Just(hubs).prop_shuffle(),
            Just(satellites).prop_shuffle(),
        );
        let lists = lists.prop_map(|(prefectures, municipalities, hubs, satellites)| {
            NetworkInput { prefectures, municipalities, hubs, satellites }
        });
        (Just(request), lists)
    })) {
        let (network, answer) = request.serve().unwrap();
        let (other, again) = Request { input: shuffled, ..request }.serve().unwrap();
        prop_assert_eq!(answer, again);
        for (_, level) in LEVELS {
            prop_assert_eq!(network.ids(level), other.ids(level));
        }
        prop_assert_eq!(network.satellites(), other.satellites());
    }
}

/// Every level's own figures from its own whole vaccine boxes.
fn own_figures(request: &Request, answer: &Cascade, item: usize) -> [Vec<u64>; 4] {
    [Level::Nation, Level::Prefecture, Level::Municipality, Level::Hub]
        .map(|level| answer.boxes(level).iter().map(|&vaccine| own_figure(request, item, vaccine)).collect())
}

/// max(own, Σ recipients) from the bottom up.
fn topped_up(network: &Network, own: &[Vec<u64>; 4]) -> [Vec<u64>; 4] {
    let mut wish = own.clone();
    for (depth, (_, level)) in LEVELS.into_iter().enumerate().rev() {
        let below = given(network, level, wish[depth].len(), &wish[depth + 1]);
        wish[depth].iter_mut().zip(below).for_each(|(wish, below)| *wish = (*wish).max(below));
    }
    wish
}

/// Whether each giver's boxes reach everybody's wish, or all of them are shared with nobody above his.
fn passed_down(network: &Network, got: &[Vec<u64>; 4], wish: &[Vec<u64>; 4]) -> Result<(), String> {
    for (depth, (_, level)) in LEVELS.into_iter().enumerate() {
        let wished = given(network, level, got[depth].len(), &wish[depth + 1]);
        let given = given(network, level, got[depth].len(), &got[depth + 1]);
        for (giver, (wished, given)) in wished.into_iter().zip(given).enumerate() {
            if given != wished.min(got[depth][giver]) {
                return Err(format!(
                    "{level:?} below {giver}: {given} of {wished} wished, {} received",
                    got[depth][giver]
                ));
            }
        }
        if got[depth + 1].iter().zip(&wish[depth + 1]).any(|(got, wish)| got > wish) {
            return Err(format!("{level:?}: more than the wish"));
        }
    }
    Ok(())
}

/// The random requests hold everything that the laws speak of.
#[test]
fn the_random_requests_are_not_empty() {
    let mut runner = TestRunner::deterministic();
    let mut seen: HashMap<&str, u32> = HashMap::new();
    for _ in 0..500 {
        let request = requests().new_tree(&mut runner).unwrap().current();
        let (network, answer) = request.serve().unwrap();
        let nodes = || {
            LEVELS.into_iter().flat_map(|(_, level)| {
                let origins = 0..network.ids(level).len();
                origins.map(|index| answer.origin(&network, level, index)).collect::<Vec<_>>()
            })
        };
        let mut note = |name, seen_here: bool| *seen.entry(name).or_default() += u32::from(seen_here);
        note("share", nodes().any(|origin| origin == Origin::Share));
        note("fixed", nodes().any(|origin| origin == Origin::Imported));
        note("edit", nodes().any(|origin| origin == Origin::Edited));
        note("several hubs with boxes", answer.boxes(Level::Hub).iter().filter(|&&boxes| boxes > 0).count() > 1);
        note("vials at satellites", answer.satellite_vials().iter().any(|&vials| vials > 0));
        note("ties", !answer.ties().is_empty());
        note("shortfalls", answer.needles().iter().any(|fill| !fill.shortfalls().is_empty()));
        note("topped up", matches!(request.options.needles, NeedlePolicy::TopUp(..)));
    }
    assert!(seen.values().all(|&count| count >= 40), "{seen:?}");
}

#[test]
fn the_printed_demo_comes_out() {
    let request = demo();
    let network = request.network();
    let answer = cascade(&network, request.supply, &request.options).unwrap();
    let pack = request.capacity.pack;
    // ALC-10: vaccine boxes, doses, needle boxes, needle doses; syringes as needles.
    let printed = [
        (Level::Nation, 2_000, 1_950_000, 19_500, 1_950_000),
        (Level::Prefecture, 160, 156_000, 1_560, 156_000),
        (Level::Municipality, 5, 4_875, 49, 4_900),
        (Level::Hub, 1, 975, 10, 1_000),
    ];
    for (level, vaccine, vaccine_doses, needles, needle_doses) in printed {
        assert_eq!(answer.value().boxes(level), [vaccine], "{level:?}");
        assert_eq!(pack.doses(boxes(vaccine)).unwrap(), doses(vaccine_doses));
        for (fill, pack) in answer.value().needles().iter().zip(request.options.needle_packs) {
            assert_eq!(fill.boxes(level), [needles], "{level:?}");
            assert_eq!(pack.doses(boxes(needles)).unwrap(), doses(needle_doses));
        }
    }
    let named: Vec<_> = answer.assumptions().iter().collect();
    for assumed in [assumption::SHARE_ROUNDING, assumption::NEEDLE_ALLOCATION, assumption::NEEDLE_CASCADE] {
        assert!(named.contains(&assumed), "{assumed}");
    }
    assert!(!named.contains(&assumption::PROPOSAL_METHOD), "nothing is proposed here");
}

/// 160 × 3 % = 4.8: half up and ceil give 5 (printed), floor 4; the needles follow the whole boxes.
#[test]
fn a_share_is_rounded_by_name() {
    for (rounding, expected, needles) in [(Rounding::HalfUp, 5, 49), (Rounding::Ceil, 5, 49), (Rounding::Floor, 4, 39)]
    {
        let mut request = demo();
        request.options.share_rounding = rounding;
        let (_, answer) = request.serve().unwrap();
        assert_eq!(answer.boxes(Level::Municipality), [expected]);
        assert_eq!(answer.needles()[0].boxes(Level::Municipality), [needles]);
    }
}

/// A share of 28 decimals is rounded exactly: 11 × 0.9090909090909090909090909091 lies one part in 10^28
/// above 10, 17 × 0.7352941176470588235294117647 one part in 10^28 below 12.5.
#[test]
fn a_share_of_many_decimals_is_rounded_exactly() {
    let above_10 = (11, "0.9090909090909090909090909091", [(Rounding::Ceil, 11), (Rounding::HalfUp, 10)]);
    let below_half = (17, "0.7352941176470588235294117647", [(Rounding::Ceil, 13), (Rounding::HalfUp, 12)]);
    for (supply, share, rounded) in [above_10, below_half] {
        let mut request = demo();
        request.supply = boxes(supply);
        request.input.prefectures[0].1.directive = Directive::Share(share.parse().unwrap());
        request.input.municipalities.clear();
        request.input.hubs.clear();
        for (rounding, expected) in rounded {
            request.options.share_rounding = rounding;
            let (_, answer) = request.serve().unwrap();
            assert_eq!(answer.boxes(Level::Prefecture), [expected], "{supply} × {share} {rounding:?}");
        }
    }
}

fn triple(answer: &Cascade, level: Level) -> Triple {
    let [needles, syringes] = answer.needles();
    Triple {
        vaccine: answer.boxes(level).iter().sum(),
        needles: needles.boxes(level).iter().sum(),
        syringes: syringes.boxes(level).iter().sum(),
    }
}

#[test]
fn the_rounding_trap_shows_as_a_cross_per_level() {
    let request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    let network = request.network();
    let answer = cascade(&network, request.supply, &request.options).unwrap();
    let (received, given) = (triple(answer.value(), Level::Municipality), triple(answer.value(), Level::Hub));
    assert_eq!(received, Triple { vaccine: 5, needles: 49, syringes: 49 });
    assert_eq!(given, Triple { vaccine: 5, needles: 50, syringes: 50 });
    let marks = Marks::of(received, given);
    assert_eq!((marks.vaccine, marks.needles, marks.syringes), (Mark::Circle, Mark::Cross, Mark::Cross));
    assert!(answer.findings().sorted().iter().any(|finding| finding.code == "allocation.needles.overshoot"));
    assert!(answer.value().needles().iter().all(|fill| fill.shortfalls().is_empty()));
}

/// 49 boxes on five equal needs of 10: 9.8 each, four remainders rounded up, the largest code goes short.
#[test]
fn cap_to_parent_names_one_site_short_of_100_pieces() {
    let (network, answer) = five_sites(NeedlePolicy::CapToParent(NeedleAllocation::Ceil)).serve().unwrap();
    let ids: Vec<&str> = network.ids(Level::Hub).iter().map(|id| id.as_str()).collect();
    assert_eq!(ids, ["site-1", "site-2", "site-3", "site-4", "site-5"]);
    for fill in answer.needles() {
        assert_eq!(fill.boxes(Level::Municipality), [49]);
        assert_eq!(fill.boxes(Level::Hub), [10, 10, 10, 10, 9]);
        let short: Vec<_> =
            fill.shortfalls().iter().map(|short| (short.level, short.id.as_str(), short.pieces)).collect();
        assert_eq!(short, [(Level::Hub, "site-5", 100)]);
    }
}

#[test]
fn top_up_gives_the_municipality_50_as_far_as_the_supply_reaches() {
    let top_up = |needles| five_sites(NeedlePolicy::TopUp(NeedleAllocation::Ceil, [Some(boxes(needles)), None]));
    for registered in [50, 1_000_000] {
        let (_, answer) = top_up(registered).serve().unwrap();
        for fill in answer.needles() {
            let levels = [Level::Nation, Level::Prefecture, Level::Municipality].map(|level| fill.boxes(level)[0]);
            assert_eq!(levels, [50, 50, 50]);
            assert_eq!(fill.boxes(Level::Hub), [10; 5]);
            assert!(fill.shortfalls().is_empty());
        }
    }
    // One box too few: as cap-to-parent.
    let (_, answer) = top_up(49).serve().unwrap();
    assert_eq!(answer.needles()[0].boxes(Level::Municipality), [49]);
    assert_eq!(answer.needles()[0].boxes(Level::Hub), [10, 10, 10, 10, 9]);
    assert_eq!(answer.needles()[0].shortfalls()[0].pieces, 100);
}

#[test]
fn top_up_asks_for_the_registered_supply() {
    let request = five_sites(NeedlePolicy::TopUp(NeedleAllocation::Ceil, [None, None]));
    let refusal = cascade(&request.network(), request.supply, &request.options).unwrap_err();
    assert_eq!(codes(&refusal), ["allocation.needles.supply_missing at /supply/needles"]);
    let field = refusal.primary().unwrap();
    assert_eq!(detail(&field, "field"), Some(&DetailValue::Text("supply.needles".to_owned())));
}

/// Five sites of one box each and syringes of 50 a box: the sites need 20 boxes each, the municipality
/// ceil(4,875 / 50) = 98 of its own, so the syringes overshoot by 2 where the needles overshoot by 1.
#[test]
fn the_overshoot_of_syringes_counts_in_boxes_of_syringes() {
    let mut request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    request.options.needle_packs[1] = Pack::of_pieces(50).unwrap();
    let answer = cascade(&request.network(), request.supply, &request.options).unwrap();
    assert_eq!(answer.value().needles()[1].boxes(Level::Municipality), [98]);
    assert_eq!(answer.value().needles()[1].boxes(Level::Hub), [20; 5]);
    let found = answer.findings().sorted().into_iter().filter(|finding| finding.code == "allocation.needles.overshoot");
    let found: Vec<_> =
        found.map(|finding| (detail(finding, "item").cloned(), detail(finding, "boxes").cloned())).collect();
    let text = |text: &str| Some(DetailValue::Text(text.to_owned()));
    let expected = [(text("needles"), Some(DetailValue::Number(1))), (text("syringes"), Some(DetailValue::Number(2)))];
    assert_eq!(found, expected);
}

/// A hub with 1,000 doses of its own and a satellite with 950 has room for ceil(1,950 / 975) = 2 boxes;
/// its 390 vials go 200 : 190, as the capacities.
#[test]
fn a_satellite_counts_at_its_hub_and_gets_its_part_in_vials() {
    let mut request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    request.input.hubs.truncate(1);
    request.input.hubs[0].capacity = Some(doses(1_000));
    let hub = request.input.hubs[0].id.clone();
    request.input.satellites.push(Satellite { id: id("satellite"), hub, capacity: doses(950) });
    let network = request.network();
    let answer = cascade(&network, request.supply, &request.options).unwrap();
    assert_eq!(answer.value().boxes(Level::Hub), [2]);
    assert_eq!((answer.value().hub_vials(), answer.value().satellite_vials()), (&[200][..], &[190][..]));
    let named: Vec<_> = answer.assumptions().iter().collect();
    for assumed in [assumption::HUBS, assumption::CAPACITY_ROUNDING, assumption::PROPOSAL_METHOD] {
        assert!(named.contains(&assumed), "{assumed}");
    }
}

/// Two municipalities with a hub each; the second weighs 99 times the first.
fn light_and_heavy(light: Node) -> Request {
    let mut request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    request.supply = boxes(10);
    let hub = |name: &str, municipality, node| Hub { id: id(name), municipality, capacity: None, node };
    let heavy = Node { weight: Some(weight(99)), ..Node::default() };
    request.input.hubs = vec![hub("light", town(13, 1), light), hub("heavy", town(13, 2), heavy)];
    let listed = |number, heft| (town(13, number), Node { weight: Some(weight(heft)), ..Node::default() });
    request.input.municipalities = vec![listed(1, 1), listed(2, 99)];
    request
}

/// What a recipient must or can get binds its giver: floors and fixed amounts lift it above its weight's
/// part of 0.1 boxes, a cap holds the other down.
#[test]
fn bounds_of_the_recipients_count_at_the_giver() {
    let node = |directive, floor| Node { directive, floor: boxes(floor), weight: Some(weight(1)), ..Node::default() };
    for light in [node(Directive::Fixed(boxes(3)), 0), node(Directive::Method, 3)] {
        let (_, answer) = light_and_heavy(light).serve().unwrap();
        assert_eq!(answer.boxes(Level::Municipality), [3, 7]);
        assert_eq!(answer.boxes(Level::Hub), [3, 7]);
    }
    let mut capped = light_and_heavy(node(Directive::Method, 0));
    capped.input.hubs[1].node.cap = Some(boxes(4));
    let (_, answer) = capped.serve().unwrap();
    assert_eq!(answer.boxes(Level::Municipality), [6, 4]);
}

/// Nobody to share by is refused at the top (ALC-3); a municipality whose hubs have no weight keeps what
/// it has, and that is told.
#[test]
fn nobody_to_share_by_is_refused_at_the_top_alone() {
    let weightless = Node { weight: Some(weight(0)), ..Node::default() };
    let below = light_and_heavy(weightless.clone());
    let answer = cascade(&below.network(), below.supply, &below.options).unwrap();
    // A hub without weight can take nothing, so its municipality gets nothing.
    assert_eq!(answer.value().boxes(Level::Municipality), [0, 10]);
    let mut lifted = below.clone();
    lifted.input.municipalities[0].1 = Node { directive: Directive::Fixed(boxes(2)), ..Node::default() };
    let answer = cascade(&lifted.network(), lifted.supply, &lifted.options).unwrap();
    assert_eq!(answer.value().boxes(Level::Municipality), [2, 8]);
    assert_eq!(answer.value().boxes(Level::Hub), [0, 8]);
    assert!(answer.findings().sorted().iter().any(|finding| finding.code == "allocation.supply.left_over"));

    let mut top = below;
    top.input.prefectures.push((prefecture(13), weightless));
    let refusal = cascade(&top.network(), top.supply, &top.options).unwrap_err();
    assert_eq!(codes(&refusal), ["allocation.weights.none at /prefectures/0"]);
}

/// More is decided than was received: refused, with both figures (ALC-2).
#[test]
fn decisions_above_what_was_received_are_refused() {
    let with = |change: &dyn Fn(&mut Node)| {
        let mut request = demo();
        change(&mut request.input.hubs[0].node);
        cascade(&request.network(), request.supply, &request.options).map(|_| ())
    };
    assert!(with(&|node| node.directive = Directive::Fixed(boxes(5))).is_ok(), "equality is 〇");
    let edit = Edit { boxes: boxes(6), reason: "by hand".parse().unwrap() };
    for refused in
        [with(&|node| node.directive = Directive::Fixed(boxes(6))), with(&|node| node.edit = Some(edit.clone()))]
    {
        let refusal = refused.unwrap_err();
        assert_eq!(codes(&refusal), ["allocation.given.over_received at /hubs/0"]);
        let finding = refusal.primary().unwrap();
        assert_eq!(detail(&finding, "received"), Some(&DetailValue::Number(5)));
        assert_eq!(detail(&finding, "given"), Some(&DetailValue::Number(6)));
    }
}

/// A fixed amount, a share or an edit above what the recipient can take is not passed over in silence.
#[test]
fn a_decision_above_the_cap_is_told() {
    let edit = Edit { boxes: boxes(4), reason: "by hand".parse().unwrap() };
    let decisions = [
        ("edit", Node { edit: Some(edit), weight: Some(weight(1)), ..Node::default() }),
        ("fixed", Node { directive: Directive::Fixed(boxes(4)), ..Node::default() }),
        ("share", Node { directive: Directive::Share("0.8".parse().unwrap()), ..Node::default() }),
    ];
    let mut silent = Vec::new();
    for (name, decision) in decisions {
        let mut request = demo();
        request.input.hubs[0].node = Node { cap: Some(boxes(2)), ..decision };
        let told = match cascade(&request.network(), request.supply, &request.options) {
            Ok(answer) => {
                answer.findings().sorted().iter().any(|finding| finding.place.to_string().starts_with("/hubs"))
            }
            Err(_) => true,
        };
        silent.extend((!told).then_some(name));
    }
    assert!(silent.is_empty(), "above the cap, and nothing is said: {silent:?}");
}

/// Every fault of the lists at once.
#[test]
fn a_broken_hierarchy_names_every_fault() {
    let mut request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    let input = &mut request.input;
    input.hubs[3].id = id("site-5");
    input.hubs[2].capacity = None;
    input.hubs[1].node = Node { floor: boxes(2), ..Node::default() };
    input.hubs[4].node.directive = Directive::Share("1.01".parse().unwrap());
    input.satellites.push(Satellite { id: id("satellite"), hub: id("nowhere"), capacity: doses(1) });
    let refusal = Network::try_new(input.clone(), request.capacity).unwrap_err();
    let expected = [
        "allocation.floor.above_cap at /hubs/1/floor",
        "allocation.node.weight_missing at /hubs/2/weight",
        "allocation.recipient.twice at /hubs/3/id",
        "allocation.share.range at /hubs/4/share",
        "allocation.node.parent at /satellites/0/hub",
    ];
    assert_eq!(codes(&refusal), expected);
}
