//! How a contestant takes part: it gets ready, tells its answer, and runs when it is asked.
//!
//! One line goes out when everything is made and one run has warmed up: `ready` and the answer. For every line that comes
//! in, one measurement goes out: the nanoseconds of one run.

use std::hint::black_box;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

use crate::Failure;

/// Serves until the input ends; a measurement is the mean of so many runs.
///
/// # Errors
/// Those of the runs, and of the output.
pub fn serve<A>(
    inner: u32,
    mut run: impl FnMut() -> Result<A, Failure>,
    answer: impl FnOnce(&A) -> String,
) -> Result<(), Failure> {
    let first = counted(&mut run)?;
    writeln!(stdout(), "ready {}", answer(&first))?;
    drop(first);
    for line in stdin().lock().lines() {
        line?;
        let begun = Instant::now();
        for _ in 0..inner {
            black_box(run()?);
        }
        // Tenths of nanoseconds, as one check of a form takes few.
        let tenths = begun.elapsed().as_nanos() * 10 / u128::from(inner);
        writeln!(stdout(), "{}.{}", tenths / 10, tenths % 10)?;
        stdout().flush()?;
    }
    Ok(())
}

/// One run that a counter of instructions finds by this name.
#[inline(never)]
fn counted<A>(run: &mut impl FnMut() -> Result<A, Failure>) -> Result<A, Failure> {
    black_box(run())
}
