//! Layers that share a budget in proportion to a figure.

use super::evaluate::{Done, Run, each_row};
use super::figure::Figure;
use super::layer::{Layer, LayerKind, Share, Way};
use super::problem::PolicyProblem;
use super::reason::Reason;
use crate::allocation::{ColumnsRequest, NO_CAP, SharedColumns, Tie, TiedRows, apportion_columns};
use crate::base::{Fraction, IntoList, Path, Quantity, Refusal, Rounding, Segment, SiteId, Units};

/// The columns of the recipients that take part.
struct Columns {
    weights: Vec<u64>,
    floors: Option<Vec<u64>>,
    caps: Option<Vec<u64>>,
}

pub(super) fn share(
    run: &mut Run<'_>,
    index: usize,
    layer: &Layer,
    work: &Share,
    rows: &[usize],
) -> Result<Done, Refusal> {
    let budget = run.budget(index, layer, work.budget)?;
    let columns = columns(run, layer, work, rows)?;
    match work.way {
        Way::Each(rounding) => each(run, index, layer, budget, &columns.weights, rounding),
        Way::Method(..) => by_method(run, index, layer, work, budget, &columns, rows),
    }
}

fn columns(run: &Run<'_>, layer: &Layer, work: &Share, rows: &[usize]) -> Result<Columns, Refusal> {
    // A request is counted in whole units; a weight only by its proportions.
    let multiple = if layer.kind == LayerKind::ProRata { 1 } else { work.by.denominator() };
    let column = |figure: &Figure, multiple: u64, rounding: Option<Rounding>| {
        each_row(rows, |row| {
            let value = figure.value(|name| run.figure(name, row));
            let times = value.numerator().checked_mul(multiple.into());
            let times = times.ok_or_else(|| PolicyProblem::FigureTooLarge { layer: layer.name.to_string() })?;
            Run::whole(layer, Fraction::new(times, value.denominator()), rounding)
        })
    };
    let weights = column(&work.by, multiple, None)?;
    let floors = work.floor.as_ref().map(|floor| column(floor, 1, Some(Rounding::Ceil))).transpose()?;
    let caps = match (&work.cap, layer.kind) {
        (None, _) => None,
        (Some(_), LayerKind::ProRata) => Some(weights.clone()),
        (Some(cap), _) => Some(column(cap, 1, Some(Rounding::Floor))?),
    };
    Ok(Columns { weights, floors, caps })
}

/// Each share by itself: request × budget / Σ requests, rounded.
fn each(
    run: &Run<'_>,
    index: usize,
    layer: &Layer,
    budget: u64,
    requests: &[u64],
    rounding: Rounding,
) -> Result<Done, Refusal> {
    let sum: u128 = requests.iter().map(|&request| u128::from(request)).sum();
    let shared = requests.iter().map(|&request| {
        let exact = if sum <= budget.into() {
            Fraction::whole(request)
        } else {
            Fraction::new(u128::from(request) * u128::from(budget), sum)
        };
        // No share exceeds its request.
        let amount = u64::try_from(exact.rounded(rounding)).unwrap_or(request).min(request);
        (amount, Reason::Each { request, requests: sum, budget, exact, rounding })
    });
    let (amounts, reasons): (Vec<u64>, Vec<Reason>) = shared.unzip();
    let given: u128 = amounts.iter().map(|&amount| u128::from(amount)).sum();
    if given > budget.into() {
        let given = u64::try_from(given).unwrap_or(u64::MAX);
        let problem = PolicyProblem::OverBudget { layer: layer.name.to_string(), given, budget };
        return Err(Refusal::new(&problem, run.place(index, "rounding")));
    }
    Ok(Done { amounts, reasons, budget: Some(budget), method: None, tie: None })
}

fn by_method(
    run: &mut Run<'_>,
    index: usize,
    layer: &Layer,
    work: &Share,
    budget: u64,
    columns: &Columns,
    rows: &[usize],
) -> Result<Done, Refusal> {
    let Way::Method(method, first_units) = work.way else { return Ok(nothing(rows.len(), budget)) };
    if layer.kind == LayerKind::ProRata && columns.weights.iter().all(|&request| request == 0) {
        return Ok(nothing(rows.len(), budget));
    }
    let ids: Vec<&SiteId> = rows.iter().filter_map(|&row| run.request.ids.get(row)).list();
    let names: Vec<&str> = ids.iter().map(|id| id.as_str()).list();
    let supply = Units::try_new(budget).map_err(|problem| Refusal::new(&problem, run.place(index, "budget")))?;
    let request = ColumnsRequest {
        ids: Some(&names),
        floors: columns.floors.as_deref(),
        caps: columns.caps.as_deref(),
        method,
        first_units,
        explain: run.request.explain,
        ..ColumnsRequest::new(supply, &columns.weights)
    };
    let answer = apportion_columns(&request).map_err(|refusal| refusal.moved(|path| place(run, index, rows, path)))?;
    // What one layer leaves over is for the next; what all leave over is told at the end.
    let (shared, _, assumptions) = answer.into_parts();
    run.assumptions.extend(&assumptions);
    let SharedColumns { amounts, method, tie, explanations, .. } = shared;
    let tie = tie.map(|TiedRows { rows, units, decided }| Tie {
        tied: rows.into_iter().filter_map(|row| ids.get(row).map(|id| (*id).clone())).list(),
        units,
        decided,
    });
    let reasons = explanations.into_iter().map(|explanation| Reason::Shared(Box::new(explanation))).list();
    Ok(Done { amounts, reasons, budget: Some(budget), method: Some(method), tie })
}

/// Nobody asks for anything.
fn nothing(rows: usize, budget: u64) -> Done {
    let each = Reason::Each { request: 0, requests: 0, budget, exact: Fraction::whole(0), rounding: Rounding::Floor };
    Done { amounts: vec![0; rows], reasons: vec![each; rows], budget: Some(budget), method: None, tie: None }
}

/// A place of the sharing as the formula's request has it: recipients by their ids, the supply as the layer's budget.
fn place(run: &Run<'_>, index: usize, rows: &[usize], path: &Path) -> Path {
    match path.segments() {
        [Segment::Key(list), Segment::Index(row), ..] if list == "recipients" => {
            Path::from("ids").join(rows.get(*row).copied().unwrap_or(*row))
        }
        _ => run.place(index, "budget"),
    }
}

/// «No cap», which no figure of a column reaches.
const _: () = assert!(NO_CAP > (1 << 53));
