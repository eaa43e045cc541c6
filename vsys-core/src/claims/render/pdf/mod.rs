//! Sheets as PDF, behind the feature `pdf`.
//!
//! [`typeface`] asks the caller's font, [`lines`] breaks a text into lines, [`page`] says where on the paper
//! everything stands, in whole hundredths of a millimetre, and [`paper`] hands it to krilla.

mod lines;
mod page;
mod paper;
mod table;
mod typeface;

use std::collections::BTreeSet;

use typeface::Typeface;

use super::billing;
use crate::base::{BaseProblem, Findings, Path, Refusal};
use crate::claims::sheet::ClaimSheets;
use crate::claims::sheet_head::{HeadField, SheetHead};
use crate::claims::sheet_problem::SheetProblem;

/// A length on paper, in hundredths of a millimetre.
type Length = i32;

/// The sheets as PDF (印刷用): each on one page of A4, with the content and the arrangement of
/// [`html`](super::html). The text can be copied, and the tags tell readers of the screen what is a heading and what
/// a table; the bookmarks name the sheets.
///
/// `font` is a Japanese TrueType or OpenType font, or a collection of which the first one is taken; what is used of
/// it is embedded, so its licence must allow that (that of the IPAex fonts does). A variable font stands in its
/// default style. Every character is drawn by its own glyph, with the variant that a selector behind it asks for.
///
/// No date is written: the same sheets and the same font give the same bytes. What does not fit on a line goes to the
/// next one, and gets smaller where the lines do not suffice; nothing is cut off.
///
/// # Errors
/// [`SheetProblem::FontUnreadable`] and [`SheetProblem::FontEmbedding`] at `font`;
/// [`SheetProblem::FontWithoutLabels`] there, when the font lacks the form's own characters, and
/// [`SheetProblem::NotInFont`] for every field of the head and every addressee that it cannot print, without the
/// character itself: all of these at once.
///
/// ```
/// use vsys_core::claims::{ClaimCounts, SheetForm, SheetHead, SheetTerms, render, sheets};
/// let book = vsys_core::rulebook::RuleBook::bundled()?;
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, SheetHead::new("131032".parse()?), &terms, &ClaimCounts::new())?.into_value();
/// let refusal = render::pdf(&made, b"no font").unwrap_err();
/// assert_eq!(refusal.code(), "claims.font.unreadable");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```no_run
/// # use vsys_core::claims::{ClaimCounts, SheetForm, SheetHead, SheetTerms, render, sheets};
/// # let book = vsys_core::rulebook::RuleBook::bundled()?;
/// # let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// # let made = sheets(&book, SheetHead::new("131032".parse()?), &terms, &ClaimCounts::new())?.into_value();
/// let font = std::fs::read("ipaexg.ttf")?;
/// std::fs::write("sheets.pdf", render::pdf(&made, &font)?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn pdf(sheets: &ClaimSheets, font: &[u8]) -> Result<Vec<u8>, Refusal> {
    let at_font = |problem: SheetProblem| Refusal::new(&problem, Path::from("font"));
    let face = Typeface::read(font).map_err(at_font)?;
    let mut findings = unprintable(sheets, &face);
    let mut missing = BTreeSet::new();
    // The institution's name is no personal datum; a title may hold it.
    let title = format!("{} {}", billing(sheets.billing_month()), sheets.head().printed(HeadField::Name));
    let written = paper::document(title.trim_end(), &face, font, sheets.iter(), |paper, sheet| {
        page::draw(paper, sheets, sheet);
        missing.append(&mut paper.missing());
    });
    if !missing.is_empty() {
        let missing: Vec<String> = missing.into_iter().map(String::from).collect();
        findings.push(&SheetProblem::FontWithoutLabels { missing: missing.join(" ") }, Path::from("font"));
    }
    if findings.has_errors() {
        return Err(Refusal::of(findings));
    }
    written.map_err(|fault| match fault {
        paper::Fault::Font => at_font(SheetProblem::FontUnreadable),
        paper::Fault::Page => Refusal::new(&BaseProblem::Internal { what: "a page that was not drawn" }, Path::root()),
    })
}

/// What the caller gave and the font cannot print.
fn unprintable(sheets: &ClaimSheets, face: &Typeface<'_>) -> Findings {
    let mut findings = Findings::new();
    let mut look = |text: &str, at: Path| {
        if let Some(index) = face.lacks(text) {
            findings.push(&SheetProblem::NotInFont { position: index + 1 }, at);
        }
    };
    for field in HeadField::ALL {
        look(&sheets.head().printed(field), SheetHead::path(field.as_str()));
    }
    sheets.iter().for_each(|sheet| look(sheet.addressee(), Path::from("cases")));
    findings
}
