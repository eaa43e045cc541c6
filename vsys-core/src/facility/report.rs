//! The report before a delivery.

use crate::base::{Doses, Pieces, named};

named! {
    /// How a site keeps its vaccine cold (保管管理). Source: DES-1.
    pub enum Storage {
        /// ドライアイス
        DryIce = "dry_ice" / "ドライアイス",
        /// 冷凍庫
        Freezer = "freezer" / "冷凍庫",
    }
}

/// The report of capacity and desired amount (接種可能量・納品希望量の報告). A record proves that no more is desired
/// than can be given. Source: 「第1回自治体説明会 V-SYSに関する詳細説明」 ワクチンを入手するための情報登録, 2020-12-18
/// (DES-1); ruling desired-capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// 接種可能量(上限量), 回分
    pub capacity: Doses,
    /// 納品希望量, 回分
    pub desired: Doses,
    /// 保管管理
    pub storage: Storage,
    /// シリンジの必要量, 本
    pub syringes: Pieces,
    /// 針の必要量, 本
    pub needles: Pieces,
}
