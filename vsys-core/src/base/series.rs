//! Dated series: what held when, and who says so.

use chrono::NaiveDate;

use super::list::IntoList;

/// A value that holds from a day to a day, with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// What holds.
    pub value: T,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it no longer holds; `None` = open.
    pub until: Option<NaiveDate>,
    /// The id of its source in the table of sources.
    pub source: String,
}

impl<T> Dated<T> {
    /// Whether the value holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The records of one thing through time, sorted and without overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<T>(Vec<Dated<T>>);

impl<T> Series<T> {
    /// A series; `Err` holds the first days of records that overlap another or end before they begin.
    ///
    /// # Errors
    /// The starts of the offending records, in order.
    pub fn try_new(mut records: Vec<Dated<T>>) -> Result<Self, Vec<NaiveDate>> {
        records.sort_unstable_by_key(|record| (record.from, record.until));
        let faults = faults(&records.iter().map(|record| (record.from, record.until)).list());
        if faults.is_empty() { Ok(Self(records)) } else { Err(faults) }
    }

    /// What holds on a day; nothing outside the records, never the latest instead.
    pub fn on(&self, day: NaiveDate) -> Option<&Dated<T>> {
        self.0.iter().find(|record| record.holds_on(day))
    }

    /// Adds the days on which anything changes: the first day of each record, and the first day after it.
    pub fn changes(&self, days: &mut Vec<NaiveDate>) {
        for record in &self.0 {
            days.push(record.from);
            days.extend(record.until);
        }
    }

    /// Every record in the order of time.
    pub fn records(&self) -> &[Dated<T>] {
        &self.0
    }
}

/// The first days of spans, sorted, that overlap the one before or end before they begin.
fn faults(spans: &[(NaiveDate, Option<NaiveDate>)]) -> Vec<NaiveDate> {
    let mut faults = Vec::new();
    let mut free = None;
    for &(from, until) in spans {
        if free.is_some_and(|free: Option<NaiveDate>| free.is_none_or(|free| free > from))
            || until.is_some_and(|until| until <= from)
        {
            faults.push(from);
        }
        free = Some(until);
    }
    faults.dedup();
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, 5, day).unwrap_or_default()
    }

    fn record(from: u32, until: Option<u32>) -> Dated<u32> {
        Dated { value: from, from: day(from), until: until.map(day), source: "F-PACK".to_owned() }
    }

    #[test]
    fn from_is_included_and_until_is_not() {
        let series = Series::try_new(vec![record(10, None), record(1, Some(10))]).ok();
        let on = |d| series.as_ref().and_then(|s| s.on(d)).map(|r| r.value);
        assert_eq!(on(day(9)), Some(1));
        assert_eq!(on(day(10)), Some(10));
        assert_eq!(on(NaiveDate::from_ymd_opt(2021, 4, 30).unwrap_or_default()), None);
    }

    #[test]
    fn overlaps_and_empty_spans_are_named() {
        assert_eq!(Series::try_new(vec![record(1, Some(10)), record(9, None)]), Err(vec![day(9)]));
        assert_eq!(Series::try_new(vec![record(5, Some(5))]), Err(vec![day(5)]));
    }
}
