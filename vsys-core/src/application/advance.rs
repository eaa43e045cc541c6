//! A move of an application.

use super::form::{Form, Stored};
use super::number::{ApplicationNumber, Holder};
use super::problem::ApplicationProblem;
use super::review::{Decision, Outcome, Review};
use super::state::{Application, ApplicationInput};
use super::transition::{APPLICATION, APPLICATION_MOVES, ApplicationEvent, ApplicationStatus};
use super::validate::validate;
use crate::base::{
    Act, Answer, Assumptions, BaseProblem, Findings, MachineProblem, Moment, Move, Path, Refusal, Role, Step,
    assumption, choose,
};
use crate::rulebook::RuleBook;

/// What is entered with a save or a submission: what is left out stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// The form.
    pub form: Option<Form>,
    /// The stored registration beside it.
    pub stored: Option<Stored>,
}

/// What is asked for (操作).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// 一時保存
    Save(Box<Entered>),
    /// 申込み: «agree to all of the above and apply».
    Submit(Box<Entered>),
    /// 取下げ
    Withdraw,
    /// 内容確認
    Review(Review),
}

/// Of whom a new application is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The holder; required for a new application.
    pub holder: Option<Holder>,
    /// The last number that the holder has used; none = the new one is 01.
    pub last_number: Option<ApplicationNumber>,
}

/// A move that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advanced {
    /// The application after it.
    pub application: Application,
    /// What it leaves behind.
    pub step: Step,
    /// What a confirmation leads to.
    pub outcome: Option<Outcome>,
}

