//! `application.validate`, `application.advance`, `application.permissions`, `application.list`.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::application::{
    Application, ApplicationInput as ApplicationDocument, ApplicationNumber, ApplicationStatus, Asked, CONDITIONS,
    Comment, Entered, Form as ApplicationForm, Holder, IssuedId, ListLine as ApplicationLine, Opening, Outcome, Review,
    Stored as ApplicationStored, advance, list, printed_time, validate,
};
use vsys_core::base::{Answer, Findings, IntoList, Path, Refusal, RuleId, Term, assumption};
use vsys_core::rulebook::RuleBook;

use super::step::{ActorRequest, StepAnswer};
use crate::call::Call;
use crate::emit::{Emit, proved};
use crate::json::{Json, Writer};
use crate::problem::WireProblem;
use crate::read::{Cursor, Listed, Read};
use crate::record::{named_words, record, words};
use crate::schema::{self, Defs};

/// More than any screen shows.
impl Listed for ApplicationLine {
    const MOST: usize = 10_000;
}

named_words! { ApplicationStatus, IssuedId }

/// What is asked for (操作).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActKind {
    Save,
    Submit,
    Withdraw,
    Review,
}

words! {
    ActKind {
        "save" => ActKind::Save,
        "submit" => ActKind::Submit,
        "withdraw" => ActKind::Withdraw,
        "review" => ActKind::Review,
    }
}

macro_rules! codes {
    ($($type:ty => $pattern:literal),*) => {$(
        impl Read for $type {
            const BLANK: Self = vsys_core::base::Blank::BLANK;

            fn schema(_: &mut Defs) -> Json {
                schema::pattern($pattern)
            }

            fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
                at.parse(self, findings)
            }
        }

        impl Emit for $type {
            fn schema(defs: &mut Defs) -> Json {
                <Self as Read>::schema(defs)
            }

            fn emit(&self, out: &mut Writer) {
                out.text(&self.to_string());
            }
        }
    )*};
}
codes!(ApplicationNumber => "^[0-9]{5}-[0-9]{10}-[0-9]{2}$", Holder => "^[0-9]{5}-[0-9]{10}$");

record! { personal request
    /// A form to judge.
    struct ApplicationValidateRequest {
        /// The day at which municipality codes are looked up.
        date: NaiveDate,
        /// The form.
        form: ApplicationForm,
        /// The stored registration of the doses 1 and 2 (既存登録情報).
        stored: Option<ApplicationStored>,
        /// Whether it is to be submitted; a draft may leave fields out.
        submit: bool = true,
    }
}

record! { answer
    /// A condition of consent (同意事項).
    struct ApplicationConditionAnswer {
        /// Whether it is agreed.
        agreed: bool,
        /// Its member of `consent`.
        member: &'static str,
        /// Its rule.
        rule: RuleId,
        /// What it says, shortened.
        text: Term,
    }
}

record! { answer
    /// A form that was judged.
    struct ApplicationValidateAnswer {
        /// The five conditions in their printed order.
        conditions: Vec<ApplicationConditionAnswer>,
        /// The form as it counts: blocks taken over, receivers named, what is ignored left out. For reading, not to be sent again.
        effective: ApplicationForm,
        /// Whether it can be submitted or, with `submit` false, kept: no finding is an error.
        ready: bool,
    }
}

/// `application.validate`
pub(crate) struct ApplicationValidate;

impl Call for ApplicationValidate {
    const JUDGES: bool = true;
    type Request = ApplicationValidateRequest;
    type Answer = ApplicationValidateAnswer;

    fn run(book: &RuleBook, request: Self::Request) -> Result<Answer<Self::Answer>, Refusal> {
        let ApplicationValidateRequest { date, form, stored, submit } = request;
        let judged = validate(book, &form, stored.as_ref(), date, submit, &Path::from("form"));
        let conditions = CONDITIONS.iter().map(|condition| ApplicationConditionAnswer {
            agreed: condition.is_agreed(&form.consent),
            member: condition.member,
            rule: condition.rule,
            text: condition.text,
        });
        let ready = judged.is_ready();
        let answer = ApplicationValidateAnswer { conditions: conditions.list(), effective: judged.effective, ready };
        Ok(Answer::new(answer).finding(judged.findings).assuming_all(&judged.assumptions))
    }
}

record! { adopted personal document
    /// An application (職域追加接種の申込み). It travels with every request and is proved again on reading.
    struct ApplicationDocument {
        /// 申込日時 of the last submission, JST; absent while it is a draft.
        applied_at: Option<NaiveDateTime>,
        /// 内容確認コメント of the review of that submission.
        comment: Option<Comment>,
        /// What was entered last.
        form: ApplicationForm,
        /// 申込番号
        number: ApplicationNumber,
        /// Which ID a confirmed application leads to.
        outcome: Option<IssuedId>,
        /// 内容確認日時 of the review of that submission, JST.
        reviewed_at: Option<NaiveDateTime>,
        /// When the form was kept or submitted last, JST.
        saved_at: NaiveDateTime,
        /// ステータス
        status: ApplicationStatus,
        /// The stored registration at that time.
        stored: Option<ApplicationStored>,
    }
}

