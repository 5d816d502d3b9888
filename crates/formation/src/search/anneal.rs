//! Simulated annealing over relocations, swaps, class-forced replacements and short ejection chains.
//!
//! A node that would enter a slot where exactly one member bars it throws that rival out: into its own old slot, into a slot that the rival
//! likes, or into the pool. Slots below their least size are allowed on the way (soft), at a price `size (least - size)` that grows:
//! it is nothing for an empty and for a full enough slot, so that small groups dissolve and middling ones grow.

use super::arena::Arena;
use super::chance::{Chance, Losses, scaled};
use super::effort::Stretch;
use super::state::State;

/// Moves between two looks at clock and temperature.
const BATCH: u64 = 256;

/// How one annealing goes.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Temperatures at both ends, in units of worth.
    pub hot: f32,
    pub cold: f32,
    /// The price of a slot of middling size at the end, per firm; none: slots may not fall below their least.
    pub price: Option<f32>,
}

/// A best answer so far.
#[derive(Clone)]
pub(crate) struct Found {
    pub slots: Vec<u16>,
    pub worth: i64,
}

/// Anneals from `start`; gives the best feasible answer met, none if there was none.
pub(crate) fn anneal(
    arena: &Arena,
    start: &[u16],
    course: Course,
    stretch: &mut Stretch<'_>,
    chance: &mut Chance,
) -> (Option<Found>, Vec<u16>) {
    let mut walk = Walk::new(arena, start, course);
    let mut best: Option<Found> = None;
    let mut progress = 0.0;
    while progress < 1.0 {
        walk.cool(progress as f32);
        for _ in 0..BATCH {
            walk.step(chance);
            if walk.short == 0 && walk.state.worth > best.as_ref().map_or(0, |best| best.worth) {
                match &mut best {
                    Some(best) => {
                        best.worth = walk.state.worth;
                        best.slots.copy_from_slice(&walk.state.slot);
                    }
                    None => best = Some(Found { slots: walk.state.slot.clone(), worth: walk.state.worth }),
                }
            }
        }
        if walk.short != 0 && walk.worth_of_whole() > best.as_ref().map_or(0, |best| best.worth) {
            best = Some(walk.whole());
        }
        progress = stretch.advance(BATCH);
    }
    (best, walk.state.slot)
}

/// Goes up only, to an answer that no firm's entering, leaving or changing places betters. `start` must be feasible.
pub(crate) fn climb(arena: &Arena, start: Found) -> Found {
    let mut walk = Walk::new(arena, &start.slots, Course { hot: 1.0, cold: 1.0, price: None });
    let pool = arena.slots();
    loop {
        let before = walk.state.worth;
        for node in (0..arena.nodes()).filter(|&node| arena.pinned[node].is_none()) {
            for to in 0..pool {
                let from = usize::from(walk.state.slot[node]);
                if to != from && walk.state.clash(to, node) == 0 {
                    walk.enter(node, from, to, 1);
                }
            }
            let from = usize::from(walk.state.slot[node]);
            if from != pool {
                walk.leave(node, from, 1);
            }
            for other in 0..node {
                walk.trade(node, other);
            }
        }
        if walk.state.worth <= before {
            return Found { worth: walk.state.worth, slots: walk.state.slot };
        }
    }
}

struct Walk<'a> {
    state: State<'a>,
    course: Course,
    losses: Losses,
    temperature: f32,
    price: f32,
    /// Sum of what slots lack, see [`Walk::lack`].
    short: i64,
}

impl<'a> Walk<'a> {
    fn new(arena: &'a Arena, start: &[u16], course: Course) -> Self {
        let state = State::new(arena, start);
        let mut walk =
            Self { state, course, losses: Losses::new(), temperature: course.hot, price: 0.0, short: 0 };
        walk.short = (0..arena.slots()).map(|slot| i64::from(walk.lack(slot, 0))).sum();
        walk
    }

    fn cool(&mut self, progress: f32) {
        let Course { hot, cold, price } = self.course;
        self.temperature = hot * (cold / hot).powf(progress);
        self.price = price.unwrap_or_default() * progress;
    }

    /// What a slot lacks once `more` firms have come (or gone): `size (least - size)`.
    fn lack(&self, slot: usize, more: i32) -> i32 {
        if slot == self.state.arena.slots() {
            return 0;
        }
        let size = i32::from(self.state.fill[slot]) + more;
        size * (i32::from(self.state.arena.least[slot]) - size).max(0)
    }

    /// Slots with fewer firms than their least.
    fn is_short(&self, slot: usize) -> bool {
        slot != self.state.arena.slots() && self.state.fill[slot] < self.state.arena.least[slot]
    }

