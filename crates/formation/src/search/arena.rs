//! The problem as the search sees it: dense tables over nodes and slots.
//!
//! A node is a firm, or several that are locked together. A slot is a place for a group: first the kept groups, then as many as new
//! groups could be at most. What two nodes are worth to each other, and whether they bar each other, is read from full tables, so that a
//! move is judged in a few look-ups.

use std::collections::{BTreeMap, BTreeSet};

use crate::grouping::Grouping;
use crate::locks::blocks;
use crate::place::Point;
use crate::problem::{FirmNo, Problem, Radius};

/// Nodes beyond this make the tables too large; such problems are divided into tiles first.
pub(crate) const MOST_NODES: usize = 6_000;
/// How much a bar of a slot counts: more than any number of conflicts that a swap could lift.
const BARRED: u16 = 1_000;

pub(crate) struct Arena {
    /// Firms of each node.
    pub firms: Vec<Vec<FirmNo>>,
    /// Firms counted, by node.
    pub size: Vec<u16>,
    /// nodes x nodes.
    pub worth: Vec<i32>,
    /// nodes x nodes: 1 where two may not meet. Empty if all may.
    pub apart: Vec<u8>,
    /// What a node brings by being placed: bonus, and the worth within.
    pub placed: Vec<i32>,
    /// Least and most firms, by slot.
    pub least: Vec<u16>,
    pub most: Vec<u16>,
    /// slots x nodes: [`BARRED`] where a node may not enter. Empty if none is.
    pub barred: Vec<u16>,
    /// The slot that a node may not leave.
    pub pinned: Vec<Option<u16>>,
    /// Nodes worth something to a node: starts of lists, then the lists.
    near_from: Vec<u32>,
    near: Vec<u16>,
}

impl Arena {
    pub fn nodes(&self) -> usize {
        self.size.len()
    }

    pub fn slots(&self) -> usize {
        self.least.len()
    }

    /// Nodes that are worth something to this one and may meet it.
    pub fn near(&self, node: usize) -> &[u16] {
        &self.near[self.near_from[node] as usize..self.near_from[node + 1] as usize]
    }

    /// The arena of a consistent problem.
    pub fn of(problem: &Problem) -> Self {
        let (nodes, pinned) = nodes_of(problem);
        let index = index_of(problem, &nodes);
        let count = nodes.len();
        let kept = problem.anchors.iter().map(|anchor| anchor.members.len());
        let most = most_worth(kept.fold(problem.most, usize::max).min(problem.len()));
        let counted = |worth: i64| worth.clamp(-most, most) as i32;
        let add = |sum: &mut i32, worth: i64| *sum = counted(i64::from(*sum).saturating_add(worth));
        let mut arena = Self {
            size: nodes.iter().map(|firms| firms.len() as u16).collect(),
            worth: vec![0; count * count],
            apart: apart(problem, &nodes, &pinned),
            placed: nodes
                .iter()
                .map(|firms| counted(problem.placed.saturating_mul(firms.len() as i64)))
                .collect(),
            least: Vec::new(),
            most: Vec::new(),
            barred: Vec::new(),
            pinned,
            near_from: Vec::new(),
            near: Vec::new(),
            firms: nodes,
        };
        for pair in &problem.pairs {
            let (a, b) = (index[pair.a as usize], index[pair.b as usize]);
            let (Some(a), Some(b)) = (a, b) else { continue };
            if a == b {
                add(&mut arena.placed[a], pair.worth);
            } else {
                add(&mut arena.worth[a * count + b], pair.worth);
                add(&mut arena.worth[b * count + a], pair.worth);
            }
        }
        for &(a, b) in &problem.apart {
            if let (Some(a), Some(b)) = (index[a as usize], index[b as usize])
                && a != b
            {
                arena.apart[a * count + b] = 1;
                arena.apart[b * count + a] = 1;
            }
        }
        arena.open_slots(problem);
        arena.link();
        arena
    }

    /// An arena in which everybody is placed and nobody bars another: the pure form.
    pub fn pure(worth: Vec<i32>, sizes: &[(u16, u16)]) -> Self {
        let nodes = worth.len().isqrt();
        Self {
            firms: (0..nodes as FirmNo).map(|firm| vec![firm]).collect(),
            size: vec![1; nodes],
            worth,
            apart: Vec::new(),
            placed: vec![0; nodes],
            least: sizes.iter().map(|size| size.0).collect(),
            most: sizes.iter().map(|size| size.1).collect(),
            barred: Vec::new(),
            pinned: vec![None; nodes],
            near_from: vec![0; nodes + 1],
            near: Vec::new(),
        }
    }

