//! Goes through the layers of a formula.

use super::formula::Policy;
use super::layer::{Layer, LayerKind, Work};
use super::name::Name;
use super::problem::PolicyProblem;
use super::reason::{LayerReason, Reason};
use super::{fill, give, share};
use crate::allocation::{AllocationProblem, MAX_RECIPIENTS, Method, Tie};
use crate::base::{
    Answer, AssumptionId, Assumptions, BaseProblem, Finding, Findings, Fraction, Ids, IntoList, Path, Quantity,
    Refusal, SiteId, SortedMap, Term, Units,
};

/// A column of figures (項目の列): a name and one value for each recipient, 0 to 2^53−1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: Name,
    /// Its values, in the order of the recipients.
    pub values: Vec<u64>,
}

/// What happens where a column is missing that the formula needs (不足する入力の扱い).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Refuse, and name every missing column.
    #[default]
    Refuse,
    /// Evaluate the layers before the first that lacks one, and leave it and all behind it open.
    Stop,
}

/// A formula with what it is asked of (算定の要求).
#[derive(Clone, Debug)]
pub struct PolicyRequest<'a> {
    /// The formula.
    pub policy: &'a Policy,
    /// Where it stands in the caller's request; findings about it point there.
    pub at: Path,
    /// The units to give out; none = every layer names its own budget or needs none.
    pub supply: Option<Units>,
    /// The recipients.
    pub ids: &'a [SiteId],
    /// Their figures.
    pub columns: &'a [Column],
    /// What happens where a column is missing.
    pub missing: Missing,
    /// Whether every layer explains itself.
    pub explain: bool,
}

/// What a layer did in all (段階の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerOutcome {
    /// The layer.
    pub name: Name,
    /// What it does.
    pub kind: LayerKind,
    /// What it could give at most; none where it has no budget, or was left open.
    pub budget: Option<u64>,
    /// What it gave each recipient after all cuts; of a cut, what it took.
    pub amounts: Vec<u64>,
    /// The method, where it shared by one.
    pub method: Option<Method>,
    /// The tied set, if the end of its budget fell among equal claims.
    pub tie: Option<Tie>,
    /// The columns it lacked; a layer behind it that lacks none itself is left open too.
    pub missing: Vec<Name>,
    /// Whether it was left open.
    pub open: bool,
}

impl LayerOutcome {
    /// What it gave in all; of a cut, what it took.
    pub fn total(&self) -> u64 {
        self.amounts.iter().sum()
    }
}

/// What a formula gave (算定の結果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyShares {
    /// What each recipient gets, in the order of the request.
    pub amounts: Vec<u64>,
    /// What is left of the supply, where one was given.
    pub left: Option<u64>,
    /// What each layer did.
    pub layers: Vec<LayerOutcome>,
    /// What each layer did for each recipient, recipient by recipient; empty unless asked for. Layers that
    /// were left open do not stand in it.
    pub reasons: Vec<Vec<LayerReason>>,
}

/// Evaluates a formula (配分方式の算定): layer after layer, each of whole units, exactly.
///
/// What a layer gives never exceeds its budget nor what is left of the supply; a cut gives back. The order of the
/// recipients changes nothing.
///
/// # Errors
/// A [`Refusal`] with every finding: ids or columns that stand twice, columns of another length, missing columns (by
/// name, and whether anybody has published them), a layer that gives more than is left, amounts that are not whole
/// where no rounding is named.
///
/// ```
/// use vsys_core::base::{Path, Quantity, SiteId, Units};
/// use vsys_core::policy::{Column, LayerInput, LayerKind, Missing, Policy, PolicyRequest, evaluate};
///
/// // Cycle 8: some prefectures in full, the others in proportion to their requests.
/// let ids: Vec<SiteId> = ["30", "13", "14"].iter().map(|id| id.parse()).collect::<Result<_, _>>()?;
/// let request = Some("request".parse()?);
/// let full = LayerInput { amount: request.clone(), only: Some(vec![ids[0].clone()]), ..LayerInput::new("full".parse()?, LayerKind::Grant) };
/// let rest = LayerInput { amount: request, except: Some(vec![ids[0].clone()]), ..LayerInput::new("rest".parse()?, LayerKind::ProRata) };
/// let policy = Policy::try_new(&[full, rest])?;
/// let columns = [Column { name: "request".parse()?, values: vec![30, 100, 60] }];
/// let asked = PolicyRequest { policy: &policy, at: Path::from("policy"), supply: Some(Units::try_new(110)?), ids: &ids, columns: &columns, missing: Missing::Refuse, explain: false };
/// assert_eq!(evaluate(&asked)?.value().amounts, [30, 50, 30]);
///
/// let without = PolicyRequest { columns: &[], ..asked };
/// assert_eq!(evaluate(&without).unwrap_err().code(), "policy.column.missing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate(request: &PolicyRequest<'_>) -> Result<Answer<PolicyShares>, Refusal> {
    let findings = check(request);
    if findings.has_errors() {
        return Err(Refusal::of(findings));
    }
    let mut run = Run::new(request);
    run.findings = findings;
    for (index, layer) in request.policy.layers().iter().enumerate() {
        run.layer(index, layer)?;
    }
    Ok(run.close())
}

