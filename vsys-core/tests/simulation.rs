//! Laws of the simulation: the same answers whatever the number of threads, counterfactuals that no smaller change
//! beats, counter-examples that are ones.
//!
//! Source: ruling proposal-method (ALC-3); the theorem of Balinski and Young for the divisor methods.

use proptest::prelude::*;
use vsys_core::allocation::{
    ApportionRequest, FirstUnits, Hub, Method, NeedleAllocation, NeedlePolicy, Network, NetworkInput, Node, Recipient,
    apportion,
};
use vsys_core::base::{Quantity, Units, Weight};
use vsys_core::simulation::{
    CascadeScenario, Lever, ParadoxKind, ParadoxSearch, Scenario, SimulationBase, Spread, find_paradox, simulate,
    simulate_cascade, what_if,
};

use crate::common::{boxes, config, doses, hierarchies, id, town};

fn request(method: Method, supply: u64, rows: &[(u64, u64, Option<u64>)]) -> ApportionRequest {
    let recipients = rows.iter().enumerate().map(|(index, &(weight, floor, room))| {
        let recipient = Recipient::new(format!("{index:02}").parse().unwrap(), Weight::try_new(weight).unwrap())
            .with_floor(Units::try_new(floor).unwrap());
        match room {
            Some(room) => recipient.with_cap(Units::try_new(floor + room).unwrap()),
            None => recipient,
        }
    });
    ApportionRequest::new(Units::try_new(supply).unwrap(), recipients.collect())
        .with_method(method)
        .with_first_units(FirstUnits::ByWeight)
}

/// What a recipient gets at another value of the lever.
fn at(request: &ApportionRequest, row: usize, lever: Lever, value: u64) -> Vec<u64> {
    let mut changed = request.clone();
    match lever {
        Lever::Supply => changed.supply = Units::try_new(value).unwrap(),
        Lever::Weight => {
            let old = &request.recipients[row];
            let new = Recipient::new(old.id.clone(), Weight::try_new(value).unwrap()).with_floor(old.floor);
            changed.recipients[row] = old.cap.map_or(new.clone(), |cap| new.clone().with_cap(cap));
        }
    }
    apportion(&changed).unwrap().value().amounts().to_vec()
}

