//! The form of an application as it travels. The records are the core's own; every one of them may hold
//! somebody's name or number, so none shows anything of itself in a finding.

use vsys_core::application::{
    Address as ApplicationAddress, Block, Company as ApplicationCompany, Consent as ApplicationConsent,
    Doctor as ApplicationDoctor, Form as ApplicationForm, Institution as ApplicationInstitution,
    InstitutionContact as ApplicationInstitutionContact, Keeper as ApplicationKeeper, Pattern,
    Receiver as ApplicationReceiver, Site as ApplicationSite, Staff as ApplicationStaff, Stored as ApplicationStored,
    Supplies as ApplicationSupplies,
};
use vsys_core::base::{MunicipalityCode, Personal, PrefectureCode, Text};

use crate::record::{named_words, record};

named_words! { Pattern }

type ApplicationCompanyBlock = Block<ApplicationCompany>;
type ApplicationSiteBlock = Block<ApplicationSite>;
type ApplicationInstitutionBlock = Block<ApplicationInstitution>;

record! { adopted personal document
    /// An address (所在地). There is no table of postal codes: prefecture, municipality code and municipality may be left out unless `manual` is ticked, and are checked where given.
    struct ApplicationAddress {
        /// 郵便番号から自動入力できない: all members are required.
        manual: bool = false,
        /// 市町村
        municipality: Option<Text<100>>,
        /// 市町村コード, looked up at the date.
        municipality_code: Option<MunicipalityCode>,
        /// 郵便番号, seven digits without a hyphen.
        postal_code: Option<Text<20>>,
        /// 都道府県, its code.
        prefecture: Option<PrefectureCode>,
        /// 番地
        street: Option<Text<200>>,
    }
}

record! { adopted personal document
    /// The company or university (企業・大学等の情報).
    struct ApplicationCompany {
        /// 所在地
        address: ApplicationAddress = ApplicationAddress::BLANK,
        /// 企業・大学等の名称
        name: Option<Text<100>>,
        /// 代表者名
        representative: Option<Personal<Text<100>>>,
        /// 代表電話番号
        telephone: Option<Personal<Text<20>>>,
    }
}

record! { adopted personal document
    /// The company beside the stored registration.
    struct ApplicationCompanyBlock {
        /// 右記の既存登録情報から変更する
        change: bool = false,
        /// What is entered when `change` is ticked; in an effective form also what was taken over.
        entry: Option<ApplicationCompany>,
    }
}

record! { adopted personal document
    /// The site (接種会場の情報).
    struct ApplicationSite {
        /// 接種会場所在地
        address: ApplicationAddress = ApplicationAddress::BLANK,
        /// 接種会場におけるエレベーター有無
        elevator: Option<bool>,
        /// FAX番号
        fax: Option<Personal<Text<20>>>,
        /// 接種会場名称
        name: Option<Text<100>>,
        /// 接種体制分類: 01, 02 or 03.
        pattern: Option<Pattern>,
    }
}

record! { adopted personal document
    /// The site beside the stored registration.
    struct ApplicationSiteBlock {
        /// 右記の既存登録情報から変更する
        change: bool = false,
        /// What is entered when `change` is ticked; in an effective form also what was taken over.
        entry: Option<ApplicationSite>,
    }
}

record! { adopted personal document
    /// The person in charge at the institution (医療機関担当者連絡先情報).
    struct ApplicationInstitutionContact {
        /// 部署名
        department: Option<Personal<Text<100>>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 氏名
        name: Option<Personal<Text<100>>>,
        /// 電話番号
        telephone: Option<Personal<Text<20>>>,
    }
}

record! { adopted personal document
    /// The medical institution (実施医療機関の情報), for patterns 02 and 03 only.
    struct ApplicationInstitution {
        /// 医療機関担当者
        contact: ApplicationInstitutionContact = ApplicationInstitutionContact::BLANK,
        /// 医療機関名
        name: Option<Text<100>>,
        /// 代表者名
        representative: Option<Personal<Text<100>>>,
        /// 代表電話番号
        telephone: Option<Personal<Text<20>>>,
    }
}

record! { adopted personal document
    /// The institution beside the stored registration.
    struct ApplicationInstitutionBlock {
        /// 右記の既存登録情報から変更する
        change: bool = false,
        /// What is entered when `change` is ticked; in an effective form also what was taken over.
        entry: Option<ApplicationInstitution>,
    }
}

record! { adopted personal document
    /// A person in charge (ワクチン接種担当者): the first is required, the second is whole or left out.
    struct ApplicationStaff {
        /// 所属組織
        affiliation: Option<Personal<Text<100>>>,
        /// 部署名
        department: Option<Personal<Text<100>>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 氏名
        name: Option<Personal<Text<100>>>,
        /// 電話番号
        telephone: Option<Personal<Text<20>>>,
        /// 役職
        title: Option<Personal<Text<100>>>,
    }
}

