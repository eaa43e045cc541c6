//! Every state machine as a model: what is reachable, where it ends, what its lines rest on, and that no
//! path leads to a sealed state past its approval.

use std::collections::{BTreeMap, BTreeSet};

use vsys_core::MACHINES;
use vsys_core::base::{By, Machine, MoveLine, Role, StateLine, Term, notices};
use vsys_core::rulebook::RuleBook;

/// A state that nothing may reach but by an approval: who approves with which event.
struct Seal {
    machine: &'static str,
    /// From where; absent = from where the thing begins.
    from: Option<&'static str>,
    sealed: &'static str,
    approvals: &'static [(Role, &'static str)],
}

/// One row a sealed state; a machine that is added gets its row here.
const SEALS: &[Seal] = &[
    // A prefecture's amounts are locked by its own lock alone (ALC-4 step 6), its municipalities' with them.
    Seal { machine: "allocation.municipality", from: None, sealed: "locked", approvals: &[(Role::Prefecture, "lock")] },
    Seal { machine: "allocation.nation", from: None, sealed: "fixed", approvals: &[(Role::Nation, "fix")] },
    Seal { machine: "allocation.prefecture", from: None, sealed: "locked", approvals: &[(Role::Prefecture, "lock")] },
    // An application is confirmed by the ministry alone, and withdrawn by its applicant (APP-10, APP-13).
    Seal {
        machine: "application",
        from: None,
        sealed: "confirmed",
        approvals: &[(Role::Nation, "confirm_same_id"), (Role::Nation, "confirm_new_id")],
    },
    Seal { machine: "application", from: None, sealed: "withdrawn", approvals: &[(Role::Site, "withdraw")] },
    // A letter gives way to the one that the ministry issues anew (APP-14).
    Seal { machine: "contract.letter", from: None, sealed: "superseded", approvals: &[(Role::Nation, "reissue")] },
    // An approval item changes by the municipality's approval alone (MED-4).
    Seal {
        machine: "facility.approval",
        from: None,
        sealed: "approved",
        approvals: &[(Role::Municipality, "approve")],
    },
    Seal { machine: "facility.approval", from: None, sealed: "rejected", approvals: &[(Role::Municipality, "reject")] },
    // A change above the total waits until the nation confirms or refuses it, or until the applicant
    // replaces it by one within the total (PLN-3; ruling plan-excess).
    Seal {
        machine: "plan",
        from: Some("awaiting_nation"),
        sealed: "registered",
        approvals: &[(Role::Nation, "confirm"), (Role::Nation, "refuse"), (Role::Site, "change_within")],
    },
];

fn states(machine: &Machine) -> Vec<StateLine> {
    (machine.states)()
}

fn moves(machine: &Machine) -> Vec<MoveLine> {
    (machine.moves)()
}

/// The states in which a thing begins.
fn starts(machine: &Machine) -> Vec<&'static str> {
    states(machine).iter().filter(|line| line.initial).map(|line| line.state.en).collect()
}

