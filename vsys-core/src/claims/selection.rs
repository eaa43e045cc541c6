//! Which form, which sheet, and where the surcharge goes.

use chrono::NaiveDate;

use super::problem::ClaimsProblem;
use super::programme::{Programme, closed};
use super::sheet_table::{NEW_SHEET, SheetForm};
use crate::base::{Answer, Findings, Path, Refusal, assumption, named};
use crate::calendar::Month;
use crate::rulebook::{Tariff, TariffComponent};

/// The first month of vaccination on the new screening form, with the surcharge claimed together.
/// Source: CLM-7, CLM-8.
pub(super) const NEW_FORM: Month = Month::named(2021, 12);
/// The day from which vaccinations of [`NEW_FORM`] are entered: the day after the release of 12-22. Source: CLM-9.
const ENTRY_DAY: u32 = 23;

named! {
    /// The edition of the screening form (予診票の様式).
    pub enum ScreeningForm {
        /// The old one.
        Old = "old" / "旧様式",
        /// The new one.
        New = "new" / "新様式",
    }
}

named! {
    /// How the surcharge for 時間外 and 休日 is claimed (時間外・休日加算の請求).
    pub enum SurchargeClaim {
        /// On the sheet, together with the fee.
        Together = "together" / "接種費用と併せて請求",
        /// From the municipality on a form of its own; not in V-SYS.
        Apart = "apart" / "接種費用とは別請求",
        /// There is none.
        Nothing = "none" / "加算なし",
    }
}

named! {
    /// How a claim lies in time (請求の時期).
    pub enum ClaimTiming {
        /// In the month after the vaccination.
        Typical = "typical" / "通常",
        /// Later.
        Late = "late" / "月遅れ請求",
        /// A form that came back, corrected and added to the current month.
        Returned = "returned" / "返戻分の再請求",
    }
}

named! {
    /// The type of a site, as far as the surcharge depends on it (接種会場の種別).
    pub enum ClaimSite {
        /// A medical institution.
        Institution = "institution" / "医療機関",
        /// A special site of a municipality.
        SpecialSite = "special_site" / "特設の接種会場",
        /// A workplace that gives another vaccine.
        Workplace = "workplace" / "職域接種会場",
        /// A workplace that gives Moderna's vaccine.
        WorkplaceModerna = "workplace_moderna" / "職域接種会場（武田/モデルナ）",
    }
}

impl ClaimSite {
    /// Whether its vaccinations have a surcharge (X-24; ruling form-selection).
    pub const fn has_surcharge(self) -> bool {
        !matches!(self, Self::WorkplaceModerna)
    }
}

/// What is to be claimed when (接種月と請求月).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The month of vaccination.
    pub vaccination: Month,
    /// The month of claim; its closing day is the 10th.
    pub billing: Month,
    /// The type of the site.
    pub site: ClaimSite,
    /// Whether the form was claimed before and came back (返戻).
    pub returned: bool,
}

/// What a claim takes (請求の様式と方法).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The edition of the screening form; follows from the month of vaccination alone.
    pub form: ScreeningForm,
    /// The form of the summary sheet (旧機能・新機能); follows from the month of claim alone, never from the moved closing day.
    pub sheet: SheetForm,
    /// How the surcharge is claimed.
    pub surcharge: SurchargeClaim,
    /// Whether the surcharge can be claimed in V-SYS.
    pub surcharge_in_vsys: bool,
    /// Whether the sheet can be made in V-SYS.
    pub vsys: bool,
    /// How the claim lies in time.
    pub timing: ClaimTiming,
    /// The first day on which the vaccinations can be entered, where one is stated.
    pub entry_from: Option<NaiveDate>,
}

