//! An application: its number, its permissions, every move of every state by every role, what a review
//! leads to, random lives that agree with a model written from the rules, and documents that are proved.
//!
//! Source: APP-7 to APP-17; G-APP-1, G-APP-2, G-APP-3, G-APP-6; rulings
//! application-names, application-change, application-id; assumptions save-returned, resubmit-review.

use crate::common;

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};
use common::application::{HOLDER, act, book, complete, of, some, stored, time};
use common::{codes, config, detail};
use proptest::prelude::*;
use vsys_core::application::{
    APPLICATION, APPLICATION_MOVES, Advanced, Application, ApplicationEvent, ApplicationInput, ApplicationNumber,
    ApplicationProblem, ApplicationStatus, Asked, Comment, Consent, Entered, Form, Holder, IssuedId, ListLine, Opening,
    Permissions, Review, Stored, advance, list, printed_time,
};
use vsys_core::base::{Answer, AssumptionId, DetailValue, Refusal, Role, Severity, assumption};
use vsys_core::rulebook::RuleBook;

use ApplicationStatus::{AwaitingReview, Confirmed, Draft, Returned, Withdrawn};

const NUMBER: &str = "12345-1010101010-01";

fn start() -> NaiveDateTime {
    time("2021-12-20T11:20")
}

fn wishing() -> Form {
    Form { continue_id: true, ..complete() }
}

fn comment() -> Option<Comment> {
    some("会場住所を見直してください")
}

/// An application in a status, as APP-7 shows it: applied 12/20 11:20, reviewed 12/24 11:05.
fn parts(status: ApplicationStatus) -> ApplicationInput {
    let (applied, reviewed) = match status {
        Draft | Withdrawn => (false, false),
        AwaitingReview => (true, false),
        Confirmed | Returned => (true, true),
    };
    ApplicationInput {
        number: of(NUMBER),
        status,
        form: wishing(),
        stored: None,
        saved_at: start(),
        applied_at: applied.then(start),
        reviewed_at: reviewed.then(|| time("2021-12-24T11:05")),
        comment: reviewed.then(comment).flatten(),
        outcome: (status == Confirmed).then_some(IssuedId::Same),
    }
}

fn standing(status: ApplicationStatus) -> Application {
    Application::try_new(book(), parts(status)).unwrap()
}

fn save(form: Form) -> Asked {
    Asked::Save(Box::new(Entered { form: Some(form), stored: None }))
}

fn submit(form: Form) -> Asked {
    Asked::Submit(Box::new(Entered { form: Some(form), stored: None }))
}

fn review(deficient: bool, met: Option<bool>, changed: bool) -> Asked {
    Asked::Review(Review {
        deficient,
        comment: comment(),
        continuation_conditions_met: met,
        similar_code_changed: changed,
    })
}

/// Everything that can be asked for, by its event.
fn asked(event: ApplicationEvent) -> Asked {
    match event {
        ApplicationEvent::Save => save(wishing()),
        ApplicationEvent::Submit => submit(wishing()),
        ApplicationEvent::Withdraw => Asked::Withdraw,
        ApplicationEvent::ConfirmSameId => review(false, Some(true), false),
        ApplicationEvent::ConfirmNewId => review(false, Some(true), true),
        ApplicationEvent::Return => review(true, None, false),
    }
}

/// A move at noon of 2022-01-08 by a role, which is the holder's own where it is a site.
fn moved(before: Option<Application>, role: Role, asked: Asked) -> Result<Answer<Advanced>, Refusal> {
    let code = if role == Role::Nation { "" } else { HOLDER };
    let opening = Opening { holder: before.is_none().then(|| of(HOLDER)), last_number: None };
    advance(book(), before, opening, act(role, code, time("2022-01-08T12:00")), asked)
}

fn named<T>(answer: &Answer<T>) -> BTreeSet<AssumptionId> {
    answer.assumptions().iter().collect()
}

/// G-APP-1: the printed table, 参照 / 取下げ / 編集. A withdrawn one can be looked at (application-names).
#[test]
fn the_permissions_are_those_printed() {
    let printed = [
        ("一時保存", true, true, true),
        ("確認待ち", true, false, false),
        ("確認済み", true, false, false),
        ("要再申込", true, true, true),
        ("取下げ済み", true, false, false),
    ];
    let computed = ApplicationStatus::ALL.map(|status| {
        let Permissions { view, withdraw, edit } = status.permissions();
        (status.ja(), view, withdraw, edit)
    });
    assert_eq!(computed, printed);
}

