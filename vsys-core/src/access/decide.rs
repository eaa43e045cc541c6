//! The decision.

use chrono::NaiveDate;

use super::problem::AccessProblem;
use crate::base::{
    Actor, Answer, Bilingual, Finding, Findings, IntoList, MunicipalityCode, Path, PrefectureCode, Problem, Refusal,
    Role, RuleId, SiteId, Terms, assumption,
};
use crate::rulebook::{Action, Permission, RuleBook, Scope};

/// Whose data an action is about; what the scope of a permission does not ask for may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessTarget {
    /// The prefecture; follows from the municipality where one is given.
    pub prefecture: Option<PrefectureCode>,
    /// The municipality, or a ward of a designated city.
    pub municipality: Option<MunicipalityCode>,
    /// The institution, site or company.
    pub owner: Option<SiteId>,
}

/// A question about access (操作の可否).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRequest {
    /// Who wants to act.
    pub actor: Actor,
    /// The id of the action.
    pub action: String,
    /// On which day.
    pub date: NaiveDate,
    /// On whose data.
    pub target: AccessTarget,
    /// Whether the actor's ID is one of a booster site (追加接種のV-SYS ID).
    pub booster_id: Option<bool>,
}

/// Yes or no, with the reason and the rule in both cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'b> {
    /// Yes or no.
    pub allowed: bool,
    /// Why.
    pub reason: Bilingual,
    /// The rule that decides.
    pub rule: String,
    /// The permission that the role has on that day; it may hold for other data than these.
    pub permission: Option<&'b Permission>,
    /// The roles that have such a permission on that day.
    pub expected_roles: Vec<Role>,
}

/// Whether somebody may do something on a day, on somebody's data.
///
/// The manuals' tables of contents divide the work (ROL-3, ROL-4); other rules add to them. A scoped
/// permission holds for one's own data (PRV-4), a plan needs the ID of a booster site (PLN-7). An input is
/// asked for only where the answer depends on it.
///
/// # Errors
/// A [`Refusal`]: an unknown action, a day before the first edition, a code that is none or does not hold
/// on the day, a target that contradicts itself, a missing input.
///
/// ```
/// use vsys_core::access::{AccessRequest, AccessTarget, decide};
/// use vsys_core::base::{Actor, Role};
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let lock = |role, code: &str| AccessRequest {
///     actor: Actor { role, code: code.to_owned() },
///     action: "allocation.lock".to_owned(),
///     date: chrono::NaiveDate::from_ymd_opt(2021, 3, 1).unwrap(),
///     target: AccessTarget { prefecture: "13".parse().ok(), ..AccessTarget::default() },
///     booster_id: None,
/// };
/// assert!(decide(&book, &lock(Role::Prefecture, "13"))?.value().allowed);
/// let answer = decide(&book, &lock(Role::Municipality, "131032"))?;
/// assert_eq!((answer.value().allowed, &answer.value().expected_roles[..]), (false, &[Role::Prefecture][..]));
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn decide<'b>(book: &'b RuleBook, request: &AccessRequest) -> Result<Answer<Decision<'b>>, Refusal> {
    let action = check(book, request)?;
    let on = |day: NaiveDate| book.permissions().on(&action.id, day);
    let permission = on(request.date).find(|row| row.role == request.actor.role);
    let verdict = match permission {
        Some(row) => judge(book, request, row)?,
        None if on(request.date).next().is_none() => Verdict::Nobody,
        None => Verdict::OtherRole,
    };
    let mut expected_roles: Vec<Role> = on(request.date).map(|row| row.role).list();
    expected_roles.sort_unstable();
    let first = || on(request.date).next().or_else(|| book.permissions().iter().find(|row| row.action == action.id));
    let rule = match verdict {
        Verdict::SomebodyElses => "PRV-4".to_owned(),
        _ => permission.or_else(first).map(|row| row.rule.clone()).unwrap_or_default(),
    };
    let decision = Decision {
        allowed: verdict == Verdict::Allowed,
        reason: verdict.reason(action, request, permission, &expected_roles),
        rule,
        permission,
        expected_roles,
    };
    // The days of the editions matter where the work is divided otherwise on another day.
    let division = |day: NaiveDate| {
        let mut division: Vec<_> = on(day).map(|row| (row.role, row.scope)).list();
        division.sort_unstable();
        division.dedup();
        division
    };
    let now = division(request.date);
    let dated = book.permissions().editions().into_iter().any(|day| division(day) != now);
    let ids = on(request.date).filter_map(|row| row.assumption).chain(dated.then_some(assumption::MANUAL_EDITIONS));
    Ok(ids.fold(Answer::new(decision), Answer::assuming))
}

