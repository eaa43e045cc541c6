//! What can be wrong with a formula or with what it is asked of.

use crate::base::{Term, problems};

problems! {
    /// What can be wrong with a formula of allocation, or with the figures it is given.
    pub enum PolicyProblem {
        /// A name of another form.
        NameForm = Error "policy.name.form" by "F-POLICY" {
            en: "a name is a small letter followed by small letters, digits and underscores, 40 at most", ja: "項目名は英小文字で始まり、英小文字・数字・下線からなる40文字までの名前です",
            help_en: "write for example population_12_64", help_ja: "例えば population_12_64 と書いてください",
        }
        /// A figure of another form.
        FigureForm = Error "policy.figure.form" by "F-POLICY" {
            en: "a figure is a sum of columns with exact factors, such as 8/5*population_12 - delivered, or min(…, …) of sums",
            ja: "算定項目は 8/5*population_12 - delivered のような列の和（分数の係数つき）か、その min(…, …) です",
            help_en: "put factors before the names; no brackets but those of min", help_ja: "係数は名前の前に * で付け、括弧は min だけに使ってください",
        }
        /// A member that a layer of this kind needs.
        LayerMember { member: &'static str, kind: Term } = Error "policy.layer.member_missing" by "F-POLICY" {
            en: "a layer of the kind {kind} needs `{member}`", ja: "種類「{kind:#}」の段階には {member} が必要です",
            help_en: "add it", help_ja: "追加してください",
        }
        /// A member that a layer of this kind has no use for.
        LayerExtra { member: &'static str, kind: Term } = Error "policy.layer.member_unused" by "F-POLICY" {
            en: "a layer of the kind {kind} has no `{member}`", ja: "種類「{kind:#}」の段階に {member} はありません",
            help_en: "remove it, or choose another kind", help_ja: "削除するか、別の種類にしてください",
        }
        /// Both lists of who takes part.
        LayerSelection = Error "policy.layer.selection" by "F-POLICY" {
            en: "either `only` or `except` says who takes part, not both", ja: "対象は only か except のどちらか一方で指定します",
            help_en: "remove one of them", help_ja: "どちらかを削除してください",
        }
        /// A method and a rounding at once.
        LayerRounding = Error "policy.layer.rounding" by "F-POLICY" {
            en: "shares become whole by a method or each by a rounding, not both", ja: "端数の処理は method か rounding のどちらか一方です",
            help_en: "remove one of them", help_ja: "どちらかを削除してください",
        }
        /// A part that is more than the whole.
        LayerPart = Error "policy.layer.part" by "F-POLICY" {
            en: "a part is a fraction from 0/1 to 1/1 with a denominator up to 1,000,000", ja: "割合は 0/1 以上 1/1 以下の分数（分母は 1,000,000 まで）です",
            help_en: "write nine tenths as \"9/10\"", help_ja: "9割は \"9/10\" と書きます",
        }
        /// A unit that holds nothing, or too much.
        LayerUnit = Error "policy.layer.unit" by "F-POLICY" {
            en: "one unit holds 1 to 1,000,000", ja: "1単位あたりの数は 1〜1,000,000 です",
            help_en: "give the doses a box, for example 1170", help_ja: "1箱の接種回数などを指定してください（例 1170）",
        }
        /// Two layers, or a layer and a column, of one name.
        NameTwice = Error "policy.name.twice" by "F-POLICY" {
            en: "this name stands for another layer or column, or is `given`", ja: "この名前は他の段階か列が使っているか、given です",
            help_en: "choose another name", help_ja: "別の名前にしてください",
        }
        /// A formula without layers, or with too many.
        Layers { most: usize } = Error "policy.layers.count" by "F-POLICY" {
            en: "a formula has 1 to {most} layers", ja: "方式の段階は 1〜{most} 個です",
            help_en: "add a layer, or split the formula", help_ja: "段階を加えるか、方式を分けてください",
        }
        /// A cut of something that is no earlier layer which gives.
        CutOf = Error "policy.layer.cut_of" by "F-POLICY" {
            en: "`of` names an earlier layer that gives something", ja: "of には、何かを配分する前の段階の名前を指定します",
            help_en: "name a layer that stands before this one and is no cut", help_ja: "この段階より前にある、減額以外の段階を指定してください",
        }
        /// A bundled formula that is not there.
        Unknown { known: Vec<String> } = Error "policy.id.unknown" by "F-POLICY" {
            en: "no formula of this id is bundled", ja: "この番号の方式は同梱されていません",
            help_en: "see the known ids in the details", help_ja: "details の一覧から選んでください",
        }
        /// A column with more or fewer values than there are recipients.
        ColumnLength { length: usize, expected: usize } = Error "policy.column.length" by "F-POLICY" {
            en: "this column has {length} values, there are {expected} recipients", ja: "この列の値は {length} 個ですが、配分先は {expected} 件です",
            help_en: "give one value for each recipient", help_ja: "配分先ごとに1つの値を指定してください",
        }
        /// A column that the formula needs and the caller has not given.
        ColumnMissing { column: String, layers: Vec<String>, not_published: bool } = Error "policy.column.missing" by "F-POLICY" {
            en: "the formula needs the column {column}", ja: "この方式には列 {column} が必要です",
            help_en: "give it; `not_published` in the details says whether anybody has published it", help_ja: "列を指定してください（公表されていない場合は details の not_published が true です）",
        }
        /// A layer that is left open because a column is missing.
        LayerOpen { layer: String, missing: Vec<String> } = Warning "policy.layer.open" by "F-POLICY" {
            en: "the layer {layer} was not evaluated: its inputs, or those of an earlier layer, are missing", ja: "段階 {layer} は、この段階か前の段階の入力が足りないため計算していません",
            help_en: "give the columns in the details", help_ja: "details の列を指定してください",
        }
        /// A layer that gives out what is left of a supply nobody named.
        SupplyMissing { layer: String } = Error "policy.supply.missing" by "F-POLICY" {
            en: "the layer {layer} gives out what is left of the supply, and no supply is given", ja: "段階 {layer} は供給量の残りを配分しますが、供給量がありません",
            help_en: "give `supply`, or the layer's `budget`", help_ja: "supply か、その段階の budget を指定してください",
        }
        /// A layer that gives more than is left.
        OverSupply { layer: String, given: u64, left: u64 } = Error "policy.layer.over_supply" by "ALC-2" {
            en: "the layer {layer} gives {given} units, {left} are left of the supply", ja: "段階 {layer} の配分 {given} は、供給量の残り {left} を超えます",
            help_en: "lower its budget or amounts, or raise the supply", help_ja: "段階の予算か量を減らすか、供給量を増やしてください",
        }
        /// A layer whose rounding of each share gives more than its budget.
        OverBudget { layer: String, given: u64, budget: u64 } = Error "policy.layer.over_budget" by "ALC-2" {
            en: "rounded each by itself, the shares of the layer {layer} add up to {given}, its budget is {budget}", ja: "段階 {layer} の取り分を個別に丸めると合計 {given} となり、予算 {budget} を超えます",
            help_en: "round down, or choose a method, which uses the budget exactly", help_ja: "切り捨てにするか、予算をちょうど使い切る method を選んでください",
        }
        /// An amount that must be whole and is not.
        NotWhole { layer: String, value: String } = Error "policy.figure.not_whole" by "F-POLICY" {
            en: "the layer {layer} comes to {value} here, which is not whole", ja: "段階 {layer} の値はここで {value} となり、整数ではありません",
            help_en: "name a rounding", help_ja: "rounding を指定してください",
        }
        /// A figure that leaves the range of numbers.
        FigureTooLarge { layer: String } = Error "policy.figure.too_large" by "F-POLICY" {
            en: "a figure of the layer {layer} leaves the range of numbers here (2^53−1)", ja: "段階 {layer} の値がここで数の範囲（2^53−1）を超えます",
            help_en: "check columns and factors", help_ja: "列の値と係数を確認してください",
        }
        /// An id in a layer's list that no recipient has.
        SelectionUnknown { layer: String, ids: Vec<String> } = Warning "policy.layer.unknown_ids" by "F-POLICY" {
            en: "the layer {layer} names recipients that are not in the request", ja: "段階 {layer} の対象に、要求にない配分先があります",
            help_en: "add them, or correct the ids in the details", help_ja: "配分先を追加するか、details の番号を直してください",
        }
    }
}
