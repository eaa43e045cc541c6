//! The numbers of a column: 64 bits wide, or 32.

use crate::kernel::{Group, Scratch, UNLIMITED, share_narrow_in};
use crate::method::Method;
use crate::narrow::{LANES, Outcome};
use crate::vectors;

/// A number of a column (列の数値): `u64`, or `u32`, whose columns take half the memory and half the time.
pub trait ColumnNumber: Number {
    /// «No cap» in a column of caps: the largest number.
    const NO_CAP: Self;
}

impl ColumnNumber for u64 {
    const NO_CAP: Self = UNLIMITED;
}

impl ColumnNumber for u32 {
    const NO_CAP: Self = Self::MAX;
}

/// What the ways of sharing ask of a number. It has no name outside, so that no other type can be a [`ColumnNumber`].
pub trait Number: Copy + Default + PartialEq + Into<u64> {
    /// The largest supply whose parts this number holds.
    const MOST_SUPPLY: u64;

    /// An amount that this number holds.
    fn of_amount(units: u64) -> Self;

    /// [`share_narrow`](crate::share_narrow), compiled with this crate: a build for pages asks for speed here, and for
    /// size elsewhere.
    fn share_narrow(
        group: Group<'_, Self>,
        supply: u64,
        method: Method,
        amounts: &mut [Self],
        scratch: &mut Scratch,
    ) -> Outcome;

    /// Does something with a group and its amounts in 64 bits.
    fn in_64_bits<R>(
        group: Group<'_, Self>,
        amounts: &mut [Self],
        kept: &mut WideColumns,
        work: impl FnOnce(Group<'_>, &mut [u64]) -> R,
    ) -> R;
}

/// Weights, floors, caps and amounts that were made wide.
#[derive(Debug, Default)]
pub struct WideColumns([Vec<u64>; 4]);

impl Number for u32 {
    const MOST_SUPPLY: u64 = Self::MAX as u64;

    #[inline(never)]
    fn share_narrow(
        group: Group<'_, Self>,
        supply: u64,
        method: Method,
        amounts: &mut [Self],
        scratch: &mut Scratch,
    ) -> Outcome {
        share_narrow_in(vectors::share, group, supply, method, amounts, scratch)
    }

    #[inline(always)]
    fn of_amount(units: u64) -> Self {
        low(units)
    }

    fn in_64_bits<R>(
        group: Group<'_, Self>,
        amounts: &mut [Self],
        kept: &mut WideColumns,
        work: impl FnOnce(Group<'_>, &mut [u64]) -> R,
    ) -> R {
        let WideColumns([weights, floors, caps, wide_amounts]) = kept;
        let widen = |wide: &mut Vec<u64>, narrow: &[Self]| {
            wide.clear();
            wide.extend(narrow.iter().map(|&number| u64::from(number)));
        };
        widen(weights, group.weights);
        widen(floors, group.floors);
        caps.clear();
        caps.extend(group.caps.iter().map(|&cap| if cap == Self::NO_CAP { UNLIMITED } else { cap.into() }));
        widen(wide_amounts, amounts);
        let result = work(Group { weights, floors, caps }, wide_amounts);
        for (amount, wide) in amounts.iter_mut().zip(wide_amounts) {
            *amount = low(*wide);
        }
        result
    }
}

impl Number for u64 {
    const MOST_SUPPLY: u64 = UNLIMITED;

    #[inline(never)]
    fn share_narrow(
        group: Group<'_, Self>,
        supply: u64,
        method: Method,
        amounts: &mut [Self],
        scratch: &mut Scratch,
    ) -> Outcome {
        share_narrow_in(vectors::share_wide, group, supply, method, amounts, scratch)
    }

    #[inline(always)]
    fn of_amount(units: u64) -> Self {
        units
    }

    fn in_64_bits<R>(
        group: Group<'_, Self>,
        amounts: &mut [Self],
        _: &mut WideColumns,
        work: impl FnOnce(Group<'_>, &mut [u64]) -> R,
    ) -> R {
        work(group, amounts)
    }
}

/// A weight or a floor, and what its lower half is.
#[inline(always)]
fn narrow_number(number: u64) -> (u64, u32) {
    (number, low(number))
}

/// A cap, and the cap of 32 bits that does the same to a supply of 31.
#[inline(always)]
fn narrow_cap(cap: u64) -> (u64, u32) {
    // Without its highest bit «no cap» is still the largest; and every processor compares signed numbers.
    let bounded = (cap & (u64::MAX >> 1)).cast_signed().min(i64::from(u32::MAX));
    // «No cap» has no bits; the largest cap is left to the general way.
    (cap.wrapping_add(1), low(bounded.cast_unsigned()))
}

/// Makes weights, floors and caps narrow, into columns that are at least as long; false where a weight or a floor has more
/// than 31 bits or a cap is out of range. A cap beyond 32 bits becomes the largest number.
#[inline(always)]
pub(crate) fn narrow_columns(wide: Group<'_>, [weights, floors, caps]: [&mut [u32]; 3]) -> bool {
    let (mut bits, mut cap_bits) = ([0; LANES], [0; LANES]);
    narrow_into(wide.weights, weights, &mut bits, narrow_number);
    narrow_into(wide.floors, floors, &mut bits, narrow_number);
    narrow_into(wide.caps, caps, &mut cap_bits, narrow_cap);
    let any = |lanes: &[u64; LANES]| lanes.iter().fold(0, |all, &lane| all | lane);
    any(&bits) >> 31 == 0 && any(&cap_bits) >> 53 == 0
}

#[inline(always)]
fn narrow_into(wide: &[u64], narrow: &mut [u32], bits: &mut [u64; LANES], make: impl Fn(u64) -> (u64, u32)) {
    let ((rows, rest), (own_rows, own_rest)) = (wide.as_chunks::<LANES>(), narrow.as_chunks_mut::<LANES>());
    let (own_rows, own_last) = own_rows.split_at_mut(rows.len().min(own_rows.len()));
    for (row, own) in rows.iter().zip(own_rows) {
        for ((&wide, own), bits) in row.iter().zip(own).zip(bits.iter_mut()) {
            let (seen, number) = make(wide);
            *bits |= seen;
            *own = number;
        }
    }
    let [first_bits, ..] = bits;
    for (&wide, own) in rest.iter().zip(own_last.as_flattened_mut().iter_mut().chain(own_rest)) {
        let (seen, number) = make(wide);
        *first_bits |= seen;
        *own = number;
    }
}

/// The lower half of a number.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "only the lower half is wanted")]
pub(crate) const fn low(number: u64) -> u32 {
    number as u32
}
