//! Requests whose rows come in columns: a face reads those, and everything else of the request comes through
//! the same reader as always, so that it is refused in the same words.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use vsys_core::allocation::{ApportionRequest, Capacity, CascadeOptions};
use vsys_core::base::{Boxes, Fraction, IntoList, Refusal, Rounding, Yen};
use vsys_core::claims::{PricePeriod, PriceTable};
use vsys_core::rulebook::RuleBook;

use crate::call::read;
use crate::operations::{apportion, cascade};
use crate::problem::WireProblem;
use crate::read::{List, decimal};
use crate::record::record;

/// The request of `allocation.apportion`, read from its JSON; the recipients may be left empty there.
///
/// # Errors
/// Every fault of the text.
///
/// ```
/// let request = vsys_wire::columns::read_apportion(br#"{"supply":7,"recipients":[],"method":"webster"}"#)?;
/// assert_eq!(request.supply.get(), 7);
/// assert!(vsys_wire::columns::read_apportion(br#"{"supply":-7,"recipients":[]}"#).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_apportion(request: &[u8]) -> Result<ApportionRequest, Refusal> {
    read::<apportion::ApportionRequest>(request).map(apportion::ApportionRequest::into_core)
}

/// What a request of `allocation.cascade` asks besides its rows.
#[derive(Clone, Copy, Debug)]
pub struct CascadeSettings {
    /// The registered supply of vaccine, in boxes.
    pub supply: Boxes,
    /// The Monday of the delivery week, on which codes of municipalities are looked up.
    pub delivery_week: NaiveDate,
    /// What a box holds, and how capacities become caps.
    pub capacity: Capacity,
    /// How the cascade shares.
    pub options: CascadeOptions,
}

/// The request of `allocation.cascade`, read from its JSON; the rows may be left out there.
///
/// # Errors
/// Every fault of the text; a product or a pack that the tables do not have.
///
/// ```
/// use vsys_core::rulebook::RuleBook;
/// use vsys_wire::columns::read_cascade;
/// let book = RuleBook::bundled()?;
/// let request = br#"{"cycle":1,"delivery_week":"2021-05-10","product":"pfizer-12plus","supply":{"vaccine":10,"needles":30}}"#;
/// assert_eq!(read_cascade(&book, request)?.supply.get(), 10);
/// let unknown = br#"{"cycle":1,"delivery_week":"2021-05-10","product":"x","supply":{"vaccine":10}}"#;
/// assert!(read_cascade(&book, unknown).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_cascade(book: &RuleBook, request: &[u8]) -> Result<CascadeSettings, Refusal> {
    cascade::settings(book, request)
}

/// A rate as the wire writes it: digits with at most 18 decimals, such as `0.08`.
///
/// # Errors
/// [`WireProblem::Decimal`] when it is written otherwise.
///
/// ```
/// use vsys_wire::columns::read_decimal;
/// assert_eq!(read_decimal("0.08").map(|rate| rate.to_string()), Ok("0.08".to_owned()));
/// assert!(read_decimal("8e-2").is_err());
/// ```
pub fn read_decimal(text: &str) -> Result<Decimal, WireProblem> {
    decimal(text).ok_or(WireProblem::Decimal)
}

record! { request
    /// The prices of a span of days (単価の適用期間): yen before tax. One that is absent is not in force: a line that
    /// needs it has no price.
    struct PricePeriodRequest {
        /// The first day of vaccination.
        from: NaiveDate,
        /// The first day on which the prices no longer hold; absent = open.
        until: Option<NaiveDate>,
        /// 予診のみ
        consultation_only: Option<Yen>,
        /// 接種
        vaccination: Option<Yen>,
        /// The addition under six years (6歳未満).
        under_six: Option<Yen>,
        /// The addition outside hours (時間外).
        off_hours: Option<Yen>,
        /// The addition on a holiday (休日).
        holiday: Option<Yen>,
        /// The addition for a form without coupon (接種券貼付なし), which the national tariff does not have.
        without_coupon: Yen = Yen::ZERO,
        /// The rate of the tax, such as "0.10".
        tax: Decimal,
    }
}

record! { request
    /// A price table.
    struct PriceTableRequest {
        /// The periods in any order; absent = those of the tariff.
        periods: Option<List<PricePeriodRequest, 1_000>>,
        /// How the tax of a line is rounded.
        rounding: Rounding = Rounding::Floor,
    }
}

/// A price table read from JSON, `{"periods":[…],"rounding":"floor"}`; without periods it is the tariff's.
///
/// # Errors
/// Every fault of the text, or of the periods.
///
/// ```
/// use vsys_core::rulebook::RuleBook;
/// use vsys_wire::columns::read_price_table;
/// let book = RuleBook::bundled()?;
/// assert_eq!(read_price_table(&book, b"{}")?.periods().len(), 2);
/// let own = br#"{"periods":[{"from":"2021-02-17","vaccination":2070,"tax":"0.10"}]}"#;
/// assert_eq!(read_price_table(&book, own)?.periods().len(), 1);
/// assert!(read_price_table(&book, br#"{"periods":[]}"#).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_price_table(book: &RuleBook, request: &[u8]) -> Result<PriceTable, Refusal> {
    let PriceTableRequest { periods, rounding } = read(request)?;
    let Some(List(periods)) = periods else { return PriceTable::of(book.tariff(), rounding) };
    let periods = periods.into_iter().map(|period| PricePeriod {
        from: period.from,
        until: period.until,
        consultation_only: period.consultation_only,
        vaccination: period.vaccination,
        under_six: period.under_six,
        off_hours: period.off_hours,
        holiday: period.holiday,
        without_coupon: Some(period.without_coupon),
        // A decimal that the wire takes is no larger than any fraction.
        tax: Fraction::of(period.tax).unwrap_or(Fraction::whole(u64::MAX)),
    });
    PriceTable::try_new(periods.list(), rounding)
}