/// APP-10, and who does what: the site on its own, the ministry on what waits. Keeping a returned one as it
/// is, is assumption.save-returned; all else comes from the rules.
const RULES: [(Option<ApplicationStatus>, ApplicationEvent, Role, ApplicationStatus); 11] = [
    (None, ApplicationEvent::Save, Role::Site, Draft),
    (None, ApplicationEvent::Submit, Role::Site, AwaitingReview),
    (Some(Draft), ApplicationEvent::Save, Role::Site, Draft),
    (Some(Draft), ApplicationEvent::Submit, Role::Site, AwaitingReview),
    (Some(Draft), ApplicationEvent::Withdraw, Role::Site, Withdrawn),
    (Some(AwaitingReview), ApplicationEvent::ConfirmSameId, Role::Nation, Confirmed),
    (Some(AwaitingReview), ApplicationEvent::ConfirmNewId, Role::Nation, Confirmed),
    (Some(AwaitingReview), ApplicationEvent::Return, Role::Nation, Returned),
    (Some(Returned), ApplicationEvent::Save, Role::Site, Returned),
    (Some(Returned), ApplicationEvent::Submit, Role::Site, AwaitingReview),
    (Some(Returned), ApplicationEvent::Withdraw, Role::Site, Withdrawn),
];

#[test]
fn the_table_is_that_of_the_rules() {
    for line in APPLICATION_MOVES {
        let of_role = |role| RULES.contains(&(line.from, line.event, role, line.to));
        assert!(of_role(Role::Site) || of_role(Role::Nation), "{line:?}");
    }
    assert_eq!(APPLICATION_MOVES.len(), RULES.len());
    let ends: Vec<&str> = (APPLICATION.states)().iter().filter(|state| state.end).map(|state| state.state.ja).collect();
    assert_eq!(ends, ["確認済み", "取下げ済み"]);
}

/// A list of words as a particular.
fn words<'w>(words: impl IntoIterator<Item = &'w str>) -> DetailValue {
    DetailValue::List(words.into_iter().map(|word| DetailValue::Text(word.to_owned())).collect())
}

/// Every status × every event × every role, G-APP-2 among them: what RULES has is done, all else is refused
/// with what was expected and what came.
#[test]
fn every_move_is_in_the_rules_or_refused() {
    let statuses = [None].into_iter().chain(ApplicationStatus::ALL.map(Some));
    let mut made = 0;
    for (from, event, role) in statuses
        .flat_map(|from| ApplicationEvent::ALL.map(|event| (from, event)))
        .flat_map(|(from, event)| Role::ALL.map(|role| (from, event, role)))
    {
        let case = format!("{from:?} {event:?} {role:?}");
        // Nothing there wishes to keep nothing: the ministry's event is then the new ID.
        let wanted = if from.is_none() && event == ApplicationEvent::ConfirmSameId {
            ApplicationEvent::ConfirmNewId
        } else {
            event
        };
        let result = moved(from.map(standing), role, asked(event));
        let rule = RULES.iter().find(|rule| (rule.0, rule.1, rule.2) == (from, wanted, role));
        match rule {
            Some(rule) => {
                let answer = result.unwrap_or_else(|refusal| panic!("{case}: {refusal}"));
                let Advanced { application, step, .. } = answer.value();
                assert_eq!(application.parts().status, rule.3, "{case}");
                assert_eq!(
                    (step.from, step.event, step.to),
                    (from.map(|from| from.term()), event.term(), rule.3.term())
                );
                assert_eq!((step.machine, step.log.target.as_str()), ("application", NUMBER), "{case}");
                assert_eq!(step.log.act.actor.role, role, "{case}");
                made += 1;
            }
            None => {
                let refusal = result.err().unwrap_or_else(|| panic!("{case} was done"));
                let finding = refusal.primary().unwrap();
                let of_event = || RULES.iter().filter(|rule| rule.1 == wanted);
                let own = of_event().any(|rule| rule.2 == role);
                let (code, place, expected, got) = if own {
                    let states = of_event().map(|rule| rule.0.map_or("none", ApplicationStatus::as_str));
                    (
                        "machine.move.refused",
                        "/event/kind",
                        words(states),
                        from.map_or("none", ApplicationStatus::as_str),
                    )
                } else {
                    let roles: BTreeSet<&str> = of_event().map(|rule| rule.2.as_str()).collect();
                    ("machine.move.role", "/actor/role", words(roles), role.as_str())
                };
                assert_eq!((finding.code, finding.place.to_string().as_str()), (code, place), "{case}");
                assert_eq!(detail(&finding, "expected"), Some(&expected), "{case}");
                assert_eq!(detail(&finding, "got"), Some(&DetailValue::Text(got.to_owned())), "{case}");
                assert_eq!(refusal.findings().total(), 1, "{case}");
            }
        }
    }
    assert_eq!(made, RULES.len());
}