/// Moves an application, or makes one (申込み・一時保存・取下げ・内容確認). A refused move changes nothing.
///
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 職域追加接種の実施申込み, 2021-11 (APP-6, APP-8, APP-10 to
/// APP-17); rulings application-names, application-change, application-id.
///
/// # Errors
/// A refusal: a move that the table has not, another holder's application, a moment before the last, an
/// incomplete form, a review that lacks what decides it.
///
/// ```
/// use vsys_core::application::{ApplicationStatus, Asked, Entered, Form, Opening, advance};
/// use vsys_core::base::{Act, Actor, Role};
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let at = chrono::NaiveDate::from_ymd_opt(2021, 12, 20).unwrap().and_hms_opt(11, 20, 0).unwrap();
/// let actor = Actor { role: Role::Site, code: "12345-1010101010".to_owned() };
/// let act = Act { actor, account: None, at };
/// let opening = Opening { holder: Some("12345-1010101010".parse()?), last_number: None };
/// let draft = || Box::new(Entered { form: Some(Form::default()), stored: None });
///
/// let kept = advance(&book, None, opening, act.clone(), Asked::Save(draft()))?.into_value();
/// assert_eq!(kept.application.parts().status, ApplicationStatus::Draft);
/// assert_eq!(kept.application.parts().number.to_string(), "12345-1010101010-01");
/// assert!(advance(&book, None, opening, act, Asked::Submit(draft())).is_err()); // not complete
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn advance(
    book: &RuleBook,
    before: Option<Application>,
    opening: Opening,
    act: Act,
    asked: Asked,
) -> Result<Answer<Advanced>, Refusal> {
    let from = before.as_ref().map(|application| application.parts().status);
    let wished = before.as_ref().is_some_and(|application| application.parts().form.continue_id);
    let event = match &asked {
        Asked::Save(_) => ApplicationEvent::Save,
        Asked::Submit(_) => ApplicationEvent::Submit,
        Asked::Withdraw => ApplicationEvent::Withdraw,
        Asked::Review(review) => review.event(wished),
    };
    let (line, number) = (line(from, event, act.actor.role), number(before.as_ref(), opening));
    let last = before.as_ref().map(Application::last_moment).filter(|last| act.at < *last);
    let guards = [
        line.as_ref().err().cloned(),
        number.as_ref().err().cloned(),
        before
            .as_ref()
            .map(|own| own.parts().number.holder())
            .or(opening.holder)
            .and_then(|own| scope(own, &act).err()),
        last.map(|last| Refusal::new(&MachineProblem::Backwards { last: Moment(last) }, Path::from("at"))),
    ];
    let (line, number) = match (line, number, Refusal::all(guards.into_iter().flatten())) {
        (Ok(line), Ok(number), None) => (line, number),
        // What is wrong with the form is told together with what forbids the move.
        (.., guards) => {
            let form = judge(book, before.as_ref(), &asked, wished, &act);
            let broken =
                || Refusal::new(&BaseProblem::Internal { what: "a refused move without a reason" }, Path::root());
            return Err(Refusal::all(guards.into_iter().chain(form)).unwrap_or_else(broken));
        }
    };
    let mut assumptions = line.assumptions();
    if from == Some(ApplicationStatus::Returned) && line.event != ApplicationEvent::Withdraw {
        assumptions.add(assumption::APPLICATION_CHANGE);
    }
    let (input, findings, outcome) = match asked {
        Asked::Save(entered) | Asked::Submit(entered) => {
            let (input, findings) = enter(book, before, number, *entered, line, &act, &mut assumptions)?;
            (input, findings, None)
        }
        Asked::Withdraw => (parts(before)?, Findings::new(), None),
        Asked::Review(review) => {
            let Decision { id, assumptions: basis, .. } = review.decide(wished)?;
            assumptions.extend(&basis);
            let input =
                ApplicationInput { reviewed_at: Some(act.at), comment: review.comment, outcome: id, ..parts(before)? };
            (input, Findings::new(), id.map(super::review::IssuedId::outcome))
        }
    };
    let particulars = [("number", number.to_string())];
    let holder = number.holder().to_string();
    let step = Step::new(APPLICATION.id, line, act, number.to_string(), &holder, &particulars);
    let application = Application::moved(ApplicationInput { status: line.to, ..input });
    Ok(Answer::new(Advanced { application, step, outcome }).finding(findings).assuming_all(&assumptions))
}

type Line = Move<ApplicationStatus, ApplicationEvent>;

/// The line of the table, or a refusal that names what decides it.
fn line(from: Option<ApplicationStatus>, event: ApplicationEvent, role: Role) -> Result<&'static Line, Refusal> {
    choose(&APPLICATION, APPLICATION_MOVES, from, event, role).map_err(|refusal| {
        let path = |member: &'static str, part: &'static str| Path::new([member.into(), part.into()]);
        let refusal = refusal.at(path("actor", "role"), path("event", "kind"));
        match from {
            _ if refusal.code() != "machine.move.refused" => refusal,
            Some(ApplicationStatus::Withdrawn) => refusal.assuming(assumption::APPLICATION_NAMES),
            Some(ApplicationStatus::Confirmed) if role == Role::Nation => {
                refusal.assuming(assumption::APPLICATION_STEPS)
            }
            Some(_) if role == Role::Site => refusal.assuming(assumption::APPLICATION_CHANGE),
            _ => refusal,
        }
    })
}

/// The number of the application: its own, or the next of the holder. What is said of the holder beside
/// an application must agree with it.
fn number(before: Option<&Application>, opening: Opening) -> Result<ApplicationNumber, Refusal> {
    let own = before.map(|application| application.parts().number);
    let holder = own.map(ApplicationNumber::holder).or(opening.holder);
    let holder = holder.ok_or_else(|| Refusal::new(&ApplicationProblem::HolderMissing, Path::from("holder")))?;
    let mut findings = Findings::new();
    let mut differs = |other: Holder, member: &'static str| {
        if other != holder {
            findings.push(&ApplicationProblem::NumberHolder { holder: holder.to_string() }, Path::from(member));
        }
    };
    opening.holder.into_iter().for_each(|other| differs(other, "holder"));
    opening.last_number.into_iter().for_each(|last| differs(last.holder(), "last_number"));
    if findings.has_errors() {
        return Err(Refusal::of(findings));
    }
    match (own, opening.last_number) {
        (Some(own), _) => Ok(own),
        (None, None) => Ok(ApplicationNumber::first(holder)),
        (None, Some(last)) => last.next().map_err(|problem| Refusal::new(&problem, Path::from("last_number"))),
    }
}

