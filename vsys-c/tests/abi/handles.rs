//! Handles that are stale, foreign or made up are errors and nothing worse.

use core::ptr::{null, null_mut, without_provenance_mut};
use std::thread;

use proptest::prelude::*;

use crate::face;

const STALE: &str = "c.handle.stale";

#[test]
fn a_freed_answer_is_stale() {
    let answer = face::open(null(), b"version", b"{}").unwrap();
    assert!(!face::answer_bytes(answer).unwrap().is_empty());
    face::settle(vsys::vsys_answer_free(answer)).unwrap();
    assert_eq!(face::settle(vsys::vsys_answer_free(answer)).unwrap_err().code, STALE);
    assert_eq!(face::answer_bytes(answer).unwrap_err().code, STALE);
}

#[test]
fn a_freed_error_is_stale() {
    let error = face::open_error();
    assert_eq!(face::error_code(error).unwrap(), b"c.argument.null");
    face::settle(vsys::vsys_error_free(error)).unwrap();
    assert_eq!(face::settle(vsys::vsys_error_free(error)).unwrap_err().code, STALE);
    assert_eq!(face::error_json(error).unwrap_err().code, STALE);
    assert_eq!(face::error_code(error).unwrap_err().code, STALE);
}

#[test]
fn a_handle_of_another_kind_is_refused_and_lives_on() {
    let answer = face::open(null(), b"version", b"{}").unwrap();
    assert_eq!(face::call(answer.cast(), b"version", b"{}").unwrap_err().code, STALE);
    assert_eq!(face::error_json(answer.cast()).unwrap_err().code, STALE);
    assert_eq!(face::settle(vsys::vsys_book_free(answer.cast())).unwrap_err().code, STALE);
    assert_eq!(face::settle(vsys::vsys_error_free(answer.cast())).unwrap_err().code, STALE);
    face::settle(vsys::vsys_answer_free(answer)).unwrap();
}

#[test]
fn null_is_no_handle_and_can_be_freed() {
    face::settle(vsys::vsys_book_free(null_mut())).unwrap();
    face::settle(vsys::vsys_answer_free(null_mut())).unwrap();
    face::settle(vsys::vsys_error_free(null_mut())).unwrap();
    assert_eq!(face::answer_bytes(null()).unwrap_err().code, "c.argument.null");
    assert_eq!(face::error_json(null()).unwrap_err().code, "c.argument.null");
}

proptest! {
    #[test]
    fn a_made_up_handle_is_stale(number in prop_oneof![1..100_000_usize, 1..=usize::MAX]) {
        prop_assert_eq!(face::answer_bytes(without_provenance_mut(number)).unwrap_err().code, STALE);
        prop_assert_eq!(face::error_json(without_provenance_mut(number)).unwrap_err().code, STALE);
        prop_assert_eq!(face::settle(vsys::vsys_answer_free(without_provenance_mut(number))).unwrap_err().code, STALE);
        prop_assert_eq!(face::call(without_provenance_mut(number), b"version", b"{}").unwrap_err().code, STALE);
    }
}

#[test]
fn a_handle_is_used_in_another_thread_and_freed_once() {
    for _ in 0..50 {
        let answer = face::open(null(), b"version", b"{}").unwrap().addr();
        let racers: Vec<_> = (0..4)
            .map(|_| {
                thread::spawn(move || {
                    // Whole, or stale when another thread was faster.
                    if let Ok(bytes) = face::answer_bytes(without_provenance_mut(answer)) {
                        assert!(bytes.ends_with(b"}"));
                    }
                    vsys::vsys_answer_free(without_provenance_mut(answer)).addr()
                })
            })
            .collect();
        let settled = racers.into_iter().map(|racer| face::settle(without_provenance_mut(racer.join().unwrap())));
        assert_eq!(settled.filter(Result::is_ok).count(), 1);
    }
}
