//! A complete application of invented people (架空), to be spoiled by the tests.

use std::str::FromStr;
use std::sync::LazyLock;

use chrono::NaiveDateTime;
use vsys_core::application::{
    Address, Block, Company, Consent, Doctor, Form, Institution, InstitutionContact, Keeper, Pattern, Receiver, Site,
    Staff, Stored,
};
use vsys_core::base::{Act, Actor, Role};
use vsys_core::rulebook::RuleBook;

pub(crate) const HOLDER: &str = "12345-1010101010";

/// The bundled tables, read once.
pub(crate) fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::bundled().unwrap());
    &BOOK
}

/// A value from its text.
pub(crate) fn of<T: FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

pub(crate) fn some<T: FromStr>(text: &str) -> Option<T>
where
    T::Err: std::fmt::Debug,
{
    Some(of(text))
}

pub(crate) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

pub(crate) fn act(role: Role, code: &str, at: NaiveDateTime) -> Act {
    Act { actor: Actor { role, code: code.to_owned() }, account: None, at }
}

pub(crate) fn address() -> Address {
    Address {
        manual: false,
        postal_code: some("1050011"),
        prefecture: some("13"),
        municipality_code: some("131032"),
        municipality: some("港区"),
        street: some("架空 1-2-3"),
    }
}

pub(crate) fn company() -> Company {
    Company {
        name: some("架空商事"),
        representative: some("架空 太郎"),
        telephone: some("03-1234-5678"),
        address: address(),
    }
}

pub(crate) fn site() -> Site {
    Site {
        name: some("見本職域会場"),
        pattern: Some(Pattern::Two),
        address: address(),
        elevator: Some(true),
        fax: some("0312345679"),
    }
}

pub(crate) fn institution() -> Institution {
    Institution {
        name: some("見本クリニック"),
        representative: some("見本 次郎"),
        telephone: some("0312345670"),
        contact: InstitutionContact {
            department: some("見本部"),
            name: some("見本 三郎"),
            telephone: some("0312345671"),
            mail: some("saburo@example.jp"),
        },
    }
}

pub(crate) fn staff(name: &str) -> Staff {
    Staff {
        affiliation: some("架空商事"),
        department: some("総務部"),
        title: some("課長"),
        name: some(name),
        telephone: some("090-1234-5678"),
        mail: some("staff@example.jp"),
    }
}

pub(crate) fn receiver(name: &str) -> Receiver {
    Receiver { same_as_staff: false, name: some(name), telephone: some("09012345679") }
}

pub(crate) fn keeper(name: &str) -> Keeper {
    Keeper {
        undecided: false,
        affiliation: some("架空商事"),
        name: some(name),
        telephone: some("0312345672"),
        mail: some("keeper@example.jp"),
    }
}

pub(crate) const fn agreed() -> Consent {
    Consent { staffing: true, place: true, office: true, minimum: true, plan: true }
}

/// Every block ticked and entered, every person given, every condition agreed.
pub(crate) fn complete() -> Form {
    Form {
        company: Block { change: true, entry: Some(company()) },
        site: Block { change: true, entry: Some(site()) },
        institution: Block { change: true, entry: Some(institution()) },
        staff_1: staff("架空 花子"),
        staff_2: staff("架空 桃子"),
        receiver_1: receiver("架空 一郎"),
        receiver_2: receiver("架空 二郎"),
        doctor: Doctor {
            undecided: false,
            affiliation: some("見本クリニック"),
            name: some("見本 医子"),
            kana: some("ミホン イコ"),
            telephone: some("0312345673"),
            no_mail: false,
            mail: some("doctor@example.jp"),
        },
        vaccine_keeper: keeper("架空 五郎"),
        needle_keeper: keeper("架空 六郎"),
        weekend_contact: keeper("架空 七郎"),
        consent: agreed(),
        ..Form::default()
    }
}

/// Everything stored.
pub(crate) fn stored() -> Stored {
    Stored { company: Some(company()), site: Some(site()), institution: Some(institution()) }
}
