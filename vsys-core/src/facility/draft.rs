//! A change while it is proved: all of its faults are collected before anything moves.

use super::approval::{APPROVAL_MOVES, Approval, ApprovalEvent, ApprovalStatus, FACILITY_APPROVAL};
use super::change::{Changed, Changes, FieldChange};
use super::doctor::{Doctor, DoctorChange, DoctorEffect};
use super::fields::{Field, Fields};
use super::problem::FacilityProblem;
use super::record::{
    Facility, FacilityInput, FacilityKind, check_codes, desired_above, each_once, prove_fields, words,
};
use super::scope::{Standing, may_enter, stored};
use crate::base::{
    Act, Answer, Assumptions, Findings, IntoList, LogEntry, MachineProblem, Moment, Path, Refusal, SiteId, Step,
    assumption, choose,
};
use crate::rulebook::RuleBook;

/// A change that is being proved.
pub(super) struct Draft<'a> {
    book: &'a RuleBook,
    /// The registered record; nothing at the first registration.
    facility: Option<&'a Facility>,
    act: &'a Act,
    /// Id and kind, once the first registration has told them.
    identity: Option<(SiteId, FacilityKind)>,
    before: Fields,
    after: Fields,
    /// The changed fields that wait for the municipality.
    items: Vec<Field>,
    /// The changed fields that take effect at once.
    immediate: Vec<Field>,
    doctors: Vec<Doctor>,
    doctor_effects: Vec<(SiteId, DoctorEffect)>,
    /// Where the changes stand in the request.
    at: Path,
    findings: Findings,
    assumptions: Assumptions,
}

impl<'a> Draft<'a> {
    /// Compares what is registered with what is asked for.
    pub(super) fn new(book: &'a RuleBook, facility: Option<&'a Facility>, act: &'a Act, changes: &Changes) -> Self {
        let at = Path::from("changes");
        let mut findings = Findings::new();
        let identity = identify(facility, act, changes, &at, &mut findings);
        let before = facility.map_or_else(|| Fields::default().settled(), |facility| facility.fields().clone());
        let touched = touched(changes, &at, &mut findings);
        let mut after = before.clone();
        touched.iter().for_each(|field| after.take(&changes.set, *field));
        let after = after.settled();
        let (unchanged, changed): (Vec<Field>, Vec<Field>) =
            touched.into_iter().partition(|field| before.agree(&after, *field));
        let (items, immediate) =
            changed.into_iter().partition(|field| facility.is_some() && field.needs_approval(book));
        for field in unchanged.into_iter().filter(|_| facility.is_some()) {
            findings.push(&FacilityProblem::FieldUnchanged, at.join(field.as_str()));
        }
        let known = facility.map_or(&[][..], Facility::doctors);
        let (doctors, doctor_effects) = save_doctors(known, &changes.doctors, &at, &mut findings);
        let assumptions = Assumptions::new();
        Self {
            book,
            facility,
            act,
            identity,
            before,
            after,
            items,
            immediate,
            doctors,
            doctor_effects,
            at,
            findings,
            assumptions,
        }
    }

    /// Whether the actor may enter for the facility.
    pub(super) fn prove_standing(&mut self) {
        let Some((id, kind)) = &self.identity else { return };
        let registered = self.facility.is_some();
        let standing = Standing {
            id,
            kind: *kind,
            municipality: if registered { self.before.municipality } else { self.after.municipality },
            proxy_entry: registered && self.before.proxy_entry == Some(true),
        };
        let place = registered.then(|| stored(Field::Municipality));
        may_enter(self.book, self.act, &standing, place.as_ref(), &mut self.findings);
    }

    /// Whether the record keeps its rules with everything that is asked for.
    pub(super) fn prove_values(&mut self) {
        let Self { after, at, findings, immediate, items, .. } = self;
        let changed: Vec<Field> = immediate.iter().chain(items.iter()).copied().list();
        if prove_fields(after, at, findings) {
            self.assumptions.add(assumption::REQUIRED_FIELDS);
        }
        if changed.contains(&Field::Report) && desired_above(after, at, findings) {
            self.assumptions.add(assumption::DESIRED_CAPACITY);
        }
        if let Some(code) = after.municipality.filter(|_| changed.contains(&Field::Municipality))
            && let Err(problem) = self.book.municipalities().resolve(code, self.act.at.date())
        {
            findings.push(&problem, at.join(Field::Municipality.as_str()));
        }
        check_codes(after, &changed, at, findings);
    }

