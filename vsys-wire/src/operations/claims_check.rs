//! `claims.check`.

use chrono::NaiveDate;
use vsys_core::base::{
    Answer, CouponNumber, Findings, IntoList, MunicipalityCode, Path, Personal, Refusal, Rounding, Yen,
};
use vsys_core::calendar::Month;
use vsys_core::claims::{ApartClaim, Checked, ClaimCheck, ClaimRecord, ClaimSite, CouponKind, PrintedSum, check};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

use super::calendar::ClockTime;
use super::claims_check_sheets::ClaimCheckSheets;
use super::claims_classify::HoursRequest;
use super::common::in_range;
use crate::call::Call;
use crate::emit::AmountDifference;
use crate::json::Json;
use crate::read::{Amount, Count, Cursor, List, Read, put};
use crate::record::record;
use crate::schema::{self, Defs};

/// Which dose it was, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dose(u8);

impl Read for Dose {
    const BLANK: Self = Self(1);

    fn schema(_: &mut Defs) -> Json {
        schema::integer(1, u8::MAX.into())
    }

    fn read(&mut self, at: &Cursor<'_>, findings: &mut Findings) -> bool {
        put(self, at.integer(1, u8::MAX.into(), findings).and_then(|number| u8::try_from(number).ok()).map(Self))
    }
}

record! { personal request
    /// A vaccination, or a consultation without one, as it is claimed (請求の明細).
    struct ClaimCheckRecord {
        /// 6歳未満 or 6歳以上; must agree with the birth date where both are given.
        age: Option<AgeClass>,
        /// The birth date; it or `age` is needed.
        birth_date: Option<Personal<NaiveDate>>,
        /// 時間内, 時間外 or 休日 as claimed; must agree with the posted hours where these and `time` are given.
        class: Option<TimeClass>,
        /// Whether the form carries a coupon.
        coupon: CouponKind,
        /// The day (接種日), JST.
        date: NaiveDate,
        /// Which dose it was, from 1.
        dose: Option<Dose>,
        /// The code of the municipality that issued the coupon; a ward stands for its city.
        municipality: MunicipalityCode,
        /// The number of the coupon (券番号); without it the record cannot be compared with others.
        number: Option<Personal<CouponNumber>>,
        /// Whether the form was claimed before and came back (返戻).
        returned: bool = false,
        /// 予診のみ or 接種.
        service: Service,
        /// The time of day, JST, such as 09:30; judged by the posted hours where these are given.
        time: Option<ClockTime>,
    }
}

impl ClaimCheckRecord {
    fn open(self) -> ClaimRecord {
        ClaimRecord {
            service: self.service,
            date: self.date,
            time: self.time.map(|time| time.0),
            class: self.class,
            municipality: self.municipality,
            coupon: self.coupon,
            number: self.number,
            birth_date: self.birth_date,
            age: self.age,
            dose: self.dose.map(|dose| dose.0),
            returned: self.returned,
        }
    }
}

record! { request
    /// Records, sheets or both: beside records the sheets are the whole claim, alone they may be a part of it.
    struct ClaimCheckRequest {
        /// The month of claim (請求月).
        billing_month: Month,
        /// The hours that the institution has posted, as `claims.classify` takes them.
        hours: Option<HoursRequest>,
        /// The records; at least one of `records` and `sheets` is needed.
        records: Option<List<ClaimCheckRecord, 100_000>>,
        /// How a fraction of a yen is rounded, once per printed line.
        rounding: Rounding = Rounding::Floor,
        /// The sheets as printed.
        sheets: Option<ClaimCheckSheets>,
        /// The type of the site.
        site: ClaimSite = ClaimSite::Institution,
        /// The month of vaccination whose last day decides about prices, tax and codes on the sheets; absent = the month
        /// before the month of claim.
        vaccination_month: Option<Month>,
    }
}

record! { answer
    /// Surcharges of a municipality that are claimed apart from the fee (別請求).
    struct ClaimApart {
        /// With tax.
        amount: Yen,
        /// How many records.
        count: Count,
        /// The code of the municipality, never of a ward.
        municipality: MunicipalityCode,
        /// Its name.
        name: String,
        /// Before tax.
        net: Yen,
        /// 時間外 or 休日.
        time: TimeClass,
        /// The surcharge of one before tax.
        unit: Yen,
        /// The month of vaccination (接種月).
        vaccination_month: Month,
    }
}

