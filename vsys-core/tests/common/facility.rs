//! What the tests of facilities and letters share: a registration, who acts, and what an answer tells.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{
    Act, Actor, AssumptionId, Assumptions, DetailValue, InstitutionKind, Personal, Pieces, Quantity, Refusal, Role,
    Text,
};
use vsys_core::facility::{
    Changed, Changes, Decided, Decision, DoctorChange, Facility, FacilityKind, Fields, NumberedCode, ProductGroup,
    Report, ResponsibleDoctor, Storage, change, decide,
};
use vsys_core::rulebook::RuleBook;

use super::{detail, doses, id};

thread_local! {
    static BOOK: RuleBook = RuleBook::bundled().unwrap();
}

pub(crate) fn with_book<T>(use_it: impl FnOnce(&RuleBook) -> T) -> T {
    BOOK.with(use_it)
}

pub(crate) fn time(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn hidden<const MOST: usize>(text: &str) -> Personal<Text<MOST>> {
    text.parse().unwrap()
}

pub(crate) fn act(role: Role, code: &str, at: &str) -> Act {
    Act { actor: Actor { role, code: code.to_owned() }, account: None, at: time(at) }
}

pub(crate) const FACILITY: &str = "M1";
/// 港区
pub(crate) const TOWN: &str = "131032";
/// 目黒区
pub(crate) const OTHER_TOWN: &str = "131105";
pub(crate) const START: &str = "2021-02-10T09:00:00";
pub(crate) const LATER: &str = "2021-02-15T10:00:00";
pub(crate) const LATEST: &str = "2021-02-16T10:00:00";

pub(crate) fn doctor(name: &str) -> DoctorChange {
    DoctorChange {
        id: id("D1"),
        name: Some(hidden(name)),
        kana: Some(hidden("みほん たろう")),
        phone: None,
        mail: None,
        products: vec![ProductGroup::Moderna],
        delete: false,
    }
}

/// What a registration must bring, and some approval items.
pub(crate) fn registration(kind: FacilityKind) -> Changes {
    Changes {
        id: Some(id(FACILITY)),
        kind: Some(kind),
        set: Fields {
            municipality: Some(TOWN.parse().unwrap()),
            name: Some("見本クリニック".parse().unwrap()),
            postal_code: Some("999-8765".parse().unwrap()),
            delivery_postal_code: Some("9998765".parse().unwrap()),
            delivery_address: Some("架空町1-1".parse().unwrap()),
            availability: Some("未登録".parse().unwrap()),
            representative: Some(hidden("架空 花子")),
            contract_joined: Some(day("2021-01-18")),
            ..Fields::default()
        },
        clear: Vec::new(),
        doctors: vec![doctor("見本 太郎")],
    }
}

pub(crate) fn own_role(kind: FacilityKind) -> Role {
    if kind == FacilityKind::Institution { Role::Institution } else { Role::Site }
}

pub(crate) fn register(kind: FacilityKind, edit: impl FnOnce(&mut Changes)) -> Result<Facility, Refusal> {
    let mut changes = registration(kind);
    edit(&mut changes);
    let act = act(own_role(kind), FACILITY, START);
    with_book(|book| change(book, None, &act, &changes)).map(|answer| answer.into_value().facility)
}

pub(crate) fn registered(edit: impl FnOnce(&mut Changes)) -> Facility {
    register(FacilityKind::Institution, edit).unwrap()
}

/// An answer's value and what it rests on.
pub(crate) type Told<T> = Result<(T, Vec<AssumptionId>, Vec<&'static str>), Refusal>;

pub(crate) fn told<T>(answer: Result<vsys_core::base::Answer<T>, Refusal>) -> Told<T> {
    answer.map(|answer| {
        let (value, findings, assumptions) = answer.into_parts();
        let warnings = findings.sorted().iter().map(|finding| finding.code).collect();
        (value, ids(&assumptions), warnings)
    })
}

pub(crate) fn ids(assumptions: &Assumptions) -> Vec<AssumptionId> {
    assumptions.iter().collect()
}

pub(crate) fn changing(facility: &Facility, act: &Act, edit: impl FnOnce(&mut Changes)) -> Told<Changed> {
    let mut changes = Changes::default();
    edit(&mut changes);
    told(with_book(|book| change(book, Some(facility), act, &changes)))
}

pub(crate) fn own(at: &str) -> Act {
    act(Role::Institution, FACILITY, at)
}

pub(crate) fn town(at: &str) -> Act {
    act(Role::Municipality, TOWN, at)
}

pub(crate) fn deciding(facility: &Facility, act: &Act, decision: Decision) -> Told<Decided> {
    let reason = (decision == Decision::Reject).then(|| hidden("書類の不足"));
    told(with_book(|book| decide(book, facility, act, decision, reason)))
}

pub(crate) fn rename(name: &str) -> impl FnOnce(&mut Changes) {
    let name = hidden(name);
    move |changes| changes.set.representative = Some(name)
}

pub(crate) fn texts(refusal: &Refusal, name: &str) -> Vec<String> {
    let finding = refusal.primary().unwrap();
    let text = |value: &DetailValue| match value {
        DetailValue::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    match detail(&finding, name) {
        Some(DetailValue::List(list)) => list.iter().map(text).collect(),
        Some(value) => vec![text(value)],
        None => panic!("no {name}"),
    }
}

pub(crate) fn code(kind: InstitutionKind, number: &str) -> NumberedCode {
    NumberedCode { kind, number: number.parse().unwrap() }
}

pub(crate) fn report(capacity: u64, desired: u64) -> Report {
    Report {
        capacity: doses(capacity),
        desired: doses(desired),
        storage: Storage::Freezer,
        syringes: Pieces::try_new(desired).unwrap(),
        needles: Pieces::try_new(desired).unwrap(),
    }
}

pub(crate) fn responsible(name: &str) -> ResponsibleDoctor {
    let (name, kana) = (hidden(name), hidden("みほん たろう"));
    ResponsibleDoctor { name, kana, affiliation: None, phone: None, mail: None }
}
