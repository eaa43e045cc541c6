//! The booster plan: the printed screen comes out as it is printed, every move stands in the table and
//! nowhere else, the nation's decision takes effect as ruled, a document is proved again.
//!
//! Source: CYC-6, NDL-3, NDL-6, PLN-2..PLN-9, CNS-4; rulings cut-off, plan-freeze, plan-excess,
//! needle-override, plan-minimum, lock-stateless.

use crate::common;

use chrono::{NaiveDate, TimeDelta};
use common::plan::{BOOK, DAY, Line, Policy, SITE, at, entry, figures, screen, site_at, timetable, told};
use common::{boxes, codes, detail};
use vsys_core::base::{Act, Actor, Answer, By, DetailValue, Quantity, Refusal, Role, assumption};
use vsys_core::calendar::{CycleCalendar, DeadlineRule};
use vsys_core::plan::{
    Confirmation, Decision, Entry, Moved, PLAN_MOVES, Plan, PlanEvent, PlanInput, PlanProduct, PlanRow, PlanStatus,
    Refused, Request, RowStatus, Timetable, total,
};

// The printed screen

/// As in the printed screen: the first two cycles are fixed.
const TWO_FIXED: [(u32, &str); 2] = [(1, "2022-02-07 10:00"), (2, "2022-02-24 10:00")];

fn nation_at(text: &str) -> Act {
    Act { actor: Actor { role: Role::Nation, code: String::new() }, account: None, at: at(text) }
}

fn lowered(cycle: u32, number: u64, needles: u64) -> Entry {
    Entry { needles: Some(boxes(needles)), ..entry(cycle, number) }
}

/// The printed plan of 4, 3, 2, 3 and 0 boxes, registered in the middle of January.
fn printed() -> Plan {
    let entries: Vec<Entry> = (1..).zip([4, 3, 2, 3, 0]).map(|(cycle, number)| entry(cycle, number)).collect();
    let answer = Plan::register(&screen(&[]), &entries, &site_at("2022-01-17 10:00"), true).unwrap();
    assert!(answer.findings().is_empty(), "G-CNS-1: 1,800 doses bring no warning");
    answer.into_value().plan
}

fn change(plan: &Plan, entries: &[Entry], text: &str, fixed: &[(u32, &str)]) -> Result<Answer<Moved>, Refusal> {
    plan.change(&screen(fixed), entries, &site_at(text), true)
}

/// CYC-6, CYC-7: the deadlines and delivery weeks of the printed screen, in the year 2022.
#[test]
fn g_cyc_1_to_4_the_printed_cycles() {
    let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).unwrap();
    let printed = [
        (day(2, 28), day(3, 13), day(2, 21), at("2022-01-31 23:59")),
        (day(3, 14), day(3, 27), day(3, 7), at("2022-02-22 15:00")),
        (day(3, 28), day(4, 10), day(3, 21), at("2022-03-08 15:00")),
        (day(4, 11), day(4, 24), day(4, 4), at("2022-03-22 15:00")),
        (day(4, 25), day(5, 8), day(4, 18), at("2022-04-05 15:00")),
    ];
    let screen = screen(&[]);
    let shown = screen.cycles().iter().map(|cycle| (cycle.start, cycle.end, cycle.delivery_week, cycle.deadline));
    assert_eq!(shown.collect::<Vec<_>>(), printed);
    assert!(screen.cycles().iter().all(|cycle| (cycle.end - cycle.start).num_days() + 1 == 14), "G-CYC-2");
}

/// NDL-3, PLN-4, PLN-5: 4, 3, 2, 3, 0 boxes fill in 7, 5, 4, 5, 0 needle boxes; 12 boxes, 1,800 doses.
#[test]
fn g_ndl_2_and_g_pln_1_the_printed_figures() {
    let plan = printed();
    assert_eq!(figures(plan.rows()), [(4, 7), (3, 5), (2, 4), (3, 5), (0, 0)]);
    assert_eq!(total(plan.rows()), 12);
    assert_eq!(plan.initial_boxes().number(), 12);
    assert_eq!(screen(&[]).doses(plan.rows()), 1_800);
    assert_eq!(plan.rows().iter().map(|row| row.needles.number()).sum::<u64>(), 21);
    assert_eq!(plan.status(), PlanStatus::Registered);
}

