//! `claims.sheets`.

use rust_decimal::Decimal;
use vsys_core::base::{
    Answer, Findings, Fraction, InstitutionCode, InstitutionKind, IntoList, MunicipalityCode, Path, Personal, Refusal,
    Rounding, Text, Yen,
};
use vsys_core::calendar::Month;
use vsys_core::claims::{
    ClaimCase, ClaimCounts, ClaimSheets, ClaimTotal, ClaimsProblem, CouponKind, PriceLine, Sheet, SheetForm, SheetHead,
    SheetKind, SheetSum, SheetTerms, check_totals, render, sheets,
};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

use super::common::refuse;
use crate::base64::Base64;
use crate::call::{Call, answered, read};
use crate::emit::Emit;
use crate::json::{Json, Writer};
use crate::read::{Count, Cursor, List, Read};
use crate::record::{named_words, record, words};
use crate::schema::Defs;
use crate::table::Outcome;

named_words! { CouponKind, SheetForm }

/// How many rows a request may have.
const CASES: usize = 100_000;

/// What the sheets can be rendered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RenderAs {
    Html,
    Csv,
    CsvCp932,
    Text,
}

words! {
    RenderAs {
        "html" => RenderAs::Html,
        "csv" => RenderAs::Csv,
        "csv_cp932" => RenderAs::CsvCp932,
        "text" => RenderAs::Text,
    }
}

/// A field of the institution's record, which may be blank: absent, or an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field<T>(pub(crate) Option<T>);

impl<T: Read> Read for Field<T> {
    const BLANK: Self = Self(None);
    const REQUIRED: bool = false;

    fn schema(defs: &mut Defs) -> Json {
        let mut schema = T::schema(defs);
        if let Json::Object(members) = &mut schema {
            members.remove("minLength");
            if let Some(Json::Text(pattern)) = members.get_mut("pattern") {
                *pattern = format!("^({})?$", pattern.trim_start_matches('^').trim_end_matches('$'));
            }
        }
        schema
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        at.is_empty_text() || self.0.read(at, findings)
    }
}

impl<T: Emit> Emit for Field<T> {
    fn schema(defs: &mut Defs) -> Json {
        T::schema(defs)
    }

    fn emit(&self, out: &mut Writer) {
        self.0.emit(out);
    }

    fn always() -> bool {
        false
    }
}

record! { personal document
    /// The head of the sheets, from the institution's record in V-SYS; a blank field is told and stays blank in print.
    struct ClaimSheetHead {
        /// The address (医療機関等の所在地).
        address: Field<Text<100>>,
        /// The class of the institution (施設等区分), never interpreted.
        facility_class: Field<Text<10>>,
        /// The ten-digit number (医療機関等番号).
        institution: Field<InstitutionCode>,
        /// The kind of the number, which decides whether its check digit is tested.
        institution_kind: InstitutionKind = InstitutionKind::Insurance,
        /// The code of the municipality where the institution is; a ward stands for its city.
        municipality: MunicipalityCode,
        /// The name (医療機関等名称).
        name: Field<Text<100>>,
        /// The representative (代表者氏名), as the institution's record in the reception system has it.
        representative: Field<Personal<Text<60>>>,
        /// The telephone number (電話番号).
        telephone: Field<Personal<Text<30>>>,
    }
}

impl ClaimSheetHead {
    fn open(self) -> SheetHead {
        let mut head = SheetHead::new(self.municipality);
        head.address = self.address.0;
        head.facility_class = self.facility_class.0;
        head.institution = self.institution.0;
        head.institution_kind = self.institution_kind;
        head.name = self.name.0;
        head.representative = self.representative.0;
        head.telephone = self.telephone.0;
        head
    }

    fn new(head: &SheetHead) -> Self {
        Self {
            address: Field(head.address.clone()),
            facility_class: Field(head.facility_class.clone()),
            institution: Field(head.institution),
            institution_kind: head.institution_kind,
            municipality: head.municipality,
            name: Field(head.name.clone()),
            representative: Field(head.representative.clone()),
            telephone: Field(head.telephone.clone()),
        }
    }
}

record! { request
    /// A case that is claimed, or several alike; the same may stand in several rows.
    struct ClaimCaseRequest {
        /// 6歳未満 or 6歳以上.
        age: AgeClass,
        /// How many (請求件数).
        count: Count = Count(1),
        /// With or without a coupon: the table of the entry screen.
        coupon: CouponKind,
        /// The code of the municipality where the person lives; a ward stands for its city.
        municipality: MunicipalityCode,
        /// 予診のみ or 接種.
        service: Service,
        /// 時間内, 時間外 or 休日.
        time: TimeClass = TimeClass::Regular,
    }
}

record! { request
    /// A total of the entry screen (総数), compared with the sum of the cases.
    struct ClaimTotalRequest {
        /// 6歳未満 or 6歳以上.
        age: AgeClass,
        /// The figure.
        count: Count,
        /// The table.
        coupon: CouponKind,
        /// 予診のみ or 接種.
        service: Service,
        /// 時間内, 時間外 or 休日.
        time: TimeClass = TimeClass::Regular,
    }
}

