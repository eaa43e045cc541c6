//! Ages as the law counts them.

use chrono::{Datelike, Days, NaiveDate};

/// Whether an age holds on a day (年齢計算). An age is reached on the day before the birthday, so on
/// that eve both «N or more» and «under N» hold; whoever was born on 29 February reaches it on
/// 28 February. Source: 年齢計算ニ関する法律, 民法143条 (F-AGE); ruling age-under-six.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeTest {
    /// The day lies before the eve of the birthday.
    Under,
    /// The day is the eve: both readings hold.
    Eve,
    /// The birthday has come.
    Reached,
}

/// Where a day lies against the day on which an age is reached.
///
/// ```
/// use vsys_core::calendar::{AgeTest, age_test};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// assert_eq!(age_test(day("2016-04-02"), 6, day("2022-03-31")), AgeTest::Under);
/// assert_eq!(age_test(day("2016-04-02"), 6, day("2022-04-01")), AgeTest::Eve);
/// assert_eq!(age_test(day("2016-04-02"), 6, day("2022-04-02")), AgeTest::Reached);
/// assert_eq!(age_test(day("2016-02-29"), 6, day("2022-02-28")), AgeTest::Eve);
/// ```
pub fn age_test(birth: NaiveDate, years: u16, day: NaiveDate) -> AgeTest {
    let birthday = birthday(birth, years);
    if day >= birthday {
        AgeTest::Reached
    } else if day.checked_add_days(Days::new(1)) == Some(birthday) {
        AgeTest::Eve
    } else {
        AgeTest::Under
    }
}

/// The birthday on which somebody is so many years old; 1 March for 29 February in a common year.
fn birthday(birth: NaiveDate, years: u16) -> NaiveDate {
    let year = birth.year().saturating_add(i32::from(years));
    let in_year = birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1));
    in_year.unwrap_or(NaiveDate::MAX)
}
