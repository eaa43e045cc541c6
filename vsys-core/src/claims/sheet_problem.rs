//! What can be wrong with a claim sheet.

use crate::base::{Term, problems};
use crate::calendar::Month;

problems! {
    /// What can be wrong with the sheets of a claim.
    pub enum SheetProblem {
        /// A surcharge on a sheet although it is claimed apart (別請求): an error, since nobody but the clerk knows
        /// whether the fee is counted within hours beside it. [`super::ClaimsProblem::SurchargeApart`] reminds of a
        /// surcharge that is still to be claimed.
        SurchargeOnSheet { from: Month } = Error "claims.surcharge.on_sheet" by "CLM-15" {
            en: "surcharges of vaccinations before {from} are claimed apart, not on these sheets",
            ja: "{from} より前の接種の時間外・休日加算は別請求です。この請求書では請求できません",
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
        /// A platform that has no table of CP932, in a build that has none either.
        EncodingUnknown = Error "claims.render.encoding_unknown" by "CLM-12" {
            en: "this platform does not know the encoding CP932", ja: "この環境では CP932（シフトJIS）を扱えません",
            help_en: "use the CSV in UTF-8", help_ja: "UTF-8 の CSV を使ってください",
        }
        /// A character for which the font has no glyph that could be printed by itself.
        NotInFont { position: usize } = Error "claims.render.glyph" by "CLM-12" {
            en: "character {position} of this text cannot be printed with this font",
            ja: "{position} 文字目をこのフォントで印字できません",
            help_en: "write it with another character (a letter with its mark as one character), or use another font",
            help_ja: "別の文字（濁点などは文字と合わせて1文字）で書くか、別のフォントを使ってください",
        }
        /// Bytes that are no font, or one without outlines.
        FontUnreadable = Error "claims.font.unreadable" by "CLM-12" {
            en: "this is not a TrueType or OpenType font that can be read", ja: "読み取れる TrueType・OpenType フォントではありません",
            help_en: "give the bytes of a .ttf, .otf or .ttc file", help_ja: ".ttf・.otf・.ttc ファイルの内容を渡してください",
        }
        /// A font whose licence bits (fsType) forbid that a part of it is embedded in a document.
        FontEmbedding = Error "claims.font.embedding" by "CLM-12" {
            en: "this font does not allow a part of it to be embedded in a document",
            ja: "このフォントは文書への一部埋め込みが許可されていません",
            help_en: "use a font that may be embedded and subset, such as IPAexGothic",
            help_ja: "埋め込みとサブセット化が許可されたフォント（IPAexゴシックなど）を使ってください",
        }
        /// A font without the characters of the form itself.
        FontWithoutLabels { missing: String } = Error "claims.font.labels" by "CLM-12" {
            en: "the font has no glyph for characters of the form itself: {missing}",
            ja: "様式の文字がこのフォントにありません: {missing}",
            help_en: "use a Japanese font", help_ja: "日本語フォントを使ってください",
        }
    }
}