    /// What would remain if slots that are too small were emptied.
    fn worth_of_whole(&self) -> i64 {
        let arena = self.state.arena;
        let lost = |slot: usize| -> i64 {
            let members = self.state.members[slot].iter().map(|&node| usize::from(node));
            // Each pair is in the gains of both.
            members.map(|node| i64::from(self.state.gain(slot, node)) + i64::from(arena.placed[node])).sum()
        };
        self.state.worth - (0..arena.slots()).filter(|&slot| self.is_short(slot)).map(lost).sum::<i64>() / 2
    }

    fn whole(&self) -> Found {
        let pool = self.state.arena.slots() as u16;
        let slots =
            self.state.slot.iter().map(|&slot| if self.is_short(usize::from(slot)) { pool } else { slot });
        Found { slots: slots.collect(), worth: self.worth_of_whole() }
    }

    /// How the lack of a slot changes; none where that may not be.
    fn change(&self, slot: usize, more: i32) -> Option<i32> {
        let pool = self.state.arena.slots();
        if slot == pool || more == 0 {
            return Some(0);
        }
        let after = i32::from(self.state.fill[slot]) + more;
        if after > i32::from(self.state.arena.most[slot]) {
            return None;
        }
        let least = i32::from(self.state.arena.least[slot]);
        if self.course.price.is_none() && after < least && after != 0 {
            return None;
        }
        Some(self.lack(slot, more) - self.lack(slot, 0))
    }

    fn accepts(&self, gain: i32, lack: i32, floor: i32) -> bool {
        let least = self.state.arena.least.first().copied().unwrap_or(1).max(1);
        gain - (self.price * lack as f32 / f32::from(least)) as i32 >= floor
    }

    fn step(&mut self, chance: &mut Chance) {
        let random = chance.bits();
        let node = scaled(random & 0xffff_ffff, 32, self.state.arena.nodes());
        if self.state.arena.pinned[node].is_some() {
            return;
        }
        let floor = self.losses.floor(self.temperature, random);
        let from = usize::from(self.state.slot[node]);
        let kind = random >> 32 & 15;
        let pool = self.state.arena.slots();
        if kind == 0 && from != pool {
            self.leave(node, from, floor);
            return;
        }
        let near = self.state.arena.near(node);
        let to = if kind < 13 && !near.is_empty() {
            usize::from(self.state.slot[usize::from(near[scaled(random >> 36 & 0xffff, 16, near.len())])])
        } else {
            scaled(random >> 36 & 0xffff, 16, pool)
        };
        if to == from || to >= pool {
            return;
        }
        match self.state.clash(to, node) {
            0 if kind & 1 == 0 && self.enter(node, from, to, floor) => {}
            0 => {
                let Some(&other) = chance.pick(&self.state.members[to]) else { return };
                if kind == 1 {
                    self.rotate(node, usize::from(other), floor, chance);
                } else {
                    self.exchange(node, usize::from(other), floor);
                }
            }
            1 => {
                if let Some(rival) = self.state.rival(to, node) {
                    self.replace(node, from, to, rival, floor, chance);
                }
            }
            _ => {}
        }
    }

    fn leave(&mut self, node: usize, from: usize, floor: i32) {
        let pool = self.state.arena.slots();
        let Some(lack) = self.change(from, -i32::from(self.state.arena.size[node])) else { return };
        if self.accepts(-self.state.gain(from, node), lack, floor) {
            self.state.relocate(node, pool);
            self.short += i64::from(lack);
        }
    }

    /// Whether the slot had room; the move itself may have been refused.
    fn enter(&mut self, node: usize, from: usize, to: usize, floor: i32) -> bool {
        let size = i32::from(self.state.arena.size[node]);
        let Some(lack) = self.change(from, -size).zip(self.change(to, size)).map(|(a, b)| a + b) else {
            return false;
        };
        if self.accepts(self.state.gain(to, node) - self.state.gain(from, node), lack, floor) {
            self.state.relocate(node, to);
            self.short += i64::from(lack);
        }
        true
    }

    fn exchange(&mut self, node: usize, other: usize, floor: i32) -> bool {
        let (from, to) = (usize::from(self.state.slot[node]), usize::from(self.state.slot[other]));
        let bars = u16::from(self.state.apart(node, other));
        let free = self.state.clash(from, other) == bars && self.state.clash(to, node) == bars;
        if !free || self.state.arena.pinned[other].is_some() {
            return false;
        }
        let more = i32::from(self.state.arena.size[other]) - i32::from(self.state.arena.size[node]);
        let Some(lack) = self.change(from, more).zip(self.change(to, -more)).map(|(a, b)| a + b) else {
            return false;
        };
        if self.accepts(self.state.swap_gain(node, other), lack, floor) {
            self.state.swap(node, other);
            self.short += i64::from(lack);
        }
        true
    }

