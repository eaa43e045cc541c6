//! The municipality's decision on a request for approval.

use super::approval::{APPROVAL_MOVES, Approval, ApprovalEvent, FACILITY_APPROVAL};
use super::change::FieldChange;
use super::fields::Field;
use super::problem::FacilityProblem;
use super::record::{Facility, FacilityInput};
use super::scope::{municipality_only, stored};
use crate::base::{
    Act, Answer, Findings, InstitutionKind, MachineProblem, Moment, Path, Personal, Refusal, Role, Step, Text, choose,
    named,
};
use crate::rulebook::RuleBook;

named! {
    /// What the municipality decides (承認／却下). Source: MED-4.
    pub enum Decision {
        /// The change is reflected.
        Approve = "approve" / "承認",
        /// The stored values stay.
        Reject = "reject" / "却下",
    }
}

named! {
    /// What else is needed after a decision (必要な手続). Source: APP-14.
    pub enum FollowUp {
        /// A delegation letter is made anew.
        Letter = "letter" / "委任状の再発行",
        /// The related documents are made and handed in.
        Documents = "documents" / "関連書類の作成・提出",
        /// A new V-SYS ID is issued.
        NewId = "new_id" / "V-SYS IDの新規発行",
    }
}

/// What a decision did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The record after it.
    pub facility: Facility,
    /// The move.
    pub step: Step,
    /// What was asked for, side by side; reflected only when it was approved.
    pub items: Vec<FieldChange>,
    /// What else is needed.
    pub follow_up: Vec<FollowUp>,
}

/// Approves or rejects the request that waits (医療機関情報の承認).
///
/// Source: 「自治体説明会（第3回）資料2」 医療機関情報の承認, 2021-02-17 (MED-4); 職域追加接種の実施申込み, 2021-11 (APP-14);
/// ruling approval-rejected.
///
/// # Errors
/// A refusal with every fault at once: nothing waits, an actor that is not the facility's municipality, a
/// rejection without a reason.
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
/// use vsys_core::facility::{Decision, decide};
/// // A special site asks for another representative, and its municipality decides.
/// let set = Fields { representative: Some("架空 花子".parse()?), ..Fields::default() };
/// let asked = change(&book, Some(&site), &act, &Changes { set, ..Changes::default() })?.into_value().facility;
/// assert!(!asked.fields().has(Field::Representative) && asked.pending().is_some());
/// let approved = decide(&book, &asked, &act, Decision::Approve, None)?.into_value().facility;
/// assert!(approved.fields().has(Field::Representative));
/// assert_eq!(decide(&book, &approved, &act, Decision::Approve, None).unwrap_err().code(), "machine.move.refused");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide(
    book: &RuleBook,
    facility: &Facility,
    act: &Act,
    decision: Decision,
    reason: Option<Personal<Text<400>>>,
) -> Result<Answer<Decided>, Refusal> {
    let event = match decision {
        Decision::Approve => ApprovalEvent::Approve,
        Decision::Reject => ApprovalEvent::Reject,
    };
    let mut findings = Findings::new();
    let from = facility.approval().map(|approval| approval.status);
    let line = choose(&FACILITY_APPROVAL, APPROVAL_MOVES, from, event, act.actor.role);
    let line = line.map_err(|refusal| {
        let refusal = refusal.at(Path::from("actor").join("role"), Path::from("decision"));
        findings.extend(refusal.findings().clone());
    });
    if act.actor.role == Role::Municipality {
        let place = stored(Field::Municipality);
        municipality_only(book, act, facility.fields().municipality, Some(&place), &mut findings);
    }
    if act.at < facility.changed_at() {
        findings.push(&MachineProblem::Backwards { last: Moment(facility.changed_at()) }, Path::from("at"));
    }
    match (decision, &reason) {
        (Decision::Reject, None) => findings.push(&FacilityProblem::ReasonMissing, Path::from("reason")),
        (Decision::Approve, Some(_)) => findings.push(&FacilityProblem::ReasonUnwanted, Path::from("reason")),
        _ => {}
    }
    let (Ok(line), Some(request), false) = (line, facility.approval(), findings.has_errors()) else {
        return Err(Refusal::of(findings));
    };

    let before = facility.fields();
    let mut fields = before.clone();
    if decision == Decision::Approve {
        request.items.iter().for_each(|item| fields.take(&request.after, *item));
    }
    let similar = before.code.filter(|code| code.kind == InstitutionKind::Similar);
    let similar_changed = similar.is_some() && fields.code != similar;
    if similar_changed {
        findings.push(&FacilityProblem::SimilarCodeChanged, stored(Field::Code));
    }
    let items = FieldChange::between(before, &request.after, &request.items);
    let approval = Approval { status: line.to, decided_at: Some(act.at), reason, ..request.clone() };
    let id = facility.id().as_str();
    let decided = Decided {
        step: Step::new(FACILITY_APPROVAL.id, line, act.clone(), id, "", &[]),
        facility: Facility::proved(FacilityInput {
            fields,
            approval: Some(approval),
            changed_at: act.at,
            ..facility.input().clone()
        }),
        items,
        follow_up: if similar_changed { FollowUp::ALL.to_vec() } else { Vec::new() },
    };
    Ok(Answer::new(decided).assuming_all(&line.assumptions()).finding(findings))
}
