//! Wrong rows, each told and left out; and columns that do not go together.

use vsys_core::base::{DetailValue, Quantity, Rounding, Yen};
use vsys_core::claims::{ClaimSum, ClaimSums, CouponKind, LineColumns, PriceColumns, price_lines};

use super::{Columns, Row, SIZES, bundled, date32, day, places, prices, sums};

/// A vaccination of somebody of six and over, within hours, with a coupon, on the first day of the additions.
fn right() -> Row {
    Row { day: date32("2021-04-01"), count: 2, codes: [0, 0, 0, 1], institution: 3, municipality: 4 }
}

/// Each kind of wrong row, with the finding it causes.
fn wrong() -> Vec<(Row, &'static str, &'static str)> {
    let own = right();
    let code = |place: usize, code| {
        let mut codes = own.codes;
        codes[place] = code;
        Row { codes, ..own }
    };
    let on = |text| Row { day: date32(text), ..own };
    let holiday_before = Row { codes: [0, 0, 2, 1], ..on("2021-03-31") };
    vec![
        (Row { institution: 40, ..own }, "claims.rows.index", "/institution"),
        (Row { institution: -1, ..own }, "claims.rows.index", "/institution"),
        (Row { municipality: 7, ..own }, "claims.rows.index", "/municipality"),
        (Row { municipality: i32::MIN, ..own }, "claims.rows.index", "/municipality"),
        (code(0, 2), "claims.rows.code", "/service"),
        (code(1, 255), "claims.rows.code", "/age"),
        (code(2, 3), "claims.rows.code", "/time"),
        (code(3, 2), "claims.rows.code", "/coupon"),
        (on("2021-02-16"), "claims.rows.outside_programme", "/day"),
        (on("2024-04-01"), "claims.rows.outside_programme", "/day"),
        (Row { day: i32::MAX, ..own }, "claims.rows.outside_programme", "/day"),
        (Row { day: i32::MIN, ..own }, "claims.rows.outside_programme", "/day"),
        (holiday_before, "claims.rows.not_in_force", "/day"),
        (Row { count: -1, ..own }, "claims.rows.count", "/count"),
        (Row { count: 1 << 32, ..own }, "claims.rows.count", "/count"),
        (Row { count: i64::MAX, ..own }, "claims.rows.count", "/count"),
    ]
}

#[test]
fn every_kind_of_wrong_row_is_told_and_left_out() {
    let table = bundled(Rounding::Floor);
    for (row, code, place) in wrong() {
        let found = sums(&table, &[right(), row, right()], 1);
        assert_eq!(places(&found.report().findings()), [(code, place.to_owned())], "{row:?}");
        assert_eq!((found.report().rows(), found.report().wrong()), (3, 1));
        // Four vaccinations of 2,070 with 10 percent.
        let expected = ClaimSum { count: 4, net: 8_280, tax: 828 };
        assert_eq!((found.total(), found.institutions()[3]), (expected, expected), "{row:?}");
        assert_eq!(found.municipality(4, CouponKind::WithCoupon), Some(expected));
        assert_eq!(found.municipality(4, CouponKind::WithoutCoupon), Some(ClaimSum::default()));
        let findings = found.report().findings();
        let details = &findings.sorted()[0].details;
        assert!(details.contains(&("count", DetailValue::Number(1))), "{details:?}");
        assert!(details.contains(&("rows", DetailValue::List(vec![DetailValue::Number(1)]))), "{details:?}");
        let ([_, net, tax], report) = prices(&table, &[right(), row, right()], 1);
        let priced = code == "claims.rows.index";
        let middle = if priced { (4_140, 414) } else { (PriceColumns::NO_PRICE, PriceColumns::NO_PRICE) };
        assert_eq!((net[1], tax[1], report.wrong()), (middle.0, middle.1, u64::from(!priced)));
    }
}

#[test]
fn all_faults_of_all_rows_are_counted_and_the_first_ten_named() {
    let table = bundled(Rounding::Floor);
    let everything = Row { day: 0, count: -5, codes: [9; 4], institution: -1, municipality: -1 };
    // Three blocks and a half; one row in seven is wrong in every column.
    let rows: Vec<Row> = (0..3_500).map(|place| if place % 7 == 5 { everything } else { right() }).collect();
    let found = sums(&table, &rows, 2);
    assert_eq!((found.report().rows(), found.report().wrong()), (3_500, 500));
    assert_eq!(found.total().count, 6_000);
    let findings = found.report().findings();
    let columns: Vec<String> = places(&findings).into_iter().map(|(_, place)| place).collect();
    let expected = ["/age", "/count", "/coupon", "/day", "/institution", "/municipality", "/service", "/time"];
    assert_eq!(columns, expected);
    let named = DetailValue::List((0..10).map(|place| DetailValue::Number(5 + 7 * place)).collect());
    for finding in findings.sorted() {
        assert!(finding.details.contains(&("count", DetailValue::Number(500))), "{finding:?}");
        assert!(finding.details.contains(&("rows", named.clone())), "{finding:?}");
    }
}

