//! The verifier accepts the engine's answer and rejects every other: each figure one more, one less, one
//! unit moved, for an apportionment and for a cascade.
//!
//! What makes an answer the only right one is in ALC-2, ALC-3 and the rulings proposal-method, hubs,
//! share-rounding and needle-cascade.

use crate::common;

use common::cases::{Case, Row, cases};
use common::hierarchies::{Request, five_sites, requests};
use common::{boxes, config, doses, id, prefecture, weight};
use proptest::prelude::*;
use vsys_core::allocation::{
    ApportionRequest, Cascade, ClaimedCascade, ClaimedRow, Directive, FirstUnits, Level, Method, NeedleAllocation,
    NeedlePolicy, Network, NetworkInput, Node, Satellite, Ties, Triple, apportion, tied_set, verify_apportionment,
    verify_cascade,
};
use vsys_core::base::{Findings, Rounding};

/// Asks the verifier about amounts in the order of the request.
fn verify(request: &ApportionRequest, amounts: &[u64], left_over: u64) -> Findings {
    let ids = request.recipients.iter().map(|recipient| recipient.id.as_str());
    let claimed: Vec<(&str, u64)> = ids.zip(amounts.iter().copied()).collect();
    verify_apportionment(request, &claimed, left_over)
}

/// Every answer that differs by one unit: given, taken, moved, or left over.
fn neighbours(amounts: &[u64], left_over: u64) -> Vec<(Vec<u64>, u64)> {
    let mut list = vec![(amounts.to_vec(), left_over + 1)];
    list.extend(left_over.checked_sub(1).map(|less| (amounts.to_vec(), less)));
    for at in 0..amounts.len() {
        let mut more = amounts.to_vec();
        more[at] += 1;
        list.push((more, left_over));
        let Some(taken) = amounts[at].checked_sub(1) else { continue };
        let mut less = amounts.to_vec();
        less[at] = taken;
        list.push((less.clone(), left_over));
        list.push((less.clone(), left_over + 1));
        for to in (0..amounts.len()).filter(|&to| to != at) {
            let mut moved = less.clone();
            moved[to] += 1;
            list.push((moved, left_over));
        }
    }
    list
}

proptest! {
    #![proptest_config(config(600))]

    /// For each method: the engine's answer stands, no neighbour of it does.
    #[test]
    fn one_unit_elsewhere_is_found(case in cases(6)) {
        for method in Method::ALL {
            let request = case.request(method);
            let answer = apportion(&request).unwrap().into_value();
            prop_assert!(verify(&request, answer.amounts(), answer.left_over()).is_empty());
            for (amounts, left_over) in neighbours(answer.amounts(), answer.left_over()) {
                let findings = verify(&request, &amounts, left_over);
                prop_assert!(findings.has_errors(), "{:?}: {:?} left {}", method, amounts, left_over);
            }
        }
    }

    /// The tied set is found again from the amounts alone.
    #[test]
    fn the_tied_set_is_found_again(case in cases(6), method in prop::sample::select(Method::ALL.to_vec())) {
        let request = case.request(method);
        let answer = apportion(&request).unwrap().into_value();
        let ids = request.recipients.iter().map(|recipient| recipient.id.as_str());
        let claimed: Vec<(&str, u64)> = ids.zip(answer.amounts().iter().copied()).collect();
        let tied: Vec<String> = answer.tie().iter().flat_map(|tie| &tie.tied).map(ToString::to_string).collect();
        prop_assert_eq!(tied_set(&request, &claimed), tied);
    }

    /// Another order, a missing or an additional recipient is found.
    #[test]
    fn other_recipients_are_found(case in cases(5), method in prop::sample::select(Method::ALL.to_vec())) {
        let request = case.request(method);
        let answer = apportion(&request).unwrap().into_value();
        let ids = request.recipients.iter().map(|recipient| recipient.id.as_str());
        let claimed: Vec<(&str, u64)> = ids.zip(answer.amounts().iter().copied()).collect();
        let mut longer = claimed.clone();
        longer.push(("nobody", 0));
        let mut renamed = claimed.clone();
        renamed[0].0 = "nobody";
        for other in [&claimed[1..], &longer, &renamed] {
            prop_assert!(verify_apportionment(&request, other, answer.left_over()).has_errors());
        }
    }
}

