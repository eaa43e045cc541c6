//! What can be wrong with a sheet.

use crate::base::problems;

problems! {
    /// What can be wrong with the bytes or the cells of a sheet.
    pub enum RowsProblem {
        /// No header row.
        Empty = Error "rows.sheet.empty" by "WIRE-2" {
            en: "the file has no header row", ja: "ファイルに見出し行がありません",
            help_en: "the first row names the columns", help_ja: "1行目に列の見出しを入れてください",
        }
        /// Bytes that are not of the encoding.
        Encoding { encoding: &'static str } = Error "rows.cell.encoding" by "WIRE-2" {
            en: "these bytes are not {encoding}", ja: "{encoding} として読めない文字があります",
            help_en: "save the file as UTF-8 or CP932 and name the encoding", help_ja: "UTF-8 または CP932（シフトJIS）で保存し直してください",
        }
        /// A quoted cell that never ends.
        QuoteOpen = Error "rows.cell.quote_open" by "WIRE-2" {
            en: "a quoted cell begins here and is never closed", ja: "引用符（\"）が閉じられていません",
            help_en: "close the quotation mark", help_ja: "引用符を閉じてください",
        }
        /// Text after a closing quote, or a quote inside a bare cell.
        QuoteStray = Error "rows.cell.quote_stray" by "WIRE-2" {
            en: "a quotation mark stands where none may be", ja: "引用符（\"）の位置が正しくありません",
            help_en: "put the whole cell in quotation marks and double those inside", help_ja: "セル全体を引用符で囲み、中の引用符は2つ重ねてください",
        }
        /// A row with another number of cells than the header.
        Width { expected: usize, got: usize } = Error "rows.row.width" by "WIRE-2" {
            en: "the row has {got} cells, the header {expected}", ja: "この行のセルは {got} 個ですが、見出しは {expected} 個です",
            help_en: "look for a missing or a spare comma", help_ja: "カンマの過不足を確認してください",
        }
        /// A row that is longer than any that is meant.
        RowTooLong { most: usize } = Error "rows.row.too_long" by "WIRE-2" {
            en: "the row has more than {most} bytes; nothing after it is read", ja: "この行は {most} バイトを超えています。これより後は読み込んでいません",
            help_en: "look for a quotation mark that is never closed, in this row or before it", help_ja: "この行の引用符（\"）が閉じられているか確認してください",
        }
        /// A column that is needed and not there.
        ColumnMissing { name: String } = Error "rows.header.missing" by "WIRE-2" {
            en: "the column {name} is missing", ja: "列 {name} がありません",
            help_en: "add the column to the header", help_ja: "見出しに列を追加してください",
        }
        /// A heading that no column has.
        ColumnUnknown = Error "rows.header.unknown" by "WIRE-2" {
            en: "no column of this name is known", ja: "この名前の列はありません",
            help_en: "correct or remove the heading", help_ja: "見出しを直すか、列を削除してください",
        }
        /// A heading that stands twice.
        ColumnTwice = Error "rows.header.twice" by "WIRE-2" {
            en: "this column stands twice in the header", ja: "同じ列が見出しに2回あります",
            help_en: "remove one of them", help_ja: "片方を削除してください",
        }
        /// A cell that must not be empty.
        CellEmpty = Error "rows.cell.empty" by "WIRE-2" {
            en: "this cell must not be empty", ja: "このセルは必須です",
            help_en: "fill it in", help_ja: "入力してください",
        }
        /// A cell that is no whole number in range.
        CellNumber { most: u64 } = Error "rows.cell.number" by "WIRE-2" {
            en: "a whole number from 0 to {most} in ASCII digits is expected", ja: "0〜{most} の半角整数が必要です",
            help_en: "remove separators, signs and units", help_ja: "桁区切り・符号・単位を取り除いてください",
        }
        /// A cell that is no date.
        CellDate = Error "rows.cell.date" by "WIRE-2" {
            en: "a date YYYY-MM-DD is expected", ja: "YYYY-MM-DD の日付が必要です",
            help_en: "write the date as 2021-05-10", help_ja: "2021-05-10 の形で入力してください",
        }
        /// A cell that is no time of day.
        CellTime = Error "rows.cell.time" by "WIRE-2" {
            en: "a time of day HH:MM is expected", ja: "HH:MM の時刻が必要です",
            help_en: "write the time as 09:30, from 00:00 to 23:59", help_ja: "09:30 の形で入力してください（00:00〜23:59）",
        }
        /// A cell that is none of the words it may be.
        CellWord { expected: Vec<&'static str> } = Error "rows.cell.word" by "WIRE-2" {
            en: "one of the words of the column is expected", ja: "この列で使える語ではありません",
            help_en: "see the description of the column", help_ja: "列の説明を確認してください",
        }
        /// An id that stands on an earlier row.
        CellTwice { first_row: usize } = Error "rows.cell.twice" by "WIRE-2" {
            en: "this id already stands in row {first_row}", ja: "この番号は {first_row} 行目にもあります",
            help_en: "remove one of the rows", help_ja: "どちらかの行を削除してください",
        }
        /// More rows than are read.
        RowsTooMany { most: usize } = Error "rows.sheet.too_many" by "WIRE-2" {
            en: "a file may have at most {most} rows", ja: "1ファイルは {most} 行までです",
            help_en: "split the file", help_ja: "ファイルを分割してください",
        }
    }
}
