//! The functions and types of the Python face, from the table of operations.

use std::fmt::Write as _;
use std::path::PathBuf;

#[path = "shape.rs"]
pub(super) mod shape;

use shape::{Member, Record, Shape, Side, Table, Type, verb};

const FOLDER: &str = "vsys-py/python/vsys";
const MADE: &str = "# Made by `cargo xtask gen` from the table of operations; do not edit.\n";

/// Names that cannot be names of Python's functions, arguments or members.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Names that the modules of the areas use themselves.
const USED: [&str; 3] = ["book", "builtins", "datetime"];

/// What an area has beside its operations: the classes of a module that is written by hand.
const BESIDE: [(&str, &str, &[&str]); 1] = [("form", "_form", &["FormFaults", "FormLimits"])];

/// The files, relative to the root of the repository.
pub(crate) fn generate() -> Vec<(PathBuf, String)> {
    let table = Table::read();
    let mut files = vec![(file("types"), types(&table)), (file("_operations"), operations(&table))];
    for (area, shapes) in table.areas() {
        if !area.is_empty() {
            files.push((file(area), module(area, &shapes, &table)));
        }
    }
    files
}

fn file(module: &str) -> PathBuf {
    format!("{FOLDER}/{module}.py").into()
}

/// The records as `TypedDict`s.
fn types(table: &Table) -> String {
    let mut text = String::new();
    for (name, record) in &table.records {
        text += "\n\n";
        text += &typed_dict(name, record, table);
    }
    let about = "\"\"\"The records of requests and answers.\n\nA record whose name ends in `Input` goes in; \
                 the one without comes out and may go in too.\n\"\"\"\n";
    let names = table.records.keys().map(|name| format!("    \"{name}\",\n")).collect::<String>();
    let all = format!("\n\n__all__ = [\n{names}]\n");
    with_imports(about, &text, "") + &all
}

/// Two classes, so that some members may be left out in every Python.
fn typed_dict(name: &str, record: &Record, table: &Table) -> String {
    let (required, optional): (Vec<&Member>, Vec<&Member>) = record.members.iter().partition(|member| member.required);
    let doc = format!("    \"\"\"{}\"\"\"\n\n", docstring(&record.doc));
    if optional.is_empty() {
        return dict_class(name, "TypedDict", &doc, &required, record.side, table);
    }
    if required.is_empty() {
        return dict_class(name, "TypedDict, total=False", &doc, &optional, record.side, table);
    }
    let base = format!("_{name}");
    dict_class(&base, "TypedDict", "", &required, record.side, table)
        + "\n\n"
        + &dict_class(name, &format!("{base}, total=False"), &doc, &optional, record.side, table)
}

fn dict_class(name: &str, bases: &str, doc: &str, members: &[&Member], side: Side, table: &Table) -> String {
    let plain = members.iter().all(|member| !KEYWORDS.contains(&member.name.as_str()));
    let mut text = String::new();
    if plain {
        _ = write!(text, "class {name}({bases}):\n{doc}");
        if members.is_empty() && doc.is_empty() {
            text += "    pass\n";
        }
        for member in members {
            let comment = comment(&member.doc, "    ");
            _ = writeln!(text, "{comment}    {}: {}", member.name, kind(&member.kind, side, "", table));
        }
        return text.trim_end().to_owned() + "\n";
    }
    // A member such as `from` cannot be written in a class.
    let base = if bases == "TypedDict" { name.to_owned() } else { format!("_{name}Members") };
    _ = writeln!(text, "{base} = TypedDict(\n    \"{base}\",\n    {{");
    for member in members {
        let comment = comment(&member.doc, "        ");
        _ = writeln!(
            text,
            "{comment}        \"{}\": \"{}\",",
            member.name,
            kind(&member.kind, side, "", table).replace('"', "'")
        );
    }
    text += if bases.ends_with("total=False") { "    },\n    total=False,\n)\n" } else { "    },\n)\n" };
    if base != name {
        let own = bases.trim_end_matches(", total=False").trim_end_matches("TypedDict");
        let own = if own.is_empty() { String::new() } else { format!("{own}, ") };
        _ = write!(text, "\n\nclass {name}({own}{base}):\n{}\n", doc.trim_end());
    }
    text
}

