//! One printed table, held against form, prices and its own sums.

use super::check_problem::CheckProblem;
use super::price::{PriceLine, amount};
use super::printed_sheet::{ListedPrice, PrintedLine, PrintedSheet, PrintedSum, same_text};
use super::record_problem::RecordProblem;
use super::selection::{ClaimSite, NEW_FORM};
use super::sheet::Lines;
use super::sheet_problem::SheetProblem;
use super::sheet_table::{SheetForm, SheetPrices};
use crate::base::{Finding, Findings, Fraction, Path, Problem, Quantity, Rounding, SortedMap, Yen};
use crate::calendar::Month;
use crate::rulebook::{RuleBook, Service, TimeClass};

/// The rates of 消費税 that there have been, in percent, and no tax at all: an amount that one of them explains was
/// reckoned with it.
const OTHER_RATES: [u64; 4] = [0, 3, 5, 8];

/// What sheets are held against.
pub(super) struct Basis<'c> {
    pub(super) book: &'c RuleBook,
    pub(super) billing: Month,
    pub(super) vaccination: Month,
    pub(super) site: ClaimSite,
    /// Of all twelve lines.
    pub(super) prices: &'c SheetPrices,
}

impl Basis<'_> {
    fn unit(&self, line: PriceLine) -> Option<Yen> {
        self.prices.units.iter().find(|(known, _)| *known == line).and_then(|(_, unit)| unit.as_ref().ok().copied())
    }

    /// Why a line may not have a count.
    fn barred(&self, form: SheetForm, line: PriceLine, count: u64) -> Option<(Box<dyn Problem>, &'static str)> {
        let claimed = count > 0 && line.time != TimeClass::Regular;
        if claimed && self.vaccination < NEW_FORM {
            Some((Box::new(SheetProblem::SurchargeOnSheet { from: NEW_FORM }), "count"))
        } else if claimed && !self.site.has_surcharge() {
            Some((Box::new(RecordProblem::SurchargeNone { site: self.site.term() }), "count"))
        } else if !form.has(line) {
            Some((Box::new(SheetProblem::NoLine { time: line.time.term() }), "time"))
        } else {
            None
        }
    }

    /// The amount of a line, and whether it was rounded; nothing where its price or the range ends.
    fn amount(&self, line: PriceLine, count: u64) -> Option<(u64, bool)> {
        let (yen, rounded) = amount(count, self.unit(line)?, self.prices.rate, self.prices.rounding).ok()?;
        Some((yen.number(), rounded))
    }

    /// The other rate that explains an amount, in percent.
    fn other_rate(&self, line: PriceLine, count: u64, given: u64) -> Option<u64> {
        let unit = self.unit(line)?;
        let explains = |percent: &u64| {
            let rate = Fraction::new((*percent).into(), 100);
            [Rounding::Floor, Rounding::HalfUp, Rounding::Ceil]
                .into_iter()
                .any(|rule| amount(count, unit, rate, rule).is_ok_and(|(yen, _)| yen.number() == given))
        };
        OTHER_RATES.into_iter().find(explains)
    }
}

/// What a table says, line by line, with the places of the counts.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) lines: SortedMap<PriceLine, (u64, Path)>,
    /// Whether an amount had to be rounded to be compared.
    pub(super) rounded: bool,
}

impl Figures {
    /// Whether the counts are those.
    pub(super) fn fit(&self, counts: &Lines) -> bool {
        let printed = |line: &PriceLine| self.lines.get(line).map_or(0, |(count, _)| *count);
        let lines = self.lines.keys().chain(counts.keys());
        lines.into_iter().all(|line| printed(line) == counts.get(line).copied().unwrap_or(0))
    }

    /// Reports every count that is another.
    pub(super) fn hold(&self, counts: &Lines, problem: fn(u64, u64) -> CheckProblem, findings: &mut Findings) {
        for (line, (given, at)) in self.lines.iter() {
            let expected = counts.get(line).copied().unwrap_or(0);
            if *given != expected {
                findings.push(&problem(*given, expected), at.clone());
            }
        }
    }
}

