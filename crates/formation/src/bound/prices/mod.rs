//! A bound by prices: every firm has one, such that no group that could meet is worth more than the prices of its members together.
//!
//! Groups are disjoint, so what a grouping is worth is at most the sum of all prices, whatever prices these are, as long as none is negative.
//!
//! The least such sum is the dual of choosing groups by linear programming (set packing). It is sought by generating columns: groups that
//! are worth more than their prices are gathered, and prices asked for by these are tried. A price list is only taken for a bound once
//! [`Tree`](tree::Tree) has shown for every firm that no group in which it is the first (in a fixed order of firms) is worth more than its
//! prices; what is worth more is added to the first firm's price. So the bound holds however early the search ends, and as all is in whole
//! parts, nothing is rounded.
//!
//! Prices tried lie between the best that are known (at first the worths of circles, which are such prices) and those asked for (Wentges 1997,
//! *Weighted Dantzig-Wolfe decomposition for linear mixed-integer programming*): nearer to the best known fewer groups come near their
//! prices, so that the tree is smaller.

mod agree;
mod asked;
mod pricing;
mod round;
mod shape;
mod tree;

use asked::Asked;
use pricing::Pricing;
pub(super) use pricing::pricings;
use round::{End, Round, gather};

use super::PARTS;
use crate::grouping::Grouping;
use crate::problem::Problem;

/// Least share of the best known prices in those that are tried. It comes nearer to 1 by half when looks do not suffice; there is no use in
/// going very near.
const KEPT: f64 = 0.5;
const NEAREST: f64 = 0.95;
/// Part of the looks left that may go into gathering at a time.
const TO_GATHER: u64 = 3;
/// Prices tried without a better bound after which it ends.
const PATIENCE: usize = 20;

/// The best bound found in parts. It begins with prices in parts that suffice, by firm, and with a grouping that is known. It ends where the
/// bound is below `enough`.
pub(super) fn bound(
    problem: &Problem,
    pricings: &mut [Pricing],
    sufficient: Vec<i64>,
    found: &Grouping,
    enough: i64,
    looks: u64,
) -> i64 {
    let mut asked = known(problem, pricings, found);
    let mut kept = sufficient;
    let mut best: i64 = kept.iter().sum();
    let (mut left, mut share, mut idle) = (looks, KEPT, 0);
    while best >= enough && left > 0 && share < NEAREST && idle < PATIENCE {
        left = left.saturating_sub(gather(pricings, left / TO_GATHER, &mut asked));
        let between = |(kept, goal): (&i64, &f64)| (share * *kept as f64 + (1.0 - share) * goal) as i64;
        let prices = kept.iter().zip(asked.prices()).map(between).collect();
        let round = Round::of(pricings, prices, best, left, &mut asked);
        left = left.saturating_sub(round.looks);
        idle += 1;
        match round.end {
            End::Suffice => {
                best = round.prices.iter().sum();
                (kept, idle) = (round.prices, 0);
                share = KEPT.max(2.0 * share - 1.0);
            }
            End::Cut => share = (1.0 + share) / 2.0,
            End::Dear if round.new == 0 => break,
            End::Dear => {}
        }
    }
    best
}

/// What a grouping's own groups ask for: each firm its bonus and half of its pairs.
fn known(problem: &Problem, pricings: &[Pricing], found: &Grouping) -> Asked {
    let mut prices = vec![0; problem.len()];
    found.groups().concat().into_iter().for_each(|firm| prices[firm as usize] = problem.placed * PARTS);
    for pair in problem.pairs.iter().filter(|pair| pair.worth > 0) {
        if found.group(pair.a).is_some() && found.group(pair.a) == found.group(pair.b) {
            [pair.a, pair.b].iter().for_each(|&firm| prices[firm as usize] += pair.worth * PARTS / 2);
        }
    }
    prices.iter_mut().for_each(|price| *price = (*price).max(0));
    let mut asked = Asked::new(&prices);
    let mut turn = vec![usize::MAX; problem.len()];
    pricings.iter().enumerate().for_each(|(at, pricing)| turn[pricing.first()] = at);
    for group in found.groups() {
        let worth = group.iter().map(|&firm| prices[firm as usize]).sum();
        if let Some(&first) = group.iter().min_by_key(|&&firm| turn[firm as usize]) {
            asked.learn(first as usize, group, worth);
        }
    }
    asked
}
