//! Whether a facility can receive vaccine, and through whom.

use chrono::NaiveDate;

use super::fields::Field;
use super::problem::FacilityProblem;
use super::record::{Facility, FacilityKind, words};
use super::scope::stored;
use crate::base::{
    Answer, BaseProblem, Boxes, Doses, Findings, Pack, PackKind, Path, Quantity, Refusal, Rounding, RuleId, Text,
    Vials, assumption, named,
};
use crate::rulebook::RuleBook;

named! {
    /// What a facility needs to receive vaccine (分配の対象となる条件).
    pub enum EligibilityCheck {
        /// A special site: its responsible doctor is registered.
        ResponsibleDoctor = "responsible_doctor" / "ワクチン接種の責任者（医師）の登録",
        /// A special site: at least one vaccinating doctor is registered.
        VaccinatingDoctor = "vaccinating_doctor" / "接種担当医の登録",
        /// The collective contract has been joined.
        ContractJoined = "contract_joined" / "集合契約への加入",
        /// The collective contract has not been left.
        ContractNotLeft = "contract_not_left" / "集合契約から脱退していない",
        /// The product asked for is handled.
        ProductHandled = "product_handled" / "ワクチンの取扱い",
    }
}

impl EligibilityCheck {
    /// The rule it comes from.
    pub const fn rule(self) -> RuleId {
        RuleId::new(match self {
            Self::ResponsibleDoctor | Self::VaccinatingDoctor => "MED-6",
            Self::ContractJoined | Self::ContractNotLeft => "MED-9",
            Self::ProductHandled => "MED-3",
        })
    }
}

named! {
    /// How a facility is supplied (納入の経路). Ruling hubs.
    pub enum Supplied {
        /// Whole boxes come to it.
        Own = "own" / "自施設への納入",
        /// Whole boxes come to its hub, which hands its share on in vials.
        ThroughHub = "through_hub" / "基本型接種施設を経由",
    }
}

/// What is asked about a facility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EligibilityQuestion<'a> {
    /// The day.
    pub date: NaiveDate,
    /// A product of the master that is to be received.
    pub product: Option<&'a str>,
    /// Its pack in the delivery week, for the cap.
    pub pack: Option<Pack>,
    /// How the capacity becomes a cap in boxes.
    pub rounding: Rounding,
}

/// The most that a facility can receive (上限).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Its capacity, in doses.
    pub capacity: Doses,
    /// The cap in boxes; nothing for a satellite, to which no whole box goes.
    pub boxes: Option<Boxes>,
    /// The cap of a satellite in vials.
    pub vials: Option<Vials>,
}

/// Whether and how a facility can receive vaccine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligibility {
    /// Whether every check holds.
    pub eligible: bool,
    /// Every check that applies, held or not.
    pub checks: Vec<(EligibilityCheck, bool)>,
    /// How it is supplied.
    pub supplied: Supplied,
    /// The name of its hub.
    pub hub: Option<Text<100>>,
    /// The most it can receive, where a pack was given and a capacity is reported.
    pub cap: Option<Cap>,
}

