//! Maximally diverse grouping: divide elements into groups of given sizes so that the distances within groups add up to the most. The
//! pure form of formation: no industries, no radius, everybody is placed. It has published instances and results (MDGPLIB).

use std::sync::atomic::AtomicBool;

use crate::search::pure::{Walk, Window, freezing};
use crate::search::{Arena, Chance, Limit, Stretch};

/// An instance.
#[derive(Debug, Clone, PartialEq)]
pub struct Diverse {
    elements: usize,
    sizes: Vec<(u16, u16)>,
    /// elements x elements, in thousandths.
    distance: Vec<i32>,
}

impl Diverse {
    /// Distances are kept in thousandths, as instances give them.
    pub const UNITS: f64 = 1_000.0;

    /// All distances zero; none if no partition has these sizes.
    pub fn new(elements: usize, sizes: Vec<(u16, u16)>) -> Option<Self> {
        let least: usize = sizes.iter().map(|size| usize::from(size.0)).sum();
        let most: usize = sizes.iter().map(|size| usize::from(size.1)).sum();
        let possible = (least..=most).contains(&elements) && sizes.iter().all(|size| size.0 <= size.1);
        possible.then(|| Self { elements, sizes, distance: vec![0; elements * elements] })
    }

    /// Sets the distance of two elements, both ways.
    pub fn set(&mut self, a: usize, b: usize, distance: f64) {
        let units = (distance * Self::UNITS).round() as i32;
        self.distance[a * self.elements + b] = units;
        self.distance[b * self.elements + a] = units;
    }

    /// The value of a partition; none if it is none of this instance.
    pub fn value(&self, group_of: &[u16]) -> Option<f64> {
        let mut fill = vec![0u16; self.sizes.len()];
        for &group in group_of {
            *fill.get_mut(usize::from(group))? += 1;
        }
        let sizes_hold =
            fill.iter().zip(&self.sizes).all(|(fill, (least, most))| (least..=most).contains(&fill));
        if group_of.len() != self.elements || !sizes_hold {
            return None;
        }
        let pairs = (0..self.elements).flat_map(|a| (a + 1..self.elements).map(move |b| (a, b)));
        let within = pairs.filter(|&(a, b)| group_of[a] == group_of[b]);
        Some(
            within.map(|(a, b)| i64::from(self.distance[a * self.elements + b])).sum::<i64>() as f64
                / Self::UNITS,
        )
    }

    /// Searches for the best partition; `tell` hears of better values and the share done. Gives groups, value, and moves tried.
    pub fn solve(
        &self,
        limit: &Limit<'_>,
        seed: u64,
        cancel: &AtomicBool,
        tell: &dyn Fn(f64, f64),
    ) -> (Vec<u16>, f64, u64) {
        let arena = Arena::pure(self.distance.clone(), &self.sizes);
        let mut chance = Chance::new(seed);
        let sizes = self.uneven(SIZES);
        let start = self.dealt(&sizes[0], &mut chance);
        let window = freezing(&arena, &start, &mut chance);
        let mut elite = Elite::default();
        let mut moves = 0;
        let plan = plan();
        for (round, &(from, to, fresh)) in plan.iter().enumerate() {
            let begin = if fresh {
                self.dealt(&sizes[round % sizes.len()], &mut chance)
            } else {
                elite.child(&arena, self, &mut chance)
            };
            let window = if fresh { window } else { Window { hot: window.hot * REHEAT, ..window } };
            let mut walk = Walk::new(&arena, &begin);
            let mut stretch = Stretch::new(limit, cancel, from, to, 1.0);
            walk.cool(window, &mut stretch, &mut chance);
            moves += stretch.done();
            if elite.take(walk.best) {
                tell(elite.best().1 as f64 / Self::UNITS, plan[round].1);
            }
        }
        let (slots, worth) = elite.best().clone();
        (slots, worth as f64 / Self::UNITS, moves)
    }

    /// A random partition into groups of [`Diverse::uneven`] sizes.
    fn dealt(&self, sizes: &[u16], chance: &mut Chance) -> Vec<u16> {
        let seats = (0..).zip(sizes).flat_map(|(group, &size)| std::iter::repeat_n(group, usize::from(size)));
        let mut seats: Vec<u16> = seats.collect();
        shuffle(&mut seats, chance);
        seats
    }

    /// The allowed sizes with the most pairs, so many different ones. Nearly always the best is among them where distances are positive; an
    /// annealing that has cooled can no longer reach others, as it would have to move many elements from group to group at a loss.
    fn uneven(&self, many: usize) -> Vec<Vec<u16>> {
        // By number of elements seated so far: sums of squares, and the sizes, the most first.
        let mut seated: Vec<Vec<(u64, Vec<u16>)>> = vec![Vec::new(); self.elements + 1];
        seated[0].push((0, Vec::new()));
        for &(least, most) in &self.sizes {
            let mut next = vec![Vec::new(); self.elements + 1];
            for (count, known) in seated.iter().enumerate() {
                for size in (least..=most).take_while(|&size| count + usize::from(size) <= self.elements) {
                    let with = known.iter().map(|(squares, sizes)| {
                        let sizes = sizes.iter().copied().chain([size]).collect();
                        (squares + u64::from(size).pow(2), sizes)
                    });
                    next[count + usize::from(size)].extend(with);
                }
            }
            next.iter_mut().for_each(|sizes| keep_different(sizes, many));
            seated = next;
        }
        seated.swap_remove(self.elements).into_iter().map(|(_, sizes)| sizes).collect()
    }
}

