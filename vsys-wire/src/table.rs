//! The one table of operations. A build may be made without some groups of them (the features of this crate).

use vsys_core::CatalogueEntry;
use vsys_core::base::{Path, Refusal};
use vsys_core::rulebook::RuleBook;

use crate::call::call;
#[cfg(feature = "schemas")]
use crate::call::schema;
use crate::envelope;
#[cfg(feature = "schemas")]
use crate::json::Json;
use crate::operations as op;
use crate::problem::WireProblem;

/// What a call came to: canonical JSON, and whether it is an answer or an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// `true` = `{"answer":…}`, `false` = `{"error":…}`.
    pub ok: bool,
    /// The canonical JSON.
    pub bytes: Vec<u8>,
}

impl Outcome {
    pub(crate) fn failure(refusal: &Refusal) -> Self {
        Self { ok: false, bytes: envelope::failure(refusal) }
    }
}

/// An operation of the table.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Its name, `area.verb`.
    pub name: &'static str,
    /// The feature of this crate that it belongs to; nothing = it is in every build.
    pub group: Option<&'static str>,
    /// What it does, in English.
    #[cfg(feature = "schemas")]
    pub en: &'static str,
    /// What it does, in Japanese.
    #[cfg(feature = "schemas")]
    pub ja: &'static str,
    run: fn(&RuleBook, &[u8]) -> Outcome,
    #[cfg(feature = "schemas")]
    schema: fn() -> Json,
}

impl Operation {
    /// Runs it.
    pub fn run(&self, book: &RuleBook, request: &[u8]) -> Outcome {
        (self.run)(book, request)
    }

    /// Its schema as canonical JSON: `{"answer":…,"request":…}`, JSON Schema 2020-12.
    #[cfg(feature = "schemas")]
    pub fn schema(&self) -> Vec<u8> {
        (self.schema)().to_bytes()
    }
}

macro_rules! group {
    () => {
        None
    };
    ($group:literal) => {
        Some($group)
    };
}

macro_rules! operations {
    ($($name:literal $(in $group:literal)? => $call:ty, $en:literal, $ja:literal;)*) => {
        /// Every operation of this build, in the order of their names.
        pub static OPERATIONS: &[Operation] = &[$($(#[cfg(feature = $group)])? Operation {
            name: $name,
            group: group!($($group)?),
            #[cfg(feature = "schemas")]
            en: $en,
            #[cfg(feature = "schemas")]
            ja: $ja,
            run: call::<$call>,
            #[cfg(feature = "schemas")]
            schema: schema::<$call>,
        }),*];
    };
}