/// NDL-6: 4 boxes fill in 7; lowered to 6, and to none, and back; never 8.
#[test]
fn g_ndl_3_needles_are_lowered_never_raised() {
    let plan = printed();
    for needles in [6, 0, 7] {
        let moved = change(&plan, &[lowered(1, 4, needles)], "2022-01-20 09:00", &[]).unwrap().into_value();
        assert_eq!(figures(moved.plan.rows())[0], (4, needles));
    }
    let refusal = change(&plan, &[lowered(1, 4, 8)], "2022-01-20 09:00", &[]).unwrap_err();
    assert_eq!(codes(&refusal), ["needle.boxes.raised at /rows/0/needles"]);
    let finding = refusal.primary().unwrap();
    assert_eq!(detail(&finding, "filled"), Some(&DetailValue::Number(7)));
    assert_eq!(detail(&finding, "asked"), Some(&DetailValue::Number(8)));
}

/// Ruling needle-override: a lowering stays while the boxes stay; other boxes fill in again and the lowering
/// is reported; a new lowering beside new boxes is taken as it is.
#[test]
fn a_lowering_is_kept_with_the_boxes_and_reported_when_they_change() {
    let plan = change(&printed(), &[lowered(3, 2, 1)], "2022-01-20 09:00", &[]).unwrap().into_value().plan;
    let same = change(&plan, &[entry(3, 2)], "2022-01-21 09:00", &[]).unwrap();
    assert_eq!(figures(same.value().plan.rows())[2], (2, 1));
    assert!(same.findings().is_empty());
    let fewer = change(&plan, &[entry(3, 1)], "2022-01-21 09:00", &[]).unwrap();
    assert_eq!(figures(fewer.value().plan.rows())[2], (1, 2));
    assert_eq!(told(fewer.findings()), ["needle.boxes.refilled at /rows/0/needles"]);
    assert!(fewer.assumptions().iter().any(|id| id == assumption::NEEDLE_OVERRIDE));
    let again = change(&plan, &[lowered(3, 1, 1)], "2022-01-21 09:00", &[]).unwrap();
    assert_eq!(figures(again.value().plan.rows())[2], (1, 1));
    assert!(again.findings().is_empty());
}

/// PLN-3, PLN-9, ruling plan-freeze.
#[test]
fn g_pln_2_row_states_at_two_moments() {
    use RowStatus::{Confirmed, Frozen, Open};
    let screen = screen(&TWO_FIXED);
    let states = |text: &str| screen.rows_at(at(text)).into_iter().map(|row| row.status).collect::<Vec<_>>();
    assert_eq!(states("2022-03-01 12:00"), [Confirmed, Confirmed, Open, Open, Open]);
    assert_eq!(states("2022-03-08 15:00"), [Confirmed, Confirmed, Open, Open, Open]);
    assert_eq!(states("2022-03-08 15:01"), [Confirmed, Confirmed, Frozen, Frozen, Frozen]);
    let frozen = &screen.rows_at(at("2022-03-09 00:00"))[4];
    assert_eq!(frozen.frozen_by, [3]);
    assert_eq!(frozen.since, Some(at("2022-03-08 15:01")));
    assert_eq!(frozen.until, None);
    let open = &screen.rows_at(at("2022-03-01 12:00"))[4];
    assert_eq!((open.since, open.until), (Some(at("2022-02-24 10:00")), Some(at("2022-03-08 15:00"))));
}

/// PLN-3b, ruling plan-excess: the total alone decides.
#[test]
fn g_pln_3_a_total_above_the_first_registration_waits() {
    let plan = printed();
    let above = change(&plan, &[entry(5, 1)], "2022-03-01 12:00", &TWO_FIXED).unwrap();
    assert_eq!(above.value().plan.status(), PlanStatus::AwaitingNation);
    assert_eq!(above.value().plan.rows(), plan.rows(), "the old plan stands");
    assert_eq!(told(above.findings()), ["plan.total.above_initial at /rows"]);
    assert!(above.assumptions().iter().any(|id| id == assumption::PLAN_EXCESS));
    for (entries, after) in [(vec![entry(4, 2), entry(5, 1)], [4, 3, 2, 2, 1]), (vec![entry(3, 1)], [4, 3, 1, 3, 0])] {
        let moved = change(&plan, &entries, "2022-03-01 12:00", &TWO_FIXED).unwrap();
        assert_eq!(moved.value().plan.status(), PlanStatus::Registered);
        assert_eq!(figures(moved.value().plan.rows()).iter().map(|row| row.0).collect::<Vec<_>>(), after);
        assert!(moved.findings().is_empty());
    }
}

