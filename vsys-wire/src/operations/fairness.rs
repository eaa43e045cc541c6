//! How fair an allocation is, as several answers tell it.

use vsys_core::base::{Fraction, SiteId};
use vsys_core::simulation as core;

use crate::read::Amount;
use crate::record::record;

record! { answer
    /// The recipient furthest from its quota.
    struct DeviationAnswer {
        /// What it got.
        amount: Amount,
        /// The distance of amount and quota.
        distance: Fraction,
        /// The recipient; of equal ones the first of the request.
        id: SiteId,
        /// Its quota: what was given × people / Σ people.
        quota: Fraction,
    }
}

record! { shown
    /// Doses for each person, over the recipients with people.
    struct PerPersonAnswer of doses: core::PerPerson {
        /// The least.
        least: Fraction,
        /// The median; of an even number the lower of the two in the middle.
        median: Fraction,
        /// The most.
        most: Fraction,
    }
}

record! { answer
    /// How fair an allocation is, measured against people.
    struct FairnessAnswer {
        /// How many got more than their quota rounded up.
        above_quota: Amount,
        /// How many got less than their quota rounded down.
        below_quota: Amount,
        /// The recipient furthest from its quota; absent where nobody has people.
        largest_deviation: Option<DeviationAnswer>,
        /// Doses for each person; absent where nobody has people.
        per_person: Option<core::PerPerson>,
        /// How many with people got nothing.
        with_nothing: Amount,
    }
}

impl FairnessAnswer {
    pub(super) fn new(of: &core::Fairness, ids: &[SiteId]) -> Self {
        let deviation = of.largest_deviation.and_then(|far| {
            let id = ids.get(far.row)?.clone();
            Some(DeviationAnswer { amount: Amount(far.amount), distance: far.distance, id, quota: far.quota })
        });
        Self {
            above_quota: Amount(of.above_quota),
            below_quota: Amount(of.below_quota),
            largest_deviation: deviation,
            per_person: of.per_person,
            with_nothing: Amount(of.with_nothing),
        }
    }
}
