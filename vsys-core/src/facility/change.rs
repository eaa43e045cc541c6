//! Registering and changing a facility's record.

use super::approval::{APPROVAL_MOVES, Approval, ApprovalEvent, ApprovalStatus, FACILITY_APPROVAL};
use super::doctor::{Doctor, DoctorChange, DoctorEffect};
use super::fields::{Field, Fields};
use super::problem::FacilityProblem;
use super::record::{
    Facility, FacilityInput, FacilityKind, check_codes, desired_above, each_once, prove_fields, words,
};
use super::scope::{Standing, may_enter, stored};
use crate::base::{
    Act, Answer, Assumptions, Findings, LogEntry, MachineProblem, Path, Refusal, SiteId, Step, assumption, choose,
};
use crate::rulebook::RuleBook;

/// What somebody wants to change (変更内容): every member optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The id of a facility that is registered for the first time.
    pub id: Option<SiteId>,
    /// The kind of a facility that is registered for the first time.
    pub kind: Option<FacilityKind>,
    /// The fields that are filled in.
    pub set: Fields,
    /// The fields that are cleared.
    pub clear: Vec<Field>,
    /// The doctors' forms that are saved.
    pub doctors: Vec<DoctorChange>,
}

/// A field before and after (変更前・変更後).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// Its value before, alone.
    pub before: Fields,
    /// Its value after, alone.
    pub after: Fields,
}

impl FieldChange {
    /// Fields of two records side by side.
    pub fn between(before: &Fields, after: &Fields, fields: &[Field]) -> Vec<Self> {
        let change = |&field: &Field| Self { field, before: before.only(&[field]), after: after.only(&[field]) };
        fields.iter().map(change).collect()
    }
}

/// What a change did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The record after it.
    pub facility: Facility,
    /// The move of the request for approval, where one was made.
    pub step: Option<Step>,
    /// The log entry, with or without a move.
    pub log: LogEntry,
    /// What took effect at once.
    pub immediate: Vec<FieldChange>,
    /// The doctors whose records changed, at once.
    pub doctors: Vec<(SiteId, DoctorEffect)>,
    /// What waits for the municipality.
    pub pending: Vec<FieldChange>,
}

