//! What is written in the boxes of a form: ten digits, or a day. Eight bytes are looked at at once.

use std::num::NonZero;

use chrono::NaiveDate;

/// Of each month its days in a common year, and the days before it.
const MONTHS: [(u8, u16); 13] = [
    (0, 0),
    (31, 0),
    (28, 31),
    (31, 59),
    (30, 90),
    (31, 120),
    (30, 151),
    (31, 181),
    (31, 212),
    (30, 243),
    (31, 273),
    (30, 304),
    (31, 334),
];

/// Whether a text is ten digits.
pub(super) fn is_coupon(text: &[u8]) -> bool {
    let Some((start, &[i, j])) = text.split_first_chunk() else {
        return false;
    };
    DIGITS.read(*start).is_some() && i.is_ascii_digit() && j.is_ascii_digit()
}

/// A day that is written `YYYY-MM-DD`, of the years 0000 to 9999 (日付).
#[derive(Clone, Copy)]
pub(super) struct WrittenDay {
    year: u16,
    month: u8,
    // Not zero, so that a day that may be none is no larger.
    day: NonZero<u8>,
    number: i32,
}

impl WrittenDay {
    /// Nothing unless the text has this form and the day is one of the calendar.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        let (start, &[tens, ones]) = text.split_first_chunk()? else {
            return None;
        };
        let digits = YEAR_AND_MONTH.read(*start)?;
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return None;
        }
        // The number that each digit makes with the next; each is below 100, so none runs over.
        let [century, _, of_century, _, _, month, ..] = digits.wrapping_mul(10).wrapping_add(digits >> 8).to_le_bytes();
        let day = NonZero::new((tens & 15) * 10 + (ones & 15))?;
        let leap = (if of_century == 0 { century } else { of_century }) & 3 == 0;
        let &(days, before) = MONTHS.get(usize::from(month))?;
        let days = if leap && month == 2 { 29 } else { days };
        if day.get() > days {
            return None;
        }
        let year = u16::from(century) * 100 + u16::from(of_century);
        let in_year = before + u16::from(leap && month > 2) + u16::from(day.get());
        Some(Self { year, month, day, number: days_before(year) + i32::from(in_year) })
    }

    /// The year.
    pub(super) fn year(self) -> i32 {
        self.year.into()
    }

    /// The days up to it, where 0001-01-01 is the first: chrono's count, without its tables.
    pub(super) fn number(self) -> i32 {
        self.number
    }

    /// The days from this day to another.
    pub(super) fn days_until(self, other: Self) -> i64 {
        i64::from(other.number) - i64::from(self.number)
    }

    /// The same for the calendar.
    pub(super) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.into(), self.month.into(), self.day.get().into())
    }
}

/// The days from 0001-01-01 to the first of a year.
#[inline]
fn days_before(year: u16) -> i32 {
    // Counted from four centuries earlier, so that the year 0 is not negative.
    let years = u32::from(year) + 399;
    let leap_days = years / 4 - years / 100 + years / 400;
    (years * 365 + leap_days).cast_signed() - 146_097
}

/// What eight bytes may be.
struct Pattern {
    least: u64,
    room: u64,
}

/// Eight digits.
const DIGITS: Pattern = Pattern::new(*b"00000000", *b"99999999");

/// Year, month and the hyphens behind them.
const YEAR_AND_MONTH: Pattern = Pattern::new(*b"0000-00-", *b"9999-99-");

impl Pattern {
    /// Of bytes that differ from the least only in their lower bits, up to the most.
    const fn new(least: [u8; 8], most: [u8; 8]) -> Self {
        let least = u64::from_le_bytes(least);
        // What each byte may differ in, taken from the largest number without the highest bit.
        let room = 0x7F7F_7F7F_7F7F_7F7F - (u64::from_le_bytes(most) ^ least);
        Self { least, room }
    }

    /// What eight bytes differ in from the least, the first in the lowest byte; nothing when one is not what it may be.
    #[inline]
    fn read(&self, bytes: [u8; 8]) -> Option<u64> {
        let differences = u64::from_le_bytes(bytes) ^ self.least;
        // A byte reaches its highest bit by this sum when it is more than it may be, and a byte that runs over into
        // the next has that bit already.
        let beyond = (differences | differences.wrapping_add(self.room)) & 0x8080_8080_8080_8080;
        (beyond == 0).then_some(differences)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn every_day_of_the_calendar_and_no_other() {
        for year in 0..=9999_u16 {
            for month in 0..=13_u8 {
                for day in 0..=32_u8 {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    let expected = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
                    let read = WrittenDay::read(text.as_bytes());
                    assert_eq!(read.and_then(WrittenDay::date), expected, "{text}");
                    assert_eq!(read.map(WrittenDay::number), expected.map(|day| day.num_days_from_ce()), "{text}");
                }
            }
        }
    }

    /// Every byte in every place, alone and beside another wrong one.
    #[test]
    fn digits_and_hyphens_only() {
        let (day, coupon) = (*b"2022-12-07", *b"1061403573");
        for place in 0..10 {
            for byte in 0..=u8::MAX {
                for other in [None, Some((place + 1) % 10)] {
                    let (mut day, mut coupon) = (day, coupon);
                    day[place] = byte;
                    coupon[place] = byte;
                    if let Some(other) = other {
                        day[other] = 0xFF;
                        coupon[other] = 0xFF;
                    }
                    let fits = |byte: u8, hyphen: bool| if hyphen { byte == b'-' } else { byte.is_ascii_digit() };
                    let plain = day.iter().enumerate().all(|(at, byte)| fits(*byte, at == 4 || at == 7));
                    let text = str::from_utf8(&day).ok().filter(|_| plain);
                    let expected = text.and_then(|text| text.parse::<NaiveDate>().ok());
                    assert_eq!(WrittenDay::read(&day).and_then(WrittenDay::date), expected, "{day:?}");
                    assert_eq!(is_coupon(&coupon), coupon.iter().all(u8::is_ascii_digit), "{coupon:?}");
                }
            }
        }
    }

    #[test]
    fn other_lengths_are_refused() {
        for text in ["", "2022-12-7", "2022-12-070", "+2022-12-07", "２０２２-１２-０７"] {
            assert!(WrittenDay::read(text.as_bytes()).is_none(), "{text}");
        }
        for text in ["", "106140357", "10614035730", "１０６１４０３５７３"] {
            assert!(!is_coupon(text.as_bytes()), "{text}");
        }
    }
}
