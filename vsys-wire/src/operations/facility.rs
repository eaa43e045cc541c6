//! `facility.change`, `facility.decide`, `facility.eligibility`.

use chrono::{NaiveDate, NaiveDateTime};
use vsys_core::base::{
    Answer, Bilingual, Boxes, Doses, Findings, IntoList, LogEntry, Path, Personal, Refusal, Rounding, RuleId, SiteId,
    Term, Text, Vials,
};
use vsys_core::facility::{
    Cap as FacilityCap, Decision, DoctorEffect, EligibilityCheck, EligibilityQuestion, Facility, FacilityInput, Field,
    FieldChange, Fields, FollowUp, NumberedCode, Supplied, change, decide,
};
use vsys_core::rulebook::{ProductKind, RuleBook, RulebookProblem};

use super::common::refuse;
use super::facility_record::{FacilityChanges, proved};
use super::step::{ActorRequest, StepAnswer};
use crate::call::Call;
use crate::problem::WireProblem;
use crate::record::{named_words, record};

named_words! { Decision, DoctorEffect, EligibilityCheck, FollowUp, Supplied }

record! { personal request
    /// Who registers or changes what of a facility.
    struct FacilityChangeRequest {
        /// The record, as it was answered before; left out at the first registration.
        facility: Option<FacilityInput>,
        /// Who acts: the facility itself, or its municipality where it may enter.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// What is to be changed.
        changes: FacilityChanges,
    }
}

record! { personal answer
    /// A field that changed at once.
    struct FacilityImmediate {
        /// Its value after, alone.
        after: Fields,
        /// Its value before, alone.
        before: Fields,
        /// Which field.
        field: Field,
        /// What it is called.
        title: Bilingual,
    }
}

record! { answer
    /// A doctor whose record changed at once.
    struct FacilityDoctorEffect {
        /// What was done.
        effect: DoctorEffect,
        /// The doctor's id.
        id: SiteId,
    }
}

record! { personal answer
    /// An approval item before and after, side by side.
    struct FacilityItem {
        /// Its value after, alone; nothing in it when it is cleared.
        after: Fields,
        /// The value that is reflected before, alone.
        before: Fields,
        /// Which item.
        item: Field,
        /// What it is called.
        title: Bilingual,
    }
}

/// What the list of approval items calls a field, else its name.
fn title(book: &RuleBook, field: Field) -> Bilingual {
    let listed = book.approval_items().iter().find(|item| item.id == field.as_str());
    listed.map_or_else(
        || Bilingual { en: field.as_str().replace('_', " "), ja: field.ja().to_owned() },
        |item| item.name.clone(),
    )
}

impl FacilityItem {
    fn list(book: &RuleBook, changes: Vec<FieldChange>) -> Vec<Self> {
        let item =
            |FieldChange { field, before, after }| Self { after, before, item: field, title: title(book, field) };
        changes.into_iter().map(item).list()
    }

    /// What waits for the municipality.
    fn pending(book: &RuleBook, facility: &Facility) -> Vec<Self> {
        facility.pending().map_or_else(Vec::new, |request| {
            Self::list(book, FieldChange::between(facility.fields(), &request.after, &request.items))
        })
    }
}

record! { personal answer
    /// What a change did.
    struct FacilityEffects {
        /// The doctors whose records changed at once.
        doctors: Vec<FacilityDoctorEffect>,
        /// The fields that changed at once.
        immediate: Vec<FacilityImmediate>,
        /// The items that wait for the municipality.
        pending: Vec<FacilityItem>,
    }
}

record! { personal answer
    /// The record after a change.
    struct FacilityChangeAnswer {
        /// What the change did.
        effects: FacilityEffects,
        /// The record.
        facility: Facility,
        /// The line of the operation log.
        log: LogEntry,
        /// The move of the request for approval; absent when none was made.
        step: Option<StepAnswer>,
    }
}

/// `facility.change`
pub(crate) struct FacilityChange;

impl Call for FacilityChange {
    type Request = FacilityChangeRequest;
    type Answer = FacilityChangeAnswer;

    fn run(book: &RuleBook, request: FacilityChangeRequest) -> Result<Answer<FacilityChangeAnswer>, Refusal> {
        let facility = request.facility.map(|record| proved(book, record)).transpose()?;
        let act = request.actor.act(request.at);
        let answer = change(book, facility.as_ref(), &act, &request.changes.changes())?;
        let (changed, told) = answer.split();
        let immediate = |FieldChange { field, before, after }| FacilityImmediate {
            after,
            before,
            field,
            title: title(book, field),
        };
        let doctors = changed.doctors.into_iter().map(|(id, effect)| FacilityDoctorEffect { effect, id });
        Ok(told.with(FacilityChangeAnswer {
            step: changed.step.map(|step| StepAnswer::new(book, step)).transpose()?,
            log: changed.log,
            effects: FacilityEffects {
                doctors: doctors.list(),
                immediate: changed.immediate.into_iter().map(immediate).list(),
                pending: FacilityItem::list(book, changed.pending),
            },
            facility: changed.facility,
        }))
    }
}

record! { personal request
    /// The municipality's decision on the request that waits.
    struct FacilityDecideRequest {
        /// The record, as it was answered before.
        facility: FacilityInput,
        /// Who acts: the municipality of the facility.
        actor: ActorRequest,
        /// When, JST.
        at: NaiveDateTime,
        /// 承認 or 却下.
        decision: Decision,
        /// Why it is rejected; a rejection needs it.
        reason: Option<Personal<Text<400>>>,
    }
}

record! { personal answer
    /// The record after a decision.
    struct FacilityDecideAnswer {
        /// The record.
        facility: Facility,
        /// What else is needed, where the similar code has changed.
        follow_up: Vec<FollowUp>,
        /// What was asked for, side by side; reflected only when it was approved.
        items: Vec<FacilityItem>,
        /// The move.
        step: StepAnswer,
    }
}