/// What a refusal rests on beyond the print.
#[test]
fn a_refusal_names_what_it_rests_on() {
    let basis = |status, role, event| -> Vec<AssumptionId> {
        moved(Some(standing(status)), role, asked(event)).unwrap_err().assumptions().iter().collect()
    };
    assert_eq!(basis(AwaitingReview, Role::Site, ApplicationEvent::Save), [assumption::APPLICATION_CHANGE]);
    assert_eq!(basis(Confirmed, Role::Site, ApplicationEvent::Withdraw), [assumption::APPLICATION_CHANGE]);
    assert_eq!(basis(Confirmed, Role::Nation, ApplicationEvent::Return), [assumption::APPLICATION_STEPS]);
    assert_eq!(basis(Withdrawn, Role::Site, ApplicationEvent::Save), [assumption::APPLICATION_NAMES]);
    assert_eq!(basis(Draft, Role::Maker, ApplicationEvent::Save), []);
}

#[test]
fn a_move_names_what_it_rests_on() {
    let basis =
        |from: Option<ApplicationStatus>, event| named(&moved(from.map(standing), Role::Site, asked(event)).unwrap());
    assert!(basis(Some(Draft), ApplicationEvent::Withdraw).contains(&assumption::APPLICATION_NAMES));
    let kept = basis(Some(Returned), ApplicationEvent::Save);
    assert!(kept.contains(&assumption::SAVE_RETURNED) && kept.contains(&assumption::APPLICATION_CHANGE));
    let again = basis(Some(Returned), ApplicationEvent::Submit);
    assert!(again.contains(&assumption::RESUBMIT_REVIEW) && again.contains(&assumption::APPLICATION_CHANGE));
    let first = basis(None, ApplicationEvent::Submit);
    assert!(!first.contains(&assumption::RESUBMIT_REVIEW) && !first.contains(&assumption::APPLICATION_CHANGE));
}

/// G-APP-3, and the shapes that are none.
#[test]
fn a_number_is_read_counted_and_written() {
    let number: ApplicationNumber = of(NUMBER);
    let parts = (number.holder().group(), number.holder().code(), number.running());
    assert_eq!(parts, ("12345".to_owned(), "1010101010".to_owned(), 1));
    assert_eq!(number.next().unwrap().to_string(), "12345-1010101010-02");
    let last: ApplicationNumber = of("12345-1010101010-99");
    assert_eq!(last.next(), Err(ApplicationProblem::NumberExhausted { most: 99 }));
    assert_eq!(of::<ApplicationNumber>("12345-1010101010-98").next(), Ok(last));
    assert_eq!(of::<ApplicationNumber>("00000-0000000000-09").to_string(), "00000-0000000000-09");
    let wrong = [
        "",
        "-",
        "12345-1010101010-00",
        "12345-1010101010-1",
        "12345-1010101010-001",
        "1234-1010101010-01",
        "12345-101010101-01",
        "12345-1010101010",
        "12345--1010101010-01",
        "１２３４５-1010101010-01",
        "12345-1010101010-+1",
        " 12345-1010101010-01",
        "12345_1010101010_01",
        "12345-1010101010-01-01",
    ];
    for wrong in wrong {
        assert_eq!(wrong.parse::<ApplicationNumber>(), Err(ApplicationProblem::NumberForm), "{wrong}");
    }
    for wrong in ["", "12345", "12345-1010101010-01", "12345-10101010101", "123456-1010101010", "12345-101010101a"] {
        assert_eq!(wrong.parse::<Holder>(), Err(ApplicationProblem::HolderForm), "{wrong}");
    }
}

