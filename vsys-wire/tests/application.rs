//! The life of an application through the wire: what one answer gives, the next request takes.
//!
//! Source: APP-6 to APP-17; G-APP-1, G-APP-2, G-APP-6.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

mod common;

use common::application::{answer, form, site_actor, stored};
use serde_json::{Value, json};

fn advance(application: Option<&Value>, actor: &Value, at: &str, event: &Value, rest: &Value) -> Value {
    let mut request = json!({"actor": actor, "at": at, "event": event});
    if let Some(application) = application {
        request["application"] = application.clone();
    }
    for (name, value) in rest.as_object().unwrap() {
        request[name] = value.clone();
    }
    answer("application.advance", &request)
}

#[test]
fn an_application_lives_through_the_wire() {
    let nation = json!({"role": "nation"});
    let site = site_actor();
    let kept = advance(
        None,
        &site,
        "2021-12-19T09:00",
        &json!({"kind": "save"}),
        &json!({"form": {}, "holder": "12345-1010101010", "last_number": "12345-1010101010-01"}),
    );
    let draft = &kept["answer"]["application"];
    assert_eq!((&draft["number"], &draft["status"]), (&json!("12345-1010101010-02"), &json!("draft")));
    assert_eq!(draft.get("applied_at"), None, "G-APP-6");
    let made = advance(
        Some(draft),
        &site,
        "2022-01-07T13:05",
        &json!({"kind": "submit"}),
        &json!({"form": form(), "stored": stored()}),
    );
    let waiting = &made["answer"]["application"];
    assert_eq!((&waiting["status"], &waiting["applied_at"]), (&json!("awaiting_review"), &json!("2022-01-07T13:05")));
    assert_eq!(made["answer"]["permissions"]["edit"], json!(false));
    // The form comes back to its owner as it was entered.
    let mut entered = form();
    entered["receiver_2"] = json!({"same_as_staff": true});
    assert_eq!(waiting["form"], entered);
    let review = json!({"kind": "review", "deficient": true, "comment": "郵便番号を見直してください"});
    let back = advance(Some(waiting), &nation, "2022-01-08T15:05", &review, &json!({}));
    let returned = &back["answer"]["application"];
    assert_eq!(returned["status"], json!("returned"));
    assert_eq!(back["answer"]["step"]["notices"][0]["template"], json!("notice.application.returned"));
    assert_eq!(back["answer"].get("outcome"), None);
    let again = advance(Some(returned), &site, "2022-01-09T10:00", &json!({"kind": "submit"}), &json!({}));
    let waiting = &again["answer"]["application"];
    assert_eq!((&waiting["number"], waiting.get("comment")), (&draft["number"], None));
    let review = json!({"kind": "review", "deficient": false});
    let unsaid = advance(Some(waiting), &nation, "2022-01-10T10:00", &review, &json!({}));
    assert_eq!(unsaid["error"]["code"], json!("application.review.conditions"));
    assert_eq!(unsaid["error"]["details"]["needed"], json!("continuation_conditions_met"));
    let review = json!({"kind": "review", "deficient": false, "continuation_conditions_met": true});
    let done = advance(Some(waiting), &nation, "2022-01-10T10:00", &review, &json!({}));
    let outcome = &done["answer"]["outcome"];
    assert_eq!(outcome, &json!({"documents_required": false, "id": "same", "letter_required": false}));
    let confirmed = &done["answer"]["application"];
    let refused = advance(Some(confirmed), &site, "2022-01-11T10:00", &json!({"kind": "withdraw"}), &json!({}));
    assert_eq!(refused["error"]["code"], json!("machine.move.refused"), "G-APP-2");
    assert_eq!(refused["error"]["details"]["got"], json!("confirmed"));
}

