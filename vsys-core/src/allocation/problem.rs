//! What can be wrong with an allocation.

use super::repair::Repair;
use crate::base::{Term, problems};

problems! {
    /// What can be wrong with a request for an allocation, with an answer, or with a move of the workflow.
    pub enum AllocationProblem {
        /// More recipients than are taken.
        TooMany { most: usize } = Error "allocation.recipients.too_many" by "ALC-3" {
            en: "at most {most} recipients can share a supply", ja: "配分先は {most} 件までです",
            help_en: "split the request by level", help_ja: "階層ごとに分けてください",
        }
        /// A column with more or fewer rows than the column of weights.
        ColumnLength { column: &'static str, length: usize, expected: usize } = Error "allocation.column.length" by "ALC-3" {
            en: "the column {column} has {length} rows where {expected} are expected", ja: "列 {column} は {length} 行ですが、{expected} 行のはずです",
            help_en: "give one row to each recipient, in every column", help_ja: "どの列にも、配分先ごとに1行ずつ入れてください",
        }
        /// An id that stands twice.
        IdTwice { first: usize } = Error "allocation.recipient.twice" by "ALC-3" {
            en: "this id already stands at index {first}", ja: "同じ番号が {first} 番目（0から数える）にもあります",
            help_en: "remove one of the two", help_ja: "どちらかを削除してください",
        }
        /// A floor above the cap.
        FloorAboveCap { floor: u64, cap: u64 } = Error "allocation.floor.above_cap" by "ALC-2" {
            en: "the floor {floor} is above the cap {cap}", ja: "下限 {floor} が上限 {cap} を超えています",
            help_en: "lower the floor or raise the cap (of a group: the sums of its members)", help_ja: "下限を下げるか上限を上げてください（集団では構成員の合計）",
        }
        /// Floors that add up to more than the supply.
        FloorsAboveSupply { floors: u64, supply: u64 } = Error "allocation.floors.above_supply" by "ALC-2" {
            en: "the floors add up to {floors}, the supply is {supply}", ja: "下限の合計 {floors} が供給量 {supply} を超えています",
            help_en: "lower floors or raise the supply", help_ja: "下限を下げるか供給量を増やしてください",
        }
        /// Floors whose sum leaves the range of numbers.
        FloorsTooLarge = Error "allocation.floors.too_large" by "ALC-2" {
            en: "the floors add up to more than 2^53−1", ja: "下限の合計が 2^53−1 を超えます",
            help_en: "check the unit of the floors", help_ja: "下限の単位を確認してください",
        }
        /// Something to share and nobody to share it by.
        NoWeight { supply: u64 } = Error "allocation.weights.none" by "ALC-3" {
            en: "a supply of {supply} cannot be shared: no recipient has a positive weight or a floor",
            ja: "正の重みも下限も持つ配分先がないため、供給量 {supply} を配分できません",
            help_en: "give at least one recipient a weight", help_ja: "少なくとも1件に重みを指定してください",
        }
        /// Adams and Hill owe everybody one unit, and the supply does not reach.
        FirstUnits { needed: u64, supply: u64 } = Error "allocation.supply.first_units" by "ALC-3" {
            en: "this method gives every recipient with a weight one unit first: {needed} are needed, the supply is {supply}",
            ja: "この方式は重みのある配分先すべてに先に1単位を渡すため {needed} が必要ですが、供給量は {supply} です",
            help_en: "choose `by-weight` for the first units, or another method", help_ja: "first_units に by-weight を選ぶか、別の方式にしてください",
        }
        /// A tie that the caller wants to see decided by nobody.
        Tie { tied: Vec<String>, units: u64 } = Error "allocation.tie.undecided" by "ALC-3" {
            en: "{units} units fall among equal claims", ja: "同順位の間に {units} 単位が残りました",
            help_en: "decide among the tied set in the details, or take ties `ruled`", help_ja: "details の同順位集合で決めるか、ties を ruled にしてください",
        }
        /// Supply that no cap has room for.
        LeftOver { level: Term, parents: u64, boxes: u64 } = Warning "allocation.supply.left_over" by "ALC-2" {
            en: "{boxes} units are not given on (level {level}, givers: {parents})",
            ja: "{boxes} 単位が配分されずに残りました（階層 {level:#}、{parents} 件）",
            help_en: "caps, shares or fixed amounts leave no room: raise them, or keep the rest for the next cycle", help_ja: "上限・割合・固定量を見直すか、残りを次クールに回してください",
        }
        /// A recipient with nothing to share by.
        WeightMissing = Error "allocation.node.weight_missing" by "ALC-3" {
            en: "neither a weight, nor a capacity, nor a fixed amount is known here", ja: "重み・接種可能量・固定量のいずれもありません",
            help_en: "give one of them", help_ja: "いずれかを指定してください",
        }
        /// A parent that is nowhere.
        ParentUnknown { kind: Term } = Error "allocation.node.parent" by "ALC-1" {
            en: "no {kind} of this id is in the request", ja: "この番号の {kind:#} は要求の中にありません",
            help_en: "add it, or correct the id", help_ja: "追加するか、番号を直してください",
        }
        /// A share that is no part of the whole.
        ShareRange = Error "allocation.share.range" by "ALC-10" {
            en: "a share is a decimal from 0 to 1", ja: "割合は 0 以上 1 以下の小数です",
            help_en: "write 8 % as \"0.08\"", help_ja: "8% は \"0.08\" と書きます",
        }
        /// More than one directive for a recipient.
        Directives = Error "allocation.node.directives" by "CYC-5" {
            en: "a recipient may have a share or a fixed amount, not both", ja: "割合と固定量は同時に指定できません",
            help_en: "remove one of them", help_ja: "どちらかを削除してください",
        }
        /// Fixed amounts, shares or edits that give more than was received.
        OverReceived { received: u64, given: u64 } = Error "allocation.given.over_received" by "ALC-2" {
            en: "{given} boxes are given, {received} were received", ja: "受領した {received} 箱に対し {given} 箱が配分されています",
            help_en: "lower the amounts of the recipients", help_ja: "配分量を減らしてください",
        }
        /// A decided amount (an edit, a share, a fixed amount) above what the recipient can take.
        DecisionAboveCap { boxes: u64, cap: u64 } = Warning "allocation.decision.above_cap" by "ALC-3" {
            en: "the decided amount {boxes} is above the cap {cap}", ja: "指定または修正された {boxes} 箱は上限 {cap} を超えています",
            help_en: "the decision stands; check the capacity", help_ja: "指定は有効です。接種可能量を確認してください",
        }
        /// Recipients who received boxes and have nobody to pass them on to.
        NoSites { municipalities: u64, boxes: u64 } = Warning "allocation.level.no_sites" by "ALC-1" {
            en: "{municipalities} municipalities hold {boxes} boxes and have no site in the request", ja: "{municipalities} 市町村の計 {boxes} 箱は、接種会場がないため先へ配分されていません",
            help_en: "add their sites", help_ja: "接種会場を追加してください",
        }
        /// A registered needle supply that a policy needs.
        NeedleSupplyMissing { policy: &'static str, field: &'static str } = Error "allocation.needles.supply_missing" by "NDL-1" {
            en: "the policy {policy} needs the registered needle supply of the cycle: give `{field}`",
            ja: "方式 {policy} には、そのクールに登録された針の供給量 {field} が必要です",
            help_en: "give the registered supply, or choose `per-level` or `cap-to-parent`", help_ja: "供給量を指定するか、per-level または cap-to-parent を選んでください",
        }
        /// Needles that do not reach.
        NeedleShortfall { item: Term, recipients: u64, pieces: u64 } = Warning "allocation.needles.shortfall" by "ALC-11" {
            en: "{recipients} recipients fall short of their {item} by {pieces} pieces in all", ja: "{recipients} 件で {item:#} が計 {pieces} 本不足します",
            help_en: "see `shortfalls` in the answer", help_ja: "回答の shortfalls を確認してください",
        }
        /// Needle boxes beyond the own ceiling of the level above.
        NeedleOvershoot { item: Term, level: Term, parents: u64, boxes: u64 } = Warning "allocation.needles.overshoot" by "ALC-11" {
            en: "below {parents} givers of the level {level} the recipients' {item} exceed the giver's own ceiling by {boxes} boxes in all",
            ja: "{level:#} の {parents} 件で、配分先の {item:#} の合計がその階層の切り上げ箱数を計 {boxes} 箱超えています",
            help_en: "this is the rounding trap of whole boxes; choose a needle policy", help_ja: "箱単位の切り上げによるものです。針の方式を選んでください",
        }
        /// ALC-5: a product's mark is Ｘ.
        Cross { item: Term, received: u64, given: u64 } = Error "allocation.mark.cross" by "ALC-5" {
            en: "Ｘ: {received} boxes of {item} were received, {given} are given on", ja: "Ｘ: {item:#} は受領 {received} 箱に対し配分 {given} 箱です",
            help_en: "lower the amounts below, or raise what is received", help_ja: "配分を減らすか、受領量を増やしてください",
        }
        /// A move on somebody else's figures.
        ScopeRefused = Error "allocation.move.scope" by "PRV-4" {
            en: "a government may only see and change its own figures", ja: "自団体に関するもの以外は参照・変更できません",
            help_en: "name your own code", help_ja: "自団体のコードを指定してください",
        }
        /// An actor whom the state does not know.
        ActorUnknown = Error "allocation.actor.unknown" by "ALC-4" {
            en: "the state has no such government or site", ja: "この状態に該当する団体・会場はありません",
            help_en: "check the code", help_ja: "コードを確認してください",
        }
        /// Nobody under the actor has completed.
        NotAllCompleted { waiting: Vec<String> } = Error "allocation.lock.not_completed" by "ALC-4" {
            en: "not every municipality has completed its distribution", ja: "分配作業が完了していない市町村があります",
            help_en: "wait for the municipalities in the details", help_ja: "details の市町村の完了を待ってください",
        }
        /// A lock with Ｘ on vaccine.
        LockVaccine { municipalities: Vec<String> } = Error "allocation.lock.vaccine_cross" by "ALC-5" {
            en: "the mark of vaccine is Ｘ: the lock is refused", ja: "ワクチンがＸのため、データロックできません",
            help_en: "lower the sites' vaccine", help_ja: "会場へのワクチンを減らしてください",
        }
        /// A lock with Ｘ on needles or syringes alone, with both repairs.
        LockNeedles { municipalities: Vec<String>, top_up: Option<Repair>, top_up_missing: Option<String>, cap_to_parent: Repair } = Error "allocation.lock.needle_cross" by "ALC-5" {
            en: "the mark of needles or syringes is Ｘ: choose one of the repairs in the details", ja: "針・シリンジがＸのため、details の修正案のどちらかを選んでください",
            help_en: "send the lock again with `repair`: `top-up` or `cap-to-parent`", help_ja: "repair に top-up か cap-to-parent を付けて再度ロックしてください",
        }
        /// National amounts above the registered supply.
        AboveSupply { item: Term, supply: u64, given: u64 } = Error "allocation.nation.above_supply" by "ALC-2" {
            en: "the nation gives {given} boxes of {item}, {supply} are registered", ja: "国の配分 {item:#} {given} 箱が登録供給量 {supply} 箱を超えています",
            help_en: "lower the amounts, or register the supply", help_ja: "配分を減らすか、供給量を登録してください",
        }
        /// A state that contradicts itself.
        StateInvalid { what: &'static str } = Error "allocation.state.invalid" by "ALC-4" {
            en: "the state contradicts the workflow: {what}", ja: "状態が手順と矛盾しています（{what}）",
            help_en: "send back the state as it was answered", help_ja: "回答された状態をそのまま送ってください",
        }
        /// An edit of somebody not in the giver's area.
        EditTarget = Error "allocation.edit.target" by "ALC-3" {
            en: "this recipient does not belong to the giver", ja: "この配分先はその団体の管内にありません",
            help_en: "edit your own recipients only", help_ja: "管内の配分先だけを修正できます",
        }
        /// The verifier: an amount outside its bounds.
        VerifyBounds { floor: u64, cap: Option<u64> } = Error "allocation.verify.bounds" by "ALC-2" {
            en: "the amount lies outside its bounds (floor {floor})", ja: "量が上下限の範囲にありません（下限 {floor}）",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: a sum that does not come out.
        VerifySum { expected: u64, got: u64 } = Error "allocation.verify.sum" by "ALC-2" {
            en: "the amounts add up to {got}, {expected} were to be given", ja: "合計 {got:#} は、配分すべき {expected:#} と一致しません",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: an amount that the method does not give.
        VerifyShare { expected: String } = Error "allocation.verify.share" by "ALC-3" {
            en: "the method gives {expected} here", ja: "この方式では {expected} になります",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: a unit in the wrong hands.
        VerifyOrder { other: String } = Error "allocation.verify.order" by "ALC-3" {
            en: "a unit given here was due to {other}", ja: "ここに渡された1単位は {other} に渡すべきものです",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: a figure that does not follow.
        VerifyFigure { expected: u64, got: u64 } = Error "allocation.verify.figure" by "ALC-10" {
            en: "{expected} is expected, the answer has {got}", ja: "{expected:#} のはずですが、回答は {got:#} です",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: a tied set that is not the one of the request.
        VerifyTie { tied: Vec<String> } = Error "allocation.verify.tie" by "ALC-3" {
            en: "the tied set is another one (see the details)", ja: "同順位の集合が異なります（details を参照）",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: a method that is not the request's.
        VerifyMethod { expected: &'static str } = Error "allocation.verify.method" by "ALC-3" {
            en: "the request asks for the method {expected}", ja: "要求の方式は {expected} です",
            help_en: "the answer was changed, or is not of this request", help_ja: "回答が変更されたか、別の要求の回答です",
        }
        /// The verifier: recipients that do not match.
        VerifyRecipients = Error "allocation.verify.recipients" by "ALC-1" {
            en: "the answer does not name the recipients of the request", ja: "回答の配分先が要求と一致しません",
            help_en: "send request and answer of one call", help_ja: "同じ呼出しの要求と回答を送ってください",
        }
        /// The verifier: a request that cannot have an answer.
        VerifyRefused { code: String } = Error "allocation.verify.refused" by "ALC-2" {
            en: "this request is refused ({code}), so no answer to it can be right", ja: "この要求は拒否されるため（{code}）、正しい回答はありません",
            help_en: "correct the request first", help_ja: "まず要求を直してください",
        }
    }
}
