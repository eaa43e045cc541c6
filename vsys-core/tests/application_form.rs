//! The form of an application: what is required, what is taken over, what is looked up, what is ignored —
//! and that nothing entered is repeated.
//!
//! Source: APP-4, APP-5, CNS-1 to CNS-5, PRD-5; G-APP-4, G-CNS-2;
//! assumptions app-4, manual-address, contact-form, second-contact.

use crate::common;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use common::application::{book, company, complete, institution, of, receiver, site, some, staff, stored};
use common::detail;
use vsys_core::application::{
    Block, Company, Doctor, Form, Institution, Keeper, Pattern, Receiver, Site, Staff, Stored, Validation, validate,
};
use vsys_core::base::{AssumptionId, DetailValue, Path, Severity, assumption};

fn day() -> NaiveDate {
    of("2021-12-20")
}

fn judge(form: &Form, stored: Option<&Stored>, submit: bool) -> Validation {
    validate(book(), form, stored, day(), submit, &Path::from("form"))
}

/// The findings as «code at place».
fn codes(judged: &Validation) -> Vec<String> {
    judged.findings.sorted().iter().map(|finding| format!("{} at {}", finding.code, finding.place)).collect()
}

fn submitted(form: &Form, stored: Option<&Stored>) -> Vec<String> {
    codes(&judge(form, stored, true))
}

fn assumptions(judged: &Validation) -> BTreeSet<AssumptionId> {
    judged.assumptions.iter().collect()
}

/// A change of the complete form.
type Change = fn(&mut Form);

fn changed(change: Change) -> Form {
    let mut form = complete();
    change(&mut form);
    form
}

fn own_company(form: &mut Form) -> &mut Company {
    form.company.entry.as_mut().unwrap()
}

fn own_site(form: &mut Form) -> &mut Site {
    form.site.entry.as_mut().unwrap()
}

fn own_institution(form: &mut Form) -> &mut Institution {
    form.institution.entry.as_mut().unwrap()
}

#[test]
fn a_complete_form_is_ready_and_counts_as_it_stands() {
    let judged = judge(&complete(), None, true);
    assert_eq!(codes(&judged), Vec::<String>::new());
    assert!(judged.is_ready());
    assert_eq!(judged.effective, complete());
}

/// APP-4: every field of every block, each required once its block is ticked (APP-4).
const REQUIRED: [(&str, Change); 51] = [
    ("company/entry/name", |form| own_company(form).name = None),
    ("company/entry/representative", |form| own_company(form).representative = None),
    ("company/entry/telephone", |form| own_company(form).telephone = None),
    ("company/entry/address/postal_code", |form| own_company(form).address.postal_code = None),
    ("company/entry/address/street", |form| own_company(form).address.street = None),
    ("site/entry/name", |form| own_site(form).name = None),
    ("site/entry/pattern", |form| own_site(form).pattern = None),
    ("site/entry/address/postal_code", |form| own_site(form).address.postal_code = None),
    ("site/entry/address/street", |form| own_site(form).address.street = None),
    ("site/entry/elevator", |form| own_site(form).elevator = None),
    ("site/entry/fax", |form| own_site(form).fax = None),
    ("institution/entry/name", |form| own_institution(form).name = None),
    ("institution/entry/representative", |form| own_institution(form).representative = None),
    ("institution/entry/telephone", |form| own_institution(form).telephone = None),
    ("institution/entry/contact/department", |form| own_institution(form).contact.department = None),
    ("institution/entry/contact/name", |form| own_institution(form).contact.name = None),
    ("institution/entry/contact/telephone", |form| own_institution(form).contact.telephone = None),
    ("institution/entry/contact/mail", |form| own_institution(form).contact.mail = None),
    ("staff_1/affiliation", |form| form.staff_1.affiliation = None),
    ("staff_1/department", |form| form.staff_1.department = None),
    ("staff_1/title", |form| form.staff_1.title = None),
    ("staff_1/name", |form| form.staff_1.name = None),
    ("staff_1/telephone", |form| form.staff_1.telephone = None),
    ("staff_1/mail", |form| form.staff_1.mail = None),
    ("staff_2/affiliation", |form| form.staff_2.affiliation = None),
    ("staff_2/department", |form| form.staff_2.department = None),
    ("staff_2/title", |form| form.staff_2.title = None),
    ("staff_2/name", |form| form.staff_2.name = None),
    ("staff_2/telephone", |form| form.staff_2.telephone = None),
    ("staff_2/mail", |form| form.staff_2.mail = None),
    ("receiver_1/name", |form| form.receiver_1.name = None),
    ("receiver_1/telephone", |form| form.receiver_1.telephone = None),
    ("receiver_2/name", |form| form.receiver_2.name = None),
    ("receiver_2/telephone", |form| form.receiver_2.telephone = None),
    ("doctor/affiliation", |form| form.doctor.affiliation = None),
    ("doctor/name", |form| form.doctor.name = None),
    ("doctor/kana", |form| form.doctor.kana = None),
    ("doctor/telephone", |form| form.doctor.telephone = None),
    ("doctor/mail", |form| form.doctor.mail = None),
    ("vaccine_keeper/affiliation", |form| form.vaccine_keeper.affiliation = None),
    ("vaccine_keeper/name", |form| form.vaccine_keeper.name = None),
    ("vaccine_keeper/telephone", |form| form.vaccine_keeper.telephone = None),
    ("vaccine_keeper/mail", |form| form.vaccine_keeper.mail = None),
    ("needle_keeper/affiliation", |form| form.needle_keeper.affiliation = None),
    ("needle_keeper/name", |form| form.needle_keeper.name = None),
    ("needle_keeper/telephone", |form| form.needle_keeper.telephone = None),
    ("needle_keeper/mail", |form| form.needle_keeper.mail = None),
    ("weekend_contact/affiliation", |form| form.weekend_contact.affiliation = None),
    ("weekend_contact/name", |form| form.weekend_contact.name = None),
    ("weekend_contact/telephone", |form| form.weekend_contact.telephone = None),
    ("weekend_contact/mail", |form| form.weekend_contact.mail = None),
];

