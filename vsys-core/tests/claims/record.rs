//! Records of a claim: what they count as, what keeps them out, and claims made twice.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use proptest::prelude::*;
use vsys_core::base::{Assumptions, Findings, Path, Personal};
use vsys_core::claims::{
    ClaimRecord, ClaimSite, CouponKind, DoubleClaims, HoursSpan, JudgedRecord, PostedHours, RecordTerms,
};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

use super::{BOOK, day, month, names, places};

fn terms(billing: &str, site: ClaimSite) -> RecordTerms<&'static RuleBook> {
    RecordTerms::try_new(&BOOK, month(billing), site).unwrap().into_value()
}

fn record(date: &str, class: TimeClass) -> ClaimRecord {
    ClaimRecord {
        service: Service::Vaccination,
        date: day(date),
        time: None,
        class: Some(class),
        municipality: "131032".parse().unwrap(),
        coupon: CouponKind::WithCoupon,
        number: Some("0012345678".parse().unwrap()),
        birth_date: None,
        age: Some(AgeClass::SixAndOver),
        dose: Some(2),
        returned: false,
    }
}

struct Judged {
    value: Option<JudgedRecord>,
    findings: Findings,
    assumptions: Assumptions,
}

fn judge(terms: &RecordTerms<&RuleBook>, record: &ClaimRecord) -> Judged {
    let (mut findings, mut assumptions) = (Findings::new(), Assumptions::new());
    let value = terms.judge(record, |member| Path::from(member).into(), &mut findings, &mut assumptions);
    assert_eq!(value.is_none(), findings.has_errors(), "{findings:?}");
    Judged { value, findings, assumptions }
}

/// CLM-8, CLM-11, F-PRICE: month of vaccination, site, whether the surcharge stands on the sheet, is claimed apart or
/// is refused.
#[test]
fn a_surcharge_goes_where_the_month_and_the_site_send_it() {
    use TimeClass::{Holiday, OffHours, Regular};
    let cases = [
        ("2021-12-05", ClaimSite::Institution, Ok((Holiday, None))),
        ("2021-12-05", ClaimSite::Workplace, Ok((Holiday, None))),
        ("2021-12-05", ClaimSite::WorkplaceModerna, Err(("claims.surcharge.none", "/class"))),
        ("2021-11-07", ClaimSite::Institution, Ok((Regular, Some(Holiday)))),
        ("2021-11-07", ClaimSite::WorkplaceModerna, Err(("claims.surcharge.none", "/class"))),
        ("2021-04-04", ClaimSite::Institution, Ok((Regular, Some(Holiday)))),
        ("2021-03-28", ClaimSite::Institution, Err(("claims.addition.not_in_force", "/date"))),
        ("2021-02-16", ClaimSite::Institution, Err(("claims.date.outside_programme", "/date"))),
        ("2021-01-31", ClaimSite::Institution, Err(("claims.month.outside_programme", "/date"))),
        ("2022-01-02", ClaimSite::Institution, Err(("claims.month.not_after", "/date"))),
    ];
    for (date, site, expected) in cases {
        let terms = terms("2022-01", site);
        let judged = judge(&terms, &record(date, Holiday));
        match expected {
            Ok((time, apart)) => {
                let value = judged.value.unwrap();
                assert_eq!((value.case.line.time, value.apart), (time, apart), "{date}");
                let warned = !judged.findings.is_empty();
                assert_eq!(warned, apart.is_some(), "{date}: what is claimed apart is told");
            }
            Err((code, place)) => assert_eq!(places(&judged.findings), [(code, place.to_owned())], "{date}"),
        }
        // Within hours nothing but the day itself can be wrong.
        let regular = judge(&terms, &record(date, Regular)).value;
        let paid = ("2021-02-17".."2022-01-01").contains(&date);
        assert_eq!(regular.map(|value| (value.case.line.time, value.apart)), paid.then_some((Regular, None)), "{date}");
        assert_eq!(judge(&terms, &record(date, OffHours)).value.is_some(), expected.is_ok(), "{date}");
    }
}

/// F-AGE: under six until the eve of the sixth birthday.
#[test]
fn the_class_of_age_and_the_birth_date_must_agree() {
    let terms = terms("2022-03", ClaimSite::Institution);
    let mut record = record("2022-02-11", TimeClass::Regular);
    let mut judged = |birth: Option<&str>, age| {
        record.birth_date = birth.map(|birth| Personal::new(day(birth)));
        record.age = age;
        judge(&terms, &record)
    };
    for (birth, age, eve) in [
        ("2016-02-11", AgeClass::SixAndOver, false),
        ("2016-02-12", AgeClass::UnderSix, true),
        ("2016-02-13", AgeClass::UnderSix, false),
    ] {
        for given in [None, Some(age)] {
            let judged = judged(Some(birth), given);
            assert_eq!(judged.value.unwrap().case.line.age, age, "{birth}");
            assert_eq!(names(&judged.assumptions), if eve { vec!["assumption.age-under-six"] } else { vec![] });
        }
    }
    let differs = judged(Some("2016-02-12"), Some(AgeClass::SixAndOver));
    assert_eq!(places(&differs.findings), [("claims.record.age_differs", "/age".to_owned())]);
    assert!(!format!("{:?}", differs.findings).contains("2016"), "a birth date is never shown");
    assert_eq!(places(&judged(None, None).findings), [("claims.record.age_missing", "/age".to_owned())]);
    let unborn = judged(Some("2022-02-12"), None);
    assert_eq!(places(&unborn.findings), [("claims.birth.after_vaccination", "/birth_date".to_owned())]);
}

