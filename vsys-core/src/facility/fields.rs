//! The fields of a facility's record, each declared once.

use chrono::NaiveDate;

use super::doctor::{ProductGroup, ResponsibleDoctor};
use super::postal::{HyphenatedPostalCode, PostalDigits};
use super::report::Report;
use crate::base::{Doses, InstitutionCode, InstitutionKind, MunicipalityCode, Personal, Text, named};

/// The code of an institution with its kind (医療機関コード). Ruling institution-code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberedCode {
    /// 保険医療機関コード, 類似コード or 介護保険事業所番号.
    pub kind: InstitutionKind,
    /// Ten digits.
    pub number: InstitutionCode,
}

named! {
    /// The weekday on which deliveries are wished (定期納品希望曜日). Source: MED-2.
    pub enum DeliveryWeekday {
        /// 月
        Monday = "monday" / "月",
        /// 火
        Tuesday = "tuesday" / "火",
        /// 水
        Wednesday = "wednesday" / "水",
        /// 木
        Thursday = "thursday" / "木",
        /// 金
        Friday = "friday" / "金",
        /// 土
        Saturday = "saturday" / "土",
        /// 日
        Sunday = "sunday" / "日",
    }
}

macro_rules! fields {
    ($($(#[$meta:meta])* $member:ident : $type:ty = $field:ident $en:literal / $ja:literal;)*) => {
        named! {
            /// A field of a facility's record (医療機関・接種会場情報の項目). Which of them need the municipality's
            /// approval is told by the rulebook. Source: MED-2, MED-3, MED-6, DES-1.
            pub enum Field { $($(#[$meta])* $field = $en / $ja),* }
        }

        /// Values of fields (項目の値), each perhaps absent.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Fields { $($(#[$meta])* pub $member: Option<$type>),* }

        impl Fields {
            /// Whether a field has a value.
            pub const fn has(&self, field: Field) -> bool {
                match field { $(Field::$field => self.$member.is_some()),* }
            }

            /// Whether both have the same value of a field, or none.
            pub fn agree(&self, other: &Self, field: Field) -> bool {
                match field { $(Field::$field => self.$member == other.$member),* }
            }

            /// Takes a field over from the other, its absence too.
            pub fn take(&mut self, other: &Self, field: Field) {
                match field { $(Field::$field => self.$member.clone_from(&other.$member)),* }
            }
        }
    };
}

fields! {
    /// The institution's code.
    code: NumberedCode = Code "code" / "医療機関コード";
    /// The representative, whom a claim prints.
    representative: Personal<Text<100>> = Representative "representative" / "代表者名";
    /// The day from which the collective contract holds.
    contract_joined: NaiveDate = ContractJoined "contract_joined" / "集合契約加入日";
    /// The day until which the collective contract holds.
    contract_left: NaiveDate = ContractLeft "contract_left" / "集合契約脱退日";
    /// Whether the municipality may enter for the facility.
    proxy_entry: bool = ProxyEntry "proxy_entry" / "代行入力フラグ";
    /// The groups of products that it handles.
    products: Vec<ProductGroup> = Products "products" / "取扱いワクチン";
    /// The hub through which a satellite is supplied, by its name.
    hub: Text<100> = Hub "hub" / "基本型接種施設名";
    /// Whether it takes everybody.
    general_intake: bool = GeneralIntake "general_intake" / "一般受入";
    /// The municipality; a ward of a designated city belongs to its city.
    municipality: MunicipalityCode = Municipality "municipality" / "市町村";
    /// The name.
    name: Text<100> = Name "name" / "医療機関・接種会場名";
    /// The postal code, 000-0000.
    postal_code: HyphenatedPostalCode = PostalCode "postal_code" / "郵便番号";
    /// The address.
    address: Text<200> = Address "address" / "住所";
    /// Where deliveries go: the name.
    delivery_name: Text<100> = DeliveryName "delivery_name" / "納入先施設名";
    /// Where deliveries go: the postal code, seven digits.
    delivery_postal_code: PostalDigits = DeliveryPostalCode "delivery_postal_code" / "納入先郵便番号";
    /// Where deliveries go: the address.
    delivery_address: Text<200> = DeliveryAddress "delivery_address" / "納入先住所";
    /// The fax number.
    fax: Text<30> = Fax "fax" / "ファクシミリ";
    /// The home page.
    homepage: Text<300> = Homepage "homepage" / "ホームページ";
    /// Deep freezers of -75℃.
    freezers_75: u32 = Freezers75 "freezers_75" / "ディープフリーザー(-75℃)(台)";
    /// Deep freezers of -20℃.
    freezers_20: u32 = Freezers20 "freezers_20" / "ディープフリーザー(-20℃)(台)";
    /// Deep freezers of -10℃, as one screen prints it.
    freezers_10: u32 = Freezers10 "freezers_10" / "ディープフリーザー(-10℃)(台)";
    /// Parking.
    parking: Text<100> = Parking "parking" / "駐車場";
    /// How far bookings are open, as it is shown.
    availability: Text<30> = Availability "availability" / "予約空き状況";
    /// Doses planned a week.
    doses_a_week: Doses = DosesAWeek "doses_a_week" / "週当たり接種予定回数";
    /// The weekday of regular deliveries.
    delivery_weekday: DeliveryWeekday = DeliveryWeekday "delivery_weekday" / "定期納品希望曜日";
    /// Whether somebody takes its bookings for it.
    proxy_booking: bool = ProxyBooking "proxy_booking" / "予約代行";
    /// The new insurance code that claims print.
    new_insurance_code: InstitutionCode = NewInsuranceCode "new_insurance_code" / "請求総括書用新保険医療機関コード";
    /// The same in reserve.
    new_insurance_code_spare: InstitutionCode
        = NewInsuranceCodeSpare "new_insurance_code_spare" / "請求総括書用新保険医療機関コード（予備）";
    /// The number as a care provider.
    care_code: InstitutionCode = CareCode "care_code" / "介護保険事業所番号";
    /// The new number as a care provider that claims print.
    new_care_code: InstitutionCode = NewCareCode "new_care_code" / "請求総括書用新介護保険事業所番号";
    /// The same in reserve.
    new_care_code_spare: InstitutionCode
        = NewCareCodeSpare "new_care_code_spare" / "請求総括書用新介護保険事業所番号（予備）";
    /// The doctor who answers for the vaccinations.
    responsible_doctor: ResponsibleDoctor = ResponsibleDoctor "responsible_doctor" / "ワクチン接種の責任者（医師）";
    /// Capacity and desired amount.
    report: Report = Report "report" / "接種可能量・納品希望量";
}

impl Field {
    /// The fields marked ※ (必須項目). Source: MED-2, reading med-2.
    pub const REQUIRED: [Self; 6] = [
        Self::Municipality,
        Self::Name,
        Self::PostalCode,
        Self::DeliveryPostalCode,
        Self::DeliveryAddress,
        Self::Availability,
    ];
}

impl Fields {
    /// The values of some fields alone.
    #[must_use]
    pub fn only(&self, fields: &[Field]) -> Self {
        let mut only = Self::default();
        fields.iter().for_each(|field| only.take(self, *field));
        only
    }

    /// The same with what always has a value: a box not ticked, a list without entries.
    #[must_use]
    pub(super) fn settled(mut self) -> Self {
        for flag in [&mut self.proxy_entry, &mut self.general_intake, &mut self.proxy_booking] {
            flag.get_or_insert(false);
        }
        self.products.get_or_insert_default();
        self
    }
}
