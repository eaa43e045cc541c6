//! What can be wrong with a date.

use chrono::NaiveDate;

use crate::base::problems;

problems! {
    /// What can be wrong with a question about the calendar.
    pub enum CalendarProblem {
        /// A day outside the table of holidays.
        HolidayOutside { from: NaiveDate, until: NaiveDate } = Error "calendar.holiday.outside_table" by "F-TIME" {
            en: "the table of holidays holds from {from} until before {until}",
            ja: "祝日表は {from} から {until} の前日までです",
            help_en: "bring a newer table of holidays", help_ja: "新しい祝日表を指定してください",
        }
        /// A calendar that the tables do not hold.
        CalendarUnknown { known: Vec<String> } = Error "calendar.calendar.unknown" by "CYC-1" {
            en: "no cycle calendar of this id is known", ja: "この名前のクール暦はありません",
            help_en: "see the list of known calendars in the details", help_ja: "details の一覧から選んでください",
        }
        /// A first day of vaccination on the wrong weekday.
        StartWeekday { expected: &'static str } = Error "calendar.cycle.weekday" by "CYC-7" {
            en: "a cycle starts on a {expected}", ja: "クールの開始日は {expected} でなければなりません",
            help_en: "take the Monday of that week", help_ja: "その週の月曜日を指定してください",
        }
        /// No cycles, or more than are generated at once.
        CycleCount { most: u32 } = Error "calendar.cycle.count" by "CYC-7" {
            en: "1 to {most} cycles can be generated at once", ja: "一度に作れるクールは 1〜{most} です",
            help_en: "ask for fewer", help_ja: "数を減らしてください",
        }
        /// A month that does not exist or is written otherwise.
        MonthForm = Error "calendar.month.form" by "CLM-9" {
            en: "a month is written YYYY-MM", ja: "年月は YYYY-MM の形です",
            help_en: "write 2021-12", help_ja: "2021-12 のように書いてください",
        }
        /// A date beyond what the calendar can hold.
        DateOutside = Error "calendar.date.outside" by "CYC-7" {
            en: "the dates leave the calendar", ja: "日付が暦の範囲を超えます",
            help_en: "check the year", help_ja: "年を確認してください",
        }
        /// A calendar whose deadline rule is not published.
        DeadlineNotPublished { calendar: String } = Warning "calendar.deadline.not_published" by "CYC-1" {
            en: "the deadlines of the calendar {calendar} are not published; they are left out",
            ja: "クール暦 {calendar} の締切は公表されていないため、示しません",
            help_en: "give the deadline rule of the campaign at hand", help_ja: "対象事業の締切の規則を指定してください",
        }
        /// A question for a deadline that is not published.
        DeadlineMissing { calendar: String } = Error "calendar.deadline.missing" by "CYC-1" {
            en: "the deadline rule of the calendar {calendar} is not published: give `deadline_days_before` and `deadline_time`",
            ja: "クール暦 {calendar} の締切規則は公表されていません。deadline_days_before と deadline_time を指定してください",
            help_en: "an unpublished rule is never guessed", help_ja: "公表されていない規則は推測しません",
        }
        /// Neither or both of a cycle's start and a deadline.
        DeadlineChoice = Error "calendar.deadline.choice" by "CYC-9" {
            en: "give either `start` or `deadline`, and one of them only", ja: "start か deadline のどちらか一方を指定してください",
            help_en: "`start` asks the calendar, `deadline` is taken as it stands", help_ja: "start はクール暦から求め、deadline はそのまま使います",
        }
    }
}
