//! `allocation.apportion`.

use vsys_core::allocation::{
    self as core, Bound, Decided, FirstUnits, MAX_RECIPIENTS, Method, Origin, Recipient as RecipientRequest,
    Tie as TieAnswer, Ties,
};
use vsys_core::base::{Answer, Fraction, IntoList, Lang, Refusal, SiteId, Units, Weight};
use vsys_core::explain::explanation;
use vsys_core::rulebook::RuleBook;

use crate::call::Call;
use crate::read::Listed;
use crate::record::{record, words};

/// How much an answer explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Explain {
    /// Nothing.
    None,
    /// Every figure as structured data.
    Figures,
    /// The figures and sentences in both languages.
    Text,
}

words! {
    Explain { "none" => Explain::None, "figures" => Explain::Figures, "text" => Explain::Text }
}

impl Listed for RecipientRequest {
    const MOST: usize = MAX_RECIPIENTS;
}

impl Listed for SiteId {
    const MOST: usize = MAX_RECIPIENTS;
}

/// Figures of recipients.
impl Listed for u64 {
    const MOST: usize = MAX_RECIPIENTS;
}

record! { adopted request
    /// A recipient (配分先).
    struct RecipientRequest {
        /// Its id, 1 to 64 characters; ids are compared as bytes.
        id: SiteId,
        /// Its weight; 0 gets exactly the floor.
        weight: Weight,
        /// The least it must get.
        floor: Units = Units::ZERO,
        /// The most it may get; absent = unlimited.
        cap: Option<Units>,
    }
}

record! { request
    /// A supply to share in whole units.
    struct ApportionRequest {
        /// The units to share.
        supply: Units,
        /// Who shares them, at most 1,000,000.
        recipients: Vec<RecipientRequest>,
        /// How; absent = largest remainder (assumption.proposal-method).
        method: Option<Method>,
        /// Ties by the ruled order (larger weight, then smaller id), or refused.
        ties: Ties = Ties::Ruled,
        /// What Adams and Hill do when the supply does not reach to one unit for everybody.
        first_units: FirstUnits = FirstUnits::Refuse,
        /// How much the answer explains.
        explain: Explain = Explain::None,
    }
}

impl ApportionRequest {
    pub(crate) fn into_core(self) -> core::ApportionRequest {
        core::ApportionRequest {
            supply: self.supply,
            recipients: self.recipients,
            method: self.method,
            ties: self.ties,
            first_units: self.first_units,
            explain: self.explain != Explain::None,
        }
    }
}

record! { document
    /// What a recipient got.
    struct AmountRow {
        /// The amount.
        amount: u64,
        /// The recipient.
        id: SiteId,
    }
}

impl Listed for ExplanationAnswer {
    const MOST: usize = MAX_RECIPIENTS;
}

impl Listed for AmountRow {
    const MOST: usize = MAX_RECIPIENTS;
}

/// What recipients got, in their order.
pub(super) fn amount_rows(recipients: &[RecipientRequest], amounts: &[u64]) -> Vec<AmountRow> {
    recipients.iter().zip(amounts).map(|(recipient, &amount)| AmountRow { amount, id: recipient.id.clone() }).list()
}

record! { adopted document
    /// Equal claims where the supply ended.
    struct TieAnswer {
        /// What decided: the larger weight, or the smaller id.
        decided: Decided,
        /// The tied set, in the order of ids.
        tied: Vec<SiteId>,
        /// The units that went among them.
        units: u64,
    }
}

record! { document
    /// Sentences in both languages.
    struct TextAnswer {
        /// English
        en: String,
        /// 日本語
        ja: String,
    }
}

record! { document
    /// Why a recipient got what it got.
    struct ExplanationAnswer {
        /// What it got.
        amount: u64,
        /// Which bound holds its share.
        bound: Bound,
        /// Its cap; absent = unlimited.
        cap: Option<u64>,
        /// Its floor.
        floor: u64,
        /// The recipient.
        id: SiteId,
        /// Divisor methods: the priority of its last unit above the floor; of Hill the square.
        last_priority: Option<Fraction>,
        /// Divisor methods: the priority of the next unit, which it did not get; of Hill the square.
        next_priority: Option<Fraction>,
        /// Where the amount comes from.
        origin: Origin,
        /// The raw quota, supply × weight / Σ weights.
        quota: Option<Fraction>,
        /// Largest remainder: the place of its remainder, from 1; absent for a whole share.
        rank: Option<u64>,
        /// How many recipients share the supply.
        recipients: u64,
        /// Largest remainder: how many remainders there were.
        remainders: u64,
        /// Largest remainder: how many of them were rounded up.
        rounded_up: u64,
        /// The water-filled share, clamp(λ × weight, floor, cap).
        share: Fraction,
        /// What the group had to share by the method.
        supply: u64,
        /// Why, in sentences.
        text: Option<TextAnswer>,
        /// Within the tied set: what decided.
        tie: Option<Decided>,
        /// Its weight.
        weight: u64,
        /// Σ weights, as a fraction, since it may leave the range of numbers.
        weight_sum: Fraction,
    }
}

impl ExplanationAnswer {
    pub(super) fn new(of: &core::Explanation, name: &str, explain: Explain) -> Option<Self> {
        let amount = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let text = || TextAnswer { en: explanation(of, name, Lang::En), ja: explanation(of, name, Lang::Ja) };
        Some(Self {
            amount: of.amount,
            bound: of.bound,
            cap: of.cap,
            floor: of.floor,
            id: of.id.parse().ok()?,
            last_priority: of.last_priority,
            next_priority: of.next_priority,
            origin: of.origin,
            quota: of.quota,
            rank: of.rank.map(amount),
            recipients: amount(of.recipients),
            remainders: amount(of.remainders),
            rounded_up: amount(of.rounded_up),
            share: of.share,
            supply: of.supply,
            text: (explain == Explain::Text).then(text),
            tie: of.tie,
            weight: of.weight,
            weight_sum: Fraction::new(of.weights, 1),
        })
    }
}

record! { document
    /// A supply shared out.
    struct ApportionAnswer {
        /// The amounts, in the order of the request.
        amounts: Vec<AmountRow>,
        /// Why, in the order of the request; absent unless asked for.
        explanations: Option<Vec<ExplanationAnswer>>,
        /// What was given in all.
        given: u64,
        /// What no cap had room for.
        left_over: u64,
        /// The method used.
        method: Method,
        /// The tied set; absent unless the end of the supply fell among equal claims.
        tie: Option<TieAnswer>,
    }
}

/// `allocation.apportion`
pub(crate) struct Apportion;

impl Call for Apportion {
    type Request = ApportionRequest;
    type Answer = ApportionAnswer;

    fn run(_: &RuleBook, request: ApportionRequest) -> Result<Answer<ApportionAnswer>, Refusal> {
        let explain = request.explain;
        let request = request.into_core();
        let (shared, told) = core::apportion(&request)?.split();
        let explanations =
            || shared.explanations().iter().filter_map(|e| ExplanationAnswer::new(e, "", explain)).list();
        Ok(told.with(ApportionAnswer {
            amounts: amount_rows(&request.recipients, shared.amounts()),
            explanations: (explain != Explain::None).then(explanations),
            given: shared.amounts().iter().sum(),
            left_over: shared.left_over(),
            method: shared.method(),
            tie: shared.tie().cloned(),
        }))
    }
}
