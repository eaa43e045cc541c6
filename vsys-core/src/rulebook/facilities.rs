//! What the tables say about the record of a facility: which items need approval, which products a group holds.

use super::table::{Table, table};
use crate::base::{Bilingual, Refusal};

/// An item of a facility's record that changes only with the municipality's approval (市町村の承認が必要な項目).
/// Source: 「自治体説明会（第3回）資料2」 医療機関情報の承認, 2021-02-17 (MED-3); ruling approval-items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovalItem {
    /// The name of the field of the record.
    pub id: String,
    /// What it is called.
    pub name: Bilingual,
    /// Where it stands.
    pub source: String,
}

/// A group of products that a facility or a doctor handles (取扱いワクチンの区分).
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 医療機関情報の登録と変更について, 2021-11 (MED-5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductGroupEntry {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Bilingual,
    /// The ids of its products in the master.
    pub products: Vec<String>,
    /// Where it stands.
    pub source: String,
}

const ITEMS: Table = table!("approval_items", "id ja en source");

const GROUPS: Table = table!("product_groups", "id ja en products source");

pub(super) fn approval_items() -> Result<Vec<ApprovalItem>, Refusal> {
    ITEMS.read(|row| {
        Some(ApprovalItem {
            id: row.string(0),
            name: Bilingual { en: row.string(2), ja: row.string(1) },
            source: row.string(3),
        })
    })
}

pub(super) fn product_groups() -> Result<Vec<ProductGroupEntry>, Refusal> {
    GROUPS.read(|row| {
        Some(ProductGroupEntry {
            id: row.string(0),
            name: Bilingual { en: row.string(2), ja: row.string(1) },
            products: row.words(3),
            source: row.string(4),
        })
    })
}