#[test]
fn the_edges_of_the_programme_are_the_printed_days() {
    let table = bundled(Rounding::Floor);
    let unit = |text, time| {
        let row = Row { day: date32(text), codes: [0, 0, time, 1], ..right() };
        prices(&table, &[row], 1).0[0][0]
    };
    let none = PriceColumns::NO_PRICE;
    assert_eq!([unit("2021-02-16", 0), unit("2021-02-17", 0), unit("2021-02-17", 1)], [none, 2_070, none]);
    assert_eq!([unit("2021-03-31", 0), unit("2021-03-31", 1), unit("2021-03-31", 2)], [2_070, none, none]);
    assert_eq!([unit("2021-04-01", 0), unit("2021-04-01", 1), unit("2021-04-01", 2)], [2_070, 2_800, 4_200]);
    assert_eq!([unit("2024-03-31", 0), unit("2024-03-31", 1), unit("2024-03-31", 2)], [2_070, 2_800, 4_200]);
    assert_eq!([unit("2024-04-01", 0), unit("2024-04-01", 2)], [none, none]);
}

#[test]
fn nothing_claimed_costs_nothing_but_needs_a_price() {
    let table = bundled(Rounding::Ceil);
    let none = Row { count: 0, ..right() };
    let outside = Row { day: 0, ..none };
    let found = sums(&table, &[none, outside], 1);
    assert_eq!((found.total(), found.report().wrong()), (ClaimSum::default(), 1));
    assert_eq!(prices(&table, &[none], 1).0, [vec![2_070], vec![0], vec![0]]);
}

#[test]
fn columns_of_other_lengths_are_refused_all_at_once() {
    let table = bundled(Rounding::Floor);
    let columns = Columns::new(&[right(), right()]);
    let mut keys = columns.keys();
    keys.municipality = &[];
    let lines = LineColumns { age: &[0], count: &[1, 1, 1], ..columns.lines() };
    let mut found = ClaimSums::try_new(SIZES.0, SIZES.1).unwrap();
    let refusal = found.add(&table, &lines, &keys, 1).unwrap_err();
    let told = ["/age", "/count", "/municipality"].map(|place| ("claims.column.length", place.to_owned()));
    assert_eq!(places(refusal.findings()), told);
    assert_eq!(found, ClaimSums::try_new(SIZES.0, SIZES.1).unwrap(), "nothing is added");
    let (mut unit, mut net, mut tax) = ([7; 2], [7; 3], [7; 1]);
    let written = PriceColumns { unit: &mut unit, net: &mut net, tax: &mut tax };
    let refusal = price_lines(&table, &columns.lines(), written, 1).unwrap_err();
    let told = ["/net", "/tax"].map(|place| ("claims.column.length", place.to_owned()));
    assert_eq!(places(refusal.findings()), told);
    assert_eq!((unit, net, tax), ([7; 2], [7; 3], [7; 1]), "nothing is written");
    assert_eq!(sums(&table, &[], 3), found, "no rows at all are no fault");
}

#[test]
fn sums_beyond_what_is_exact_are_refused_and_nothing_is_added() {
    let table = bundled(Rounding::Floor);
    // 2^32−1 vaccinations on a holiday cost 19,842,541,512,900 yen with tax: 453 of them fit into 2^53−1, 454 do not.
    let large = Row { count: u32::MAX.into(), codes: [0, 0, 2, 1], ..right() };
    let one = u64::from(u32::MAX) * 4_620;
    assert_eq!(Yen::MAX / one, 453);
    let fits = sums(&table, &vec![large; 453], 1);
    assert_eq!(fits.total().net + fits.total().tax, 453 * one);
    assert_eq!(fits.institutions()[3], fits.total());
    let mut more = fits.clone();
    assert_eq!(more.merge(&sums(&table, &[large], 1)).unwrap_err().code(), "base.quantity.too_large");
    assert_eq!(more, fits);
    for threads in [1, 2] {
        let columns = Columns::new(&vec![large; 2_000]);
        let refusal = more.add(&table, &columns.lines(), &columns.keys(), threads).unwrap_err();
        assert_eq!(refusal.code(), "base.quantity.too_large");
        assert_eq!(more, fits);
    }
    // A row that is left out does not count towards it.
    let mut elsewhere = vec![Row { institution: 99, ..large }; 2_000];
    elsewhere.push(right());
    assert_eq!(sums(&table, &elsewhere, 1).total(), ClaimSum { count: 2, net: 4_140, tax: 414 });
}