/// A site acts on its own applications only.
fn scope(holder: Holder, act: &Act) -> Result<(), Refusal> {
    if act.actor.role != Role::Site {
        return Ok(());
    }
    let at = || Path::new(["actor".into(), "code".into()]);
    // A code of another form is not repeated: anything may have been typed there.
    let got: Holder = act.actor.code.parse().map_err(|problem: ApplicationProblem| Refusal::new(&problem, at()))?;
    if got == holder {
        return Ok(());
    }
    Err(Refusal::new(&MachineProblem::ScopeRefused { owner: holder.to_string(), got: got.to_string() }, at()))
}

/// The parts of the application that is there.
fn parts(before: Option<Application>) -> Result<ApplicationInput, Refusal> {
    let broken = BaseProblem::Internal { what: "a move without an application" };
    before.map(Application::into_parts).ok_or_else(|| Refusal::new(&broken, Path::root()))
}

/// What a move brings along, judged by itself: the form that is entered or kept, what a review says.
fn judge(book: &RuleBook, before: Option<&Application>, asked: &Asked, wished: bool, act: &Act) -> Option<Refusal> {
    let (entered, submit) = match asked {
        Asked::Save(entered) => (entered, false),
        Asked::Submit(entered) => (entered, true),
        Asked::Review(review) => return review.decide(wished).err(),
        Asked::Withdraw => return None,
    };
    let kept = before.map(Application::parts);
    let (form, at) = match (&entered.form, kept) {
        (Some(form), _) => (form, Path::from("form")),
        (None, Some(kept)) => (&kept.form, Path::new(["application".into(), "form".into()])),
        (None, None) => return Some(Refusal::new(&ApplicationProblem::FormMissing, Path::from("form"))),
    };
    let stored = entered.stored.as_ref().or_else(|| kept?.stored.as_ref());
    let judged = validate(book, form, stored, act.at.date(), submit, &at);
    if judged.is_ready() {
        // Its warnings alone: nothing is refused for the form's sake.
        return (!judged.findings.is_empty()).then(|| Refusal::of(judged.findings));
    }
    Some(judged.assumptions.iter().fold(Refusal::of(judged.findings), Refusal::assuming))
}

/// What a save or a submission makes of the application, and what is worth knowing about the form.
fn enter(
    book: &RuleBook,
    before: Option<Application>,
    number: ApplicationNumber,
    entered: Entered,
    line: &Line,
    act: &Act,
    assumptions: &mut Assumptions,
) -> Result<(ApplicationInput, Findings), Refusal> {
    let submit = line.event == ApplicationEvent::Submit;
    let at = if entered.form.is_some() { Path::from("form") } else { Path::new(["application".into(), "form".into()]) };
    let before = before.map(Application::into_parts);
    let (applied_at, reviewed_at, comment) = match &before {
        // A submission makes the earlier review void (assumption.resubmit-review).
        _ if submit => (Some(act.at), None, None),
        Some(parts) => (parts.applied_at, parts.reviewed_at, parts.comment.clone()),
        None => (None, None, None),
    };
    let (kept_form, kept_stored) = before.map_or((None, None), |parts| (Some(parts.form), parts.stored));
    let form = entered.form.or(kept_form);
    let form = form.ok_or_else(|| Refusal::new(&ApplicationProblem::FormMissing, Path::from("form")))?;
    let stored = entered.stored.or(kept_stored);
    let judged = validate(book, &form, stored.as_ref(), act.at.date(), submit, &at);
    if !judged.is_ready() {
        return Err(judged.assumptions.iter().fold(Refusal::of(judged.findings), Refusal::assuming));
    }
    assumptions.extend(&judged.assumptions);
    let (status, saved_at) = (line.to, act.at);
    let input =
        ApplicationInput { number, status, form, stored, saved_at, applied_at, reviewed_at, comment, outcome: None };
    Ok((input, judged.findings))
}
