//! The functions of the JavaScript face and their TypeScript types, from the table of operations.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use vsys_wire::OPERATIONS;

use super::python::shape::{Member, Record, Shape, Side, Table, Type, verb};

const FOLDER: &str = "vsys-wasm/js";
const MADE: &str = "// Made by `cargo xtask gen` from the table of operations; do not edit.\n";

/// The files, relative to the root of the repository.
pub(crate) fn generate() -> Vec<(PathBuf, String)> {
    let table = Table::read();
    vec![
        (format!("{FOLDER}/operations.js").into(), functions(&table)),
        (format!("{FOLDER}/operations.d.ts").into(), declarations(&table)),
        (format!("{FOLDER}/catalogue.js").into(), catalogue()),
        (format!("{FOLDER}/request_kinds.js").into(), kinds()),
        (format!("{FOLDER}/operations_small.js").into(), functions_of(&table, in_every_build)),
        (format!("{FOLDER}/operations_small.d.ts").into(), small_declarations(&table)),
    ]
}

/// Every operation as a function: one object an area.
fn functions(table: &Table) -> String {
    functions_of(table, |_| true)
}

/// Whether the small package has an operation.
fn in_every_build(shape: &Shape) -> bool {
    vsys_wire::operation(shape.name).is_some_and(|operation| operation.group.is_none())
}

fn functions_of(table: &Table, wanted: fn(&Shape) -> bool) -> String {
    let mut text = format!("{MADE}\nimport {{ run }} from \"./core.js\";\n");
    for (area, shapes) in table.areas() {
        let shapes: Vec<_> = shapes.into_iter().filter(|shape| wanted(shape)).collect();
        if shapes.is_empty() {
            continue;
        }
        text.push('\n');
        if area.is_empty() {
            for shape in shapes {
                _ = writeln!(text, "export const {} = {};", verb(shape), function(shape));
            }
        } else {
            _ = writeln!(text, "export const {area} = Object.freeze({{");
            for shape in shapes {
                _ = writeln!(text, "  {}: {},", verb(shape), function(shape));
            }
            text += "});\n";
        }
    }
    text
}

/// What each operation does. It stands apart from the functions: a page that only calls them does not load it.
fn catalogue() -> String {
    let mut text = format!("{MADE}\nexport const OPERATIONS = Object.freeze([\n");
    for operation in OPERATIONS {
        let [name, en, ja] = [operation.name, operation.en, operation.ja].map(|text| Value::from(text).to_string());
        _ = writeln!(text, "  {{ name: {name}, en: {en}, ja: {ja}, small: {} }},", operation.group.is_none());
    }
    text + "]);\n"
}

fn function(shape: &Shape) -> String {
    format!("(request, book) => run(\"{}\", request, book)", shape.name)
}

/// The operations of the small package, with the types of the whole one.
fn small_declarations(table: &Table) -> String {
    let mut text = format!("{MADE}\nimport type * as all from \"./operations.js\";\n\n");
    for (area, shapes) in table.areas() {
        let shapes: Vec<_> = shapes.into_iter().filter(|shape| in_every_build(shape)).collect();
        if area.is_empty() {
            for shape in &shapes {
                let verb = verb(shape);
                _ = writeln!(text, "{}export declare const {verb}: typeof all.{verb};", about(shape, ""));
            }
        } else if !shapes.is_empty() {
            let verbs: Vec<String> = shapes.iter().map(|shape| format!("\"{}\"", verb(shape))).collect();
            let verbs = verbs.join(" | ");
            _ = writeln!(text, "/** The operations `{area}.*` of every build. */");
            _ = writeln!(text, "export declare const {area}: Pick<typeof all.{area}, {verbs}>;");
        }
    }
    text
}

/// What kinds of values the requests hold, as short as forms need it: the record of every operation, and of every record
/// the kinds of its members. `!` in front = required; then `*` for every list around; then a letter, the number of a
/// pattern or, behind `@`, a record.
fn kinds() -> String {
    let mut patterns = Vec::new();
    let mut records = BTreeMap::new();
    let mut text = format!("{MADE}\nexport const REQUESTS = {{\n");
    for operation in OPERATIONS {
        let whole: Value = serde_json::from_slice(&operation.schema()).unwrap_or_default();
        let request = whole.get("request").unwrap_or(&Value::Null);
        _ = writeln!(text, "  \"{}\": \"{}\",", operation.name, referred(request));
        for (name, record) in request.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            let required: Vec<&str> = record
                .get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let members = record.get("properties").and_then(Value::as_object).into_iter().flatten();
            let members: Vec<String> = members
                .map(|(member, schema)| {
                    let mark = if required.contains(&member.as_str()) { "!" } else { "" };
                    format!("{member}: \"{mark}{}\"", value_kind(schema, &mut patterns))
                })
                .collect();
            records.insert(name.clone(), format!("{{ {} }}", members.join(", ")));
        }
    }
    text += "};\n\nexport const RECORDS = {\n";
    for (name, members) in records {
        _ = writeln!(text, "  {name}: {members},");
    }
    text += "};\n\nexport const PATTERNS = [\n";
    for pattern in patterns {
        _ = writeln!(text, "  /{}/u,", pattern.replace('/', "\\/"));
    }
    text + "];\n"
}

