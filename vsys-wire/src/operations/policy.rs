//! `allocation.policy`.

use vsys_core::allocation::{FirstUnits, MAX_RECIPIENTS, Method};
use vsys_core::base::{Answer, Bilingual, Fraction, Lang, Path, Quantity, Refusal, Rounding, SiteId, Units};
use vsys_core::explain::layer_reason;
use vsys_core::policy::{
    self as core, Column, Figure, FillOrder, FillOutcome, LastServed, LayerInput, LayerKind, LayerReason, MAX_LAYERS,
    Missing, Name, Policy, PolicyRequest as CoreRequest, Reason,
};
use vsys_core::rulebook::{PolicyEntry, PolicyLevel, RuleBook};

use super::apportion::{AmountRow, Explain, ExplanationAnswer, TextAnswer, TieAnswer};
use crate::problem::WireProblem;
use crate::read::{Amount, List, Read};
use crate::record::{named_words, record, words};

/// How many columns a request may have.
pub(super) const MAX_COLUMNS: usize = 64;

named_words! { LayerKind, FillOrder, LastServed, FillOutcome }

words! {
    Missing { "refuse" => Missing::Refuse, "stop" => Missing::Stop }
    PolicyLevel { "prefecture" => PolicyLevel::Prefecture, "municipality" => PolicyLevel::Municipality }
}

record! { request
    /// A layer of a formula (配分の段階).
    struct LayerRequest {
        /// Its name, which later figures may use.
        name: Name,
        /// What it does.
        kind: LayerKind,
        /// Only these recipients take part.
        only: Option<List<SiteId, MAX_RECIPIENTS>>,
        /// All but these take part.
        except: Option<List<SiteId, MAX_RECIPIENTS>>,
        /// The units it gives out at most; absent = what is left of the supply.
        budget: Option<Units>,
        /// What each gets or asks for.
        amount: Option<Figure>,
        /// By what is shared.
        by: Option<Figure>,
        /// The least each gets, rounded up.
        floor: Option<Figure>,
        /// The most each gets, rounded down.
        cap: Option<Figure>,
        /// How shares become whole; absent = largest remainder (assumption.proposal-method).
        method: Option<Method>,
        /// What Adams and Hill do when the budget does not reach.
        first_units: Option<FirstUnits>,
        /// How each amount becomes whole by itself.
        rounding: Option<Rounding>,
        /// The rate by which is ordered.
        rate: Option<Figure>,
        /// What the rate is divided by; absent = 1.
        per: Option<Figure>,
        /// Which rate comes first.
        order: Option<FillOrder>,
        /// How many are served at most.
        most: Option<Amount>,
        /// What the recipient gets at whom the budget ends; absent = part (assumption.policy-fill).
        last: Option<LastServed>,
        /// The layer that is cut.
        of: Option<Name>,
        /// What lies there, or was delivered.
        stock: Option<Figure>,
        /// Above what the cut falls.
        above: Option<Figure>,
        /// The part that is kept.
        keep: Option<Fraction>,
        /// What is to be reached.
        target: Option<Figure>,
        /// The part of what is missing that is given.
        share: Option<Fraction>,
        /// What one unit holds, where figures count something smaller (doses a box).
        unit: Option<Units>,
    }
}

record! { request
    /// A formula (配分方式).
    struct FormulaRequest {
        /// Its layers in their order.
        layers: List<LayerRequest, MAX_LAYERS>,
    }
}

record! { request
    /// A column of figures (項目の列).
    struct ColumnRequest {
        /// Its name: a small letter, then small letters, digits and underscores, 40 at most.
        name: Name,
        /// One value for each recipient.
        values: List<Units, MAX_RECIPIENTS>,
    }
}

record! { request
    /// A formula with what it is asked of.
    struct PolicyRequest {
        /// A bundled formula by its id, …
        bundled: Option<String>,
        /// … or one of the caller's own; exactly one of the two.
        policy: Option<FormulaRequest>,
        /// The units to give out; absent = the published supply of a bundled formula, or none.
        supply: Option<Units>,
        /// The recipients.
        ids: List<SiteId, MAX_RECIPIENTS>,
        /// Their figures.
        columns: List<ColumnRequest, MAX_COLUMNS> = List::EMPTY,
        /// What happens where a column is missing: refuse, or leave the layer that lacks it and all behind it open.
        missing: Missing = Missing::Refuse,
        /// How much the answer explains.
        explain: Explain = Explain::None,
    }
}

