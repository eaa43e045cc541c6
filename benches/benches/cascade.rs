//! The cascade of a nation with 60,000 sites, and the apportionment of one level.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark on data of its own making")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vsys_benches::nation;
use vsys_core::allocation::{ApportionRequest, Level, Method, Recipient, apportion, cascade};
use vsys_core::base::{Quantity, Units, Weight};

fn whole_cascade(c: &mut Criterion) {
    let (network, supply, options) = nation().expect("the generated nation is valid");
    c.bench_function("cascade/47-1741-60000", |b| {
        b.iter(|| cascade(black_box(&network), supply, &options).expect("the nation can be served"));
    });
    let answer = cascade(&network, supply, &options).expect("the nation can be served");
    c.bench_function("cascade/explain-every-municipality", |b| {
        b.iter(|| {
            (0..47)
                .map(|giver| answer.value().explain(black_box(&network), Level::Municipality, giver).len())
                .sum::<usize>()
        });
    });
}

fn one_level(c: &mut Criterion) {
    for method in [Method::LargestRemainder, Method::Webster, Method::Hill] {
        let recipients = (0_u64..60_000)
            .map(|index| {
                let weight = Weight::try_new(20 + index * 7_919 % 900).expect("in range");
                let id = format!("{index:05}").parse().expect("an id");
                Recipient::new(id, weight).with_cap(Units::try_new(40 + index * 104_729 % 60).expect("in range"))
            })
            .collect();
        let request =
            ApportionRequest::new(Units::try_new(3_000_000).expect("in range"), recipients).with_method(method);
        c.bench_function(&format!("apportion/60000/{}", method.as_str()), |b| {
            b.iter(|| apportion(black_box(&request)).expect("can be shared"));
        });
    }
}

criterion_group!(benches, whole_cascade, one_level);
criterion_main!(benches);
