//! Shares of columns, from C's arrays.

use vsys_core::allocation::{ColumnsRequest, Decided, FirstUnits, Method, SharedColumns, Ties, apportion_columns};
use vsys_core::base::Answer;

use crate::abi::*;
use crate::assumption::mask;
use crate::call::text;
use crate::failure::Failure;
use crate::problem::CProblem;
use crate::quantity::number;

/// What is shared among whom, each column read.
pub(crate) struct Shares<'a> {
    pub(crate) supply: u64,
    pub(crate) ids: Option<Vec<&'a [u8]>>,
    pub(crate) weights: &'a [u64],
    pub(crate) floors: Option<&'a [u64]>,
    pub(crate) caps: Option<&'a [u64]>,
    pub(crate) method: u32,
    pub(crate) ties: u32,
    pub(crate) first_units: u32,
}

/// Shares a supply out.
pub(crate) fn share(shares: &Shares<'_>) -> Result<Answer<SharedColumns>, Failure> {
    let ids = shares.ids.as_ref().map(|ids| ids.iter().map(|id| text("ids", id)).collect::<Result<Vec<_>, _>>());
    let ids = ids.transpose()?;
    Ok(apportion_columns(&ColumnsRequest {
        supply: number("supply", shares.supply)?,
        ids: ids.as_deref(),
        weights: shares.weights,
        floors: shares.floors,
        caps: shares.caps,
        method: method(shares.method)?,
        ties: match shares.ties {
            VSYS_TIES_RULED => Ties::Ruled,
            VSYS_TIES_REPORT => Ties::Report,
            _ => return Err(CProblem::ArgumentValue { argument: "ties" }.into()),
        },
        first_units: match shares.first_units {
            VSYS_FIRST_UNITS_REFUSE => FirstUnits::Refuse,
            VSYS_FIRST_UNITS_BY_WEIGHT => FirstUnits::ByWeight,
            _ => return Err(CProblem::ArgumentValue { argument: "first_units" }.into()),
        },
        explain: false,
    })?)
}

/// What is told of shares besides the amounts.
pub(crate) fn told(answer: &Answer<SharedColumns>) -> vsys_shared {
    let shared = answer.value();
    let decided = |decided| match decided {
        Decided::LargerWeight => VSYS_DECIDED_LARGER_WEIGHT,
        Decided::SmallerCode => VSYS_DECIDED_SMALLER_CODE,
    };
    vsys_shared {
        left_over: shared.left_over,
        tied_rows: shared.tie.as_ref().map_or(0, |tie| u64::try_from(tie.rows.len()).unwrap_or(u64::MAX)),
        tied_units: shared.tie.as_ref().map_or(0, |tie| tie.units),
        assumptions: mask(answer.assumptions()),
        decided: shared.tie.as_ref().map_or(0, |tie| decided(tie.decided)),
        method: match shared.method {
            Method::LargestRemainder => VSYS_METHOD_LARGEST_REMAINDER,
            Method::Webster => VSYS_METHOD_WEBSTER,
            Method::Jefferson => VSYS_METHOD_JEFFERSON,
            Method::Adams => VSYS_METHOD_ADAMS,
            Method::Hill => VSYS_METHOD_HILL,
        },
    }
}

fn method(code: u32) -> Result<Option<Method>, CProblem> {
    Ok(Some(match code {
        VSYS_METHOD_PROPOSAL => return Ok(None),
        VSYS_METHOD_LARGEST_REMAINDER => Method::LargestRemainder,
        VSYS_METHOD_WEBSTER => Method::Webster,
        VSYS_METHOD_JEFFERSON => Method::Jefferson,
        VSYS_METHOD_ADAMS => Method::Adams,
        VSYS_METHOD_HILL => Method::Hill,
        _ => return Err(CProblem::ArgumentValue { argument: "method" }),
    }))
}
