//! Who is in which slot, and what each node would bring to each slot, kept up to date move by move.

use super::arena::Arena;

pub(crate) struct State<'a> {
    pub arena: &'a Arena,
    /// Slot of each node; [`Arena::slots`] is the pool of those left out.
    pub slot: Vec<u16>,
    at: Vec<u16>,
    pub members: Vec<Vec<u16>>,
    /// Firms in each slot, the pool's own count last.
    pub fill: Vec<u16>,
    /// slots+1 x nodes: worth of a node with the members of a slot, its own bonus included; zero in the pool.
    gain: Vec<i32>,
    /// slots+1 x nodes: how many members bar a node. Empty if nobody bars anybody.
    clash: Vec<u16>,
    pub worth: i64,
}

impl<'a> State<'a> {
    /// Starts with nodes in these slots; the pool is slot number [`Arena::slots`].
    pub fn new(arena: &'a Arena, slots: &[u16]) -> Self {
        let (nodes, pool) = (arena.nodes(), arena.slots());
        let mut gain = arena.placed.repeat(pool);
        gain.extend(std::iter::repeat_n(0, nodes));
        let mut clash = arena.barred.clone();
        if !arena.apart.is_empty() || !arena.barred.is_empty() {
            clash.resize((pool + 1) * nodes, 0);
        }
        let mut state = Self {
            arena,
            slot: vec![pool as u16; nodes],
            at: (0..nodes as u16).collect(),
            members: vec![Vec::new(); pool + 1],
            fill: vec![0; pool + 1],
            gain,
            clash,
            worth: 0,
        };
        state.members[pool] = (0..nodes as u16).collect();
        state.fill[pool] = arena.size.iter().sum();
        for (node, &slot) in slots.iter().enumerate() {
            if usize::from(slot) != pool {
                state.relocate(node, usize::from(slot));
            }
        }
        state
    }

    pub fn worth_between(&self, a: usize, b: usize) -> i32 {
        self.arena.worth[a * self.arena.nodes() + b]
    }

    pub fn apart(&self, a: usize, b: usize) -> bool {
        !self.arena.apart.is_empty() && self.arena.apart[a * self.arena.nodes() + b] != 0
    }

    pub fn gain(&self, slot: usize, node: usize) -> i32 {
        self.gain[slot * self.arena.nodes() + node]
    }

    /// What each node would bring to a slot.
    pub fn gains(&self, slot: usize) -> &[i32] {
        let nodes = self.arena.nodes();
        &self.gain[slot * nodes..(slot + 1) * nodes]
    }

    pub fn clash(&self, slot: usize, node: usize) -> u16 {
        if self.clash.is_empty() { 0 } else { self.clash[slot * self.arena.nodes() + node] }
    }

    /// The one member that bars a node from a slot.
    pub fn rival(&self, slot: usize, node: usize) -> Option<usize> {
        self.members[slot].iter().map(|&other| usize::from(other)).find(|&other| self.apart(node, other))
    }

    /// What is gained by two nodes changing their slots.
    pub fn swap_gain(&self, a: usize, b: usize) -> i32 {
        let (g, h) = (usize::from(self.slot[a]), usize::from(self.slot[b]));
        let real = i32::from(g != self.arena.slots()) + i32::from(h != self.arena.slots());
        self.gain(h, a) - self.gain(g, a) + self.gain(g, b)
            - self.gain(h, b)
            - real * self.worth_between(a, b)
    }

    pub fn relocate(&mut self, node: usize, to: usize) {
        let from = usize::from(self.slot[node]);
        self.worth += i64::from(self.gain(to, node) - self.gain(from, node));
        self.shift(node, from, to);
        let at = usize::from(self.at[node]);
        self.members[from].swap_remove(at);
        if let Some(&moved) = self.members[from].get(at) {
            self.at[usize::from(moved)] = at as u16;
        }
        self.at[node] = self.members[to].len() as u16;
        self.members[to].push(node as u16);
        self.slot[node] = to as u16;
    }

    pub fn swap(&mut self, a: usize, b: usize) {
        let (g, h) = (usize::from(self.slot[a]), usize::from(self.slot[b]));
        self.worth += i64::from(self.swap_gain(a, b));
        self.shift(a, g, h);
        self.shift(b, h, g);
        self.members[g][usize::from(self.at[a])] = b as u16;
        self.members[h][usize::from(self.at[b])] = a as u16;
        self.at.swap(a, b);
        self.slot.swap(a, b);
    }

    fn shift(&mut self, node: usize, from: usize, to: usize) {
        let nodes = self.arena.nodes();
        let pool = self.arena.slots();
        let row = node * nodes..(node + 1) * nodes;
        self.fill[from] -= self.arena.size[node];
        self.fill[to] += self.arena.size[node];
        let worth = &self.arena.worth[row.clone()];
        if from != pool {
            let gains = &mut self.gain[from * nodes..(from + 1) * nodes];
            gains.iter_mut().zip(worth).for_each(|(gain, worth)| *gain -= worth);
        }
        if to != pool {
            let gains = &mut self.gain[to * nodes..(to + 1) * nodes];
            gains.iter_mut().zip(worth).for_each(|(gain, worth)| *gain += worth);
        }
        if self.arena.apart.is_empty() {
            return;
        }
        let apart = &self.arena.apart[row];
        if from != pool {
            let clashes = &mut self.clash[from * nodes..(from + 1) * nodes];
            clashes.iter_mut().zip(apart).for_each(|(clash, apart)| *clash -= u16::from(*apart));
        }
        if to != pool {
            let clashes = &mut self.clash[to * nodes..(to + 1) * nodes];
            clashes.iter_mut().zip(apart).for_each(|(clash, apart)| *clash += u16::from(*apart));
        }
    }
}