/// PLN-3c.
#[test]
fn g_pln_4_a_fixed_row_is_not_changed() {
    let refusal = change(&printed(), &[entry(1, 5)], "2022-03-01 12:00", &TWO_FIXED).unwrap_err();
    assert_eq!(codes(&refusal), ["plan.total.above_initial at /rows", "plan.boxes.confirmed at /rows/0/boxes"]);
    let refusal = change(&printed(), &[entry(1, 3)], "2022-03-14 00:00", &TWO_FIXED).unwrap_err();
    assert_eq!(refusal.code(), "plan.boxes.past");
}

/// PLN-7.
#[test]
fn g_pln_5_another_id_opens_no_plan() {
    let (act, screen) = (site_at("2022-01-17 10:00"), screen(&[]));
    let refusal = Plan::register(&screen, &[entry(1, 7)], &act, false).unwrap_err();
    assert_eq!(codes(&refusal), ["plan.id.not_booster at /booster_id"]);
    let refusal = printed().change(&screen, &[entry(1, 3)], &act, false).unwrap_err();
    assert_eq!(codes(&refusal), ["plan.id.not_booster at /booster_id"]);
}

/// CNS-4 by doses: 7 boxes of 150 reach the basis, 6 do not.
#[test]
fn g_cns_1_the_basis_of_a_thousand_doses() {
    let register = |number| Plan::register(&screen(&[]), &[entry(2, number)], &site_at("2022-01-17 10:00"), true);
    assert!(register(7).unwrap().findings().is_empty());
    let below = register(6).unwrap();
    assert_eq!(told(below.findings()), ["plan.doses.below_basis at /rows"]);
    assert!(below.assumptions().iter().any(|id| id == assumption::PLAN_MINIMUM));
    assert!(!below.findings().has_errors(), "a warning, no error");
}

// The machine

/// The moves by the rules: PLN-1, PLN-3, ruling plan-excess.
const RULES: [(Option<PlanStatus>, PlanEvent, Role, PlanStatus); 7] = [
    (None, PlanEvent::Register, Role::Site, PlanStatus::Registered),
    (Some(PlanStatus::Registered), PlanEvent::ChangeWithin, Role::Site, PlanStatus::Registered),
    (Some(PlanStatus::Registered), PlanEvent::ChangeAbove, Role::Site, PlanStatus::AwaitingNation),
    (Some(PlanStatus::AwaitingNation), PlanEvent::ChangeWithin, Role::Site, PlanStatus::Registered),
    (Some(PlanStatus::AwaitingNation), PlanEvent::ChangeAbove, Role::Site, PlanStatus::AwaitingNation),
    (Some(PlanStatus::AwaitingNation), PlanEvent::Confirm, Role::Nation, PlanStatus::Registered),
    (Some(PlanStatus::AwaitingNation), PlanEvent::Refuse, Role::Nation, PlanStatus::Registered),
];

#[test]
fn the_table_is_that_of_the_rules() {
    let table: Vec<_> = PLAN_MOVES
        .iter()
        .map(|line| match line.by {
            By::Role(role) => (line.from, line.event, role, line.to),
            other => panic!("{other:?}: somebody moves a plan"),
        })
        .collect();
    assert_eq!(table, RULES);
}

