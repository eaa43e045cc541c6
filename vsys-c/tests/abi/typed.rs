//! The functions without JSON decide as the operations do: every vector that they can be asked is asked of both.

#![allow(unsafe_code, reason = "these are the calls that C makes")]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use core::ptr::null;
use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};
use vsys::*;
use vsys_core::base::{AssumptionId, assumption};

use crate::face::{self, Fault, settle};

/// What an assumption's bit stands for.
const BITS: [(u64, AssumptionId); 15] = [
    (VSYS_ASSUMPTION_CAPACITY_ROUNDING, assumption::CAPACITY_ROUNDING),
    (VSYS_ASSUMPTION_MOCK_YEAR, assumption::MOCK_YEAR),
    (VSYS_ASSUMPTION_CYCLE_FORMULA, assumption::CYCLE_FORMULA),
    (VSYS_ASSUMPTION_CUT_OFF, assumption::CUT_OFF),
    (VSYS_ASSUMPTION_HOURS_EDGE, assumption::HOURS_EDGE),
    (VSYS_ASSUMPTION_PAST_MIDNIGHT, assumption::PAST_MIDNIGHT),
    (VSYS_ASSUMPTION_AGE_UNDER_SIX, assumption::AGE_UNDER_SIX),
    (VSYS_ASSUMPTION_ROUNDING, assumption::ROUNDING),
    (VSYS_ASSUMPTION_TARIFF, assumption::TARIFF),
    (VSYS_ASSUMPTION_NEEDLE_ALLOCATION, assumption::NEEDLE_ALLOCATION),
    (VSYS_ASSUMPTION_NEEDLE_AUTOFILL, assumption::NEEDLE_AUTOFILL),
    (VSYS_ASSUMPTION_NEEDLE_OVERRIDE, assumption::NEEDLE_OVERRIDE),
    (VSYS_ASSUMPTION_PROPOSAL_METHOD, assumption::PROPOSAL_METHOD),
    (VSYS_ASSUMPTION_PLAN_FREEZE, assumption::PLAN_FREEZE),
    (VSYS_ASSUMPTION_DOUBLE_CLAIM, assumption::DOUBLE_CLAIM),
];

/// A mask as the ids that it stands for.
fn ids(mask: u64) -> Value {
    assert_eq!(mask >> BITS.len(), 0, "an assumption that has no bit of its own");
    let ids: BTreeSet<&str> = BITS.iter().filter(|(bit, _)| mask & bit != 0).map(|(_, id)| id.as_str()).collect();
    json!(ids)
}

/// What a typed function answers: the members that it has of the operation's answer, and the assumptions.
type Typed = Result<(Value, Value), Fault>;

/// Asks the vectors of an operation of both ways; gives how many were compared.
fn compare(operation: &str, typed: Ask) -> usize {
    let area = operation.split('.').next().unwrap();
    let area = if area == "product" { "quantity" } else { area };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors").join(area);
    let mut compared = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(file.unwrap().path()).unwrap()).unwrap();
        for case in cases.iter().filter(|case| case["call"]["operation"] == operation) {
            let request = &case["call"]["request"];
            let Some(got) = request.is_object().then(|| typed(request)).flatten() else { continue };
            let asked = face::call(null(), operation.as_bytes(), request.to_string().as_bytes());
            match (got, asked) {
                (Ok((answer, assumptions)), Ok(bytes)) => {
                    let told: Value = serde_json::from_slice(&bytes).unwrap();
                    for (member, value) in answer.as_object().unwrap() {
                        assert_eq!(
                            told["answer"].get(member).unwrap_or(&Value::Null),
                            value,
                            "{member} of {}",
                            case["id"]
                        );
                    }
                    assert_eq!(told["assumptions"], assumptions, "{}", case["id"]);
                }
                // What the reader of JSON refuses comes to the core in C.
                (Err(_), Err(fault)) if fault.code.starts_with("request.") => {}
                (Err(own), Err(fault)) => assert_eq!(own.code, fault.code, "{}", case["id"]),
                (got, asked) => panic!("{}: {got:?}, but {:?}", case["id"], asked.map(String::from_utf8)),
            }
            compared += 1;
        }
    }
    compared
}

