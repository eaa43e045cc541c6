//! The values that requests are made of, and how each is read.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use vsys_core::base::{Blank, Findings, Fraction, Quantity, Text, read_date, read_decimal, read_moment};

use super::{Cursor, Read, put};
use crate::json::{Json, Kind};
use crate::problem::WireProblem;
use crate::schema::{self, Defs};

impl<T: Read> Read for Option<T> {
    const BLANK: Self = None;
    const REQUIRED: bool = false;

    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        self.insert(T::BLANK).read(at, findings)
    }
}

/// A list of at most `MOST`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List<T, const MOST: usize>(pub(crate) Vec<T>);

impl<T, const MOST: usize> List<T, MOST> {
    /// None of them.
    pub(crate) const EMPTY: Self = Self(Vec::new());
}

impl<T: Read, const MOST: usize> Read for List<T, MOST> {
    const BLANK: Self = Self::EMPTY;

    fn schema(defs: &mut Defs) -> Json {
        let most = u64::try_from(MOST).unwrap_or(u64::MAX);
        schema::array(T::schema(defs)).with("maxItems", Json::Number(most))
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.list(MOST, &mut self.0, findings)
    }
}

/// What the core's own records have in lists, and how many such a list holds at most.
pub(crate) trait Listed: Read {
    /// How many at most.
    const MOST: usize;
}

impl<T: Listed> Read for Vec<T> {
    const BLANK: Self = Self::new();

    fn schema(defs: &mut Defs) -> Json {
        let most = u64::try_from(T::MOST).unwrap_or(u64::MAX);
        schema::array(T::schema(defs)).with("maxItems", Json::Number(most))
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.list(T::MOST, self, findings)
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
    const BLANK: Self = Self(0);

    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_COUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.integer(0, MAX_COUNT, findings).map(Self))
    }
}

impl Read for Amount {
    const BLANK: Self = Self(0);

    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_AMOUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.integer(0, MAX_AMOUNT, findings).map(Self))
    }
}

impl Read for Positive {
    const BLANK: Self = Self(1);

    fn schema(_: &mut Defs) -> Json {
        schema::integer(1, MAX_COUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.integer(1, MAX_COUNT, findings).and_then(|number| u32::try_from(number).ok()).map(Self))
    }
}

impl Read for u32 {
    const BLANK: Self = 0;

    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_COUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        let number = at.integer(0, MAX_COUNT, findings);
        put(self, number.and_then(|number| Self::try_from(number).ok()))
    }
}

/// An amount, 0 to 2^53−1.
impl Read for u64 {
    const BLANK: Self = 0;

    fn schema(_: &mut Defs) -> Json {
        schema::integer(0, MAX_AMOUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.integer(0, MAX_AMOUNT, findings))
    }
}

macro_rules! quantities {
    ($($name:ident),*) => {$(
        impl Read for vsys_core::base::$name {
            const BLANK: Self = Self::ZERO;

            fn schema(_: &mut Defs) -> Json {
                schema::integer(0, Self::MAX)
            }

            fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
                put(self, at.integer(0, Self::MAX, findings).and_then(|number| Self::try_new(number).ok()))
            }
        }
    )*};
}
quantities!(Boxes, Vials, Pieces, Doses, Units, Weight, Yen);

macro_rules! codes {
    ($($name:ident => $pattern:literal),*) => {$(
        impl Read for vsys_core::base::$name {
            const BLANK: Self = Blank::BLANK;

            fn schema(_: &mut Defs) -> Json {
                schema::pattern($pattern)
            }

            fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
                at.parse(self, findings)
            }
        }
    )*};
}
codes!(MunicipalityCode => "^[0-9]{6}$", PrefectureCode => "^(0[1-9]|[1-3][0-9]|4[0-7])$", InstitutionCode => "^[0-9]{10}$", CouponNumber => "^[0-9]{10}$");

impl Read for vsys_core::rulebook::PlanNeedles {
    const BLANK: Self = Self::Exact;

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^(exact|strictly-more|reserve[(][0-9.]+[)]|per-vial[(][0-9]+[)])$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.parse(self, findings)
    }
}

impl Read for vsys_core::calendar::Month {
    const BLANK: Self = Blank::BLANK;

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-(0[1-9]|1[0-2])$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.parse(self, findings)
    }
}

impl<const MOST: usize> Read for Text<MOST> {
    const BLANK: Self = Blank::BLANK;

    fn schema(_: &mut Defs) -> Json {
        schema::text(u64::try_from(MOST).unwrap_or(u64::MAX))
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.parse(self, findings)
    }
}

impl<T: Read> Read for vsys_core::base::Personal<T> {
    const BLANK: Self = Self::new(T::BLANK);

    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        let mut value = T::BLANK;
        let read = value.read(&at.personal(), findings);
        *self = Self::new(value);
        read
    }
}

impl Read for String {
    const BLANK: Self = Self::new();

    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.text(findings))
    }
}

/// A text that need not be owned.
impl Read for Cow<'static, str> {
    const BLANK: Self = Cow::Borrowed("");

    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.text(findings).map(Cow::Owned))
    }
}

impl Read for bool {
    const BLANK: Self = false;

    fn schema(_: &mut Defs) -> Json {
        Json::object([("type", Json::text("boolean"))])
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        let Kind::Bool(value) = at.kind() else {
            at.mismatch("boolean", findings);
            return false;
        };
        *self = value;
        true
    }
}

impl Read for NaiveDate {
    const BLANK: Self = Self::MIN;

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$").with("format", Json::text("date"))
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.form(self, read_date, &WireProblem::Date, findings)
    }
}

impl Read for NaiveDateTime {
    const BLANK: Self = Self::MIN;

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.form(self, read_moment, &WireProblem::Time, findings)
    }
}

/// A decimal as the wire writes it.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole, 9) && digits(decimals, 18)).then(|| read_decimal(text)).flatten()
}

impl Read for Decimal {
    const BLANK: Self = Self::ZERO;

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^[0-9]{1,9}([.][0-9]{1,18})?$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.form(self, decimal, &WireProblem::Decimal, findings)
    }
}

/// A fraction as the wire writes it: in lowest terms.
fn fraction(text: &str) -> Option<Fraction> {
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u128>().ok()).flatten();
    let (numerator, denominator) = text.split_once('/')?;
    let fraction = Fraction::new(number(numerator)?, number(denominator)?);
    (fraction.to_string() == text).then_some(fraction)
}

impl Read for Fraction {
    const BLANK: Self = Self::whole(0);

    fn schema(_: &mut Defs) -> Json {
        schema::pattern("^(0|[1-9][0-9]*)/[1-9][0-9]*$")
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.form(self, fraction, &WireProblem::Fraction, findings)
    }
}
