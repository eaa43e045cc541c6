//! `contract.letter`.

use chrono::NaiveDateTime;
use vsys_core::base::{Answer, Findings, Path, Refusal, SiteId};
use vsys_core::facility::{Letter, LetterAct, LetterEvent, LetterInput as LetterDocument, LetterStatus, move_letter};
use vsys_core::rulebook::RuleBook;

use super::step::{ActorRequest, StepAnswer};
use crate::call::Call;
use crate::emit::proved;
use crate::problem::WireProblem;
use crate::record::{named_words, record};

named_words! { LetterEvent, LetterStatus }

record! { adopted personal document
    /// A delegation letter (委任状). It travels with every request and is proved again on reading.
    struct LetterDocument {
        /// When it last moved.
        changed_at: NaiveDateTime,
        /// When it was made.
        created_at: NaiveDateTime,
        /// How often it was downloaded (ダウンロード回数).
        downloads: u32,
        /// Its id.
        id: SiteId,
        /// The booster V-SYS ID of the site it is for.
        site: SiteId,
        /// How far it is.
        status: LetterStatus,
    }
}

proved! { Letter: parts -> LetterDocument }

record! { personal request
    /// What happens to a delegation letter.
    struct LetterRequest {
        /// The letter, as it was answered before; left out when the first one is made.
        letter: Option<LetterDocument>,
        /// Who acts: the nation, or the site of the letter.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// issue (作成), login (ログイン), download (ダウンロード) or reissue (再発行).
        event: LetterEvent,
        /// issue, reissue: the id of the new letter.
        new_id: Option<SiteId>,
        /// issue, reissue: the booster V-SYS ID it is for; left out of a reissue when the ID stays.
        site: Option<SiteId>,
    }
}

impl LetterRequest {
    /// The event with what it brings; what it needs and has not, or has and does not need, is a finding.
    fn what(&self) -> Result<LetterAct, Refusal> {
        let mut findings = Findings::new();
        let makes = matches!(self.event, LetterEvent::Issue | LetterEvent::Reissue);
        let needed =
            [(self.new_id.is_some(), makes, "new_id"), (self.site.is_some(), self.event == LetterEvent::Issue, "site")];
        for (given, needed, member) in needed {
            if needed && !given {
                findings.push(&WireProblem::FieldMissing, Path::from(member));
            } else if given && !makes {
                let known = vec!["actor", "at", "event", "letter"];
                findings.push(&WireProblem::FieldUnknown { known }, Path::from(member));
            }
        }
        let id = || self.new_id.clone();
        let what = match self.event {
            LetterEvent::Issue => id().zip(self.site.clone()).map(|(id, site)| LetterAct::Issue { id, site }),
            LetterEvent::Reissue => id().map(|id| LetterAct::Reissue { id, site: self.site.clone() }),
            LetterEvent::Login => Some(LetterAct::Login),
            LetterEvent::Download => Some(LetterAct::Download),
        };
        what.filter(|_| !findings.has_errors()).ok_or_else(|| Refusal::of(findings))
    }
}

record! { answer
    /// The letter after the event.
    struct LetterAnswer {
        /// ダウンロード済みフラグ: whether it was downloaded at least once.
        downloaded: bool,
        /// The letter that holds now.
        letter: Letter,
        /// Whether the pop-up is shown: at this login, or at the next one after another event.
        pop_up: bool,
        /// The letter whose place it took.
        replaced: Option<Letter>,
        /// The move.
        step: StepAnswer,
    }
}

/// `contract.letter`
pub(crate) struct ContractLetter;

impl Call for ContractLetter {
    type Request = LetterRequest;
    type Answer = LetterAnswer;

    fn run(book: &RuleBook, request: LetterRequest) -> Result<Answer<LetterAnswer>, Refusal> {
        let what = request.what()?;
        let act = request.actor.act(request.at);
        let letter = request.letter.map(Letter::try_new).transpose();
        let letter = letter.map_err(|refusal| refusal.under(&Path::from("letter")))?;
        let (moved, told) = move_letter(letter.as_ref(), &act, &what)?.split();
        Ok(told.with(LetterAnswer {
            downloaded: moved.letter.downloaded(),
            pop_up: moved.letter.pops_up(),
            letter: moved.letter,
            replaced: moved.replaced,
            step: StepAnswer::new(book, moved.step)?,
        }))
    }
}
