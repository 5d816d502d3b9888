//! One group: where it is and what it is good for.

use std::collections::BTreeMap;

use dure_domain::LatLon;
use dure_formation::{Grouping, Weights};

use super::{GroupAccount, Mutual};
use crate::firm::{Firm, FirmNo};
use crate::pose::Posed;

/// Pairs named per group.
const STRENGTHS: usize = 8;
/// Pairs in which one firm is named.
const PAIRS_PER_FIRM: usize = 3;

pub(super) fn all(
    posed: &Posed,
    firms: &[Firm],
    weights: &Weights,
    grouping: &Grouping,
) -> Vec<GroupAccount> {
    let mut members: BTreeMap<u32, Vec<FirmNo>> = BTreeMap::new();
    for (firm, group) in (0..).zip(&grouping.of) {
        if let Some(group) = group {
            members.entry(*group).or_default().push(firm);
        }
    }
    let worth = worths(posed, grouping);
    let of_group = |(number, members): (u32, Vec<FirmNo>)| {
        let bonus = posed.problem.placed * members.len() as i64;
        let worth = worth.get(&number).copied().unwrap_or_default() + bonus;
        GroupAccount { worth, ..one(posed, firms, weights, number, members) }
    };
    members.into_iter().map(of_group).collect()
}

fn worths(posed: &Posed, grouping: &Grouping) -> BTreeMap<u32, i64> {
    let mut worth: BTreeMap<u32, i64> = BTreeMap::new();
    for pair in &posed.problem.pairs {
        let (a, b) = (grouping.of[pair.a as usize], grouping.of[pair.b as usize]);
        if let Some(group) = a.filter(|_| a == b) {
            *worth.entry(group).or_default() += pair.worth;
        }
    }
    worth
}

/// All of a group but its worth.
fn one(posed: &Posed, firms: &[Firm], weights: &Weights, number: u32, members: Vec<FirmNo>) -> GroupAccount {
    let mutual = mutual(posed, weights, &members);
    let linked = |firm: &FirmNo| mutual.iter().any(|pair| pair.a == *firm || pair.b == *firm);
    GroupAccount {
        number,
        worth: 0,
        widest_km: widest(posed, &members),
        centre: centre(firms, &members),
        unlinked: members.iter().copied().filter(|firm| !linked(firm)).collect(),
        strengths: strongest(mutual),
        members,
    }
}

fn widest(posed: &Posed, members: &[FirmNo]) -> Option<f64> {
    let pairs = members.iter().enumerate().flat_map(|(at, a)| members[at + 1..].iter().map(move |b| (a, b)));
    pairs.filter_map(|(a, b)| posed.km(*a, *b)).max_by(f64::total_cmp)
}

fn centre(firms: &[Firm], members: &[FirmNo]) -> Option<LatLon> {
    let known: Vec<LatLon> = members.iter().filter_map(|firm| firms.get(*firm as usize)?.at()).collect();
    let count = known.len() as f64;
    let mean = |of: fn(&LatLon) -> f64| known.iter().map(of).sum::<f64>() / count;
    (!known.is_empty()).then(|| LatLon { lat: mean(|at| at.lat), lon: mean(|at| at.lon) })
}

/// All pairs of members of whom one gives something to the other, worth most first.
fn mutual(posed: &Posed, weights: &Weights, members: &[FirmNo]) -> Vec<Mutual> {
    let words =
        |from, to| posed.link(from, to).map(|link| (link.points, link.words.clone())).unwrap_or_default();
    let mut pairs = Vec::new();
    for (at, &a) in members.iter().enumerate() {
        for &b in &members[at + 1..] {
            let ((there, a_gives), (back, b_gives)) = (words(a, b), words(b, a));
            if there + back > 0 {
                let worth = weights.benefit * (there + back) + weights.reciprocity * there.min(back)
                    - weights.imbalance * (there - back).abs();
                pairs.push(Mutual { a, b, worth, a_gives, b_gives });
            }
        }
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.worth), pair.a, pair.b));
    pairs
}

/// The best pairs, with no firm in too many of them.
fn strongest(pairs: Vec<Mutual>) -> Vec<Mutual> {
    let mut named: BTreeMap<FirmNo, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for pair in pairs {
        let often = [pair.a, pair.b].iter().any(|firm| named.get(firm).is_some_and(|n| *n >= PAIRS_PER_FIRM));
        if kept.len() < STRENGTHS && !often {
            [pair.a, pair.b].iter().for_each(|firm| *named.entry(*firm).or_default() += 1);
            kept.push(pair);
        }
    }
    kept
}
