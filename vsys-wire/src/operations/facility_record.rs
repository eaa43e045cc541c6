//! The record of a facility as it travels.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{
    Doses, InstitutionCode, InstitutionKind, MunicipalityCode, Path, Personal, Pieces, Refusal, Role, SiteId, Text,
};
use vsys_core::facility::{
    Approval, ApprovalStatus, Changes, DeliveryWeekday, Doctor, DoctorChange, Facility, FacilityInput, FacilityKind,
    Field, Fields, HyphenatedPostalCode, NumberedCode, PostalDigits, ProductGroup, Report, ResponsibleDoctor, Storage,
};
use vsys_core::rulebook::RuleBook;

use crate::emit::Emit;
use crate::json::{Json, Writer};
use crate::read::{Count, Cursor, List, Read};
use crate::record::{named_words, record};
use crate::schema::{self, Defs};

named_words! { ApprovalStatus, DeliveryWeekday, FacilityKind, Field, ProductGroup, Storage }

/// Doctors of one facility.
const DOCTORS: usize = 1_000;
/// Groups of products; a repeated one is a finding of its own.
const GROUPS: usize = 100;
/// Fields of a record; a repeated one is a finding of its own.
const FIELDS: usize = 100;

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

impl<T, const MOST: usize> From<List<T, MOST>> for Vec<T> {
    fn from(list: List<T, MOST>) -> Self {
        list.0
    }
}

impl<T, const MOST: usize> From<Vec<T>> for List<T, MOST> {
    fn from(list: Vec<T>) -> Self {
        Self(list)
    }
}

impl From<Count> for u32 {
    fn from(count: Count) -> Self {
        // A count is at most 2^32−1.
        Self::try_from(count.0).unwrap_or(Self::MAX)
    }
}

impl From<u32> for Count {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

record! { document
    /// The code of an institution with its kind (医療機関コード).
    struct FacilityCode {
        /// 保険医療機関コード, 類似コード or 介護保険事業所番号.
        kind: InstitutionKind,
        /// Ten digits.
        number: InstitutionCode,
    }
}

record! { personal document
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

record! { document
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

/// Records that are each of the same members in core and wire.
macro_rules! same_members {
    ($($wire:ident = $core:ident { $($member:ident),* })*) => {$(
        impl From<$wire> for $core {
            fn from(record: $wire) -> Self {
                Self { $($member: record.$member.into()),* }
            }
        }

        impl From<$core> for $wire {
            fn from(record: $core) -> Self {
                Self { $($member: record.$member.into()),* }
            }
        }
    )*};
}
same_members! {
    FacilityCode = NumberedCode { kind, number }
    FacilityResponsibleDoctor = ResponsibleDoctor { affiliation, kana, mail, name, phone }
    FacilityReport = Report { capacity, desired, needles, storage, syringes }
    FacilityDoctor = Doctor { id, kana, mail, name, phone, products }
}

impl From<FacilityDoctorForm> for DoctorChange {
    fn from(form: FacilityDoctorForm) -> Self {
        let FacilityDoctorForm { delete, id, kana, mail, name, phone, products } = form;
        Self { delete, id, kana, mail, name, phone, products: products.into() }
    }
}

record! { personal document
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
        products: List<ProductGroup, GROUPS> = List::EMPTY,
    }
}

record! { personal request
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
        products: List<ProductGroup, GROUPS> = List::EMPTY,
    }
}

/// Declares a record that has the fields of a facility beside members of its own, and the way between its
/// fields and those of the core.
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
                freezers_10: Count,
                /// ディープフリーザー(-20℃)(台)
                freezers_20: Count,
                /// ディープフリーザー(-75℃)(台)
                freezers_75: Count,
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
                products: List<ProductGroup, GROUPS>,
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
    (@ [$kind:ident $($head:tt)*] { $($own:tt)* } { $($(#[doc = $doc:literal])* $member:ident : $type:ty,)* }) => {
        record! { personal $kind
            $($head)* {
                $($own)*
                $($(#[doc = $doc])* $member: Option<$type>,)*
            }
        }

        with_fields! { @ $kind $($head)* { $($member),* } }
    };
    (@ $kind:ident $(#[doc = $doc:literal])* struct $name:ident { $($member:ident),* }) => {
        impl $name {
            /// The fields as the core has them.
            pub(super) fn fields(&self) -> Fields {
                Fields { $($member: self.$member.clone().map(Into::into)),* }
            }
        }

        with_fields! { @ $kind $name { $($member),* } }
    };
    (@ request $name:ident { $($member:ident),* }) => {};
    (@ document $name:ident { $($member:ident),* }) => {
        impl $name {
            /// The fields as the wire has them.
            pub(super) fn new(fields: &Fields) -> Self {
                Self { $($member: fields.$member.clone().map(Into::into)),* }
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
        clear: List<Field, FIELDS> = List::EMPTY,
        /// The doctors' forms that are saved.
        doctors: List<FacilityDoctorForm, DOCTORS> = List::EMPTY,
        /// First registration: the id by which the facility acts for itself.
        id: Option<SiteId>,
        /// First registration: what kind it is.
        kind: Option<FacilityKind>,
    }
}

record! { personal document
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
        doctors: List<FacilityDoctor, DOCTORS> = List::EMPTY,
        /// Its fields as they are reflected.
        fields: FacilityFields,
        /// Its id, by which it acts for itself.
        id: SiteId,
        /// What kind it is.
        kind: FacilityKind,
    }
}

record! { personal document
    /// A request for approval (承認申請).
    struct FacilityApproval {
        /// What it asks for; an item without a value is cleared.
        after: FacilityFields,
        /// When it was decided.
        decided_at: Option<NaiveDateTime>,
        /// The items, in the order of the approval list.
        items: List<Field, FIELDS>,
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

impl FacilityDocument {
    pub(super) fn new(facility: &Facility) -> Self {
        Self {
            approval: facility.approval().map(|approval| FacilityApproval {
                after: FacilityFields::new(&approval.after),
                decided_at: approval.decided_at,
                items: approval.items.clone().into(),
                reason: approval.reason.clone(),
                requested_at: approval.requested_at,
                requested_by: approval.requested_by,
                status: approval.status,
            }),
            availability_at: facility.availability_at(),
            changed_at: facility.changed_at(),
            doctors: facility.doctors().iter().cloned().map(FacilityDoctor::from).collect::<Vec<_>>().into(),
            fields: FacilityFields::new(facility.fields()),
            id: facility.id().clone(),
            kind: facility.kind(),
        }
    }

    /// The record, proved again.
    pub(super) fn into_facility(self, book: &RuleBook) -> Result<Facility, Refusal> {
        let approval = self.approval.map(|approval| Approval {
            after: approval.after.fields(),
            decided_at: approval.decided_at,
            items: approval.items.into(),
            reason: approval.reason,
            requested_at: approval.requested_at,
            requested_by: approval.requested_by,
            status: approval.status,
        });
        let input = FacilityInput {
            approval,
            availability_at: self.availability_at,
            changed_at: self.changed_at,
            doctors: self.doctors.0.into_iter().map(Doctor::from).collect(),
            fields: self.fields.fields(),
            id: self.id,
            kind: self.kind,
        };
        Facility::try_new(book, input).map_err(|refusal| refusal.under(&Path::from("facility")))
    }
}

impl FacilityChanges {
    pub(super) fn changes(self) -> Changes {
        Changes {
            set: self.fields(),
            clear: self.clear.into(),
            doctors: self.doctors.0.into_iter().map(DoctorChange::from).collect(),
            id: self.id,
            kind: self.kind,
        }
    }
}