/// A record that C gives, untouched when there is an error.
fn record<T: PartialEq + Copy + std::fmt::Debug>(
    blank: T,
    call: impl FnOnce(*mut T) -> *mut vsys_error,
) -> Result<T, Fault> {
    let mut place = blank;
    let settled = settle(call(&raw mut place));
    if settled.is_err() {
        assert_eq!(place, blank, "an out-parameter was written without success");
    }
    settled.map(|()| place)
}

fn text<'r>(request: &'r Value, member: &str) -> Option<&'r str> {
    request[member].as_str()
}

/// A day in digits; nothing when it is not written like one.
fn day(text: &str) -> Option<u32> {
    let written = text.len() == 10 && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    written.then(|| text.replace('-', "").parse().ok()).flatten()
}

fn moment(text: &str) -> Option<u64> {
    let written = text.len() == 16 && chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").is_ok();
    written.then(|| text.replace(['-', 'T', ':'], "").parse().ok()).flatten()
}

fn told_day(digits: u32) -> Value {
    match digits {
        0 => Value::Null,
        _ => json!(format!("{:04}-{:02}-{:02}", digits / 10_000, digits / 100 % 100, digits % 100)),
    }
}

fn told_moment(digits: u64) -> Value {
    let day = told_day(u32::try_from(digits / 10_000).unwrap());
    day.as_str().map_or(Value::Null, |day| json!(format!("{day}T{:02}:{:02}", digits / 100 % 100, digits % 100)))
}

fn told(figure: u64) -> Value {
    if figure == VSYS_NONE { Value::Null } else { json!(figure) }
}

/// Whether a request has no members besides these.
fn only(request: &Value, members: &[&str]) -> bool {
    request.as_object().unwrap_or(&Map::new()).keys().all(|key| members.contains(&key.as_str()))
}

fn rounding(request: &Value, absent: u32) -> Option<u32> {
    match request.get("rounding").map(|word| word.as_str()) {
        None => Some(absent),
        Some(Some("ceil")) => Some(VSYS_ROUNDING_CEIL),
        Some(Some("floor")) => Some(VSYS_ROUNDING_FLOOR),
        Some(Some("half-up")) => Some(VSYS_ROUNDING_HALF_UP),
        Some(_) => None,
    }
}

fn convert(request: &Value) -> Option<Typed> {
    let (product, week) = (text(request, "product")?, day(text(request, "delivery_week")?)?);
    let blank = vsys_quantity { boxes: 7, doses: 7, doses_per_box: 7, vials: 7, pieces: 7, assumptions: 7 };
    let (start, len) = (product.as_ptr(), product.len());
    let got = match (request.get("boxes"), request.get("doses")) {
        (Some(boxes), None) => {
            let boxes = boxes.as_u64()?;
            record(blank, |place| unsafe { vsys_quantity_from_boxes(null(), start, len, week, boxes, place) })
        }
        (None, Some(doses)) => {
            let (doses, rounding) = (doses.as_u64()?, rounding(request, VSYS_ROUNDING_CEIL)?);
            record(blank, |place| unsafe { vsys_quantity_from_doses(null(), start, len, week, doses, rounding, place) })
        }
        _ => return None,
    };
    Some(got.map(|q| {
        let answer = json!({
            "boxes": q.boxes, "doses": q.doses, "doses_per_box": q.doses_per_box,
            "vials": told(q.vials), "pieces": told(q.pieces),
        });
        (answer, ids(q.assumptions))
    }))
}

