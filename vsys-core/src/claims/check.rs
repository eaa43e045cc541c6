//! The linter of claims: records and sheets held against the rules and against each other.

use super::apart::ApartClaim;
use super::check_problem::CheckProblem;
use super::check_records::{Made, sum_of};
use super::check_sheets::SheetsCheck;
use super::check_table::Basis;
use super::posted_hours::PostedHours;
use super::printed_sheet::{PrintedSheets, PrintedSum};
use super::record::{ClaimRecord, RecordTerms};
use super::selection::{Claim, ClaimSite, select};
use super::sheet::SheetTerms;
use super::sheet_table::SheetForm;
use crate::base::{Answer, Assumptions, Findings, Path, Refusal, Rounding, assumption};
use crate::calendar::Month;
use crate::rulebook::RuleBook;

/// What the linter is asked (請求の点検). Sheets alone may be a part of a claim, such as what one municipality was
/// sent; beside records they are the whole of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ClaimCheck<'a> {
    /// The month of claim (請求月).
    pub billing_month: Month,
    /// The month of vaccination whose last day decides about prices, tax and codes on the sheets (接種月); absent = the
    /// month before the month of claim. Records have their own days.
    pub vaccination_month: Option<Month>,
    /// The type of the site.
    pub site: ClaimSite,
    /// The hours that the institution has posted.
    pub hours: Option<PostedHours>,
    /// How a fraction of a yen is rounded, once per printed line.
    pub rounding: Rounding,
    /// The records.
    pub records: Option<&'a [ClaimRecord]>,
    /// The sheets as printed.
    pub sheets: Option<&'a PrintedSheets>,
}

impl ClaimCheck<'_> {
    /// A question about a month of an institution; records or sheets are still to be named.
    pub const fn new(billing_month: Month) -> Self {
        Self {
            billing_month,
            vaccination_month: None,
            site: ClaimSite::Institution,
            hours: None,
            rounding: Rounding::Floor,
            records: None,
            sheets: None,
        }
    }
}

/// What became of the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedRecords {
    /// How many there are.
    pub given: u64,
    /// How many count on the sheets; the others are kept out by an error of their own.
    pub counted: u64,
    /// What is claimed apart, by municipality, month of vaccination and class of time.
    pub apart: Vec<ApartClaim>,
}

/// Which of the sheets are in order: no error stands on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedSheets {
    /// The summary, where there is one.
    pub summary: Option<bool>,
    /// The municipal sheets in their order.
    pub municipal: Vec<bool>,
}

/// What the linter found, beside its findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The records, where they were given.
    pub records: Option<CheckedRecords>,
    /// The sheets, where they were given.
    pub sheets: Option<CheckedSheets>,
    /// What the records make: on the municipal sheets, or on the summary where the municipal sheets are not given.
    pub expected: Option<PrintedSum>,
    /// What the sheets claim: the totals of the municipal sheets, or that of the summary where they are not given.
    pub claimed: Option<PrintedSum>,
}