/// Form, sheet and surcharge of a claim. Source: 「職域における追加接種（3回目接種） V-SYSについて」
/// 接種費用と時間外・休日加算の取扱いについて, 2021-11 (CLM-7, CLM-8, CLM-9, CLM-11, CLM-15); F-PRICE; F-DEADLINE;
/// rulings form-selection, claim-deadline.
///
/// # Errors
/// A [`Refusal`] with every finding: a month outside the programme, a claim in the month of the vaccination or
/// before, a returned form that cannot have been claimed yet.
///
/// ```
/// use vsys_core::claims::{Claim, ClaimSite, ScreeningForm, SheetForm, SurchargeClaim, select};
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let claim = |vaccination: &str, billing: &str| Claim {
///     vaccination: vaccination.parse().unwrap(),
///     billing: billing.parse().unwrap(),
///     site: ClaimSite::Institution,
///     returned: false,
/// };
/// // The upper right of both tables: an old form on the new sheet, and the surcharge apart.
/// let late = *select(book.tariff(), &claim("2021-10", "2022-01"))?.value();
/// assert_eq!((late.form, late.sheet), (ScreeningForm::Old, SheetForm::New));
/// assert_eq!((late.surcharge, late.surcharge_in_vsys), (SurchargeClaim::Apart, false));
/// assert!(select(book.tariff(), &claim("2021-12", "2021-12")).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn select(tariff: &Tariff, claim: &Claim) -> Result<Answer<Selection>, Refusal> {
    let Claim { vaccination, billing, returned, .. } = *claim;
    let mut findings = Findings::new();
    let programme = Programme::of(tariff);
    if let Err(problem) = programme.vaccination(vaccination) {
        findings.push(&problem, Path::from("vaccination_month"));
    }
    if let Err(problem) = programme.billing(billing) {
        findings.push(&problem, Path::from("billing_month"));
    }
    let months = billing.since(vaccination).unwrap_or(0);
    let from = |months| vaccination.plus(months).unwrap_or(vaccination);
    if months == 0 {
        findings.push(&ClaimsProblem::ClaimTooEarly { first: from(1) }, Path::from("billing_month"));
    } else if returned && months == 1 {
        findings.push(&ClaimsProblem::ReturnTooEarly { first: from(2) }, Path::from("billing_month"));
    }
    if findings.has_errors() {
        let refusal = Refusal::of(findings);
        // The print itself has no claim of a new form before the new sheet («—»); any other is a reading.
        let printed = vaccination >= NEW_FORM && billing < NEW_SHEET;
        let read = (months == 0 && !printed) || (returned && months == 1);
        return Err(if read { refusal.assuming(assumption::CLAIM_MONTH) } else { refusal });
    }
    let surcharge = surcharge(tariff, claim);
    let vsys = closed(billing);
    let selection = Selection {
        form: if vaccination < NEW_FORM { ScreeningForm::Old } else { ScreeningForm::New },
        sheet: SheetForm::of(billing),
        surcharge,
        surcharge_in_vsys: surcharge == SurchargeClaim::Together && vsys.is_none(),
        vsys: vsys.is_none(),
        timing: match (returned, months) {
            (true, _) => ClaimTiming::Returned,
            (false, 1) => ClaimTiming::Typical,
            (false, _) => ClaimTiming::Late,
        },
        entry_from: (vaccination == NEW_FORM).then(|| NEW_FORM.day(ENTRY_DAY)),
    };
    if let Some(problem) = vsys {
        findings.push(&problem, Path::from("billing_month"));
    }
    if surcharge == SurchargeClaim::Apart && selection.sheet == SheetForm::New {
        findings.push(&ClaimsProblem::SurchargeApart, Path::from("vaccination_month"));
    }
    let answer = Answer::new(selection).finding(findings);
    // Which of the two tables' cells are «late and exceptional» is a reading of where the labels stand.
    let labelled = selection.timing == ClaimTiming::Late && vaccination < NEW_FORM && billing >= NEW_SHEET;
    Ok(if labelled { answer.assuming(assumption::LATE_CLAIMS) } else { answer })
}

/// How the surcharge is claimed: together from the new form on, apart before, and not at all where the
/// additions are not in force yet or the site has none.
fn surcharge(tariff: &Tariff, claim: &Claim) -> SurchargeClaim {
    let last = claim.vaccination.last_day();
    let in_force =
        [TariffComponent::OffHours, TariffComponent::Holiday].iter().any(|c| tariff.component(*c, last).is_some());
    if !in_force || !claim.site.has_surcharge() {
        SurchargeClaim::Nothing
    } else if claim.vaccination < NEW_FORM {
        SurchargeClaim::Apart
    } else {
        SurchargeClaim::Together
    }
}
