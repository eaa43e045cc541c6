//! The collecting reader: every fault of a request at once, each with its path.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use vsys_core::base::{
    Finding, Findings, Fraction, Path, Problem, Quantity, Segment, Text, read_date, read_decimal, read_moment,
};

use crate::json::{Document, Json, Kind, TextFault, decode};
use crate::problem::WireProblem;
use crate::schema::{self, Defs};

/// How much of an offending text a finding shows.
const SHOWN: usize = 200;
/// How much of an unknown name a path shows.
const NAME_SHOWN: usize = 64;

/// What can be read from a request.
pub(crate) trait Read: Sized {
    /// Its schema.
    fn schema(defs: &mut Defs) -> Json;

    /// The value, or findings.
    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self>;

    /// What stands for a member that is not there; nothing when it is required.
    fn absent() -> Option<Self> {
        None
    }
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
        let number = std::str::from_utf8(self.raw()).ok().and_then(|digits| digits.parse::<u64>().ok());
        let number = number.filter(|number| (least..=most).contains(number));
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
        let number = std::str::from_utf8(self.raw()).ok().and_then(|digits| digits.parse::<i64>().ok());
        let number = number.filter(|number| number.unsigned_abs() <= most);
        if number.is_none() {
            self.report(&WireProblem::OutOfRange { least: 0, most }, findings);
        }
        number
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

    /// A value that reads itself from its characters.
    pub(crate) fn parse<T>(&self, findings: &mut Findings) -> Option<T>
    where
        T: FromStr,
        T::Err: Problem,
    {
        let text = self.text(findings)?;
        text.parse().map_err(|problem: T::Err| self.report(&problem, findings)).ok()
    }

    /// The elements of this value; their number is checked before any is read.
    pub(crate) fn list<T: Read>(&self, most: usize, findings: &mut Findings) -> Option<Vec<T>> {
        let got = self.length(most, findings)?;
        let mut list = Vec::with_capacity(got);
        for (index, node) in self.document.children(self.node).enumerate() {
            let element = Cursor { node, trail: Trail::Index(&self.trail, index), ..*self };
            if let Some(value) = T::read(&element, findings) {
                list.push(value);
            }
        }
        (list.len() == got).then_some(list)
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

    /// One of some words: its place among them.
    pub(crate) fn word(&self, words: &[&'static str], findings: &mut Findings) -> Option<usize> {
        let text = self.text(findings)?;
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            self.report(&WireProblem::Word { expected: words.to_vec() }, findings);
        }
        found
    }

    /// Fills the slots of a record with the members of this value, all of them before any fault stops the record; unknown
    /// names, and names that stand twice, are reported. Whether every slot is filled.
    ///
    /// The order in which faults are found does not count: they are sorted by their places.
    pub(crate) fn record(&self, names: &[&'static str], slots: &mut [&mut dyn Slot], findings: &mut Findings) -> bool {
        if self.kind() != Kind::Object {
            self.mismatch("object", findings);
            return false;
        }
        let mut seen = [false; MOST_MEMBERS];
        let mut unknown = Vec::new();
        let mut children = self.document.children(self.node);
        while let (Some(key), Some(node)) = (children.next(), children.next()) {
            let raw = self.document.node(key).map_or(&[][..], |node| self.document.raw(node));
            let known = names.iter().position(|known| known.as_bytes() == unquoted(raw)).or_else(|| {
                // It may have been written with escapes.
                let name = decode(raw).ok()?;
                names.iter().position(|known| *known == name)
            });
            match known.and_then(|index| Some((names.get(index)?, slots.get_mut(index)?, seen.get_mut(index)?))) {
                Some((name, slot, seen @ false)) => {
                    *seen = true;
                    slot.fill(&Cursor { node, trail: Trail::Name(&self.trail, name), ..*self }, findings);
                }
                Some(_) => self.report_name(&WireProblem::FieldTwice, &shown(raw), true, findings),
                None => unknown.push(shown(raw)),
            }
        }
        self.report_unknown(unknown, names, findings);
        let mut all = true;
        for ((name, slot), seen) in names.iter().zip(slots).zip(seen) {
            if !seen && !slot.is_filled() {
                findings.push(&WireProblem::FieldMissing, Trail::Name(&self.trail, name).path());
            }
            all &= slot.is_filled();
        }
        all
    }

    fn report_unknown(&self, mut unknown: Vec<String>, names: &[&'static str], findings: &mut Findings) {
        unknown.sort();
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

/// A name as a path shows it.
fn shown(raw: &[u8]) -> String {
    decode(raw).unwrap_or_else(|_| String::from_utf8_lossy(unquoted(raw)).into_owned())
}

/// A text without its quotation marks.
fn unquoted(raw: &[u8]) -> &[u8] {
    raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default()
}

/// How many members a record may have.
pub(crate) const MOST_MEMBERS: usize = 64;

/// Where a member of a record goes, whatever its type: so one function reads every record.
pub(crate) trait Slot {
    /// Whether there is a value: the one that was read, or what stands for a member that is not there.
    fn is_filled(&self) -> bool;

    /// Reads the value.
    fn fill(&mut self, at: &Cursor<'_>, findings: &mut Findings);
}

impl<T: Read> Slot for Option<T> {
    fn is_filled(&self) -> bool {
        self.is_some()
    }

    fn fill(&mut self, at: &Cursor<'_>, findings: &mut Findings) {
        *self = T::read(at, findings);
    }
}

impl<T: Read> Read for Option<T> {
    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        T::read(at, findings).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A list of at most `MOST`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List<T, const MOST: usize>(pub(crate) Vec<T>);

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Read, const MOST: usize> Read for List<T, MOST> {
    fn schema(defs: &mut Defs) -> Json {
        let most = u64::try_from(MOST).unwrap_or(u64::MAX);
        schema::array(T::schema(defs)).with("maxItems", Json::Number(most))
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.list(MOST, findings).map(Self)
    }
}

/// A count, 0 to 2^32−1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count(pub(crate) u64);

/// A number, 0 to 2^53−1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amount(pub(crate) u64);

/// A positive count, 1 to 2^32−1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Positive(pub(crate) u32);

pub(crate) const MAX_COUNT: u64 = u32::MAX as u64;
pub(crate) const MAX_AMOUNT: u64 = (1 << 53) - 1;

impl Read for Count {
    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_COUNT)
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.integer(0, MAX_COUNT, findings).map(Self)
    }
}

impl Read for Amount {
    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_AMOUNT)
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.integer(0, MAX_AMOUNT, findings).map(Self)
    }
}

impl Read for Positive {
    fn schema(_: &mut Defs) -> Json {
        schema::integer(1, MAX_COUNT)
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.integer(1, MAX_COUNT, findings).and_then(|number| u32::try_from(number).ok()).map(Self)
    }
}

macro_rules! quantities {
    ($($name:ident),*) => {$(
        impl Read for vsys_core::base::$name {
            fn schema(_: &mut Defs) -> Json {
                schema::integer(0, Self::MAX)
            }

            fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
                at.integer(0, Self::MAX, findings).and_then(|number| Self::try_new(number).ok())
            }
        }
    )*};
}
quantities!(Boxes, Vials, Pieces, Doses, Units, Weight, Yen);

macro_rules! codes {
    ($($name:ident => $pattern:literal),*) => {$(
        impl Read for vsys_core::base::$name {
            fn schema(_: &mut Defs) -> Json {
                schema::pattern($pattern)
            }

            fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
                at.parse(findings)
            }
        }
    )*};
}
codes!(MunicipalityCode => "^[0-9]{6}$", PrefectureCode => "^(0[1-9]|[1-3][0-9]|4[0-7])$", InstitutionCode => "^[0-9]{10}$", CouponNumber => "^[0-9]{10}$");

impl Read for vsys_core::rulebook::PlanNeedles {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^(exact|strictly-more|reserve[(][0-9.]+[)]|per-vial[(][0-9]+[)])$")
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.parse(findings)
    }
}

