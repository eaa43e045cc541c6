//! Claim lines in a table: the columns that a price follows from.

use std::borrow::Cow;

use chrono::NaiveDate;
use pyo3::prelude::*;
use vsys_core::base::{DetailValue, Findings, Segment};
use vsys_core::claims::{ColumnNumber, CouponKind, LineColumns};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};

use crate::column::{Columns, Counts};
use crate::faults::{Faults, column_path};

/// The names of the columns; `None` = the same in every row.
#[derive(Clone, Debug, FromPyObject)]
pub(crate) struct LineNames {
    date: String,
    count: Option<String>,
    service: Option<String>,
    age: Option<String>,
    time: Option<String>,
    coupon: Option<String>,
}

/// The columns of some lines.
pub(crate) struct Lines<'t> {
    day: Cow<'t, [i32]>,
    count: Counts<'t>,
    service: Cow<'t, [u8]>,
    age: Cow<'t, [u8]>,
    time: Cow<'t, [u8]>,
    coupon: Cow<'t, [u8]>,
}

/// Work on lines, whatever type their counts have.
pub(crate) trait LineWork<T> {
    fn on<C: ColumnNumber>(self, lines: &LineColumns<'_, i32, C>) -> T;
}

impl Lines<'_> {
    /// Does work on the lines, where they lie.
    pub(crate) fn work<T>(&self, work: impl LineWork<T>) -> T {
        match &self.count {
            Counts::Byte(count) => work.on(&self.columns(count)),
            Counts::Short(count) => work.on(&self.columns(count)),
            Counts::Word(count) => work.on(&self.columns(count)),
            Counts::Long(count) => work.on(&self.columns(count)),
        }
    }

    fn columns<'a, C>(&'a self, count: &'a [C]) -> LineColumns<'a, i32, C> {
        LineColumns {
            day_zero: NaiveDate::default(),
            day: &self.day,
            count,
            service: &self.service,
            age: &self.age,
            time: &self.time,
            coupon: &self.coupon,
        }
    }
}

impl LineNames {
    /// Reads the columns of some rows; what is wrong with a cell stands there as what the prices take for wrong.
    pub(crate) fn read<'t>(&self, columns: &mut Columns<'t>, rows: usize) -> Option<Lines<'t>> {
        let day = columns.days(&self.date);
        let count = match &self.count {
            Some(name) => columns.counts(name),
            None => Some(Counts::Byte(Cow::Owned(vec![1; rows]))),
        };
        let service = columns.codes::<Service>(self.service.as_deref(), Service::Vaccination, rows);
        let age = columns.codes::<AgeClass>(self.age.as_deref(), AgeClass::SixAndOver, rows);
        let time = columns.codes::<TimeClass>(self.time.as_deref(), TimeClass::Regular, rows);
        let coupon = columns.codes::<CouponKind>(self.coupon.as_deref(), CouponKind::WithCoupon, rows);
        Some(Lines { day: day?, count: count?, service: service?, age: age?, time: time?, coupon: coupon? })
    }

    /// The column of a member of the library's report.
    fn column(&self, member: &str) -> Option<&str> {
        match member {
            "day" => Some(&self.date),
            "count" => self.count.as_deref(),
            "service" => self.service.as_deref(),
            "age" => self.age.as_deref(),
            "time" => self.time.as_deref(),
            "coupon" => self.coupon.as_deref(),
            _ => None,
        }
    }

    /// All findings of the rows, each at its column and first row. A fault of the library's report is left out where
    /// the table has told of all of its rows in its own words, as of an unknown word.
    pub(crate) fn findings(&self, faults: Faults, reported: &Findings, keys: [&str; 2]) -> Findings {
        let told = faults.rows_by_column();
        let no_keys = faults.columns_of_texts();
        let mut findings = faults.told();
        for finding in reported.sorted() {
            let vsys_core::base::Place::Path(path) = &finding.place else { continue };
            let [Segment::Key(member)] = path.segments() else { continue };
            let [institution, municipality] = keys;
            let column = match member.as_ref() {
                "institution" => Some(institution),
                "municipality" => Some(municipality),
                member => self.column(member),
            };
            let Some(column) = column else {
                findings.add(finding.clone());
                continue;
            };
            let number = |name: &str| {
                let detail = finding.details.iter().find(|(known, _)| *known == name);
                detail.and_then(|(_, value)| match value {
                    DetailValue::Number(number) => Some(*number),
                    DetailValue::List(rows) => match rows.first() {
                        Some(DetailValue::Number(row)) => Some(*row),
                        _ => None,
                    },
                    _ => None,
                })
            };
            // Every row that the table told of is among those of the report, but for an addition that is not in force.
            if finding.code != "claims.rows.not_in_force" && told.get(column).copied() == number("count") {
                continue;
            }
            // Where keys are texts, a row without an index has a gap or a text that is none.
            if finding.code == "claims.rows.index" && no_keys.contains(column) {
                continue;
            }
            let mut placed = finding.clone();
            let row = number("rows").and_then(|row| usize::try_from(row).ok()).unwrap_or(0);
            placed.place = column_path(column).join(row).into();
            findings.add(placed);
        }
        findings
    }
}
