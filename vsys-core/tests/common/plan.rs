//! The booster plan written a second time, from the rules alone: moments are minutes, a freeze is asked
//! minute by minute, figures are plain numbers.
//!
//! Source: PLN-2..PLN-9, NDL-5b, NDL-6, CNS-4; rulings cut-off, plan-freeze, plan-excess, needle-autofill,
//! needle-override, plan-minimum.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use vsys_core::base::{Act, Actor, Finding, Findings, Quantity, Role};
use vsys_core::calendar::{Cycle, CycleCalendar, DeadlineRule};
use vsys_core::plan::{Confirmation, Decision, Entry, PlanProduct, PlanRow, Timetable};
use vsys_core::rulebook::{PlanNeedles, RuleBook};

use super::boxes;

pub(crate) static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());

/// Minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;
/// Doses of a Moderna booster box (QTY-4).
pub(crate) const DOSES: u64 = 150;
/// The site that plans.
pub(crate) const SITE: &str = "架空商事 本社会場";

/// The Monday from which minutes are counted.
pub(crate) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 1, 3).unwrap()
}

pub(crate) fn moment(minute: i64) -> NaiveDateTime {
    monday().and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(minute)
}

/// What a moment is in minutes.
pub(crate) fn minute(moment: NaiveDateTime) -> i64 {
    (moment - monday().and_hms_opt(0, 0, 0).unwrap()).num_minutes()
}

pub(crate) fn act(role: Role, code: &str, minute: i64) -> Act {
    Act { actor: Actor { role, code: code.to_owned() }, account: None, at: moment(minute) }
}

/// «code at place» of every finding, in the order of the texts.
pub(crate) fn told(findings: &Findings) -> Vec<String> {
    let text = |finding: &&Finding| format!("{} at {}", finding.code, finding.place);
    let mut list: Vec<String> = findings.sorted().iter().map(text).collect();
    list.sort();
    list
}

pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// The five printed cycles (CYC-6), some of them fixed.
pub(crate) fn screen(fixed: &[(u32, &str)]) -> Timetable {
    let rule = |days_before, text: &str| Some(DeadlineRule { days_before, time: text.parse().unwrap() });
    let calendar = CycleCalendar {
        days: 14,
        delivery_days_before: Some(7),
        deadline: rule(20, "15:00:00"),
        first_deadline: rule(28, "23:59:00"),
    };
    let cycles = calendar.cycles(NaiveDate::from_ymd_opt(2022, 2, 28).unwrap(), 5).unwrap();
    let fixed: Vec<Confirmation> = fixed.iter().map(|&(cycle, text)| Confirmation { cycle, at: at(text) }).collect();
    let product = PlanProduct { vaccine: "moderna-booster".to_owned(), needle: "needle-100".to_owned(), policy: None };
    Timetable::try_new(&BOOK, &product, &cycles, &fixed).unwrap()
}

pub(crate) fn site_at(text: &str) -> Act {
    Act { actor: Actor { role: Role::Site, code: SITE.to_owned() }, account: None, at: at(text) }
}

pub(crate) fn entry(cycle: u32, number: u64) -> Entry {
    Entry { cycle, boxes: boxes(number), needles: None, persons: None }
}

pub(crate) fn figures(rows: &[PlanRow]) -> Vec<Row> {
    rows.iter().map(|row| (row.boxes.number(), row.needles.number())).collect()
}

/// A cycle in minutes and days.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) number: u32,
    /// The printed minute.
    pub(crate) deadline: i64,
    /// The last day of vaccination, counted from the Monday.
    pub(crate) last_day: i64,
    /// When the amounts were fixed for all sites.
    pub(crate) fixed: Option<i64>,
}

/// What a row is at a minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    Past,
    Confirmed,
    Frozen(Vec<u32>),
    Open,
}

/// PLN-3, PLN-9, ruling plan-freeze: over; fixed; some cycle's deadline has passed and its amounts are not
/// fixed; else open. Ruling cut-off: the printed minute is in time.
pub(crate) fn seen(lines: &[Line], row: usize, minute: i64) -> Seen {
    let fixed = |line: &Line| line.fixed.is_some_and(|fixed| fixed <= minute);
    if minute >= (lines[row].last_day + 1) * DAY {
        return Seen::Past;
    }
    if fixed(&lines[row]) {
        return Seen::Confirmed;
    }
    let working = lines.iter().filter(|line| line.deadline < minute && !fixed(line)).map(|line| line.number);
    let working: Vec<u32> = working.collect();
    if working.is_empty() { Seen::Open } else { Seen::Frozen(working) }
}

