//! Long work away from the interpreter, which Ctrl-C ends.

use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

/// How long Ctrl-C may wait to be heard.
const PATIENCE: Duration = Duration::from_millis(20);

/// Does work in a thread of its own and looks for signals meanwhile. When a handler raises, as that of Ctrl-C
/// does, the work is left to itself: it holds nothing of the interpreter, and its result is dropped.
///
/// # Errors
/// What a handler of a signal raises.
pub(crate) fn interruptible<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    let (sender, mut receiver) = channel();
    let worker = thread::Builder::new().name("vsys".to_owned()).spawn(move || {
        // Nobody waits for it any more after Ctrl-C.
        let _ = sender.send(work());
    })?;
    loop {
        let (back, received) = py.detach(|| {
            let received = receiver.recv_timeout(PATIENCE);
            (receiver, received)
        });
        match received {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => match worker.join() {
                // Without a result it panicked: as if it had done so here.
                Err(panic) => resume_unwind(panic),
                Ok(()) => return Err(pyo3::exceptions::PyRuntimeError::new_err("the worker gave no result")),
            },
        }
        receiver = back;
    }
}

/// More rows than this may take long enough for somebody to lose patience.
const FEW: usize = 100_000;

/// Does work on so many rows away from the interpreter; many of them in a thread of its own, where Ctrl-C ends
/// it.
///
/// # Errors
/// As [`interruptible`].
pub(crate) fn away<T: Send + 'static>(
    py: Python<'_>,
    rows: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if rows <= FEW { Ok(py.detach(work)) } else { interruptible(py, work) }
}