/// Everything that is wrong before a layer is asked.
fn check(request: &PolicyRequest<'_>) -> Findings {
    let mut findings = Findings::new();
    if request.ids.len() > MAX_RECIPIENTS {
        findings.push(&AllocationProblem::TooMany { most: MAX_RECIPIENTS }, Path::from("ids"));
        return findings;
    }
    let known = Ids::of(request.ids.iter().map(|id| id.as_str()));
    for (index, first) in known.twice() {
        let finding = Finding::new(&AllocationProblem::IdTwice { first }, Path::from("ids").join(index));
        findings.add(finding.with_value(request.ids.get(index).map_or("", |id| id.as_str())));
    }
    let at = |index: usize| Path::from("columns").join(index);
    for (index, column) in request.columns.iter().enumerate() {
        let taken = request.columns.iter().take(index).any(|earlier| earlier.name == column.name)
            || request.policy.layers().iter().any(|layer| *layer.name() == column.name);
        if taken || column.name.is_given() {
            let finding = Finding::new(&PolicyProblem::NameTwice, at(index).join("name"));
            findings.add(finding.with_value(column.name.as_str()));
        }
        if column.values.len() != request.ids.len() {
            let problem = PolicyProblem::ColumnLength { length: column.values.len(), expected: request.ids.len() };
            findings.push(&problem, at(index).join("values"));
        }
        for (row, _) in column.values.iter().enumerate().filter(|(_, value)| **value > Units::MAX) {
            let problem = BaseProblem::QuantityTooLarge { unit: Units::UNIT, most: Units::MAX };
            findings.push(&problem, at(index).join("values").join(row));
        }
    }
    for (index, layer) in request.policy.layers().iter().enumerate() {
        let ids = layer.selection.ids().iter().filter(|id| known.place(id.as_str()).is_none());
        let ids: Vec<String> = ids.map(|id| id.as_str().to_owned()).list();
        if !ids.is_empty() {
            let problem = PolicyProblem::SelectionUnknown { layer: layer.name.to_string(), ids };
            findings.push(&problem, request.policy.place(&request.at, index));
        }
    }
    if request.missing == Missing::Refuse {
        missing_columns(request, &mut findings);
    }
    findings
}

/// Names every column that the formula needs and the caller has not given.
fn missing_columns(request: &PolicyRequest<'_>, findings: &mut Findings) {
    let policy = request.policy;
    for column in policy.columns().into_iter().filter(|name| !request.columns.iter().any(|given| given.name == **name))
    {
        let layers = policy.layers().iter().enumerate();
        let layers = layers.filter(|(index, _)| policy.columns_of(*index).contains(&column));
        findings.push(
            &PolicyProblem::ColumnMissing {
                column: column.to_string(),
                layers: layers.map(|(_, layer)| layer.name.to_string()).list(),
                not_published: policy.is_not_published(column),
            },
            Path::from("columns"),
        );
    }
}

/// What a layer comes to, for the recipients that take part in it.
pub(super) struct Done {
    pub(super) amounts: Vec<u64>,
    pub(super) reasons: Vec<Reason>,
    pub(super) budget: Option<u64>,
    pub(super) method: Option<Method>,
    pub(super) tie: Option<Tie>,
}

