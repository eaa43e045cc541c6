//! `allocation.what_if`.

use vsys_core::allocation::{FirstUnits, MAX_RECIPIENTS, Method, Ties};
use vsys_core::base::{Answer, Lang, Refusal, SiteId, Units};
use vsys_core::explain::what_if_text;
use vsys_core::rulebook::RuleBook;
use vsys_core::simulation::{self as core, Lever};

use super::apportion::{AmountRow, ApportionRequest, Explain, RecipientRequest, TextAnswer};
use crate::call::Call;
use crate::read::{Amount, List};
use crate::record::{named_words, record};

named_words! { Lever }

record! { request
    /// A supply that is shared, and a recipient who asks what one unit more would take.
    struct WhatIfRequest {
        /// The units to share.
        supply: Units,
        /// Who shares them.
        recipients: List<RecipientRequest, MAX_RECIPIENTS>,
        /// How; absent = largest remainder (assumption.proposal-method).
        method: Option<Method>,
        /// What Adams and Hill do when the supply does not reach to one unit for everybody.
        first_units: FirstUnits = FirstUnits::Refuse,
        /// The recipient who asks.
        id: SiteId,
        /// What is changed: the supply, or the recipient's own weight.
        lever: Lever,
    }
}

record! { answer
    /// The allocation at one value of the lever.
    struct WhatIfSideAnswer {
        /// What the recipient gets.
        amount: Amount,
        /// What everybody gets, in the order of the request.
        amounts: List<AmountRow, MAX_RECIPIENTS>,
        /// The value.
        value: Amount,
    }
}

record! { answer
    /// The smallest increase that gives the recipient one unit more.
    struct WhatIfAnswer {
        /// The allocation with it.
        after: WhatIfSideAnswer,
        /// What the recipient gets now.
        amount: Amount,
        /// The allocation one step before: the recipient has no more than now.
        before: WhatIfSideAnswer,
        /// The recipient.
        id: SiteId,
        /// By how much the lever moves.
        increase: Amount,
        /// What is changed.
        lever: Lever,
        /// The method.
        method: Method,
        /// What the lever is now.
        now: Amount,
        /// The same in sentences.
        text: TextAnswer,
    }
}

/// `allocation.what_if`
pub(crate) struct WhatIf;

impl Call for WhatIf {
    type Request = WhatIfRequest;
    type Answer = WhatIfAnswer;

    fn run(_: &RuleBook, request: WhatIfRequest) -> Result<Answer<WhatIfAnswer>, Refusal> {
        let WhatIfRequest { supply, recipients, method, first_units, id, lever } = request;
        let (ties, explain) = (Ties::Ruled, Explain::None);
        let shared = ApportionRequest { supply, recipients, method, ties, first_units, explain }.into_core();
        let side = |side: &core::WhatIfSide| {
            let rows = shared.recipients.iter().zip(&side.amounts);
            let row = |(r, &amount): (&vsys_core::allocation::Recipient, &u64)| AmountRow {
                amount: Amount(amount),
                id: r.id().clone(),
            };
            WhatIfSideAnswer {
                amount: Amount(side.amount),
                amounts: List(rows.map(row).collect()),
                value: Amount(side.value),
            }
        };
        let answer = core::what_if(&shared, &id, lever)?;
        Ok(answer.map(|found| WhatIfAnswer {
            after: side(&found.after),
            amount: Amount(found.amount),
            before: side(&found.before),
            increase: Amount(found.increase()),
            lever: found.lever,
            method: found.method,
            now: Amount(found.now),
            text: TextAnswer {
                en: what_if_text(&found, id.as_str(), "", Lang::En),
                ja: what_if_text(&found, id.as_str(), "", Lang::Ja),
            },
            id: id.clone(),
        }))
    }
}
