//! `rules.list`, `rules.assumptions`.

use vsys_core::base::{Answer, Bilingual, IntoList, Refusal};
use vsys_core::rulebook::{AssumptionEntry, AssumptionKind, RuleBook, RuleKind};

use crate::call::Call;
use crate::record::{record, words};

words! {
    RuleKind { "computed" => RuleKind::Computed, "text" => RuleKind::Text }
    AssumptionKind {
        "assumption" => AssumptionKind::Assumption,
        "reading" => AssumptionKind::Reading,
        "not-published" => AssumptionKind::NotPublished,
    }
}

record! { request
    /// Which rules to list.
    struct RulesRequest {
        /// Only rules of this kind.
        kind: Option<RuleKind>,
        /// Only rules whose id begins so, such as `ALC-`.
        prefix: Option<String>,
    }
}

record! { answer
    /// A rule with its source.
    struct RuleAnswer {
        /// Its id.
        id: String,
        /// Computed or text.
        kind: RuleKind,
        /// The operations that compute it; empty for text and for what is still to come.
        operations: Vec<String>,
        /// Why nothing is computed, for text.
        reason: Option<String>,
        /// Where it stands.
        sources: Vec<SourceAnswer>,
        /// What it says.
        title: Bilingual,
    }
}

record! { answer
    /// A source and the section in it.
    struct SourceAnswer {
        /// When it was published; absent where unknown.
        date: Option<String>,
        /// The id of the source.
        id: String,
        /// The slide or section.
        section: Option<String>,
        /// The title of the source.
        title: String,
    }
}

record! { answer
    /// The rules in the order of the sources.
    struct RulesAnswer {
        /// The rules.
        rules: Vec<RuleAnswer>,
    }
}

/// `rules.list`
pub(crate) struct ListRules;

impl Call for ListRules {
    type Request = RulesRequest;
    type Answer = RulesAnswer;

    fn run(book: &RuleBook, request: RulesRequest) -> Result<Answer<RulesAnswer>, Refusal> {
        let wanted = book.rules().iter().filter(|rule| {
            request.kind.is_none_or(|kind| rule.kind == kind)
                && request.prefix.as_ref().is_none_or(|prefix| rule.id.starts_with(prefix.as_str()))
        });
        let rules = wanted.map(|rule| RuleAnswer {
            id: rule.id.clone(),
            kind: rule.kind,
            operations: rule.operations.clone(),
            reason: (!rule.reason.is_empty()).then(|| rule.reason.clone()),
            sources: rule.sources.split(';').map(|source| cite(book, source.trim_start())).list(),
            title: rule.title.clone(),
        });
        Ok(Answer::new(RulesAnswer { rules: rules.list() }))
    }
}

fn cite(book: &RuleBook, source: &str) -> SourceAnswer {
    let (id, section) = source.split_once(':').map_or((source, None), |(id, section)| (id, Some(section.to_owned())));
    let known = book.sources().iter().find(|known| known.id == id);
    SourceAnswer {
        date: known.map(|known| known.date.clone()).filter(|date| !date.is_empty()),
        id: id.to_owned(),
        section,
        title: known.map_or_else(|| id.to_owned(), |known| known.title.clone()),
    }
}

record! { request
    /// Which assumptions to list.
    struct AssumptionsRequest {
        /// Only assumptions about this rule, such as `ALC-5`.
        rule: Option<String>,
    }
}

record! { shown
    /// An entry of the register of assumptions.
    struct AssumptionAnswer of assumption: AssumptionEntry {
        /// What could be done instead.
        alternatives: Vec<Bilingual>,
        /// Its id.
        id: String,
        /// A decision, a reading, or a value that is not published.
        kind: AssumptionKind,
        /// The question that the sources leave open.
        question: Bilingual,
        /// The rules it concerns.
        rules: Vec<String>,
        /// What vsys does.
        ruling: Bilingual,
    }
}

record! { answer
    /// The register in the order of ids.
    struct AssumptionsAnswer {
        /// The assumptions.
        assumptions: Vec<AssumptionEntry>,
    }
}

/// `rules.assumptions`
pub(crate) struct ListAssumptions;

impl Call for ListAssumptions {
    type Request = AssumptionsRequest;
    type Answer = AssumptionsAnswer;

    fn run(book: &RuleBook, request: AssumptionsRequest) -> Result<Answer<AssumptionsAnswer>, Refusal> {
        let wanted =
            book.assumptions().iter().filter(|a| request.rule.as_ref().is_none_or(|rule| a.rules.contains(rule)));
        Ok(Answer::new(AssumptionsAnswer { assumptions: wanted.cloned().list() }))
    }
}
