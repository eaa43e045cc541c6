//! The delegation letter: every move stands in the table and nowhere else, downloads are counted, the pop-up
//! appears until the first, and a letter that travels is proved again.
//!
//! Source: APP-14, APP-18..20; X-15.

use crate::common;

use common::facility::{LATER, START, act, texts, time, told};
use common::{codes, config, id};
use proptest::prelude::*;
use vsys_core::base::{Act, Refusal, Role, assumption, notices};
use vsys_core::facility::{
    LETTER_MOVES, Letter, LetterAct, LetterEvent, LetterInput, LetterMoved, LetterStatus, move_letter,
};

fn letter(edit: impl FnOnce(&mut LetterInput)) -> Result<Letter, Refusal> {
    let mut input = LetterInput {
        id: id("L1"),
        site: id("B1"),
        status: LetterStatus::Created,
        downloads: 0,
        created_at: time(START),
        changed_at: time(START),
    };
    edit(&mut input);
    Letter::try_new(input)
}

fn letter_in(state: Option<LetterStatus>) -> Option<Letter> {
    let downloads = u32::from(state != Some(LetterStatus::Created));
    state.map(|status| letter(|input| (input.status, input.downloads) = (status, downloads)).unwrap())
}

fn letter_act(event: LetterEvent) -> LetterAct {
    match event {
        LetterEvent::Issue => LetterAct::Issue { id: id("L1"), site: id("B1") },
        LetterEvent::Login => LetterAct::Login,
        LetterEvent::Download => LetterAct::Download,
        LetterEvent::Reissue => LetterAct::Reissue { id: id("L2"), site: Some(id("B2")) },
    }
}

/// APP-14, APP-18..20: state × event × role.
#[test]
fn a_letter_moves_where_the_table_has_it_and_nowhere_else() {
    use LetterEvent::{Download, Issue, Login, Reissue};
    use LetterStatus::{Created, Downloaded, Superseded};
    let rules = [
        (None, Issue, Role::Nation, Created),
        (Some(Created), Login, Role::Site, Created),
        (Some(Downloaded), Login, Role::Site, Downloaded),
        (Some(Created), Download, Role::Site, Downloaded),
        (Some(Downloaded), Download, Role::Site, Downloaded),
        (Some(Created), Reissue, Role::Nation, Superseded),
        (Some(Downloaded), Reissue, Role::Nation, Superseded),
    ];
    assert_eq!(LETTER_MOVES.len(), rules.len());
    for state in [None, Some(Created), Some(Downloaded), Some(Superseded)] {
        for event in LetterEvent::ALL {
            for role in Role::ALL {
                let here = format!("{state:?} {event:?} {role:?}");
                let code = if role == Role::Nation { "" } else { "B1" };
                let before = letter_in(state);
                let answer = told(move_letter(before.as_ref(), &act(role, code, LATER), &letter_act(event)));
                let rule = rules.iter().find(|rule| (rule.0, rule.1, rule.2) == (state, event, role));
                let Some((_, _, _, to)) = rule else {
                    let refusal = answer.unwrap_err();
                    let owner = if matches!(event, Issue | Reissue) { Role::Nation } else { Role::Site };
                    if role == owner {
                        assert_eq!(codes(&refusal), ["machine.move.refused at /event"], "{here}");
                        let expected = rules.iter().filter(|rule| rule.1 == event);
                        let expected: Vec<_> =
                            expected.map(|rule| rule.0.map_or("none", LetterStatus::as_str)).collect();
                        assert_eq!(texts(&refusal, "expected"), expected, "{here}");
                        assert_eq!(texts(&refusal, "got"), [state.map_or("none", LetterStatus::as_str)], "{here}");
                    } else {
                        assert_eq!(codes(&refusal), ["machine.move.role at /actor/role"], "{here}");
                        assert_eq!(texts(&refusal, "expected"), [owner.as_str()], "{here}");
                        assert_eq!(texts(&refusal, "got"), [role.as_str()], "{here}");
                    }
                    continue;
                };
                let (LetterMoved { letter, replaced, step }, assumptions, _) = answer.unwrap();
                assert_eq!(
                    assumptions,
                    if event == Download { vec![assumption::LETTER_COUNT] } else { vec![] },
                    "{here}"
                );
                assert_eq!(step.to.en, to.as_str(), "{here}");
                let makes = matches!(event, Issue | Reissue);
                assert_eq!(letter.parts().status, if makes { Created } else { *to }, "{here}");
                assert_eq!(replaced.as_ref().map(|old| old.parts().status), (event == Reissue).then_some(Superseded));
                let to_site = match event {
                    Issue => vec![(notices::LETTER_CREATED, "B1")],
                    Reissue => vec![(notices::LETTER_CREATED, "B2")],
                    Login | Download => vec![],
                };
                assert_eq!(step.notices.iter().map(|n| (n.id, n.code.as_str())).collect::<Vec<_>>(), to_site, "{here}");
                assert_eq!(Letter::try_new(letter.parts().clone()), Ok(letter));
            }
        }
    }
}

