//! The hours an institution has posted, as a clerk writes them down.
//!
//! One entry a line, or several with `;` between them: the days, then their spans.
//! `月-金 9:00-12:00 14:00-18:00; 土 9:00-12:00; 2021-12-29 休診`, or in English
//! `mon-fri 9:00-12:00 14:00-18:00; sat 9:00-12:00; 2021-12-29 closed`. A weekday without an entry has no hours.

use chrono::{NaiveDate, NaiveTime};
use vsys_core::base::Lang;
use vsys_core::claims::{HoursSpan, PostedHours};
use vsys_examples::say;

const DAYS: [[&str; 2]; 7] =
    [["mon", "月"], ["tue", "火"], ["wed", "水"], ["thu", "木"], ["fri", "金"], ["sat", "土"], ["sun", "日"]];

/// Reads hours, or says what is wrong with each entry.
pub(crate) fn read(text: &str, lang: Lang) -> Result<PostedHours, Vec<String>> {
    let mut week: [Vec<HoursSpan>; 7] = Default::default();
    let mut exceptions: Vec<(NaiveDate, Vec<HoursSpan>)> = Vec::new();
    let mut faults = Vec::new();
    let entries = text.split([';', '；', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
    for entry in entries.filter(|entry| !entry.starts_with('#')) {
        let mut parts = entry.split_whitespace();
        let days = parts.next().unwrap_or_default().trim_end_matches([':', '：']);
        let parts: Vec<&str> = parts.collect();
        let Some(spans) = spans(&parts) else {
            faults.push(fault(
                entry,
                "時間帯は 9:00-12:00 の形、休みは「休診」です",
                "spans are 9:00-12:00, or closed",
                lang,
            ));
            continue;
        };
        if let Ok(date) = days.parse::<NaiveDate>() {
            exceptions.push((date, spans));
        } else if let Some(days) = weekdays(days) {
            for day in days {
                week.get_mut(day).into_iter().for_each(|day| day.extend(&spans));
            }
        } else {
            faults.push(fault(
                entry,
                "曜日は 月-金 や 月,水、日付は 2021-12-29 の形です",
                "days are mon-fri, mon,wed or 2021-12-29",
                lang,
            ));
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    PostedHours::try_new(week, exceptions).map_err(|refusal| {
        let findings = refusal.findings().sorted();
        findings
            .iter()
            .map(|f| format!("--hours {}: {}", entry(&f.place.to_string(), lang), f.message.in_lang(lang)))
            .collect()
    })
}

/// The place of a finding as a clerk wrote it: of `/friday/1` the second span of Friday.
fn entry(place: &str, lang: Lang) -> String {
    let mut parts = place.split('/').skip(1);
    let name = parts.next().unwrap_or_default();
    let number = parts.find_map(|part| part.parse::<usize>().ok()).map_or(1, |index| index.saturating_add(1));
    let day = DAYS.iter().find(|[en, _]| name.starts_with(en));
    match (day, name) {
        (Some([en, ja]), _) => say(lang, format!("{ja} の{number}番目"), format!("{en}, span {number}")),
        (None, "exceptions") => say(lang, format!("日付の{number}番目"), format!("date {number}")),
        (None, name) => name.to_owned(),
    }
}

fn fault(entry: &str, ja: &str, en: &str, lang: Lang) -> String {
    format!("--hours «{entry}»: {}", say(lang, ja, en))
}

/// The days of `mon-fri`, `mon,wed` or `月〜金`.
fn weekdays(text: &str) -> Option<Vec<usize>> {
    let day = |name: &str| DAYS.iter().position(|names| names.contains(&name));
    let mut days = Vec::new();
    for part in text.split([',', '、', '・']) {
        match part.split_once(['-', '〜', '～', '~']) {
            None => days.push(day(part)?),
            Some((first, last)) => {
                let (first, last) = (day(first)?, day(last)?);
                // A range may run over the end of the week: sat-mon.
                days.extend((0..=(last + 7 - first) % 7).map(|more| (first + more) % 7));
            }
        }
    }
    Some(days)
}

fn spans(parts: &[&str]) -> Option<Vec<HoursSpan>> {
    match parts {
        [] => None,
        ["closed" | "休診"] => Some(Vec::new()),
        parts => parts.iter().map(|part| span(part)).collect(),
    }
}

fn span(text: &str) -> Option<HoursSpan> {
    let (from, until) = text.split_once(['-', '〜', '～', '~'])?;
    Some(HoursSpan { from: time(from)?, until: time(until)? })
}

/// A time such as `9:00`; `24:00` is midnight.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str| (digits.len() <= 2).then(|| digits.parse::<u32>().ok()).flatten();
    match (number(hour)?, number(minute)?) {
        (24, 0) => Some(NaiveTime::MIN),
        (hour, minute) => NaiveTime::from_hms_opt(hour, minute, 0),
    }
}
