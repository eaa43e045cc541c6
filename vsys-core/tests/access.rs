//! Who may do what: the printed tables of contents cell by cell, both ways, on the days of both editions;
//! scopes, missing inputs and other people's data; and the same division of work in every state machine.
//!
//! Source: ROL-1, ROL-3 to ROL-5, PRV-4, PLN-7, X-28; ruling rol-4.

use crate::common;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use common::{codes, detail};
use vsys_core::MACHINES;
use vsys_core::access::{AccessRequest, AccessTarget, Decision, decide};
use vsys_core::base::{Actor, Answer, By, DetailValue, Refusal, Role, assumption};
use vsys_core::rulebook::{Permission, RuleBook, Scope};

fn book() -> RuleBook {
    RuleBook::bundled().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The cells of a table of contents: role, chapter, what it permits.
type Cells = &'static [(Role, &'static str, &'static [&'static str])];

/// V-SYS利用マニュアル目次 of 2021-02-17 (ROL-3).
const FEBRUARY: Cells = {
    use Role::{DryIceMaker, Institution, Maker, Municipality, Nation, NeedleStore, Prefecture, Wholesaler};
    &[
        (Nation, "1", &["account.login"]),
        (Nation, "2", &["cycle.register"]),
        (Nation, "3", &["allocation.register", "allocation.fix"]),
        (Nation, "4", &["dashboard.read"]),
        (Nation, "5", &["master.edit"]),
        (Nation, "6", &["logistics.trace"]),
        (Nation, "7", &["knowledge.edit"]),
        (Nation, "8", &["public_notice.edit"]),
        (Nation, "common", &["guidance.read"]),
        (Prefecture, "1", &["account.login"]),
        (Prefecture, "2", &["allocation.register", "allocation.lock"]),
        (Prefecture, "3", &["progress.read"]),
        (Prefecture, "4", &["manual.read"]),
        (Prefecture, "common", &["guidance.read"]),
        (Municipality, "1", &["account.login"]),
        (Municipality, "2", &["facility.approve"]),
        (Municipality, "3", &["allocation.register"]),
        (Municipality, "4", &["progress.read"]),
        (Municipality, "5", &["resident_request.answer"]),
        (Municipality, "6", &["facility.register", "capacity.register"]),
        (Municipality, "7", &["special_site.operate"]),
        (Municipality, "8", &["manual.read"]),
        (Municipality, "common", &["guidance.read"]),
        (Institution, "1", &["account.login"]),
        (Institution, "2", &["facility.register", "capacity.register"]),
        (Institution, "3", &["allocation.view", "delivery.view"]),
        (Institution, "4", &["booking_status.update"]),
        (Institution, "5", &["results.report"]),
        (Institution, "6", &["manual.read"]),
        (Institution, "common", &["guidance.read"]),
        (Maker, "1", &["account.login"]),
        (Maker, "2", &["vaccine_master.edit"]),
        (Maker, "3", &["supply.register"]),
        (Maker, "4", &["wholesaler_allocation.view"]),
        (Maker, "5", &["delivery.plan", "delivery.record"]),
        (Maker, "6", &["manual.read"]),
        (Maker, "common", &["guidance.read"]),
        (Wholesaler, "1", &["account.login"]),
        (Wholesaler, "2", &["wholesaler.register"]),
        (Wholesaler, "3", &["stock.register"]),
        (Wholesaler, "4", &["manual.read"]),
        (Wholesaler, "common", &["guidance.read"]),
        (DryIceMaker, "1", &["account.login"]),
        (DryIceMaker, "2", &["dry_ice_delivery.view"]),
        (DryIceMaker, "3", &["manual.read"]),
        (DryIceMaker, "common", &["guidance.read"]),
        (NeedleStore, "1", &["account.login"]),
        (NeedleStore, "2", &["needle_supply.register"]),
        (NeedleStore, "3", &["needle_arrival.register"]),
        (NeedleStore, "4", &["manual.read"]),
        (NeedleStore, "common", &["guidance.read"]),
        (Institution, "priority-2", &["priority.facility_register"]),
        (Municipality, "priority-3", &["priority.facility_approve"]),
        (Institution, "priority-4", &["priority.form_print"]),
        (Wholesaler, "priority-5", &["priority.stock_register"]),
        (Institution, "priority-6", &["priority.results_report"]),
    ]
};

