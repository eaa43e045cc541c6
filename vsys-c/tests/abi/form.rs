//! The typed check of screening forms: the same faults as the operation's.

#![allow(unsafe_code, reason = "these are the calls that C makes")]

use core::ptr::{null, null_mut};
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use vsys::*;
use vsys_core::claims::FormFault;

use crate::face::{self, Fault, settle};

const LIMITS: vsys_form_limits =
    vsys_form_limits { minimum_interval_days: 18, minimum_age: 5, minimum_age_unit: VSYS_AGE_YEARS, today: 20_230_331 };

const NONE: vsys_text = vsys_text { start: null(), len: 0 };

fn text(bytes: &[u8]) -> vsys_text {
    vsys_text { start: bytes.as_ptr(), len: bytes.len() }
}

fn right() -> vsys_form {
    vsys_form {
        coupon: text(b"1061403573"),
        municipality: text(b"131016"),
        birth_date: text(b"1937-05-29"),
        date: text(b"2022-12-07"),
        previous_date: text(b"2022-07-01"),
        dose: 3,
    }
}

fn mask(form: &vsys_form, limits: &vsys_form_limits) -> Result<u32, Fault> {
    const UNTOUCHED: u32 = u32::MAX;
    let mut faults = UNTOUCHED;
    let settled = settle(unsafe { vsys_form_check(form, limits, &raw mut faults) });
    assert_eq!(settled.is_err(), faults == UNTOUCHED, "the out-parameter is written on success, and only then");
    settled.map(|()| faults)
}

fn words(mask: u32) -> Vec<&'static str> {
    assert_eq!(mask >> FormFault::ALL.len(), 0, "a bit without a meaning");
    let named = FormFault::ALL.into_iter().enumerate().filter(|(place, _)| mask & (1 << place) != 0);
    named.map(|(_, fault)| fault.as_str()).collect()
}

/// A request as C would pass it; nothing when a member is none of C's.
fn typed(request: &Value) -> Option<Result<u32, Fault>> {
    let written = |name: &str| request[name].as_str().map(|written| text(written.as_bytes()));
    let count = |name: &str| request[name].as_u64().and_then(|count| u32::try_from(count).ok());
    let (minimum_age, minimum_age_unit) = match (count("minimum_age"), count("minimum_age_days")) {
        (Some(years), None) => (years, VSYS_AGE_YEARS),
        (None, Some(days)) => (days, VSYS_AGE_DAYS),
        _ => return None,
    };
    let limits = vsys_form_limits {
        minimum_interval_days: count("minimum_interval_days")?,
        minimum_age,
        minimum_age_unit,
        today: request["today"].as_str()?.replace('-', "").parse().ok()?,
    };
    let form = vsys_form {
        coupon: written("coupon")?,
        municipality: written("municipality")?,
        birth_date: written("birth_date")?,
        date: written("date")?,
        previous_date: written("previous_date").unwrap_or(NONE),
        dose: request["dose"].as_u64()?,
    };
    Some(mask(&form, &limits))
}

#[test]
fn the_vectors() {
    let mut held = 0;
    for file in ["check.json", "oracle-form.json"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors/form").join(file);
        let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        for case in cases {
            if case["ok"] == true {
                let faults = words(typed(&case["call"]["request"]).unwrap().unwrap());
                assert_eq!(json!(faults), case["answer"]["answer"]["faults"], "{}", case["id"]);
                held += 1;
            }
        }
    }
    assert!(held > 90, "{held} vectors");
}

#[test]
fn null_and_lengths_beyond_memory_are_refused() {
    let (form, mut faults) = (right(), 77);
    let code = |error| settle(error).unwrap_err().code;
    unsafe {
        assert_eq!(code(vsys_form_check(null(), &LIMITS, &raw mut faults)), "c.argument.null");
        assert_eq!(code(vsys_form_check(&raw const form, null(), &raw mut faults)), "c.argument.null");
        assert_eq!(code(vsys_form_check(&raw const form, &LIMITS, null_mut())), "c.argument.null");
    }
    assert_eq!(faults, 77);
    let places: [fn(&mut vsys_form) -> &mut vsys_text; 5] = [
        |form| &mut form.coupon,
        |form| &mut form.municipality,
        |form| &mut form.birth_date,
        |form| &mut form.date,
        |form| &mut form.previous_date,
    ];
    for place in places {
        let mut form = right();
        *place(&mut form) = vsys_text { start: null(), len: 1 };
        assert_eq!(mask(&form, &LIMITS).unwrap_err().code, "c.argument.null");
        for len in [usize::MAX, isize::MAX.unsigned_abs() + 1] {
            *place(&mut form) = vsys_text { start: b"x".as_ptr(), len };
            assert_eq!(mask(&form, &LIMITS).unwrap_err().code, "c.argument.length");
        }
    }
}

