//! The twelve prices and the printed list.

use vsys_core::base::{Fraction, Quantity, Rounding};
use vsys_core::claims::{ClaimsProblem, PriceLine, amount, unit_price};
use vsys_core::rulebook::{AgeClass, Service, TimeClass};

use super::{BOOK, day};

/// CLM-3: service, age and time that are meant; price by the sum, with 10 percent, label and figure as printed.
const NEW_FORM: [(&str, &str, &str, u64, u64, &str, u64); 12] = [
    ("予診のみ", "6歳未満", "時間内", 2_200, 2_420, "6歳未満(時間外)", 2_200),
    ("予診のみ", "6歳未満", "時間外", 2_930, 3_223, "6歳未満(休日)", 2_530),
    ("予診のみ", "6歳未満", "休日", 4_330, 4_763, "6歳以上(時間外)", 4_830),
    ("予診のみ", "6歳以上", "時間内", 1_540, 1_694, "6歳以上(時間外)", 1_540),
    ("予診のみ", "6歳以上", "時間外", 2_270, 2_497, "6歳以上(休日)", 2_270),
    ("予診のみ", "6歳以上", "休日", 3_670, 4_037, "6歳以上(休日)", 387),
    ("接種", "6歳未満", "時間内", 2_730, 3_003, "6歳未満(時間外)", 2_730),
    ("接種", "6歳未満", "時間外", 3_460, 3_806, "6歳未満(休日)", 3_460),
    ("接種", "6歳未満", "休日", 4_860, 5_346, "6歳未満(休日)", 4_860),
    ("接種", "6歳以上", "時間内", 2_070, 2_277, "6歳以上(時間外)", 2_070),
    ("接種", "6歳以上", "時間外", 2_800, 3_080, "6歳以上(時間外)", 2_800),
    ("接種", "6歳以上", "休日", 4_200, 4_620, "6歳以上(休日)", 4_200),
];

#[test]
fn the_twelve_prices_are_sums_and_the_print_is_kept_as_it_is() {
    let lines: Vec<PriceLine> = PriceLine::all().collect();
    assert_eq!(lines.len(), NEW_FORM.len());
    for (line, (service, age, time, price, with_tax, label, printed)) in lines.into_iter().zip(NEW_FORM) {
        assert_eq!((line.service.ja(), line.age.ja(), line.time.ja()), (service, age, time));
        let unit = unit_price(BOOK.tariff(), line, day("2021-12-01")).unwrap();
        assert_eq!(unit.price.number(), price, "{service} {age} {time}");
        assert_eq!(unit.components.iter().map(|(_, record)| record.value.number()).sum::<u64>(), price);
        let (yen, rounded) = amount(1, unit.price, Fraction::new(1, 10), Rounding::Floor).unwrap();
        assert_eq!((yen.number(), rounded), (with_tax, false));
        let found =
            BOOK.tariff().printed().iter().find(|p| (p.service, p.age, p.time) == (line.service, line.age, line.time));
        let found = found.unwrap_or_else(|| panic!("{service} {age} {time} is printed"));
        assert_eq!((found.label.as_str(), found.price.number()), (label, printed));
    }
    assert_eq!(BOOK.tariff().printed().len(), NEW_FORM.len());
}

#[test]
fn additions_begin_on_2021_04_01_and_everything_ends_on_2024_03_31() {
    let price = |service, time, date| {
        unit_price(BOOK.tariff(), PriceLine { service, age: AgeClass::SixAndOver, time }, day(date))
            .map(|unit| unit.price.number())
    };
    use Service::Vaccination;
    assert_eq!(price(Vaccination, TimeClass::Regular, "2021-02-17"), Ok(2_070));
    assert_eq!(price(Vaccination, TimeClass::OffHours, "2021-04-01"), Ok(2_800));
    assert_eq!(price(Vaccination, TimeClass::Holiday, "2024-03-31"), Ok(4_200));
    for time in [TimeClass::OffHours, TimeClass::Holiday] {
        let refused = price(Vaccination, time, "2021-03-31");
        assert!(matches!(refused, Err(ClaimsProblem::NotInForce { from, .. }) if from == day("2021-04-01")));
    }
    let (from, until) = (day("2021-02-17"), day("2024-04-01"));
    for date in ["2021-02-16", "2024-04-01"] {
        for time in TimeClass::ALL {
            assert_eq!(
                price(Service::ConsultationOnly, time, date),
                Err(ClaimsProblem::OutsideProgramme { from, until })
            );
        }
    }
}
