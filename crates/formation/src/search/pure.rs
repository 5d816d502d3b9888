//! Annealing of the pure form: everybody is placed, nobody bars another, sizes stay within bounds.

use super::arena::Arena;
use super::chance::{Chance, Losses, scaled};
use super::effort::Stretch;
use super::state::State;

const BATCH: u64 = 1_024;

/// Temperatures at both ends of an annealing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Window {
    pub hot: f32,
    pub cold: f32,
}

/// A walk over partitions.
pub(crate) struct Walk<'a> {
    pub state: State<'a>,
    losses: Losses,
    /// Whether sizes may change at all.
    flexible: bool,
    pub best: (Vec<u16>, i64),
}

impl<'a> Walk<'a> {
    pub fn new(arena: &'a Arena, start: &[u16]) -> Self {
        let state = State::new(arena, start);
        let best = (state.slot.clone(), state.worth);
        let flexible = arena.least.iter().zip(&arena.most).any(|(least, most)| least < most);
        Self { state, losses: Losses::new(), flexible, best }
    }

    /// Tries `moves` at one temperature; gives how many were accepted.
    pub fn at(&mut self, temperature: f32, moves: u64, chance: &mut Chance) -> u64 {
        let nodes = self.state.arena.nodes();
        let mut accepted = 0;
        for _ in 0..moves {
            let random = chance.bits();
            let a = scaled(random & 0xffff_ffff, 32, nodes);
            let b = scaled(random >> 32 & 0xfffff, 20, nodes);
            let (from, to) = (self.state.slot[a], self.state.slot[b]);
            if from == to {
                continue;
            }
            let (from, to) = (usize::from(from), usize::from(to));
            let floor = self.losses.floor(temperature, random);
            if self.flexible && random & 15 == 0 {
                accepted += u64::from(self.relocate(a, from, to, floor));
            } else if self.state.swap_gain(a, b) >= floor {
                self.state.swap(a, b);
                accepted += 1;
            }
        }
        accepted
    }

    fn relocate(&mut self, node: usize, from: usize, to: usize, floor: i32) -> bool {
        let arena = self.state.arena;
        let room = self.state.fill[from] > arena.least[from] && self.state.fill[to] < arena.most[to];
        let moved = room && self.state.gain(to, node) - self.state.gain(from, node) >= floor;
        if moved {
            self.state.relocate(node, to);
        }
        moved
    }

    /// Cools through the window, then goes up only, to a partition that no single move betters.
    pub fn cool(&mut self, window: Window, stretch: &mut Stretch<'_>, chance: &mut Chance) {
        let mut progress = 0.0f32;
        while progress < 1.0 {
            let temperature = window.hot * (window.cold / window.hot).powf(progress);
            self.at(temperature, BATCH, chance);
            progress = stretch.advance(BATCH) as f32;
        }
        self.climb();
    }

    /// First improvement over all swaps and relocations until none is left.
    pub fn climb(&mut self) {
        let nodes = self.state.arena.nodes();
        let mut better = true;
        while better {
            better = false;
            for a in 0..nodes {
                for b in 0..nodes {
                    let (from, to) = (usize::from(self.state.slot[a]), usize::from(self.state.slot[b]));
                    if from == to {
                        continue;
                    }
                    if self.flexible && self.relocate(a, from, to, 1) {
                        better = true;
                    } else if a < b && self.state.swap_gain(a, b) > 0 {
                        self.state.swap(a, b);
                        better = true;
                    }
                }
            }
        }
        if self.state.worth > self.best.1 {
            self.best = (self.state.slot.clone(), self.state.worth);
        }
    }
}

/// The temperatures between which a partition freezes: from where two in a hundred moves are accepted to where two in ten thousand are.
pub(crate) fn freezing(arena: &Arena, start: &[u16], chance: &mut Chance) -> Window {
    let mut walk = Walk::new(arena, start);
    let moves = 60 * arena.nodes() as u64;
    let mut temperature = {
        let differences = (0..500).map(|_| {
            f64::from(walk.state.swap_gain(chance.below(arena.nodes()), chance.below(arena.nodes())).abs())
        });
        (differences.sum::<f64>() / 500.0) as f32
    };
    let mut window = Window { hot: temperature.max(1.0), cold: 1.0 };
    let mut hot_known = false;
    for _ in 0..120 {
        let share = walk.at(temperature, moves, chance) as f64 / moves as f64;
        if share < HOT_SHARE && !hot_known {
            window.hot = temperature;
            hot_known = true;
        }
        window.cold = temperature;
        if share < COLD_SHARE || temperature < 1.0 {
            break;
        }
        temperature *= 0.93;
    }
    window
}

const HOT_SHARE: f64 = 0.02;
const COLD_SHARE: f64 = 0.000_2;