proptest! {
    #![proptest_config(config(400))]
    #[test]
    fn a_number_round_trips(group in 0_u32..100_000, code in 0_u64..10_000_000_000, running in 1_u8..=99) {
        let text = format!("{group:05}-{code:010}-{running:02}");
        let number: ApplicationNumber = of(&text);
        prop_assert_eq!(number.to_string(), text);
        prop_assert_eq!(number.running(), running);
        match number.next() {
            Ok(next) => prop_assert!(next > number && next.holder() == number.holder() && next.running() == running + 1),
            Err(problem) => prop_assert_eq!((running, problem), (99, ApplicationProblem::NumberExhausted { most: 99 })),
        }
    }
}

fn open(opening: Opening, code: &str) -> Result<Answer<Advanced>, Refusal> {
    advance(book(), None, opening, act(Role::Site, code, start()), save(Form::default()))
}

#[test]
fn a_new_application_takes_the_holders_next_number() {
    let of_last = |last: Option<&str>| Opening { holder: some(HOLDER), last_number: last.map(of) };
    let number = |opening| open(opening, HOLDER).unwrap().into_value().application.parts().number.to_string();
    assert_eq!(number(of_last(None)), NUMBER);
    assert_eq!(number(of_last(Some("12345-1010101010-04"))), "12345-1010101010-05");
    let refused = |opening| codes(&open(opening, HOLDER).unwrap_err());
    assert_eq!(refused(of_last(Some("12345-1010101010-99"))), ["application.number.exhausted at /last_number"]);
    assert_eq!(refused(of_last(Some("12345-1010101011-04"))), ["application.number.holder at /last_number"]);
    assert_eq!(refused(Opening::default()), ["application.holder.missing at /holder"]);
    // Beside an application what is said of the holder must agree with it.
    let other = Opening { holder: some("12345-1010101011"), last_number: some("54321-1010101010-01") };
    let beside = advance(book(), Some(standing(Draft)), other, act(Role::Site, HOLDER, start()), Asked::Withdraw);
    let expected = ["application.number.holder at /holder", "application.number.holder at /last_number"];
    assert_eq!(codes(&beside.unwrap_err()), expected);
}

#[test]
fn a_site_acts_on_its_own_applications() {
    let own = Opening { holder: some(HOLDER), last_number: None };
    assert!(open(own, HOLDER).is_ok());
    let refusal = open(own, "12345-1010101011").unwrap_err();
    assert_eq!(codes(&refusal), ["machine.move.scope at /actor/code"]);
    let finding = refusal.primary().unwrap();
    assert_eq!(detail(&finding, "owner"), Some(&DetailValue::Text(HOLDER.to_owned())));
    assert_eq!(detail(&finding, "got"), Some(&DetailValue::Text("12345-1010101011".to_owned())));
    // What is no holder at all is not repeated.
    for code in ["", "架空 花子"] {
        let refusal = open(own, code).unwrap_err();
        assert_eq!(codes(&refusal), ["application.holder.form at /actor/code"]);
        assert!(!format!("{refusal:?}").contains("花子"));
    }
}

#[test]
fn time_does_not_run_backwards() {
    let at = |status, role, asked, moment: &str| {
        let code = if role == Role::Nation { "" } else { HOLDER };
        advance(book(), Some(standing(status)), Opening::default(), act(role, code, time(moment)), asked)
    };
    let nation = |moment| at(AwaitingReview, Role::Nation, review(true, None, false), moment);
    assert_eq!(codes(&nation("2021-12-20T11:19").unwrap_err()), ["machine.move.backwards at /at"]);
    assert!(nation("2021-12-20T11:20").is_ok(), "within the same minute");
    let again = |moment| at(Returned, Role::Site, submit(wishing()), moment);
    let refusal = again("2021-12-24T11:04").unwrap_err();
    assert_eq!(codes(&refusal), ["machine.move.backwards at /at"]);
    let last = DetailValue::Text("2021-12-24T11:05".to_owned());
    assert_eq!(detail(&refusal.primary().unwrap(), "last"), Some(&last));
    assert!(again("2021-12-24T11:05").is_ok());
}