proved! { Application: parts -> ApplicationDocument }

record! { personal request
    /// What is asked for. All members but `kind` belong to a review.
    struct ApplicationEventRequest {
        /// 内容確認コメント; required when the application is to be made again.
        comment: Option<Comment>,
        /// Whether the conditions for keeping the ID are met: required where that is wished and nothing is deficient, looked at only there, and never computed.
        continuation_conditions_met: Option<bool>,
        /// Whether the application is deficient (不備がある); required of a review.
        deficient: Option<bool>,
        /// save (一時保存), submit (申込み), withdraw (取下げ) or review (内容確認).
        kind: ActKind,
        /// Whether the 類似コード has changed; absent = no.
        similar_code_changed: Option<bool>,
    }
}

impl ApplicationEventRequest {
    /// What is asked for; members that do not belong to it are refused.
    fn asked(self, entered: Entered) -> Result<Asked, Refusal> {
        let at = |member: &'static str| Path::new(["event".into(), member.into()]);
        let mut findings = Findings::new();
        let mut unwanted = |given: bool, known: &[&'static str], path: Path| {
            if given {
                findings.push(&WireProblem::FieldUnknown { known: known.to_vec() }, path);
            }
        };
        let enters = matches!(self.kind, ActKind::Save | ActKind::Submit);
        unwanted(!enters && entered.form.is_some(), &["application"], Path::from("form"));
        unwanted(!enters && entered.stored.is_some(), &["application"], Path::from("stored"));
        let review = self.kind == ActKind::Review;
        unwanted(!review && self.comment.is_some(), &["kind"], at("comment"));
        let met = self.continuation_conditions_met;
        unwanted(!review && met.is_some(), &["kind"], at("continuation_conditions_met"));
        unwanted(!review && self.deficient.is_some(), &["kind"], at("deficient"));
        unwanted(!review && self.similar_code_changed.is_some(), &["kind"], at("similar_code_changed"));
        if review && self.deficient.is_none() {
            findings.push(&WireProblem::FieldMissing, at("deficient"));
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        Ok(match self.kind {
            ActKind::Save => Asked::Save(Box::new(entered)),
            ActKind::Submit => Asked::Submit(Box::new(entered)),
            ActKind::Withdraw => Asked::Withdraw,
            ActKind::Review => Asked::Review(Review {
                deficient: self.deficient.unwrap_or_default(),
                comment: self.comment,
                continuation_conditions_met: met,
                similar_code_changed: self.similar_code_changed.unwrap_or_default(),
            }),
        })
    }
}

record! { personal request
    /// An application, or the making of one; who acts, when, and what is asked for.
    struct ApplicationAdvanceRequest {
        /// The application, as it was answered before; absent = a new one is made.
        application: Option<ApplicationDocument>,
        /// Who acts: a site with the code of the holder, or the nation.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// What is asked for.
        event: ApplicationEventRequest,
        /// The form that is kept or submitted; absent = as it was.
        form: Option<ApplicationForm>,
        /// The holder, such as 12345-1010101010; required for a new application.
        holder: Option<Holder>,
        /// The last number the holder has used; absent = the new one is 01.
        last_number: Option<ApplicationNumber>,
        /// The stored registration beside the form; absent = as it was.
        stored: Option<ApplicationStored>,
    }
}

record! { shown
    /// What a confirmation leads to (申込みの結果).
    struct ApplicationOutcomeAnswer of outcome: Outcome {
        /// Whether related documents must be made and handed in (関連書類).
        documents_required: bool,
        /// Which ID the booster vaccination uses.
        id: IssuedId,
        /// Whether a delegation letter must be handed in anew (委任状).
        letter_required: bool,
        /// What to know about a new ID.
        note: Option<Term>,
    }
}

record! { answer
    /// What the applicant may do with an application in a status.
    struct ApplicationPermissionAnswer {
        /// 編集
        edit: bool,
        /// The name of the status.
        name: Term,
        /// The status.
        status: ApplicationStatus,
        /// 参照
        view: bool,
        /// 取下げ
        withdraw: bool,
    }
}

impl From<ApplicationStatus> for ApplicationPermissionAnswer {
    fn from(status: ApplicationStatus) -> Self {
        let permissions = status.permissions();
        Self {
            edit: permissions.edit,
            name: status.term(),
            status,
            view: permissions.view,
            withdraw: permissions.withdraw,
        }
    }
}

record! { answer
    /// The application after the move.
    struct ApplicationAdvanceAnswer {
        /// The application.
        application: Application,
        /// What a confirmation leads to; absent of any other move.
        outcome: Option<Outcome>,
        /// What the applicant may do now.
        permissions: ApplicationPermissionAnswer,
        /// What the move leaves behind.
        step: StepAnswer,
    }
}

/// `application.advance`
pub(crate) struct ApplicationAdvance;

impl Call for ApplicationAdvance {
    type Request = ApplicationAdvanceRequest;
    type Answer = ApplicationAdvanceAnswer;

