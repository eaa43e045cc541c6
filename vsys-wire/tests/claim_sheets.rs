//! `claims.sheets`: personal data of the head stand in the answer alone.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use vsys_core::rulebook::RuleBook;
use vsys_wire::Outcome;

const PERSONAL: [&str; 3] = ["架空", "𠮷子", "03-1234"];

fn call(head: &str, rest: &str) -> (bool, String) {
    let book = RuleBook::bundled().unwrap();
    let request = format!(
        r#"{{"billing_month":"2021-11","vaccination_month":"2021-10","form":"old","include_own":true,"cases":[],
            "head":{{"municipality":"131032",{head}}}{rest}}}"#
    );
    let outcome = Outcome::of(&book, "claims.sheets", request.as_bytes());
    (outcome.ok, String::from_utf8(outcome.bytes).unwrap())
}

#[test]
fn a_refusal_never_shows_them() {
    let head = r#""representative":"架空 𠮷子","telephone":"03-1234-5678""#;
    let long = "架空".repeat(31);
    for (head, rest) in [
        (head.to_owned(), r#","render":["csv_cp932"]"#),
        (head.to_owned(), r#","tax_rate":"7""#),
        (format!("{head},\"架空の項目\":1"), ""),
        (format!("\"representative\":\"{long}\""), ""),
        ("\"representative\":[\"架空\"],\"telephone\":{\"03-1234\":1}".to_owned(), ""),
        ("\"representative\":\"架空\\n\",\"institution\":\"03-1234567\"".to_owned(), ""),
    ] {
        let (ok, text) = call(&head, rest);
        assert!(!ok, "{text}");
        assert!(PERSONAL.iter().all(|datum| !text.contains(datum)), "{text}");
    }
}

#[test]
fn an_answer_gives_them_back() {
    let (ok, text) = call(r#""representative":"架空 花子","telephone":"03-1234-5678""#, r#","render":["html"]"#);
    assert!(ok && text.contains("<dd>架空 花子</dd>") && text.contains(r#""telephone":"03-1234-5678""#), "{text}");
    let findings = text.split("\"findings\"").nth(1).unwrap();
    assert!(findings.contains("claims.head.blank"));
    assert!(PERSONAL.iter().all(|datum| !findings.contains(datum)), "{findings}");
}
