//! The form of an application, as it is entered. Nothing of it is promised before it is judged
//! ([`super::validate`]); what is personal hides itself.
//!
//! Source: 「職域における追加接種（3回目接種） V-SYSについて」 職域追加接種の実施申込み, 2021-11 (APP-4, APP-5).

use crate::base::{MunicipalityCode, Personal, PrefectureCode, Text, named};

/// A name, an affiliation, a department or a title of a person (個人情報).
pub(super) type PersonalText = Personal<Text<100>>;
/// A telephone or FAX number as it is typed (電話番号・FAX番号).
pub(super) type Telephone = Personal<Text<20>>;
/// A mail address as it is typed (メールアドレス).
pub(super) type Mail = Personal<Text<254>>;

named! {
    /// How the vaccination is staffed (接種体制分類). A third pattern is named by the sources but never
    /// labelled. Source: APP-5.
    pub enum Pattern {
        /// The company's own clinic.
        One = "01" / "企業内診療所等実施",
        /// A visiting organisation.
        Two = "02" / "外部機関が出張して実施",
        /// Not labelled.
        Three = "03" / "パターン3",
    }
}

impl Pattern {
    /// Whether the medical institution is asked for (実施医療機関の情報): patterns 2 and 3 only.
    ///
    /// ```
    /// use vsys_core::application::Pattern;
    /// assert!(!Pattern::One.needs_institution());
    /// assert!(Pattern::Two.needs_institution());
    /// ```
    pub const fn needs_institution(self) -> bool {
        matches!(self, Self::Two | Self::Three)
    }
}

/// A block of the form beside the stored registration (既存登録情報). Unless its box is ticked the stored
/// entry is taken over unchanged and nothing may be entered; ticked, every field is required (APP-4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block<T> {
    /// 右記の既存登録情報から変更する
    pub change: bool,
    /// What is entered; in an effective form also what was taken over.
    pub entry: Option<T>,
}

/// An address (所在地). There is no table of postal codes here: what the screen fills in from the postal
/// code is checked where it is given, and may be left out unless it had to be typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// 郵便番号から自動入力できない: everything is typed and required.
    pub manual: bool,
    /// 郵便番号, seven digits without a hyphen.
    pub postal_code: Option<Text<20>>,
    /// 都道府県
    pub prefecture: Option<PrefectureCode>,
    /// 市町村コード
    pub municipality_code: Option<MunicipalityCode>,
    /// 市町村
    pub municipality: Option<Text<100>>,
    /// 番地
    pub street: Option<Text<200>>,
}

/// The company or university (企業・大学等の情報).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// 企業・大学等の名称
    pub name: Option<Text<100>>,
    /// 代表者名
    pub representative: Option<PersonalText>,
    /// 代表電話番号
    pub telephone: Option<Telephone>,
    /// 所在地
    pub address: Address,
}

/// The site (接種会場の情報).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// 接種会場名称
    pub name: Option<Text<100>>,
    /// 接種体制分類
    pub pattern: Option<Pattern>,
    /// 接種会場所在地
    pub address: Address,
    /// 接種会場におけるエレベーター有無
    pub elevator: Option<bool>,
    /// FAX番号
    pub fax: Option<Telephone>,
}

/// The medical institution (実施医療機関の情報), for patterns 2 and 3.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Institution {
    /// 医療機関名
    pub name: Option<Text<100>>,
    /// 代表者名
    pub representative: Option<PersonalText>,
    /// 代表電話番号
    pub telephone: Option<Telephone>,
    /// 医療機関担当者
    pub contact: InstitutionContact,
}

/// The person in charge at the institution (医療機関担当者連絡先情報).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstitutionContact {
    /// 部署名
    pub department: Option<PersonalText>,
    /// 氏名
    pub name: Option<PersonalText>,
    /// 電話番号
    pub telephone: Option<Telephone>,
    /// メールアドレス
    pub mail: Option<Mail>,
}

