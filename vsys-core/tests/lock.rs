//! The lock and what leads to it: it waits for everybody, refuses Ｘ, offers both repairs of needles that
//! do not reach; edits keep what was proposed; sites see their amount; totals and progress are told.
//!
//! Source: ALC-4 to ALC-8, ALC-11, PRV-4; ruling lock-with-cross, assumption.reopen-before-lock.

use crate::common;

use common::hierarchies::demo;
use common::workflow::{Who, completed, parts, region_code, registered, row, site_name, text, town_code};
use common::{boxes, codes, detail};
use vsys_core::allocation::{Event, LockRepair, Mark, Registered, State, StateInput, Status, Triple};
use vsys_core::base::{Actor, DetailValue, Refusal, Role, assumption};

/// A mark Ｘ on vaccine never becomes a lock, whatever the repair: the state does not read, or the lock
/// is refused.
#[test]
fn a_cross_on_vaccine_is_never_locked() {
    for (region, town) in [(1, 0), (0, 1)] {
        let mut model = completed(registered(50));
        model.regions[0].1.vaccine -= region;
        model.towns[0].1.vaccine -= town;
        model.towns[1].1.vaccine += town;
        let Ok(state) = State::try_new(model.input()) else { continue };
        for repair in [None, Some(LockRepair::TopUp), Some(LockRepair::CapToParent)] {
            let refusal = state.clone().apply(&Who::Region(0).actor(), &Event::Lock(repair)).unwrap_err();
            assert_eq!(refusal.code(), "allocation.lock.vaccine_cross");
            let crossed = if town == 1 { town_code(0).to_string() } else { region_code(0).to_string() };
            let finding = refusal.primary().unwrap();
            assert_eq!(detail(&finding, "municipalities"), Some(&DetailValue::List(vec![text(&crossed)])));
        }
    }
}

/// The lock waits for every municipality of the prefecture and names who has not completed (G-ALC-3).
#[test]
fn the_lock_waits_for_every_municipality() {
    for waiting in [Status::Received, Status::Confirmed] {
        let mut model = completed(registered(0));
        model.towns[1].0 = waiting;
        let mut state = model.state();
        let refusal = state.apply(&Who::Region(0).actor(), &Event::Lock(None)).unwrap_err();
        assert_eq!(refusal.code(), "allocation.lock.not_completed");
        let names = DetailValue::List(vec![text(&town_code(1).to_string())]);
        assert_eq!(detail(&refusal.primary().unwrap(), "waiting"), Some(&names));
        // The other prefecture does not wait for it.
        assert!(state.apply(&Who::Region(1).actor(), &Event::Lock(None)).is_ok());
    }
}

/// After the lock every event of everybody in the prefecture is refused (G-ALC-3).
#[test]
fn nothing_moves_after_the_lock() {
    let mut state = completed(registered(0)).state();
    let answer = state.apply(&Who::Region(0).actor(), &Event::Lock(None)).unwrap();
    assert!(answer.value().changes.is_empty());
    let named: Vec<_> = answer.assumptions().iter().collect();
    assert!(named.contains(&assumption::LOCK_WITH_CROSS) && named.contains(&assumption::MARKS), "{named:?}");
    let kept = state.clone();
    let edits = [town_code(0).to_string(), site_name(0)].map(|name| Event::Edit(vec![row(&name, Triple::default())]));
    let events = [Event::Fix, Event::Confirm, Event::Complete, Event::Lock(None), Event::Lock(Some(LockRepair::TopUp))];
    for event in events.into_iter().chain(edits) {
        for who in [Who::Region(0), Who::Town(0), Who::Town(1), Who::Site(0)] {
            assert!(state.apply(&who.actor(), &event).is_err(), "{who:?} {event:?}");
            assert_eq!(state, kept);
        }
    }
}

/// The first municipality's sites need one box of needles more than it has (ALC-11); its prefecture has
/// nothing to spare.
fn one_box_short(supply: Registered) -> State {
    let mut model = completed(supply);
    for boxes in [&mut model.towns[0].1, &mut model.regions[0].1] {
        boxes.needles -= 1;
        boxes.syringes -= 1;
    }
    model.state()
}