#[test]
fn a_field_left_out_is_missed_at_its_place_and_a_draft_misses_none() {
    for (place, change) in REQUIRED {
        let form = changed(change);
        let found = submitted(&form, None);
        assert_eq!(found, [format!("application.field.required at /form/{place}")], "{place}");
        assert_eq!(codes(&judge(&form, None, false)), Vec::<String>::new(), "{place}");
    }
}

/// All at once. Without a pattern nobody knows whether the institution is asked for.
#[test]
fn an_empty_form_misses_everything_at_once() {
    let ticked = Form {
        company: Block { change: true, entry: None },
        site: Block { change: true, entry: None },
        ..Form::default()
    };
    let found: BTreeSet<String> = submitted(&ticked, None).into_iter().collect();
    let second = |place: &str| place.starts_with("staff_2") || place.starts_with("receiver_2");
    let mut expected: BTreeSet<String> = REQUIRED
        .iter()
        .filter(|(place, _)| !second(place) && !place.starts_with("institution"))
        .map(|(place, _)| format!("application.field.required at /form/{place}"))
        .collect();
    for member in ["staffing", "place", "office", "minimum", "plan"] {
        expected.insert(format!("application.consent.missing at /form/consent/{member}"));
    }
    assert_eq!(found, expected);
}

/// APP-4: without a tick the stored registration is taken over unchanged.
#[test]
fn an_unticked_block_is_taken_over_unchanged() {
    let old = Stored {
        company: Some(Company { name: some("旧架空商事"), ..company() }),
        site: Some(Site { name: some("旧会場"), ..site() }),
        institution: Some(Institution { name: some("旧見本医院"), ..institution() }),
    };
    let form = Form { company: Block::default(), site: Block::default(), institution: Block::default(), ..complete() };
    let judged = judge(&form, Some(&old), true);
    assert_eq!(codes(&judged), Vec::<String>::new());
    assert_eq!(judged.effective.company, Block { change: false, entry: old.company.clone() });
    assert_eq!(judged.effective.site, Block { change: false, entry: old.site.clone() });
    assert_eq!(judged.effective.institution, Block { change: false, entry: old.institution.clone() });
    assert!(assumptions(&judged).contains(&assumption::STORED_BLOCKS));
    // A ticked block beside them is what was entered.
    let form = Form { company: Block { change: true, entry: Some(company()) }, ..form };
    assert_eq!(judge(&form, Some(&old), true).effective.company.entry, Some(company()));
}

