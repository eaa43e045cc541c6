//! Words of the wire, and what several operations need.

use chrono::NaiveDate;
use vsys_core::allocation::Bound;
use vsys_core::allocation::{Decided, FirstUnits, Mark, Method, NeedleAllocation, Origin, Status, Ties};
use vsys_core::base::{BaseProblem, InstitutionKind, Lang, Pack, Path, Problem, Refusal, Role, Rounding};
use vsys_core::rulebook::{MunicipalityKind, ProductKind, RuleBook};

use crate::record::{named_words, words};

named_words! { Role, Status }

words! {
    Method {
        "largest-remainder" => Method::LargestRemainder,
        "webster" => Method::Webster,
        "jefferson" => Method::Jefferson,
        "adams" => Method::Adams,
        "hill" => Method::Hill,
    }
    Ties { "ruled" => Ties::Ruled, "report" => Ties::Report }
    FirstUnits { "refuse" => FirstUnits::Refuse, "by-weight" => FirstUnits::ByWeight }
    Decided { "larger-weight" => Decided::LargerWeight, "smaller-code" => Decided::SmallerCode }
    Origin {
        "proposal" => Origin::Proposal,
        "share" => Origin::Share,
        "imported" => Origin::Imported,
        "edited" => Origin::Edited,
    }
    Bound { "free" => Bound::Free, "floor" => Bound::Floor, "cap" => Bound::Cap }
    NeedleAllocation { "ceil" => NeedleAllocation::Ceil, "half-up" => NeedleAllocation::HalfUp }
    Mark { "〇" => Mark::Circle, "Ｘ" => Mark::Cross }
    Rounding { "ceil" => Rounding::Ceil, "floor" => Rounding::Floor, "half-up" => Rounding::HalfUp }
    InstitutionKind {
        "insurance" => InstitutionKind::Insurance,
        "similar" => InstitutionKind::Similar,
        "care" => InstitutionKind::Care,
    }
    ProductKind { "vaccine" => ProductKind::Vaccine, "needle" => ProductKind::Needle, "syringe" => ProductKind::Syringe }
    MunicipalityKind {
        "municipality" => MunicipalityKind::Municipality,
        "special_ward" => MunicipalityKind::SpecialWard,
        "ward" => MunicipalityKind::Ward,
    }
    Lang { "ja" => Lang::Ja, "en" => Lang::En }
}

/// A refusal of one problem at one member of the request.
pub(crate) fn refuse(problem: &dyn Problem, member: &'static str) -> Refusal {
    Refusal::new(problem, Path::from(member))
}

/// A figure that leaves its range on the way out.
pub(crate) fn in_range<T>(value: Result<T, BaseProblem>, member: &'static str) -> Result<T, Refusal> {
    value.map_err(|problem| refuse(&problem, member))
}

/// The packs of needles and syringes.
pub(crate) fn needle_packs(
    book: &RuleBook,
    needle: &str,
    syringe: &str,
    delivery_week: NaiveDate,
) -> Result<[Pack; 2], Refusal> {
    let of = |product: &str, kind: ProductKind, member: &'static str| {
        book.products().pack_of_kind(product, kind, delivery_week).map_err(|problem| refuse(&problem, member))
    };
    Ok([of(needle, ProductKind::Needle, "needle")?, of(syringe, ProductKind::Syringe, "syringe")?])
}
