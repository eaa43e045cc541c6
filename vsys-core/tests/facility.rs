//! The record of a facility: every move of its approval stands in the table and nowhere else, random sequences
//! agree with a model written from the rules, approval items wait and free fields do not, and a record that
//! travels is proved again.
//!
//! Source: MED-2..5, DES-1..3, APP-14; rulings pending-approval, approval-rejected, approval-items,
//! desired-capacity; readings med-2, med-5.

use crate::common;

use common::facility::{
    FACILITY, LATER, LATEST, OTHER_TOWN, START, TOWN, act, changing, code, day, deciding, doctor, hidden, ids, own,
    own_role, register, registered, registration, rename, report, responsible, texts, time, told, town, with_book,
};
use common::{codes, config, detail, id};
use proptest::prelude::*;
use vsys_core::MACHINES;
use vsys_core::base::{DetailValue, InstitutionKind, Refusal, Role, Text, assumption};
use vsys_core::facility::{
    APPROVAL_MOVES, Approval, ApprovalEvent, ApprovalStatus, Changes, Decision, DoctorChange, DoctorEffect, Facility,
    FacilityInput, FacilityKind, Field, Fields, FollowUp, ProductGroup, ResponsibleDoctor, change, decide,
};
use vsys_core::rulebook::ApprovalItem;

fn standing(status: Option<ApprovalStatus>) -> Facility {
    let facility = registered(|_| {});
    let Some(status) = status else { return facility };
    let pending = changing(&facility, &own(LATER), rename("見本 次郎")).unwrap().0.facility;
    let decided = |decision| deciding(&pending, &town(LATER), decision).unwrap().0.facility;
    match status {
        ApprovalStatus::Pending => pending,
        ApprovalStatus::Approved => decided(Decision::Approve),
        ApprovalStatus::Rejected => decided(Decision::Reject),
    }
}

fn status(facility: &Facility) -> Option<ApprovalStatus> {
    facility.approval().map(|approval| approval.status)
}

fn representative(facility: &Facility) -> &str {
    facility.fields().representative.as_ref().unwrap().reveal().as_str()
}

const STATUSES: [Option<ApprovalStatus>; 4] =
    [None, Some(ApprovalStatus::Pending), Some(ApprovalStatus::Approved), Some(ApprovalStatus::Rejected)];

/// MED-3, MED-4, DES-3: who asks and who decides.
#[test]
fn the_table_of_the_approval_is_that_of_the_rules() {
    use ApprovalEvent::{Approve, Reject, Request};
    use ApprovalStatus::{Approved, Pending, Rejected};
    let rules = [
        (None, Request, Role::Institution, Pending),
        (None, Request, Role::Site, Pending),
        (None, Request, Role::Municipality, Pending),
        (Some(Pending), Approve, Role::Municipality, Approved),
        (Some(Pending), Reject, Role::Municipality, Rejected),
    ];
    let table: Vec<_> = APPROVAL_MOVES
        .iter()
        .map(|line| {
            let role = Role::ALL.into_iter().find(|role| line.by == vsys_core::base::By::Role(*role)).unwrap();
            (line.from, line.event, role, line.to)
        })
        .collect();
    assert_eq!(table, rules);
}

/// Every status × decision × role: only the municipality decides, and only what waits.
#[test]
fn a_decision_is_made_where_the_table_has_it_and_nowhere_else() {
    for state in STATUSES {
        let facility = standing(state);
        for decision in Decision::ALL {
            for role in Role::ALL {
                let code = if role == Role::Municipality { TOWN } else { FACILITY };
                let answer = deciding(&facility, &act(role, code, LATEST), decision);
                let here = format!("{state:?} {decision:?} {role:?}");
                if role != Role::Municipality {
                    let refusal = answer.unwrap_err();
                    assert_eq!(codes(&refusal), ["machine.move.role at /actor/role"], "{here}");
                    assert_eq!(texts(&refusal, "expected"), ["municipality"], "{here}");
                    assert_eq!(texts(&refusal, "got"), [role.as_str()], "{here}");
                } else if state != Some(ApprovalStatus::Pending) {
                    let refusal = answer.unwrap_err();
                    assert_eq!(codes(&refusal), ["machine.move.refused at /decision"], "{here}");
                    assert_eq!(texts(&refusal, "expected"), ["pending"], "{here}");
                    assert_eq!(texts(&refusal, "got"), [state.map_or("none", ApprovalStatus::as_str)], "{here}");
                } else {
                    let (decided, _, _) = answer.unwrap();
                    let (to, name) = match decision {
                        Decision::Approve => (ApprovalStatus::Approved, "見本 次郎"),
                        Decision::Reject => (ApprovalStatus::Rejected, "架空 花子"),
                    };
                    assert_eq!(status(&decided.facility), Some(to), "{here}");
                    assert_eq!(representative(&decided.facility), name, "{here}");
                    assert_eq!((decided.step.from.unwrap().en, decided.step.to.en), ("pending", to.as_str()), "{here}");
                    assert_eq!(decided.step.log.target, FACILITY);
                    assert!(decided.step.notices.is_empty());
                }
            }
        }
    }
}

