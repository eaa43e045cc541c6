//! No personal datum leaves in a message (PRV-1): requests of invented people are spoiled at every place
//! in every way, and neither an error nor a finding nor a log entry repeats anything of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

mod common;

use common::application::{DATA, bytes, form, site_actor, stored};
use serde_json::{Map, Value, json};

/// The name of a person where no name belongs.
const NAME: &str = "架空 花子";

/// A whole request of each operation that takes personal data.
fn requests() -> Vec<(&'static str, Value)> {
    let document = json!({
        "number": "12345-1010101010-01", "status": "returned", "form": form(), "stored": stored(),
        "saved_at": "2021-12-20T11:20", "applied_at": "2021-12-20T11:20", "reviewed_at": "2021-12-24T11:05",
        "comment": "見直してください",
    });
    let waiting = json!({
        "number": "12345-1010101010-01", "status": "awaiting_review", "form": form(), "stored": stored(),
        "saved_at": "2021-12-20T11:20", "applied_at": "2021-12-20T11:20",
    });
    let review = json!({
        "kind": "review", "deficient": false, "comment": "見本", "continuation_conditions_met": true,
        "similar_code_changed": false,
    });
    vec![
        ("application.validate", json!({"form": form(), "stored": stored(), "date": "2021-12-20", "submit": true})),
        (
            "application.advance",
            json!({
                "application": document, "form": form(), "stored": stored(), "actor": site_actor(),
                "holder": "12345-1010101010", "last_number": "12345-1010101010-01", "at": "2022-01-08T12:00",
                "event": {"kind": "submit"},
            }),
        ),
        (
            "application.advance",
            json!({"application": waiting, "actor": {"role": "nation"}, "at": "2022-01-08T12:00", "event": review}),
        ),
        (
            "application.list",
            json!({"applications": [{
                "number": "12345-1010101010-01", "status": "returned", "applied_at": "2021-12-20T11:20",
                "reviewed_at": "2021-12-24T11:05", "comment": "見本",
            }]}),
        ),
    ]
}

/// The pointers of a value and of everything in it.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| pointers(value, &format!("{at}/{name}"), out))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), out));
        }
        _ => {}
    }
}

/// What may stand in place of a value: other types, other texts.
fn spoilt() -> Vec<Value> {
    vec![
        json!(NAME),
        json!(format!("{NAME}\n")),
        json!(NAME.repeat(300)),
        json!([NAME, {"name": NAME}]),
        json!({NAME: NAME}),
        json!({"name": NAME, "telephone": "09031415999"}),
        json!("09031415999x"),
        json!("hanako@@kakuu.example"),
        json!(1.5),
        json!(null),
        json!(true),
    ]
}

/// Says where an answer repeats a datum: an error nowhere, an answer in its findings and its step.
fn leaks(operation: &str, answer: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(answer).unwrap();
    let told = if value.get("error").is_some() {
        String::from_utf8(answer.to_vec()).unwrap()
    } else {
        format!("{} {}", value["findings"], value["answer"]["step"])
    };
    DATA.iter().find(|datum| told.contains(*datum)).map(|datum| format!("{operation}: {datum} in {told}"))
}

/// How many answers were errors and how many told something: a test that spoils nothing shows nothing.
#[derive(Default)]
struct Count {
    errors: usize,
    findings: usize,
}

impl Count {
    fn ask(&mut self, operation: &str, request: &[u8], case: &str) {
        let answer = bytes(operation, request);
        assert_eq!(leaks(operation, &answer), None, "{case}");
        let value: Value = serde_json::from_slice(&answer).unwrap();
        self.errors += usize::from(value.get("error").is_some());
        self.findings += usize::from(value["findings"].as_array().is_some_and(|findings| !findings.is_empty()));
    }
}

#[test]
fn whole_requests_are_answered() {
    for (operation, request) in requests() {
        let answer: Value = serde_json::from_slice(&bytes(operation, request.to_string().as_bytes())).unwrap();
        assert!(answer.get("answer").is_some(), "{operation}: {answer}");
    }
}

