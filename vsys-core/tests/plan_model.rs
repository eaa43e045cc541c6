//! The booster plan against a model written from the rules: rows open and close on the very minute, random
//! sequences of events agree in everything, what is left over is counted person by person.
//!
//! Source: PLN-2, PLN-3, PLN-9, NDL-5b, NDL-6; rulings cut-off, plan-freeze, plan-excess, needle-autofill,
//! needle-override, plan-minimum.

use crate::common;

use std::collections::BTreeSet;

use common::config;
use common::plan::{
    Asked, By, DAY, DOSES, Line, Model, Policy, SITE, Seen, Standing, act, entry, figures, minute, moment, screen,
    seen, site_at, sum, timetable, told,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use vsys_core::base::{Answer, Quantity, Refusal, Role, assumption};
use vsys_core::plan::{
    Decision, Draft, Entry, Moved, Plan, PlanEvent, PlanStatus, ROW_MOVES, RowStatus, Timetable, preview,
};

// Rows by the minute

/// Cycles whose deadlines lie on the first day of vaccination at the latest, as calendars make them; a day
/// long each, numbered from 1.
fn lines(count: usize) -> impl Strategy<Value = Vec<Line>> {
    let line = (1..4_i64, 0..3 * DAY, prop::option::weighted(0.7, -200..2 * DAY)).prop_map(|(day, before, fixed)| {
        let deadline = ((day + 1) * DAY - 1 - before).max(0);
        Line { number: 0, deadline, last_day: day, fixed: fixed.map(|after| (deadline + after).max(1)) }
    });
    prop::collection::vec(line, 1..=count).prop_map(|mut lines| {
        lines.sort_by_key(|line| line.last_day);
        lines.iter_mut().zip(1..).for_each(|(line, number)| line.number = number);
        lines
    })
}

/// Every minute at which something changes, with its neighbours.
fn edges(lines: &[Line]) -> BTreeSet<i64> {
    let minutes = lines.iter().flat_map(|line| [Some(line.deadline), line.fixed, Some((line.last_day + 1) * DAY)]);
    minutes.flatten().flat_map(|minute| minute - 2..=minute + 2).filter(|minute| *minute >= 0).collect()
}

fn status(seen: &Seen) -> RowStatus {
    match seen {
        Seen::Past => RowStatus::Past,
        Seen::Confirmed => RowStatus::Confirmed,
        Seen::Frozen(_) => RowStatus::Frozen,
        Seen::Open => RowStatus::Open,
    }
}

/// A row's state, its first and its last minute against one minute after the other. What is fixed later is
/// not known yet.
fn rows_agree(lines: &[Line], now: i64) -> Result<(), TestCaseError> {
    let states = timetable(lines, Policy::StrictlyMore.core()).rows_at(moment(now));
    let mut known = lines.to_vec();
    known.iter_mut().for_each(|line| line.fixed = line.fixed.filter(|fixed| *fixed <= now));
    for (row, state) in states.iter().enumerate() {
        let is = seen(lines, row, now);
        prop_assert_eq!(state.status, status(&is), "row {} at {}", row, now);
        let cycles = if let Seen::Frozen(cycles) = &is { cycles.clone() } else { Vec::new() };
        prop_assert_eq!(&state.frozen_by, &cycles);
        prop_assert_eq!(state.confirmed.map(minute), known[row].fixed);
        let holds = |minute: i64| status(&seen(&known, row, minute)) == state.status;
        // Before minute 0 nothing has happened: every row is open.
        let since = (0..=now).rev().take_while(|minute| holds(*minute)).last().filter(|first| *first > 0);
        prop_assert_eq!(state.since.map(minute), since, "row {} at {}: {:?}", row, now, state);
        let until = (state.status == RowStatus::Open).then(|| (now..).take_while(|minute| holds(*minute)).last());
        prop_assert_eq!(state.until.map(minute), until.flatten(), "row {} at {}: {:?}", row, now, state);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn rows_open_and_close_on_the_very_minute(lines in lines(4)) {
        for now in edges(&lines) {
            rows_agree(&lines, now)?;
        }
    }

    /// From one minute to the next a row moves by a line of its table, or not at all.
    #[test]
    fn rows_move_by_their_table(lines in lines(4)) {
        let timetable = timetable(&lines, Policy::StrictlyMore.core());
        for now in edges(&lines) {
            for (before, after) in timetable.rows_at(moment(now)).iter().zip(timetable.rows_at(moment(now + 1))) {
                let (from, to) = (before.status, after.status);
                let stands = ROW_MOVES.iter().any(|line| line.from == Some(from) && line.to == to);
                prop_assert!(from == to || stands, "{from:?} to {to:?}");
            }
        }
    }
}

/// Windows that overlap, that abut, that are empty, and one that never ends.
#[test]
fn rows_in_hard_places() {
    let line = |number: u32, deadline, fixed| Line { number, deadline, last_day: 2, fixed };
    let cases = [
        vec![line(1, 100, Some(300)), line(2, 200, Some(400)), line(3, 900, None)],
        vec![line(1, 100, Some(201)), line(2, 200, Some(300)), line(3, 299, Some(500))],
        vec![line(1, 100, Some(200)), line(2, 200, Some(300))],
        vec![line(1, 100, Some(100)), line(2, 200, Some(201)), line(3, 300, Some(302))],
        vec![line(1, 100, Some(50)), line(2, 200, None)],
        vec![line(1, 100, Some(400)), line(2, 150, Some(200)), line(3, 400, None)],
        vec![line(1, 3 * DAY - 1, None), line(2, 100, Some(3 * DAY + 5))],
        vec![line(1, 0, None)],
    ];
    for lines in cases {
        for now in edges(&lines) {
            rows_agree(&lines, now).unwrap();
        }
    }
}

/// Every line of the row's table really happens.
#[test]
fn every_move_of_a_row_happens() {
    let line = |number: u32, deadline, last_day, fixed| Line { number, deadline, last_day, fixed };
    let cases = [
        vec![line(1, 100, 1, Some(300)), line(2, 200, 2, Some(400)), line(3, 2_000, 1, None)],
        vec![line(1, 100, 1, Some(50)), line(2, 2_000, 2, Some(2_100))],
        vec![line(1, 2 * DAY - 1, 1, None)],
        vec![line(1, 100, 1, Some(200)), line(2, DAY, 3, None)],
    ];
    let mut happened = BTreeSet::new();
    for lines in cases {
        let timetable = timetable(&lines, Policy::Exact.core());
        for now in 0..5 * DAY {
            let (before, after) = (timetable.rows_at(moment(now)), timetable.rows_at(moment(now + 1)));
            happened.extend(before.iter().zip(&after).map(|(before, after)| (before.status, after.status)));
        }
    }
    for line in ROW_MOVES.iter().filter(|line| line.from.is_some()) {
        assert!(happened.contains(&(line.from.unwrap(), line.to)), "{line:?}");
    }
}

/// A thousand cycles whose windows of work follow one another without a gap are looked at in no time.
#[test]
fn a_long_chain_of_work_is_followed_to_its_beginning() {
    let count = 1_000_i64;
    let line = |index: i64| Line {
        number: u32::try_from(index + 1).unwrap(),
        deadline: index,
        last_day: 2,
        fixed: Some(index + 2),
    };
    let lines: Vec<Line> =
        (0..count).map(line).chain([Line { number: 1_001, deadline: 2_000, last_day: 2, fixed: None }]).collect();
    let rows = timetable(&lines, Policy::Exact.core()).rows_at(moment(count));
    let last = rows.last().unwrap();
    assert_eq!((last.status, last.since), (RowStatus::Frozen, Some(moment(1))));
}

// Random sequences

/// Something that happens after some minutes.
#[derive(Clone, Debug)]
enum Happens {
    Submit {
        role: Role,
        code: &'static str,
        booster: bool,
        asked: Vec<Asked>,
    },
    Decide {
        role: Role,
        confirm: bool,
    },
    /// The amounts of a cycle are fixed for all sites.
    Fix(usize),
}

fn asked(cycle: u32) -> impl Strategy<Value = Asked> {
    let needles = prop::option::weighted(0.2, 0..9_u64);
    (0..5_u64, needles).prop_map(move |(boxes, needles)| Asked { cycle, boxes, needles })
}

/// Mostly some of the first three cycles, sometimes any, twice or unknown.
fn figures_asked() -> impl Strategy<Value = Vec<Asked>> {
    let some = prop::sample::subsequence(vec![1, 2, 3], 0..=3);
    let some = some.prop_flat_map(|cycles| cycles.into_iter().map(asked).collect::<Vec<_>>());
    let any = prop::collection::vec((1..=4_u32).prop_flat_map(asked), 0..4);
    prop_oneof![6 => some, 1 => any]
}

fn happens() -> impl Strategy<Value = (i64, Happens)> {
    let role = |own: Role| prop_oneof![19 => Just(own), 1 => prop::sample::select(Role::ALL.to_vec())];
    let code = prop_oneof![30 => Just(SITE), 1 => Just("他の会場"), 1 => Just("")];
    let submit = (role(Role::Site), code, prop::bool::weighted(0.97), figures_asked());
    let submit = submit.prop_map(|(role, code, booster, asked)| Happens::Submit { role, code, booster, asked });
    let decide = (role(Role::Nation), any::<bool>()).prop_map(|(role, confirm)| Happens::Decide { role, confirm });
    let what = prop_oneof![6 => submit, 3 => decide, 2 => (0..3_usize).prop_map(Happens::Fix)];
    let minutes = prop_oneof![1 => Just(0_i64), 1 => Just(-1_i64), 8 => 1..600_i64];
    (minutes, what)
}

/// What the library's plan is, in plain numbers.
fn plain(plan: &Plan) -> Standing {
    let input = plan.as_input();
    Standing {
        site: input.site.to_string(),
        rows: figures(&input.rows),
        first: input.initial_boxes.number(),
        registered: minute(input.registered_at),
        changed: minute(input.changed_at),
        request: input.request.as_ref().map(|request| (figures(&request.rows), minute(request.at))),
        confirmed: input.confirmed_at.map(minute),
        refused: input.refused.as_ref().map(|refused| (refused.reason.as_str().to_owned(), minute(refused.at))),
    }
}

/// The findings of an answer or a refusal.
fn heard(done: &Result<Answer<Moved>, Refusal>) -> Vec<String> {
    match done {
        Ok(answer) => told(answer.findings()),
        Err(refusal) => told(refusal.findings()),
    }
}

/// Runs one event through both and compares everything.
fn both(model: &mut Model, plan: &mut Option<Plan>, now: i64, what: Happens) -> Result<(), TestCaseError> {
    let (before, timetable) = (model.plan.clone(), model.timetable());
    let (ok, words, done) = match what {
        Happens::Fix(row) => {
            let row = row % model.lines.len();
            model.lines[row].fixed.get_or_insert(now);
            return Ok(());
        }
        Happens::Submit { role, code, booster, asked } => {
            let entries: Vec<Entry> = asked.iter().map(Asked::entry).collect();
            let act = act(role, code, now);
            let draft = preview(plan.as_ref(), &timetable, &entries, &act, booster);
            let (ok, words) = model.submit(&By { role, code, booster, minute: now }, &asked);
            let done = match plan {
                Some(plan) => plan.change(&timetable, &entries, &act, booster),
                None => Plan::register(&timetable, &entries, &act, booster),
            };
            previewed(&draft, ok, &words, &done)?;
            (ok, words, done)
        }
        Happens::Decide { role, confirm } => {
            let Some(plan) = plan.as_ref() else { return Ok(()) };
            let decision = if confirm { Decision::Confirm } else { Decision::Refuse("見直し".parse().unwrap()) };
            let (ok, words) = model.decide(role, now, &decision);
            (ok, words, plan.decide(&timetable, &decision, &act(role, "", now)))
        }
    };
    prop_assert_eq!(&heard(&done), &words);
    prop_assert_eq!(done.is_ok(), ok, "{:?}", words);
    if let Ok(answer) = done {
        *plan = Some(answer.into_value().plan);
    } else {
        prop_assert_eq!(&model.plan, &before, "a refused event changes nothing");
    }
    prop_assert_eq!(&plan.as_ref().map(plain), &model.plan);
    if let (Some(plan), Some(after)) = (plan.as_ref(), &model.plan) {
        lawful(plan, &timetable, before.as_ref(), after, now, model)?;
    }
    Ok(())
}

/// A preview says what the submission then does.
fn previewed(
    draft: &Draft,
    ok: bool,
    words: &[String],
    done: &Result<Answer<Moved>, Refusal>,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(told(&draft.findings), words);
    prop_assert_eq!(!draft.findings.has_errors(), ok);
    if let Ok(answer) = done {
        prop_assert_eq!(answer.value().draft.as_ref(), Some(draft));
        let above = draft.event == PlanEvent::ChangeAbove;
        prop_assert_eq!(answer.value().plan.status() == PlanStatus::AwaitingNation, above);
    }
    Ok(())
}

/// The laws that hold after every event.
fn lawful(
    plan: &Plan,
    timetable: &Timetable,
    before: Option<&Standing>,
    after: &Standing,
    now: i64,
    model: &Model,
) -> Result<(), TestCaseError> {
    prop_assert!(sum(&after.rows) <= after.first || after.confirmed.is_some(), "only after the nation's confirmation");
    let read = Plan::try_new(plan.as_input().clone(), timetable);
    prop_assert_eq!(read.as_ref(), Ok(plan), "a document is read again");
    if let Some(before) = before {
        prop_assert_eq!(before.first, after.first, "the baseline stays");
        for (row, line) in model.lines.iter().enumerate() {
            let closed = matches!(seen(&model.lines, row, now), Seen::Past | Seen::Confirmed) || line.deadline < now;
            prop_assert!(!closed || before.rows[row] == after.rows[row], "row {row} is past, fixed or due");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn random_sequences_agree_with_the_model(
        mut lines in lines(3),
        policy in prop::sample::select(Policy::ALL.to_vec()),
        events in prop::collection::vec(happens(), 1..24),
    ) {
        lines.iter_mut().for_each(|line| line.fixed = None);
        let (mut model, mut plan, mut clock) = (Model { lines, policy, plan: None }, None, 0);
        for (minutes, what) in events {
            // A moment before the last one is tried, and the clock stays.
            let now = clock + minutes;
            clock = clock.max(now);
            both(&mut model, &mut plan, now.max(0), what)?;
        }
    }
}

/// The model really reaches what it is to test.
#[test]
fn random_sequences_reach_every_code() {
    let mut runner = TestRunner::deterministic();
    let strategy = (lines(3), prop::collection::vec(happens(), 1..24));
    let mut reached = BTreeSet::new();
    for _ in 0..3_000 {
        let (mut lines, events) = strategy.new_tree(&mut runner).unwrap().current();
        lines.iter_mut().for_each(|line| line.fixed = None);
        let (mut model, mut clock) = (Model { lines, policy: Policy::StrictlyMore, plan: None }, 0);
        for (minutes, what) in events {
            let now = (clock + minutes).max(0);
            clock = clock.max(now);
            let words = match what {
                Happens::Fix(row) => {
                    let row = row % model.lines.len();
                    model.lines[row].fixed.get_or_insert(now);
                    continue;
                }
                Happens::Submit { role, code, booster, asked } => {
                    model.submit(&By { role, code, booster, minute: now }, &asked).1
                }
                Happens::Decide { role, confirm } => {
                    let decision =
                        if confirm { Decision::Confirm } else { Decision::Refuse("見直し".parse().unwrap()) };
                    model.decide(role, now, &decision).1
                }
            };
            reached.extend(words.iter().map(|word| word.split(' ').next().unwrap().to_owned()));
        }
    }
    let expected = [
        "base.text.form",
        "machine.move.backwards",
        "machine.move.refused",
        "machine.move.role",
        "machine.move.scope",
        "needle.boxes.raised",
        "needle.boxes.refilled",
        "plan.boxes.confirmed",
        "plan.boxes.frozen",
        "plan.boxes.kept",
        "plan.boxes.past",
        "plan.cycle.twice",
        "plan.cycle.unknown",
        "plan.doses.below_basis",
        "plan.id.not_booster",
        "plan.request.replaced",
        "plan.total.above_initial",
        "plan.total.above_request",
    ];
    assert_eq!(reached.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

// Doses that nobody collects

proptest! {
    #![proptest_config(config(200))]

    /// PLN-2, assumption plan-left-over: person by person, from what the cycle and those before it left.
    #[test]
    fn what_is_left_over_is_counted_person_by_person(rows in prop::collection::vec((0..4_u64, 0..700_u32), 5)) {
        let entries = (1..).zip(&rows).map(|(cycle, &(number, persons))| Entry { persons: Some(persons), ..entry(cycle, number) });
        let entries: Vec<Entry> = entries.collect();
        let draft = preview(None, &screen(&[]), &entries, &site_at("2022-01-17 10:00"), true);
        let (mut left, mut balance, mut words) = (0_u64, Vec::new(), Vec::new());
        for (cycle, (number, persons)) in (1..).zip(rows) {
            left += number * DOSES;
            let mut short = 0;
            for _ in 0..persons {
                if left > 0 { left -= 1 } else { short += 1 }
            }
            if short > 0 {
                words.push("plan.doses.short at /rows".to_owned());
            }
            balance.push((cycle, left, short));
        }
        if left > 0 {
            words.push("plan.doses.left_over at /rows".to_owned());
        }
        let shown = draft.left_over.clone().unwrap();
        prop_assert_eq!((shown.doses, shown.rows), (left, balance));
        let mut heard = told(&draft.findings);
        heard.retain(|word| word.starts_with("plan.doses") && !word.contains("basis"));
        words.sort();
        prop_assert_eq!(heard, words);
        prop_assert!(draft.assumptions.iter().any(|id| id == assumption::PLAN_LEFT_OVER));
    }
}

#[test]
fn without_the_persons_of_every_row_nothing_is_said_to_be_left_over() {
    let entries = [Entry { persons: Some(10), ..entry(1, 7) }];
    let draft = preview(None, &screen(&[]), &entries, &site_at("2022-01-17 10:00"), true);
    assert_eq!(draft.left_over, None);
    assert!(draft.assumptions.iter().all(|id| id != assumption::PLAN_LEFT_OVER));
}
