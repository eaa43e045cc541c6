//! Where the remainders of the narrow way are cut: those from there upwards are rounded up.

use crate::narrow::{LANES, MANY, PART, Row};
use crate::number::low;

/// So many numbers are picked out of longer columns, to look for the cut among them.
const FEW: u32 = 512;

/// In columns of so few rows it is looked for among all.
const FEW_ROWS: usize = 32;

/// Where to cut so that n numbers are at or above, or, where that cannot be, the n-th largest. The numbers are below
/// `end` and add up to n·end; n is at least 1, so that more than n are above zero.
#[inline(always)]
pub(crate) fn cut(rows: &[Row], n: u32, end: u32, picked: &mut Vec<u32>) -> Option<u32> {
    if rows.len() <= FEW_ROWS { Some(cut_among_few(rows, n, [0, end])) } else { cut_among_many(rows, n, end, picked) }
}

/// Closes in on the cut from both sides, until the number above it is right: at least n are above the first mark, fewer
/// above the other one.
#[inline(always)]
fn cut_among_few(rows: &[Row], n: u32, [mut bottom, mut top]: [u32; 2]) -> u32 {
    while top.wrapping_sub(bottom) > 1 {
        let span = top.wrapping_sub(bottom);
        let marks = [span / 4, span / 2, (span / 2).wrapping_add(span / 4)].map(|part| bottom.wrapping_add(part));
        let above = count_above(rows.iter(), marks);
        for (mark, above) in marks.into_iter().zip(above) {
            if above == n {
                return mark.wrapping_add(1);
            }
            if above > n {
                bottom = mark;
            } else {
                top = top.min(mark);
            }
        }
    }
    top
}

/// Counting closes in on the cut from both sides, until it is to be found among few.
#[inline(always)]
fn cut_among_many(rows: &[Row], n: u32, end: u32, picked: &mut Vec<u32>) -> Option<u32> {
    let mut marks = if rows.len() > MANY { marks_of_part(rows, n, end)? } else { [0, end] };
    // At least n numbers are above `bottom`, fewer than n above `top`. Evenly spread numbers that add up to n·end
    // are twice as many.
    let (mut bottom, mut above_bottom) = (0, n.saturating_mul(2));
    let (mut top, mut above_top) = (end, 0);
    for _ in 0..8 {
        let (span, count) = (top.wrapping_sub(bottom), above_bottom.wrapping_sub(above_top));
        if count <= FEW || span < 4 {
            break;
        }
        if marks == [bottom, top] {
            // The numbers are spread evenly, more or less.
            let steps = u64::from(above_bottom.wrapping_sub(n)).wrapping_mul(span.into()).checked_div(count.into())?;
            let aim = bottom.wrapping_add(low(steps));
            let slack = (span / 32).wrapping_add(1);
            marks = [aim.saturating_sub(slack).max(bottom), aim.saturating_add(slack).min(top)];
        }
        let counts = count_above(rows.iter(), marks);
        for (mark, above) in marks.into_iter().zip(counts) {
            if above >= n {
                (bottom, above_bottom) = (mark, above);
            } else if mark < top {
                (top, above_top) = (mark, above);
            }
        }
        marks = [bottom, top];
    }
    picked.clear();
    if (bottom, top) == (0, end) {
        // Of few numbers all are looked at; those that are zero do not matter to the n-th largest.
        picked.extend_from_slice(rows.as_flattened());
    } else {
        pick(rows, bottom, top, picked);
    }
    // Zeros are above no mark.
    picked.resize(picked.len().next_multiple_of(LANES), 0);
    let (rows, _) = picked.as_chunks();
    Some(cut_among_few(rows, n.wrapping_sub(above_top), [bottom, top]))
}

/// The numbers above one mark that are not above another.
#[inline(always)]
fn pick(rows: &[Row], bottom: u32, top: u32, picked: &mut Vec<u32>) {
    for row in rows {
        let is_between = |number: u32| (number > bottom) & (number <= top);
        // Most rows have none; vectors see that at once.
        if row.iter().fold(0, |hit, &number| hit | u32::from(is_between(number))) > 0 {
            picked.extend(row.iter().filter(|&&number| is_between(number)));
        }
    }
}

/// Two marks with the n-th largest number between them, in all likelihood: by halving on a part of the rows.
#[inline(always)]
fn marks_of_part(rows: &[Row], n: u32, end: u32) -> Option<[u32; 2]> {
    let part = u32::try_from(rows.len().div_ceil(PART)).ok()?;
    let of_part = u64::from(n).wrapping_mul(part.into()).checked_div(u64::try_from(rows.len()).ok()?)?;
    // Three times what chance does to a count among so many.
    let slack = part.wrapping_mul(16).isqrt().wrapping_mul(3) / 2;
    let aims = [low(of_part).saturating_add(slack), low(of_part).saturating_sub(slack)];
    let (mut marks, mut step) = ([0_u32; 2], end.checked_next_power_of_two()? / 2);
    while step > end / 4_096 {
        let tried = marks.map(|mark| mark.saturating_add(step));
        let counts = count_above(rows.iter().step_by(PART), tried);
        for (((mark, tried), count), aim) in marks.iter_mut().zip(tried).zip(counts).zip(aims) {
            *mark = if count >= aim && tried < end { tried } else { *mark };
        }
        step /= 2;
    }
    let [bottom, top] = marks;
    Some([bottom, top.saturating_add(end / 4_096).min(end)])
}

/// How many numbers are above each of some marks.
#[inline(always)]
fn count_above<'a, const MARKS: usize>(rows: impl Iterator<Item = &'a Row>, marks: [u32; MARKS]) -> [u32; MARKS] {
    let mut above = [[0_u32; LANES]; MARKS];
    for row in rows {
        for (above, mark) in above.iter_mut().zip(marks) {
            for (&number, above) in row.iter().zip(above) {
                // Remainders and marks are below 2^31, and every processor compares signed numbers in vectors.
                *above = above.wrapping_add(u32::from(number.cast_signed() > mark.cast_signed()));
            }
        }
    }
    let mut counts = [0_u32; MARKS];
    for (count, above) in counts.iter_mut().zip(&above) {
        for &above in above {
            *count = count.wrapping_add(above);
        }
    }
    counts
}
