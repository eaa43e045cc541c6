//! Claims that are made twice.

use chrono::Datelike;
use hashbrown::HashTable;

use super::record::{ClaimRecord, JudgedRecord};
use crate::calendar::Month;
use crate::rulebook::Service;

/// The days that a key can tell, counted from a first one: more than the programme lasted.
const FIRST_DAY: Month = Month::named(2021, 1);
const DAYS: u64 = 1 << 11;
/// The doses that a key can tell.
const DOSES: u64 = 1 << 8;
/// Records of a segment: what is kept grows by this much, never by doubling.
const SEGMENT: usize = 4_096;

/// Finds claims that are made twice (二重請求): the same coupon for the same dose, or, of a consultation alone and of
/// a record without its dose, for the same day. Records without the number of their coupon cannot be compared.
///
/// It keeps at most 29 bytes a record. Source: F-CODE (a coupon number is the same for all doses of a person at one
/// municipality), F-VRS; assumption double-claim.
///
/// ```
/// use vsys_core::base::{Assumptions, Findings, Path};
/// use vsys_core::claims::{ClaimRecord, ClaimSite, CouponKind, DoubleClaims, RecordTerms};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let terms = RecordTerms::try_new(&book, "2022-01".parse()?, ClaimSite::Institution)?.into_value();
/// let record = |dose: u8| ClaimRecord {
///     service: Service::Vaccination,
///     date: "2021-12-05".parse().unwrap(),
///     time: None,
///     class: Some(TimeClass::Holiday),
///     municipality: "131032".parse().unwrap(),
///     coupon: CouponKind::WithCoupon,
///     number: Some("0012345678".parse().unwrap()),
///     birth_date: None,
///     age: Some(AgeClass::SixAndOver),
///     dose: Some(dose),
///     returned: false,
/// };
/// let mut claims = DoubleClaims::new();
/// let mut note = |dose, row| {
///     let record = record(dose);
///     let at = |member| Path::from(member).into();
///     let judged = terms.judge(&record, at, &mut Findings::new(), &mut Assumptions::new()).unwrap();
///     claims.note(&record, &judged, row)
/// };
/// assert_eq!(note(2, 10), None);
/// assert_eq!(note(3, 11), None);
/// assert_eq!(note(2, 12), Some(10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct DoubleClaims {
    /// What is noted, in segments: its key and the caller's number.
    segments: Vec<Segment>,
    /// By key, where it stands in the segments.
    index: HashTable<u32>,
}

#[derive(Debug)]
struct Segment {
    keys: Vec<u64>,
    numbers: Vec<u32>,
}

impl DoubleClaims {
    /// Nothing noted yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a record under a number of the caller's (its row), judged to be claimed on the sheets. Where the same was noted before, nothing changes, and
    /// the number of the first is given.
    pub fn note(&mut self, record: &ClaimRecord, judged: &JudgedRecord, number: u32) -> Option<u32> {
        let key = key(record, judged)?;
        let segments = &self.segments;
        let known = self.index.find(mixed(key), |at| entry(segments, *at).is_some_and(|(known, _)| known == key));
        if let Some((_, first)) = known.and_then(|at| entry(segments, *at)) {
            return Some(first);
        }
        let full = self.segments.last().is_none_or(|segment| segment.keys.len() == SEGMENT);
        if full {
            self.segments.push(Segment { keys: Vec::with_capacity(SEGMENT), numbers: Vec::with_capacity(SEGMENT) });
        }
        let whole = self.segments.len().saturating_sub(1).saturating_mul(SEGMENT);
        let segment = self.segments.last_mut()?;
        let at = u32::try_from(whole + segment.keys.len()).ok()?;
        segment.keys.push(key);
        segment.numbers.push(number);
        let segments = &self.segments;
        self.index.insert_unique(mixed(key), at, |at| entry(segments, *at).map_or(0, |(key, _)| mixed(key)));
        None
    }

    /// How many records are noted.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }
}

/// The key and number that stand at a place.
fn entry(segments: &[Segment], at: u32) -> Option<(u64, u32)> {
    let at = usize::try_from(at).ok()?;
    let segment = segments.get(at / SEGMENT)?;
    Some((*segment.keys.get(at % SEGMENT)?, *segment.numbers.get(at % SEGMENT)?))
}

/// What makes a claim the same, in one number: 16 bits for the municipality without its check digit, 34 for the
/// coupon, 14 for the dose or the day. Nothing without the number of the coupon, or for a day that no claim has.
fn key(record: &ClaimRecord, judged: &JudgedRecord) -> Option<u64> {
    let coupon = record.number.as_ref()?.reveal().number();
    let day = || {
        let days = record.date.num_days_from_ce() - FIRST_DAY.day(1).num_days_from_ce();
        u64::try_from(days).ok().filter(|day| *day < DAYS)
    };
    let what = match (record.service, record.dose) {
        (Service::Vaccination, Some(dose)) => u64::from(dose),
        (Service::Vaccination, None) => DOSES + day()?,
        (Service::ConsultationOnly, _) => DOSES + DAYS + day()?,
    };
    let municipality = u64::from(judged.case.municipality.number() / 10);
    Some((municipality << 34 | coupon) << 14 | what)
}

/// A key whose bits are mixed well (the last step of splitmix64).
const fn mixed(key: u64) -> u64 {
    let key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ (key >> 31)
}
