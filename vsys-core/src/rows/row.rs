//! One row of a sheet, read by the names of its columns.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};

use super::problem::RowsProblem;
use super::stream::Stream;
use crate::base::{Findings, IntoList, Place, Problem, read_date, read_time};

/// One row of a sheet; columns are counted as they were asked for.
pub struct Row<'s, 'a> {
    stream: &'s Stream<'a>,
    /// Whether what is reported shows the text of the cell.
    shown: bool,
}

impl<'s, 'a> Row<'s, 'a> {
    pub(super) const fn of(stream: &'s Stream<'a>) -> Self {
        Self { stream, shown: true }
    }

    /// The same row for cells that hold personal data (個人情報): what is reported of them shows no text.
    #[must_use]
    pub const fn private(&self) -> Self {
        Self { stream: self.stream, shown: false }
    }

    /// The row, counted from 1 with the header.
    pub const fn number_of_row(&self) -> usize {
        self.stream.rows_read()
    }

    /// The text of a column without surrounding white space; empty when the sheet has no such column.
    pub fn text(&self, column: usize) -> Cow<'s, str> {
        match self.stream.position(column).and_then(|index| self.stream.content(index)) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Some(Cow::Owned(text)) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// The place of a column in this row («C17»); the row alone when the sheet has no such column.
    pub fn place(&self, column: usize) -> Place {
        match self.stream.position(column) {
            Some(index) => self.stream.place(index),
            None => self.stream.place_of_row(self.stream.rows_read()),
        }
    }

    /// Reports a problem of a column.
    pub fn report(&self, column: usize, problem: &dyn Problem, findings: &mut Findings) {
        match self.stream.position(column) {
            Some(index) if self.shown => findings.add(self.stream.finding(index, problem)),
            _ => findings.push(problem, self.place(column)),
        }
    }

    /// A value of a column, or a finding.
    pub fn parse<T>(&self, column: usize, findings: &mut Findings) -> Option<T>
    where
        T: FromStr,
        T::Err: Problem,
    {
        let text = self.text(column);
        if text.is_empty() {
            self.report(column, &RowsProblem::CellEmpty, findings);
            return None;
        }
        text.parse().map_err(|problem: T::Err| self.report(column, &problem, findings)).ok()
    }

    /// A whole number of a column, or a finding.
    pub fn number(&self, column: usize, most: u64, findings: &mut Findings) -> Option<u64> {
        let text = self.text(column);
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { text.parse().ok().filter(|&number: &u64| number <= most) } else { None };
        if number.is_none() {
            let problem = if text.is_empty() { RowsProblem::CellEmpty } else { RowsProblem::CellNumber { most } };
            self.report(column, &problem, findings);
        }
        number
    }

    /// A date of a column, or a finding.
    pub fn date(&self, column: usize, findings: &mut Findings) -> Option<NaiveDate> {
        let date = read_date(&self.text(column));
        if date.is_none() {
            self.report(column, &RowsProblem::CellDate, findings);
        }
        date
    }

    /// A time of day of a column, to the minute or the second, or a finding.
    pub fn time(&self, column: usize, findings: &mut Findings) -> Option<NaiveTime> {
        let time = read_time(&self.text(column));
        if time.is_none() {
            self.report(column, &RowsProblem::CellTime, findings);
        }
        time
    }

    /// One of the words a column may hold, or a finding.
    pub fn word<T: Copy>(&self, column: usize, words: &[(&'static str, T)], findings: &mut Findings) -> Option<T> {
        let text = self.text(column);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let expected = words.iter().map(|(word, _)| *word).list();
            self.report(column, &RowsProblem::CellWord { expected }, findings);
        }
        found
    }
}
