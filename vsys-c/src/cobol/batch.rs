//! A claim in the making: records come one by one, sheets are taken when all are there.

use std::sync::{Arc, Mutex};

use vsys_core::base::{Assumptions, MunicipalityCode, Path, Personal, Quantity, Rounding, Term, Terms as Words};
use vsys_core::claims::{
    ApartClaim, Claim, ClaimRecord, ClaimSheets, ClaimSite, ClaimTally, CouponKind, FormProblem, JudgedRecord,
    PriceLine, RecordTerms, SheetHead, SheetKind, SheetSum, SheetTerms, select, sheets, unit_price,
};
use vsys_core::rulebook::{RuleBook, TimeClass};

use super::layout::{
    Apart, Hours, Line, Long, Priced, Sheet, Source, Subtotal, Terms, Text, Totals, Vaccination, Whole,
};
use super::problem::CobolProblem;
use super::query::{AGES, kind, month_digits, posted_hours};
use super::read::Reader;
use super::told::{Stop, Told};
use crate::handle::Table;

/// The claims that COBOL makes.
pub(super) static BATCHES: Table<Mutex<Batch>> = Table::new("batch");

/// Doses of a person at most (接種回数).
const MOST_DOSES: u64 = 7;

const COUPONS: [(&str, CouponKind); 2] = [("あり", CouponKind::WithCoupon), ("なし", CouponKind::WithoutCoupon)];
const RETURNED: [(Term, bool); 2] = [(Term::new("yes", "返戻"), true), (Term::new("no", "いいえ"), false)];
const YES_OR_NO: [(&str, bool); 4] = [("1", true), ("0", false), ("○", true), ("はい", true)];

/// A claim in the making.
pub(super) struct Batch {
    book: &'static RuleBook,
    terms: RecordTerms<&'static RuleBook>,
    sheet_terms: SheetTerms,
    head: SheetHead,
    tally: ClaimTally,
    read: u64,
    assumptions: Assumptions,
    /// The sheets as they were made last, and what is claimed apart from them.
    made: Option<(ClaimSheets, Vec<ApartClaim>)>,
}

impl Batch {
    /// Begins a claim on terms.
    pub(super) fn open(
        book: &'static RuleBook,
        record: &Terms,
        hours: Option<&Hours>,
        reader: &mut Reader<'_>,
    ) -> Result<Arc<Mutex<Self>>, Stop> {
        let billing = reader.needed_month(record.billing_month, "billing_month");
        let site = if Reader::filled(&record.site.0) {
            reader.word(&record.site, &[], "site")
        } else {
            Some(ClaimSite::Institution)
        };
        let include_own = match record.include_own.0 {
            [b'1'] => Some(true),
            [b'0'] => Some(false),
            _ => {
                let expected = [Term::new("1", "1"), Term::new("0", "0")].to_vec();
                reader.push(&CobolProblem::Word { expected: Words(expected) }, "include_own");
                None
            }
        };
        let head = head(record, reader);
        let hours = hours.map(|hours| posted_hours(hours, reader));
        let (Some(billing), Some(site), Some(include_own), Some(head)) = (billing, site, include_own, head) else {
            return Err(Stop::Refused);
        };
        let (terms, findings, assumptions) =
            RecordTerms::try_new(book, billing, site).map_err(|refusal| reader.told.refused(&refusal))?.into_parts();
        reader.told.findings.extend(findings);
        let terms = match hours {
            None => terms,
            Some(Some(hours)) => terms.with_hours(hours),
            Some(None) => return Err(Stop::Refused),
        };
        // The month before is what a month of claim closes; the form follows from the month of claim alone.
        let vaccination = billing.previous().unwrap_or(billing);
        let claim = Claim { vaccination, billing, site, returned: false };
        let selection = select(book.tariff(), &claim).map_err(|refusal| reader.told.refused(&refusal))?;
        let mut sheet_terms = SheetTerms::new(selection.value().sheet, billing, vaccination);
        sheet_terms.include_own = include_own;
        Ok(Arc::new(Mutex::new(Self {
            book,
            terms,
            sheet_terms,
            head,
            tally: ClaimTally::new(),
            read: 0,
            assumptions,
            made: None,
        })))
    }

    /// Takes a record: counts it, or tells every reason why not.
    pub(super) fn add(
        &mut self,
        source: &Source,
        record: &Vaccination,
        reader: &mut Reader<'_>,
    ) -> Result<Priced, Stop> {
        self.read += 1;
        let length = source.record_length.number();
        if usize::try_from(length) != Ok(size_of::<Vaccination>()) {
            let problem =
                CobolProblem::Length { expected: size_of::<Vaccination>(), got: u32::try_from(length).unwrap_or(0) };
            return Err(reader.refuse(&problem, "record_length"));
        }
        let number = reader.whole(source.record_number, 1, i32::MAX.cast_unsigned(), "record_number");
        let record = read(record, reader);
        let (Some(number), Some(record)) = (number, record) else {
            return Err(Stop::Refused);
        };
        let Told { findings, assumptions } = &mut *reader.told;
        let at = |member| Path::from(member).into();
        let judged = self.tally.add(&self.terms, &record, number, at, findings, assumptions).ok_or(Stop::Refused)?;
        self.assumptions.extend(assumptions);
        self.priced(&record, &judged, reader)
    }