/// Every status × kind × role: a facility asks for itself, its municipality for special sites and where the
/// flag is set; while a request waits, nobody asks for another.
#[test]
fn a_request_is_made_by_those_who_may_enter_and_not_while_one_waits() {
    for kind in FacilityKind::ALL {
        for flag in [false, true] {
            let base = register(kind, |changes| changes.set.proxy_entry = Some(flag)).unwrap();
            let me = act(own_role(kind), FACILITY, LATER);
            for waits in [false, true] {
                let facility = match waits {
                    true => changing(&base, &me, |c| c.set.general_intake = Some(true)).unwrap().0.facility,
                    false => base.clone(),
                };
                for role in Role::ALL {
                    let code = if role == Role::Municipality { TOWN } else { FACILITY };
                    let answer = changing(&facility, &act(role, code, LATEST), rename("見本 次郎"));
                    let here = format!("{kind:?} {flag} {waits} {role:?}");
                    let delegated = flag || kind == FacilityKind::SpecialSite;
                    let mut expected = Vec::new();
                    if role == Role::Municipality && !delegated {
                        expected.push("facility.entry.not_delegated at /actor/role");
                    } else if role != Role::Municipality && role != own_role(kind) {
                        expected.push("machine.move.role at /actor/role");
                    }
                    if waits {
                        expected.push("facility.item.pending at /changes/representative");
                    }
                    match answer {
                        Err(refusal) => assert_eq!(codes(&refusal), expected, "{here}"),
                        Ok((changed, _, _)) => {
                            assert!(expected.is_empty(), "{here}");
                            let step = changed.step.unwrap();
                            assert_eq!((step.from, step.to.en), (None, "pending"), "{here}");
                            assert_eq!(changed.pending.len(), 1, "{here}");
                            assert!(changed.immediate.is_empty(), "{here}");
                            assert_eq!(representative(&changed.facility), "架空 花子", "{here}");
                            assert_eq!(changed.facility.approval().unwrap().requested_by, role, "{here}");
                        }
                    }
                }
            }
        }
    }
}

/// Printed: 代表者名 waits, no further change meanwhile, approval shows it (G-MED-1, MED-3, MED-4).
#[test]
fn g_med_1_a_change_of_the_representative_waits_and_is_reflected_when_approved() {
    let facility = registered(|_| {});
    let (asked, assumptions, _) = changing(&facility, &own(LATER), rename("見本 次郎")).unwrap();
    assert_eq!(assumptions, []);
    assert_eq!(status(&asked.facility), Some(ApprovalStatus::Pending));
    assert_eq!(representative(&asked.facility), "架空 花子");
    let [item] = asked.pending.as_slice() else { panic!() };
    assert_eq!(item.field, Field::Representative);
    assert_eq!(item.before.representative, Some(hidden("架空 花子")));
    assert_eq!(item.after.representative, Some(hidden("見本 次郎")));

    // Any other approval item is refused, by the reading; the same item is refused in every reading.
    let other = changing(&asked.facility, &own(LATEST), |c| c.set.general_intake = Some(true)).unwrap_err();
    assert_eq!(codes(&other), ["facility.item.pending at /changes/general_intake"]);
    assert_eq!(ids(other.assumptions()), [assumption::PENDING_APPROVAL]);
    assert_eq!(texts(&other, "pending"), ["representative"]);
    let same = changing(&asked.facility, &own(LATEST), rename("見本 三郎")).unwrap_err();
    assert_eq!(codes(&same), ["facility.item.pending at /changes/representative"]);
    assert_eq!(ids(same.assumptions()), []);

    let (approved, assumptions, _) = deciding(&asked.facility, &town(LATEST), Decision::Approve).unwrap();
    assert_eq!(assumptions, []);
    assert_eq!(representative(&approved.facility), "見本 次郎");
    assert_eq!(approved.follow_up, []);
    assert_eq!(approved.items, asked.pending);
}

