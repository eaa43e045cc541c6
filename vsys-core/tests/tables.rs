//! The bundled tables: every id that the code or another table names stands where it should, the
//! figures are those of the publications, the packs change with the delivery week.
//!
//! Source: rulings product-packs, proposal-method; F-PACK; 住民基本台帳 2021-01-01 (sums as published by
//! デジタル庁); 内閣府「国民の祝日について」.

use std::collections::{BTreeSet, HashSet};

use chrono::NaiveDate;
use vsys_core::base::{Problem, assumption};
use vsys_core::catalogue;
use vsys_core::rulebook::{AgeBands, MunicipalityKind, ProductKind, RuleBook, RuleKind};

fn book() -> RuleBook {
    RuleBook::bundled().expect("the bundled tables read")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The ids of a list, each of which may stand once.
fn unique<'a>(list: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    for id in list {
        assert!(ids.insert(id), "{id} stands twice");
    }
    assert!(!ids.is_empty());
    ids
}

/// The ids of sources in a citation «seed-001:section; F-PACK».
fn cited(sources: &str) -> impl Iterator<Item = &str> {
    sources.split(';').map(|citation| citation.split(':').next().unwrap_or_default().trim())
}

#[test]
fn every_assumption_of_the_code_stands_in_the_register() {
    let book = book();
    let register = unique(book.assumptions().iter().map(|entry| entry.id.as_str()));
    for id in unique(assumption::ALL.iter().map(|id| id.as_str())) {
        assert!(register.contains(id), "{id} is not in the register");
    }
}

#[test]
fn every_assumption_has_its_texts_and_rules() {
    let book = book();
    let rules = unique(book.rules().iter().map(|rule| rule.id.as_str()));
    for entry in book.assumptions() {
        assert!(entry.id.starts_with("assumption."), "{}", entry.id);
        for text in [&entry.question, &entry.ruling] {
            assert!(!text.en.is_empty() && !text.ja.is_empty(), "{}", entry.id);
        }
        assert!(!entry.rules.is_empty(), "{}", entry.id);
        for rule in &entry.rules {
            assert!(rules.contains(rule.as_str()), "{}: {rule} is no rule", entry.id);
        }
        for alternative in &entry.alternatives {
            assert!(!alternative.en.is_empty() && !alternative.ja.is_empty(), "{}", entry.id);
        }
    }
}

#[test]
fn every_rule_of_the_catalogue_stands_in_the_rules() {
    let book = book();
    let rules = unique(book.rules().iter().map(|rule| rule.id.as_str()));
    for entry in catalogue() {
        assert!(rules.contains(entry.rule.as_str()), "{}: {} is no rule", entry.code, entry.rule);
    }
}

#[test]
fn every_source_of_a_record_exists() {
    let book = book();
    let sources = unique(book.sources().iter().map(|source| source.id.as_str()));
    let rules = book.rules().iter().map(|rule| (rule.id.as_str(), rule.sources.as_str()));
    let calendars = book.calendars().iter().map(|entry| (entry.id.as_str(), entry.source.as_str()));
    let supplies = book.supplies().iter().map(|supply| (supply.cycle.as_str(), supply.source.as_str()));
    let records = book.products().iter().flat_map(|product| {
        product.records.records().iter().map(|record| (product.id.as_str(), record.source.as_str()))
    });
    let policies = book.policies().iter().map(|policy| (policy.id.as_str(), policy.sources.as_str()));
    let published = book.published().iter().map(|figure| (figure.code.as_str(), figure.source.as_str()));
    let mut citations = 0;
    for (id, list) in rules.chain(calendars).chain(supplies).chain(records).chain(policies).chain(published) {
        for source in cited(list) {
            assert!(sources.contains(source), "{id}: {source:?} is no source");
            citations += 1;
        }
    }
    assert!(citations > book.rules().len());
}

/// The sums that the announcements name: what the sets of a prefecture add up to is what it got.
#[test]
fn published_figures_add_up_to_the_announced_totals() {
    let book = book();
    let sum = |set: &str| -> u64 {
        let figures = book.published().iter().filter(|figure| figure.set.as_deref() == Some(set));
        figures.map(|figure| figure.boxes).sum()
    };
    let sets = ["KNG1", "KNG2", "KNG4", "KNG6", "AOM8", "SAG11b", "SAG11f", "YMG11a", "BIG11b", "BIG11c", "TKY2"];
    assert_eq!(sets.map(sum), [44, 232, 909, 1_034, 178, 52, 73, 9, 574, 519, 20]);
    let of = |cycle: &str, code: &str| {
        let mut figures = book.published().iter().filter(|figure| figure.cycle == cycle && figure.code == code);
        figures.find(|figure| figure.kind == vsys_core::rulebook::PublishedKind::Final).map(|figure| figure.boxes)
    };
    assert_eq!(["4b", "6", "8"].map(|cycle| of(cycle, "14")), [Some(232), Some(909), Some(1_034)]);
    assert_eq!(book.published().len(), 844 + 38 + 6);
}

