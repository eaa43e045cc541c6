//! Who acts.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::lang::named;
use super::site::Text;

named! {
    /// A role in V-SYS (利用者の役割): a closed list of fifteen.
    /// Source: 「第1回自治体説明会 V-SYSに関する詳細説明」 3. ステークホルダー, 2020-12-18;
    /// 「自治体説明会（第3回）資料2」 V-SYS利用マニュアル目次, 2021-02-17 (ROL-1, ROL-5).
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Role {
        /// The nation: the ministry (厚生労働省).
        Nation = "nation" / "国",
        /// A prefecture.
        Prefecture = "prefecture" / "都道府県",
        /// A municipality, a special ward included.
        Municipality = "municipality" / "市町村",
        /// A medical institution.
        Institution = "institution" / "医療機関",
        /// A vaccination site that is no institution of its own: a workplace (職域) or a special site (特設).
        Site = "site" / "接種会場",
        /// A maker of vaccine.
        Maker = "maker" / "製薬メーカー",
        /// A wholesaler with its regional store.
        Wholesaler = "wholesaler" / "卸業者",
        /// A maker of dry ice.
        DryIceMaker = "dry_ice_maker" / "ドライアイスメーカー",
        /// A store of needles and syringes.
        NeedleStore = "needle_store" / "針・シリンジ倉庫",
        /// A call centre that takes bookings.
        CallCentre = "call_centre" / "予約受付業者（コールセンター）",
        /// A body that organises the collective contract.
        GroupOrganiser = "group_organiser" / "集合契約のとりまとめ団体",
        /// An association of health workers.
        MedicalAssociation = "medical_association" / "医療関係団体",
        /// A resident.
        Resident = "resident" / "住民",
        /// The system's administrator.
        SystemAdministrator = "system_administrator" / "システム管理者",
        /// The service desk.
        ServiceDesk = "service_desk" / "サービスデスク",
    }
}

/// Who acts: a role and, below the nation, whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The role.
    pub role: Role,
    /// The code of the prefecture or municipality, or the id of the institution, site or company;
    /// empty for the nation.
    pub code: String,
}

/// An act: who does something, with which account, and when (操作者・日時). One person has one account
/// (1人1ID, PRV-2), which the operation log names (PRV-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Who acts.
    pub actor: Actor,
    /// The V-SYS ID of the person; absent where the host keeps it.
    pub account: Option<Text<64>>,
    /// When, JST.
    pub at: NaiveDateTime,
}