/// What was stored is not judged again: it may hold what nobody could enter today.
#[test]
fn what_is_taken_over_is_not_looked_at() {
    let mut old = stored();
    old.company.as_mut().unwrap().telephone = some("9999-99-9999");
    old.company.as_mut().unwrap().address.postal_code = some("101-8309");
    let form = Form { company: Block::default(), ..complete() };
    assert_eq!(submitted(&form, Some(&old)), Vec::<String>::new());
}

#[test]
fn a_field_of_an_unticked_block_is_read_only() {
    for submit in [false, true] {
        let form = changed(|form| {
            form.company.change = false;
            form.site.change = false;
            form.institution.change = false;
        });
        let judged = judge(&form, Some(&stored()), submit);
        let expected = ["company", "institution", "site"]
            .map(|block| format!("application.field.read_only at /form/{block}/entry"));
        assert_eq!(codes(&judged), expected);
    }
    // An entry in which nothing is given is none.
    let form = Form { company: Block { change: false, entry: Some(Company::default()) }, ..complete() };
    assert_eq!(submitted(&form, Some(&stored())), Vec::<String>::new());
}

#[test]
fn nothing_stored_and_nothing_ticked_is_refused() {
    let form = changed(|form| form.company = Block::default());
    let expected = ["application.stored.missing at /form/company/change"];
    assert_eq!(submitted(&form, None), expected);
    assert_eq!(submitted(&form, Some(&Stored { company: None, ..stored() })), expected);
    assert_eq!(codes(&judge(&form, None, false)), Vec::<String>::new(), "a draft may wait");
    let nothing = Form { site: Block::default(), institution: Block::default(), ..form };
    // Nobody knows the pattern, so that nobody knows whether the institution is asked for.
    let expected = [expected[0], "application.stored.missing at /form/site/change"];
    assert_eq!(submitted(&nothing, None), expected);
    // With pattern 02 stored it is.
    let only_site = Stored { site: Some(site()), ..Stored::default() };
    let expected = [expected[0], "application.stored.missing at /form/institution/change"];
    assert_eq!(submitted(&nothing, Some(&only_site)), expected);
}

#[test]
fn too_little_stored_names_what_is_missing() {
    let mut old = stored();
    old.site.as_mut().unwrap().fax = None;
    old.site.as_mut().unwrap().address.street = None;
    let judged = judge(&Form { site: Block::default(), ..complete() }, Some(&old), true);
    assert_eq!(codes(&judged), ["application.stored.missing at /form/site/change"]);
    let missing = ["/address/street", "/fax"].map(|place| DetailValue::Text(place.to_owned()));
    assert_eq!(detail(judged.findings.sorted()[0], "missing"), Some(&DetailValue::List(missing.to_vec())));
}

/// G-APP-4: pattern 01 needs no institution; 02 does, and so does 03, which is named and never labelled.
#[test]
fn the_institution_is_asked_for_by_patterns_02_and_03_only() {
    for (pattern, needed) in [(Pattern::One, false), (Pattern::Two, true), (Pattern::Three, true)] {
        assert_eq!(pattern.needs_institution(), needed);
        let mut form = Form { institution: Block { change: true, entry: None }, ..complete() };
        own_site(&mut form).pattern = Some(pattern);
        let missed = submitted(&form, None).len();
        assert_eq!(missed, if needed { 7 } else { 0 }, "{pattern:?}");
    }
    // Given anyway, it is ignored and does not count.
    let form = changed(|form| own_site(form).pattern = Some(Pattern::One));
    let judged = judge(&form, Some(&stored()), true);
    assert_eq!(codes(&judged), ["application.field.ignored at /form/institution/entry"]);
    assert!(judged.is_ready());
    assert_eq!(judged.effective.institution, Block::default());
}

/// assumption.manual-address
#[test]
fn what_the_postal_code_fills_in_may_be_left_out_unless_it_is_typed() {
    let looked_up: Change = |form| {
        let address = &mut own_company(form).address;
        (address.prefecture, address.municipality_code, address.municipality) = (None, None, None);
    };
    let judged = judge(&changed(looked_up), None, true);
    assert_eq!(codes(&judged), Vec::<String>::new());
    assert!(assumptions(&judged).contains(&assumption::MANUAL_ADDRESS));
    assert!(!assumptions(&judge(&complete(), None, true)).contains(&assumption::MANUAL_ADDRESS));
    let mut typed = changed(looked_up);
    own_company(&mut typed).address.manual = true;
    let expected = ["municipality", "municipality_code", "prefecture"]
        .map(|member| format!("application.field.required at /form/company/entry/address/{member}"));
    assert_eq!(submitted(&typed, None), expected);
    assert_eq!(submitted(&changed(|form| own_company(form).address.manual = true), None), Vec::<String>::new());
}

