//! Whether a facility can receive vaccine: every reason by its rule, the contract's days, the products, the cap
//! at a hub and at a satellite.
//!
//! Source: MED-6, MED-7, MED-9; rulings hubs, capacity-rounding; reading med-7, assumption.contract-end.

use crate::common;

use common::doses;
use common::facility::{LATER, changing, day, own, register, registered, report, responsible, told, with_book};
use vsys_core::base::{AssumptionId, Pack, Rounding, assumption};
use vsys_core::facility::{EligibilityCheck, EligibilityQuestion, Facility, FacilityKind, ProductGroup, Supplied};

fn asked(date: &str) -> EligibilityQuestion<'static> {
    EligibilityQuestion { date: day(date), product: None, pack: None, rounding: Rounding::Ceil }
}

fn eligible(
    facility: &Facility,
    question: &EligibilityQuestion<'_>,
) -> (bool, Vec<(EligibilityCheck, bool)>, Vec<AssumptionId>) {
    let (told, assumptions, _) = told(with_book(|book| facility.eligibility(book, question))).unwrap();
    (told.eligible, told.checks, assumptions)
}

/// G-MED-3 (MED-6, MED-7, reading med-7): both registrations, even of one person.
#[test]
fn g_med_3_a_special_site_needs_both_doctors() {
    use EligibilityCheck::{ContractJoined, ContractNotLeft, ResponsibleDoctor, VaccinatingDoctor};
    for (head, hands) in [(false, false), (true, false), (false, true), (true, true)] {
        let site = register(FacilityKind::SpecialSite, |changes| {
            changes.set.responsible_doctor = head.then(|| responsible("見本 太郎"));
            if !hands {
                changes.doctors.clear();
            }
        })
        .unwrap();
        let (holds, checks, assumptions) = eligible(&site, &asked("2021-03-01"));
        let expected =
            [(ResponsibleDoctor, head), (VaccinatingDoctor, hands), (ContractJoined, true), (ContractNotLeft, true)];
        assert_eq!(checks, expected);
        assert_eq!(holds, head && hands);
        assert_eq!(assumptions, if head && hands { vec![assumption::SPECIAL_SITE] } else { vec![] });
    }
    for kind in [FacilityKind::Institution, FacilityKind::Workplace] {
        let (holds, checks, assumptions) = eligible(&register(kind, |_| {}).unwrap(), &asked("2021-03-01"));
        assert_eq!((holds, checks.len(), assumptions), (true, 2, vec![]));
    }
}

/// MED-9: from the day of joining until the day of leaving; whether that day counts is an assumption.
#[test]
fn the_contract_bounds_the_participation() {
    let facility = registered(|changes| changes.set.contract_left = Some(day("2021-06-30")));
    let cases = [
        ("2021-01-17", false, true, false),
        ("2021-01-18", true, true, false),
        ("2021-06-29", true, true, false),
        ("2021-06-30", true, true, true),
        ("2021-07-01", true, false, false),
    ];
    for (date, joined, stays, named) in cases {
        let (holds, checks, assumptions) = eligible(&facility, &asked(date));
        assert_eq!(checks, [(EligibilityCheck::ContractJoined, joined), (EligibilityCheck::ContractNotLeft, stays)]);
        assert_eq!(holds, joined && stays, "{date}");
        assert_eq!(assumptions, if named { vec![assumption::CONTRACT_END] } else { vec![] }, "{date}");
    }
    let never = registered(|changes| changes.set.contract_joined = None);
    assert!(!eligible(&never, &asked("2021-03-01")).0);
    // What waits does not count, and is told.
    let pending =
        changing(&never, &own(LATER), |c| c.set.contract_joined = Some(day("2021-01-18"))).unwrap().0.facility;
    let (told, _, warnings) = told(with_book(|book| pending.eligibility(book, &asked("2021-03-01")))).unwrap();
    assert_eq!((told.eligible, warnings), (false, vec!["facility.change.pending"]));
}

/// The product asked for belongs to a group that the facility handles.
#[test]
fn the_product_must_be_handled() {
    let facility = registered(|changes| {
        changes.set.products = Some(vec![ProductGroup::Moderna, ProductGroup::PfizerFrom12]);
    });
    let cases = [
        ("pfizer-12plus", true),
        ("pfizer-5-11", false),
        ("moderna-primary", true),
        ("moderna-booster", true),
        ("astrazeneca", false),
        ("novavax", false),
    ];
    for (product, handled) in cases {
        let question = EligibilityQuestion { product: Some(product), ..asked("2021-03-01") };
        let (holds, checks, _) = eligible(&facility, &question);
        assert_eq!(checks.last(), Some(&(EligibilityCheck::ProductHandled, handled)), "{product}");
        assert_eq!(holds, handled, "{product}");
    }
}

/// Rulings hubs and capacity-rounding: whole boxes at a hub, vials at a satellite; the assumption is named
/// where the rounding decides.
#[test]
fn a_capacity_is_a_cap_in_boxes_at_a_hub_and_in_vials_at_a_satellite() {
    let pack = Pack::vaccine(195, 6).unwrap();
    let cap = |facility: &Facility, rounding| {
        let question =
            EligibilityQuestion { product: Some("pfizer-12plus"), pack: Some(pack), rounding, ..asked("2021-06-01") };
        told(with_book(|book| facility.eligibility(book, &question))).unwrap()
    };
    for (capacity, ceil, floor) in [(0, 0, 0), (1, 1, 0), (1_170, 1, 1), (1_171, 2, 1), (2_340, 2, 2)] {
        let hub = registered(|changes| changes.set.report = Some(report(capacity, 0)));
        for (rounding, boxes) in [(Rounding::Ceil, ceil), (Rounding::Floor, floor)] {
            let (told, assumptions, _) = cap(&hub, rounding);
            let cap = told.cap.unwrap();
            assert_eq!((cap.capacity, cap.boxes.unwrap().get(), cap.vials), (doses(capacity), boxes, None));
            assert_eq!((told.supplied, told.hub), (Supplied::Own, None));
            assert_eq!(assumptions.contains(&assumption::CAPACITY_ROUNDING), ceil != floor, "{capacity}");
        }
    }
    let satellite = registered(|changes| {
        changes.set.hub = Some("見本病院".parse().unwrap());
        changes.set.report = Some(report(100, 0));
    });
    let (told, assumptions, _) = cap(&satellite, Rounding::Ceil);
    assert_eq!((told.supplied, told.hub.unwrap().as_str()), (Supplied::ThroughHub, "見本病院"));
    // 100 doses at 6 a vial: 16 vials hold 96.
    assert_eq!((told.cap.unwrap().boxes, told.cap.unwrap().vials.unwrap().get()), (None, 17));
    assert_eq!(assumptions, [assumption::HUBS, assumption::SATELLITE_CAP]);
    let (none, _, warnings) = cap(&registered(|_| {}), Rounding::Ceil);
    assert_eq!((none.cap, warnings), (None, vec!["facility.capacity.missing"]));
    let itself = registered(|changes| changes.set.hub = Some("見本クリニック".parse().unwrap()));
    assert_eq!(cap(&itself, Rounding::Ceil).0.supplied, Supplied::Own);
}
