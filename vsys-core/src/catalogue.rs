//! Everything the core can say is wrong, in one list.

use crate::access::AccessProblem;
use crate::allocation::{AllocationProblem, NeedleProblem};
use crate::application::ApplicationProblem;
use crate::base::{BaseProblem, MachineProblem};
use crate::calendar::CalendarProblem;
use crate::claims::{BulkProblem, CheckProblem, ClaimsProblem, FormProblem, RecordProblem, SheetProblem};
use crate::facility::FacilityProblem;
use crate::plan::PlanProblem;
use crate::policy::PolicyProblem;
use crate::rows::RowsProblem;
use crate::rulebook::RulebookProblem;
use crate::simulation::SimulationProblem;

pub use crate::base::ProblemEntry as CatalogueEntry;

/// Every code the core can raise, with its rule, severity, messages and particulars.
pub fn catalogue() -> impl Iterator<Item = &'static CatalogueEntry> {
    [
        BaseProblem::ENTRIES,
        MachineProblem::ENTRIES,
        RowsProblem::ENTRIES,
        CalendarProblem::ENTRIES,
        RulebookProblem::ENTRIES,
        AllocationProblem::ENTRIES,
        NeedleProblem::ENTRIES,
        ClaimsProblem::ENTRIES,
        RecordProblem::ENTRIES,
        SheetProblem::ENTRIES,
        CheckProblem::ENTRIES,
        BulkProblem::ENTRIES,
        ApplicationProblem::ENTRIES,
        FacilityProblem::ENTRIES,
        AccessProblem::ENTRIES,
        FormProblem::ENTRIES,
        PlanProblem::ENTRIES,
        PolicyProblem::ENTRIES,
        SimulationProblem::ENTRIES,
    ]
    .into_iter()
    .flatten()
}
