//! One island: rounds of annealing, each from nothing or from the best so far with a few groups dissolved.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};

use super::anneal::{Course, Found, anneal, climb};
use super::arena::Arena;
use super::chance::Chance;
use super::divide::divide_anew;
use super::effort::{Limit, Stretch};
use super::state::State;

/// Moves that one round wants: so many times the cube of the nodes, between these bounds. Small problems gain from many short rounds,
/// large ones from a single long one.
const MOVES_PER_CUBE: f64 = 1.0 / 12.0;
const LEAST_MOVES: f64 = 14_000.0;
const MOST_PER_NODE: f64 = 75_000.0;
/// Prices of a slot that lacks firms, in units of [`scale`], turn by turn.
const PRICES: [f32; 2] = [6.0, 12.0];
/// Temperatures in units of [`scale`]: from nothing, after dissolving, while mending, and at the end.
const HOT: f32 = 1.5;
const WARM: f32 = 0.4;
const MENDING: f32 = 0.3;
const COLD: f32 = 0.1;
/// Every so many rounds one begins from nothing.
const ANEW: usize = 3;
/// Latest answers from nothing that are divided anew at the end, besides the best.
const FRESH: usize = 5;
/// Rounds from which on their length is in moves, also where the limit is a time.
const MANY: usize = 8;
/// Share of a round that anneals softly; the rest mends what is too small.
const SOFT: f64 = 0.8;

/// What one island is given.
pub(crate) struct Island<'a> {
    pub arena: &'a Arena,
    pub limit: &'a Limit<'a>,
    pub cancel: &'a AtomicBool,
    /// Its part of all moves.
    pub share: f64,
    pub seed: u64,
    pub number: u64,
    /// Where to begin, as slots of nodes; none for nothing.
    pub start: Option<Vec<u16>>,
    /// Moves per second, where the limit is a time: decides into how many rounds it is cut.
    pub moves_hoped: f64,
}

impl Island<'_> {
    /// Searches; `tell` hears of every better answer. Gives the best slots of nodes with their worth, and the moves tried.
    pub fn search(self, tell: &(dyn Fn(i64, f64) + Sync)) -> (Vec<u16>, i64, u64) {
        let mut chance = Chance::part(self.seed, self.number);
        let mut best = self.first();
        let mut moves = 0;
        let mut round = 0;
        let mut fresh = VecDeque::new();
        while let Some((mut soft, mut hard, done)) = self.stretches(round) {
            let all = self.round(round, &best, &mut soft, &mut hard, &mut chance);
            let Some(found) = all.into_iter().max_by_key(|found| found.worth) else { break };
            if round.is_multiple_of(ANEW) {
                fresh.push_front(found.clone());
                fresh.truncate(FRESH);
            }
            if found.worth > best.worth {
                best = found;
                tell(best.worth, done);
            }
            moves += soft.done() + hard.done();
            round += 1;
        }
        if !best.slots.is_empty() {
            fresh.push_front(climb(self.arena, best.clone()));
            for begin in fresh {
                let found = divide_anew(self.arena, begin, &mut chance);
                if found.worth > best.worth {
                    best = found;
                    tell(best.worth, 1.0);
                }
            }
        }
        (best.slots, best.worth, moves)
    }

    /// Anneals softly, then mends what is too small; gives all that might be the best.
    fn round(
        &self,
        round: usize,
        best: &Found,
        soft: &mut Stretch<'_>,
        hard: &mut Stretch<'_>,
        chance: &mut Chance,
    ) -> Vec<Found> {
        let scale = scale(self.arena);
        let again = best.worth > 0 && (!round.is_multiple_of(ANEW) || self.start.is_some());
        let begin = if again { dissolved(self.arena, &best.slots, chance) } else { self.empty() };
        let hot = if again { WARM } else { HOT } * scale;
        let course = Course { hot, cold: COLD * scale, price: Some(PRICES[round % PRICES.len()] * scale) };
        let (found, end) = anneal(self.arena, &begin, course, soft, chance);
        // From the better of two: what the annealing ended with, or the best that was whole.
        let mut all = vec![without_small(self.arena, end)];
        all.extend(found.filter(|found| found.worth >= all[0].worth));
        let course = Course { hot: MENDING * scale, cold: COLD * scale, price: None };
        let (mended, _) = anneal(self.arena, &all[all.len() - 1].slots, course, hard, chance);
        all.extend(mended);
        all
    }

    /// The soft and the hard stretch of a round, and the share of the effort that is done after it; none if there is no such round.
    fn stretches(&self, round: usize) -> Option<(Stretch<'_>, Stretch<'_>, f64)> {
        if self.cancel.load(Ordering::Relaxed) && round > 0 {
            return None;
        }
        let nodes = self.arena.nodes().max(1) as f64;
        let moves = (MOVES_PER_CUBE * nodes.powi(3)).min(MOST_PER_NODE * nodes).max(LEAST_MOVES);
        let rounds = (self.moves_hoped / moves).max(1.0) as usize;
        if let Limit::Time(gone) = self.limit
            && rounds >= MANY
        {
            // Rounds keep their length, so that a busy machine makes fewer of them, not shorter ones.
            let part = |share: f64| Stretch::of_moves(self.limit, self.cancel, (moves * share) as u64);
            let gone = gone();
            return (gone < 1.0 || round == 0).then(|| (part(SOFT), part(1.0 - SOFT), gone));
        }
        let (from, to) = (round as f64 / rounds as f64, (round + 1) as f64 / rounds as f64);
        let middle = from + (to - from) * SOFT;
        let part = |from: f64, to: f64| Stretch::new(self.limit, self.cancel, from, to, self.share);
        (round < rounds).then(|| (part(from, middle), part(middle, to), to))
    }

    /// Everybody in the pool but those who are pinned.
    fn empty(&self) -> Vec<u16> {
        let pool = self.arena.slots() as u16;
        self.arena.pinned.iter().map(|pinned| pinned.unwrap_or(pool)).collect()
    }

    fn first(&self) -> Found {
        let slots = self.start.clone().unwrap_or_else(|| self.empty());
        without_small(self.arena, slots)
    }
}