record! { answer
    /// What became of the records.
    struct ClaimCheckedRecords {
        /// What is claimed from municipalities apart from the fee, by code, month of vaccination and class of time.
        apart: Vec<ClaimApart>,
        /// How many count on the sheets.
        counted: Count,
        /// How many there are.
        given: Count,
        /// How many an error keeps out.
        kept_out: Count,
    }
}

record! { answer
    /// Which sheets are in order: no error stands on them.
    struct ClaimCheckedSheets {
        /// The municipal sheets in their order.
        municipal: Vec<bool>,
        /// The summary, where there is one.
        summary: Option<bool>,
    }
}

record! { answer
    /// Cases and yen.
    struct ClaimCheckTotal {
        /// Yen with tax.
        amount: Yen,
        /// Cases.
        count: Amount,
    }
}

impl ClaimCheckTotal {
    fn new(sum: PrintedSum) -> Result<Self, Refusal> {
        Ok(Self { amount: in_range(Yen::try_from(sum.amount), "sheets")?, count: Amount(sum.count) })
    }
}

record! { answer
    /// What the linter found; the findings say what is wrong and where.
    struct ClaimCheckAnswer {
        /// What the sheets claim: the municipal ones together, or the summary where these are not given.
        claimed: Option<ClaimCheckTotal>,
        /// Yen of the sheets less yen of the records, where both are given.
        difference: Option<AmountDifference>,
        /// What the records make: on the municipal sheets, or on the summary where these are not given.
        expected: Option<ClaimCheckTotal>,
        /// The records, where they were given.
        records: Option<ClaimCheckedRecords>,
        /// The sheets, where they were given.
        sheets: Option<ClaimCheckedSheets>,
        /// Whether nothing is wrong but for warnings.
        valid: bool,
    }
}

impl ClaimCheckAnswer {
    fn new(book: &RuleBook, checked: Checked, valid: bool) -> Result<Self, Refusal> {
        let apart = |claim: &ApartClaim| ClaimApart {
            amount: claim.amount,
            count: Count(claim.count),
            municipality: claim.municipality,
            name: book.municipalities().find(claim.municipality).map(|town| town.name.clone()).unwrap_or_default(),
            net: claim.net,
            time: claim.time,
            unit: claim.unit,
            vaccination_month: claim.vaccination_month,
        };
        // Amounts stay below 2^53.
        let signed = |sum: PrintedSum| i64::try_from(sum.amount).unwrap_or(i64::MAX);
        let difference = checked.claimed.zip(checked.expected);
        Ok(Self {
            claimed: checked.claimed.map(ClaimCheckTotal::new).transpose()?,
            difference: difference.map(|(claimed, made)| AmountDifference(signed(claimed) - signed(made))),
            expected: checked.expected.map(ClaimCheckTotal::new).transpose()?,
            records: checked.records.map(|records| ClaimCheckedRecords {
                apart: records.apart.iter().map(apart).list(),
                counted: Count(records.counted),
                given: Count(records.given),
                kept_out: Count(records.given.saturating_sub(records.counted)),
            }),
            sheets: checked
                .sheets
                .map(|sheets| ClaimCheckedSheets { municipal: sheets.municipal, summary: sheets.summary }),
            valid,
        })
    }
}

/// `claims.check`
pub(crate) struct ClaimsCheck;

impl Call for ClaimsCheck {
    const JUDGES: bool = true;
    type Request = ClaimCheckRequest;
    type Answer = ClaimCheckAnswer;

    fn run(book: &RuleBook, request: ClaimCheckRequest) -> Result<Answer<ClaimCheckAnswer>, Refusal> {
        let hours = request.hours.as_ref().map(HoursRequest::posted).transpose();
        let hours = hours.map_err(|refusal| refusal.under(&Path::from("hours")))?;
        let records = request.records.map(|list| list.0.into_iter().map(ClaimCheckRecord::open).list());
        let sheets = request.sheets.map(ClaimCheckSheets::open);
        let mut claim = ClaimCheck::new(request.billing_month);
        claim.vaccination_month = request.vaccination_month;
        claim.site = request.site;
        claim.hours = hours;
        claim.rounding = request.rounding;
        claim.records = records.as_deref();
        claim.sheets = sheets.as_ref();
        let (checked, findings, assumptions) = check(book, &claim)?.into_parts();
        let answer = ClaimCheckAnswer::new(book, checked, !findings.has_errors())?;
        Ok(Answer::new(answer).finding(findings).assuming_all(&assumptions))
    }
}