    /// A record as it is claimed, with its price on its own day.
    fn priced(&self, record: &ClaimRecord, judged: &JudgedRecord, reader: &mut Reader<'_>) -> Result<Priced, Stop> {
        let encoding = reader.encoding;
        let line = judged.case.line;
        let unit = unit_price(self.book.tariff(), line, record.date);
        let unit = unit.map_err(|problem| reader.refuse(&problem, "date"))?.price.number();
        let whole = judged.apart.map(|time| unit_price(self.book.tariff(), PriceLine { time, ..line }, record.date));
        let whole = whole.transpose().map_err(|problem| reader.refuse(&problem, "date"))?;
        let apart = whole.map_or(0, |whole| whole.price.number().saturating_sub(unit));
        Ok(Priced {
            payer: Text::of(&judged.case.municipality.to_string(), encoding),
            payer_name: Text::of(self.name(judged.case.municipality), encoding),
            service: Text::of(line.service.ja(), encoding),
            age: Text::of(line.age.ja(), encoding),
            time: Text::of(line.time.ja(), encoding),
            unit: Whole::count(unit),
            apart: Text::of(judged.apart.map_or("", TimeClass::ja), encoding),
            apart_unit: Whole::count(apart),
        })
    }

    /// Makes the sheets of what was taken so far.
    pub(super) fn sheets(&mut self, told: &mut Told) -> Result<Totals, Stop> {
        let answer = sheets(self.book, self.head.clone(), &self.sheet_terms, self.tally.counts());
        let (made, findings, assumptions) = answer.map_err(|refusal| told.refused(&refusal))?.into_parts();
        told.findings.extend(findings);
        told.assumptions.extend(&assumptions);
        told.assumptions.extend(&self.assumptions);
        let apart = self.tally.apart().claims(self.book, Rounding::Floor).map_err(|refusal| told.refused(&refusal))?;
        told.assumptions.extend(apart.assumptions());
        let apart = apart.into_value();
        let total = made.summary().table().total();
        let sum = |of: fn(&ApartClaim) -> u64| apart.iter().map(of).sum();
        let claimed = self.tally.counts().total();
        let totals = Totals {
            read: Whole::count(self.read),
            claimed: Whole::count(claimed),
            kept_out: Whole::count(self.read - claimed),
            uncompared: Whole::count(self.tally.uncompared()),
            sheets: Whole::of(i32::try_from(1 + made.municipal().len()).unwrap_or(i32::MAX)),
            apart_lines: Whole::of(i32::try_from(apart.len()).unwrap_or(i32::MAX)),
            count: Long::of(total.count),
            amount: Long::of(total.amount.number()),
            apart_count: Long::of(sum(|claim| claim.count)),
            apart_amount: Long::of(sum(|claim| claim.amount.number())),
        };
        self.made = Some((made, apart));
        Ok(totals)
    }

    /// A sheet that was made: the first is the summary.
    pub(super) fn sheet(&self, number: Whole, reader: &mut Reader<'_>) -> Result<Sheet, Stop> {
        let made = self.made.as_ref().map(|(sheets, _)| sheets);
        let count = made.map_or(0, |sheets| 1 + sheets.municipal().len());
        let found = index(number).zip(made).and_then(|(at, sheets)| Some((sheets, sheets.iter().nth(at)?)));
        let (sheets, sheet) = found.ok_or_else(|| reader.refuse(&made_of(count), "number"))?;
        let encoding = reader.encoding;
        let (code, name, coupon) = match sheet.kind() {
            SheetKind::Summary => (String::new(), "", ""),
            SheetKind::Municipal { code, name, coupon } => (code.to_string(), name.as_str(), coupon.class()),
        };
        let table = sheet.table();
        let blank = Line {
            line_service: Text::BLANK,
            label: Text::BLANK,
            unit: Whole::of(0),
            line_count: Long::of(0),
            line_amount: Long::of(0),
        };
        let mut lines = [blank; 12];
        let printed = table.groups().iter().flat_map(|group| group.lines().iter().map(|line| (group.service(), line)));
        let mut count = 0;
        for (place, (service, line)) in lines.iter_mut().zip(printed) {
            *place = Line {
                line_service: Text::of(service.ja(), encoding),
                label: Text::of(&sheets.form().label(line.line), encoding),
                unit: Whole::count(line.unit.map_or(0, |unit| unit.number())),
                line_count: Long::of(line.count),
                line_amount: Long::of(line.amount.number()),
            };
            count += 1;
        }
        let none = Subtotal { sub_service: Text::BLANK, sub_count: Long::of(0), sub_amount: Long::of(0) };
        let mut subtotals = [none; 2];
        for (place, group) in subtotals.iter_mut().zip(table.groups()) {
            let SheetSum { count, amount } = group.subtotal();
            *place = Subtotal {
                sub_service: Text::of(group.service().ja(), encoding),
                sub_count: Long::of(count),
                sub_amount: Long::of(amount.number()),
            };
        }
        Ok(Sheet {
            number,
            title: Text::of(sheet.title(), encoding),
            addressee: Text::of(sheet.addressee(), encoding),
            code: Text::of(&code, encoding),
            name: Text::of(name, encoding),
            coupon: Text::of(coupon, encoding),
            checked: Text::of(if sheet.checked() { "1" } else { "0" }, encoding),
            lines: Whole::of(count),
            line: lines,
            subtotal: subtotals,
            total_count: Long::of(table.total().count),
            total_amount: Long::of(table.total().amount.number()),
        })
    }