/// V-SYS利用者マニュアルの目次 of 2020-12-18 (ROL-4).
const DECEMBER: Cells = {
    use Role::{DryIceMaker, Institution, Maker, Municipality, Nation, NeedleStore, Prefecture, Wholesaler};
    &[
        (Nation, "1", &["account.login"]),
        (Nation, "2", &["cycle.register"]),
        (Nation, "3", &["allocation.register", "allocation.fix"]),
        (Nation, "4", &["dashboard.read"]),
        (Nation, "5", &["master.edit"]),
        (Nation, "6", &["logistics.trace"]),
        (Nation, "7", &["knowledge.edit"]),
        (Nation, "8", &["public_notice.edit"]),
        (Nation, "common", &["guidance.read"]),
        (Prefecture, "1", &["account.login"]),
        (Prefecture, "2", &["allocation.register", "allocation.lock"]),
        (Prefecture, "3", &["progress.read"]),
        (Prefecture, "4", &["manual.read"]),
        (Prefecture, "common", &["guidance.read"]),
        (Municipality, "1", &["account.login"]),
        (Municipality, "2", &["facility.approve"]),
        (Municipality, "3", &["facility.register"]),
        (Municipality, "4", &["allocation.register"]),
        (Municipality, "5", &["progress.read"]),
        (Municipality, "6", &["resident_request.answer"]),
        (Municipality, "7", &["special_site.operate"]),
        (Municipality, "8", &["manual.read"]),
        (Municipality, "common", &["guidance.read"]),
        (Institution, "1", &["account.login"]),
        (Institution, "2", &["facility.register"]),
        (Institution, "3", &["allocation.view", "delivery.view"]),
        (Institution, "4", &["booking_status.update"]),
        (Institution, "5", &["results.report"]),
        (Institution, "6", &["manual.read"]),
        (Institution, "common", &["guidance.read"]),
        (Maker, "1", &["account.login"]),
        (Maker, "2", &["vaccine_master.edit"]),
        (Maker, "3", &["supply.register"]),
        (Maker, "4", &["wholesaler_allocation.view"]),
        (Maker, "5", &["delivery.plan", "delivery.record"]),
        (Maker, "6", &["manual.read"]),
        (Maker, "common", &["guidance.read"]),
        (Wholesaler, "1", &["account.login"]),
        (Wholesaler, "2", &["wholesaler.register"]),
        (Wholesaler, "3", &["stock.register"]),
        (Wholesaler, "4", &["delivery.plan"]),
        (Wholesaler, "5", &["delivery.record"]),
        (Wholesaler, "6", &["manual.read"]),
        (Wholesaler, "common", &["guidance.read"]),
        (DryIceMaker, "1", &["account.login"]),
        (DryIceMaker, "2", &["dry_ice_need.view"]),
        (DryIceMaker, "3", &["manual.read"]),
        (DryIceMaker, "common", &["guidance.read"]),
        (NeedleStore, "1", &["account.login"]),
        (NeedleStore, "2", &["needle_master.edit"]),
        (NeedleStore, "3", &["needle_supply.register"]),
        (NeedleStore, "4", &["wholesaler_allocation.view"]),
        (NeedleStore, "5", &["manual.read"]),
        (NeedleStore, "common", &["guidance.read"]),
        (Prefecture, "priority-2", &["priority.facility_update"]),
        (Institution, "priority-3", &["priority.facility_register"]),
        (Municipality, "priority-4", &["priority.facility_approve"]),
        (Nation, "priority-5", &["priority.allocation_register"]),
        (Prefecture, "priority-6", &["priority.allocation_register"]),
        (Nation, "priority-7", &["priority.allocation_fix"]),
        (Prefecture, "priority-8", &["priority.allocation_fix"]),
        (Institution, "priority-9", &["priority.booking_register"]),
        (Wholesaler, "priority-10", &["priority.delivery_plan"]),
        (Institution, "priority-11", &["priority.delivery_view"]),
        (Institution, "priority-12", &["priority.form_print"]),
        (Institution, "priority-13", &["priority.results_report"]),
    ]
};

