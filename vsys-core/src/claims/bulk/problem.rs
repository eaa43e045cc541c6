//! What can be wrong with a price table or with columns.

use chrono::NaiveDate;

use crate::base::problems;

problems! {
    /// What can be wrong with a price table, or with the columns that it shall price. A finding about rows
    /// tells how many there are and the first of them, counted from 0.
    pub enum BulkProblem {
        /// A table without a period.
        NoPeriod = Error "claims.periods.none" by "CLM-1" {
            en: "a price table needs at least one period", ja: "単価の適用期間が一つもありません",
            help_en: "give the prices with the days on which they hold", help_ja: "単価と適用期間を指定してください",
        }
        /// A period that ends before it begins.
        PeriodReversed = Error "claims.periods.reversed" by "CLM-1" {
            en: "the period ends before it begins", ja: "適用期間の終了が開始より前です",
            help_en: "the end is the first day on which the prices no longer hold", help_ja: "終了日（その日を含まない）を直してください",
        }
        /// Two prices on one day.
        PeriodOverlap = Error "claims.periods.overlap" by "CLM-1" {
            en: "this period overlaps another one", ja: "適用期間が重なっています",
            help_en: "let each period end (exclusive) where the next begins", help_ja: "期間が重ならないように直してください",
        }
        /// A column with more or fewer rows than the column of days.
        ColumnLength { column: &'static str, length: usize, expected: usize } = Error "claims.column.length" by "CLM-14" {
            en: "the column {column} has {length} rows, the column of days has {expected}", ja: "列 {column} は {length} 行ですが、接種日の列は {expected} 行です",
            help_en: "give columns of the same rows", help_ja: "各列の行数をそろえてください",
        }
        /// Sums over other institutions or municipalities.
        KeysDiffer { column: &'static str, size: usize, expected: usize } = Error "claims.sums.keys" by "CLM-14" {
            en: "these sums have {size} keys of {column}, those they are merged with {expected}", ja: "集計 {column} のキー数 {size} が、合算先の {expected} と異なります",
            help_en: "merge sums over the same institutions and municipalities", help_ja: "同じ医療機関・市区町村の集計どうしを合算してください",
        }
        /// Rows of no known institution or municipality.
        RowsIndex { column: &'static str, size: usize, count: u64, rows: Vec<u64> } = Error "claims.rows.index" by "CLM-14" {
            en: "{count} rows have an index of {column} that is not from 0 to below {size}", ja: "列 {column} の番号が 0 以上 {size} 未満でない行が {count} 件あります",
            help_en: "see the first of these rows in the details; they are left out and counted", help_ja: "details の最初の行を確認してください（これらの行は集計に含まれません）",
        }
        /// Rows with an unknown class.
        RowsCode { column: &'static str, most: u8, count: u64, rows: Vec<u64> } = Error "claims.rows.code" by "CLM-16" {
            en: "{count} rows have a code of {column} above {most}", ja: "列 {column} の区分が 0〜{most} でない行が {count} 件あります",
            help_en: "see the first of these rows in the details; they are left out and counted", help_ja: "details の最初の行を確認してください（これらの行は集計に含まれません）",
        }
        /// Rows on days without prices.
        RowsOutside { from: NaiveDate, until: Option<NaiveDate>, count: u64, rows: Vec<u64> } = Error "claims.rows.outside_programme" by "CLM-1" {
            en: "{count} rows are of days on which no price holds", ja: "単価の適用期間外の接種日の行が {count} 件あります",
            help_en: "see the first of these rows in the details; they are left out and counted", help_ja: "details の最初の行を確認してください（これらの行は集計に含まれません）",
        }
        /// Rows with an addition that is not in force.
        RowsNotInForce { count: u64, rows: Vec<u64> } = Error "claims.rows.not_in_force" by "CLM-2" {
            en: "{count} rows need a price or an addition that is not in force on their day", ja: "接種日に適用されない単価・加算の行が {count} 件あります",
            help_en: "see the first of these rows in the details; they are left out and counted", help_ja: "details の最初の行を確認してください（これらの行は集計に含まれません）",
        }
        /// Rows with a count that is none, or with an amount beyond what is held exactly.
        RowsCount { count: u64, rows: Vec<u64> } = Error "claims.rows.count" by "CLM-17" {
            en: "{count} rows have a count that is not from 0 to 2^32-1, or an amount above 2^53-1 yen", ja: "件数が 0〜2^32-1 でない、または金額が 2^53-1 円を超える行が {count} 件あります",
            help_en: "see the first of these rows in the details; they are left out and counted", help_ja: "details の最初の行を確認してください（これらの行は集計に含まれません）",
        }
    }
}