#[test]
fn every_rule_has_its_texts_and_a_text_rule_its_reason() {
    for rule in book().rules() {
        assert!(!rule.title.en.is_empty() && !rule.title.ja.is_empty(), "{}", rule.id);
        match rule.kind {
            RuleKind::Text => assert!(!rule.reason.is_empty() && rule.operations.is_empty(), "{}", rule.id),
            RuleKind::Computed => assert!(rule.reason.is_empty(), "{}", rule.id),
        }
    }
}

/// A code is three words of a to z and _, joined by points.
fn is_code(code: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    code.split('.').count() == 3 && code.split('.').all(word)
}

/// The names in braces of a message.
fn placeholders(message: &str) -> Vec<&str> {
    message.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().split(':').next().unwrap()).collect()
}

#[test]
fn every_code_is_well_formed_and_says_what_it_declares() {
    let codes = unique(catalogue().map(|entry| entry.code));
    assert!(codes.len() > 50);
    for entry in catalogue() {
        assert!(is_code(entry.code), "{}", entry.code);
        let declared = unique_names(entry.details.iter().map(|(name, _)| *name));
        for message in [entry.en, entry.ja] {
            assert!(!message.trim().is_empty(), "{}", entry.code);
            for name in placeholders(message) {
                assert!(declared.contains(name), "{}: {{{name}}} is not declared", entry.code);
            }
        }
    }
    assert!(!is_code("allocation.verify") && !is_code("a.b.C") && !is_code("a..b"));
    assert_eq!(placeholders("{a} and {b:?}, not c"), ["a", "b"]);
}

fn unique_names<'a>(names: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    let list: Vec<&str> = names.collect();
    let set: HashSet<&str> = list.iter().copied().collect();
    assert_eq!(set.len(), list.len(), "{list:?}");
    set
}

#[test]
fn the_recipients_are_1741_in_47_prefectures() {
    let book = book();
    let kinds = |wanted: &[MunicipalityKind]| book.municipalities().iter().filter(|m| wanted.contains(&m.kind)).count();
    assert_eq!(book.municipalities().recipients().count(), 1_741);
    // 1,718 municipalities, 23 special wards, 175 wards of designated cities.
    assert_eq!(kinds(&[MunicipalityKind::Municipality]), 1_718);
    assert_eq!(kinds(&[MunicipalityKind::SpecialWard]), 23);
    assert_eq!(kinds(&[MunicipalityKind::Ward]), 175);
    let codes: Vec<u8> = book.prefectures().iter().map(|prefecture| prefecture.code.number()).collect();
    assert_eq!(codes, (1..=47).collect::<Vec<u8>>());
    let held: BTreeSet<u8> = book.municipalities().recipients().map(|m| m.code.prefecture().number()).collect();
    assert_eq!(held.len(), 47);
    for prefecture in book.prefectures() {
        assert!(prefecture.local_government_code.starts_with(&prefecture.code.to_string()), "{}", prefecture.name);
    }
}

#[test]
fn the_population_adds_up_as_published() {
    let book = book();
    let recipients: Vec<AgeBands> = book.municipalities().recipients().map(|m| m.population).collect();
    let sum = |of: fn(&AgeBands) -> u64| recipients.iter().map(of).sum::<u64>();
    let bands = |b: &AgeBands| b.from_0_to_4 + b.from_5_to_9 + b.from_10_to_14 + b.from_15_to_64 + b.from_65;
    assert_eq!(sum(|b| b.total), 126_654_244);
    assert_eq!(sum(bands), 126_645_025);
    assert_eq!(sum(|b| b.from_65), 35_767_994);
    assert_eq!(recipients.iter().filter(|b| bands(b) != b.total).count(), 394);
    assert_eq!(sum(|b| b.withheld()), 126_654_244 - 126_645_025);
    // Five times the population from 12 years: 5 of 5 from 15, 3 of 5 of the band 10–14.
    let from_12 = sum(|b| b.from_12_times_5());
    assert_eq!(from_12, 5 * sum(|b| b.from_15_to_64 + b.from_65) + 3 * sum(|b| b.from_10_to_14));
}

