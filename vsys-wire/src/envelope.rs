//! The two shapes of every answer: success and failure.

use vsys_core::base::{Assumptions, DetailValue, Findings, IntoList, Place, Refusal};
use vsys_core::catalogue;

use crate::emit::Emit;
use crate::json::{Json, Writer};
use crate::problem::WireProblem;
use crate::schema::{self, Defs};

/// How much of an offending text a finding shows.
const SHOWN: usize = 200;

/// `{"answer":…,"assumptions":…,"findings":…}`; nothing when a number leaves the wire's range.
pub(crate) fn success(answer: &dyn Emit, findings: &Findings, assumptions: &Assumptions) -> Option<Vec<u8>> {
    let mut out = Writer::default();
    out.object(|out| {
        out.key("answer");
        answer.emit(out);
        out.key("assumptions");
        write_assumptions(assumptions, out);
        write_findings(findings, out);
    });
    out.finish()
}

/// `{"assumptions":…,"findings":…}`.
pub(crate) fn notes(findings: &Findings, assumptions: &Assumptions) -> Vec<u8> {
    let mut out = Writer::default();
    out.object(|out| {
        out.key("assumptions");
        write_assumptions(assumptions, out);
        write_findings(findings, out);
    });
    out.finish().unwrap_or_default()
}

/// `{"error":{…}}`.
pub(crate) fn failure(refusal: &Refusal) -> Vec<u8> {
    let primary = refusal.primary();
    let mut out = Writer::default();
    out.object(|out| {
        out.key("error");
        out.object(|out| {
            out.key("assumptions");
            write_assumptions(refusal.assumptions(), out);
            out.key("code");
            out.text(refusal.code());
            out.key("details");
            let details = primary.as_ref().map(|finding| finding.details.clone()).unwrap_or_default();
            write_detail(&DetailValue::Record(details), out);
            write_findings(refusal.findings(), out);
            out.key("help");
            primary.as_ref().map(|finding| finding.help.clone()).unwrap_or_default().emit(out);
            out.key("message");
            primary.as_ref().map(|finding| finding.message.clone()).unwrap_or_default().emit(out);
        });
    });
    out.finish()
        .unwrap_or_else(|| failure(&Refusal::new(&WireProblem::AnswerOutOfRange, vsys_core::base::Path::root())))
}

fn write_assumptions(assumptions: &Assumptions, out: &mut Writer) {
    out.array(|out| assumptions.iter().for_each(|assumption| out.text(assumption.as_str())));
}

/// The listed findings, and how many there are when not all are listed.
fn write_findings(findings: &Findings, out: &mut Writer) {
    let listed = findings.sorted();
    out.key("findings");
    out.array(|out| {
        for finding in &listed {
            out.object(|out| {
                out.key("code");
                out.text(finding.code);
                out.key("message");
                finding.message.emit(out);
                match &finding.place {
                    Place::Path(path) => {
                        out.key("path");
                        out.text(&path.to_string());
                    }
                    Place::Cell(cell) => {
                        out.key("place");
                        write_cell(cell, out);
                    }
                }
                out.key("rule");
                out.text(finding.rule.as_str());
                out.key("severity");
                out.text(finding.severity.as_str());
                if let Some(value) = &finding.value {
                    out.key("value");
                    out.text(&value.chars().take(SHOWN).collect::<String>());
                }
            });
        }
    });
    if u64::try_from(listed.len()).is_ok_and(|listed| listed < findings.total()) {
        out.key("findings_total");
        out.number(findings.total(), u64::MAX);
    }
}

fn write_cell(cell: &vsys_core::base::Cell, out: &mut Writer) {
    let row = u64::try_from(cell.row).unwrap_or(u64::MAX);
    out.object(|out| {
        out.key("cell");
        out.text(&cell.name());
        out.key("column");
        out.text(&cell.heading);
        out.key("file");
        out.text(&cell.file);
        out.key("row");
        out.number(row, u64::MAX);
    });
}

fn write_detail(detail: &DetailValue, out: &mut Writer) {
    match detail {
        DetailValue::Number(number) => out.number(*number, u64::MAX),
        DetailValue::Text(text) => out.text(text),
        DetailValue::Flag(flag) => out.bool(*flag),
        DetailValue::List(items) => out.array(|out| items.iter().for_each(|item| write_detail(item, out))),
        DetailValue::Record(members) => {
            let mut sorted: Vec<_> = members.iter().list();
            sorted.sort_unstable_by_key(|(name, _)| *name);
            out.object(|out| {
                for (name, value) in sorted {
                    out.key(name);
                    write_detail(value, out);
                }
            });
        }
    }
}

/// The schema of everything an operation can answer.
pub(crate) fn answer_schema(mut defs: Defs, answer: Json) -> Json {
    let finding = finding_schema(&mut defs);
    let members = |own: Vec<(&'static str, Json, bool)>| {
        let shared = [
            ("assumptions", schema::array(schema::pattern("^assumption[.]")), true),
            ("findings", schema::array(finding.clone()).with("maxItems", Json::Number(10_000)), true),
            ("findings_total", schema::integer(10_001, (1 << 53) - 1), false),
        ];
        schema::object(own.into_iter().chain(shared))
    };
    let success = members(vec![("answer", answer, true)]);
    let bilingual = <vsys_core::base::Bilingual as Emit>::schema(&mut defs);
    let error = members(vec![
        ("code", schema::string(), true),
        ("details", Json::object([("type", Json::text("object"))]), true),
        ("help", bilingual.clone(), true),
        ("message", bilingual, true),
    ])
    .with("allOf", Json::Array(details_by_code()));
    let failure = schema::object([("error", error, true)]);
    defs.document(Json::object([("oneOf", Json::Array(vec![success, failure]))]))
}

fn finding_schema(defs: &mut Defs) -> Json {
    let place = schema::object([
        ("cell", schema::string(), true),
        ("column", schema::string(), true),
        ("file", schema::string(), true),
        ("row", schema::integer(1, (1 << 53) - 1), true),
    ]);
    schema::object([
        ("code", schema::pattern("^[a-z_]+[.][a-z_]+[.][a-z0-9_]+$"), true),
        ("message", <vsys_core::base::Bilingual as Emit>::schema(defs), true),
        ("path", schema::string(), false),
        ("place", place, false),
        ("rule", schema::string(), true),
        ("severity", schema::words(&["error", "warning"]), true),
        ("value", schema::string().with("maxLength", Json::Number(200)), false),
    ])
}

/// «If the code is this, the details are that», for every code of the catalogue that is an error.
fn details_by_code() -> Vec<Json> {
    catalogue()
        .chain(WireProblem::ENTRIES)
        .filter(|entry| entry.severity == vsys_core::base::Severity::Error)
        .map(|entry| {
            let details =
                entry.details.iter().map(|(name, kind)| (*name, schema::detail(*kind), schema::required(*kind)));
            let is = Json::object([(
                "properties",
                Json::object([("code", Json::object([("const", Json::text(entry.code))]))]),
            )]);
            let then = Json::object([("properties", Json::object([("details", schema::object(details))]))]);
            Json::object([("if", is), ("then", then)])
        })
        .list()
}
