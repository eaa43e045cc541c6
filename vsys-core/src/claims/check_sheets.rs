//! Printed sheets, held against what they must be, against records, and against each other.

use super::check::CheckedSheets;
use super::check_page::{Page, head_findings, hold_addressee, hold_box, page, title};
use super::check_problem::CheckProblem;
use super::check_table::{Basis, price_list, table};
use super::printed_sheet::{PrintedSheets, PrintedSum, same_text};
use super::sheet::{Lines, SheetKind, federation};
use super::sheet_count::CouponKind;
use super::sheet_head::SheetHead;
use super::sheet_problem::SheetProblem;
use super::sheet_table::SheetForm;
use crate::base::{Assumptions, Finding, Findings, IntoList, MunicipalityCode, Path, SortedMap, assumption};

/// The sheets that records make, with the counts of their lines.
pub(super) type Expected = SortedMap<(CouponKind, MunicipalityCode), Lines>;

/// The sheets while they are checked.
pub(super) struct SheetsCheck<'c> {
    basis: &'c Basis<'c>,
    printed: &'c PrintedSheets,
    /// What belongs to no sheet alone.
    findings: Findings,
    assumptions: Assumptions,
    /// The municipality where the institution is.
    own: Option<MunicipalityCode>,
    summary: Option<Page<'c>>,
    municipal: Vec<Page<'c>>,
}

impl<'c> SheetsCheck<'c> {
    /// Holds every sheet against what it must be whatever is claimed.
    pub(super) fn new(basis: &'c Basis<'c>, printed: &'c PrintedSheets) -> Self {
        let municipal = printed.municipal.as_deref().unwrap_or_default();
        let mut check = Self {
            basis,
            printed,
            findings: Findings::new(),
            assumptions: Assumptions::new(),
            own: None,
            summary: None,
            municipal: municipal
                .iter()
                .enumerate()
                .map(|(index, sheet)| page(basis, printed.form, sheet, &place(index)))
                .list(),
        };
        check.common();
        check.own();
        check.boxes();
        check.again();
        check.summary();
        check
    }

    /// Month, form, tax, head and prices.
    fn common(&mut self) {
        let Self { basis, printed, findings, .. } = self;
        let at = Path::from("sheets");
        if let Some(given) = printed.billing_month.filter(|given| *given != basis.billing) {
            findings.push(&CheckProblem::BillingMonth { given, expected: basis.billing }, at.join("billing_month"));
        }
        let expected = SheetForm::of(basis.billing);
        if printed.form != expected {
            let problem = SheetProblem::FormDiffers { billing: basis.billing, expected: expected.term() };
            findings.push(&problem, at.join("form"));
        }
        let rate = basis.prices.rate;
        if let Some(given) = printed.tax_rate.filter(|given| *given != rate) {
            let problem = CheckProblem::TaxRate { expected: rate.to_string() };
            findings.add(Finding::new(&problem, at.join("tax_rate")).with_value(given.to_string()));
        }
        if let Some(prices) = &printed.prices {
            price_list(basis, printed.form, prices, &at.join("prices"), findings);
        }
        if let Some(head) = &printed.head {
            findings.extend(head_findings(head).under(&at));
        }
    }

    /// The own municipality: that of the head, else that whose sheet is checked.
    fn own(&mut self) {
        let Some(code) = self.printed.head.as_ref().and_then(|head| head.municipality) else {
            let sheets = self.printed.municipal.iter().flatten().zip(&self.municipal);
            let checked =
                sheets.filter(|(sheet, _)| sheet.sheet.checked == Some(true)).find_map(|(_, page)| page.payer);
            self.own = checked.map(|payer| payer.code);
            return;
        };
        match self.basis.book.municipalities().resolve(code, self.basis.vaccination.last_day()) {
            Ok(own) => self.own = Some(own.code),
            Err(problem) => {
                let at = SheetHead::path("municipality");
                let finding = Finding::new(&problem, at).with_value(code.to_string());
                let mut findings = Findings::new();
                findings.add(finding);
                self.findings.extend(findings.under(&Path::from("sheets")));
            }
        }
    }

    /// The boxes of the municipal sheets: checked for the own municipality alone.
    fn boxes(&mut self) {
        let Some(own) = self.own else { return };
        for (index, (sheet, page)) in self.printed.municipal.iter().flatten().zip(&mut self.municipal).enumerate() {
            if let (Some(checked), Some(payer)) = (sheet.sheet.checked, page.payer) {
                hold_box(checked, payer.code == own, &place(index), &mut page.findings);
            }
        }
    }

    /// Sheets for the same municipality and coupons.
    fn again(&mut self) {
        let mut seen = SortedMap::new();
        for (index, page) in self.municipal.iter_mut().enumerate() {
            let Some(key) = page.key() else { continue };
            let first = *seen.entry(key, || index + 1);
            if first <= index {
                page.again = true;
                page.findings.push(&CheckProblem::Twice { first }, place(index));
            }
        }
    }

    fn summary(&mut self) {
        let Some(sheet) = &self.printed.summary else { return };
        let at = summary_place();
        let mut page = Page::default();
        title(sheet.title.as_deref(), SheetKind::SUMMARY_TITLE, &at, &mut page.findings);
        if let Some(addressee) = &sheet.addressee {
            let own = self.own.and_then(|own| federation(self.basis.book, own).ok());
            let mut all = self.basis.book.prefectures().iter().filter_map(|known| {
                let town = self.basis.book.municipalities().iter().find(|town| town.code.prefecture() == known.code)?;
                federation(self.basis.book, town.code).ok()
            });
            hold_addressee(addressee, own, || all.any(|name| same_text(addressee, &name)), &at, &mut page.findings);
        }
        page.figures = table(self.basis, self.printed.form, sheet, &at, &mut page.findings);
        self.summary = Some(page);
    }

