//! `form.check`.

use chrono::NaiveDate;
use vsys_core::base::{Answer, IntoList, Personal, Refusal};
use vsys_core::claims::{FormFault, FormLimits, LeastAge, ScreeningRecord, check_form, form_findings};
use vsys_core::rulebook::RuleBook;

use super::common::refuse;
use crate::call::{Call, read};
use crate::problem::WireProblem;
use crate::read::Count;
use crate::record::{named_words, record};

named_words! { FormFault }

record! { personal request
    /// What a screening form says (予診票の記載), as it is written, and what it is held against.
    struct FormRequest {
        /// The birth date, YYYY-MM-DD (生年月日).
        birth_date: Personal<String>,
        /// The coupon number, ten digits (券番号).
        coupon: Personal<String>,
        /// The day of vaccination, YYYY-MM-DD (接種日).
        date: String,
        /// Which dose it is, 1 to 7 (回数).
        dose: Count,
        /// The least age on the day of vaccination, in years; exactly one of `minimum_age` and `minimum_age_days`.
        minimum_age: Option<Count>,
        /// The least age in days since birth.
        minimum_age_days: Option<Count>,
        /// The fewest days from the dose before.
        minimum_interval_days: Count,
        /// The code of the municipality that issued the coupon, six digits (市町村コード).
        municipality: String,
        /// The day of the dose before, YYYY-MM-DD, where there was one.
        previous_date: Option<String>,
        /// Today: no day of the form lies after it.
        today: NaiveDate,
    }
}

record! { personal request
    /// What forms are held against, apart from a form: the same members as in the request. Personal
    /// too, for a whole form may be given by mistake.
    struct FormLimitsRequest {
        /// The least age on the day of vaccination, in years; exactly one of `minimum_age` and `minimum_age_days`.
        minimum_age: Option<Count>,
        /// The least age in days since birth.
        minimum_age_days: Option<Count>,
        /// The fewest days from the dose before.
        minimum_interval_days: Count,
        /// Today: no day of the form lies after it.
        today: NaiveDate,
    }
}

impl FormLimitsRequest {
    fn limits(self) -> Result<FormLimits, Refusal> {
        // A count fits into 32 bits, and nobody is older than 65,535 years.
        let days = |count: Count| u32::try_from(count.0).unwrap_or(u32::MAX);
        let age = match (self.minimum_age, self.minimum_age_days) {
            (Some(years), None) => LeastAge::Years(u16::try_from(years.0).unwrap_or(u16::MAX)),
            (None, Some(count)) => LeastAge::Days(days(count)),
            _ => {
                let problem = WireProblem::ExactlyOne { of: vec!["minimum_age", "minimum_age_days"] };
                return Err(refuse(&problem, "minimum_age"));
            }
        };
        Ok(FormLimits { interval_days: days(self.minimum_interval_days), age, today: self.today })
    }
}

/// What forms are held against (接種間隔・対象年齢・本日), from a JSON object with those members of a request to
/// `form.check`: read once, for faces that check form after form without JSON.
///
/// # Errors
/// A [`Refusal`] with every finding of the object, as the operation has them.
///
/// ```
/// let limits = vsys_wire::read_form_limits(br#"{"minimum_interval_days":18,"minimum_age":5,"today":"2022-12-31"}"#)?;
/// assert_eq!(limits.interval_days, 18);
/// // No interval is published, so it must be said.
/// assert!(vsys_wire::read_form_limits(br#"{"minimum_age":5,"today":"2022-12-31"}"#).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_form_limits(json: &[u8]) -> Result<FormLimits, Refusal> {
    read::<FormLimitsRequest>(json)?.limits()
}

record! { answer
    /// Whether a screening form is in order; the findings tell each fault at its member.
    struct FormAnswer {
        /// What is wrong, in the order of the schema.
        faults: Vec<FormFault>,
        /// Whether nothing is wrong but for warnings.
        valid: bool,
    }
}

/// `form.check`
pub(crate) struct FormCheck;

impl Call for FormCheck {
    const JUDGES: bool = true;
    type Request = FormRequest;
    type Answer = FormAnswer;

    fn run(_: &RuleBook, request: FormRequest) -> Result<Answer<FormAnswer>, Refusal> {
        let limits = FormLimitsRequest {
            minimum_age: request.minimum_age,
            minimum_age_days: request.minimum_age_days,
            minimum_interval_days: request.minimum_interval_days,
            today: request.today,
        }
        .limits()?;
        let form = ScreeningRecord {
            coupon: request.coupon.reveal(),
            municipality: &request.municipality,
            birth_date: request.birth_date.reveal(),
            date: &request.date,
            dose: request.dose.0,
            previous_date: request.previous_date.as_deref(),
        };
        let faults = check_form(&form, &limits);
        let findings = form_findings(&form, &limits, faults);
        let valid = !findings.has_errors();
        Ok(Answer::new(FormAnswer { faults: faults.iter().list(), valid }).finding(findings))
    }
}