/// F-CODE: 131997 is well formed and nobody's; 221317 (浜松市中区) ended on 2024-01-01.
#[test]
fn a_municipality_code_is_looked_up_at_the_day() {
    let coded = |code: &str, prefecture: &str, date: &str, submit: bool| {
        let mut form = complete();
        own_site(&mut form).address.municipality_code = some(code);
        own_site(&mut form).address.prefecture = some(prefecture);
        codes(&validate(book(), &form, None, of(date), submit, &Path::root()))
    };
    for submit in [false, true] {
        let place = "/site/entry/address";
        let unknown = format!("code.municipality.unknown at {place}/municipality_code");
        assert_eq!(coded("131997", "13", "2021-12-20", submit), [unknown]);
        let ended = format!("code.municipality.not_valid at {place}/municipality_code");
        assert_eq!(coded("221317", "22", "2024-01-01", submit), [ended]);
        assert_eq!(coded("221317", "22", "2023-12-31", submit), Vec::<String>::new());
        let differs = format!("application.address.prefecture at {place}/prefecture");
        assert_eq!(coded("131105", "14", "2021-12-20", submit), [differs]);
    }
}

/// What cannot be right is no draft either. The printed dummies 9999-99-9999 are no numbers.
#[test]
fn numbers_and_addresses_must_have_their_form() {
    let cases: [(&str, &str, Change); 9] = [
        ("postal", "company/entry/address/postal_code", |form| {
            own_company(form).address.postal_code = some("101-8309");
        }),
        ("telephone", "company/entry/telephone", |form| own_company(form).telephone = some("9999-99-9999")),
        ("telephone", "site/entry/fax", |form| own_site(form).fax = some("031234567")),
        ("telephone", "institution/entry/contact/telephone", |form| {
            own_institution(form).contact.telephone = some("架空電話");
        }),
        ("mail", "institution/entry/contact/mail", |form| own_institution(form).contact.mail = some("a@b@c")),
        ("mail", "staff_2/mail", |form| form.staff_2.mail = some("ab")),
        ("telephone", "receiver_2/telephone", |form| form.receiver_2.telephone = some("０９０１２３４５６７８")),
        ("mail", "doctor/mail", |form| form.doctor.mail = some("a @b")),
        ("mail", "weekend_contact/mail", |form| form.weekend_contact.mail = some("@b")),
    ];
    for (subject, place, change) in cases {
        for submit in [false, true] {
            let judged = judge(&changed(change), None, submit);
            assert_eq!(codes(&judged), [format!("application.{subject}.form at /form/{place}")]);
            if subject != "postal" {
                assert!(assumptions(&judged).contains(&assumption::CONTACT_FORM));
            }
            assert_eq!(judged.findings.sorted()[0].value, None);
        }
    }
}

/// assumption.second-contact
#[test]
fn the_second_persons_may_be_left_out() {
    let form = Form { staff_2: Staff::default(), receiver_2: Receiver::default(), ..complete() };
    let judged = judge(&form, None, true);
    assert_eq!(codes(&judged), Vec::<String>::new());
    assert!(assumptions(&judged).contains(&assumption::SECOND_CONTACT));
    assert!(!assumptions(&judge(&complete(), None, true)).contains(&assumption::SECOND_CONTACT));
    assert!(!assumptions(&judge(&form, None, false)).contains(&assumption::SECOND_CONTACT));
}

