//! The search, with a bar for who waits and Ctrl-C for who does not.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use dure_formation::{Effort, Limit, solve as search};
use dure_pool::{Rules, account, pose, seat_left_out};
use dure_texts::form as texts;

use super::Args;
use super::answer::{Answer, numbered};
use super::lock::Locks;
use super::read::Read;
use crate::cli::{Failure, Global, progress};

/// Moves for each firm, unless the command says how many in all.
const MOVES_PER_FIRM: u64 = 10_000;
/// The least and the most moves that are tried unasked.
const USUAL_MOVES: (u64, u64) = (2_000_000, 200_000_000);
/// Length of the bar.
const STEPS: f64 = 1_000.0;

/// Forms groups; Ctrl-C ends the search with the best so far.
pub async fn solve(
    global: &Global,
    args: &Args,
    rules: Rules,
    read: Read,
    locks: Locks,
) -> Result<Answer, Failure> {
    let (least, most) = USUAL_MOVES;
    let usual = (read.firms.len() as u64).saturating_mul(MOVES_PER_FIRM).clamp(least, most);
    let (moves, seed) = (args.moves.unwrap_or(usual), args.seed);
    let cancel = Arc::new(AtomicBool::new(false));
    let bar = Mutex::new(progress::bar(global, texts::searching));
    let stop = Arc::clone(&cancel);
    let work = tokio::task::spawn_blocking(move || {
        let told = |done: f64| {
            let mut bar = bar.lock().unwrap_or_else(PoisonError::into_inner);
            bar((done.clamp(0.0, 1.0) * STEPS) as u64, STEPS as u64);
        };
        told(0.0);
        let answer = formed(rules, read, locks, (seed, moves), &cancel, &told);
        told(1.0);
        answer
    });
    let waiting = tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop.store(true, Ordering::Relaxed);
        }
    });
    let answer = work.await.map_err(|error| Failure::File(std::io::Error::other(error)));
    waiting.abort();
    answer
}

/// From firms to an answer; `told` hears which share is done.
pub fn formed(
    rules: Rules,
    read: Read,
    locks: Locks,
    (seed, moves): (u64, u64),
    cancel: &AtomicBool,
    told: &(dyn Fn(f64) + Sync),
) -> Answer {
    let posed = pose(&read.firms, &rules, &locks.wishes);
    let effort = Effort {
        limit: Limit::Moves(moves),
        seed,
        cancel,
        progress: &|_, done| told(done),
        start: None,
        moves_hoped: moves,
    };
    let found = search(&posed.problem, &effort);
    let grouping = numbered(&posed, &read, &seat_left_out(&posed, &found.grouping));
    let mut account = account(&posed, &read.firms, &rules, &grouping);
    account.bound = if cancel.load(Ordering::Relaxed) {
        found.bound
    } else {
        dure_pool::bound(&posed, &grouping, Some(found.bound))
    };
    Answer {
        placeless: rules.radius_km.is_some() && !read.has_places,
        rules,
        firms: read.firms,
        rows: read.rows,
        bad: read.bad,
        bad_locks: locks.bad,
        posed,
        grouping,
        account,
        seed,
        moves: found.moves,
        stopped: cancel.load(Ordering::Relaxed),
    }
}
