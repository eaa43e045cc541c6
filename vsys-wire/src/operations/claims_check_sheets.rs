//! The sheets that `claims.check` is asked about, as they are printed.

use vsys_core::base::{Findings, Fraction, InstitutionKind, IntoList, MunicipalityCode, Personal, Text, Yen};
use vsys_core::calendar::Month;
use vsys_core::claims::{
    CouponKind, ListedPrice, PrintedGroup, PrintedHead, PrintedLine, PrintedMunicipal, PrintedSheet, PrintedSheets,
    PrintedSum, SheetForm,
};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};

use super::claim_sheets::Field;
use crate::json::Json;
use crate::read::{Count, Cursor, List, Read};
use crate::record::record;
use crate::schema::Defs;

/// A text as it is printed.
type Print = Text<200>;

/// Something that an answer of `claims.sheets` has and that is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unread;

impl Read for Unread {
    const BLANK: Self = Self;

    fn schema(_: &mut Defs) -> Json {
        Json::object([("type", Json::text("object"))])
    }

    fn read(&mut self, _: &Cursor<'_>, _: &mut Findings) -> bool {
        true
    }
}

record! { personal request
    /// The head of the sheets as printed; a blank field is told.
    struct ClaimCheckHead {
        /// The address (医療機関等の所在地).
        address: Field<Print>,
        /// The class of the institution (施設等区分).
        facility_class: Field<Print>,
        /// The number as printed (医療機関等番号（10桁）).
        institution: Field<Print>,
        /// The kind of the number, which decides whether its check digit is tested.
        institution_kind: InstitutionKind = InstitutionKind::Insurance,
        /// The code of the municipality where the institution is; without it, the municipality whose sheet is checked.
        municipality: Option<MunicipalityCode>,
        /// The name (医療機関等名称).
        name: Field<Print>,
        /// The representative (代表者氏名).
        representative: Field<Personal<Print>>,
        /// The telephone number (電話番号).
        telephone: Field<Personal<Print>>,
    }
}

impl ClaimCheckHead {
    fn open(self) -> PrintedHead {
        let text = |field: Field<Print>| field.0.map(|text| text.to_string()).unwrap_or_default();
        let personal = |field: Field<Personal<Print>>| {
            Personal::new(field.0.map(|text| text.reveal().to_string()).unwrap_or_default())
        };
        PrintedHead {
            municipality: self.municipality,
            institution_kind: self.institution_kind,
            institution: text(self.institution),
            address: text(self.address),
            facility_class: text(self.facility_class),
            name: text(self.name),
            representative: personal(self.representative),
            telephone: personal(self.telephone),
        }
    }
}

record! { request
    /// A line of a list of prices: which one is meant, and what stands there.
    struct ClaimCheckPrice {
        /// The class of age that is meant.
        age: AgeClass,
        /// As printed (種類).
        label: Option<Print>,
        /// Yen before tax, as printed.
        price: Yen,
        /// 予診のみ or 接種.
        service: Service,
        /// The class of time that is meant.
        time: TimeClass = TimeClass::Regular,
    }
}

record! { request
    /// A line of a sheet: which one is meant, and what stands there.
    struct ClaimCheckLine {
        /// The class of age that is meant.
        age: AgeClass,
        /// With tax, as printed (請求金額).
        amount: Yen,
        /// Cases (請求件数).
        count: Count,
        /// As printed (種類).
        label: Option<Print>,
        /// The class of time that is meant.
        time: TimeClass = TimeClass::Regular,
        /// The price of one before tax, as printed.
        unit_price: Option<Yen>,
    }
}

record! { request
    /// A subtotal or total as printed.
    struct ClaimCheckSum {
        /// Yen with tax.
        amount: Yen,
        /// Cases.
        count: Count,
    }
}

impl ClaimCheckSum {
    const fn open(&self) -> PrintedSum {
        PrintedSum { count: self.count.0, amount: self.amount.get() }
    }
}

record! { request
    /// The lines of one class (区分).
    struct ClaimCheckGroup {
        /// The lines.
        lines: List<ClaimCheckLine, 100>,
        /// 予診のみ or 接種.
        service: Service,
        /// Their sum as printed (小計).
        subtotal: ClaimCheckSum,
    }
}

