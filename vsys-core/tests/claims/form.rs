//! The check of a screening form.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use vsys_core::claims::{FormFault, FormLimits, LeastAge, ScreeningRecord, check_form, form_findings};

use super::{day, places};

const RIGHT: ScreeningRecord<'static> = ScreeningRecord {
    coupon: "1061403573",
    municipality: "131016",
    birth_date: "1937-05-29",
    date: "2022-12-07",
    dose: 3,
    previous_date: Some("2022-07-01"),
};

fn limits(age: LeastAge) -> FormLimits {
    FormLimits { interval_days: 18, age, today: day("2023-03-31") }
}

fn faults(form: &ScreeningRecord<'_>) -> Vec<FormFault> {
    check_form(form, &limits(LeastAge::Days(1_825))).iter().collect()
}

#[test]
fn each_fault_is_found_alone_and_at_its_member() {
    use FormFault as F;
    let cases: [(ScreeningRecord<'_>, F, &str, &str); 22] = [
        (ScreeningRecord { coupon: "106140357", ..RIGHT }, F::Coupon, "form.coupon.form", "/coupon"),
        (ScreeningRecord { coupon: "10614035730", ..RIGHT }, F::Coupon, "form.coupon.form", "/coupon"),
        (ScreeningRecord { coupon: "１061403573", ..RIGHT }, F::Coupon, "form.coupon.form", "/coupon"),
        (ScreeningRecord { coupon: "", ..RIGHT }, F::Coupon, "form.coupon.form", "/coupon"),
        (
            ScreeningRecord { municipality: "131017", ..RIGHT },
            F::Municipality,
            "code.municipality.check_digit",
            "/municipality",
        ),
        (
            ScreeningRecord { municipality: "999999", ..RIGHT },
            F::Municipality,
            "code.municipality.check_digit",
            "/municipality",
        ),
        (
            ScreeningRecord { municipality: "13101", ..RIGHT },
            F::Municipality,
            "code.municipality.form",
            "/municipality",
        ),
        (ScreeningRecord { birth_date: "1937-02-29", ..RIGHT }, F::BirthDate, "form.date.form", "/birth_date"),
        (ScreeningRecord { birth_date: "昭和12年5月29日", ..RIGHT }, F::BirthDate, "form.date.form", "/birth_date"),
        (ScreeningRecord { date: "2022-12-32", ..RIGHT }, F::Date, "form.date.form", "/date"),
        (ScreeningRecord { date: "2022/12/07", ..RIGHT }, F::Date, "form.date.form", "/date"),
        (ScreeningRecord { date: "2022-12-7", ..RIGHT }, F::Date, "form.date.form", "/date"),
        (ScreeningRecord { date: "2023-04-01", ..RIGHT }, F::FutureDate, "form.date.future", "/date"),
        (ScreeningRecord { dose: 0, previous_date: None, ..RIGHT }, F::Dose, "form.dose.range", "/dose"),
        (ScreeningRecord { dose: 8, ..RIGHT }, F::Dose, "form.dose.range", "/dose"),
        (
            ScreeningRecord { previous_date: Some("2022-00-01"), ..RIGHT },
            F::PreviousDate,
            "form.date.form",
            "/previous_date",
        ),
        (
            ScreeningRecord { previous_date: Some("2022-11-20"), ..RIGHT },
            F::Interval,
            "form.interval.too_short",
            "/previous_date",
        ),
        (
            ScreeningRecord { previous_date: Some("2022-12-08"), ..RIGHT },
            F::Interval,
            "form.interval.too_short",
            "/previous_date",
        ),
        (ScreeningRecord { birth_date: "2017-12-09", ..RIGHT }, F::Age, "form.age.too_young", "/birth_date"),
        (ScreeningRecord { birth_date: "2022-12-08", ..RIGHT }, F::Age, "form.age.too_young", "/birth_date"),
        (ScreeningRecord { dose: 1, ..RIGHT }, F::PreviousUnexpected, "form.previous.unexpected", "/previous_date"),
        (
            ScreeningRecord { previous_date: None, ..RIGHT },
            F::PreviousMissing,
            "form.previous.missing",
            "/previous_date",
        ),
    ];
    assert!(faults(&RIGHT).is_empty());
    for (index, (form, fault, code, place)) in cases.into_iter().enumerate() {
        assert_eq!(faults(&form), [fault], "case {index}");
        let limits = limits(LeastAge::Days(1_825));
        let findings = form_findings(&form, &limits, check_form(&form, &limits));
        assert_eq!(places(&findings), [(code, place.to_owned())], "case {index}");
        // Errors but for the two warnings, and nothing of the form in any of them.
        let warning = matches!(fault, F::PreviousUnexpected | F::PreviousMissing);
        assert_eq!(findings.has_errors(), !warning, "case {index}");
        assert!(findings.sorted().iter().all(|finding| finding.value.is_none()));
    }
}

#[test]
fn all_faults_of_a_form_are_told_at_once() {
    let form = ScreeningRecord {
        coupon: "x",
        municipality: "x",
        birth_date: "2023-04-02",
        date: "2023-04-01",
        dose: 9,
        previous_date: Some("2023-04-03"),
    };
    use FormFault as F;
    let expected = [
        F::Coupon,
        F::Municipality,
        F::Dose,
        F::Interval,
        F::Age,
        F::FutureBirthDate,
        F::FutureDate,
        F::FuturePreviousDate,
    ];
    assert_eq!(faults(&form), expected);
    let dates = ScreeningRecord { birth_date: "x", date: "x", previous_date: Some("x"), ..RIGHT };
    assert_eq!(faults(&dates), [F::BirthDate, F::Date, F::PreviousDate]);
}

#[test]
fn an_age_in_years_is_reached_on_the_eve_of_the_birthday() {
    let is_under = |birth_date, date| {
        let form = ScreeningRecord { birth_date, date, ..RIGHT };
        check_form(&form, &limits(LeastAge::Years(5))).contains(FormFault::Age)
    };
    assert!(is_under("2017-12-09", "2022-12-07"));
    assert!(!is_under("2017-12-08", "2022-12-07"));
    // Two leap days lie between: 1,825 days are one day too few, and only the law sees it.
    assert!(is_under("2016-02-20", "2021-02-18"));
    assert!(!is_under("2016-02-20", "2021-02-19"));
    let form = ScreeningRecord { birth_date: "2016-02-20", date: "2021-02-18", previous_date: None, ..RIGHT };
    assert!(!check_form(&form, &limits(LeastAge::Days(1_825))).contains(FormFault::Age));
}

#[test]
fn nothing_personal_stands_in_a_finding() {
    let form = ScreeningRecord { coupon: "4649464946x", birth_date: "2022-12-08", ..RIGHT };
    let limits = limits(LeastAge::Years(5));
    let told = format!("{:?}", form_findings(&form, &limits, check_form(&form, &limits)));
    assert!(told.contains("form.coupon.form") && told.contains("form.age.too_young"));
    assert!(!told.contains("4649464946") && !told.contains("2022-12-08"));
}

/// The same form by the definition of the benchmark, word for word: no date beyond the standard library's
/// reading of the parts, days counted by hand.
fn by_definition(form: &ScreeningRecord<'_>) -> Vec<FormFault> {
    let mut wrong = Vec::new();
    let digits = |text: &str, count| text.len() == count && text.chars().all(|c| c.is_ascii_digit());
    if !digits(form.coupon, 10) {
        wrong.push(FormFault::Coupon);
    }
    let code: Vec<u32> = form.municipality.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum = |code: &[u32]| code.iter().zip([6, 5, 4, 3, 2]).map(|(d, w)| d * w).sum::<u32>() % 11;
    let check = |code: &[u32]| if sum(code) == 0 { 1 } else { (11 - sum(code)) % 10 };
    if !(digits(form.municipality, 6) && check(&code) == code[5]) {
        wrong.push(FormFault::Municipality);
    }
    let number = |text: &str| {
        let parts: Vec<i64> = text.split('-').filter_map(|part| part.parse().ok()).collect();
        let [year, month, day] = parts[..] else { return None };
        let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let lengths = [31, 28 + i64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let length = *lengths.get(usize::try_from(month - 1).ok()?)?;
        let before: i64 = lengths.iter().take(usize::try_from(month - 1).ok()?).sum();
        let years: i64 = (1..year).map(|year| 365 + i64::from(leap(year))).sum();
        (1..=length).contains(&day).then_some(years + before + day)
    };
    let (birth, date) = (number(form.birth_date), number(form.date));
    if birth.is_none() {
        wrong.push(FormFault::BirthDate);
    }
    if date.is_none() {
        wrong.push(FormFault::Date);
    }
    if !(1..=7).contains(&form.dose) {
        wrong.push(FormFault::Dose);
    }
    let previous = form.previous_date.map(number);
    if previous == Some(None) {
        wrong.push(FormFault::PreviousDate);
    }
    if previous.flatten().zip(date).is_some_and(|(previous, date)| date - previous < 18) {
        wrong.push(FormFault::Interval);
    }
    if birth.zip(date).is_some_and(|(birth, date)| date - birth < 5 * 365) {
        wrong.push(FormFault::Age);
    }
    wrong
}

/// A date near another, sometimes one that does not exist.
fn near(date: NaiveDate, most: u64) -> impl Strategy<Value = String> {
    let real = (0..=most).prop_map(move |days| (date + Days::new(days)).to_string());
    prop_oneof![8 => real, 1 => Just("2022-02-29".to_owned()), 1 => Just("2022-13-01".to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn the_answer_is_that_of_the_definition(
        coupon in prop_oneof![6 => "[0-9]{10}", 1 => "[0-9]{9,11}", 1 => "[0-9]{9}x"],
        municipality in prop_oneof![4 => Just("131016".to_owned()), 4 => "(0[1-9]|[1-3][0-9]|4[0-7])[0-9]{4}", 1 => "[0-9]{5}"],
        birth in near(day("2015-11-01"), 1_200),
        date in near(day("2021-01-01"), 1_200),
        previous in prop::option::of(near(day("2021-01-01"), 1_200)),
        dose in 0_u64..=8,
    ) {
        let form: ScreeningRecord<'_> = ScreeningRecord {
            coupon: &coupon,
            municipality: &municipality,
            birth_date: &birth,
            date: &date,
            dose,
            previous_date: previous.as_deref(),
        };
        let limits = FormLimits { today: NaiveDate::MAX, ..limits(LeastAge::Days(5 * 365)) };
        let found: Vec<_> = check_form(&form, &limits)
            .iter()
            .filter(|fault| !matches!(fault, FormFault::PreviousUnexpected | FormFault::PreviousMissing))
            .collect();
        prop_assert_eq!(found, by_definition(&form));
    }
}
