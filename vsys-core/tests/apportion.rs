//! The laws of an apportionment, for all five methods with floors and caps, weights and supplies up to
//! 2^53 − 1: sum and bounds, the share rule, no unit with the worse claim, house monotonicity,
//! independence of order and scale, and the coded refusals.
//!
//! Source: ALC-2, ALC-3; ruling proposal-method. Shares are worked out again in `common/cases.rs` by a
//! way that is not the engine's.

use crate::common;

use std::collections::HashMap;

use common::cases::{Case, MOST, Row, cases, claim, claim_order, compare};
use common::{codes, config, detail, id, units, weight};
use proptest::prelude::*;
use vsys_core::allocation::{
    ApportionRequest, Apportionment, Bound, Decided, FirstUnits, MAX_RECIPIENTS, Method, Recipient, Ties, apportion,
};
use vsys_core::base::{DetailValue, Fraction, Quantity, Refusal, Units, assumption};

const DIVISORS: [Method; 4] = [Method::Webster, Method::Jefferson, Method::Adams, Method::Hill];

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(Method::ALL.to_vec())
}

fn divisor() -> impl Strategy<Value = Method> {
    prop::sample::select(DIVISORS.to_vec())
}

fn serve(case: &Case, method: Method) -> Apportionment {
    apportion(&case.request(method)).expect("the generated requests are served").into_value()
}

fn by_id(case: &Case, method: Method) -> HashMap<String, u64> {
    let ids = case.rows.iter().map(|row| row.id.clone());
    ids.zip(serve(case, method).amounts().iter().copied()).collect()
}

