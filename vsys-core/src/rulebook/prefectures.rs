//! The prefectures.

use super::table::{read, required};
use crate::base::{PrefectureCode, Refusal};
use crate::rows::Column;

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

const COLUMNS: [Column; 3] = [required(&["code"]), required(&["name"]), required(&["local_government_code"])];

pub(super) fn bundled() -> Result<Vec<Prefecture>, Refusal> {
    read("prefectures.csv", include_str!("../../data/prefectures.csv"), &COLUMNS, |row, findings| {
        Some(Prefecture {
            code: row.parse(0, findings)?,
            name: row.text(1).into_owned(),
            local_government_code: row.text(2).into_owned(),
        })
    })
}
