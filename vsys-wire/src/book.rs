//! A caller's own tables, as JSON or TOML.

use chrono::NaiveDate;
use vsys_core::base::{Dated, Findings, IntoList, MunicipalityCode, Pack, Path, Refusal};
use vsys_core::calendar::Holidays;
use vsys_core::rulebook::{
    AgeBands, Municipalities, Municipality, MunicipalityKind, PackRecord, PlanNeedles, ProductKind, ProductMaster,
    RuleBook, RulebookProblem,
};

use crate::call::read;
use crate::read::{Amount, List, Positive};
use crate::record::record;

record! { request
    /// Tables of the caller's own; each replaces the bundled one as a whole.
    struct BookRequest {
        /// The product master.
        products: Option<List<ProductRequest, 10_000>>,
        /// The national holidays.
        holidays: Option<HolidaysRequest>,
        /// The municipalities.
        municipalities: Option<List<TownRequest, 10_000>>,
    }
}

record! { request
    /// A product's pack in a span of delivery weeks; without a pack it is named and not published.
    struct ProductRequest {
        /// The product's id.
        id: String,
        /// vaccine, needle or syringe.
        kind: ProductKind,
        /// The label that V-SYS prints.
        label: String,
        /// The first day.
        from: NaiveDate,
        /// The first day on which it no longer holds.
        until: Option<NaiveDate>,
        /// Vials in a box.
        vials_per_box: Option<Positive>,
        /// Doses drawn from a vial.
        doses_per_vial: Option<Positive>,
        /// Pieces in a box.
        pieces_per_box: Option<Positive>,
        /// How the plan screen fills in needles.
        plan_needles: Option<PlanNeedles>,
        /// Who says so.
        source: String,
    }
}

record! { request
    /// A table of holidays for whole years.
    struct HolidaysRequest {
        /// The first day it covers.
        from: NaiveDate,
        /// The first day it no longer covers.
        until: NaiveDate,
        /// The holidays.
        days: List<HolidayRequest, 10_000>,
    }
}

record! { request
    /// A holiday.
    struct HolidayRequest {
        /// The day.
        date: NaiveDate,
        /// Its name.
        name: String,
    }
}

record! { request
    /// A municipality with its population.
    struct TownRequest {
        /// Its code.
        code: MunicipalityCode,
        /// Its name.
        name: String,
        /// Municipality, special ward or ward.
        kind: MunicipalityKind,
        /// Of a ward: its city.
        parent: Option<MunicipalityCode>,
        /// The first day on which the code holds.
        from: NaiveDate,
        /// The first day on which it no longer holds.
        until: Option<NaiveDate>,
        /// Everybody.
        total: Amount,
        /// 0 to 4 years.
        age_0_4: Amount,
        /// 5 to 9 years.
        age_5_9: Amount,
        /// 10 to 14 years.
        age_10_14: Amount,
        /// 15 to 64 years.
        age_15_64: Amount,
        /// 65 years and more.
        age_65_plus: Amount,
    }
}

/// The bundled tables with those of a JSON document in their place: `products`, `holidays`,
/// `municipalities`, each as a whole.
///
/// # Errors
/// A [`Refusal`] with every finding of the document.
///
/// ```
/// let own = br#"{"products":[{"id":"next","kind":"vaccine","label":"NEXT","from":"2030-01-01",
///     "vials_per_box":5,"doses_per_vial":2,"source":"invented"}]}"#;
/// let book = vsys_wire::read_book(own)?;
/// let request = br#"{"product":"next","delivery_week":"2030-01-07","boxes":3}"#;
/// let answer = vsys_wire::dispatch(&book, "quantity.convert", request);
/// assert!(String::from_utf8_lossy(&answer).contains("\"doses\":30"));
/// assert!(vsys_wire::read_book(br#"{"products":[{"id":"next"}]}"#).is_err());
/// # Ok::<(), vsys_core::base::Refusal>(())
/// ```
pub fn read_book(json: &[u8]) -> Result<RuleBook, Refusal> {
    build(read(json)?)
}

