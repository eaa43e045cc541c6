//! Screening forms with planted faults, and the check as one would write it without this library.

use chrono::NaiveDate;
use vsys_core::claims::{FormFault, ScreeningRecord};
use vsys_core::rulebook::RuleBook;

use crate::stream::stream;

/// The fewest days from the dose before.
pub const INTERVAL_DAYS: u32 = 18;
/// The least age in days since birth, five times 365.
pub const AGE_DAYS: u32 = 1_825;

/// A form of its own.
#[derive(Clone, Debug)]
pub struct OwnForm {
    coupon: String,
    municipality: String,
    birth_date: String,
    date: String,
    dose: u64,
    previous_date: Option<String>,
}

impl OwnForm {
    /// The form as the library takes it.
    pub fn record(&self) -> ScreeningRecord<'_> {
        ScreeningRecord {
            coupon: &self.coupon,
            municipality: &self.municipality,
            birth_date: &self.birth_date,
            date: &self.date,
            dose: self.dose,
            previous_date: self.previous_date.as_deref(),
        }
    }
}

/// The form that every peer is timed on.
pub const FORM: ScreeningRecord<'static> = ScreeningRecord {
    coupon: "1061403573",
    municipality: "131016",
    birth_date: "1937-05-29",
    date: "2022-12-07",
    dose: 3,
    previous_date: Some("2022-07-01"),
};

/// Forms as JSON, for peers in other languages.
pub fn json(forms: &[OwnForm]) -> String {
    let one = |form: &OwnForm| {
        let previous = form.previous_date.as_ref().map_or_else(|| "null".to_owned(), |date| format!("{date:?}"));
        format!(
            "{{\"coupon\":{:?},\"municipality\":{:?},\"birth_date\":{:?},\"date\":{:?},\"dose\":{},\"previous_date\":{previous}}}",
            form.coupon, form.municipality, form.birth_date, form.date, form.dose
        )
    };
    format!("[{}]\n", forms.iter().map(one).collect::<Vec<_>>().join(",\n"))
}

/// Invented forms with real municipality codes; about one in eight has a fault.
///
/// # Errors
/// Never with the bundled tables.
pub fn forms(count: u64) -> Result<Vec<OwnForm>, Box<dyn std::error::Error>> {
    let book = RuleBook::bundled()?;
    let codes: Vec<String> = book.municipalities().recipients().map(|town| town.code.to_string()).collect();
    let day = |first: &str, days: u64| -> Result<String, Box<dyn std::error::Error>> {
        Ok((first.parse::<NaiveDate>()? + chrono::Days::new(days)).to_string())
    };
    (0..count)
        .map(|index| {
            let draw = |seed: u64, most: u64| stream(seed, index) % most;
            let place = usize::try_from(draw(1, u64::try_from(codes.len())?))?;
            let after = draw(4, 600);
            let mut form = OwnForm {
                coupon: format!("{:010}", draw(2, 10_000_000_000)),
                municipality: codes.get(place).cloned().unwrap_or_default(),
                birth_date: day("1925-01-01", draw(3, 33_000))?,
                date: day("2021-06-01", after)?,
                dose: 1 + draw(5, 7),
                previous_date: (draw(6, 4) > 0)
                    .then(|| day("2021-05-14", after.saturating_sub(draw(7, 180))))
                    .transpose()?,
            };
            match draw(8, 64) {
                0 => form.coupon.truncate(9),
                1 => form.coupon = form.coupon.replace('1', "l"),
                2 => {
                    let check = form.municipality.pop().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
                    form.municipality.push_str(&((check + 1) % 10).to_string());
                }
                3 => form.birth_date = day("2016-12-01", draw(3, 400))?,
                4 => form.birth_date = "1937-02-29".to_owned(),
                5 => form.date = "2022-06-31".to_owned(),
                6 => form.dose = 0,
                7 => form.previous_date = Some(form.date.clone()),
                _ => {}
            }
            Ok(form)
        })
        .collect()
}

/// The check by its definition, with the means of the standard library and chrono: the peer.
pub fn plain(form: &ScreeningRecord<'_>) -> Vec<FormFault> {
    let mut wrong = Vec::new();
    let digits = |text: &str, count: usize| text.len() == count && text.chars().all(|char| char.is_ascii_digit());
    if !digits(form.coupon, 10) {
        wrong.push(FormFault::Coupon);
    }
    let sum: u32 = form.municipality.chars().zip([6, 5, 4, 3, 2]).filter_map(|(c, w)| Some(c.to_digit(10)? * w)).sum();
    let check = form.municipality.chars().last().and_then(|char| char.to_digit(10));
    if !digits(form.municipality, 6) || check != Some((11 - sum % 11) % 10) {
        wrong.push(FormFault::Municipality);
    }
    let read = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let (birth, date) = (read(form.birth_date), read(form.date));
    if birth.is_none() {
        wrong.push(FormFault::BirthDate);
    }
    if date.is_none() {
        wrong.push(FormFault::Date);
    }
    if !(1..=7).contains(&form.dose) {
        wrong.push(FormFault::Dose);
    }
    let previous = form.previous_date.map(read);
    if previous == Some(None) {
        wrong.push(FormFault::PreviousDate);
    }
    if previous.flatten().zip(date).is_some_and(|(a, b)| (b - a).num_days() < i64::from(INTERVAL_DAYS)) {
        wrong.push(FormFault::Interval);
    }
    if birth.zip(date).is_some_and(|(a, b)| (b - a).num_days() < i64::from(AGE_DAYS)) {
        wrong.push(FormFault::Age);
    }
    wrong
}
