//! The functions of the JavaScript face and their TypeScript types, from the table of operations.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::python::shape::{Member, Record, Shape, Side, Table, Type, verb};

const FOLDER: &str = "vsys-wasm/js";
const MADE: &str = "// Made by `cargo xtask gen` from the table of operations; do not edit.\n";

/// The files, relative to the root of the repository.
pub(crate) fn generate() -> Vec<(PathBuf, String)> {
    let table = Table::read();
    vec![
        (format!("{FOLDER}/operations.js").into(), functions(&table)),
        (format!("{FOLDER}/operations.d.ts").into(), declarations(&table)),
    ]
}

/// Every operation as a function: one object an area.
fn functions(table: &Table) -> String {
    let mut text = format!("{MADE}\nimport {{ run }} from \"./core.js\";\n");
    for (area, shapes) in table.areas() {
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

fn function(shape: &Shape) -> String {
    format!("(request, book) => run(\"{}\", request, book)", shape.name)
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