/// An answer of the engine as a claim.
fn claimed(network: &Network, cascade: &Cascade) -> ClaimedCascade {
    let [needles, syringes] = cascade.needles();
    let triple = |level: Level, index: usize| Triple {
        vaccine: cascade.boxes(level)[index],
        needles: needles.boxes(level)[index],
        syringes: syringes.boxes(level)[index],
    };
    let rows = |level: Level| {
        let row = |(index, id): (usize, &vsys_core::base::SiteId)| ClaimedRow {
            id: id.to_string(),
            boxes: triple(level, index),
            proposed: cascade.proposed(level, index),
            vials: if level == Level::Hub { cascade.hub_vials()[index] } else { 0 },
        };
        network.ids(level).iter().enumerate().map(row).collect()
    };
    let satellite = |(id, &vials): (&vsys_core::base::SiteId, &u64)| ClaimedRow {
        id: id.to_string(),
        vials,
        ..ClaimedRow::default()
    };
    ClaimedCascade {
        nation: triple(Level::Nation, 0),
        prefectures: rows(Level::Prefecture),
        municipalities: rows(Level::Municipality),
        hubs: rows(Level::Hub),
        satellites: network.satellites().iter().zip(cascade.satellite_vials()).map(satellite).collect(),
    }
}

/// Every figure that the engine answers: three of each member, own vials, satellites' vials, and what
/// was proposed where a hand changed it.
fn figures(claimed: &mut ClaimedCascade) -> Vec<&mut u64> {
    let ClaimedCascade { nation, prefectures, municipalities, hubs, satellites } = claimed;
    let mut figures = triple(nation);
    for row in prefectures.iter_mut().chain(municipalities) {
        figures.extend(triple(&mut row.boxes));
        figures.extend(&mut row.proposed);
    }
    for hub in hubs {
        figures.extend(triple(&mut hub.boxes));
        figures.extend(&mut hub.proposed);
        figures.push(&mut hub.vials);
    }
    figures.extend(satellites.iter_mut().map(|row| &mut row.vials));
    figures
}

fn triple(boxes: &mut Triple) -> Vec<&mut u64> {
    vec![&mut boxes.vaccine, &mut boxes.needles, &mut boxes.syringes]
}

/// The same request with one thing changed: the supply, what was decided by hand or beforehand, a
/// weight, a rounding, a capacity, the policy.
fn tweaked(request: &Request, tweak: u8, at: usize) -> Request {
    let mut other = request.clone();
    let NetworkInput { prefectures, municipalities, hubs, satellites } = &mut other.input;
    let listed = prefectures.iter_mut().map(|(_, node)| node).chain(municipalities.iter_mut().map(|(_, node)| node));
    let nodes = listed.chain(hubs.iter_mut().map(|hub| &mut hub.node));
    match tweak {
        0 => other.supply = boxes(u64::from(request.supply) + 1),
        1 => nodes.filter_map(|node| node.edit.as_mut()).for_each(|edit| edit.boxes = boxes(u64::from(edit.boxes) + 1)),
        2 => nodes.for_each(|node| {
            if let Directive::Fixed(fixed) = node.directive {
                node.directive = Directive::Fixed(boxes(u64::from(fixed) + 1));
            }
        }),
        3 => nodes.skip(at).take(1).for_each(|node| node.weight = Some(weight(7))),
        4 => other.options.share_rounding = Rounding::Ceil,
        5 => satellites.iter_mut().for_each(|satellite| satellite.capacity = doses(u64::from(satellite.capacity) + 90)),
        _ => other.options.needles = NeedlePolicy::CapToParent(NeedleAllocation::Ceil),
    }
    other
}

fn verify_claim(request: &Request, claimed: &ClaimedCascade) -> Findings {
    verify_cascade(&request.input, request.capacity, request.supply, &request.options, claimed)
}

fn told(findings: &Findings) -> Vec<String> {
    findings.sorted().iter().map(|finding| format!("{} at {}", finding.code, finding.place)).collect()
}

