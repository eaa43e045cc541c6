//! Form, sheet and surcharge for every pair of months, against the two printed tables.

use vsys_core::calendar::Month;
use vsys_core::claims::{Claim, ClaimSite, ClaimTiming, ScreeningForm, SheetForm, SurchargeClaim, select};

use super::{BOOK, day, month, names, places};

/// CLM-7, the fee: rows are vaccinations to 2021-11 and from 2021-12 on, columns claims closed to 2021-12-10 and
/// from 2022-01-10 on; 予診票 and 総括書, or «—».
const FEE: [[Option<(ScreeningForm, SheetForm)>; 2]; 2] = [
    [Some((ScreeningForm::Old, SheetForm::Old)), Some((ScreeningForm::Old, SheetForm::New))],
    [None, Some((ScreeningForm::New, SheetForm::New))],
];

/// CLM-8, the surcharge: how it is claimed, and whether V-SYS can be used for it.
const SURCHARGE: [[Option<(SurchargeClaim, bool)>; 2]; 2] = [
    [Some((SurchargeClaim::Apart, false)), Some((SurchargeClaim::Apart, false))],
    [None, Some((SurchargeClaim::Together, true))],
];

/// 2021-02 to 2024-05 as a clerk counts them.
fn months() -> Vec<(u32, u32)> {
    (2021..=2024)
        .flat_map(|year| (1..=12).map(move |m| (year, m)))
        .filter(|m| ((2021, 2)..=(2024, 5)).contains(m))
        .collect()
}

fn following((year, month): (u32, u32)) -> (u32, u32) {
    if month == 12 { (year + 1, 1) } else { (year, month + 1) }
}

fn of((year, month): (u32, u32)) -> Month {
    Month::try_new(year, month).unwrap()
}

#[test]
fn every_pair_of_months_is_what_the_tables_print() {
    let months = months();
    assert_eq!(months.len(), 40);
    let mut answered = 0;
    for (vaccination, billing) in months.iter().flat_map(|v| months.iter().map(move |b| (*v, *b))) {
        for (site, returned) in ClaimSite::ALL.into_iter().flat_map(|site| [(site, false), (site, true)]) {
            let pair = format!("{vaccination:?} {billing:?} {site:?} {returned}");
            let answer =
                select(BOOK.tariff(), &Claim { vaccination: of(vaccination), billing: of(billing), site, returned });
            let (row, column) = (usize::from(vaccination >= (2021, 12)), usize::from(billing >= (2022, 1)));
            // F-PRICE: vaccinations to 2024-03, claims to 2024-04; CLM-15: b > v; a returned form was claimed before.
            let first = if returned { following(following(vaccination)) } else { following(vaccination) };
            if vaccination > (2024, 3) || billing > (2024, 4) || billing < first {
                assert!(answer.is_err(), "{pair}");
                continue;
            }
            let answer = answer.unwrap_or_else(|refusal| panic!("{pair}: {refusal}"));
            let found = *answer.value();
            answered += 1;
            assert_eq!(Some((found.form, found.sheet)), FEE[row][column], "{pair}");
            let closed = billing == (2024, 4);
            let (mut surcharge, mut in_vsys) = SURCHARGE[row][column].unwrap();
            // F-PRICE: no additions before 2021-04; X-24: none at a workplace with Moderna.
            if vaccination < (2021, 4) || site == ClaimSite::WorkplaceModerna {
                (surcharge, in_vsys) = (SurchargeClaim::Nothing, false);
            }
            assert_eq!((found.surcharge, found.surcharge_in_vsys), (surcharge, in_vsys && !closed), "{pair}");
            assert_eq!(found.vsys, !closed, "{pair}");
            let timing = match (returned, billing == following(vaccination)) {
                (true, _) => ClaimTiming::Returned,
                (false, true) => ClaimTiming::Typical,
                (false, false) => ClaimTiming::Late,
            };
            assert_eq!(found.timing, timing, "{pair}");
            let entry = (vaccination == (2021, 12)).then(|| day("2021-12-23"));
            assert_eq!(found.entry_from, entry, "{pair}");
            let mut warnings = Vec::new();
            if closed {
                warnings.push(("claims.vsys.closed", "/billing_month".to_owned()));
            }
            if surcharge == SurchargeClaim::Apart && column == 1 {
                warnings.push(("claims.surcharge.apart", "/vaccination_month".to_owned()));
            }
            assert_eq!(places(answer.findings()), warnings, "{pair}");
            let labelled = timing == ClaimTiming::Late && (row, column) == (0, 1);
            assert_eq!(names(answer.assumptions()).contains(&"assumption.clm-8"), labelled, "{pair}");
        }
    }
    // 38 months of vaccination, each claimed in any later month to 2024-04, by four kinds of site; and returned
    // forms one month less.
    assert_eq!(answered, 4 * ((1..=38).sum::<u32>() + (0..38).sum::<u32>()));
}

#[test]
fn a_refused_pair_says_what_it_rests_on() {
    let refused = |v: &str, b: &str, returned| {
        let claim = Claim { vaccination: month(v), billing: month(b), site: ClaimSite::Institution, returned };
        let refusal = select(BOOK.tariff(), &claim).unwrap_err();
        (places(refusal.findings()), names(refusal.assumptions()))
    };
    let at = |code, place: &str| (code, place.to_owned());
    let too_early = at("claims.month.not_after", "/billing_month");
    // «—» stands in the print; any other month that comes too early is a reading.
    assert_eq!(refused("2021-12", "2021-12", false), (vec![too_early.clone()], vec![]));
    assert_eq!(refused("2022-03", "2022-03", false), (vec![too_early.clone()], vec!["assumption.clm-15"]));
    assert_eq!(refused("2021-05", "2021-04", false), (vec![too_early.clone()], vec!["assumption.clm-15"]));
    let returned = at("claims.month.return_too_early", "/billing_month");
    assert_eq!(refused("2022-03", "2022-04", true), (vec![returned], vec!["assumption.clm-15"]));
    let outside = at("claims.month.outside_programme", "/vaccination_month");
    let no_claims = at("claims.month.no_claims", "/billing_month");
    assert_eq!(refused("2024-04", "2024-05", false), (vec![no_claims.clone(), outside.clone()], vec![]));
    assert_eq!(refused("2021-01", "2021-02", false), (vec![no_claims.clone(), outside], vec![]));
    assert_eq!(refused("2021-02", "2021-02", false), (vec![no_claims, too_early], vec!["assumption.clm-15"]));
}
