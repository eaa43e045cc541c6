//! What can be wrong with an application.

use crate::base::{Term, problems};

problems! {
    /// What can be wrong with an application, its form or its review. No message holds anything that was
    /// entered into the form.
    pub enum ApplicationProblem {
        /// A number that is not 5, 10 and 2 digits, or whose running number is 00.
        NumberForm = Error "application.number.form" by "APP-8" {
            en: "an application number is five digits, ten digits and a running number from 01 to 99, joined by hyphens",
            ja: "申込番号は5桁・10桁・01〜99の連番を半角ハイフンでつないだものです",
            help_en: "write 12345-1010101010-01", help_ja: "12345-1010101010-01 のように書いてください",
        }
        /// A holder that is not 5 and 10 digits.
        HolderForm = Error "application.holder.form" by "APP-8" {
            en: "the holder of an application is five digits and ten digits, joined by a hyphen",
            ja: "申込者の番号は5桁と10桁を半角ハイフンでつないだものです",
            help_en: "write 12345-1010101010", help_ja: "12345-1010101010 のように書いてください",
        }
        /// A new application of nobody.
        HolderMissing = Error "application.holder.missing" by "APP-8" {
            en: "a new application needs its holder: its number begins with it", ja: "新規の申込みには申込者の番号が必要です（申込番号の前半になります）",
            help_en: "give the holder, and the holder's last application number if there is one", help_ja: "申込者の番号と、あれば直前の申込番号を指定してください",
        }
        /// A number of another holder.
        NumberHolder { holder: String } = Error "application.number.holder" by "APP-8" {
            en: "this does not belong to the holder {holder}", ja: "申込者 {holder} のものではありません",
            help_en: "numbers run for each holder", help_ja: "連番は申込者ごとに付けます",
        }
        /// No number is left.
        NumberExhausted { most: u8 } = Error "application.number.exhausted" by "APP-8" {
            en: "the holder has used the running number {most}, the last of two digits", ja: "この申込者は2桁の連番の最後（{most}）まで使っています",
            help_en: "ask the ministry", help_ja: "厚生労働省にご相談ください",
        }
        /// A save or a submission without a form.
        FormMissing = Error "application.form.missing" by "APP-6" {
            en: "there is no form to save or to submit", ja: "保存・申込みをする申込内容がありません",
            help_en: "give the form", help_ja: "申込内容を指定してください",
        }
        /// A field that must be filled in.
        FieldRequired = Error "application.field.required" by "APP-4" {
            en: "this field must be filled in", ja: "この項目は必須です",
            help_en: "fill it in, or keep the form as a draft", help_ja: "入力するか、一時保存してください",
        }
        /// A field of a block whose box is not ticked.
        FieldReadOnly = Error "application.field.read_only" by "APP-4" {
            en: "this block is taken over from the stored registration and cannot be entered unless its box is ticked",
            ja: "「右記の既存登録情報から変更する」を選ばない限り、既存登録情報を引き継ぐため入力できません",
            help_en: "tick the change box, or leave the entry out", help_ja: "変更の欄を選ぶか、入力を取り除いてください",
        }
        /// A field that counts for nothing.
        FieldIgnored { because: Term } = Warning "application.field.ignored" by "APP-4" {
            en: "this is ignored because of {because}", ja: "「{because:#}」のため、この入力は使われません",
            help_en: "leave it out, or change the choice", help_ja: "入力を取り除くか、選択を見直してください",
        }
        /// Nothing, or not enough, to take over.
        StoredMissing { missing: Vec<String> } = Error "application.stored.missing" by "APP-4" {
            en: "the stored registration has nothing, or not everything, to take over here",
            ja: "引き継ぐ既存登録情報がないか、足りません",
            help_en: "tick the change box and fill in the block; the details name what is missing", help_ja: "変更の欄を選んで入力してください（足りない項目は details の missing）",
        }
        /// A receiver who is the same as a person in charge who is not there.
        SameMissing = Error "application.receiver.same_missing" by "APP-4" {
            en: "the receiver is the same as a person in charge who is not given", ja: "「上記担当者と同一」ですが、その担当者が入力されていません",
            help_en: "fill in the person in charge, or the receiver", help_ja: "担当者か受取り担当者を入力してください",
        }
        /// A postal code that is not seven digits.
        PostalForm = Error "application.postal.form" by "APP-4" {
            en: "a postal code is seven ASCII digits without a hyphen", ja: "郵便番号はハイフンなしの半角数字7桁です",
            help_en: "write 9998765", help_ja: "9998765 のように書いてください",
        }
        /// A telephone or FAX number of another form.
        TelephoneForm = Error "application.telephone.form" by "APP-4" {
            en: "a telephone number is ten or eleven ASCII digits that begin with 0, with or without single hyphens between them",
            ja: "電話番号・FAX番号は0で始まる半角数字10〜11桁（間にハイフン可）です",
            help_en: "check the number", help_ja: "番号を確認してください",
        }
        /// A mail address of another form.
        MailForm = Error "application.mail.form" by "APP-4" {
            en: "a mail address has one @ with text on both sides and no white space", ja: "メールアドレスは @ を1つ含み、その前後に文字があり、空白を含みません",
            help_en: "check the address", help_ja: "メールアドレスを確認してください",
        }
        /// A municipality of another prefecture.
        PrefectureDiffers = Error "application.address.prefecture" by "APP-4" {
            en: "the municipality code is not of this prefecture", ja: "市町村コードが都道府県と一致しません",
            help_en: "check prefecture and code", help_ja: "都道府県と市町村コードを確認してください",
        }
        /// A condition that is not agreed.
        ConsentMissing = Error "application.consent.missing" by "CNS-1" {
            en: "every condition must be agreed before applying", ja: "すべての同意事項に同意しなければ申込みはできません",
            help_en: "agree, or keep the form as a draft", help_ja: "同意するか、一時保存してください",
        }
        /// A return without a comment.
        CommentMissing = Error "application.review.comment" by "APP-13" {
            en: "an application that is to be made again needs a comment that says why", ja: "要再申込とするには、理由を示す確認コメントが必要です",
            help_en: "write the comment", help_ja: "確認コメントを入力してください",
        }
        /// A review that does not say whether the conditions for keeping the ID are met.
        ConditionsMissing { needed: &'static str } = Error "application.review.conditions" by "APP-15" {
            en: "the application wishes to keep its ID: the review must say whether the conditions are met ({needed})",
            ja: "IDの継続利用の希望があるため、条件を満たすか否か（{needed}）の入力が必要です",
            help_en: "the conditions are not published and never computed here", help_ja: "条件は公表されておらず、計算しません。判断を入力してください",
        }
        /// A document that lacks what its status needs.
        MemberMissing { status: Term } = Error "application.document.missing" by "APP-7" {
            en: "an application that is {status} has this", ja: "ステータスが「{status:#}」の申込みにはこの項目があります",
            help_en: "send the application as it was answered before", help_ja: "前回の回答のまま送ってください",
        }
        /// A document that has what its status excludes.
        MemberUnwanted { status: Term } = Error "application.document.unwanted" by "APP-7" {
            en: "an application that is {status} has no such member", ja: "ステータスが「{status:#}」の申込みにこの項目はありません",
            help_en: "send the application as it was answered before", help_ja: "前回の回答のまま送ってください",
        }
        /// Moments in an impossible order.
        MomentOrder { status: Term } = Error "application.document.order" by "APP-7" {
            en: "the moments of an application that is {status} cannot be in this order", ja: "ステータスが「{status:#}」の申込みの日時の前後関係が正しくありません",
            help_en: "send the application as it was answered before", help_ja: "前回の回答のまま送ってください",
        }
        /// An outcome that does not follow from the form.
        OutcomeDiffers = Error "application.document.outcome" by "APP-17" {
            en: "the ID stays only where that was wished", ja: "既存IDの継続は、希望があった申込みに限ります",
            help_en: "send the application as it was answered before", help_ja: "前回の回答のまま送ってください",
        }
        /// A number that stands twice in a list.
        NumberTwice = Error "application.list.twice" by "APP-8" {
            en: "this application number stands twice in the list", ja: "同じ申込番号が一覧に2回あります",
            help_en: "remove one of the two", help_ja: "どちらかを取り除いてください",
        }
    }
}