/// Every state × event × role, through the doors that a caller has.
#[test]
fn what_has_no_line_is_refused() {
    let screen = screen(&[]);
    let waiting = change(&printed(), &[entry(5, 1)], "2022-01-20 09:00", &[]).unwrap().into_value().plan;
    let states = [
        (None, None),
        (Some(PlanStatus::Registered), Some(printed())),
        (Some(PlanStatus::AwaitingNation), Some(waiting)),
    ];
    let mut used = Vec::new();
    for (from, plan) in states {
        for (event, role) in PlanEvent::ALL.into_iter().flat_map(|event| Role::ALL.map(|role| (event, role))) {
            let act = Act { actor: Actor { role, code: SITE.to_owned() }, account: None, at: at("2022-01-21 09:00") };
            let done = match (event, &plan) {
                (PlanEvent::Register, None) => Plan::register(&screen, &[entry(1, 8)], &act, true),
                (PlanEvent::ChangeWithin, Some(plan)) => plan.change(&screen, &[entry(4, 2)], &act, true),
                (PlanEvent::ChangeAbove, Some(plan)) => plan.change(&screen, &[entry(4, 9)], &act, true),
                (PlanEvent::Confirm, Some(plan)) => plan.decide(&screen, &Decision::Confirm, &act),
                (PlanEvent::Refuse, Some(plan)) => {
                    plan.decide(&screen, &Decision::Refuse("供給の見通しを確認中".parse().unwrap()), &act)
                }
                // Nothing is there to be changed, or it is there already: no door leads there.
                (PlanEvent::Register, Some(_)) | (_, None) => {
                    assert!(!RULES.iter().any(|line| line.0 == from && line.1 == event));
                    continue;
                }
            };
            let line = RULES.iter().find(|line| line.0 == from && line.1 == event && line.2 == role);
            match (line, done) {
                (Some(line), Ok(answer)) => {
                    let Moved { plan, step, .. } = answer.into_value();
                    assert_eq!(plan.status(), line.3);
                    assert_eq!(step.from, from.map(PlanStatus::term));
                    assert_eq!((step.event, step.to), (event.term(), line.3.term()));
                    assert_eq!((step.machine, step.rule.as_str()), ("plan", "PLN-3"));
                    assert_eq!((step.log.act, step.log.target.as_str()), (act, SITE));
                    assert!(step.notices.is_empty(), "no notice is printed for a plan");
                    used.push(*line);
                }
                (None, Err(refusal)) => refused_rightly(&refusal, from, event, role),
                (line, done) => panic!("{from:?} {event:?} {role:?}: {line:?} {done:?}"),
            }
        }
    }
    assert_eq!(used, RULES);
}

/// The role that never has the event is told who has; the right role is told the states in which it has.
fn refused_rightly(refusal: &Refusal, from: Option<PlanStatus>, event: PlanEvent, role: Role) {
    let own = if matches!(event, PlanEvent::Confirm | PlanEvent::Refuse) { Role::Nation } else { Role::Site };
    let word = |word: &str| DetailValue::Text(word.to_owned());
    let (code, place, expected, got) = if role == own {
        let got = from.map_or("none", PlanStatus::as_str);
        ("machine.move.refused", "/decision", "awaiting_nation", got)
    } else {
        ("machine.move.role", "/actor", own.as_str(), role.as_str())
    };
    let finding = refusal.primary().unwrap();
    assert_eq!((finding.code, finding.place.to_string().as_str()), (code, place));
    assert_eq!(detail(&finding, "expected"), Some(&DetailValue::List(vec![word(expected)])));
    assert_eq!(detail(&finding, "got"), Some(&word(got)));
}

/// A plan is changed by its own site alone, and never before its last change.
#[test]
fn who_is_not_concerned_and_who_comes_from_the_past_change_nothing() {
    let (plan, screen) = (printed(), screen(&[]));
    let by = |role, code: &str, text: &str| Act {
        actor: Actor { role, code: code.to_owned() },
        account: None,
        at: at(text),
    };
    let change = |act: Act| codes(&plan.change(&screen, &[entry(4, 2)], &act, true).unwrap_err());
    let stranger = "架空工業 会場";
    assert_eq!(change(by(Role::Site, stranger, "2022-01-20 09:00")), ["machine.move.scope at /actor/code"]);
    assert_eq!(change(by(Role::Site, "", "2022-01-20 09:00")), ["base.text.form at /actor/code"]);
    assert_eq!(
        change(by(Role::Site, stranger, "2022-01-17 09:59")),
        ["machine.move.scope at /actor/code", "machine.move.backwards at /at"]
    );
    let waiting = plan.change(&screen, &[entry(5, 1)], &site_at("2022-01-20 09:00"), true).unwrap().into_value().plan;
    let early = by(Role::Prefecture, "13", "2022-01-20 08:59");
    let refusal = waiting.decide(&screen, &Decision::Confirm, &early).unwrap_err();
    assert_eq!(codes(&refusal), ["machine.move.role at /actor", "machine.move.backwards at /at"]);
    assert!(waiting.decide(&screen, &Decision::Confirm, &nation_at("2022-01-20 09:00")).is_ok(), "the same minute");
}

// The nation's decision

