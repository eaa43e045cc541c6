//! The numbers of a column: 64 bits wide, or 32.

use crate::kernel::{Group, Scratch, UNLIMITED, share_narrow_in};
use crate::method::Method;
use crate::narrow::{LANES, Outcome, Row};

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

    /// The lower 32 bits.
    fn low(self) -> u32;

    /// A number of 32 bits.
    fn of(number: u32) -> Self;

    /// An amount that this number holds.
    fn of_amount(units: u64) -> Self;

    /// A group in 32 bits; nothing where a weight or a floor has more than 31 or a cap is out of range. A cap beyond 32
    /// bits becomes the largest number.
    fn narrow<'a>(group: Group<'a, Self>, kept: &'a mut NarrowColumns) -> Option<[Rows<'a>; 3]>;

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

/// A column in whole rows, and one row more for the rest.
pub(crate) type Rows<'a> = (&'a [Row], Row);

/// Weights, floors and caps that were made narrow.
#[derive(Debug, Default)]
pub struct NarrowColumns([Vec<Row>; 3]);

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
        share_narrow_in(group, supply, method, amounts, scratch)
    }

    #[inline(always)]
    fn low(self) -> u32 {
        self
    }

    #[inline(always)]
    fn of(number: u32) -> Self {
        number
    }

    #[inline(always)]
    fn of_amount(units: u64) -> Self {
        low(units)
    }

    #[inline(always)]
    fn narrow<'a>(group: Group<'a, Self>, _: &'a mut NarrowColumns) -> Option<[Rows<'a>; 3]> {
        Some([group.weights, group.floors, group.caps].map(|column| {
            let (rows, rest) = column.as_chunks();
            (rows, last_row(rest))
        }))
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
        share_narrow_in(group, supply, method, amounts, scratch)
    }

    #[inline(always)]
    fn low(self) -> u32 {
        low(self)
    }

    #[inline(always)]
    fn of(number: u32) -> Self {
        number.into()
    }

    #[inline(always)]
    fn of_amount(units: u64) -> Self {
        units
    }

    #[inline(always)]
    fn narrow<'a>(group: Group<'a, Self>, kept: &'a mut NarrowColumns) -> Option<[Rows<'a>; 3]> {
        let (mut bits, mut cap_bits) = ([0; LANES], [0; LANES]);
        let NarrowColumns([weights, floors, caps]) = kept;
        let columns = [
            make_narrow(group.weights, weights, &mut bits, narrow_number),
            make_narrow(group.floors, floors, &mut bits, narrow_number),
            make_narrow(group.caps, caps, &mut cap_bits, narrow_cap),
        ];
        are_narrow(&bits, &cap_bits).then_some(columns)
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

/// Whether nothing was lost on numbers with these bits.
#[inline(always)]
fn are_narrow(bits: &[u64; LANES], cap_bits: &[u64; LANES]) -> bool {
    let any = |lanes: &[u64; LANES]| lanes.iter().fold(0, |all, &lane| all | lane);
    any(bits) >> 31 == 0 && any(cap_bits) >> 53 == 0
}

/// Makes weights, floors and caps narrow, into columns that are at least as long; false where a number is out of range.
#[inline(always)]
pub(crate) fn narrow_columns(wide: Group<'_>, [weights, floors, caps]: [&mut [u32]; 3]) -> bool {
    let (mut bits, mut cap_bits) = ([0; LANES], [0; LANES]);
    narrow_into(wide.weights, weights, &mut bits, narrow_number);
    narrow_into(wide.floors, floors, &mut bits, narrow_number);
    narrow_into(wide.caps, caps, &mut cap_bits, narrow_cap);
    are_narrow(&bits, &cap_bits)
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

/// Makes a column narrow, and gathers the bits by which is seen whether that was right.
#[inline(always)]
fn make_narrow<'a>(
    column: &[u64],
    kept: &'a mut Vec<Row>,
    bits: &mut [u64; LANES],
    narrow: impl Fn(u64) -> (u64, u32),
) -> Rows<'a> {
    let (rows, rest) = column.as_chunks();
    kept.resize(rows.len(), [0; LANES]);
    let mut make = |wide: &[u64; LANES], row: &mut Row| {
        for ((wide, own), bits) in wide.iter().zip(row).zip(bits.iter_mut()) {
            let (seen, number) = narrow(*wide);
            *bits |= seen;
            *own = number;
        }
    };
    for (wide, row) in rows.iter().zip(kept.iter_mut()) {
        make(wide, row);
    }
    let mut last = [0; LANES];
    make(&last_row(rest), &mut last);
    (kept, last)
}

/// What is left of a column behind its last whole row, with zeros behind it.
#[inline(always)]
fn last_row<N: Number>(rest: &[N]) -> [N; LANES] {
    let mut row = [N::default(); LANES];
    for (lane, number) in row.iter_mut().zip(rest) {
        *lane = *number;
    }
    row
}

/// The lower half of a number.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "only the lower half is wanted")]
pub(crate) const fn low(number: u64) -> u32 {
    number as u32
}
