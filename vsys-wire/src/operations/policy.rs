//! `allocation.policy`.

use vsys_core::allocation::{FirstUnits, Method, Tie};
use vsys_core::base::{Answer, Bilingual, Fraction, IntoList, Lang, Path, Quantity, Refusal, Rounding, SiteId, Units};
use vsys_core::explain::layer_reason;
use vsys_core::policy::{
    self as core, Column as ColumnRequest, Figure, FillOrder, FillOutcome, LastServed, LayerInput as LayerRequest,
    LayerKind, LayerOutcome, LayerReason, MAX_LAYERS, Missing, Name, Policy, PolicyRequest as CoreRequest, Reason,
};
use vsys_core::rulebook::{PolicyEntry, PolicyInputEntry, PolicyLevel, RuleBook};

use super::apportion::{AmountRow, Explain, ExplanationAnswer, TextAnswer};
use crate::emit::Emit;
use crate::problem::WireProblem;
use crate::read::{Listed, Read};
use crate::record::{named_words, record, words};

impl Listed for LayerRequest {
    const MOST: usize = MAX_LAYERS;
}

impl Listed for ColumnRequest {
    const MOST: usize = 64;
}

named_words! { LayerKind, FillOrder, LastServed, FillOutcome }

words! {
    Missing { "refuse" => Missing::Refuse, "stop" => Missing::Stop }
    PolicyLevel { "prefecture" => PolicyLevel::Prefecture, "municipality" => PolicyLevel::Municipality }
}

record! { adopted request
    /// A layer of a formula (配分の段階).
    struct LayerRequest {
        /// Its name, which later figures may use.
        name: Name,
        /// What it does.
        kind: LayerKind,
        /// Only these recipients take part.
        only: Option<Vec<SiteId>>,
        /// All but these take part.
        except: Option<Vec<SiteId>>,
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
        most: Option<u64>,
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
        layers: Vec<LayerRequest>,
    }
}

record! { adopted request
    /// A column of figures (項目の列).
    struct ColumnRequest {
        /// Its name: a small letter, then small letters, digits and underscores, 40 at most.
        name: Name,
        /// One value for each recipient.
        values: Vec<u64>,
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
        ids: Vec<SiteId>,
        /// Their figures.
        columns: Vec<ColumnRequest> = Vec::new(),
        /// What happens where a column is missing: refuse, or leave the layer that lacks it and all behind it open.
        missing: Missing = Missing::Refuse,
        /// How much the answer explains.
        explain: Explain = Explain::None,
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
            let policy = Policy::try_new(&formula.layers).map_err(|refusal| refusal.under(&at))?;
            Ok(Chosen { policy, at, entry: None })
        }
        _ => Err(Refusal::new(&WireProblem::ExactlyOne { of: vec!["bundled", "policy"] }, below.clone())),
    }
}

record! { shown
    /// What a layer did in all.
    struct LayerAnswer of layer: LayerOutcome {
        /// What each recipient got of it after all cuts, in the order of the request; of a cut, what it took.
        amounts: Vec<u64>,
        /// What it could give at most; absent where it has no budget, or was left open.
        budget: Option<u64>,
        /// What it does.
        kind: LayerKind,
        /// The method, where it shared by one.
        method: Option<Method>,
        /// The columns it lacked.
        missing: Vec<Name>,
        /// Its name.
        name: Name,
        /// Whether it was left open, for a column that it or an earlier layer lacks.
        open: bool,
        /// The tied set, where the end of its budget fell among equal claims.
        tie: Option<Tie>,
        /// What it gave in all; of a cut, what it took.
        total: u64 = layer.total(),
    }
}

record! { answer
    /// What a layer did for a recipient. Which members are there depends on the kind of the layer.
    struct LayerReasonAnswer {
        /// Cut: the threshold.
        above: Option<Fraction>,
        /// What it gave; of a cut, what it took.
        amount: u64,
        /// Cut: what the layer that is cut had given.
        before: Option<u64>,
        /// What could be given at most.
        budget: Option<u64>,
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
        rank: Option<u64>,
        /// Fill: its rate.
        rate: Option<Fraction>,
        /// Pro rata by a rounding: what it asked for.
        request: Option<u64>,
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
        unit: Option<u64>,
        /// Fill: what those before it had used of the budget.
        used_before: Option<u64>,
        /// Fill: what it wanted.
        wanted: Option<u64>,
    }
}

impl LayerReasonAnswer {
    fn new(of: &LayerReason, explain: Explain) -> Self {
        let text = || TextAnswer { en: layer_reason(of, Lang::En), ja: layer_reason(of, Lang::Ja) };
        let mut told = Self {
            above: None,
            amount: of.amount,
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
            selected: !matches!(of.reason, Reason::NotSelected),
            share: None,
            shared: None,
            stock: None,
            target: None,
            text: (explain == Explain::Text).then(text),
            unit: None,
            used_before: None,
            wanted: None,
        };
        told.because(&of.reason);
        told
    }