/// Ruling plan-excess: the old plan stands until the nation confirms, another change replaces the request, a
/// refusal keeps the old plan with its reason.
#[test]
fn a_change_that_waits_is_confirmed_replaced_or_refused() {
    let (plan, screen) = (printed(), screen(&[]));
    let waiting = change(&plan, &[entry(5, 1)], "2022-01-20 09:00", &[]).unwrap().into_value().plan;
    let confirmed = waiting.decide(&screen, &Decision::Confirm, &nation_at("2022-01-25 09:00")).unwrap();
    assert!(confirmed.findings().is_empty());
    let confirmed = confirmed.into_value().plan;
    assert_eq!(figures(confirmed.rows())[4], (1, 2));
    assert_eq!(confirmed.as_input().confirmed_at, Some(at("2022-01-25 09:00")));
    assert_eq!(confirmed.initial_boxes().number(), 12, "the baseline stays");

    let replaced = change(&waiting, &[entry(4, 5)], "2022-01-21 09:00", &[]).unwrap();
    assert_eq!(told(replaced.findings()), ["plan.request.replaced at /rows", "plan.total.above_initial at /rows"]);
    let asked = replaced.value().plan.as_input().request.clone().unwrap();
    assert_eq!(figures(&asked.rows), [(4, 7), (3, 5), (2, 4), (5, 8), (0, 0)], "nothing of the earlier request");

    let reason = "輸入の見通しが立たないため".parse().unwrap();
    let refused = waiting.decide(&screen, &Decision::Refuse(reason), &nation_at("2022-01-25 09:00")).unwrap();
    let refused = refused.into_value().plan;
    assert_eq!((refused.rows(), refused.status()), (plan.rows(), PlanStatus::Registered));
    let kept = refused.as_input().refused.clone().unwrap();
    assert_eq!((kept.reason.as_str(), kept.at), ("輸入の見通しが立たないため", at("2022-01-25 09:00")));

    // A total that was confirmed is no new baseline: boxes moved above it wait again, needles do not.
    let moved = change(&confirmed, &[entry(4, 4), entry(5, 0)], "2022-01-26 09:00", &[]).unwrap().into_value().plan;
    assert_eq!(moved.status(), PlanStatus::AwaitingNation);
    let needles = change(&confirmed, &[lowered(4, 3, 1)], "2022-01-26 09:00", &[]).unwrap().into_value().plan;
    assert_eq!((needles.status(), figures(needles.rows())[3]), (PlanStatus::Registered, (3, 1)));
    let back = change(&confirmed, &[entry(5, 0)], "2022-01-26 09:00", &[]).unwrap().into_value().plan;
    assert_eq!((back.status(), back.as_input().confirmed_at), (PlanStatus::Registered, None));
}

/// Ruling plan-excess, cut-off: on the printed minute the row is taken over, a minute later it keeps its old
/// figure; the answer says so, and that the total is above what was asked.
#[test]
fn a_row_whose_deadline_passes_while_the_change_waits_keeps_its_figure() {
    let waiting = change(&printed(), &[entry(3, 0), entry(5, 3)], "2022-03-01 12:00", &TWO_FIXED).unwrap();
    let waiting = waiting.into_value().plan;
    let decide = |text| waiting.decide(&screen(&TWO_FIXED), &Decision::Confirm, &nation_at(text)).unwrap();
    let in_time = decide("2022-03-08 15:00");
    assert_eq!(figures(in_time.value().plan.rows()), [(4, 7), (3, 5), (0, 0), (3, 5), (3, 5)]);
    assert!(in_time.findings().is_empty());
    assert!(in_time.assumptions().iter().any(|id| id == assumption::CUT_OFF));
    let late = decide("2022-03-08 15:01");
    assert_eq!(figures(late.value().plan.rows()), [(4, 7), (3, 5), (2, 4), (3, 5), (3, 5)]);
    assert_eq!(
        told(late.findings()),
        ["plan.boxes.kept at /plan/request/rows/2", "plan.total.above_request at /plan/request/rows"]
    );
    assert!(late.assumptions().iter().all(|id| id != assumption::CUT_OFF));
    // A lowering alone is told too, by its own figures.
    let both = change(&printed(), &[lowered(3, 2, 1), entry(5, 1)], "2022-03-01 12:00", &TWO_FIXED).unwrap();
    let late =
        both.value().plan.decide(&screen(&TWO_FIXED), &Decision::Confirm, &nation_at("2022-03-08 15:01")).unwrap();
    let finding = late.findings().sorted()[0].clone();
    let figure = |name| detail(&finding, name).cloned();
    assert_eq!((figure("kept"), figure("asked")), (Some(DetailValue::Number(2)), Some(DetailValue::Number(2))));
    assert_eq!(
        (figure("kept_needles"), figure("asked_needles")),
        (Some(DetailValue::Number(4)), Some(DetailValue::Number(1)))
    );
}