proptest! {
    #![proptest_config(config(3_000))]

    /// The sum is min(supply, Σ caps of positive weights + Σ floors of zero weights), the rest is left
    /// over; every amount lies within its bounds; a zero weight gets exactly its floor.
    #[test]
    fn the_sum_and_every_bound_are_kept(case in cases(9), method in method()) {
        let answer = serve(&case, method);
        let given: u128 = answer.amounts().iter().map(|&amount| u128::from(amount)).sum();
        prop_assert_eq!(answer.amounts().len(), case.rows.len());
        prop_assert_eq!(given, case.total());
        prop_assert_eq!(u128::from(answer.left_over()), u128::from(case.supply) - case.total());
        for (row, &amount) in case.rows.iter().zip(answer.amounts()) {
            prop_assert!(amount >= row.floor && u128::from(amount) <= row.most(), "{:?} got {}", row, amount);
            prop_assert!(row.weight > 0 || amount == row.floor, "{:?} got {}", row, amount);
        }
    }

    /// Largest remainder stays within ⌊x⌋ and ⌈x⌉ of the water-filled share, rounds up the largest
    /// remainders, and explains itself by that share.
    #[test]
    fn largest_remainder_follows_the_share(case in cases(9)) {
        let request = case.request(Method::LargestRemainder).explained();
        let answer = apportion(&request).unwrap().into_value();
        for ((explanation, (n, d)), &amount) in answer.explanations().iter().zip(case.shares()).zip(answer.amounts()) {
            let amount = u128::from(amount);
            prop_assert_eq!(explanation.share, Fraction::new(n, d));
            prop_assert!(n / d <= amount && amount <= n.div_ceil(d), "{} of {}/{}", amount, n, d);
            let own = explanation.share;
            prop_assert!(own.floor() <= amount && amount <= own.numerator().div_ceil(own.denominator()));
            prop_assert_eq!(explanation.rank.is_some(), n % d > 0);
            prop_assert_eq!(explanation.rank.is_some_and(|rank| rank <= explanation.rounded_up), amount > n / d);
        }
        prop_assert_eq!(answer.amounts(), case.largest_remainder());
    }

    /// Whatever the method, an explanation names the same water-filled share, its bound and the quota.
    #[test]
    fn an_explanation_tells_the_exact_figures(case in cases(7), method in method()) {
        let answer = apportion(&case.request(method).explained()).unwrap().into_value();
        let weights: u128 = case.rows.iter().map(|row| u128::from(row.weight)).sum();
        prop_assert_eq!(answer.explanations().len(), case.rows.len());
        for ((row, explanation), share) in case.rows.iter().zip(answer.explanations()).zip(case.shares()) {
            prop_assert_eq!(&explanation.id, &row.id);
            prop_assert_eq!(explanation.share, Fraction::new(share.0, share.1));
            let quota = (weights > 0).then(|| Fraction::new(u128::from(case.supply) * u128::from(row.weight), weights));
            prop_assert_eq!(explanation.quota, quota);
            match explanation.bound {
                Bound::Floor => prop_assert_eq!(explanation.share, Fraction::whole(row.floor)),
                Bound::Cap => prop_assert_eq!(Some(explanation.share), row.cap.map(Fraction::whole)),
                Bound::Free => prop_assert!(row.weight > 0),
            }
        }
    }

    /// Divisor methods: of all units above the floors, none was given on a worse claim than that of a
    /// unit not given — by priority, then larger weight, then smaller id.
    #[test]
    fn no_unit_went_to_the_worse_claim(case in cases(9), method in divisor()) {
        prop_assert_eq!(misplaced(&case, method), None);
    }

    /// House monotonicity: with one unit more nobody gets less (divisor methods).
    #[test]
    fn one_unit_more_lowers_nobody(case in cases(9), method in divisor()) {
        let mut more = case.clone();
        more.supply = (more.supply + 1).min(MOST);
        let (before, after) = (serve(&case, method), serve(&more, method));
        for (before, after) in before.amounts().iter().zip(after.amounts()) {
            prop_assert!(before <= after);
        }
    }

    /// The order of the recipients changes nothing.
    #[test]
    fn the_order_of_the_request_is_no_claim(
        (case, shuffled) in cases(9).prop_flat_map(|case| (Just(case.clone()), Just(case.rows).prop_shuffle())),
        method in method(),
    ) {
        let shuffled = Case { supply: case.supply, rows: shuffled };
        prop_assert_eq!(by_id(&case, method), by_id(&shuffled, method));
        let tie = |case: &Case| apportion(&case.request(method)).unwrap().value().tie().cloned();
        prop_assert_eq!(tie(&case), tie(&shuffled));
    }

    /// Only the proportion of the weights counts.
    #[test]
    fn the_scale_of_the_weights_is_no_claim(case in cases(9), method in method(), factor in 1..=MOST) {
        let heaviest = case.rows.iter().map(|row| row.weight).max().unwrap_or(0).max(1);
        let factor = factor.min(MOST / heaviest);
        let mut scaled = case.clone();
        scaled.rows.iter_mut().for_each(|row| row.weight *= factor);
        prop_assert_eq!(by_id(&case, method), by_id(&scaled, method));
    }

    /// Ties refused instead of decided: exactly when the ruled answer names a tied set, and the same set.
    #[test]
    fn a_reported_tie_is_the_ruled_one(case in cases(6), method in method()) {
        let ruled = apportion(&case.request(method)).unwrap();
        match (ruled.value().tie(), apportion(&case.request(method).with_ties(Ties::Report))) {
            (None, Ok(reported)) => prop_assert_eq!(reported.value(), ruled.value()),
            (Some(tie), Err(refusal)) => {
                prop_assert_eq!(refusal.code(), "allocation.tie.undecided");
                let tied = tie.tied.iter().map(|id| DetailValue::Text(id.to_string())).collect();
                let finding = refusal.primary().unwrap();
                prop_assert_eq!(detail(&finding, "tied"), Some(&DetailValue::List(tied)));
                prop_assert_eq!(detail(&finding, "units"), Some(&DetailValue::Number(tie.units)));
            }
            (tie, reported) => prop_assert!(false, "{:?}, but {:?}", tie, reported.map(|_| ())),
        }
    }
}

/// A unit that somebody may get: its claim, the weight, the id.
type Seat = (Option<(u128, u128)>, u64, String);

/// The last unit given and the first not given, when the latter has the better claim.
fn misplaced(case: &Case, method: Method) -> Option<(Seat, Seat)> {
    let amounts = by_id(case, method);
    let seat = |row: &Row, units: u64| (claim(method, row.weight, units), row.weight, row.id.clone());
    let order = |a: &Seat, b: &Seat| claim_order(a.0, b.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2));
    let given = case.rows.iter().filter(|row| amounts[&row.id] > row.floor);
    let last = given.map(|row| seat(row, amounts[&row.id] - 1)).min_by(order)?;
    let open = case.rows.iter().filter(|row| u128::from(amounts[&row.id]) < row.most());
    let next = open.map(|row| seat(row, amounts[&row.id])).max_by(order)?;
    order(&last, &next).is_lt().then_some((last, next))
}

