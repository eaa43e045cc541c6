//! The texts of notices.

use super::table::{read, required};
use crate::base::{Bilingual, Channel, Named, Notice, Particular, Refusal, Role, fill};
use crate::rows::Column;

/// A notice (通知・メール・ポップアップ): what causes it, to whom it goes, how, and its text. A place such as
/// `{number}` in the text is filled by the particular of that name.
///
/// Source: the document that each line names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeEntry {
    /// Its id, `notice.…`.
    pub id: String,
    /// What causes it.
    pub trigger: Bilingual,
    /// To whom.
    pub to: Role,
    /// How.
    pub channel: Channel,
    /// The text.
    pub text: Bilingual,
    /// Where it stands.
    pub source: String,
}

impl NoticeEntry {
    /// The text with its places filled.
    pub fn render(&self, notice: &Notice) -> Bilingual {
        let particular = |name: &str| {
            let mut known = notice.particulars.iter();
            known.find(|(known, _)| *known == name).map(|(_, value)| value as &dyn Particular)
        };
        Bilingual { en: fill(&self.text.en, particular), ja: fill(&self.text.ja, particular) }
    }
}

const COLUMNS: [Column; 8] = [
    required(&["id"]),
    required(&["to"]),
    required(&["channel"]),
    required(&["trigger_en"]),
    required(&["trigger_ja"]),
    required(&["text_en"]),
    required(&["text_ja"]),
    required(&["source"]),
];

pub(super) fn bundled() -> Result<Vec<NoticeEntry>, Refusal> {
    let roles: Vec<(&str, Role)> = Role::ALL.iter().map(|role| (role.term().en, *role)).collect();
    let channels: Vec<(&str, Channel)> = <Channel as Named>::ALL.iter().map(|word| (word.as_str(), *word)).collect();
    read("notices.csv", include_str!("../../data/notices.csv"), &COLUMNS, |row, findings| {
        Some(NoticeEntry {
            id: row.text(0).into_owned(),
            to: row.word(1, &roles, findings)?,
            channel: row.word(2, &channels, findings)?,
            trigger: Bilingual { en: row.text(3).into_owned(), ja: row.text(4).into_owned() },
            text: Bilingual { en: row.text(5).into_owned(), ja: row.text(6).into_owned() },
            source: row.text(7).into_owned(),
        })
    })
}
