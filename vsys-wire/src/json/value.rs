//! A JSON value of our own making: schemas and particulars.

use std::collections::BTreeMap;

use super::write::Writer;

/// A value whose objects are sorted by the bytes of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Bool(bool),
    Number(u64),
    /// A negative bound of a schema.
    Negative(u64),
    Text(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

impl Json {
    pub(crate) fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The same object with a member more.
    pub(crate) fn with(mut self, name: &str, value: Self) -> Self {
        if let Self::Object(members) = &mut self {
            members.insert(name.to_owned(), value);
        }
        self
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        match self {
            Self::Bool(value) => out.bool(*value),
            Self::Number(number) => out.number(*number, u64::MAX),
            Self::Negative(number) => out.signed(i64::try_from(*number).map_or(0, |number| -number), u64::MAX),
            Self::Text(text) => out.text(text),
            Self::Array(items) => out.array(|out| items.iter().for_each(|item| item.write(out))),
            Self::Object(members) => out.object(|out| {
                for (name, value) in members {
                    out.key(name);
                    value.write(out);
                }
            }),
        }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.write(&mut writer);
        writer.finish().unwrap_or_default()
    }
}
