//! The claim sheets: from counts to 請求総括書 and 市区町村別請求書.

use super::price::{PriceLine, unit_price};
use super::problem::ClaimsProblem;
use super::selection::{Claim, ClaimSite, NEW_FORM, select};
use super::sheet_count::{ClaimCase, ClaimCounts, CouponKind};
use super::sheet_head::SheetHead;
use super::sheet_problem::SheetProblem;
use super::sheet_table::{SheetForm, SheetPrices, SheetTable};
use crate::base::{
    Answer, Assumptions, BaseProblem, Findings, Fraction, IntoList, MunicipalityCode, Path, Refusal, Rounding,
    SortedMap, assumption,
};
use crate::calendar::Month;
use crate::rulebook::{Municipality, RuleBook, TimeClass};

/// On which terms sheets are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetTerms {
    /// The form (様式).
    pub form: SheetForm,
    /// The month of claim (請求月).
    pub billing_month: Month,
    /// The month of vaccination (接種月): prices, tax and codes are those of its last day.
    pub vaccination_month: Month,
    /// Whether the summary includes the residents of the institution's own municipality (同一市内にお住まいの方分).
    pub include_own: bool,
    /// The rate of the tax; absent = that of the month of vaccination.
    pub tax_rate: Option<Fraction>,
    /// How a fraction of a yen is rounded, once per printed line.
    pub rounding: Rounding,
}

impl SheetTerms {
    /// Terms with the tax of the tariff, amounts rounded down, the own municipality included.
    pub const fn new(form: SheetForm, billing_month: Month, vaccination_month: Month) -> Self {
        Self { form, billing_month, vaccination_month, include_own: true, tax_rate: None, rounding: Rounding::Floor }
    }

    /// The municipality that pays for some cases of a kind: of a ward its city. Whatever keeps them off the sheets
    /// is reported at the place that `at` makes of the member at fault; a line that has to stay 0 may say so.
    ///
    /// Source: CLM-15, CLM-16; ruling municipality-code.
    pub fn admit<'b>(
        &self,
        book: &'b RuleBook,
        case: ClaimCase,
        count: u64,
        at: impl Fn(&'static str) -> Path,
        findings: &mut Findings,
    ) -> Option<&'b Municipality> {
        let surcharge = case.line.time != TimeClass::Regular;
        let refused = if count == 0 {
            None
        } else if surcharge && self.vaccination_month < NEW_FORM {
            Some(SheetProblem::SurchargeOnSheet { from: NEW_FORM })
        } else if !self.form.has(case.line) {
            Some(SheetProblem::NoLine { time: case.line.time.term() })
        } else {
            None
        };
        if let Some(problem) = &refused {
            findings.push(problem, at("time"));
        }
        let payer = self.payer(book, case.municipality, at("municipality"), findings);
        if refused.is_some() { None } else { payer }
    }

    /// The municipality itself, or the city of a ward.
    fn payer<'b>(
        &self,
        book: &'b RuleBook,
        code: MunicipalityCode,
        at: Path,
        findings: &mut Findings,
    ) -> Option<&'b Municipality> {
        let found = book.municipalities().resolve(code, self.vaccination_month.last_day());
        found.map_err(|problem| findings.push(&problem, at)).ok()
    }

    /// Whether form and months belong together, as [`select`] has it; of months that do, what is to be known.
    fn months(&self, book: &RuleBook, findings: &mut Findings) -> Result<(), Refusal> {
        let expected = SheetForm::of(self.billing_month);
        if self.form != expected {
            let problem = SheetProblem::FormDiffers { billing: self.billing_month, expected: expected.term() };
            findings.push(&problem, Path::from("form"));
        }
        // Neither the type of the site nor a return decides about the months of a sheet.
        let (vaccination, billing) = (self.vaccination_month, self.billing_month);
        let claim = Claim { vaccination, billing, site: ClaimSite::Institution, returned: false };
        let (_, more, _) = select(book.tariff(), &claim)?.into_parts();
        findings.extend(more);
        Ok(())
    }

    /// The rate of the tax: as given, or as the month has it.
    fn rate(&self, book: &RuleBook, findings: &mut Findings) -> Option<Fraction> {
        match self.tax_rate {
            Some(rate) if rate > Fraction::whole(1) => {
                findings.push(&ClaimsProblem::TaxRate, Path::from("tax_rate"));
                None
            }
            Some(rate) => Some(rate),
            None => book.tariff().tax(self.vaccination_month.last_day()).map(|record| record.value),
        }
    }

    /// What the lines of the form cost.
    pub(super) fn prices(&self, book: &RuleBook, findings: &mut Findings) -> Option<SheetPrices> {
        let day = self.vaccination_month.last_day();
        let rate = self.rate(book, findings);
        let price = |line| (line, unit_price(book.tariff(), line, day).map(|unit| unit.price));
        let units: Vec<_> = self.form.lines().map(price).list();
        let outside = units.iter().find_map(|(_, unit)| match unit {
            Err(problem @ ClaimsProblem::OutsideProgramme { .. }) => Some(problem),
            _ => None,
        });
        match (outside, rate) {
            (Some(problem), _) => findings.push(problem, Path::from("vaccination_month")),
            (None, Some(rate)) => return Some(SheetPrices { units, rate, rounding: self.rounding }),
            (None, None) if self.tax_rate.is_some() => {}
            (None, None) => findings.push(&BaseProblem::Internal { what: "a price without its tax" }, Path::root()),
        }
        None
    }
}

