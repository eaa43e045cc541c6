//! The ids of assumptions: what an answer rests on beyond the printed rules.

use std::fmt;

/// The id of an assumption (前提), `assumption.…`; its text and alternatives stand in the register
/// that `rules.assumptions` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssumptionId(&'static str);

impl AssumptionId {
    /// The id as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for AssumptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A set of assumptions, sorted by their bytes. One pointer, since every answer has a set and many are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "the box is what makes it one pointer")]
pub struct Assumptions(Option<Box<Vec<AssumptionId>>>);

impl Assumptions {
    /// None.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds one.
    pub fn add(&mut self, id: AssumptionId) {
        let set = self.0.get_or_insert_default();
        if let Err(place) = set.binary_search(&id) {
            set.insert(place, id);
        }
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        other.iter().for_each(|id| self.add(id));
    }

    /// The ids in order.
    pub fn iter(&self) -> impl Iterator<Item = AssumptionId> + '_ {
        self.0.as_deref().map_or(&[][..], Vec::as_slice).iter().copied()
    }
}

macro_rules! assumptions {
    ($($(#[$meta:meta])* $name:ident = $id:literal;)*) => {
        $($(#[$meta])* pub const $name: AssumptionId = AssumptionId($id);)*
        /// Every assumption that the code names. That each stands in the register is tested.
        pub const ALL: &[AssumptionId] = &[$($name),*];
    };
}

assumptions! {
    /// Whether boxes go to hubs, and how a hub shares its vials.
    HUBS = "assumption.hubs";
    /// How a capacity in doses becomes a cap in boxes.
    CAPACITY_ROUNDING = "assumption.capacity-rounding";
    /// The needle boxes that go with an allocation.
    NEEDLE_ALLOCATION = "assumption.needle-allocation";
    /// The needle boxes that the plan screen fills in.
    NEEDLE_AUTOFILL = "assumption.needle-autofill";
    /// Whether the user may change them.
    NEEDLE_OVERRIDE = "assumption.needle-override";
    /// What happens when the sites' ceilings exceed the municipality's.
    NEEDLE_CASCADE = "assumption.needle-cascade";
    /// How a percentage of boxes is rounded.
    SHARE_ROUNDING = "assumption.share-rounding";
    /// How the proposal is computed and ties are decided.
    PROPOSAL_METHOD = "assumption.proposal-method";
    /// Whether a lock with a cross is refused.
    LOCK_WITH_CROSS = "assumption.lock-with-cross";
    /// How immutability holds when state travels.
    LOCK_STATELESS = "assumption.lock-stateless";
    /// The year of the printed deadlines.
    MOCK_YEAR = "assumption.mock-year";
    /// Whether the printed minute is still in time.
    CUT_OFF = "assumption.cut-off";
    /// How the marks of several products make one.
    MARKS = "assumption.alc-5";
    /// Rows of the cycle table beyond the printed five.
    CYCLE_FORMULA = "assumption.cyc-7";
    /// How a cycle's number is printed in a record's name.
    RECORD_NAME = "assumption.prd-6";
    /// Whether amounts may change between 分配完了 and the lock.
    REOPEN = "assumption.reopen-before-lock";
    /// When all rows of a plan are frozen.
    PLAN_FREEZE = "assumption.plan-freeze";
    /// What happens to a plan above the total first registered.
    PLAN_EXCESS = "assumption.plan-excess";
    /// Whether the basis of 1,000 doses binds.
    PLAN_MINIMUM = "assumption.plan-minimum";
    /// Whether doses that a cycle leaves serve the next one.
    PLAN_LEFT_OVER = "assumption.plan-left-over";
    /// On which day the under-six addition ends, and which product holds on the eve of an age.
    AGE_UNDER_SIX = "assumption.age-under-six";
    /// Where a claim amount is rounded.
    ROUNDING = "assumption.rounding";
    /// What the twelve prices of the new form are.
    TARIFF = "assumption.tariff";
    /// Which claims of the two tables are late and exceptional.
    LATE_CLAIMS = "assumption.clm-8";
    /// Whether a vaccination can be claimed in its own month.
    CLAIM_MONTH = "assumption.clm-15";
    /// Whether the first and the last minute of posted hours lie within.
    HOURS_EDGE = "assumption.hours-edge";
    /// To which day a vaccination after midnight counts in hours that began the evening before.
    PAST_MIDNIGHT = "assumption.past-midnight";
    /// Whether a union of the tables counts as one municipality for claims.
    UNION_CLAIMS = "assumption.union-claims";
    /// How a week counts that the edge of a support period cuts.
    SUPPORT_CUT_WEEK = "assumption.support-cut-week";
    /// Whether four weeks must pass in the periods from 2023 too.
    SUPPORT_2023 = "assumption.support-2023";
    /// Whether weeks of the upper test count for the lower one.
    SUPPORT_WEEKS = "assumption.support-weeks";
    /// How the two entry tables of a claim feed the sheets.
    CLAIM_TABLES = "assumption.clm-14";
    /// Whether the box of the summary is checked when nobody of the own municipality is claimed for.
    CLAIM_OWN_CHECK = "assumption.claim-own-check";
    /// Which claims are the same claim made twice.
    DOUBLE_CLAIM = "assumption.double-claim";
    /// From which delivery week a pack holds.
    PRODUCT_FROM = "assumption.product-from";
    /// How many vials a satellite may receive.
    SATELLITE_CAP = "assumption.satellite-cap";
    /// What the change box of a block of the application does.
    STORED_BLOCKS = "assumption.app-4";
    /// Which steps an application may take.
    APPLICATION_STEPS = "assumption.app-10";
    /// Which ID and documents follow from a confirmed application.
    APPLICATION_OUTCOME = "assumption.app-17";
    /// Whether an application may be changed after it was made.
    APPLICATION_CHANGE = "assumption.application-change";
    /// When the present ID may be kept.
    APPLICATION_ID = "assumption.application-id";
    /// What the states of an application are called, and what follows a withdrawal.
    APPLICATION_NAMES = "assumption.application-names";
    /// To which dose the conditions of consent belong.
    CONSENT_HEADING = "assumption.cns-1";
    /// Which telephone numbers and mail addresses are taken.
    CONTACT_FORM = "assumption.contact-form";
    /// Which parts of an address are required.
    MANUAL_ADDRESS = "assumption.manual-address";
    /// What becomes of the earlier review when an application is made again.
    RESUBMIT_REVIEW = "assumption.resubmit-review";
    /// Which status an application to be made again has after it is kept.
    SAVE_RETURNED = "assumption.save-returned";
    /// Whether the second contacts are required.
    SECOND_CONTACT = "assumption.second-contact";
    /// Whether a letter's downloads are a count or a flag.
    LETTER_COUNT = "assumption.app-20";
    /// Whether the record stays open after a rejection.
    APPROVAL_REJECTED = "assumption.approval-rejected";
    /// Whether the day of leaving the collective contract still counts.
    CONTRACT_END = "assumption.contract-end";
    /// Whether the desired amount may exceed the capacity.
    DESIRED_CAPACITY = "assumption.desired-capacity";
    /// Whether approval items of a first registration wait for approval.
    FIRST_REGISTRATION = "assumption.first-registration";
    /// Which fields of a facility's record are required.
    REQUIRED_FIELDS = "assumption.med-2";
    /// Whether a change of a doctor's record needs approval.
    DOCTORS_AT_ONCE = "assumption.med-5";
    /// Whether the two doctor registrations are enough for a special site.
    SPECIAL_SITE = "assumption.med-7";
    /// Which changes wait while an approval item is pending.
    PENDING_APPROVAL = "assumption.pending-approval";
    /// From which day to which a division of work holds.
    MANUAL_EDITIONS = "assumption.manual-editions";
    /// How the quotas of the basic frames of 2021 became whole boxes.
    BASIC_FRAME_ROUNDING = "assumption.basic-frame-rounding";
    /// How requests of 2021 that were cut in proportion became whole boxes.
    PRO_RATA_ROUNDING = "assumption.pro-rata-rounding";
    /// How the frames of one cycle act on one another.
    POLICY_FRAMES = "assumption.policy-frames";
    /// Who comes first at equal rates, and what the last one served gets.
    POLICY_FILL = "assumption.policy-fill";
    /// How a tenth less of a basic frame becomes whole boxes.
    POLICY_CUT = "assumption.policy-cut";
    /// How needs in doses become boxes.
    POLICY_DOSES_ROUNDING = "assumption.policy-doses-rounding";
    /// Who may enter delivery dates.
    DELIVERY_DATES = "assumption.rol-4";
}
