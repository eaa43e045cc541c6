//! The doctors of a facility.

use crate::base::{Personal, SiteId, Text, named};

named! {
    /// A group of products that a facility or a doctor handles (取扱ワクチンの区分): the four of the doctor's form.
    /// Source: 「職域における追加接種（3回目接種） V-SYSについて」 医療機関情報の登録と変更について, 2021-11 (MED-5).
    pub enum ProductGroup {
        /// ファイザー社, from 12 years.
        PfizerFrom12 = "pfizer-12plus" / "ファイザー社(12歳以上)",
        /// ファイザー社, 5 to 11 years.
        PfizerFrom5To11 = "pfizer-5-11" / "ファイザー社(5歳以上11歳以下)",
        /// アストラゼネカ社.
        AstraZeneca = "astrazeneca" / "アストラゼネカ社",
        /// 武田(モデルナ)社.
        Moderna = "moderna" / "武田(モデルナ)社",
    }
}

/// A vaccinating doctor (接種担当医). Source: as [`ProductGroup`] (MED-5), MED-6.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doctor {
    /// An id within the facility (アカウントID).
    pub id: SiteId,
    /// 氏名
    pub name: Personal<Text<100>>,
    /// 氏名(かな)
    pub kana: Personal<Text<100>>,
    /// 電話番号
    pub phone: Option<Personal<Text<30>>>,
    /// メールアドレス
    pub mail: Option<Personal<Text<254>>>,
    /// 取扱ワクチン(医師個人), each once.
    pub products: Vec<ProductGroup>,
}

/// A doctor's form as it is saved (医師情報の編集): it replaces the doctor of its id, or adds one; ticked
/// for deletion, it removes him (医師情報削除).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoctorChange {
    /// The doctor's id.
    pub id: SiteId,
    /// 氏名 ※
    pub name: Option<Personal<Text<100>>>,
    /// 氏名(かな) ※
    pub kana: Option<Personal<Text<100>>>,
    /// 電話番号
    pub phone: Option<Personal<Text<30>>>,
    /// メールアドレス
    pub mail: Option<Personal<Text<254>>>,
    /// 取扱ワクチン(医師個人)
    pub products: Vec<ProductGroup>,
    /// 医師情報削除
    pub delete: bool,
}

impl DoctorChange {
    /// The doctor as the form has him; nothing while name or kana is missing.
    pub(super) fn doctor(&self) -> Option<Doctor> {
        Some(Doctor {
            id: self.id.clone(),
            name: self.name.clone()?,
            kana: self.kana.clone()?,
            phone: self.phone.clone(),
            mail: self.mail.clone(),
            products: self.products.clone(),
        })
    }
}

named! {
    /// What saving a doctor's form did (医師情報の変更).
    pub enum DoctorEffect {
        /// A doctor was added.
        Added = "added" / "追加",
        /// A doctor's record was changed.
        Changed = "changed" / "変更",
        /// A doctor was removed.
        Deleted = "deleted" / "削除",
    }
}

/// The doctor who answers for the vaccinations of a site (ワクチン接種の責任者（医師）). He is registered here
/// even when he is a vaccinating doctor too. Source: 「自治体説明会（第3回）資料2」 特設の接種会場と医師情報の登録,
/// 2021-02-17 (MED-6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponsibleDoctor {
    /// 氏名
    pub name: Personal<Text<100>>,
    /// 氏名(かな)
    pub kana: Personal<Text<100>>,
    /// 所属先
    pub affiliation: Option<Personal<Text<100>>>,
    /// 電話番号
    pub phone: Option<Personal<Text<30>>>,
    /// メールアドレス
    pub mail: Option<Personal<Text<254>>>,
}