fn lock(state: &mut State, repair: Option<LockRepair>) -> Result<Vec<(String, u64, u64)>, Refusal> {
    let answer = state.apply(&Who::Region(0).actor(), &Event::Lock(repair))?;
    let changes = answer.value().changes.iter();
    Ok(changes.map(|change| (change.id.clone(), change.needles_before, change.needles)).collect())
}

/// The changes of a repair in the details, as (id, before, after).
fn told(refusal: &Refusal, repair: &str) -> Option<Vec<(String, u64, u64)>> {
    let finding = refusal.primary().unwrap();
    let DetailValue::List(changes) = detail(&finding, repair)? else { panic!("{repair} is a list") };
    let change = |change: &DetailValue| {
        let DetailValue::Record(members) = change else { panic!("a change is a record") };
        let member = |name: &str| members.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        match (member("id"), member("needles_before"), member("needles")) {
            (Some(DetailValue::Text(id)), Some(DetailValue::Number(before)), Some(DetailValue::Number(after))) => {
                (id, before, after)
            }
            other => panic!("{other:?}"),
        }
    };
    Some(changes.iter().map(change).collect())
}

fn all_circles(state: &State) -> bool {
    let regions = (0..state.prefectures().len()).map(|at| state.prefecture_marks(at).unwrap());
    let towns = (0..state.municipalities().len()).map(|at| state.municipality_marks(at).unwrap());
    regions.chain(towns).all(|marks| marks.overall() == Mark::Circle)
}

/// Needles Ｘ: refused with both repairs, ready to apply; each then leads to all marks 〇.
#[test]
fn a_lock_with_needles_short_offers_both_repairs() {
    let (region, town) = (region_code(0).to_string(), town_code(0).to_string());
    let top_up = vec![(region, 99, 100), (town.clone(), 29, 30)];
    // 29 boxes on needs of 10 and 20, weights 1 and 2: 29/3 and 58/3, the larger remainder is the first's.
    let cap_to_parent = vec![(site_name(1), 20, 19)];
    let sound = one_box_short(registered(0));
    let refusal = lock(&mut sound.clone(), None).unwrap_err();
    assert_eq!(refusal.code(), "allocation.lock.needle_cross");
    assert_eq!(detail(&refusal.primary().unwrap(), "municipalities"), Some(&DetailValue::List(vec![text(&town)])));
    assert_eq!(told(&refusal, "top_up"), Some(top_up.clone()));
    assert_eq!(told(&refusal, "cap_to_parent"), Some(cap_to_parent.clone()));
    assert_eq!(detail(&refusal.primary().unwrap(), "top_up_missing"), None);
    for (repair, changes) in [(LockRepair::TopUp, top_up), (LockRepair::CapToParent, cap_to_parent)] {
        let mut state = sound.clone();
        assert_eq!(lock(&mut state, Some(repair)).unwrap(), changes);
        assert_eq!(state.prefectures()[0].status, Status::Locked);
        assert!(all_circles(&state), "{repair:?}");
        assert_eq!(State::try_new(parts(&state)).as_ref(), Ok(&state));
    }
}

/// Top-up needs the registered needle supply, and names it when it is missing or too small.
#[test]
fn top_up_names_the_missing_supply() {
    let unregistered = Registered { vaccine: boxes(21), needles: None, syringes: Some(boxes(999)) };
    let mut short = one_box_short(registered(0));
    short = State::try_new(StateInput { supply: unregistered, ..parts(&short) }).unwrap();
    for repair in [None, Some(LockRepair::TopUp)] {
        let refusal = lock(&mut short.clone(), repair).unwrap_err();
        assert_eq!(refusal.code(), "allocation.lock.needle_cross");
        assert_eq!(told(&refusal, "top_up"), None);
        assert_eq!(detail(&refusal.primary().unwrap(), "top_up_missing"), Some(&text("supply.needles")));
        assert!(told(&refusal, "cap_to_parent").is_some());
    }
    assert!(lock(&mut short.clone(), Some(LockRepair::CapToParent)).is_ok());
    // Registered, but one box too few.
    let scarce = Registered { vaccine: boxes(21), needles: Some(boxes(209)), syringes: None };
    let mut short = State::try_new(StateInput { supply: scarce, ..parts(&one_box_short(registered(0))) }).unwrap();
    let refusal = lock(&mut short, Some(LockRepair::TopUp)).unwrap_err();
    assert_eq!(told(&refusal, "top_up"), None);
    assert!(detail(&refusal.primary().unwrap(), "top_up_missing").is_some());
}