    /// A line of what is claimed apart.
    pub(super) fn apart(&self, number: Whole, reader: &mut Reader<'_>) -> Result<Apart, Stop> {
        let lines = self.made.as_ref().map_or(&[][..], |(_, apart)| apart.as_slice());
        let found = index(number).and_then(|at| lines.get(at));
        let line = found.ok_or_else(|| reader.refuse(&made_of(lines.len()), "number"))?;
        let encoding = reader.encoding;
        Ok(Apart {
            number,
            code: Text::of(&line.municipality.to_string(), encoding),
            name: Text::of(self.name(line.municipality), encoding),
            month: month_digits(line.vaccination_month),
            class: Text::of(line.time.ja(), encoding),
            unit: Whole::count(line.unit.number()),
            count: Long::of(line.count),
            amount: Long::of(line.amount.number()),
        })
    }

    fn name(&self, code: MunicipalityCode) -> &str {
        self.book.municipalities().find(code).map_or("", |found| found.name.as_str())
    }
}

/// From COBOL's number to an index.
fn index(number: Whole) -> Option<usize> {
    usize::try_from(number.number()).ok()?.checked_sub(1)
}

fn made_of(count: usize) -> CobolProblem {
    CobolProblem::Index { made: u32::try_from(count).unwrap_or(u32::MAX) }
}

/// The items of a record, all faults at once.
fn read(record: &Vaccination, reader: &mut Reader<'_>) -> Option<ClaimRecord> {
    let before = reader.told.findings.total();
    let number = reader.parse(&record.number, "number");
    let municipality = reader.needed(&record.municipality, "municipality");
    let birth_date = reader.date(record.birth_date, "birth_date").map(Personal::new);
    let date = reader.needed_date(record.date, "date");
    let time = reader.time(record.time, "time");
    let class = reader.word(&record.class, &[], "class");
    let age = reader.word(&record.age, &AGES, "age");
    let service = reader.needed_word(&record.service, &[], "service");
    let dose = match record.dose.0 {
        [b' ' | 0] => None,
        [digit @ b'1'..=b'7'] => Some(digit - b'0'),
        _ => {
            reader.push(&FormProblem::DoseRange { most: MOST_DOSES }, "dose");
            None
        }
    };
    let coupon = reader.needed_word(&record.coupon, &COUPONS, "coupon");
    let returned = reader.one_of(&record.returned, &RETURNED, &YES_OR_NO, "returned").unwrap_or(false);
    if reader.told.findings.total() > before {
        return None;
    }
    let (municipality, date, service, coupon) = (municipality?, date?, service?, coupon?);
    Some(ClaimRecord { service, date, time, class, municipality, coupon, number, birth_date, age, dose, returned })
}

/// The head of the sheets: what is blank stays blank in print.
fn head(record: &Terms, reader: &mut Reader<'_>) -> Option<SheetHead> {
    let before = reader.told.findings.total();
    let municipality: Option<MunicipalityCode> = reader.needed(&record.municipality, "municipality");
    let kind = kind(&record.institution_kind, reader, "institution_kind");
    let institution = reader.parse(&record.institution, "institution");
    let name = reader.parse(&record.name, "name");
    let address = reader.parse(&record.address, "address");
    let facility_class = reader.parse(&record.facility_class, "facility_class");
    let representative = reader.parse(&record.representative, "representative");
    let telephone = reader.parse(&record.telephone, "telephone");
    if reader.told.findings.total() > before {
        return None;
    }
    Some(SheetHead {
        address,
        representative,
        telephone,
        facility_class,
        institution,
        institution_kind: kind?,
        name,
        ..SheetHead::new(municipality?)
    })
}
