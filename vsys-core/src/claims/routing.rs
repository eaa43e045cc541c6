//! From whom a vaccination is claimed.

use chrono::NaiveDate;

use super::problem::ClaimsProblem;
use crate::base::{Answer, Finding, Findings, IntoList, MunicipalityCode, Path, Refusal, Text, assumption, named};
use crate::rulebook::{Municipality, RuleBook, Union};

/// A body that stands in a routing table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// A municipality.
    Municipality(MunicipalityCode),
    /// A union, by its id.
    Union(Text<64>),
}

/// A body that hands the claims for its own residents to 国保連, in a span of time (国保連への委託).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Which body.
    pub body: Body,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it no longer holds.
    pub until: Option<NaiveDate>,
}

/// A union that counts as one municipality for claims, in a span of time (共同実施).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointArea {
    /// Its id.
    pub id: Text<64>,
    /// Its name.
    pub name: Text<64>,
    /// Its members.
    pub members: Vec<MunicipalityCode>,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it no longer holds.
    pub until: Option<NaiveDate>,
}

/// What differs from the general rule, by time (請求先の表): bodies that hand their own to 国保連, and unions
/// beside those of the tables. Source: F-ROUTE; ruling claim-routing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoutingTable {
    delegations: Vec<Delegation>,
    unions: Vec<JointArea>,
}

impl RoutingTable {
    /// A table.
    ///
    /// # Errors
    /// A refusal with every finding, at `/delegations/0/until` … and `/unions/0/members/0`: spans that end
    /// before they begin or overlap, a municipality in two unions at a time, a municipality or union that
    /// nobody knows. A ward stands for its city.
    pub fn try_new(
        book: &RuleBook,
        mut delegations: Vec<Delegation>,
        mut unions: Vec<JointArea>,
    ) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        let mut resolve = |code: &mut MunicipalityCode, path: Path| match book.municipalities().find(*code) {
            Some(found) => *code = found.parent.unwrap_or(*code),
            None => findings.add(Finding::new(&book.municipalities().unknown(), path).with_value(code.to_string())),
        };
        for (index, delegation) in delegations.iter_mut().enumerate() {
            if let Body::Municipality(code) = &mut delegation.body {
                resolve(code, Path::element("delegations", index, "municipality"));
            }
        }
        for (index, union) in unions.iter_mut().enumerate() {
            for (at, code) in union.members.iter_mut().enumerate() {
                resolve(code, Path::element("unions", index, "members").join(at));
            }
        }
        let tables = book.municipalities().unions();
        let mut known: Vec<&str> = unions.iter().map(|union| union.id.as_str()).list();
        known.extend(tables.iter().map(|union| union.id.as_str()));
        let mut spans = Spans::default();
        for (index, Delegation { body, from, until }) in delegations.iter().enumerate() {
            reversed("delegations", index, (*from, *until), &mut findings);
            spans.add(body.clone(), (*from, *until), Path::element("delegations", index, "from"));
            if let Body::Union(id) = body
                && !known.contains(&id.as_str())
            {
                let at = Path::element("delegations", index, "union");
                if book.municipalities().is_left_out() {
                    findings.push(&book.municipalities().unknown(), at);
                } else {
                    findings.push(
                        &ClaimsProblem::UnionUnknown { known: known.iter().copied().map(str::to_owned).list() },
                        at,
                    );
                }
            }
        }
        spans.overlaps(&ClaimsProblem::RoutingOverlap, &mut findings);
        let (mut spans, mut members) = (Spans::default(), Spans::default());
        for (index, JointArea { id, members: codes, from, until, .. }) in unions.iter().enumerate() {
            reversed("unions", index, (*from, *until), &mut findings);
            spans.add(Body::Union(id.clone()), (*from, *until), Path::element("unions", index, "from"));
            for (at, code) in codes.iter().enumerate() {
                members.add(
                    Body::Municipality(*code),
                    (*from, *until),
                    Path::element("unions", index, "members").join(at),
                );
            }
        }
        spans.overlaps(&ClaimsProblem::RoutingOverlap, &mut findings);
        members.overlaps(&ClaimsProblem::MemberTwice, &mut findings);
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self { delegations, unions }) }
    }

    fn delegates(&self, body: &Body, day: NaiveDate) -> bool {
        self.delegations.iter().any(|known| known.body == *body && holds((known.from, known.until), day))
    }
}

