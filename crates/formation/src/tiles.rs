//! Very many firms: overlapping tiles of some thousands, solved side by side, then tilings shifted by half a tile, which take up the
//! groups that lie wholly within a tile and all who are left out.
//!
//! Tiles are cut by halving the firms along the longer side until a tile is small enough, so that crowded places get small tiles.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::grouping::Grouping;
use crate::locks::blocks;
use crate::problem::{Anchor, FirmNo, Pair, Problem};
use crate::search::{Arena, Island, Limit};
use crate::solve::Effort;

/// Firms of a tile: tables of this size stay in the cache of one core.
const FIRMS_OF_A_TILE: usize = 1_200;
/// Moves per firm and round, unless the effort says less.
const MOVES_PER_FIRM: u64 = 1_500;
const ROUNDS: usize = 2;
/// By how much of the whole tiles may be behind the time before their effort sinks noticeably.
const AHEAD: f64 = 0.05;

/// Solves tile by tile.
pub(crate) fn solve(problem: &Problem, effort: &Effort<'_>) -> (Grouping, u64) {
    let links = Links::of(problem);
    let blocks = blocks(problem);
    let mut grouping = begun(problem, &blocks, effort.start);
    let moves = AtomicU64::new(0);
    for round in 0..ROUNDS {
        let movable = movable(&blocks, &grouping);
        let tiles = cut(problem, movable, round);
        let total = tiles.len();
        let moved: Vec<FirmNo> = tiles.iter().flatten().copied().collect();
        let done = AtomicU64::new(0);
        let solved: Vec<Vec<Vec<FirmNo>>> = tiles
            .into_par_iter()
            .enumerate()
            .map(|(number, firms)| {
                let tile = Tile { problem, links: &links, grouping: &grouping, firms };
                let seed = effort.seed.wrapping_add((round * 1_000_003 + number) as u64);
                let solved =
                    (round as f64 + done.load(Ordering::Relaxed) as f64 / total as f64) / ROUNDS as f64;
                let per_firm = moves_per_firm(effort, problem.len(), solved);
                let (groups, tried) = tile.solve(seed, per_firm, effort.cancel);
                moves.fetch_add(tried, Ordering::Relaxed);
                let share = (done.fetch_add(1, Ordering::Relaxed) + 1) as f64 / total as f64;
                (effort.progress)(0, (round as f64 + share) / ROUNDS as f64);
                groups
            })
            .collect();
        moved.iter().for_each(|&firm| grouping.of[firm as usize] = None);
        put(&mut grouping, solved);
    }
    (grouping, moves.into_inner())
}

/// Moves for each firm of a tile. Where the limit is a time and the share of tiles solved is behind it, fewer, so that every tile has its
/// turn; hardly any once the time is over, so that what is there already is kept.
fn moves_per_firm(effort: &Effort<'_>, firms: usize, solved: f64) -> u64 {
    let moves = match effort.limit {
        Limit::Moves(moves) | Limit::Counted(moves, _) => moves,
        Limit::Time(gone) => {
            let pace = (solved + AHEAD) / (gone() + AHEAD);
            if gone() < 1.0 { (effort.moves_hoped as f64 * pace.min(1.0).powi(2)) as u64 } else { 0 }
        }
    };
    (moves / (firms * ROUNDS) as u64).clamp(1, MOVES_PER_FIRM)
}

/// Where to begin: what was given, with those who are bound to each other in one group or in none, and kept groups each in its own.
fn begun(problem: &Problem, blocks: &[Vec<FirmNo>], start: Option<&Grouping>) -> Grouping {
    let mut grouping = start.cloned().unwrap_or_else(|| Grouping::nobody(problem.len()));
    let kept = problem.anchors.iter().map(|anchor| anchor.members.len());
    let most = kept.fold(problem.most, usize::max);
    for members in grouping.groups().into_iter().filter(|members| members.len() > most) {
        members.into_iter().for_each(|firm| grouping.of[firm as usize] = None);
    }
    let kept: BTreeSet<FirmNo> =
        problem.anchors.iter().flat_map(|anchor| anchor.members.iter().copied()).collect();
    let mut next = grouping.of.iter().flatten().max().map_or(0, |last| last + 1);
    let mut taken = BTreeSet::new();
    for block in blocks {
        let group = grouping.of[block[0] as usize];
        let mut whole = group.filter(|_| block.iter().all(|&firm| grouping.of[firm as usize] == group));
        if block.iter().any(|firm| kept.contains(firm)) && !whole.is_some_and(|group| taken.insert(group)) {
            whole = Some(next);
            next += 1;
        }
        block.iter().for_each(|&firm| grouping.of[firm as usize] = whole);
    }
    grouping
}

/// Units that a tiling moves: the members of a group together, then those bound to each other, everybody else alone.
fn movable(blocks: &[Vec<FirmNo>], grouping: &Grouping) -> Vec<Vec<FirmNo>> {
    let out = |firm: &FirmNo| grouping.of[*firm as usize].is_none();
    let bound: BTreeSet<FirmNo> = blocks.iter().flatten().copied().collect();
    let together = blocks.iter().filter(|block| out(&block[0])).cloned();
    let alone = grouping.left_out().into_iter().filter(|firm| !bound.contains(firm)).map(|firm| vec![firm]);
    grouping.groups().into_iter().chain(together).chain(alone).collect()
}