    /// Holds the sheets against what the records make of them.
    pub(super) fn against_records(&mut self, expected: &Expected) {
        for (index, page) in self.municipal.iter_mut().enumerate().filter(|(_, page)| !page.again) {
            let Some(key) = page.key() else { continue };
            match expected.get(&key) {
                Some(counts) => page.figures.hold(counts, count, &mut page.findings),
                None => page.findings.push(&CheckProblem::Superfluous, place(index)),
            }
        }
        let mut there = SortedMap::new();
        self.municipal.iter().filter_map(Page::key).for_each(|key| _ = there.add(key, ()));
        for (coupon, municipality) in expected.keys().filter(|key| !there.has(key)) {
            let known = self.basis.book.municipalities().find(*municipality);
            let name = known.map(|known| known.name.clone()).unwrap_or_default();
            let problem = CheckProblem::Missing { municipality: municipality.to_string(), name, coupon: coupon.term() };
            self.findings.push(&problem, Path::new(["sheets".into(), "municipal".into()]));
        }
        if self.summary.is_none() {
            self.findings.push(&CheckProblem::SummaryMissing, Path::from("sheets"));
        }
        let sheets: Vec<_> = expected.iter().map(|((_, code), lines)| (Some(*code), lines.clone())).list();
        self.hold_summary(&sheets, count);
    }

    /// Holds the summary against the municipal sheets, where both are given.
    pub(super) fn against_each_other(&mut self) {
        if self.printed.municipal.is_none() {
            return;
        }
        let counts = |page: &Page<'_>| {
            let mut counts = Lines::new();
            page.figures.lines.iter().for_each(|(line, (count, _))| _ = counts.add(*line, *count));
            counts
        };
        let pages = self.municipal.iter().filter(|page| !page.again);
        let sheets: Vec<_> = pages.map(|page| (page.payer.map(|payer| payer.code), counts(page))).list();
        self.hold_summary(&sheets, |given, sum| CheckProblem::SummaryDiffers { given, sum });
    }

    /// Holds the summary against the counts of sheets. Where it fits the other state of its box, the box is wrong.
    fn hold_summary(&mut self, sheets: &[(Option<MunicipalityCode>, Lines)], problem: fn(u64, u64) -> CheckProblem) {
        let own = self.own;
        let (Some(page), Some(printed)) = (&mut self.summary, &self.printed.summary) else { return };
        let is_own = |code: &Option<MunicipalityCode>| own.is_some() && *code == own;
        let with_own = added(sheets.iter().map(|(_, lines)| lines));
        let without = added(sheets.iter().filter(|(code, _)| !is_own(code)).map(|(_, lines)| lines));
        let included = printed.checked.unwrap_or_else(|| !page.figures.fit(&without));
        let (meant, other) = if included { (&with_own, &without) } else { (&without, &with_own) };
        match printed.checked {
            Some(checked) if !page.figures.fit(meant) && page.figures.fit(other) => {
                hold_box(checked, !checked, &summary_place(), &mut page.findings);
            }
            _ => page.figures.hold(meant, problem, &mut page.findings),
        }
        if !with_own.is_empty() {
            self.assumptions.add(assumption::CLAIM_TABLES);
        }
        if printed.checked == Some(true) && own.is_some() && with_own == without {
            self.assumptions.add(assumption::CLAIM_OWN_CHECK);
        }
    }

    /// What the summary should count where the municipal sheets are not given; nothing where they are.
    pub(super) fn on_summary_alone(&self, expected: &Expected) -> Option<Lines> {
        let summary = self.printed.summary.as_ref().filter(|_| self.printed.municipal.is_none())?;
        let left_out = self.own.filter(|_| summary.checked == Some(false));
        Some(added(expected.iter().filter(|((_, code), _)| Some(*code) != left_out).map(|(_, lines)| lines)))
    }

    /// What the sheets claim: the municipal ones together, or the summary alone.
    pub(super) fn claimed(&self) -> Option<PrintedSum> {
        match &self.printed.municipal {
            Some(sheets) => Some(sheets.iter().fold(PrintedSum::default(), |sum, sheet| sum.plus(sheet.sheet.total))),
            None => self.printed.summary.as_ref().map(|sheet| sheet.total),
        }
    }

    /// Whether an amount had to be rounded to be compared.
    pub(super) fn is_rounded(&self) -> bool {
        self.summary.iter().chain(&self.municipal).any(|page| page.figures.rounded)
    }

    /// Which sheets are in order; the findings of all of them.
    pub(super) fn finish(self, findings: &mut Findings, assumptions: &mut Assumptions) -> CheckedSheets {
        findings.extend(self.findings);
        assumptions.extend(&self.assumptions);
        let mut in_order = |page: Page<'_>| {
            let clean = !page.findings.has_errors();
            findings.extend(page.findings);
            clean
        };
        CheckedSheets {
            summary: self.summary.map(&mut in_order),
            municipal: self.municipal.into_iter().map(in_order).list(),
        }
    }
}

const fn count(given: u64, expected: u64) -> CheckProblem {
    CheckProblem::Count { given, expected }
}

/// The counts of several sheets; none is zero.
fn added<'l>(sheets: impl Iterator<Item = &'l Lines>) -> Lines {
    let mut sum = Lines::new();
    for (line, count) in sheets.flat_map(Lines::iter).filter(|(_, count)| **count > 0) {
        let total = sum.entry(*line, || 0);
        *total = total.saturating_add(*count);
    }
    sum
}

fn summary_place() -> Path {
    Path::new(["sheets".into(), "summary".into()])
}

fn place(index: usize) -> Path {
    Path::new(["sheets".into(), "municipal".into(), index.into()])
}