/// An area's functions.
fn module(area: &str, shapes: &[&Shape], table: &Table) -> String {
    let mut text = String::new();
    for shape in shapes {
        text += "\n\n";
        text += &function(shape, table);
    }
    let beside = BESIDE.into_iter().filter(|(of, _, _)| *of == area);
    let imports = beside.clone().map(|(_, from, names)| format!("from .{from} import {}\n", names.join(", ")));
    let names = beside.flat_map(|(_, _, names)| names.iter().map(ToString::to_string));
    let names = names.chain(shapes.iter().map(|shape| safe(verb(shape))));
    let names = names.map(|name| format!("    \"{name}\",\n")).collect::<String>();
    let all = format!("{}\n__all__ = [\n{names}]\n", imports.collect::<String>());
    let about = format!("\"\"\"The operations ``{area}.*``.\"\"\"\n");
    with_imports(&about, &text, &all)
}

/// The operations without an area, and the areas.
fn operations(table: &Table) -> String {
    let areas = table.areas();
    let mut text = String::new();
    let mut names: Vec<&str> = areas.keys().filter(|area| !area.is_empty()).copied().collect();
    for shape in areas.get("").into_iter().flatten() {
        text += "\n\n";
        text += &function(shape, table);
    }
    let modules = names.iter().map(|name| format!("    {name},\n")).collect::<String>();
    names.push("types");
    names.extend(areas.get("").into_iter().flatten().map(|shape| verb(shape)));
    names.sort_unstable();
    let list = names.iter().map(|name| format!("    \"{}\",\n", safe(name))).collect::<String>();
    let all = format!("from . import (\n{modules}    types,\n)\n\n__all__ = [\n{list}]\n");
    with_imports("\"\"\"Every operation of the table.\"\"\"\n", &text, &all)
}

/// One function: its arguments are the members of the request.
fn function(shape: &Shape, table: &Table) -> String {
    let members = table.request(shape);
    let mut text = format!("def {}(\n    *,\n", safe(verb(shape)));
    let (mut required, mut optional, mut arguments) = (String::new(), String::new(), String::new());
    for member in members {
        let name = safe(&member.name);
        let kind = kind(&member.kind, Side::Request, "_types.", table);
        let (default, members) = if member.required { ("", &mut required) } else { (" | None = None", &mut optional) };
        _ = writeln!(text, "    {name}: {kind}{default},");
        _ = write!(members, "\"{}\": {name}, ", member.name);
        _ = writeln!(arguments, "        {name}: {}", docstring(&member.doc));
    }
    let answer = kind(&shape.answer, Side::Answer, "_types.", table);
    let (en, ja, operation) = (capital(&docstring(shape.en)), docstring(shape.ja), shape.name);
    let (returns, sources) = (returns(shape, table), sources(shape));
    let (required, optional) = (required.trim_end_matches(", "), optional.trim_end_matches(", "));
    _ = write!(
        text,
        "    book: _RuleBook | None = None,
) -> _Answer[{answer}]:
    \"\"\"{en}.

    {ja}。

    Args:
{arguments}        book: Tables of one's own; absent = the bundled ones.

{returns}
    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema(\"{operation}\")``.
{sources}    \"\"\"
"
    );
    let line = format!("    return _run(\"{operation}\", book, {{{required}}}, {{{optional}}})\n");
    if line.len() <= 100 {
        return text + &line;
    }
    text + &format!(
        "    return _run(\n        \"{operation}\",\n        book,\n        {{{required}}},\n        {{{optional}}},\n    )\n"
    )
}

/// The members of the answer.
fn returns(shape: &Shape, table: &Table) -> String {
    let Type::Record(name) = &shape.answer else { return String::new() };
    let Some(record) = table.records.get(name) else { return String::new() };
    let mut text = format!("    Returns:\n        {}\n\n", docstring(&record.doc));
    for member in &record.members {
        let kind = kind(&member.kind, Side::Answer, "", table).replace("_Bilingual", "Bilingual");
        let absent = if member.required { "" } else { ", may be absent" };
        _ = writeln!(text, "        - ``{}`` ({kind}{absent}): {}", member.name, docstring(&member.doc));
    }
    text
}