/// The state between two layers.
pub(super) struct Run<'a> {
    pub(super) request: &'a PolicyRequest<'a>,
    columns: SortedMap<&'a Name, &'a [u64]>,
    outcomes: Vec<LayerOutcome>,
    pub(super) totals: Vec<u64>,
    pub(super) left: Option<u64>,
    reasons: Vec<Vec<LayerReason>>,
    findings: Findings,
    pub(super) assumptions: Assumptions,
    open: bool,
}

impl<'a> Run<'a> {
    fn new(request: &'a PolicyRequest<'a>) -> Self {
        let rows = request.ids.len();
        let mut columns = SortedMap::new();
        request.columns.iter().for_each(|column| _ = columns.add(&column.name, column.values.as_slice()));
        Self {
            request,
            columns,
            outcomes: Vec::new(),
            totals: vec![0; rows],
            left: request.supply.map(Units::number),
            reasons: if request.explain { vec![Vec::new(); rows] } else { Vec::new() },
            findings: Findings::new(),
            assumptions: Assumptions::new(),
            open: false,
        }
    }

    /// What a name stands for in a row.
    pub(super) fn figure(&self, name: &Name, row: usize) -> u64 {
        let value = |column: &[u64]| column.get(row).copied().unwrap_or(0);
        if name.is_given() {
            return value(&self.totals);
        }
        match self.columns.get(&name) {
            Some(column) => value(column),
            None => self.outcomes.iter().find(|layer| layer.name == *name).map_or(0, |layer| value(&layer.amounts)),
        }
    }

    /// What an earlier layer gave a row.
    pub(super) fn given_by(&self, layer: &Name, row: usize) -> u64 {
        self.figure(layer, row)
    }

    pub(super) fn assume(&mut self, id: AssumptionId) {
        self.assumptions.add(id);
    }

    /// What a layer may give out: its own budget, or what is left of the supply.
    pub(super) fn budget(&self, index: usize, layer: &Layer, budget: Option<Units>) -> Result<u64, Refusal> {
        match budget.map(Units::number).or(self.left) {
            Some(budget) => Ok(budget),
            None => {
                let problem = PolicyProblem::SupplyMissing { layer: layer.name.to_string() };
                Err(Refusal::new(&problem, self.place(index, "budget")))
            }
        }
    }

    /// A member of a layer in the caller's request.
    pub(super) fn place(&self, index: usize, member: &'static str) -> Path {
        let layer = self.request.policy.place(&self.request.at, index);
        if layer == self.request.at { layer } else { layer.join(member) }
    }

    fn layer(&mut self, index: usize, layer: &'a Layer) -> Result<(), Refusal> {
        let needed = self.request.policy.columns_of(index);
        let missing: Vec<Name> = needed.into_iter().filter(|name| !self.columns.has(name)).cloned().list();
        self.open |= !missing.is_empty();
        let rows = self.request.ids.len();
        let mut outcome = LayerOutcome {
            name: layer.name.clone(),
            kind: layer.kind,
            budget: None,
            amounts: vec![0; rows],
            method: None,
            tie: None,
            missing,
            open: self.open,
        };
        if self.open {
            let missing = outcome.missing.iter().map(Name::to_string).list();
            let problem = PolicyProblem::LayerOpen { layer: layer.name.to_string(), missing };
            self.findings.push(&problem, Path::from("columns"));
            self.outcomes.push(outcome);
            return Ok(());
        }
        let takes = self.request.ids.iter().enumerate().filter(|(_, id)| layer.selection.takes(id));
        let selected: Vec<usize> = takes.map(|(row, _)| row).list();
        let done = match &layer.work {
            Work::Give(give) => give::give(self, index, layer, give, &selected),
            Work::Share(share) => share::share(self, index, layer, share, &selected),
            Work::Fill(fill) => fill::fill(self, index, layer, fill, &selected),
            Work::Cut(cut) => give::cut(self, index, layer, cut, &selected),
        }?;
        for (&row, &amount) in selected.iter().zip(&done.amounts) {
            set(&mut outcome.amounts, row, amount);
        }
        self.book(index, layer, &outcome.amounts)?;
        if self.request.explain {
            let mut reasons = selected.iter().zip(done.reasons).peekable();
            for (row, list) in self.reasons.iter_mut().enumerate() {
                let reason = reasons.next_if(|(selected, _)| **selected == row).map(|(_, reason)| reason);
                list.push(LayerReason {
                    layer: layer.name.clone(),
                    kind: layer.kind,
                    amount: outcome.amounts.get(row).copied().unwrap_or(0),
                    reason: reason.unwrap_or(Reason::NotSelected),
                });
            }
        }
        (outcome.budget, outcome.method, outcome.tie) = (done.budget, done.method, done.tie);
        self.outcomes.push(outcome);
        Ok(())
    }

