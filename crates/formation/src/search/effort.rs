//! How long a search may go on: counted in moves, so that a seed gives one answer; or until a caller's clock says so.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// When to stop.
#[derive(Clone, Copy)]
pub enum Limit<'a> {
    /// After so many moves tried. The same seed then gives the same answer on any machine.
    Moves(u64),
    /// As `Moves`; every thread adds the moves that it has tried to the counter, for those who watch.
    Counted(u64, &'a AtomicU64),
    /// When the share of time gone, as the caller measures it, reaches 1. Answers depend on the machine.
    Time(&'a (dyn Fn() -> f64 + Sync)),
}

/// A stretch of the whole effort, with its own beginning and end between 0 and 1.
pub(crate) struct Stretch<'a> {
    limit: &'a Limit<'a>,
    cancel: &'a AtomicBool,
    from: f64,
    to: f64,
    /// Zero if it ends by time alone.
    moves: u64,
    done: u64,
}

impl<'a> Stretch<'a> {
    /// The stretch from `from` to `to` of the effort. Limits by moves give each part of the work `share` of all moves.
    pub fn new(limit: &'a Limit<'a>, cancel: &'a AtomicBool, from: f64, to: f64, share: f64) -> Self {
        let moves = match limit {
            Limit::Moves(moves) | Limit::Counted(moves, _) => {
                ((*moves as f64 * share * (to - from)) as u64).max(1)
            }
            Limit::Time(_) => 0,
        };
        Self { limit, cancel, from, to, moves, done: 0 }
    }

    /// So many moves, fewer if the whole effort is over before.
    pub fn of_moves(limit: &'a Limit<'a>, cancel: &'a AtomicBool, moves: u64) -> Self {
        Self { limit, cancel, from: 1.0, to: 1.0, moves: moves.max(1), done: 0 }
    }

    /// Counts moves and gives how far this stretch is, 1 at its end or when cancelled.
    pub fn advance(&mut self, moves: u64) -> f64 {
        self.done += moves;
        if let Limit::Counted(_, tried) = self.limit {
            tried.fetch_add(moves, Ordering::Relaxed);
        }
        if self.cancel.load(Ordering::Relaxed) {
            return 1.0;
        }
        match self.limit {
            Limit::Time(gone) if self.moves > 0 && gone() >= 1.0 => 1.0,
            _ if self.moves > 0 => self.done as f64 / self.moves as f64,
            Limit::Moves(_) | Limit::Counted(..) => 1.0,
            Limit::Time(gone) => (gone() - self.from) / (self.to - self.from).max(1e-9),
        }
    }

    pub fn done(&self) -> u64 {
        self.done
    }
}