/// Recipients that the passes towards the level can only fix one by one: each weighs half the one
/// before, and its cap lies above the level of its pass and below the next.
fn chain() -> Case {
    let mut rows: Vec<Row> = Vec::new();
    let (mut rest, mut weights) = (u128::from(MOST), (1_u128 << 53) - 1);
    let mut cap = 1_u128 << 51;
    for step in 0..53_u32 {
        let weight = 1_u64 << (52 - step);
        rows.push(Row { id: format!("{step:02}"), weight, floor: 0, cap: Some(u64::try_from(cap).unwrap()) });
        // The next cap is the least that the level of this pass does not reach.
        let next = (rest * u128::from(weight / 2)).div_ceil(weights);
        (rest, weights) = (rest - cap, weights - u128::from(weight));
        cap = next.min(rest);
    }
    rows[52].cap = None;
    Case { supply: MOST, rows }
}

/// The chain with floors among its lightest, one of them above the level.
fn chain_with_floors() -> Case {
    let mut case = chain();
    for row in &mut case.rows[48..] {
        row.floor = 10 * row.weight;
    }
    case.rows[52].floor = 33;
    case
}

#[test]
fn a_level_that_is_closed_in_on_step_by_step_is_exact() {
    for case in [chain(), chain_with_floors()] {
        let answer = apportion(&case.request(Method::LargestRemainder).explained()).unwrap().into_value();
        assert_eq!(answer.amounts(), case.largest_remainder());
        for (explanation, (n, d)) in answer.explanations().iter().zip(case.shares()) {
            assert_eq!(explanation.share, Fraction::new(n, d), "{}", explanation.id);
        }
        for method in DIVISORS {
            let given: u128 = serve(&case, method).amounts().iter().map(|&amount| u128::from(amount)).sum();
            assert_eq!(given, case.total(), "{method:?}");
            assert_eq!(misplaced(&case, method), None, "{method:?}");
        }
    }
}

/// The widest figures of the issue: a million recipients of the largest weight share the largest supply.
/// Equal weights: everybody gets the whole part, and the smaller ids one more.
#[test]
fn a_million_of_the_largest_weights_share_the_largest_supply() {
    let names = (0..MAX_RECIPIENTS).map(|index| Recipient::new(id(&format!("{index:07}")), weight(MOST)));
    let million = u64::try_from(MAX_RECIPIENTS).unwrap();
    let (whole, rest) = (MOST / million, usize::try_from(MOST % million).unwrap());
    let mut request = ApportionRequest::new(units(MOST), names.collect());
    for method in Method::ALL {
        request.method = Some(method);
        let answer = apportion(&request).unwrap().into_value();
        let (first, others) = answer.amounts().split_at(rest);
        assert!(first.iter().all(|&amount| amount == whole + 1), "{method:?}");
        assert!(others.iter().all(|&amount| amount == whole), "{method:?}");
        assert_eq!(answer.tie().unwrap().tied.len(), MAX_RECIPIENTS);
    }
    request.recipients.push(Recipient::new(id("one more"), weight(1)));
    assert_eq!(apportion(&request).unwrap_err().code(), "allocation.recipients.too_many");
}

fn rows(list: &[(&str, u64, u64, Option<u64>)]) -> Vec<Row> {
    let row = |&(id, weight, floor, cap): &(&str, u64, u64, Option<u64>)| Row { id: id.into(), weight, floor, cap };
    list.iter().map(row).collect()
}

fn refusal(supply: u64, list: &[(&str, u64, u64, Option<u64>)], method: Method) -> Refusal {
    let case = Case { supply, rows: rows(list) };
    apportion(&case.request(method).with_first_units(FirstUnits::Refuse)).expect_err("this is to be refused")
}