/// By the ruling approval-rejected (MED-4): the old value stays with the reason, and a new request is allowed.
#[test]
fn g_med_1_a_rejection_keeps_the_value_and_the_reason() {
    let pending = standing(Some(ApprovalStatus::Pending));
    let (rejected, assumptions, _) = deciding(&pending, &town(LATEST), Decision::Reject).unwrap();
    assert_eq!(assumptions, [assumption::APPROVAL_REJECTED]);
    assert_eq!(representative(&rejected.facility), "架空 花子");
    let approval = rejected.facility.approval().unwrap();
    assert_eq!(approval.reason.as_ref().unwrap().reveal().as_str(), "書類の不足");
    assert_eq!(approval.decided_at, Some(time(LATEST)));

    let (again, assumptions, _) = changing(&rejected.facility, &own(LATEST), rename("見本 次郎")).unwrap();
    assert_eq!(assumptions, [assumption::APPROVAL_REJECTED]);
    assert_eq!(status(&again.facility), Some(ApprovalStatus::Pending));
    let no_reason = with_book(|book| decide(book, &pending, &town(LATEST), Decision::Reject, None)).unwrap_err();
    assert_eq!(codes(&no_reason), ["facility.reason.missing at /reason"]);
    let why = Some(hidden("了"));
    let with_reason = with_book(|book| decide(book, &pending, &town(LATEST), Decision::Approve, why)).unwrap_err();
    assert_eq!(codes(&with_reason), ["facility.reason.unwanted at /reason"]);
}

/// Printed: ファクシミリ is no approval item and changes at once (G-MED-2), with a log entry and no move.
#[test]
fn g_med_2_a_free_field_changes_at_once() {
    for state in STATUSES {
        let facility = standing(state);
        let fax = |changes: &mut Changes| changes.set.fax = Some("0001112222".parse().unwrap());
        let (changed, assumptions, warnings) = changing(&facility, &own(LATEST), fax).unwrap();
        assert_eq!(changed.facility.fields().fax.as_ref().unwrap().as_str(), "0001112222", "{state:?}");
        assert_eq!(changed.step, None);
        assert_eq!((changed.log.target.as_str(), changed.log.act.at), (FACILITY, time(LATEST)));
        assert_eq!(changed.immediate.iter().map(|change| change.field).collect::<Vec<_>>(), [Field::Fax]);
        assert_eq!(status(&changed.facility), state);
        assert_eq!(representative(&changed.facility), representative(&facility));
        let waits = state == Some(ApprovalStatus::Pending);
        assert_eq!(assumptions, if waits { vec![assumption::PENDING_APPROVAL] } else { vec![] });
        assert_eq!(warnings, Vec::<&str>::new());
    }
}

/// A decision is not made before the request it decides.
#[test]
fn a_decision_does_not_go_back_in_time() {
    let pending = standing(Some(ApprovalStatus::Pending));
    let early = deciding(&pending, &act(Role::Municipality, OTHER_TOWN, START), Decision::Approve).unwrap_err();
    assert_eq!(codes(&early), ["machine.move.scope at /actor/code", "machine.move.backwards at /at"]);
    assert!(deciding(&pending, &town(LATER), Decision::Approve).is_ok());
}

/// 予約空き状況更新日時 is the time of the last change of the availability, and of no other field (MED-2).
#[test]
fn the_availability_keeps_the_time_of_its_own_change() {
    let facility = registered(|_| {});
    assert_eq!(facility.availability_at(), time(START));
    let fax = |changes: &mut Changes| changes.set.fax = Some("0001112222".parse().unwrap());
    let other = changing(&facility, &own(LATER), fax).unwrap().0.facility;
    assert_eq!((other.availability_at(), other.changed_at()), (time(START), time(LATER)));
    let open = |changes: &mut Changes| changes.set.availability = Some("予約可能".parse().unwrap());
    let shown = changing(&other, &own(LATEST), open).unwrap().0.facility;
    assert_eq!((shown.availability_at(), shown.changed_at()), (time(LATEST), time(LATEST)));
}

