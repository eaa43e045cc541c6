//! The review of an application, and what it leads to.

use super::problem::ApplicationProblem;
use super::transition::ApplicationEvent;
use crate::base::{Assumptions, Findings, Path, Refusal, Term, Text, assumption, named};

/// A comment of the ministry (内容確認コメント).
pub type Comment = Text<1000>;

named! {
    /// Which ID the booster vaccination uses (V-SYS ID). Source: APP-13, APP-16.
    pub enum IssuedId {
        /// The ID of doses 1 and 2.
        Same = "same" / "既存IDの継続利用",
        /// A new one.
        New = "new" / "新規IDの発行",
    }
}

/// What the ministry says about an application (内容確認).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// 不備がある
    pub deficient: bool,
    /// 内容確認コメント
    pub comment: Option<Comment>,
    /// Whether the conditions for keeping the ID are met. They are not published, so this is never
    /// computed; it is needed where the ID is wished to stay and nothing is deficient
    /// (ruling application-id).
    pub continuation_conditions_met: Option<bool>,
    /// 類似コードが変更になった
    pub similar_code_changed: bool,
}

/// What a confirmed application leads to (申込みの結果).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which ID is used.
    pub id: IssuedId,
    /// Whether a delegation letter must be handed in anew (委任状の再発行).
    pub letter_required: bool,
    /// Whether related documents must be made and handed in (関連書類の作成・提出).
    pub documents_required: bool,
    /// What to know about a new ID.
    pub note: Option<Term>,
}

impl IssuedId {
    /// What goes with the ID. Source: APP-13, APP-14, APP-17.
    ///
    /// ```
    /// use vsys_core::application::IssuedId;
    /// assert!(IssuedId::New.outcome().letter_required);
    /// assert!(!IssuedId::Same.outcome().letter_required);
    /// ```
    pub const fn outcome(self) -> Outcome {
        let new = matches!(self, Self::New);
        Outcome {
            id: self,
            letter_required: new,
            documents_required: new,
            note: if new {
                Some(Term::new("it takes some days until the ID is issued", "発行まで数日かかります"))
            } else {
                None
            },
        }
    }
}

/// A review that was decided: the event, the ID that goes with it, and what the decision rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) event: ApplicationEvent,
    pub(super) id: Option<IssuedId>,
    pub(super) assumptions: Assumptions,
}

impl Review {
    /// The event that the review asks for, whether or not it can be decided yet.
    pub(super) fn event(&self, wished: bool) -> ApplicationEvent {
        let unmet = wished && self.continuation_conditions_met == Some(false);
        match (self.deficient || unmet, wished && !self.similar_code_changed) {
            (true, _) => ApplicationEvent::Return,
            (false, true) => ApplicationEvent::ConfirmSameId,
            (false, false) => ApplicationEvent::ConfirmNewId,
        }
    }

    /// Decides, in the order of APP-17: a deficiency returns the application; a wish to keep the ID whose
    /// conditions are not met returns it; no wish, or a changed similar code, gives a new ID; else the
    /// ID stays.
    ///
    /// # Errors
    /// [`ApplicationProblem::ConditionsMissing`] and [`ApplicationProblem::CommentMissing`].
    pub(super) fn decide(&self, wished: bool) -> Result<Decision, Refusal> {
        let at = |member: &'static str| Path::new(["event".into(), member.into()]);
        let event = self.event(wished);
        let mut findings = Findings::new();
        if wished && !self.deficient && self.continuation_conditions_met.is_none() {
            let needed = "continuation_conditions_met";
            findings.push(&ApplicationProblem::ConditionsMissing { needed }, at(needed));
        }
        if event == ApplicationEvent::Return && self.comment.is_none() {
            findings.push(&ApplicationProblem::CommentMissing, at("comment"));
        }
        let mut assumptions = Assumptions::new();
        // That a deficient application comes back is printed; the rest is read into the slides.
        if !self.deficient {
            assumptions.add(assumption::APPLICATION_OUTCOME);
            if wished {
                assumptions.add(assumption::APPLICATION_ID);
            }
        }
        if findings.has_errors() {
            let refusal = Refusal::of(findings);
            return Err(assumptions.iter().fold(refusal, Refusal::assuming));
        }
        let id = match event {
            ApplicationEvent::ConfirmSameId => Some(IssuedId::Same),
            ApplicationEvent::ConfirmNewId => Some(IssuedId::New),
            _ => None,
        };
        Ok(Decision { event, id, assumptions })
    }
}
