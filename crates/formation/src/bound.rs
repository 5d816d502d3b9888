//! Upper bounds: no grouping can be worth more.

use crate::problem::Problem;

/// An upper bound with the argument that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Each firm gets its bonus and half of its best partners: at most one of each industry, as many as a group holds. Firms that could
    /// gain nothing count nothing.
    BestPartners(i64),
    /// Every grouping was looked at.
    Exhausted(i64),
}

impl Bound {
    /// The number.
    pub fn worth(self) -> i64 {
        match self {
            Self::BestPartners(worth) | Self::Exhausted(worth) => worth,
        }
    }
}

/// The bound by best partners, in one pass over the pairs.
pub fn best_partners(problem: &Problem) -> Bound {
    let mut partners: Vec<Vec<(i64, u32)>> = vec![Vec::new(); problem.len()];
    for pair in problem.pairs.iter().filter(|pair| pair.worth > 0 && problem.may_meet(pair.a, pair.b)) {
        partners[pair.a as usize].push((pair.worth, pair.b));
        partners[pair.b as usize].push((pair.worth, pair.a));
    }
    let most = problem.anchors.iter().map(|anchor| anchor.members.len()).fold(problem.most, usize::max);
    // Locked members may break rules with each other, so what they bring each other counts whole.
    let locked = |a: u32, b: u32| {
        problem.anchors.iter().any(|anchor| anchor.members.contains(&a) && anchor.members.contains(&b))
    };
    let kept: i64 = match problem.anchors.is_empty() {
        true => 0,
        false => problem
            .pairs
            .iter()
            .filter(|pair| locked(pair.a, pair.b) && !problem.may_meet(pair.a, pair.b))
            .map(|pair| pair.worth.max(0))
            .sum(),
    };
    let halves = partners.into_iter().map(|list| {
        let mut list = merged(list);
        list.sort_unstable_by(|a, b| b.cmp(a));
        let mut taken: Vec<u32> = Vec::new();
        let mut sum = 0;
        let mut count = 1;
        for (worth, partner) in list {
            let classes = &problem.firms[partner as usize].classes;
            if count >= most {
                break;
            }
            if classes.first().is_some_and(|class| taken.contains(class)) {
                continue;
            }
            taken.extend(classes.first());
            sum += worth;
            count += 1;
        }
        (2 * problem.placed + sum).max(0)
    });
    Bound::BestPartners((halves.sum::<i64>() + 1) / 2 + kept)
}

/// Each partner once, with all that it is worth.
fn merged(mut list: Vec<(i64, u32)>) -> Vec<(i64, u32)> {
    list.sort_unstable_by_key(|(_, partner)| *partner);
    list.dedup_by(|next, kept| {
        let same = next.1 == kept.1;
        if same {
            kept.0 += next.0;
        }
        same
    });
    list
}
