//! The head of a claim sheet: who claims.

use super::sheet_problem::SheetProblem;
use crate::base::{Findings, InstitutionCode, InstitutionKind, MunicipalityCode, Path, Personal, Text, named};

named! {
    /// A field of the head (請求書の記載事項), in the order of the print. Source: CLM-13.
    pub enum HeadField {
        /// The institution's address.
        Address = "address" / "医療機関等の所在地",
        /// The representative, as the institution's record in the reception system has it (MED-8).
        Representative = "representative" / "代表者氏名",
        /// The telephone number.
        Telephone = "telephone" / "電話番号",
        /// The class of the institution; its values are not published.
        FacilityClass = "facility_class" / "施設等区分",
        /// The institution's number.
        Institution = "institution" / "医療機関等番号（10桁）",
        /// The institution's name.
        Name = "name" / "医療機関等名称",
    }
}

impl HeadField {
    /// The fields of the sender, at the right of the sheet.
    pub const SENDER: [Self; 3] = [Self::Address, Self::Representative, Self::Telephone];
    /// The fields of the institution, below the title.
    pub const INSTITUTION: [Self; 3] = [Self::FacilityClass, Self::Institution, Self::Name];
}

/// The head of the sheets, from the institution's record in V-SYS; what is absent stays blank in print.
///
/// Source: 「請求総括書・市区町村別請求書の出力について」, 2021-11 (CLM-13, MED-8); X-25; ruling institution-code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetHead {
    /// Where the institution is: its residents are those of the own municipality.
    pub municipality: MunicipalityCode,
    /// The address.
    pub address: Option<Text<100>>,
    /// The representative.
    pub representative: Option<Personal<Text<60>>>,
    /// The telephone number.
    pub telephone: Option<Personal<Text<30>>>,
    /// The class of the institution, never interpreted.
    pub facility_class: Option<Text<10>>,
    /// The number.
    pub institution: Option<InstitutionCode>,
    /// The kind of the number, which decides whether a check digit is tested.
    pub institution_kind: InstitutionKind,
    /// The name.
    pub name: Option<Text<100>>,
}

impl SheetHead {
    /// A head with nothing but the municipality.
    pub const fn new(municipality: MunicipalityCode) -> Self {
        Self {
            municipality,
            address: None,
            representative: None,
            telephone: None,
            facility_class: None,
            institution: None,
            institution_kind: InstitutionKind::Insurance,
            name: None,
        }
    }

    /// A field as it is printed, the personal ones too; empty when it is blank.
    pub fn printed(&self, field: HeadField) -> String {
        let text = match field {
            HeadField::Address => self.address.as_ref().map(Text::to_string),
            HeadField::Representative => self.representative.as_ref().map(|name| name.reveal().to_string()),
            HeadField::Telephone => self.telephone.as_ref().map(|number| number.reveal().to_string()),
            HeadField::FacilityClass => self.facility_class.as_ref().map(Text::to_string),
            HeadField::Institution => self.institution.map(|code| code.to_string()),
            HeadField::Name => self.name.as_ref().map(Text::to_string),
        };
        text.unwrap_or_default()
    }

    /// What the clerk should know before printing: blank fields, and a check digit that fails.
    pub(super) fn findings(&self) -> Findings {
        let mut findings = Findings::new();
        for field in HeadField::ALL.into_iter().filter(|field| self.printed(*field).is_empty()) {
            findings.push(&SheetProblem::HeadBlank { field: field.term() }, Self::path(field.as_str()));
        }
        if let Some(Err(problem)) = self.institution.map(|code| code.check(self.institution_kind)) {
            findings.push(&problem, Self::path("institution"));
        }
        findings
    }

    /// The place of a member of the head in a request.
    pub(super) fn path(member: &'static str) -> Path {
        Path::new(["head".into(), member.into()])
    }
}
