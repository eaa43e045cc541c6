//! The columns of a batch of claim lines.

use chrono::NaiveDate;

use super::problem::BulkProblem;
use crate::base::{Findings, Path, Refusal};

mod sealed {
    pub trait Sealed {}
}

/// A whole number as a column may hold it: `u8`, `u16`, `u32`, `u64`, `i32` (date32 of Arrow too), `i64`.
/// What is no index, day or count, such as a number below 0, is a finding of its row.
pub trait ColumnNumber: Copy + Sync + sealed::Sealed {
    /// The number; a `u64` above 2^63−1 as that.
    fn wide(self) -> i64;
}

macro_rules! column_numbers {
    ($($type:ty: $wide:expr;)*) => {$(
        impl sealed::Sealed for $type {}
        impl ColumnNumber for $type {
            #[inline]
            fn wide(self) -> i64 {
                $wide(self)
            }
        }
    )*};
}

column_numbers! {
    u8: i64::from;
    u16: i64::from;
    u32: i64::from;
    u64: |number| i64::try_from(number).unwrap_or(i64::MAX);
    i32: i64::from;
    i64: i64::from;
}

/// The columns that a price follows from: one row a claim line, all columns of one length.
#[derive(Clone, Copy, Debug)]
pub struct LineColumns<'a, D, C> {
    /// The day that the column of days counts from: it is the day 0. For date32 of Arrow 1970-01-01.
    pub day_zero: NaiveDate,
    /// The day of vaccination (接種日), in days from [`Self::day_zero`].
    pub day: &'a [D],
    /// How many (件数), 0 to 2^32−1.
    pub count: &'a [C],
    /// What was done: a [`ColumnCode`](super::ColumnCode) of `Service`.
    pub service: &'a [u8],
    /// The class of age: a code of `AgeClass`.
    pub age: &'a [u8],
    /// The class of time: a code of `TimeClass`.
    pub time: &'a [u8],
    /// With or without a coupon: a code of `CouponKind`.
    pub coupon: &'a [u8],
}

impl<D: ColumnNumber, C: ColumnNumber> LineColumns<'_, D, C> {
    /// How many rows there are.
    pub const fn rows(&self) -> usize {
        self.day.len()
    }

    /// Some of the rows.
    pub(super) fn part(&self, from: usize, rows: usize) -> Self {
        Self {
            day_zero: self.day_zero,
            day: part(self.day, from, rows),
            count: part(self.count, from, rows),
            service: part(self.service, from, rows),
            age: part(self.age, from, rows),
            time: part(self.time, from, rows),
            coupon: part(self.coupon, from, rows),
        }
    }

    pub(super) fn lengths(&self) -> [(&'static str, usize); 5] {
        [
            ("count", self.count.len()),
            ("service", self.service.len()),
            ("age", self.age.len()),
            ("time", self.time.len()),
            ("coupon", self.coupon.len()),
        ]
    }
}

/// The columns by which lines are summed, of the same rows.
#[derive(Clone, Copy, Debug)]
pub struct KeyColumns<'a, I, M> {
    /// The institution (医療機関等), an index from 0.
    pub institution: &'a [I],
    /// The municipality of residence (住民票所在地), an index from 0.
    pub municipality: &'a [M],
}

impl<I: ColumnNumber, M: ColumnNumber> KeyColumns<'_, I, M> {
    /// Some of the rows.
    pub(super) fn part(&self, from: usize, rows: usize) -> Self {
        Self { institution: part(self.institution, from, rows), municipality: part(self.municipality, from, rows) }
    }

    pub(super) fn lengths(&self) -> [(&'static str, usize); 2] {
        [("institution", self.institution.len()), ("municipality", self.municipality.len())]
    }
}

/// Some of a slice: what there is of it from a place on.
fn part<T>(slice: &[T], from: usize, rows: usize) -> &[T] {
    let rest = slice.get(from..).unwrap_or_default();
    rest.get(..rows).unwrap_or(rest)
}

/// Every column must have the rows of the column of days.
pub(super) fn same_rows(
    expected: usize,
    lengths: impl IntoIterator<Item = (&'static str, usize)>,
) -> Result<(), Refusal> {
    let mut findings = Findings::new();
    for (column, length) in lengths {
        if length != expected {
            findings.push(&BulkProblem::ColumnLength { column, length, expected }, Path::from(column));
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(()) }
}