#[test]
fn null_without_length_is_the_empty_text_and_no_dose_before() {
    let empty = vsys_form { coupon: NONE, municipality: NONE, birth_date: NONE, date: NONE, ..right() };
    assert_eq!(words(mask(&empty, &LIMITS).unwrap()), ["coupon", "municipality", "birth_date", "date"]);
    let first = vsys_form { previous_date: NONE, ..right() };
    assert_eq!(words(mask(&first, &LIMITS).unwrap()), ["previous_missing"]);
    let unreadable = vsys_form { previous_date: text(b""), ..right() };
    assert_eq!(words(mask(&unreadable, &LIMITS).unwrap()), ["previous_date"]);
}

#[test]
fn limits_that_stand_for_nothing_are_refused() {
    for minimum_age_unit in [0, 3, u32::MAX] {
        let fault = mask(&right(), &vsys_form_limits { minimum_age_unit, ..LIMITS }).unwrap_err();
        assert_eq!(fault.code, "c.argument.value");
        assert!(fault.json.contains("minimum_age_unit"));
    }
    for today in [0, 20_220_229, 20_221_301, 20_221_232, 20_220_100, 100_000_101, u32::MAX] {
        let fault = mask(&right(), &vsys_form_limits { today, ..LIMITS }).unwrap_err();
        assert_eq!(fault.code, "c.argument.value", "{today}");
        assert!(fault.json.contains("today"));
    }
    assert_eq!(mask(&right(), &vsys_form_limits { today: 20_240_229, ..LIMITS }), Ok(0));
}

#[test]
fn what_is_no_text_is_a_fault() {
    let (huge, bytes) = (vec![b'1'; 1 << 20], [0xFF, 0xED, 0xA0, 0x80, 0]);
    for wrong in [text(&huge), text(&bytes), text("１０６１４０３５７３".as_bytes()), text(b"1061403573\0")] {
        let form = vsys_form { coupon: wrong, municipality: wrong, date: wrong, ..right() };
        assert_eq!(words(mask(&form, &LIMITS).unwrap()), ["coupon", "municipality", "date"]);
    }
    let form = vsys_form { dose: u64::MAX, ..right() };
    assert_eq!(words(mask(&form, &LIMITS).unwrap()), ["dose"]);
}

#[test]
fn records_need_not_be_aligned() {
    let mut room = [0_u8; size_of::<vsys_form>() + 1];
    let place = room.as_mut_ptr().wrapping_add(1).cast::<vsys_form>();
    let mut faults = 77;
    let error = unsafe {
        place.write_unaligned(vsys_form { dose: 0, ..right() });
        vsys_form_check(place, &LIMITS, &raw mut faults)
    };
    settle(error).unwrap();
    assert_eq!(words(faults), ["dose"]);
}

fn written() -> impl Strategy<Value = String> {
    prop_oneof![
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "(1937|2017|2018|2022)-(02|12)-(07|08|28|29)",
        "[0-9]{10}",
        "[0-9０-９\\-\\x00]{0,12}",
        ".{0,20}",
    ]
}

proptest! {
    #[test]
    fn the_faults_are_those_of_the_operation(
        (coupon, birth_date, date) in (written(), written(), written()),
        municipality in prop_oneof![Just("131016".to_owned()), "[0-9]{6}", written()],
        previous_date in prop::option::of(written()),
        dose in prop_oneof![0..9_u32, any::<u32>()],
        interval in prop_oneof![0..100_u32, any::<u32>()],
        (unit, age) in (prop::sample::select(vec!["minimum_age", "minimum_age_days"]), 0..3_000_u32),
        today in "20(19|2[0-9])-(0[1-9]|1[0-2])-[012][1-8]",
    ) {
        let mut request = json!({
            "coupon": coupon, "municipality": municipality, "birth_date": birth_date, "date": date, "dose": dose,
            "minimum_interval_days": interval, "today": today,
        });
        request[unit] = age.into();
        if let Some(previous) = previous_date {
            request["previous_date"] = previous.into();
        }
        let answer = face::call(null(), b"form.check", request.to_string().as_bytes()).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        prop_assert_eq!(json!(words(typed(&request).unwrap().unwrap())), answer["answer"]["faults"].clone());
    }
}
