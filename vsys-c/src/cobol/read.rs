//! The items of a record, read: each in its form, all faults at once, and no text of it told again.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use vsys_core::base::{Named, Path, Problem, Term, Terms};
use vsys_core::calendar::Month;
use vsys_core::rows::Encoding;

use super::layout::{Digits, Text, Whole};
use super::problem::CobolProblem;
use super::told::{Stop, Told};

/// Reads the items of one record.
pub(super) struct Reader<'t> {
    pub(super) encoding: Encoding,
    pub(super) told: &'t mut Told,
    /// The table and the index in which the items stand; the root for those of the record itself.
    pub(super) within: Path,
}

impl<'t> Reader<'t> {
    pub(super) const fn new(encoding: Encoding, told: &'t mut Told) -> Self {
        Self { encoding, told, within: Path::root() }
    }

    /// Notes a problem of an item.
    pub(super) fn push(&mut self, problem: &dyn Problem, member: &'static str) {
        self.told.findings.push(problem, self.within.join(member));
    }

    /// Notes a problem of an item, as the reason why nothing is written.
    pub(super) fn refuse(&mut self, problem: &dyn Problem, member: &'static str) -> Stop {
        self.push(problem, member);
        Stop::Refused
    }

    /// A text without its padding; nothing when it is blank.
    fn text<'r>(&mut self, bytes: &'r [u8], member: &'static str) -> Option<Cow<'r, str>> {
        let Some(text) = self.encoding.decode(bytes) else {
            self.push(&CobolProblem::Bytes { encoding: self.encoding.name() }, member);
            return None;
        };
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(is_padding)),
            Cow::Owned(text) => Cow::Owned(text.trim_matches(is_padding).to_owned()),
        };
        if text.is_empty() { None } else { Some(text) }
    }

    /// Whether an item holds anything but padding, readable or not.
    pub(super) fn filled(bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| !matches!(byte, b' ' | 0))
    }

    /// A value by its own form, where there is one.
    pub(super) fn parse<const LEN: usize, T: FromStr<Err: Problem>>(
        &mut self,
        item: &Text<LEN>,
        member: &'static str,
    ) -> Option<T> {
        let text = self.text(&item.0, member)?;
        text.parse().map_err(|problem: T::Err| self.push(&problem, member)).ok()
    }

    /// The same for an item that must be filled.
    pub(super) fn needed<const LEN: usize, T: FromStr<Err: Problem>>(
        &mut self,
        item: &Text<LEN>,
        member: &'static str,
    ) -> Option<T> {
        self.blank(&item.0, member)?;
        self.parse(item, member)
    }

    /// One of the words of a closed set, or of some more; nothing when it is blank.
    pub(super) fn word<const LEN: usize, T: Named>(
        &mut self,
        item: &Text<LEN>,
        more: &[(&str, T)],
        member: &'static str,
    ) -> Option<T> {
        let names = T::ALL.iter().map(|value| (value.term(), *value));
        self.one_of(item, &names.collect::<Vec<_>>(), more, member)
    }

    /// The same for an item that must be filled.
    pub(super) fn needed_word<const LEN: usize, T: Named>(
        &mut self,
        item: &Text<LEN>,
        more: &[(&str, T)],
        member: &'static str,
    ) -> Option<T> {
        self.blank(&item.0, member)?;
        self.word(item, more, member)
    }

    /// One of some terms, or of words that mean the same.
    pub(super) fn one_of<const LEN: usize, T: Copy>(
        &mut self,
        item: &Text<LEN>,
        terms: &[(Term, T)],
        more: &[(&str, T)],
        member: &'static str,
    ) -> Option<T> {
        let text = self.text(&item.0, member)?;
        let term = terms.iter().find(|(term, _)| term.ja == text || term.en == text).map(|(_, value)| *value);
        let found = term.or_else(|| more.iter().find(|(word, _)| *word == text).map(|(_, value)| *value));
        if found.is_none() {
            let expected = Terms(terms.iter().map(|(term, _)| *term).collect());
            self.push(&CobolProblem::Word { expected }, member);
        }
        found
    }

    /// A date; nothing when it is blank or zero.
    pub(super) fn date(&mut self, item: Digits<8>, member: &'static str) -> Option<NaiveDate> {
        let [y1, y2, y3, y4, m1, m2, d1, d2] = item.0;
        if !Self::filled(&item.0) || item.0 == *b"00000000" {
            return None;
        }
        let [year, month, day] = [number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2])];
        let date = match (year.and_then(|year| i32::try_from(year).ok()), month, day) {
            (Some(year), Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        };
        if date.is_none() {
            self.push(&CobolProblem::Date, member);
        }
        date
    }

    /// A date that must be there.
    pub(super) fn needed_date(&mut self, item: Digits<8>, member: &'static str) -> Option<NaiveDate> {
        if item.0 == *b"00000000" {
            self.push(&CobolProblem::Blank, member);
            return None;
        }
        self.blank(&item.0, member)?;
        self.date(item, member)
    }

    /// A month that must be there.
    pub(super) fn needed_month(&mut self, item: Digits<6>, member: &'static str) -> Option<Month> {
        self.blank(&item.0, member)?;
        let [y1, y2, y3, y4, m1, m2] = item.0;
        let (year, month) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]));
        let month = year.zip(month).and_then(|(year, month)| Month::try_new(year, month));
        if month.is_none() {
            self.push(&CobolProblem::Month, member);
        }
        month
    }

    /// A time of day; nothing when it is blank.
    pub(super) fn time(&mut self, item: Text<4>, member: &'static str) -> Option<NaiveTime> {
        if !Self::filled(&item.0) {
            return None;
        }
        let [h1, h2, m1, m2] = item.0;
        let time = number(&[h1, h2]).zip(number(&[m1, m2]));
        let time = time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
        if time.is_none() {
            self.push(&CobolProblem::Time, member);
        }
        time
    }

    /// A number in a range.
    pub(super) fn whole(&mut self, item: Whole, least: u32, most: u32, member: &'static str) -> Option<u32> {
        let number = u32::try_from(item.number()).ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.push(&CobolProblem::Number { least, most }, member);
        }
        number
    }

    /// Notes an item that is blank.
    fn blank(&mut self, bytes: &[u8], member: &'static str) -> Option<()> {
        let filled = match self.encoding.decode(bytes) {
            Some(text) => !text.chars().all(is_padding),
            None => true,
        };
        if !filled {
            self.push(&CobolProblem::Blank, member);
        }
        filled.then_some(())
    }
}

/// COBOL pads with spaces, national items with wide ones, and what was never filled is NUL.
fn is_padding(char: char) -> bool {
    char.is_whitespace() || char == '\0'
}

/// A number of ASCII digits.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}
