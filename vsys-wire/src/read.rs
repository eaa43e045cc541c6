//! The collecting reader: every fault of a request at once, each with its path.

mod values;

use std::str::FromStr;

use vsys_core::base::{Finding, Findings, IntoList, Path, Problem, Segment};

use crate::json::{Document, Json, Kind, TextFault, decode};
use crate::problem::WireProblem;
use crate::schema::Defs;

pub(crate) use values::{Amount, Count, List, Listed, MAX_AMOUNT, MAX_COUNT, Positive, decimal};

/// How much of an offending text a finding shows.
const SHOWN: usize = 200;
/// How much of an unknown name a path shows.
const NAME_SHOWN: usize = 64;

/// What can be read from a request, in its place: so that nothing is moved, and one function reads every record.
pub(crate) trait Read: Sized {
    /// What stands in its place while it is read, and for good when a member that is not [`REQUIRED`](Self::REQUIRED)
    /// is not there.
    const BLANK: Self;

    /// Whether a record must have it.
    const REQUIRED: bool = true;

    /// Its schema.
    fn schema(defs: &mut Defs) -> Json;

    /// Reads the value into a blank. Whether it could be read; if not, there are findings and nobody may see what stands
    /// here.
    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool;
}

/// A blank of any type that can be read.
pub(crate) trait Place {
    /// Reads the value. Whether it could be read.
    fn fill(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool;
}

impl<T: Read> Place for T {
    fn fill(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        self.read(at, findings)
    }
}

/// Puts what was read in its place. Whether it was read.
pub(crate) fn put<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

/// What a record asks of its members.
pub(crate) struct Shape {
    /// Their names, in the order of their declaration.
    pub(crate) names: &'static [&'static str],
    /// Which of them must be there, a bit each.
    pub(crate) required: u64,
    /// Whether it shows nothing of itself in a finding but the names of known members.
    pub(crate) personal: bool,
}

/// Where the members of a record go, whatever their types: so one function reads every record.
pub(crate) trait Members {
    /// Reads the member of a number. Whether it could be read.
    fn read_member(&mut self, number: usize, at: &Cursor<'_>, findings: &mut Findings) -> bool;
}

/// The way to a value; a path is only made of it when a finding needs one.
#[derive(Clone, Copy)]
enum Trail<'p> {
    Root,
    Name(&'p Trail<'p>, &'static str),
    Index(&'p Trail<'p>, usize),
}

impl Trail<'_> {
    fn path(&self) -> Path {
        match self {
            Self::Root => Path::root(),
            Self::Name(up, name) => up.path().join(*name),
            Self::Index(up, index) => up.path().join(*index),
        }
    }
}

/// A value of the request with the way to it.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'p> {
    document: &'p Document<'p>,
    node: usize,
    trail: Trail<'p>,
    /// Whether it belongs to a personal record: then no finding shows its text or an unknown name.
    personal: bool,
}

impl<'p> Cursor<'p> {
    pub(crate) const fn root(document: &'p Document<'p>) -> Self {
        Self { document, node: 0, trail: Trail::Root, personal: false }
    }

    /// The same value as part of a personal record.
    pub(crate) const fn personal(&self) -> Self {
        Self { personal: true, ..*self }
    }

    fn kind(&self) -> Kind {
        self.document.node(self.node).map_or(Kind::Null, |node| node.kind)
    }

