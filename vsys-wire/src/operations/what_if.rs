//! `allocation.what_if`.

use vsys_core::allocation::{ApportionRequest, FirstUnits, Method, Recipient, Ties};
use vsys_core::base::{Answer, Lang, Refusal, SiteId, Units};
use vsys_core::explain::what_if_text;
use vsys_core::rulebook::RuleBook;
use vsys_core::simulation::{self as core, Lever};

use super::apportion::{AmountRow, TextAnswer, amount_rows};
use crate::call::Call;
use crate::record::{named_words, record};

named_words! { Lever }

record! { request
    /// A supply that is shared, and a recipient who asks what one unit more would take.
    struct WhatIfRequest {
        /// The units to share.
        supply: Units,
        /// Who shares them.
        recipients: Vec<Recipient>,
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
        amount: u64,
        /// What everybody gets, in the order of the request.
        amounts: Vec<AmountRow>,
        /// The value.
        value: u64,
    }
}

record! { answer
    /// The smallest increase that gives the recipient one unit more.
    struct WhatIfAnswer {
        /// The allocation with it.
        after: WhatIfSideAnswer,
        /// What the recipient gets now.
        amount: u64,
        /// The allocation one step before: the recipient has no more than now.
        before: WhatIfSideAnswer,
        /// The recipient.
        id: SiteId,
        /// By how much the lever moves.
        increase: u64,
        /// What is changed.
        lever: Lever,
        /// The method.
        method: Method,
        /// What the lever is now.
        now: u64,
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
        let shared = ApportionRequest { supply, recipients, method, ties: Ties::Ruled, first_units, explain: false };
        let (found, told) = core::what_if(&shared, &id, lever)?.split();
        Ok(told.with(WhatIfAnswer {
            after: side(&shared.recipients, &found.after),
            amount: found.amount,
            before: side(&shared.recipients, &found.before),
            increase: found.increase(),
            lever: found.lever,
            method: found.method,
            now: found.now,
            text: TextAnswer {
                en: what_if_text(&found, id.as_str(), "", Lang::En),
                ja: what_if_text(&found, id.as_str(), "", Lang::Ja),
            },
            id,
        }))
    }
}

fn side(recipients: &[Recipient], side: &core::WhatIfSide) -> WhatIfSideAnswer {
    WhatIfSideAnswer { amount: side.amount, amounts: amount_rows(recipients, &side.amounts), value: side.value }
}