/// A request with one fault changes nothing, and every fault is told at once.
#[test]
fn a_mixed_request_is_refused_as_a_whole_with_every_fault() {
    let pending = standing(Some(ApprovalStatus::Pending));
    let refusal = changing(&pending, &act(Role::Institution, "M2", START), |changes| {
        changes.id = Some(id("M3"));
        changes.kind = Some(FacilityKind::Workplace);
        changes.set.fax = Some("1".parse().unwrap());
        changes.set.hub = Some("見本病院".parse().unwrap());
        changes.set.products = Some(vec![ProductGroup::Moderna, ProductGroup::Moderna]);
        changes.set.contract_left = Some(day("2021-01-17"));
        changes.set.municipality = Some("131997".parse().unwrap());
        changes.set.report = Some(report(10, 11));
        changes.clear = vec![Field::Name, Field::Fax, Field::Name];
        changes.doctors = vec![
            DoctorChange { name: None, products: vec![ProductGroup::Moderna; 2], ..doctor("架空 三郎") },
            doctor("架空 四郎"),
            DoctorChange { id: id("D9"), delete: true, ..doctor("架空 五郎") },
        ];
    })
    .unwrap_err();
    let expected = [
        "machine.move.scope at /actor/code",
        "machine.move.backwards at /at",
        "facility.field.twice at /changes/clear/1",
        "facility.field.twice at /changes/clear/2",
        "facility.contract.order at /changes/contract_left",
        "facility.item.pending at /changes/contract_left",
        "facility.doctor.incomplete at /changes/doctors/0/name",
        "facility.product.twice at /changes/doctors/0/products/1",
        "facility.doctor.twice at /changes/doctors/1/id",
        "facility.doctor.unknown at /changes/doctors/2/id",
        "facility.item.pending at /changes/hub",
        "facility.record.fixed at /changes/id",
        "facility.record.fixed at /changes/kind",
        "code.municipality.unknown at /changes/municipality",
        "facility.field.missing at /changes/name",
        "facility.item.pending at /changes/products",
        "facility.product.twice at /changes/products/1",
        "facility.report.desired at /changes/report/desired",
    ];
    assert_eq!(codes(&refusal), expected);
    let basis = [assumption::DESIRED_CAPACITY, assumption::REQUIRED_FIELDS, assumption::PENDING_APPROVAL];
    assert_eq!(ids(refusal.assumptions()), basis);
    assert_eq!(pending, standing(Some(ApprovalStatus::Pending)), "nothing moved");
}

/// What is sent as it stands is no request: a warning says so, nothing moves, the log still has the entry.
#[test]
fn the_same_value_again_is_no_request() {
    let facility = registered(|_| {});
    let (changed, assumptions, warnings) = changing(&facility, &own(LATER), |changes| {
        changes.set.representative = Some(hidden("架空 花子"));
        changes.set.proxy_entry = Some(false);
        changes.clear = vec![Field::Hub];
        changes.doctors = vec![doctor("見本 太郎")];
    })
    .unwrap();
    assert_eq!(changed.facility, facility);
    assert_eq!((changed.step, changed.immediate, changed.doctors, changed.pending), (None, vec![], vec![], vec![]));
    assert_eq!(changed.log.target, FACILITY);
    assert_eq!(assumptions, []);
    assert_eq!(warnings.iter().filter(|code| **code == "facility.field.unchanged").count(), 4);
    assert_eq!(warnings.iter().filter(|code| **code == "facility.change.nothing").count(), 1);
    // While a request waits, the reflected value again is no change either.
    let pending = standing(Some(ApprovalStatus::Pending));
    let (same, _, warnings) = changing(&pending, &own(LATEST), rename("架空 花子")).unwrap();
    assert_eq!((same.facility, warnings.len()), (pending, 2));
}

/// The eight items of the third briefing, each a field of the record, and the list is data.
#[test]
fn the_approval_items_are_the_eight_of_the_third_briefing() {
    let printed = [
        "医療機関コード",
        "代表者名",
        "集合契約加入日",
        "集合契約脱退日",
        "代行入力フラグ",
        "取扱いワクチン",
        "基本型接種施設名",
        "一般受入",
    ];
    with_book(|book| {
        assert_eq!(book.approval_items().iter().map(|item| item.name.ja.as_str()).collect::<Vec<_>>(), printed);
        for item in book.approval_items() {
            let field = Field::ALL.into_iter().find(|field| field.as_str() == item.id).unwrap();
            assert_eq!(field.ja(), item.name.ja);
            let source = item.source.split(':').next().unwrap();
            assert!(!item.name.en.is_empty() && book.sources().iter().any(|known| known.id == source));
        }
        assert_eq!(Field::ALL.into_iter().filter(|field| field.needs_approval(book)).count(), 8);
        let only_fax = vec![ApprovalItem { id: "fax".into(), ..book.approval_items()[0].clone() }];
        let own_list = book.clone().with_approval_items(only_fax);
        let facility = registered(|_| {});
        let mut changes = Changes::default();
        changes.set.fax = Some("1".parse().unwrap());
        changes.set.representative = Some(hidden("見本 次郎"));
        let changed = change(&own_list, Some(&facility), &own(LATER), &changes).unwrap().into_value();
        assert_eq!(changed.pending.iter().map(|change| change.field).collect::<Vec<_>>(), [Field::Fax]);
        assert_eq!(representative(&changed.facility), "見本 次郎");
    });
}