/// The action, when the question can be answered at all.
fn check<'b>(book: &'b RuleBook, request: &AccessRequest) -> Result<&'b Action, Refusal> {
    let mut findings = Findings::new();
    let permissions = book.permissions();
    let action = permissions.action(&request.action);
    if action.is_none() {
        let known = permissions.actions().iter().map(|action| action.id.clone()).list();
        let problem = AccessProblem::ActionUnknown { known };
        findings.add(Finding::new(&problem, Path::from("action")).with_value(request.action.clone()));
    }
    let editions = permissions.editions();
    if editions.first().is_none_or(|first| request.date < *first) {
        let problem = AccessProblem::DateBefore { editions };
        findings.add(Finding::new(&problem, Path::from("date")).with_value(request.date.to_string()));
    }
    let AccessTarget { prefecture, municipality, .. } = request.target;
    if let (Some(prefecture), Some(municipality)) = (prefecture, municipality)
        && municipality.prefecture() != prefecture
    {
        let path = Path::from("target").join("municipality");
        let finding = Finding::new(&AccessProblem::TargetContradiction, path);
        findings.add(finding.with_value(municipality.to_string()));
    }
    match action {
        Some(action) if !findings.has_errors() => Ok(action),
        _ => Err(Refusal::of(findings)),
    }
}

/// What a question came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The role may, on these data.
    Allowed,
    /// Others may.
    OtherRole,
    /// On that day nobody may.
    Nobody,
    /// Only with the ID of a booster site.
    NotBooster,
    /// The data are not the actor's own.
    SomebodyElses,
}

impl Verdict {
    fn reason(
        self,
        action: &Action,
        request: &AccessRequest,
        permission: Option<&Permission>,
        expected: &[Role],
    ) -> Bilingual {
        let Bilingual { en, ja } = &action.title;
        let role = request.actor.role.term();
        let scope = permission.map_or(Scope::All, |row| row.scope).term();
        let subject = permission.map(|row| row.subject.clone()).unwrap_or_default();
        let roles = Terms(expected.iter().map(|role| role.term()).list());
        let date = request.date;
        match self {
            Self::Allowed => Bilingual {
                en: format!("{en}: {role} does this ({}; scope: {scope})", subject.en),
                ja: format!("「{ja}」は{role:#}が行います（{}、範囲: {scope:#}）", subject.ja),
            },
            Self::OtherRole => Bilingual {
                en: format!("{en}: done by {roles}, not by {role}"),
                ja: format!("「{ja}」は{roles:#}が行うもので、{role:#}は行いません"),
            },
            Self::Nobody => Bilingual {
                en: format!("{en}: nobody does this on {date}"),
                ja: format!("「{ja}」は{date}にはどの役割も行いません"),
            },
            Self::NotBooster => Bilingual {
                en: format!("{en}: only with the ID of a booster site"),
                ja: format!("「{ja}」は追加接種のV-SYS IDに限ります"),
            },
            Self::SomebodyElses => Bilingual {
                en: format!(
                    "{en}: {role} does this on its own data only (scope: {scope}), and these are somebody else's"
                ),
                ja: format!("「{ja}」を{role:#}が行えるのは「{scope:#}」に限り、対象は他者のものです"),
            },
        }
    }
}

