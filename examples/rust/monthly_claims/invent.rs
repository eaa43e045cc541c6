//! Invented rows: a pure function of a seed and a number, with everything that real months have, and every kind of
//! fault that a row can have, about one row in two hundred each.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use vsys_core::base::{InstitutionCode, Lang, MunicipalityCode};
use vsys_core::calendar::Month;
use vsys_core::claims::{CouponKind, PostedHours, SheetHead, age_class, time_class};
use vsys_core::rows::Encoding;
use vsys_core::rulebook::{AgeClass, RuleBook, Service, TimeClass};

use crate::Stop;
use crate::columns::COLUMNS;
use crate::options::Options;

/// How many rows are invented when nothing is said.
pub(crate) const ROWS: u64 = 100_000;
/// The seed when nothing is said.
pub(crate) const SEED: u64 = 2021;
/// The hours of the invented clinic: it was closed over the new year.
pub(crate) const HOURS: &str = "月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00; 2021-12-29 休診; 2021-12-30 休診; \
                                2021-12-31 休診; 2022-01-01 休診; 2022-01-03 休診";
/// A code that is well formed and nobody's.
const NOBODY: &str = "131997";
/// Rows of a block.
const BLOCK: u64 = 1_000;

/// The month of claim when nothing is said.
pub(crate) fn month() -> Option<Month> {
    Month::try_new(2022, 1)
}

/// The head of the invented clinic; a telephone number is blank, as it may be.
pub(crate) fn head(municipality: Option<MunicipalityCode>) -> Option<SheetHead> {
    let mut head = SheetHead::new(municipality.or_else(|| "131032".parse().ok())?);
    head.institution = "1319900010".parse::<InstitutionCode>().ok().map(InstitutionCode::with_check_digit);
    head.name = "見本クリニック".parse().ok();
    head.address = "見本町1-1".parse().ok();
    head.representative = "架空 太郎".parse().ok();
    Some(head)
}

/// What is wrong with a row, each kind as often as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    MunicipalityDigit,
    MunicipalityUnknown,
    NumberShort,
    NumberWide,
    DateShape,
    DateOfClaim,
    DateBefore,
    AdditionBefore,
    ReturnedEarly,
    AgeDiffers,
    AgeMissing,
    BornLater,
    ClassDiffers,
    ClassMissing,
    Word,
    Dose,
    Width,
    Quote,
    Double,
}

const FAULTS: [Fault; 19] = [
    Fault::MunicipalityDigit,
    Fault::MunicipalityUnknown,
    Fault::NumberShort,
    Fault::NumberWide,
    Fault::DateShape,
    Fault::DateOfClaim,
    Fault::DateBefore,
    Fault::AdditionBefore,
    Fault::ReturnedEarly,
    Fault::AgeDiffers,
    Fault::AgeMissing,
    Fault::BornLater,
    Fault::ClassDiffers,
    Fault::ClassMissing,
    Fault::Word,
    Fault::Dose,
    Fault::Width,
    Fault::Quote,
    Fault::Double,
];

/// One row in so many has a fault of a kind.
const PER_FAULT: u64 = 200;

/// A row before it is written.
struct Line {
    number: Option<u64>,
    municipality: String,
    birth: Option<NaiveDate>,
    date: NaiveDate,
    time: Option<NaiveTime>,
    class: Option<TimeClass>,
    age: Option<AgeClass>,
    service: Service,
    dose: Option<u64>,
    coupon: CouponKind,
    returned: bool,
}

/// Rows that come block by block.
pub(crate) struct Invented<'b> {
    book: &'b RuleBook,
    seed: u64,
    next: u64,
    rows: u64,
    lang: Lang,
    encoding: Encoding,
    billing: Month,
    hours: PostedHours,
    own: MunicipalityCode,
    near: Vec<MunicipalityCode>,
    far: Vec<MunicipalityCode>,
}

impl<'b> Invented<'b> {
    pub(crate) fn new(book: &'b RuleBook, options: &Options, rows: u64) -> Result<Self, Stop> {
        let hours = crate::hours::read(HOURS, options.lang).map_err(Stop::Plain)?;
        let own = options.head.municipality;
        // Wards of designated cities are among them: a coupon names the ward, the city pays.
        let far: Vec<_> =
            book.municipalities().iter().filter(|town| town.until.is_none()).map(|town| town.code).collect();
        let near = far.iter().copied().filter(|code| code.prefecture() == own.prefecture()).collect();
        Ok(Self {
            book,
            seed: options.seed,
            next: 0,
            rows,
            lang: options.lang,
            encoding: options.encoding.unwrap_or(Encoding::Utf8),
            billing: options.month,
            hours: options.hours.clone().unwrap_or(hours),
            own,
            near,
            far,
        })
    }

    /// How many rows of how many are done.
    pub(crate) const fn done(&self) -> (u64, u64) {
        (self.next, self.rows)
    }

