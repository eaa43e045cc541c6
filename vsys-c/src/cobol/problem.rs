//! What can be wrong with the records of COBOL.

use vsys_core::base::Terms;
use vsys_core::problems;

problems! {
    /// What can be wrong with a record that COBOL passes, before any rule is asked.
    pub enum CobolProblem {
        /// A program that was compiled with the copybook of another ABI.
        Abi { library: u32, program: u32 } = Error "cobol.control.abi" by "WIRE-1" {
            en: "the copybook has the ABI {program}, the library {library}",
            ja: "登録集の ABI は {program}、ライブラリの ABI は {library} です",
            help_en: "compile the program with the copybook of this library, and do not INITIALIZE the control record",
            help_ja: "このライブラリの VSYS.cpy で翻訳し直してください（VSYS-CONTROL を INITIALIZE しないでください）",
        }
        /// An encoding that is neither of both.
        Encoding = Error "cobol.control.encoding" by "WIRE-1" {
            en: "the encoding is neither CP932 nor UTF-8", ja: "文字コードは CP932 か UTF-8 です",
            help_en: "SET VSYS-CP932 TO TRUE, or VSYS-UTF-8", help_ja: "SET VSYS-CP932 TO TRUE（または VSYS-UTF-8）としてください",
        }
        /// A record that was read with another length.
        Length { expected: usize, got: u32 } = Error "cobol.record.length" by "WIRE-2" {
            en: "the record has {got} bytes, {expected} are expected",
            ja: "レコードの長さは {expected} バイトのはずですが、{got} バイトです",
            help_en: "look for a record that was cut, or for a line break inside one",
            help_ja: "途中で切れたレコードや余分な改行がないか確認してください",
        }
        /// An item that must not be blank.
        Blank = Error "cobol.item.blank" by "WIRE-2" {
            en: "this item must not be blank", ja: "この項目は必須です",
            help_en: "fill it in", help_ja: "記入してください",
        }
        /// Bytes that are not of the encoding, such as half a character.
        Bytes { encoding: &'static str } = Error "cobol.item.encoding" by "WIRE-2" {
            en: "these bytes are not {encoding}", ja: "{encoding} として読めない文字があります（文字が途中で切れていないか確認してください）",
            help_en: "look for half a character, or for the other encoding", help_ja: "文字コードと項目の桁位置を確認してください",
        }
        /// An item that is no date.
        Date = Error "cobol.item.date" by "WIRE-2" {
            en: "a date of eight digits YYYYMMDD is expected", ja: "YYYYMMDD の8桁の日付が必要です",
            help_en: "write the date as 20211205", help_ja: "20211205 の形で入れてください",
        }
        /// An item that is no month.
        Month = Error "cobol.item.month" by "WIRE-2" {
            en: "a month of six digits YYYYMM is expected", ja: "YYYYMM の6桁の年月が必要です",
            help_en: "write the month as 202201", help_ja: "202201 の形で入れてください",
        }
        /// An item that is no time of day.
        Time = Error "cobol.item.time" by "WIRE-2" {
            en: "a time of day of four digits HHMM is expected", ja: "HHMM の4桁の時刻が必要です",
            help_en: "write the time as 0930, from 0000 to 2359", help_ja: "0930 の形で入れてください（0000〜2359）",
        }
        /// A span of hours with one end.
        SpanOpen = Error "cobol.item.span" by "F-TIME" {
            en: "a span of hours needs both its times", ja: "診療時間帯には開始と終了の両方が必要です",
            help_en: "fill in the other time, or blank both", help_ja: "もう一方も入れるか、両方を空白にしてください",
        }
        /// An item that is none of its words.
        Word { expected: Terms } = Error "cobol.item.word" by "WIRE-2" {
            en: "the item is one of {expected}", ja: "この項目は {expected:#} のいずれかです",
            help_en: "correct the word; see the item in the copybook", help_ja: "語を直してください（登録集の項目の注記も参照）",
        }
        /// A number out of range.
        Number { least: u32, most: u32 } = Error "cobol.item.number" by "WIRE-2" {
            en: "a number from {least} to {most} is expected", ja: "{least} から {most} までの数が必要です",
            help_en: "check the number", help_ja: "値を確認してください",
        }
        /// A sheet or line that was not made.
        Index { made: u32 } = Error "cobol.item.index" by "WIRE-1" {
            en: "there are {made}, counted from 1", ja: "{made} 件あり、番号は 1 からです",
            help_en: "call vsys_cob_batch_sheets first, and stay within what it tells",
            help_ja: "先に vsys_cob_batch_sheets を呼び、その件数の範囲で指定してください",
        }
    }
}