    fn run(book: &RuleBook, request: Self::Request) -> Result<Answer<Self::Answer>, Refusal> {
        let asked = request.event.asked(Entered { form: request.form, stored: request.stored })?;
        let before = request.application.map(|document| Application::try_new(book, document)).transpose();
        let before = before.map_err(|refusal| refusal.under(&Path::from("application")))?;
        let opening = Opening { holder: request.holder, last_number: request.last_number };
        let (moved, told) = advance(book, before, opening, request.actor.act(request.at), asked)?.split();
        Ok(told.with(ApplicationAdvanceAnswer {
            outcome: moved.outcome,
            permissions: moved.application.parts().status.into(),
            step: StepAnswer::new(book, moved.step)?,
            application: moved.application,
        }))
    }
}

record! { request
    /// A status, or none for the whole table.
    struct ApplicationPermissionsRequest {
        /// The status; absent = every one.
        status: Option<ApplicationStatus>,
    }
}

record! { answer
    /// The table of permissions, in the printed order of the statuses.
    struct ApplicationPermissionsAnswer {
        /// One line a status.
        rows: Vec<ApplicationPermissionAnswer>,
    }
}

/// `application.permissions`
pub(crate) struct ApplicationPermissions;

impl Call for ApplicationPermissions {
    type Request = ApplicationPermissionsRequest;
    type Answer = ApplicationPermissionsAnswer;

    fn run(_: &RuleBook, request: Self::Request) -> Result<Answer<Self::Answer>, Refusal> {
        let statuses: Vec<ApplicationStatus> =
            request.status.map_or_else(|| ApplicationStatus::ALL.to_vec(), |status| vec![status]);
        let answer =
            Answer::new(ApplicationPermissionsAnswer { rows: statuses.iter().map(|status| (*status).into()).list() })
                .assuming(assumption::APPLICATION_CHANGE);
        // The last line is not printed.
        let beyond = statuses.contains(&ApplicationStatus::Withdrawn);
        Ok(if beyond { answer.assuming(assumption::APPLICATION_NAMES) } else { answer })
    }
}

record! { adopted personal request
    /// The columns of an application that the list shows.
    struct ApplicationLine {
        /// 申込日時
        applied_at: Option<NaiveDateTime>,
        /// 内容確認コメント
        comment: Option<Comment>,
        /// 申込番号
        number: ApplicationNumber,
        /// 内容確認日時
        reviewed_at: Option<NaiveDateTime>,
        /// ステータス
        status: ApplicationStatus,
    }
}

record! { personal request
    /// Applications to list, in any order.
    struct ApplicationListRequest {
        /// The applications.
        applications: Vec<ApplicationLine>,
    }
}

record! { shown
    /// A line of the list: each column raw, and as the screen prints it.
    struct ApplicationLineAnswer of line: ApplicationLine {
        /// 申込日時
        applied_at: Option<NaiveDateTime>,
        /// 申込日時, `YYYY/M/D H:MM`, or `-`.
        applied_at_printed: String = printed_time(line.applied_at),
        /// 内容確認コメント
        comment: Option<Comment>,
        /// 内容確認コメント, or `-`.
        comment_printed: String = line.comment.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string),
        /// 申込番号
        number: ApplicationNumber,
        /// What the applicant may do with it.
        permissions: ApplicationPermissionAnswer = line.status.into(),
        /// 内容確認日時
        reviewed_at: Option<NaiveDateTime>,
        /// 内容確認日時, `YYYY/M/D H:MM`, or `-`.
        reviewed_at_printed: String = printed_time(line.reviewed_at),
        /// ステータス
        status: ApplicationStatus,
        /// ステータス, in Japanese.
        status_printed: &'static str = line.status.ja(),
    }
}

record! { answer
    /// The list (追加接種申込状況).
    struct ApplicationListAnswer {
        /// The lines in the order of their numbers.
        rows: Vec<ApplicationLine>,
    }
}

/// `application.list`
pub(crate) struct ApplicationList;

impl Call for ApplicationList {
    type Request = ApplicationListRequest;
    type Answer = ApplicationListAnswer;

    fn run(_: &RuleBook, request: Self::Request) -> Result<Answer<Self::Answer>, Refusal> {
        let rows = list(request.applications)?;
        // The table's names are printed, not those of the mock's rows.
        Ok(Answer::new(ApplicationListAnswer { rows }).assuming(assumption::APPLICATION_NAMES))
    }
}
