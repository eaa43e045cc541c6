//! Dated series: what held when, and who says so.

use chrono::NaiveDate;

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
        records.sort_by_key(|record| record.from);
        let empty = records.iter().filter(|r| r.until.is_some_and(|until| until <= r.from)).map(|r| r.from);
        let overlapping = records
            .iter()
            .zip(records.iter().skip(1))
            .filter(|(earlier, later)| earlier.until.is_none_or(|until| until > later.from))
            .map(|(_, later)| later.from);
        let mut faults: Vec<NaiveDate> = empty.chain(overlapping).collect();
        faults.sort_unstable();
        faults.dedup();
        if faults.is_empty() { Ok(Self(records)) } else { Err(faults) }
    }

    /// What holds on a day; nothing outside the records, never the latest instead.
    pub fn on(&self, day: NaiveDate) -> Option<&Dated<T>> {
        self.0.iter().find(|record| record.holds_on(day))
    }

    /// Every record in the order of time.
    pub fn records(&self) -> &[Dated<T>] {
        &self.0
    }
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