/// The same from a TOML document.
///
/// # Errors
/// As [`read_book`], and `rulebook.toml.syntax`.
#[cfg(feature = "toml")]
pub fn read_book_toml(toml: &str) -> Result<RuleBook, Refusal> {
    let table: toml::Table =
        toml.parse().map_err(|_| Refusal::new(&crate::problem::WireProblem::Toml, Path::root()))?;
    read_book(&to_json(&toml::Value::Table(table)).to_bytes())
}

/// TOML's values as JSON's, so that one reader serves both.
#[cfg(feature = "toml")]
fn to_json(value: &toml::Value) -> crate::json::Json {
    use crate::json::Json;
    match value {
        toml::Value::String(text) => Json::text(text.as_str()),
        toml::Value::Integer(number) => {
            u64::try_from(*number).map_or(Json::Negative(number.unsigned_abs()), Json::Number)
        }
        toml::Value::Float(number) => Json::text(number.to_string()),
        toml::Value::Boolean(value) => Json::Bool(*value),
        toml::Value::Datetime(time) => Json::text(time.to_string()),
        toml::Value::Array(items) => Json::Array(items.iter().map(to_json).list()),
        toml::Value::Table(members) => {
            Json::object(members.iter().map(|(name, value)| (name.as_str(), to_json(value))))
        }
    }
}

fn build(request: BookRequest) -> Result<RuleBook, Refusal> {
    let mut book = RuleBook::bundled()?;
    let mut findings = Findings::new();
    if let Some(products) = request.products {
        match ProductMaster::try_new(
            products.0.into_iter().enumerate().filter_map(|(at, p)| product(at, p, &mut findings)).list(),
        ) {
            Ok(products) => book = book.with_products(products),
            Err(refusal) => findings.extend(refusal.findings().clone()),
        }
    }
    if let Some(holidays) = request.holidays {
        let days = holidays.days.0.into_iter().map(|day| (day.date, day.name)).list();
        book = book.with_holidays(Holidays::new(holidays.from, holidays.until, days));
    }
    if let Some(towns) = request.municipalities {
        let unions = book.municipalities().unions().to_vec();
        match Municipalities::try_new(towns.0.into_iter().map(town).list(), unions) {
            Ok(towns) => book = book.with_municipalities(towns),
            Err(refusal) => findings.extend(refusal.findings().clone()),
        }
    }
    if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(book) }
}

fn product(
    at: usize,
    product: ProductRequest,
    findings: &mut Findings,
) -> Option<(String, ProductKind, String, Dated<PackRecord>)> {
    let vaccine = product.kind == ProductKind::Vaccine;
    let pack = match (product.vials_per_box, product.doses_per_vial, product.pieces_per_box) {
        (None, None, None) => Some(None),
        (Some(vials), Some(doses), None) if vaccine => Pack::vaccine(vials.0, doses.0).ok().map(Some),
        (None, None, Some(pieces)) if !vaccine => Pack::of_pieces(pieces.0).ok().map(Some),
        _ => None,
    };
    let Some(pack) = pack else {
        findings.push(&RulebookProblem::PackForm, Path::new(["products".into(), at.into()]));
        return None;
    };
    let value = PackRecord { pack, plan_needles: product.plan_needles };
    let dated = Dated { value, from: product.from, until: product.until, source: product.source };
    Some((product.id, product.kind, product.label, dated))
}

fn town(town: TownRequest) -> Municipality {
    Municipality {
        code: town.code,
        name: town.name,
        kind: town.kind,
        parent: town.parent,
        from: town.from,
        until: town.until,
        population: AgeBands {
            total: town.total.0,
            from_0_to_4: town.age_0_4.0,
            from_5_to_9: town.age_5_9.0,
            from_10_to_14: town.age_10_14.0,
            from_15_to_64: town.age_15_64.0,
            from_65: town.age_65_plus.0,
        },
    }
}
