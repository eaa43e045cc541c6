//! What can be wrong with a question to the simulation.

use crate::base::{Term, problems};

problems! {
    /// What can be wrong with a comparison, a counterfactual or a simulation.
    pub enum SimulationProblem {
        /// A recipient that the request does not have.
        RecipientUnknown = Error "simulation.recipient.unknown" by "ALC-3" {
            en: "no recipient of this id is in the request", ja: "この番号の配分先は要求の中にありません",
            help_en: "ask about one of the recipients", help_ja: "要求にある配分先の番号を指定してください",
        }
        /// A recipient that no change of the lever gives more.
        Unreachable { reason: Term, amount: u64 } = Error "what_if.unit.unreachable" by "ALC-3" {
            en: "no change of this gives one unit more than {amount}: {reason}", ja: "これをどう変えても {amount} から1単位増えません（{reason:#}）",
            help_en: "change what stands in the way: the cap, the weight, or the floors of others", help_ja: "妨げとなっている上限・重み・他の下限を見直してください",
        }
        /// A search that would take too long.
        TooFar { tried_to: u64 } = Error "what_if.search.too_far" by "ALC-3" {
            en: "no unit more was found up to {tried_to}, and the search ends there", ja: "{tried_to} まで調べましたが1単位増えず、探索を打ち切りました",
            help_en: "ask with fewer recipients, with a divisor method, or about the weight", help_ja: "配分先を減らすか、除数方式を使うか、重みについて尋ねてください",
        }
        /// More work than one call takes.
        TooMuch { most: u64, asked: u64 } = Error "simulation.work.too_much" by "ALC-3" {
            en: "{asked} amounts would have to be computed, {most} are taken in one call", ja: "計算する配分量が {asked} 件となり、1回の上限 {most} 件を超えます",
            help_en: "split the scenarios over several calls", help_ja: "シナリオを分けて呼び出してください",
        }
        /// A scenario that names a column nobody gave.
        ColumnUnknown = Error "simulation.column.unknown" by "ALC-3" {
            en: "no column of this name is in the request", ja: "この名前の列は要求の中にありません",
            help_en: "add the column, or correct the name", help_ja: "列を追加するか、名前を直してください",
        }
        /// A spread that would turn weights around.
        Spread = Error "simulation.spread.range" by "ALC-3" {
            en: "a spread is 0 to 1,000 thousandths", ja: "ばらつきは千分の 0〜1,000 です",
            help_en: "write ten per cent as 100", help_ja: "10% は 100 と書きます",
        }
        /// A search space without a paradox to find.
        SearchSpace = Error "paradox.search.space" by "ALC-3" {
            en: "a search takes 2 to 20 recipients, weights and supplies of at least 1, and 1 to 1,000,000 tries", ja: "探索は配分先 2〜20 件、重みと供給量 1 以上、試行 1〜1,000,000 回です",
            help_en: "correct the figures", help_ja: "数値を直してください",
        }
    }
}