    /// Books what a layer gave or took.
    fn book(&mut self, index: usize, layer: &Layer, amounts: &[u64]) -> Result<(), Refusal> {
        let sum: u128 = amounts.iter().map(|&amount| u128::from(amount)).sum();
        let sum = u64::try_from(sum).ok().filter(|sum| *sum <= Units::MAX);
        let sum = sum.ok_or_else(|| self.too_large(index, layer))?;
        if let Work::Cut(cut) = &layer.work {
            for outcome in self.outcomes.iter_mut().filter(|outcome| outcome.name == cut.of) {
                outcome.amounts.iter_mut().zip(amounts).for_each(|(amount, taken)| *amount -= taken);
            }
            self.totals.iter_mut().zip(amounts).for_each(|(total, taken)| *total -= taken);
            self.left = self.left.map(|left| left + sum);
            return Ok(());
        }
        if let Some(left) = self.left.filter(|left| sum > *left) {
            let problem = PolicyProblem::OverSupply { layer: layer.name.to_string(), given: sum, left };
            return Err(Refusal::new(&problem, self.request.policy.place(&self.request.at, index)));
        }
        self.left = self.left.map(|left| left - sum);
        self.totals.iter_mut().zip(amounts).for_each(|(total, amount)| *total += amount);
        match self.totals.iter().all(|total| *total <= Units::MAX) {
            true => Ok(()),
            false => Err(self.too_large(index, layer)),
        }
    }

    fn too_large(&self, index: usize, layer: &Layer) -> Refusal {
        let problem = PolicyProblem::FigureTooLarge { layer: layer.name.to_string() };
        Refusal::new(&problem, self.request.policy.place(&self.request.at, index))
    }

    /// The whole amount of an exact one, or why it is none.
    pub(super) fn whole(
        layer: &Layer,
        exact: Fraction,
        rounding: Option<crate::base::Rounding>,
    ) -> Result<u64, PolicyProblem> {
        let whole = match rounding {
            Some(rounding) => exact.rounded(rounding),
            None if exact.denominator() == 1 => exact.floor(),
            None => return Err(PolicyProblem::NotWhole { layer: layer.name.to_string(), value: exact.to_string() }),
        };
        let whole = u64::try_from(whole).ok().filter(|whole| *whole <= Units::MAX);
        whole.ok_or_else(|| PolicyProblem::FigureTooLarge { layer: layer.name.to_string() })
    }

    fn close(self) -> Answer<PolicyShares> {
        let mut findings = self.findings;
        if let Some(left) = self.left.filter(|left| *left > 0 && !self.open) {
            let level = Term::new("supply", "供給量");
            findings.push(&AllocationProblem::LeftOver { level, parents: 1, boxes: left }, Path::from("supply"));
        }
        let shares =
            PolicyShares { amounts: self.totals, left: self.left, layers: self.outcomes, reasons: self.reasons };
        let answer = Answer::new(shares).finding(findings).assuming_all(&self.assumptions);
        answer.assuming_all(self.request.policy.assumptions())
    }
}

/// Puts a value into a column.
pub(super) fn set(column: &mut [u64], row: usize, value: u64) {
    if let Some(slot) = column.get_mut(row) {
        *slot = value;
    }
}

/// What is wrong with single recipients, one finding each.
pub(super) fn each_row<T>(
    rows: &[usize],
    mut work: impl FnMut(usize) -> Result<T, PolicyProblem>,
) -> Result<Vec<T>, Refusal> {
    let mut findings = Findings::new();
    let mut values = Vec::with_capacity(rows.len());
    for &row in rows {
        match work(row) {
            Ok(value) => values.push(value),
            Err(problem) => findings.push(&problem, Path::from("ids").join(row)),
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(values) }
}