record! { adopted personal document
    /// A receiver (ワクチン受取り担当者): the first is required, the second is whole or left out.
    struct ApplicationReceiver {
        /// 氏名
        name: Option<Personal<Text<100>>>,
        /// 上記担当者と同一: the person in charge of the same number; then nothing else is entered.
        same_as_staff: bool = false,
        /// 電話番号
        telephone: Option<Personal<Text<20>>>,
    }
}

record! { adopted personal document
    /// The responsible doctor (ワクチン接種責任者).
    struct ApplicationDoctor {
        /// 責任者所属先
        affiliation: Option<Personal<Text<100>>>,
        /// 氏名フリガナ
        kana: Option<Personal<Text<100>>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 責任者(医師)氏名
        name: Option<Personal<Text<100>>>,
        /// メールアドレス登録を希望しない
        no_mail: bool = false,
        /// 電話番号
        telephone: Option<Personal<Text<20>>>,
        /// 未定: nothing else is entered.
        undecided: bool = false,
    }
}

record! { adopted personal document
    /// Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先).
    struct ApplicationKeeper {
        /// 責任者所属先
        affiliation: Option<Personal<Text<100>>>,
        /// 責任者メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 責任者氏名
        name: Option<Personal<Text<100>>>,
        /// 責任者電話番号
        telephone: Option<Personal<Text<20>>>,
        /// 未定: nothing else is entered.
        undecided: bool = false,
    }
}

record! { adopted personal document
    /// Supplies that are wished (物品の納品希望情報); what is not said is not wished.
    struct ApplicationSupplies {
        /// フェイスシールド
        face_shields: bool = false,
        /// 非滅菌手袋
        gloves: bool = false,
        /// アイソレーションガウン
        isolation_gowns: bool = false,
        /// N95マスク
        n95_masks: bool = false,
        /// サージカルマスク
        surgical_masks: bool = false,
    }
}

record! { adopted personal document
    /// The five conditions and whether each is agreed (同意事項); their texts are answered by `application.validate`.
    struct ApplicationConsent {
        /// CNS-4
        minimum: bool = false,
        /// CNS-3
        office: bool = false,
        /// CNS-2
        place: bool = false,
        /// CNS-5
        plan: bool = false,
        /// CNS-1
        staffing: bool = false,
    }
}

record! { adopted personal document
    /// The form of an application (職域追加接種の実施申込み).
    struct ApplicationForm {
        /// 接種費用振込先口座を変更する
        change_account: bool = false,
        /// 企業・大学等の情報
        company: ApplicationCompanyBlock = ApplicationCompanyBlock::BLANK,
        /// 同意事項
        consent: ApplicationConsent = ApplicationConsent::BLANK,
        /// 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する
        continue_id: bool = false,
        /// -20℃冷凍庫（ディープフリーザー）が必要か
        deep_freezer: bool = false,
        /// ワクチン接種責任者
        doctor: ApplicationDoctor = ApplicationDoctor::BLANK,
        /// 実施医療機関の情報
        institution: ApplicationInstitutionBlock = ApplicationInstitutionBlock::BLANK,
        /// 針・シリンジ保管管理責任者
        needle_keeper: ApplicationKeeper = ApplicationKeeper::BLANK,
        /// ワクチン受取り担当者1
        receiver_1: ApplicationReceiver = ApplicationReceiver::BLANK,
        /// ワクチン受取り担当者2
        receiver_2: ApplicationReceiver = ApplicationReceiver::BLANK,
        /// 接種会場の情報
        site: ApplicationSiteBlock = ApplicationSiteBlock::BLANK,
        /// 担当者1
        staff_1: ApplicationStaff = ApplicationStaff::BLANK,
        /// 担当者2
        staff_2: ApplicationStaff = ApplicationStaff::BLANK,
        /// 物品の納品希望
        supplies: ApplicationSupplies = ApplicationSupplies::BLANK,
        /// ワクチン保管管理責任者
        vaccine_keeper: ApplicationKeeper = ApplicationKeeper::BLANK,
        /// 保管等に関する土日・祝日の連絡先
        weekend_contact: ApplicationKeeper = ApplicationKeeper::BLANK,
    }
}

record! { adopted personal document
    /// What is stored from the doses 1 and 2 (既存登録情報).
    struct ApplicationStored {
        /// 企業・大学等の情報
        company: Option<ApplicationCompany>,
        /// 実施医療機関の情報
        institution: Option<ApplicationInstitution>,
        /// 接種会場の情報
        site: Option<ApplicationSite>,
    }
}
