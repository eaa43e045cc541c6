//! `claims.tariff`, `claims.diff`, `claims.price`.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use vsys_core::base::{
    Answer, Bilingual, Dated, Findings, Fraction, IntoList, Path, Personal, Refusal, Rounding, Yen, assumption,
    is_share,
};
use vsys_core::claims::{self as core, ClaimsProblem, PriceLine, age_class, amount, price, unit_price};
use vsys_core::rulebook::{AgeClass, RuleBook, Service, Tariff, TariffComponent, TimeClass};

use super::common::{in_range, refuse};
use crate::call::Call;
use crate::problem::WireProblem;
use crate::read::Count;
use crate::record::{named_words, record};

named_words! { Service, AgeClass, TimeClass, TariffComponent }

record! { request
    /// The day whose prices are asked for.
    struct TariffRequest {
        /// The day of vaccination (接種日).
        date: NaiveDate,
        /// The rate of the tax, such as "0.10"; absent = that of the day.
        tax_rate: Option<Decimal>,
    }
}

record! { answer
    /// A component of the prices (単価の構成).
    struct TariffComponentAnswer {
        /// Yen before tax.
        amount: Yen,
        /// Which component.
        component: TariffComponent,
        /// The first day on which it holds.
        from: NaiveDate,
        /// Its Japanese name.
        name: &'static str,
        /// Where it stands.
        source: String,
        /// The first day on which it no longer holds.
        until: Option<NaiveDate>,
    }
}

impl TariffComponentAnswer {
    fn new(component: TariffComponent, record: &Dated<Yen>) -> Self {
        Self {
            amount: record.value,
            component,
            from: record.from,
            name: component.ja(),
            source: record.source.clone(),
            until: record.until,
        }
    }
}

record! { answer
    /// A price as the new form prints it, where the print breaks the sum of the components (誤植).
    struct MisprintAnswer {
        /// The label as printed.
        label: String,
        /// The figure as printed.
        price: Yen,
        /// Where it is printed.
        source: String,
    }
}

record! { answer
    /// A line of the price list (単価表の行).
    struct TariffLineAnswer {
        /// 6歳未満 or 6歳以上.
        age: AgeClass,
        /// The label that the line should have.
        label: String,
        /// The misprint of the new form, where figure or label breaks the derived ones.
        misprint: Option<MisprintAnswer>,
        /// Yen before tax.
        price: Yen,
        /// Yen with tax, of one service.
        price_with_tax: Yen,
        /// 予診のみ or 接種.
        service: Service,
        /// 時間内, 時間外 or 休日.
        time: TimeClass,
    }
}

record! { answer
    /// The prices of a day.
    struct TariffAnswer {
        /// What the prices are made of.
        components: Vec<TariffComponentAnswer>,
        /// The lines in the order of the form; without those whose addition is not yet in force.
        lines: Vec<TariffLineAnswer>,
        /// The rate of the tax, as a fraction.
        tax_rate: Fraction,
    }
}

/// The rate of the tax: the caller's, or that of the day.
fn tax_rate(tariff: &Tariff, day: NaiveDate, given: Option<Decimal>) -> Result<Fraction, Refusal> {
    match given {
        Some(rate) if is_share(rate) => Fraction::of(rate).ok_or_else(|| refuse(&ClaimsProblem::TaxRate, "tax_rate")),
        Some(_) => Err(refuse(&ClaimsProblem::TaxRate, "tax_rate")),
        // Outside the programme the price itself is refused first.
        None => Ok(tariff.tax(day).map_or(Fraction::whole(0), |record| record.value)),
    }
}

/// `claims.tariff`
pub(crate) struct ClaimsTariff;

impl Call for ClaimsTariff {
    type Request = TariffRequest;
    type Answer = TariffAnswer;

