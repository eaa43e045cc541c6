//! The record of a facility: proved whenever it is read.

use chrono::NaiveDateTime;

use super::approval::{Approval, ApprovalStatus};
use super::doctor::{Doctor, ProductGroup};
use super::fields::{Field, Fields};
use super::problem::FacilityProblem;
use crate::base::{
    Findings, Ids, InstitutionKind, IntoList, Path, Problem, Refusal, Role, SiteId, Term, Terms, assumption, named,
};
use crate::rulebook::RuleBook;

named! {
    /// What kind of facility it is (施設の種別). Source: MED-2, MED-6.
    pub enum FacilityKind {
        /// 医療機関
        Institution = "institution" / "医療機関",
        /// 特設の接種会場, run by its municipality.
        SpecialSite = "special_site" / "特設の接種会場",
        /// 職域接種会場
        Workplace = "workplace" / "職域接種会場",
    }
}

impl FacilityKind {
    /// The role in which a facility of this kind acts for itself.
    pub const fn role(self) -> Role {
        match self {
            Self::Institution => Role::Institution,
            Self::SpecialSite | Self::Workplace => Role::Site,
        }
    }
}

/// The parts of a facility's record, before they are proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacilityInput {
    /// Its id in V-SYS, by which it acts for itself.
    pub id: SiteId,
    /// What kind it is.
    pub kind: FacilityKind,
    /// Its fields.
    pub fields: Fields,
    /// When the availability was changed last (予約空き状況更新日時).
    pub availability_at: NaiveDateTime,
    /// The vaccinating doctors, in the order of registration.
    pub doctors: Vec<Doctor>,
    /// The last request for approval.
    pub approval: Option<Approval>,
    /// When the record was changed last.
    pub changed_at: NaiveDateTime,
}

/// The record of a medical institution or vaccination site (医療機関・接種会場情報). A value keeps every rule of
/// the record; what is pending stands beside it and is not reflected.
///
/// Source: 「職域における追加接種（3回目接種） V-SYSについて」 医療機関情報の登録と変更について, 2021-11; 「自治体説明会（第3回）資料2」
/// 医療機関情報の承認, 2021-02-17 (MED-2..7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facility(FacilityInput);

impl Facility {
    /// Proves a record that travelled.
    ///
    /// # Errors
    /// A refusal with every fault, each at its member of the record.
    pub fn try_new(book: &RuleBook, input: FacilityInput) -> Result<Self, Refusal> {
        let mut input = input;
        input.fields = input.fields.settled();
        // What a request clears is a value too: a flag that is not set, no product.
        if let Some(Approval { items, after, .. }) = &mut input.approval {
            let settled = after.clone().settled();
            items.iter().for_each(|item| after.take(&settled, *item));
        }
        let at = Path::from("fields");
        let mut findings = Findings::new();
        let missing = prove_fields(&input.fields, &at, &mut findings);
        let desired = desired_above(&input.fields, &at, &mut findings);
        if input.fields.municipality.is_some_and(|code| book.municipalities().find(code).is_none()) {
            findings.push(&book.municipalities().unknown(), at.join(Field::Municipality.as_str()));
        }
        for (index, _) in Ids::of(input.doctors.iter().map(|doctor| doctor.id.as_str())).twice() {
            findings.push(&FacilityProblem::DoctorTwice, Path::element("doctors", index, "id"));
        }
        for (index, doctor) in input.doctors.iter().enumerate() {
            let at = Path::element("doctors", index, "products");
            each_once(&doctor.products, &at, &mut findings);
        }
        if input.availability_at > input.changed_at {
            contradiction(AVAILABILITY_TIME, Path::from("availability_at"), &mut findings);
        }
        if let Some(approval) = &input.approval {
            prove_approval(book, &input, approval, &mut findings);
        }
        if !findings.has_errors() {
            return Ok(Self(input));
        }
        let refusal = Refusal::of(findings);
        let refusal = if missing { refusal.assuming(assumption::REQUIRED_FIELDS) } else { refusal };
        Err(if desired { refusal.assuming(assumption::DESIRED_CAPACITY) } else { refusal })
    }

    /// A record whose parts keep the rules already.
    pub(super) const fn proved(input: FacilityInput) -> Self {
        Self(input)
    }

    /// Its id.
    pub const fn id(&self) -> &SiteId {
        &self.0.id
    }

    /// What kind it is.
    pub const fn kind(&self) -> FacilityKind {
        self.0.kind
    }

    /// Its fields as they are reflected.
    pub const fn fields(&self) -> &Fields {
        &self.0.fields
    }

    /// When the availability was changed last (予約空き状況更新日時).
    pub const fn availability_at(&self) -> NaiveDateTime {
        self.0.availability_at
    }

    /// The vaccinating doctors.
    pub fn doctors(&self) -> &[Doctor] {
        &self.0.doctors
    }

    /// The last request for approval.
    pub const fn approval(&self) -> Option<&Approval> {
        self.0.approval.as_ref()
    }

    /// The request that waits for the municipality.
    pub fn pending(&self) -> Option<&Approval> {
        self.approval().filter(|approval| approval.status == ApprovalStatus::Pending)
    }

    /// When it was changed last.
    pub const fn changed_at(&self) -> NaiveDateTime {
        self.0.changed_at
    }

    /// Its parts, as they travel.
    pub const fn input(&self) -> &FacilityInput {
        &self.0
    }
}