    /// Fills in what the kind of reason has to tell.
    fn because(&mut self, reason: &Reason) {
        match reason {
            Reason::NotSelected => {}
            Reason::Given { target, stock, share, unit, exact, rounding } => {
                self.target = Some(*target);
                self.stock = *stock;
                self.share = Some(*share);
                self.unit = Some(*unit);
                self.exact = Some(*exact);
                self.rounding = *rounding;
            }
            Reason::Shared(shared) => self.shared = ExplanationAnswer::new(shared, "", Explain::Figures),
            Reason::Each { request, requests, budget, exact, rounding } => {
                self.request = Some(*request);
                self.requests = Some(Fraction::new(*requests, 1));
                self.budget = Some(*budget);
                self.exact = Some(*exact);
                self.rounding = Some(*rounding);
            }
            Reason::Filled { rate, rank, wanted, used_before, budget, outcome } => {
                self.rate = *rate;
                self.rank = *rank;
                self.wanted = Some(*wanted);
                self.used_before = Some(*used_before);
                self.budget = *budget;
                self.outcome = Some(*outcome);
            }
            Reason::Cut { of, stock, above, before, exact, rounding, cut } => {
                self.of = Some(of.to_string());
                self.stock = Some(*stock);
                self.above = Some(*above);
                self.before = Some(*before);
                self.exact = Some(*exact);
                self.rounding = Some(*rounding);
                self.cut = Some(*cut);
            }
        }
    }
}

record! { answer
    /// Why a recipient got what it got, layer by layer.
    struct PolicyExplanation {
        /// What it got.
        amount: u64,
        /// The recipient.
        id: SiteId,
        /// What each layer did, in their order; a layer that was left open is not there.
        layers: Vec<LayerReasonAnswer>,
    }
}

record! { shown
    /// A column that a bundled formula needs.
    struct PolicyInputAnswer of input: PolicyInputEntry {
        /// Its name.
        column: String,
        /// What it holds.
        meaning: Bilingual,
        /// Whether its figures were published for all recipients.
        published: bool,
    }
}

record! { shown
    /// A bundled formula with its citation.
    struct BundledAnswer of entry: PolicyEntry {
        /// The cycle it was used for.
        cycle: String,
        /// Its id.
        id: String,
        /// The columns it needs, in the order of the table.
        inputs: Vec<PolicyInputEntry>,
        /// Among whom it shares.
        level: PolicyLevel,
        /// The ids of its sources.
        sources: String,
        /// What it is called.
        title: Bilingual,
    }
}

record! { answer
    /// What a formula gave.
    struct PolicyAnswer {
        /// The amounts, in the order of the request.
        amounts: Vec<AmountRow>,
        /// The bundled formula with its citation.
        bundled: Option<PolicyEntry>,
        /// Why, in the order of the request; absent unless asked for.
        explanations: Option<Vec<PolicyExplanation>>,
        /// What was given in all.
        given: u64,
        /// What each layer did in all.
        layers: Vec<LayerOutcome>,
        /// What is left of the supply; absent without one.
        left: Option<u64>,
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
        let (shares, told) = core::evaluate(&CoreRequest {
            policy: &chosen.policy,
            at: chosen.at,
            supply: request.supply.or(published),
            ids: &request.ids,
            columns: &request.columns,
            missing: request.missing,
            explain: request.explain != Explain::None,
        })?
        .split();
        let rows = request.ids.into_iter().zip(&shares.amounts);
        let rows: Vec<_> = rows.map(|(id, &amount)| AmountRow { amount, id }).list();
        let explain = |(row, reasons): (&AmountRow, &Vec<LayerReason>)| PolicyExplanation {
            amount: row.amount,
            id: row.id.clone(),
            layers: reasons.iter().map(|reason| LayerReasonAnswer::new(reason, request.explain)).list(),
        };
        let explanations = || rows.iter().zip(&shares.reasons).map(explain).list();
        Ok(told.with(PolicyAnswer {
            bundled: chosen.entry.cloned(),
            explanations: (request.explain != Explain::None).then(explanations),
            given: shares.amounts.iter().sum(),
            amounts: rows,
            layers: shares.layers,
            left: shares.left,
        }))
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

impl Emit for Name {
    fn schema(_: &mut crate::schema::Defs) -> crate::json::Json {
        crate::schema::string()
    }

    fn emit(&self, out: &mut crate::json::Writer) {
        out.text(self.as_str());
    }
}