    fn run(book: &RuleBook, request: TariffRequest) -> Result<Answer<TariffAnswer>, Refusal> {
        let tariff = book.tariff();
        let rate = tax_rate(tariff, request.date, request.tax_rate)?;
        let mut lines = Vec::with_capacity(12);
        let mut misprinted = false;
        for line in PriceLine::all() {
            let price = match unit_price(tariff, line, request.date) {
                Ok(price) => price.price,
                Err(ClaimsProblem::NotInForce { .. }) => continue,
                Err(problem) => return Err(refuse(&problem, "date")),
            };
            let label = format!("{}({})", line.age.ja(), line.time.ja());
            let printed = tariff.printed().iter().find(|printed| {
                (printed.service, printed.age, printed.time) == (line.service, line.age, line.time)
                    && (printed.price != price || printed.label != label)
            });
            misprinted |= printed.is_some();
            let (price_with_tax, _) = in_range(amount(1, price, rate, Rounding::Floor), "tax_rate")?;
            lines.push(TariffLineAnswer {
                age: line.age,
                label,
                misprint: printed.map(|printed| MisprintAnswer {
                    label: printed.label.clone(),
                    price: printed.price,
                    source: printed.source.clone(),
                }),
                price,
                price_with_tax,
                service: line.service,
                time: line.time,
            });
        }
        let components = TariffComponent::ALL.into_iter().filter_map(|component| {
            tariff.component(component, request.date).map(|record| TariffComponentAnswer::new(component, record))
        });
        let answer = Answer::new(TariffAnswer { components: components.list(), lines, tax_rate: rate });
        Ok(if misprinted { answer.assuming(assumption::TARIFF) } else { answer })
    }
}

record! { request
    /// Two days.
    struct TariffDiffRequest {
        /// The earlier day.
        from_date: NaiveDate,
        /// The later day.
        to_date: NaiveDate,
    }
}

record! { answer
    /// A change of the tariff.
    struct TariffChangeAnswer {
        /// What held before, in yen or as a fraction; absent where nothing did.
        before: Option<String>,
        /// What holds after; absent where nothing does.
        after: Option<String>,
        /// The component; absent for the tax.
        component: Option<TariffComponent>,
        /// The first day of the change.
        day: NaiveDate,
        /// Where what holds after stands; of an end, where it says so.
        source: String,
        /// The change in words.
        text: Bilingual,
    }
}

record! { answer
    /// What changes between two days.
    struct TariffDiffAnswer {
        /// The changes by day, then component, the tax last.
        changes: Vec<TariffChangeAnswer>,
    }
}

/// `claims.diff`
pub(crate) struct ClaimsDiff;

impl Call for ClaimsDiff {
    type Request = TariffDiffRequest;
    type Answer = TariffDiffAnswer;

    fn run(book: &RuleBook, request: TariffDiffRequest) -> Result<Answer<TariffDiffAnswer>, Refusal> {
        if request.to_date < request.from_date {
            return Err(refuse(&ClaimsProblem::DaysReversed, "to_date"));
        }
        let tariff = book.tariff();
        let mut changes = Vec::new();
        for day in tariff.changes().into_iter().filter(|day| request.from_date < *day && *day <= request.to_date) {
            let eve = day.pred_opt().unwrap_or(day);
            for component in TariffComponent::ALL {
                let on = |day| tariff.component(component, day).map(|r| (r.value.to_string(), r.source.clone()));
                changes.extend(change(Some(component), day, on(eve), on(day)));
            }
            let on = |day| tariff.tax(day).map(|r| (r.value.to_string(), r.source.clone()));
            changes.extend(change(None, day, on(eve), on(day)));
        }
        Ok(Answer::new(TariffDiffAnswer { changes }))
    }
}

