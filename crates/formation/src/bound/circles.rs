//! A bound by circles of partners, made to agree.
//!
//! Whoever is placed sits among partners who could all meet: its circle. What a pair is worth is divided between the two, so what a
//! grouping is worth is at most the sum of everyone's best circle, however pairs are divided. They are divided anew again and again: where
//! one counts on another who does not count on it, some of the worth goes to the other (Lagrangean relaxation, by subgradients).

use std::collections::BTreeSet;

use super::PARTS;
use super::meetings::Meetings;
use crate::problem::{FirmNo, Problem};

/// Partners up to which circles are exact; of more, only industries among the partners are heeded.
const MOST_PARTNERS: usize = 64;
/// Branches looked at for one circle, and for all of a round; beyond that a looser bound takes a circle's place.
const MOST_BRANCHES: usize = 3_000;
const BRANCHES_OF_A_ROUND: usize = 200_000;
/// How often pairs are divided anew: until so many branches and partners were looked at, and so many times at most.
const LOOKS: usize = 1_500_000;
const MOST_ROUNDS: usize = 150;
/// The first steps, in parts of what would close the gap if all agreed at once.
const STRIDE: f64 = 2.0;
/// Rounds without a better bound after which steps are halved.
const PATIENCE: usize = 8;

/// A bound in parts, and what each firm has in it: no group that could meet is worth more than its members have together.
pub(super) struct Found {
    pub sum: i64,
    /// By firm; nothing for those who cannot be placed.
    pub of: Vec<i64>,
}

/// One firm's partners: who, which pair, and its sign in the division.
struct Circle {
    firm: usize,
    partners: Vec<Partner>,
    /// By partner, the partners that it may meet; empty where there are too many.
    meets: Vec<u64>,
    /// By partner, the first partner of its industry; empty where there are too many.
    industries: Vec<usize>,
    /// Partners that a group has room for.
    room: usize,
}

struct Partner {
    firm: FirmNo,
    pair: usize,
    sign: i64,
    class: Option<u32>,
}

/// The best bound found, given who is placeable, and that `known` can be reached.
pub(super) fn bound(
    problem: &Problem,
    meetings: &Meetings<'_>,
    placeable: &[bool],
    pairs: &[(FirmNo, FirmNo, i64)],
    known: i64,
) -> Found {
    let circles = circles(problem, meetings, placeable, pairs);
    let mut shift = vec![0i64; pairs.len()];
    let branches = (BRANCHES_OF_A_ROUND / circles.len().max(1)).clamp(10, MOST_BRANCHES);
    let mut best = Found { sum: i64::MAX, of: Vec::new() };
    let (mut idle, mut stride) = (0, STRIDE);
    let mut looks = 0;
    for _ in 0..MOST_ROUNDS {
        let mut wish = vec![0i64; pairs.len()];
        let mut sum = 0;
        let mut of = vec![0; problem.len()];
        for circle in &circles {
            let shares = circle.shares(pairs, &shift);
            let choice = circle.best(&shares, branches);
            looks += choice.looks;
            let worth = problem.placed * PARTS + choice.worth;
            if worth > 0 {
                sum += worth;
                of[circle.firm] = worth;
                let chosen = choice.chosen.into_iter().map(|at| &circle.partners[at]);
                chosen.for_each(|partner| wish[partner.pair] += partner.sign);
            }
        }
        idle += 1;
        if sum < best.sum {
            (best, idle) = (Found { sum, of }, 0);
        }
        if idle >= PATIENCE {
            (idle, stride) = (0, stride / 2.0);
        }
        let norm: i64 = wish.iter().map(|wish| wish * wish).sum();
        if norm == 0 || best.sum <= known * PARTS || looks > LOOKS {
            break;
        }
        let step = stride * (sum - known * PARTS) as f64 / norm as f64;
        shift.iter_mut().zip(&wish).for_each(|(shift, &wish)| *shift -= (step * wish as f64) as i64);
    }
    best
}

