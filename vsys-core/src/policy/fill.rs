//! Layers that serve in the order of a rate until their budget is used.

use std::cmp::Ordering;

use super::evaluate::{Done, Run, each_row};
use super::layer::{Fill, FillOrder, LastServed, Layer};
use super::problem::PolicyProblem;
use super::reason::{FillOutcome, Reason};
use crate::allocation::{Decided, Tie};
use crate::base::{Fraction, IntoList, Refusal, SiteId, assumption};

/// A recipient with its turn.
struct Turn<'a> {
    /// Its place among those that take part.
    place: usize,
    id: &'a SiteId,
    rate: Option<Fraction>,
    wanted: u64,
}

impl Turn<'_> {
    /// Whose turn comes first: the rate, then the larger amount, then the smaller code. Without a rate, last.
    fn order(&self, other: &Self, order: FillOrder) -> Ordering {
        let rates = match (self.rate, other.rate) {
            (Some(a), Some(b)) if order == FillOrder::Descending => b.cmp(&a),
            (Some(a), Some(b)) => a.cmp(&b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        };
        rates.then(other.wanted.cmp(&self.wanted)).then_with(|| self.id.as_str().cmp(other.id.as_str()))
    }
}

pub(super) fn fill(
    run: &mut Run<'_>,
    index: usize,
    layer: &Layer,
    work: &Fill,
    rows: &[usize],
) -> Result<Done, Refusal> {
    let budget = run.budget(index, layer, work.budget)?;
    let mut turns = turns(run, layer, work, rows)?;
    turns.sort_unstable_by(|a, b| a.order(b, work.order));
    let mut served: Vec<Served> = Vec::with_capacity(turns.len());
    let (mut used, mut closed) = (0, false);
    for (rank, turn) in (1_u64..).zip(&turns) {
        let left = budget - used;
        let (amount, outcome) = if turn.rate.is_none() {
            (0, FillOutcome::NoRate)
        } else if work.most.is_some_and(|most| rank > most) {
            (0, FillOutcome::BeyondMost)
        } else if turn.wanted == 0 {
            (0, FillOutcome::NothingWanted)
        } else if closed || left == 0 {
            (0, FillOutcome::BudgetUsed)
        } else if turn.wanted <= left {
            (turn.wanted, FillOutcome::Full)
        } else {
            closed = true;
            if work.last.is_none() {
                run.assume(assumption::POLICY_FILL);
            }
            match work.last.unwrap_or(LastServed::Part) {
                LastServed::Part => (left, FillOutcome::Part),
                LastServed::Nothing => (0, FillOutcome::BudgetUsed),
            }
        };
        served.push(Served { amount, outcome, used_before: used });
        used += amount;
    }
    let tie = tie(&turns, &served);
    if tie.is_some() {
        run.assume(assumption::POLICY_FILL);
    }
    let mut placed: Vec<(usize, u64, Reason)> = Vec::with_capacity(turns.len());
    for ((rank, turn), served) in (1_u64..).zip(&turns).zip(served) {
        let reason = Reason::Filled {
            rate: turn.rate,
            rank: turn.rate.map(|_| rank),
            wanted: turn.wanted,
            used_before: served.used_before,
            budget: Some(budget),
            outcome: served.outcome,
        };
        placed.push((turn.place, served.amount, reason));
    }
    placed.sort_unstable_by_key(|(place, ..)| *place);
    let (amounts, reasons) = placed.into_iter().map(|(_, amount, reason)| (amount, reason)).unzip();
    Ok(Done { amounts, reasons, budget: Some(budget), method: None, tie })
}

fn turns<'a>(run: &Run<'a>, layer: &Layer, work: &Fill, rows: &[usize]) -> Result<Vec<Turn<'a>>, Refusal> {
    let ids = run.request.ids;
    let values = each_row(rows, |row| {
        let of = |name: &_| run.figure(name, row);
        let (rate, per) = (work.rate.value(of), work.per.value(of));
        let wanted = Run::whole(layer, work.amount.value(of), work.rounding)?;
        let rate = match per.numerator() {
            0 => None,
            _ => Some(over(rate, per).ok_or_else(|| PolicyProblem::FigureTooLarge { layer: layer.name.to_string() })?),
        };
        Ok((rate, wanted))
    })?;
    let turns = rows.iter().zip(values).enumerate();
    let turn = |(place, (&row, (rate, wanted)))| ids.get(row).map(|id| Turn { place, id, rate, wanted });
    Ok(turns.filter_map(turn).list())
}

/// A fraction over another that is not zero.
fn over(rate: Fraction, per: Fraction) -> Option<Fraction> {
    let numerator = rate.numerator().checked_mul(per.denominator())?;
    Some(Fraction::new(numerator, rate.denominator().checked_mul(per.numerator())?))
}

/// What a turn came to.
struct Served {
    amount: u64,
    outcome: FillOutcome,
    used_before: u64,
}

/// The tied set, where the end of the budget, or of the number served, falls among equal rates.
fn tie(turns: &[Turn<'_>], served: &[Served]) -> Option<Tie> {
    let open = |served: &Served| {
        matches!(served.outcome, FillOutcome::Part | FillOutcome::BudgetUsed | FillOutcome::BeyondMost)
    };
    let pairs = || turns.iter().zip(served).filter(|(turn, _)| turn.wanted > 0 && turn.rate.is_some());
    let (last, _) = pairs().rfind(|(_, served)| served.amount > 0)?;
    // The first behind the last served; the last served itself may be served in part only.
    let (next, _) = pairs().find(|(turn, served)| open(served) && turn.id != last.id)?;
    if last.rate != next.rate {
        return None;
    }
    let mut tied: Vec<&SiteId> = Vec::new();
    let mut units = 0;
    for (turn, served) in pairs().filter(|(turn, _)| turn.rate == last.rate) {
        tied.push(turn.id);
        units += served.amount;
    }
    tied.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    let decided = if last.wanted > next.wanted { Decided::LargerWeight } else { Decided::SmallerCode };
    Some(Tie { tied: tied.into_iter().cloned().list(), units, decided })
}
