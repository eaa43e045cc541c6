//! What holds for any rows: the same as one by one, in any order, in any parts, on any number of threads.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use vsys_core::base::{Fraction, Quantity, Rounding, Yen};
use vsys_core::claims::{
    ClaimSum, ClaimSums, ColumnCode, CouponKind, PriceColumns, PriceLine, PricePeriod, PriceTable, amount, unit_price,
};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};

use super::{BOOK, Columns, Row, SIZES, bundled, date32, prices, sums};

const RULES: [Rounding; 3] = [Rounding::Floor, Rounding::Ceil, Rounding::HalfUp];

fn rounding() -> impl Strategy<Value = Rounding> {
    prop::sample::select(&RULES[..])
}

/// Rows mostly right, some of them wrong in one way or another.
fn row() -> impl Strategy<Value = Row> {
    let span = date32("2021-01-25")..date32("2024-04-20");
    let day = prop_oneof![40 => span, 1 => any::<i32>()];
    let count = prop_oneof![30 => 0_i64..70, 2 => 0..=i64::from(u32::MAX), 1 => any::<i64>()];
    let code = |most: u8| prop_oneof![60 => 0..=most, 1 => any::<u8>()];
    let institution = prop_oneof![40 => 0..40_i64, 1 => any::<i64>()];
    let municipality = prop_oneof![40 => 0..7_i32, 1 => any::<i32>()];
    (day, count, (code(1), code(1), code(2), code(1)), institution, municipality).prop_map(
        |(day, count, (service, age, time, coupon), institution, municipality)| Row {
            day,
            count,
            codes: [service, age, time, coupon],
            institution,
            municipality,
        },
    )
}

/// Rows that fill several blocks: a few hundred drawn ones, repeated in turns with other counts.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    (prop::collection::vec(row(), 1..300), 1..40_usize).prop_map(|(drawn, times)| {
        (0_i64..)
            .zip((0..times).flat_map(|_| &drawn))
            .map(|(place, row)| Row { count: row.count.saturating_add(place % 3), ..*row })
            .collect()
    })
}

fn class(row: &Row) -> Option<(PriceLine, CouponKind)> {
    let [service, age, time, coupon] = row.codes;
    let line = PriceLine {
        service: Service::of_code(service)?,
        age: AgeClass::of_code(age)?,
        time: TimeClass::of_code(time)?,
    };
    Some((line, CouponKind::of_code(coupon)?))
}

fn date(row: &Row) -> Option<NaiveDate> {
    let days = Days::new(row.day.unsigned_abs().into());
    if row.day < 0 { NaiveDate::default().checked_sub_days(days) } else { NaiveDate::default().checked_add_days(days) }
}

/// Unit, net and tax of a row, one by one.
fn by_itself(row: &Row, rounding: Rounding) -> Option<[u64; 3]> {
    let (line, _) = class(row)?;
    let day = date(row)?;
    let unit = unit_price(BOOK.tariff(), line, day).ok()?.price;
    let count = u64::from(u32::try_from(row.count).ok()?);
    let (yen, _) = amount(count, unit, BOOK.tariff().tax(day)?.value, rounding).ok()?;
    let net = count * unit.number();
    Some([unit.number(), net, yen.number() - net])
}