/// The rules that the operation computes, and where they stand.
fn sources(shape: &Shape) -> String {
    if shape.rules.is_empty() {
        return String::new();
    }
    let mut text = "\n    Source:\n".to_owned();
    for rule in &shape.rules {
        let sources = rule.sources.iter().map(|source| docstring(source)).collect::<Vec<_>>().join("; ");
        _ = writeln!(text, "        {}: {} ({sources})", rule.id, docstring(&rule.title));
    }
    text
}

/// The module with what it imports.
fn with_imports(about: &str, text: &str, last: &str) -> String {
    let mut imports = String::new();
    // What stands in docstrings imports nothing.
    let code: String = text.split("\"\"\"").step_by(2).collect();
    let mut add = |mark: &str, line: &str| {
        if code.contains(mark) {
            imports += line;
            imports.push('\n');
        }
    };
    add("datetime.", "import datetime");
    add("Sequence[", "from collections.abc import Sequence");
    add("Decimal ", "from decimal import Decimal");
    add("Fraction ", "from fractions import Fraction");
    match (code.contains("Literal["), code.contains("TypedDict")) {
        (true, true) => imports += "from typing import Literal, TypedDict\n",
        (true, false) => imports += "from typing import Literal\n",
        (false, true) => imports += "from typing import TypedDict\n",
        (false, false) => {}
    }
    if !imports.is_empty() {
        imports.push('\n');
    }
    let mut add = |mark: &str, line: &str| {
        if code.contains(mark) {
            imports += line;
            imports.push('\n');
        }
    };
    add("_types.", "from . import types as _types");
    add("_Bilingual", "from ._error import Bilingual as _Bilingual");
    add("_Answer[", "from ._answer import Answer as _Answer");
    add("_run(", "from ._answer import run_members as _run");
    add("_RuleBook ", "from ._vsys import RuleBook as _RuleBook");
    format!("{MADE}{about}\nfrom __future__ import annotations\n\n{}\n{last}{text}", imports.trim_end())
}

/// A type as an annotation. What goes in may be a date, a decimal or a fraction of Python's.
fn kind(kind: &Type, side: Side, module: &str, table: &Table) -> String {
    let form = |native: &str| match side {
        Side::Request => format!("{native} | str"),
        Side::Answer => "str".to_owned(),
    };
    match kind {
        Type::Integer => "int".to_owned(),
        Type::Flag => "bool".to_owned(),
        Type::Text => "str".to_owned(),
        Type::Words(words) => {
            format!("Literal[{}]", words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
        }
        Type::Date => form("datetime.date"),
        Type::Moment => form("datetime.datetime"),
        Type::Clock => form("datetime.time"),
        Type::Decimal => form("Decimal"),
        Type::Fraction => form("Fraction"),
        Type::List(items) => {
            let items = self::kind(items, side, module, table);
            if side == Side::Request { format!("Sequence[{items}]") } else { format!("list[{items}]") }
        }
        Type::Record(name) => match table.records.get(name).and_then(|record| record.twin.as_ref()) {
            Some(twin) => format!("{module}{name} | {module}{twin}"),
            None => format!("{module}{name}"),
        },
        Type::Bilingual => "_Bilingual".to_owned(),
        Type::Object(_) | Type::Anything | Type::Unknown => "object".to_owned(),
    }
}

fn comment(doc: &str, indent: &str) -> String {
    if doc.is_empty() { String::new() } else { format!("{indent}#: {}\n", doc.replace('\n', " ")) }
}

/// A text that can stand in a docstring.
fn docstring(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "'").replace('\n', " ").trim().to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A name that Python lets stand.
fn safe(name: &str) -> String {
    if KEYWORDS.contains(&name) || USED.contains(&name) { format!("{name}_") } else { name.to_owned() }
}
