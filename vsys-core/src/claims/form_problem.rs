//! What can be wrong with a screening form.

use chrono::NaiveDate;

use crate::base::{Term, problems};

problems! {
    /// What can be wrong with a screening form; a municipality code has its own problems.
    pub enum FormProblem {
        /// A coupon number of another form.
        CouponForm = Error "form.coupon.form" by "F-CODE" {
            en: "a coupon number has ten ASCII digits", ja: "券番号は半角数字10桁です",
            help_en: "leading zeros count; a misread line often has 1 for 4", help_ja: "先頭の0も含めて入力してください（1と4の読み違いに注意）",
        }
        /// No date.
        DateForm = Error "form.date.form" by "F-VRS" {
            en: "this is no date of the form YYYY-MM-DD", ja: "YYYY-MM-DD の形の日付ではありません",
            help_en: "check day, month and year", help_ja: "年月日を確認してください",
        }
        /// A day after today.
        Future { today: NaiveDate } = Error "form.date.future" by "F-VRS" {
            en: "the day lies after today, {today}", ja: "本日（{today}）より後の日付です",
            help_en: "check day, month and year", help_ja: "年月日を確認してください",
        }
        /// A dose out of range.
        DoseRange { most: u64 } = Error "form.dose.range" by "F-VRS" {
            en: "a dose is 1 to {most}", ja: "回数は 1〜{most} です",
            help_en: "check which dose it was", help_ja: "何回目の接種か確認してください",
        }
        /// Too few days since the dose before.
        IntervalShort { least: u32 } = Error "form.interval.too_short" by "F-INTERVAL" {
            en: "fewer than {least} days lie between the dose before and this one", ja: "前回の接種から {least} 日以上あいていません",
            help_en: "check both days; the dose before comes first", help_ja: "両方の接種日と順序を確認してください",
        }
        /// A person who is too young.
        TooYoung { least: u32, unit: Term } = Error "form.age.too_young" by "F-AGE" {
            en: "the person is younger than {least} {unit} on the day of vaccination", ja: "接種日に {least}{unit:#} に達していません",
            help_en: "check birth date and day of vaccination", help_ja: "生年月日と接種日を確認してください",
        }
        /// A first dose after another.
        PreviousUnexpected = Warning "form.previous.unexpected" by "F-VRS" {
            en: "a first dose has no dose before it", ja: "1回目の接種に前回接種日があります",
            help_en: "check which dose it was", help_ja: "何回目の接種か確認してください",
        }
        /// A later dose without the day of the one before.
        PreviousMissing = Warning "form.previous.missing" by "F-INTERVAL" {
            en: "without the day of the dose before, the interval is not checked", ja: "前回接種日がないため接種間隔を確認していません",
            help_en: "give the day of the dose before", help_ja: "前回接種日を指定してください",
        }
    }
}