fn circles(
    problem: &Problem,
    meetings: &Meetings<'_>,
    placeable: &[bool],
    pairs: &[(FirmNo, FirmNo, i64)],
) -> Vec<Circle> {
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
        let same = |a: &Partner| {
            partners
                .iter()
                .position(|b| a.firm == b.firm || a.class.is_some() && a.class == b.class)
                .unwrap_or_default()
        };
        let industries =
            if partners.len() <= MOST_PARTNERS { partners.iter().map(same).collect() } else { Vec::new() };
        Circle { firm, meets, industries, partners, room: meetings.room(firm) }
    };
    partners.into_iter().enumerate().filter(|(firm, _)| placeable[*firm]).map(circle).collect()
}

/// A circle: what its firm counts on, with which of its partners, and what it took to find it.
struct Choice {
    worth: i64,
    chosen: Vec<usize>,
    looks: usize,
}

impl Circle {
    /// What the firm's part in each partner is, where that is more than nothing; the greatest first.
    fn shares(&self, pairs: &[(FirmNo, FirmNo, i64)], shift: &[i64]) -> Vec<(i64, usize)> {
        let share =
            |partner: &Partner| pairs[partner.pair].2 * PARTS / 2 + partner.sign * shift[partner.pair];
        let mut shares: Vec<(i64, usize)> = self.partners.iter().map(share).zip(0..).collect();
        shares.retain(|(share, _)| *share > 0);
        shares.sort_unstable_by(|a, b| b.cmp(a));
        shares
    }

    /// The best circle, or a bound of it if that would take too many branches.
    fn best(&self, shares: &[(i64, usize)], branches: usize) -> Choice {
        if self.meets.is_empty() {
            return self.loose(shares);
        }
        let mut branch = Branch { circle: self, shares, best: (0, 0), branches: 0, most: branches };
        branch.go(0, u64::MAX, 0, 0);
        let looks = branch.branches;
        if looks > branches {
            return Choice { looks, ..self.loose(shares) };
        }
        let (worth, set) = branch.best;
        Choice { worth, chosen: (0..self.partners.len()).filter(|at| set >> at & 1 == 1).collect(), looks }
    }

    /// The best of each industry, as many as there is room for.
    fn loose(&self, shares: &[(i64, usize)]) -> Choice {
        let mut taken = BTreeSet::new();
        let mut choice = Choice { worth: 0, chosen: Vec::new(), looks: shares.len() / 4 };
        for &(share, at) in shares {
            if choice.chosen.len() < self.room
                && self.partners[at].class.is_none_or(|class| taken.insert(class))
            {
                choice.worth += share;
                choice.chosen.push(at);
            }
        }
        choice
    }
}

/// Branch and bound over circles, partners with greater shares first.
struct Branch<'a> {
    circle: &'a Circle,
    shares: &'a [(i64, usize)],
    best: (i64, u64),
    branches: usize,
    most: usize,
}

impl Branch<'_> {
    /// Decides on the share `next`; `open` are partners that all of `taken` may meet.
    fn go(&mut self, next: usize, open: u64, taken: u64, sum: i64) {
        self.branches += 1;
        if sum > self.best.0 {
            self.best = (sum, taken);
        }
        let room = self.circle.room - taken.count_ones() as usize;
        let hope = self.hope(next, open, room);
        if sum + hope <= self.best.0 || self.branches > self.most {
            return;
        }
        let first = (next..self.shares.len()).find(|&at| open >> self.shares[at].1 & 1 == 1);
        if let Some(first) = first {
            let (share, at) = self.shares[first];
            self.go(first + 1, open & self.circle.meets[at], taken | 1 << at, sum + share);
            self.go(first + 1, open, taken, sum);
        }
    }

    /// What may still come: the best open partner of each industry.
    fn hope(&self, next: usize, open: u64, room: usize) -> i64 {
        let mut seen = 0u64;
        let rest = self.shares[next..].iter().filter(|(_, at)| open >> at & 1 == 1);
        let first = rest.filter(|(_, at)| {
            let industry = 1u64 << self.circle.industries[*at];
            let new = seen & industry == 0;
            seen |= industry;
            new
        });
        first.take(room).map(|(share, _)| share).sum()
    }
}