proptest! {
    #![proptest_config(config(400))]

    /// The engine's cascade stands; with any single figure one more or one less it does not.
    #[test]
    fn one_figure_off_by_one_is_found(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let right = claimed(&network, &answer);
        let findings = verify_claim(&request, &right);
        prop_assert!(findings.is_empty(), "{:?}", told(&findings));
        for at in 0..figures(&mut right.clone()).len() {
            for change in [1_i64, -1] {
                let mut wrong = right.clone();
                let figure = &mut *figures(&mut wrong)[at];
                let Some(changed) = figure.checked_add_signed(change) else { continue };
                *figure = changed;
                prop_assert!(verify_claim(&request, &wrong).has_errors(), "figure {} by {}", at, change);
            }
        }
    }

    /// One box moved from one hub to another, with needles that fit neither or both, is found.
    #[test]
    fn one_box_at_another_hub_is_found(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let right = claimed(&network, &answer);
        for from in (0..right.hubs.len()).filter(|&from| right.hubs[from].boxes.vaccine > 0) {
            for to in (0..right.hubs.len()).filter(|&to| to != from) {
                let mut wrong = right.clone();
                wrong.hubs[from].boxes.vaccine -= 1;
                wrong.hubs[to].boxes.vaccine += 1;
                prop_assert!(verify_claim(&request, &wrong).has_errors(), "from {} to {}", from, to);
            }
        }
    }

    /// The answer to a request that differs in one thing is found, wherever it is another answer.
    #[test]
    fn the_answer_to_another_request_is_found(request in requests(), tweak in 0..7_u8, at in 0..8_usize) {
        let (network, answer) = request.serve().unwrap();
        let other = tweaked(&request, tweak, at);
        if let Some((network_of_other, other)) = other.serve() {
            let claim = claimed(&network_of_other, &other);
            let same = claim == claimed(&network, &answer);
            prop_assert_eq!(verify_claim(&request, &claim).is_empty(), same, "tweak {}", tweak);
        }
    }

    /// A member left out, added, renamed or out of its order is found.
    #[test]
    fn other_members_are_found(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let right = claimed(&network, &answer);
        for list in 0..4 {
            for change in 0..4 {
                let mut wrong = right.clone();
                let ClaimedCascade { prefectures, municipalities, hubs, satellites, .. } = &mut wrong;
                let rows = [prefectures, municipalities, hubs, satellites].into_iter().nth(list).unwrap();
                if rows.is_empty() || (change == 3 && rows.len() < 2) {
                    continue;
                }
                match change {
                    0 => drop(rows.pop()),
                    1 => rows.push(rows[0].clone()),
                    2 => rows[0].id.push('x'),
                    _ => rows.swap(0, 1),
                }
                prop_assert!(verify_claim(&request, &wrong).has_errors(), "list {} change {}", list, change);
            }
        }
    }

    /// A proposal claimed where no hand changed anything is found.
    #[test]
    fn a_proposal_without_an_edit_is_found(request in requests()) {
        let (network, answer) = request.serve().unwrap();
        let right = claimed(&network, &answer);
        for at in (0..right.hubs.len()).filter(|&at| right.hubs[at].proposed.is_none()) {
            let mut wrong = right.clone();
            wrong.hubs[at].proposed = Some(7);
            prop_assert!(verify_claim(&request, &wrong).has_errors(), "hub {}", at);
        }
    }
}

/// Requests that the engine refuses, one for each reason.
fn refused() -> Vec<ApportionRequest> {
    let row = |id: &str, weight, floor, cap| Row { id: id.to_owned(), weight, floor, cap };
    let request = |supply, rows: &[Row], method| {
        Case { supply, rows: rows.to_vec() }.request(method).with_first_units(FirstUnits::Refuse)
    };
    let equal = [row("a", 1, 0, None), row("b", 1, 0, None)];
    vec![
        request(3, &[row("a", 1, 2, None), row("b", 1, 2, None)], Method::Webster),
        request(3, &[row("a", 0, 0, None), row("b", 0, 0, Some(2))], Method::Webster),
        request(3, &[row("a", 1, 0, None), row("a", 1, 0, None)], Method::Webster),
        request(3, &[row("a", 1, 2, Some(1)), row("b", 1, 0, None)], Method::Webster),
        request(3, &[row("a", 0, 2, Some(1)), row("b", 1, 0, None)], Method::Webster),
        request(1, &equal, Method::Adams),
        request(1, &equal, Method::Hill),
        request(3, &equal, Method::LargestRemainder).with_ties(Ties::Report),
        request(3, &equal, Method::Webster).with_ties(Ties::Report),
    ]
}

/// A request that the engine refuses has no right answer (allocation.verify.refused).
#[test]
fn a_refused_request_has_no_right_answer() {
    let mut accepted = Vec::new();
    for request in refused() {
        let code = apportion(&request).expect_err("this request is to be refused").code();
        for (a, b, left_over) in (0..64).map(|number| (number % 4, number / 4 % 4, number / 16)) {
            if !verify(&request, &[a, b], left_over).has_errors() {
                accepted.push(format!("{code}: {a} and {b}, left over {left_over}"));
            }
        }
    }
    assert!(accepted.is_empty(), "{accepted:#?}");
}

