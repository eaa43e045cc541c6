//! The delegation letter.

use chrono::NaiveDateTime;

use super::problem::FacilityProblem;
use crate::base::{
    Act, Answer, BaseProblem, Findings, IntoList, Machine, MachineProblem, Moment, Move, Path, Refusal, Role, SiteId,
    Step, Term, assumption, choose, named, notices,
};

named! {
    /// How far a delegation letter is (委任状の状態). Source: APP-18..20.
    pub enum LetterStatus {
        /// It was made and not downloaded yet.
        Created = "created" / "作成済み（未ダウンロード）",
        /// It was downloaded at least once.
        Downloaded = "downloaded" / "ダウンロード済み",
        /// A new letter took its place.
        Superseded = "superseded" / "差替え済み",
    }
}

named! {
    /// What happens to a delegation letter (操作).
    pub enum LetterEvent {
        /// The first letter is made.
        Issue = "issue" / "作成",
        /// The site logs in; nothing moves.
        Login = "login" / "ログイン",
        /// The site downloads it.
        Download = "download" / "ダウンロード",
        /// A new one is made, after a change of the similar code.
        Reissue = "reissue" / "再発行",
    }
}

/// The moves of a letter (委任状の状態遷移): code, permissions, docs and tests are all read from this table.
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 委任状のダウンロード, 2021-11 (APP-14, APP-18..20).
pub const LETTER_MOVES: &[Move<LetterStatus, LetterEvent>] = {
    use LetterEvent::{Download, Issue, Login, Reissue};
    use LetterStatus::{Created, Downloaded, Superseded};
    &[
        Move::new(None, Issue, Role::Nation, Created, "APP-18").telling(&[notices::LETTER_CREATED]),
        Move::new(Some(Created), Login, Role::Site, Created, "APP-19"),
        Move::new(Some(Downloaded), Login, Role::Site, Downloaded, "APP-19"),
        Move::new(Some(Created), Download, Role::Site, Downloaded, "APP-20"),
        Move::new(Some(Downloaded), Download, Role::Site, Downloaded, "APP-20"),
        Move::new(Some(Created), Reissue, Role::Nation, Superseded, "APP-14").telling(&[notices::LETTER_CREATED]),
        Move::new(Some(Downloaded), Reissue, Role::Nation, Superseded, "APP-14").telling(&[notices::LETTER_CREATED]),
    ]
};

/// The letter as a machine.
pub static CONTRACT_LETTER: Machine = Machine {
    id: "contract.letter",
    title: Term::new("delegation letter", "委任状"),
    states: || Move::states(LETTER_MOVES, &[LetterStatus::Superseded]),
    moves: || LETTER_MOVES.iter().map(Move::line).list(),
};

/// The parts of a letter, before they are proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterInput {
    /// Its id.
    pub id: SiteId,
    /// The booster V-SYS ID of the site it is for.
    pub site: SiteId,
    /// How far it is.
    pub status: LetterStatus,
    /// How often it was downloaded (ダウンロード回数).
    pub downloads: u32,
    /// When it was made.
    pub created_at: NaiveDateTime,
    /// When it last moved.
    pub changed_at: NaiveDateTime,
}

/// A delegation letter as a file in V-SYS (委任状). Only the site itself sees it; how often it was downloaded is
/// counted, and the flag ダウンロード済み stands while the count is above 0 (X-15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter(LetterInput);

const COUNT: Term = Term::new("state and downloads", "状態とダウンロード回数");
const TIMES: Term = Term::new("the times", "日時");

impl Letter {
    /// Proves a letter that travelled.
    ///
    /// # Errors
    /// A refusal when state and count, or the times, contradict each other.
    pub fn try_new(input: LetterInput) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let fits = match input.status {
            LetterStatus::Created => input.downloads == 0,
            LetterStatus::Downloaded => input.downloads > 0,
            LetterStatus::Superseded => true,
        };
        if !fits {
            findings.push(&FacilityProblem::LetterContradiction { what: COUNT }, Path::from("downloads"));
        }
        if input.changed_at < input.created_at {
            findings.push(&FacilityProblem::LetterContradiction { what: TIMES }, Path::from("changed_at"));
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self(input)) }
    }

    /// Its parts.
    pub const fn parts(&self) -> &LetterInput {
        &self.0
    }

    /// Whether the flag ダウンロード済み stands.
    pub const fn downloaded(&self) -> bool {
        self.0.downloads > 0
    }

    /// Whether the pop-up appears at the site's next login (ポップアップ). Source: APP-19.
    pub fn pops_up(&self) -> bool {
        self.0.status == LetterStatus::Created
    }
}

/// What happens to a letter, with what it brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterAct {
    /// 作成: the new letter's id and its site.
    Issue {
        /// The new letter's id.
        id: SiteId,
        /// The booster V-SYS ID it is for.
        site: SiteId,
    },
    /// ログイン
    Login,
    /// ダウンロード
    Download,
    /// 再発行: the new letter's id, and its site where the V-SYS ID is new too.
    Reissue {
        /// The new letter's id.
        id: SiteId,
        /// The new V-SYS ID; nothing when it stays.
        site: Option<SiteId>,
    },
}

