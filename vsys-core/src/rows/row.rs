//! One row of a sheet, read by the names of its columns.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};

use super::problem::RowsProblem;
use super::stream::Stream;
use crate::base::{Findings, Place, Problem};

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
        let date = date(&self.text(column));
        if date.is_none() {
            self.report(column, &RowsProblem::CellDate, findings);
        }
        date
    }

    /// A time of day of a column, to the minute or the second, or a finding.
    pub fn time(&self, column: usize, findings: &mut Findings) -> Option<NaiveTime> {
        let time = time(&self.text(column));
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
            let expected = words.iter().map(|(word, _)| *word).collect();
            self.report(column, &RowsProblem::CellWord { expected }, findings);
        }
        found
    }
}

/// A date of the shape `0000-00-00`: one way to write it, without spaces or signs.
fn date(text: &str) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
        return None;
    };
    let year = i32::try_from(digits(&[a, b, c, d])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[e, f])?, digits(&[g, h])?)
}

/// A time of the shape `00:00` or `00:00:00`.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute, second) = match *text.as_bytes() {
        [a, b, b':', c, d] => ([a, b], [c, d], [b'0', b'0']),
        [a, b, b':', c, d, b':', e, f] => ([a, b], [c, d], [e, f]),
        _ => return None,
    };
    NaiveTime::from_hms_opt(digits(&hour)?, digits(&minute)?, digits(&second)?)
}

/// The number that some ASCII digits write.
fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_a_time_have_one_shape() {
        for (text, is) in [
            ("2021-05-10", true),
            ("2024-02-29", true),
            ("2021-02-29", false),
            ("2021-13-01", false),
            ("2021- 5-10", false),
            ("+021-05-10", false),
            ("2021-5-100", false),
            ("２０２１-05-10", false),
            ("", false),
        ] {
            assert_eq!(date(text).is_some(), is, "{text}");
        }
        for (text, is) in [("09:30", true), ("23:59:59", true), ("24:00", false), ("9:30", false), ("09:30:60", false)]
        {
            assert_eq!(time(text).is_some(), is, "{text}");
        }
        assert_eq!(date("0004-02-29").map(|date| date.to_string()).as_deref(), Some("0004-02-29"));
        assert_eq!(time("09:30").map(|time| time.to_string()).as_deref(), Some("09:30:00"));
    }
}
