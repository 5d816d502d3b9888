//! Between the solver's thread and those who watch it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Progress is in thousandths; so many are for reading the firms' texts.
const READING: u64 = 50;
const WHOLE: u64 = 1_000;

/// What both sides see.
#[derive(Default)]
pub(super) struct Signals {
    /// Set to end the search.
    pub stop: AtomicBool,
    /// Moves tried so far.
    pub tried: AtomicU64,
    /// Of so many; zero as long as the firms' texts are being read.
    pub wanted: AtomicU64,
}

impl Signals {
    /// How far the solver is, in thousandths.
    pub(super) fn progress(&self) -> u64 {
        match self.wanted.load(Ordering::Relaxed) {
            0 => 0,
            wanted => READING + (WHOLE - READING) * self.tried.load(Ordering::Relaxed).min(wanted) / wanted,
        }
    }
}

/// Ends the search with whatever waits for it.
pub(super) struct StopOnDrop(pub Arc<Signals>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}