impl LetterAct {
    /// The event.
    pub const fn event(&self) -> LetterEvent {
        match self {
            Self::Issue { .. } => LetterEvent::Issue,
            Self::Login => LetterEvent::Login,
            Self::Download => LetterEvent::Download,
            Self::Reissue { .. } => LetterEvent::Reissue,
        }
    }
}

/// What a letter's move did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterMoved {
    /// The letter that holds now.
    pub letter: Letter,
    /// The letter whose place it took.
    pub replaced: Option<Letter>,
    /// The move.
    pub step: Step,
}

/// Moves a delegation letter (委任状の作成・ダウンロード・再発行).
///
/// # Errors
/// A refusal with every fault at once: a move that the table does not have, another site's letter, a moment
/// before the last one, the old id for a new letter.
///
/// # Examples
/// ```
/// use vsys_core::base::{Act, Actor, Role};
/// use vsys_core::facility::{LetterAct, move_letter};
/// let act = |role, code: &str| Act {
///     actor: Actor { role, code: code.into() },
///     account: None,
///     at: "2021-12-24T11:05:00".parse().unwrap(),
/// };
/// let issue = LetterAct::Issue { id: "L1".parse()?, site: "B1".parse()? };
/// let made = move_letter(None, &act(Role::Nation, ""), &issue)?.into_value().letter;
/// assert!(made.pops_up());
/// let once = move_letter(Some(&made), &act(Role::Site, "B1"), &LetterAct::Download)?.into_value().letter;
/// assert!(!once.pops_up() && once.downloaded());
/// assert_eq!(move_letter(Some(&made), &act(Role::Site, "B2"), &LetterAct::Login).unwrap_err().code(), "machine.move.scope");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn move_letter(letter: Option<&Letter>, act: &Act, what: &LetterAct) -> Result<Answer<LetterMoved>, Refusal> {
    let mut findings = Findings::new();
    let from = letter.map(|letter| letter.0.status);
    let line = choose(&CONTRACT_LETTER, LETTER_MOVES, from, what.event(), act.actor.role).map_err(|refusal| {
        let refusal = refusal.at(Path::from("actor").join("role"), Path::from("event"));
        findings.extend(refusal.findings().clone());
    });
    if let Some(letter) = letter {
        if act.actor.role == Role::Site {
            super::scope::own_only(act, letter.0.site.as_str(), &mut findings);
        }
        if act.at < letter.0.changed_at {
            findings.push(&MachineProblem::Backwards { last: Moment(letter.0.changed_at) }, Path::from("at"));
        }
        if matches!(what, LetterAct::Reissue { id, .. } if *id == letter.0.id) {
            findings.push(&FacilityProblem::LetterSame, Path::from("new_id"));
        }
    }
    let downloads = letter.map_or(0, |letter| letter.0.downloads);
    let counted = downloads.checked_add(1);
    if *what == LetterAct::Download && counted.is_none() {
        let problem = BaseProblem::QuantityTooLarge { unit: "downloads", most: u32::MAX.into() };
        findings.push(&problem, Path::from("letter").join("downloads"));
    }
    let (Ok(line), false) = (line, findings.has_errors()) else { return Err(Refusal::of(findings)) };

    let fresh = |id: &SiteId, site: &SiteId| {
        Letter(LetterInput {
            id: id.clone(),
            site: site.clone(),
            status: LetterStatus::Created,
            downloads: 0,
            created_at: act.at,
            changed_at: act.at,
        })
    };
    let moved = letter.map(|letter| Letter(LetterInput { status: line.to, changed_at: act.at, ..letter.0.clone() }));
    let (now, replaced) = match (what, moved) {
        (LetterAct::Issue { id, site }, _) => (fresh(id, site), None),
        (LetterAct::Reissue { id, site }, Some(old)) => (fresh(id, site.as_ref().unwrap_or(&old.0.site)), Some(old)),
        (LetterAct::Download, Some(Letter(moved))) => {
            (Letter(LetterInput { downloads: counted.unwrap_or(downloads), ..moved }), None)
        }
        (_, Some(moved)) => (moved, None),
        (_, None) => {
            return Err(Refusal::new(&BaseProblem::Internal { what: "a move of no letter" }, Path::root()));
        }
    };
    let target = replaced.as_ref().unwrap_or(&now).0.id.as_str();
    let step = Step::new(CONTRACT_LETTER.id, line, act.clone(), target, now.0.site.as_str(), &[]);
    let answer = Answer::new(LetterMoved { letter: now, replaced, step });
    Ok(if *what == LetterAct::Download { answer.assuming(assumption::LETTER_COUNT) } else { answer })
}
