//! Claim sheets as they are printed: plain figures and texts, right or wrong.

use super::sheet::{ClaimSheets, Sheet, SheetKind};
use super::sheet_count::CouponKind;
use super::sheet_head::{HeadField, SheetHead};
use super::sheet_table::{SheetForm, SheetSum};
use crate::base::{Fraction, InstitutionKind, IntoList, MunicipalityCode, Personal, Quantity};
use crate::calendar::Month;
use crate::rulebook::{AgeClass, Service, TimeClass};

/// The sheets of a claim as they are printed or sent (請求書の印字), whatever stands on them. What is absent is not
/// held against anything. [`super::check`] finds what is wrong with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedSheets {
    /// The month of claim (請求月).
    pub billing_month: Option<Month>,
    /// The form.
    pub form: SheetForm,
    /// Who claims.
    pub head: Option<PrintedHead>,
    /// The list of prices that stands beside the table (単価).
    pub prices: Option<Vec<ListedPrice>>,
    /// The summary (請求総括書).
    pub summary: Option<PrintedSheet>,
    /// The municipal sheets (市区町村別請求書).
    pub municipal: Option<Vec<PrintedMunicipal>>,
    /// The rate of the tax.
    pub tax_rate: Option<Fraction>,
}

/// The head of the sheets as printed; a field without characters is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedHead {
    /// Where the institution is. It is not printed: without it, the municipality whose sheet is checked is the own one.
    pub municipality: Option<MunicipalityCode>,
    /// The kind of the number.
    pub institution_kind: InstitutionKind,
    /// The number (医療機関等番号（10桁）).
    pub institution: String,
    /// The address (医療機関等の所在地).
    pub address: String,
    /// The class of the institution (施設等区分).
    pub facility_class: String,
    /// The name (医療機関等名称).
    pub name: String,
    /// The representative (代表者氏名).
    pub representative: Personal<String>,
    /// The telephone number (電話番号).
    pub telephone: Personal<String>,
}

impl PrintedHead {
    /// Whether nothing stands in a field.
    pub(super) fn is_blank(&self, field: HeadField) -> bool {
        let text = match field {
            HeadField::Address => &self.address,
            HeadField::Representative => self.representative.reveal(),
            HeadField::Telephone => self.telephone.reveal(),
            HeadField::FacilityClass => &self.facility_class,
            HeadField::Institution => &self.institution,
            HeadField::Name => &self.name,
        };
        text.trim().is_empty()
    }
}

/// A line of a printed list of prices (単価の行): which one is meant, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPrice {
    /// What was done.
    pub service: Service,
    /// The class of age that is meant.
    pub age: AgeClass,
    /// The class of time that is meant.
    pub time: TimeClass,
    /// The label (種類).
    pub label: Option<String>,
    /// Yen before tax.
    pub price: u64,
}

/// A printed sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedSheet {
    /// The title.
    pub title: Option<String>,
    /// To whom it goes, with the form of address.
    pub addressee: Option<String>,
    /// Whether the box of the own municipality is checked.
    pub checked: Option<bool>,
    /// The lines of each class, with their subtotal.
    pub groups: Vec<PrintedGroup>,
    /// The total (合計).
    pub total: PrintedSum,
}

/// A printed municipal sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedMunicipal {
    /// What stands on every sheet.
    pub sheet: PrintedSheet,
    /// The number of the municipality (市区町村番号).
    pub municipality: String,
    /// Its name.
    pub name: Option<String>,
    /// The kind of coupon.
    pub coupon: Option<CouponKind>,
    /// The kind of coupon in words (被接種者区分).
    pub coupon_class: Option<String>,
}

/// The lines of one class (区分) as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedGroup {
    /// What was done.
    pub service: Service,
    /// The lines.
    pub lines: Vec<PrintedLine>,
    /// The subtotal (小計).
    pub subtotal: PrintedSum,
}