    fn raw(&self) -> &'p [u8] {
        self.document.node(self.node).map_or(&[], |node| self.document.raw(node))
    }

    /// Reports a problem of this value, with its text unless that is personal.
    pub(crate) fn report(&self, problem: &dyn Problem, findings: &mut Findings) {
        if self.personal {
            return findings.push(problem, self.trail.path());
        }
        // Four bytes a character are enough to cut without reading a huge text.
        let raw = self.raw();
        let head = raw.get(..SHOWN * 4).unwrap_or(raw);
        let value: String = String::from_utf8_lossy(head).chars().take(SHOWN).collect();
        findings.add(Finding::new(problem, self.trail.path()).with_value(value));
    }

    fn mismatch(&self, expected: &'static str, findings: &mut Findings) {
        self.report(&WireProblem::Type { expected, got: self.kind().name() }, findings);
    }

    /// The integer of this value.
    pub(crate) fn integer(&self, least: u64, most: u64, findings: &mut Findings) -> Option<u64> {
        match self.kind() {
            Kind::Integer => {}
            Kind::OtherNumber => {
                self.report(&WireProblem::NotInteger, findings);
                return None;
            }
            _ => {
                self.mismatch("integer", findings);
                return None;
            }
        }
        let number = whole(self.raw()).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.report(&WireProblem::OutOfRange { least, most }, findings);
        }
        number
    }

    /// The difference of this value.
    pub(crate) fn difference(&self, most: u64, findings: &mut Findings) -> Option<i64> {
        if self.kind() != Kind::Integer {
            return self.integer(0, most, findings).and_then(|number| i64::try_from(number).ok());
        }
        let below_zero = self.raw().strip_prefix(b"-");
        let Some(number) = whole(below_zero.unwrap_or(self.raw())).filter(|number| *number <= most) else {
            self.report(&WireProblem::OutOfRange { least: 0, most }, findings);
            return None;
        };
        let number = i64::try_from(number).ok()?;
        Some(if below_zero.is_some() { -number } else { number })
    }

    /// The characters of this value.
    pub(crate) fn text(&self, findings: &mut Findings) -> Option<String> {
        if self.kind() != Kind::Text {
            self.mismatch("string", findings);
            return None;
        }
        let fault = match decode(self.raw()) {
            Ok(text) => return Some(text),
            Err(TextFault::Utf8) => WireProblem::Utf8,
            Err(TextFault::Escape) => WireProblem::Escape,
            Err(TextFault::Surrogate) => WireProblem::Surrogate,
        };
        self.report(&fault, findings);
        None
    }

    /// Whether this is a text without characters.
    pub(crate) fn is_empty_text(&self) -> bool {
        self.raw() == b"\"\""
    }

    /// A value that reads itself from its characters.
    pub(crate) fn parse<T>(&self, place: &mut T, findings: &mut Findings) -> bool
    where
        T: FromStr,
        T::Err: Problem,
    {
        let Some(text) = self.text(findings) else { return false };
        match text.parse() {
            Ok(value) => {
                *place = value;
                true
            }
            Err(problem) => {
                self.report(&problem, findings);
                false
            }
        }
    }

    /// A value of which a function reads the characters, or the problem that they raise.
    pub(crate) fn form<T>(
        &self,
        place: &mut T,
        read: impl FnOnce(&str) -> Option<T>,
        problem: &WireProblem,
        findings: &mut Findings,
    ) -> bool {
        let Some(text) = self.text(findings) else { return false };
        let value = read(&text);
        if value.is_none() {
            self.report(problem, findings);
        }
        put(place, value)
    }

    /// The elements of this value; their number is checked before any is read.
    pub(crate) fn list(&self, most: usize, list: &mut dyn Elements, findings: &mut Findings) -> bool {
        let Some(got) = self.length(most, findings) else { return false };
        list.make_room(got);
        let mut all = true;
        for (index, node) in self.document.children(self.node).enumerate() {
            all &= list.read_next(&Cursor { node, trail: Trail::Index(&self.trail, index), ..*self }, findings);
        }
        all
    }

    /// How many elements this list has.
    fn length(&self, most: usize, findings: &mut Findings) -> Option<usize> {
        if self.kind() != Kind::Array {
            self.mismatch("array", findings);
            return None;
        }
        let got = self.document.children(self.node).count();
        if got > most {
            findings.push(&WireProblem::ListTooLong { most, got }, self.trail.path());
            return None;
        }
        Some(got)
    }

    /// One of some words, which have numbers from 0: its number.
    pub(crate) fn word(&self, word: fn(usize) -> Option<&'static str>, findings: &mut Findings) -> Option<usize> {
        let text = self.text(findings)?;
        let words = || (0..).map_while(word);
        let found = words().position(|word| word == text);
        if found.is_none() {
            self.report(&WireProblem::Word { expected: words().list() }, findings);
        }
        found
    }

    /// Reads the members of a record, all of them before any fault stops the record; unknown names, and names that stand
    /// twice, are reported. Whether every member was read or may be left out.
    ///
    /// The order in which faults are found does not count: they are sorted by their places.
    pub(crate) fn record(&self, shape: &Shape, members: &mut dyn Members, findings: &mut Findings) -> bool {
        let here = if shape.personal { self.personal() } else { *self };
        if here.kind() != Kind::Object {
            here.mismatch("object", findings);
            return false;
        }
        let names = shape.names;
        let mut all = true;
        let mut seen = 0_u64;
        let mut expected = 0;
        let mut unknown = Vec::new();
        let mut children = here.document.children(here.node);
        while let (Some(key), Some(node)) = (children.next(), children.next()) {
            let raw = here.document.node(key).map_or(&[][..], |node| here.document.raw(node));
            let Some((index, name)) = find(names, expected, raw) else {
                unknown.push(shown(raw));
                continue;
            };
            // Members mostly stand in their order.
            expected = index + 1;
            if seen & (1 << index) != 0 {
                here.report_name(&WireProblem::FieldTwice, &shown(raw), true, findings);
                continue;
            }
            seen |= 1 << index;
            all &=
                members.read_member(index, &Cursor { node, trail: Trail::Name(&here.trail, name), ..here }, findings);
        }
        here.report_unknown(unknown, names, findings);
        for (index, name) in names.iter().enumerate() {
            if shape.required & !seen & (1 << index) != 0 {
                findings.push(&WireProblem::FieldMissing, Trail::Name(&here.trail, name).path());
                all = false;
            }
        }
        all
    }

    fn report_unknown(&self, mut unknown: Vec<String>, names: &[&'static str], findings: &mut Findings) {
        unknown.sort_unstable();
        for (index, name) in unknown.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| unknown.get(index));
            if before == Some(name) {
                self.report_name(&WireProblem::FieldTwice, name, false, findings);
            } else {
                self.report_name(&WireProblem::FieldUnknown { known: names.to_vec() }, name, false, findings);
            }
        }
    }

    /// Reports a name; one that a personal record does not know may itself be a datum, and is not shown.
    fn report_name(&self, problem: &WireProblem, name: &str, known: bool, findings: &mut Findings) {
        let shown: String =
            if self.personal && !known { "?".to_owned() } else { name.chars().take(NAME_SHOWN).collect() };
        findings.push(problem, self.trail.path().join(Segment::Key(shown.into())));
    }
}