/// The cycles with the Moderna booster and a policy of filling in needles.
pub(crate) fn timetable(lines: &[Line], policy: PlanNeedles) -> Timetable {
    let day = |number: i64| monday() + Days::new(number.try_into().unwrap());
    let cycle = |line: &Line| Cycle {
        number: line.number,
        start: day(line.last_day),
        end: day(line.last_day),
        delivery_week: Some(monday()),
        deadline: Some(moment(line.deadline)),
    };
    let cycles: Vec<Cycle> = lines.iter().map(cycle).collect();
    let fixed = |line: &Line| line.fixed.map(|fixed| Confirmation { cycle: line.number, at: moment(fixed) });
    let fixed: Vec<Confirmation> = lines.iter().filter_map(fixed).collect();
    let product =
        PlanProduct { vaccine: "moderna-booster".to_owned(), needle: "needle-100".to_owned(), policy: Some(policy) };
    Timetable::try_new(&BOOK, &product, &cycles, &fixed).unwrap()
}

/// Ruling needle-autofill, in whole numbers: rates as hundredths.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Policy {
    Exact,
    StrictlyMore,
    Reserve(u64),
    PerVial(u64),
}

impl Policy {
    pub(crate) const ALL: [Self; 4] = [Self::Exact, Self::StrictlyMore, Self::Reserve(10), Self::PerVial(16)];

    pub(crate) fn fill(self, boxes: u64) -> u64 {
        let doses = DOSES * boxes;
        match self {
            Self::Exact => doses.div_ceil(100),
            // The fewest boxes that hold more pieces than doses.
            Self::StrictlyMore => (0..).find(|needles| doses == 0 || needles * 100 > doses).unwrap(),
            Self::Reserve(rate) => (doses * (100 + rate)).div_ceil(100 * 100),
            Self::PerVial(pieces) => (boxes * 10 * pieces).div_ceil(100),
        }
    }

    pub(crate) fn core(self) -> PlanNeedles {
        let text = match self {
            Self::Exact => "exact".to_owned(),
            Self::StrictlyMore => "strictly-more".to_owned(),
            Self::Reserve(rate) => format!("reserve(0.{rate:02})"),
            Self::PerVial(pieces) => format!("per-vial({pieces})"),
        };
        text.parse().unwrap()
    }
}

/// Figures of a request in plain numbers.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) cycle: u32,
    pub(crate) boxes: u64,
    pub(crate) needles: Option<u64>,
}

impl Asked {
    pub(crate) fn entry(&self) -> Entry {
        let needles = self.needles.map(boxes);
        Entry { cycle: self.cycle, boxes: boxes(self.boxes), needles, persons: None }
    }
}

/// Who submits, and when.
#[derive(Clone, Debug)]
pub(crate) struct By {
    pub(crate) role: Role,
    pub(crate) code: &'static str,
    pub(crate) booster: bool,
    pub(crate) minute: i64,
}

/// Boxes and needle boxes of a row.
pub(crate) type Row = (u64, u64);

pub(crate) fn sum(rows: &[Row]) -> u64 {
    rows.iter().map(|row| row.0).sum()
}

/// A plan in plain numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) site: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) first: u64,
    pub(crate) registered: i64,
    pub(crate) changed: i64,
    pub(crate) request: Option<(Vec<Row>, i64)>,
    pub(crate) confirmed: Option<i64>,
    pub(crate) refused: Option<(String, i64)>,
}

/// The plan of one site with its cycles.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) lines: Vec<Line>,
    pub(crate) policy: Policy,
    pub(crate) plan: Option<Standing>,
}

impl Model {
    pub(crate) fn timetable(&self) -> Timetable {
        timetable(&self.lines, self.policy.core())
    }

    /// A registration or change: what is told, and whether it was done.
    pub(crate) fn submit(&mut self, by: &By, asked: &[Asked]) -> (bool, Vec<String>) {
        let mut told = Vec::new();
        let mut bad = self.who(by, &mut told);
        let mut rows = self.plan.as_ref().map_or_else(|| vec![(0, 0); self.lines.len()], |plan| plan.rows.clone());
        let old = rows.clone();
        for (at, figures) in asked.iter().enumerate() {
            let Some(row) = self.lines.iter().position(|line| line.number == figures.cycle) else {
                told.push(format!("plan.cycle.unknown at /rows/{at}/cycle"));
                bad = true;
                continue;
            };
            if asked[..at].iter().any(|earlier| earlier.cycle == figures.cycle) {
                told.push(format!("plan.cycle.twice at /rows/{at}/cycle"));
                bad = true;
                continue;
            }
            let (new, refused) = self.row(by.minute, row, old[row], (at, figures), &mut told);
            rows[row] = new;
            bad |= refused;
        }
        if DOSES * sum(&rows) < 1_000 {
            told.push("plan.doses.below_basis at /rows".to_owned());
        }
        let above = self.plan.as_ref().is_some_and(|plan| {
            let moved = plan.rows.iter().zip(&rows).any(|(old, new)| old.0 != new.0);
            moved && sum(&rows) > plan.first
        });
        if self.plan.as_ref().is_some_and(|plan| plan.request.is_some()) {
            told.push("plan.request.replaced at /rows".to_owned());
            // Another request is a change of the plan: not while any row is frozen (PLN-3a).
            if (0..self.lines.len()).any(|row| matches!(seen(&self.lines, row, by.minute), Seen::Frozen(_))) {
                told.push("plan.boxes.frozen at /rows".to_owned());
                bad = true;
            }
        }
        if above {
            told.push("plan.total.above_initial at /rows".to_owned());
        }
        told.sort();
        if !bad {
            self.put(by, rows, above);
        }
        (!bad, told)
    }