fn municipality(request: &Value) -> Option<Typed> {
    let (code, on) = (text(request, "code")?, day(text(request, "date")?)?);
    let blank = vsys_municipality { verdict: 77, ..Default::default() };
    let got = record(blank, |place| unsafe { vsys_municipality_check(null(), code.as_ptr(), code.len(), on, place) });
    let found = got.unwrap();
    let verdict = match found.verdict {
        VSYS_CODE_VALID => None,
        VSYS_CODE_FORM => Some("code.municipality.form"),
        VSYS_CODE_CHECK_DIGIT => Some("code.municipality.check_digit"),
        VSYS_CODE_UNKNOWN => Some("code.municipality.unknown"),
        VSYS_CODE_NOT_VALID => Some("code.municipality.not_valid"),
        other => panic!("the verdict {other}"),
    };
    if let Some(verdict) = verdict {
        return Some(Err(Fault { code: verdict.to_owned(), json: String::new() }));
    }
    let mut name = [0; VSYS_TEXT_MAX];
    let mut written = 0;
    settle(unsafe {
        let (start, len) = (code.as_ptr(), code.len());
        vsys_municipality_name_copy(null(), start, len, on, name.as_mut_ptr(), name.len(), &raw mut written)
    })
    .unwrap();
    let kind = ["", "municipality", "special_ward", "ward"][usize::try_from(found.kind).unwrap()];
    let answer = json!({
        "code": format!("{:06}", found.code), "kind": kind, "resolves_to": format!("{:06}", found.resolves_to),
        "valid_from": told_day(found.valid_from), "valid_until": told_day(found.valid_until),
        "name": str::from_utf8(&name[..written]).unwrap(),
    });
    Some(Ok((answer, ids(0))))
}

fn institution(request: &Value) -> Option<Typed> {
    let code = text(request, "code")?;
    let kind = match text(request, "kind")? {
        "insurance" => VSYS_INSTITUTION_INSURANCE,
        "similar" => VSYS_INSTITUTION_SIMILAR,
        "care" => VSYS_INSTITUTION_CARE,
        _ => return None,
    };
    let blank = vsys_institution { verdict: 77, expected: 77, check_digit: 77 };
    let found =
        record(blank, |place| unsafe { vsys_institution_check(code.as_ptr(), code.len(), kind, place) }).unwrap();
    let (rule, warning) = match (found.verdict, found.check_digit) {
        (VSYS_CODE_FORM, _) => {
            return Some(Err(Fault { code: "code.institution.form".to_owned(), json: String::new() }));
        }
        (VSYS_CODE_VALID, VSYS_CHECK_DIGIT_TEN_DIGITS) => (json!("ten-digits"), None),
        (VSYS_CODE_VALID, VSYS_CHECK_DIGIT_LAST_SEVEN) => (json!("last-seven"), None),
        (VSYS_CODE_VALID, VSYS_CHECK_DIGIT_NONE) => (Value::Null, None),
        (VSYS_CODE_CHECK_DIGIT, _) => (Value::Null, Some("code.institution.check_digit")),
        (VSYS_CODE_PREFECTURE, _) => (Value::Null, Some("code.institution.prefecture")),
        other => panic!("the verdict {other:?}"),
    };
    let told = face::call(null(), b"code.institution", request.to_string().as_bytes()).unwrap();
    let told: Value = serde_json::from_slice(&told).unwrap();
    assert_eq!(told["findings"].get(0).and_then(|finding| finding["code"].as_str()), warning);
    Some(Ok((json!({ "check_digit": rule }), ids(0))))
}

fn holiday(request: &Value) -> Option<Typed> {
    let on = day(text(request, "date")?)?;
    if !only(request, &["date"]) {
        return None;
    }
    let got = record(77, |place| unsafe { vsys_holiday(null(), on, place) });
    Some(got.map(|holiday| {
        let (mut name, mut written) = ([0; VSYS_TEXT_MAX], 0);
        settle(unsafe { vsys_holiday_name_copy(null(), on, name.as_mut_ptr(), name.len(), &raw mut written) }).unwrap();
        let name = (holiday == 1).then(|| str::from_utf8(&name[..written]).unwrap());
        assert_eq!(written == 0, holiday == 0);
        (json!({ "holiday": holiday == 1, "name": name }), ids(0))
    }))
}