record! { request
    /// The summary as printed (請求総括書).
    struct ClaimCheckSummary {
        /// To whom it goes, with the form of address.
        addressee: Option<Print>,
        /// Whether the box is checked: the own municipality is included.
        checked: Option<bool>,
        /// 予診のみ and 接種.
        groups: List<ClaimCheckGroup, 10>,
        /// The title.
        title: Option<Print>,
        /// The total (合計).
        total: ClaimCheckSum,
    }
}

record! { request
    /// A municipal sheet as printed (市区町村別請求書).
    struct ClaimCheckMunicipal {
        /// To whom it goes, with the form of address.
        addressee: Option<Print>,
        /// Whether the box is checked: it goes to the own municipality.
        checked: Option<bool>,
        /// The kind of coupon; without it, what `coupon_class` says.
        coupon: Option<CouponKind>,
        /// The kind of coupon as printed (被接種者区分).
        coupon_class: Option<Print>,
        /// 予診のみ and 接種.
        groups: List<ClaimCheckGroup, 10>,
        /// The number of the municipality as printed (市区町村番号).
        municipality: Field<Print>,
        /// The name of the municipality.
        municipality_name: Option<Print>,
        /// The title.
        title: Option<Print>,
        /// The total (合計).
        total: ClaimCheckSum,
    }
}

record! { request
    /// Sheets as printed; an answer of `claims.sheets` can stand here as it is.
    struct ClaimCheckSheets {
        /// The month of claim as printed.
        billing_month: Option<Month>,
        /// The form.
        form: SheetForm,
        /// Who claims.
        head: Option<ClaimCheckHead>,
        /// The municipal sheets; absent where they are not at hand, empty where there are none.
        municipal: Option<List<ClaimCheckMunicipal, 10_000>>,
        /// The list of prices as printed (単価).
        prices: Option<List<ClaimCheckPrice, 100>>,
        /// Not looked at.
        rendered: Option<Unread>,
        /// The summary.
        summary: Option<ClaimCheckSummary>,
        /// The rate of the tax, as a fraction.
        tax_rate: Option<Fraction>,
    }
}

fn text(print: Option<Print>) -> Option<String> {
    print.map(|print| print.to_string())
}

fn groups(list: List<ClaimCheckGroup, 10>) -> Vec<PrintedGroup> {
    let line = |line: ClaimCheckLine| PrintedLine {
        age: line.age,
        time: line.time,
        label: text(line.label),
        unit_price: line.unit_price.map(Yen::get),
        count: line.count.0,
        amount: line.amount.get(),
    };
    let group = |group: ClaimCheckGroup| PrintedGroup {
        service: group.service,
        lines: group.lines.0.into_iter().map(line).list(),
        subtotal: group.subtotal.open(),
    };
    list.0.into_iter().map(group).list()
}

impl ClaimCheckSheets {
    pub(crate) fn open(self) -> PrintedSheets {
        let summary = |sheet: ClaimCheckSummary| PrintedSheet {
            title: text(sheet.title),
            addressee: text(sheet.addressee),
            checked: sheet.checked,
            groups: groups(sheet.groups),
            total: sheet.total.open(),
        };
        let municipal = |sheet: ClaimCheckMunicipal| PrintedMunicipal {
            sheet: PrintedSheet {
                title: text(sheet.title),
                addressee: text(sheet.addressee),
                checked: sheet.checked,
                groups: groups(sheet.groups),
                total: sheet.total.open(),
            },
            municipality: text(sheet.municipality.0).unwrap_or_default(),
            name: text(sheet.municipality_name),
            coupon: sheet.coupon,
            coupon_class: text(sheet.coupon_class),
        };
        let price = |listed: ClaimCheckPrice| ListedPrice {
            service: listed.service,
            age: listed.age,
            time: listed.time,
            label: text(listed.label),
            price: listed.price.get(),
        };
        let Self { rendered: Some(Unread) | None, .. } = self;
        PrintedSheets {
            billing_month: self.billing_month,
            form: self.form,
            head: self.head.map(ClaimCheckHead::open),
            prices: self.prices.map(|list| list.0.into_iter().map(price).list()),
            summary: self.summary.map(summary),
            municipal: self.municipal.map(|list| list.0.into_iter().map(municipal).list()),
            tax_rate: self.tax_rate,
        }
    }
}