/// The four groups of the doctor's form (MED-5); their products are products of the master.
#[test]
fn the_product_groups_are_the_four_printed() {
    let printed = ["ファイザー社(12歳以上)", "ファイザー社(5歳以上11歳以下)", "アストラゼネカ社", "武田(モデルナ)社"];
    with_book(|book| {
        let groups = book.product_groups();
        assert_eq!(groups.iter().map(|group| group.name.ja.as_str()).collect::<Vec<_>>(), printed);
        for (group, word) in groups.iter().zip(ProductGroup::ALL) {
            assert_eq!((group.id.as_str(), group.name.ja.as_str()), (word.as_str(), word.ja()));
            assert!(!group.products.is_empty());
            let source = group.source.split(':').next().unwrap();
            assert!(!group.name.en.is_empty() && book.sources().iter().any(|known| known.id == source));
            for product in &group.products {
                book.products().product(product).unwrap();
            }
        }
    });
}

/// The marked fields (reading med-2) and the doctor of a new ID (MED-5).
#[test]
fn a_registration_needs_the_marked_fields_and_a_doctor() {
    let empty = told(with_book(|book| change(book, None, &own(START), &Changes::default()))).unwrap_err();
    let mut expected: Vec<String> = ["availability", "delivery_address", "delivery_postal_code", "id", "kind"]
        .iter()
        .chain(&["municipality", "name", "postal_code"])
        .map(|member| format!("facility.field.missing at /changes/{member}"))
        .collect();
    expected.sort();
    assert_eq!(codes(&empty), expected);
    assert_eq!(ids(empty.assumptions()), [assumption::REQUIRED_FIELDS]);
    for kind in FacilityKind::ALL {
        let without = register(kind, |changes| changes.doctors.clear());
        match kind {
            // Its doctors decide whether it can receive vaccine (MED-6).
            FacilityKind::SpecialSite => assert!(without.is_ok()),
            _ => assert_eq!(codes(&without.unwrap_err()), ["facility.doctor.none at /changes/doctors"]),
        }
    }
    let (_, assumptions, warnings) = told(with_book(|book| {
        let mut changes = registration(FacilityKind::Institution);
        changes.set.code = Some(code(InstitutionKind::Insurance, "0199999990"));
        change(book, None, &own(START), &changes)
    }))
    .unwrap();
    assert_eq!(assumptions, [assumption::FIRST_REGISTRATION]);
    assert_eq!(warnings, ["code.institution.check_digit"]);
}

/// Who may register: the facility itself, and a municipality its special site (DES-3, PRV-4).
#[test]
fn a_municipality_registers_its_own_special_sites_only() {
    let by = |kind, code: &str| {
        told(with_book(|book| change(book, None, &act(Role::Municipality, code, START), &registration(kind))))
    };
    assert!(by(FacilityKind::SpecialSite, TOWN).is_ok());
    let foreign = by(FacilityKind::SpecialSite, OTHER_TOWN).unwrap_err();
    assert_eq!(codes(&foreign), ["machine.move.scope at /actor/code"]);
    assert_eq!((texts(&foreign, "owner"), texts(&foreign, "got")), (vec![TOWN.into()], vec![OTHER_TOWN.into()]));
    for kind in [FacilityKind::Institution, FacilityKind::Workplace] {
        assert_eq!(codes(&by(kind, TOWN).unwrap_err()), ["facility.entry.not_delegated at /actor/role"]);
    }
}

/// A ward of a designated city belongs to its city (ruling municipality-code): 札幌市中央区 to 札幌市.
#[test]
fn a_ward_is_its_citys() {
    let ward = |changes: &mut Changes| changes.set.municipality = Some("011011".parse().unwrap());
    let facility = registered(ward);
    let pending = changing(&facility, &own(LATER), rename("見本 次郎")).unwrap().0.facility;
    let by = |code: &str| deciding(&pending, &act(Role::Municipality, code, LATEST), Decision::Approve);
    assert!(by("011002").is_ok());
    for other in ["011011", TOWN] {
        assert_eq!(codes(&by(other).unwrap_err()), ["machine.move.scope at /actor/code"], "{other}");
    }
}

/// DES-3: with the flag the municipality enters for an institution, and then decides on its own entry.
#[test]
fn a_municipality_with_the_flag_enters_and_approves() {
    let facility = registered(|changes| changes.set.proxy_entry = Some(true));
    let (asked, _, _) = changing(&facility, &town(LATER), rename("見本 次郎")).unwrap();
    assert_eq!(asked.facility.approval().unwrap().requested_by, Role::Municipality);
    let (approved, _, _) = deciding(&asked.facility, &town(LATER), Decision::Approve).unwrap();
    assert_eq!(representative(&approved.facility), "見本 次郎");
}

