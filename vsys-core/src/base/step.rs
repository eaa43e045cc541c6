//! What a move leaves behind.

use super::assumption::Assumptions;
use super::lang::{Named, Term};
use super::list::IntoList;
use super::machine::Move;
use super::notice::Notice;
use super::role::Act;
use super::rule::RuleId;

/// A line of the operation log (操作ログ): who, in which role, when, on what — and no personal datum.
/// Source: 「第1回自治体説明会 V-SYSに関する詳細説明」 個人情報の安全な取扱いへのご協力要請, 2020-12-18 (PRV-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Who acted, with which account, and when.
    pub act: Act,
    /// The id of what moved: a code, an application number.
    pub target: String,
}

/// A move that was made (状態遷移): the line of the table, the notices it causes and its log entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The id of the machine.
    pub machine: &'static str,
    /// From which state; absent when something came to be.
    pub from: Option<Term>,
    /// On which event.
    pub event: Term,
    /// To which state.
    pub to: Term,
    /// The rule of the line.
    pub rule: RuleId,
    /// The notices, in the order of the table.
    pub notices: Vec<Notice>,
    /// The log entry.
    pub log: LogEntry,
}

impl Step {
    /// What a line of a table leaves behind. The notices that the line causes go to `code` and take
    /// their particulars from `particulars`, which hold no personal datum.
    pub fn new<S: Named, E: Named>(
        machine: &'static str,
        line: &Move<S, E>,
        act: Act,
        target: impl Into<String>,
        code: &str,
        particulars: &[(&'static str, String)],
    ) -> Self {
        let notices =
            line.notices.iter().map(|&id| Notice { id, code: code.to_owned(), particulars: particulars.to_vec() });
        Self {
            machine,
            from: line.from.map(Named::term),
            event: line.event.term(),
            to: line.to.term(),
            rule: line.rule,
            notices: notices.list(),
            log: LogEntry { act, target: target.into() },
        }
    }
}

impl<S, E> Move<S, E> {
    /// The assumptions that the line rests on.
    pub fn assumptions(&self) -> Assumptions {
        let mut assumptions = Assumptions::new();
        self.assumption.iter().for_each(|id| assumptions.add(*id));
        assumptions
    }
}
