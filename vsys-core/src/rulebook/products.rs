//! The product master.

use chrono::NaiveDate;

use super::plan_needles::PlanNeedles;
use super::problem::RulebookProblem;
use super::table::{Row, Table, table};
use crate::base::{Dated, Findings, IntoList, Pack, Path, Refusal, Series, SortedMap};

/// What kind of product it is (品目).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProductKind {
    /// ワクチン
    Vaccine,
    /// 針
    Needle,
    /// シリンジ
    Syringe,
}

impl ProductKind {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vaccine => "vaccine",
            Self::Needle => "needle",
            Self::Syringe => "syringe",
        }
    }
}

/// What held of a product in a span of delivery weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRecord {
    /// The pack; absent where it is not published.
    pub pack: Option<Pack>,
    /// How the plan screen fills in needles; absent where not published.
    pub plan_needles: Option<PlanNeedles>,
}

/// A product (ワクチン・針・シリンジ) and its packs through time. Source: PRD-1, PRD-7; F-PACK.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its id in the master.
    pub id: String,
    /// What kind of product it is.
    pub kind: ProductKind,
    /// Its label as V-SYS prints it (表示名): ファイザー, 針(100本).
    pub label: String,
    /// Its packs through time, by delivery week.
    pub records: Series<PackRecord>,
}

/// The product master (ワクチン・針・シリンジマスタ): which pack holds is decided by the delivery week.
/// Source: ruling product-packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductMaster(Vec<Product>);

impl ProductMaster {
    /// A master of one's own.
    ///
    /// # Errors
    /// A refusal that names every product whose records overlap or end before they begin.
    pub fn try_new(
        records: impl IntoIterator<Item = (String, ProductKind, String, Dated<PackRecord>)>,
    ) -> Result<Self, Refusal> {
        let mut grouped: SortedMap<String, (ProductKind, String, Vec<Dated<PackRecord>>)> = SortedMap::new();
        for (id, kind, label, record) in records {
            grouped.entry(id, || (kind, label, Vec::new())).2.push(record);
        }
        let mut findings = Findings::new();
        let mut products = Vec::with_capacity(grouped.len());
        for (id, (kind, label, records)) in grouped.into_entries() {
            match Series::try_new(records) {
                Ok(records) => products.push(Product { id, kind, label, records }),
                Err(_) => findings.push(&RulebookProblem::ProductOverlap { product: id }, Path::from("products")),
            }
        }
        if findings.has_errors() { Err(Refusal::of(findings)) } else { Ok(Self(products)) }
    }

    /// A product by its id.
    ///
    /// # Errors
    /// [`RulebookProblem::ProductUnknown`] with the known ids.
    pub fn product(&self, id: &str) -> Result<&Product, RulebookProblem> {
        let place = self.0.binary_search_by(|product| product.id.as_str().cmp(id)).ok();
        place.and_then(|place| self.0.get(place)).ok_or_else(|| RulebookProblem::ProductUnknown {
            known: self.0.iter().map(|product| product.id.clone()).list(),
        })
    }

    /// What holds of a product in a delivery week.
    ///
    /// # Errors
    /// [`RulebookProblem::ProductUnknown`], [`RulebookProblem::PackOutside`].
    pub fn record(&self, id: &str, delivery_week: NaiveDate) -> Result<&Dated<PackRecord>, RulebookProblem> {
        let product = self.product(id)?;
        product.records.on(delivery_week).ok_or_else(|| RulebookProblem::PackOutside {
            product: id.to_owned(),
            from: product.records.records().first().map_or(delivery_week, |record| record.from),
        })
    }

    /// The pack of a product in a delivery week.
    ///
    /// # Errors
    /// As [`ProductMaster::record`], and [`RulebookProblem::PackNotPublished`].
    pub fn pack(&self, id: &str, delivery_week: NaiveDate) -> Result<Pack, RulebookProblem> {
        let record = self.record(id, delivery_week)?;
        record.value.pack.ok_or_else(|| RulebookProblem::PackNotPublished { product: id.to_owned() })
    }

    /// Every product in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Product> {
        self.0.iter()
    }
}

const TABLE: Table =
    table!("products", "id kind label from until vials_per_box doses_per_vial pieces_per_box plan_needles source");

const KINDS: [(&str, ProductKind); 3] =
    [("vaccine", ProductKind::Vaccine), ("needle", ProductKind::Needle), ("syringe", ProductKind::Syringe)];

pub(super) fn bundled() -> Result<ProductMaster, Refusal> {
    let records = TABLE.read(|row| {
        let value = PackRecord { pack: pack(&row)?, plan_needles: row.optional(8, Row::parse)? };
        let record = Dated { value, from: row.date(3)?, until: row.optional(4, Row::date)?, source: row.string(9) };
        Some((row.string(0), row.word(1, &KINDS)?, row.string(2), record))
    })?;
    ProductMaster::try_new(records)
}

/// The pack of a row: vials and doses, or pieces, or nothing where it is not published.
fn pack(row: &Row<'_>) -> Option<Option<Pack>> {
    let number = |column| row.optional(column, Row::parse);
    match (number(5)?, number(6)?, number(7)?) {
        (None, None, None) => Some(None),
        (Some(vials), Some(doses), None) => Pack::vaccine(vials, doses).ok().map(Some),
        (None, None, Some(pieces)) => Pack::of_pieces(pieces).ok().map(Some),
        _ => None,
    }
}
