//! Single questions: prices, codes, closing days, classes of time.

use vsys_core::base::{
    BaseProblem, InstitutionCode, InstitutionKind, MunicipalityCode, Path, Quantity, Rounding, Segment, Term,
    assumption,
};
use vsys_core::calendar::Month;
use vsys_core::claims::{HoursSpan, PostedHours, PriceLine, amount, claim_deadline, time_class, unit_price};
use vsys_core::rulebook::{AgeClass, RuleBook};

use super::layout::{Deadline, Digits, Hours, Institution, Long, Municipality, Price, Text, Time, Whole};
use super::problem::CobolProblem;
use super::read::Reader;
use super::told::Stop;

/// Words that mean the same as a class of age.
pub(super) const AGES: [(&str, AgeClass); 2] = [("６歳未満", AgeClass::UnderSix), ("６歳以上", AgeClass::SixAndOver)];

/// The kinds of an institution's number.
pub(super) const KINDS: [(Term, InstitutionKind); 3] = [
    (Term::new("insurance", "保険医療機関"), InstitutionKind::Insurance),
    (Term::new("similar", "類似コード"), InstitutionKind::Similar),
    (Term::new("care", "介護保険事業所"), InstitutionKind::Care),
];

/// The most cases of one line.
const MOST_CASES: u32 = i32::MAX.cast_unsigned();

/// The price of a line and the amount of some cases, rounded down once.
pub(super) fn price(book: &RuleBook, record: &Price, reader: &mut Reader<'_>) -> Result<Price, Stop> {
    let date = reader.needed_date(record.date, "date");
    let service = reader.needed_word(&record.service, &[], "service");
    let age = reader.needed_word(&record.age, &AGES, "age");
    let time = reader.needed_word(&record.time, &[], "time");
    let count = reader.whole(record.count, 0, MOST_CASES, "count");
    let (Some(date), Some(service), Some(age), Some(time), Some(count)) = (date, service, age, time, count) else {
        return Err(Stop::Refused);
    };
    let line = PriceLine { service, age, time };
    let unit = unit_price(book.tariff(), line, date).map_err(|problem| reader.refuse(&problem, "date"))?.price;
    let outside = || BaseProblem::Internal { what: "a price without its tax" };
    let rate = book.tariff().tax(date).ok_or_else(|| reader.refuse(&outside(), "date"))?.value;
    let (amount, rounded) =
        amount(count.into(), unit, rate, Rounding::Floor).map_err(|problem| reader.refuse(&problem, "count"))?;
    if rounded {
        reader.told.assumptions.add(assumption::ROUNDING);
    }
    Ok(Price { unit: Whole::count(unit.number()), amount: Long::of(amount.number()), ..*record })
}

/// The name of a municipality, and who pays for its residents.
pub(super) fn municipality(
    book: &RuleBook,
    record: &Municipality,
    reader: &mut Reader<'_>,
) -> Result<Municipality, Stop> {
    let code: Option<MunicipalityCode> = reader.needed(&record.code, "code");
    let date = reader.needed_date(record.date, "date");
    let (Some(code), Some(date)) = (code, date) else {
        return Err(Stop::Refused);
    };
    let own = book.municipalities().on(code, date).map_err(|problem| reader.refuse(&problem, "code"))?;
    let payer = book.municipalities().resolve(code, date).map_err(|problem| reader.refuse(&problem, "code"))?;
    Ok(Municipality {
        name: Text::of(&own.name, reader.encoding),
        payer: Text::of(&payer.code.to_string(), reader.encoding),
        payer_name: Text::of(&payer.name, reader.encoding),
        ..*record
    })
}

/// The form of an institution's number and its check digit.
pub(super) fn institution(record: &Institution, reader: &mut Reader<'_>) -> Result<(), Stop> {
    let code: Option<InstitutionCode> = reader.needed(&record.code, "code");
    let kind = kind(&record.kind, reader, "kind");
    let (Some(code), Some(kind)) = (code, kind) else {
        return Err(Stop::Refused);
    };
    if let Err(problem) = code.check(kind) {
        reader.push(&problem, "code");
    }
    Ok(())
}

/// The kind of an institution's number: of an insurance institution where it is blank.
pub(super) fn kind(item: &Text<24>, reader: &mut Reader<'_>, member: &'static str) -> Option<InstitutionKind> {
    if Reader::filled(&item.0) { reader.one_of(item, &KINDS, &[], member) } else { Some(InstitutionKind::Insurance) }
}

