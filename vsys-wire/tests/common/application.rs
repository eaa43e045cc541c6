//! Requests about an application of invented people: every name holds 架空, every number 0903141, every
//! mail address kakuu.

use std::sync::LazyLock;

use serde_json::{Value, json};
use vsys_core::rulebook::RuleBook;
use vsys_wire::dispatch;

/// What stands in every personal datum of these requests, and nowhere else.
pub(crate) const DATA: [&str; 3] = ["架空", "0903141", "kakuu"];

fn address() -> Value {
    json!({
        "postal_code": "1050011", "prefecture": "13", "municipality_code": "131032", "municipality": "港区",
        "street": "見本 1-2-3", "manual": false,
    })
}

fn keeper(name: &str) -> Value {
    json!({
        "undecided": false, "affiliation": "架空商事", "name": name, "telephone": "09031415921",
        "mail": "keeper@kakuu.example",
    })
}

fn staff(name: &str) -> Value {
    json!({
        "affiliation": "架空商事", "department": "架空部", "title": "架空課長", "name": name,
        "telephone": "09031415922", "mail": "staff@kakuu.example",
    })
}

fn company() -> Value {
    json!({"name": "見本商事", "representative": "架空 太郎", "telephone": "09031415923", "address": address()})
}

fn site() -> Value {
    json!({
        "name": "見本職域会場", "pattern": "02", "address": address(), "elevator": true, "fax": "09031415924",
    })
}

fn institution() -> Value {
    json!({
        "name": "見本クリニック", "representative": "架空 次郎", "telephone": "09031415925",
        "contact": {
            "department": "架空科", "name": "架空 三郎", "telephone": "09031415926", "mail": "saburo@kakuu.example",
        },
    })
}

pub(crate) fn form() -> Value {
    json!({
        "company": {"change": true, "entry": company()},
        "site": {"change": true, "entry": site()},
        "institution": {"change": true, "entry": institution()},
        "change_account": false,
        "continue_id": true,
        "deep_freezer": false,
        "staff_1": staff("架空 花子"),
        "staff_2": staff("架空 桃子"),
        "receiver_1": {"same_as_staff": false, "name": "架空 一郎", "telephone": "09031415927"},
        "receiver_2": {"same_as_staff": true},
        "doctor": {
            "undecided": false, "affiliation": "架空医院", "name": "架空 医子", "kana": "架空 イコ",
            "telephone": "09031415928", "mail": "doctor@kakuu.example", "no_mail": false,
        },
        "vaccine_keeper": keeper("架空 五郎"),
        "needle_keeper": keeper("架空 六郎"),
        "weekend_contact": keeper("架空 七郎"),
        "supplies": {
            "surgical_masks": true, "n95_masks": false, "isolation_gowns": false, "face_shields": true, "gloves": true,
        },
        "consent": {"staffing": true, "place": true, "office": true, "minimum": true, "plan": true},
    })
}

pub(crate) fn stored() -> Value {
    json!({"company": company(), "site": site(), "institution": institution()})
}

pub(crate) fn site_actor() -> Value {
    json!({"role": "site", "code": "12345-1010101010", "account": "V0001"})
}

/// The answer to a request, as JSON.
pub(crate) fn answer(operation: &str, request: &Value) -> Value {
    serde_json::from_slice(&bytes(operation, request.to_string().as_bytes())).unwrap()
}

/// The answer to a request as it comes.
pub(crate) fn bytes(operation: &str, request: &[u8]) -> Vec<u8> {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());
    dispatch(&BOOK, operation, request)
}