/// What other rules add: role, action, rule, and the first and last edition that has it, as
/// 0 = 2020-12, 1 = 2021-02, 2 = 2021-11.
const ADDED: &[(Role, &str, &str, usize, usize)] = {
    use Role::{Institution, Municipality, Nation, Prefecture, Site, Wholesaler};
    &[
        (Nation, "allocation.edit", "ALC-4", 0, 2),
        (Prefecture, "allocation.confirm", "ALC-4", 0, 2),
        (Prefecture, "allocation.edit", "ALC-4", 0, 2),
        (Prefecture, "allocation.complete", "ALC-4", 0, 2),
        (Municipality, "allocation.confirm", "ALC-4", 0, 2),
        (Municipality, "allocation.edit", "ALC-4", 0, 2),
        (Municipality, "allocation.complete", "ALC-4", 0, 2),
        // Each level sees what it gives and gets (ALC-4 steps 1, 2 and 4).
        (Nation, "allocation.view", "ALC-4", 0, 2),
        (Prefecture, "allocation.view", "ALC-4", 0, 2),
        (Municipality, "allocation.view", "ALC-4", 0, 2),
        // The municipality works for its special sites.
        (Municipality, "results.report", "ROL-7", 1, 2),
        (Municipality, "booking_status.update", "ROL-7", 1, 2),
        (Municipality, "delivery.view", "ROL-7", 1, 2),
        (Institution, "capacity.register", "DES-1", 0, 0),
        (Site, "allocation.view", "ALC-6", 1, 2),
        (Site, "delivery.view", "ALC-6", 1, 2),
        (Wholesaler, "delivery.plan", "DLV-1", 1, 2),
        (Wholesaler, "delivery.record", "DLV-1", 1, 2),
        (Institution, "facility.change", "MED-3", 1, 2),
        (Municipality, "facility.change", "DES-3", 1, 2),
        (Municipality, "facility.decide", "MED-4", 1, 2),
        (Site, "facility.change", "MED-3", 2, 2),
        (Site, "account.login", "APP-16", 2, 2),
        (Site, "plan.register", "PLN-7", 2, 2),
        (Site, "plan.change", "PLN-7", 2, 2),
        (Nation, "plan.decide", "PLN-3", 2, 2),
        (Site, "application.view", "APP-11", 2, 2),
        (Site, "application.edit", "APP-11", 2, 2),
        (Site, "application.submit", "APP-10", 2, 2),
        (Site, "application.withdraw", "APP-11", 2, 2),
        (Nation, "application.review", "APP-10", 2, 2),
        (Nation, "letter.issue", "APP-18", 2, 2),
        (Site, "letter.download", "APP-20", 2, 2),
        (Site, "results.report", "RES-1", 2, 2),
    ]
};

/// The first and the last day of each edition, as far as one is named.
const EDITIONS: [(Cells, &[&str]); 3] = [
    (DECEMBER, &["2020-12-18", "2021-01-20", "2021-02-16"]),
    (FEBRUARY, &["2021-02-17", "2021-07-01", "2021-11-23"]),
    (FEBRUARY, &["2021-11-24", "2022-03-01", "2024-03-31"]),
];

/// What an edition permits: role, action, chapter, rule.
fn permitted(edition: usize) -> BTreeSet<(Role, &'static str, Option<&'static str>, &'static str)> {
    let rule = if edition == 0 { "ROL-4" } else { "ROL-3" };
    let cells = EDITIONS[edition].0.iter();
    let printed = cells.flat_map(|(role, chapter, actions)| actions.iter().map(|a| (*role, *a, Some(*chapter), rule)));
    let added = ADDED.iter().filter(|row| (row.3..=row.4).contains(&edition));
    printed.chain(added.map(|(role, action, rule, ..)| (*role, *action, None, *rule))).collect()
}

/// A code that an actor of a role may have.
fn code(role: Role) -> &'static str {
    match role {
        Role::Nation => "",
        Role::Prefecture => "13",
        Role::Municipality => "131105",
        _ => "ID-1",
    }
}

/// A question about the actor's own data, with a booster ID.
fn own(role: Role, action: &str, date: NaiveDate) -> AccessRequest {
    AccessRequest {
        actor: Actor { role, code: code(role).to_owned() },
        action: action.to_owned(),
        date,
        target: AccessTarget {
            prefecture: "13".parse().ok(),
            municipality: "131105".parse().ok(),
            owner: "ID-1".parse().ok(),
        },
        booster_id: Some(true),
    }
}

fn allowed(book: &RuleBook, request: &AccessRequest) -> bool {
    decide(book, request).unwrap().value().allowed
}

