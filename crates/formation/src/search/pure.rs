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
///
/// A move is tried as one firm against a whole group: the firm may enter it, or change places with any of its members. What the members
/// could gain by leaving for the firm's group is known by its greatest, so that when a partition is nearly frozen most groups are
/// passed over in one look.
pub(crate) struct Walk<'a> {
    pub state: State<'a>,
    losses: Losses,
    /// Whether sizes may change at all.
    flexible: bool,
    /// By node, the least that two could be worth to each other: a swap loses twice this.
    least_worth: Vec<i32>,
    /// By two groups: the most that a member of the second gains by entering the first, and when that was so.
    keenest: Vec<(u64, i32)>,
    /// By group, how often it has changed.
    changes: Vec<u64>,
    pub best: (Vec<u16>, i64),
}

impl<'a> Walk<'a> {
    pub fn new(arena: &'a Arena, start: &[u16]) -> Self {
        let state = State::new(arena, start);
        let best = (state.slot.clone(), state.worth);
        let flexible = arena.least.iter().zip(&arena.most).any(|(least, most)| least < most);
        let (nodes, groups) = (arena.nodes(), arena.slots());
        let least = |node: usize| {
            (0..nodes).filter(|&b| b != node).map(|b| arena.worth[node * nodes + b]).min().unwrap_or_default()
        };
        Self {
            state,
            losses: Losses::new(),
            flexible,
            least_worth: (0..nodes).map(least).collect(),
            keenest: vec![(u64::MAX, 0); groups * groups],
            changes: vec![0; groups],
            best,
        }
    }

    /// Tries `moves` at one temperature; gives how many were accepted.
    pub fn at(&mut self, temperature: f32, moves: u64, chance: &mut Chance) -> u64 {
        let (nodes, groups) = (self.state.arena.nodes(), self.state.arena.slots());
        let mut accepted = 0;
        for _ in 0..moves {
            let random = chance.bits();
            let node = scaled(random & 0xffff_ffff, 32, nodes);
            let to = scaled(random >> 32 & 0xfffff, 20, groups);
            let from = usize::from(self.state.slot[node]);
            if from == to {
                continue;
            }
            let floor = self.losses.floor(temperature, random);
            accepted += u64::from(self.try_move(node, from, to, floor, (random & 0xffff) as usize));
        }
        accepted
    }

    fn try_move(&mut self, node: usize, from: usize, to: usize, floor: i32, turn: usize) -> bool {
        let enters = self.state.gain(to, node) - self.state.gain(from, node);
        if self.flexible && enters >= floor && self.has_room(from, to) {
            self.state.relocate(node, to);
            self.changed(from, to);
            return true;
        }
        let wanted = floor - enters;
        if self.keenest(from, to) - 2 * self.least_worth[node] < wanted {
            return false;
        }
        let Some(other) = self.partner(node, from, to, wanted, turn) else { return false };
        self.state.swap(node, other);
        self.changed(from, to);
        true
    }

    /// A member of `to` whose changing places with `node` brings what is wanted; looked for from `turn` on.
    fn partner(&self, node: usize, from: usize, to: usize, wanted: i32, turn: usize) -> Option<usize> {
        let nodes = self.state.arena.nodes();
        let (there, here) = (self.state.gains(from), self.state.gains(to));
        let worth = &self.state.arena.worth[node * nodes..(node + 1) * nodes];
        let fits = |&&other: &&u16| {
            let other = usize::from(other);
            there[other] - here[other] - 2 * worth[other] >= wanted
        };
        let members = &self.state.members[to];
        let (late, early) = members.split_at(turn % members.len().max(1));
        early.iter().find(fits).or_else(|| late.iter().find(fits)).map(|&other| usize::from(other))
    }

    fn keenest(&mut self, from: usize, to: usize) -> i32 {
        let now = self.changes[from] + self.changes[to];
        let at = from * self.changes.len() + to;
        if self.keenest[at].0 != now {
            let (there, here) = (self.state.gains(from), self.state.gains(to));
            let gains = self.state.members[to]
                .iter()
                .map(|&other| there[usize::from(other)] - here[usize::from(other)]);
            self.keenest[at] = (now, gains.max().unwrap_or(i32::MIN / 2));
        }
        self.keenest[at].1
    }

    fn changed(&mut self, one: usize, other: usize) {
        self.changes[one] += 1;
        self.changes[other] += 1;
    }

    fn has_room(&self, from: usize, to: usize) -> bool {
        let arena = self.state.arena;
        self.state.fill[from] > arena.least[from] && self.state.fill[to] < arena.most[to]
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

    /// First improvement over all firms and groups until none is left.
    pub fn climb(&mut self) {
        let (nodes, groups) = (self.state.arena.nodes(), self.state.arena.slots());
        let mut better = true;
        while better {
            better = false;
            for node in 0..nodes {
                for to in 0..groups {
                    let from = usize::from(self.state.slot[node]);
                    better |= from != to && self.try_move(node, from, to, 1, 0);
                }
            }
        }
        if self.state.worth > self.best.1 {
            self.best = (self.state.slot.clone(), self.state.worth);
        }
    }
}

/// The temperatures between which a partition freezes: from where one in five moves is accepted to where one in two
/// thousand is.
pub(crate) fn freezing(arena: &Arena, start: &[u16], chance: &mut Chance) -> Window {
    let mut walk = Walk::new(arena, start);
    let moves = 6 * (arena.nodes() * arena.slots()) as u64;
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

const HOT_SHARE: f64 = 0.2;
const COLD_SHARE: f64 = 0.000_5;
