//! The assumptions on which an answer without JSON rests, as bits.

/// `assumption.capacity-rounding`: doses are rounded to whole boxes.
pub const VSYS_ASSUMPTION_CAPACITY_ROUNDING: u64 = 1_u64 << 0;

/// `assumption.mock-year`: the year of the printed deadlines.
pub const VSYS_ASSUMPTION_MOCK_YEAR: u64 = 1_u64 << 1;

/// `assumption.cyc-7`: cycles beyond the printed five.
pub const VSYS_ASSUMPTION_CYCLE_FORMULA: u64 = 1_u64 << 2;

/// `assumption.cut-off`: the printed minute is still in time.
pub const VSYS_ASSUMPTION_CUT_OFF: u64 = 1_u64 << 3;

/// `assumption.hours-edge`: the first and the last minute of posted hours.
pub const VSYS_ASSUMPTION_HOURS_EDGE: u64 = 1_u64 << 4;

/// `assumption.past-midnight`: hours that began the evening before.
pub const VSYS_ASSUMPTION_PAST_MIDNIGHT: u64 = 1_u64 << 5;

/// `assumption.age-under-six`: the eve of the sixth birthday.
pub const VSYS_ASSUMPTION_AGE_UNDER_SIX: u64 = 1_u64 << 6;

/// `assumption.rounding`: where an amount is rounded.
pub const VSYS_ASSUMPTION_ROUNDING: u64 = 1_u64 << 7;

/// `assumption.tariff`: the twelve prices of the new form.
pub const VSYS_ASSUMPTION_TARIFF: u64 = 1_u64 << 8;

/// `assumption.needle-allocation`: needles that go with an allocation.
pub const VSYS_ASSUMPTION_NEEDLE_ALLOCATION: u64 = 1_u64 << 9;

/// `assumption.needle-autofill`: needles that the plan screen fills in.
pub const VSYS_ASSUMPTION_NEEDLE_AUTOFILL: u64 = 1_u64 << 10;

/// `assumption.needle-override`: needles that were lowered by hand.
pub const VSYS_ASSUMPTION_NEEDLE_OVERRIDE: u64 = 1_u64 << 11;

/// `assumption.proposal-method`: how a proposal is computed and ties are decided.
pub const VSYS_ASSUMPTION_PROPOSAL_METHOD: u64 = 1_u64 << 12;

/// `assumption.plan-freeze`: when all rows of a plan are frozen.
pub const VSYS_ASSUMPTION_PLAN_FREEZE: u64 = 1_u64 << 13;

/// `assumption.double-claim`: which claims are the same made twice.
pub const VSYS_ASSUMPTION_DOUBLE_CLAIM: u64 = 1_u64 << 14;

/// An assumption without a bit of its own; the operation of the same name tells it by its id.
pub const VSYS_ASSUMPTION_OTHER: u64 = 1_u64 << 63;