/// Halves the units along the longer side until each tile is small enough; odd rounds cut first at a third, so that borders move.
fn cut(problem: &Problem, units: Vec<Vec<FirmNo>>, round: usize) -> Vec<Vec<FirmNo>> {
    let mut tiles = Vec::new();
    let mut waiting = vec![(units, if round.is_multiple_of(2) { 0.5 } else { 0.33 })];
    while let Some((mut units, at)) = waiting.pop() {
        let firms: usize = units.iter().map(Vec::len).sum();
        if firms <= FIRMS_OF_A_TILE || units.len() < 2 {
            tiles.push(units.concat());
            continue;
        }
        let place = |unit: &Vec<FirmNo>| {
            problem.firms[unit[0] as usize].point.map_or((0.0, 0.0), |point| (point.x, point.y))
        };
        let spread = |axis: fn((f64, f64)) -> f64| {
            let all = units.iter().map(|unit| axis(place(unit)));
            let (low, high) = all.fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)));
            high - low
        };
        let axis: fn((f64, f64)) -> f64 = if spread(|place| place.0) >= spread(|place| place.1) {
            |place| place.0
        } else {
            |place| place.1
        };
        units.sort_by(|a, b| axis(place(a)).total_cmp(&axis(place(b))).then(a[0].cmp(&b[0])));
        let middle = ((units.len() as f64 * at) as usize).clamp(1, units.len() - 1);
        let rest = units.split_off(middle);
        waiting.push((rest, 0.5));
        waiting.push((units, 0.5));
    }
    tiles
}

fn put(grouping: &mut Grouping, solved: Vec<Vec<Vec<FirmNo>>>) {
    let first = grouping.of.iter().flatten().max().map_or(0, |last| last + 1);
    for (number, members) in (first..).zip(solved.into_iter().flatten()) {
        for firm in members {
            grouping.of[firm as usize] = Some(number);
        }
    }
}

/// Pairs by firm, so that a tile reads its own alone.
struct Links {
    from: Vec<u32>,
    to: Vec<(FirmNo, i64)>,
}

impl Links {
    fn of(problem: &Problem) -> Self {
        let mut from = vec![0u32; problem.len() + 2];
        for pair in &problem.pairs {
            from[pair.a as usize + 2] += 1;
        }
        for at in 1..from.len() {
            from[at] += from[at - 1];
        }
        let mut to = vec![(0, 0); problem.pairs.len()];
        for pair in &problem.pairs {
            let at = &mut from[pair.a as usize + 1];
            to[*at as usize] = (pair.b, pair.worth);
            *at += 1;
        }
        Self { from, to }
    }

    fn of_firm(&self, firm: FirmNo) -> &[(FirmNo, i64)] {
        &self.to[self.from[firm as usize] as usize..self.from[firm as usize + 1] as usize]
    }
}

struct Tile<'a> {
    problem: &'a Problem,
    links: &'a Links,
    grouping: &'a Grouping,
    firms: Vec<FirmNo>,
}

impl Tile<'_> {
    /// The groups of this tile, by firms of the whole problem.
    fn solve(mut self, seed: u64, moves_per_firm: u64, cancel: &AtomicBool) -> (Vec<Vec<FirmNo>>, u64) {
        self.firms.sort_unstable();
        let problem = self.part();
        let arena = Arena::of(&problem);
        let before =
            Grouping { of: self.firms.iter().map(|&firm| self.grouping.of[firm as usize]).collect() };
        if arena.nodes() == 0 || arena.slots() == 0 {
            return (Vec::new(), 0);
        }
        let start = (before.placed() > 0).then(|| arena.slots_of(&before, problem.anchors.len()));
        let moves = moves_per_firm * self.firms.len() as u64;
        let island = Island {
            arena: &arena,
            limit: &Limit::Moves(moves),
            cancel,
            share: 1.0,
            seed,
            number: 0,
            start,
            moves_hoped: 0.0,
        };
        let (slots, _, tried) = island.search(&|_, _| {});
        let groups = arena.grouping(problem.len(), &slots).groups();
        let whole =
            |members: Vec<FirmNo>| members.into_iter().map(|firm| self.firms[firm as usize]).collect();
        (groups.into_iter().map(whole).collect(), tried)
    }

    fn part(&self) -> Problem {
        let number = |firm: FirmNo| self.firms.binary_search(&firm).ok().map(|at| at as FirmNo);
        let mut part =
            Problem::new(self.firms.iter().map(|&firm| self.problem.firms[firm as usize].clone()).collect());
        part.least = self.problem.least;
        part.most = self.problem.most;
        part.radius = self.problem.radius;
        part.metric = self.problem.metric;
        part.placed = self.problem.placed;
        for (a, &firm) in (0..).zip(&self.firms) {
            for &(other, worth) in self.links.of_firm(firm) {
                if let Some(b) = number(other) {
                    part.pairs.push(Pair { a, b, worth });
                }
            }
        }
        let inside = |pairs: &[(FirmNo, FirmNo)]| {
            pairs.iter().filter_map(|&(a, b)| Some((number(a)?, number(b)?))).collect::<Vec<_>>()
        };
        part.together = inside(&self.problem.together);
        part.apart = inside(&self.problem.apart);
        // Members of a kept group are in one unit, so a tile has all or none.
        let kept = self.problem.anchors.iter().filter_map(|anchor| {
            let members = anchor.members.iter().map(|&firm| number(firm)).collect::<Option<_>>()?;
            Some(Anchor { members, ..anchor.clone() })
        });
        part.anchors = kept.collect();
        part
    }
}
