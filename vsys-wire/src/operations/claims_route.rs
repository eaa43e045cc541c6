//! `claims.route`.

use chrono::NaiveDate;
use vsys_core::base::{Answer, Findings, MunicipalityCode, Path, Refusal, Text};
use vsys_core::claims::{
    Body, Delegation, JointArea as RouteUnion, Payee, PayeeKind, Route, RouteReason, RoutingTable, route,
};
use vsys_core::rulebook::RuleBook;

use crate::call::Call;
use crate::problem::WireProblem;
use crate::read::{List, Listed};
use crate::record::{named_words, record};

named_words! { PayeeKind, RouteReason }

record! { request
    /// A body that hands the claims for its own residents to 国保連; exactly one of `municipality` and `union`.
    struct RouteDelegation {
        /// The first day.
        from: NaiveDate,
        /// A municipality.
        municipality: Option<MunicipalityCode>,
        /// The id of a union.
        union: Option<Text<64>>,
        /// The first day on which it no longer holds.
        until: Option<NaiveDate>,
    }
}

/// The members of a union.
impl Listed for MunicipalityCode {
    const MOST: usize = 2_000;
}

record! { adopted request
    /// A union that counts as one municipality for claims; it takes the place of the tables' one of the same id.
    struct RouteUnion {
        /// The first day.
        from: NaiveDate,
        /// Its id.
        id: Text<64>,
        /// Its members; none where the tables' union shall not count.
        members: Vec<MunicipalityCode>,
        /// Its name.
        name: Text<64>,
        /// The first day on which it no longer holds.
        until: Option<NaiveDate>,
    }
}

record! { request
    /// An institution and the residents it vaccinated.
    struct RouteRequest {
        /// The day of vaccination (接種日).
        date: NaiveDate,
        /// Bodies that hand their own claims to 国保連.
        delegations: List<RouteDelegation, 2_000> = List::EMPTY,
        /// The code of the institution's municipality.
        institution: MunicipalityCode,
        /// The codes of the residents' municipalities.
        residents: List<MunicipalityCode, 10_000>,
        /// Unions beside those of the tables.
        unions: List<RouteUnion, 1_000> = List::EMPTY,
    }
}

record! { shown
    /// From whom a claim is paid (請求先).
    struct RoutePayee of payee: Payee {
        /// The code of the municipality or prefecture, or the id of the union.
        code: String,
        /// What kind of body it is.
        kind: PayeeKind,
        /// Its name.
        name: String,
    }
}

record! { shown
    /// Where the claim for a resident goes.
    struct RouteAnswer of route: Route {
        /// The municipality that the code stands for: of a ward its city.
        municipality: MunicipalityCode,
        /// From whom it is paid.
        payee: Payee,
        /// Why.
        reason: RouteReason,
        /// The code as given.
        resident: MunicipalityCode,
    }
}

record! { answer
    /// Where the claims go, in the order of the residents.
    struct RoutesAnswer {
        /// The routes.
        routes: Vec<Route>,
    }
}

/// `claims.route`
pub(crate) struct ClaimsRoute;

impl Call for ClaimsRoute {
    type Request = RouteRequest;
    type Answer = RoutesAnswer;

    fn run(book: &RuleBook, request: RouteRequest) -> Result<Answer<RoutesAnswer>, Refusal> {
        let mut findings = Findings::new();
        let mut delegations = Vec::with_capacity(request.delegations.0.len());
        for (index, RouteDelegation { from, municipality, union, until }) in
            request.delegations.0.into_iter().enumerate()
        {
            let body = match (municipality, union) {
                (Some(code), None) => Body::Municipality(code),
                (None, Some(id)) => Body::Union(id),
                _ => {
                    let problem = WireProblem::ExactlyOne { of: vec!["municipality", "union"] };
                    findings.push(&problem, Path::element("delegations", index, "municipality"));
                    continue;
                }
            };
            delegations.push(Delegation { body, from, until });
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        let table = RoutingTable::try_new(book, delegations, request.unions.0)?;
        let (routes, told) = route(book, &table, request.institution, &request.residents.0, request.date)?.split();
        Ok(told.with(RoutesAnswer { routes }))
    }
}
