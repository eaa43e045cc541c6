//! The tables of what C holds.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vsys_core::claims::{PostedHours, PriceTable};
use vsys_core::rulebook::RuleBook;

use crate::claims::Claims;
use crate::columns::Sums;
use crate::findings::RowFindings;
use crate::plan::Cycles;
use crate::problem::CProblem;

/// Tables of the caller's own.
pub(crate) static BOOKS: Table<RuleBook> = Table::new("book");
/// Canonical JSON of answers and schemas.
pub(crate) static ANSWERS: Table<[u8]> = Table::new("answer");
/// Posted hours.
pub(crate) static HOURS: Table<PostedHours> = Table::new("hours");
/// Compiled price tables.
pub(crate) static PRICES: Table<PriceTable> = Table::new("prices");
/// Sums of claim lines.
pub(crate) static SUMS: Table<Sums> = Table::new("sums");
/// Batches of vaccinations.
pub(crate) static CLAIMS: Table<Claims> = Table::new("claims");
/// Findings of rows.
pub(crate) static FINDINGS: Table<RowFindings> = Table::new("findings");
/// The cycles of plans.
pub(crate) static TIMETABLES: Table<Cycles> = Table::new("timetable");
/// Canonical JSON of errors.
pub(crate) static ERRORS: Table<[u8]> = Table::new("error");

/// From a handle to the next. Odd, so that every number comes once before any comes again, and near
/// the golden section, so that numbers lie far apart and a made-up one hits none.
const STEP: usize = (usize::MAX / 89 * 55) | 1;

/// The handle given last, of any kind.
static LAST: AtomicUsize = AtomicUsize::new(0);

/// What C holds of one kind, by handle.
pub(crate) struct Table<T: ?Sized + 'static> {
    kind: &'static str,
    held: Mutex<BTreeMap<usize, Arc<T>>>,
}

impl<T: ?Sized> Table<T> {
    pub(crate) const fn new(kind: &'static str) -> Self {
        Self { kind, held: Mutex::new(BTreeMap::new()) }
    }

    /// Holds a value until it is freed; gives its handle, which is not 0.
    pub(crate) fn keep(&self, value: Arc<T>) -> usize {
        let mut held = self.lock();
        loop {
            let handle = LAST.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
            if handle != 0 && !held.contains_key(&handle) {
                held.insert(handle, value);
                return handle;
            }
        }
    }

    /// What a handle stands for. It lives on while it is looked at, even if it is freed meanwhile.
    pub(crate) fn look(&self, handle: usize) -> Result<Arc<T>, CProblem> {
        if handle == 0 {
            return Err(CProblem::ArgumentNull { argument: self.kind });
        }
        self.lock().get(&handle).cloned().ok_or(CProblem::HandleStale { kind: self.kind })
    }

    /// Lets go of a handle; 0 is none.
    pub(crate) fn free(&self, handle: usize) -> Result<(), CProblem> {
        let freed = self.lock().remove(&handle);
        if handle == 0 || freed.is_some() { Ok(()) } else { Err(CProblem::HandleStale { kind: self.kind }) }
    }

    /// The table, even after a panic: each change of it is one insertion or one removal.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<usize, Arc<T>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static TEXTS: Table<str> = Table::new("text");

    #[test]
    fn a_handle_lives_until_it_is_freed() {
        let (one, two) = (TEXTS.keep("one".into()), TEXTS.keep("two".into()));
        assert_ne!(one, two);
        assert_eq!(TEXTS.look(one).as_deref(), Ok("one"));
        assert_eq!(TEXTS.free(one), Ok(()));
        assert_eq!(TEXTS.look(one), Err(CProblem::HandleStale { kind: "text" }));
        assert_eq!(TEXTS.free(one), Err(CProblem::HandleStale { kind: "text" }));
        assert_eq!(TEXTS.look(two).as_deref(), Ok("two"));
    }

    #[test]
    fn zero_is_no_handle() {
        assert_eq!(TEXTS.free(0), Ok(()));
        assert_eq!(TEXTS.look(0), Err(CProblem::ArgumentNull { argument: "text" }));
    }

    #[test]
    fn a_table_outlives_a_panic_under_its_lock() {
        static POISONED: Table<str> = Table::new("text");
        let kept = POISONED.keep("kept".into());
        let panicked = std::thread::spawn(|| {
            let _lock = POISONED.lock();
            panic!("under the lock");
        });
        assert!(panicked.join().is_err());
        assert!(POISONED.held.is_poisoned());
        assert_eq!(POISONED.look(kept).as_deref(), Ok("kept"));
    }
}
