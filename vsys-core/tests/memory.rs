//! What a month of claims keeps in memory: a constant a municipality, and at most 32 bytes a row for double claims.
//!
//! Bytes are counted as they are asked of the allocator, at their highest.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use vsys_core::base::{Assumptions, Findings, Path, Personal};
use vsys_core::claims::{
    ClaimCase, ClaimCounts, ClaimRecord, ClaimSite, CouponKind, DoubleClaims, PriceLine, RecordTerms,
};
use vsys_core::rows::{Column, Reading, Stream};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

static HELD: AtomicUsize = AtomicUsize::new(0);
static HIGHEST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call is passed on to the system's allocator as it came.
#[allow(unsafe_code, reason = "there is no other way to count what is asked of the allocator")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        HIGHEST.fetch_max(held, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// The most bytes that some work held beyond what was held before.
fn highest<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.load(Ordering::Relaxed);
    HIGHEST.store(before, Ordering::Relaxed);
    let value = work();
    (value, HIGHEST.load(Ordering::Relaxed) - before)
}

/// One test, so that nothing else runs beside it.
#[test]
fn what_is_kept_is_bounded() {
    let book = RuleBook::bundled().unwrap();
    let terms = RecordTerms::try_new(&book, "2022-01".parse().unwrap(), ClaimSite::Institution).unwrap().into_value();
    let mut record = ClaimRecord {
        service: Service::Vaccination,
        date: "2021-12-05".parse().unwrap(),
        time: None,
        class: Some(TimeClass::Holiday),
        municipality: "131032".parse().unwrap(),
        coupon: CouponKind::WithCoupon,
        number: None,
        birth_date: None,
        age: Some(AgeClass::SixAndOver),
        dose: Some(2),
        returned: false,
    };
    let at = |member| Path::from(member).into();
    let judged = terms.judge(&record, at, &mut Findings::new(), &mut Assumptions::new()).unwrap();

    // Double claims: 32 bytes a row and a constant, at every size, growing of the index included.
    for rows in [1_000_usize, 14_337, 114_689, 458_753, 1_000_000] {
        let ((), most) = highest(|| {
            let mut claims = DoubleClaims::new();
            for row in 0..rows {
                record.number = Some(Personal::new(format!("{row:010}").parse().unwrap()));
                assert_eq!(claims.note(&record, &judged, u32::try_from(row).unwrap()), None);
            }
            assert_eq!(claims.len(), rows);
        });
        assert!(most <= 32 * rows + 64 * 1024, "{most} bytes for {rows} rows");
    }

    // Counts: 24 figures a municipality, however many cases.
    let towns: Vec<_> = book.municipalities().recipients().map(|town| town.code).collect();
    let ((), most) = highest(|| {
        let mut counts = ClaimCounts::new();
        for coupon in CouponKind::ALL {
            for &municipality in &towns {
                PriceLine::all().for_each(|line| counts.add(ClaimCase { coupon, municipality, line }, 1_000).unwrap());
            }
        }
        assert_eq!(counts.total(), 24_000 * u64::try_from(towns.len()).unwrap());
    });
    assert!(most <= 1_024 * towns.len(), "{most} bytes for {} municipalities", towns.len());

    // Reading: the block and one record, however many rows.
    const COLUMNS: [Column; 2] = [Column { names: &["a"], required: true }, Column { names: &["b"], required: true }];
    let block = "表町,131032\n".repeat(4_000);
    let read = |blocks: usize| {
        let mut stream = Stream::new("f.csv", None, &COLUMNS);
        let (mut findings, mut rows) = (Findings::new(), 0_usize);
        stream.push(b"a,b\n");
        for _ in 0..blocks {
            stream.push(block.as_bytes());
            while let Reading::Row(row) = stream.read(&mut findings) {
                rows += usize::from(row.text(1) == "131032");
            }
        }
        assert_eq!(rows, 4_000 * blocks);
    };
    let ((), few) = highest(|| read(10));
    let ((), many) = highest(|| read(250));
    assert_eq!(few, many, "a million rows take what 40,000 take");
    assert!(many <= 4 * block.len(), "{many} bytes for blocks of {}", block.len());
}