/// Registers a facility, or changes its record (医療機関・接種会場情報の登録・変更): approval items wait for the
/// municipality, everything else takes effect at once; a request with any fault changes nothing.
///
/// Source: 「自治体説明会（第3回）資料2」 医療機関情報の承認, 2021-02-17; 「職域における追加接種（3回目接種） V-SYSについて」
/// 医療機関情報の登録と変更について, 2021-11 (MED-2, MED-3, MED-5, DES-2, DES-3); rulings pending-approval,
/// desired-capacity; assumption.first-registration.
///
/// # Errors
/// A refusal with every fault at once: the wrong actor, required fields, a change to an approval item while
/// one is pending, more desired than can be given, doctors without name.
///
/// # Examples
/// ```
/// use vsys_core::base::{Act, Actor, Role};
/// use vsys_core::facility::{Changes, FacilityKind, Fields, change};
/// use vsys_core::rulebook::RuleBook;
/// let book = RuleBook::bundled()?;
/// let act = Act {
///     actor: Actor { role: Role::Municipality, code: "131032".into() },
///     account: None,
///     at: "2021-02-15T10:00:00".parse()?,
/// };
/// let set = Fields {
///     municipality: Some("131032".parse()?),
///     name: Some("見本会場".parse()?),
///     postal_code: Some("999-8765".parse()?),
///     delivery_postal_code: Some("9998765".parse()?),
///     delivery_address: Some("架空町1-1".parse()?),
///     availability: Some("未登録".parse()?),
///     ..Fields::default()
/// };
/// let mut changes =
///     Changes { id: Some("S1".parse()?), kind: Some(FacilityKind::SpecialSite), set, ..Changes::default() };
/// assert_eq!(change(&book, None, &act, &changes)?.value().facility.id().as_str(), "S1");
/// changes.set.name = None;
/// assert_eq!(change(&book, None, &act, &changes).unwrap_err().code(), "facility.field.missing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn change(
    book: &RuleBook,
    facility: Option<&Facility>,
    act: &Act,
    changes: &Changes,
) -> Result<Answer<Changed>, Refusal> {
    let at = Path::from("changes");
    let mut findings = Findings::new();
    let mut assumptions = Assumptions::new();
    let identity = identify(facility, act, changes, &at, &mut findings);

    let before = facility.map_or_else(|| Fields::default().settled(), |facility| facility.fields().clone());
    let touched = touched(changes, &at, &mut findings);
    let mut after = before.clone();
    touched.iter().for_each(|field| after.take(&changes.set, *field));
    let after = after.settled();
    let (unchanged, changed): (Vec<Field>, Vec<Field>) =
        touched.iter().partition(|field| before.agree(&after, **field));
    for field in unchanged.iter().filter(|_| facility.is_some()) {
        findings.push(&FacilityProblem::FieldUnchanged, at.join(field.as_str()));
    }

    if let Some((id, kind)) = &identity {
        let standing = Standing {
            id,
            kind: *kind,
            municipality: facility.map_or(after.municipality, |_| before.municipality),
            proxy_entry: facility.is_some() && before.proxy_entry == Some(true),
        };
        let stored = facility.map(|_| stored(Field::Municipality));
        may_enter(book, act, &standing, stored.as_ref(), &mut findings);
    }
    if prove_fields(&after, &at, &mut findings) {
        assumptions.add(assumption::REQUIRED_FIELDS);
    }
    if changed.contains(&Field::Report) && desired_above(&after, &at, &mut findings) {
        assumptions.add(assumption::DESIRED_CAPACITY);
    }
    if let Some(code) = after.municipality.filter(|_| changed.contains(&Field::Municipality))
        && let Err(problem) = book.municipalities().resolve(code, act.at.date())
    {
        findings.push(&problem, at.join(Field::Municipality.as_str()));
    }
    check_codes(&after, &changed, &at, &mut findings);
    let known = facility.map_or(&[][..], Facility::doctors);
    let (doctors, doctor_effects) = save_doctors(known, &changes.doctors, &at, &mut findings);
    let new_id = facility.is_none() && identity.as_ref().is_some_and(|(_, kind)| *kind != FacilityKind::SpecialSite);
    if new_id && doctors.is_empty() {
        findings.push(&FacilityProblem::DoctorNone, at.join("doctors"));
    }

    let (items, immediate): (Vec<Field>, Vec<Field>) =
        changed.into_iter().partition(|field| facility.is_some() && field.needs_approval(book));
    if let Some(pending) = facility.and_then(Facility::pending) {
        for item in &items {
            findings.push(&FacilityProblem::ItemPending { pending: words(&pending.items) }, at.join(item.as_str()));
        }
        // The other readings would let other items change, or stop every field.
        if items.iter().any(|item| !pending.items.contains(item))
            || !(immediate.is_empty() && doctor_effects.is_empty())
        {
            assumptions.add(assumption::PENDING_APPROVAL);
        }
    }
    if items.is_empty() && immediate.is_empty() && doctor_effects.is_empty() && facility.is_some() {
        findings.push(&FacilityProblem::NothingChanges, at.clone());
    }
    let line = choose(&FACILITY_APPROVAL, APPROVAL_MOVES, None, ApprovalEvent::Request, act.actor.role);
    let identity = identity.filter(|_| !findings.has_errors());
    let (Some((id, kind)), false) = (identity, findings.has_errors()) else {
        return Err(assumptions.iter().fold(Refusal::of(findings), Refusal::assuming));
    };

    if facility.is_none() && immediate.iter().any(|field| field.needs_approval(book)) {
        assumptions.add(assumption::FIRST_REGISTRATION);
    }
    if facility.is_some() && !doctor_effects.is_empty() {
        assumptions.add(assumption::DOCTORS_AT_ONCE);
    }
    let mut fields = before.clone();
    immediate.iter().for_each(|field| fields.take(&after, *field));
    let mut approval = facility.and_then(Facility::approval).cloned();
    let mut step = None;
    if !items.is_empty() {
        let line = line.map_err(|refusal| refusal.at(Path::from("actor"), at.clone()))?;
        if approval.as_ref().is_some_and(|last| last.status == ApprovalStatus::Rejected) {
            assumptions.add(assumption::APPROVAL_REJECTED);
        }
        approval = Some(Approval {
            status: line.to,
            items: items.clone(),
            after: after.only(&items),
            requested_by: act.actor.role,
            requested_at: act.at,
            decided_at: None,
            reason: None,
        });
        step = Some(Step::new(FACILITY_APPROVAL.id, line, act.clone(), id.as_str(), "", &[]));
    }
    let nothing = step.is_none() && immediate.is_empty() && doctor_effects.is_empty();
    let availability_at = facility.map_or(act.at, Facility::availability_at);
    let facility = Facility::proved(FacilityInput {
        id: id.clone(),
        kind,
        fields,
        availability_at: if immediate.contains(&Field::Availability) { act.at } else { availability_at },
        doctors,
        approval,
        changed_at: facility.filter(|_| nothing).map_or(act.at, Facility::changed_at),
    });
    let changed = Changed {
        facility,
        step,
        log: LogEntry { act: act.clone(), target: id.as_str().to_owned() },
        immediate: FieldChange::between(&before, &after, &immediate),
        doctors: doctor_effects,
        pending: FieldChange::between(&before, &after, &items),
    };
    Ok(Answer::new(changed).assuming_all(&assumptions).finding(findings))
}