/// APP-17, line by line: deficient, wished, conditions met, similar code changed → what follows.
#[test]
fn a_review_leads_to_what_the_rules_say() {
    let mut seen = BTreeSet::new();
    for case in 0..24_u8 {
        let (deficient, wished, changed) = (case & 1 == 1, case & 2 == 2, case & 4 == 4);
        let met = [None, Some(false), Some(true)][usize::from(case / 8)];
        let form = Form { continue_id: wished, ..complete() };
        let waiting = Application::try_new(book(), ApplicationInput { form, ..parts(AwaitingReview) }).unwrap();
        let result = moved(Some(waiting), Role::Nation, review(deficient, met, changed));
        let label = format!("deficient {deficient} wished {wished} met {met:?} changed {changed}");
        if !deficient && wished && met.is_none() {
            let refusal = result.unwrap_err();
            let place = "/event/continuation_conditions_met";
            assert_eq!(codes(&refusal), [format!("application.review.conditions at {place}")], "{label}");
            assert!(refusal.assumptions().iter().any(|id| id == assumption::APPLICATION_ID));
            seen.insert("missing");
            continue;
        }
        let answer = result.unwrap();
        let basis = named(&answer);
        let Advanced { application, step, outcome } = answer.into_value();
        assert_eq!(application.parts().reviewed_at, Some(time("2022-01-08T12:00")), "{label}");
        assert_eq!(application.parts().comment, comment(), "{label}");
        let kind = if deficient || (wished && met == Some(false)) {
            assert_eq!((application.parts().status, outcome), (Returned, None), "{label}");
            "returned"
        } else {
            let outcome = outcome.unwrap();
            assert_eq!(application.parts().status, Confirmed, "{label}");
            assert_eq!(application.parts().outcome, Some(outcome.id), "{label}");
            let new = !wished || changed;
            let expected = if new { IssuedId::New } else { IssuedId::Same };
            assert_eq!(outcome.id, expected, "{label}");
            assert_eq!((outcome.letter_required, outcome.documents_required), (new, new), "{label}");
            assert_eq!(outcome.note.is_some_and(|note| note.ja.contains("数日")), new, "{label}");
            if new { "new_id" } else { "same_id" }
        };
        seen.insert(kind);
        let notice = &step.notices[0];
        assert_eq!((step.notices.len(), notice.id.as_str()), (1, format!("notice.application.{kind}").as_str()));
        assert_eq!((notice.code.as_str(), &notice.particulars), (HOLDER, &vec![("number", NUMBER.to_owned())]));
        assert_eq!(basis.contains(&assumption::APPLICATION_OUTCOME), !deficient, "{label}");
        assert_eq!(basis.contains(&assumption::APPLICATION_ID), !deficient && wished, "{label}");
    }
    assert_eq!(seen, BTreeSet::from(["missing", "new_id", "returned", "same_id"]));
}

#[test]
fn an_application_comes_back_with_a_comment_only() {
    let silent = |deficient, met| {
        let review = Review { deficient, comment: None, continuation_conditions_met: met, similar_code_changed: false };
        moved(Some(standing(AwaitingReview)), Role::Nation, Asked::Review(review)).map(Answer::into_value)
    };
    let expected = ["application.review.comment at /event/comment"];
    assert_eq!(codes(&silent(true, None).unwrap_err()), expected);
    assert_eq!(codes(&silent(false, Some(false)).unwrap_err()), expected);
    assert_eq!(silent(false, Some(true)).unwrap().application.parts().comment, None);
}

/// A submission is refused with all its findings; what is kept is looked at again, at its own place.
#[test]
fn a_submission_is_judged_whole() {
    let agreed = |place: bool| Form { consent: Consent { place, ..complete().consent }, ..wishing() };
    let refusal = moved(None, Role::Site, submit(agreed(false))).unwrap_err();
    assert_eq!(codes(&refusal), ["application.consent.missing at /form/consent/place"]);
    let kept = moved(None, Role::Site, save(agreed(false))).unwrap().into_value().application;
    assert_eq!((kept.parts().status, kept.parts().applied_at), (Draft, None), "G-APP-6");
    let as_it_was = Asked::Submit(Box::default());
    let refusal = moved(Some(kept.clone()), Role::Site, as_it_was.clone()).unwrap_err();
    assert_eq!(codes(&refusal), ["application.consent.missing at /application/form/consent/place"]);
    let kept = moved(Some(kept), Role::Site, save(agreed(true))).unwrap().into_value().application;
    let made = moved(Some(kept), Role::Site, as_it_was.clone()).unwrap().into_value().application;
    assert_eq!(made.parts().applied_at, Some(time("2022-01-08T12:00")));
    let nothing = moved(None, Role::Site, as_it_was).unwrap_err();
    assert_eq!(codes(&nothing), ["application.form.missing at /form"]);
}