/// `facility.decide`
pub(crate) struct FacilityDecide;

impl Call for FacilityDecide {
    type Request = FacilityDecideRequest;
    type Answer = FacilityDecideAnswer;

    fn run(book: &RuleBook, request: FacilityDecideRequest) -> Result<Answer<FacilityDecideAnswer>, Refusal> {
        let facility = proved(book, request.facility)?;
        let act = request.actor.act(request.at);
        let (decided, told) = decide(book, &facility, &act, request.decision, request.reason)?.split();
        Ok(told.with(FacilityDecideAnswer {
            step: StepAnswer::new(book, decided.step)?,
            items: FacilityItem::list(book, decided.items),
            facility: decided.facility,
            follow_up: decided.follow_up,
        }))
    }
}

record! { personal request
    /// A facility and the day at which it is asked about.
    struct FacilityEligibilityRequest {
        /// The record, as it was answered before.
        facility: FacilityInput,
        /// The day.
        date: NaiveDate,
        /// The vaccine's id in the product master, when one product is asked for.
        product: Option<String>,
        /// The Monday of the delivery week, for the cap; the product is needed with it.
        delivery_week: Option<NaiveDate>,
        /// How a capacity becomes a cap in boxes: ceil or floor.
        rounding: Rounding = Rounding::Ceil,
    }
}

record! { answer
    /// A condition and whether it holds.
    struct FacilityCheck {
        /// Which condition.
        check: EligibilityCheck,
        /// Whether it holds.
        holds: bool,
        /// The rule it comes from.
        rule: RuleId,
        /// What it is called.
        title: Term,
    }
}

record! { adopted answer
    /// The most that a facility can receive.
    struct FacilityCap {
        /// The cap in boxes; absent for a satellite.
        boxes: Option<Boxes>,
        /// The reported capacity, in doses.
        capacity: Doses,
        /// The cap of a satellite in vials.
        vials: Option<Vials>,
    }
}

record! { personal answer
    /// What a claim prints of a facility (MED-8).
    struct FacilityClaimHead {
        /// The institution's code.
        code: Option<NumberedCode>,
        /// 医療機関・接種会場名
        name: Option<Text<100>>,
        /// 代表者名, as it is reflected.
        representative: Option<Personal<Text<100>>>,
    }
}

record! { personal answer
    /// Whether and how a facility can receive vaccine.
    struct FacilityEligibilityAnswer {
        /// The most it can receive, where product and delivery week are given and a capacity is reported.
        cap: Option<FacilityCap>,
        /// Every condition that applies, held or not.
        checks: Vec<FacilityCheck>,
        /// What a claim prints.
        claim: FacilityClaimHead,
        /// How it is supplied.
        delivered: Supplied,
        /// Whether every condition holds.
        eligible: bool,
        /// The name of its hub.
        hub: Option<Text<100>>,
        /// What waits for the municipality and does not count.
        pending: Vec<FacilityItem>,
    }
}

/// `facility.eligibility`
pub(crate) struct FacilityEligibility;

impl Call for FacilityEligibility {
    type Request = FacilityEligibilityRequest;
    type Answer = FacilityEligibilityAnswer;

    fn run(book: &RuleBook, request: FacilityEligibilityRequest) -> Result<Answer<FacilityEligibilityAnswer>, Refusal> {
        let mut findings = Findings::new();
        let pack = match (&request.product, request.delivery_week) {
            (None, None) => None,
            (None, Some(_)) => {
                findings.push(&WireProblem::FieldMissing, Path::from("product"));
                None
            }
            (Some(product), None) => {
                vaccine(book, product).unwrap_or_else(|refusal| findings.extend(refusal.findings().clone()));
                None
            }
            (Some(product), Some(week)) => book
                .products()
                .vaccine_pack(product, week)
                .map_err(|refusal| findings.extend(refusal.findings().clone()))
                .ok(),
        };
        let facility = match proved(book, request.facility) {
            Ok(facility) if !findings.has_errors() => facility,
            Ok(_) => return Err(Refusal::of(findings)),
            Err(refusal) => {
                findings.extend(refusal.findings().clone());
                let assumptions: Vec<_> = refusal.assumptions().iter().list();
                return Err(assumptions.into_iter().fold(Refusal::of(findings), Refusal::assuming));
            }
        };
        let question = EligibilityQuestion {
            date: request.date,
            product: request.product.as_deref(),
            pack,
            rounding: request.rounding,
        };
        let fields = facility.fields();
        let claim = FacilityClaimHead {
            code: fields.code,
            name: fields.name.clone(),
            representative: fields.representative.clone(),
        };
        let pending = FacilityItem::pending(book, &facility);
        let (found, told) = facility.eligibility(book, &question)?.split();
        let check = |(check, holds): (EligibilityCheck, bool)| FacilityCheck {
            check,
            holds,
            rule: check.rule(),
            title: check.term(),
        };
        Ok(told.with(FacilityEligibilityAnswer {
            cap: found.cap,
            checks: found.checks.into_iter().map(check).list(),
            claim,
            delivered: found.supplied,
            eligible: found.eligible,
            hub: found.hub,
            pending,
        }))
    }
}

/// Whether a product is a vaccine of the master.
fn vaccine(book: &RuleBook, product: &str) -> Result<(), Refusal> {
    let known = book.products().product(product).map_err(|problem| refuse(&problem, "product"))?;
    match known.kind {
        ProductKind::Vaccine => Ok(()),
        _ => Err(refuse(&RulebookProblem::ProductKind { expected: "vaccine" }, "product")),
    }
}
