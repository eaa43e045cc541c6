//! What a move makes known to somebody.

use super::lang::named;

named! {
    /// How a notice reaches somebody (通知の手段). Source: the documents that the table of notices names.
    pub enum Channel {
        /// A mail.
        Mail = "mail" / "メール",
        /// A mail with the address of a page.
        MailWithUrl = "mail_with_url" / "URL付きメール",
        /// A pop-up at login.
        PopUp = "pop_up" / "ポップアップ",
        /// A message on the screen.
        Screen = "screen" / "画面表示",
    }
}

/// The id of a template (通知文の番号), `notice.…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId(&'static str);

impl NoticeId {
    /// The id as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// A notice that a move causes (通知): data for the host, which sends it. Its particulars fill the
/// template's places; none of them is a personal datum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The template; to whom it goes and by which channel stands in the rulebook's table of notices.
    pub id: NoticeId,
    /// Whose: the code of the government, institution or site; empty for the nation.
    pub code: String,
    /// What fills the places of the template, by name.
    pub particulars: Vec<(&'static str, String)>,
}

macro_rules! notice_ids {
    ($($(#[$meta:meta])* $name:ident = $id:literal;)*) => {
        /// Every notice that the code causes. That each stands in the rulebook's table is tested.
        pub mod notices {
            use super::NoticeId;
            $($(#[$meta])* pub const $name: NoticeId = NoticeId($id);)*
            /// All of them.
            pub const ALL: &[NoticeId] = &[$($name),*];
        }
    };
}

notice_ids! {
    /// The nation has fixed the prefectures' amounts.
    ALLOCATION_TO_PREFECTURE = "notice.allocation.prefecture";
    /// A prefecture has fixed its municipalities' amounts.
    ALLOCATION_TO_MUNICIPALITY = "notice.allocation.municipality";
    /// The amounts of the institutions are fixed.
    ALLOCATION_TO_INSTITUTION = "notice.allocation.institution";
    /// The application is confirmed, the ID stays.
    APPLICATION_SAME_ID = "notice.application.same_id";
    /// The application is confirmed, a new ID is issued within days.
    APPLICATION_NEW_ID = "notice.application.new_id";
    /// The application is to be made again.
    APPLICATION_RETURNED = "notice.application.returned";
    /// A delegation letter waits to be downloaded.
    LETTER_CREATED = "notice.letter.created";
}