impl Facility {
    /// Whether the facility can receive vaccine on a day, with every reason, and how it is supplied
    /// (ワクチン分配の対象). What waits for approval does not count and is reported.
    ///
    /// Source: 「自治体説明会（第3回）資料2」 特設の接種会場と医師情報の登録, 2021-02-17 (MED-6, MED-7, MED-9); rulings hubs,
    /// capacity-rounding; assumption.contract-end.
    ///
    /// # Errors
    /// A cap beyond the range of boxes.
    ///
    /// # Examples
    /// ```
    /// # use vsys_core::base::{Act, Actor, Role};
    /// # use vsys_core::facility::{Changes, Facility, FacilityKind, Field, Fields, change};
    /// # use vsys_core::rulebook::RuleBook;
    /// # let book = RuleBook::bundled()?;
    /// # let actor = Actor { role: Role::Municipality, code: "131032".into() };
    /// # let act = Act { actor, account: None, at: "2021-02-15T10:00:00".parse()? };
    /// # let set = Fields {
    /// #     municipality: Some("131032".parse()?),
    /// #     name: Some("見本会場".parse()?),
    /// #     postal_code: Some("999-8765".parse()?),
    /// #     delivery_postal_code: Some("9998765".parse()?),
    /// #     delivery_address: Some("架空町1-1".parse()?),
    /// #     availability: Some("未登録".parse()?),
    /// #     contract_joined: Some("2021-01-18".parse()?),
    /// #     ..Fields::default()
    /// # };
    /// # let kind = Some(FacilityKind::SpecialSite);
    /// # let first = Changes { id: Some("S1".parse()?), kind, set, ..Changes::default() };
    /// # let site = change(&book, None, &act, &first)?.into_value().facility;
    /// use vsys_core::base::Rounding;
    /// use vsys_core::facility::{EligibilityCheck, EligibilityQuestion};
    /// // A special site without doctors has joined the collective contract.
    /// let question =
    ///     EligibilityQuestion { date: "2021-03-01".parse()?, product: None, pack: None, rounding: Rounding::Ceil };
    /// let told = site.eligibility(&book, &question)?.into_value();
    /// assert!(!told.eligible);
    /// assert!(told.checks.contains(&(EligibilityCheck::VaccinatingDoctor, false)));
    /// assert!(told.checks.contains(&(EligibilityCheck::ContractJoined, true)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn eligibility(
        &self,
        book: &RuleBook,
        question: &EligibilityQuestion<'_>,
    ) -> Result<Answer<Eligibility>, Refusal> {
        use EligibilityCheck::{ContractJoined, ContractNotLeft, ProductHandled, ResponsibleDoctor, VaccinatingDoctor};
        let (fields, date) = (self.fields(), question.date);
        let mut checks = Vec::new();
        let mut basis = Vec::new();
        if self.kind() == FacilityKind::SpecialSite {
            let both = [fields.responsible_doctor.is_some(), !self.doctors().is_empty()];
            checks.extend([ResponsibleDoctor, VaccinatingDoctor].into_iter().zip(both));
            if both == [true, true] {
                basis.push(assumption::SPECIAL_SITE);
            }
        }
        checks.push((ContractJoined, fields.contract_joined.is_some_and(|joined| joined <= date)));
        checks.push((ContractNotLeft, fields.contract_left.is_none_or(|left| date <= left)));
        if fields.contract_left == Some(date) {
            basis.push(assumption::CONTRACT_END);
        }
        if let Some(product) = question.product {
            let group = book.product_groups().iter().find(|group| group.products.iter().any(|id| id == product));
            let handled = fields.products.as_deref().unwrap_or_default();
            let holds = group.is_some_and(|group| handled.iter().any(|own| own.as_str() == group.id));
            checks.push((ProductHandled, holds));
        }

        // A facility that names itself is a hub.
        let hub = fields.hub.clone().filter(|hub| Some(hub) != fields.name.as_ref());
        let mut findings = Findings::new();
        if let Some(pending) = self.pending() {
            let items = words(&pending.items);
            findings.push(&FacilityProblem::ChangePending { items }, Path::from("facility").join("approval"));
        }
        let supplied = if hub.is_some() { Supplied::ThroughHub } else { Supplied::Own };
        if supplied == Supplied::ThroughHub {
            basis.push(assumption::HUBS);
        }
        let mut cap = None;
        if let Some(pack) = question.pack {
            let place = stored(Field::Report);
            match fields.report.map(|report| report.capacity) {
                None => findings.push(&FacilityProblem::CapacityMissing, place),
                Some(capacity) => {
                    let fail = |problem: BaseProblem| Refusal::new(&problem, place.join("capacity"));
                    let (most, rounded) = match supplied {
                        Supplied::Own => boxes(pack, capacity, question.rounding).map_err(fail)?,
                        Supplied::ThroughHub => vials(pack, capacity).map_err(fail)?,
                    };
                    basis.extend(rounded);
                    cap = Some(most);
                }
            }
        }
        let eligible = checks.iter().all(|(_, holds)| *holds);
        let answer = Answer::new(Eligibility { eligible, checks, supplied, hub, cap }).finding(findings);
        Ok(basis.into_iter().fold(answer, Answer::assuming))
    }
}

type Rounded = Option<crate::base::AssumptionId>;

/// A capacity in whole boxes, and the assumption where the rounding decides.
fn boxes(pack: Pack, capacity: Doses, rounding: Rounding) -> Result<(Cap, Rounded), BaseProblem> {
    let boxes = pack.boxes(capacity, rounding)?;
    let whole = capacity.get().checked_rem(u64::from(pack.doses_per_box())) == Some(0);
    Ok((Cap { capacity, boxes: Some(boxes), vials: None }, (!whole).then_some(assumption::CAPACITY_ROUNDING)))
}

/// A satellite's capacity in vials, rounded up.
fn vials(pack: Pack, capacity: Doses) -> Result<(Cap, Rounded), BaseProblem> {
    let vials = match pack.kind() {
        PackKind::Vaccine { doses_per_vial, .. } => {
            Some(Vials::try_new(Rounding::Ceil.divide(capacity.get(), u64::from(doses_per_vial)))?)
        }
        PackKind::Pieces { .. } => None,
    };
    Ok((Cap { capacity, boxes: None, vials }, Some(assumption::SATELLITE_CAP)))
}
