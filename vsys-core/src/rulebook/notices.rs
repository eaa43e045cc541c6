//! The texts of notices.

use super::table::{Table, table};
use crate::base::{Bilingual, Channel, Notice, Particular, Refusal, Role, fill};

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

const TABLE: Table = table!("notices", "id to channel trigger_en trigger_ja text_en text_ja source");

pub(super) fn bundled() -> Result<Vec<NoticeEntry>, Refusal> {
    TABLE.read(|row| {
        Some(NoticeEntry {
            id: row.string(0),
            to: row.named(1)?,
            channel: row.named(2)?,
            trigger: Bilingual { en: row.string(3), ja: row.string(4) },
            text: Bilingual { en: row.string(5), ja: row.string(6) },
            source: row.string(7),
        })
    })
}
