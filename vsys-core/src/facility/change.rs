//! Registering and changing a facility's record.

use super::doctor::{DoctorChange, DoctorEffect};
use super::draft::Draft;
use super::fields::{Field, Fields};
use super::record::{Facility, FacilityKind};
use crate::base::{Act, Answer, IntoList, LogEntry, Refusal, SiteId, Step};
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
        fields.iter().map(change).list()
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
    let mut draft = Draft::new(book, facility, act, changes);
    draft.prove_standing();
    draft.prove_values();
    draft.prove_doctors();
    draft.prove_pending();
    draft.finish()
}
