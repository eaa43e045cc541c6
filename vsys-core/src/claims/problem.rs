//! What can be wrong with a claim.

use chrono::NaiveDate;

use crate::base::{Moment, Term, problems};
use crate::calendar::Month;

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
        /// An institution without any posted hours.
        HoursMissing = Error "claims.hours.missing" by "F-TIME" {
            en: "the institution has no posted hours on any day", ja: "診療時間がどの日にもありません",
            help_en: "give its posted hours; without them every day would be a holiday",
            help_ja: "掲げている診療時間を指定してください（なければ全日が休日になります）",
        }
        /// A span of hours that ends when it begins.
        SpanEmpty = Error "claims.hours.empty_span" by "F-TIME" {
            en: "the span ends in the minute in which it begins", ja: "診療時間の開始と終了が同じ時刻です",
            help_en: "write a whole day as two spans, 00:00 to 12:00 and 12:00 to 00:00",
            help_ja: "終日の場合は 00:00〜12:00 と 12:00〜00:00 の二つに分けてください",
        }
        /// A span of hours that overlaps another, perhaps the run of the evening before.
        SpanOverlap = Error "claims.hours.overlap" by "F-TIME" {
            en: "the span overlaps another one, or one that runs past midnight", ja: "診療時間が他の時間帯（日をまたぐものを含む）と重なっています",
            help_en: "let each span end before the next begins", help_ja: "時間帯が重ならないように直してください",
        }
        /// A day that stands twice among the exceptions.
        ExceptionTwice = Error "claims.hours.day_twice" by "F-TIME" {
            en: "this day stands twice among the exceptions", ja: "同じ日の例外が2回あります",
            help_en: "write all spans of the day in one exception", help_ja: "その日の時間帯を一つの例外にまとめてください",
        }
        /// A month in which no vaccination is paid for.
        VaccinationMonth { first: Month, last: Option<Month> } = Error "claims.month.outside_programme" by "F-PRICE" {
            en: "vaccinations are paid for from {first} on, to the end of the programme", ja: "費用の対象は {first} から事業の終わりまでの接種です",
            help_en: "check the month of vaccination", help_ja: "接種月を確認してください",
        }
        /// A month in which no claim is taken.
        BillingMonth { first: Month, last: Option<Month> } = Error "claims.month.no_claims" by "F-DEADLINE" {
            en: "claims are taken from {first} on, to the month after the end of the programme", ja: "請求月は {first} から事業終了の翌月までです",
            help_en: "check the month of claim", help_ja: "請求月を確認してください",
        }
        /// A claim in the month of the vaccination, or before.
        ClaimTooEarly { first: Month } = Error "claims.month.not_after" by "CLM-15" {
            en: "vaccinations of this month can be claimed from {first} on", ja: "この月の接種分を請求できるのは {first} 以降です",
            help_en: "claim in the month after the vaccination, by its closing day", help_ja: "接種月の翌月の〆切日までに請求してください",
        }
        /// A returned form in the first month in which it could be claimed at all.
        ReturnTooEarly { first: Month } = Error "claims.month.return_too_early" by "F-DEADLINE" {
            en: "a form of this month can be claimed, returned and added to a claim from {first} on", ja: "この月の接種分が返戻後に再請求できるのは {first} 以降です",
            help_en: "check whether the form was claimed before", help_ja: "一度請求した予診票かどうか確認してください",
        }
        /// A month of claim in which V-SYS is closed.
        VSysClosed { closed: Moment } = Warning "claims.vsys.closed" by "F-PRICE" {
            en: "V-SYS closed at {closed}: the sheet can be made, but not in V-SYS", ja: "V-SYS 利用不可（{closed} に終了）。請求書は V-SYS の外で作成してください",
            help_en: "send the sheet by the closing day", help_ja: "〆切日までに提出してください",
        }
        /// A surcharge that is claimed apart from the fee (別請求), and so still to be claimed. Where it stands on the
        /// sheet all the same, it is [`super::SheetProblem::SurchargeOnSheet`].
        SurchargeApart = Warning "claims.surcharge.apart" by "CLM-8" {
            en: "the surcharge of this vaccination is claimed from the municipality, not on the sheet: its surcharge lines stay 0",
            ja: "この接種月の時間外・休日加算は市区町村への別請求です。請求総括書の時間外・休日の行は 0 のままにします",
            help_en: "claim the surcharge from the municipality on its own form", help_ja: "加算は市区町村へ別の様式で請求してください",
        }
        /// A span of the routing table that ends before it begins.
        RoutingReversed = Error "claims.routing.reversed" by "F-ROUTE" {
            en: "the span ends before it begins", ja: "期間の終了が開始より前です",
            help_en: "the end is the first day on which it no longer holds", help_ja: "終了日（その日を含まない）を直してください",
        }
        /// Two records of the routing table for one body on one day.
        RoutingOverlap = Error "claims.routing.overlap" by "F-ROUTE" {
            en: "this record overlaps another of the same body", ja: "同じ団体の期間が重なっています",
            help_en: "let each record end (exclusive) where the next begins", help_ja: "期間が連続するよう直してください",
        }
        /// A municipality in two unions on one day.
        MemberTwice = Error "claims.union.member_twice" by "F-ROUTE" {
            en: "this municipality is a member of two unions at the same time", ja: "この市町村は同じ期間に二つの広域連合に属しています",
            help_en: "remove it from one of them", help_ja: "どちらかから除いてください",
        }
        /// A union that neither the request nor the tables hold.
        UnionUnknown { known: Vec<String> } = Error "claims.union.unknown" by "F-ROUTE" {
            en: "no union of this id is known", ja: "この広域連合はありません",
            help_en: "see the known ids in the details, or add the union", help_ja: "details の一覧から選ぶか、広域連合を追加してください",
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
