//! Closing days and payment.

use chrono::{Datelike, Days, Weekday};
use vsys_core::calendar::{Holidays, Month};
use vsys_core::claims::{ClosedReason, claim_deadline};

use super::{BOOK, day, month, places};

/// Month of claim, closing day, day of payment; worked out by hand from the calendars of the two fiscal years.
/// Closed days on or after a 10th: 2021 4/10 Sat 11 Sun, 7/10 Sat 11 Sun, 10/10 Sun (スポーツの日 lay in July),
/// 2022 1/10 成人の日, 4/10 Sun, 7/10 Sun, 9/10 Sat 11 Sun, 10/10 スポーツの日, 12/10 Sat 11 Sun.
const TWO_YEARS: [(&str, &str, &str); 24] = [
    ("2021-04", "2021-04-12", "2021-06-30"),
    ("2021-05", "2021-05-10", "2021-07-31"),
    ("2021-06", "2021-06-10", "2021-08-31"),
    ("2021-07", "2021-07-12", "2021-09-30"),
    ("2021-08", "2021-08-10", "2021-10-31"),
    ("2021-09", "2021-09-10", "2021-11-30"),
    ("2021-10", "2021-10-11", "2021-12-31"),
    ("2021-11", "2021-11-10", "2022-01-31"),
    ("2021-12", "2021-12-10", "2022-02-28"),
    ("2022-01", "2022-01-11", "2022-03-31"),
    ("2022-02", "2022-02-10", "2022-04-30"),
    ("2022-03", "2022-03-10", "2022-05-31"),
    ("2022-04", "2022-04-11", "2022-06-30"),
    ("2022-05", "2022-05-10", "2022-07-31"),
    ("2022-06", "2022-06-10", "2022-08-31"),
    ("2022-07", "2022-07-11", "2022-09-30"),
    ("2022-08", "2022-08-10", "2022-10-31"),
    ("2022-09", "2022-09-12", "2022-11-30"),
    ("2022-10", "2022-10-11", "2022-12-31"),
    ("2022-11", "2022-11-10", "2023-01-31"),
    ("2022-12", "2022-12-12", "2023-02-28"),
    ("2023-01", "2023-01-10", "2023-03-31"),
    ("2023-02", "2023-02-10", "2023-04-30"),
    ("2023-03", "2023-03-10", "2023-05-31"),
];

#[test]
fn two_fiscal_years_close_and_pay_on_these_days() {
    for (billing, deadline, payment) in TWO_YEARS {
        let answer = claim_deadline(BOOK.tariff(), BOOK.holidays(), month(billing)).unwrap();
        let found = answer.value();
        assert_eq!((found.deadline, found.payment_by), (day(deadline), day(payment)), "{billing}");
        assert_eq!(found.closes.plus(1), Some(month(billing)));
        assert!(answer.findings().is_empty() && answer.assumptions().iter().next().is_none());
    }
    // 「2022年1/10〆切り」 is the name of the month of claim; its closing day is the 11th.
    let january = claim_deadline(BOOK.tariff(), BOOK.holidays(), month("2022-01")).unwrap().into_value();
    assert_eq!(january.nominal, day("2022-01-10"));
    let passed: Vec<_> = january.closed_days.iter().map(|d| (d.date, d.reason, d.holiday.as_deref())).collect();
    assert_eq!(passed, [(day("2022-01-10"), ClosedReason::NationalHoliday, Some("成人の日"))]);
}

#[test]
fn no_closing_day_of_the_programme_is_closed_or_before_the_10th() {
    let mut billing = month("2021-03");
    let mut count = 0;
    while let Ok(answer) = claim_deadline(BOOK.tariff(), BOOK.holidays(), billing) {
        let found = answer.value();
        let open = |date: chrono::NaiveDate| {
            !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && BOOK.holidays().on(date).unwrap().is_none()
        };
        assert_eq!(found.nominal.day(), 10);
        assert!(found.deadline >= found.nominal && open(found.deadline), "{billing}");
        let between: Vec<_> = found.nominal.iter_days().take_while(|date| *date < found.deadline).collect();
        assert!(between.iter().all(|date| !open(*date)), "{billing}: {between:?}");
        assert_eq!(found.closed_days.iter().map(|day| day.date).collect::<Vec<_>>(), between);
        assert_eq!(found.payment_by.checked_add_days(Days::new(1)), billing.plus(3).map(|month| month.day(1)));
        let closed = [("claims.vsys.closed", "/billing_month".to_owned())];
        assert_eq!(places(answer.findings()), if billing == month("2024-04") { &closed[..] } else { &[] });
        billing = billing.plus(1).unwrap();
        count += 1;
    }
    // 2021-03 to 2024-04; no claim before and none after.
    assert_eq!((billing, count), (month("2024-05"), 38));
    let code = |billing: Month| claim_deadline(BOOK.tariff(), BOOK.holidays(), billing).unwrap_err().code();
    assert_eq!([code(month("2021-02")), code(month("2024-05"))], ["claims.month.no_claims"; 2]);
}

#[test]
fn a_month_that_the_holidays_do_not_cover_has_no_closing_day() {
    let short = Holidays::new(day("2021-01-01"), day("2022-01-11"), vec![(day("2022-01-10"), "成人の日".to_owned())]);
    let refusal = claim_deadline(BOOK.tariff(), &short, month("2022-01")).unwrap_err();
    assert_eq!(places(refusal.findings()), [("calendar.holiday.outside_table", "/billing_month".to_owned())]);
    assert!(claim_deadline(BOOK.tariff(), &short, month("2021-12")).is_ok());
}