/// When the claims of a month close, and when they are paid.
pub(super) fn deadline(book: &RuleBook, record: &Deadline, reader: &mut Reader<'_>) -> Result<Deadline, Stop> {
    let month = reader.needed_month(record.billing_month, "billing_month").ok_or(Stop::Refused)?;
    let answer = claim_deadline(book.tariff(), book.holidays(), month).map_err(|r| reader.told.refused(&r))?;
    let (found, findings, assumptions) = answer.into_parts();
    reader.told.findings.extend(findings);
    reader.told.assumptions.extend(&assumptions);
    let day = |day: chrono::NaiveDate| Digits::of(&day.format("%Y%m%d").to_string());
    Ok(Deadline {
        closes: month_digits(found.closes),
        nominal: day(found.nominal),
        deadline: day(found.deadline),
        payment_by: day(found.payment_by),
        ..*record
    })
}

/// The digits of a month.
pub(super) fn month_digits(month: Month) -> Digits<6> {
    Digits::of(&format!("{:04}{:02}", month.year(), month.month()))
}

/// 時間内, 時間外 or 休日 with the reason.
pub(super) fn time(book: &RuleBook, hours: &Hours, record: &Time, reader: &mut Reader<'_>) -> Result<Time, Stop> {
    let hours = posted_hours(hours, reader);
    let date = reader.needed_date(record.date, "date");
    if !Reader::filled(&record.time.0) {
        reader.push(&CobolProblem::Blank, "time");
    }
    let time = reader.time(record.time, "time");
    let (Some(hours), Some(date), Some(time)) = (hours, date, time) else {
        return Err(Stop::Refused);
    };
    let judged = time_class(&hours, book.holidays(), date.and_time(time));
    let (judged, findings, assumptions) = judged.map_err(|problem| reader.refuse(&problem, "date"))?.into_parts();
    reader.told.findings.extend(findings);
    reader.told.assumptions.extend(&assumptions);
    Ok(Time {
        class: Text::of(judged.class.ja(), reader.encoding),
        reason: Text::of(&judged.text().ja, reader.encoding),
        ..*record
    })
}

/// The posted hours; spans and exceptions that are blank are none.
pub(super) fn posted_hours(record: &Hours, reader: &mut Reader<'_>) -> Option<PostedHours> {
    let before = reader.told.findings.total();
    let mut week: [Vec<HoursSpan>; 7] = Default::default();
    for (index, (spans, day)) in week.iter_mut().zip(&record.week).enumerate() {
        *spans = read_spans(day.spans.map(|span| [span.from, span.until]), "week", index, reader);
    }
    let (mut exceptions, mut places) = (Vec::new(), Vec::new());
    for (index, exception) in record.exceptions.iter().enumerate() {
        let spans = exception.spans.map(|span| [span.from, span.until]);
        let spans = read_spans(spans, "exceptions", index, reader);
        reader.within = Path::from("exceptions").join(index);
        let absent = !Reader::filled(&exception.date.0) || exception.date.0 == *b"00000000";
        if absent && spans.is_empty() {
            continue;
        }
        if let Some(date) = reader.needed_date(exception.date, "date") {
            exceptions.push((date, spans));
            places.push(index);
        }
    }
    reader.within = Path::root();
    let made = PostedHours::try_new(week, exceptions);
    // Exceptions that are blank were not passed on.
    let place = |path: &Path| match path.segments() {
        [Segment::Key(key), Segment::Index(index), rest @ ..] if key == "exceptions" => {
            let index = places.get(*index).copied().unwrap_or(*index);
            Path::new([Segment::from("exceptions"), index.into()].into_iter().chain(rest.iter().cloned()))
        }
        _ => path.clone(),
    };
    let made = made.map_err(|refusal| drop(reader.told.refused(&refusal.moved(place)))).ok();
    made.filter(|_| reader.told.findings.total() == before)
}

/// The spans of a day.
fn read_spans(items: [[Text<4>; 2]; 3], table: &'static str, index: usize, reader: &mut Reader<'_>) -> Vec<HoursSpan> {
    let mut spans = Vec::new();
    for (number, [from, until]) in items.into_iter().enumerate() {
        reader.within = Path::from(table).join(index).join("spans").join(number);
        if Reader::filled(&from.0) != Reader::filled(&until.0) {
            reader.push(&CobolProblem::SpanOpen, if Reader::filled(&from.0) { "until" } else { "from" });
        }
        // The end of a day is written 2400 as well.
        let until = if until.0 == *b"2400" { Text(*b"0000") } else { until };
        let (from, until) = (reader.time(from, "from"), reader.time(until, "until"));
        spans.extend(from.zip(until).map(|(from, until)| HoursSpan { from, until }));
    }
    reader.within = Path::root();
    spans
}
