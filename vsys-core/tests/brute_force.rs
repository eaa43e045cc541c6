//! The engine against naive brute force on small requests: amounts, left-over, tied set and what
//! decided, refusals, and ties to be reported.
//!
//! Divisor methods hand out seat after seat in the total order of the rule — priority, larger weight,
//! smaller id — after the floors, compared by integer products. Largest remainder tries who stands at
//! his floor, who at his cap and who is free, with exact fractions. Source: ruling proposal-method (ALC-3).

use crate::common;

use common::{id, units, weight};
use vsys_core::allocation::{ApportionRequest, Decided, FirstUnits, Method, Recipient, Ties, apportion};
use vsys_core::base::Refusal;

/// Weight, floor and cap of a recipient; its id is its place.
type Row = (u64, u64, Option<u64>);

const IDS: [&str; 4] = ["a", "b", "c", "d"];

/// Every recipient of the grid: weights 0 to 4, floors 0 to 2, caps none or the floor up to 4.
fn grid() -> Vec<Row> {
    let caps = |floor: u64| std::iter::once(None).chain((floor..=4).map(Some));
    (0..=4).flat_map(|weight| (0..=2).flat_map(move |floor| caps(floor).map(move |cap| (weight, floor, cap)))).collect()
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    amounts: Vec<u64>,
    left_over: u64,
    /// The places of the tied set, the units among them, what decided.
    tie: Option<(Vec<usize>, u64, Decided)>,
}

/// A unit above the floor: who, and how many he has before it.
type Seat = (usize, u64);

struct Naive<'r> {
    rows: &'r [Row],
    supply: u64,
    method: Method,
}