/// A frozen row names the cycles in its message: a finding carries no particulars on the wire.
#[test]
fn a_frozen_row_says_which_cycles_freeze_it() {
    let refusal = change(&printed(), &[entry(5, 0), entry(4, 4)], "2022-03-23 09:00", &TWO_FIXED).unwrap_err();
    let finding = refusal.primary().unwrap();
    assert_eq!((finding.code, finding.place.to_string().as_str()), ("plan.boxes.frozen", "/rows/1/boxes"));
    assert!(finding.message.ja.contains("第3・4クール"), "{}", finding.message.ja);
    assert!(finding.message.en.contains("cycle 3, 4"), "{}", finding.message.en);
    assert!(refusal.assumptions().iter().any(|id| id == assumption::PLAN_FREEZE));
}

// Documents

/// A plan above its first registration, with another change that waits and one that was refused.
fn rich() -> (Plan, Timetable) {
    let screen = screen(&TWO_FIXED);
    let first = change(&printed(), &[entry(5, 1)], "2022-01-20 09:00", &[]).unwrap().into_value().plan;
    let first = first.decide(&screen, &Decision::Confirm, &nation_at("2022-01-25 09:00")).unwrap().into_value().plan;
    let second = change(&first, &[entry(4, 6)], "2022-01-26 09:00", &[]).unwrap().into_value().plan;
    let reason = "輸入の見通しが立たないため".parse().unwrap();
    let second = second.decide(&screen, &Decision::Refuse(reason), &nation_at("2022-01-27 09:00")).unwrap();
    let third = change(&second.into_value().plan, &[entry(4, 5)], "2022-03-01 12:00", &TWO_FIXED).unwrap();
    (third.into_value().plan, screen)
}

#[test]
fn a_document_is_read_as_it_was_written() {
    let (plan, screen) = rich();
    assert_eq!(Plan::try_new(plan.as_input().clone(), &screen), Ok(plan));
}

/// One invariant broken at a time: refused, at the place that is wrong.
#[test]
fn a_document_that_contradicts_itself_is_refused() {
    let (plan, screen) = rich();
    type Change = fn(&mut PlanInput);
    let broken: [(&str, Change); 17] = [
        ("/plan/confirmed_at", |plan| plan.confirmed_at = None),
        ("/plan/confirmed_at", |plan| plan.initial_boxes = boxes(13)),
        ("/plan/rows", |plan| plan.rows.truncate(4)),
        ("/plan/rows", |plan| plan.rows.push(PlanRow::default())),
        ("/plan/rows/2/needles", |plan| plan.rows[2].needles = boxes(5)),
        ("/plan/request/rows/3/needles", |plan| plan.request.as_mut().unwrap().rows[3].needles = boxes(9)),
        ("/plan/request/rows", |plan| plan.request.as_mut().unwrap().rows.truncate(4)),
        ("/plan/request", |plan| plan.request.as_mut().unwrap().rows = vec![PlanRow::default(); 5]),
        ("/plan/request", |plan| plan.request.as_mut().unwrap().rows.clone_from(&plan.rows)),
        ("/plan/request/at", |plan| plan.request.as_mut().unwrap().at -= TimeDelta::minutes(1)),
        ("/plan/request/at", |plan| plan.request.as_mut().unwrap().at += TimeDelta::minutes(1)),
        ("/plan/changed_at", |plan| plan.confirmed_at = Some(plan.registered_at - TimeDelta::minutes(1))),
        ("/plan/changed_at", |plan| plan.confirmed_at = Some(plan.changed_at + TimeDelta::minutes(1))),
        ("/plan/changed_at", |plan| {
            plan.refused =
                plan.refused.take().map(|refused| Refused { at: plan.changed_at + TimeDelta::minutes(1), ..refused });
        }),
        ("/plan/changed_at", |plan| plan.registered_at = plan.changed_at + TimeDelta::minutes(1)),
        ("/plan/rows", |plan| plan.rows[4].boxes = boxes(u32::MAX.into())),
        ("/plan/request/rows", |plan| plan.request.as_mut().unwrap().rows[4].boxes = boxes(u32::MAX.into())),
    ];
    for (place, spoil) in broken {
        let mut input = plan.as_input().clone();
        spoil(&mut input);
        let refusal = Plan::try_new(input, &screen).expect_err(place);
        assert!(codes(&refusal).contains(&format!("plan.state.invalid at {place}")), "{place}: {:?}", codes(&refusal));
        assert!(refusal.assumptions().iter().any(|id| id == assumption::LOCK_STATELESS));
    }
    let mut input = plan.as_input().clone();
    input.request = Some(Request { rows: Vec::new(), at: input.registered_at });
    input.rows[0].needles = boxes(8);
    input.confirmed_at = None;
    let places =
        ["/plan/confirmed_at", "/plan/request", "/plan/request/at", "/plan/request/rows", "/plan/rows/0/needles"];
    let all: Vec<String> = places.map(|place| format!("plan.state.invalid at {place}")).to_vec();
    assert_eq!(codes(&Plan::try_new(input, &screen).unwrap_err()), all, "everything at once");
}

