//! Progress on a terminal; silent where nobody looks.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use vsys_core::base::Lang;
use vsys_examples::{grouped, say};

/// How often it is shown.
const EVERY: Duration = Duration::from_millis(200);

pub(crate) struct Progress {
    lang: Lang,
    on_terminal: bool,
    begun: Instant,
    shown: Instant,
}

impl Progress {
    pub(crate) fn new(lang: Lang) -> Self {
        let now = Instant::now();
        Self { lang, on_terminal: io::stderr().is_terminal(), begun: now, shown: now }
    }

    /// Shows how far the reading is, now and then.
    pub(crate) fn at(&mut self, rows: u64, done: u64, all: u64) {
        if !self.on_terminal || self.shown.elapsed() < EVERY {
            return;
        }
        self.shown = Instant::now();
        let milliseconds = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        let speed = grouped(rows.saturating_mul(1_000) / milliseconds);
        let (rows, percent) = (grouped(rows), done.saturating_mul(100).checked_div(all).unwrap_or(0).min(100));
        let ja = format!("{percent:>3}%  {rows} 行  {speed} 行/秒");
        let en = format!("{percent:>3}%  {rows} rows  {speed} rows/s");
        // A terminal that cannot be written to is no reason to stop.
        let _ = write!(io::stderr(), "\r{}\u{1b}[K", say(self.lang, ja, en));
    }

    /// Clears the line.
    pub(crate) fn end(self) -> Duration {
        if self.on_terminal {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
        self.begun.elapsed()
    }
}
