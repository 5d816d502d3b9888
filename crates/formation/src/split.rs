//! A group into two subgroups: all ways are looked at.

use crate::grouping::Grouping;
use crate::problem::{FirmNo, Problem};

/// Members up to which every way is looked at: 2^19 divisions.
pub const MOST_MEMBERS: usize = 20;

/// The best division of a group into two subgroups of `least` members or more, worth the most within both. The first member is in the
/// first subgroup. None where the group is too large or too small, or locks forbid every division.
pub fn split(problem: &Problem, members: &[FirmNo], least: usize) -> Option<(Vec<FirmNo>, Vec<FirmNo>)> {
    let count = members.len();
    if count > MOST_MEMBERS || count < 2 * least.max(1) {
        return None;
    }
    let at = |firm: FirmNo| members.iter().position(|&member| member == firm);
    let mut worth = vec![vec![0i64; count]; count];
    for pair in &problem.pairs {
        if let (Some(a), Some(b)) = (at(pair.a), at(pair.b)) {
            worth[a][b] += pair.worth;
            worth[b][a] += pair.worth;
        }
    }
    let locked = |pairs: &[(FirmNo, FirmNo)]| -> Vec<u32> {
        pairs.iter().filter_map(|&(a, b)| Some(1 << at(a)? | 1 << at(b)?)).collect()
    };
    let (together, apart) = (locked(&problem.together), locked(&problem.apart));
    let allowed = |set: u32| {
        let size = set.count_ones() as usize;
        size >= least
            && count - size >= least
            && together.iter().all(|pair| set & pair == 0 || set & pair == *pair)
            && apart.iter().all(|pair| set & pair != 0 && set & pair != *pair)
    };
    // In the order of a Gray code one member changes sides at a time; the cut is what is lost between the two.
    let mut set = 0u32;
    let mut cut = 0i64;
    let mut best: Option<(i64, u32)> = None;
    for step in 1u32..1 << (count - 1) {
        let moved = step.trailing_zeros() as usize + 1;
        let joins = set >> moved & 1 == 0;
        let sum: i64 =
            (0..count)
                .filter(|&other| other != moved)
                .map(|other| {
                    if (set >> other & 1 == 1) == joins { -worth[moved][other] } else { worth[moved][other] }
                })
                .sum();
        cut += sum;
        set ^= 1 << moved;
        if allowed(set) && best.is_none_or(|(least, _)| cut < least) {
            best = Some((cut, set));
        }
    }
    let (_, set) = best?;
    let side = |second: bool| {
        (0..count).filter(|&at| (set >> at & 1 == 1) == second).map(|at| members[at]).collect()
    };
    Some((side(false), side(true)))
}

/// What two subgroups are worth within.
pub fn worth(problem: &Problem, one: &[FirmNo], other: &[FirmNo]) -> i64 {
    let grouping = Grouping::from_groups(problem.len(), [one, other]);
    grouping.worth(problem) - problem.placed * grouping.placed() as i64
}