fn value_kind(schema: &Value, patterns: &mut Vec<String>) -> String {
    let text = |member: &str| schema.get(member).and_then(Value::as_str);
    if let Some(items) = schema.get("items") {
        return format!("*{}", value_kind(items, patterns));
    }
    match (text("pattern"), text("type")) {
        (Some(pattern), _) => {
            let known = patterns.iter().position(|known| known == pattern).unwrap_or_else(|| {
                patterns.push(pattern.to_owned());
                patterns.len() - 1
            });
            known.to_string()
        }
        (None, Some("integer")) => "i".to_owned(),
        (None, Some("boolean")) => "b".to_owned(),
        (None, Some("object")) => "o".to_owned(),
        (None, Some(_)) => "t".to_owned(),
        (None, None) => format!("@{}", referred(schema)),
    }
}

/// The name of the record that a schema refers to.
fn referred(schema: &Value) -> &str {
    schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}

/// The types of the functions, of requests and answers, and of every error's particulars.
fn declarations(table: &Table) -> String {
    let mut text = format!("{MADE}\nimport type {{ Bilingual, ErrorOf, Outcome, RuleBook }} from \"./core.js\";\n");
    for (area, shapes) in table.areas() {
        text.push('\n');
        if area.is_empty() {
            for shape in shapes {
                let signature = signature(shape, table);
                _ = writeln!(text, "{}export declare const {}: {signature};", about(shape, ""), verb(shape));
            }
        } else {
            _ = writeln!(text, "/** The operations `{area}.*`. */\nexport declare const {area}: {{");
            for shape in shapes {
                let signature = signature(shape, table);
                _ = writeln!(text, "{}  readonly {}: {signature};", about(shape, "  "), verb(shape));
            }
            text += "};\n";
        }
    }
    text.push('\n');
    text += &names(table);
    for (name, record) in &table.records {
        text.push('\n');
        text += &interface(name, record);
    }
    text.push('\n');
    text += &details(table);
    text
}

fn signature(shape: &Shape, table: &Table) -> String {
    let optional = if table.request(shape).iter().any(|member| member.required) { "" } else { "?" };
    let answer = kind(&shape.answer, Side::Answer);
    format!("(request{optional}: {}, book?: RuleBook) => Outcome<{answer}>", shape.request)
}

/// What every operation takes and answers, by its name.
fn names(table: &Table) -> String {
    let mut text =
        String::from("/** What every operation takes and answers, by its name. */\nexport interface Operations {\n");
    for (_, shapes) in table.areas() {
        for shape in shapes {
            let answer = kind(&shape.answer, Side::Answer);
            _ = writeln!(text, "  \"{}\": {{ request: {}; answer: {answer} }};", shape.name, shape.request);
        }
    }
    text + "}\n"
}

fn about(shape: &Shape, indent: &str) -> String {
    let mut letters = shape.en.chars();
    let en: String = letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect();
    format!("{indent}/** {}. {}。 */\n", comment(&en), comment(shape.ja))
}

fn interface(name: &str, record: &Record) -> String {
    let mut text = String::new();
    if !record.doc.is_empty() {
        _ = writeln!(text, "/** {} */", comment(&record.doc));
    }
    _ = writeln!(text, "export interface {name} {{");
    for member in &record.members {
        text += &property(member, record.side, "  ");
    }
    text + "}\n"
}

fn property(member: &Member, side: Side, indent: &str) -> String {
    let mut text = String::new();
    if !member.doc.is_empty() {
        _ = writeln!(text, "{indent}/** {} */", comment(&member.doc));
    }
    let optional = if member.required { "" } else { "?" };
    _ = writeln!(text, "{indent}{}{optional}: {};", member.name, kind(&member.kind, side));
    text
}

/// The union of all errors, told apart by their code.
fn details(table: &Table) -> String {
    let mut text = String::from("/** The particulars of every error, by its code. */\nexport interface Details {\n");
    for (code, members) in &table.details {
        if members.is_empty() {
            _ = writeln!(text, "  \"{code}\": Record<string, never>;");
        } else {
            _ = writeln!(text, "  \"{code}\": {{");
            members.iter().for_each(|member| text += &property(member, Side::Answer, "    "));
            text += "  };\n";
        }
    }
    text + "}\n\n/** An error; its `code` tells the type of its `details`. */\n\
            export type Failure = { [Code in keyof Details]: ErrorOf<Code, Details[Code]> }[keyof Details];\n"
}

fn kind(kind: &Type, side: Side) -> String {
    match kind {
        Type::Integer => "number".to_owned(),
        Type::Flag => "boolean".to_owned(),
        Type::Words(words) => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | "),
        Type::Text | Type::Date | Type::Moment | Type::Clock | Type::Decimal | Type::Fraction => "string".to_owned(),
        Type::List(items) => {
            let readonly = if side == Side::Request { "readonly " } else { "" };
            match items.as_ref() {
                Type::Words(_) => format!("{readonly}({})[]", self::kind(items, side)),
                _ => format!("{readonly}{}[]", self::kind(items, side)),
            }
        }
        Type::Record(name) => name.clone(),
        Type::Bilingual => "Bilingual".to_owned(),
        Type::Object(members) => {
            let member = |(name, kind, required): &(String, Type, bool)| {
                format!("{name}{}: {}", if *required { "" } else { "?" }, self::kind(kind, side))
            };
            format!("{{ {} }}", members.iter().map(member).collect::<Vec<_>>().join("; "))
        }
        Type::Anything | Type::Unknown => "unknown".to_owned(),
    }
}

fn comment(text: &str) -> String {
    text.replace("*/", "*\u{200b}/").replace('\n', " ").trim().to_owned()
}