/// What a sheet is (帳票). Source: CLM-12.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// The summary (請求総括書), one a month, to the federation.
    Summary,
    /// The sheet of a municipality and a kind of coupon (市区町村別請求書).
    Municipal {
        /// The municipality, never a ward of a city.
        code: MunicipalityCode,
        /// Its name.
        name: String,
        /// The kind of coupon (被接種者区分).
        coupon: CouponKind,
    },
}

impl SheetKind {
    pub(super) const SUMMARY_TITLE: &str = "コロナワクチン接種費等 請求総括書";
    pub(super) const MUNICIPAL_TITLE: &str = "コロナワクチン接種費等 市区町村別請求書";
}

/// A claim sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    kind: SheetKind,
    addressee: String,
    checked: bool,
    table: SheetTable,
}

impl Sheet {
    /// What it is.
    pub const fn kind(&self) -> &SheetKind {
        &self.kind
    }

    /// The title as printed.
    pub const fn title(&self) -> &'static str {
        match self.kind {
            SheetKind::Summary => SheetKind::SUMMARY_TITLE,
            SheetKind::Municipal { .. } => SheetKind::MUNICIPAL_TITLE,
        }
    }

    /// To whom it goes, with the form of address: the federation of the institution's prefecture, or the mayor.
    pub fn addressee(&self) -> &str {
        &self.addressee
    }

    /// Whether the box is checked: on the summary when it includes the own municipality, on a municipal sheet
    /// when it is that municipality's.
    pub const fn checked(&self) -> bool {
        self.checked
    }

    /// What is claimed.
    pub const fn table(&self) -> &SheetTable {
        &self.table
    }
}

/// The sheets of a claim with what they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSheets {
    head: SheetHead,
    form: SheetForm,
    billing_month: Month,
    tax_rate: Fraction,
    summary: Sheet,
    municipal: Vec<Sheet>,
}

impl ClaimSheets {
    /// Who claims.
    pub const fn head(&self) -> &SheetHead {
        &self.head
    }

    /// The form.
    pub const fn form(&self) -> SheetForm {
        self.form
    }

    /// The month of claim (請求月).
    pub const fn billing_month(&self) -> Month {
        self.billing_month
    }

    /// The rate of the tax.
    pub const fn tax_rate(&self) -> Fraction {
        self.tax_rate
    }

    /// The summary (請求総括書).
    pub const fn summary(&self) -> &Sheet {
        &self.summary
    }

    /// The municipal sheets (市区町村別請求書): those with coupon by code, then those without. A municipality
    /// without a case has none.
    pub fn municipal(&self) -> &[Sheet] {
        &self.municipal
    }

    /// All sheets as they are printed: the summary first.
    pub fn iter(&self) -> impl Iterator<Item = &Sheet> {
        let mut sheets = vec![&self.summary];
        sheets.extend(&self.municipal);
        sheets.into_iter()
    }
}