/// An edit keeps what was first proposed and the last reason; one that changes nothing leaves no trace.
#[test]
fn an_edit_keeps_the_first_proposal() {
    let mut state = completed(registered(0)).state();
    let first = state.sites()[0].amount.boxes;
    let edit = |state: &mut State, vaccine| {
        let boxes = Triple { vaccine, ..first };
        state.apply(&Who::Town(0).actor(), &Event::Edit(vec![row(&site_name(0), boxes)])).unwrap()
    };
    let answer = edit(&mut state, first.vaccine);
    assert!(answer.assumptions().iter().any(|assumed| assumed == assumption::REOPEN), "it went back");
    assert_eq!((state.sites()[0].amount.proposed, state.municipalities()[0].status), (None, Status::Confirmed));
    edit(&mut state, 0);
    edit(&mut state, 7);
    let amount = &state.sites()[0].amount;
    assert_eq!((amount.boxes.vaccine, amount.proposed), (7, Some(first)));
    assert_eq!(amount.reason.as_ref().map(|reason| reason.as_str()), Some("by hand"));
}

/// A municipality whose amount changes has to receive, confirm and complete again.
#[test]
fn a_changed_amount_arrives_anew() {
    let mut state = completed(registered(0)).state();
    let lower = Triple { vaccine: 2, ..state.municipalities()[0].amount.boxes };
    let region = Who::Region(0).actor();
    state.apply(&region, &Event::Edit(vec![row(&town_code(0).to_string(), lower)])).unwrap();
    let statuses = |state: &State| state.municipalities()[..2].iter().map(|town| town.status).collect::<Vec<_>>();
    assert_eq!(statuses(&state), [Status::Waiting, Status::Completed]);
    assert_eq!(state.view(&Who::Town(0).actor()).unwrap().received, None);
    // A further change names the assumption only where it sends somebody back.
    let reopens = |town: usize, boxes: Triple| {
        let rows = vec![row(&town_code(town).to_string(), boxes)];
        let answer = state.clone().apply(&region, &Event::Edit(rows)).unwrap();
        answer.assumptions().iter().any(|assumed| assumed == assumption::REOPEN)
    };
    assert!(!reopens(0, Triple { vaccine: 1, ..lower }));
    assert!(reopens(1, Triple { vaccine: 1, ..lower }));
    state.apply(&region, &Event::Complete).unwrap();
    assert_eq!(statuses(&state), [Status::Received, Status::Completed]);
    // Its sites still have 3 boxes: they come down before it completes.
    state.apply(&Who::Town(0).actor(), &Event::Confirm).unwrap();
    let refusal = state.apply(&Who::Town(0).actor(), &Event::Complete).unwrap_err();
    let finding = refusal.primary().unwrap();
    assert_eq!(finding.code, "allocation.given.over_received");
    assert_eq!(detail(&finding, "received"), Some(&DetailValue::Number(2)));
    assert_eq!(detail(&finding, "given"), Some(&DetailValue::Number(3)));
}

/// Rows for somebody else's recipients and rows that stand twice are all named, and nothing changes.
#[test]
fn an_edit_of_anothers_recipient_changes_nothing() {
    let state = completed(registered(0)).state();
    let mut edited = state.clone();
    let rows = [site_name(2), site_name(0), site_name(0), town_code(0).to_string()];
    let rows = rows.iter().map(|name| row(name, Triple::default())).collect();
    let refusal = edited.apply(&Who::Town(0).actor(), &Event::Edit(rows)).unwrap_err();
    let expected = [
        "allocation.edit.target at /event/amounts/0/id",
        "allocation.recipient.twice at /event/amounts/2/id",
        "allocation.edit.target at /event/amounts/3/id",
    ];
    assert_eq!(codes(&refusal), expected);
    assert_eq!(edited, state);
}