#[test]
fn what_does_not_belong_to_an_event_is_refused() {
    let site = site_actor();
    let codes = |event: &Value, rest: &Value| -> Vec<String> {
        let refused = advance(None, &site, "2022-01-07T13:05", event, rest);
        let findings = refused["error"]["findings"].as_array().unwrap();
        let text = |finding: &Value, name: &str| finding[name].as_str().unwrap().to_owned();
        findings.iter().map(|finding| format!("{} {}", text(finding, "code"), text(finding, "path"))).collect()
    };
    let found =
        codes(&json!({"kind": "withdraw", "comment": "x", "deficient": true}), &json!({"form": {}, "stored": {}}));
    let expected = ["/event/comment", "/event/deficient", "/form", "/stored"];
    assert_eq!(found, expected.map(|path| format!("request.field.unknown {path}")));
    let found = codes(&json!({"kind": "review"}), &json!({}));
    assert_eq!(found, ["request.field.missing /event/deficient"]);
    let spoiled = json!({"application": {
        "number": "12345-1010101010-01", "status": "draft", "form": {}, "saved_at": "2022-01-01T00:00",
        "applied_at": "2022-01-01T00:00",
    }});
    assert_eq!(
        codes(&json!({"kind": "withdraw"}), &spoiled),
        ["application.document.unwanted /application/applied_at"]
    );
}

#[test]
fn a_judged_form_is_an_answer_even_when_it_is_wrong() {
    let judged = answer("application.validate", &json!({"form": {}, "date": "2021-12-20"}));
    assert_eq!(judged["answer"]["ready"], json!(false));
    assert_eq!(judged["answer"]["conditions"].as_array().unwrap().len(), 5);
    assert_eq!(judged["answer"]["conditions"][3]["rule"], json!("CNS-4"));
    let draft = answer("application.validate", &json!({"form": {}, "date": "2021-12-20", "submit": false}));
    assert_eq!((&draft["answer"]["ready"], &draft["findings"]), (&json!(true), &json!([])));
    let mut over = form();
    over["site"] = json!({"change": false});
    let taken = answer("application.validate", &json!({"form": over, "stored": stored(), "date": "2021-12-20"}));
    assert_eq!(taken["answer"]["effective"]["site"], json!({"change": false, "entry": stored()["site"]}));
    assert_eq!(taken["answer"]["ready"], json!(true));
}

#[test]
fn the_list_prints_what_the_screen_prints() {
    let request = json!({"applications": [
        {"number": "12345-1010101010-04", "status": "draft"},
        {"number": "12345-1010101010-02", "status": "returned", "applied_at": "2022-01-07T13:05",
         "reviewed_at": "2022-01-08T15:05", "comment": "見直してください"},
    ]});
    let listed = answer("application.list", &request);
    let printed = |row: usize| {
        ["number", "status_printed", "applied_at_printed", "reviewed_at_printed", "comment_printed"]
            .map(|column| listed["answer"]["rows"][row][column].as_str().unwrap().to_owned())
    };
    assert_eq!(printed(0), ["12345-1010101010-02", "要再申込", "2022/1/7 13:05", "2022/1/8 15:05", "見直してください"]);
    assert_eq!(printed(1), ["12345-1010101010-04", "一時保存", "-", "-", "-"]);
    assert_eq!(listed["answer"]["rows"][1].get("applied_at"), None);
}

/// G-APP-1 on the wire; the fifth line is not printed and says so.
#[test]
fn the_permissions_are_a_table() {
    let table = answer("application.permissions", &json!({}));
    let rows = table["answer"]["rows"].as_array().unwrap();
    let marks: Vec<String> = rows
        .iter()
        .map(|row| ["view", "withdraw", "edit"].map(|name| if row[name] == json!(true) { '○' } else { '×' }))
        .map(|marks| marks.iter().collect())
        .collect();
    assert_eq!(marks, ["○○○", "○××", "○××", "○○○", "○××"]);
    assert_eq!(table["assumptions"], json!(["assumption.application-change", "assumption.application-names"]));
    let one = answer("application.permissions", &json!({"status": "returned"}));
    assert_eq!(one["answer"]["rows"][0]["name"], json!({"en": "returned", "ja": "要再申込"}));
    assert_eq!(one["assumptions"], json!(["assumption.application-change"]));
}
