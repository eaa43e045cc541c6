//! The form judged as a whole.

use chrono::NaiveDate;

use super::condition::CONDITIONS;
use super::form::{Block, Form, Pattern, Stored};
use super::judge::Judge;
use super::problem::ApplicationProblem;
use crate::base::{Assumptions, Finding, Findings, Path, Term, assumption};
use crate::rulebook::RuleBook;

const PATTERN_ONE: Term = Term::new("pattern 01", "01 企業内診療所等実施");

/// A form that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    /// The form as it counts: unticked blocks taken over, receivers named, what is ignored left out. It is
    /// for reading, and is not entered again.
    pub effective: Form,
    /// Everything that is wrong or worth knowing.
    pub findings: Findings,
    /// What the judgement rests on.
    pub assumptions: Assumptions,
}

impl Validation {
    /// Whether the form can be kept or submitted, as was asked.
    pub const fn is_ready(&self) -> bool {
        !self.findings.has_errors()
    }
}

/// Judges a form (申込内容の確認) on a day: to `submit` it every required field must be there and every
/// condition agreed; to keep it as a draft only what is given must be right. `at` is where the form stands
/// in the request.
///
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 職域追加接種の実施申込み, 2021-11 (APP-4 to APP-6, CNS-1 to
/// CNS-5).
///
/// ```
/// use vsys_core::application::{Form, validate};
/// use vsys_core::base::Path;
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let day = chrono::NaiveDate::from_ymd_opt(2021, 12, 20).unwrap();
/// let empty = Form::default();
/// assert!(validate(&book, &empty, None, day, false, &Path::root()).is_ready()); // a draft
/// assert!(!validate(&book, &empty, None, day, true, &Path::root()).is_ready());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn validate(
    book: &RuleBook,
    form: &Form,
    stored: Option<&Stored>,
    date: NaiveDate,
    submit: bool,
    at: &Path,
) -> Validation {
    let mut judge = Judge::new(book, date, submit);
    let company = judge.block(&form.company, stored.and_then(|stored| stored.company.as_ref()), &at.join("company"));
    let site = judge.block(&form.site, stored.and_then(|stored| stored.site.as_ref()), &at.join("site"));
    let pattern = site.entry.as_ref().and_then(|site| site.pattern);
    let institution = institution(&mut judge, form, stored, pattern, &at.join("institution"));
    judge.staff(&form.staff_1, true, &at.join("staff_1"));
    judge.staff(&form.staff_2, false, &at.join("staff_2"));
    let effective = Form {
        company,
        site,
        institution,
        receiver_1: judge.receiver(&form.receiver_1, &form.staff_1, true, &at.join("receiver_1")),
        receiver_2: judge.receiver(&form.receiver_2, &form.staff_2, false, &at.join("receiver_2")),
        doctor: judge.doctor(&form.doctor, &at.join("doctor")),
        vaccine_keeper: judge.keeper(&form.vaccine_keeper, &at.join("vaccine_keeper")),
        needle_keeper: judge.keeper(&form.needle_keeper, &at.join("needle_keeper")),
        weekend_contact: judge.keeper(&form.weekend_contact, &at.join("weekend_contact")),
        ..form.clone()
    };
    if submit {
        judge.assumptions.add(assumption::CONSENT_HEADING);
        for condition in CONDITIONS.iter().filter(|condition| !condition.is_agreed(&form.consent)) {
            let place = at.join("consent").join(condition.member);
            let finding = Finding::new(&ApplicationProblem::ConsentMissing, place);
            judge.findings.add(Finding { rule: condition.rule, ..finding });
        }
    }
    Validation { effective, findings: judge.findings, assumptions: judge.assumptions }
}

/// The block of the institution, which patterns 2 and 3 alone ask for (APP-5).
fn institution(
    judge: &mut Judge<'_>,
    form: &Form,
    stored: Option<&Stored>,
    pattern: Option<Pattern>,
    at: &Path,
) -> Block<super::form::Institution> {
    let (block, stored) = (&form.institution, stored.and_then(|stored| stored.institution.as_ref()));
    match pattern {
        Some(pattern) if pattern.needs_institution() => judge.block(block, stored, at),
        Some(_) => {
            if block.entry.is_some() {
                let because = PATTERN_ONE;
                judge.findings.push(&ApplicationProblem::FieldIgnored { because }, at.join("entry"));
            }
            Block::default()
        }
        // Whether it is asked for is not known yet: what is given is looked at, nothing is missed.
        None => {
            let whole = std::mem::replace(&mut judge.whole, false);
            let block = judge.block(block, stored, at);
            judge.whole = whole;
            block
        }
    }
}