    /// A new ID needs a doctor; a special site without one is registered and receives no vaccine (MED-5, MED-6).
    pub(super) fn prove_doctors(&mut self) {
        let needs = self.identity.as_ref().is_some_and(|(_, kind)| *kind != FacilityKind::SpecialSite);
        if self.facility.is_none() && needs && self.doctors.is_empty() {
            self.findings.push(&FacilityProblem::DoctorNone, self.at.join("doctors"));
        }
    }

    /// While a request waits, no approval item changes (ruling pending-approval).
    pub(super) fn prove_pending(&mut self) {
        if self.facility.is_some() && self.changes_nothing() {
            self.findings.push(&FacilityProblem::NothingChanges, self.at.clone());
        }
        let Some(pending) = self.facility.and_then(Facility::pending) else { return };
        for item in &self.items {
            let problem = FacilityProblem::ItemPending { pending: words(&pending.items) };
            self.findings.push(&problem, self.at.join(item.as_str()));
        }
        // The other readings would let other items change, or stop every field.
        let other_item = self.items.iter().any(|item| !pending.items.contains(item));
        if other_item || !(self.immediate.is_empty() && self.doctor_effects.is_empty()) {
            self.assumptions.add(assumption::PENDING_APPROVAL);
        }
    }

    fn changes_nothing(&self) -> bool {
        self.items.is_empty() && self.immediate.is_empty() && self.doctor_effects.is_empty()
    }

    /// Carries the change out, or refuses it with every fault.
    pub(super) fn finish(mut self) -> Result<Answer<Changed>, Refusal> {
        let (Some((id, kind)), false) = (self.identity.clone(), self.findings.has_errors()) else {
            return Err(self.assumptions.iter().fold(Refusal::of(self.findings), Refusal::assuming));
        };
        let nothing = self.changes_nothing();
        let request = self.request(&id)?;
        self.name_assumptions();
        let Self { facility, act, before, after, items, immediate, .. } = self;
        let (step, approval) = request.unzip();
        let mut fields = before.clone();
        immediate.iter().for_each(|field| fields.take(&after, *field));
        let shown = facility.filter(|_| !immediate.contains(&Field::Availability));
        let changed = Changed {
            log: LogEntry { act: act.clone(), target: id.as_str().to_owned() },
            facility: Facility::proved(FacilityInput {
                id,
                kind,
                fields,
                availability_at: shown.map_or(act.at, Facility::availability_at),
                doctors: self.doctors,
                approval: approval.or_else(|| facility.and_then(Facility::approval).cloned()),
                changed_at: facility.filter(|_| nothing).map_or(act.at, Facility::changed_at),
            }),
            step,
            immediate: FieldChange::between(&before, &after, &immediate),
            doctors: self.doctor_effects,
            pending: FieldChange::between(&before, &after, &items),
        };
        Ok(Answer::new(changed).assuming_all(&self.assumptions).finding(self.findings))
    }

    /// The request for approval, where an item has changed.
    fn request(&self, id: &SiteId) -> Result<Option<(Step, Approval)>, Refusal> {
        if self.items.is_empty() {
            return Ok(None);
        }
        let role = self.act.actor.role;
        let line = choose(&FACILITY_APPROVAL, APPROVAL_MOVES, None, ApprovalEvent::Request, role)
            .map_err(|refusal| refusal.at(Path::from("actor").join("role"), self.at.clone()))?;
        let approval = Approval {
            status: line.to,
            items: self.items.clone(),
            after: self.after.only(&self.items),
            requested_by: role,
            requested_at: self.act.at,
            decided_at: None,
            reason: None,
        };
        Ok(Some((Step::new(FACILITY_APPROVAL.id, line, self.act.clone(), id.as_str(), "", &[]), approval)))
    }

    /// What the change rests on when it is carried out.
    fn name_assumptions(&mut self) {
        let approval = self.facility.and_then(Facility::approval);
        let after_rejection = approval.is_some_and(|last| last.status == ApprovalStatus::Rejected);
        let at_once = self.immediate.iter().any(|field| field.needs_approval(self.book));
        let doctors = self.facility.is_some() && !self.doctor_effects.is_empty();
        for (rests, assumption) in [
            (at_once, assumption::FIRST_REGISTRATION),
            (doctors, assumption::DOCTORS_AT_ONCE),
            (after_rejection && !self.items.is_empty(), assumption::APPROVAL_REJECTED),
        ] {
            if rests {
                self.assumptions.add(assumption);
            }
        }
    }
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
        findings.push(&MachineProblem::Backwards { last: Moment(facility.changed_at()) }, Path::from("at"));
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
    Field::ALL.into_iter().filter(|field| changes.set.has(*field) || changes.clear.contains(field)).list()
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
