//! What can be wrong with a question about access.

use chrono::NaiveDate;

use crate::base::problems;

problems! {
    /// What can be wrong with a question about access. That somebody may not do something is an answer, not
    /// a problem.
    pub enum AccessProblem {
        /// An action that the catalogue does not have.
        ActionUnknown { known: Vec<String> } = Error "access.action.unknown" by "ROL-3" {
            en: "there is no action of this id", ja: "この操作はありません",
            help_en: "see the known actions in the details", help_ja: "details の一覧から選んでください",
        }
        /// A day before anybody's work was laid down.
        DateBefore { editions: Vec<NaiveDate> } = Error "access.date.before" by "ROL-4" {
            en: "no division of work is published for this day", ja: "この日の分担は公表されていません",
            help_en: "name a day from the first edition in the details on", help_ja: "details の最初の版以降の日を指定してください",
        }
        /// Something that the answer depends on and that is not there.
        InputMissing { input: &'static str } = Error "access.input.missing" by "PRV-4" {
            en: "the answer depends on {input}, which is missing", ja: "{input} がないため判断できません",
            help_en: "give it", help_ja: "指定してください",
        }
        /// A municipality and another prefecture.
        TargetContradiction = Error "access.target.contradiction" by "PRV-4" {
            en: "the municipality does not lie in the prefecture", ja: "市町村がその都道府県にありません",
            help_en: "correct one of the codes, or leave the prefecture out", help_ja: "どちらかのコードを直すか、都道府県を省いてください",
        }
    }
}
