//! `quantity.convert`, `product.record_name`.

use std::borrow::Cow;

use chrono::NaiveDate;
use vsys_core::base::{
    Answer, Boxes, Doses, MunicipalityCode, Path, Pieces, PrefectureCode, Refusal, Rounding, Text, Vials, assumption,
};
use vsys_core::rulebook::{Conversion, Convertible, NEEDLE, ProductKind, RuleBook, SYRINGE};

use super::common::refuse;
use crate::call::Call;
use crate::problem::WireProblem;
use crate::read::Positive;
use crate::record::record;

record! { request
    /// A quantity to convert: boxes, or doses that are rounded to boxes.
    struct ConvertRequest {
        /// The product's id in the product master.
        product: String,
        /// The Monday of the delivery week, which decides the pack.
        delivery_week: NaiveDate,
        /// Boxes (箱); exactly one of `boxes` and `doses`.
        boxes: Option<Boxes>,
        /// Doses (回分), rounded to boxes by `rounding`.
        doses: Option<Doses>,
        /// How doses are rounded to boxes.
        rounding: Rounding = Rounding::Ceil,
    }
}

record! { answer
    /// One quantity in every unit of the product.
    struct ConvertAnswer {
        /// Boxes (箱).
        boxes: Boxes,
        /// Doses (回分) that the boxes hold.
        doses: Doses,
        /// Doses in one box.
        doses_per_box: Positive,
        /// Pieces (本), of needles and syringes.
        pieces: Option<Pieces>,
        /// Vials (バイアル), of vaccine.
        vials: Option<Vials>,
    }
}

/// `quantity.convert`
pub(crate) struct Convert;

impl Call for Convert {
    type Request = ConvertRequest;
    type Answer = ConvertAnswer;

    fn run(book: &RuleBook, request: ConvertRequest) -> Result<Answer<ConvertAnswer>, Refusal> {
        let quantity = match (request.boxes, request.doses) {
            (Some(boxes), None) => Convertible::Boxes(boxes),
            (None, Some(doses)) => Convertible::Doses(doses, request.rounding),
            _ => return Err(refuse(&WireProblem::ExactlyOne { of: vec!["boxes", "doses"] }, "boxes")),
        };
        let converted = book.products().convert(&request.product, request.delivery_week, quantity)?;
        Ok(converted.map(|Conversion { boxes, doses, doses_per_box, pieces, vials }| ConvertAnswer {
            boxes,
            doses,
            doses_per_box: Positive(doses_per_box),
            pieces,
            vials,
        }))
    }
}

record! { request
    /// An allocation whose records are named.
    struct RecordNameRequest {
        /// The vaccine's id in the product master.
        product: String,
        /// The number of the cycle (クール).
        cycle: Positive,
        /// The municipality of the site; exactly one of `municipality` and `prefecture`.
        municipality: Option<MunicipalityCode>,
        /// The prefecture, for an allocation to a prefecture.
        prefecture: Option<PrefectureCode>,
        /// The name of the site (医療機関・接種会場名).
        site: Option<Text<100>>,
        /// The day at which the municipality code holds.
        date: NaiveDate,
        /// The needle's id in the product master.
        needle: Cow<'static, str> = Cow::Borrowed(NEEDLE),
        /// The syringe's id in the product master.
        syringe: Cow<'static, str> = Cow::Borrowed(SYRINGE),
    }
}

record! { answer
    /// The names of the three records (分配名).
    struct RecordNameAnswer {
        /// 針
        needle: String,
        /// シリンジ
        syringe: String,
        /// ワクチン
        vaccine: String,
    }
}

/// `product.record_name`
pub(crate) struct RecordName;

impl Call for RecordName {
    type Request = RecordNameRequest;
    type Answer = RecordNameAnswer;

    fn run(book: &RuleBook, request: RecordNameRequest) -> Result<Answer<RecordNameAnswer>, Refusal> {
        let label = |id: &str, kind: ProductKind, member: &'static str| {
            let product = book.products().product(id).map_err(|problem| refuse(&problem, member))?;
            if product.kind != kind {
                let problem = vsys_core::rulebook::RulebookProblem::ProductKind { expected: kind.as_str() };
                return Err(refuse(&problem, member));
            }
            Ok(product.label.clone())
        };
        let prefecture_name = |code: PrefectureCode| {
            book.prefectures().iter().find(|p| p.code == code).map(|p| p.name.clone()).unwrap_or_default()
        };
        let place = match (request.municipality, request.prefecture) {
            (Some(code), None) => {
                let found = book.municipalities().on(code, request.date);
                let municipality = found.map_err(|problem| refuse(&problem, "municipality"))?;
                format!("{}{}", prefecture_name(code.prefecture()), municipality.name)
            }
            (None, Some(code)) => prefecture_name(code),
            _ => {
                return Err(Refusal::new(
                    &WireProblem::ExactlyOne { of: vec!["municipality", "prefecture"] },
                    Path::from("municipality"),
                ));
            }
        };
        let name = |label: String| {
            let cycle = format!("{:02}クール", request.cycle.0);
            let site = request.site.as_ref().map(|site| format!("_{site}")).unwrap_or_default();
            format!("{label}_{cycle}_{place}{site}")
        };
        Ok(Answer::new(RecordNameAnswer {
            needle: name(label(&request.needle, ProductKind::Needle, "needle")?),
            syringe: name(label(&request.syringe, ProductKind::Syringe, "syringe")?),
            vaccine: name(label(&request.product, ProductKind::Vaccine, "product")?),
        })
        .assuming(assumption::RECORD_NAME))
    }
}
