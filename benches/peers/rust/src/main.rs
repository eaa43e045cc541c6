//! J1 without bounds by crates: `vsys-peers FOLDER ENGINE CASE`.

use std::io::BufRead;
use std::time::Instant;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, engine, case] = words.as_slice() else { panic!("usage: vsys-peers FOLDER ENGINE CASE") };
    let seats: u64 = if case == "muni" { 16_000 } else { 3_120_000 };
    let bytes = std::fs::read(format!("{folder}/j1_{case}_w.bin")).expect("the data are made");
    let weights: Vec<u64> = bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]).into()).collect();
    let votes: Vec<f64> = weights.iter().map(|&weight| weight as f64).collect();
    let run: Box<dyn Fn() -> Vec<u64>> = match engine.as_str() {
        "largest-remainder-method" => Box::new(|| largest_remainder_method::apportion(&weights, seats)),
        "sainte_lague" => Box::new(|| {
            let seats = usize::try_from(seats).expect("few seats");
            let given = sainte_lague::distribute(&votes, &seats, &true).unwrap_or_default();
            given.into_iter().map(|seats| seats as u64).collect()
        }),
        _ => panic!("no such engine: {engine}"),
    };
    let checksum = run().iter().zip(1_u64..).fold(0_u64, |sum, (amount, place)| {
        sum.wrapping_add((amount + 1).wrapping_mul(place.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1))
    });
    println!("ready {checksum}");
    for _ in std::io::stdin().lock().lines() {
        let begun = Instant::now();
        std::hint::black_box(run());
        println!("{}", begun.elapsed().as_nanos());
    }
}