/// Holds the table of a sheet against form and prices, its subtotals against the lines, its total against all lines.
/// An amount that is wrong stands once: a sum may follow the print or what it should be.
pub(super) fn table(
    basis: &Basis<'_>,
    form: SheetForm,
    sheet: &PrintedSheet,
    at: &Path,
    findings: &mut Findings,
) -> Figures {
    let mut figures = Figures::default();
    let (mut printed, mut right) = (PrintedSum::default(), PrintedSum::default());
    let mut services: Vec<Service> = Vec::new();
    for (index, group) in sheet.groups.iter().enumerate() {
        let place = at.join("groups").join(index);
        if services.contains(&group.service) {
            let line = group.service.ja().to_owned();
            findings.push(&CheckProblem::LineTwice { line }, place.join("service"));
        }
        services.push(group.service);
        let (mut group_printed, mut group_right) = (PrintedSum::default(), PrintedSum::default());
        for (index, line) in group.lines.iter().enumerate() {
            let place = place.join("lines").join(index);
            let key = PriceLine { service: group.service, age: line.age, time: line.time };
            let expected = hold_line(basis, form, key, line, &place, &mut figures.rounded, findings);
            group_printed = group_printed.plus(PrintedSum { count: line.count, amount: line.amount });
            group_right = group_right.plus(PrintedSum { count: line.count, amount: expected });
            if !figures.lines.add(key, (line.count, place.join("count"))) {
                findings.push(&CheckProblem::LineTwice { line: name(form, key) }, place);
            }
        }
        let here = |line: &PriceLine| line.service == group.service;
        missing(form, here, &figures, &place.join("lines"), findings);
        sum(group.subtotal, group_printed, group_right, &place.join("subtotal"), findings);
        (printed, right) = (printed.plus(group_printed), right.plus(group_right));
    }
    for service in Service::ALL.into_iter().filter(|service| !services.contains(service)) {
        findings.push(&CheckProblem::LineMissing { line: service.ja().to_owned() }, at.join("groups"));
    }
    sum(sheet.total, printed, right, &at.join("total"), findings);
    figures
}

/// Holds a line against form and prices; the amount that it should have, where its price is known.
fn hold_line(
    basis: &Basis<'_>,
    form: SheetForm,
    key: PriceLine,
    line: &PrintedLine,
    at: &Path,
    rounded: &mut bool,
    findings: &mut Findings,
) -> u64 {
    label(form, key, line.label.as_deref(), at, findings);
    unit_price(basis, key, line.unit_price, &at.join("unit_price"), findings);
    if let Some((problem, member)) = basis.barred(form, key, line.count) {
        findings.push(&*problem, at.join(member));
    }
    let Some((expected, inexact)) = basis.amount(key, line.count) else { return line.amount };
    *rounded |= inexact;
    let given = line.amount;
    if given != expected {
        let problem = match basis.other_rate(key, line.count, given) {
            Some(percent) => CheckProblem::AmountAtRate { given, expected, percent },
            None => CheckProblem::Amount { given, expected },
        };
        findings.push(&problem, at.join("amount"));
    }
    expected
}

/// Holds a printed list of prices against form and tariff.
pub(super) fn price_list(
    basis: &Basis<'_>,
    form: SheetForm,
    prices: &[ListedPrice],
    at: &Path,
    findings: &mut Findings,
) {
    let mut seen = Figures::default();
    for (index, listed) in prices.iter().enumerate() {
        let place = at.join(index);
        let key = PriceLine { service: listed.service, age: listed.age, time: listed.time };
        label(form, key, listed.label.as_deref(), &place, findings);
        unit_price(basis, key, Some(listed.price), &place.join("price"), findings);
        if !form.has(key) {
            findings.push(&SheetProblem::NoLine { time: key.time.term() }, place.join("time"));
        }
        if !seen.lines.add(key, (0, Path::root())) {
            findings.push(&CheckProblem::LineTwice { line: name(form, key) }, place);
        }
    }
    missing(form, |_| true, &seen, at, findings);
}

/// The name of a line: class and label.
fn name(form: SheetForm, line: PriceLine) -> String {
    format!("{} {}", line.service.ja(), form.label(line))
}

fn label(form: SheetForm, line: PriceLine, given: Option<&str>, at: &Path, findings: &mut Findings) {
    let expected = form.label(line);
    if let Some(given) = given.filter(|given| !same_text(given, &expected)) {
        findings.add(Finding::new(&CheckProblem::Label { expected }, at.join("label")).with_value(given));
    }
}

fn unit_price(basis: &Basis<'_>, line: PriceLine, given: Option<u64>, at: &Path, findings: &mut Findings) {
    let expected = basis.unit(line).map(Quantity::number);
    if let (Some(given), Some(expected)) = (given, expected)
        && given != expected
    {
        findings.push(&CheckProblem::UnitPrice { given, expected }, at.clone());
    }
}

/// Reports the lines of the form that are not there.
fn missing(form: SheetForm, of: impl Fn(&PriceLine) -> bool, figures: &Figures, at: &Path, findings: &mut Findings) {
    for line in form.lines().filter(|line| of(line) && !figures.lines.has(line)) {
        findings.push(&CheckProblem::LineMissing { line: name(form, line) }, at.clone());
    }
}

fn sum(given: PrintedSum, printed: PrintedSum, right: PrintedSum, at: &Path, findings: &mut Findings) {
    if given.count != printed.count {
        findings.push(&CheckProblem::Sum { given: given.count, sum: printed.count }, at.join("count"));
    }
    if given.amount != printed.amount && given.amount != right.amount {
        findings.push(&CheckProblem::Sum { given: given.amount, sum: printed.amount }, at.join("amount"));
    }
}
