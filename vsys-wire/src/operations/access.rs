//! `access.decide`.

use chrono::NaiveDate;
use vsys_core::access::{AccessRequest, AccessTarget as AccessTargetRequest, Decision, decide};
use vsys_core::base::{Answer, Bilingual, MunicipalityCode, PrefectureCode, Refusal, Role, SiteId, Text};
use vsys_core::rulebook::{Permission, RuleBook, Scope};

use super::step::ActorRequest;
use crate::call::Call;
use crate::record::{named_words, record};

named_words! { Scope }

record! { adopted request
    /// Whose data an action is about; what the scope of the permission does not ask for may be left out.
    struct AccessTargetRequest {
        /// The prefecture; follows from the municipality where one is given.
        prefecture: Option<PrefectureCode>,
        /// The municipality, or a ward of a designated city.
        municipality: Option<MunicipalityCode>,
        /// The institution, site or company.
        owner: Option<SiteId>,
    }
}

record! { request
    /// Who wants to do what, when, and on whose data.
    struct DecideRequest {
        /// Who wants to act.
        actor: ActorRequest,
        /// The id of the action, such as `allocation.lock`.
        action: Text<64>,
        /// On which day.
        date: NaiveDate,
        /// On whose data.
        target: Option<AccessTargetRequest>,
        /// Whether the actor's ID is one of a booster site (追加接種のV-SYS ID).
        booster_id: Option<bool>,
    }
}

impl DecideRequest {
    fn question(self) -> AccessRequest {
        AccessRequest {
            actor: self.actor.actor(),
            action: self.action.as_str().to_owned(),
            date: self.date,
            target: self.target.unwrap_or_default(),
            booster_id: self.booster_id,
        }
    }
}

record! { answer
    /// Where a permission stands, and how long it holds.
    struct EditionAnswer {
        /// The chapter of the role's manual; absent where another rule adds the permission.
        chapter: Option<String>,
        /// The first day.
        from: NaiveDate,
        /// Where it stands.
        source: String,
        /// The first day on which it no longer holds; absent while it is open.
        until: Option<NaiveDate>,
    }
}

impl From<&Permission> for EditionAnswer {
    fn from(permission: &Permission) -> Self {
        Self {
            chapter: permission.chapter.clone(),
            from: permission.from,
            source: permission.source.clone(),
            until: permission.until,
        }
    }
}

record! { answer
    /// Yes or no, with the reason and the rule in both cases.
    struct DecideAnswer {
        /// Yes or no.
        allowed: bool,
        /// Where the role's permission stands; absent when it has none on that day.
        edition: Option<EditionAnswer>,
        /// The roles that have such a permission on that day.
        expected_roles: Vec<Role>,
        /// Why.
        reason: Bilingual,
        /// The rule that decides.
        rule: String,
        /// On whose data the role's permission holds; absent when it has none on that day.
        scope: Option<Scope>,
    }
}

impl From<Decision<'_>> for DecideAnswer {
    fn from(decision: Decision<'_>) -> Self {
        Self {
            allowed: decision.allowed,
            edition: decision.permission.map(EditionAnswer::from),
            expected_roles: decision.expected_roles,
            reason: decision.reason,
            rule: decision.rule,
            scope: decision.permission.map(|permission| permission.scope),
        }
    }
}

/// `access.decide`
pub(crate) struct DecideAccess;

impl Call for DecideAccess {
    type Request = DecideRequest;
    type Answer = DecideAnswer;

    fn run(book: &RuleBook, request: DecideRequest) -> Result<Answer<DecideAnswer>, Refusal> {
        Ok(decide(book, &request.question())?.map(DecideAnswer::from))
    }
}
