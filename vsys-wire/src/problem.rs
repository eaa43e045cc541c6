//! What can be wrong with a request before any rule is asked.

use vsys_core::problems;

problems! {
    /// What can be wrong with a call or with the text of a request.
    pub enum WireProblem {
        /// An operation that the table does not have.
        OperationUnknown = Error "request.operation.unknown" by "WIRE-1" {
            en: "there is no operation of this name", ja: "この名前の操作はありません",
            help_en: "list the operations and pick one", help_ja: "操作の一覧から選んでください",
        }
        /// Text that is no JSON.
        Syntax { offset: usize } = Error "request.json.syntax" by "WIRE-1" {
            en: "this is no JSON (at byte {offset})", ja: "JSON として読めません（{offset} バイト目）",
            help_en: "check quotation marks, commas and brackets there", help_ja: "その付近の引用符・カンマ・括弧を確認してください",
        }
        /// A request above 64 MiB.
        TooLarge { most: usize } = Error "request.size.too_large" by "WIRE-1" {
            en: "a request may have at most {most} bytes", ja: "要求は {most} バイトまでです",
            help_en: "split it", help_ja: "分けて送ってください",
        }
        /// Nesting above 64.
        TooDeep { most: usize } = Error "request.depth.exceeded" by "WIRE-1" {
            en: "values may be nested at most {most} deep", ja: "入れ子は {most} 段までです",
            help_en: "flatten the request", help_ja: "入れ子を減らしてください",
        }
        /// More values than are read.
        TooMany { most: usize } = Error "request.values.too_many" by "WIRE-1" {
            en: "a request may hold at most {most} values", ja: "要求に含められる値は {most} 個までです",
            help_en: "split it", help_ja: "分けて送ってください",
        }
        /// A value of another type.
        Type { expected: &'static str, got: &'static str } = Error "request.type.mismatch" by "WIRE-1" {
            en: "a value of type {expected} is expected, this is {got}", ja: "型 {expected} の値が必要ですが、{got} です",
            help_en: "see the schema of the operation", help_ja: "操作のスキーマを確認してください",
        }
        /// A number that is no integer literal.
        NotInteger = Error "request.number.not_integer" by "WIRE-1" {
            en: "an integer is written without sign of zero, fraction or exponent", ja: "整数は小数点・指数・負のゼロを使わずに書きます",
            help_en: "write 1000, not 1e3 or 1000.0", help_ja: "1e3 や 1000.0 ではなく 1000 と書いてください",
        }
        /// An integer out of range.
        OutOfRange { least: u64, most: u64 } = Error "request.number.out_of_range" by "WIRE-1" {
            en: "a number from {least} to {most} is expected", ja: "{least}〜{most} の数が必要です",
            help_en: "check the figure and its unit", help_ja: "数値と単位を確認してください",
        }
        /// A required member that is missing.
        FieldMissing = Error "request.field.missing" by "WIRE-1" {
            en: "this member is required", ja: "この項目は必須です",
            help_en: "add it", help_ja: "追加してください",
        }
        /// A member that the schema does not have.
        FieldUnknown { known: Vec<&'static str> } = Error "request.field.unknown" by "WIRE-1" {
            en: "no member of this name is known here", ja: "この名前の項目はありません",
            help_en: "see the known names in the details of the error, or the schema", help_ja: "details の known かスキーマを確認してください",
        }
        /// A member that stands twice.
        FieldTwice = Error "request.field.twice" by "WIRE-1" {
            en: "this member stands twice", ja: "同じ項目が2回あります",
            help_en: "remove one of them", help_ja: "片方を削除してください",
        }
        /// A list that is too long.
        ListTooLong { most: usize, got: usize } = Error "request.list.too_long" by "WIRE-1" {
            en: "a list of at most {most} is expected, this has {got}", ja: "{most} 件までの一覧が必要ですが、{got} 件あります",
            help_en: "split the request", help_ja: "分けて送ってください",
        }
        /// Bytes in a string that are no UTF-8.
        Utf8 = Error "request.text.utf8" by "WIRE-1" {
            en: "the text is not valid UTF-8", ja: "UTF-8 として正しくない文字列です",
            help_en: "send UTF-8", help_ja: "UTF-8 で送ってください",
        }
        /// An escape that JSON does not have.
        Escape = Error "request.text.escape" by "WIRE-1" {
            en: "the text has an escape that JSON does not know", ja: "JSON にないエスケープがあります",
            help_en: "escape \\ as \\\\", help_ja: "\\ は \\\\ と書いてください",
        }
        /// Half of a surrogate pair.
        Surrogate = Error "request.text.surrogate" by "WIRE-1" {
            en: "the text has half of a surrogate pair", ja: "サロゲートペアの片方だけがあります",
            help_en: "cut texts at whole characters", help_ja: "文字の途中で切らないでください",
        }
        /// A word that is none of those allowed.
        Word { expected: Vec<&'static str> } = Error "request.word.unknown" by "WIRE-1" {
            en: "one of the words in the details is expected", ja: "details の expected のいずれかの語が必要です",
            help_en: "see the schema of the operation", help_ja: "操作のスキーマを確認してください",
        }
        /// A date that does not exist or is written otherwise.
        Date = Error "request.date.form" by "WIRE-1" {
            en: "a date is written YYYY-MM-DD", ja: "日付は YYYY-MM-DD の形です",
            help_en: "write 2021-05-10", help_ja: "2021-05-10 のように書いてください",
        }
        /// A time that does not exist or is written otherwise.
        Time = Error "request.time.form" by "WIRE-1" {
            en: "a time is written YYYY-MM-DDThh:mm", ja: "日時は YYYY-MM-DDThh:mm の形です",
            help_en: "write 2022-03-08T15:00 (JST)", help_ja: "2022-03-08T15:00（日本時間）のように書いてください",
        }
        /// A decimal that is written otherwise.
        Decimal = Error "request.decimal.form" by "WIRE-1" {
            en: "a rate is a string of digits with at most 18 decimals, such as \"0.10\"", ja: "率は \"0.10\" のような小数の文字列（小数点以下18桁まで）です",
            help_en: "put it in quotation marks", help_ja: "引用符で囲んでください",
        }
        /// A fraction that is written otherwise.
        Fraction = Error "request.fraction.form" by "WIRE-1" {
            en: "a fraction is a string such as \"780/31\"", ja: "分数は \"780/31\" のような文字列です",
            help_en: "write 5 as \"5/1\"", help_ja: "5 は \"5/1\" と書いてください",
        }
        /// Neither or several of members of which exactly one is wanted.
        ExactlyOne { of: Vec<&'static str> } = Error "request.field.exactly_one" by "WIRE-1" {
            en: "exactly one of the members in the details is expected", ja: "details の of のうち、ちょうど1つを指定してください",
            help_en: "give one and leave out the others", help_ja: "1つだけ残してください",
        }
        /// An answer with a number that the wire cannot hold.
        AnswerOutOfRange = Error "answer.number.out_of_range" by "WIRE-1" {
            en: "a figure of the answer leaves the range of the wire", ja: "回答の数値が範囲を超えます",
            help_en: "split the calculation", help_ja: "計算を分けてください",
        }
        /// Tables that are no TOML.
        Toml = Error "rulebook.toml.syntax" by "PRD-7" {
            en: "this is no TOML", ja: "TOML として読めません",
            help_en: "check the file", help_ja: "ファイルを確認してください",
        }
    }
}