/// A whole number of ASCII digits.
fn whole(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The name that stands in a request, and its number among those known; it may be written with escapes.
fn find(names: &[&'static str], expected: usize, raw: &[u8]) -> Option<(usize, &'static str)> {
    let plain = unquoted(raw);
    if let Some(name) = names.get(expected).filter(|name| name.as_bytes() == plain) {
        return Some((expected, name));
    }
    let known = |name: &[u8]| names.iter().position(|known| known.as_bytes() == name);
    let index = known(plain).or_else(|| known(decode(raw).ok()?.as_bytes()))?;
    Some((index, names.get(index)?))
}

/// A name as a path shows it.
fn shown(raw: &[u8]) -> String {
    decode(raw).unwrap_or_else(|_| String::from_utf8_lossy(unquoted(raw)).into_owned())
}

/// A text without its quotation marks.
fn unquoted(raw: &[u8]) -> &[u8] {
    raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default()
}

/// Where the elements of a list go, whatever their type: so one function reads every list.
pub(crate) trait Elements {
    /// How many there will be.
    fn make_room(&mut self, number: usize);

    /// Reads one more. Whether it could be read.
    fn read_next(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool;
}

impl<T: Read> Elements for Vec<T> {
    fn make_room(&mut self, number: usize) {
        self.reserve_exact(number);
    }

    fn read_next(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        self.push(T::BLANK);
        self.last_mut().is_some_and(|element| element.read(at, findings))
    }
}