/// APP-14: an approved change of the similar code needs letter, documents and ID; no other code does.
#[test]
fn a_changed_similar_code_says_what_follows() {
    use InstitutionKind::{Insurance, Similar};
    let old = code(Similar, "1319999999");
    let cases = [
        (Some(old), Some(code(Similar, "1319999998")), true),
        (Some(old), Some(code(Insurance, "1319999999")), true),
        (Some(old), None, true),
        (Some(code(Insurance, "1319999996")), Some(old), false),
        (None, Some(old), false),
    ];
    for (before, after, follows) in cases {
        let facility = registered(|changes| changes.set.code = before);
        let asked = changing(&facility, &own(LATER), |changes| match after {
            Some(code) => changes.set.code = Some(code),
            None => changes.clear = vec![Field::Code],
        });
        let pending = asked.unwrap().0.facility;
        let (approved, _, warnings) = deciding(&pending, &town(LATER), Decision::Approve).unwrap();
        assert_eq!(approved.facility.fields().code, after);
        assert_eq!(approved.follow_up, if follows { FollowUp::ALL.to_vec() } else { vec![] }, "{before:?} {after:?}");
        assert_eq!(warnings, if follows { vec!["facility.code.similar_changed"] } else { vec![] });
        let (rejected, _, warnings) = deciding(&pending, &town(LATER), Decision::Reject).unwrap();
        assert_eq!((rejected.follow_up, warnings), (vec![], vec![]));
    }
}

/// G-DES-1 (ruling desired-capacity): up to the capacity is taken, above it is refused.
#[test]
fn g_des_1_no_more_is_desired_than_can_be_given() {
    let facility = registered(|_| {});
    let with = |desired| changing(&facility, &own(LATER), |changes| changes.set.report = Some(report(100, desired)));
    for desired in [0, 99, 100] {
        let (changed, assumptions, _) = with(desired).unwrap();
        assert_eq!(changed.facility.fields().report, Some(report(100, desired)));
        assert_eq!(assumptions, []);
    }
    let refusal = with(101).unwrap_err();
    assert_eq!(codes(&refusal), ["facility.report.desired at /changes/report/desired"]);
    assert_eq!(ids(refusal.assumptions()), [assumption::DESIRED_CAPACITY]);
    let finding = refusal.primary().unwrap();
    let figures = ["capacity", "desired"].map(|name| detail(&finding, name).cloned().unwrap());
    assert_eq!(figures, [DetailValue::Number(100), DetailValue::Number(101)]);
}

/// MED-5: doctors are added, changed and deleted at once, also while a request waits.
#[test]
fn doctors_change_at_once() {
    let facility = registered(|_| {});
    let (changed, assumptions, _) = changing(&facility, &own(LATER), |changes| {
        changes.doctors = vec![doctor("架空 次郎"), DoctorChange { id: id("D2"), ..doctor("架空 三郎") }];
    })
    .unwrap();
    assert_eq!(changed.doctors, [(id("D1"), DoctorEffect::Changed), (id("D2"), DoctorEffect::Added)]);
    assert_eq!(assumptions, [assumption::DOCTORS_AT_ONCE]);
    let names = |facility: &Facility| {
        facility.doctors().iter().map(|doctor| doctor.name.reveal().as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&changed.facility), ["架空 次郎", "架空 三郎"]);
    let (deleted, _, _) = changing(&changed.facility, &own(LATER), |changes| {
        changes.doctors = vec![DoctorChange { delete: true, name: None, kana: None, ..doctor("架空 次郎") }];
    })
    .unwrap();
    assert_eq!(deleted.doctors, [(id("D1"), DoctorEffect::Deleted)]);
    assert_eq!(names(&deleted.facility), ["架空 三郎"]);
    assert_eq!((deleted.step, deleted.log.target.as_str()), (None, FACILITY));
}

fn input(facility: &Facility) -> FacilityInput {
    FacilityInput {
        id: facility.id().clone(),
        kind: facility.kind(),
        fields: facility.fields().clone(),
        availability_at: facility.availability_at(),
        doctors: facility.doctors().to_vec(),
        approval: facility.approval().cloned(),
        changed_at: facility.changed_at(),
    }
}

fn proved(facility: &Facility, edit: impl FnOnce(&mut FacilityInput)) -> Result<Facility, Refusal> {
    let mut input = input(facility);
    edit(&mut input);
    with_book(|book| Facility::try_new(book, input))
}

