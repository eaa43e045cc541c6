//! From whom a vaccination is claimed.

use vsys_core::base::MunicipalityCode;
use vsys_core::claims::{Body, Delegation, JointArea, PayeeKind, RouteReason, RoutingTable, route};

use super::{BOOK, day, names, places};

fn code(text: &str) -> MunicipalityCode {
    text.parse().unwrap()
}

fn delegation(body: Body, from: &str, until: Option<&str>) -> Delegation {
    Delegation { body, from: day(from), until: until.map(day) }
}

fn area(id: &str, members: &[&str], from: &str, until: Option<&str>) -> JointArea {
    JointArea {
        id: id.parse().unwrap(),
        name: "見本広域連合".parse().unwrap(),
        members: members.iter().map(|member| code(member)).collect(),
        from: day(from),
        until: until.map(day),
    }
}

/// Kind and code of the payee, and the reason, of one resident.
fn payee(table: &RoutingTable, institution: &str, resident: &str, date: &str) -> (PayeeKind, String, RouteReason) {
    let answer = route(&BOOK, table, code(institution), &[code(resident)], day(date)).unwrap();
    let route = &answer.value()[0];
    (route.payee.kind, route.payee.code.clone(), route.reason)
}

#[test]
fn own_residents_go_to_the_municipality_and_all_others_to_the_federation() {
    let general = RoutingTable::default();
    let cases = [
        // 港区 and itself; 目黒区; 横浜市, whose residents are claimed from 国保連 of Tokyo, where the institution lies.
        ("131032", "131032", PayeeKind::Municipality, "131032", RouteReason::SameMunicipality),
        ("131032", "131105", PayeeKind::Federation, "13", RouteReason::Elsewhere),
        ("131032", "141003", PayeeKind::Federation, "13", RouteReason::Elsewhere),
        ("141003", "131032", PayeeKind::Federation, "14", RouteReason::Elsewhere),
        // Two wards of 横浜市 are one municipality, and so are a ward and its city.
        ("141011", "141020", PayeeKind::Municipality, "141003", RouteReason::SameMunicipality),
        ("141003", "141020", PayeeKind::Municipality, "141003", RouteReason::SameMunicipality),
        // A ward of another city.
        ("141011", "271276", PayeeKind::Federation, "14", RouteReason::Elsewhere),
    ];
    for (institution, resident, kind, payer, reason) in cases {
        assert_eq!(payee(&general, institution, resident, "2021-12-01"), (kind, payer.to_owned(), reason));
    }
}

#[test]
fn a_delegation_holds_from_its_first_to_before_its_last_day() {
    let table = RoutingTable::try_new(
        &BOOK,
        vec![
            delegation(Body::Municipality(code("131032")), "2021-06-01", Some("2022-01-01")),
            // A ward stands for its city.
            delegation(Body::Municipality(code("141011")), "2021-06-01", None),
        ],
        Vec::new(),
    )
    .unwrap();
    let own = (PayeeKind::Municipality, "131032".to_owned(), RouteReason::SameMunicipality);
    let handed = (PayeeKind::Federation, "13".to_owned(), RouteReason::Delegated);
    for (date, expected) in
        [("2021-05-31", &own), ("2021-06-01", &handed), ("2021-12-31", &handed), ("2022-01-01", &own)]
    {
        assert_eq!(payee(&table, "131032", "131032", date), *expected, "{date}");
    }
    let city = (PayeeKind::Federation, "14".to_owned(), RouteReason::Delegated);
    assert_eq!(payee(&table, "141020", "141003", "2021-07-01"), city);
}