#[test]
fn floors_above_the_supply_name_both_figures() {
    for method in Method::ALL {
        let refusal = refusal(6, &[("a", 1, 4, None), ("b", 0, 3, None)], method);
        assert_eq!(codes(&refusal), ["allocation.floors.above_supply at /supply"]);
        let finding = refusal.primary().unwrap();
        assert_eq!(detail(&finding, "floors"), Some(&DetailValue::Number(7)));
        assert_eq!(detail(&finding, "supply"), Some(&DetailValue::Number(6)));
        for text in [&finding.message.en, &finding.message.ja] {
            assert!(text.contains('7') && text.contains('6'), "{text}");
        }
    }
}

#[test]
fn floors_whose_sum_leaves_the_range_are_refused() {
    let refusal = refusal(MOST, &[("a", 1, MOST, None), ("b", 1, 1, None)], Method::Webster);
    assert_eq!(codes(&refusal), ["allocation.floors.too_large at /supply"]);
}

#[test]
fn every_fault_of_a_request_is_told_at_once() {
    let list = [("a", 1, 3, Some(2)), ("b", 0, 9, Some(8)), ("a", 2, 0, None), ("c", 1, 0, None), ("a", 1, 0, None)];
    let refusal = refusal(5, &list, Method::LargestRemainder);
    let expected = [
        "allocation.floor.above_cap at /recipients/0/floor",
        "allocation.floor.above_cap at /recipients/1/floor",
        "allocation.recipient.twice at /recipients/2/id",
        "allocation.recipient.twice at /recipients/4/id",
        "allocation.floors.above_supply at /supply",
    ];
    assert_eq!(codes(&refusal), expected);
    let findings = refusal.findings().sorted();
    assert_eq!(detail(findings[0], "floor"), Some(&DetailValue::Number(3)));
    assert_eq!(detail(findings[0], "cap"), Some(&DetailValue::Number(2)));
    assert_eq!(detail(findings[2], "first"), Some(&DetailValue::Number(0)));
    assert_eq!(findings[2].value.as_deref(), Some("a"));
}

#[test]
fn a_supply_with_nobody_to_share_by_is_refused() {
    for method in Method::ALL {
        let nobody: &[(&str, u64, u64, Option<u64>)] = &[];
        for list in [nobody, &[("a", 0, 0, None)], &[("a", 0, 0, Some(3)), ("b", 0, 0, None)]] {
            assert_eq!(codes(&refusal(1, list, method)), ["allocation.weights.none at /supply"]);
            let nothing = Case { supply: 0, rows: rows(list) };
            assert_eq!(serve(&nothing, method).amounts(), vec![0; list.len()]);
        }
        // With a floor somebody is served, and the rest is left over.
        let answer = serve(&Case { supply: 5, rows: rows(&[("a", 0, 2, None), ("b", 0, 0, None)]) }, method);
        assert_eq!((answer.amounts(), answer.left_over()), (&[2, 0][..], 3));
    }
}

/// Due first: max(floor, min(cap, 1)) of positive weights and the floors of zero weights — here
/// 1 + 2 + 0 + 1 + 3.
const DUE_SEVEN: [(&str, u64, u64, Option<u64>); 5] =
    [("a", 5, 0, None), ("b", 1, 2, None), ("c", 9, 0, Some(0)), ("d", 2, 1, Some(1)), ("e", 0, 3, None)];

#[test]
fn adams_and_hill_refuse_a_supply_below_the_first_units() {
    for method in [Method::Adams, Method::Hill] {
        let refusal = refusal(6, &DUE_SEVEN, method);
        assert_eq!(codes(&refusal), ["allocation.supply.first_units at /supply"]);
        let finding = refusal.primary().unwrap();
        assert_eq!(detail(&finding, "needed"), Some(&DetailValue::Number(7)));
        assert_eq!(detail(&finding, "supply"), Some(&DetailValue::Number(6)));
        let enough = Case { supply: 7, rows: rows(&DUE_SEVEN) };
        let request = enough.request(method).with_first_units(FirstUnits::Refuse);
        assert_eq!(apportion(&request).unwrap().value().amounts(), [1, 2, 0, 1, 3]);
    }
    for method in [Method::LargestRemainder, Method::Webster, Method::Jefferson] {
        let case = Case { supply: 6, rows: rows(&DUE_SEVEN) };
        assert!(apportion(&case.request(method).with_first_units(FirstUnits::Refuse)).is_ok(), "{method:?}");
    }
}

