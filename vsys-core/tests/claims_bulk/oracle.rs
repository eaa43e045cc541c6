//! Ten thousand lines against sums and checksums that `vectors/oracle/pricing.py` computed in `decimal`.

use vsys_core::base::{Fraction, Rounding};
use vsys_core::claims::{ColumnCode, PriceColumns, PricePeriod, PriceTable};
use vsys_core::rulebook::Service;

use super::{Row, bundled, date32, prices, sums};

/// Rate as a fraction, rounding, priced rows, sums of count, net and tax, checksum of net and tax row by row.
type Figures = ((u128, u128), Rounding, u64, [u64; 3], u64);

/// As `python3 vectors/oracle/pricing.py` prints them.
const FIGURES: [Figures; 15] = [
    (
        (1, 10),
        Rounding::Floor,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 379_697_212_826_256],
        4_394_284_200_578_130_852,
    ),
    (
        (1, 10),
        Rounding::Ceil,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 379_697_212_826_256],
        4_394_284_200_578_130_852,
    ),
    (
        (1, 10),
        Rounding::HalfUp,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 379_697_212_826_256],
        4_394_284_200_578_130_852,
    ),
    (
        (2, 25),
        Rounding::Floor,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 303_757_770_258_206],
        18_207_555_179_159_272_476,
    ),
    (
        (2, 25),
        Rounding::Ceil,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 303_757_770_263_781],
        1_401_732_390_977_010_767,
    ),
    (
        (2, 25),
        Rounding::HalfUp,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 303_757_770_260_997],
        6_450_865_078_917_285_261,
    ),
    (
        (1, 20),
        Rounding::Floor,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 189_848_606_411_937],
        11_921_866_383_710_083_811,
    ),
    (
        (1, 20),
        Rounding::Ceil,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 189_848_606_414_319],
        17_899_458_085_802_779_273,
    ),
    (
        (1, 20),
        Rounding::HalfUp,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 189_848_606_414_319],
        17_899_458_085_802_779_273,
    ),
    (
        (333, 10_000),
        Rounding::Floor,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 126_439_171_866_501],
        13_797_559_620_176_154_885,
    ),
    (
        (333, 10_000),
        Rounding::Ceil,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 126_439_171_875_662],
        9_640_425_308_509_571_660,
    ),
    (
        (333, 10_000),
        Rounding::HalfUp,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 126_439_171_871_208],
        3_682_414_894_786_571_030,
    ),
    (
        (1, 1),
        Rounding::Floor,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 3_796_972_128_262_560],
        18_013_664_396_173_786_208,
    ),
    (
        (1, 1),
        Rounding::Ceil,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 3_796_972_128_262_560],
        18_013_664_396_173_786_208,
    ),
    (
        (1, 1),
        Rounding::HalfUp,
        9_510,
        [1_222_626_181_212, 3_796_972_128_262_560, 3_796_972_128_262_560],
        18_013_664_396_173_786_208,
    ),
];

/// splitmix64 of a stream and an index.
fn stream(seed: u64, index: u64) -> u64 {
    let z = seed.wrapping_add((index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn row(index: u64) -> Row {
    let code = |seed, most| u8::try_from(stream(seed, index) % most).unwrap();
    Row {
        day: date32("2021-02-01") + i32::try_from(stream(1, index) % 1_170).unwrap(),
        count: i64::try_from(stream(2, index) >> 32 >> (stream(3, index) % 32)).unwrap(),
        codes: [code(4, 2), code(5, 2), code(6, 3), code(7, 2)],
        institution: i64::try_from(stream(8, index) % 40).unwrap(),
        municipality: i32::try_from(stream(9, index) % 7).unwrap(),
    }
}

#[test]
fn ten_thousand_lines_cost_what_decimal_says() {
    assert_eq!(Service::of_code(0), Some(Service::Vaccination), "the first in the order of the oracle");
    let rows: Vec<Row> = (0..10_000).map(row).collect();
    for ((part, whole), rounding, priced, [count, net, tax], check) in FIGURES {
        let tax_rate = Fraction::new(part, whole);
        let periods = bundled(rounding).periods().iter().map(|p| PricePeriod { tax: tax_rate, ..p.clone() }).collect();
        let table = PriceTable::try_new(periods, rounding).unwrap();
        let found = sums(&table, &rows, 2);
        assert_eq!(10_000 - found.report().wrong(), priced);
        assert_eq!((found.total().count, found.total().net, found.total().tax), (count, net, tax), "{tax_rate}");
        let ([_, nets, taxes], _) = prices(&table, &rows, 1);
        let written = nets.iter().zip(&taxes).flat_map(|(net, tax)| [*net, *tax]);
        let sum = (1_u64..).zip(written).fold(0_u64, |sum, (place, yen)| {
            let factor = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
            sum.wrapping_add(yen.wrapping_add(1).wrapping_mul(factor))
        });
        assert_eq!(sum, check, "{tax_rate} {rounding:?}");
    }
    assert_eq!(PriceColumns::NO_PRICE, u64::MAX, "as the oracle writes a row without a price");
}
