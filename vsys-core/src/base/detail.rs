//! The typed particulars of a problem: the figures, ids and sets that a program may act on.

use chrono::NaiveDate;

use super::lang::{Lang, Term, Terms};
use super::list::IntoList;

/// A particular of a problem as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailValue {
    /// A number, 0 to 2^53−1.
    Number(u64),
    /// A text.
    Text(String),
    /// A list in its documented order.
    List(Vec<DetailValue>),
    /// A record; the names are unique.
    Record(Vec<(&'static str, DetailValue)>),
    /// Yes or no.
    Flag(bool),
}

/// The type of a particular, for the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailKind {
    /// An integer.
    Number,
    /// A text.
    Text,
    /// Yes or no.
    Flag,
    /// A list of one kind.
    List(&'static DetailKind),
    /// A record of named particulars; all are present unless their value is `Option`.
    Record(&'static [(&'static str, DetailKind)]),
    /// May be absent.
    Optional(&'static DetailKind),
}

/// What may stand as a particular of a problem.
pub trait Detail {
    /// Its type.
    const KIND: DetailKind;
    /// Its value; `None` leaves it out.
    fn detail(&self) -> Option<DetailValue>;
    /// How a message prints it: as its value, unless it has another form there.
    fn said(&self, _: Lang) -> String {
        match self.detail() {
            Some(DetailValue::Number(number)) => number.to_string(),
            Some(DetailValue::Text(text)) => text,
            _ => String::new(),
        }
    }
}

/// A particular of whatever type.
pub trait Particular {
    /// Its value; `None` = it has none.
    fn value(&self) -> Option<DetailValue>;
    /// How a message prints it.
    fn said(&self, lang: Lang) -> String;
}

impl<T: Detail> Particular for T {
    fn value(&self) -> Option<DetailValue> {
        self.detail()
    }

    fn said(&self, lang: Lang) -> String {
        Detail::said(self, lang)
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Detail for $type {
            const KIND: DetailKind = DetailKind::Number;
            fn detail(&self) -> Option<DetailValue> {
                u64::try_from(*self).ok().map(DetailValue::Number)
            }
        }
    )*};
}
numbers!(u8, u32, u64, usize);

impl Detail for u128 {
    const KIND: DetailKind = DetailKind::Number;
    fn detail(&self) -> Option<DetailValue> {
        u64::try_from(*self).ok().map(DetailValue::Number)
    }
    // A message also prints what no number of the wire can be.
    fn said(&self, _: Lang) -> String {
        self.to_string()
    }
}

macro_rules! texts {
    ($($type:ty),*) => {$(
        impl Detail for $type {
            const KIND: DetailKind = DetailKind::Text;
            fn detail(&self) -> Option<DetailValue> {
                Some(DetailValue::Text(self.to_string()))
            }
        }
    )*};
}
texts!(String, &'static str, NaiveDate);

impl Detail for Term {
    const KIND: DetailKind = DetailKind::Text;
    fn detail(&self) -> Option<DetailValue> {
        self.en.detail()
    }
    fn said(&self, lang: Lang) -> String {
        self.in_lang(lang).to_owned()
    }
}

impl Detail for Terms {
    const KIND: DetailKind = DetailKind::List(&DetailKind::Text);
    fn detail(&self) -> Option<DetailValue> {
        self.0.detail()
    }
    fn said(&self, lang: Lang) -> String {
        self.in_lang(lang)
    }
}

impl Detail for bool {
    const KIND: DetailKind = DetailKind::Flag;
    fn detail(&self) -> Option<DetailValue> {
        Some(DetailValue::Flag(*self))
    }
}

impl<T: Detail + 'static> Detail for Vec<T> {
    const KIND: DetailKind = DetailKind::List(&T::KIND);
    fn detail(&self) -> Option<DetailValue> {
        Some(DetailValue::List(self.iter().filter_map(Detail::detail).list()))
    }
}

impl<T: Detail + 'static> Detail for Option<T> {
    const KIND: DetailKind = DetailKind::Optional(&T::KIND);
    fn detail(&self) -> Option<DetailValue> {
        self.as_ref().and_then(Detail::detail)
    }
}
