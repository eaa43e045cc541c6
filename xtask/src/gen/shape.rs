//! The types of requests and answers, read from the schemas of the table; shared by the generators.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use vsys_core::rulebook::RuleBook;
use vsys_wire::OPERATIONS;

/// Everything that the table declares.
pub(crate) struct Table {
    /// The operations, in the order of the table.
    pub operations: Vec<Shape>,
    /// The records, by name.
    pub records: BTreeMap<String, Record>,
    /// The particulars of every error, by code.
    pub details: BTreeMap<String, Vec<Member>>,
}

/// An operation's types.
pub(crate) struct Shape {
    /// Its name, `area.verb`.
    pub name: &'static str,
    /// What it does, in English.
    pub en: &'static str,
    /// What it does, in Japanese.
    pub ja: &'static str,
    /// The name of the record that it takes.
    pub request: String,
    /// What it answers.
    pub answer: Type,
    /// The rules that it computes, without those of the wire.
    pub rules: Vec<Rule>,
}

/// A rule that an operation computes.
#[derive(Clone)]
pub(crate) struct Rule {
    /// Its id.
    pub id: String,
    /// What it says, in English.
    pub title: String,
    /// Where it stands: the titles of the documents with their dates and sections.
    pub sources: Vec<String>,
}

impl Shape {
    /// `area` and `verb`; an operation without an area stands at the top.
    pub(crate) fn area(&self) -> Option<(&'static str, &'static str)> {
        self.name.split_once('.')
    }
}

/// Whether a value goes in or comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// In a request.
    Request,
    /// In an answer.
    Answer,
}

/// A record.
pub(crate) struct Record {
    /// What it is.
    pub doc: String,
    /// In: lists and dates are accepted in more forms than they are answered in.
    pub side: Side,
    /// Its members, the required ones first.
    pub members: Vec<Member>,
    /// The record of the answers that may go in instead of this one.
    pub twin: Option<String>,
}

/// A member of a record.
pub(crate) struct Member {
    /// Its name.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// Its type.
    pub kind: Type,
    /// Whether it is always there.
    pub required: bool,
}

