//! The record of a facility as it travels.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{
    Doses, InstitutionCode, InstitutionKind, MunicipalityCode, Path, Personal, Pieces, Refusal, Role, SiteId, Text,
};
use vsys_core::facility::{
    Approval as FacilityApproval, ApprovalStatus, Changes, DeliveryWeekday, Doctor as FacilityDoctor,
    DoctorChange as FacilityDoctorForm, Facility, FacilityInput as FacilityDocument, FacilityKind, Field,
    Fields as FacilityFields, HyphenatedPostalCode, NumberedCode as FacilityCode, PostalDigits, ProductGroup,
    Report as FacilityReport, ResponsibleDoctor as FacilityResponsibleDoctor, Storage,
};
use vsys_core::rulebook::RuleBook;

use crate::emit::{Emit, proved};
use crate::json::{Json, Writer};
use crate::read::{Cursor, Listed, Read};
use crate::record::{named_words, record};
use crate::schema::{self, Defs};

named_words! { ApprovalStatus, DeliveryWeekday, FacilityKind, Field, ProductGroup, Storage }

impl Listed for FacilityDoctor {
    const MOST: usize = 1_000;
}

impl Listed for FacilityDoctorForm {
    const MOST: usize = 1_000;
}

/// A repeated group is a finding of its own.
impl Listed for ProductGroup {
    const MOST: usize = 100;
}

/// A repeated field is a finding of its own.
impl Listed for Field {
    const MOST: usize = 100;
}

macro_rules! postal_codes {
    ($($name:ty => $pattern:literal),*) => {$(
        impl Read for $name {
            const BLANK: Self = vsys_core::base::Blank::BLANK;

            fn schema(_: &mut Defs) -> Json {
                schema::pattern($pattern)
            }

            fn read(&mut self, at: &Cursor<'_>, findings: &mut vsys_core::base::Findings) -> bool {
                at.parse(self, findings)
            }
        }

        impl Emit for $name {
            fn schema(defs: &mut Defs) -> Json {
                <Self as Read>::schema(defs)
            }

            fn emit(&self, out: &mut Writer) {
                out.text(&self.to_string());
            }
        }
    )*};
}
postal_codes!(HyphenatedPostalCode => "^[0-9]{3}-[0-9]{4}$", PostalDigits => "^[0-9]{7}$");

record! { adopted document
    /// The code of an institution with its kind (医療機関コード).
    struct FacilityCode {
        /// 保険医療機関コード, 類似コード or 介護保険事業所番号.
        kind: InstitutionKind,
        /// Ten digits.
        number: InstitutionCode,
    }
}

record! { adopted personal document
    /// The doctor who answers for the vaccinations of a site (ワクチン接種の責任者（医師）).
    struct FacilityResponsibleDoctor {
        /// 所属先
        affiliation: Option<Personal<Text<100>>>,
        /// 氏名(かな)
        kana: Personal<Text<100>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 氏名
        name: Personal<Text<100>>,
        /// 電話番号
        phone: Option<Personal<Text<30>>>,
    }
}

record! { adopted document
    /// Capacity and desired amount (接種可能量・納品希望量).
    struct FacilityReport {
        /// 接種可能量(上限量), in doses.
        capacity: Doses,
        /// 納品希望量, in doses; at most the capacity.
        desired: Doses,
        /// 針の必要量, in pieces.
        needles: Pieces,
        /// 保管管理
        storage: Storage,
        /// シリンジの必要量, in pieces.
        syringes: Pieces,
    }
}

record! { adopted personal document
    /// A vaccinating doctor (接種担当医).
    struct FacilityDoctor {
        /// An id within the facility.
        id: SiteId,
        /// 氏名(かな)
        kana: Personal<Text<100>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 氏名
        name: Personal<Text<100>>,
        /// 電話番号
        phone: Option<Personal<Text<30>>>,
        /// 取扱ワクチン(医師個人)
        products: Vec<ProductGroup> = Vec::new(),
    }
}

record! { adopted personal request
    /// A doctor's form as it is saved: it replaces the doctor of its id, or adds one.
    struct FacilityDoctorForm {
        /// 医師情報削除: removes the doctor; the other members do not count then.
        delete: bool = false,
        /// An id within the facility.
        id: SiteId,
        /// 氏名(かな) ※
        kana: Option<Personal<Text<100>>>,
        /// メールアドレス
        mail: Option<Personal<Text<254>>>,
        /// 氏名 ※
        name: Option<Personal<Text<100>>>,
        /// 電話番号
        phone: Option<Personal<Text<30>>>,
        /// 取扱ワクチン(医師個人)
        products: Vec<ProductGroup> = Vec::new(),
    }
}

