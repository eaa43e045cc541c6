//! What the linter finds on claim sheets.

use crate::base::{Term, problems};
use crate::calendar::Month;

problems! {
    /// What the linter finds on sheets, beside what records, heads and the making of sheets can have wrong.
    pub enum CheckProblem {
        /// Nothing to check.
        Nothing = Error "claims.check.nothing" by "CLM-12" {
            en: "there are neither records nor sheets", ja: "請求の明細も請求書もありません",
            help_en: "give the records, the sheets, or both", help_ja: "明細か請求書、またはその両方を指定してください",
        }
        /// Sheets of another month of claim.
        BillingMonth { given: Month, expected: Month } = Error "claims.sheet.billing_month" by "CLM-13" {
            en: "the sheets are those of {given}, the claim is that of {expected}", ja: "請求書は {given} 請求分ですが、{expected} の請求です",
            help_en: "take the sheets of the month of claim", help_ja: "請求月を確認してください",
        }
        /// A rate of tax that the tariff has not.
        TaxRate { expected: String } = Error "claims.tax.differs" by "CLM-17" {
            en: "the rate of the tax is {expected}", ja: "消費税率は {expected} です",
            help_en: "make the sheets with the rate of the month of vaccination", help_ja: "接種月の税率で作り直してください",
        }
        /// Another title.
        Title { expected: &'static str } = Error "claims.sheet.title" by "CLM-12" {
            en: "the title should be 「{expected}」", ja: "標題は「{expected}」のはずです",
            help_en: "check which sheet this is", help_ja: "どの請求書か確認してください",
        }
        /// Another addressee.
        Addressee { expected: String } = Error "claims.addressee.differs" by "CLM-12" {
            en: "the sheet goes to 「{expected}」", ja: "宛先は「{expected}」のはずです",
            help_en: "the summary goes to the federation of the institution's prefecture, a municipal sheet to the mayor",
            help_ja: "総括書は医療機関の所在する都道府県の国保連、市区町村別請求書は各市区町村長が宛先です",
        }
        /// An addressee whom no table knows.
        AddresseeUnknown = Error "claims.addressee.unknown" by "CLM-12" {
            en: "no federation or municipality of this name is known", ja: "この名前の国保連・市区町村はありません",
            help_en: "the summary goes to 「…国民健康保険団体連合会 御中」, a municipal sheet to 「…長 様」",
            help_ja: "総括書は「…国民健康保険団体連合会 御中」、市区町村別請求書は「…長 様」です",
        }
        /// A class of coupon that is none, or not that of the sheet.
        CouponClass { expected: Vec<&'static str> } = Error "claims.sheet.coupon_class" by "CLM-13" {
            en: "the sheet is not of one class of coupon", ja: "被接種者区分が正しくありません",
            help_en: "print one of the classes in the details", help_ja: "details の expected のいずれか一つにしてください",
        }
        /// Another name than that of the municipality.
        MunicipalityName { expected: String } = Error "claims.sheet.municipality_name" by "F-CODE" {
            en: "the municipality of this number is 「{expected}」", ja: "この番号の市区町村は「{expected}」です",
            help_en: "check number and name", help_ja: "市区町村番号と名称を確認してください",
        }
        /// A sheet for a ward, whose city pays.
        Ward { city: String, name: String } = Error "claims.sheet.ward" by "F-CODE" {
            en: "a ward of a designated city is claimed from its city, {name} ({city})", ja: "政令指定都市の区の分は {name}（{city}）に請求します",
            help_en: "add its cases to the sheet of the city", help_ja: "市の請求書に合算してください",
        }
        /// A second sheet for the same.
        Twice { first: usize } = Error "claims.sheet.twice" by "CLM-12" {
            en: "municipal sheet {first} is for the same municipality and coupons", ja: "{first} 枚目と同じ市区町村・同じ被接種者区分の請求書です",
            help_en: "keep one sheet a municipality, month and kind of coupon", help_ja: "市区町村・月・区分ごとに1枚にしてください",
        }
        /// A municipal sheet that the records need.
        Missing { municipality: String, name: String, coupon: Term } = Error "claims.sheet.missing" by "CLM-12" {
            en: "there is no sheet for {name} ({municipality}), {coupon}", ja: "{name}（{municipality}）・{coupon:#}の請求書がありません",
            help_en: "add the sheet", help_ja: "請求書を追加してください",
        }
        /// No summary beside records.
        SummaryMissing = Error "claims.summary.missing" by "CLM-12" {
            en: "there is no summary", ja: "請求総括書がありません",
            help_en: "one summary goes with the sheets of a month", help_ja: "月に1枚の請求総括書を添えてください",
        }
        /// A municipal sheet for which there is no record.
        Superfluous = Error "claims.sheet.superfluous" by "CLM-12" {
            en: "no record is claimed on this sheet", ja: "この請求書に当たる明細がありません",
            help_en: "remove the sheet, or give its records", help_ja: "請求書を取り除くか、明細を確認してください",
        }
        /// A box that should not be checked.
        BoxChecked = Error "claims.box.checked" by "CLM-12" {
            en: "the box is checked, but the own municipality is not meant", ja: "チェックがありますが、医療機関と同一市区町村の分ではありません",
            help_en: "check it where the own municipality is included, or is the addressee", help_ja: "同一市区町村の分を含む（宛てる）ときだけチェックします",
        }
        /// A box that should be checked.
        BoxUnchecked = Error "claims.box.unchecked" by "CLM-12" {
            en: "the box is not checked, but the own municipality is meant", ja: "医療機関と同一市区町村の分ですが、チェックがありません",
            help_en: "check it where the own municipality is included, or is the addressee", help_ja: "同一市区町村の分を含む（宛てる）ときはチェックします",
        }
        /// A line or class that the form has.
        LineMissing { line: String } = Error "claims.sheet.line_missing" by "CLM-16" {
            en: "the line 「{line}」 is missing", ja: "「{line}」の行がありません",
            help_en: "the form has it, also where nothing is claimed", help_ja: "件数が0でも様式にある行です",
        }
        /// A line or class that stands twice.
        LineTwice { line: String } = Error "claims.sheet.line_twice" by "CLM-16" {
            en: "the line 「{line}」 stands twice", ja: "「{line}」の行が2回あります",
            help_en: "check which line is meant", help_ja: "どの行か確認してください",
        }
        /// Another label than that of the line that is meant.
        Label { expected: String } = Error "claims.sheet.label" by "CLM-16" {
            en: "the label should be 「{expected}」", ja: "種類は「{expected}」のはずです",
            help_en: "correct the label; the line is the one that is meant", help_ja: "表示を直してください",
        }
        /// Another price than that of the tariff.
        UnitPrice { given: u64, expected: u64 } = Error "claims.sheet.unit_price" by "CLM-3" {
            en: "the price is {expected} yen before tax, not {given}", ja: "単価は税抜 {expected} 円です（印字は {given} 円）",
            help_en: "correct the price", help_ja: "単価を直してください",
        }
        /// An amount that is not count × price × (1 + rate).
        Amount { given: u64, expected: u64 } = Error "claims.amount.differs" by "CLM-17" {
            en: "the amount should be {expected} yen, not {given}", ja: "請求金額は {expected} 円のはずです（印字は {given} 円）",
            help_en: "reckon count × price × (1 + rate of tax) again", help_ja: "件数×単価×（1＋税率）を計算し直してください",
        }
        /// An amount that another rate of tax would give.
        AmountAtRate { given: u64, expected: u64, percent: u64 } = Error "claims.amount.other_rate" by "CLM-5" {
            en: "the amount was reckoned at {percent} percent tax; it should be {expected} yen, not {given}",
            ja: "税率 {percent}% で計算した金額です。{expected} 円のはずです（印字は {given} 円）",
            help_en: "reckon it with the rate of the tariff", help_ja: "単価表の税率で計算し直してください",
        }
        /// A subtotal or total that its lines do not make.
        Sum { given: u64, sum: u64 } = Error "claims.sheet.sum" by "CLM-6" {
            en: "the lines make {sum}, not {given}", ja: "内訳の計は {sum} です（印字は {given}）",
            help_en: "add the lines up again", help_ja: "集計し直してください",
        }
        /// A line of the summary that the municipal sheets do not make.
        SummaryDiffers { given: u64, sum: u64 } = Error "claims.summary.differs" by "CLM-12" {
            en: "the municipal sheets make {sum} cases, not {given}", ja: "市区町村別請求書の計は {sum} 件です（印字は {given} 件）",
            help_en: "compare the sheets; the box says whether the own municipality is included",
            help_ja: "市区町村別請求書と照合してください（同一市区町村の分を含むかはチェックによります）",
        }
        /// A count that the records do not make.
        Count { given: u64, expected: u64 } = Error "claims.sheet.count" by "CLM-14" {
            en: "the records make {expected} cases, not {given}", ja: "明細では {expected} 件です（印字は {given} 件）",
            help_en: "compare the sheet with the records", help_ja: "明細と照合してください",
        }
    }
}
