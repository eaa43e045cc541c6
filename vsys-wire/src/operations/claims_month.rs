//! `claims.select`, `claims.deadline`.

use chrono::NaiveDate;
use vsys_core::base::{Answer, Assumptions, Findings, IntoList, Path, Refusal, assumption};
use vsys_core::calendar::Month;
use vsys_core::claims::{
    Claim, ClaimSite, ClaimTiming, ClosedReason, PostedHours, ScreeningForm, SheetForm, SurchargeClaim, claim_deadline,
    select,
};
use vsys_core::rulebook::RuleBook;

use super::claims_classify::HoursRequest;
use crate::call::{Call, read};
use crate::read::Positive;
use crate::record::{named_words, record};

named_words! { ClaimSite, ClaimTiming, ClosedReason, ScreeningForm, SurchargeClaim }

record! { request
    /// What the records of a claim are held against.
    struct ClaimTermsRequest {
        /// The month of claim (請求月).
        billing_month: Month,
        /// The hours that the institution has posted (診療時間); absent = every record states its class of time.
        hours: Option<HoursRequest>,
        /// The type of the site.
        site: ClaimSite = ClaimSite::Institution,
    }
}

/// What the records of a claim are held against: the month of claim, the type of the site, and the posted hours where they
/// are known; the members of `claims.check` of the same names.
///
/// # Errors
/// Every fault of the text or of the hours.
///
/// ```
/// let terms = br#"{"billing_month":"2022-01","hours":{"monday":[{"from":"09:00","until":"12:00"}]}}"#;
/// assert!(vsys_wire::read_claim_terms(terms)?.2.is_some());
/// assert!(vsys_wire::read_claim_terms(br#"{"billing_month":"2022-13"}"#).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_claim_terms(json: &[u8]) -> Result<(Month, ClaimSite, Option<PostedHours>), Refusal> {
    let request = read::<ClaimTermsRequest>(json)?;
    let hours = request.hours.map(|hours| hours.posted()).transpose();
    let hours = hours.map_err(|refusal| refusal.under(&Path::from("hours")))?;
    Ok((request.billing_month, request.site, hours))
}

record! { request
    /// A month of vaccination and a month of claim.
    struct SelectRequest {
        /// The month of claim (請求月), closed on its 10th.
        billing_month: Month,
        /// Whether the form was claimed before and came back (返戻).
        returned: bool = false,
        /// The type of the site.
        site: ClaimSite = ClaimSite::Institution,
        /// The month of vaccination (接種月).
        vaccination_month: Month,
    }
}

record! { answer
    /// Which form, which sheet, and where the surcharge goes.
    struct SelectAnswer {
        /// The month of claim in whose counts and amounts it stands, also when it was returned.
        counted_in: Month,
        /// The first day on which vaccinations of the month can be entered, where one is stated.
        entry_from: Option<NaiveDate>,
        /// The edition of the screening form (予診票).
        form: ScreeningForm,
        /// The edition of the summary sheet (請求総括書).
        sheet: SheetForm,
        /// How the surcharge for 時間外 and 休日 is claimed.
        surcharge: SurchargeClaim,
        /// Whether the surcharge can be claimed in V-SYS.
        surcharge_in_vsys: bool,
        /// Whether it is claimed in the following month, later (月遅れ) or again (返戻).
        timing: ClaimTiming,
        /// Whether the sheet can be made in V-SYS.
        vsys: bool,
    }
}

/// `claims.select`
pub(crate) struct ClaimsSelect;

impl Call for ClaimsSelect {
    type Request = SelectRequest;
    type Answer = SelectAnswer;

    fn run(book: &RuleBook, request: SelectRequest) -> Result<Answer<SelectAnswer>, Refusal> {
        let SelectRequest { billing_month, returned, site, vaccination_month } = request;
        let claim = Claim { vaccination: vaccination_month, billing: billing_month, site, returned };
        Ok(select(book.tariff(), &claim)?.map(|selection| SelectAnswer {
            counted_in: billing_month,
            entry_from: selection.entry_from,
            form: selection.form,
            sheet: selection.sheet,
            surcharge: selection.surcharge,
            surcharge_in_vsys: selection.surcharge_in_vsys,
            timing: selection.timing,
            vsys: selection.vsys,
        }))
    }
}

record! { request
    /// Months of claim whose deadlines are asked for.
    struct ClaimDeadlineRequest {
        /// The first month of claim (請求月).
        billing_month: Month,
        /// How many months, one after the other.
        months: Positive = Positive(1),
        /// A day on which is asked whether the deadlines are met.
        today: Option<NaiveDate>,
    }
}

record! { answer
    /// A day over which a deadline moved.
    struct ClosedDayAnswer {
        /// The day.
        date: NaiveDate,
        /// The name of the holiday, where it is one.
        holiday: Option<String>,
        /// Why it is closed.
        reason: ClosedReason,
    }
}

record! { answer
    /// When the claims of a month close.
    struct ClaimDeadlineAnswer {
        /// The month of claim.
        billing_month: Month,
        /// The days over which the deadline moved.
        closed_days: Vec<ClosedDayAnswer>,
        /// The last day on which the claim is taken.
        deadline: NaiveDate,
        /// Whether it is met on `today`; absent without it.
        met: Option<bool>,
        /// The 10th.
        nominal: NaiveDate,
        /// The last day on which it is paid.
        payment_by: NaiveDate,
        /// The month of vaccination that it closes.
        vaccination_month: Month,
    }
}

record! { answer
    /// Deadlines in the order of months.
    struct ClaimDeadlinesAnswer {
        /// The deadlines.
        deadlines: Vec<ClaimDeadlineAnswer>,
    }
}

/// `claims.deadline`
pub(crate) struct ClaimsDeadline;

impl Call for ClaimsDeadline {
    type Request = ClaimDeadlineRequest;
    type Answer = ClaimDeadlinesAnswer;

    fn run(book: &RuleBook, request: ClaimDeadlineRequest) -> Result<Answer<ClaimDeadlinesAnswer>, Refusal> {
        let (mut deadlines, mut findings, mut assumptions) = (Vec::new(), Findings::new(), Assumptions::new());
        for index in 0..request.months.0 {
            // The last month of claims comes long before the calendar ends.
            let month = request.billing_month.plus(index).unwrap_or(request.billing_month);
            let (found, more, _) = claim_deadline(book.tariff(), book.holidays(), month)?.into_parts();
            findings.extend(more);
            // Whether the last day itself is still in time is a reading.
            if request.today == Some(found.deadline) {
                assumptions.add(assumption::CUT_OFF);
            }
            deadlines.push(ClaimDeadlineAnswer {
                billing_month: month,
                deadline: found.deadline,
                met: request.today.map(|today| today <= found.deadline),
                nominal: found.nominal,
                payment_by: found.payment_by,
                vaccination_month: found.closes,
                closed_days: found
                    .closed_days
                    .into_iter()
                    .map(|day| ClosedDayAnswer { date: day.date, holiday: day.holiday, reason: day.reason })
                    .list(),
            });
        }
        Ok(Answer::new(ClaimDeadlinesAnswer { deadlines }).finding(findings).assuming_all(&assumptions))
    }
}