/// A printed line: which one is meant, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedLine {
    /// The class of age that is meant.
    pub age: AgeClass,
    /// The class of time that is meant.
    pub time: TimeClass,
    /// The label (種類).
    pub label: Option<String>,
    /// The price of one, yen before tax.
    pub unit_price: Option<u64>,
    /// Cases (請求件数).
    pub count: u64,
    /// Yen with tax (請求金額).
    pub amount: u64,
}

/// A printed subtotal or total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintedSum {
    /// Cases.
    pub count: u64,
    /// Yen with tax.
    pub amount: u64,
}

impl PrintedSum {
    /// The sum of two; what leaves the range stays at its end.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        let (count, amount) = (self.count.saturating_add(other.count), self.amount.saturating_add(other.amount));
        Self { count, amount }
    }
}

impl From<SheetSum> for PrintedSum {
    fn from(sum: SheetSum) -> Self {
        Self { count: sum.count, amount: sum.amount.number() }
    }
}

/// The print of sheets that were made; their list of prices stands on their lines.
impl From<&ClaimSheets> for PrintedSheets {
    fn from(made: &ClaimSheets) -> Self {
        let municipal = made.municipal().iter().filter_map(|sheet| match sheet.kind() {
            SheetKind::Summary => None,
            SheetKind::Municipal { code, name, coupon } => Some(PrintedMunicipal {
                sheet: print(made.form(), sheet),
                municipality: code.to_string(),
                name: Some(name.clone()),
                coupon: Some(*coupon),
                coupon_class: Some(coupon.class().to_owned()),
            }),
        });
        Self {
            billing_month: Some(made.billing_month()),
            form: made.form(),
            head: Some(made.head().into()),
            prices: None,
            summary: Some(print(made.form(), made.summary())),
            municipal: Some(municipal.list()),
            tax_rate: Some(made.tax_rate()),
        }
    }
}

impl From<&SheetHead> for PrintedHead {
    fn from(head: &SheetHead) -> Self {
        Self {
            municipality: Some(head.municipality),
            institution_kind: head.institution_kind,
            institution: head.printed(HeadField::Institution),
            address: head.printed(HeadField::Address),
            facility_class: head.printed(HeadField::FacilityClass),
            name: head.printed(HeadField::Name),
            representative: Personal::new(head.printed(HeadField::Representative)),
            telephone: Personal::new(head.printed(HeadField::Telephone)),
        }
    }
}

fn print(form: SheetForm, sheet: &Sheet) -> PrintedSheet {
    let groups = sheet.table().groups().iter().map(|group| PrintedGroup {
        service: group.service(),
        lines: group
            .lines()
            .iter()
            .map(|line| PrintedLine {
                age: line.line.age,
                time: line.line.time,
                label: Some(form.label(line.line)),
                unit_price: line.unit.map(Quantity::number),
                count: line.count,
                amount: line.amount.number(),
            })
            .list(),
        subtotal: group.subtotal().into(),
    });
    PrintedSheet {
        title: Some(sheet.title().to_owned()),
        addressee: Some(sheet.addressee().to_owned()),
        checked: Some(sheet.checked()),
        groups: groups.list(),
        total: sheet.table().total().into(),
    }
}

/// Whether two texts are the same in print: spaces do not count, nor does the width of ASCII characters.
pub(super) fn same_text(a: &str, b: &str) -> bool {
    fn plain(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| !c.is_whitespace()).map(|c| match u32::from(c) {
            wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
            _ => c,
        })
    }
    plain(a).eq(plain(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_is_compared_without_its_spaces_and_widths() {
        assert!(same_text("6歳以上（時間外）", "６歳以上 (時間外)"));
        assert!(same_text("港区長　様", "港区長 様"));
        assert!(!same_text("6歳以上(時間外)", "6歳以上(時間内)"));
        assert!(!same_text("港区長 様", "港区長"));
    }
}