    /// Who may not submit: PLN-7, ROL, PRV-3, PRV-4.
    fn who(&self, by: &By, told: &mut Vec<String>) -> bool {
        let before = told.len();
        if self.plan.as_ref().is_some_and(|plan| by.minute < plan.changed) {
            told.push("machine.move.backwards at /at".to_owned());
        }
        if by.role != Role::Site {
            told.push("machine.move.role at /actor".to_owned());
            return true;
        }
        if !by.booster {
            told.push("plan.id.not_booster at /booster_id".to_owned());
        }
        if by.code.is_empty() {
            told.push("base.text.form at /actor/code".to_owned());
        } else if self.plan.as_ref().is_some_and(|plan| plan.site != by.code) {
            told.push("machine.move.scope at /actor/code".to_owned());
        }
        told.len() > before
    }

    /// The figures of a row as they would be, and whether they are refused.
    fn row(&self, now: i64, row: usize, old: Row, (at, asked): (usize, &Asked), told: &mut Vec<String>) -> (Row, bool) {
        let filled = self.policy.fill(asked.boxes);
        let kept = if self.plan.is_some() && old.0 == asked.boxes { old.1 } else { filled };
        let new = (asked.boxes, asked.needles.unwrap_or(kept));
        if new == old {
            return (old, false);
        }
        let mut bad = false;
        let closed = match seen(&self.lines, row, now) {
            Seen::Past => Some("past"),
            Seen::Confirmed => Some("confirmed"),
            Seen::Frozen(_) => Some("frozen"),
            Seen::Open => None,
        };
        if let Some(closed) = closed {
            let member = if new.0 == old.0 { "needles" } else { "boxes" };
            told.push(format!("plan.boxes.{closed} at /rows/{at}/{member}"));
            bad = true;
        }
        if new.1 > filled {
            told.push(format!("needle.boxes.raised at /rows/{at}/needles"));
            bad = true;
        }
        let lowered = self.plan.is_some() && old.1 < self.policy.fill(old.0);
        if lowered && new.0 != old.0 && asked.needles.is_none() {
            told.push(format!("needle.boxes.refilled at /rows/{at}/needles"));
        }
        (new, bad)
    }

    fn put(&mut self, by: &By, rows: Vec<Row>, above: bool) {
        let now = by.minute;
        let Some(plan) = &mut self.plan else {
            let first = sum(&rows);
            self.plan = Some(Standing {
                site: by.code.to_owned(),
                rows,
                first,
                registered: now,
                changed: now,
                request: None,
                confirmed: None,
                refused: None,
            });
            return;
        };
        plan.changed = now;
        if above {
            plan.request = Some((rows, now));
        } else {
            plan.request = None;
            plan.rows = rows;
            if sum(&plan.rows) <= plan.first {
                plan.confirmed = None;
            }
        }
    }

    /// The nation's decision: what is told, and whether it was done.
    pub(crate) fn decide(&mut self, role: Role, now: i64, decision: &Decision) -> (bool, Vec<String>) {
        let Some(plan) = &mut self.plan else { return (false, Vec::new()) };
        let mut told = Vec::new();
        if now < plan.changed {
            told.push("machine.move.backwards at /at".to_owned());
        }
        if role != Role::Nation {
            told.push("machine.move.role at /actor".to_owned());
        } else if plan.request.is_none() {
            told.push("machine.move.refused at /decision".to_owned());
        }
        if !told.is_empty() {
            told.sort();
            return (false, told);
        }
        let (asked, _) = plan.request.take().unwrap();
        plan.changed = now;
        match decision {
            Decision::Refuse(reason) => plan.refused = Some((reason.as_str().to_owned(), now)),
            Decision::Confirm => {
                for (at, (line, asked)) in self.lines.iter().zip(&asked).enumerate() {
                    let closed = line.deadline < now || line.fixed.is_some_and(|fixed| fixed <= now);
                    if plan.rows[at] != *asked && closed {
                        told.push(format!("plan.boxes.kept at /plan/request/rows/{at}"));
                    } else {
                        plan.rows[at] = *asked;
                    }
                }
                if sum(&plan.rows) > sum(&asked) {
                    told.push("plan.total.above_request at /plan/request/rows".to_owned());
                }
                plan.confirmed = (sum(&plan.rows) > plan.first).then_some(now);
            }
        }
        told.sort();
        (true, told)
    }
}
