//! By how much a group may exceed the prices of its members.

use super::shape::Shape;
use super::tree::{Found, Question, Tree};
use crate::bound::PARTS;
use crate::bound::meetings::Meetings;
use crate::problem::{FirmNo, Problem};

/// Firms up to which pairs are asked who may meet.
const MOST_FIRMS: usize = 1_000;
/// Others that a first firm may have: one bit each.
const MOST_OTHERS: usize = 128;

/// All groups with one first firm: the others come after it in the order of firms, and each of them may meet it.
pub(in crate::bound) struct Pricing {
    first: FirmNo,
    others: Vec<FirmNo>,
    /// By other, what it is worth to the first, in parts.
    worth: Vec<i64>,
    placed: i64,
    tree: Tree,
    /// Taken by the last question.
    looks: u64,
}

/// What was found about the groups of a first firm.
pub(super) struct Answer {
    /// By how much a group exceeds its prices, in parts; not negative. The most, unless it is enough or the search was cut.
    pub over: i64,
    /// A group that was found to exceed them by so much, and its worth in parts.
    pub group: Option<(Vec<FirmNo>, i64)>,
    /// Whether looks did not suffice.
    pub cut: bool,
    pub looks: u64,
}

impl Pricing {
    pub fn first(&self) -> usize {
        self.first as usize
    }

    /// Looks that the last question took.
    pub fn looks(&self) -> u64 {
        self.looks
    }

    /// The most by which a group may exceed prices in parts.
    pub(super) fn most_over(&mut self, prices: &[i64], question: Question) -> Answer {
        let gain = |(&other, worth): (&FirmNo, &i64)| self.placed - prices[other as usize] + worth;
        let gains: Vec<i64> = self.others.iter().zip(&self.worth).map(gain).collect();
        let Found { over, group, cut, looks } =
            self.tree.search(self.placed - prices[self.first()], &gains, question);
        self.looks = looks;
        let group = group.map(|others| {
            let group: Vec<FirmNo> = others.iter().map(|&at| self.others[at]).chain([self.first]).collect();
            let price: i64 = group.iter().map(|&firm| prices[firm as usize]).sum();
            (group, over + price)
        });
        Answer { over, group, cut, looks }
    }
}

/// A pricing for every firm that could be placed. None where there are too many firms, or a first firm has too many others.
pub(in crate::bound) fn pricings(
    problem: &Problem,
    meetings: &Meetings<'_>,
    pairs: &[(FirmNo, FirmNo, i64)],
    placeable: &[bool],
) -> Option<Vec<Pricing>> {
    let firms: Vec<FirmNo> = (0..problem.len() as FirmNo).filter(|&firm| placeable[firm as usize]).collect();
    if firms.len() > MOST_FIRMS {
        return None;
    }
    let mut worth = vec![Vec::new(); problem.len()];
    for &(a, b, of_pair) in pairs {
        worth[a as usize].push((b, of_pair * PARTS));
        worth[b as usize].push((a, of_pair * PARTS));
    }
    in_order(problem.len(), &firms, meetings)
        .into_iter()
        .map(|(first, others)| pricing(problem, meetings, &worth, first, others))
        .collect()
}

/// Each firm with those after it that may meet it. Next is always who may meet fewest of those who are left, so that no firm has many others
/// (Matula and Beck 1983, *Smallest-last ordering*).
fn in_order(count: usize, firms: &[FirmNo], meetings: &Meetings<'_>) -> Vec<(FirmNo, Vec<FirmNo>)> {
    let mut meets: Vec<Vec<FirmNo>> = vec![Vec::new(); count];
    for (at, &a) in firms.iter().enumerate() {
        for &b in firms[at + 1..].iter().filter(|&&b| meetings.may(a, b)) {
            meets[a as usize].push(b);
            meets[b as usize].push(a);
        }
    }
    let mut left: Vec<FirmNo> = firms.to_vec();
    let mut many: Vec<usize> = meets.iter().map(Vec::len).collect();
    let mut gone = vec![false; count];
    let mut order = Vec::with_capacity(firms.len());
    while let Some(at) = (0..left.len()).min_by_key(|&at| many[left[at] as usize]) {
        let first = left.swap_remove(at);
        gone[first as usize] = true;
        let others: Vec<FirmNo> =
            meets[first as usize].iter().copied().filter(|&b| !gone[b as usize]).collect();
        others.iter().for_each(|&other| many[other as usize] -= 1);
        order.push((first, others));
    }
    order
}

fn pricing(
    problem: &Problem,
    meetings: &Meetings<'_>,
    worth: &[Vec<(FirmNo, i64)>],
    first: FirmNo,
    others: Vec<FirmNo>,
) -> Option<Pricing> {
    if others.len() > MOST_OTHERS {
        return None;
    }
    let at = |firm: FirmNo| others.iter().position(|&other| other == firm);
    let bits = |firm: FirmNo| {
        (0..).zip(&others).filter(|(_, other)| meetings.may(firm, **other)).map(|(at, _)| 1u128 << at).sum()
    };
    let may = others.iter().map(|&firm| bits(firm)).collect();
    let known =
        |firm: FirmNo| worth[firm as usize].iter().filter_map(|&(other, worth)| Some((at(other)?, worth)));
    let between = others.iter().map(|&firm| known(firm).collect()).collect();
    let mut of_first = vec![0; others.len()];
    known(first).for_each(|(at, worth)| of_first[at] += worth);
    let members = || others.iter().copied().chain([first]);
    // A kept group may be smaller than others, and larger.
    let least = if members().any(|firm| meetings.is_kept(firm as usize)) { 1 } else { problem.least };
    let most = members().map(|firm| meetings.room(firm as usize) + 1).max().unwrap_or_default();
    let tree = Tree::new(Shape::new(may, between, least, most));
    Some(Pricing { first, worth: of_first, placed: problem.placed * PARTS, tree, others, looks: 0 })
}