#[test]
fn a_union_counts_as_one_municipality() {
    let general = RoutingTable::default();
    let joint = (PayeeKind::Union, "nakagei".to_owned(), RouteReason::SameUnion);
    // 中芸広域連合: 奈半利町 393029, 田野町 393037; 高知市 392014 lies outside.
    assert_eq!(payee(&general, "393029", "393037", "2021-12-01"), joint);
    assert_eq!(payee(&general, "393029", "393029", "2021-12-01"), joint);
    let outside = (PayeeKind::Federation, "39".to_owned(), RouteReason::Elsewhere);
    assert_eq!(payee(&general, "393029", "392014", "2021-12-01"), outside);
    assert_eq!(payee(&general, "392014", "393029", "2021-12-01"), outside);
    // The assumption is named where the tables' own union decides, and only there.
    let named = |resident| {
        names(route(&BOOK, &general, code("393029"), &[code(resident)], day("2021-12-01")).unwrap().assumptions())
    };
    assert_eq!(named("393037"), ["assumption.union-claims"]);
    assert!(named("392014").is_empty());

    // The caller's union of the same id takes its place; without members there is none.
    let none = RoutingTable::try_new(&BOOK, Vec::new(), vec![area("nakagei", &[], "2021-02-17", None)]).unwrap();
    let apart = (PayeeKind::Municipality, "393029".to_owned(), RouteReason::SameMunicipality);
    assert_eq!(payee(&none, "393029", "393029", "2021-12-01"), apart);
    assert_eq!(payee(&none, "393029", "393037", "2021-12-01"), outside);

    // A union of the caller's, in its span, which hands its own to 国保連 later.
    let table = RoutingTable::try_new(
        &BOOK,
        vec![delegation(Body::Union("見本".parse().unwrap()), "2022-04-01", None)],
        vec![area("見本", &["131032", "131105"], "2021-04-01", Some("2023-04-01"))],
    )
    .unwrap();
    let joint = (PayeeKind::Union, "見本".to_owned(), RouteReason::SameUnion);
    let handed = (PayeeKind::Federation, "13".to_owned(), RouteReason::Delegated);
    let elsewhere = (PayeeKind::Federation, "13".to_owned(), RouteReason::Elsewhere);
    for (date, expected) in [
        ("2021-03-31", &elsewhere),
        ("2021-04-01", &joint),
        ("2022-03-31", &joint),
        ("2022-04-01", &handed),
        ("2023-04-01", &elsewhere),
    ] {
        assert_eq!(payee(&table, "131032", "131105", date), *expected, "{date}");
    }
}

#[test]
fn every_code_that_does_not_hold_is_named() {
    // 浜松市中区 held until 2023-12-31; 131997 has a good check digit and no municipality.
    let residents = [code("131032"), code("221317"), code("131997")];
    let refusal = route(&BOOK, &RoutingTable::default(), code("221317"), &residents, day("2024-01-01")).unwrap_err();
    let expected = [
        ("code.municipality.not_valid", "/institution".to_owned()),
        ("code.municipality.not_valid", "/residents/1".to_owned()),
        ("code.municipality.unknown", "/residents/2".to_owned()),
    ];
    assert_eq!(places(refusal.findings()), expected);
    let (kind, payer, _) = payee(&RoutingTable::default(), "221317", "221309", "2023-12-31");
    assert_eq!((kind, payer.as_str()), (PayeeKind::Municipality, "221309"));
}

#[test]
fn a_table_that_contradicts_itself_is_refused_with_every_place() {
    let refusal = RoutingTable::try_new(
        &BOOK,
        vec![
            delegation(Body::Municipality(code("131032")), "2021-06-01", Some("2021-06-01")),
            delegation(Body::Municipality(code("131105")), "2022-01-01", None),
            delegation(Body::Municipality(code("131105")), "2021-06-01", Some("2022-01-02")),
            delegation(Body::Municipality(code("131997")), "2021-06-01", None),
            delegation(Body::Union("unknown".parse().unwrap()), "2021-06-01", None),
        ],
        vec![
            area("a", &["131032", "131105"], "2021-04-01", Some("2022-04-01")),
            area("b", &["131032", "131997"], "2022-03-31", None),
            area("a", &["141011"], "2022-03-01", None),
            area("c", &["131105"], "2022-04-01", None),
        ],
    )
    .unwrap_err();
    let expected = [
        ("claims.routing.reversed", "/delegations/0/until"),
        ("claims.routing.overlap", "/delegations/1/from"),
        ("code.municipality.unknown", "/delegations/3/municipality"),
        ("claims.union.unknown", "/delegations/4/union"),
        ("claims.union.member_twice", "/unions/1/members/0"),
        ("code.municipality.unknown", "/unions/1/members/1"),
        ("claims.routing.overlap", "/unions/2/from"),
    ];
    assert_eq!(places(refusal.findings()), expected.map(|(code, place)| (code, place.to_owned())));
}