/// Whose record it is: the registered one's, or that of the first registration.
fn identify(
    facility: Option<&Facility>,
    act: &Act,
    changes: &Changes,
    at: &Path,
    findings: &mut Findings,
) -> Option<(SiteId, FacilityKind)> {
    let Some(facility) = facility else {
        for (missing, member) in [(changes.id.is_none(), "id"), (changes.kind.is_none(), "kind")] {
            if missing {
                findings.push(&FacilityProblem::FieldMissing, at.join(member));
            }
        }
        return Some((changes.id.clone()?, changes.kind?));
    };
    let other_id = changes.id.as_ref().is_some_and(|id| id != facility.id());
    let other_kind = changes.kind.is_some_and(|kind| kind != facility.kind());
    for (other, member) in [(other_id, "id"), (other_kind, "kind")] {
        if other {
            findings.push(&FacilityProblem::RecordFixed, at.join(member));
        }
    }
    if act.at < facility.changed_at() {
        findings.push(&MachineProblem::Backwards { last: facility.changed_at() }, Path::from("at"));
    }
    Some((facility.id().clone(), facility.kind()))
}

/// The fields that are filled in or cleared, in the order of the record.
fn touched(changes: &Changes, at: &Path, findings: &mut Findings) -> Vec<Field> {
    for (index, field) in changes.clear.iter().enumerate() {
        let again = changes.clear.iter().take(index).any(|earlier| earlier == field);
        if again || changes.set.has(*field) {
            findings.push(&FacilityProblem::FieldTwice, at.join("clear").join(index));
        }
    }
    Field::ALL.into_iter().filter(|field| changes.set.has(*field) || changes.clear.contains(field)).collect()
}

/// The doctors after their forms were saved, and what each form did.
fn save_doctors(
    known: &[Doctor],
    forms: &[DoctorChange],
    at: &Path,
    findings: &mut Findings,
) -> (Vec<Doctor>, Vec<(SiteId, DoctorEffect)>) {
    let mut doctors = known.to_vec();
    let mut effects = Vec::new();
    for (index, form) in forms.iter().enumerate() {
        let at = at.join("doctors").join(index);
        if forms.iter().take(index).any(|earlier| earlier.id == form.id) {
            findings.push(&FacilityProblem::DoctorTwice, at.join("id"));
            continue;
        }
        let place = doctors.iter().position(|doctor| doctor.id == form.id);
        if form.delete {
            match place {
                None => findings.push(&FacilityProblem::DoctorUnknown, at.join("id")),
                Some(place) => {
                    doctors.remove(place);
                    effects.push((form.id.clone(), DoctorEffect::Deleted));
                }
            }
            continue;
        }
        for (missing, member) in [(form.name.is_none(), "name"), (form.kana.is_none(), "kana")] {
            if missing {
                findings.push(&FacilityProblem::DoctorIncomplete, at.join(member));
            }
        }
        each_once(&form.products, &at.join("products"), findings);
        let Some(doctor) = form.doctor() else { continue };
        match place.and_then(|place| doctors.get_mut(place)) {
            None => {
                doctors.push(doctor);
                effects.push((form.id.clone(), DoctorEffect::Added));
            }
            Some(stored) if *stored == doctor => findings.push(&FacilityProblem::FieldUnchanged, at),
            Some(stored) => {
                *stored = doctor;
                effects.push((form.id.clone(), DoctorEffect::Changed));
            }
        }
    }
    (doctors, effects)
}
