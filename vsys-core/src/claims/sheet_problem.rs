//! What can be wrong with a claim sheet.

use crate::base::{Term, problems};
use crate::calendar::Month;

problems! {
    /// What can be wrong with the sheets of a claim.
    pub enum SheetProblem {
        /// A figure for a surcharge where V-SYS cannot claim it: an error, since nobody but the clerk knows whether the
        /// fee is counted within hours beside it. [`super::ClaimsProblem::SurchargeApart`] is the warning where the
        /// figure is right or the record itself was read.
        SurchargeSeparate { from: Month } = Error "claims.surcharge.separate" by "CLM-15" {
            en: "surcharges of vaccinations before {from} are not claimed on these sheets",
            ja: "{from} より前の接種の時間外・休日加算は、この請求書では請求できません",
            help_en: "count the fee as within hours here, and bill the surcharge to the municipality on its own form",
            help_ja: "接種費用は時間内の行に計上し、加算は別に市区町村へ請求してください",
        }
        /// Another form than the month of claim has.
        FormDiffers { billing: Month, expected: Term } = Error "claims.sheet.form" by "CLM-7" {
            en: "claims of {billing} are made on the {expected} form", ja: "{billing} の請求分は{expected:#}です",
            help_en: "take the form of the month of claim; it does not depend on the month of vaccination",
            help_ja: "請求月に合った様式を使ってください（接種月にはよりません）",
        }
        /// A case for which the form has no line.
        NoLine { time: Term } = Error "claims.sheet.no_line" by "CLM-16" {
            en: "the old form has no line for {time}", ja: "旧様式には{time:#}の行がありません",
            help_en: "use the new form", help_ja: "新様式を使ってください",
        }
        /// An entered total that its parts do not make.
        TotalDiffers { given: u64, sum: u64 } = Error "claims.total.differs" by "CLM-14" {
            en: "the total of {given} is not the sum of the municipalities, {sum}",
            ja: "総数 {given} 回が、同一市内とそれ以外の方の合計 {sum} 回と一致しません",
            help_en: "compare the rows with the screening forms", help_ja: "各行の回数を予診票と照合してください",
        }
        /// A field of the head that is blank.
        HeadBlank { field: Term } = Warning "claims.head.blank" by "CLM-13" {
            en: "{field} is blank on the sheets", ja: "請求書の「{field:#}」が空欄になります",
            help_en: "update the institution's record in V-SYS, or write it on the printed sheets by hand",
            help_ja: "V-SYSの医療機関情報を更新するか、印刷後に手書きで記入してください",
        }
        /// A character that CP932 does not have.
        NotInEncoding { position: usize } = Error "claims.render.encoding" by "CLM-12" {
            en: "character {position} of this text is not in CP932", ja: "{position} 文字目が CP932（シフトJIS）にない文字です",
            help_en: "write it with another character, or use the CSV in UTF-8",
            help_ja: "別の文字に置き換えるか、UTF-8 の CSV を使ってください",
        }
    }
}