    /// Two change places, in a group or outside, if that is better.
    fn trade(&mut self, node: usize, other: usize) {
        let pool = self.state.arena.slots();
        let (from, to) = (usize::from(self.state.slot[node]), usize::from(self.state.slot[other]));
        if from == to || self.state.arena.pinned[other].is_some() {
            return;
        }
        let bars = u16::from(self.state.apart(node, other));
        let enters = |slot: usize, who: usize| slot == pool || self.state.clash(slot, who) == bars;
        let more = i32::from(self.state.arena.size[other]) - i32::from(self.state.arena.size[node]);
        if self.state.swap_gain(node, other) > 0
            && enters(from, other)
            && enters(to, node)
            && self.change(from, more).is_some()
            && self.change(to, -more).is_some()
        {
            self.state.swap(node, other);
        }
    }

    /// `node` takes the place of its `rival` in `to`.
    fn replace(
        &mut self,
        node: usize,
        from: usize,
        to: usize,
        rival: usize,
        floor: i32,
        chance: &mut Chance,
    ) {
        let pool = self.state.arena.slots();
        if self.state.arena.pinned[rival].is_some() {
            return;
        }
        let may_swap = from == pool || self.state.clash(from, rival) == 1;
        if may_swap && self.state.clash(from, rival) <= 1 && self.exchange_with_pool_too(node, rival, floor) {
            return;
        }
        let liked = chance
            .pick(self.state.arena.near(rival))
            .map(|&near| usize::from(self.state.slot[usize::from(near)]));
        let fits = |slot: &usize| {
            *slot < pool && *slot != to && *slot != from && self.state.clash(*slot, rival) == 0
        };
        let third = liked.filter(fits).unwrap_or(pool);
        let (size, other) = (i32::from(self.state.arena.size[node]), i32::from(self.state.arena.size[rival]));
        let lacks = [self.change(from, -size), self.change(to, size - other), self.change(third, other)];
        let Some(lack) = lacks.into_iter().sum::<Option<i32>>() else { return };
        let gain = self.state.gain(to, node)
            - self.state.gain(from, node)
            - self.state.worth_between(node, rival)
            - self.state.gain(to, rival)
            + self.state.gain(third, rival);
        if self.accepts(gain, lack, floor) {
            self.state.relocate(rival, third);
            self.state.relocate(node, to);
            self.short += i64::from(lack);
        }
    }

    /// `node` takes the place of `second`, that the place of a third, and the third that of `node`, which may be outside.
    fn rotate(&mut self, node: usize, second: usize, floor: i32, chance: &mut Chance) {
        let pool = self.state.arena.slots();
        let (from, to) = (usize::from(self.state.slot[node]), usize::from(self.state.slot[second]));
        let liked = chance
            .pick(self.state.arena.near(second))
            .map(|&near| usize::from(self.state.slot[usize::from(near)]));
        let Some(last) = liked.filter(|&slot| slot != pool && slot != to && slot != from) else { return };
        let third = match self.state.clash(last, second) {
            0 => chance.pick(&self.state.members[last]).map(|&third| usize::from(third)),
            1 => self.state.rival(last, second),
            _ => None,
        };
        let Some(third) = third else { return };
        let ring = [(node, from, second, to), (second, to, third, last), (third, last, node, from)];
        let mut lack = 0;
        let mut gain = 0;
        for (who, old, yields, new) in ring {
            let bars = u16::from(self.state.apart(who, yields));
            if self.state.arena.pinned[who].is_some() || new != pool && self.state.clash(new, who) != bars {
                return;
            }
            let more = i32::from(self.state.arena.size[who]) - i32::from(self.state.arena.size[yields]);
            let Some(change) = self.change(new, more) else { return };
            lack += change;
            let lost = if new == pool { 0 } else { self.state.worth_between(who, yields) };
            gain += self.state.gain(new, who) - lost - self.state.gain(old, who);
        }
        if self.accepts(gain, lack, floor) {
            ring.into_iter().for_each(|(who, _, _, new)| self.state.relocate(who, new));
            self.short += i64::from(lack);
        }
    }

    fn exchange_with_pool_too(&mut self, node: usize, rival: usize, floor: i32) -> bool {
        let from = usize::from(self.state.slot[node]);
        if from != self.state.arena.slots() {
            return self.exchange(node, rival, floor);
        }
        let to = usize::from(self.state.slot[rival]);
        let more = i32::from(self.state.arena.size[node]) - i32::from(self.state.arena.size[rival]);
        let Some(lack) = self.change(to, more) else { return false };
        if self.accepts(self.state.swap_gain(node, rival), lack, floor) {
            self.state.swap(node, rival);
            self.short += i64::from(lack);
        }
        true
    }
}