impl LayerRequest {
    fn into_core(self) -> LayerInput {
        LayerInput {
            only: self.only.map(|ids| ids.0),
            except: self.except.map(|ids| ids.0),
            budget: self.budget,
            amount: self.amount,
            by: self.by,
            floor: self.floor,
            cap: self.cap,
            method: self.method,
            first_units: self.first_units,
            rounding: self.rounding,
            rate: self.rate,
            per: self.per,
            order: self.order,
            most: self.most.map(|most| most.0),
            last: self.last,
            of: self.of,
            stock: self.stock,
            above: self.above,
            keep: self.keep,
            target: self.target,
            share: self.share,
            unit: self.unit,
            ..LayerInput::new(self.name, self.kind)
        }
    }
}

/// A formula with the place where it stands, and its entry where it is bundled.
pub(super) struct Chosen<'b> {
    pub(super) policy: Policy,
    pub(super) at: Path,
    pub(super) entry: Option<&'b PolicyEntry>,
}

/// The formula that is asked for, below a place of the request.
pub(super) fn chosen<'b>(
    book: &'b RuleBook,
    bundled: Option<String>,
    formula: Option<FormulaRequest>,
    below: &Path,
) -> Result<Chosen<'b>, Refusal> {
    match (bundled, formula) {
        (Some(id), None) => {
            let (entry, policy) = core::bundled(book, &id).map_err(|refusal| refusal.under(below))?;
            Ok(Chosen { policy, at: below.join("bundled"), entry: Some(entry) })
        }
        (None, Some(formula)) => {
            let at = below.join("policy");
            let layers: Vec<LayerInput> = formula.layers.0.into_iter().map(LayerRequest::into_core).collect();
            let policy = Policy::try_new(&layers).map_err(|refusal| refusal.under(&at))?;
            Ok(Chosen { policy, at, entry: None })
        }
        _ => Err(Refusal::new(&WireProblem::ExactlyOne { of: vec!["bundled", "policy"] }, below.clone())),
    }
}

pub(super) fn columns(columns: List<ColumnRequest, MAX_COLUMNS>) -> Vec<Column> {
    let column = |column: ColumnRequest| Column {
        name: column.name,
        values: column.values.0.into_iter().map(Units::number).collect(),
    };
    columns.0.into_iter().map(column).collect()
}

record! { answer
    /// What a layer did in all.
    struct LayerAnswer {
        /// What each recipient got of it after all cuts, in the order of the request; of a cut, what it took.
        amounts: List<Amount, MAX_RECIPIENTS>,
        /// What it could give at most; absent where it has no budget, or was left open.
        budget: Option<Amount>,
        /// What it does.
        kind: LayerKind,
        /// The method, where it shared by one.
        method: Option<Method>,
        /// The columns it lacked.
        missing: List<String, MAX_COLUMNS>,
        /// Its name.
        name: String,
        /// Whether it was left open, for a column that it or an earlier layer lacks.
        open: bool,
        /// The tied set, where the end of its budget fell among equal claims.
        tie: Option<TieAnswer>,
        /// What it gave in all; of a cut, what it took.
        total: Amount,
    }
}