/// The first of sizes by their sums of squares; which group has which size makes no difference.
fn keep_different(sizes: &mut Vec<(u64, Vec<u16>)>, many: usize) {
    sizes.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut seen = std::collections::BTreeSet::new();
    sizes.retain(|(_, sizes)| {
        let mut sorted = sizes.clone();
        sorted.sort_unstable();
        seen.len() < many && seen.insert(sorted)
    });
}

/// Where the annealing of a child begins, as a share of the hot end.
const REHEAT: f32 = 0.72;
/// Annealings from nothing, from so many different sizes in turn; then children of the best that are kept.
const FRESH: usize = 10;
const SIZES: usize = 4;
const CHILDREN: usize = 30;
const KEPT: usize = 5;
/// Share of the effort for annealings from nothing.
const FRESH_SHARE: f64 = 0.45;

/// (from, to, from nothing?) of each round.
fn plan() -> Vec<(f64, f64, bool)> {
    let fresh = (0..FRESH)
        .map(|n| (n as f64 / FRESH as f64 * FRESH_SHARE, (n + 1) as f64 / FRESH as f64 * FRESH_SHARE, true));
    let rest = 1.0 - FRESH_SHARE;
    let at = |n: usize| FRESH_SHARE + rest * n as f64 / CHILDREN as f64;
    fresh.chain((0..CHILDREN).map(|n| (at(n), at(n + 1), false))).collect()
}

fn shuffle<T>(list: &mut [T], chance: &mut Chance) {
    for at in (1..list.len()).rev() {
        list.swap(at, chance.below(at + 1));
    }
}

/// The best partitions so far, best first, all different in value.
#[derive(Default)]
struct Elite(Vec<(Vec<u16>, i64)>);

impl Elite {
    fn best(&self) -> &(Vec<u16>, i64) {
        &self.0[0]
    }

    /// Whether it is the new best.
    fn take(&mut self, found: (Vec<u16>, i64)) -> bool {
        if self.0.iter().any(|known| known.1 == found.1) {
            return false;
        }
        let at = self.0.partition_point(|known| known.1 > found.1);
        self.0.insert(at, found);
        self.0.truncate(KEPT);
        at == 0
    }

    /// Whole groups of two parents in turn, those that agree most first; who is left over goes where there is room.
    fn child(&self, arena: &Arena, problem: &Diverse, chance: &mut Chance) -> Vec<u16> {
        let one = &self.0[0].0;
        let other = &self.0[chance.below(self.0.len())].0;
        let nodes = arena.nodes();
        let groups = arena.slots();
        if one == other {
            return one.clone();
        }
        let mut child = vec![u16::MAX; nodes];
        let mut fill = vec![0u16; groups];
        let mut used = vec![[false; 2]; groups];
        for turn in 0..groups {
            let parent = turn % 2;
            let of = if parent == 0 { one } else { other };
            let mut free = vec![0; groups];
            for node in (0..nodes).filter(|&node| child[node] == u16::MAX) {
                free[usize::from(of[node])] += 1;
            }
            let best = (0..groups).filter(|&group| !used[group][parent]).max_by_key(|&group| free[group]);
            let open = (0..groups)
                .filter(|&slot| fill[slot] == 0)
                .min_by_key(|&slot| problem.sizes[slot].1.abs_diff(best.map_or(0, |best| free[best])));
            let (Some(group), Some(slot)) = (best, open) else { break };
            used[group][parent] = true;
            for node in 0..nodes {
                if child[node] == u16::MAX
                    && usize::from(of[node]) == group
                    && fill[slot] < problem.sizes[slot].1
                {
                    child[node] = slot as u16;
                    fill[slot] += 1;
                }
            }
        }
        fill_up(&mut child, &mut fill, &problem.sizes, chance);
        child
    }
}

/// Seats those who are left over, and takes from full groups where one lacks members.
fn fill_up(child: &mut [u16], fill: &mut [u16], sizes: &[(u16, u16)], chance: &mut Chance) {
    let mut waiting: Vec<usize> = (0..child.len()).filter(|&node| child[node] == u16::MAX).collect();
    shuffle(&mut waiting, chance);
    for node in waiting {
        let lacking = (0..sizes.len()).find(|&group| fill[group] < sizes[group].0);
        let Some(group) = lacking.or_else(|| (0..sizes.len()).find(|&group| fill[group] < sizes[group].1))
        else {
            continue;
        };
        child[node] = group as u16;
        fill[group] += 1;
    }
    while let Some(group) = (0..sizes.len()).find(|&group| fill[group] < sizes[group].0) {
        let spare = |node: &usize| fill[usize::from(child[*node])] > sizes[usize::from(child[*node])].0;
        let Some(node) = (0..child.len()).find(spare) else { break };
        fill[usize::from(child[node])] -= 1;
        child[node] = group as u16;
        fill[group] += 1;
    }
}