named! {
    /// Why a claim goes where it goes (請求先の理由).
    pub enum RouteReason {
        /// The resident lives in the institution's municipality.
        SameMunicipality = "same_municipality" / "医療機関と同一市町村",
        /// Both lie in one union, which counts as one municipality.
        SameUnion = "same_union" / "医療機関と同一の広域連合",
        /// The same, but that body hands its own claims to 国保連.
        Delegated = "delegated" / "同一市町村（国保連へ委託）",
        /// The resident lives elsewhere.
        Elsewhere = "elsewhere" / "医療機関と異なる市町村",
    }
}

named! {
    /// What kind of body pays (請求先の種別).
    pub enum PayeeKind {
        /// The municipality.
        Municipality = "municipality" / "市町村",
        /// The union.
        Union = "union" / "広域連合",
        /// The insurance federation of the institution's prefecture.
        Federation = "federation" / "国民健康保険団体連合会",
    }
}

/// From whom a claim is paid (請求先).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    /// What kind of body it is.
    pub kind: PayeeKind,
    /// The code of the municipality or prefecture, or the id of the union.
    pub code: String,
    /// Its name, as a sheet is headed.
    pub name: String,
}

/// Where the claim for a resident goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The code of the resident's municipality as given.
    pub resident: MunicipalityCode,
    /// The municipality it stands for: of a ward its city.
    pub municipality: MunicipalityCode,
    /// From whom the claim is paid.
    pub payee: Payee,
    /// Why.
    pub reason: RouteReason,
}

/// Where the claims for some residents go: for those of the institution's own municipality to it, for all
/// others to 国保連 of the institution's prefecture, unless the table says otherwise on the day of vaccination.
/// A ward stands for its city, a union counts as one municipality. Source: F-ROUTE; CLM-12; rulings
/// claim-routing, municipality-code; assumption union-claims.
///
/// # Errors
/// A [`Refusal`] with every code that is unknown or does not hold on the day, at `/institution` and
/// `/residents/0` ….
///
/// ```
/// use vsys_core::claims::{RoutingTable, route};
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let residents = ["131032".parse()?, "131105".parse()?];
/// let routes = route(&book, &RoutingTable::default(), "131032".parse()?, &residents, "2021-12-01".parse()?)?;
/// let names: Vec<_> = routes.value().iter().map(|route| route.payee.name.as_str()).collect();
/// assert_eq!(names, ["港区", "東京都国民健康保険団体連合会"]);
/// let unknown = ["131997".parse()?]; // no such municipality
/// assert!(route(&book, &RoutingTable::default(), "131032".parse()?, &unknown, "2021-12-01".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn route(
    book: &RuleBook,
    table: &RoutingTable,
    institution: MunicipalityCode,
    residents: &[MunicipalityCode],
    day: NaiveDate,
) -> Result<Answer<Vec<Route>>, Refusal> {
    let mut findings = Findings::new();
    let mut resolve = |code: MunicipalityCode, path: Path| {
        let found = book.municipalities().resolve(code, day);
        found.map_err(|problem| findings.add(Finding::new(&problem, path).with_value(code.to_string()))).ok()
    };
    let home = resolve(institution, Path::from("institution"));
    let homes: Vec<_> = residents
        .iter()
        .enumerate()
        .filter_map(|(index, code)| Some((*code, resolve(*code, Path::new(["residents".into(), index.into()]))?)))
        .list();
    let (Some(home), false) = (home, findings.has_errors()) else {
        return Err(Refusal::of(findings));
    };
    let from = Home { book, table, day, home, union: union_of(book, table, home.code, day) };
    let mut printed = false;
    let routes = homes.into_iter().map(|(resident, municipality)| {
        let (payee, reason) = from.payee(municipality);
        // Only where the tables' own union decides does it matter whether it counts for claims.
        printed |= matches!(from.union, Some(Area::Bundled(_))) && reason != RouteReason::Elsewhere;
        Route { resident, municipality: municipality.code, payee, reason }
    });
    let answer = Answer::new(routes.list());
    Ok(if printed { answer.assuming(assumption::UNION_CLAIMS) } else { answer })
}