#[test]
fn a_receiver_may_be_the_person_in_charge_of_the_same_number() {
    let same = Receiver { same_as_staff: true, ..Receiver::default() };
    let form =
        Form { staff_2: staff("架空 桃子"), receiver_1: same.clone(), receiver_2: same.clone(), ..complete() };
    let judged = judge(&form, None, true);
    assert_eq!(codes(&judged), Vec::<String>::new());
    let named =
        |staff: &Staff| Receiver { same_as_staff: true, name: staff.name.clone(), telephone: staff.telephone.clone() };
    assert_eq!(judged.effective.receiver_1, named(&form.staff_1));
    assert_eq!(judged.effective.receiver_2, named(&form.staff_2));
    assert_ne!(judged.effective.receiver_1.name, judged.effective.receiver_2.name);
    // Nobody to be the same as.
    let nobody = Form { staff_2: Staff::default(), ..form.clone() };
    assert_eq!(submitted(&nobody, None), ["application.receiver.same_missing at /form/receiver_2/same_as_staff"]);
    assert_eq!(codes(&judge(&nobody, None, false)), Vec::<String>::new());
    // Given anyway, it is ignored.
    let both = Form { receiver_1: Receiver { same_as_staff: true, ..receiver("架空 一郎") }, ..form };
    let judged = judge(&both, None, true);
    let expected =
        ["name", "telephone"].map(|member| format!("application.field.ignored at /form/receiver_1/{member}"));
    assert_eq!(codes(&judged), expected);
    assert!(judged.is_ready());
    assert_eq!(judged.effective.receiver_1, named(&both.staff_1));
}

#[test]
fn what_is_undecided_is_not_asked_for_and_not_used() {
    let undecided = |keeper: Keeper| Keeper { undecided: true, ..keeper };
    let empty = Form {
        doctor: Doctor { undecided: true, ..Doctor::default() },
        vaccine_keeper: undecided(Keeper::default()),
        needle_keeper: undecided(Keeper::default()),
        weekend_contact: undecided(Keeper::default()),
        ..complete()
    };
    assert_eq!(submitted(&empty, None), Vec::<String>::new());
    let mut given = complete();
    given.doctor.undecided = true;
    given.needle_keeper.undecided = true;
    // Not even its form is looked at.
    given.needle_keeper.mail = some("ab");
    let judged = judge(&given, None, true);
    let doctor = ["affiliation", "kana", "mail", "name", "telephone"].map(|member| format!("doctor/{member}"));
    let keeper = ["affiliation", "mail", "name", "telephone"].map(|member| format!("needle_keeper/{member}"));
    let expected: Vec<String> =
        doctor.iter().chain(&keeper).map(|place| format!("application.field.ignored at /form/{place}")).collect();
    assert_eq!(codes(&judged), expected);
    assert!(judged.findings.sorted().iter().all(|finding| finding.severity == Severity::Warning));
    assert_eq!(judged.effective.doctor, empty.doctor);
    assert_eq!(judged.effective.needle_keeper, empty.needle_keeper);
}

#[test]
fn a_doctor_may_wish_no_mail() {
    let form = changed(|form| {
        form.doctor.no_mail = true;
        form.doctor.mail = None;
    });
    assert_eq!(submitted(&form, None), Vec::<String>::new());
    let judged = judge(&changed(|form| form.doctor.no_mail = true), None, true);
    assert_eq!(codes(&judged), ["application.field.ignored at /form/doctor/mail"]);
    assert_eq!(judged.effective.doctor.mail, None);
}

/// G-CNS-2: a submission with any condition not agreed is refused at it, by its own rule.
#[test]
fn every_condition_must_be_agreed() {
    let conditions: [(&str, &str, Change); 5] = [
        ("CNS-1", "staffing", |form| form.consent.staffing = false),
        ("CNS-2", "place", |form| form.consent.place = false),
        ("CNS-3", "office", |form| form.consent.office = false),
        ("CNS-4", "minimum", |form| form.consent.minimum = false),
        ("CNS-5", "plan", |form| form.consent.plan = false),
    ];
    for (rule, member, change) in conditions {
        let judged = judge(&changed(change), None, true);
        assert_eq!(codes(&judged), [format!("application.consent.missing at /form/consent/{member}")]);
        assert_eq!(judged.findings.sorted()[0].rule.as_str(), rule);
        assert!(assumptions(&judged).contains(&assumption::CONSENT_HEADING));
        assert!(judge(&changed(change), None, false).is_ready(), "a draft agrees to nothing yet");
    }
}

/// Nothing that was entered stands in anything that is printed of a form.
#[test]
fn a_form_hides_its_people() {
    let printed = format!("{:?} {:?}", complete(), stored());
    for datum in
        ["架空 花子", "架空 太郎", "見本 三郎", "ミホン", "090-1234", "0312345679", "@example.jp", "総務部", "課長"]
    {
        assert!(!printed.contains(datum), "{datum}");
    }
}
