//! Upper bounds: no grouping can be worth more.

mod circles;
mod meetings;
mod placeable;

use std::collections::BTreeSet;

use crate::problem::{FirmNo, Problem};
use meetings::Meetings;

/// An upper bound with the argument that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Each firm gets its bonus and half of its best partners: at most one of each industry, as many as a group holds. Firms that could
    /// gain nothing count nothing.
    BestPartners(i64),
    /// Each firm gets its bonus and its part of a circle of partners who could all meet; pairs are divided between the two so that they agree
    /// on whom they count on as far as possible.
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

/// The least bound known for a consistent problem, for which a grouping of this worth is known.
pub fn bound(problem: &Problem, known: i64) -> Bound {
    if problem.len() > MOST_FIRMS {
        return best_partners(problem);
    }
    Bound::Circles(circles::bound(problem, &pairs(problem), known))
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
