//! Claim lines of job J2, all invented: institutions in municipalities, residents from elsewhere, five periods of prices.
//!
//! Every number is a pure function of a stream and an index, made of integers only, so that the same lines can be
//! made in any language: [`stream`](crate::stream).

use std::error::Error;

use crate::nation::{MUNICIPALITIES, municipality_of};
use crate::stream::{below, half, squared};
use chrono::{Days, NaiveDate};
use vsys_core::base::{Fraction, Quantity, Refusal, Rounding, Yen};
use vsys_core::claims::{KeyColumns, LineColumns, PricePeriod, PriceTable};

/// How many institutions there are.
pub const INSTITUTIONS: usize = crate::nation::SITES;
/// The days of vaccination, from 2021-02-01 on.
pub const DAYS: u64 = 1_155;

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
        let home = municipality_of(INSTITUTIONS);
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

    /// The columns with their names, as bytes from the low end.
    pub fn bytes(&self) -> [(&'static str, Vec<u8>); 8] {
        let shorts = |column: &[u16]| column.iter().flat_map(|number| number.to_le_bytes()).collect();
        [
            ("inst", self.institution.iter().flat_map(|number| number.to_le_bytes()).collect()),
            ("muni", shorts(&self.municipality)),
            ("date", shorts(&self.day)),
            ("count", shorts(&self.count)),
            ("kind", self.service.clone()),
            ("age", self.age.clone()),
            ("hours", self.time.clone()),
            ("coupon", self.coupon.clone()),
        ]
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
