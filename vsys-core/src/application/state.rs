//! An application as it travels.

use chrono::NaiveDateTime;

use super::form::{Form, Stored};
use super::number::ApplicationNumber;
use super::problem::ApplicationProblem;
use super::review::{Comment, IssuedId};
use super::transition::ApplicationStatus;
use super::validate::validate;
use crate::base::{Findings, Path, Refusal};
use crate::rulebook::RuleBook;

/// The parts of an application, not yet proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationInput {
    /// 申込番号
    pub number: ApplicationNumber,
    /// ステータス
    pub status: ApplicationStatus,
    /// What was entered last.
    pub form: Form,
    /// What was stored when it was entered (既存登録情報).
    pub stored: Option<Stored>,
    /// When the form was kept or submitted last, JST.
    pub saved_at: NaiveDateTime,
    /// 申込日時 of the last submission; absent while it is a draft.
    pub applied_at: Option<NaiveDateTime>,
    /// 内容確認日時 of the review of that submission.
    pub reviewed_at: Option<NaiveDateTime>,
    /// 内容確認コメント
    pub comment: Option<Comment>,
    /// Which ID a confirmed application leads to.
    pub outcome: Option<IssuedId>,
}

/// An application (職域追加接種の申込み). A value is consistent: its moments and its comment agree with its
/// status, and the form of one that waits or is confirmed is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application(ApplicationInput);

impl Application {
    /// Proves an application on reading.
    ///
    /// # Errors
    /// A refusal with everything that contradicts itself, and with everything that is wrong with the form.
    ///
    /// ```
    /// use vsys_core::application::{Application, ApplicationInput, ApplicationStatus, Form};
    /// use vsys_core::rulebook::RuleBook;
    /// let book = RuleBook::bundled()?;
    /// let saved_at = chrono::NaiveDate::from_ymd_opt(2021, 12, 20).unwrap().and_hms_opt(11, 20, 0).unwrap();
    /// let draft = ApplicationInput {
    ///     number: "12345-1010101010-01".parse()?,
    ///     status: ApplicationStatus::Draft,
    ///     form: Form::default(),
    ///     stored: None,
    ///     saved_at,
    ///     applied_at: None,
    ///     reviewed_at: None,
    ///     comment: None,
    ///     outcome: None,
    /// };
    /// assert!(Application::try_new(&book, draft.clone()).is_ok());
    /// // A draft has no time of application.
    /// assert!(Application::try_new(&book, ApplicationInput { applied_at: Some(saved_at), ..draft }).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn try_new(book: &RuleBook, input: ApplicationInput) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let status = input.status;
        Columns::of(&input).prove(&Path::root(), &mut findings);
        presence(
            status,
            Some(status == ApplicationStatus::Confirmed),
            input.outcome.is_some(),
            Path::from("outcome"),
            &mut findings,
        );
        if let Some(member) = input.disorder() {
            findings.push(&ApplicationProblem::MomentOrder { status: status.term() }, Path::from(member));
        }
        if input.outcome == Some(IssuedId::Same) && !input.form.continue_id {
            findings.push(&ApplicationProblem::OutcomeDiffers, Path::from("outcome"));
        }
        // A withdrawn form is never used again.
        if status != ApplicationStatus::Withdrawn {
            // A returned form that nobody has touched since is the one that was submitted.
            let untouched = status == ApplicationStatus::Returned && input.applied_at == Some(input.saved_at);
            let submitted =
                untouched || matches!(status, ApplicationStatus::AwaitingReview | ApplicationStatus::Confirmed);
            let day = input.saved_at.date();
            let judged = validate(book, &input.form, input.stored.as_ref(), day, submitted, &Path::from("form"));
            findings.extend(judged.findings);
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self(input)) }
    }

    /// Its parts.
    pub const fn parts(&self) -> &ApplicationInput {
        &self.0
    }

    /// Its parts alone.
    pub fn into_parts(self) -> ApplicationInput {
        self.0
    }

    /// The last recorded moment.
    pub fn last_moment(&self) -> NaiveDateTime {
        self.0.reviewed_at.map_or(self.0.saved_at, |reviewed_at| reviewed_at.max(self.0.saved_at))
    }

    /// What a move has made of a proved application.
    pub(super) const fn moved(input: ApplicationInput) -> Self {
        Self(input)
    }
}

impl ApplicationInput {
    /// The member whose moment contradicts the others.
    fn disorder(&self) -> Option<&'static str> {
        let (applied_at, reviewed_at) = (self.applied_at?, self.reviewed_at);
        if reviewed_at.is_some_and(|reviewed_at| reviewed_at < applied_at) {
            return Some("reviewed_at");
        }
        // The form was entered when it was submitted, or changed after it came back.
        let came_back = matches!(self.status, ApplicationStatus::Returned | ApplicationStatus::Withdrawn);
        let changed = came_back && reviewed_at.is_some_and(|reviewed_at| reviewed_at <= self.saved_at);
        (self.saved_at != applied_at && !changed).then_some("saved_at")
    }
}

/// The columns of the list that depend on the status (APP-7).
pub(super) struct Columns {
    pub(super) status: ApplicationStatus,
    pub(super) applied: bool,
    pub(super) reviewed: bool,
    pub(super) commented: bool,
}

impl Columns {
    const fn of(input: &ApplicationInput) -> Self {
        Self {
            status: input.status,
            applied: input.applied_at.is_some(),
            reviewed: input.reviewed_at.is_some(),
            commented: input.comment.is_some(),
        }
    }

    /// A draft has no time of application; what was returned has a comment; and so on.
    pub(super) fn prove(&self, at: &Path, findings: &mut Findings) {
        use ApplicationStatus::{AwaitingReview, Confirmed, Draft, Returned, Withdrawn};
        let like = match self.status {
            Withdrawn if self.applied => Returned,
            Withdrawn => Draft,
            status => status,
        };
        let (applied, reviewed, commented) = match like {
            Draft | Withdrawn => (false, false, Some(false)),
            AwaitingReview => (true, false, Some(false)),
            Confirmed => (true, true, None),
            Returned => (true, true, Some(true)),
        };
        presence(self.status, Some(applied), self.applied, at.join("applied_at"), findings);
        presence(self.status, Some(reviewed), self.reviewed, at.join("reviewed_at"), findings);
        presence(self.status, commented, self.commented, at.join("comment"), findings);
    }
}

/// Whether a member is there where the status wants it; nothing where it may be either.
fn presence(status: ApplicationStatus, wanted: Option<bool>, there: bool, at: Path, findings: &mut Findings) {
    let status = status.term();
    match (wanted, there) {
        (Some(true), false) => findings.push(&ApplicationProblem::MemberMissing { status }, at),
        (Some(false), true) => findings.push(&ApplicationProblem::MemberUnwanted { status }, at),
        _ => {}
    }
}
