//! What can be wrong with a record that is claimed.

use crate::base::{Term, problems};
use crate::rulebook::{AgeClass, TimeClass};

problems! {
    /// What can be wrong with a record of a claim, beside its dates, codes and months.
    pub enum RecordProblem {
        /// Neither a class of age nor a birth date.
        AgeMissing = Error "claims.record.age_missing" by "CLM-1" {
            en: "the record has neither a class of age nor a date of birth", ja: "年齢区分も生年月日もありません",
            help_en: "give one of the two", help_ja: "どちらかを記入してください",
        }
        /// A class of age that the birth date contradicts.
        AgeDiffers { given: Term, found: Term } = Error "claims.record.age_differs" by "F-AGE" {
            en: "the class of age is {given}, by the date of birth it is {found}",
            ja: "年齢区分は「{given:#}」ですが、生年月日からは「{found:#}」です",
            help_en: "check both against the screening form", help_ja: "予診票の生年月日と年齢区分を確認してください",
        }
        /// Neither a class of time nor a time that posted hours could judge.
        TimeMissing = Error "claims.record.time_missing" by "F-TIME" {
            en: "the record has no class of time, and no time of day to hold against posted hours",
            ja: "時間区分がなく、診療時間と照合できる接種時刻もありません",
            help_en: "give the class of time, or the time of day together with the institution's posted hours",
            help_ja: "時間区分を記入するか、接種時刻と診療時間を指定してください",
        }
        /// A class of time that the posted hours contradict.
        TimeDiffers { given: Term, found: Term } = Error "claims.record.time_differs" by "F-TIME" {
            en: "the class of time is {given}, by the posted hours it is {found}",
            ja: "時間区分は「{given:#}」ですが、診療時間からは「{found:#}」です",
            help_en: "check the time of day and the posted hours", help_ja: "接種時刻と診療時間を確認してください",
        }
        /// A surcharge at a site whose vaccinations have none.
        SurchargeNone { site: Term } = Error "claims.surcharge.none" by "CLM-11" {
            en: "no surcharge is claimed for {site}", ja: "{site:#}の接種に時間外・休日加算はありません",
            help_en: "claim the fee within hours", help_ja: "時間内として請求してください",
        }
        /// A claim that was made before.
        Double { first: u32 } = Error "claims.record.double" by "F-VRS" {
            en: "the same coupon and dose are claimed already, under number {first}",
            ja: "同じ接種券・同じ回数の請求が先にあります（番号 {first}）",
            help_en: "keep one of the two; a dose is claimed once", help_ja: "どちらかを取り消してください（1回の接種の請求は1度です）",
        }
    }
}

impl RecordProblem {
    /// A class of age against the one that was found.
    pub(super) const fn age(given: AgeClass, found: AgeClass) -> Self {
        Self::AgeDiffers { given: given.term(), found: found.term() }
    }

    /// A class of time against the one that was found.
    pub(super) const fn time(given: TimeClass, found: TimeClass) -> Self {
        Self::TimeDiffers { given: given.term(), found: found.term() }
    }
}