/// A type of the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Type {
    /// An integer.
    Integer,
    /// `true` or `false`.
    Flag,
    /// Any string.
    Text,
    /// One of some words.
    Words(Vec<String>),
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM-DDThh:mm`.
    Moment,
    /// `hh:mm`.
    Clock,
    /// `"0.10"`.
    Decimal,
    /// `"780/31"`.
    Fraction,
    /// A list.
    List(Box<Type>),
    /// A record by its name.
    Record(String),
    /// A text in both languages.
    Bilingual,
    /// An object without a name of its own: members, and whether they are always there.
    Object(Vec<(String, Type, bool)>),
    /// An object whose members are not looked at.
    Anything,
    /// What this reader does not know; a test keeps the table free of it.
    Unknown,
}

impl Table {
    /// Reads the schemas of every operation.
    pub(crate) fn read() -> Self {
        let schemas: Vec<Schemas> = OPERATIONS.iter().map(Schemas::of).collect();
        let names = Names::choose(&schemas);
        let rules = rules();
        let mut table = Self { operations: Vec::new(), records: BTreeMap::new(), details: BTreeMap::new() };
        for (operation, schemas) in OPERATIONS.iter().zip(&schemas) {
            for half in [&schemas.request, &schemas.answer] {
                for (name, schema) in &half.defs {
                    let record = half.record(schema, &names, names.twin(half, name));
                    table.records.entry(names.of(half, name)).or_insert(record);
                }
            }
            let request = match schemas.request.kind(&schemas.request.root, &names) {
                Type::Record(name) => name,
                _ => String::new(),
            };
            let answer = schemas.answer.kind(&schemas.answer.root, &names);
            let rules = rules.get(operation.name).cloned().unwrap_or_default();
            let (name, en, ja) = (operation.name, operation.en, operation.ja);
            table.operations.push(Shape { name, en, ja, request, answer, rules });
            table.details.extend(schemas.details(&names));
        }
        table
    }

    /// The areas in order, each with its operations; the empty area holds those at the top.
    pub(crate) fn areas(&self) -> BTreeMap<&'static str, Vec<&Shape>> {
        let mut areas: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for shape in &self.operations {
            areas.entry(shape.area().map_or("", |(area, _)| area)).or_default().push(shape);
        }
        areas
    }

    /// The members of an operation's request, the required ones first.
    pub(crate) fn request(&self, shape: &Shape) -> &[Member] {
        self.records.get(&shape.request).map_or(&[], |record| &record.members)
    }
}

/// The rules of the bundled tables by the operations that compute them.
fn rules() -> BTreeMap<String, Vec<Rule>> {
    let mut found: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
    let Ok(book) = RuleBook::bundled() else { return found };
    for rule in book.rules().iter().filter(|rule| !rule.id.starts_with("WIRE-")) {
        let sources = rule.sources.split("; ").map(|source| cited(&book, source)).collect();
        let rule_of = Rule { id: rule.id.clone(), title: rule.title.en.clone(), sources };
        for operation in &rule.operations {
            found.entry(operation.clone()).or_default().push(rule_of.clone());
        }
    }
    found
}

/// A source by its title, with its date and the section.
fn cited(book: &RuleBook, source: &str) -> String {
    let (id, section) = source.split_once(':').unwrap_or((source, ""));
    let known = book.sources().iter().find(|known| known.id == id);
    let title = known.map_or(id, |known| known.title.as_str());
    let date = known.map(|known| known.date.as_str()).filter(|date| !date.is_empty());
    let date = date.map_or_else(String::new, |date| format!(", {date}"));
    let section = if section.is_empty() { String::new() } else { format!(": {section}") };
    format!("{title}{date}{section}")
}

/// The name of an operation within its area.
pub(crate) fn verb(shape: &Shape) -> &'static str {
    shape.area().map_or(shape.name, |(_, verb)| verb)
}

/// The schemas of one operation.
struct Schemas {
    request: Half,
    answer: Half,
    errors: Value,
}

impl Schemas {
    fn of(operation: &vsys_wire::Operation) -> Self {
        let whole: Value = serde_json::from_slice(&operation.schema()).unwrap_or_default();
        let at = |pointer: &str| whole.pointer(pointer).cloned().unwrap_or_default();
        let defs = |pointer: &str| match at(pointer) {
            Value::Object(defs) => defs,
            _ => Map::new(),
        };
        let half = |side, root, defs| Half { operation: operation.name, side, root, defs };
        Self {
            request: half(Side::Request, at("/request"), defs("/request/$defs")),
            answer: half(Side::Answer, at("/answer/oneOf/0/properties/answer"), defs("/answer/$defs")),
            errors: at("/answer/oneOf/1/properties/error/allOf"),
        }
    }

    /// «If the code is this, the details are that.»
    fn details(&self, names: &Names) -> Vec<(String, Vec<Member>)> {
        let rules = self.errors.as_array().map_or(&[][..], Vec::as_slice);
        let detail = |rule: &Value| {
            let code = rule.pointer("/if/properties/code/const")?.as_str()?;
            let details = rule.pointer("/then/properties/details")?;
            Some((code.to_owned(), self.answer.members(details, names)))
        };
        rules.iter().filter_map(detail).collect()
    }
}

/// The request or the answer of an operation.
struct Half {
    operation: &'static str,
    side: Side,
    root: Value,
    defs: Map<String, Value>,
}

impl Half {
    fn record(&self, schema: &Value, names: &Names, twin: Option<String>) -> Record {
        Record { doc: doc(schema), side: self.side, members: self.members(schema, names), twin }
    }

    fn members(&self, schema: &Value, names: &Names) -> Vec<Member> {
        let required: Vec<&str> = required(schema);
        let place = |name: &str| required.iter().position(|one| *one == name);
        let properties = schema.get("properties").and_then(Value::as_object);
        let mut members: Vec<Member> = properties
            .into_iter()
            .flatten()
            .map(|(name, schema)| Member {
                name: name.clone(),
                doc: doc(schema),
                kind: self.kind(schema, names),
                required: place(name).is_some(),
            })
            .collect();
        members.sort_by_key(|member| place(&member.name).unwrap_or(usize::MAX));
        members
    }

    fn kind(&self, schema: &Value, names: &Names) -> Type {
        kind(schema, &|name| names.of(self, name))
    }

    /// A record with everything below it, without ranges and words of explanation: two records of one
    /// structure are one type.
    fn structure(&self, name: &str, above: &mut BTreeSet<String>) -> Structure {
        if !above.insert(name.to_owned()) {
            return Structure { text: format!("^{name}"), plain: true };
        }
        let schema = self.defs.get(name).cloned().unwrap_or_default();
        let required = required(&schema);
        let mut text = String::new();
        let mut plain = true;
        for (member, schema) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let kind = kind(schema, &str::to_owned);
            text += &format!("{member}{}{kind:?}", if required.contains(&member.as_str()) { ":" } else { "?" });
            let mut inner = &kind;
            while let Type::List(items) = inner {
                inner = items;
                plain = false;
            }
            match inner {
                Type::Record(name) => {
                    let below = self.structure(name, above);
                    text += &below.text;
                    plain &= below.plain;
                }
                Type::Date | Type::Moment | Type::Clock | Type::Decimal | Type::Fraction => plain = false,
                _ => {}
            }
            text.push(';');
        }
        above.remove(name);
        Structure { text: format!("{{{text}}}"), plain }
    }

    /// What tells this record's type from others of its name.
    fn key(&self, name: &str) -> Key {
        let structure = self.structure(name, &mut BTreeSet::new());
        Key { text: structure.text, side: (!structure.plain).then_some(self.side) }
    }
}

struct Structure {
    text: String,
    /// The same in requests and in answers.
    plain: bool,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    text: String,
    side: Option<Side>,
}

/// The names of types: the schema's, with a word more where one name stands for several types.
struct Names(BTreeMap<(String, Key), String>);

impl Names {
    fn choose(schemas: &[Schemas]) -> Self {
        let mut groups: BTreeMap<&String, Vec<(Key, &Half)>> = BTreeMap::new();
        for half in schemas.iter().flat_map(|schemas| [&schemas.request, &schemas.answer]) {
            for name in half.defs.keys() {
                let group = groups.entry(name).or_default();
                let key = half.key(name);
                if group.iter().all(|(other, _)| *other != key) {
                    group.push((key, half));
                }
            }
        }
        let mut names = BTreeMap::new();
        for (name, group) in groups {
            let sided = |side| group.iter().filter(|(_, half)| half.side == side).count();
            for (key, half) in &group {
                let area = half.operation.split('.').next().unwrap_or_default();
                let alone = group.iter().filter(|(_, other)| other.operation.split('.').next() == Some(area)).count();
                let input = if half.side == Side::Request { "Input" } else { "" };
                let chosen = if group.len() == 1 {
                    name.clone()
                } else if sided(Side::Request) == 1 && sided(Side::Answer) == 1 {
                    format!("{name}{input}")
                } else if alone == 1 {
                    format!("{}{name}", pascal(area))
                } else {
                    format!("{}{name}{input}", pascal(half.operation))
                };
                names.insert((name.clone(), key.clone()), chosen);
            }
        }
        Self(names)
    }

    fn of(&self, half: &Half, name: &str) -> String {
        self.0.get(&(name.to_owned(), half.key(name))).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// The answers' type of the same name, for a request.
    fn twin(&self, half: &Half, name: &str) -> Option<String> {
        (half.side == Side::Request && self.of(half, name) == format!("{name}Input")).then(|| name.to_owned())
    }
}

fn kind(schema: &Value, record: &dyn Fn(&str) -> String) -> Type {
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    if let Some(name) = text("$ref").and_then(|path| path.strip_prefix("#/$defs/")) {
        return Type::Record(record(name));
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Type::Words(words.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    match text("type") {
        Some("integer") => Type::Integer,
        Some("boolean") => Type::Flag,
        Some("array") => Type::List(Box::new(kind(schema.get("items").unwrap_or(&Value::Null), record))),
        Some("object") => object(schema, record),
        Some("string") => string(text("format"), text("pattern")),
        _ => Type::Unknown,
    }
}

fn object(schema: &Value, record: &dyn Fn(&str) -> String) -> Type {
    let required = required(schema);
    let properties = schema.get("properties").and_then(Value::as_object);
    let members: Vec<_> = properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.clone(), kind(schema, record), required.contains(&name.as_str())))
        .collect();
    match members.as_slice() {
        [(en, Type::Text, true), (ja, Type::Text, true)] if en == "en" && ja == "ja" => Type::Bilingual,
        [] => Type::Anything,
        _ => Type::Object(members),
    }
}

fn string(format: Option<&str>, pattern: Option<&str>) -> Type {
    match (format, pattern) {
        (Some("date"), _) => Type::Date,
        (_, Some(pattern)) if pattern.contains("T[0-9]") => Type::Moment,
        (_, Some(pattern)) if pattern.contains(":[0-5][0-9]") => Type::Clock,
        (_, Some(pattern)) if pattern.contains("([.][0-9]") => Type::Decimal,
        (_, Some(pattern)) if pattern.contains(")/[1-9]") => Type::Fraction,
        _ => Type::Text,
    }
}

fn required(schema: &Value) -> Vec<&str> {
    schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

fn doc(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn pascal(name: &str) -> String {
    let words = name.split(['.', '_']).map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knows(kind: &Type, table: &Table) -> bool {
        match kind {
            Type::Unknown => false,
            Type::List(items) => knows(items, table),
            Type::Record(name) => table.records.contains_key(name),
            Type::Object(members) => members.iter().all(|(_, kind, _)| knows(kind, table)),
            _ => true,
        }
    }

    #[test]
    fn every_schema_is_understood() {
        let table = Table::read();
        assert_eq!(table.operations.len(), OPERATIONS.len());
        for shape in &table.operations {
            assert!(table.records.contains_key(&shape.request), "{}", shape.name);
            assert!(knows(&shape.answer, &table), "{}", shape.name);
        }
        for (name, record) in &table.records {
            for member in &record.members {
                assert!(knows(&member.kind, &table), "{name}.{}", member.name);
                // Python has no types for objects without a name.
                assert!(!matches!(member.kind, Type::Object(_)), "{name}.{}", member.name);
            }
        }
        let apportion = table.operations.iter().find(|shape| shape.name == "allocation.apportion").unwrap();
        assert_eq!(apportion.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["ALC-3"]);
        assert!(!table.details.is_empty());
        for (code, members) in &table.details {
            for member in members {
                assert!(knows(&member.kind, &table), "{code}: {}", member.name);
            }
        }
    }

    #[test]
    fn types_of_one_name_have_one_structure() {
        let schemas: Vec<Schemas> = OPERATIONS.iter().map(Schemas::of).collect();
        let names = Names::choose(&schemas);
        let chosen: BTreeSet<&String> = names.0.values().collect();
        assert_eq!(chosen.len(), names.0.len());
    }
}
