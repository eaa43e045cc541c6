//! Who acts.

use serde::{Deserialize, Serialize};

use super::lang::Term;

/// A role in V-SYS (利用者の役割), as far as the allocation of vaccine knows them.
/// Source: 「第1回自治体説明会 V-SYSに関する詳細説明」 3. ステークホルダー, 2020-12-18 (ROL-1, ROL-5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// 国
    Nation,
    /// 都道府県
    Prefecture,
    /// 市町村（特別区を含む）
    Municipality,
    /// 医療機関・接種会場
    Site,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Nation, Self::Prefecture, Self::Municipality, Self::Site];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Prefecture => "prefecture",
            Self::Municipality => "municipality",
            Self::Site => "site",
        }
    }

    /// The name in both languages.
    pub const fn term(self) -> Term {
        Term::new(self.as_str(), self.ja())
    }

    /// The Japanese name.
    pub const fn ja(self) -> &'static str {
        match self {
            Self::Nation => "国",
            Self::Prefecture => "都道府県",
            Self::Municipality => "市町村",
            Self::Site => "医療機関・接種会場",
        }
    }
}

/// Who acts: a role and, below the nation, whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The role.
    pub role: Role,
    /// The code of the prefecture or municipality, or the id of the site; empty for the nation.
    pub code: String,
}