proptest! {
    #![proptest_config(config(256))]

    /// Every smaller change is tried: none gives a unit more, the one that was found does.
    #[test]
    fn no_smaller_change_gives_a_unit_more(
        rows in prop::collection::vec((0_u64..30, 0_u64..4, prop::option::weighted(0.3, 0_u64..9)), 2..7),
        more in 1_u64..30, method in 0_usize..5, weight in any::<bool>(), row in 0_usize..7,
    ) {
        let (method, row) = (Method::ALL[method], row % rows.len());
        let supply = rows.iter().map(|(_, floor, _)| floor).sum::<u64>() + more;
        let request = request(method, supply, &rows);
        let lever = if weight { Lever::Weight } else { Lever::Supply };
        let id = request.recipients[row].id.clone();
        let weightless = rows.iter().all(|(weight, floor, _)| *weight == 0 && *floor == 0);
        prop_assume!(!weightless);
        let now = apportion(&request).unwrap().value().amounts()[row];
        match what_if(&request, &id, lever) {
            Ok(answer) => {
                let found = answer.value();
                let begun = if weight { rows[row].0 } else { supply };
                prop_assert_eq!((found.now, found.amount), (begun, now));
                prop_assert!(found.after.amount > now && found.before.amount <= now);
                prop_assert_eq!(found.before.value + 1, found.after.value);
                prop_assert_eq!(&at(&request, row, lever, found.after.value), &found.after.amounts);
                prop_assert_eq!(&at(&request, row, lever, found.before.value), &found.before.amounts);
                for value in begun + 1..found.after.value.min(begun + 300) {
                    prop_assert!(at(&request, row, lever, value)[row] <= now, "{} at {}", lever.as_str(), value);
                }
            }
            Err(refusal) => {
                prop_assert_eq!(refusal.code(), "what_if.unit.unreachable");
                // Not by any of many larger values either.
                let largest = if weight { Weight::MAX } else { supply + 500 };
                prop_assert!(at(&request, row, lever, largest)[row] <= now);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn a_counter_example_is_one_and_divisor_methods_have_none(seed in 0_u64.., recipients in 3_usize..6) {
        for kind in ParadoxKind::ALL {
            let search = ParadoxSearch { kind, method: Method::LargestRemainder, recipients, most_weight: 40, most_supply: 60, seed, tries: 120 };
            if let Some(found) = find_paradox(&search).unwrap() {
                let (before, after) = (&found.before, &found.after);
                prop_assert!(after.amounts[found.loser] < before.amounts[found.loser]);
                prop_assert!(after.amounts[found.gainer] > before.amounts[found.gainer]);
                match kind {
                    ParadoxKind::House => prop_assert_eq!((after.supply, &after.weights), (before.supply + 1, &before.weights)),
                    ParadoxKind::Population => prop_assert!(
                        after.weights[found.loser] * before.weights[found.gainer] > after.weights[found.gainer] * before.weights[found.loser]
                    ),
                }
            }
            for method in [Method::Webster, Method::Jefferson, Method::Adams, Method::Hill] {
                prop_assert_eq!(find_paradox(&ParadoxSearch { method, ..search }).unwrap(), None);
            }
        }
    }
}

#[test]
fn scenarios_are_the_same_on_any_number_of_threads() {
    let people: Vec<u64> = (0..300).map(|row| 500 + row * 7_919 % 4_000).collect();
    let caps: Vec<u64> = (0..300).map(|row| 3 + row * 31 % 40).collect();
    let base = SimulationBase { ids: None, floors: None, people: &people, doses: 1_170 };
    let scenarios: Vec<Scenario<'_>> = (0_u64..200)
        .map(|turn| Scenario {
            supply: Units::try_new(if turn == 77 { 5 } else { 1_000 + turn * 13 }).unwrap(),
            weights: &people,
            caps: (turn % 3 == 0).then_some(&caps),
            method: Some(Method::ALL[usize::try_from(turn % 5).unwrap()]),
            first_units: if turn == 77 { FirstUnits::ByWeight } else { FirstUnits::Refuse },
            spread: (turn % 2 == 0).then_some(Spread { seed: turn, thousandths: 300 }),
        })
        .collect();
    let serial = simulate(&base, &scenarios, 1);
    assert!(serial.iter().all(Result::is_ok));
    let distinct: std::collections::HashSet<&[u64]> =
        serial.iter().flatten().map(|answer| answer.value().amounts.as_slice()).collect();
    assert!(distinct.len() > 190, "scenarios differ from one another");
    for threads in [2, 3, 8, 500] {
        assert_eq!(simulate(&base, &scenarios, threads), serial, "{threads} threads");
    }
}

#[test]
fn national_scenarios_are_the_same_on_any_number_of_threads() {
    let hub = |number: usize| Hub {
        id: id(&format!("hub-{number:03}")),
        municipality: town(1 + number % 47, number / 47),
        capacity: Some(doses(900 + u64::try_from(number * 7_919 % 20_000).unwrap())),
        node: Node::default(),
    };
    let input = NetworkInput { hubs: (0..400).map(hub).collect(), ..NetworkInput::default() };
    let network = Network::try_new(input, hierarchies::pfizer()).unwrap();
    let options = hierarchies::options(NeedlePolicy::PerLevel(NeedleAllocation::Ceil));
    let scenarios: Vec<CascadeScenario> =
        (0_u64..24).map(|turn| CascadeScenario { supply: boxes(500 + turn * 37), options }).collect();
    let serial = simulate_cascade(&network, &scenarios, 1);
    let sums: std::collections::HashSet<u64> = serial.iter().flatten().map(|outcome| outcome.checksum).collect();
    assert_eq!(sums.len(), scenarios.len());
    for threads in [2, 5] {
        assert_eq!(simulate_cascade(&network, &scenarios, threads), serial);
    }
}
