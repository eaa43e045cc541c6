//! What the tests of the engine share: short constructors, random requests, random hierarchies.

#![allow(dead_code, reason = "every test file takes its own part")]

pub(crate) mod application;
pub(crate) mod cases;
pub(crate) mod facility;
pub(crate) mod hierarchies;
pub(crate) mod plan;
pub(crate) mod workflow;

use proptest::prelude::ProptestConfig;
use vsys_core::base::{
    Boxes, DetailValue, Doses, Finding, MunicipalityCode, PrefectureCode, Quantity, Refusal, SiteId, Units, Weight,
};

pub(crate) fn units(number: u64) -> Units {
    Units::try_new(number).unwrap()
}

pub(crate) fn weight(number: u64) -> Weight {
    Weight::try_new(number).unwrap()
}

pub(crate) fn boxes(number: u64) -> Boxes {
    Boxes::try_new(number).unwrap()
}

pub(crate) fn doses(number: u64) -> Doses {
    Doses::try_new(number).unwrap()
}

pub(crate) fn id(text: &str) -> SiteId {
    text.parse().unwrap()
}

pub(crate) fn prefecture(number: usize) -> PrefectureCode {
    format!("{number:02}").parse().unwrap()
}

/// The code of the `number`-th municipality of a prefecture, with the check digit of F-CODE.
pub(crate) fn town(prefecture: usize, number: usize) -> MunicipalityCode {
    let digits = format!("{prefecture:02}{:03}", 100 + number);
    let sum: u32 = digits.bytes().zip([6, 5, 4, 3, 2]).map(|(digit, factor)| u32::from(digit - b'0') * factor).sum();
    format!("{digits}{}", (11 - sum % 11) % 10).parse().unwrap()
}

/// So many random cases; a failure prints its smallest case and writes no file.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A particular of a finding.
pub(crate) fn detail<'f>(finding: &'f Finding, name: &str) -> Option<&'f DetailValue> {
    finding.details.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The listed findings of a refusal as «code at place».
pub(crate) fn codes(refusal: &Refusal) -> Vec<String> {
    refusal.findings().sorted().iter().map(|finding| format!("{} at {}", finding.code, finding.place)).collect()
}