/// Makes the sheets of a claim (請求総括書・市区町村別請求書の出力).
///
/// The amount of a line is count × price × (1 + rate), rounded once on each printed line; subtotals and totals
/// add printed lines, and the lines of the summary count both kinds of coupon.
///
/// Source: 「請求総括書・市区町村別請求書の出力について」 and 「主な機能の変更点 その2」, 2021-11
/// (CLM-4, 5, 6, 12–17); F-ROUTE; rulings rounding, tax, tariff, municipality-code.
///
/// # Errors
/// Months that cannot be claimed together ([`select`]), a form that is not the month's, a rate above 1, an unknown
/// municipality, a surcharge that is claimed separately, a case without a line: everything at once, at the members
/// of `claims.sheets`.
///
/// ```
/// use vsys_core::base::{Fraction, Yen, Quantity};
/// use vsys_core::claims::{ClaimCase, ClaimCounts, CouponKind, PriceLine, SheetForm, SheetHead, SheetTerms, sheets};
/// use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};
/// let book = RuleBook::bundled()?;
/// let minato = "131032".parse()?;
/// let line = PriceLine { service: Service::Vaccination, age: AgeClass::SixAndOver, time: TimeClass::Regular };
/// let mut counts = ClaimCounts::new();
/// counts.add(ClaimCase { coupon: CouponKind::WithCoupon, municipality: minato, line }, 10)?;
/// let terms = SheetTerms::new(SheetForm::Old, "2021-04".parse()?, "2021-03".parse()?);
/// let made = sheets(&book, SheetHead::new(minato), &terms, &counts)?.into_value();
/// // CLM-4: 10 × 2,070 × 1.10.
/// assert_eq!(made.summary().table().total().amount, Yen::try_new(22_770)?);
/// assert_eq!(made.summary().addressee(), "東京都国民健康保険団体連合会 御中");
/// assert_eq!(made.municipal()[0].addressee(), "港区長 様");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sheets(
    book: &RuleBook,
    head: SheetHead,
    terms: &SheetTerms,
    counts: &ClaimCounts,
) -> Result<Answer<ClaimSheets>, Refusal> {
    let mut findings = head.findings();
    let own = terms.payer(book, head.municipality, SheetHead::path("municipality"), &mut findings);
    let mut by_payer: SortedMap<(CouponKind, MunicipalityCode), (&Municipality, Lines)> = SortedMap::new();
    for (case, count) in counts.iter() {
        let at = |member: &'static str| Path::from("cases").join(member);
        if let Some(payer) = terms.admit(book, case, count, at, &mut findings) {
            let (_, lines) = by_payer.entry((case.coupon, payer.code), || (payer, Lines::new()));
            *lines.entry(case.line, || 0) += count;
        }
    }
    let prices = match terms.months(book, &mut findings) {
        Ok(()) => terms.prices(book, &mut findings),
        Err(refusal) => {
            // A month that is refused has no prices; the rate may be wrong beside it.
            terms.rate(book, &mut findings);
            return Err(refusal.finding(findings));
        }
    };
    let (Some(own), Some(prices), false) = (own, prices, findings.has_errors()) else {
        return Err(Refusal::of(findings));
    };

    let included = by_payer.iter().filter(|((_, code), _)| terms.include_own || *code != own.code);
    let mut sum = Lines::new();
    included.flat_map(|(_, (_, lines))| lines.iter()).for_each(|(line, count)| *sum.entry(*line, || 0) += count);
    let table = |lines: &Lines| SheetTable::of(&prices, |line| lines.get(&line).copied().unwrap_or(0));
    let (summed, mut rounded) = table(&sum)?;
    let summary = Sheet {
        kind: SheetKind::Summary,
        addressee: federation(book, own.code)?,
        checked: terms.include_own,
        table: summed,
    };
    let mut municipal = Vec::with_capacity(by_payer.len());
    for ((coupon, code), (payer, lines)) in by_payer.iter() {
        let (table, inexact) = table(lines)?;
        rounded |= inexact;
        municipal.push(Sheet {
            kind: SheetKind::Municipal { code: *code, name: payer.name.clone(), coupon: *coupon },
            addressee: format!("{}長 様", payer.name),
            checked: *code == own.code,
            table,
        });
    }
    let nobody_of_own = municipal.iter().all(|sheet| !sheet.checked);
    let mut assumptions = Assumptions::new();
    for (named, id) in [
        (!municipal.is_empty(), assumption::CLAIM_TABLES),
        (terms.include_own && nobody_of_own, assumption::CLAIM_OWN_CHECK),
        (terms.form == SheetForm::New, assumption::TARIFF),
        (rounded, assumption::ROUNDING),
    ] {
        if named {
            assumptions.add(id);
        }
    }
    let SheetTerms { form, billing_month, .. } = *terms;
    let made = ClaimSheets { head, form, billing_month, tax_rate: prices.rate, summary, municipal };
    Ok(Answer::new(made).assuming_all(&assumptions).finding(findings))
}

/// Counts by line.
pub(super) type Lines = SortedMap<PriceLine, u64>;

/// The federation of the prefecture of a municipality (国民健康保険団体連合会). Source: F-ROUTE.
pub(super) fn federation(book: &RuleBook, municipality: MunicipalityCode) -> Result<String, Refusal> {
    let prefecture = book.prefectures().iter().find(|known| known.code == municipality.prefecture());
    let prefecture = prefecture
        .ok_or_else(|| Refusal::new(&BaseProblem::Internal { what: "a prefecture without its name" }, Path::root()))?;
    Ok(format!("{}国民健康保険団体連合会 御中", prefecture.name))
}