/// The registration beside the form is kept with it, and stays until another is given.
#[test]
fn the_stored_registration_travels_with_the_form() {
    let form = Form { company: Default::default(), ..complete() };
    let entered = Entered { form: Some(form.clone()), stored: Some(stored()) };
    let kept = moved(None, Role::Site, Asked::Save(Box::new(entered))).unwrap().into_value().application;
    assert_eq!(kept.parts().stored, Some(stored()));
    let made = moved(Some(kept.clone()), Role::Site, submit(form)).unwrap().into_value().application;
    assert_eq!(made.parts().stored, Some(stored()));
    let none = Entered { form: None, stored: Some(Stored::default()) };
    let refusal = moved(Some(kept), Role::Site, Asked::Submit(Box::new(none))).unwrap_err();
    assert_eq!(codes(&refusal), ["application.stored.missing at /application/form/company/change"]);
}

/// A change of the parts of a consistent application.
type Spoil = fn(&mut ApplicationInput);

#[test]
fn an_application_that_contradicts_itself_is_refused() {
    for status in ApplicationStatus::ALL {
        assert!(Application::try_new(book(), parts(status)).is_ok(), "{status:?}");
    }
    let cases: [(ApplicationStatus, Spoil, &[&str]); 21] = [
        (Draft, |parts| parts.applied_at = Some(parts.saved_at), &["application.document.unwanted at /applied_at"]),
        (Draft, |parts| parts.reviewed_at = Some(parts.saved_at), &["application.document.unwanted at /reviewed_at"]),
        (Draft, |parts| parts.comment = comment(), &["application.document.unwanted at /comment"]),
        (Draft, |parts| parts.outcome = Some(IssuedId::New), &["application.document.unwanted at /outcome"]),
        (AwaitingReview, |parts| parts.applied_at = None, &["application.document.missing at /applied_at"]),
        (AwaitingReview, |parts| parts.comment = comment(), &["application.document.unwanted at /comment"]),
        (AwaitingReview, |parts| parts.saved_at += TimeDelta::minutes(1), &["application.document.order at /saved_at"]),
        (
            AwaitingReview,
            |parts| parts.form.consent.office = false,
            &["application.consent.missing at /form/consent/office"],
        ),
        (Confirmed, |parts| parts.outcome = None, &["application.document.missing at /outcome"]),
        (Confirmed, |parts| parts.reviewed_at = None, &["application.document.missing at /reviewed_at"]),
        (Confirmed, |parts| parts.form.continue_id = false, &["application.document.outcome at /outcome"]),
        (Confirmed, |parts| parts.form.staff_1.name = None, &["application.field.required at /form/staff_1/name"]),
        (
            Confirmed,
            |parts| parts.reviewed_at = Some(time("2021-12-20T11:19")),
            &["application.document.order at /reviewed_at"],
        ),
        (Confirmed, |parts| parts.saved_at = time("2021-12-25T00:00"), &["application.document.order at /saved_at"]),
        (Returned, |parts| parts.comment = None, &["application.document.missing at /comment"]),
        (Returned, |parts| parts.outcome = Some(IssuedId::Same), &["application.document.unwanted at /outcome"]),
        (Returned, |parts| parts.saved_at = time("2021-12-24T11:04"), &["application.document.order at /saved_at"]),
        (Returned, |parts| parts.form.staff_1.mail = some("ab"), &["application.mail.form at /form/staff_1/mail"]),
        (
            Withdrawn,
            |parts| parts.applied_at = Some(parts.saved_at),
            &["application.document.missing at /comment", "application.document.missing at /reviewed_at"],
        ),
        (Withdrawn, |parts| parts.comment = comment(), &["application.document.unwanted at /comment"]),
        // Untouched since it came back, it is the form that was submitted.
        (Returned, |parts| parts.form.staff_1.mail = None, &["application.field.required at /form/staff_1/mail"]),
    ];
    for (status, spoil, expected) in cases {
        let mut parts = parts(status);
        spoil(&mut parts);
        assert_eq!(codes(&Application::try_new(book(), parts).unwrap_err()), expected, "{status:?}");
    }
    let fine: [(ApplicationStatus, Spoil); 5] = [
        (Confirmed, |parts| parts.comment = None),
        (Confirmed, |parts| (parts.outcome, parts.form.continue_id) = (Some(IssuedId::New), false)),
        (Returned, |parts| parts.saved_at = time("2021-12-24T11:05")),
        // Changed after it came back, it need not be whole until it is submitted again.
        (Returned, |parts| (parts.form, parts.saved_at) = (Form::default(), time("2021-12-24T11:05"))),
        (Withdrawn, |parts| {
            parts.applied_at = Some(parts.saved_at);
            parts.reviewed_at = Some(parts.saved_at);
            parts.comment = comment();
        }),
    ];
    for (status, change) in fine {
        let mut parts = parts(status);
        change(&mut parts);
        assert!(Application::try_new(book(), parts).is_ok(), "{status:?}");
    }
}

