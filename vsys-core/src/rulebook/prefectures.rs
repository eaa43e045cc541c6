//! The prefectures.

use super::table::{Table, table};
use crate::base::{PrefectureCode, Refusal};

/// A prefecture (都道府県).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefecture {
    /// Its code, 01 to 47.
    pub code: PrefectureCode,
    /// Its name.
    pub name: String,
    /// Its code as a local government (都道府県の全国地方公共団体コード), such as 130001.
    pub local_government_code: String,
}

const TABLE: Table = table!("prefectures", "code name local_government_code");

pub(super) fn bundled() -> Result<Vec<Prefecture>, Refusal> {
    TABLE
        .read(|row| Some(Prefecture { code: row.parse(0)?, name: row.string(1), local_government_code: row.string(2) }))
}
