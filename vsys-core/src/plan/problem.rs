//! What can be wrong with a plan.

use std::fmt;

use crate::base::{Detail, DetailKind, DetailValue, IntoList, Lang, Moment, Term, problems};

/// Cycles as messages print them (クールの番号): `3, 4`, in Japanese `3・4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleNumbers(pub Vec<u32>);

impl fmt::Display for CycleNumbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Detail::said(self, Lang::of(f)))
    }
}

impl Detail for CycleNumbers {
    const KIND: DetailKind = <Vec<u32>>::KIND;
    fn detail(&self) -> Option<DetailValue> {
        self.0.detail()
    }
    fn said(&self, lang: Lang) -> String {
        self.0.iter().map(u32::to_string).list().join(lang.between())
    }
}

problems! {
    /// What can be wrong with a plan, with a change of it, or with the nation's decision.
    pub enum PlanProblem {
        /// A login without the ID of a booster site.
        NotBooster = Error "plan.id.not_booster" by "PLN-7" {
            en: "the plan is opened only by the V-SYS ID of a booster site", ja: "接種計画は追加接種のV-SYS IDでのみ登録・変更できます",
            help_en: "log in with the ID of the booster vaccination", help_ja: "追加接種のV-SYS IDでログインしてください",
        }
        /// A cycle that the plan has not.
        CycleUnknown = Error "plan.cycle.unknown" by "PLN-4" {
            en: "the plan has no cycle of this number", ja: "この番号のクールは計画にありません",
            help_en: "see the cycles of the plan", help_ja: "計画のクールを確認してください",
        }
        /// A cycle that stands twice.
        CycleTwice = Error "plan.cycle.twice" by "PLN-4" {
            en: "this cycle stands twice", ja: "同じクールが2回あります",
            help_en: "remove one of them", help_ja: "片方を削除してください",
        }
        /// A change of a row whose vaccination period is over.
        RowPast { since: Moment } = Error "plan.boxes.past" by "PLN-3" {
            en: "the row is past since {since}: it cannot be changed", ja: "過去分（{since} から）のため変更できません",
            help_en: "leave the row as it is", help_ja: "この行は元の値のままにしてください",
        }
        /// A change of a row whose amount is fixed.
        RowConfirmed { since: Moment } = Error "plan.boxes.confirmed" by "PLN-3" {
            en: "the amount of this cycle is fixed since {since}: the row cannot be changed", ja: "分配量が確定済み（{since} から）のため変更できません",
            help_en: "leave the row as it is", help_ja: "この行は元の値のままにしてください",
        }
        /// A change while the allocation of a cycle is being worked on.
        RowFrozen { cycles: CycleNumbers, since: Moment } = Error "plan.boxes.frozen" by "PLN-9" {
            en: "all rows are frozen since {since}, until the allocation of cycle {cycles} is fixed",
            ja: "{since} から分配作業期間中のため、第{cycles:#}クールの分配量が確定するまですべての計画を変更できません",
            help_en: "change the plan when these amounts are fixed", help_ja: "分配量が確定してから変更してください",
        }
        /// A total beyond the range of boxes.
        TotalTooLarge { most: u64 } = Error "plan.total.too_large" by "PLN-4" {
            en: "the boxes of all rows add up to more than {most}", ja: "全クールの箱数の合計が {most} を超えています",
            help_en: "check the figures", help_ja: "箱数を確認してください",
        }
        /// A total above the first registration.
        AboveInitial { initial: u64, total: u64 } = Warning "plan.total.above_initial" by "PLN-3" {
            en: "the total of {total} boxes is above the {initial} of the first registration: the change waits for the nation's confirmation",
            ja: "合計 {total} 箱が初回登録時の {initial} 箱を超えるため、国の確認待ちとなります",
            help_en: "the old plan stands until then", help_ja: "確認されるまで現在の計画が有効です",
        }
        /// A change that replaces one that waits.
        RequestReplaced = Warning "plan.request.replaced" by "PLN-3" {
            en: "this replaces the change that waits for the nation", ja: "国の確認待ちの変更は、この変更に置き換えられます",
            help_en: "include what should be kept of it", help_ja: "残したい内容があれば含めてください",
        }
        /// A plan below the basis.
        BelowMinimum { doses: u64, basis: u64 } = Warning "plan.doses.below_basis" by "CNS-4" {
            en: "the plan has {doses} doses; about {basis} a site are the basis", ja: "計画は {doses} 回分です。1会場あたり {basis} 回程度が基本です",
            help_en: "check whether more rows are to be filled", help_ja: "計画量を確認してください",
        }
        /// Doses for which no person is planned.
        LeftOver { doses: u64 } = Warning "plan.doses.left_over" by "PLN-2" {
            en: "{doses} doses are left over: nobody collects them", ja: "{doses} 回分が余ります。残余ワクチンの回収はありません",
            help_en: "plan fewer boxes or more persons", help_ja: "箱数または接種予定人数を見直してください",
        }
        /// Persons for whom no dose is planned.
        Short { cycle: u32, doses: u64 } = Warning "plan.doses.short" by "CNS-5" {
            en: "{doses} doses are missing in cycle {cycle}", ja: "第{cycle}クールで {doses} 回分が不足します",
            help_en: "plan more boxes or fewer persons", help_ja: "箱数または接種予定人数を見直してください",
        }
        /// A row that closed while the change waited.
        RowKept { cycle: u32, kept: u64, asked: u64, kept_needles: u64, asked_needles: u64 } = Warning "plan.boxes.kept" by "PLN-3" {
            en: "cycle {cycle} closed while the change waited: it keeps {kept} boxes with {kept_needles} of needles instead of {asked} with {asked_needles}",
            ja: "第{cycle}クールは確認待ちの間に〆切を過ぎたため、{asked} 箱（針 {asked_needles} 箱）ではなく {kept} 箱（針 {kept_needles} 箱）のままです",
            help_en: "no change of this row is possible any more", help_ja: "この行はもう変更できません",
        }
        /// A total that the rows that closed meanwhile bring above what the nation looked at.
        AboveRequest { asked: u64, total: u64 } = Warning "plan.total.above_request" by "PLN-3" {
            en: "with the rows that closed meanwhile the plan has {total} boxes, above the {asked} of the change that was confirmed",
            ja: "確認待ちの間に〆切を過ぎた行があるため、計画は合計 {total} 箱となり、確認された変更の {asked} 箱を超えます",
            help_en: "lower another row if that is not meant", help_ja: "意図しない場合は他の行を減らしてください",
        }
        /// A refusal without its reason.
        ReasonMissing = Error "plan.decision.reason_missing" by "PLN-3" {
            en: "a refusal needs its reason", ja: "認めない場合は理由が必要です",
            help_en: "say what should be changed", help_ja: "見直すべき点を入力してください",
        }
        /// A plan that contradicts itself.
        Invalid { what: Term } = Error "plan.state.invalid" by "PLN-3" {
            en: "the plan contradicts itself: {what}", ja: "計画の内容が矛盾しています: {what:#}",
            help_en: "send the plan as it was answered", help_ja: "回答された計画をそのまま送ってください",
        }
    }
}