record! { request
    /// What is claimed for a month, and how the sheets shall look.
    struct ClaimSheetsRequest {
        /// The month of claim (請求月).
        billing_month: Month,
        /// What is claimed.
        cases: List<ClaimCaseRequest, CASES>,
        /// The form: old, or new from the month of claim 2022-01.
        form: SheetForm,
        /// Who claims.
        head: ClaimSheetHead,
        /// Whether the summary includes the residents of the institution's own municipality.
        include_own: bool,
        /// As what the sheets are rendered, besides as data.
        render: List<RenderAs, 4> = List::EMPTY,
        /// Where a fraction of a yen arises, how it is rounded; once per printed line, never per dose.
        rounding: Rounding = Rounding::Floor,
        /// The rate of the tax, such as "0.10"; absent = that of the month of vaccination.
        tax_rate: Option<Decimal>,
        /// The totals as entered, to be compared.
        totals: List<ClaimTotalRequest, 24> = List::EMPTY,
        /// The month of vaccination (接種月): prices, tax and codes are those of its last day.
        vaccination_month: Month,
    }
}

record! { answer
    /// A line of a sheet. The columns 決定件数 and 決定金額 are the payer's.
    struct ClaimSheetLine {
        /// The class of age.
        age: AgeClass,
        /// With tax, rounded once (請求金額, 税込み).
        amount: Yen,
        /// Cases (請求件数).
        count: Count,
        /// As printed (種類).
        label: String,
        /// The class of time.
        time: TimeClass,
        /// The price of one before tax (単価, 税抜き); absent while its addition is not in force.
        unit_price: Option<Yen>,
    }
}

record! { shown
    /// A subtotal or total (小計・合計).
    struct ClaimSheetSum of sum: SheetSum {
        /// Yen with tax.
        amount: Yen,
        /// Cases.
        count: Count = Count(sum.count),
    }
}

record! { answer
    /// The lines of one class (区分).
    struct ClaimSheetGroup {
        /// The lines in the order of the print.
        lines: Vec<ClaimSheetLine>,
        /// 予診のみ or 接種.
        service: Service,
        /// Their sum (小計).
        subtotal: SheetSum,
    }
}

record! { answer
    /// A sheet: 請求総括書 or 市区町村別請求書.
    struct ClaimSheet {
        /// To whom it goes, with the form of address.
        addressee: String,
        /// Whether the box of the own municipality is checked.
        checked: bool,
        /// The kind of coupon; only on a municipal sheet.
        coupon: Option<CouponKind>,
        /// The kind of coupon as printed (被接種者区分); only on a municipal sheet.
        coupon_class: Option<&'static str>,
        /// 予診のみ, then 接種.
        groups: Vec<ClaimSheetGroup>,
        /// The code of the municipality (市区町村番号); only on a municipal sheet.
        municipality: Option<MunicipalityCode>,
        /// The name of the municipality; only on a municipal sheet.
        municipality_name: Option<String>,
        /// The title.
        title: &'static str,
        /// The total (合計).
        total: SheetSum,
    }
}

impl ClaimSheet {
    fn new(form: SheetForm, sheet: &Sheet) -> Self {
        let (municipality, municipality_name, coupon) = match sheet.kind() {
            SheetKind::Summary => (None, None, None),
            SheetKind::Municipal { code, name, coupon } => (Some(*code), Some(name.clone()), Some(*coupon)),
        };
        let groups = sheet.table().groups().iter().map(|group| ClaimSheetGroup {
            lines: group
                .lines()
                .iter()
                .map(|line| ClaimSheetLine {
                    age: line.line.age,
                    amount: line.amount,
                    count: Count(line.count),
                    label: form.label(line.line),
                    time: line.line.time,
                    unit_price: line.unit,
                })
                .list(),
            service: group.service(),
            subtotal: group.subtotal(),
        });
        Self {
            addressee: sheet.addressee().to_owned(),
            checked: sheet.checked(),
            coupon,
            coupon_class: coupon.map(CouponKind::class),
            groups: groups.list(),
            municipality,
            municipality_name,
            title: sheet.title(),
            total: sheet.table().total(),
        }
    }
}

record! { answer
    /// The sheets as documents; they hold the personal data of the head, as the print does.
    struct ClaimRenderings {
        /// CSV in UTF-8 with BOM.
        csv: Option<Personal<String>>,
        /// CSV in CP932, its bytes in base64.
        csv_cp932: Option<Personal<Base64>>,
        /// One HTML document that prints each sheet on a page of A4.
        html: Option<Personal<String>>,
        /// Plain text, the sheets parted by a form feed.
        text: Option<Personal<String>>,
    }
}

