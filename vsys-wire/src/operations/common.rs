//! Words of the wire, and what several operations need.

use chrono::NaiveDate;
use vsys_core::allocation::Bound;
use vsys_core::allocation::{Decided, FirstUnits, Mark, Method, NeedleAllocation, Origin, Status, Ties};
use vsys_core::base::{BaseProblem, InstitutionKind, Lang, Pack, Path, Problem, Refusal, Role, Rounding};
use vsys_core::rulebook::{AssumptionKind, MunicipalityKind, ProductKind, RuleBook, RuleKind, RulebookProblem};

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
    RuleKind { "computed" => RuleKind::Computed, "text" => RuleKind::Text }
    AssumptionKind {
        "assumption" => AssumptionKind::Assumption,
        "reading" => AssumptionKind::Reading,
        "not-published" => AssumptionKind::NotPublished,
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

/// The pack of a product in a delivery week.
pub(crate) fn pack(book: &RuleBook, product: &str, delivery_week: NaiveDate) -> Result<Pack, Refusal> {
    book.products().pack(product, delivery_week).map_err(|problem| {
        let member = if matches!(problem, RulebookProblem::PackOutside { .. }) { "delivery_week" } else { "product" };
        refuse(&problem, member)
    })
}

/// The pack of a vaccine; needles and syringes are refused.
pub(crate) fn vaccine_pack(book: &RuleBook, product: &str, delivery_week: NaiveDate) -> Result<Pack, Refusal> {
    let known = book.products().product(product).map_err(|problem| refuse(&problem, "product"))?;
    if known.kind != ProductKind::Vaccine {
        return Err(refuse(&RulebookProblem::ProductKind { expected: "vaccine" }, "product"));
    }
    pack(book, product, delivery_week)
}

/// The needle and the syringe of the bundled master, 100 pieces a box.
pub(crate) const NEEDLE: &str = "needle-100";
/// As [`NEEDLE`].
pub(crate) const SYRINGE: &str = "syringe-100";

/// The packs of needles and syringes.
pub(crate) fn needle_packs(
    book: &RuleBook,
    needle: &str,
    syringe: &str,
    delivery_week: NaiveDate,
) -> Result<[Pack; 2], Refusal> {
    let of = |product: &str, kind: ProductKind, member: &'static str| {
        let known = book.products().product(product).map_err(|problem| refuse(&problem, member))?;
        if known.kind != kind {
            return Err(refuse(&RulebookProblem::ProductKind { expected: kind.as_str() }, member));
        }
        book.products().pack(product, delivery_week).map_err(|problem| refuse(&problem, member))
    };
    Ok([of(needle, ProductKind::Needle, "needle")?, of(syringe, ProductKind::Syringe, "syringe")?])
}