#[test]
fn a_value_of_another_kind_is_not_repeated() {
    let mut count = Count::default();
    for (operation, request) in requests() {
        let mut places = Vec::new();
        pointers(&request, "", &mut places);
        // The account is the V-SYS ID of the operation log, which the log names (PRV-2, PRV-3).
        for place in places.iter().filter(|place| *place != "/actor/account") {
            for value in spoilt() {
                let mut request = request.clone();
                *request.pointer_mut(place).unwrap() = value.clone();
                count.ask(operation, request.to_string().as_bytes(), &format!("{operation} {place} {value}"));
            }
        }
    }
    assert!(count.errors > 3_000 && count.findings > 50, "{} {}", count.errors, count.findings);
}

#[test]
fn an_unknown_member_is_not_repeated() {
    let mut count = Count::default();
    for (operation, request) in requests() {
        let mut places = Vec::new();
        pointers(&request, "", &mut places);
        for place in places {
            let mut request = request.clone();
            let Some(members) = request.pointer_mut(&place).and_then(Value::as_object_mut) else { continue };
            members.insert(NAME.to_owned(), json!(NAME));
            members.insert("0903141".repeat(20), json!({NAME: [NAME]}));
            count.ask(operation, request.to_string().as_bytes(), &format!("{operation} {place}"));
        }
    }
    assert!(count.errors > 60, "{}", count.errors);
}

/// A name that stands twice, a member that stands twice, and text that breaks off anywhere.
#[test]
fn broken_json_is_not_repeated() {
    let mut count = Count::default();
    let twice = format!(
        r#"{{"form":{{"{NAME}":1,"{NAME}":2,"doctor":{{"name":"{NAME}","name":"{NAME}2"}}}},"date":"2021-12-20"}}"#
    );
    count.ask("application.validate", twice.as_bytes(), "twice");
    let surrogate = r#"{"form":{"doctor":{"name":"架空\ud800","kana":"架空\q"}},"date":"架空"}"#;
    count.ask("application.validate", surrogate.as_bytes(), "surrogate");
    for (operation, request) in requests() {
        let text = request.to_string();
        for end in (0..text.len()).step_by(5) {
            count.ask(operation, &text.as_bytes()[..end], &format!("{operation} cut at {end}"));
        }
    }
    assert!(count.errors > 2_000, "{}", count.errors);
}

/// Every value of the form at once is somebody's name.
#[test]
fn everything_wrong_at_once_is_not_repeated() {
    fn named(value: &Value) -> Value {
        match value {
            Value::Object(members) => {
                let mut all: Map<String, Value> =
                    members.iter().map(|(name, value)| (name.clone(), named(value))).collect();
                all.insert(NAME.to_owned(), json!(NAME));
                Value::Object(all)
            }
            _ => json!(NAME.repeat(60)),
        }
    }
    let mut count = Count::default();
    for (operation, request) in requests() {
        count.ask(operation, named(&request).to_string().as_bytes(), operation);
    }
    // Texts that can be read, and are all wrong: the findings of a judged form.
    let mut form = form();
    for place in ["/staff_1", "/doctor", "/vaccine_keeper", "/needle_keeper", "/weekend_contact", "/staff_2"] {
        form.pointer_mut(place).unwrap()["telephone"] = json!("架空0903141");
        form.pointer_mut(place).unwrap()["mail"] = json!("架空 hanako.kakuu");
    }
    form["site"]["entry"]["fax"] = json!("架空");
    form["company"]["entry"]["address"]["postal_code"] = json!("架空");
    form["doctor"]["no_mail"] = json!(true);
    form["receiver_1"]["same_as_staff"] = json!(true);
    form["institution"]["change"] = json!(false);
    form["consent"] = json!({});
    let judged = json!({"form": form, "date": "2021-12-20"});
    let answer = bytes("application.validate", judged.to_string().as_bytes());
    assert_eq!(leaks("application.validate", &answer), None);
    let answer: Value = serde_json::from_slice(&answer).unwrap();
    assert_eq!(answer["answer"]["ready"], json!(false));
    // 6 telephones, 5 mails, fax, postal code, ignored mail and receiver's two, read-only, nothing stored, consent.
    assert_eq!(answer["findings"].as_array().unwrap().len(), 6 + 5 + 2 + 3 + 2 + 5);
    let submitted = json!({
        "form": judged["form"], "actor": site_actor(), "at": "2022-01-08T12:00", "event": {"kind": "submit"},
        "holder": "12345-1010101010",
    });
    count.ask("application.advance", submitted.to_string().as_bytes(), "submitted");
    assert_eq!(count.errors, 5);
}