impl ClaimRenderings {
    fn new(made: &ClaimSheets, wanted: &[RenderAs]) -> Result<Option<Self>, Refusal> {
        if wanted.is_empty() {
            return Ok(None);
        }
        let text =
            |kind, render: fn(&ClaimSheets) -> String| wanted.contains(&kind).then(|| Personal::new(render(made)));
        let cp932 = if wanted.contains(&RenderAs::CsvCp932) {
            Some(Personal::new(Base64(render::csv_cp932(made)?)))
        } else {
            None
        };
        Ok(Some(Self {
            csv: text(RenderAs::Csv, render::csv),
            csv_cp932: cp932,
            html: text(RenderAs::Html, render::html),
            text: text(RenderAs::Text, render::text),
        }))
    }
}

record! { answer
    /// The sheets of a month.
    struct ClaimSheetsAnswer {
        /// The month of claim.
        billing_month: Month,
        /// The form.
        form: SheetForm,
        /// Who claims, as given.
        head: ClaimSheetHead,
        /// The municipal sheets (市区町村別請求書): those with coupon by code, then those without; none for a municipality without a case.
        municipal: Vec<ClaimSheet>,
        /// The renderings that were asked for.
        rendered: Option<ClaimRenderings>,
        /// The summary (請求総括書).
        summary: ClaimSheet,
        /// The rate of the tax, as a fraction.
        tax_rate: Fraction,
    }
}

/// `claims.sheets`
pub(crate) struct ClaimsSheets;

impl Call for ClaimsSheets {
    type Request = ClaimSheetsRequest;
    type Answer = ClaimSheetsAnswer;

    fn run(book: &RuleBook, request: ClaimSheetsRequest) -> Result<Answer<ClaimSheetsAnswer>, Refusal> {
        make(book, request, ClaimCounts::new())
    }
}

/// `claims.sheets` of a request and of what was counted beside its cases, such as a batch of rows.
///
/// ```
/// use vsys_core::claims::ClaimCounts;
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let request = br#"{"billing_month":"2022-01","cases":[],"form":"new","head":{"municipality":"131032"},"include_own":true,
///     "vaccination_month":"2021-12"}"#;
/// let made = vsys_wire::claim_sheets_with(&book, request, ClaimCounts::new());
/// assert!(made.ok);
/// assert!(!vsys_wire::claim_sheets_with(&book, b"{}", ClaimCounts::new()).ok);
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn claim_sheets_with(book: &RuleBook, request: &[u8], counted: ClaimCounts) -> Outcome {
    answered::<ClaimsSheets>(read(request).and_then(|request| make(book, request, counted)))
}

/// The sheets of the cases of a request and of cases that were counted before.
fn make(
    book: &RuleBook,
    request: ClaimSheetsRequest,
    counted: ClaimCounts,
) -> Result<Answer<ClaimSheetsAnswer>, Refusal> {
    let mut findings = Findings::new();
    let mut terms = SheetTerms::new(request.form, request.billing_month, request.vaccination_month);
    terms.include_own = request.include_own;
    terms.rounding = request.rounding;
    terms.tax_rate = match request.tax_rate.map(|rate| Fraction::of(rate).ok_or(ClaimsProblem::TaxRate)) {
        Some(Err(problem)) => return Err(refuse(&problem, "tax_rate")),
        Some(Ok(rate)) => Some(rate),
        None => None,
    };
    // The totals are compared with everything entered, the sheets are made of what they can hold.
    let (mut entered, mut admitted) = (counted.clone(), counted);
    for (index, row) in request.cases.0.iter().enumerate() {
        let line = PriceLine { service: row.service, age: row.age, time: row.time };
        let case = ClaimCase { coupon: row.coupon, municipality: row.municipality, line };
        if let Err(problem) = entered.add(case, row.count.0) {
            findings.push(&problem, Path::element("cases", index, "count"));
            break;
        }
        let at = |member| Path::element("cases", index, member);
        if terms.admit(book, case, row.count.0, at, &mut findings).is_some() {
            // No more is admitted than was entered.
            let _ = admitted.add(case, row.count.0);
        }
    }
    let total = |row: &ClaimTotalRequest| ClaimTotal {
        coupon: row.coupon,
        line: PriceLine { service: row.service, age: row.age, time: row.time },
        count: row.count.0,
    };
    let totals: Vec<ClaimTotal> = request.totals.0.iter().map(total).list();
    findings.extend(check_totals(&entered, &totals));
    let answer = match sheets(book, request.head.open(), &terms, &admitted) {
        Err(refusal) => return Err(refusal.finding(findings)),
        Ok(_) if findings.has_errors() => return Err(Refusal::of(findings)),
        Ok(answer) => answer,
    };
    let rendered = ClaimRenderings::new(answer.value(), &request.render.0)?;
    Ok(answer.map(|made| ClaimSheetsAnswer {
        billing_month: made.billing_month(),
        form: made.form(),
        head: ClaimSheetHead::new(made.head()),
        municipal: made.municipal().iter().map(|sheet| ClaimSheet::new(made.form(), sheet)).list(),
        rendered,
        summary: ClaimSheet::new(made.form(), made.summary()),
        tax_rate: made.tax_rate(),
    }))
}