/// A person in charge of the vaccination (ワクチン接種担当者).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// 所属組織
    pub affiliation: Option<PersonalText>,
    /// 部署名
    pub department: Option<PersonalText>,
    /// 役職
    pub title: Option<PersonalText>,
    /// 氏名
    pub name: Option<PersonalText>,
    /// 電話番号
    pub telephone: Option<Telephone>,
    /// メールアドレス
    pub mail: Option<Mail>,
}

/// A person who receives the vaccine (ワクチン受取り担当者).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receiver {
    /// 上記担当者と同一: the person in charge of the same number.
    pub same_as_staff: bool,
    /// 氏名
    pub name: Option<PersonalText>,
    /// 電話番号
    pub telephone: Option<Telephone>,
}

/// The doctor responsible for the vaccination (ワクチン接種責任者).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doctor {
    /// 未定
    pub undecided: bool,
    /// 責任者所属先
    pub affiliation: Option<PersonalText>,
    /// 責任者(医師)氏名
    pub name: Option<PersonalText>,
    /// 氏名フリガナ
    pub kana: Option<PersonalText>,
    /// 電話番号
    pub telephone: Option<Telephone>,
    /// メールアドレス登録を希望しない
    pub no_mail: bool,
    /// メールアドレス
    pub mail: Option<Mail>,
}

/// Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeper {
    /// 未定
    pub undecided: bool,
    /// 責任者所属先
    pub affiliation: Option<PersonalText>,
    /// 責任者氏名
    pub name: Option<PersonalText>,
    /// 責任者電話番号
    pub telephone: Option<Telephone>,
    /// 責任者メールアドレス
    pub mail: Option<Mail>,
}

/// Supplies other than vaccine, needles and syringes (物品の納品希望). Whether each must be answered is not
/// printed: what is not wished is `false`. Source: PRD-5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supplies {
    /// サージカルマスク
    pub surgical_masks: bool,
    /// N95マスク
    pub n95_masks: bool,
    /// アイソレーションガウン
    pub isolation_gowns: bool,
    /// フェイスシールド
    pub face_shields: bool,
    /// 非滅菌手袋
    pub gloves: bool,
}

/// The five conditions and whether each is agreed (ワクチン接種に関する同意事項); their texts are
/// [`super::CONDITIONS`]. Source: CNS-1 to CNS-5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// CNS-1
    pub staffing: bool,
    /// CNS-2
    pub place: bool,
    /// CNS-3
    pub office: bool,
    /// CNS-4
    pub minimum: bool,
    /// CNS-5
    pub plan: bool,
}

/// The form of an application (職域追加接種の実施申込み).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// 企業・大学等の情報
    pub company: Block<Company>,
    /// 接種会場の情報
    pub site: Block<Site>,
    /// -20℃冷凍庫（ディープフリーザー）が必要か; not needed unless said.
    pub deep_freezer: bool,
    /// 実施医療機関の情報
    pub institution: Block<Institution>,
    /// 接種費用振込先口座を変更する
    pub change_account: bool,
    /// 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する
    pub continue_id: bool,
    /// 担当者1
    pub staff_1: Staff,
    /// 担当者2
    pub staff_2: Staff,
    /// ワクチン受取り担当者1
    pub receiver_1: Receiver,
    /// ワクチン受取り担当者2
    pub receiver_2: Receiver,
    /// ワクチン接種責任者
    pub doctor: Doctor,
    /// ワクチン保管管理責任者
    pub vaccine_keeper: Keeper,
    /// 針・シリンジ保管管理責任者
    pub needle_keeper: Keeper,
    /// 保管等に関する土日・祝日の連絡先
    pub weekend_contact: Keeper,
    /// 物品の納品希望
    pub supplies: Supplies,
    /// 同意事項
    pub consent: Consent,
}

/// What is stored from the doses 1 and 2 (既存登録情報).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// 企業・大学等の情報
    pub company: Option<Company>,
    /// 接種会場の情報
    pub site: Option<Site>,
    /// 実施医療機関の情報
    pub institution: Option<Institution>,
}
