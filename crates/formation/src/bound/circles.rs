//! A bound by circles of partners, made to agree.
//!
//! Whoever is placed sits among partners who could all meet: its circle. What a pair is worth is divided between the two, so what a
//! grouping is worth is at most the sum of everyone's best circle, however pairs are divided. They are divided anew again and again: where
//! one counts on another who does not count on it, some of the worth goes to the other (Lagrangean relaxation, by subgradients).

use std::collections::BTreeSet;

use super::meetings::Meetings;
use super::placeable::placeable;
use crate::problem::{FirmNo, Problem};

/// Worth is divided in parts of a unit.
const PARTS: i64 = 1_024;
/// Partners up to which circles are exact; of more, only industries among the partners are heeded.
const MOST_PARTNERS: usize = 64;
/// Branches looked at for one circle; beyond that a looser bound takes its place.
const MOST_BRANCHES: u32 = 3_000;
/// How often pairs are divided anew: so many looks at a partner in all, and so many times at most.
const LOOKS: usize = 3_000_000;
const MOST_ROUNDS: usize = 150;
/// Rounds without a better bound after which steps are halved.
const PATIENCE: usize = 8;

/// One firm's partners: who, which pair, and its sign in the division.
struct Circle {
    partners: Vec<Partner>,
    /// By partner, the partners that it may meet; empty where there are too many.
    meets: Vec<u64>,
    /// Partners that a group has room for.
    room: usize,
}

struct Partner {
    firm: FirmNo,
    pair: usize,
    sign: i64,
    class: Option<u32>,
}

/// The best bound found, given that `known` can be reached.
pub(super) fn bound(problem: &Problem, pairs: &[(FirmNo, FirmNo, i64)], known: i64) -> i64 {
    let circles = circles(problem, pairs);
    let mut shift = vec![0i64; pairs.len()];
    let looks: usize = circles.iter().map(Circle::looks).sum();
    let rounds = (LOOKS / looks.max(1)).clamp(1, MOST_ROUNDS);
    let (mut best, mut idle, mut stride) = (i64::MAX, 0, 1.0);
    for _ in 0..rounds {
        let mut wish = vec![0i64; pairs.len()];
        let mut sum = 0;
        for circle in &circles {
            let (worth, chosen) = circle.best(problem.placed, pairs, &shift);
            sum += worth;
            chosen.into_iter().for_each(|partner| wish[partner.pair] += partner.sign);
        }
        idle = if sum < best { 0 } else { idle + 1 };
        if idle >= PATIENCE {
            (idle, stride) = (0, stride / 2.0);
        }
        best = best.min(sum);
        let norm: i64 = wish.iter().map(|wish| wish * wish).sum();
        if norm == 0 || best <= known * PARTS {
            break;
        }
        let step = stride * (sum - known * PARTS) as f64 / norm as f64;
        shift.iter_mut().zip(&wish).for_each(|(shift, &wish)| *shift -= (step * wish as f64) as i64);
    }
    best.div_euclid(PARTS)
}

fn circles(problem: &Problem, pairs: &[(FirmNo, FirmNo, i64)]) -> Vec<Circle> {
    let meetings = Meetings::of(problem);
    let placeable = placeable(problem, &meetings);
    let may = |pair: &(FirmNo, FirmNo, i64)| {
        placeable[pair.0 as usize] && placeable[pair.1 as usize] && meetings.may(pair.0, pair.1)
    };
    let mut partners: Vec<Vec<Partner>> = (0..problem.len()).map(|_| Vec::new()).collect();
    for (pair, &(a, b, _)) in pairs.iter().enumerate().filter(|(_, pair)| may(pair)) {
        for (one, other, sign) in [(a, b, 1), (b, a, -1)] {
            let class = meetings.industry(other);
            partners[one as usize].push(Partner { firm: other, pair, sign, class });
        }
    }
    let circle = |(firm, partners): (usize, Vec<Partner>)| {
        let meets = |a: &Partner| {
            (0..).zip(&partners).filter(|(_, b)| meetings.may(a.firm, b.firm)).map(|(at, _)| 1u64 << at).sum()
        };
        let meets =
            if partners.len() <= MOST_PARTNERS { partners.iter().map(meets).collect() } else { Vec::new() };
        Circle { meets, partners, room: meetings.room(firm) }
    };
    partners.into_iter().enumerate().filter(|(firm, _)| placeable[*firm]).map(circle).collect()
}

impl Circle {
    /// Looks at a partner that finding the best circle takes, roughly.
    fn looks(&self) -> usize {
        1 + self.partners.len() * if self.meets.is_empty() { 1 } else { 10 }
    }

    /// What the firm counts on at most, its bonus included, and with whom.
    fn best(&self, placed: i64, pairs: &[(FirmNo, FirmNo, i64)], shift: &[i64]) -> (i64, Vec<&Partner>) {
        let mut shares: Vec<(i64, usize)> = self
            .partners
            .iter()
            .enumerate()
            .map(|(at, partner)| (pairs[partner.pair].2 * PARTS / 2 + partner.sign * shift[partner.pair], at))
            .filter(|(share, _)| *share > 0)
            .collect();
        shares.sort_unstable_by(|a, b| b.cmp(a));
        let (worth, chosen) = if self.meets.is_empty() { self.loose(&shares) } else { self.exact(&shares) };
        match placed * PARTS + worth {
            worth if worth > 0 => (worth, chosen.into_iter().map(|at| &self.partners[at]).collect()),
            _ => (0, Vec::new()),
        }
    }

    /// The best of each industry, as many as there is room for.
    fn loose(&self, shares: &[(i64, usize)]) -> (i64, Vec<usize>) {
        let mut taken = BTreeSet::new();
        let mut sum = 0;
        let mut chosen = Vec::new();
        for &(share, at) in shares {
            if chosen.len() < self.room && self.partners[at].class.is_none_or(|class| taken.insert(class)) {
                sum += share;
                chosen.push(at);
            }
        }
        (sum, chosen)
    }

    fn exact(&self, shares: &[(i64, usize)]) -> (i64, Vec<usize>) {
        let mut branch = Branch { circle: self, shares, best: (0, 0), branches: 0 };
        branch.go(0, u64::MAX, 0, 0);
        if branch.branches > MOST_BRANCHES {
            return self.loose(shares);
        }
        let set = branch.best.1;
        (branch.best.0, (0..self.partners.len()).filter(|at| set >> at & 1 == 1).collect())
    }
}

/// Branch and bound over circles, partners with greater shares first.
struct Branch<'a> {
    circle: &'a Circle,
    shares: &'a [(i64, usize)],
    best: (i64, u64),
    branches: u32,
}

impl Branch<'_> {
    /// Decides on the share `next`; `open` are partners that all of `taken` may meet.
    fn go(&mut self, next: usize, open: u64, taken: u64, sum: i64) {
        self.branches += 1;
        if sum > self.best.0 {
            self.best = (sum, taken);
        }
        let room = self.circle.room - taken.count_ones() as usize;
        let rest = self.shares[next..].iter().filter(|(_, at)| open >> at & 1 == 1);
        let hope: i64 = rest.take(room).map(|(share, _)| share).sum();
        if sum + hope <= self.best.0 || self.branches > MOST_BRANCHES {
            return;
        }
        let first = (next..self.shares.len()).find(|&at| open >> self.shares[at].1 & 1 == 1);
        if let Some(first) = first {
            let (share, at) = self.shares[first];
            self.go(first + 1, open & self.circle.meets[at], taken | 1 << at, sum + share);
            self.go(first + 1, open, taken, sum);
        }
    }
}
