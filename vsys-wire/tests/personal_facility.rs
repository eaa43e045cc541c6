//! No datum of a person leaves the record of a facility in a message: requests with a fault at every place,
//! of every kind, tell what is wrong without showing what was sent.
//!
//! Source: PRV-1, PRV-4. Every person is invented.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop where it stands")]

use serde_json::{Map, Value, json};
use vsys_core::rulebook::RuleBook;
use vsys_wire::dispatch;

/// The invented data; each is searched for in whatever is said.
const PERSONS: [&str; 12] = [
    "架空 花子",
    "かくう はなこ",
    "花子",
    "見本 太郎",
    "みほん たろう",
    "太郎",
    "次郎",
    "架空商事",
    "000-1111-2222",
    "hanako",
    "example.jp",
    "私用のため",
];

struct Desk(RuleBook);

impl Desk {
    fn ask(&self, operation: &str, request: &Value) -> Value {
        self.ask_bytes(operation, request.to_string().as_bytes())
    }

    fn ask_bytes(&self, operation: &str, request: &[u8]) -> Value {
        let bytes = dispatch(&self.0, operation, request);
        let answer: Value = serde_json::from_slice(&bytes).unwrap();
        let said = match answer.get("error") {
            Some(_) => String::from_utf8(bytes).unwrap(),
            // A record goes back to its owner; everything else of an answer is a message.
            None => json!([
                answer["findings"],
                answer["answer"]["step"],
                answer["answer"]["log"],
                answer["answer"]["checks"]
            ])
            .to_string(),
        };
        for datum in PERSONS {
            assert!(!said.contains(datum), "{operation} says {datum}: {said}");
        }
        answer
    }
}

fn person() -> Value {
    json!({
        "name": "架空 花子", "kana": "かくう はなこ", "affiliation": "架空商事",
        "phone": "000-1111-2222", "mail": "hanako@example.jp"
    })
}

fn registration() -> Value {
    serde_json::from_str(REGISTRATION).unwrap()
}

const REGISTRATION: &str = r#"{
    "actor": {"role": "site", "code": "S1", "account": "A1"},
    "at": "2021-02-10T09:00",
    "changes": {
        "id": "S1", "kind": "special_site", "municipality": "131032", "name": "見本会場",
        "postal_code": "999-8765", "delivery_postal_code": "9998765",
        "delivery_address": "架空町1-1", "availability": "未登録", "representative": "架空 花子",
        "code": {"kind": "similar", "number": "1319999999"}, "contract_joined": "2021-01-18",
        "contract_left": "2022-01-18", "proxy_entry": true, "products": ["moderna"],
        "hub": "見本病院", "general_intake": true, "address": "架空町1-1", "delivery_name": "見本会場",
        "fax": "0001112222", "homepage": "https://example.com", "freezers_75": 1,
        "freezers_20": 0, "freezers_10": 5, "parking": "10台", "doses_a_week": 100,
        "delivery_weekday": "monday", "proxy_booking": false,
        "new_insurance_code": "1319999996", "new_insurance_code_spare": "1319999996",
        "care_code": "1111111111", "new_care_code": "1111111111",
        "new_care_code_spare": "1111111111",
        "responsible_doctor": {"name": "架空 花子", "kana": "かくう はなこ", "affiliation": "架空商事", "phone": "000-1111-2222", "mail": "hanako@example.jp"},
        "report": {"capacity": 100, "desired": 100, "storage": "freezer", "syringes": 100, "needles": 100},
        "clear": [],
        "doctors": [{"id": "D1", "name": "見本 太郎", "kana": "みほん たろう", "phone": "000-1111-2222", "mail": "taro@example.jp", "products": ["moderna"], "delete": false}]
    }
}"#;

/// One good request of every operation; the records in them are those that were answered before.
fn good(desk: &Desk) -> Vec<(&'static str, Value)> {
    let registration = registration();
    let registered = desk.ask("facility.change", &registration)["answer"]["facility"].clone();
    let change = json!({
        "facility": registered,
        "actor": {"role": "site", "code": "S1", "account": "A1"},
        "at": "2021-02-15T10:00",
        "changes": {"representative": "見本 次郎", "clear": ["fax"], "doctors": [{"id": "D1", "delete": true}]}
    });
    let pending = desk.ask("facility.change", &change)["answer"]["facility"].clone();
    let reject = json!({
        "facility": pending,
        "actor": {"role": "municipality", "code": "131032", "account": "A2"},
        "at": "2021-02-16T10:00",
        "decision": "reject",
        "reason": "見本 次郎は私用のため"
    });
    let rejected = desk.ask("facility.decide", &reject)["answer"]["facility"].clone();
    let mut approve = reject.clone();
    approve["decision"] = json!("approve");
    approve.as_object_mut().unwrap().remove("reason");
    let eligibility = json!({
        "facility": pending, "date": "2021-03-01", "product": "moderna-primary", "delivery_week": "2021-06-14",
        "rounding": "ceil"
    });
    let nation = json!({"role": "nation", "account": "A3"});
    let issue = json!({
        "actor": nation, "at": "2021-12-24T11:05", "event": "issue", "new_id": "L1", "site": "B1"
    });
    let letter = desk.ask("contract.letter", &issue)["answer"]["letter"].clone();
    let reissue = json!({
        "letter": letter, "actor": nation, "at": "2021-12-25T11:05", "event": "reissue", "new_id": "L2", "site": "B2"
    });
    let again = json!({
        "facility": rejected,
        "actor": {"role": "municipality", "code": "131032"},
        "at": "2021-02-17T10:00",
        "changes": {"representative": "見本 次郎"}
    });
    vec![
        ("facility.change", registration),
        ("facility.change", change),
        ("facility.change", again),
        ("facility.decide", reject),
        ("facility.decide", approve),
        ("facility.eligibility", eligibility),
        ("contract.letter", issue),
        ("contract.letter", reissue),
    ]
}

