//! The conditions of consent.

use super::form::Consent;
use crate::base::{RuleId, Term};

/// A condition that must be agreed (同意事項), in short form.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// Its rule.
    pub rule: RuleId,
    /// Its member of [`Consent`].
    pub member: &'static str,
    /// What it says, shortened, in both languages.
    pub text: Term,
    agreed: fn(&Consent) -> bool,
}

impl Condition {
    /// Whether it is agreed.
    ///
    /// ```
    /// use vsys_core::application::{CONDITIONS, Consent};
    /// let consent = Consent { place: true, ..Consent::default() };
    /// let agreed = CONDITIONS.iter().filter(|condition| condition.is_agreed(&consent));
    /// assert_eq!(agreed.map(|condition| condition.rule.as_str()).collect::<Vec<_>>(), ["CNS-2"]);
    /// ```
    pub fn is_agreed(&self, consent: &Consent) -> bool {
        (self.agreed)(consent)
    }
}

const fn condition(
    rule: &'static str,
    member: &'static str,
    agreed: fn(&Consent) -> bool,
    en: &'static str,
    ja: &'static str,
) -> Condition {
    Condition { rule: RuleId::new(rule), member, text: Term::new(en, ja), agreed }
}

/// The five conditions in their printed order. The heading names the first dose and is read as the
/// booster (X-16).
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 ワクチン接種に関する同意事項, 2021-11 (CNS-1 to CNS-5).
pub const CONDITIONS: [Condition; 5] = [
    condition(
        "CNS-1",
        "staffing",
        |consent| consent.staffing,
        "the company or university secures the medical and other staff itself and can report adverse reactions",
        "医療職と会場運営の要員を自ら確保し、副反応報告などに対応できること",
    ),
    condition(
        "CNS-2",
        "place",
        |consent| consent.place,
        "it secures the place and the flow of people itself; place and institution may differ from doses 1 and 2",
        "会場と動線を自ら確保すること（所在地や接種医療機関は1・2回目から変更してよい）",
    ),
    condition(
        "CNS-3",
        "office",
        |consent| consent.office,
        "it has internal communication and an office that deals with the outside",
        "社内の連絡体制と、対外調整を担う事務局があること",
    ),
    condition(
        "CNS-4",
        "minimum",
        |consent| consent.minimum,
        "a site gives about 1,000 doses or more as a rule, added sites too",
        "1会場で約1,000回以上の接種を基本とすること（会場を増やす場合も含む）",
    ),
    condition(
        "CNS-5",
        "plan",
        |consent| consent.plan,
        "it makes an accurate plan by two-week periods from the wishes asked beforehand and can adapt when supply changes",
        "意向を事前に確認して2週間ごとの精緻な接種計画を作り、供給の変化に柔軟に対応できること",
    ),
];
