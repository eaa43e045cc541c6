//! The bundled tables.

#[cfg(not(feature = "municipalities"))]
use super::Municipalities;
#[cfg(feature = "municipalities")]
use super::municipality_table;
use super::{
    Permissions, RuleBook, calendars, facilities, notices, permissions, policies, prefectures, products, published,
    supplies, support, tariff,
};
#[cfg(feature = "registers")]
use super::{assumptions, rules, sources};
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
            data_version: data_version(),
            products: products::bundled()?,
            prefectures: prefectures::bundled()?,
            #[cfg(feature = "municipalities")]
            municipalities: municipality_table::bundled()?,
            #[cfg(not(feature = "municipalities"))]
            municipalities: Municipalities::left_out(),
            holidays: holidays()?,
            calendars: calendars::bundled()?,
            supplies: if cfg!(feature = "policies") { supplies::bundled()? } else { Vec::new() },
            policies: if cfg!(feature = "policies") { policies::bundled()? } else { Vec::new() },
            published: if cfg!(feature = "policies") { published::bundled()? } else { Vec::new() },
            #[cfg(feature = "registers")]
            sources: sources::bundled()?,
            #[cfg(feature = "registers")]
            rules: rules::bundled()?,
            #[cfg(feature = "registers")]
            assumptions: assumptions::bundled()?,
            notices: if cfg!(feature = "notices") { notices::bundled()? } else { Vec::new() },
            permissions: if cfg!(feature = "permissions") { permissions::bundled()? } else { Permissions::default() },
            tariff: tariff::bundled()?,
            support_periods: support::bundled()?,
            approval_items: if cfg!(feature = "facilities") { facilities::approval_items()? } else { Vec::new() },
            product_groups: if cfg!(feature = "facilities") { facilities::product_groups()? } else { Vec::new() },
        })
    }
}

/// A build without a table says so in its version, as a table of the caller's own does.
fn data_version() -> String {
    let left_out = if cfg!(feature = "municipalities") { "" } else { "-without-municipalities" };
    format!("{DATA_VERSION}{left_out}")
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
