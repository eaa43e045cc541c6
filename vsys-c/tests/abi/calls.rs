//! The face gives what the wire gives.

use core::ptr::null;
use std::collections::BTreeSet;

use vsys_core::base::ProblemEntry;
use vsys_core::rulebook::{DATA_VERSION, RuleBook};
use vsys_wire::{OPERATIONS, Outcome};

use crate::face;

const REQUESTS: [&[u8]; 12] = [
    b"",
    b"{}",
    b"[]",
    b"null",
    b"{",
    b"{\"date\":\"2021-07-22\"}",
    b"{\"date\":\"2021-07-22\",\"date\":\"2021-07-22\"}",
    b"{\"date\":\"2021-07-22\",\"other\":1}",
    b"{\"date\":\"\xFF\"}",
    b"{\"date\":\"\\ud800\"}",
    b"{\"product\":\"pfizer-12plus\",\"delivery_week\":\"2021-03-01\",\"boxes\":2000}",
    b"{\"supply\":10,\"recipients\":[{\"id\":\"a\",\"weight\":1},{\"id\":\"b\",\"weight\":2}]}",
];

#[test]
fn every_operation_gives_the_bytes_of_the_wire() {
    let book = RuleBook::bundled().unwrap();
    let mut answered = 0;
    for operation in OPERATIONS {
        for request in REQUESTS {
            let expected = Outcome::of(&book, operation.name, request);
            match face::call(null(), operation.name.as_bytes(), request) {
                Ok(bytes) => {
                    answered += 1;
                    assert!(expected.ok);
                    assert_eq!(bytes, expected.bytes);
                }
                Err(fault) => {
                    assert!(!expected.ok);
                    assert_eq!(fault.json.as_bytes(), expected.bytes);
                }
            }
        }
    }
    assert!(answered > 3, "the requests should reach answers too");
}

#[test]
fn the_code_is_that_of_the_error() {
    for operation in OPERATIONS {
        for request in REQUESTS {
            if let Err(fault) = face::call(null(), operation.name.as_bytes(), request) {
                let json: serde_json::Value = serde_json::from_str(&fault.json).unwrap();
                assert_eq!(json["error"]["code"], fault.code.as_str());
            }
        }
    }
}

#[test]
fn names_and_schemas_are_those_of_the_table() {
    assert_eq!(vsys::vsys_operation_count(), OPERATIONS.len());
    for (index, operation) in OPERATIONS.iter().enumerate() {
        let name = face::operation_name(index, vsys::VSYS_NAME_MAX).unwrap();
        assert_eq!(name, operation.name.as_bytes());
        assert_eq!(face::schema(&name).unwrap(), operation.schema());
    }
    assert_eq!(face::operation_name(OPERATIONS.len(), 64).unwrap_err().code, "c.argument.index");
    assert_eq!(face::schema(b"no.such").unwrap_err().code, "request.operation.unknown");
    assert_eq!(face::call(null(), b"no.such", b"{}").unwrap_err().code, "request.operation.unknown");
}

#[test]
fn no_name_is_longer_than_the_header_says() {
    let codes = |entries: &'static [ProblemEntry]| entries.iter().map(|entry| entry.code);
    let names = OPERATIONS.iter().map(|operation| operation.name);
    let own: Vec<&str> = codes(vsys::CProblem::ENTRIES).collect();
    let all = own.iter().copied().chain(vsys_wire::catalogue().map(|entry| entry.code)).chain(names);
    assert!(all.chain([DATA_VERSION]).all(|name| name.len() <= vsys::VSYS_NAME_MAX));
    assert!(own.iter().all(|code| code.starts_with("c.")));
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len());
}

#[test]
fn versions_are_told() {
    assert_eq!(vsys::vsys_abi_version(), 1);
    assert_eq!(face::version(), env!("CARGO_PKG_VERSION"));
    assert_eq!(face::data_version(), DATA_VERSION);
}

#[test]
fn a_book_of_the_callers_own_is_used() {
    let own = br#"{"products":[{"id":"next","kind":"vaccine","label":"NEXT","from":"2030-01-01","vials_per_box":5,"doses_per_vial":2,"source":"invented"}]}"#;
    let request = br#"{"product":"next","delivery_week":"2030-01-07","boxes":3}"#;
    let book = face::book(own).unwrap();
    let answer = face::call(book, b"quantity.convert", request).unwrap();
    assert!(String::from_utf8(answer).unwrap().contains("\"doses\":30"));
    assert!(face::call(null(), b"quantity.convert", request).is_err());
    face::settle(vsys::vsys_book_free(book)).unwrap();
    assert_eq!(face::call(book, b"quantity.convert", request).unwrap_err().code, "c.handle.stale");
    let fault = face::book(br#"{"products":[{"id":"next"}]}"#).unwrap_err();
    assert_eq!(fault.code, "request.field.missing");
}

#[cfg(feature = "panic-for-test")]
#[test]
fn a_panic_ends_at_the_boundary() {
    for _ in 0..3 {
        assert_eq!(face::settle(vsys::vsys_test_panic()).unwrap_err().code, "c.call.panicked");
        assert!(face::call(null(), b"version", b"{}").is_ok());
    }
}