fn approval(input: &mut FacilityInput) -> &mut Approval {
    input.approval.as_mut().unwrap()
}

#[test]
fn a_record_that_travels_is_proved_again() {
    for state in STATUSES {
        let facility = standing(state);
        assert_eq!(proved(&facility, |_| {}).unwrap(), facility, "{state:?}");
    }
    let pending = standing(Some(ApprovalStatus::Pending));
    let rejected = standing(Some(ApprovalStatus::Rejected));
    let approved = standing(Some(ApprovalStatus::Approved));
    let code = |facility: &Facility, edit: fn(&mut FacilityInput)| codes(&proved(facility, edit).unwrap_err());
    let items = ["facility.record.contradiction at /approval/items"];
    let times = ["facility.record.contradiction at /approval/requested_at"];
    assert_eq!(code(&pending, |i| i.fields.name = None), ["facility.field.missing at /fields/name"]);
    assert_eq!(
        code(&pending, |i| i.fields.report = Some(report(1, 2))),
        ["facility.report.desired at /fields/report/desired"]
    );
    assert_eq!(
        code(&pending, |i| i.fields.municipality = Some("131997".parse().unwrap())),
        ["code.municipality.unknown at /fields/municipality"]
    );
    assert_eq!(code(&pending, |i| i.doctors.extend(i.doctors.clone())), ["facility.doctor.twice at /doctors/1/id"]);
    assert_eq!(
        code(&pending, |i| i.doctors[0].products = vec![ProductGroup::Moderna; 2]),
        ["facility.product.twice at /doctors/0/products/1"]
    );
    assert_eq!(
        code(&pending, |i| i.availability_at = time(LATEST)),
        ["facility.record.contradiction at /availability_at"]
    );
    assert_eq!(code(&pending, |i| approval(i).items.clear()), items);
    assert_eq!(code(&pending, |i| approval(i).items.push(Field::Representative)), items);
    assert_eq!(code(&pending, |i| approval(i).items.push(Field::Fax)), items);
    assert_eq!(code(&pending, |i| approval(i).after.fax = Some("1".parse().unwrap())), items);
    assert_eq!(code(&pending, |i| i.fields.representative = Some(hidden("見本 次郎"))), items);
    assert_eq!(code(&rejected, |i| i.fields.representative = Some(hidden("見本 次郎"))), items);
    assert_eq!(code(&approved, |i| i.fields.representative = Some(hidden("架空 花子"))), items);
    assert_eq!(code(&pending, |i| approval(i).decided_at = Some(time(LATER))), times);
    assert_eq!(code(&pending, |i| approval(i).requested_at = time(LATEST)), times);
    assert_eq!(code(&approved, |i| approval(i).decided_at = None), times);
    assert_eq!(code(&approved, |i| approval(i).decided_at = Some(time(START))), times);
    let reason = ["facility.record.contradiction at /approval/reason"];
    assert_eq!(code(&rejected, |i| approval(i).reason = None), reason);
    assert_eq!(code(&pending, |i| approval(i).reason = Some(hidden("書類の不足"))), reason);
    let ends = |i: &mut FacilityInput| {
        i.fields.contract_left = Some(day("2021-01-31"));
        approval(i).items = vec![Field::ContractJoined];
        approval(i).after = Fields { contract_joined: Some(day("2021-02-01")), ..Fields::default() };
    };
    assert_eq!(code(&pending, ends), ["facility.contract.order at /approval/after/contract_left"]);
}

/// The model of the rules: what is reflected, what waits, what was decided.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    intake: bool,
    hub: Option<usize>,
    fax: Option<usize>,
    request: Option<(Option<bool>, Option<Option<usize>>)>,
    last: Option<ApprovalStatus>,
}

#[derive(Clone, Debug)]
enum Doing {
    Change { intake: Option<bool>, hub: Option<Option<usize>>, fax: Option<usize> },
    Decide(Decision),
}

fn doings() -> impl Strategy<Value = Doing> {
    let hub = prop::option::of(prop::option::of(0..2_usize));
    let changes = (prop::option::of(any::<bool>()), hub, prop::option::of(0..2_usize));
    prop_oneof![
        3 => changes.prop_map(|(intake, hub, fax)| Doing::Change { intake, hub, fax }),
        1 => Just(Doing::Decide(Decision::Approve)),
        1 => Just(Doing::Decide(Decision::Reject)),
    ]
}

