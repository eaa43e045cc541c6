//! The bundled tables.

use chrono::Days;

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
use crate::base::Refusal;
use crate::calendar::Holidays;

use super::table::{Table, table};

/// The version of the bundled data, told beside the crate's.
pub const DATA_VERSION: &str = include_str!("../../data/VERSION").trim_ascii_end();

impl RuleBook {
    /// The bundled tables.
    ///
    /// # Errors
    /// Never with the tables as they are committed; a broken one is named.
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

const HOLIDAYS: Table = table!("holidays", "date+ name from until");

fn holidays() -> Result<Holidays, Refusal> {
    let (from, until) = (HOLIDAYS.day(2)?, HOLIDAYS.day(3)?);
    let mut day = from;
    // Each as so many days after the one before.
    let days = HOLIDAYS.read(|row| {
        day = day.checked_add_days(Days::new(row.parse(0)?))?;
        Some((day, row.string(1)))
    })?;
    Ok(Holidays::new(from, until, days))
}
