//! Small problems, solved by looking at everything.

use crate::bound::Bound;
use crate::grouping::Grouping;
use crate::problem::{FirmNo, Problem};
use crate::solve::Answer;

/// Firms up to which every division into groups is looked at: 3^14 is about five million.
const MOST_FIRMS: usize = 14;

/// The best grouping of a small problem, proven; none where the problem is too large or keeps groups.
pub fn solve(problem: &Problem) -> Option<Answer> {
    if problem.len() > MOST_FIRMS || !problem.anchors.is_empty() {
        return None;
    }
    let sets = 1usize << problem.len();
    let group: Vec<Option<i64>> = (0..sets).map(|set| worth_of(problem, set)).collect();
    // best[set]: the most that the firms of `set` can be worth; choice[set]: the group of its lowest firm, 0 if that is left out.
    let mut best = vec![0i64; sets];
    let mut choice = vec![0usize; sets];
    for set in 1..sets {
        let lowest = set & set.wrapping_neg();
        let others = set ^ lowest;
        best[set] = best[others];
        let mut part = others;
        loop {
            let with = part | lowest;
            if let Some(worth) = group[with]
                && worth + best[set ^ with] > best[set]
            {
                (best[set], choice[set]) = (worth + best[set ^ with], with);
            }
            if part == 0 {
                break;
            }
            part = (part - 1) & others;
        }
    }
    Some(answer(problem, best[sets - 1], &choice))
}

fn answer(problem: &Problem, worth: i64, choice: &[usize]) -> Answer {
    let mut grouping = Grouping::nobody(problem.len());
    let mut set = choice.len() - 1;
    let mut number = 0;
    while set != 0 {
        let group = choice[set];
        if group == 0 {
            set &= set - 1;
            continue;
        }
        for firm in (0..problem.len()).filter(|firm| group >> firm & 1 == 1) {
            grouping.of[firm] = Some(number);
        }
        number += 1;
        set ^= group;
    }
    Answer { worth, grouping, bound: Bound::Exhausted(worth), moves: 0 }
}

/// The worth of a set as one group; none if a rule forbids it.
fn worth_of(problem: &Problem, set: usize) -> Option<i64> {
    let members: Vec<FirmNo> = (0..problem.len() as FirmNo).filter(|firm| set >> firm & 1 == 1).collect();
    if !(problem.least..=problem.most).contains(&members.len()) {
        return None;
    }
    let mut grouping = Grouping::nobody(problem.len());
    for &firm in &members {
        grouping.of[firm as usize] = Some(0);
    }
    crate::check::worth(problem, &grouping).ok()
}
