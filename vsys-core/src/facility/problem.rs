//! What can be wrong with a facility's record, with its approval and with a delegation letter.

use chrono::NaiveDate;

use crate::base::{Term, Terms, problems};

problems! {
    /// What can be wrong with the record of a facility. No message holds a personal datum.
    pub enum FacilityProblem {
        /// A postal code that is not written 000-0000.
        PostalHyphenated = Error "facility.postal.hyphenated" by "MED-2" {
            en: "this postal code is written 000-0000 in ASCII digits", ja: "この郵便番号は半角数字で 000-0000 の形です",
            help_en: "write 999-8765", help_ja: "999-8765 のように入力してください",
        }
        /// A postal code that is not seven digits.
        PostalDigits = Error "facility.postal.digits" by "MED-2" {
            en: "this postal code has seven ASCII digits without hyphen", ja: "この郵便番号はハイフンなしの半角数字7桁です",
            help_en: "write 9998765", help_ja: "9998765 のように入力してください",
        }
        /// A marked field without a value.
        FieldMissing = Error "facility.field.missing" by "MED-2" {
            en: "this field is required (※)", ja: "必須の項目（※）です",
            help_en: "fill it in", help_ja: "入力してください",
        }
        /// A field that is filled in and cleared at once, or cleared twice.
        FieldTwice = Error "facility.field.twice" by "MED-2" {
            en: "this field is filled in or cleared already", ja: "同じ項目の入力または消去が重複しています",
            help_en: "fill it in or clear it, once", help_ja: "入力と消去のどちらか一方を1回だけ指定してください",
        }
        /// A value that stands there already.
        FieldUnchanged = Warning "facility.field.unchanged" by "MED-4" {
            en: "this is registered already: nothing changes", ja: "すでに登録されている内容と同じため、変更はありません",
            help_en: "nothing needs to be done", help_ja: "対応は不要です",
        }
        /// A change that changes nothing.
        NothingChanges = Warning "facility.change.nothing" by "MED-4" {
            en: "nothing changes, so nothing is asked for", ja: "変更された項目がないため、申請は行われません",
            help_en: "change a field, or leave the record as it is", help_ja: "項目を変更するか、そのままにしてください",
        }
        /// Another id or kind than the record has.
        RecordFixed = Error "facility.record.fixed" by "MED-2" {
            en: "id and kind of a registered facility do not change", ja: "登録済みの施設のIDと種別は変更できません",
            help_en: "register another facility", help_ja: "別の施設として登録してください",
        }
        /// A record that contradicts itself.
        RecordContradiction { what: Term } = Error "facility.record.contradiction" by "MED-4" {
            en: "the record contradicts itself: {what}", ja: "施設の記録に矛盾があります（{what:#}）",
            help_en: "send the record as it was answered", help_ja: "回答された記録をそのまま送ってください",
        }
        /// Another change to an approval item while one waits.
        ItemPending { pending: Terms } = Error "facility.item.pending" by "MED-3" {
            en: "a request waits for the municipality ({pending}): until it is decided no item that needs approval changes",
            ja: "申請中の項目（{pending:#}）があるため、市町村の承認が必要な項目は変更できません",
            help_en: "wait for the municipality; other fields stay free", help_ja: "市町村の承認または却下をお待ちください。その他の項目は変更できます",
        }
        /// A municipality that enters without leave.
        EntryNotDelegated = Error "facility.entry.not_delegated" by "DES-3" {
            en: "the municipality enters for its special sites, and for others only with 代行入力フラグ set",
            ja: "市町村が入力できるのは特設の接種会場と、代行入力フラグのある施設だけです",
            help_en: "let the facility enter it, or ask it for the flag", help_ja: "施設が入力するか、代行入力フラグの設定を依頼してください",
        }
        /// The same group of products twice.
        ProductTwice = Error "facility.product.twice" by "MED-5" {
            en: "this group of products stands twice", ja: "同じワクチンの区分が2回あります",
            help_en: "remove one", help_ja: "片方を削除してください",
        }
        /// A doctor without name or kana.
        DoctorIncomplete = Error "facility.doctor.incomplete" by "MED-5" {
            en: "a doctor's name and kana are required (※)", ja: "医師の氏名と氏名(かな)は必須の項目（※）です",
            help_en: "fill it in", help_ja: "入力してください",
        }
        /// A doctor to be deleted whom the record does not hold.
        DoctorUnknown = Error "facility.doctor.unknown" by "MED-5" {
            en: "the record holds no doctor of this id", ja: "このIDの医師は登録されていません",
            help_en: "see the doctors of the record", help_ja: "登録済みの医師を確認してください",
        }
        /// The same doctor twice.
        DoctorTwice = Error "facility.doctor.twice" by "MED-5" {
            en: "this doctor's id stands twice", ja: "同じIDの医師が2回あります",
            help_en: "remove one", help_ja: "片方を削除してください",
        }
        /// A new ID without any doctor.
        DoctorNone = Error "facility.doctor.none" by "MED-5" {
            en: "a new ID needs at least one doctor", ja: "新規IDの場合は医師情報の登録が必須です",
            help_en: "register a doctor", help_ja: "医師を1名以上登録してください",
        }
        /// More desired than can be given.
        DesiredAboveCapacity { capacity: u64, desired: u64 } = Error "facility.report.desired" by "DES-2" {
            en: "{desired} doses are desired, above the capacity of {capacity}", ja: "納品希望量 {desired} 回分が接種可能量 {capacity} 回分を超えています",
            help_en: "lower the desired amount or raise the capacity", help_ja: "納品希望量を減らすか、接種可能量を見直してください",
        }
        /// Leaving the collective contract before joining it.
        ContractOrder { joined: NaiveDate, left: NaiveDate } = Error "facility.contract.order" by "MED-9" {
            en: "the contract is left on {left}, before it is joined on {joined}", ja: "集合契約脱退日 {left} が加入日 {joined} より前です",
            help_en: "check both days", help_ja: "両方の日付を確認してください",
        }
        /// A rejection without a reason.
        ReasonMissing = Error "facility.reason.missing" by "MED-4" {
            en: "a rejection needs a reason", ja: "却下には理由が必要です",
            help_en: "give the reason, which is kept for the facility", help_ja: "施設に残す理由を入力してください",
        }
        /// A reason with an approval.
        ReasonUnwanted = Error "facility.reason.unwanted" by "MED-4" {
            en: "only a rejection has a reason", ja: "理由を付けられるのは却下の場合だけです",
            help_en: "leave the reason out", help_ja: "理由を省いてください",
        }
        /// A changed similar code.
        SimilarCodeChanged = Warning "facility.code.similar_changed" by "APP-14" {
            en: "the similar code has changed: a new delegation letter, a new V-SYS ID and the related documents are needed",
            ja: "類似コードが変更されたため、委任状の再発行、V-SYS IDの新規発行、関連書類の作成・提出が必要です",
            help_en: "reissue the letter by contract.letter", help_ja: "contract.letter で委任状を再発行してください",
        }
        /// A change that waits and does not count yet.
        ChangePending { items: Terms } = Warning "facility.change.pending" by "MED-3" {
            en: "a change waits for the municipality and is not reflected yet: {items}", ja: "市町村の承認待ちのため、まだ反映されていない変更があります（{items:#}）",
            help_en: "ask again after the decision", help_ja: "承認または却下の後に再度確認してください",
        }
        /// No report of a capacity.
        CapacityMissing = Warning "facility.capacity.missing" by "DES-1" {
            en: "no capacity has been reported, so no cap can be told", ja: "接種可能量が報告されていないため、上限を示せません",
            help_en: "report the capacity", help_ja: "接種可能量を報告してください",
        }
        /// A letter that contradicts itself.
        LetterContradiction { what: Term } = Error "contract.letter.contradiction" by "APP-20" {
            en: "the letter contradicts itself: {what}", ja: "委任状の記録に矛盾があります（{what:#}）",
            help_en: "send the letter as it was answered", help_ja: "回答された委任状をそのまま送ってください",
        }
        /// A new letter under the old id.
        LetterSame = Error "contract.letter.same_id" by "APP-14" {
            en: "the new letter needs an id of its own", ja: "再発行する委任状には新しいIDが必要です",
            help_en: "give another id", help_ja: "別のIDを指定してください",
        }
    }
}
