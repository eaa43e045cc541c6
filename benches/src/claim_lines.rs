//! Claim lines of job J2, all invented: institutions in municipalities, residents from elsewhere, five periods of prices.
//!
//! Every number is a pure function of a stream and an index, made of integers only, so that the same lines can be
//! made in any language: [`stream`].

use std::error::Error;

use chrono::{Days, NaiveDate};
use vsys_core::base::{Fraction, Quantity, Refusal, Rounding, Yen};
use vsys_core::claims::{KeyColumns, LineColumns, PricePeriod, PriceTable};

/// How many institutions there are.
pub const INSTITUTIONS: usize = 60_000;
/// How many municipalities there are.
pub const MUNICIPALITIES: usize = 1_741;
/// The days of vaccination, from 2021-02-01 on.
pub const DAYS: u64 = 1_155;

/// The number of an index in a stream: splitmix64.
pub const fn stream(seed: u64, index: u64) -> u64 {
    let mut z = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The upper half of a number of a stream.
const fn half(seed: u64, index: u64) -> u64 {
    stream(seed, index) >> 32
}

/// A number from 0 to below `size`, which is below 2^32.
const fn below(seed: u64, index: u64, size: u64) -> u64 {
    (half(seed, index) * size) >> 32
}

/// `part / 2^32`, squared so many times, on the same scale.
const fn squared(mut part: u64, times: u32) -> u64 {
    let mut done = 0;
    while done < times {
        part = (part * part) >> 32;
        done += 1;
    }
    part
}

/// The municipality of each institution: one in each, the others where the people are.
fn municipality_of() -> Result<Vec<u16>, Box<dyn Error>> {
    let municipalities = u64::try_from(MUNICIPALITIES)?;
    let mut people = 0;
    let sums: Vec<u64> = (0..municipalities)
        .map(|index| {
            let part = half(101, index);
            people += 160 + ((squared(part, 1) * 40_000) >> 32) + ((squared(part, 6) * 3_700_000) >> 32);
            people
        })
        .collect();
    let drawn = (0..u64::try_from(INSTITUTIONS)? - municipalities)
        .map(|index| sums.partition_point(|sum| *sum <= stream(102, index) % people));
    let mut all: Vec<u16> = (0..MUNICIPALITIES).chain(drawn).map(u16::try_from).collect::<Result<_, _>>()?;
    all.sort_unstable();
    Ok(all)
}

/// The columns of claim lines, 14 bytes a line.
#[derive(Clone, Debug, Default)]
pub struct ClaimLines {
    institution: Vec<u32>,
    municipality: Vec<u16>,
    day: Vec<u16>,
    count: Vec<u16>,
    service: Vec<u8>,
    age: Vec<u8>,
    time: Vec<u8>,
    coupon: Vec<u8>,
}

impl ClaimLines {
    /// So many lines, in no order of institution, municipality or day.
    ///
    /// # Errors
    /// Never.
    pub fn new(rows: u64) -> Result<Self, Box<dyn Error>> {
        let home = municipality_of()?;
        let mut lines = Self::default();
        for row in 0..rows {
            let institution = u32::try_from(below(201, row, u64::try_from(INSTITUTIONS)?))?;
            let away = below(202, row, 1_000) < 70;
            let municipality = if away {
                u16::try_from(below(203, row, u64::try_from(MUNICIPALITIES)?))?
            } else {
                home.get(usize::try_from(institution)?).copied().unwrap_or_default()
            };
            lines.institution.push(institution);
            lines.municipality.push(municipality);
            lines.day.push(u16::try_from(below(204, row, DAYS))?);
            lines.count.push(u16::try_from(1 + ((squared(half(209, row), 2) * 60) >> 32))?);
            lines.service.push((below(205, row, 10_000) < 500).into());
            lines.age.push((below(206, row, 100) < 2).into());
            let time = below(207, row, 100);
            lines.time.push(u8::from(time >= 80) + u8::from(time >= 92));
            lines.coupon.push((below(208, row, 100) >= 1).into());
        }
        Ok(lines)
    }

    /// The columns of which prices are made.
    pub fn lines(&self) -> LineColumns<'_, u16, u16> {
        LineColumns {
            day_zero: day_zero(),
            day: &self.day,
            count: &self.count,
            service: &self.service,
            age: &self.age,
            time: &self.time,
            coupon: &self.coupon,
        }
    }

    /// The columns by which is summed.
    pub fn keys(&self) -> KeyColumns<'_, u32, u16> {
        KeyColumns { institution: &self.institution, municipality: &self.municipality }
    }

    /// All bytes read, added up in the width of their columns: what memory alone costs.
    pub fn read(&self) -> u64 {
        let bytes = [&self.service, &self.age, &self.time, &self.coupon];
        let bytes = bytes.map(|column| column.iter().fold(0, |sum: u8, byte| sum.wrapping_add(*byte)));
        let shorts = [&self.municipality, &self.day, &self.count];
        let shorts = shorts.map(|column| column.iter().fold(0, |sum: u16, short| sum.wrapping_add(*short)));
        let words = self.institution.iter().fold(0, |sum: u32, word| sum.wrapping_add(*word));
        bytes.map(u64::from).into_iter().chain(shorts.map(u64::from)).sum::<u64>() + u64::from(words)
    }
}

/// The day that the column of days counts from.
fn day_zero() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 2, 1).unwrap_or_default()
}

/// First day, vaccination, consultation only, under six, off hours, holiday, without coupon, tax in hundredths.
const PERIODS: [(u64, [u64; 6], u128); 5] = [
    (0, [2_070, 1_540, 660, 730, 2_130, 55], 10),
    (303, [2_077, 1_543, 660, 733, 2_137, 55], 10),
    (607, [2_099, 1_551, 667, 741, 2_143, 57], 8),
    (826, [2_103, 1_553, 667, 741, 2_149, 57], 10),
    (1_001, [2_111, 1_559, 671, 743, 2_153, 59], 10),
];

/// The invented prices of the job.
///
/// # Errors
/// Never.
pub fn prices() -> Result<PriceTable, Refusal> {
    let day = |days: u64| day_zero() + Days::new(days);
    let ends = PERIODS.iter().skip(1).map(|(from, ..)| Some(day(*from))).chain([None]);
    let periods = PERIODS.iter().zip(ends).map(|((from, prices, tax), until)| {
        let [vaccination, consultation_only, under_six, off_hours, holiday, without_coupon] =
            prices.map(|price| Yen::try_new(price).ok());
        PricePeriod {
            from: day(*from),
            until,
            consultation_only,
            vaccination,
            under_six,
            off_hours,
            holiday,
            without_coupon,
            tax: Fraction::new(*tax, 100),
        }
    });
    PriceTable::try_new(periods.collect(), Rounding::Floor)
}

/// A checksum of numbers in their order, which any language can make.
pub fn checksum(numbers: impl IntoIterator<Item = u64>) -> u64 {
    (1_u64..).zip(numbers).fold(0, |sum, (place, number)| {
        let factor = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        sum.wrapping_add(number.wrapping_add(1).wrapping_mul(factor))
    })
}
