//! What can be wrong with a table or a look-up.

use chrono::NaiveDate;

use crate::base::problems;

problems! {
    /// What can be wrong with a look-up, or with a table that a caller brings.
    pub enum RulebookProblem {
        /// A product that the master does not hold.
        ProductUnknown { known: Vec<String> } = Error "product.id.unknown" by "PRD-7" {
            en: "no product of this id is in the product master", ja: "この製品は製品マスタにありません",
            help_en: "see the known ids in the details, or bring a master of your own", help_ja: "details の一覧から選ぶか、独自のマスタを指定してください",
        }
        /// A product whose pack is not published.
        PackNotPublished { product: String } = Error "product.pack.not_published" by "F-PACK" {
            en: "the pack of {product} is not published", ja: "{product} の包装は公表されていません",
            help_en: "bring a product master that states it", help_ja: "包装を定めた製品マスタを指定してください",
        }
        /// A delivery week in which no pack of the product holds.
        PackOutside { product: String, from: NaiveDate } = Error "product.pack.outside" by "F-PACK" {
            en: "no pack of {product} holds in this delivery week; the first holds from {from}",
            ja: "この配送週に有効な {product} の包装はありません（最初の包装は {from} から）",
            help_en: "check the delivery week", help_ja: "配送週を確認してください",
        }
        /// A product of another kind than is wanted.
        ProductKind { expected: &'static str } = Error "product.kind.other" by "PRD-7" {
            en: "a product of kind {expected} is expected", ja: "種別 {expected} の製品が必要です",
            help_en: "name a product of that kind", help_ja: "その種別の製品を指定してください",
        }
        /// A record that overlaps another of the same product, or ends before it begins.
        ProductOverlap { product: String } = Error "product.record.overlap" by "PRD-7" {
            en: "the records of {product} overlap, or one ends before it begins", ja: "{product} の期間が重複しているか、終了が開始より前です",
            help_en: "let each record end (exclusive) where the next begins", help_ja: "期間が連続するよう終了日（その日を含まない）を直してください",
        }
        /// A pack that holds nothing or is of the wrong kind.
        PackForm = Error "product.record.pack" by "PRD-7" {
            en: "a vaccine needs vials a box and doses a vial, needles and syringes pieces a box, all above 0",
            ja: "ワクチンは箱あたりバイアル数とバイアルあたり回数、針・シリンジは箱あたり本数（いずれも1以上）が必要です",
            help_en: "fill in the pack, or leave it out where it is not published", help_ja: "包装を入力するか、公表されていない場合は省いてください",
        }
        /// A well-formed code that no municipality has.
        MunicipalityUnknown = Error "code.municipality.unknown" by "F-CODE" {
            en: "no municipality of this code is in the table", ja: "この市町村コードは表にありません",
            help_en: "look the code up again", help_ja: "コードを確認してください",
        }
        /// A code that cannot be looked up, because this build has no table of municipalities.
        MunicipalitiesLeftOut = Error "code.municipality.no_table" by "F-CODE" {
            en: "this build of the library was made without the table of municipalities", ja: "このビルドには市町村の表が含まれていません",
            help_en: "bring a table of your own (`municipalities` of a rule book), or use the full build", help_ja: "独自の表（ルールブックの municipalities）を指定するか、完全版を使ってください",
        }
        /// A code that does not hold on the day.
        MunicipalityNotValid { from: NaiveDate, until: Option<NaiveDate> } = Error "code.municipality.not_valid" by "F-CODE" {
            en: "the municipality code does not hold on this day; the table has it from {from}",
            ja: "この市町村コードはその日に有効ではありません（表では {from} から）",
            help_en: "use the code that holds on the day", help_ja: "その日に有効なコードを使ってください",
        }
        /// The same code twice in a table.
        MunicipalityTwice = Error "code.municipality.twice" by "F-CODE" {
            en: "this municipality code stands twice in the table", ja: "同じ市町村コードが表に2回あります",
            help_en: "remove one of the records", help_ja: "どちらかを削除してください",
        }
        /// A ward whose city is not in the table.
        ParentUnknown = Error "code.municipality.parent" by "F-CODE" {
            en: "the city of this ward is not in the table", ja: "この区の属する市が表にありません",
            help_en: "add the city", help_ja: "市の行を追加してください",
        }
        /// A policy of filling in needles that is none of the four.
        PlanNeedlesForm = Error "needle.policy.form" by "NDL-5" {
            en: "a policy is exact, strictly-more, reserve(rate up to 1) or per-vial(pieces)", ja: "方式は exact、strictly-more、reserve(1以下の率)、per-vial(本数) のいずれかです",
            help_en: "write for example reserve(0.10)", help_ja: "例えば reserve(0.10) と書いてください",
        }
        /// A bundled table that does not read: a fault of the library.
        TableBroken { table: String } = Error "internal.table.broken" by "WIRE-1" {
            en: "the table {table} cannot be read; please report this", ja: "表 {table} が読めません。ご報告ください",
            help_en: "this is a fault of the library", help_ja: "ライブラリの不具合です",
        }
    }
}