impl Model {
    /// What the rules make of it; `None` = refused, and nothing moves.
    fn next(&self, doing: &Doing) -> Option<Self> {
        let mut next = self.clone();
        match doing {
            Doing::Change { intake, hub, fax } => {
                let intake = intake.filter(|new| *new != self.intake);
                let hub = hub.filter(|new| *new != self.hub);
                if intake.is_some() || hub.is_some() {
                    if self.request.is_some() {
                        return None;
                    }
                    next.request = Some((intake, hub));
                    next.last = Some(ApprovalStatus::Pending);
                }
                next.fax = fax.or(self.fax);
            }
            Doing::Decide(decision) => {
                let (intake, hub) = next.request.take()?;
                next.last = Some(ApprovalStatus::Rejected);
                if *decision == Decision::Approve {
                    next.intake = intake.unwrap_or(self.intake);
                    next.hub = hub.unwrap_or(self.hub);
                    next.last = Some(ApprovalStatus::Approved);
                }
            }
        }
        Some(next)
    }
}

const NAMES: [&str; 2] = ["見本病院", "架空病院"];

fn seen(facility: &Facility) -> Model {
    let place = |text: Option<&str>| text.map(|text| NAMES.iter().position(|name| *name == text).unwrap());
    let fields = facility.fields();
    let hub = |fields: &Fields| place(fields.hub.as_ref().map(Text::as_str));
    Model {
        intake: fields.general_intake.unwrap(),
        hub: hub(fields),
        fax: place(fields.fax.as_ref().map(Text::as_str)),
        request: facility.pending().map(|request| {
            let asked = request.items.contains(&Field::Hub).then(|| hub(&request.after));
            (request.after.general_intake, asked)
        }),
        last: status(facility),
    }
}

proptest! {
    #![proptest_config(config(400))]
    #[test]
    fn random_sequences_agree_with_the_model(sequence in prop::collection::vec(doings(), 0..12)) {
        let mut facility = registered(|_| {});
        let mut model = Model::default();
        for doing in sequence {
            let result = match &doing {
                Doing::Change { intake, hub, fax } => changing(&facility, &own(LATER), |changes| {
                    changes.set.general_intake = *intake;
                    match hub {
                        Some(Some(name)) => changes.set.hub = Some(NAMES[*name].parse().unwrap()),
                        Some(None) => changes.clear.push(Field::Hub),
                        None => {}
                    }
                    changes.set.fax = fax.map(|name| NAMES[name].parse().unwrap());
                })
                .map(|(changed, _, _)| changed.facility),
                Doing::Decide(decision) => {
                    deciding(&facility, &town(LATER), *decision).map(|(decided, _, _)| decided.facility)
                }
            };
            let expected = model.next(&doing);
            prop_assert_eq!(result.as_ref().ok().map(seen), expected.clone(), "{:?}", doing);
            if let (Ok(next), Some(expected)) = (result, expected) {
                prop_assert_eq!(&proved(&next, |_| {}).unwrap(), &next);
                (facility, model) = (next, expected);
            }
        }
    }
}

/// Nothing of a person prints itself (PRV-4).
#[test]
fn nothing_of_a_person_is_printed() {
    let facility = registered(|changes| {
        changes.set.responsible_doctor = Some(ResponsibleDoctor {
            affiliation: Some(hidden("架空商事")),
            phone: Some(hidden("0001112222")),
            mail: Some(hidden("hanako@example.jp")),
            ..responsible("架空 花子")
        });
        changes.doctors[0].phone = Some(hidden("0001112222"));
        changes.doctors[0].mail = Some(hidden("hanako@example.jp"));
    });
    let pending = changing(&facility, &own(LATER), rename("見本 次郎")).unwrap().0;
    let rejected = deciding(&pending.facility, &town(LATER), Decision::Reject).unwrap().0;
    let printed = format!("{pending:?} {rejected:?}");
    assert!(printed.contains("見本クリニック"));
    let persons =
        ["架空 花子", "見本 太郎", "見本 次郎", "みほん たろう", "架空商事", "0001112222", "hanako", "書類の不足"];
    for datum in persons {
        assert!(!printed.contains(datum), "{datum}");
    }
}

/// Both machines stand in the list, with their ends.
#[test]
fn the_machines_are_listed() {
    let ends = |wanted: &str| {
        let machine = MACHINES.iter().find(|machine| machine.id == wanted).unwrap();
        let states = (machine.states)();
        states.iter().filter(|line| line.end).map(|line| line.state.en).collect::<Vec<_>>()
    };
    assert_eq!(ends("facility.approval"), ["approved", "rejected"]);
    assert_eq!(ends("contract.letter"), ["superseded"]);
    assert!(MACHINES.windows(2).all(|pair| pair[0].id < pair[1].id));
}
