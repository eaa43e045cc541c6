//! A printed sheet by itself: title, addressee, municipality, coupons, head.

use super::check_problem::CheckProblem;
use super::check_table::{Basis, Figures, table};
use super::printed_sheet::{PrintedHead, PrintedMunicipal, same_text};
use super::sheet::SheetKind;
use super::sheet_count::CouponKind;
use super::sheet_head::{HeadField, SheetHead};
use super::sheet_problem::SheetProblem;
use super::sheet_table::SheetForm;
use crate::base::{Finding, Findings, InstitutionCode, IntoList, MunicipalityCode, Path, Problem};
use crate::rulebook::Municipality;

/// A sheet with what was found on it.
#[derive(Debug, Default)]
pub(super) struct Page<'c> {
    pub(super) findings: Findings,
    pub(super) figures: Figures,
    /// Who pays: of a ward its city.
    pub(super) payer: Option<&'c Municipality>,
    pub(super) coupon: Option<CouponKind>,
    /// Whether an earlier sheet is for the same.
    pub(super) again: bool,
}

impl Page<'_> {
    /// For whom it is.
    pub(super) fn key(&self) -> Option<(CouponKind, MunicipalityCode)> {
        Some((self.coupon?, self.payer?.code))
    }
}

/// A municipal sheet by itself.
pub(super) fn page<'c>(basis: &Basis<'c>, form: SheetForm, printed: &PrintedMunicipal, at: &Path) -> Page<'c> {
    let mut findings = Findings::new();
    title(printed.sheet.title.as_deref(), SheetKind::MUNICIPAL_TITLE, at, &mut findings);
    let payer = payer(basis, printed, at, &mut findings);
    if let Some(addressee) = &printed.sheet.addressee {
        let name = |town: &Municipality| format!("{}長 様", town.name);
        let known = || basis.book.municipalities().recipients().any(|town| same_text(addressee, &name(town)));
        hold_addressee(addressee, payer.map(name), known, at, &mut findings);
    }
    let coupon = coupon(printed, at, &mut findings);
    let figures = table(basis, form, &printed.sheet, at, &mut findings);
    Page { findings, figures, payer, coupon, again: false }
}

/// The municipality of a sheet: that of its number, of a ward its city.
fn payer<'c>(
    basis: &Basis<'c>,
    printed: &PrintedMunicipal,
    at: &Path,
    findings: &mut Findings,
) -> Option<&'c Municipality> {
    let table = basis.book.municipalities();
    let place = at.join("municipality");
    let day = basis.vaccination.last_day();
    let mut wrong = |problem: &dyn Problem| {
        findings.add(Finding::new(problem, place.clone()).with_value(printed.municipality.clone()));
    };
    let code = printed.municipality.trim().parse::<MunicipalityCode>().map_err(|problem| wrong(&problem)).ok()?;
    let named = table.on(code, day).map_err(|problem| wrong(&problem)).ok()?;
    let payer = table.resolve(code, day).map_err(|problem| wrong(&problem)).ok()?;
    if payer.code != named.code {
        wrong(&CheckProblem::Ward { city: payer.code.to_string(), name: payer.name.clone() });
    } else if printed.name.as_ref().is_some_and(|name| !same_text(name, &payer.name)) {
        let problem = CheckProblem::MunicipalityName { expected: payer.name.clone() };
        findings.push(&problem, at.join("municipality_name"));
    }
    Some(payer)
}

/// The kind of coupon of a sheet: as told, or as its words say; both must agree.
fn coupon(printed: &PrintedMunicipal, at: &Path, findings: &mut Findings) -> Option<CouponKind> {
    let words = printed.coupon_class.as_deref();
    let read = words.and_then(|words| CouponKind::ALL.into_iter().find(|kind| same_text(words, kind.class())));
    let expected = match printed.coupon {
        Some(kind) if words.is_none() || read == Some(kind) => return Some(kind),
        Some(kind) => vec![kind.class()],
        None if read.is_some() => return read,
        None => CouponKind::ALL.into_iter().map(CouponKind::class).list(),
    };
    findings.push(&CheckProblem::CouponClass { expected }, at.join("coupon_class"));
    printed.coupon
}

pub(super) fn title(given: Option<&str>, expected: &'static str, at: &Path, findings: &mut Findings) {
    if given.is_some_and(|given| !same_text(given, expected)) {
        findings.push(&CheckProblem::Title { expected }, at.join("title"));
    }
}

/// The addressee as it must be, or, where that is not known, somebody whom a table knows.
pub(super) fn hold_addressee(
    given: &str,
    expected: Option<String>,
    known: impl FnOnce() -> bool,
    at: &Path,
    findings: &mut Findings,
) {
    let place = at.join("addressee");
    match expected {
        Some(expected) if !same_text(given, &expected) => findings.push(&CheckProblem::Addressee { expected }, place),
        None if !known() => findings.push(&CheckProblem::AddresseeUnknown, place),
        _ => {}
    }
}

pub(super) fn hold_box(checked: bool, expected: bool, at: &Path, findings: &mut Findings) {
    if checked != expected {
        let problem = if checked { CheckProblem::BoxChecked } else { CheckProblem::BoxUnchecked };
        findings.push(&problem, at.join("checked"));
    }
}

/// Blank fields, and what is wrong with the number. Source: CLM-13; ruling institution-code.
pub(super) fn head_findings(head: &PrintedHead) -> Findings {
    let mut findings = Findings::new();
    for field in HeadField::ALL.into_iter().filter(|field| head.is_blank(*field)) {
        findings.push(&SheetProblem::HeadBlank { field: field.term() }, SheetHead::path(field.as_str()));
    }
    let code = head.institution.trim();
    if !code.is_empty() {
        let checked = code.parse::<InstitutionCode>().and_then(|code| code.check(head.institution_kind));
        if let Err(problem) = checked {
            // The head is personal: what stands there by mistake is not shown.
            findings.push(&problem, SheetHead::path("institution"));
        }
    }
    findings
}