/// From lines of which millions fit into 32 bits to lines of which none does, alone and mixed.
#[test]
fn lines_of_any_size_add_up() {
    let table = bundled(Rounding::Floor);
    let sizes = [1, 400, 2_000, 20_000, 100_000, 900_000, 2_074_830, 2_074_831, 20_748_303, 4_000_000_000];
    let line = |place: usize, count| Row {
        count,
        institution: i64::try_from(place % 3).unwrap(),
        municipality: i32::try_from(place % 2).unwrap(),
        ..right()
    };
    let mixed: Vec<Row> = (0..7_000).map(|place| line(place, sizes[place * 7 % sizes.len()])).collect();
    let alone = sizes.iter().take(9).map(|count| (0..7_000).map(|place| line(place, *count)).collect::<Vec<Row>>());
    for rows in alone.chain([mixed]) {
        let found = sums(&table, &rows, 1);
        for institution in 0..3 {
            let own = rows.iter().filter(|row| row.institution == i64::try_from(institution).unwrap());
            let count = own.map(|row| u64::try_from(row.count).unwrap()).sum();
            // 2,070 yen and 10 percent: nothing is rounded.
            let expected = ClaimSum { count, net: 2_070 * count, tax: 207 * count };
            assert_eq!(found.institutions()[institution], expected, "{} each", rows[0].count);
        }
        let both = (0..2).map(|index| found.municipality(index, CouponKind::WithCoupon).unwrap().count).sum::<u64>();
        assert_eq!((both, found.report().wrong()), (found.total().count, 0));
        assert_eq!(found.total().net, 2_070 * both);
    }
}

#[test]
fn sums_are_merged_over_the_same_keys_only() {
    let mut own = ClaimSums::try_new(2, 3).unwrap();
    let refusal = own.merge(&ClaimSums::try_new(3, 3).unwrap()).unwrap_err();
    assert_eq!(places(refusal.findings()), [("claims.sums.keys", "/institution".to_owned())]);
    let refusal = own.merge(&ClaimSums::try_new(3, 2).unwrap()).unwrap_err();
    assert_eq!(refusal.findings().total(), 2);
    assert!(ClaimSums::try_new((1 << 24) + 1, 1).is_err());
    assert!(ClaimSums::try_new(1, usize::MAX).is_err());
}

#[test]
fn an_answer_names_what_it_rests_on_and_nothing_else() {
    let table = bundled(Rounding::Floor);
    let names = |rows: &[Row]| -> Vec<&str> {
        let both = [sums(&table, rows, 1).report().assumptions(), prices(&table, rows, 2).1.assumptions()];
        assert_eq!(both[0], both[1]);
        both[0].iter().map(|id| id.as_str()).collect()
    };
    assert_eq!(names(&vec![right(); 2_000]), [""; 0], "prices that end in 0 leave nothing to round at 10 percent");
    // Consultation only, on a holiday: printed as 387.
    let misprinted = Row { codes: [1, 0, 2, 1], ..right() };
    assert_eq!(names(&[right(), misprinted]), ["assumption.tariff"]);
    assert_eq!(names(&[Row { day: 0, ..misprinted }, right()]), [""; 0], "a row left out");
    let mut periods = table.periods().to_vec();
    for period in &mut periods {
        period.tax = vsys_core::base::Fraction::new(1, 20);
    }
    let five_percent = vsys_core::claims::PriceTable::try_new(periods, Rounding::Floor).unwrap();
    // CLM-17: one dose at 5 percent leaves half a yen, two leave nothing.
    for (count, rounded) in [(1, true), (2, false)] {
        let mut rows = vec![Row { count: 2, ..right() }; 1_500];
        rows.push(Row { count, ..right() });
        let found = sums(&five_percent, &rows, 1).report().assumptions();
        assert_eq!(found.iter().next().is_some(), rounded);
    }
}

#[test]
fn columns_may_count_in_any_width_and_from_any_day() {
    let table = bundled(Rounding::Floor);
    let mut units = Vec::new();
    let codes = [[0_u8; 2], [0; 2], [0, 1], [1; 2]];
    let (first, last) = (day("2021-02-17"), date32("2021-04-01") - date32("2021-02-17"));
    let last_day = [u16::try_from(last).unwrap(); 2];
    macro_rules! widths {
        ($($day:ty, $count:ty;)*) => {$({
            let days: Vec<$day> = last_day.iter().map(|day| <$day>::try_from(*day).unwrap()).collect();
            let counts: [$count; 2] = [1, 2];
            let [service, age, time, coupon] = &codes;
            let lines = LineColumns { day_zero: first, day: &days, count: &counts, service, age, time, coupon };
            let (mut unit, mut net, mut tax) = ([0; 2], [0; 2], [0; 2]);
            let written = PriceColumns { unit: &mut unit, net: &mut net, tax: &mut tax };
            assert!(price_lines(&table, &lines, written, 1).unwrap().findings().is_empty());
            units.push((unit, net, tax));
        })*};
    }
    widths! { u8, u8; u16, u16; u32, u32; u64, u64; i32, i32; i64, i64; }
    assert!(units.iter().all(|found| *found == ([2_070, 2_800], [2_070, 5_600], [207, 560])), "{units:?}");
}