/// Every action × role × edition: allowed exactly when the print or another rule says so, with its rule,
/// its chapter, and the roles that may.
#[test]
fn the_matrix_is_that_of_the_print() {
    let book = book();
    for (edition, (_, days)) in EDITIONS.iter().enumerate() {
        let permitted = permitted(edition);
        let known: BTreeSet<&str> = book.permissions().actions().iter().map(|action| action.id.as_str()).collect();
        assert!(permitted.iter().all(|(_, action, ..)| known.contains(action)), "{permitted:?}");
        for (action, date) in known.iter().flat_map(|action| days.iter().map(move |date| (*action, day(date)))) {
            let roles: Vec<Role> = permitted.iter().filter(|row| row.1 == action).map(|row| row.0).collect();
            for role in Role::ALL {
                let answer = decide(&book, &own(role, action, date)).unwrap();
                let decision = answer.value();
                let row = permitted.iter().find(|row| row.0 == role && row.1 == action);
                assert_eq!(decision.allowed, row.is_some(), "{role:?} {action} {date}");
                assert_eq!(decision.expected_roles, roles, "{action} {date}");
                assert!(!decision.reason.en.is_empty() && !decision.reason.ja.is_empty());
                match (row, decision.permission) {
                    (Some((.., chapter, rule)), Some(permission)) => {
                        assert_eq!(permission.chapter.as_deref(), *chapter, "{role:?} {action} {date}");
                        assert_eq!(decision.rule, *rule, "{role:?} {action} {date}");
                    }
                    (None, None) => assert!(!decision.rule.is_empty(), "{role:?} {action} {date}"),
                    other => panic!("{role:?} {action} {date}: {other:?}"),
                }
            }
        }
    }
}

/// Every chapter of the print has its row: the counts are those of the columns.
#[test]
fn every_chapter_has_its_row() {
    // 国, 都道府県, 市町村, 医療機関, 製薬メーカー, 卸業者, ドライアイスメーカー, 針・シリンジ倉庫, 優先接種時 after chapter 1.
    for (edition, chapters) in [(0, [8, 4, 8, 6, 6, 6, 3, 5, 12]), (1, [8, 4, 8, 6, 6, 4, 3, 4, 5])] {
        let book = book();
        let date = day(EDITIONS[edition].1[0]);
        let on_day = || book.permissions().iter().filter(|row| row.holds_on(date));
        let columns = [
            Role::Nation,
            Role::Prefecture,
            Role::Municipality,
            Role::Institution,
            Role::Maker,
            Role::Wholesaler,
            Role::DryIceMaker,
            Role::NeedleStore,
        ];
        let numbered = |row: &&Permission| row.chapter.as_deref().is_some_and(|chapter| chapter.parse::<u32>().is_ok());
        for (role, chapters) in columns.into_iter().zip(chapters) {
            let found: BTreeSet<u32> = on_day()
                .filter(numbered)
                .filter(|row| row.role == role)
                .map(|row| row.chapter.as_ref().unwrap().parse().unwrap())
                .collect();
            assert_eq!(found, (1..=chapters).collect(), "{role:?}");
        }
        let priority: BTreeSet<u32> =
            on_day().filter_map(|row| row.chapter.as_deref()?.strip_prefix("priority-")?.parse().ok()).collect();
        assert_eq!(priority, (2..=chapters[8] + 1).collect());
    }
}

/// G-ROL-1: a wholesaler may not register amounts, a municipality may not lock, an institution may not
/// approve its own change.
#[test]
fn the_golden_refusals() {
    let book = book();
    let date = day("2021-03-01");
    for (role, action, expected) in [
        (Role::Wholesaler, "allocation.register", &[Role::Nation, Role::Prefecture, Role::Municipality][..]),
        (Role::Municipality, "allocation.lock", &[Role::Prefecture]),
        (Role::Institution, "facility.approve", &[Role::Municipality]),
        (Role::Institution, "facility.decide", &[Role::Municipality]),
    ] {
        let answer = decide(&book, &own(role, action, date)).unwrap();
        let Decision { allowed, expected_roles, permission, rule, .. } = answer.value();
        assert!(!allowed && permission.is_none(), "{role:?} {action}");
        assert_eq!(expected_roles, expected);
        assert_eq!(rule, if action == "facility.decide" { "MED-4" } else { "ROL-3" });
    }
}

