//! The state of a cycle's allocation as it travels.

use chrono::NaiveDate;
use vsys_core::allocation::{
    Amount, Header, MunicipalityState, PrefectureState, Registered as SupplyDocument, SiteState, State, StateInput,
    Status, Triple,
};
use vsys_core::base::{Boxes, IntoList, MunicipalityCode, PrefectureCode, Quantity, Refusal, SiteId, Text};

use super::cascade::SITES;
use super::common::in_range;
use crate::read::{List, Positive};
use crate::record::record;

record! { document
    /// Boxes of vaccine, needles and syringes.
    struct TripleDocument {
        /// 針
        needles: Boxes,
        /// シリンジ
        syringes: Boxes,
        /// ワクチン
        vaccine: Boxes,
    }
}

impl TripleDocument {
    pub(super) fn new(triple: Triple) -> Result<Self, Refusal> {
        let boxes = |number: u64| in_range(Boxes::try_new(number), "state");
        Ok(Self { needles: boxes(triple.needles)?, syringes: boxes(triple.syringes)?, vaccine: boxes(triple.vaccine)? })
    }

    pub(super) const fn triple(&self) -> Triple {
        Triple { vaccine: self.vaccine.get(), needles: self.needles.get(), syringes: self.syringes.get() }
    }
}

record! { adopted document
    /// The registered supply in boxes.
    struct SupplyDocument {
        /// 針
        needles: Option<Boxes>,
        /// シリンジ; absent = as the needles.
        syringes: Option<Boxes>,
        /// ワクチン
        vaccine: Boxes,
    }
}

record! { document
    /// A prefecture in the workflow.
    struct PrefectureDocument {
        /// What it receives from the nation.
        boxes: TripleDocument,
        /// Its code.
        code: PrefectureCode,
        /// What was proposed, where a hand changed it.
        proposed: Option<TripleDocument>,
        /// Why it was changed.
        reason: Option<Text<200>>,
        /// How far it is.
        status: Status,
    }
}

record! { document
    /// A municipality in the workflow.
    struct MunicipalityDocument {
        /// What it receives from its prefecture.
        boxes: TripleDocument,
        /// Its code.
        code: MunicipalityCode,
        /// What was proposed, where a hand changed it.
        proposed: Option<TripleDocument>,
        /// Why it was changed.
        reason: Option<Text<200>>,
        /// How far it is.
        status: Status,
    }
}

record! { document
    /// A site in the workflow.
    struct SiteDocument {
        /// What it receives from its municipality.
        boxes: TripleDocument,
        /// Its id.
        id: SiteId,
        /// Its municipality.
        municipality: MunicipalityCode,
        /// What was proposed, where a hand changed it.
        proposed: Option<TripleDocument>,
        /// Why it was changed.
        reason: Option<Text<200>>,
    }
}

record! { document
    /// The state of a cycle's allocation. It travels with every request and is proved again on reading.
    struct StateDocument {
        /// The number of the cycle (クール).
        cycle: Positive,
        /// The Monday of the delivery week.
        delivery_week: NaiveDate,
        /// 市町村
        municipalities: List<MunicipalityDocument, 2_000>,
        /// How far the nation is: open or fixed.
        nation: Status,
        /// 都道府県
        prefectures: List<PrefectureDocument, 47>,
        /// The vaccine's id in the product master.
        product: String,
        /// 医療機関・接種会場
        sites: List<SiteDocument, SITES>,
        /// The registered supply.
        supply: SupplyDocument,
    }
}

impl StateDocument {
    pub(super) fn new(state: &State) -> Result<Self, Refusal> {
        let triple = |amount: &Amount| TripleDocument::new(amount.boxes);
        let proposed = |amount: &Amount| amount.proposed.map(TripleDocument::new).transpose();
        let supply = state.supply();
        Ok(Self {
            cycle: Positive(state.header().cycle),
            delivery_week: state.header().delivery_week,
            municipalities: List(
                state
                    .municipalities()
                    .iter()
                    .map(|m| {
                        Ok(MunicipalityDocument {
                            boxes: triple(&m.amount)?,
                            code: m.code,
                            proposed: proposed(&m.amount)?,
                            reason: m.amount.reason.clone(),
                            status: m.status,
                        })
                    })
                    .collect::<Result<_, Refusal>>()?,
            ),
            nation: state.nation(),
            prefectures: List(
                state
                    .prefectures()
                    .iter()
                    .map(|p| {
                        Ok(PrefectureDocument {
                            boxes: triple(&p.amount)?,
                            code: p.code,
                            proposed: proposed(&p.amount)?,
                            reason: p.amount.reason.clone(),
                            status: p.status,
                        })
                    })
                    .collect::<Result<_, Refusal>>()?,
            ),
            product: state.header().product.clone(),
            sites: List(
                state
                    .sites()
                    .iter()
                    .map(|s| {
                        Ok(SiteDocument {
                            boxes: triple(&s.amount)?,
                            id: s.id.clone(),
                            municipality: s.municipality,
                            proposed: proposed(&s.amount)?,
                            reason: s.amount.reason.clone(),
                        })
                    })
                    .collect::<Result<_, Refusal>>()?,
            ),
            supply,
        })
    }

    /// The state, proved again.
    pub(super) fn into_state(self) -> Result<State, Refusal> {
        let amount = |boxes: &TripleDocument, proposed: Option<&TripleDocument>, reason: Option<Text<200>>| Amount {
            boxes: boxes.triple(),
            proposed: proposed.map(TripleDocument::triple),
            reason,
        };
        State::try_new(StateInput {
            header: Header { cycle: self.cycle.0, product: self.product, delivery_week: self.delivery_week },
            supply: self.supply,
            nation: self.nation,
            prefectures: self
                .prefectures
                .0
                .into_iter()
                .map(|p| PrefectureState {
                    code: p.code,
                    status: p.status,
                    amount: amount(&p.boxes, p.proposed.as_ref(), p.reason),
                })
                .list(),
            municipalities: self
                .municipalities
                .0
                .into_iter()
                .map(|m| MunicipalityState {
                    code: m.code,
                    status: m.status,
                    amount: amount(&m.boxes, m.proposed.as_ref(), m.reason),
                })
                .list(),
            sites: self
                .sites
                .0
                .into_iter()
                .map(|s| SiteState {
                    id: s.id,
                    municipality: s.municipality,
                    amount: amount(&s.boxes, s.proposed.as_ref(), s.reason),
                })
                .list(),
        })
    }
}
