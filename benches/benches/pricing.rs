//! Ten million claim lines, priced and summed. The answers are compared before anything is timed.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark on data of its own making")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use vsys_benches::claim_lines::{ClaimLines, INSTITUTIONS, MUNICIPALITIES, checksum, prices};
use vsys_core::claims::{ClaimSum, ClaimSums, PriceColumns, PriceTable, price_lines};

const ROWS: usize = 10_000_000;
/// Count, net and tax of everything, as other engines find them.
const TOTAL: [u64; 3] = [126_175_065, 294_548_143_590, 28_326_418_962];
/// The checksums of count, net and tax by institution and by municipality.
const CHECKSUMS: [u64; 2] = [5_377_765_557_772_885_505, 15_813_672_156_787_258_172];

fn sums(table: &PriceTable, lines: &ClaimLines, threads: usize) -> ClaimSums {
    let mut sums = ClaimSums::try_new(INSTITUTIONS, MUNICIPALITIES).expect("few keys");
    sums.add(table, &lines.lines(), &lines.keys(), threads).expect("columns of the same rows");
    sums
}

fn figures(sum: ClaimSum) -> [u64; 3] {
    [sum.count, sum.net, sum.tax]
}

/// Without and with coupon together, as the other engines sum.
fn both(coupons: &[ClaimSum; 2]) -> [u64; 3] {
    let [without, with] = coupons.map(figures);
    std::array::from_fn(|place| [without, with].iter().filter_map(|figures| figures.get(place)).sum())
}

/// The columns that prices are written into.
struct Columns([Vec<u64>; 3]);

impl Columns {
    fn write(&mut self, table: &PriceTable, lines: &ClaimLines, threads: usize) {
        let [unit, net, tax] = &mut self.0;
        let report = price_lines(table, &lines.lines(), PriceColumns { unit, net, tax }, threads);
        assert_eq!(report.expect("columns of the same rows").wrong(), 0);
    }
}

fn compare(table: &PriceTable, lines: &ClaimLines, columns: &mut Columns) {
    for threads in [1, 2] {
        let sums = sums(table, lines, threads);
        assert_eq!(figures(sums.total()), TOTAL);
        assert_eq!(sums.report().wrong(), 0);
        let institutions = checksum(sums.institutions().iter().copied().flat_map(figures));
        let municipalities = checksum(sums.municipalities().iter().flat_map(both));
        assert_eq!([institutions, municipalities], CHECKSUMS);
        columns.write(table, lines, threads);
        let [_, net, tax] = &columns.0;
        let [_, all_net, all_tax] = TOTAL;
        assert_eq!([net, tax].map(|column| column.iter().sum::<u64>()), [all_net, all_tax]);
    }
}

fn ten_million_lines(c: &mut Criterion) {
    let table = prices().expect("the invented periods fit");
    let lines = ClaimLines::new(u64::try_from(ROWS).expect("a small number")).expect("the lines are made");
    let mut columns = Columns([vec![0; ROWS], vec![0; ROWS], vec![0; ROWS]]);
    compare(&table, &lines, &mut columns);
    let mut group = c.benchmark_group("pricing");
    group.throughput(Throughput::Elements(10_000_000)).sample_size(20).measurement_time(Duration::from_secs(3));
    group.bench_function("read-every-byte", |b| b.iter(|| black_box(&lines).read()));
    for threads in [1, 2] {
        group.bench_function(format!("sums-{threads}"), |b| {
            b.iter(|| sums(black_box(&table), black_box(&lines), threads));
        });
        group.bench_function(format!("columns-{threads}"), |b| {
            b.iter(|| columns.write(black_box(&table), black_box(&lines), threads));
        });
    }
    group.finish();
}

criterion_group!(benches, ten_million_lines);
criterion_main!(benches);