impl Read for vsys_core::calendar::Month {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-(0[1-9]|1[0-2])$")
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.parse(findings)
    }
}

impl<const MOST: usize> Read for Text<MOST> {
    fn schema(_: &mut Defs) -> Json {
        schema::text(u64::try_from(MOST).unwrap_or(u64::MAX))
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.parse(findings)
    }
}

impl<T: Read> Read for vsys_core::base::Personal<T> {
    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        T::read(&at.personal(), findings).map(Self::new)
    }
}

impl Read for String {
    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        at.text(findings)
    }
}

impl Read for bool {
    fn schema(_: &mut Defs) -> Json {
        Json::object([("type", Json::text("boolean"))])
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        match at.kind() {
            Kind::Bool(value) => Some(value),
            _ => {
                at.mismatch("boolean", findings);
                None
            }
        }
    }
}

impl Read for NaiveDate {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$").with("format", Json::text("date"))
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        let text = at.text(findings)?;
        let date = read_date(&text);
        if date.is_none() {
            at.report(&WireProblem::Date, findings);
        }
        date
    }
}

impl Read for NaiveDateTime {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$")
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        let text = at.text(findings)?;
        let time = read_moment(&text);
        if time.is_none() {
            at.report(&WireProblem::Time, findings);
        }
        time
    }
}

/// A decimal as the wire writes it.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole, 9) && digits(decimals, 18)).then(|| read_decimal(text)).flatten()
}

impl Read for Decimal {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{1,9}([.][0-9]{1,18})?$")
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        let decimal = decimal(&at.text(findings)?);
        if decimal.is_none() {
            at.report(&WireProblem::Decimal, findings);
        }
        decimal
    }
}

impl Read for Fraction {
    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^(0|[1-9][0-9]*)/[1-9][0-9]*$")
    }

    fn read(at: &Cursor<'_>, findings: &mut Findings) -> Option<Self> {
        let text = at.text(findings)?;
        let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u128>().ok()).flatten();
        let parts = text.split_once('/').and_then(|(n, d)| Some((number(n)?, number(d)?)));
        let fraction = parts.map(|(n, d)| Self::new(n, d)).filter(|fraction| fraction.to_string() == text);
        if fraction.is_none() {
            at.report(&WireProblem::Fraction, findings);
        }
        fraction
    }
}