/// G-APP-5: shown at logins 1 and 2, not after a download; a second download counts 2.
#[test]
fn g_app_5_the_pop_up_appears_until_the_first_download() {
    let site = act(Role::Site, "B1", LATER);
    let go = |letter: &Letter, what: LetterAct| move_letter(Some(letter), &site, &what).unwrap().into_value().letter;
    let mut held = letter_in(Some(LetterStatus::Created)).unwrap();
    for _ in 0..2 {
        held = go(&held, LetterAct::Login);
        assert!(held.pops_up() && !held.downloaded());
    }
    for count in 1..=2 {
        held = go(&held, LetterAct::Download);
        assert_eq!((held.parts().downloads, held.downloaded(), held.pops_up()), (count, true, false));
        held = go(&held, LetterAct::Login);
        assert_eq!((held.parts().downloads, held.pops_up()), (count, false));
    }
}

#[test]
fn a_letter_is_its_sites_and_never_goes_back_in_time() {
    let held = letter_in(Some(LetterStatus::Downloaded)).unwrap();
    let refused = |act: &Act, what: &LetterAct| codes(&move_letter(Some(&held), act, what).unwrap_err());
    let early = "2021-02-10T08:59:00";
    assert_eq!(
        refused(&act(Role::Site, "B2", early), &LetterAct::Download),
        ["machine.move.scope at /actor/code", "machine.move.backwards at /at"]
    );
    let same = LetterAct::Reissue { id: id("L1"), site: None };
    assert_eq!(refused(&act(Role::Nation, "", LATER), &same), ["contract.letter.same_id at /new_id"]);
    let full = letter(|i| (i.status, i.downloads) = (LetterStatus::Downloaded, u32::MAX)).unwrap();
    let over = move_letter(Some(&full), &act(Role::Site, "B1", LATER), &LetterAct::Download).unwrap_err();
    assert_eq!(codes(&over), ["base.quantity.too_large at /letter/downloads"]);
    let stays = LetterAct::Reissue { id: id("L2"), site: None };
    let moved = move_letter(Some(&held), &act(Role::Nation, "", LATER), &stays).unwrap().into_value();
    assert_eq!((moved.letter.parts().site.as_str(), moved.letter.parts().id.as_str()), ("B1", "L2"));
    assert_eq!((moved.letter.parts().downloads, moved.replaced.unwrap().parts().downloads), (0, 1));

    let count = ["contract.letter.contradiction at /downloads"];
    assert_eq!(codes(&letter(|i| i.downloads = 1).unwrap_err()), count);
    assert_eq!(codes(&letter(|i| i.status = LetterStatus::Downloaded).unwrap_err()), count);
    let times = letter(|i| i.changed_at = time(early)).unwrap_err();
    assert_eq!(codes(&times), ["contract.letter.contradiction at /changed_at"]);
}

proptest! {
    #![proptest_config(config(300))]
    /// The count is the number of downloads, and the pop-up appears exactly at logins before the first.
    #[test]
    fn random_letters_agree_with_the_model(events in prop::collection::vec(0..3_u8, 0..20)) {
        let (mut held, mut count, mut number) = (letter_in(Some(LetterStatus::Created)).unwrap(), 0_u32, 1);
        for event in events {
            let (act, what) = match event {
                0 => (act(Role::Site, "B1", LATER), LetterAct::Login),
                1 => (act(Role::Site, "B1", LATER), LetterAct::Download),
                _ => (act(Role::Nation, "", LATER), LetterAct::Reissue { id: id(&format!("L{}", number + 1)), site: None }),
            };
            let moved = move_letter(Some(&held), &act, &what).unwrap().into_value();
            match event {
                0 => {}
                1 => count += 1,
                _ => {
                    let old = moved.replaced.unwrap();
                    prop_assert_eq!((old.parts().downloads, old.parts().status), (count, LetterStatus::Superseded));
                    (count, number) = (0, number + 1);
                }
            }
            held = moved.letter;
            prop_assert_eq!(held.parts().downloads, count);
            prop_assert_eq!((held.downloaded(), held.pops_up()), (count > 0, count == 0));
            prop_assert_eq!(held.parts().id.as_str(), format!("L{number}"));
        }
    }
}