/// Delivery dates: in December 2020 both are printed; from February 2021 on the maker is printed and the
/// wholesaler rests on the reading rol-4, which every answer names that lists him.
#[test]
fn delivery_dates_of_the_wholesaler_rest_on_a_reading() {
    let book = book();
    for (action, role) in ["delivery.plan", "delivery.record"]
        .into_iter()
        .flat_map(|action| [Role::Wholesaler, Role::Maker, Role::Institution].map(|role| (action, role)))
    {
        for (date, reading) in [("2021-02-16", false), ("2021-02-17", true)] {
            let answer = decide(&book, &own(role, action, day(date))).unwrap();
            assert_eq!(answer.value().allowed, role != Role::Institution);
            assert_eq!(answer.value().expected_roles, [Role::Maker, Role::Wholesaler]);
            assert_eq!(answer.assumptions().iter().any(|id| id == assumption::DELIVERY_DATES), reading, "{date}");
        }
    }
}

/// The days of the editions are named where the work was divided otherwise on another day, and nowhere else.
#[test]
fn the_days_of_the_editions_are_named_where_they_matter() {
    let book = book();
    let named = |action: &str, date: &str| {
        let answer = decide(&book, &own(Role::Nation, action, day(date))).unwrap();
        answer.assumptions().iter().any(|id| id == assumption::MANUAL_EDITIONS)
    };
    for (action, dated) in [
        ("allocation.lock", false),
        ("allocation.fix", false),
        ("cycle.register", false),
        ("delivery.plan", false),
        ("needle_master.edit", true),
        ("capacity.register", true),
        ("plan.decide", true),
        ("results.report", true),
    ] {
        for date in ["2020-12-18", "2021-02-17", "2022-01-31"] {
            assert_eq!(named(action, date), dated, "{action} {date}");
        }
    }
}

/// Scopes: one's own and nothing else; the prefecture follows from the municipality, a ward is its city.
#[test]
fn a_scope_is_ones_own() {
    let book = book();
    let ask = |role, actor: &str, action: &str, target: AccessTarget| {
        let request = AccessRequest {
            actor: Actor { role, code: actor.to_owned() },
            target,
            ..own(role, action, day("2022-02-01"))
        };
        let answer = decide(&book, &request).unwrap();
        let Decision { allowed, rule, permission, .. } = answer.into_value();
        assert_eq!(rule == "PRV-4", !allowed);
        (allowed, permission.unwrap().scope)
    };
    let in_prefecture = |code: &str| AccessTarget { prefecture: code.parse().ok(), ..AccessTarget::default() };
    let in_municipality = |code: &str| AccessTarget { municipality: code.parse().ok(), ..AccessTarget::default() };
    let owned = |owner: &str| AccessTarget { owner: owner.parse().ok(), ..AccessTarget::default() };
    let (prefecture, municipality) = (Role::Prefecture, Role::Municipality);
    for (target, allowed) in [
        (in_prefecture("13"), true),
        (in_prefecture("14"), false),
        (in_municipality("131105"), true),
        (in_municipality("011002"), false),
    ] {
        assert_eq!(ask(prefecture, "13", "allocation.lock", target), (allowed, Scope::OwnPrefecture));
    }
    // 札幌市 011002 has the wards 中央区 011011 and 北区 011029.
    for (actor, target, allowed) in [
        ("131105", "131105", true),
        ("131105", "131032", false),
        ("011002", "011011", true),
        ("011011", "011002", true),
        ("011011", "011029", true),
        ("011011", "131105", false),
    ] {
        let answer = ask(municipality, actor, "facility.approve", in_municipality(target));
        assert_eq!(answer, (allowed, Scope::OwnMunicipality), "{actor} {target}");
    }
    for (owner, allowed) in [("見本クリニック", true), ("架空病院", false)] {
        for role in [Role::Institution, Role::Site] {
            let answer = ask(role, "見本クリニック", "facility.change", owned(owner));
            assert_eq!(answer, (allowed, Scope::Own), "{role:?} {owner}");
        }
    }
    assert_eq!(ask(Role::Nation, "", "allocation.fix", AccessTarget::default()), (true, Scope::All));
}