/// A change in words, where there is one.
fn change(
    component: Option<TariffComponent>,
    day: NaiveDate,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
) -> Option<TariffChangeAnswer> {
    if before.as_ref().map(|(value, _)| value) == after.as_ref().map(|(value, _)| value) {
        return None;
    }
    let name = component.map_or(vsys_core::base::Term::new("tax", "消費税率"), TariffComponent::term);
    let (yen, ja_yen) = if component.is_some() { (" yen", "円") } else { ("", "") };
    let (en, ja) = match (&before, &after) {
        (Some((before, _)), Some((after, _))) => (
            format!("{name} changes from {before}{yen} to {after}{yen} on {day}"),
            format!("{day} から{name:#}が {before}{ja_yen} から {after}{ja_yen} に変わる"),
        ),
        (None, Some((after, _))) => (
            format!("{name} begins with {after}{yen} on {day}"),
            format!("{day} から{name:#}（{after}{ja_yen}）が適用される"),
        ),
        _ => (format!("{name} is no longer paid from {day} on"), format!("{day} から{name:#}は適用されない")),
    };
    let source = after.as_ref().or(before.as_ref()).map(|(_, source)| source.clone()).unwrap_or_default();
    let value = |side: Option<(String, String)>| side.map(|(value, _)| value);
    Some(TariffChangeAnswer {
        after: value(after),
        before: value(before),
        component,
        day,
        source,
        text: Bilingual { en, ja },
    })
}

record! { request
    /// A number of services of one kind.
    struct PriceRequest {
        /// The class of age; exactly one of `age` and `birth_date`.
        age: Option<AgeClass>,
        /// The date of birth (生年月日), from which the class of age follows.
        birth_date: Option<Personal<NaiveDate>>,
        /// How many (件数).
        count: Count = Count(1),
        /// The day of vaccination (接種日).
        date: NaiveDate,
        /// Where a fraction of a yen arises, how it is rounded; once per line, never per dose.
        rounding: Rounding = Rounding::Floor,
        /// 予診のみ or 接種.
        service: Service,
        /// The rate of the tax, such as "0.10"; absent = that of the day.
        tax_rate: Option<Decimal>,
        /// 時間内, 時間外 or 休日.
        time: TimeClass = TimeClass::Regular,
    }
}

record! { answer
    /// What the services cost.
    struct PriceAnswer {
        /// The class of age.
        age: AgeClass,
        /// With tax, rounded once (請求金額, 税込).
        amount: Yen,
        /// What the price is made of.
        components: Vec<TariffComponentAnswer>,
        /// How many.
        count: Count,
        /// Before tax.
        net: Yen,
        /// The price of one, before tax (単価).
        price: Yen,
        /// The rate of the tax, as a fraction.
        tax_rate: Fraction,
    }
}

/// `claims.price`
pub(crate) struct ClaimsPrice;

impl Call for ClaimsPrice {
    type Request = PriceRequest;
    type Answer = PriceAnswer;

    fn run(book: &RuleBook, request: PriceRequest) -> Result<Answer<PriceAnswer>, Refusal> {
        let mut findings = Findings::new();
        let (age, eve) = match (request.age, &request.birth_date) {
            (Some(age), None) => (age, None),
            (None, Some(birth)) => age_class(*birth.reveal(), request.date).unwrap_or_else(|problem| {
                findings.push(&problem, Path::from("birth_date"));
                (AgeClass::SixAndOver, None)
            }),
            _ => {
                findings.push(&WireProblem::ExactlyOne { of: vec!["age", "birth_date"] }, Path::from("age"));
                (AgeClass::SixAndOver, None)
            }
        };
        let asked = request.tax_rate.map(|rate| Fraction::of(rate).unwrap_or(Fraction::whole(u64::MAX)));
        let line = PriceLine { service: request.service, age, time: request.time };
        let priced = price(
            book.tariff(),
            &core::PriceRequest {
                line,
                date: request.date,
                count: u32::try_from(request.count.0).unwrap_or(u32::MAX),
                tax_rate: asked,
                rounding: request.rounding,
            },
        );
        let priced = match priced {
            Err(refusal) => return Err(refusal.finding(findings)),
            Ok(_) if findings.has_errors() => return Err(Refusal::of(findings)),
            Ok(priced) => priced,
        };
        let components = line.components().filter_map(|component| {
            book.tariff().component(component, request.date).map(|r| TariffComponentAnswer::new(component, r))
        });
        let answer = priced.map(|priced| PriceAnswer {
            age,
            amount: priced.amount,
            components: components.list(),
            count: request.count,
            net: priced.net,
            price: priced.price,
            tax_rate: priced.tax_rate,
        });
        Ok(eve.into_iter().fold(answer, Answer::assuming))
    }
}