/// Figures beyond every range are refused or locked, but never overflow.
#[test]
fn figures_beyond_every_range_do_not_overflow() {
    let huge = Triple { vaccine: 0, needles: u64::MAX, syringes: u64::MAX };
    let mut state = completed(registered(0)).state();
    for (town, sites) in [(0, [0, 1]), (1, [2, 3])] {
        let rows = sites.map(|site| row(&site_name(site), huge)).to_vec();
        if state.apply(&Who::Town(town).actor(), &Event::Edit(rows)).is_ok() {
            state.apply(&Who::Town(town).actor(), &Event::Complete).unwrap();
        }
    }
    for repair in [None, Some(LockRepair::TopUp), Some(LockRepair::CapToParent)] {
        let mut locked = state.clone();
        if lock(&mut locked, repair).is_ok() {
            assert!(all_circles(&locked));
        }
    }
}

/// The demo of ALC-10 from the proposal to the site: nothing is visible before the lock, 1 box with 10
/// of needles and of syringes after it (ALC-6, G-ALC-4).
#[test]
fn the_site_of_the_demo_sees_its_box_after_the_lock() {
    let request = demo();
    let (network, answer) = request.serve().unwrap();
    let supply = Registered { vaccine: request.supply, needles: Some(boxes(19_500)), syringes: None };
    let header = completed(registered(0)).input().header;
    let mut state = State::draft(header, supply, &network, &answer).unwrap();
    let actor = |role, code: &str| Actor { role, code: code.to_owned() };
    let site = actor(Role::Site, "site-1");
    let (nation, region) = (actor(Role::Nation, ""), actor(Role::Prefecture, "13"));
    let town = actor(Role::Municipality, &state.municipalities()[0].code.to_string());
    let steps = [
        (&nation, Event::Fix),
        (&region, Event::Confirm),
        (&region, Event::Complete),
        (&town, Event::Confirm),
        (&town, Event::Complete),
        (&region, Event::Lock(None)),
    ];
    for (actor, event) in steps {
        let view = state.view(&site).unwrap();
        assert_eq!((view.received, view.rows.len()), (None, 0), "before {event:?}");
        state.apply(actor, &event).unwrap();
    }
    assert_eq!(state.view(&site).unwrap().received, Some(Triple { vaccine: 1, needles: 10, syringes: 10 }));
    let received = |actor| state.view(actor).unwrap().received;
    assert_eq!(received(&region), Some(Triple { vaccine: 160, needles: 1_560, syringes: 1_560 }));
    assert_eq!(received(&town), Some(Triple { vaccine: 5, needles: 49, syringes: 49 }));
}

/// A government sees its own recipients and nobody else's (PRV-4).
#[test]
fn a_government_sees_its_own_recipients_only() {
    let state = completed(registered(0)).state();
    let rows = |who: Who| state.view(&who.actor()).unwrap().rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(rows(Who::Nation), [region_code(0), region_code(1)].map(|code| code.to_string()));
    assert_eq!(rows(Who::Region(0)), [town_code(0), town_code(1)].map(|code| code.to_string()));
    assert_eq!(rows(Who::Region(1)), [town_code(2).to_string()]);
    assert_eq!(rows(Who::Town(1)), [site_name(2), site_name(3)]);
    assert!(rows(Who::Site(0)).is_empty());
}

/// 集計情報 and 進捗状況 (ALC-7, ALC-8): received against given on, and who is how far.
#[test]
fn totals_and_progress_are_told() {
    let mut model = completed(registered(5));
    model.towns[0].0 = Status::Received;
    model.towns[1].1.needles -= 1;
    let state = model.state();
    let summary = state.summary(&Who::Region(0).actor()).unwrap();
    assert_eq!((summary.received.vaccine, summary.given.vaccine), (10, 10));
    assert_eq!((summary.received.needles, summary.given.needles), (100, 99));
    assert_eq!(summary.marks.overall(), Mark::Circle);
    let progress = state.progress(&Who::Region(0).actor()).unwrap();
    assert_eq!(progress.status, Status::Completed);
    assert_eq!(progress.counts, [(Status::Received, 1), (Status::Completed, 1)]);
    assert_eq!(progress.waiting, [town_code(0).to_string()]);
    assert_eq!(progress.crossed, [town_code(1).to_string()]);
    let nation = state.summary(&Who::Nation.actor()).unwrap();
    assert_eq!(nation.received, Triple { vaccine: 21, needles: 215, syringes: 215 });
    assert_eq!(nation.given, Triple { vaccine: 21, needles: 210, syringes: 210 });
    assert_eq!(state.summary(&Who::Site(0).actor()).unwrap_err().code(), "allocation.move.scope");
}
