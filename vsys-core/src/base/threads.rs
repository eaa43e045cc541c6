//! Parts of a batch side by side.

use std::sync::Mutex;
use std::thread;

use super::list::IntoList;

/// The most threads that are ever used: more only cost memory.
const MOST: usize = 64;

/// How many rows each part has: one part a thread, none with less than a block.
pub(crate) fn rows_each(rows: usize, threads: usize, block: usize) -> usize {
    rows.div_ceil(threads.clamp(1, MOST)).next_multiple_of(block)
}

/// Works on every part, one of them here and the others on threads of their own; the results come in the order
/// of the parts.
pub(crate) fn each_part<P: Send, R: Send>(parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
    let threads = parts.len();
    each_part_on(threads, parts, || (), |(), part| work(part))
}

/// Works on every part, on so many threads at most: whoever is free takes the next one. Each thread has a state of
/// its own, such as buffers. The results come in the order of the parts, so that they do not depend on the threads.
/// Where a thread cannot be had, the others take its parts. One thread, or a single part, never asks for another; nor
/// does a page, which has none.
pub(crate) fn each_part_on<P: Send, R: Send, S>(
    threads: usize,
    parts: Vec<P>,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, P) -> R + Sync,
) -> Vec<R> {
    let (count, threads) = (parts.len(), threads.min(parts.len()).min(MOST));
    if threads < 2 || cfg!(target_family = "wasm") {
        let mut state = state();
        return parts.into_iter().map(|part| work(&mut state, part)).list();
    }
    let waiting = Mutex::new(parts.into_iter().enumerate());
    let done = Mutex::new(Vec::with_capacity(count));
    let labour = || {
        let mut state = state();
        loop {
            // No lock is ever held over work, so none is ever broken.
            let next = waiting.lock().ok().and_then(|mut waiting| waiting.next());
            let Some((place, part)) = next else { break };
            let result = work(&mut state, part);
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
    done.into_iter().map(|(_, result)| result).list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_worked_on_and_the_order_stays() {
        for parts in [0, 1, 2, 7, 64, 300] {
            let squares: Vec<u64> = (0..parts).map(|part| part * part).collect();
            assert_eq!(each_part((0..parts).collect(), |part: u64| part * part), squares);
            for threads in [0, 1, 2, 5, 100] {
                // The state counts what its thread has done; no result depends on it.
                let counted = each_part_on(
                    threads,
                    (0..parts).collect(),
                    || 0_u64,
                    |done, part| {
                        *done += 1;
                        part * part
                    },
                );
                assert_eq!(counted, squares);
            }
        }
        assert_eq!((rows_each(10_000, 2, 1_024), rows_each(10, 5, 1_024), rows_each(0, 0, 1_024)), (5_120, 1_024, 0));
    }
}
