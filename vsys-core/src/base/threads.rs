//! Parts of a batch side by side.

use std::sync::Mutex;
use std::thread;

/// The most threads that are ever used: more only cost memory.
const MOST: usize = 64;

/// How many rows each part has: one part a thread, none with less than a block.
pub(crate) fn rows_each(rows: usize, threads: usize, block: usize) -> usize {
    rows.div_ceil(threads.clamp(1, MOST)).next_multiple_of(block)
}

/// Works on every part, one of them here and the others on threads of their own; the results come in the order
/// of the parts. Where a thread cannot be had, as in a browser, its part is worked on here too. A single part
/// never asks for a thread.
pub(crate) fn each_part<P: Send, R: Send>(parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
    let threads = parts.len();
    if threads < 2 {
        return parts.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(parts.into_iter().enumerate());
    let done = Mutex::new(Vec::with_capacity(threads));
    let labour = || {
        loop {
            // No lock is ever held over work, so none is ever broken.
            let next = waiting.lock().ok().and_then(|mut waiting| waiting.next());
            let Some((place, part)) = next else { break };
            let result = work(part);
            if let Ok(mut done) = done.lock() {
                done.push((place, result));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            if thread::Builder::new().spawn_scoped(scope, labour).is_err() {
                break;
            }
        }
        labour();
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_worked_on_and_the_order_stays() {
        for parts in [0, 1, 2, 7, 64] {
            let squares = each_part((0..parts).collect(), |part: u64| part * part);
            assert_eq!(squares, (0..parts).map(|part| part * part).collect::<Vec<_>>());
        }
        assert_eq!((rows_each(10_000, 2, 1_024), rows_each(10, 5, 1_024), rows_each(0, 0, 1_024)), (5_120, 1_024, 0));
    }
}