impl Naive<'_> {
    fn most(&self, at: usize) -> u64 {
        let (weight, floor, cap) = self.rows[at];
        if weight == 0 { floor } else { cap.unwrap_or(self.supply.max(floor)) }
    }

    fn floors(&self) -> u64 {
        self.rows.iter().map(|row| row.1).sum()
    }

    fn refusal(&self, first: FirstUnits) -> Option<&'static str> {
        let due = |&(weight, floor, cap): &Row| if weight == 0 { floor } else { floor.max(cap.unwrap_or(1).min(1)) };
        let owes = matches!(self.method, Method::Adams | Method::Hill) && first == FirstUnits::Refuse;
        if self.floors() > self.supply {
            Some("allocation.floors.above_supply")
        } else if self.supply > 0 && self.floors() == 0 && self.rows.iter().all(|row| row.0 == 0) {
            Some("allocation.weights.none")
        } else if owes && self.rows.iter().map(due).sum::<u64>() > self.supply {
            Some("allocation.supply.first_units")
        } else {
            None
        }
    }

    fn outcome(&self) -> Outcome {
        match self.method {
            Method::LargestRemainder => self.largest_remainder(),
            _ => self.seat_after_seat(),
        }
    }

    /// The divisor of the unit after `units`, times two for Webster, squared for Hill; 0 comes first.
    fn divisor(&self, units: u64) -> u64 {
        match self.method {
            Method::Webster => 2 * units + 1,
            Method::Adams => units,
            Method::Hill => units * (units + 1),
            _ => units + 1,
        }
    }

    /// Whether a seat has a higher priority than another, by integer products.
    fn beats(&self, a: Seat, b: Seat) -> bool {
        let weight = |seat: Seat| self.rows[seat.0].0.pow(if self.method == Method::Hill { 2 } else { 1 });
        match (self.divisor(a.1), self.divisor(b.1)) {
            (0, other) => other > 0,
            (_, 0) => false,
            (own, other) => weight(a) * other > weight(b) * own,
        }
    }

    fn equal(&self, a: Seat, b: Seat) -> bool {
        !self.beats(a, b) && !self.beats(b, a)
    }

    /// The best open seat in the total order.
    fn next(&self, amounts: &[u64]) -> Option<Seat> {
        let open = (0..amounts.len()).filter(|&at| amounts[at] < self.most(at)).map(|at| (at, amounts[at]));
        open.reduce(|best, seat| {
            let heavier = self.equal(best, seat) && self.rows[seat.0].0 > self.rows[best.0].0;
            if self.beats(seat, best) || heavier { seat } else { best }
        })
    }

    fn seat_after_seat(&self) -> Outcome {
        let mut amounts: Vec<u64> = self.rows.iter().map(|row| row.1).collect();
        let mut given: Vec<Seat> = Vec::new();
        while amounts.iter().sum::<u64>() < self.supply {
            let Some(seat) = self.next(&amounts) else { break };
            given.push(seat);
            amounts[seat.0] += 1;
        }
        let left_over = self.supply - amounts.iter().sum::<u64>();
        let cut = given.last().copied().zip(self.next(&amounts)).filter(|&(last, next)| self.equal(last, next));
        let tie = cut.map(|(last, next)| {
            let won = given.iter().filter(|&&seat| self.equal(seat, last)).count();
            let seats = |at: usize| (self.rows[at].1..self.most(at)).map(move |units| (at, units));
            let tied = (0..amounts.len()).filter(|&at| seats(at).any(|seat| self.equal(seat, last))).collect();
            (tied, u64::try_from(won).unwrap(), self.decided(last.0, next.0))
        });
        Outcome { amounts, left_over, tie }
    }

    fn decided(&self, last: usize, next: usize) -> Decided {
        if self.rows[last].0 > self.rows[next].0 { Decided::LargerWeight } else { Decided::SmallerCode }
    }

    fn largest_remainder(&self) -> Outcome {
        let total = (0..self.rows.len()).map(|at| self.most(at)).sum::<u64>().min(self.supply);
        let shares = self.shares(total);
        let mut amounts: Vec<u64> = shares.iter().map(|share| u64::try_from(share.0 / share.1).unwrap()).collect();
        let rest = usize::try_from(total - amounts.iter().sum::<u64>()).unwrap();
        // Remainders over one denominator each; larger, then larger weight, then smaller id.
        let remainder = |at: usize| (shares[at].0 % shares[at].1, shares[at].1);
        let order = |a: usize, b: usize| (remainder(b).0 * remainder(a).1).cmp(&(remainder(a).0 * remainder(b).1));
        let mut open: Vec<usize> = (0..shares.len()).filter(|&at| remainder(at).0 > 0).collect();
        open.sort_by(|&a, &b| order(a, b).then(self.rows[b].0.cmp(&self.rows[a].0)).then(a.cmp(&b)));
        for &at in &open[..rest] {
            amounts[at] += 1;
        }
        let cut = rest.checked_sub(1).and_then(|last| Some((open[last], *open.get(rest)?)));
        let tie = cut.filter(|&(last, next)| order(last, next).is_eq()).map(|(last, next)| {
            let won = open[..rest].iter().filter(|&&at| order(at, last).is_eq()).count();
            let mut tied: Vec<usize> = open.iter().copied().filter(|&at| order(at, last).is_eq()).collect();
            tied.sort_unstable();
            (tied, u64::try_from(won).unwrap(), self.decided(last, next))
        });
        Outcome { amounts, left_over: self.supply - total, tie }
    }

    /// The shares as fractions: every way to say who stands at the floor, who at the cap and who is free
    /// is tried, until one agrees with itself.
    fn shares(&self, total: u64) -> Vec<(i128, i128)> {
        let ways = 3_usize.pow(u32::try_from(self.rows.len()).unwrap());
        (0..ways).find_map(|way| self.agreeing(way, total.into())).expect("some way agrees with itself")
    }

    fn agreeing(&self, way: usize, total: i128) -> Option<Vec<(i128, i128)>> {
        let state = |at: usize| way / 3_usize.pow(u32::try_from(at).unwrap()) % 3;
        let (mut rest, mut weights) = (total, 0_i128);
        for at in 0..self.rows.len() {
            match state(at) {
                FREE => weights += i128::from(self.rows[at].0),
                bound => rest -= self.bound(at, bound),
            }
        }
        let agrees = if weights > 0 {
            (0..self.rows.len()).all(|at| self.holds(at, state(at), (rest, weights)))
        } else {
            rest == 0 && (0..self.rows.len()).all(|at| state(at) != FREE) && self.some_level_holds(&state)
        };
        let share = |at: usize| match state(at) {
            FREE => (rest * i128::from(self.rows[at].0), weights),
            bound => (self.bound(at, bound), 1),
        };
        agrees.then(|| (0..self.rows.len()).map(share).collect())
    }

    fn bound(&self, at: usize, state: usize) -> i128 {
        i128::from(if state == FLOOR { self.rows[at].1 } else { self.most(at) })
    }

    /// Whether a recipient stands where the state says at the level n/d.
    fn holds(&self, at: usize, state: usize, (n, d): (i128, i128)) -> bool {
        let (share, floor, most) =
            (n * i128::from(self.rows[at].0), self.bound(at, FLOOR) * d, self.bound(at, CAP) * d);
        match state {
            FLOOR => self.rows[at].0 == 0 || share <= floor,
            CAP => self.rows[at].0 > 0 && share >= most,
            _ => self.rows[at].0 > 0 && floor <= share && share <= most,
        }
    }

    /// With nobody free any level may do; it lies at one of the bounds, if anywhere.
    fn some_level_holds(&self, state: &dyn Fn(usize) -> usize) -> bool {
        let weighted = (0..self.rows.len()).filter(|&at| self.rows[at].0 > 0);
        let levels = weighted.map(|at| (self.bound(at, state(at)), i128::from(self.rows[at].0)));
        levels.chain([(0, 1)]).any(|level| (0..self.rows.len()).all(|at| self.holds(at, state(at), level)))
    }
}

const FLOOR: usize = 0;
const CAP: usize = 1;
const FREE: usize = 2;

fn place(text: &str) -> usize {
    IDS.iter().position(|&known| known == text).unwrap()
}

