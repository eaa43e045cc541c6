//! One check of a screening form: the form of the peers, and a mix of forms of which one in eight has a fault.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark on data of its own making")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vsys_benches::form::{AGE_DAYS, INTERVAL_DAYS, forms, plain};
use vsys_core::claims::{FormFault, FormFaults, FormLimits, LeastAge, ScreeningRecord, check_form};

/// The form that every peer is timed on.
const FORM: ScreeningRecord<'static> = ScreeningRecord {
    coupon: "1061403573",
    municipality: "131016",
    birth_date: "1937-05-29",
    date: "2022-12-07",
    dose: 3,
    previous_date: Some("2022-07-01"),
};

/// The faults that the definition knows: it has no today and no warnings.
fn comparable(faults: FormFaults) -> Vec<FormFault> {
    let known = |fault: &FormFault| !matches!(fault, FormFault::PreviousUnexpected | FormFault::PreviousMissing);
    faults.iter().filter(known).collect()
}

fn one_form(c: &mut Criterion) {
    let today = "2023-03-31".parse().expect("a date");
    let limits = FormLimits { interval_days: INTERVAL_DAYS, age: LeastAge::Days(AGE_DAYS), today };
    assert!(check_form(&FORM, &limits).is_empty() && plain(&FORM).is_empty());
    let mix = forms(4_096).expect("the invented forms are made");
    let mut wrong = 0;
    for form in &mix {
        let expected = plain(&form.record());
        assert_eq!(comparable(check_form(&form.record(), &limits)), expected, "{form:?}");
        wrong += usize::from(!expected.is_empty());
    }
    assert!((200..2_000).contains(&wrong), "{wrong} of 4,096 forms have a fault");
    c.bench_function("form/right", |b| b.iter(|| check_form(black_box(&FORM), black_box(&limits))));
    c.bench_function("form/right-plain", |b| b.iter(|| plain(black_box(&FORM))));
    c.bench_function("form/4096-mixed", |b| {
        b.iter(|| mix.iter().filter(|form| check_form(&form.record(), black_box(&limits)).is_empty()).count());
    });
    let years = FormLimits { age: LeastAge::Years(5), ..limits };
    c.bench_function("form/right-age-in-years", |b| b.iter(|| check_form(black_box(&FORM), black_box(&years))));
}

criterion_group!(benches, one_form);
criterion_main!(benches);
