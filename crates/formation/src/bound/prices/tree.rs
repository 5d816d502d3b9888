//! Branch and bound over the groups of one first firm.
//!
//! At every branch some firms are chosen and others still open. What may be hoped for is the best open firm of each colour: its gain, and
//! its shares in the pairs with its own best partners, one of each colour again. Each pair is divided between its two, so every pair
//! of a group is counted once.

use super::agree::Shares;
use super::shape::{Seats, Shape, each, greatest_first};

/// What is asked of a search, in parts.
#[derive(Clone, Copy)]
pub(super) struct Question {
    /// A group is known that exceeds its prices by so much.
    pub known: i64,
    /// One that exceeds them by so much ends the search.
    pub enough: i64,
    /// Times that pairs may be divided anew.
    pub divisions: u64,
    /// Looks that it may take: a look is a branch, or a new division of pairs.
    pub looks: u64,
}

/// What a search found, in parts.
pub(super) struct Found {
    /// By how much the best group that is known exceeds its prices; 0 if none does.
    pub over: i64,
    /// That group, the first firm left aside, if it was found here.
    pub group: Option<Vec<usize>>,
    /// Whether looks did not suffice, so that there may be a better one.
    pub cut: bool,
    pub looks: u64,
}

/// The groups of one first firm.
pub(super) struct Tree {
    shape: Shape,
    shares: Shares,
}

impl Tree {
    pub fn new(shape: Shape) -> Self {
        Self { shares: Shares::halves(&shape), shape }
    }

    /// Looks for groups that exceed their prices: `sum` is the gain of the first firm alone, `gains` what each other adds to it.
    pub fn search(&mut self, sum: i64, gains: &[i64], question: Question) -> Found {
        let looks = self.shares.agree(&self.shape, sum, gains, &question);
        let found = Found { over: question.known, group: None, cut: false, looks };
        let mut walk = Walk { tree: self, found, question, chosen: Vec::new(), colours: Vec::new() };
        walk.go(sum, self.shape.all(), gains);
        walk.found
    }
}

/// A walk through the tree.
struct Walk<'a> {
    tree: &'a Tree,
    found: Found,
    question: Question,
    chosen: Vec<usize>,
    colours: Vec<u128>,
}

impl Walk<'_> {
    /// `sum` is gained by those chosen; `gains` are what each open firm adds to them.
    fn go(&mut self, sum: i64, mut open: u128, gains: &[i64]) {
        self.found.looks += 1;
        let seats = self.tree.shape.seats(self.chosen.len());
        if seats.must == 0 && sum > self.found.over {
            (self.found.over, self.found.group) = (sum, Some(self.chosen.clone()));
        }
        if seats.room == 0 {
            return;
        }
        let hopes = self.hopes(&mut open, gains, seats);
        let Some(hope) = self.tree.shape.of_colours(&hopes, seats, &mut self.colours, |_| {}) else { return };
        let Some(&(_, next)) = hopes.first() else { return };
        if sum + hope <= self.found.over || self.found.over >= self.question.enough {
            return;
        }
        if self.found.looks >= self.question.looks {
            self.found.cut = true;
            return;
        }
        let mut with = gains.to_vec();
        self.tree.shape.partners[next].iter().for_each(|&(worth, at)| with[at] += worth);
        self.chosen.push(next);
        self.go(sum + gains[next], open & self.tree.shape.may[next], &with);
        self.chosen.pop();
        self.go(sum, open & !(1 << next), gains);
    }

    /// By open firm its hope, the greatest first. Who would not gain even by the whole worth of its pairs is closed where the group is
    /// large enough without it: no group is worth less without such a firm.
    fn hopes(&mut self, open: &mut u128, gains: &[i64], seats: Seats) -> Vec<(i64, usize)> {
        let Tree { shape, shares } = self.tree;
        let room = seats.room.saturating_sub(1);
        let mut hopes = Vec::with_capacity(open.count_ones() as usize);
        loop {
            hopes.clear();
            let before = *open;
            for at in each(before) {
                let others = *open & shape.may[at];
                if seats.must == 0 {
                    let whole =
                        shape.of_partners(&shape.partners[at], others, room, &mut self.colours, |_| {});
                    if gains[at] + whole <= 0 {
                        *open &= !(1 << at);
                        continue;
                    }
                }
                let part = shape.of_partners(shares.of(at), others, room, &mut self.colours, |_| {});
                hopes.push((gains[at] + part, at));
            }
            if *open == before {
                greatest_first(&mut hopes);
                return hopes;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The most that any group exceeds its prices by, every set asked.
    fn by_trying_all(
        may: &[u128],
        worth: &[Vec<i64>],
        least: usize,
        most: usize,
        sum: i64,
        gains: &[i64],
    ) -> i64 {
        let over = |set: u128| -> Option<i64> {
            let members: Vec<usize> = each(set).collect();
            let whole = (least..=most).contains(&(members.len() + 1))
                && members.iter().all(|&at| set & !(1 << at) & !may[at] == 0);
            let pairs =
                || members.iter().flat_map(|&a| members.iter().map(move |&b| worth[a.min(b)][a.max(b)]));
            whole.then(|| sum + members.iter().map(|&at| gains[at]).sum::<i64>() + pairs().sum::<i64>() / 2)
        };
        (0..1u128 << may.len()).filter_map(over).max().unwrap_or_default().max(0)
    }

    proptest! {
        #[test]
        fn the_most_is_found_however_pairs_are_divided(
            count in 1..9usize,
            meets in prop::collection::vec(any::<bool>(), 81),
            pairs in prop::collection::vec(prop_oneof![Just(0), 1..90i64], 81),
            gains in prop::collection::vec(-90..40i64, 9),
            sum in -90..40i64,
            least in 1..5usize,
            more in 0..5usize,
            divisions in 0..12u64,
        ) {
            let may: Vec<u128> = (0..count)
                .map(|a| (0..count).filter(|&b| a != b && meets[a.min(b) * 9 + a.max(b)]).map(|b| 1u128 << b).sum())
                .collect();
            let worth: Vec<Vec<i64>> = (0..count)
                .map(|a| (0..count).map(|b| if a < b { pairs[a * 9 + b] } else { 0 }).collect())
                .collect();
            let between = (0..count)
                .map(|a| (0..count).map(|b| (b, worth[a.min(b)][a.max(b)])).filter(|(_, worth)| *worth > 0).collect())
                .collect();
            let (most, gains) = (least + more, &gains[..count]);
            let best = by_trying_all(&may, &worth, least, most, sum, gains);
            let mut tree = Tree::new(Shape::new(may, between, least, most));
            for looks in [u64::MAX, 3] {
                let found = tree.search(sum, gains, Question { known: 0, enough: i64::MAX, divisions, looks });
                prop_assert!(found.over == best || found.cut && found.over < best, "{} of {}", found.over, best);
            }
        }
    }
}