/// Figures at the edge of their range are told, never wrapped.
#[test]
fn figures_beyond_their_range_are_told() {
    let (screen, act) = (screen(&[]), site_at("2022-01-17 10:00"));
    let most = u32::MAX.into();
    let refusal = Plan::register(&screen, &[entry(1, most)], &act, true).unwrap_err();
    assert_eq!(refusal.code(), "base.quantity.too_large");
    assert_eq!(refusal.primary().unwrap().place.to_string(), "/rows/0/boxes");
    // One piece a vial keeps every row in its range; the total leaves it.
    let lines: Vec<Line> =
        (1..=11).map(|number| Line { number, deadline: 30 * DAY, last_day: 40, fixed: None }).collect();
    let timetable = timetable(&lines, Policy::PerVial(1).core());
    let rows: Vec<Entry> = (1..=11).map(|cycle| entry(cycle, 420_000_000)).collect();
    let refusal = Plan::register(&timetable, &rows, &act, true).unwrap_err();
    assert_eq!(codes(&refusal), ["plan.total.too_large at /rows"]);
    assert_eq!(refusal.primary().unwrap().details[0], ("most", DetailValue::Number(most)));
}

/// What is wrong with the products and the fixed cycles is told at once.
#[test]
fn a_timetable_tells_everything_that_is_wrong() {
    let cycles = |product: &str, needle: &str, fixed: &[u32]| {
        let days = CycleCalendar {
            days: 14,
            delivery_days_before: Some(7),
            deadline: Some(DeadlineRule { days_before: 20, time: "15:00:00".parse().unwrap() }),
            first_deadline: None,
        };
        let cycles = days.cycles(NaiveDate::from_ymd_opt(2022, 2, 28).unwrap(), 3).unwrap();
        let fixed: Vec<Confirmation> =
            fixed.iter().map(|&cycle| Confirmation { cycle, at: at("2022-02-10 09:00") }).collect();
        let product = PlanProduct { vaccine: product.to_owned(), needle: needle.to_owned(), policy: None };
        codes(&Timetable::try_new(&BOOK, &product, &cycles, &fixed).unwrap_err())
    };
    assert_eq!(
        cycles("nothing", "syringe-100", &[1, 4, 1]),
        [
            "plan.cycle.unknown at /confirmed/1/cycle",
            "plan.cycle.twice at /confirmed/2/cycle",
            "product.kind.other at /needle",
            "product.id.unknown at /product",
        ]
    );
    assert_eq!(cycles("pfizer-12plus", "needle-100", &[]), ["needle.policy.not_published at /needle_policy"]);
    assert_eq!(cycles("astrazeneca", "needle-100", &[]), ["product.pack.not_published at /product"]);
    let undated = CycleCalendar { days: 14, delivery_days_before: None, deadline: None, first_deadline: None };
    let undated = undated.cycles(NaiveDate::from_ymd_opt(2022, 2, 28).unwrap(), 3).unwrap();
    let product = PlanProduct { vaccine: "moderna-booster".to_owned(), needle: "needle-100".to_owned(), policy: None };
    assert_eq!(
        codes(&Timetable::try_new(&BOOK, &product, &undated, &[]).unwrap_err()),
        ["calendar.deadline.missing at /calendar", "calendar.delivery.missing at /calendar"]
    );
}
