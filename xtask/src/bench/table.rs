//! What came out, as Markdown.

use super::cases::{Aim, Case, Growth};
use super::contest::Score;

/// Everybody of a case: time, rows a second, memory, and the ratio to the first way of vsys.
pub(crate) fn case(case: &Case, scores: &[Score]) -> String {
    let first = scores.iter().find(|score| score.own).map_or(f64::NAN, |score| score.median);
    let lines = scores.iter().map(|score| {
        let note = if score.note.is_empty() { String::new() } else { format!(" ({})", score.note) };
        format!(
            "| {} | {} | {}{note} | {} | {} | {} | {} |\n",
            case.job.to_uppercase(),
            case.work,
            score.name,
            time(score.median),
            many(case.rows.0 / score.median * 1e9, case.rows.1),
            score.memory.map_or_else(|| "–".to_owned(), |memory| format!("{memory:.0} MiB")),
            ratio(score.median / first),
        )
    });
    lines.collect()
}

pub(crate) const CASE_HEAD: &str = "\
| job | work | who | median | rows a second | peak memory | time of vsys = 1 |
|---|---|---|--:|--:|--:|--:|
";

/// What was aimed at in a case, and what was measured.
pub(crate) fn aims(case: &Case, scores: &[Score]) -> String {
    let time_of = |name: &str| scores.iter().find(|score| score.name == name).map(|score| score.median);
    let fastest = || {
        let peers = scores.iter().filter(|score| !score.own && score.note.is_empty());
        peers.min_by(|a, b| a.median.total_cmp(&b.median)).map(|score| (score.name.as_str(), score.median))
    };
    let line = |aim: &Aim| {
        let (what, measured, target, reached) = match *aim {
            Aim::Faster(own, other, times) => {
                let (name, other) = match other {
                    Some(name) => (name, time_of(name)?),
                    None => fastest()?,
                };
                let measured = other / time_of(own)?;
                (format!("{own} beside {name}"), ratio(measured), format!("≥ {times} ×"), measured >= times)
            }
            Aim::AtMost(own, other, times) => {
                let measured = time_of(own)? / time_of(other)?;
                (format!("{own} beside {other}"), ratio(measured), format!("≤ {times} ×"), measured <= times)
            }
            Aim::Within(own, most) => {
                let measured = time_of(own)?;
                (own.to_owned(), time(measured), format!("≤ {most} ns"), measured <= most)
            }
        };
        let reached = if reached { "yes" } else { "**not yet**" };
        Some(format!("| {} | {}: {what} | {measured} | {target} | {reached} |\n", case.job.to_uppercase(), case.work))
    };
    case.aims.iter().filter_map(line).collect()
}

pub(crate) const AIM_HEAD: &str = "\
| job | what | measured | aim | reached |
|---|---|--:|--:|---|
";

/// How the time grows: the exponent between the smallest and the largest size.
pub(crate) fn growth(growth: &Growth, times: &[f64; 3]) -> String {
    let [(_, least), (_, middle), (_, most)] = growth.steps;
    let [first, second, third] = *times;
    let exponent = (third / first).ln() / (most / least).ln();
    format!(
        "| {} | {} | {} → {} → {} | {} → {} → {} | {exponent:.2} |\n",
        growth.job.to_uppercase(),
        growth.work,
        grouped(least),
        grouped(middle),
        grouped(most),
        time(first),
        time(second),
        time(third),
    )
}

pub(crate) const GROWTH_HEAD: &str = "\
| job | what grows | rows | time | exponent |
|---|---|---|---|--:|
";

/// A time with three figures and its unit.
pub(crate) fn time(nanoseconds: f64) -> String {
    let (number, unit) = match nanoseconds {
        n if n < 1e3 => (n, "ns"),
        n if n < 1e6 => (n / 1e3, "µs"),
        n if n < 1e9 => (n / 1e6, "ms"),
        n => (n / 1e9, "s"),
    };
    format!("{} {unit}", figures(number))
}

fn many(number: f64, of: &str) -> String {
    let (number, unit) = match number {
        n if n < 1e3 => (n, ""),
        n if n < 1e6 => (n / 1e3, " thousand"),
        n if n < 1e9 => (n / 1e6, " million"),
        n => (n / 1e9, " billion"),
    };
    format!("{}{unit} {of}", figures(number))
}

fn ratio(number: f64) -> String {
    format!("{} ×", figures(number))
}

fn figures(number: f64) -> String {
    match number {
        n if n < 10.0 => format!("{n:.2}"),
        n if n < 100.0 => format!("{n:.1}"),
        n => grouped(n),
    }
}

fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let count = digits.len();
    let group = |(place, digit): (usize, char)| {
        let comma = place > 0 && (count - place).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit]).collect::<String>()
    };
    digits.chars().enumerate().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_three() {
        assert_eq!(time(171_600.0), "172 µs");
        assert_eq!(time(31.25), "31.2 ns");
        assert_eq!(time(1_234_567_890.0), "1.23 s");
        assert_eq!(grouped(10_000_000.0), "10,000,000");
        assert_eq!(many(349_000_000.0, "units"), "349 million units");
    }
}
