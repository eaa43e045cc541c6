//! Whose facility it is.

use super::fields::Field;
use super::problem::FacilityProblem;
use super::record::FacilityKind;
use crate::base::{Act, Findings, MachineProblem, MunicipalityCode, Path, Role, SiteId, Term, Terms};
use crate::rulebook::RuleBook;

/// What decides who may enter for a facility.
pub(super) struct Standing<'a> {
    pub(super) id: &'a SiteId,
    pub(super) kind: FacilityKind,
    pub(super) municipality: Option<MunicipalityCode>,
    pub(super) proxy_entry: bool,
}

/// Reports an actor who may not enter: a facility enters its own record, its municipality that of its special
/// sites and of facilities with 代行入力フラグ (DES-3, PRV-4).
pub(super) fn may_enter(
    book: &RuleBook,
    act: &Act,
    standing: &Standing<'_>,
    place: Option<&Path>,
    findings: &mut Findings,
) {
    let own = standing.kind.role();
    if act.actor.role == own {
        own_only(act, standing.id.as_str(), findings);
    } else if act.actor.role == Role::Municipality {
        let delegated = standing.kind == FacilityKind::SpecialSite || standing.proxy_entry;
        if municipality_only(book, act, standing.municipality, place, findings) && !delegated {
            findings.push(&FacilityProblem::EntryNotDelegated, Path::from("actor").join("role"));
        }
    } else {
        let problem = MachineProblem::RoleRefused {
            machine: Term::new("record of the facility", "医療機関・接種会場情報"),
            event: Term::new("change", "登録・変更"),
            expected: Terms(vec![own.term(), Role::Municipality.term()]),
            got: act.actor.role.term(),
        };
        findings.push(&problem, Path::from("actor").join("role"));
    }
}

/// Whether the actor is the municipality of the facility, a ward's city for a ward; otherwise it is reported.
pub(super) fn municipality_only(
    book: &RuleBook,
    act: &Act,
    municipality: Option<MunicipalityCode>,
    place: Option<&Path>,
    findings: &mut Findings,
) -> bool {
    let Some(code) = municipality else { return false };
    match book.municipalities().resolve(code, act.at.date()) {
        Ok(owner) => own_only(act, &owner.code.to_string(), findings),
        // A code that the request itself brings is reported where it is read.
        Err(problem) => {
            place.into_iter().for_each(|place| findings.push(&problem, place.clone()));
            false
        }
    }
}

/// Whether the actor is the owner; otherwise it is reported.
pub(super) fn own_only(act: &Act, owner: &str, findings: &mut Findings) -> bool {
    if act.actor.code == owner {
        return true;
    }
    let problem = MachineProblem::ScopeRefused { owner: owner.to_owned(), got: act.actor.code.clone() };
    findings.push(&problem, Path::from("actor").join("code"));
    false
}

/// The place of a field of the record that travels.
pub(super) fn stored(field: Field) -> Path {
    Path::new(["facility".into(), "fields".into(), field.as_str().into()])
}