/// Declares the record of a facility's fields, and the one that has them beside members of its own.
macro_rules! with_fields {
    ($kind:ident $(#[doc = $doc:literal])* struct $name:ident { $($own:tt)* }) => {
        with_fields! {
            @ [$kind $(#[doc = $doc])* struct $name] { $($own)* } {
                /// 住所
                address: Text<200>,
                /// 予約空き状況 ※, as it is shown.
                availability: Text<30>,
                /// 介護保険事業所番号
                care_code: InstitutionCode,
                /// 医療機関コード (approval)
                code: FacilityCode,
                /// 集合契約加入日 (approval)
                contract_joined: NaiveDate,
                /// 集合契約脱退日 (approval)
                contract_left: NaiveDate,
                /// 納入先住所 ※
                delivery_address: Text<200>,
                /// 納入先施設名
                delivery_name: Text<100>,
                /// 納入先郵便番号 ※, seven digits.
                delivery_postal_code: PostalDigits,
                /// 定期納品希望曜日
                delivery_weekday: DeliveryWeekday,
                /// 週当たり接種予定回数
                doses_a_week: Doses,
                /// ファクシミリ
                fax: Text<30>,
                /// ディープフリーザー(-10℃)(台)
                freezers_10: u32,
                /// ディープフリーザー(-20℃)(台)
                freezers_20: u32,
                /// ディープフリーザー(-75℃)(台)
                freezers_75: u32,
                /// 一般受入 (approval)
                general_intake: bool,
                /// ホームページ
                homepage: Text<300>,
                /// 基本型接種施設名 (approval): the hub of a satellite.
                hub: Text<100>,
                /// 市町村 ※
                municipality: MunicipalityCode,
                /// 医療機関・接種会場名 ※
                name: Text<100>,
                /// 請求総括書用新介護保険事業所番号
                new_care_code: InstitutionCode,
                /// 請求総括書用新介護保険事業所番号（予備）
                new_care_code_spare: InstitutionCode,
                /// 請求総括書用新保険医療機関コード
                new_insurance_code: InstitutionCode,
                /// 請求総括書用新保険医療機関コード（予備）
                new_insurance_code_spare: InstitutionCode,
                /// 駐車場
                parking: Text<100>,
                /// 郵便番号 ※, 000-0000.
                postal_code: HyphenatedPostalCode,
                /// 取扱いワクチン (approval)
                products: Vec<ProductGroup>,
                /// 予約代行
                proxy_booking: bool,
                /// 代行入力フラグ (approval)
                proxy_entry: bool,
                /// 接種可能量・納品希望量
                report: FacilityReport,
                /// 代表者名 (approval)
                representative: Personal<Text<100>>,
                /// ワクチン接種の責任者（医師）
                responsible_doctor: FacilityResponsibleDoctor,
            }
        }
    };
    (@ [document $($head:tt)*] {} { $($(#[doc = $doc:literal])* $member:ident : $type:ty,)* }) => {
        record! { adopted personal document
            $($head)* { $($(#[doc = $doc])* $member: Option<$type>,)* }
        }
    };
    (@ [request $(#[doc = $doc:literal])* struct $name:ident] { $($own:tt)* } {
        $($(#[doc = $member_doc:literal])* $member:ident : $type:ty,)*
    }) => {
        record! { personal request
            $(#[doc = $doc])*
            struct $name {
                $($own)*
                $($(#[doc = $member_doc])* $member: Option<$type>,)*
            }
        }

        impl $name {
            pub(super) fn changes(self) -> Changes {
                Changes {
                    id: self.id,
                    kind: self.kind,
                    set: FacilityFields { $($member: self.$member),* },
                    clear: self.clear,
                    doctors: self.doctors,
                }
            }
        }
    };
}

with_fields! { document
    /// Values of fields.
    struct FacilityFields {}
}

with_fields! { request
    /// What is to be changed: a member that is left out stays as it is.
    struct FacilityChanges {
        /// The fields that are cleared.
        clear: Vec<Field> = Vec::new(),
        /// The doctors' forms that are saved.
        doctors: Vec<FacilityDoctorForm> = Vec::new(),
        /// First registration: the id by which the facility acts for itself.
        id: Option<SiteId>,
        /// First registration: what kind it is.
        kind: Option<FacilityKind>,
    }
}

record! { adopted personal document
    /// The record of a medical institution or vaccination site. It travels with every request and is proved again on
    /// reading; what waits for approval is not among its fields.
    struct FacilityDocument {
        /// The last request for approval.
        approval: Option<FacilityApproval>,
        /// When the availability was changed last (予約空き状況更新日時).
        availability_at: NaiveDateTime,
        /// When the record was changed last.
        changed_at: NaiveDateTime,
        /// The vaccinating doctors, in the order of registration.
        doctors: Vec<FacilityDoctor> = Vec::new(),
        /// Its fields as they are reflected.
        fields: FacilityFields,
        /// Its id, by which it acts for itself.
        id: SiteId,
        /// What kind it is.
        kind: FacilityKind,
    }
}

record! { adopted personal document
    /// A request for approval (承認申請).
    struct FacilityApproval {
        /// What it asks for; an item without a value is cleared.
        after: FacilityFields,
        /// When it was decided.
        decided_at: Option<NaiveDateTime>,
        /// The items, in the order of the approval list.
        items: Vec<Field>,
        /// Why it was rejected.
        reason: Option<Personal<Text<400>>>,
        /// When it was asked.
        requested_at: NaiveDateTime,
        /// The role that asked.
        requested_by: Role,
        /// How far it is.
        status: ApprovalStatus,
    }
}

proved! { Facility: input -> FacilityDocument }

/// The record that a request brings, proved again.
pub(super) fn proved(book: &RuleBook, record: FacilityDocument) -> Result<Facility, Refusal> {
    Facility::try_new(book, record).map_err(|refusal| refusal.under(&Path::from("facility")))
}
