//! The bundled tables.

use super::{
    RuleBook, assumptions, calendars, facilities, municipalities, notices, permissions, prefectures, products, rules,
    sources, supplies, support, tariff,
};
use crate::base::{Findings, Refusal};
use crate::calendar::Holidays;
use crate::rows::Column;

use super::table::{read, required};

/// The version of the bundled data, told beside the crate's.
pub const DATA_VERSION: &str = include_str!("../../data/VERSION").trim_ascii_end();

impl RuleBook {
    /// The bundled tables.
    ///
    /// # Errors
    /// Never with the tables as they are committed; a broken one is named with its cells.
    pub fn bundled() -> Result<Self, Refusal> {
        Ok(Self {
            data_version: DATA_VERSION.to_owned(),
            products: products::bundled()?,
            prefectures: prefectures::bundled()?,
            municipalities: municipalities::bundled()?,
            holidays: holidays()?,
            calendars: calendars::bundled()?,
            supplies: supplies::bundled()?,
            sources: sources::bundled()?,
            rules: rules::bundled()?,
            assumptions: assumptions::bundled()?,
            notices: notices::bundled()?,
            permissions: permissions::bundled()?,
            tariff: tariff::bundled()?,
            support_periods: support::bundled()?,
            approval_items: facilities::approval_items()?,
            product_groups: facilities::product_groups()?,
        })
    }
}

const HOLIDAY_COLUMNS: [Column; 3] = [required(&["date"]), required(&["name"]), required(&["source"])];

fn holidays() -> Result<Holidays, Refusal> {
    let text = include_str!("../../data/holidays.csv");
    let days = read("holidays.csv", text, &HOLIDAY_COLUMNS, |row, findings: &mut Findings| {
        Some((row.date(0, findings)?, row.text(1).into_owned()))
    })?;
    let [from, until] = super::table::span(text)?;
    Ok(Holidays::new(from, until, days))
}
