//! What the tables say about the record of a facility: which items need approval, which products a group holds.

use super::table::{read, required};
use crate::base::{Bilingual, Refusal};
use crate::rows::Column;

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

const ITEM_COLUMNS: [Column; 4] = [required(&["id"]), required(&["ja"]), required(&["en"]), required(&["source"])];

const GROUP_COLUMNS: [Column; 5] =
    [required(&["id"]), required(&["ja"]), required(&["en"]), required(&["products"]), required(&["source"])];

pub(super) fn approval_items() -> Result<Vec<ApprovalItem>, Refusal> {
    read("approval_items.csv", include_str!("../../data/approval_items.csv"), &ITEM_COLUMNS, |row, _| {
        Some(ApprovalItem {
            id: row.text(0).into_owned(),
            name: Bilingual { en: row.text(2).into_owned(), ja: row.text(1).into_owned() },
            source: row.text(3).into_owned(),
        })
    })
}

pub(super) fn product_groups() -> Result<Vec<ProductGroupEntry>, Refusal> {
    read("product_groups.csv", include_str!("../../data/product_groups.csv"), &GROUP_COLUMNS, |row, _| {
        Some(ProductGroupEntry {
            id: row.text(0).into_owned(),
            name: Bilingual { en: row.text(2).into_owned(), ja: row.text(1).into_owned() },
            products: row.text(3).split_whitespace().map(str::to_owned).collect(),
            source: row.text(4).into_owned(),
        })
    })
}
