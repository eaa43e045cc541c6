//! The list of findings: written out as they come, so that it takes no memory, and counted by code.

use std::collections::BTreeMap;
use std::io::{self, Write};

use vsys_core::base::{Bilingual, DetailValue, Finding, Findings, Lang, Place, Severity};
use vsys_examples::say;

/// How many findings are shown on the terminal; all are written.
const SHOWN: usize = 20;

/// A code with what became of it.
pub(crate) struct Reason {
    pub(crate) severity: Severity,
    /// Rows that have it.
    pub(crate) rows: u64,
    /// How often it was found.
    pub(crate) findings: u64,
    /// The first message.
    pub(crate) message: Bilingual,
    row: usize,
}

/// The list of all findings of a month.
pub(crate) struct Listing<W> {
    out: W,
    lang: Lang,
    pub(crate) first: Vec<String>,
    pub(crate) total: u64,
    pub(crate) reasons: BTreeMap<&'static str, Reason>,
}

impl<W: Write> Listing<W> {
    /// A list with its header.
    pub(crate) fn begin(mut out: W, lang: Lang) -> io::Result<Self> {
        let header =
            say(lang, "行,列,セル,程度,コード,理由,対処,先の行", "row,column,cell,severity,code,reason,help,first_row");
        write!(out, "\u{feff}{header}\r\n")?;
        Ok(Self { out, lang, first: Vec::new(), total: 0, reasons: BTreeMap::new() })
    }

    /// Writes the findings of a row. No cell's text is written: it may be a personal datum.
    pub(crate) fn row(&mut self, row: usize, findings: &Findings) -> io::Result<()> {
        for finding in findings.sorted() {
            self.total += 1;
            let reason = self.reasons.entry(finding.code).or_insert_with(|| Reason {
                severity: finding.severity,
                rows: 0,
                findings: 0,
                message: finding.message.clone(),
                row: 0,
            });
            reason.findings += 1;
            reason.rows += u64::from(reason.row != row);
            reason.row = row;
            let (heading, cell) = place(finding, row);
            let severity = severity(finding.severity, self.lang);
            let first = first_row(finding).map(|row| row.to_string()).unwrap_or_default();
            let message = format!("{}{}", finding.message.in_lang(self.lang), expected(finding, self.lang));
            let texts = [&message, finding.help.in_lang(self.lang), &first].map(quoted).join(",");
            write!(self.out, "{row},{},{cell},{severity},{},{texts}\r\n", quoted(&heading), finding.code)?;
            if self.first.len() < SHOWN {
                let heading = if heading.is_empty() { String::new() } else { format!(" {heading}") };
                let first = match first_row(finding) {
                    Some(row) => {
                        say(self.lang, format!("  先の請求: {row}行目"), format!("  first claimed: row {row}"))
                    }
                    None => String::new(),
                };
                self.first.push(format!("  {cell}{heading}  {severity}  {message} [{}]{first}", finding.code));
            }
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<(Vec<String>, u64, BTreeMap<&'static str, Reason>)> {
        self.out.flush()?;
        Ok((self.first, self.total, self.reasons))
    }
}

/// The heading and the name of the cell a finding points at.
pub(crate) fn place(finding: &Finding, row: usize) -> (String, String) {
    match &finding.place {
        Place::Cell(cell) => (cell.heading.clone(), cell.name()),
        Place::Path(_) => (String::new(), row.to_string()),
    }
}

pub(crate) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Ja) => "誤り",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::Ja) => "注意",
        (Severity::Warning, Lang::En) => "warning",
    }
}

/// The words that a cell might have held, in one language.
fn expected(finding: &Finding, lang: Lang) -> String {
    let words = finding.details.iter().find_map(|(name, value)| match value {
        DetailValue::List(words) if *name == "expected" => Some(words),
        _ => None,
    });
    let of_lang = |word: &&str| !word.is_empty() && word.is_ascii() == (lang == Lang::En);
    let words = words.into_iter().flatten().filter_map(|word| match word {
        DetailValue::Text(word) => Some(word.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.filter(of_lang).collect();
    if words.is_empty() {
        return String::new();
    }
    say(lang, format!("（{}）", words.join("・")), format!(" ({})", words.join(", ")))
}

/// The row that a double claim repeats.
fn first_row(finding: &Finding) -> Option<u64> {
    finding.details.iter().find_map(|(name, value)| match value {
        DetailValue::Number(row) if *name == "first" => Some(*row),
        _ => None,
    })
}

/// A cell of a CSV, in quotation marks where it must be.
pub(crate) fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