/// The request with its recipients turned by some places, as their order must not matter.
fn request(rows: &[Row], turn: usize) -> ApportionRequest {
    let mut recipients: Vec<Recipient> = rows.iter().zip(IDS).map(|(&row, name)| recipient(row, name)).collect();
    recipients.rotate_left(turn % rows.len());
    ApportionRequest::new(units(0), recipients)
}

fn recipient((heft, floor, cap): Row, name: &str) -> Recipient {
    let recipient = Recipient::new(id(name), weight(heft)).with_floor(units(floor));
    cap.map_or(recipient.clone(), |cap| recipient.with_cap(units(cap)))
}

fn engine(request: &ApportionRequest) -> Result<Outcome, Refusal> {
    let answer = apportion(request)?.into_value();
    let mut amounts = vec![0; request.recipients.len()];
    for (recipient, &amount) in request.recipients.iter().zip(answer.amounts()) {
        amounts[place(recipient.id.as_str())] = amount;
    }
    let tie = answer.tie().map(|tie| {
        let tied = tie.tied.iter().map(|id| place(id.as_str())).collect();
        (tied, tie.units, tie.decided)
    });
    Ok(Outcome { amounts, left_over: answer.left_over(), tie })
}

/// Compares every method and supply on some recipients; counts the comparisons and the ties seen.
#[derive(Default)]
struct Run {
    compared: u64,
    refused: u64,
    ties: [u64; 2],
}

impl Run {
    fn compare(&mut self, rows: &[Row]) {
        let mut request = request(rows, usize::try_from(self.compared % 7).unwrap());
        for supply in 0..=8 {
            request.supply = units(supply);
            for method in Method::ALL {
                request.method = Some(method);
                let naive = Naive { rows, supply, method };
                let choices = if matches!(method, Method::Adams | Method::Hill) { 2 } else { 1 };
                for first in [FirstUnits::Refuse, FirstUnits::ByWeight].into_iter().take(choices) {
                    request.first_units = first;
                    self.one(&mut request, &naive, first);
                }
            }
        }
    }

    fn one(&mut self, request: &mut ApportionRequest, naive: &Naive<'_>, first: FirstUnits) {
        let told = || format!("{:?} {:?} supply {} {first:?}", naive.method, naive.rows, naive.supply);
        self.compared += 1;
        request.ties = Ties::Ruled;
        let ruled = engine(request);
        request.ties = Ties::Report;
        let reported = engine(request).map_err(|refusal| refusal.code());
        if let Some(code) = naive.refusal(first) {
            self.refused += 1;
            assert_eq!(ruled.map_err(|refusal| refusal.code()), Err(code), "{}", told());
            assert_eq!(reported, Err(code), "{}", told());
            return;
        }
        let expected = naive.outcome();
        assert_eq!(ruled.as_ref(), Ok(&expected), "{}", told());
        match &expected.tie {
            Some((_, _, decided)) => {
                self.ties[usize::from(*decided == Decided::SmallerCode)] += 1;
                assert_eq!(reported, Err("allocation.tie.undecided"), "{}", told());
            }
            None => assert_eq!(reported, Ok(expected), "{}", told()),
        }
    }
}

/// Every request of one and of two recipients.
#[test]
fn every_small_request_of_one_or_two() {
    let mut run = Run::default();
    let grid = grid();
    assert_eq!(grid.len(), 75);
    for &first in &grid {
        run.compare(&[first]);
        for &second in &grid {
            run.compare(&[first, second]);
        }
    }
    // 75 + 75² lists, 9 supplies, 3 methods once and 2 with both choices of first units.
    assert_eq!(run.compared, (75 + 75 * 75) * 9 * 7);
    assert!(run.refused > 0 && run.ties.iter().all(|&ties| ties > 1_000), "{:?}", run.ties);
}

/// Requests of `n` recipients, every `step`-th of the 75ⁿ in the order of mixed digits. The step has no
/// factor in common with 75, so every digit runs through all its values.
fn thinned(n: u32, step: usize) -> Run {
    let (grid, mut run) = (grid(), Run::default());
    for number in (0..75_usize.pow(n)).step_by(step) {
        let rows: Vec<Row> = (0..n).map(|digit| grid[number / 75_usize.pow(digit) % 75]).collect();
        run.compare(&rows);
    }
    run
}

/// Thinned to every 11th list, to stay within seconds.
#[test]
fn small_requests_of_three() {
    let run = thinned(3, 11);
    assert_eq!(run.compared, 75_u64.pow(3).div_ceil(11) * 9 * 7);
    assert!(run.ties.iter().all(|&ties| ties > 10_000), "{:?}", run.ties);
}

/// Thinned to every 4,001st list, to stay within seconds.
#[test]
fn small_requests_of_four() {
    let run = thinned(4, 4_001);
    assert_eq!(run.compared, 75_u64.pow(4).div_ceil(4_001) * 9 * 7);
    assert!(run.ties.iter().all(|&ties| ties > 10_000), "{:?}", run.ties);
}