/// APP-7 as printed, the years as read.
#[test]
fn the_list_is_printed_as_in_the_mock() {
    let line = |number: &str, status, applied: Option<&str>, reviewed: Option<&str>| ListLine {
        number: of(number),
        status,
        applied_at: applied.map(time),
        reviewed_at: reviewed.map(time),
        comment: reviewed.and_then(|_| comment()),
    };
    let sample = vec![
        line("12345-1010101010-03", AwaitingReview, Some("2022-01-11T14:45"), None),
        line("12345-1010101010-01", Confirmed, Some("2021-12-20T11:20"), Some("2021-12-24T11:05")),
        line("12345-1010101010-04", Draft, None, None),
        line("12345-1010101010-02", Returned, Some("2022-01-07T13:05"), Some("2022-01-08T15:05")),
    ];
    let listed = list(sample.clone()).unwrap();
    let printed: Vec<(u8, &str, String, String)> = listed
        .iter()
        .map(|line| {
            (line.number.running(), line.status.ja(), printed_time(line.applied_at), printed_time(line.reviewed_at))
        })
        .collect();
    let row =
        |running, status, applied: &str, reviewed: &str| (running, status, applied.to_owned(), reviewed.to_owned());
    let expected = [
        row(1, "確認済み", "2021/12/20 11:20", "2021/12/24 11:05"),
        row(2, "要再申込", "2022/1/7 13:05", "2022/1/8 15:05"),
        row(3, "確認待ち", "2022/1/11 14:45", "-"),
        row(4, "一時保存", "-", "-"),
    ];
    assert_eq!(printed, expected);
    let mut wrong = sample;
    wrong.push(wrong[0].clone());
    wrong[1].applied_at = Some(time("2021-12-24T11:06"));
    wrong[2].applied_at = Some(start());
    wrong[3].comment = None;
    let expected = [
        "application.document.order at /applications/1/reviewed_at",
        "application.document.unwanted at /applications/2/applied_at",
        "application.document.missing at /applications/3/comment",
        "application.list.twice at /applications/4/number",
    ];
    assert_eq!(codes(&list(wrong).unwrap_err()), expected);
}

/// A random act: by whom, how many minutes after the last one, what.
#[derive(Clone, Debug)]
struct Turn {
    role: Role,
    minutes: i64,
    kind: u8,
    whole: bool,
    wished: bool,
    deficient: bool,
    commented: bool,
    met: Option<bool>,
    changed: bool,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let role = prop_oneof![6 => Just(Role::Site), 5 => Just(Role::Nation), 1 => Just(Role::Municipality)];
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let met = prop_oneof![Just(None), Just(Some(true)), Just(Some(false))];
    let turn = (role, -3_i64..40, 0_u8..8, flags, met).prop_map(
        |(role, minutes, kind, (whole, wished, deficient, commented, changed), met)| Turn {
            role,
            minutes,
            kind,
            whole,
            wished,
            deficient,
            commented,
            met,
            changed,
        },
    );
    prop::collection::vec(turn, 1..25)
}

/// The model: what APP-10 to APP-17 say of an application, told in plain words and numbers.
#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    status: Option<&'static str>,
    applied: Option<NaiveDateTime>,
    reviewed: Option<NaiveDateTime>,
    commented: bool,
    wished: bool,
    last: Option<NaiveDateTime>,
}

