//! What can be written into an answer.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{
    Bilingual, Findings, Fraction, InstitutionCode, MunicipalityCode, PrefectureCode, Quantity, Text, written_moment,
};

use crate::json::{Json, Writer};
use crate::read::{Amount, Count, Cursor, List, MAX_AMOUNT, MAX_COUNT, Positive, Read, put};
use crate::schema::{self, Defs};

/// What can be written into an answer.
pub(crate) trait Emit {
    /// Its schema.
    fn schema(defs: &mut Defs) -> Json
    where
        Self: Sized;

    /// Writes it.
    fn emit(&self, out: &mut Writer);

    /// Whether a record always has it.
    fn always() -> bool
    where
        Self: Sized,
    {
        true
    }
}

/// What was proved travels on as the parts it was proved from.
macro_rules! proved {
    ($($proved:ty: $parts:ident -> $record:ty),* $(,)?) => {$(
        impl crate::emit::Emit for $proved {
            fn schema(defs: &mut crate::schema::Defs) -> crate::json::Json {
                <$record as crate::emit::Emit>::schema(defs)
            }

            fn emit(&self, out: &mut crate::json::Writer) {
                let record: &$record = self.$parts();
                record.emit(out);
            }
        }
    )*};
}
pub(crate) use proved;

/// Where the members of a record come from, whatever their types: so one function writes every record.
pub(crate) trait Members {
    /// Writes the member of a number.
    fn emit_member(&self, number: usize, out: &mut Writer);
}

/// Writes a record: its members with their names, in the order of those.
pub(crate) fn record(names: &[&'static str], order: &[u8], members: &dyn Members, out: &mut Writer) {
    out.object(|out| {
        for number in order.iter().map(|&number| usize::from(number)) {
            if let Some(name) = names.get(number) {
                out.member(name);
                members.emit_member(number, out);
            }
        }
    });
}

impl<T: Emit> Emit for Option<T> {
    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        match self {
            Some(value) => value.emit(out),
            None => out.absent(),
        }
    }

    fn always() -> bool {
        false
    }
}

impl<T: Emit> Emit for Vec<T> {
    fn schema(defs: &mut Defs) -> Json {
        schema::array(T::schema(defs))
    }

    fn emit(&self, out: &mut Writer) {
        out.array(|out| self.iter().for_each(|item| item.emit(out)));
    }
}

impl<T: Emit, const MOST: usize> Emit for List<T, MOST> {
    fn schema(defs: &mut Defs) -> Json {
        schema::array(T::schema(defs))
    }

    fn emit(&self, out: &mut Writer) {
        self.0.emit(out);
    }
}

/// A record goes back to its owner with its personal data.
impl<T: Emit> Emit for vsys_core::base::Personal<T> {
    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        self.reveal().emit(out);
    }
}

impl Emit for Count {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.number(self.0, MAX_COUNT);
    }
}

impl Emit for Amount {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.number(self.0, MAX_AMOUNT);
    }
}

impl Emit for Positive {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.number(self.0.into(), MAX_COUNT);
    }
}

impl Emit for u32 {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.number((*self).into(), MAX_COUNT);
    }
}

impl Emit for u64 {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.number(*self, MAX_AMOUNT);
    }
}

/// A difference of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Difference(pub(crate) i64);

impl Read for Difference {
    const BLANK: Self = Self(0);

    fn schema(_: &mut Defs) -> Json {
        schema::difference(MAX_COUNT)
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.difference(MAX_COUNT, findings).map(Self))
    }
}

impl Emit for Difference {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.signed(self.0, MAX_COUNT);
    }
}

/// A difference of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AmountDifference(pub(crate) i64);

impl Emit for AmountDifference {
    fn schema(_: &mut Defs) -> Json {
        schema::difference(MAX_AMOUNT)
    }

    fn emit(&self, out: &mut Writer) {
        out.signed(self.0, MAX_AMOUNT);
    }
}

macro_rules! quantities {
    ($($name:ident),*) => {$(
        impl Emit for vsys_core::base::$name {
            fn schema(defs: &mut Defs) -> Json {
                <Self as Read>::schema(defs)
            }

            fn emit(&self, out: &mut Writer) {
                out.number(self.number(), Self::MAX);
            }
        }
    )*};
}
quantities!(Boxes, Vials, Pieces, Doses, Units, Weight, Yen);

macro_rules! printed {
    ($($type:ty),*) => {$(
        impl Emit for $type {
            fn schema(defs: &mut Defs) -> Json {
                <Self as Read>::schema(defs)
            }

            fn emit(&self, out: &mut Writer) {
                out.text(&self.to_string());
            }
        }
    )*};
}
printed!(
    MunicipalityCode,
    PrefectureCode,
    InstitutionCode,
    Fraction,
    NaiveDate,
    vsys_core::calendar::Month,
    vsys_core::rulebook::PlanNeedles
);

impl Emit for NaiveDateTime {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.text(&written_moment(*self));
    }
}

impl Emit for vsys_core::base::RuleId {
    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn emit(&self, out: &mut Writer) {
        out.text(self.as_str());
    }
}

/// A word of the field: `{"en":…,"ja":…}`, the English one as the wire names it.
impl Emit for vsys_core::base::Term {
    fn schema(defs: &mut Defs) -> Json {
        Bilingual::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        Bilingual { en: self.en.to_owned(), ja: self.ja.to_owned() }.emit(out);
    }
}

impl<const MOST: usize> Emit for Text<MOST> {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.text(self.as_str());
    }
}

impl Emit for String {
    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn emit(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Emit for &'static str {
    fn schema(_: &mut Defs) -> Json {
        schema::string()
    }

    fn emit(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl Emit for bool {
    fn schema(defs: &mut Defs) -> Json {
        <Self as Read>::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        out.bool(*self);
    }
}

impl Emit for Bilingual {
    fn schema(_: &mut Defs) -> Json {
        schema::object([("en", schema::string(), true), ("ja", schema::string(), true)])
    }

    fn emit(&self, out: &mut Writer) {
        out.object(|out| {
            out.key("en");
            out.text(&self.en);
            out.key("ja");
            out.text(&self.ja);
        });
    }
}
