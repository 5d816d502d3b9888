//! Upper bounds: no grouping can be worth more.

mod circles;
mod meetings;
mod placeable;
mod prices;

use std::collections::BTreeSet;

use crate::grouping::Grouping;
use crate::problem::{FirmNo, Problem};
use meetings::Meetings;
use placeable::placeable;

/// An upper bound with the argument that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Each firm gets its bonus and half of its best partners: at most one of each industry, as many as a group holds. Firms that could
    /// gain nothing count nothing.
    BestPartners(i64),
    /// Each firm gets its part of a circle of partners who could all meet: its bonus and its part of pairs, divided between the two so that
    /// they agree on whom they count on as far as possible. Where whole groups were looked at as circles ([`tight`]), its part is a price,
    /// such that no group that could meet is worth more than its members' prices together.
    Circles(i64),
    /// Every grouping was looked at.
    Exhausted(i64),
}

impl Bound {
    /// The number.
    pub fn worth(self) -> i64 {
        match self {
            Self::BestPartners(worth) | Self::Circles(worth) | Self::Exhausted(worth) => worth,
        }
    }
}

/// Firms up to which circles are asked for.
const MOST_FIRMS: usize = 20_000;
/// Worth is divided in parts of a unit.
const PARTS: i64 = 1_024;

/// The least bound known for a consistent problem, for which a grouping of this worth is known, in little time.
pub fn bound(problem: &Problem, known: i64) -> Bound {
    if problem.len() > MOST_FIRMS {
        return best_partners(problem);
    }
    let meetings = Meetings::of(problem);
    let circles = circles::bound(problem, &meetings, &placeable(problem, &meetings), &pairs(problem), known);
    Bound::Circles(whole(problem, circles.sum))
}

/// A tighter bound for a consistent problem, for which this grouping is known: whole groups are looked at instead of circles, by branch and
/// bound. It takes so many `looks`, about two microseconds each, and the time of [`bound`]; the same looks give the same bound on any
/// machine. Where more than 1,000 firms could be placed, or a firm could meet far more than 128 others, it is [`bound`].
pub fn tight(problem: &Problem, found: &Grouping, looks: u64) -> Bound {
    if problem.len() > MOST_FIRMS {
        return best_partners(problem);
    }
    let nobody = Grouping::nobody(problem.len());
    let found = if found.of.len() == problem.len() { found } else { &nobody };
    let known = found.worth(problem);
    let (meetings, pairs) = (Meetings::of(problem), pairs(problem));
    let placeable = placeable(problem, &meetings);
    let circles = circles::bound(problem, &meetings, &placeable, &pairs, known);
    if whole(problem, circles.sum) <= known {
        return Bound::Circles(whole(problem, circles.sum));
    }
    let sum = match prices::pricings(problem, &meetings, &pairs, &placeable) {
        Some(mut pricings) => {
            let enough = (known + grain(problem)) * PARTS;
            prices::bound(problem, &mut pricings, circles.of, found, enough, looks)
        }
        None => circles.sum,
    };
    Bound::Circles(whole(problem, sum))
}

/// A bound in parts as a bound in units: what groupings are worth is a multiple of [`grain`].
fn whole(problem: &Problem, parts: i64) -> i64 {
    let grain = grain(problem);
    parts.div_euclid(grain * PARTS) * grain
}

/// The greatest number that divides what any grouping is worth.
fn grain(problem: &Problem) -> i64 {
    let common = |mut a: i64, mut b: i64| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    problem.pairs.iter().map(|pair| pair.worth.abs()).fold(problem.placed.abs(), common).max(1)
}

/// The bound by best partners of a consistent problem, in one pass over its pairs.
pub fn best_partners(problem: &Problem) -> Bound {
    let meetings = Meetings::of(problem);
    let mut partners: Vec<Vec<(i64, FirmNo)>> = vec![Vec::new(); problem.len()];
    for (a, b, worth) in pairs(problem).into_iter().filter(|&(a, b, _)| meetings.may(a, b)) {
        partners[a as usize].push((worth, b));
        partners[b as usize].push((worth, a));
    }
    let halves = partners.into_iter().enumerate().map(|(firm, mut list)| {
        list.sort_unstable_by(|a, b| b.cmp(a));
        let mut taken = BTreeSet::new();
        let others = list
            .into_iter()
            .filter(|(_, partner)| meetings.industry(*partner).is_none_or(|industry| taken.insert(industry)));
        let best: i64 = others.take(meetings.room(firm)).map(|(worth, _)| worth).sum();
        (2 * problem.placed + best).max(0)
    });
    Bound::BestPartners((halves.sum::<i64>() + 1) / 2)
}

/// Each pair that is worth something, once.
fn pairs(problem: &Problem) -> Vec<(FirmNo, FirmNo, i64)> {
    let mut pairs: Vec<_> =
        problem.pairs.iter().map(|pair| (pair.a.min(pair.b), pair.a.max(pair.b), pair.worth)).collect();
    pairs.sort_unstable();
    pairs.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        if same {
            kept.2 += next.2;
        }
        same
    });
    pairs.retain(|pair| pair.2 > 0);
    pairs
}