operations! {
    "access.decide" in "applications" => op::DecideAccess, "decides who may do what, with reason and rule", "操作の可否を理由と規則とともに示す";
    "allocation.advance" in "allocation" => op::Advance, "moves the workflow of an allocation by one event", "分配の手順を1つ進める";
    "allocation.apportion" in "allocation" => op::Apportion, "shares whole units in proportion to weights, exactly", "重みに比例して整数単位を配分する";
    "allocation.cascade" in "allocation" => op::Cascade, "shares a supply from the nation down to the sites", "国から接種会場まで段階的に配分する";
    "allocation.check" in "allocation" => op::Check, "marks whether what is given on was received", "受領量と配分量を照合し〇Ｘを付ける";
    "allocation.compare" in "allocation" => op::Compare, "sets two methods or formulas side by side: who gains, who loses, how fair each is", "二つの配分方式を比べ、増減と公平さを示す";
    "allocation.paradox" in "allocation" => op::Paradox, "looks for a paradox of a method and shows a counter-example", "配分方式の逆理を探し反例を示す";
    "allocation.policy" in "allocation" => op::EvaluatePolicy, "evaluates a formula of allocation, layer by layer", "配分方式を段階ごとに算定する";
    "allocation.progress" in "allocation" => op::Progress, "tells how far the recipients of a giver are", "進捗状況を示す";
    "allocation.simulate" in "allocation" => op::Simulate, "runs many scenarios and tells how fair each is", "多数のシナリオで分配を試算し公平さを示す";
    "allocation.summary" in "allocation" => op::Summary, "adds up what was received and what is given on", "集計情報を示す";
    "allocation.verify" in "allocation" => op::Verify, "re-checks an answer without the engine", "回答を独立に検算する";
    "allocation.view" in "allocation" => op::View, "shows what an actor may see", "分配量を閲覧する";
    "allocation.what_if" in "allocation" => op::WhatIf, "tells the smallest change of supply or weight that gives a recipient one unit more", "あと1単位を得るための供給量・重みの最小の変化を示す";
    "application.advance" in "applications" => op::ApplicationAdvance, "makes a workplace application, or moves it by one event", "職域追加接種の申込みを1つ進める";
    "application.list" in "applications" => op::ApplicationList, "lists applications as the screen prints them", "追加接種申込状況の一覧を作る";
    "application.permissions" in "applications" => op::ApplicationPermissions, "tells what may be done in each status of an application", "申込状況ごとの参照・取下げ・編集の可否を示す";
    "application.validate" in "applications" => op::ApplicationValidate, "judges the form of an application", "申込内容を検査する";
    "calendar.cycles" => op::Cycles, "lists cycles with delivery weeks and deadlines", "クールの一覧を作る";
    "calendar.deadline" => op::Deadline, "tells a deadline and whether it is met", "締切と間に合うかどうかを示す";
    "calendar.holiday" => op::Holiday, "tells whether a day is a national holiday", "祝日かどうかを示す";
    "claims.check" => op::ClaimsCheck, "finds what is wrong with the records and sheets of a claim", "請求の明細と請求書を点検する";
    "claims.classify" => op::ClaimsClassify, "tells whether a vaccination lies within hours, off hours or on a holiday", "接種の時間内・時間外・休日を判定する";
    "claims.deadline" => op::ClaimsDeadline, "tells when the claims of a month close and are paid", "請求の〆切日と支払の期限を示す";
    "claims.diff" => op::ClaimsDiff, "tells what changes in the tariff between two days", "二つの日の間の単価の変更を示す";
    "claims.price" => op::ClaimsPrice, "prices a number of services of one kind", "接種・予診の請求金額を計算する";
    "claims.route" => op::ClaimsRoute, "tells from whom a claim is paid", "請求先を示す";
    "claims.select" => op::ClaimsSelect, "tells form, sheet and surcharge by month of vaccination and of claim", "接種月と請求月から様式と加算の扱いを示す";
    "claims.sheets" => op::ClaimsSheets, "makes the claim sheets of a month, as data and to print", "請求総括書・市区町村別請求書を作る";
    "claims.support" => op::ClaimsSupport, "works out the support money of a clinic", "個別接種促進支援の額を計算する";
    "claims.tariff" => op::ClaimsTariff, "lists the prices of a day", "ある日の単価を示す";
    "code.institution" => op::Institution, "checks a medical institution's number", "医療機関等の番号を検査する";
    "code.municipality" in "municipalities" => op::Municipality, "looks a municipality code up at a date", "市町村コードを調べる";
    "contract.letter" in "applications" => op::ContractLetter, "issues, downloads and reissues a delegation letter, and tells whether its pop-up is shown", "委任状を作成・ダウンロード・再発行し、ポップアップの要否を示す";
    "facility.change" in "applications" => op::FacilityChange, "registers a facility or changes its record", "医療機関・接種会場の情報を登録・変更する";
    "facility.decide" in "applications" => op::FacilityDecide, "approves or rejects the change that waits", "申請中の変更を承認または却下する";
    "facility.eligibility" in "applications" => op::FacilityEligibility, "tells whether and how a facility can receive vaccine", "分配の対象となるかどうかと納入の経路を示す";
    "form.check" in "forms" => op::FormCheck, "checks a screening form", "予診票の記載を確認する";
    "machines.export" in "registers" => op::ExportMachines, "lists the state machines with states, moves and diagrams", "状態遷移の一覧と図を示す";
    "needle.fill" => op::NeedleFill, "fills in needle boxes for vaccine boxes", "針・シリンジの箱数を自動入力する";
    "plan.change" => op::PlanChange, "changes a booster plan", "接種計画を変更する";
    "plan.decide" => op::PlanDecide, "confirms or refuses a change above the first total", "国の確認を行う";
    "plan.preview" => op::PlanPreview, "tells what a registration or change would do", "接種計画の登録・変更を事前に確かめる";
    "plan.register" => op::PlanRegister, "registers a booster plan", "接種計画を登録する";
    "plan.status" => op::PlanStatusOf, "shows a plan and which rows can be changed", "接種計画と行の状態を示す";
    "product.record_name" in "allocation" => op::RecordName, "makes the names of allocation records", "分配名を作る";
    "quantity.convert" in "allocation" => op::Convert, "converts boxes, vials, pieces and doses", "箱・バイアル・本・回数を換算する";
    "rules.assumptions" in "registers" => op::ListAssumptions, "lists the register of assumptions", "前提の一覧を示す";
    "rules.list" in "registers" => op::ListRules, "lists every rule with its kind and source", "規則の一覧を示す";
    "version" => op::Version, "tells the versions of library, wire and data", "版を示す";
}

/// An operation by its name.
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.name == name)
}

/// Runs an operation by its name: UTF-8 JSON in, canonical UTF-8 JSON out. Never panics; whatever is
/// wrong is told in the answer.
pub fn dispatch(book: &RuleBook, name: &str, request: &[u8]) -> Vec<u8> {
    match operation(name) {
        Some(operation) => operation.run(book, request).bytes,
        None => unknown().bytes,
    }
}

impl Outcome {
    /// Runs an operation by its name and tells whether it answered.
    pub fn of(book: &RuleBook, name: &str, request: &[u8]) -> Self {
        operation(name).map_or_else(unknown, |operation| operation.run(book, request))
    }
}

fn unknown() -> Outcome {
    Outcome::failure(&Refusal::new(&WireProblem::OperationUnknown, Path::root()))
}

/// Every code that can be raised, by the core or by the wire.
pub fn catalogue() -> impl Iterator<Item = &'static CatalogueEntry> {
    vsys_core::catalogue().chain(WireProblem::ENTRIES)
}
