//! Claims: prices, class of time, form and sheet by month, closing days, payees, and the check of a screening
//! form, each against what the rules print.
//!
//! Source: rules CLM-1 … CLM-17, F-PRICE, F-TIME, F-ROUTE, F-DEADLINE, F-AGE, F-INTERVAL; rulings tariff,
//! form-selection, claim-deadline, claim-routing, time-class, municipality-code.

mod deadline;
mod form;
mod price;
mod record;
mod routing;
mod selection;
mod time_class;

use std::sync::LazyLock;

use chrono::NaiveDate;
use vsys_core::base::{Assumptions, Findings};
use vsys_core::calendar::Month;
use vsys_core::rulebook::RuleBook;

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().expect("the bundled tables read"));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// Code and place of every finding.
fn places(findings: &Findings) -> Vec<(&'static str, String)> {
    findings.sorted().iter().map(|finding| (finding.code, finding.place.to_string())).collect()
}

fn names(assumptions: &Assumptions) -> Vec<&'static str> {
    assumptions.iter().map(|id| id.as_str()).collect()
}
