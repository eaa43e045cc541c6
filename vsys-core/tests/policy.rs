//! Laws of the formulas: no layer gives more than its budget or than is left, sums are kept, the order of the
//! recipients changes nothing, what is cut comes back.
//!
//! Source: F-POLICY (令和3年の配分に関する発表と報道), ALC-2.

use proptest::prelude::*;
use vsys_core::base::{Path, Quantity, SiteId, Units};
use vsys_core::policy::{
    Column, FillOrder, LayerInput, LayerKind, Missing, Policy, PolicyRequest, PolicyShares, bundled, evaluate,
};
use vsys_core::rulebook::RuleBook;

use crate::common::config;

const NAMES: [&str; 4] = ["people", "request", "stock", "weekly_use"];

fn layer(name: &str, kind: LayerKind) -> LayerInput {
    LayerInput::new(name.parse().unwrap(), kind)
}

fn figure(text: &str) -> Option<vsys_core::policy::Figure> {
    Some(text.parse().unwrap())
}

/// A basic frame, a cut of it, a frame by rate and the rest by request.
fn four_frames(basic: u64, fill: u64) -> Policy {
    let units = |number| Some(Units::try_new(number).unwrap());
    Policy::try_new(&[
        LayerInput { by: figure("people + 1"), budget: units(basic), ..layer("basic", LayerKind::Proportional) },
        LayerInput {
            of: Some("basic".parse().unwrap()),
            stock: figure("stock"),
            above: figure("6*weekly_use"),
            keep: Some(vsys_core::base::Fraction::new(9, 10)),
            rounding: Some(vsys_core::base::Rounding::Ceil),
            ..layer("over_stock", LayerKind::Cut)
        },
        LayerInput {
            amount: figure("min(weekly_use, request - basic)"),
            rate: figure("stock"),
            per: figure("2*people"),
            order: Some(FillOrder::Ascending),
            budget: units(fill),
            ..layer("low_stock", LayerKind::Fill)
        },
        LayerInput { amount: figure("request - given"), ..layer("rest", LayerKind::ProRata) },
    ])
    .unwrap()
}

fn run(policy: &Policy, supply: u64, ids: &[SiteId], rows: &[[u64; 4]]) -> PolicyShares {
    let columns: Vec<Column> = NAMES
        .iter()
        .enumerate()
        .map(|(column, name)| Column {
            name: name.parse().unwrap(),
            values: rows.iter().map(|row| row[column]).collect(),
        })
        .collect();
    let request = PolicyRequest {
        policy,
        at: Path::root(),
        supply: Some(Units::try_new(supply).unwrap()),
        ids,
        columns: &columns,
        missing: Missing::Refuse,
        explain: true,
    };
    evaluate(&request).unwrap().into_value()
}

fn ids(count: usize) -> Vec<SiteId> {
    (0..count).map(|index| format!("{:03}", index * 37 % 101).parse().unwrap()).collect()
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn no_layer_gives_more_than_there_is_and_every_unit_is_told(
        rows in prop::collection::vec([0_u64..500, 0_u64..80, 0_u64..60, 0_u64..9], 1..12),
        basic in 0_u64..300, fill in 0_u64..60, more in 0_u64..200,
    ) {
        let (policy, ids, supply) = (four_frames(basic, fill), ids(rows.len()), basic + fill + more);
        let shares = run(&policy, supply, &ids, &rows);
        prop_assert_eq!(shares.amounts.iter().sum::<u64>() + shares.left.unwrap(), supply);
        let of = |name: &str| shares.layers.iter().find(|layer| layer.name.as_str() == name).unwrap();
        let (given, taken) = (of("basic").total(), of("over_stock").total());
        prop_assert_eq!(given + taken, basic);
        prop_assert!(of("low_stock").total() <= fill);
        for (row, amount) in shares.amounts.iter().enumerate() {
            let layers = ["basic", "low_stock", "rest"].map(|name| of(name).amounts[row]);
            prop_assert_eq!(layers.iter().sum::<u64>(), *amount);
            // The cut: nine tenths rounded up, exactly where stock lies above six weeks.
            let before = of("basic").amounts[row] + of("over_stock").amounts[row];
            let kept = if rows[row][2] > 6 * rows[row][3] { (9 * before).div_ceil(10) } else { before };
            prop_assert_eq!(of("basic").amounts[row], kept);
            // Nobody gets more by request than was asked for.
            let [basic, low, rest] = layers;
            prop_assert!(rest == 0 || basic + low + rest <= rows[row][1]);
            prop_assert!(low <= rows[row][3]);
            // Every layer explains itself, and its figure is the one booked.
            prop_assert_eq!(shares.reasons[row].len(), 4);
            prop_assert_eq!(shares.reasons[row][2].amount, low);
        }
    }

    #[test]
    fn the_order_of_the_recipients_changes_nothing(
        rows in prop::collection::vec([0_u64..50, 0_u64..30, 0_u64..9, 0_u64..4], 2..10), turn in 1_usize..9,
    ) {
        let (policy, ids) = (four_frames(60, 12), ids(rows.len()));
        let shares = run(&policy, 100, &ids, &rows);
        let (mut turned_ids, mut turned_rows) = (ids.clone(), rows.clone());
        turned_ids.rotate_left(turn % ids.len());
        turned_rows.rotate_left(turn % ids.len());
        let turned = run(&policy, 100, &turned_ids, &turned_rows);
        let mut amounts = turned.amounts.clone();
        amounts.rotate_right(turn % ids.len());
        prop_assert_eq!(&shares.amounts, &amounts);
        for (one, other) in shares.layers.iter().zip(&turned.layers) {
            prop_assert_eq!(&one.tie, &other.tie);
        }
    }
}

/// Cycle 4: one box for each of 1,741 municipalities is the whole published supply.
#[test]
fn one_box_each_is_the_supply_of_cycle_4a() {
    let book = RuleBook::bundled().unwrap();
    let (entry, policy) = bundled(&book, "cycle-4a").unwrap();
    let ids: Vec<SiteId> =
        book.municipalities().recipients().map(|town| town.code.to_string().parse().unwrap()).collect();
    let supply = Units::try_new(entry.supply.unwrap().number()).unwrap();
    let request = PolicyRequest {
        policy: &policy,
        at: Path::root(),
        supply: Some(supply),
        ids: &ids,
        columns: &[],
        missing: Missing::Refuse,
        explain: false,
    };
    let answer = evaluate(&request).unwrap();
    assert_eq!(answer.value().left, Some(0));
    assert!(answer.value().amounts.iter().all(|&amount| amount == 1));
    assert!(answer.findings().is_empty() && answer.assumptions().iter().next().is_none());
}

/// The supply of a bundled formula is that of the table of supplies, and its week the first delivery week.
#[test]
fn bundled_formulas_agree_with_the_table_of_supplies() {
    let book = RuleBook::bundled().unwrap();
    assert_eq!(book.policies().len(), 12);
    for entry in book.policies() {
        let supply = book.supplies().iter().find(|supply| supply.cycle == entry.cycle).unwrap();
        assert_eq!((entry.supply, entry.from), (supply.boxes, supply.delivery_week), "{}", entry.id);
    }
}
