//! Who acts, and what a move leaves behind: shared by every state machine.

use chrono::NaiveDateTime;
use vsys_core::base::{
    Act, Actor, BaseProblem, Bilingual, Channel, LogEntry, Notice, Path, Refusal, Role, RuleId, SiteId, Step, Term,
    Text,
};
use vsys_core::rulebook::RuleBook;

use crate::record::{named_words, record};

named_words! { Channel }

record! { request
    /// Who acts.
    struct ActorRequest {
        /// The role.
        role: Role,
        /// The code of the prefecture or municipality, the id of the institution, site or company; left out for the nation.
        code: Option<SiteId>,
        /// The V-SYS ID of the person, for the operation log (1人1ID).
        account: Option<Text<64>>,
    }
}

impl ActorRequest {
    /// Who acts, without the account.
    pub(crate) fn actor(&self) -> Actor {
        Actor { role: self.role, code: self.code.as_ref().map_or_else(String::new, |code| code.as_str().to_owned()) }
    }

    /// The act of this actor at a moment.
    pub(crate) fn act(&self, at: NaiveDateTime) -> Act {
        Act { actor: self.actor(), account: self.account.clone(), at }
    }
}

record! { answer
    /// A notice that the move causes (通知); the host sends it.
    struct NoticeAnswer {
        /// How it goes.
        channel: Channel,
        /// Whose: the code of the government, institution or site; absent for the nation.
        code: Option<String>,
        /// The id of the template.
        template: &'static str,
        /// The text with its places filled.
        text: Bilingual,
        /// To whom.
        to: Role,
    }
}

impl NoticeAnswer {
    pub(crate) fn new(book: &RuleBook, notice: &Notice) -> Result<Self, Refusal> {
        let entry = book
            .notice(notice.id)
            .ok_or_else(|| Refusal::new(&BaseProblem::Internal { what: "a notice without its text" }, Path::root()))?;
        Ok(Self {
            channel: entry.channel,
            code: (!notice.code.is_empty()).then(|| notice.code.clone()),
            template: notice.id.as_str(),
            text: entry.render(notice),
            to: entry.to,
        })
    }

    pub(crate) fn list(book: &RuleBook, notices: &[Notice]) -> Result<Vec<Self>, Refusal> {
        notices.iter().map(|notice| Self::new(book, notice)).collect()
    }
}

record! { shown
    /// The line of the operation log (操作ログ): who, when, on what; no personal datum.
    struct LogAnswer of log: LogEntry {
        /// The V-SYS ID of the person, where it was given.
        account: Option<Text<64>> = log.act.account,
        /// When, JST.
        at: NaiveDateTime = log.act.at,
        /// The code of the actor; absent for the nation.
        code: Option<String> = (!log.act.actor.code.is_empty()).then(|| log.act.actor.code.clone()),
        /// The role of the actor.
        role: Role = log.act.actor.role,
        /// What moved.
        target: String,
    }
}

record! { answer
    /// A move that was made: the line of the machine's table, its notices and its log entry.
    struct StepAnswer {
        /// The event.
        event: Term,
        /// From which state; absent when something came to be.
        from: Option<Term>,
        /// The line of the operation log.
        log: LogEntry,
        /// The id of the machine, as `machines.export` lists it.
        machine: &'static str,
        /// The notices it causes.
        notices: Vec<NoticeAnswer>,
        /// The rule of the line.
        rule: RuleId,
        /// To which state.
        to: Term,
    }
}

impl StepAnswer {
    pub(crate) fn new(book: &RuleBook, step: Step) -> Result<Self, Refusal> {
        Ok(Self {
            event: step.event,
            from: step.from,
            log: step.log,
            machine: step.machine,
            notices: NoticeAnswer::list(book, &step.notices)?,
            rule: step.rule,
            to: step.to,
        })
    }
}