#[test]
fn by_weight_gives_first_units_to_the_larger_weight_then_the_smaller_code() {
    let list =
        rows(&[("d", 2, 0, None), ("c", 2, 0, None), ("b", 7, 0, Some(0)), ("a", 1, 0, None), ("e", 5, 0, None)]);
    for method in [Method::Adams, Method::Hill] {
        for (supply, expected) in
            [(1, [0, 0, 0, 0, 1]), (2, [0, 1, 0, 0, 1]), (3, [1, 1, 0, 0, 1]), (4, [1, 1, 0, 1, 1])]
        {
            assert_eq!(serve(&Case { supply, rows: list.clone() }, method).amounts(), expected, "{method:?}");
        }
    }
}

/// The unit after `k` of weight w: an integer check of the divisors against the rules by name — a
/// quotient of exactly k + 1/2 is rounded up by Webster, kept by Jefferson, raised by Adams.
#[test]
fn each_method_rounds_as_its_name_says() {
    // Weights 1 and 3 share 6 of which 1.5 and 4.5 are due: Webster ties (larger weight wins), Jefferson
    // (3/5 > 1/2) and largest remainder favour the larger too, Adams (1/1 > 3/4) the smaller; for Hill
    // 1/2 > 9/20 of the squares.
    let case = Case { supply: 6, rows: rows(&[("small", 1, 0, None), ("large", 3, 0, None)]) };
    let got = Method::ALL.map(|method| serve(&case, method).amounts().to_vec());
    assert_eq!(got, [[1, 5], [1, 5], [1, 5], [2, 4], [2, 4]]);
}

#[test]
fn the_default_method_is_named_as_an_assumption() {
    let request =
        ApportionRequest::new(units(5), vec![Recipient::new(id("a"), weight(2)), Recipient::new(id("b"), weight(3))]);
    let answer = apportion(&request).unwrap();
    assert_eq!(answer.value().method(), Method::LargestRemainder);
    assert_eq!(answer.assumptions().iter().collect::<Vec<_>>(), [assumption::PROPOSAL_METHOD]);
    for method in Method::ALL {
        let chosen = apportion(&request.clone().with_method(method)).unwrap();
        assert_eq!(chosen.value().amounts(), [2, 3]);
        assert_eq!(chosen.assumptions().iter().next(), None, "{method:?}: no tie, nothing assumed");
    }
}

/// A tie that the rule decided is named, with the set, and rests on the ruling even where the method was
/// chosen: three equal weights share two units.
#[test]
fn a_decided_tie_is_named_as_an_assumption() {
    let case = Case { supply: 2, rows: rows(&[("b", 3, 0, None), ("c", 3, 0, None), ("a", 3, 0, None)]) };
    for method in Method::ALL {
        let answer = apportion(&case.request(method)).unwrap();
        assert_eq!(answer.value().amounts(), [1, 0, 1]);
        let tie = answer.value().tie().unwrap();
        assert_eq!(tie.tied.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((tie.units, tie.decided), (2, Decided::SmallerCode));
        assert_eq!(answer.assumptions().iter().collect::<Vec<_>>(), [assumption::PROPOSAL_METHOD]);
    }
}

#[test]
fn what_no_cap_has_room_for_is_told() {
    let case = Case { supply: 9, rows: rows(&[("a", 1, 0, Some(2)), ("b", 4, 0, Some(3)), ("z", 0, 1, None)]) };
    for method in Method::ALL {
        let answer = apportion(&case.request(method)).unwrap();
        assert_eq!((answer.value().amounts(), answer.value().left_over()), (&[2, 3, 1][..], 3));
        let finding = answer.findings().sorted()[0];
        assert_eq!(finding.code, "allocation.supply.left_over");
        assert_eq!(detail(finding, "boxes"), Some(&DetailValue::Number(3)));
    }
}

#[test]
fn comparing_fractions_is_comparing_products() {
    for (a, b, c, d) in
        (0..5_u128).flat_map(|a| (1..5).flat_map(move |b| (0..5).flat_map(move |c| (1..5).map(move |d| (a, b, c, d)))))
    {
        assert_eq!(compare((a, b), (c, d)), (a * d).cmp(&(c * b)));
    }
    assert_eq!(Units::MAX, MOST);
}