record! { answer
    /// What a layer did for a recipient. Which members are there depends on the kind of the layer.
    struct LayerReasonAnswer {
        /// Cut: the threshold.
        above: Option<Fraction>,
        /// What it gave; of a cut, what it took.
        amount: Amount,
        /// Cut: what the layer that is cut had given.
        before: Option<Amount>,
        /// What could be given at most.
        budget: Option<Amount>,
        /// Cut: whether it fell.
        cut: Option<bool>,
        /// The exact amount, before it became whole.
        exact: Option<Fraction>,
        /// What it does.
        kind: LayerKind,
        /// The layer.
        layer: String,
        /// Cut: the layer that is cut.
        of: Option<String>,
        /// Fill: what became of the recipient.
        outcome: Option<FillOutcome>,
        /// Fill: its place in the order, from 1.
        rank: Option<Amount>,
        /// Fill: its rate.
        rate: Option<Fraction>,
        /// Pro rata by a rounding: what it asked for.
        request: Option<Amount>,
        /// Pro rata by a rounding: what all asked for.
        requests: Option<Fraction>,
        /// How the exact amount became whole.
        rounding: Option<Rounding>,
        /// Whether the recipient takes part in the layer.
        selected: bool,
        /// The part of what is missing that is given.
        share: Option<Fraction>,
        /// Sharing by a method: every figure of it.
        shared: Option<ExplanationAnswer>,
        /// What lies there, or was delivered.
        stock: Option<Fraction>,
        /// The amount, or what was to be reached.
        target: Option<Fraction>,
        /// Why, in sentences.
        text: Option<TextAnswer>,
        /// What one unit holds.
        unit: Option<Amount>,
        /// Fill: what those before it had used of the budget.
        used_before: Option<Amount>,
        /// Fill: what it wanted.
        wanted: Option<Amount>,
    }
}

impl LayerReasonAnswer {
    fn new(of: &LayerReason, explain: Explain) -> Self {
        let text = || TextAnswer { en: layer_reason(of, Lang::En), ja: layer_reason(of, Lang::Ja) };
        let bare = Self {
            above: None,
            amount: Amount(of.amount),
            before: None,
            budget: None,
            cut: None,
            exact: None,
            kind: of.kind,
            layer: of.layer.to_string(),
            of: None,
            outcome: None,
            rank: None,
            rate: None,
            request: None,
            requests: None,
            rounding: None,
            selected: true,
            share: None,
            shared: None,
            stock: None,
            target: None,
            text: (explain == Explain::Text).then(text),
            unit: None,
            used_before: None,
            wanted: None,
        };
        match &of.reason {
            Reason::NotSelected => Self { selected: false, ..bare },
            Reason::Given { target, stock, share, unit, exact, rounding } => Self {
                target: Some(*target),
                stock: *stock,
                share: Some(*share),
                unit: Some(Amount(*unit)),
                exact: Some(*exact),
                rounding: *rounding,
                ..bare
            },
            Reason::Shared(shared) => Self { shared: ExplanationAnswer::new(shared, "", Explain::Figures), ..bare },
            Reason::Each { request, requests, budget, exact, rounding } => Self {
                request: Some(Amount(*request)),
                requests: Some(Fraction::new(*requests, 1)),
                budget: Some(Amount(*budget)),
                exact: Some(*exact),
                rounding: Some(*rounding),
                ..bare
            },
            Reason::Filled { rate, rank, wanted, used_before, budget, outcome } => Self {
                rate: *rate,
                rank: rank.map(Amount),
                wanted: Some(Amount(*wanted)),
                used_before: Some(Amount(*used_before)),
                budget: budget.map(Amount),
                outcome: Some(*outcome),
                ..bare
            },
            Reason::Cut { of, stock, above, before, exact, rounding, cut } => Self {
                of: Some(of.to_string()),
                stock: Some(*stock),
                above: Some(*above),
                before: Some(Amount(*before)),
                exact: Some(*exact),
                rounding: Some(*rounding),
                cut: Some(*cut),
                ..bare
            },
        }
    }
}

record! { answer
    /// Why a recipient got what it got, layer by layer.
    struct PolicyExplanation {
        /// What it got.
        amount: Amount,
        /// The recipient.
        id: SiteId,
        /// What each layer did, in their order; a layer that was left open is not there.
        layers: List<LayerReasonAnswer, MAX_LAYERS>,
    }
}

record! { answer
    /// A column that a bundled formula needs.
    struct PolicyInputAnswer {
        /// Its name.
        column: String,
        /// What it holds.
        meaning: Bilingual,
        /// Whether its figures were published for all recipients.
        published: bool,
    }
}

record! { answer
    /// A bundled formula with its citation.
    struct BundledAnswer {
        /// The cycle it was used for.
        cycle: String,
        /// Its id.
        id: String,
        /// The columns it needs, in the order of the table.
        inputs: Vec<PolicyInputAnswer>,
        /// Among whom it shares.
        level: PolicyLevel,
        /// The ids of its sources.
        sources: String,
        /// What it is called.
        title: Bilingual,
    }
}

