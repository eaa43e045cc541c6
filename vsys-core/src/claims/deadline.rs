//! Until when a claim is taken, and when it is paid.

use chrono::{Datelike, NaiveDate, Weekday};

use super::programme::{Programme, closed};
use crate::base::{Answer, BaseProblem, Findings, Path, Refusal, named};
use crate::calendar::{Holidays, Month};
use crate::rulebook::Tariff;

/// The day of the month on which claims close (請求〆切日). Source: 「職域における追加接種（3回目接種）
/// V-SYSについて」 接種費用と時間外・休日加算の取扱いについて, 2021-11 (CLM-9).
const CLOSING_DAY: u32 = 10;

named! {
    /// Why the closing day is not a day (休みの理由).
    pub enum ClosedReason {
        /// A Saturday.
        Saturday = "saturday" / "土曜日",
        /// A Sunday.
        Sunday = "sunday" / "日曜日",
        /// A national holiday.
        NationalHoliday = "national_holiday" / "国民の祝日",
    }
}

/// A day over which the closing day moves (休みの日).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day.
    pub date: NaiveDate,
    /// Why it is closed; Saturday and Sunday before a holiday.
    pub reason: ClosedReason,
    /// The name of the holiday, where it is one.
    pub holiday: Option<String>,
}

/// When the claims of a month close (請求〆切).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDeadline {
    /// The month of claim.
    pub billing: Month,
    /// The month of vaccination that it closes in time: the month before.
    pub closes: Month,
    /// The 10th.
    pub nominal: NaiveDate,
    /// The days over which it moved, in order.
    pub closed_days: Vec<ClosedDay>,
    /// The last day on which the claim is taken.
    pub deadline: NaiveDate,
    /// The last day on which it is paid: the end of the second month after the month of claim.
    pub payment_by: NaiveDate,
}

/// When the claims of a month close: on the 10th, or the next day that is no Saturday, Sunday or national
/// holiday. The form never depends on the moved day. Source: CLM-9; F-DEADLINE; ruling claim-deadline.
///
/// # Errors
/// A [`Refusal`] at `billing_month`: [`super::ClaimsProblem::BillingMonth`], or a day outside the table of holidays.
///
/// ```
/// use vsys_core::claims::claim_deadline;
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let january = claim_deadline(book.tariff(), book.holidays(), "2022-01".parse()?)?;
/// // 「2022年1/10〆切り」: the 10th was 成人の日.
/// assert_eq!(january.value().deadline.to_string(), "2022-01-11");
/// assert_eq!(january.value().payment_by.to_string(), "2022-03-31");
/// assert!(claim_deadline(book.tariff(), book.holidays(), "2024-05".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn claim_deadline(tariff: &Tariff, holidays: &Holidays, billing: Month) -> Result<Answer<ClaimDeadline>, Refusal> {
    let place = || Path::from("billing_month");
    Programme::of(tariff).billing(billing).map_err(|problem| Refusal::new(&problem, place()))?;
    let nominal = billing.day(CLOSING_DAY);
    let (mut deadline, mut closed_days) = (nominal, Vec::new());
    while let Some(day) = closed_day(holidays, deadline)? {
        closed_days.push(day);
        deadline = deadline.succ_opt().unwrap_or(NaiveDate::MAX);
    }
    // Claims begin a month after vaccinations and end long before the year 9999.
    let outside = || Refusal::new(&BaseProblem::Internal { what: "a month of claim out of range" }, place());
    let closes = billing.previous().ok_or_else(outside)?;
    let payment_by = billing.plus(2).ok_or_else(outside)?.last_day();
    let mut findings = Findings::new();
    if let Some(problem) = closed(billing) {
        findings.push(&problem, place());
    }
    let answer = ClaimDeadline { billing, closes, nominal, closed_days, deadline, payment_by };
    Ok(Answer::new(answer).finding(findings))
}

/// Why a day is closed; nothing on a working day.
fn closed_day(holidays: &Holidays, date: NaiveDate) -> Result<Option<ClosedDay>, Refusal> {
    let holiday = holidays.on(date).map_err(|problem| Refusal::new(&problem, Path::from("billing_month")))?;
    let reason = match date.weekday() {
        Weekday::Sat => Some(ClosedReason::Saturday),
        Weekday::Sun => Some(ClosedReason::Sunday),
        _ => holiday.map(|_| ClosedReason::NationalHoliday),
    };
    Ok(reason.map(|reason| ClosedDay { date, reason, holiday: holiday.map(str::to_owned) }))
}