/// A municipality is itself also before the first day for which the table of municipalities vouches.
#[test]
fn a_municipality_is_itself_on_the_first_day() {
    let book = book();
    assert!(allowed(&book, &own(Role::Municipality, "facility.approve", day("2020-12-18"))));
    let mut ward = own(Role::Municipality, "facility.approve", day("2020-12-18"));
    ward.target = AccessTarget { municipality: "131032".parse().ok(), ..AccessTarget::default() };
    let refusal = decide(&book, &ward).unwrap_err();
    let expected =
        ["code.municipality.not_valid at /actor/code", "code.municipality.not_valid at /target/municipality"];
    assert_eq!(codes(&refusal), expected);
    ward.date = day("2021-01-01");
    assert!(!allowed(&book, &ward));
}

/// PLN-7, G-PLN-5: a plan is entered with the ID of a booster site only, whatever else is known.
#[test]
fn a_plan_needs_a_booster_id() {
    let book = book();
    for action in ["plan.register", "plan.change"] {
        let mut request = own(Role::Site, action, day("2022-01-20"));
        assert!(allowed(&book, &request));
        request.booster_id = Some(false);
        for target in [request.target.clone(), AccessTarget::default()] {
            request.target = target;
            let answer = decide(&book, &request).unwrap();
            assert_eq!((answer.value().allowed, answer.value().rule.as_str()), (false, "PLN-7"));
        }
    }
    // The nation decides on plans without such an ID, and a letter needs none.
    let mut request = own(Role::Nation, "plan.decide", day("2022-01-20"));
    request.booster_id = None;
    assert!(allowed(&book, &request));
    request = own(Role::Site, "letter.download", day("2022-01-20"));
    request.booster_id = Some(false);
    assert!(allowed(&book, &request));
}

fn missing(refusal: &Refusal) -> Vec<String> {
    assert_eq!(refusal.code(), "access.input.missing");
    codes(refusal).iter().map(|line| line.split_once("at ").unwrap().1.to_owned()).collect()
}

/// An input is asked for where the answer depends on it, all at once, and nowhere else.
#[test]
fn a_missing_input_is_named() {
    let book = book();
    let bare = |role, code: &str, action: &str| AccessRequest {
        actor: Actor { role, code: code.to_owned() },
        target: AccessTarget::default(),
        booster_id: None,
        ..own(role, action, day("2022-02-01"))
    };
    for (role, code, action, expected) in [
        (Role::Prefecture, "13", "allocation.lock", &["/target/prefecture"][..]),
        (Role::Prefecture, "", "allocation.lock", &["/actor/code", "/target/prefecture"]),
        (Role::Municipality, "131105", "facility.decide", &["/target/municipality"]),
        (Role::Municipality, "", "facility.decide", &["/actor/code", "/target/municipality"]),
        (Role::Institution, "見本クリニック", "results.report", &["/target/owner"]),
        (Role::Site, "", "plan.change", &["/actor/code", "/booster_id", "/target/owner"]),
    ] {
        let refusal = decide(&book, &bare(role, code, action)).unwrap_err();
        assert_eq!(missing(&refusal), expected, "{role:?} {action}");
    }
    let refusal = decide(&book, &bare(Role::Institution, "見本クリニック", "results.report")).unwrap_err();
    let input = DetailValue::Text("target.owner".to_owned());
    assert_eq!(detail(&refusal.primary().unwrap(), "input"), Some(&input));
    // Another role's action, an unscoped one, and somebody else's data need nothing more.
    assert!(!allowed(&book, &bare(Role::Wholesaler, "", "allocation.lock")));
    assert!(allowed(&book, &bare(Role::Nation, "", "plan.decide")));
    let mut elses = bare(Role::Site, "S-1", "plan.change");
    elses.target.owner = "S-2".parse().ok();
    assert!(!allowed(&book, &elses));
}