/// A union on a day: the caller's or the tables'.
#[derive(Clone, Copy, PartialEq)]
enum Area<'t> {
    Own(&'t JointArea),
    Bundled(&'t Union),
}

/// The union that a municipality is a member of on a day. A union of the caller's takes the place of the
/// tables' one of the same id.
fn union_of<'t>(
    book: &'t RuleBook,
    table: &'t RoutingTable,
    code: MunicipalityCode,
    day: NaiveDate,
) -> Option<Area<'t>> {
    let own = table.unions.iter().find(|u| holds((u.from, u.until), day) && u.members.contains(&code));
    let replaced = |union: &Union| table.unions.iter().any(|own| own.id.as_str() == union.id);
    let bundled = || book.municipalities().unions_of(code).find(|union| !replaced(union)).map(Area::Bundled);
    own.map(Area::Own).or_else(bundled)
}

/// Where the institution lies.
struct Home<'t> {
    book: &'t RuleBook,
    table: &'t RoutingTable,
    day: NaiveDate,
    home: &'t Municipality,
    union: Option<Area<'t>>,
}

impl Home<'_> {
    fn payee(&self, resident: &Municipality) -> (Payee, RouteReason) {
        let same = resident.code == self.home.code;
        let union = self.union.filter(|union| {
            same || union_of(self.book, self.table, resident.code, self.day).is_some_and(|other| other == *union)
        });
        if !same && union.is_none() {
            return (self.federation(), RouteReason::Elsewhere);
        }
        let (id, name) = match union {
            Some(Area::Own(area)) => (area.id.as_str(), area.name.as_str()),
            Some(Area::Bundled(union)) => (union.id.as_str(), union.name.as_str()),
            None => ("", ""),
        };
        let joint = id.parse().is_ok_and(|id| self.table.delegates(&Body::Union(id), self.day));
        if joint || self.table.delegates(&Body::Municipality(resident.code), self.day) {
            return (self.federation(), RouteReason::Delegated);
        }
        let (kind, code, name, reason) = match union {
            Some(_) => (PayeeKind::Union, id.to_owned(), name, RouteReason::SameUnion),
            None => {
                let (code, name) = (resident.code.to_string(), resident.name.as_str());
                (PayeeKind::Municipality, code, name, RouteReason::SameMunicipality)
            }
        };
        (Payee { kind, code, name: name.to_owned() }, reason)
    }

    /// 国保連 of the institution's prefecture.
    fn federation(&self) -> Payee {
        let code = self.home.code.prefecture();
        let prefecture = self.book.prefectures().iter().find(|prefecture| prefecture.code == code);
        let name = prefecture.map_or("", |prefecture| prefecture.name.as_str());
        let name = format!("{name}{}", PayeeKind::Federation.ja());
        Payee { kind: PayeeKind::Federation, code: code.to_string(), name }
    }
}

/// A span of days: the first one, and the first on which it no longer holds.
type Span = (NaiveDate, Option<NaiveDate>);

fn holds((from, until): Span, day: NaiveDate) -> bool {
    from <= day && until.is_none_or(|until| day < until)
}

/// The spans of bodies with their places.
#[derive(Default)]
struct Spans(Vec<(Body, Span, Path)>);

impl Spans {
    fn add(&mut self, body: Body, span: Span, place: Path) {
        self.0.push((body, span, place));
    }

    /// Names every span that begins before an earlier one of the same body is over.
    fn overlaps(mut self, problem: &ClaimsProblem, findings: &mut Findings) {
        self.0.sort_unstable_by(|(a, (from, _), place), (b, (other, _), next)| (a, from, place).cmp(&(b, other, next)));
        for spans in self.0.chunk_by(|(a, ..), (b, ..)| a == b) {
            let mut over = Some(NaiveDate::MIN);
            for (_, (from, until), place) in spans {
                if over.is_none_or(|over| *from < over) {
                    findings.push(problem, place.clone());
                }
                over = over.and_then(|over| Some(over.max((*until)?)));
            }
        }
    }
}

/// Names a span that ends before it begins.
fn reversed(list: &'static str, index: usize, (from, until): Span, findings: &mut Findings) {
    if until.is_some_and(|until| until <= from) {
        findings.push(&ClaimsProblem::RoutingReversed, Path::element(list, index, "until"));
    }
}