fn cycles(request: &Value) -> Option<Typed> {
    if !only(request, &["calendar", "start", "count"]) {
        return None;
    }
    let calendar = request.get("calendar").map_or(Some(""), Value::as_str)?;
    let start = day(text(request, "start")?)?;
    let count = u32::try_from(request["count"].as_u64()?).ok()?;
    let mut cycles = vec![vsys_cycle::default(); usize::try_from(count.min(1_000)).unwrap()];
    let place = cycles.as_mut_ptr();
    let got =
        record(7, |mask| unsafe { vsys_cycles(null(), calendar.as_ptr(), calendar.len(), start, count, place, mask) });
    Some(got.map(|mask| {
        let listed = cycles.iter().map(|cycle| {
            let mut row = json!({ "number": cycle.number, "start": told_day(cycle.start), "end": told_day(cycle.end) });
            if cycle.delivery_week != 0 {
                row["delivery_week"] = told_day(cycle.delivery_week);
            }
            if cycle.deadline != 0 {
                row["deadline"] = told_moment(cycle.deadline);
            }
            row
        });
        (json!({ "cycles": listed.collect::<Vec<_>>() }), ids(mask))
    }))
}

fn deadline(request: &Value) -> Option<Typed> {
    if !only(request, &["calendar", "start", "first", "deadline", "now"]) {
        return None;
    }
    let calendar = request.get("calendar").map_or(Some(""), Value::as_str)?;
    let first = u32::from(request.get("first").map_or(Some(false), Value::as_bool)?);
    let mut mask = 0;
    let closes = match (request.get("start"), request.get("deadline")) {
        (Some(start), None) => {
            let start = day(start.as_str()?)?;
            record(7, |place| unsafe {
                vsys_cycle_deadline(null(), calendar.as_ptr(), calendar.len(), start, first, place, &raw mut mask)
            })
        }
        (None, Some(deadline)) => Ok(moment(deadline.as_str()?)?),
        _ => return None,
    };
    let closes = match closes {
        Ok(closes) => closes,
        Err(fault) => return Some(Err(fault)),
    };
    let mut answer = json!({ "deadline": told_moment(closes) });
    if let Some(now) = request.get("now") {
        let now = moment(now.as_str()?)?;
        let left = record(7, |place| unsafe { vsys_deadline_minutes(closes, now, place) }).unwrap();
        answer["met"] = json!(left != VSYS_NONE);
        answer["minutes_left"] = told(left);
        mask |= VSYS_ASSUMPTION_CUT_OFF;
    }
    Some(Ok((answer, ids(mask))))
}

fn classify(request: &Value) -> Option<Typed> {
    let at = moment(text(request, "at")?)?;
    let hours = request["hours"].to_string();
    let mut handle = core::ptr::null_mut();
    if let Err(fault) = settle(unsafe { vsys_hours_new(hours.as_ptr(), hours.len(), &raw mut handle) }) {
        return Some(Err(fault));
    }
    let got = record(vsys_time::default(), |place| unsafe { vsys_time_class(null(), handle, at, place) });
    settle(vsys_hours_free(handle)).unwrap();
    assert_eq!(settle(vsys_hours_free(handle)).unwrap_err().code, "c.handle.stale");
    let reasons = ["", "within_hours", "outside_hours", "sunday", "national_holiday", "no_hours"];
    Some(got.map(|time| {
        let clock = |digits: u32| format!("{:02}:{:02}", digits / 100, digits % 100);
        let span = (time.span_day != 0).then(|| {
            json!({ "date": told_day(time.span_day), "from": clock(time.span_from), "until": clock(time.span_until) })
        });
        let class = ["regular", "off_hours", "holiday"][usize::try_from(time.time_class).unwrap()];
        let reason = reasons[usize::try_from(time.reason).unwrap()];
        (json!({ "time": class, "reason": reason, "span": span }), ids(time.assumptions))
    }))
}