    /// The next rows, the header first; nothing at the end.
    pub(crate) fn block(&mut self) -> Vec<u8> {
        let mut text = String::new();
        if self.next == 0 {
            // A spreadsheet knows UTF-8 by its mark.
            text.push_str(if self.encoding == Encoding::Utf8 { "\u{feff}" } else { "" });
            let names: Vec<&str> = COLUMNS.iter().filter_map(|column| self.of_two(column.names)).collect();
            text.push_str(&names.join(","));
            text.push_str("\r\n");
        }
        let end = self.rows.min(self.next + BLOCK);
        for row in self.next..end {
            self.write(row, &mut text);
        }
        if end == self.next {
            return Vec::new();
        }
        self.next = end;
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Cp932 => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
        }
    }

    /// The English or the Japanese one of two.
    fn of_two(&self, names: &[&'static str]) -> Option<&'static str> {
        if self.lang == Lang::En { names.first().copied() } else { names.last().copied() }
    }

    /// A random number below a bound: a pure function of seed, row and what it is for (splitmix64).
    fn draw(&self, row: u64, what: u64, below: u64) -> u64 {
        let step = row.wrapping_mul(32).wrapping_add(what).wrapping_add(1);
        let mut z = self.seed.wrapping_add(step.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        ((z >> 32) * below) >> 32
    }

    fn fault(&self, row: u64) -> Option<Fault> {
        let drawn = usize::try_from(self.draw(row, 0, PER_FAULT)).ok()?;
        FAULTS.get(drawn).copied()
    }

    fn write(&self, row: u64, text: &mut String) {
        let fault = self.fault(row);
        let mut line = self.line(row);
        match fault {
            Some(Fault::MunicipalityUnknown) => line.municipality = NOBODY.to_owned(),
            Some(Fault::MunicipalityDigit) => {
                let digit = line.municipality.pop().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
                line.municipality.push_str(&((digit + 1) % 10).to_string());
            }
            Some(Fault::DateOfClaim) => self.put_off(&mut line, self.billing.day(5)),
            Some(Fault::DateBefore) => {
                self.put_off(&mut line, NaiveDate::from_ymd_opt(2021, 2, 16).unwrap_or_default())
            }
            Some(Fault::AdditionBefore) => {
                line.date = NaiveDate::from_ymd_opt(2021, 3, 28).unwrap_or_default();
                (line.class, line.age, line.returned) = (Some(TimeClass::Holiday), None, false);
                line.birth = NaiveDate::from_ymd_opt(1950, 1, 1);
            }
            Some(Fault::ReturnedEarly) => {
                self.put_off(&mut line, self.billing.previous().unwrap_or(self.billing).day(2));
                line.returned = true;
            }
            Some(Fault::AgeDiffers) => {
                line.age = Some(match line.birth.and_then(|birth| age_class(birth, line.date).ok()) {
                    Some((AgeClass::SixAndOver, _)) => AgeClass::UnderSix,
                    _ => AgeClass::SixAndOver,
                });
            }
            Some(Fault::AgeMissing) => (line.birth, line.age) = (None, None),
            Some(Fault::BornLater) => line.birth = line.date.succ_opt(),
            Some(Fault::ClassDiffers) => {
                let time = line.time.unwrap_or_default();
                line.time = Some(time);
                let class = self.class(line.date, time);
                line.class = Some(if class == TimeClass::Regular { TimeClass::OffHours } else { TimeClass::Regular });
            }
            Some(Fault::ClassMissing) => (line.time, line.class) = (None, None),
            Some(Fault::Dose) => line.dose = Some(8),
            Some(Fault::Double) if row > 0 => {
                // The same claim as a row some way above: a whole form that was entered twice.
                let earlier = row - 1 - self.draw(row, 1, row.min(5_000));
                line = self.line(earlier);
            }
            _ => {}
        }
        let mut cells = self.cells(&line);
        let mut change =
            |index: usize, text: String| cells.get_mut(index).into_iter().for_each(|cell| cell.clone_from(&text));
        match fault {
            Some(Fault::NumberShort) => change(0, (line.number.unwrap_or(0) % 1_000_000_000).to_string()),
            Some(Fault::NumberWide) => {
                let digits = format!("{:010}", line.number.unwrap_or(0));
                change(0, digits.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xFEE0)).collect());
            }
            Some(Fault::DateShape) => change(3, line.date.format("%Y/%-m/%-d").to_string()),
            Some(Fault::Word) => change(7, self.of_two(&["vaccinated", "接種済"]).unwrap_or_default().to_owned()),
            Some(Fault::Width) => change(10, ",".to_owned()),
            Some(Fault::Quote) => change(6, "6\"".to_owned()),
            _ => {}
        }
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }

    /// Another day, with the class of its time.
    fn put_off(&self, line: &mut Line, date: NaiveDate) {
        line.date = date;
        line.birth = NaiveDate::from_ymd_opt(1950, 1, 1);
        line.age = None;
        line.returned = false;
        line.class = Some(line.time.map_or(TimeClass::Regular, |time| self.class(date, time)));
    }

    /// A row without a fault.
    fn line(&self, row: u64) -> Line {
        let draw = |what, below| self.draw(row, what, below);
        let chosen = |towns: &[MunicipalityCode]| {
            let bound = u64::try_from(towns.len()).unwrap_or(0);
            usize::try_from(draw(2, bound)).ok().and_then(|index| towns.get(index)).copied().unwrap_or(self.own)
        };
        let municipality = match draw(3, 10) {
            0..6 => self.own,
            6..9 => chosen(&self.near),
            _ => chosen(&self.far),
        };
        let (date, returned) = self.date(row);
        let time = match draw(4, 20) {
            0..9 => minute(9 * 60 + draw(5, 180)),
            9..17 => minute(14 * 60 + draw(5, 240)),
            17 => minute(12 * 60 + draw(5, 120)),
            _ => minute(18 * 60 + draw(5, 120)),
        };
        let class = self.class(date, time);
        let birth = self.birth(row, date);
        let age = age_class(birth, date).map_or(AgeClass::SixAndOver, |(age, _)| age);
        let service = if draw(6, 25) == 0 { Service::ConsultationOnly } else { Service::Vaccination };
        let coupon = if draw(7, 33) == 0 { CouponKind::WithoutCoupon } else { CouponKind::WithCoupon };
        // Time and class, one of the two, and the same for the birth date and the class of age.
        let (told_time, told_class) = told(draw(8, 10));
        let (told_birth, told_age) = told(draw(9, 10));
        let numbered = coupon == CouponKind::WithCoupon || draw(10, 2) == 0;
        Line {
            number: numbered.then(|| number(self.seed, row)),
            municipality: municipality.to_string(),
            birth: told_birth.then_some(birth),
            date,
            time: told_time.then_some(time),
            class: told_class.then_some(class),
            age: told_age.then_some(age),
            service,
            dose: (service == Service::Vaccination || draw(11, 2) == 0).then(|| 1 + draw(12, 3)),
            coupon,
            returned,
        }
    }

    /// Most days lie in the month before the month of claim; some are late, some come back.
    fn date(&self, row: u64) -> (NaiveDate, bool) {
        let back = match self.draw(row, 13, 100) {
            0..3 => 2 + self.draw(row, 14, 8),
            3..5 => 2 + self.draw(row, 14, 2),
            _ => 1,
        };
        let returned = (3..5).contains(&self.draw(row, 13, 100));
        let month = (0..back).try_fold(self.billing, |month, _| month.previous()).unwrap_or(self.billing);
        let last = u64::from(month.last_day().day());
        let day = u32::try_from(1 + self.draw(row, 15, last)).unwrap_or(1);
        // Neither the additions nor the posted hours go back further.
        (month.day(day).max(NaiveDate::from_ymd_opt(2021, 4, 1).unwrap_or_default().min(self.billing.day(1))), returned)
    }

    /// Somebody of twelve and over, a small child, or a child on the eve of its sixth birthday.
    fn birth(&self, row: u64, date: NaiveDate) -> NaiveDate {
        let years_ago = |years: u64| {
            let months = u32::try_from(years * 12).unwrap_or(0);
            date.checked_sub_months(Months::new(months)).unwrap_or(date)
        };
        match self.draw(row, 16, 200) {
            0 => years_ago(6).succ_opt().unwrap_or(date),
            1..11 => before(years_ago(5), self.draw(row, 17, 300)),
            _ => before(years_ago(12 + self.draw(row, 18, 83)), self.draw(row, 17, 365)),
        }
    }

    fn class(&self, date: NaiveDate, time: NaiveTime) -> TimeClass {
        let judged = time_class(&self.hours, self.book.holidays(), date.and_time(time));
        judged.map_or(TimeClass::Regular, |judged| judged.value().class)
    }

    fn cells(&self, line: &Line) -> [String; 11] {
        let word = |en: &'static str, ja: &'static str| self.of_two(&[en, ja]).unwrap_or_default().to_owned();
        let term = |term: vsys_core::base::Term| word(term.en, term.ja);
        let coupon = match line.coupon {
            CouponKind::WithCoupon => word("with_coupon", "あり"),
            CouponKind::WithoutCoupon => word("without_coupon", "なし"),
        };
        [
            line.number.map(|number| format!("{number:010}")).unwrap_or_default(),
            line.municipality.clone(),
            line.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            line.date.to_string(),
            line.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
            line.class.map(|class| term(class.term())).unwrap_or_default(),
            line.age.map(|age| term(age.term())).unwrap_or_default(),
            term(line.service.term()),
            line.dose.map(|dose| dose.to_string()).unwrap_or_default(),
            coupon,
            if line.returned { word("yes", "返戻") } else { String::new() },
        ]
    }
}

/// Both are told in seven rows of ten, the first alone in two, the second alone in one.
const fn told(drawn: u64) -> (bool, bool) {
    match drawn {
        0..7 => (true, true),
        7..9 => (true, false),
        _ => (false, true),
    }
}

fn before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}

fn minute(minute: u64) -> NaiveTime {
    let seconds = u32::try_from(minute * 60).unwrap_or(0);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// A coupon number of its own for every row: a step that has no divisor in common with 10^10 meets each number once.
fn number(seed: u64, row: u64) -> u64 {
    let step = u128::from(row) * 7_777_777_777 + u128::from(seed);
    u64::try_from(step % 10_000_000_000).unwrap_or(0)
}