/// A claim with figures beyond every range is found, and nothing overflows.
#[test]
fn figures_beyond_every_range_are_found() {
    let request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    let (network, answer) = request.serve().unwrap();
    let right = claimed(&network, &answer);
    for at in 0..figures(&mut right.clone()).len() {
        for huge in [u64::MAX, u64::MAX - 1, 1 << 53, 1 << 32] {
            let mut wrong = right.clone();
            *figures(&mut wrong)[at] = huge;
            assert!(verify_claim(&request, &wrong).has_errors(), "figure {at} = {huge}");
        }
    }
    let mut wrong = right.clone();
    figures(&mut wrong).into_iter().for_each(|figure| *figure = u64::MAX);
    assert!(verify_claim(&request, &wrong).has_errors());
    let single = Case { supply: 3, rows: vec![Row { id: "a".into(), weight: 1, floor: 0, cap: None }] };
    for method in Method::ALL {
        assert!(verify(&single.request(method), &[u64::MAX], u64::MAX).has_errors());
    }
}

/// A request that is refused, with the claim that would fit without its fault.
type Broken = (&'static str, Request, ClaimedCascade);

/// The claim of a sound request for a broken one.
fn broken(name: &'static str, sound: &Request, broken: Request) -> Broken {
    let (network, answer) = sound.serve().expect("the sound request is served");
    (name, broken, claimed(&network, &answer))
}

/// The five sites with one thing changed.
fn changed(change: impl FnOnce(&mut Request)) -> Request {
    let mut request = five_sites(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    change(&mut request);
    request
}

fn top_up_without_supply() -> Broken {
    let top_up = |needles| five_sites(NeedlePolicy::TopUp(NeedleAllocation::Ceil, [needles, None]));
    broken("top-up without a registered supply", &top_up(Some(boxes(1_000))), top_up(None))
}

fn a_tie_to_report() -> Broken {
    let four = changed(|request| request.supply = boxes(4));
    let mut report = four.clone();
    report.options.ties = Ties::Report;
    broken("a tie to be reported", &four, report)
}

/// The prefecture has no weight, and the claim leaves all with the nation.
fn nobody_to_share_by() -> Broken {
    let weightless = |supply| {
        changed(|request| {
            request.supply = boxes(supply);
            request.input.prefectures.push((prefecture(13), Node { weight: Some(weight(0)), ..Node::default() }));
        })
    };
    let (name, request, mut claim) = broken("nobody to share by", &weightless(0), weightless(5));
    claim.nation = Triple { vaccine: 5, needles: 49, syringes: 49 };
    (name, request, claim)
}

fn a_satellite_of_no_hub() -> Broken {
    let satellite = Satellite { id: id("stray"), hub: id("nowhere"), capacity: doses(10) };
    let stray = changed(|request| request.input.satellites.push(satellite));
    let (name, request, mut claim) = broken("a satellite of no hub", &changed(|_| ()), stray);
    claim.satellites.push(ClaimedRow { id: "stray".into(), vials: 99, ..ClaimedRow::default() });
    (name, request, claim)
}

fn nothing_to_share_by() -> Broken {
    let none = changed(|request| request.supply = boxes(0));
    let mut unknown = none.clone();
    unknown.input.hubs[0].capacity = None;
    broken("a hub without weight or capacity", &none, unknown)
}

fn a_share_above_one() -> Broken {
    let share = |share: &str| {
        changed(|request| {
            request.supply = boxes(0);
            request.input.hubs[0].node.directive = Directive::Share(share.parse().unwrap());
        })
    };
    broken("a share above 1", &share("1"), share("1.5"))
}

/// What the engine refuses in a cascade has no right answer either.
#[test]
fn a_refused_cascade_has_no_right_answer() {
    let list = [
        top_up_without_supply(),
        a_tie_to_report(),
        nobody_to_share_by(),
        a_satellite_of_no_hub(),
        nothing_to_share_by(),
        a_share_above_one(),
    ];
    let refused =
        list.iter().inspect(|(name, request, _)| assert!(request.serve().is_none(), "{name} is to be refused"));
    let accepted = refused.filter(|(_, request, claim)| !verify_claim(request, claim).has_errors());
    let accepted: Vec<&str> = accepted.map(|(name, ..)| *name).collect();
    assert!(accepted.is_empty(), "{accepted:#?}");
}