/// F-TIME, with hours on working days from 9 to 12.
#[test]
fn the_class_of_time_and_the_posted_hours_must_agree() {
    let span = HoursSpan { from: "09:00:00".parse().unwrap(), until: "12:00:00".parse().unwrap() };
    let mut week: [Vec<HoursSpan>; 7] = Default::default();
    week[..5].fill(vec![span]);
    let terms = terms("2022-01", ClaimSite::Institution).with_hours(PostedHours::try_new(week, Vec::new()).unwrap());
    for (date, time, class) in [
        ("2021-12-01", "10:00:00", TimeClass::Regular),
        ("2021-12-01", "13:00:00", TimeClass::OffHours),
        ("2021-12-04", "10:00:00", TimeClass::Holiday),
    ] {
        let mut record = record(date, class);
        record.time = Some(time.parse::<NaiveTime>().unwrap());
        for given in [None, Some(class)] {
            record.class = given;
            assert_eq!(judge(&terms, &record).value.unwrap().case.line.time, class);
        }
        let other = if class == TimeClass::Regular { TimeClass::Holiday } else { TimeClass::Regular };
        record.class = Some(other);
        assert_eq!(places(&judge(&terms, &record).findings), [("claims.record.time_differs", "/class".to_owned())]);
        record.class = None;
        record.time = None;
        assert_eq!(places(&judge(&terms, &record).findings), [("claims.record.time_missing", "/class".to_owned())]);
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut record = record("2022-01-02", TimeClass::Holiday);
    // 目黒区 with the next number: the check digit fits, the code is nobody's.
    record.municipality = "131997".parse().unwrap();
    record.age = None;
    record.class = None;
    let judged = judge(&terms("2022-01", ClaimSite::Institution), &record);
    let expected = [
        ("claims.record.age_missing", "/age"),
        ("claims.record.time_missing", "/class"),
        ("claims.month.not_after", "/date"),
        ("code.municipality.unknown", "/municipality"),
    ];
    assert_eq!(places(&judged.findings), expected.map(|(code, place)| (code, place.to_owned())));
}

#[test]
fn a_ward_stands_for_its_city_and_a_returned_form_needs_two_months() {
    let mut ward = record("2021-12-05", TimeClass::Regular);
    ward.municipality = "141011".parse().unwrap(); // 横浜市鶴見区
    let january = terms("2022-01", ClaimSite::Institution);
    assert_eq!(judge(&january, &ward).value.unwrap().case.municipality.to_string(), "141003");
    ward.returned = true;
    let refused = judge(&january, &ward);
    assert_eq!(places(&refused.findings), [("claims.month.return_too_early", "/date".to_owned())]);
    assert!(judge(&terms("2022-02", ClaimSite::Institution), &ward).value.is_some());
}

/// A vaccination or consultation of a few people of two municipalities, in a few days.
fn arbitrary() -> impl Strategy<Value = ClaimRecord> {
    let municipality = prop_oneof![Just("131032"), Just("141003"), Just("141011")];
    (0_u64..4, municipality, 1_u8..4, 1_u32..5, any::<(bool, bool, bool)>()).prop_map(
        |(number, municipality, dose, date, (vaccinated, numbered, counted))| {
            let mut record = record("2021-12-01", TimeClass::Regular);
            record.date = month("2021-12").day(date);
            record.municipality = municipality.parse().unwrap();
            record.service = if vaccinated { Service::Vaccination } else { Service::ConsultationOnly };
            record.number = numbered.then(|| format!("{:010}", number * 3_333_333_333).parse().unwrap());
            record.dose = counted.then_some(dose);
            record
        },
    )
}

proptest! {
    #[test]
    fn a_claim_made_twice_is_found_by_its_first_row(records in prop::collection::vec(arbitrary(), 0..120)) {
        let terms = terms("2022-01", ClaimSite::Institution);
        let mut claims = DoubleClaims::new();
        let mut seen = BTreeMap::new();
        for (row, record) in (2_u32..).zip(&records) {
            let judged = judge(&terms, record).value.unwrap();
            let number = record.number.as_ref().map(|number| number.reveal().to_string());
            let dosed = record.service == Service::Vaccination && record.dose.is_some();
            let same = (number.clone(), judged.case.municipality, record.service, if dosed {
                (record.dose, None)
            } else {
                (None, Some(record.date))
            });
            let expected = number.and_then(|_| seen.get(&same).copied());
            prop_assert_eq!(claims.note(record, &judged, row), expected);
            if expected.is_none() && record.number.is_some() {
                seen.insert(same, row);
            }
        }
        prop_assert_eq!(claims.len(), seen.len());
    }
}