const AVAILABILITY_TIME: Term = Term::new("the time of the availability", "予約空き状況更新日時");
const APPROVAL_ITEMS: Term = Term::new("the items of the request for approval", "承認申請の項目");
const APPROVAL_TIMES: Term = Term::new("the times of the request for approval", "承認申請の日時");
const APPROVAL_REQUESTER: Term = Term::new("who asked for the approval", "申請した者");
const APPROVAL_REASON: Term = Term::new("the reason of a rejection", "却下の理由");

fn contradiction(what: Term, at: Path, findings: &mut Findings) {
    findings.push(&FacilityProblem::RecordContradiction { what }, at);
}

/// Proves what binds the fields to one another; tells whether a marked one is missing.
pub(super) fn prove_fields(fields: &Fields, at: &Path, findings: &mut Findings) -> bool {
    let mut missing = false;
    for field in Field::REQUIRED.into_iter().filter(|field| !fields.has(*field)) {
        missing = true;
        findings.push(&FacilityProblem::FieldMissing, at.join(field.as_str()));
    }
    if let Some(products) = &fields.products {
        each_once(products, &at.join(Field::Products.as_str()), findings);
    }
    if let (Some(joined), Some(left)) = (fields.contract_joined, fields.contract_left)
        && left < joined
    {
        findings.push(&FacilityProblem::ContractOrder { joined, left }, at.join(Field::ContractLeft.as_str()));
    }
    missing
}

/// Whether more is desired than can be given, which is reported.
pub(super) fn desired_above(fields: &Fields, at: &Path, findings: &mut Findings) -> bool {
    let Some(report) = fields.report.filter(|report| report.desired > report.capacity) else { return false };
    let problem =
        FacilityProblem::DesiredAboveCapacity { capacity: report.capacity.get(), desired: report.desired.get() };
    findings.push(&problem, at.join(Field::Report.as_str()).join("desired"));
    true
}

/// Reports every group of products that stands there a second time.
pub(super) fn each_once(products: &[ProductGroup], at: &Path, findings: &mut Findings) {
    for (index, group) in products.iter().enumerate() {
        if products.iter().take(index).any(|earlier| earlier == group) {
            findings.push(&FacilityProblem::ProductTwice, at.join(index));
        }
    }
}

/// Proves that the last request fits the record: what waits or was rejected differs from it in every item,
/// what was approved stands in it.
fn prove_approval(book: &RuleBook, input: &FacilityInput, approval: &Approval, findings: &mut Findings) {
    let at = |member: &'static str| Path::new(["approval".into(), member.into()]);
    let Approval { status, items, after, requested_at, decided_at, reason, .. } = approval;
    let mut ordered = items.clone();
    ordered.sort_unstable();
    ordered.dedup();
    let others = Field::ALL.into_iter().any(|field| after.has(field) && !items.contains(&field));
    let reflected = *status == ApprovalStatus::Approved;
    let after = after.only(items);
    let agrees = |field: &Field| after.agree(&input.fields, *field) == reflected;
    let asked = |field: &Field| field.needs_approval(book);
    if items.is_empty() || ordered != *items || others || !items.iter().all(|item| asked(item) && agrees(item)) {
        contradiction(APPROVAL_ITEMS, at("items"), findings);
    }
    let decided = *status != ApprovalStatus::Pending;
    let delegated = decided || input.kind == FacilityKind::SpecialSite || input.fields.proxy_entry.unwrap_or_default();
    let by_municipality = approval.requested_by == Role::Municipality && delegated;
    if approval.requested_by != input.kind.role() && !by_municipality {
        contradiction(APPROVAL_REQUESTER, at("requested_by"), findings);
    }
    let last = decided_at.unwrap_or(*requested_at);
    if decided != decided_at.is_some() || last < *requested_at || last > input.changed_at {
        contradiction(APPROVAL_TIMES, at("requested_at"), findings);
    }
    if reason.is_some() != (*status == ApprovalStatus::Rejected) {
        contradiction(APPROVAL_REASON, at("reason"), findings);
    }
    // The faults of the record itself are told above.
    if *status == ApprovalStatus::Pending && !findings.has_errors() {
        let mut proposed = input.fields.clone();
        items.iter().for_each(|item| proposed.take(&after, *item));
        prove_fields(&proposed, &at("after"), findings);
    }
}

/// The warnings about the institution's codes: real exceptions to the check digit exist.
pub(super) fn check_codes(fields: &Fields, changed: &[Field], at: &Path, findings: &mut Findings) {
    let insurance = InstitutionKind::Insurance;
    let code = fields.code.map(|code| (code.number, code.kind));
    let own = [
        (Field::Code, code, Some("number")),
        (Field::NewInsuranceCode, fields.new_insurance_code.map(|code| (code, insurance)), None),
        (Field::NewInsuranceCodeSpare, fields.new_insurance_code_spare.map(|code| (code, insurance)), None),
    ];
    for (field, code, member) in own.into_iter().filter(|(field, ..)| changed.contains(field)) {
        if let Some(problem) = code.and_then(|(code, kind)| code.check(kind).err()) {
            let at = at.join(field.as_str());
            findings.push(&problem as &dyn Problem, member.map_or_else(|| at.clone(), |member| at.join(member)));
        }
    }
}

/// Fields as words of a message.
pub(super) fn words(fields: &[Field]) -> Terms {
    Terms(fields.iter().map(|field| field.term()).list())
}