/// Checks records and sheets of a claim (請求の点検): wrong prices, classes, months, forms and addressees, totals that
/// do not add up, claims made twice, surcharges where none may be. Of records with errors nothing is expected on the
/// sheets. Sheets are held against the records; without them against the prices, against their own sums, and the summary
/// against the municipal sheets. Texts are compared without spaces and the width of their ASCII characters.
///
/// Source: CLM-1 to CLM-9, CLM-11 to CLM-17; X-23, X-25, X-33; F-PRICE, F-ROUTE, F-CODE, F-VRS; rulings tariff, tax,
/// rounding, form-selection, claim-routing, municipality-code, institution-code; assumption double-claim.
///
/// # Errors
/// A [`Refusal`] where nothing can be checked: neither records nor sheets, or months that cannot be claimed
/// ([`select`]).
///
/// ```
/// use vsys_core::claims::{
///     ClaimCase, ClaimCheck, ClaimCounts, CouponKind, PriceLine, PrintedSheets, SheetForm, SheetHead, SheetTerms, check,
///     sheets,
/// };
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let minato = "131032".parse()?;
/// let line = PriceLine { service: Service::Vaccination, age: AgeClass::SixAndOver, time: TimeClass::Regular };
/// let mut counts = ClaimCounts::new();
/// counts.add(ClaimCase { coupon: CouponKind::WithCoupon, municipality: minato, line }, 10)?;
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, SheetHead::new(minato), &terms, &counts)?.into_value();
///
/// let mut printed = PrintedSheets::from(&made);
/// let linted = |printed: &PrintedSheets| {
///     let mut claim = ClaimCheck::new("2021-04".parse().unwrap());
///     claim.sheets = Some(printed);
///     check(&book, &claim)
/// };
/// assert!(!linted(&printed)?.findings().has_errors());
/// printed.summary.as_mut().unwrap().total.amount += 1;
/// let found = linted(&printed)?;
/// let places: Vec<String> = found.findings().sorted().iter().map(|finding| finding.place.to_string()).collect();
/// assert!(places.contains(&"/sheets/summary/total/amount".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(book: &RuleBook, claim: &ClaimCheck<'_>) -> Result<Answer<Checked>, Refusal> {
    if claim.records.is_none() && claim.sheets.is_none() {
        return Err(Refusal::new(&CheckProblem::Nothing, Path::root()));
    }
    let billing = claim.billing_month;
    let (terms, mut findings, _) = RecordTerms::try_new(book, billing, claim.site)?.into_parts();
    let terms = match &claim.hours {
        Some(hours) => terms.with_hours(hours.clone()),
        None => terms,
    };
    let vaccination = match claim.vaccination_month {
        None => billing.previous().unwrap_or(billing),
        Some(vaccination) => {
            let asked = Claim { vaccination, billing, site: claim.site, returned: false };
            // The warnings of this month stand in place of those of the month before the claim.
            findings = select(book.tariff(), &asked)?.findings().clone();
            vaccination
        }
    };
    let mut prices = SheetTerms::new(SheetForm::New, billing, vaccination);
    prices.rounding = claim.rounding;
    let mut unpriced = Findings::new();
    let Some(prices) = prices.prices(book, &mut unpriced) else { return Err(Refusal::of(unpriced)) };

    let mut assumptions = Assumptions::new();
    let made = claim.records.map(|records| Made::of(&terms, records, &mut findings, &mut assumptions));
    let basis = Basis { book, billing, vaccination, site: claim.site, prices: &prices };
    let expected = made.as_ref().map(Made::sheets);
    let sheets = claim.sheets.map(|printed| {
        let mut sheets = SheetsCheck::new(&basis, printed);
        match &expected {
            Some(expected) => sheets.against_records(expected),
            None => sheets.against_each_other(),
        }
        sheets
    });

    let mut rounded = sheets.as_ref().is_some_and(SheetsCheck::is_rounded);
    let expected = match &expected {
        None => None,
        Some(expected) => {
            let alone = sheets.as_ref().and_then(|sheets| sheets.on_summary_alone(expected));
            let (sum, inexact) = match alone {
                Some(lines) => sum_of(&prices, [&lines])?,
                None => sum_of(&prices, expected.values())?,
            };
            rounded |= inexact;
            Some(sum)
        }
    };
    let form = claim.sheets.map_or_else(|| SheetForm::of(billing), |printed| printed.form);
    for (named, id) in [(form == SheetForm::New, assumption::TARIFF), (rounded, assumption::ROUNDING)] {
        if named {
            assumptions.add(id);
        }
    }
    let claimed = sheets.as_ref().and_then(SheetsCheck::claimed);
    let checked = Checked {
        records: made
            .map(|made| {
                let (apart, _, more) = made.apart.claims(book, claim.rounding)?.into_parts();
                assumptions.extend(&more);
                Ok::<_, Refusal>(CheckedRecords { given: made.given, counted: made.counts.total(), apart })
            })
            .transpose()?,
        sheets: sheets.map(|sheets| sheets.finish(&mut findings, &mut assumptions)),
        expected,
        claimed,
    };
    Ok(Answer::new(checked).finding(findings).assuming_all(&assumptions))
}