/// Questions that cannot be answered: every fault at once, with what is known.
#[test]
fn an_impossible_question_is_refused() {
    let book = book();
    let faults = |change: &dyn Fn(&mut AccessRequest)| {
        let mut request = own(Role::Municipality, "facility.approve", day("2022-02-01"));
        change(&mut request);
        decide(&book, &request).unwrap_err()
    };
    let refusal = faults(&|request| {
        request.action = "facility.bless".to_owned();
        request.date = day("2020-12-17");
        request.target.prefecture = "14".parse().ok();
    });
    let expected = [
        "access.action.unknown at /action",
        "access.date.before at /date",
        "access.target.contradiction at /target/municipality",
    ];
    assert_eq!(codes(&refusal), expected);
    let refusal = faults(&|request| request.action = "facility.bless".to_owned());
    let Some(DetailValue::List(known)) = detail(&refusal.primary().unwrap(), "known").cloned() else { panic!() };
    assert_eq!(known.len(), book.permissions().actions().len());
    let refusal = faults(&|request| request.date = day("2020-12-17"));
    let editions = ["2020-12-18", "2021-02-17", "2021-11-24"].map(|text| DetailValue::Text(text.to_owned()));
    assert_eq!(detail(&refusal.primary().unwrap(), "editions"), Some(&DetailValue::List(editions.to_vec())));
    for (code, problem) in [
        ("13110", "code.municipality.form"),
        ("131106", "code.municipality.check_digit"),
        ("139998", "code.municipality.unknown"),
    ] {
        let refusal = faults(&|request| request.actor.code = code.to_owned());
        assert_eq!(codes(&refusal), [format!("{problem} at /actor/code")], "{code}");
    }
    let prefecture = faults(&|request| {
        request.actor = Actor { role: Role::Prefecture, code: "48".to_owned() };
        request.action = "progress.read".to_owned();
    });
    assert_eq!(codes(&prefecture), ["code.prefecture.form at /actor/code"]);
}

/// The table itself: every row names what stands elsewhere, no role has a permission twice on a day, the
/// catalogue is what the rows speak about.
#[test]
fn the_table_agrees_with_the_others() {
    let book = book();
    let ids = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
    let rules = ids(book.rules().iter().map(|rule| rule.id.as_str()).collect());
    let sources = ids(book.sources().iter().map(|source| source.id.as_str()).collect());
    let rows: Vec<&Permission> = book.permissions().iter().collect();
    for row in &rows {
        assert!(rules.contains(&row.rule), "{row:?}");
        let cited = row.source.split(';').map(|source| source.split(':').next().unwrap().trim().to_owned());
        assert!(cited.into_iter().all(|source| sources.contains(&source)), "{row:?}");
        assert!(!row.subject.en.is_empty() && !row.subject.ja.is_empty(), "{row:?}");
        assert!(row.until.is_none_or(|until| row.from < until), "{row:?}");
        let together = rows.iter().filter(|other| other.action == row.action && other.role == row.role);
        assert_eq!(together.filter(|other| other.holds_on(row.from)).count(), 1, "{row:?}");
    }
    let actions: Vec<&str> = book.permissions().actions().iter().map(|action| action.id.as_str()).collect();
    assert!(actions.windows(2).all(|pair| pair[0] < pair[1]), "{actions:?}");
    assert_eq!(ids(actions), rows.iter().map(|row| row.action.clone()).collect());
    for action in book.permissions().actions() {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert_eq!(action.id.split('.').filter(|part| word(part)).count(), 2, "{}", action.id);
        assert!(!action.title.en.is_empty() && !action.title.ja.is_empty(), "{}", action.id);
    }
}

/// Every event by a role is an action of the catalogue, and the roles that move it are exactly those whom
/// the matrix permits it.
#[test]
fn the_machines_divide_the_work_as_the_matrix_does() {
    let book = book();
    let date = day("2022-02-01");
    let mut mapped = BTreeSet::new();
    for action in book.permissions().actions().iter().filter(|action| !action.events.is_empty()) {
        let mut roles = BTreeSet::new();
        for event in &action.events {
            assert!(mapped.insert(event.clone()), "{event} is two actions");
            let (id, event) = event.split_once('/').unwrap();
            let machine = MACHINES.iter().find(|machine| machine.id == id).expect(id);
            let lines = (machine.moves)().into_iter().filter(|line| line.event.en == event);
            let by_role: Vec<Role> =
                lines.filter_map(|line| if let By::Role(role) = line.by { Some(role) } else { None }).collect();
            assert!(!by_role.is_empty(), "{id} has no {event} by a role");
            roles.extend(by_role);
        }
        for role in Role::ALL {
            let answer: Answer<Decision<'_>> = decide(&book, &own(role, &action.id, date)).unwrap();
            assert_eq!(answer.value().allowed, roles.contains(&role), "{} {role:?}", action.id);
        }
    }
    for machine in MACHINES {
        for line in (machine.moves)().iter().filter(|line| matches!(line.by, By::Role(_))) {
            let event = format!("{}/{}", machine.id, line.event.en);
            assert!(mapped.contains(&event), "{event} is no action");
        }
    }
}