    fn open_slots(&mut self, problem: &Problem) {
        for anchor in &problem.anchors {
            let locked = anchor.members.len();
            self.least.push(size(problem.least.min(locked)));
            self.most.push(size(if anchor.closed { locked } else { problem.most.max(locked) }));
        }
        let new = self.size.iter().map(|&size| usize::from(size)).sum::<usize>() / problem.least.max(1);
        let new = if problem.least > problem.most { 0 } else { new };
        self.least.extend(std::iter::repeat_n(size(problem.least), new));
        self.most.extend(std::iter::repeat_n(size(problem.most), new));
        if let Radius::MeetingPlace(km) = problem.radius {
            self.bar_by_meeting_place(problem, km);
        }
    }

    /// Each slot gets its meeting place: a kept group's own, else the places of firms, spread as far from each other as they go.
    fn bar_by_meeting_place(&mut self, problem: &Problem, km: f64) {
        let point = |firm: FirmNo| problem.firms[firm as usize].point;
        let mut places: Vec<Option<Point>> =
            problem.anchors.iter().map(|anchor| problem.meeting_place(anchor)).collect();
        places.resize(self.slots(), None);
        let known: Vec<Point> = problem.firms.iter().filter_map(|firm| firm.point).collect();
        let mut nearest: Vec<f64> = vec![f64::INFINITY; known.len()];
        let mut taken: Vec<Point> = places.iter().copied().flatten().collect();
        for slot in &mut places {
            for place in taken.drain(..) {
                nearest
                    .iter_mut()
                    .zip(&known)
                    .for_each(|(near, &at)| *near = near.min(problem.metric.km(at, place)));
            }
            if slot.is_none() {
                let farthest = (0..known.len()).max_by(|&a, &b| nearest[a].total_cmp(&nearest[b]));
                *slot = farthest.map(|at| known[at]);
                taken.extend(*slot);
            }
        }
        let far = |place: Option<Point>, node: &Vec<FirmNo>| {
            node.iter().any(|&firm| !problem.km(place, point(firm)).is_none_or(|distance| distance <= km))
        };
        self.barred = places
            .iter()
            .flat_map(|place| self.firms.iter().map(|node| if far(*place, node) { BARRED } else { 0 }))
            .collect();
    }

    fn link(&mut self) {
        let count = self.nodes();
        self.near_from.push(0);
        for a in 0..count {
            let row = a * count;
            let near = (0..count).filter(|b| self.worth[row + b] > 0 && self.apart[row + b] == 0);
            self.near.extend(near.map(|b| b as u16));
            self.near_from.push(self.near.len() as u32);
        }
    }

    /// Slots of nodes as a grouping of firms.
    pub fn grouping(&self, firms: usize, slot_of: &[u16]) -> Grouping {
        let mut grouping = Grouping::nobody(firms);
        for (node, &slot) in self.firms.iter().zip(slot_of) {
            for &firm in node {
                grouping.of[firm as usize] = (usize::from(slot) < self.slots()).then_some(u32::from(slot));
            }
        }
        grouping
    }

    /// A grouping as slots of nodes; groups of kept firms take their slot, others one whose meeting place is near to most of them. Who
    /// would break a rule there is left out, since a grouping may come from older rules or a person's hand.
    pub fn slots_of(&self, grouping: &Grouping, anchors: usize) -> Vec<u16> {
        let pool = self.slots();
        let mut groups: BTreeMap<u32, (Option<u16>, Vec<usize>)> = BTreeMap::new();
        let mut seats = Seats { arena: self, members: vec![Vec::new(); pool], fill: vec![0; pool] };
        for (node, firms) in self.firms.iter().enumerate() {
            let group = firms.first().and_then(|&firm| grouping.of[firm as usize]);
            if let Some(slot) = self.pinned[node] {
                seats.take(node, usize::from(slot));
            }
            if let Some(group) = group {
                let entry = groups.entry(group).or_default();
                entry.0 = entry.0.or(self.pinned[node]);
                entry.1.push(node);
            }
        }
        let mut free: Vec<usize> = (anchors..pool).rev().collect();
        for (slot, nodes) in groups.into_values() {
            let Some(slot) = slot.map(usize::from).or_else(|| seats.choose(&mut free, &nodes)) else {
                continue;
            };
            for node in nodes {
                if self.pinned[node].is_none() && seats.fits(node, slot) {
                    seats.take(node, slot);
                }
            }
        }
        let mut slots = vec![pool as u16; self.nodes()];
        for (slot, members) in (0..).zip(&seats.members) {
            members.iter().for_each(|&node| slots[node] = slot);
        }
        slots
    }
}

