//! Assumptions as bits.

use vsys_core::base::{AssumptionId, Assumptions, assumption};

use crate::abi::*;

/// Each bit with the assumption that it stands for. Bits stay as they are; a new one comes last.
const BITS: [(u64, AssumptionId); 15] = [
    (VSYS_ASSUMPTION_CAPACITY_ROUNDING, assumption::CAPACITY_ROUNDING),
    (VSYS_ASSUMPTION_MOCK_YEAR, assumption::MOCK_YEAR),
    (VSYS_ASSUMPTION_CYCLE_FORMULA, assumption::CYCLE_FORMULA),
    (VSYS_ASSUMPTION_CUT_OFF, assumption::CUT_OFF),
    (VSYS_ASSUMPTION_HOURS_EDGE, assumption::HOURS_EDGE),
    (VSYS_ASSUMPTION_PAST_MIDNIGHT, assumption::PAST_MIDNIGHT),
    (VSYS_ASSUMPTION_AGE_UNDER_SIX, assumption::AGE_UNDER_SIX),
    (VSYS_ASSUMPTION_ROUNDING, assumption::ROUNDING),
    (VSYS_ASSUMPTION_TARIFF, assumption::TARIFF),
    (VSYS_ASSUMPTION_NEEDLE_ALLOCATION, assumption::NEEDLE_ALLOCATION),
    (VSYS_ASSUMPTION_NEEDLE_AUTOFILL, assumption::NEEDLE_AUTOFILL),
    (VSYS_ASSUMPTION_NEEDLE_OVERRIDE, assumption::NEEDLE_OVERRIDE),
    (VSYS_ASSUMPTION_PROPOSAL_METHOD, assumption::PROPOSAL_METHOD),
    (VSYS_ASSUMPTION_PLAN_FREEZE, assumption::PLAN_FREEZE),
    (VSYS_ASSUMPTION_DOUBLE_CLAIM, assumption::DOUBLE_CLAIM),
];

/// The mask of some assumptions. None is lost: one without a bit shows as [`VSYS_ASSUMPTION_OTHER`].
pub(crate) fn mask(assumptions: &Assumptions) -> u64 {
    let bit = |id| BITS.iter().find(|(_, known)| *known == id).map_or(VSYS_ASSUMPTION_OTHER, |(bit, _)| *bit);
    assumptions.iter().fold(0, |mask, id| mask | bit(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_assumption_shows_and_no_bit_stands_for_two() {
        for id in assumption::ALL {
            let mut one = Assumptions::new();
            one.add(*id);
            assert_eq!(mask(&one).count_ones(), 1, "{id}");
        }
        let all = BITS.iter().fold(0, |all, (bit, _)| all | bit);
        assert_eq!(all, (1 << BITS.len()) - 1);
    }
}
