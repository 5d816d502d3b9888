//! The way in: a problem and an effort go in, the best grouping found comes out, checked and bounded.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use rayon::prelude::*;

use crate::bound::{Bound, bound, tight};
use crate::check;
use crate::exact;
use crate::grouping::Grouping;
use crate::locks::Contradiction;
use crate::problem::Problem;
use crate::search::{Arena, Island, Limit, MOST_NODES};
use crate::tiles;

/// Islands that search side by side. A fixed number, so that the answer does not depend on the number of threads.
const ISLANDS: u64 = 2;

/// Firms up to which the tighter bound is asked for, with so many looks: a tenth of a second at most.
const FEW_FIRMS: usize = 100;
const LOOKS: u64 = 50_000;

/// How to search.
pub struct Effort<'a> {
    /// When to stop.
    pub limit: Limit<'a>,
    /// The same seed gives the same answer, where the limit is in moves.
    pub seed: u64,
    /// Set to true by another thread to stop with the best so far.
    pub cancel: &'a AtomicBool,
    /// Hears of better answers: (worth, share of the effort that is done).
    pub progress: &'a (dyn Fn(i64, f64) + Sync),
    /// Where to begin; none for nothing.
    pub start: Option<&'a Grouping>,
    /// Roughly how many moves the limit allows, where it is a time; decides how it is divided.
    pub moves_hoped: u64,
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who is in which group.
    pub grouping: Grouping,
    /// What it is worth.
    pub worth: i64,
    /// More is not possible than this.
    pub bound: Bound,
    /// Moves tried.
    pub moves: u64,
    /// Wishes that could not be kept; the answer is one to the problem without them.
    pub contradictions: Vec<Contradiction>,
}

impl Answer {
    /// Whether nothing better exists.
    pub fn is_optimal(&self) -> bool {
        self.bound.worth() == self.worth
    }
}

/// The best grouping that can be found; of few firms the best there is. Wishes that contradict each other or the rules are dropped and
/// named. The answer keeps every rule of what remains, [`Problem::consistent`]: [`check::faults`] finds nothing.
pub fn solve(problem: &Problem, effort: &Effort<'_>) -> Answer {
    let (consistent, contradictions) = problem.consistent();
    let Some((grouping, worth)) = exact::solve(&consistent) else {
        return searched(&consistent, contradictions, effort);
    };
    debug_assert_eq!(check::worth(&consistent, &grouping), Ok(worth));
    Answer { grouping, worth, bound: Bound::Exhausted(worth), moves: 0, contradictions }
}

/// As [`solve`], but few firms are searched as many are: for judging the search.
pub fn search(problem: &Problem, effort: &Effort<'_>) -> Answer {
    let (consistent, contradictions) = problem.consistent();
    searched(&consistent, contradictions, effort)
}

fn searched(problem: &Problem, contradictions: Vec<Contradiction>, effort: &Effort<'_>) -> Answer {
    let start = effort.start.filter(|start| start.of.len() == problem.len());
    let effort = &Effort { start, limit: effort.limit, ..*effort };
    let (grouping, moves) =
        if problem.len() <= MOST_NODES { dense(problem, effort) } else { tiles::solve(problem, effort) };
    debug_assert_eq!(check::faults(problem, &grouping), vec![]);
    let worth = grouping.worth(problem);
    let bound =
        if problem.len() <= FEW_FIRMS { tight(problem, &grouping, LOOKS) } else { bound(problem, worth) };
    Answer { grouping, worth, bound, moves, contradictions }
}

fn dense(problem: &Problem, effort: &Effort<'_>) -> (Grouping, u64) {
    let arena = Arena::of(problem);
    if arena.nodes() == 0 || arena.slots() == 0 {
        return (Grouping::nobody(problem.len()), 0);
    }
    let start = effort.start.map(|grouping| arena.slots_of(grouping, problem.anchors.len()));
    let best = AtomicI64::new(i64::MIN);
    let tell = |worth: i64, done: f64| {
        if best.fetch_max(worth, Ordering::Relaxed) < worth {
            (effort.progress)(worth, done);
        }
    };
    let hoped = match effort.limit {
        Limit::Moves(moves) | Limit::Counted(moves, _) => moves,
        Limit::Time(_) => effort.moves_hoped,
    } as f64;
    let found: Vec<_> = (0..ISLANDS)
        .into_par_iter()
        .map(|number| {
            let island = Island {
                arena: &arena,
                limit: &effort.limit,
                cancel: effort.cancel,
                share: 1.0 / ISLANDS as f64,
                seed: effort.seed,
                number,
                start: start.clone(),
                moves_hoped: hoped / ISLANDS as f64,
            };
            island.search(&tell)
        })
        .collect();
    let moves = found.iter().map(|(.., moves)| moves).sum();
    let best = found.into_iter().rev().max_by_key(|(_, worth, _)| *worth);
    let slots = best.map(|(slots, ..)| slots).unwrap_or_default();
    (arena.grouping(problem.len(), &slots), moves)
}
