//! `claims.check`: takes what `claims.sheets` answers, and shows no personal datum.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use serde_json::{Value, json};
use vsys_core::rulebook::RuleBook;
use vsys_wire::Outcome;

const PERSONAL: [&str; 6] = ["架空", "03-1234", "0012345678", "1950-06-07", "2030-01-02", "12345678"];

fn call(operation: &str, request: &Value) -> (bool, String) {
    let outcome = Outcome::of(&RuleBook::bundled().unwrap(), operation, request.to_string().as_bytes());
    (outcome.ok, String::from_utf8(outcome.bytes).unwrap())
}

fn head() -> Value {
    json!({"municipality": "131032", "representative": "架空 花子", "telephone": "03-1234-5678", "name": "見本クリニック"})
}

#[test]
fn an_answer_of_the_sheets_can_be_checked_as_it_is() {
    let case = |municipality: &str, time: &str, count: u64| {
        json!({"coupon": "with_coupon", "municipality": municipality, "service": "vaccination", "age": "under_six",
               "time": time, "count": count})
    };
    for (include_own, render) in [(true, json!(["html", "csv", "csv_cp932", "text"])), (false, json!([]))] {
        let request = json!({
            "billing_month": "2022-03", "vaccination_month": "2022-02", "form": "new", "include_own": include_own,
            "head": head(), "render": render,
            "cases": [case("131032", "regular", 7), case("131105", "holiday", 5), case("141011", "off_hours", 1)],
        });
        let (ok, text) = call("claims.sheets", &request);
        assert!(ok, "{text}");
        let made: Value = serde_json::from_str(&text).unwrap();
        let (ok, text) = call("claims.check", &json!({"billing_month": "2022-03", "sheets": made["answer"]}));
        assert!(ok, "{text}");
        let checked: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(checked["answer"]["valid"], json!(true), "{text}");
        assert_eq!(checked["answer"]["sheets"], json!({"summary": true, "municipal": [true, true, true]}));
        // What the head lacks, and nothing else.
        let findings = checked["findings"].as_array().unwrap();
        assert!(findings.len() == 3 && findings.iter().all(|one| one["code"] == "claims.head.blank"), "{text}");
    }
}

#[test]
fn no_personal_datum_is_shown() {
    let record = |change: Value| {
        let mut record = json!({"service": "vaccination", "date": "2022-02-10", "class": "regular", "municipality": "131105",
            "coupon": "with_coupon", "number": "0012345678", "birth_date": "1950-06-07", "dose": 3});
        record.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        record
    };
    let good = record(json!({}));
    let mut odd = head();
    odd["institution"] = json!("03-1234");
    for (changes, sheets) in [
        (
            vec![json!({"age": "under_six"}), json!({"birth_date": "2030-01-02"}), json!({"date": "2022-03-10"})],
            Value::Null,
        ),
        (vec![json!({"number": "12345678"})], Value::Null),
        (vec![json!({"birth_date": "1950-06-07 "}), json!({"架空 太郎": 1})], Value::Null),
        (vec![], json!({"form": "new", "head": odd})),
        (vec![], json!({"form": "new", "head": {"representative": "架空\n", "telephone": ["03-1234"]}})),
    ] {
        let records: Vec<Value> =
            [good.clone(), good.clone()].into_iter().chain(changes.into_iter().map(record)).collect();
        let mut request = json!({"billing_month": "2022-03", "records": records});
        if !sheets.is_null() {
            request["sheets"] = sheets;
        }
        let (_, text) = call("claims.check", &request);
        assert!(text.contains("\"severity\":\"error\""), "{text}");
        assert!(PERSONAL.iter().all(|datum| !text.contains(datum)), "{text}");
    }
}
