//! What can be wrong with a claim.

use chrono::NaiveDate;

use crate::base::{Term, problems};

problems! {
    /// What can be wrong with a price, a claim or a sheet.
    pub enum ClaimsProblem {
        /// A day on which nothing is paid.
        OutsideProgramme { from: NaiveDate, until: NaiveDate } = Error "claims.date.outside_programme" by "CLM-1" {
            en: "prices hold from {from} until before {until}", ja: "単価は {from} から {until} の前日までの接種に適用されます",
            help_en: "check the day of vaccination", help_ja: "接種日を確認してください",
        }
        /// An addition that is not in force on the day.
        NotInForce { component: Term, from: NaiveDate } = Error "claims.addition.not_in_force" by "CLM-2" {
            en: "the addition {component} is paid from {from} on", ja: "{component:#}は {from} 以降の接種に適用されます",
            help_en: "claim without the addition", help_ja: "加算なしで請求してください",
        }
        /// A rate of tax out of range.
        TaxRate = Error "claims.tax.rate" by "CLM-17" {
            en: "a rate of tax is from 0 to 1, such as \"0.10\"", ja: "税率は \"0.10\" のような 0〜1 の数です",
            help_en: "write 10 percent as \"0.10\"", help_ja: "10% は \"0.10\" と書いてください",
        }
        /// Two days in the wrong order.
        DaysReversed = Error "claims.date.reversed" by "CLM-1" {
            en: "the later day comes first", ja: "日付の順序が逆です",
            help_en: "swap the two days", help_ja: "二つの日付を入れ替えてください",
        }
        /// A period that the table has not.
        PeriodUnknown { known: Vec<String> } = Error "claims.period.unknown" by "F-SUPPORT" {
            en: "no period of the support money of this id, or on this day, is known", ja: "該当する支援の対象期間がありません",
            help_en: "see the list of known periods in the details", help_ja: "details の一覧から選んでください",
        }
        /// A run outside the period.
        RunOutsidePeriod { from: NaiveDate, until: NaiveDate } = Error "claims.run.outside_period" by "F-SUPPORT" {
            en: "the period is from {from} until before {until}", ja: "対象期間は {from} から {until} の前日までです",
            help_en: "claim each period by itself", help_ja: "対象期間ごとに計算してください",
        }
        /// A run that ends before it begins.
        RunReversed = Error "claims.run.reversed" by "F-SUPPORT" {
            en: "the run ends before it begins", ja: "終了が開始より前です",
            help_en: "check both times; a run past midnight ends on the next day", help_ja: "時刻を確認してください（日をまたぐ場合の終了は翌日の日付です）",
        }
        /// A birth after the day of vaccination.
        BornLater = Error "claims.birth.after_vaccination" by "F-AGE" {
            en: "the birth lies after the day of vaccination", ja: "生年月日が接種日より後です",
            help_en: "check both dates", help_ja: "両方の日付を確認してください",
        }
    }
}