/// The pointers of every value.
fn places(value: &Value, at: &str, list: &mut Vec<String>) {
    list.push(at.to_owned());
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), list)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| places(value, &format!("{at}/{index}"), list));
        }
        _ => {}
    }
}

/// What an id or code of the request says is named in messages: it is none of a person's data.
fn names_itself(place: &str) -> bool {
    ["/actor/code", "/actor/account", "/facility/id", "/changes/id", "/new_id", "/letter/id", "/site", "/letter/site"]
        .contains(&place)
}

/// Everything wrong that may stand at a place.
fn wrong(place: &str) -> Vec<Value> {
    let many = vec![json!("架空 花子"); 3];
    let mut list = vec![
        json!("架空 花子 ".repeat(400)),
        json!("架空 花子\nかくう はなこ"),
        json!("\u{0}架空 花子"),
        json!(many),
        json!(vec![person(); 2]),
        json!({"架空 花子": "かくう はなこ", "hanako@example.jp": {"架空商事": 1}}),
        person(),
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
    ];
    if !names_itself(place) {
        list.extend([json!("架空 花子"), json!("000-1111-2222"), json!("hanako@example.jp")]);
    }
    list
}

#[test]
fn one_fault_at_every_place_of_every_request() {
    let desk = Desk(RuleBook::bundled().unwrap());
    let mut refused = 0;
    for (operation, request) in good(&desk) {
        assert!(
            desk.ask(operation, &request).get("answer").is_some(),
            "{operation}: {}",
            desk.ask(operation, &request)
        );
        let mut list = Vec::new();
        places(&request, "", &mut list);
        assert!(list.len() > 5);
        for place in list {
            for fault in wrong(&place) {
                let mut broken = request.clone();
                *broken.pointer_mut(&place).unwrap() = fault;
                refused += usize::from(desk.ask(operation, &broken).get("error").is_some());
            }
            // A member that nobody knows, named like a person.
            let mut broken = request.clone();
            if let Some(Value::Object(members)) = broken.pointer_mut(&place) {
                members.insert("架空 花子 000-1111-2222".to_owned(), person());
                assert_eq!(
                    desk.ask(operation, &broken)["error"]["code"],
                    "request.field.unknown",
                    "{operation} {place}"
                );
            }
        }
    }
    assert!(refused > 3_000, "{refused}");
}

/// The same value everywhere at once.
fn replaced(value: &Value, place: &str, with: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut broken: Map<String, Value> = members
                .iter()
                .map(|(name, value)| (name.clone(), replaced(value, &format!("{place}/{name}"), with)))
                .collect();
            broken.insert("見本 太郎".to_owned(), with.clone());
            Value::Object(broken)
        }
        Value::Array(items) => items.iter().map(|value| replaced(value, place, with)).collect(),
        _ => with.clone(),
    }
}

#[test]
fn a_fault_at_every_place_at_once() {
    let desk = Desk(RuleBook::bundled().unwrap());
    for (operation, request) in good(&desk) {
        for fault in wrong("") {
            let answer = desk.ask(operation, &replaced(&request, "", &fault));
            let findings = answer["error"]["findings"].as_array().unwrap();
            assert!(findings.len() >= request.as_object().unwrap().len(), "{operation}: {answer}");
        }
    }
}

/// A text that is no JSON, names that stand twice, a half surrogate, bytes that are no UTF-8.
#[test]
fn faults_of_the_text_itself() {
    let desk = Desk(RuleBook::bundled().unwrap());
    let texts: [&[u8]; 7] = [
        "{\"changes\":{\"representative\":\"架空 花子".as_bytes(),
        "架空 花子".as_bytes(),
        "\"架空 花子\"".as_bytes(),
        "{\"架空 花子\":1,\"架空 花子\":2}".as_bytes(),
        "{\"changes\":{\"representative\":\"架空 花子\",\"representative\":\"見本 太郎\"}}".as_bytes(),
        "{\"changes\":{\"representative\":\"架空 花子\\ud800\",\"架空 花子\\ud800\":1}}".as_bytes(),
        b"{\"changes\":{\"representative\":\"hanako \xFF\",\"hanako \xFF\":1}}",
    ];
    for operation in ["facility.change", "facility.decide", "facility.eligibility", "contract.letter"] {
        for text in texts {
            assert!(desk.ask_bytes(operation, text).get("error").is_some());
        }
    }
}

/// The search finds what it looks for: a record that is not personal shows its text, and a record goes back
/// to its owner whole.
#[test]
fn the_search_would_find_a_datum() {
    let book = RuleBook::bundled().unwrap();
    let shown = dispatch(&book, "calendar.holiday", r#"{"date":"架空 花子"}"#.as_bytes());
    assert!(String::from_utf8(shown).unwrap().contains(PERSONS[0]));
    let answer = String::from_utf8(dispatch(&book, "facility.change", registration().to_string().as_bytes())).unwrap();
    for datum in ["架空 花子", "見本 太郎", "架空商事", "000-1111-2222", "hanako@example.jp"] {
        assert!(answer.contains(datum), "{datum}");
    }
}