fn plus(sum: &mut ClaimSum, count: u64, net: u64, tax: u64) {
    sum.count += count;
    sum.net += net;
    sum.tax += tax;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn columns_are_lines_one_by_one(rows in rows(), rounding in rounding(), threads in 0..5_usize) {
        let ([unit, net, tax], report) = prices(&bundled(rounding), &rows, threads);
        let mut wrong = 0;
        for (place, row) in rows.iter().enumerate() {
            let expected = by_itself(row, rounding);
            wrong += u64::from(expected.is_none());
            let expected = expected.unwrap_or([PriceColumns::NO_PRICE; 3]);
            prop_assert_eq!([unit[place], net[place], tax[place]], expected, "{:?}", row);
        }
        prop_assert_eq!((report.rows(), report.wrong()), (u64::try_from(rows.len()).unwrap(), wrong));
        prop_assert_eq!(report.findings().is_empty(), wrong == 0);
    }

    #[test]
    fn sums_are_added_up_one_by_one(rows in rows(), rounding in rounding(), threads in 0..5_usize) {
        let found = sums(&bundled(rounding), &rows, threads);
        let (mut institutions, mut municipalities) = (BTreeMap::new(), BTreeMap::new());
        let (mut total, mut wrong) = (ClaimSum::default(), 0);
        for row in &rows {
            let institution = usize::try_from(row.institution).ok().filter(|index| *index < SIZES.0);
            let municipality = usize::try_from(row.municipality).ok().filter(|index| *index < SIZES.1);
            let (Some(institution), Some(municipality), Some([_, net, tax])) =
                (institution, municipality, by_itself(row, rounding))
            else {
                wrong += 1;
                continue;
            };
            let count = u64::try_from(row.count).unwrap();
            plus(institutions.entry(institution).or_default(), count, net, tax);
            plus(municipalities.entry((municipality, usize::from(row.codes[3]))).or_default(), count, net, tax);
            plus(&mut total, count, net, tax);
        }
        prop_assert_eq!((found.total(), found.report().wrong()), (total, wrong));
        for (index, sum) in found.institutions().iter().enumerate() {
            prop_assert_eq!(*sum, institutions.get(&index).copied().unwrap_or_default());
        }
        for (index, coupons) in found.municipalities().iter().enumerate() {
            for (coupon, sum) in coupons.iter().enumerate() {
                prop_assert_eq!(*sum, municipalities.get(&(index, coupon)).copied().unwrap_or_default());
            }
        }
    }

    #[test]
    fn parts_merged_are_the_whole_and_threads_change_nothing(rows in rows(), cut in any::<prop::sample::Index>()) {
        let table = bundled(Rounding::Floor);
        let whole = sums(&table, &rows, 1);
        for threads in [0, 2, 3, 64, usize::MAX] {
            prop_assert_eq!(&sums(&table, &rows, threads), &whole);
            prop_assert_eq!(prices(&table, &rows, threads), prices(&table, &rows, 1));
        }
        let (first, second) = rows.split_at(cut.index(rows.len()));
        let mut merged = sums(&table, first, 1);
        merged.merge(&sums(&table, second, 2)).unwrap();
        prop_assert_eq!(&merged, &whole, "findings and their rows too");
    }

    #[test]
    fn sums_that_grow_are_those_that_knew_from_the_beginning(rows in rows(), cut in any::<prop::sample::Index>()) {
        let table = bundled(Rounding::Floor);
        // The wrong indices are told by the number that is known when they come.
        let mut rows = rows;
        rows.retain(|row| (0..40).contains(&row.institution) && (0..7).contains(&row.municipality));
        let (first, later) = rows.split_at(if rows.is_empty() { 0 } else { cut.index(rows.len()) });
        let mut growing = ClaimSums::try_new(0, 0).unwrap();
        for part in [first, later] {
            let most = |key: fn(&Row) -> i64| part.iter().map(key).max().map_or(0, |most| usize::try_from(most).unwrap() + 1);
            growing.grow(most(|row| row.institution), most(|row| row.municipality.into())).unwrap();
            let columns = Columns::new(part);
            growing.add(&table, &columns.lines(), &columns.keys(), 1).unwrap();
        }
        growing.grow(SIZES.0, SIZES.1).unwrap();
        prop_assert_eq!(&growing, &sums(&table, &rows, 1));
        prop_assert!(growing.grow(1 << 25, 0).is_err());
        growing.grow(1, 1).unwrap();
        prop_assert_eq!(growing.institutions().len(), SIZES.0);
    }

    #[test]
    fn order_does_not_matter(rows in rows(), turn in any::<prop::sample::Index>()) {
        let table = bundled(Rounding::HalfUp);
        let whole = sums(&table, &rows, 1);
        let mut other = rows.clone();
        other.rotate_left(turn.index(rows.len()));
        other.reverse();
        let turned = sums(&table, &other, 1);
        prop_assert_eq!(turned.total(), whole.total());
        prop_assert_eq!(turned.institutions(), whole.institutions());
        prop_assert_eq!(turned.municipalities(), whole.municipalities());
        prop_assert_eq!(turned.report().wrong(), whole.report().wrong());
        let codes = |sums: &vsys_core::claims::ClaimSums| super::places(&sums.report().findings());
        prop_assert_eq!(codes(&turned), codes(&whole));
    }

    /// Periods of the caller's own with any prices and any rate, against whole numbers of 128 bits.
    #[test]
    fn own_periods_cost_what_they_say(
        prices_of in prop::collection::vec(prop::array::uniform6(prop::option::weighted(0.9, 0_u64..1 << 28)), 3),
        big in any::<bool>(),
        rates in prop::array::uniform3((0_u64..=10_000, prop_oneof![Just(100_u64), Just(10_000), 1..=u64::MAX])),
        lengths in prop::array::uniform3(1_u64..200),
        gaps in prop::array::uniform3(0_u64..3),
        rounding in rounding(),
        rows in rows(),
    ) {
        let mut from = super::day("2021-02-20");
        let mut periods = Vec::new();
        for (place, own) in prices_of.iter().enumerate() {
            let from_ = from + Days::new(gaps[place]);
            from = from_ + Days::new(lengths[place]);
            let [vaccination, consultation_only, under_six, off_hours, holiday, without_coupon] =
                own.map(|price| price.map(|price| Yen::try_new(if big { price } else { price % 5_000 }).unwrap()));
            let (part, whole) = rates[place];
            let tax = Fraction::new(part.min(whole).into(), whole.into());
            let until = (place < 2).then_some(from);
            periods.push(PricePeriod { from: from_, until, consultation_only, vaccination, under_six, off_hours, holiday, without_coupon, tax });
        }
        let table = PriceTable::try_new(periods.iter().rev().cloned().collect(), rounding).unwrap();
        prop_assert_eq!(table.periods(), &periods[..]);
        let ([unit, net, tax], _) = prices(&table, &rows, 1);
        for (place, row) in rows.iter().enumerate() {
            let expected = (|| {
                let (line, coupon) = class(row)?;
                let day = i64::from(row.day);
                let number = |day: NaiveDate| (day - NaiveDate::default()).num_days();
                let period = periods.iter().find(|p| number(p.from) <= day && p.until.is_none_or(|until| day < number(until)))?;
                let base = if line.service == Service::Vaccination { period.vaccination } else { period.consultation_only };
                let mut unit = u128::from(base?.number());
                for (applies, addition) in [
                    (line.age == AgeClass::UnderSix, period.under_six),
                    (line.time == TimeClass::OffHours, period.off_hours),
                    (line.time == TimeClass::Holiday, period.holiday),
                    (coupon == CouponKind::WithoutCoupon, period.without_coupon),
                ] {
                    if applies {
                        unit += u128::from(addition?.number());
                    }
                }
                let net = unit * u128::from(u32::try_from(row.count).ok()?);
                let (a, d) = (period.tax.numerator(), period.tax.denominator());
                let tax = match rounding {
                    Rounding::Floor => net * a / d,
                    Rounding::Ceil => (net * a).div_ceil(d),
                    Rounding::HalfUp => (2 * net * a + d) / (2 * d),
                };
                (net + tax < 1 << 53).then(|| [unit, net, tax].map(|yen| u64::try_from(yen).unwrap()))
            })();
            let expected = expected.unwrap_or([PriceColumns::NO_PRICE; 3]);
            prop_assert_eq!([unit[place], net[place], tax[place]], expected, "{:?}", row);
        }
        // Sums of such lines add up too, however large: or they are refused as a whole.
        let columns = super::Columns::new(&rows);
        let mut found = vsys_core::claims::ClaimSums::try_new(SIZES.0, SIZES.1).unwrap();
        let (mut count, mut yen) = (0_u64, 0_u64);
        for (place, row) in rows.iter().enumerate() {
            let known = (0..40).contains(&row.institution) && (0..7).contains(&row.municipality);
            if known && net[place] != PriceColumns::NO_PRICE {
                count += u64::try_from(row.count).unwrap();
                yen += net[place] + tax[place];
            }
        }
        let added = found.add(&table, &columns.lines(), &columns.keys(), 1);
        prop_assert_eq!(added.is_ok(), yen < 1 << 53);
        if added.is_ok() {
            let all = |sums: &mut dyn Iterator<Item = ClaimSum>| {
                sums.fold((0, 0), |(count, yen), sum| (count + sum.count, yen + sum.net + sum.tax))
            };
            prop_assert_eq!(all(&mut found.institutions().iter().copied()), (count, yen));
            prop_assert_eq!(all(&mut found.municipalities().iter().flatten().copied()), (count, yen));
        }
    }
}
