//! What can be wrong with a table before any rule is asked.

use vsys_core::problems;

problems! {
    /// What can be wrong with a table. A finding about rows tells how many there are and the first of them,
    /// counted from 0.
    pub enum TableProblem {
        /// A capsule whose content somebody has taken.
        StreamUsed = Error "table.stream.used" by "WIRE-2" {
            en: "this stream has been read already", ja: "このストリームはすでに読み取られています",
            help_en: "a stream can be read once; make a new one, or keep the table", help_ja: "ストリームは一度しか読めません。作り直すか、表として保持してください",
        }
        /// A producer that fails.
        StreamBroken { what: String } = Error "table.stream.broken" by "WIRE-2" {
            en: "the source of the table failed: {what}", ja: "表の提供元で障害が起きました（{what}）",
            help_en: "the fault lies in what makes the table", help_ja: "表を作る側を確認してください",
        }
        /// Arrow data that contradict themselves.
        ArrayBroken = Error "table.array.broken" by "WIRE-2" {
            en: "lengths, offsets or texts of this Arrow array contradict each other", ja: "Arrow 配列の長さ・オフセット・文字列が矛盾しています",
            help_en: "arrays made by hand should pass validate(full=True)", help_ja: "自作の配列は validate(full=True) で検査してください",
        }
        /// A schema that cannot be read.
        SchemaUnknown { what: String } = Error "table.schema.unknown" by "WIRE-2" {
            en: "the types of this table cannot be read: {what}", ja: "表の型を読み取れません（{what}）",
            help_en: "select the columns that are needed", help_ja: "必要な列だけを選択してください",
        }
        /// An Arrow array that is no table.
        NoTable { found: String } = Error "table.schema.no_table" by "WIRE-2" {
            en: "a table with named columns is expected, this is {found}", ja: "名前のある列からなる表が必要ですが、{found} です",
            help_en: "give a table, or a record batch", help_ja: "表またはレコードバッチを渡してください",
        }
        /// A column that is not there.
        ColumnMissing { column: String, present: Vec<String> } = Error "table.column.missing" by "WIRE-2" {
            en: "there is no column {column}", ja: "列 {column} がありません",
            help_en: "rename a column, or name the one that is meant; the details list those present", help_ja: "列名を直すか、引数で列名を指定してください（details に現在の列名があります）",
        }
        /// A name of two columns.
        ColumnTwice { column: String } = Error "table.column.twice" by "WIRE-2" {
            en: "there are two columns {column}", ja: "列 {column} が2つあります",
            help_en: "rename one of them", help_ja: "片方の列名を変えてください",
        }
        /// A column that is not read.
        ColumnUnread { column: String, known: Vec<&'static str> } = Warning "table.column.unread" by "WIRE-2" {
            en: "the column {column} is not read", ja: "列 {column} は使われません",
            help_en: "nothing is to be done unless the name is misspelt; the details list the known names", help_ja: "列名の誤りでなければ問題ありません（details に使える列名があります）",
        }
        /// A column of another type.
        ColumnType { column: String, found: String, expected: Vec<&'static str> } = Error "table.column.type" by "WIRE-2" {
            en: "the column {column} has the type {found}, which is none of those in the details", ja: "列 {column} の型 {found} は使えません（details の expected を参照）",
            help_en: "cast the column; numbers with a fraction and numbers as text are not taken for counts (pandas: astype(\"Int64\"))",
            help_ja: "列の型を変換してください。小数や文字列は件数として扱いません（pandas では astype(\"Int64\")）",
        }
        /// Cells without a value.
        CellNull { column: String, count: u64, rows: Vec<u64> } = Error "table.cell.null" by "WIRE-2" {
            en: "{count} rows have no value in the column {column}", ja: "列 {column} に値のない行が {count} 件あります",
            help_en: "see the first of these rows in the details; fill them in or leave them out", help_ja: "details の最初の行を確認し、補うか除いてください",
        }
        /// Numbers out of range.
        CellRange { column: String, least: u64, most: u64, count: u64, rows: Vec<u64> } = Error "table.cell.range" by "WIRE-2" {
            en: "{count} rows have a number in the column {column} that is not from {least} to {most}", ja: "列 {column} の値が {least}〜{most} でない行が {count} 件あります",
            help_en: "see the first of these rows in the details", help_ja: "details の最初の行を確認してください",
        }
        /// Moments where days are wanted.
        CellDay { column: String, count: u64, rows: Vec<u64> } = Error "table.cell.day" by "WIRE-2" {
            en: "{count} rows have in the column {column} a time of day beside the date, or no date from 0001 to 9999", ja: "列 {column} に時刻が付いた、または日付でない行が {count} 件あります",
            help_en: "cut the times off (polars: .dt.date(), pandas: .dt.normalize())", help_ja: "時刻を取り除いてください（polars: .dt.date()、pandas: .dt.normalize()）",
        }
        /// Words that are none of the set.
        CellWord { column: String, expected: Vec<String>, count: u64, rows: Vec<u64> } = Error "table.cell.word" by "WIRE-2" {
            en: "{count} rows have in the column {column} none of the words in the details", ja: "列 {column} の語が details の expected にない行が {count} 件あります",
            help_en: "see the first of these rows in the details", help_ja: "details の最初の行を確認してください",
        }
        /// A giver whose recipients stand in several places.
        RowsApart { column: String } = Error "table.rows.apart" by "WIRE-2" {
            en: "the rows of this one of {column} began before, and others stand between", ja: "列 {column} の同じ値の行が離れた位置にあります",
            help_en: "sort the table by the columns of its givers, from the top", help_ja: "上位の階層の列から順に並べ替えてください",
        }
        /// Rows that are no records.
        RowNull { count: u64, rows: Vec<u64> } = Error "table.row.null" by "WIRE-2" {
            en: "{count} rows of the table are null as a whole", ja: "行全体が null の行が {count} 件あります",
            help_en: "leave these rows out", help_ja: "これらの行を除いてください",
        }
    }
}
