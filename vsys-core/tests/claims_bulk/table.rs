//! Price tables: the tariff's, and the caller's own.

use chrono::NaiveDate;
use vsys_core::base::{Fraction, Quantity, Rounding, Yen};
use vsys_core::claims::{PriceColumns, PricePeriod, PriceTable};

use super::{Row, bundled, date32, day, places, prices};

fn yen(number: u64) -> Option<Yen> {
    Some(Yen::try_new(number).unwrap())
}

fn period(from: &str, until: Option<&str>) -> PricePeriod {
    PricePeriod {
        from: day(from),
        until: until.map(day),
        consultation_only: yen(1_540),
        vaccination: yen(2_070),
        under_six: yen(660),
        off_hours: None,
        holiday: yen(2_130),
        without_coupon: yen(55),
        tax: Fraction::new(1, 10),
    }
}

#[test]
fn the_tariff_has_two_periods() {
    let table = bundled(Rounding::Floor);
    let spans: Vec<_> = table.periods().iter().map(|period| (period.from, period.until)).collect();
    let (start, additions, end) = (day("2021-02-17"), day("2021-04-01"), day("2024-04-01"));
    assert_eq!(spans, [(start, Some(additions)), (additions, Some(end))]);
    assert_eq!((table.span(), table.rounding()), ((start, Some(end)), Rounding::Floor));
    assert_eq!(table.periods().iter().map(|period| period.holiday).collect::<Vec<_>>(), [None, yen(2_130)]);
}

#[test]
fn everything_that_is_wrong_with_periods_is_told_at_once() {
    let none = PriceTable::try_new(Vec::new(), Rounding::Floor).unwrap_err();
    assert_eq!(places(none.findings()), [("claims.periods.none", "/periods".to_owned())]);
    let refusal = PriceTable::try_new(
        vec![
            period("2022-01-01", None),
            period("2021-05-01", Some("2021-05-01")),
            PricePeriod { tax: Fraction::new(101, 100), ..period("2021-06-01", Some("2021-07-01")) },
            PricePeriod { vaccination: yen(u32::MAX.into()), ..period("2021-06-15", Some("2021-06-20")) },
            period("2023-01-01", Some("2023-02-01")),
        ],
        Rounding::Floor,
    );
    let expected = [
        ("claims.periods.reversed", "/periods/1/until"),
        ("claims.tax.rate", "/periods/2/tax"),
        ("claims.periods.overlap", "/periods/3/from"),
        ("base.quantity.too_large", "/periods/3/vaccination"),
        ("claims.periods.overlap", "/periods/4/from"),
    ];
    assert_eq!(places(refusal.unwrap_err().findings()), expected.map(|(code, place)| (code, place.to_owned())));
    // The largest price, alone, is one.
    let mut most = period("2021-06-01", None);
    (most.vaccination, most.consultation_only) = (yen(u32::MAX.into()), None);
    (most.under_six, most.holiday, most.without_coupon) = (None, None, None);
    assert!(PriceTable::try_new(vec![most], Rounding::Floor).is_ok());
}

#[test]
fn a_period_that_stays_open_holds_for_ever_and_an_early_one_from_its_first_day() {
    let table = PriceTable::try_new(
        vec![period("2500-01-01", None), period("1900-01-01", Some("1900-02-01"))],
        Rounding::Floor,
    );
    let table = table.unwrap();
    let unit = |text: &str| {
        let row = Row { day: date32(text), count: 1, codes: [0, 0, 0, 0], ..Row::default() };
        prices(&table, &[row], 1).0[0][0]
    };
    let none = PriceColumns::NO_PRICE;
    assert_eq!(
        [unit("1899-12-31"), unit("1900-01-01"), unit("1900-01-31"), unit("1900-02-01")],
        [none, 2_125, 2_125, none]
    );
    assert_eq!([unit("2499-12-31"), unit("2500-01-01"), unit("9999-12-31")], [none, 2_125, 2_125]);
    assert_eq!(table.span(), (day("1900-01-01"), None));
    assert_eq!(prices(&table, &[Row { day: i32::MAX, count: 1, ..Row::default() }], 1).0[0], [2_125]);
}

#[test]
fn an_addition_of_no_yen_is_a_price_and_one_not_in_force_is_none() {
    let mut own = period("2021-06-01", None);
    (own.vaccination, own.without_coupon) = (yen(0), yen(0));
    let table = PriceTable::try_new(vec![own], Rounding::Floor).unwrap();
    let row = |time| Row { day: date32("2021-06-01"), count: 3, codes: [0, 0, time, 0], ..Row::default() };
    let ([unit, net, _], report) = prices(&table, &[row(0), row(1), row(2)], 1);
    assert_eq!((unit, net), (vec![0, PriceColumns::NO_PRICE, 2_130], vec![0, PriceColumns::NO_PRICE, 6_390]));
    assert_eq!(places(&report.findings()), [("claims.rows.not_in_force", "/day".to_owned())]);
}

#[test]
fn a_table_may_begin_before_the_common_era() {
    let early = NaiveDate::from_ymd_opt(-4_000, 1, 1).unwrap();
    let table = PriceTable::try_new(vec![PricePeriod { from: early, ..period("2021-01-01", None) }], Rounding::Floor);
    let row = Row { day: date32("2021-06-01"), count: 1, codes: [0, 0, 0, 1], ..Row::default() };
    assert_eq!(prices(&table.unwrap(), &[row], 1).0[0], [2_070]);
}