impl BundledAnswer {
    fn new(entry: &PolicyEntry) -> Self {
        let input = |input: &vsys_core::rulebook::PolicyInputEntry| PolicyInputAnswer {
            column: input.column.clone(),
            meaning: input.meaning.clone(),
            published: input.published,
        };
        Self {
            cycle: entry.cycle.clone(),
            id: entry.id.clone(),
            inputs: entry.inputs.iter().map(input).collect(),
            level: entry.level,
            sources: entry.sources.clone(),
            title: entry.title.clone(),
        }
    }
}

record! { answer
    /// What a formula gave.
    struct PolicyAnswer {
        /// The amounts, in the order of the request.
        amounts: List<AmountRow, MAX_RECIPIENTS>,
        /// The bundled formula with its citation.
        bundled: Option<BundledAnswer>,
        /// Why, in the order of the request; absent unless asked for.
        explanations: Option<List<PolicyExplanation, MAX_RECIPIENTS>>,
        /// What was given in all.
        given: Amount,
        /// What each layer did in all.
        layers: List<LayerAnswer, MAX_LAYERS>,
        /// What is left of the supply; absent without one.
        left: Option<Amount>,
    }
}

/// `allocation.policy`
pub(crate) struct EvaluatePolicy;

impl crate::call::Call for EvaluatePolicy {
    type Request = PolicyRequest;
    type Answer = PolicyAnswer;

    fn run(book: &RuleBook, request: PolicyRequest) -> Result<Answer<PolicyAnswer>, Refusal> {
        let chosen = chosen(book, request.bundled, request.policy, &Path::root())?;
        let published = chosen.entry.and_then(|entry| entry.supply);
        let published = published.and_then(|boxes| Units::try_new(boxes.number()).ok());
        let (ids, columns) = (request.ids.0, columns(request.columns));
        let answer = core::evaluate(&CoreRequest {
            policy: &chosen.policy,
            at: chosen.at,
            supply: request.supply.or(published),
            ids: &ids,
            columns: &columns,
            missing: request.missing,
            explain: request.explain != Explain::None,
        })?;
        Ok(answer.map(|shares| {
            let rows = || ids.iter().zip(&shares.amounts);
            let explanations = rows().zip(&shares.reasons).map(|((id, &amount), reasons)| PolicyExplanation {
                amount: Amount(amount),
                id: id.clone(),
                layers: List(reasons.iter().map(|reason| LayerReasonAnswer::new(reason, request.explain)).collect()),
            });
            PolicyAnswer {
                amounts: List(
                    rows().map(|(id, &amount)| AmountRow { amount: Amount(amount), id: id.clone() }).collect(),
                ),
                bundled: chosen.entry.map(BundledAnswer::new),
                explanations: (request.explain != Explain::None).then(|| List(explanations.collect())),
                given: Amount(shares.amounts.iter().sum()),
                layers: List(shares.layers.iter().map(LayerAnswer::new).collect()),
                left: shares.left.map(Amount),
            }
        }))
    }
}

impl LayerAnswer {
    fn new(layer: &core::LayerOutcome) -> Self {
        Self {
            amounts: List(layer.amounts.iter().map(|&amount| Amount(amount)).collect()),
            budget: layer.budget.map(Amount),
            kind: layer.kind,
            method: layer.method,
            missing: List(layer.missing.iter().map(ToString::to_string).collect()),
            name: layer.name.to_string(),
            open: layer.open,
            tie: layer.tie.as_ref().map(TieAnswer::new),
            total: Amount(layer.total()),
        }
    }
}

macro_rules! texts {
    ($($type:ty => $pattern:literal),*) => {$(
        impl Read for $type {
            const BLANK: Self = vsys_core::base::Blank::BLANK;

            fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
                crate::schema::pattern($pattern)
            }

            fn read(&mut self, at: &crate::read::Cursor<'_>, findings: &mut vsys_core::base::Findings) -> bool {
                at.parse(self, findings)
            }
        }
    )*};
}
texts!(Name => "^[a-z][a-z0-9_]{0,39}$", Figure => "^[a-z0-9_ +*/,()-]{1,400}$");