/// Whether a permission holds for this actor on these data. A «no» needs no further input.
fn judge(book: &RuleBook, request: &AccessRequest, permission: &Permission) -> Result<Verdict, Refusal> {
    let mut question = Question { book, request, findings: Findings::new() };
    let own = question.is_own(permission.scope);
    match (permission.needs_booster_id, request.booster_id) {
        (true, Some(false)) => return Ok(Verdict::NotBooster),
        (true, None) => {
            let finding = Finding::new(&AccessProblem::InputMissing { input: "booster_id" }, Path::from("booster_id"));
            question.findings.add(Finding { rule: RuleId::new("PLN-7"), ..finding });
        }
        _ => {}
    }
    match own {
        Some(false) => Ok(Verdict::SomebodyElses),
        Some(true) if !question.findings.has_errors() => Ok(Verdict::Allowed),
        _ => Err(Refusal::of(question.findings)),
    }
}

/// A question, and what is wrong with it as far as it matters.
struct Question<'q> {
    book: &'q RuleBook,
    request: &'q AccessRequest,
    findings: Findings,
}

impl Question<'_> {
    /// Whether the data are the actor's own; nothing where that cannot be told.
    fn is_own(&mut self, scope: Scope) -> Option<bool> {
        let target = &self.request.target;
        let code = self.request.actor.code.as_str();
        match scope {
            Scope::All => Some(true),
            Scope::OwnPrefecture => {
                let prefecture = target.prefecture.or_else(|| target.municipality.map(MunicipalityCode::prefecture));
                let own = self.own_code::<PrefectureCode>();
                let prefecture = self.needed(prefecture, "target.prefecture", "prefecture");
                Some(own? == prefecture?)
            }
            Scope::OwnMunicipality => {
                let own = self.own_code::<MunicipalityCode>();
                let municipality = self.needed(target.municipality, "target.municipality", "municipality");
                self.same_municipality(own?, municipality?)
            }
            Scope::Own => {
                let owner = self.needed(target.owner.as_ref(), "target.owner", "owner");
                if code.is_empty() {
                    self.missing("actor.code", actor_code());
                    return None;
                }
                Some(owner?.as_str() == code)
            }
        }
    }

    /// Whether two codes name one municipality: a ward is its city. A code is itself on every day, also
    /// before the first for which the table vouches.
    fn same_municipality(&mut self, own: MunicipalityCode, other: MunicipalityCode) -> Option<bool> {
        let (table, date) = (self.book.municipalities(), self.request.date);
        let known = table.find(own).is_some_and(|found| found.until.is_none_or(|until| date < until));
        if known && own == other {
            return Some(true);
        }
        let target = Path::from("target").join("municipality");
        let [own, other] = [(own, actor_code()), (other, target)].map(|(code, path)| {
            table.resolve(code, date).map_err(|problem| self.report(&problem, path, code.to_string())).ok()
        });
        Some(own?.code == other?.code)
    }

    /// The actor's own code.
    fn own_code<T>(&mut self) -> Option<T>
    where
        T: std::str::FromStr,
        T::Err: Problem,
    {
        let code = self.request.actor.code.as_str();
        if code.is_empty() {
            self.missing("actor.code", actor_code());
            return None;
        }
        code.parse().map_err(|problem: T::Err| self.report(&problem, actor_code(), code.to_owned())).ok()
    }

    /// A member of the target.
    fn needed<T>(&mut self, value: Option<T>, input: &'static str, member: &'static str) -> Option<T> {
        if value.is_none() {
            self.missing(input, Path::from("target").join(member));
        }
        value
    }

    fn missing(&mut self, input: &'static str, path: Path) {
        self.findings.push(&AccessProblem::InputMissing { input }, path);
    }

    fn report(&mut self, problem: &dyn Problem, path: Path, value: String) {
        self.findings.add(Finding::new(problem, path).with_value(value));
    }
}

fn actor_code() -> Path {
    Path::from("actor").join("code")
}