fn price(request: &Value) -> Option<Typed> {
    if !only(request, &["age", "birth_date", "count", "date", "rounding", "service", "time"]) {
        return None;
    }
    let day_of = day(text(request, "date")?)?;
    let mut mask = 0;
    let age_class = match (request.get("age"), request.get("birth_date")) {
        (Some(age), None) => match age.as_str()? {
            "six_and_over" => VSYS_AGE_CLASS_SIX_AND_OVER,
            "under_six" => VSYS_AGE_CLASS_UNDER_SIX,
            _ => return None,
        },
        (None, Some(birth)) => {
            let birth = day(birth.as_str()?)?;
            match record(77, |place| unsafe { vsys_age_class(birth, day_of, place, &raw mut mask) }) {
                Ok(class) => class,
                Err(fault) => return Some(Err(fault)),
            }
        }
        _ => return None,
    };
    let time_class = match request.get("time").map_or(Some("regular"), Value::as_str)? {
        "regular" => VSYS_TIME_CLASS_REGULAR,
        "off_hours" => VSYS_TIME_CLASS_OFF_HOURS,
        "holiday" => VSYS_TIME_CLASS_HOLIDAY,
        _ => return None,
    };
    let service = match text(request, "service")? {
        "vaccination" => VSYS_SERVICE_VACCINATION,
        "consultation_only" => VSYS_SERVICE_CONSULTATION_ONLY,
        _ => return None,
    };
    let count = u32::try_from(request.get("count").map_or(Some(1), Value::as_u64)?).ok()?;
    let rounding = rounding(request, VSYS_ROUNDING_FLOOR)?;
    let asked = vsys_service { day: day_of, service, age_class, time_class, count, rounding };
    let got = record(vsys_price::default(), |place| unsafe { vsys_price_of(null(), &raw const asked, place) });
    Some(got.map(|price| {
        assert_eq!(price.net + price.tax, price.amount);
        let answer = json!({ "price": price.unit, "net": price.net, "amount": price.amount });
        (answer, ids(mask | price.assumptions))
    }))
}

fn needles(request: &Value) -> Option<Typed> {
    if !only(request, &["product", "delivery_week", "boxes", "purpose", "policy", "rounding", "lowered"]) {
        return None;
    }
    let (product, week) = (text(request, "product")?, day(text(request, "delivery_week")?)?);
    let purpose = match (text(request, "purpose")?, request.get("rounding").map(Value::as_str)) {
        ("allocation", None | Some(Some("ceil"))) => VSYS_NEEDLES_ALLOCATION_CEIL,
        ("allocation", Some(Some("half-up"))) => VSYS_NEEDLES_ALLOCATION_HALF_UP,
        ("plan", _) => VSYS_NEEDLES_PLAN,
        _ => return None,
    };
    let policy = match request.get("policy") {
        None => String::new(),
        Some(policy) => match (policy["name"].as_str()?, policy.get("rate"), policy.get("pieces_per_vial")) {
            (name @ ("exact" | "strictly-more"), None, None) => name.to_owned(),
            ("reserve", Some(rate), None) => format!("reserve({})", rate.as_str().filter(|rate| *rate <= "1")?),
            ("per-vial", None, Some(pieces)) => format!("per-vial({})", pieces.as_u64()?),
            _ => return None,
        },
    };
    if purpose != VSYS_NEEDLES_PLAN && !policy.is_empty() {
        return None;
    }
    let lowered = request.get("lowered").map_or(Some(VSYS_NONE), Value::as_u64)?;
    let boxes = request["boxes"].as_u64()?;
    let got = record(vsys_needles::default(), |place| unsafe {
        let (start, len) = (product.as_ptr(), product.len());
        vsys_needle_fill(null(), start, len, week, boxes, purpose, policy.as_ptr(), policy.len(), lowered, place)
    });
    Some(got.map(|filled| {
        let answer = json!({
            "doses": filled.doses, "filled": filled.filled, "needles": filled.needles, "pieces": filled.pieces,
            "syringes": filled.needles,
        });
        (answer, ids(filled.assumptions))
    }))
}

/// Asks one function what an operation is asked; nothing when it cannot be asked that.
type Ask = fn(&Value) -> Option<Typed>;

#[test]
fn the_vectors() {
    let operations: [(&str, Ask, usize); 9] = [
        ("quantity.convert", convert, 40),
        ("code.municipality", municipality, 30),
        ("code.institution", institution, 25),
        ("calendar.holiday", holiday, 12),
        ("calendar.cycles", cycles, 10),
        ("calendar.deadline", deadline, 10),
        ("claims.classify", classify, 100),
        ("claims.price", price, 45),
        ("needle.fill", needles, 60),
    ];
    for (operation, typed, least) in operations {
        let compared = compare(operation, typed);
        assert!(compared >= least, "{operation}: only {compared} vectors were compared");
    }
}