/// Slots while a grouping is taken over.
struct Seats<'a> {
    arena: &'a Arena,
    members: Vec<Vec<usize>>,
    fill: Vec<u16>,
}

impl Seats<'_> {
    fn barred(&self, node: usize, slot: usize) -> bool {
        !self.arena.barred.is_empty() && self.arena.barred[slot * self.arena.nodes() + node] != 0
    }

    fn fits(&self, node: usize, slot: usize) -> bool {
        let apart = |other: &usize| {
            !self.arena.apart.is_empty() && self.arena.apart[node * self.arena.nodes() + other] != 0
        };
        self.fill[slot] + self.arena.size[node] <= self.arena.most[slot]
            && !self.barred(node, slot)
            && !self.members[slot].iter().any(apart)
    }

    fn take(&mut self, node: usize, slot: usize) {
        self.members[slot].push(node);
        self.fill[slot] += self.arena.size[node];
    }

    /// Takes the free slot whose meeting place is near to most of these.
    fn choose(&self, free: &mut Vec<usize>, nodes: &[usize]) -> Option<usize> {
        if self.arena.barred.is_empty() {
            return free.pop();
        }
        let barred = |slot: usize| nodes.iter().filter(|&&node| self.barred(node, slot)).count();
        let best = (0..free.len()).min_by_key(|&at| barred(free[at]))?;
        Some(free.swap_remove(best))
    }
}

/// The greatest worth of a pair in groups of up to so many: four sums over a group, as a swap compares them, stay within 32 bits.
pub(crate) fn most_worth(members: usize) -> i64 {
    (i64::from(i32::MAX) / 5 / members.max(1) as i64).min(20_000_000)
}

/// A size as the tables hold it: they have fewer firms than that.
fn size(firms: usize) -> u16 {
    u16::try_from(firms).unwrap_or(u16::MAX)
}

/// Firms locked together become one node; members of a kept group one that is pinned to it. Where locks leave no meeting place, or bind
/// more than a group holds, firms are left out: see [`Problem::consistent`].
fn nodes_of(problem: &Problem) -> (Vec<Vec<FirmNo>>, Vec<Option<u16>>) {
    let mut nodes = blocks(problem);
    let bound: BTreeSet<FirmNo> = nodes.iter().flatten().copied().collect();
    nodes.extend((0..problem.len() as FirmNo).filter(|firm| !bound.contains(firm)).map(|firm| vec![firm]));
    nodes.sort_unstable();
    let kept = (0..)
        .zip(&problem.anchors)
        .flat_map(|(at, anchor)| anchor.members.iter().map(move |&firm| (firm, at)));
    let kept: BTreeMap<FirmNo, u16> = kept.collect();
    let pinned = nodes.iter().map(|node| node.iter().find_map(|firm| kept.get(firm).copied())).collect();
    (nodes, pinned)
}

fn index_of(problem: &Problem, nodes: &[Vec<FirmNo>]) -> Vec<Option<usize>> {
    let mut index = vec![None; problem.len()];
    for (number, node) in nodes.iter().enumerate() {
        for &firm in node {
            index[firm as usize] = Some(number);
        }
    }
    index
}

fn apart(problem: &Problem, nodes: &[Vec<FirmNo>], pinned: &[Option<u16>]) -> Vec<u8> {
    let count = nodes.len();
    let mut apart = vec![0; count * count];
    for a in 0..count {
        for b in a + 1..count {
            let kept = pinned[a].or(pinned[b]).is_some();
            let may =
                |one, other| if kept { problem.may_join(one, other) } else { problem.may_meet(one, other) };
            let meet = nodes[a].iter().all(|&one| nodes[b].iter().all(|&other| may(one, other)));
            if !meet {
                apart[a * count + b] = 1;
                apart[b * count + a] = 1;
            }
        }
    }
    apart
}
