//! The nation of jobs J1 and J1c, all invented: 47 prefectures, 1,741 municipalities, 60,000 sites, with floors and caps
//! that bind. Every number is a pure function of a stream and an index: [`stream`](crate::stream).

use crate::stream::{below, half, low, squared, stream};

/// How many municipalities each prefecture has.
pub const MUNICIPALITIES_OF: [usize; 47] = [
    179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77, 42, 35, 54, 29, 19, 26, 43, 41,
    39, 30, 19, 19, 27, 23, 19, 24, 17, 20, 34, 60, 20, 21, 45, 18, 26, 43, 41,
];
/// How many municipalities there are.
pub const MUNICIPALITIES: usize = 1_741;
/// How many sites there are.
pub const SITES: usize = 60_000;
/// What is shared among the municipalities, in boxes.
pub const BOXES: u64 = 16_000;
/// What is shared among the sites, in vials.
pub const VIALS: u64 = 3_120_000;
/// How many scenarios there are.
pub const SCENARIOS: u64 = 100;

/// Recipients in columns.
#[derive(Clone, Debug, Default)]
pub struct Shares {
    /// What is shared.
    pub supply: u64,
    /// The weights.
    pub weights: Vec<u64>,
    /// The least of each.
    pub floors: Vec<u64>,
    /// The most of each.
    pub caps: Vec<u64>,
}

impl Shares {
    /// Caps of 0.5 to 4 times the proportional share, and for one in ten a floor of 1.5 times of it.
    fn new(weights: Vec<u64>, supply: u64, seed: u64) -> Self {
        let all: u64 = weights.iter().sum();
        let bounds = weights.iter().zip(0..).map(|(weight, index)| {
            let share = weight * supply;
            let cap = 1 + wide(share, below(seed, index, 896) + 128, all * 256);
            let floor = if below(seed + 1, index, 100) < 10 { cap.min(1 + wide(share, 3, 2 * all)) } else { 0 };
            (floor, cap)
        });
        let (floors, caps) = bounds.unzip();
        Self { supply, weights, floors, caps }
    }
}

fn wide(a: u64, b: u64, divisor: u64) -> u64 {
    low(u128::from(a) * u128::from(b) / u128::from(divisor))
}

/// The populations of the municipalities.
pub fn people() -> Vec<u64> {
    (0..1_741)
        .map(|index| {
            let part = half(101, index);
            160 + ((squared(part, 1) * 40_000) >> 32) + ((squared(part, 6) * 3_700_000) >> 32)
        })
        .collect()
}

/// The municipality of each of so many sites: one in each, the others where the people are, in order.
pub fn municipality_of(sites: usize) -> Vec<u16> {
    let mut all = 0;
    let sums: Vec<u64> = people()
        .iter()
        .map(|people| {
            all += people;
            all
        })
        .collect();
    let drawn = (0_u64..).take(sites.saturating_sub(MUNICIPALITIES));
    let drawn = drawn.map(|index| sums.partition_point(|sum| *sum <= stream(102, index) % all));
    let mut home: Vec<u16> =
        (0..MUNICIPALITIES).chain(drawn).take(sites).map(|town| u16::try_from(town).unwrap_or(u16::MAX)).collect();
    home.sort_unstable();
    home
}

/// The municipalities and what they share.
pub fn municipalities() -> Shares {
    Shares::new(people(), BOXES, 110)
}

/// So many sites and what they share: 52 vials for each.
pub fn sites(count: usize) -> Shares {
    let rows = u64::try_from(count).unwrap_or(u64::MAX);
    let weights = (0..rows).map(|index| {
        let part = half(103, index);
        20 + ((squared(part, 2) * 900) >> 32) + ((squared(part, 5) * 6_000) >> 32)
    });
    Shares::new(weights.collect(), 52 * rows, 120)
}

/// The weights of the sites in a scenario: 0.8 to 1.2 times their own.
pub fn scenario(weights: &[u64], number: u64) -> Vec<u64> {
    weights.iter().zip(0..).map(|(weight, index)| (weight * (205 + below(1_000 + number, index, 103))) >> 8).collect()
}

/// How many municipalities each prefecture and how many sites each municipality has.
pub fn levels(sites: usize) -> [Vec<usize>; 3] {
    let mut of_towns = vec![0; MUNICIPALITIES];
    for town in municipality_of(sites) {
        if let Some(sites) = of_towns.get_mut(usize::from(town)) {
            *sites += 1;
        }
    }
    [vec![MUNICIPALITIES_OF.len()], MUNICIPALITIES_OF.to_vec(), of_towns]
}
