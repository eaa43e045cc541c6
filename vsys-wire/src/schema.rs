//! JSON Schema 2020-12 of every request and answer, from the same declarations that read and write.

use std::collections::BTreeMap;

use vsys_core::base::{DetailKind, IntoList};

use crate::json::Json;

/// The records met so far, by name.
#[derive(Debug, Default)]
pub(crate) struct Defs(BTreeMap<String, Json>);

/// A member of a record.
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) schema: Json,
    pub(crate) required: bool,
}

impl Defs {
    /// A reference to a record, which is described the first time it is met.
    pub(crate) fn record(
        &mut self,
        name: &'static str,
        doc: &'static str,
        members: impl FnOnce(&mut Self) -> Vec<Member>,
    ) -> Json {
        if !self.0.contains_key(name) {
            // A mark first, so that a record may hold itself.
            self.0.insert(name.to_owned(), Json::Bool(true));
            let members = members(self);
            let required = members.iter().filter(|member| member.required).map(|member| Json::text(member.name)).list();
            let properties = members.into_iter().map(|member| (member.name, described(member.schema, member.doc)));
            let schema = Json::object([
                ("additionalProperties", Json::Bool(false)),
                ("properties", Json::object(properties)),
                ("required", Json::Array(required)),
                ("type", Json::text("object")),
            ]);
            self.0.insert(name.to_owned(), described(schema, doc));
        }
        Json::object([("$ref", Json::text(format!("#/$defs/{name}")))])
    }

    /// A whole schema with the records it refers to.
    pub(crate) fn document(self, root: Json) -> Json {
        root.with("$schema", Json::text("https://json-schema.org/draft/2020-12/schema"))
            .with("$defs", Json::Object(self.0))
    }
}

fn described(schema: Json, doc: &str) -> Json {
    let doc = doc.trim();
    if doc.is_empty() { schema } else { schema.with("description", Json::text(doc)) }
}

/// An integer of a range.
pub(crate) fn integer(least: u64, most: u64) -> Json {
    Json::object([("maximum", Json::Number(most)), ("minimum", Json::Number(least)), ("type", Json::text("integer"))])
}

/// A difference of a magnitude.
pub(crate) fn difference(most: u64) -> Json {
    Json::object([("maximum", Json::Number(most)), ("minimum", Json::Negative(most)), ("type", Json::text("integer"))])
}

/// A string of a pattern.
pub(crate) fn pattern(pattern: &str) -> Json {
    Json::object([("pattern", Json::text(pattern)), ("type", Json::text("string"))])
}

/// Any string.
pub(crate) fn string() -> Json {
    Json::object([("type", Json::text("string"))])
}

/// A string of 1 to `most` characters.
pub(crate) fn text(most: u64) -> Json {
    string().with("maxLength", Json::Number(most)).with("minLength", Json::Number(1))
}

/// One of some words.
pub(crate) fn words(words: &[&str]) -> Json {
    string().with("enum", Json::Array(words.iter().map(|word| Json::text(*word)).list()))
}

/// A list.
pub(crate) fn array(items: Json) -> Json {
    Json::object([("items", items), ("type", Json::text("array"))])
}

/// An object of named members, all or some required.
pub(crate) fn object<'a>(members: impl IntoIterator<Item = (&'a str, Json, bool)>) -> Json {
    let members: Vec<_> = members.into_iter().list();
    let required = members.iter().filter(|(_, _, required)| *required).map(|(name, _, _)| Json::text(*name)).list();
    Json::object([
        ("additionalProperties", Json::Bool(false)),
        ("properties", Json::object(members.into_iter().map(|(name, schema, _)| (name, schema)))),
        ("required", Json::Array(required)),
        ("type", Json::text("object")),
    ])
}

/// The schema of a problem's particular.
pub(crate) fn detail(kind: DetailKind) -> Json {
    match kind {
        DetailKind::Number => integer(0, (1 << 53) - 1),
        DetailKind::Text => string(),
        DetailKind::Flag => Json::object([("type", Json::text("boolean"))]),
        DetailKind::List(kind) => array(detail(*kind)),
        DetailKind::Optional(kind) => detail(*kind),
        DetailKind::Record(members) => {
            object(members.iter().map(|(name, kind)| (*name, detail(*kind), required(*kind))))
        }
    }
}

/// Whether a particular is always there.
pub(crate) const fn required(kind: DetailKind) -> bool {
    !matches!(kind, DetailKind::Optional(_))
}