impl Model {
    /// Does a turn, or tells every code by which it is refused.
    fn take(&mut self, turn: &Turn, at: NaiveDateTime) -> Result<(), BTreeSet<&'static str>> {
        let (site, nation) = (turn.role == Role::Site, turn.role == Role::Nation);
        let editable = matches!(self.status, None | Some("一時保存" | "要再申込"));
        let entering = turn.kind < 5;
        let mut wrong = BTreeSet::new();
        let allowed = match turn.kind {
            0..5 if site => editable,
            5 if site => editable && self.status.is_some(),
            6.. if nation => self.status == Some("確認待ち"),
            _ => {
                wrong.insert("machine.move.role");
                true
            }
        };
        if !allowed {
            wrong.insert("machine.move.refused");
        }
        if self.last.is_some_and(|last| at < last) {
            wrong.insert("machine.move.backwards");
        }
        let submitting = entering && turn.kind >= 2;
        if submitting && !turn.whole {
            wrong.insert("application.consent.missing");
        }
        let reviewing = turn.kind > 5;
        if reviewing && !turn.deficient && self.wished && turn.met.is_none() {
            wrong.insert("application.review.conditions");
        }
        let comes_back = turn.deficient || (self.wished && turn.met == Some(false));
        if reviewing && comes_back && !turn.commented {
            wrong.insert("application.review.comment");
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        if entering {
            self.wished = turn.wished;
            if submitting {
                *self =
                    Self { status: Some("確認待ち"), applied: Some(at), wished: turn.wished, ..Self::default() };
            } else if self.status != Some("要再申込") {
                self.status = Some("一時保存");
            }
        } else if turn.kind == 5 {
            // The moment of a withdrawal is in the log; nothing follows it.
            self.status = Some("取下げ済み");
            return Ok(());
        } else {
            self.status = Some(if comes_back { "要再申込" } else { "確認済み" });
            self.reviewed = Some(at);
            self.commented = turn.commented;
        }
        self.last = Some(at);
        Ok(())
    }
}

fn ask(turn: &Turn) -> Asked {
    let form =
        Form { continue_id: turn.wished, consent: Consent { plan: turn.whole, ..complete().consent }, ..complete() };
    match turn.kind {
        0..2 => save(form),
        2..5 => submit(form),
        5 => Asked::Withdraw,
        _ => Asked::Review(Review {
            deficient: turn.deficient,
            comment: turn.commented.then(comment).flatten(),
            continuation_conditions_met: turn.met,
            similar_code_changed: turn.changed,
        }),
    }
}

fn live(book: &RuleBook, turns: &[Turn]) -> Result<(), TestCaseError> {
    let (mut model, mut application, mut now) = (Model::default(), None::<Application>, start());
    for turn in turns {
        let at = now + TimeDelta::minutes(turn.minutes);
        let code = if turn.role == Role::Nation { "" } else { HOLDER };
        let opening = Opening { holder: some(HOLDER), last_number: None };
        let result = advance(book, application.clone(), opening, act(turn.role, code, at), ask(turn));
        match (model.clone().take(turn, at), result) {
            (Err(wrong), Err(refusal)) => {
                let errors = refusal.findings().sorted().into_iter().filter(|f| f.severity == Severity::Error);
                prop_assert_eq!(errors.map(|finding| finding.code).collect::<BTreeSet<_>>(), wrong);
            }
            (Ok(()), Ok(answer)) => {
                let _ = model.take(turn, at);
                let next = answer.into_value().application;
                let parts = next.parts();
                prop_assert_eq!(Some(parts.status.ja()), model.status);
                prop_assert_eq!((parts.applied_at, parts.reviewed_at), (model.applied, model.reviewed));
                prop_assert_eq!(parts.comment.is_some(), model.commented);
                prop_assert_eq!(parts.number.to_string(), NUMBER);
                // What travels is proved again.
                prop_assert_eq!(Application::try_new(book, parts.clone()), Ok(next.clone()));
                application = Some(next);
                now = now.max(at);
            }
            (expected, got) => prop_assert!(false, "{:?}: expected {:?}, got {:?}", turn, expected, got.map(|_| ())),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]
    #[test]
    fn random_lives_agree_with_the_model(turns in turns()) {
        live(book(), &turns)?;
    }
}