/// Every state that lines lead to from some states.
fn reachable(from: &[&'static str], lines: &[MoveLine]) -> BTreeSet<&'static str> {
    let mut reached: BTreeSet<&'static str> = from.iter().copied().collect();
    loop {
        let next = lines.iter().filter(|line| line.from.is_some_and(|from| reached.contains(from.en)));
        let before = reached.len();
        let next: Vec<&'static str> = next.map(|line| line.to.en).collect();
        reached.extend(next);
        if reached.len() == before {
            return reached;
        }
    }
}

fn leads_out(line: &MoveLine) -> bool {
    line.from.is_some_and(|from| from != line.to)
}

/// Ids sorted, each once, and each in the form of its kind.
#[test]
fn the_machines_stand_in_the_order_of_their_ids() {
    let ids: Vec<&str> = MACHINES.iter().map(|machine| machine.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
    for machine in MACHINES {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(machine.id.split('.').all(word), "{}", machine.id);
        assert!(!machine.title.en.is_empty() && !machine.title.ja.is_empty(), "{}", machine.id);
    }
}

/// A machine begins somewhere, and from there every one of its states is reached.
#[test]
fn every_state_is_reached() {
    for machine in MACHINES {
        let (lines, starts) = (moves(machine), starts(machine));
        assert!(!starts.is_empty(), "{} begins nowhere", machine.id);
        let all: BTreeSet<&str> = states(machine).iter().map(|line| line.state.en).collect();
        assert_eq!(reachable(&starts, &lines), all, "{}", machine.id);
        // Where an event makes the thing, it begins in the states to which such events lead.
        let made: BTreeSet<&str> = lines.iter().filter(|line| line.from.is_none()).map(|line| line.to.en).collect();
        assert!(made.is_empty() || made == starts.iter().copied().collect(), "{}: {made:?} {starts:?}", machine.id);
    }
}

/// Out of every state leads a way, but out of a named end none. A self-move does not lead out: a thing
/// may be done again in its end, and staying is no way out of any other state.
#[test]
fn only_named_ends_are_ends() {
    for machine in MACHINES {
        for line in states(machine) {
            let out = moves(machine).iter().any(|by| by.from == Some(line.state) && leads_out(by));
            assert_ne!(out, line.end, "{}: {}", machine.id, line.state);
        }
    }
}

/// What a line names stands in the tables of the rulebook.
#[test]
fn every_line_rests_on_what_is_listed() {
    let book = RuleBook::bundled().unwrap();
    let rules: BTreeSet<&str> = book.rules().iter().map(|rule| rule.id.as_str()).collect();
    let assumptions: BTreeSet<&str> = book.assumptions().iter().map(|entry| entry.id.as_str()).collect();
    for machine in MACHINES {
        for line in moves(machine) {
            let place = format!("{}: {line:?}", machine.id);
            assert!(rules.contains(line.rule.as_str()), "{place}");
            assert!(line.assumption.is_none_or(|id| assumptions.contains(id.as_str())), "{place}");
            assert!(line.notices.iter().all(|id| book.notice(*id).is_some()), "{place}");
        }
    }
    assert!(notices::ALL.iter().all(|id| book.notice(*id).is_some()));
}

/// A state, an event and who causes it lead to one state only; states and events are told apart by their
/// names in both languages.
#[test]
fn every_move_is_decided() {
    for machine in MACHINES {
        let mut seen = BTreeSet::new();
        for line in moves(machine) {
            let key = (line.from.map(|from| from.en), line.event.en, format!("{:?}", line.by));
            assert!(seen.insert(key), "{}: {line:?} stands twice", machine.id);
        }
        let lines = moves(machine);
        one_name_each(machine, states(machine).iter().map(|line| line.state));
        one_name_each(machine, lines.iter().map(|line| line.event));
    }
}

fn one_name_each(machine: &Machine, words: impl Iterator<Item = Term>) {
    let words: BTreeMap<&str, &str> = words.map(|word| (word.en, word.ja)).collect();
    let japanese: BTreeSet<&str> = words.values().copied().collect();
    assert_eq!(japanese.len(), words.len(), "{}: {words:?}", machine.id);
}

/// Whether a line is an approval of a seal: its event, by the role itself or following what it does.
fn approves(seal: &Seal, line: &MoveLine) -> bool {
    seal.approvals.iter().any(|&(role, event)| {
        line.to.en == seal.sealed
            && line.event.en == event
            && (line.by == By::Role(role) || line.by == By::Follows(role))
    })
}

/// With the approving lines a sealed state is reached; without them it is not. A sealed end stays as it
/// is: not even a self-move changes it.
#[test]
fn no_path_leads_to_a_sealed_state_without_its_approval() {
    for seal in SEALS {
        let machine = MACHINES.iter().find(|machine| machine.id == seal.machine).expect(seal.machine);
        let from = seal.from.map_or_else(|| starts(machine), |from| vec![from]);
        let sealed = states(machine).into_iter().find(|line| line.state.en == seal.sealed).expect(seal.sealed);
        let (approving, others): (Vec<_>, Vec<_>) = moves(machine).into_iter().partition(|line| approves(seal, line));
        for (role, event) in seal.approvals {
            let named = |line: &MoveLine| {
                line.event.en == *event && (line.by == By::Role(*role) || line.by == By::Follows(*role))
            };
            assert!(approving.iter().any(named), "{}: no line {event} by {role:?}", seal.machine);
        }
        assert!(reachable(&from, &moves(machine)).contains(seal.sealed), "{}", seal.machine);
        assert!(!reachable(&from, &others).contains(seal.sealed), "{}", seal.machine);
        if sealed.end {
            assert!(moves(machine).iter().all(|line| line.from != Some(sealed.state)), "{}", seal.machine);
        }
    }
}

/// Every state that a machine names as its end stands among the seals, or is reached by the clock alone.
#[test]
fn every_end_is_sealed_or_comes_with_time() {
    for machine in MACHINES {
        for end in states(machine).iter().filter(|line| line.end) {
            let sealed = SEALS.iter().any(|seal| seal.machine == machine.id && seal.sealed == end.state.en);
            let by_time = moves(machine).iter().filter(|line| line.to == end.state).all(|line| line.by == By::Clock);
            assert!(sealed || by_time, "{}: {}", machine.id, end.state);
        }
    }
}

/// The diagram shows every state, every move, where it begins and where it ends.
#[test]
fn the_diagram_shows_every_line() {
    for machine in MACHINES {
        let text = machine.mermaid();
        let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert_eq!(lines.remove(0), "stateDiagram-v2");
        let mut expected = BTreeMap::new();
        let mut expect = |line: String| *expected.entry(line).or_insert(0) += 1;
        for state in states(machine) {
            expect(format!("{} : {}", state.state.en, state.state.ja));
            if state.end {
                expect(format!("{} --> [*]", state.state.en));
            }
            let made = moves(machine).iter().any(|line| line.from.is_none() && line.to == state.state);
            if state.initial && !made {
                expect(format!("[*] --> {}", state.state.en));
            }
        }
        for line in moves(machine) {
            let from = line.from.map_or("[*]", |from| from.en);
            expect(format!("{from} --> {} : {} ({})", line.to.en, line.event.ja, line.by.term().ja));
        }
        let mut got = BTreeMap::new();
        lines.into_iter().for_each(|line| *got.entry(line.to_owned()).or_insert(0) += 1);
        assert_eq!(got, expected, "{}", machine.id);
    }
}