/// Wards resolve to their city and are counted in it.
#[test]
fn a_ward_resolves_to_its_city() {
    let book = book();
    let table = book.municipalities();
    let wards: Vec<_> = table.iter().filter(|m| m.kind == MunicipalityKind::Ward).collect();
    for ward in &wards {
        let city = table.resolve(ward.code, day("2021-05-10")).unwrap();
        assert_eq!((Some(city.code), city.kind), (ward.parent, MunicipalityKind::Municipality), "{}", ward.name);
    }
    for city in wards.iter().filter_map(|ward| ward.parent).collect::<BTreeSet<_>>() {
        let inside = wards.iter().filter(|ward| ward.parent == Some(city)).map(|ward| ward.population.total);
        assert_eq!(inside.sum::<u64>(), table.on(city, day("2021-05-10")).unwrap().population.total, "{city}");
    }
}

/// F-CODE: 131032, 131105 and 011002 are codes, but not before the table begins; a well-formed code that
/// nobody has is unknown.
#[test]
fn a_code_holds_from_the_day_of_the_table() {
    let book = book();
    let table = book.municipalities();
    for code in ["131032", "131105", "011002"] {
        assert!(table.on(code.parse().unwrap(), day("2021-05-10")).is_ok(), "{code}");
    }
    let early = table.on("131032".parse().unwrap(), day("2020-12-31")).unwrap_err();
    assert_eq!(early.code(), "code.municipality.not_valid");
    // 13199: 1×6 + 3×5 + 1×4 + 9×3 + 9×2 = 70, and 11 − 70 mod 11 = 7.
    let unknown = table.on("131997".parse().unwrap(), day("2021-05-10")).unwrap_err();
    assert_eq!(unknown.code(), "code.municipality.unknown");
}

/// The olympic year moved four days; a year beyond the table is never a working day.
#[test]
fn the_holidays_of_2021_are_known_and_2028_is_not() {
    let book = book();
    let holidays = book.holidays();
    for known in ["2021-07-22", "2021-07-23", "2021-08-08", "2021-08-09"] {
        assert!(holidays.on(day(known)).unwrap().is_some(), "{known}");
    }
    for plain in ["2021-07-19", "2021-08-11", "2021-07-21", "2021-10-11"] {
        assert_eq!(holidays.on(day(plain)).unwrap(), None, "{plain}");
    }
    assert_eq!(holidays.on(day("2027-12-31")).unwrap(), None);
    for outside in ["2028-01-01", "2028-05-03", "1954-12-31"] {
        assert_eq!(holidays.on(day(outside)).unwrap_err().code(), "calendar.holiday.outside_table", "{outside}");
    }
}

/// Doses a box by the delivery week (ruling product-packs).
#[test]
fn the_pack_follows_the_delivery_week() {
    let book = book();
    let packs = [
        ("pfizer-12plus", "2021-05-03", 975),
        ("pfizer-12plus", "2021-05-09", 975),
        ("pfizer-12plus", "2021-05-10", 1_170),
        ("pfizer-12plus", "2022-02-28", 1_170),
        ("pfizer-5-11", "2022-02-28", 100),
        ("moderna-primary", "2021-06-14", 100),
        ("moderna-booster", "2022-02-28", 150),
        ("needle-100", "2021-05-10", 100),
        ("syringe-100", "2021-05-10", 100),
    ];
    for (product, week, doses) in packs {
        assert_eq!(book.products().pack(product, day(week)).unwrap().doses_per_box(), doses, "{product} {week}");
    }
    let named: BTreeSet<&str> = packs.iter().map(|(product, ..)| *product).chain(["astrazeneca", "novavax"]).collect();
    assert_eq!(book.products().iter().map(|product| product.id.as_str()).collect::<BTreeSet<_>>(), named);
    let pieces = book.products().iter().filter(|product| product.kind != ProductKind::Vaccine);
    assert_eq!(pieces.map(|product| product.id.as_str()).collect::<Vec<_>>(), ["needle-100", "syringe-100"]);
}

/// What is named but not published is never guessed; nor is a week before the first pack.
#[test]
fn a_pack_that_is_not_published_is_an_error() {
    let book = book();
    let code = |product, week| book.products().pack(product, day(week)).unwrap_err().code();
    assert_eq!(code("astrazeneca", "2021-09-06"), "product.pack.not_published");
    assert_eq!(code("novavax", "2022-05-23"), "product.pack.not_published");
    assert_eq!(code("pfizer-12plus", "2021-02-13"), "product.pack.outside");
    assert_eq!(code("nothing", "2021-05-10"), "product.id.unknown");
}