/// The unit of temperatures: what placing a firm is worth, or a usual pair if that is more.
fn scale(arena: &Arena) -> f32 {
    let (sum, count) = arena
        .worth
        .iter()
        .filter(|worth| **worth > 0)
        .fold((0i64, 0i64), |(sum, count), worth| (sum + i64::from(*worth), count + 1));
    let pair = if count == 0 { 0.0 } else { sum as f32 / count as f32 };
    let placed = arena.placed.iter().copied().max().unwrap_or_default() as f32;
    placed.max(pair).max(1.0)
}

/// Slots below their least are emptied.
fn without_small(arena: &Arena, mut slots: Vec<u16>) -> Found {
    let pool = arena.slots();
    let mut fill = vec![0; pool + 1];
    for (node, &slot) in slots.iter().enumerate() {
        fill[usize::from(slot)] += arena.size[node];
    }
    for (node, slot) in slots.iter_mut().enumerate() {
        let at = usize::from(*slot);
        if at != pool && fill[at] < arena.least[at] && arena.pinned[node].is_none() {
            *slot = pool as u16;
        }
    }
    let worth = State::new(arena, &slots).worth;
    Found { slots, worth }
}

/// One or two groups that lie near each other are dissolved.
fn dissolved(arena: &Arena, slots: &[u16], chance: &mut Chance) -> Vec<u16> {
    let pool = arena.slots() as u16;
    let first = slots[chance.below(slots.len())];
    let members = |slot: u16| (0..slots.len()).filter(move |&node| slots[node] == slot);
    let linked: Vec<u16> = members(first).filter_map(|node| chance.pick(arena.near(node)).copied()).collect();
    let second = chance.pick(&linked).map_or(pool, |&node| slots[usize::from(node)]);
    let gone = |node: usize| arena.pinned[node].is_none() && [first, second].contains(&slots[node]);
    (0..slots.len()).map(|node| if gone(node) { pool } else { slots[node] }).collect()
}
