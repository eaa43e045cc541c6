//! `allocation.apportion`.

use vsys_core::allocation::{
    self as core, Bound, Decided, FirstUnits, MAX_RECIPIENTS, Method, Origin, Recipient, Ties,
};
use vsys_core::base::{Answer, Bilingual, Fraction, Lang, Refusal, SiteId, Units, Weight};
use vsys_core::explain::explanation;
use vsys_core::rulebook::RuleBook;

use crate::call::Call;
use crate::read::{Amount, List};
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

record! { request
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
        recipients: List<RecipientRequest, MAX_RECIPIENTS>,
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
        let recipients = self.recipients.0.into_iter().map(|recipient| {
            let built = Recipient::new(recipient.id, recipient.weight).with_floor(recipient.floor);
            match recipient.cap {
                Some(cap) => built.with_cap(cap),
                None => built,
            }
        });
        let mut request = core::ApportionRequest::new(self.supply, recipients.collect())
            .with_ties(self.ties)
            .with_first_units(self.first_units);
        request.method = self.method;
        request.explain = self.explain != Explain::None;
        request
    }
}

record! { document
    /// What a recipient got.
    struct AmountRow {
        /// The amount.
        amount: Amount,
        /// The recipient.
        id: SiteId,
    }
}

record! { document
    /// Equal claims where the supply ended.
    struct TieAnswer {
        /// What decided: the larger weight, or the smaller id.
        decided: Decided,
        /// The tied set, in the order of ids.
        tied: List<SiteId, MAX_RECIPIENTS>,
        /// The units that went among them.
        units: Amount,
    }
}

impl TieAnswer {
    pub(super) fn new(tie: &core::Tie) -> Self {
        Self { decided: tie.decided, tied: List(tie.tied.clone()), units: Amount(tie.units) }
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
        amount: Amount,
        /// Which bound holds its share.
        bound: Bound,
        /// Its cap; absent = unlimited.
        cap: Option<Amount>,
        /// Its floor.
        floor: Amount,
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
        rank: Option<Amount>,
        /// How many recipients share the supply.
        recipients: Amount,
        /// Largest remainder: how many remainders there were.
        remainders: Amount,
        /// Largest remainder: how many of them were rounded up.
        rounded_up: Amount,
        /// The water-filled share, clamp(λ × weight, floor, cap).
        share: Fraction,
        /// What the group had to share by the method.
        supply: Amount,
        /// Why, in sentences.
        text: Option<TextAnswer>,
        /// Within the tied set: what decided.
        tie: Option<Decided>,
        /// Its weight.
        weight: Amount,
        /// Σ weights, as a fraction, since it may leave the range of numbers.
        weight_sum: Fraction,
    }
}

impl ExplanationAnswer {
    pub(super) fn new(of: &core::Explanation, name: &str, explain: Explain) -> Option<Self> {
        let amount = |count: usize| Amount(u64::try_from(count).unwrap_or(u64::MAX));
        let text = || {
            let Bilingual { en, ja } =
                Bilingual { en: explanation(of, name, Lang::En), ja: explanation(of, name, Lang::Ja) };
            TextAnswer { en, ja }
        };
        Some(Self {
            amount: Amount(of.amount),
            bound: of.bound,
            cap: of.cap.map(Amount),
            floor: Amount(of.floor),
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
            supply: Amount(of.supply),
            text: (explain == Explain::Text).then(text),
            tie: of.tie,
            weight: Amount(of.weight),
            weight_sum: Fraction::new(of.weights, 1),
        })
    }
}

record! { document
    /// A supply shared out.
    struct ApportionAnswer {
        /// The amounts, in the order of the request.
        amounts: List<AmountRow, MAX_RECIPIENTS>,
        /// Why, in the order of the request; absent unless asked for.
        explanations: Option<List<ExplanationAnswer, MAX_RECIPIENTS>>,
        /// What was given in all.
        given: Amount,
        /// What no cap had room for.
        left_over: Amount,
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
        let answer = core::apportion(&request)?;
        Ok(answer.map(|shared| {
            let rows = request.recipients.iter().zip(shared.amounts());
            let explanations =
                shared.explanations().iter().filter_map(|e| ExplanationAnswer::new(e, "", explain)).collect();
            ApportionAnswer {
                amounts: List(
                    rows.map(|(r, &amount)| AmountRow { amount: Amount(amount), id: r.id().clone() }).collect(),
                ),
                explanations: (explain != Explain::None).then_some(List(explanations)),
                given: Amount(shared.amounts().iter().sum()),
                left_over: Amount(shared.left_over()),
                method: shared.method(),
                tie: shared.tie().map(TieAnswer::new),
            }
        }))
    }
}
