//! Small problems, solved by looking at everything.

use crate::check::{Fault, faults};
use crate::grouping::Grouping;
use crate::problem::{FirmNo, Problem};

/// Firms up to which every division into groups is looked at: 3^14 is about five million.
const MOST_FIRMS: usize = 14;
/// The worth of what breaks a rule.
const FORBIDDEN: i64 = i64::MIN;

/// The best grouping of a small consistent problem with its worth, proven; none where the problem is too large.
pub fn solve(problem: &Problem) -> Option<(Grouping, i64)> {
    if problem.len() > MOST_FIRMS {
        return None;
    }
    let sets = 1usize << problem.len();
    let group: Vec<Option<i64>> = (0..sets).map(|set| worth_of(problem, set)).collect();
    let kept: usize =
        problem.anchors.iter().flat_map(|anchor| &anchor.members).map(|&firm| 1usize << firm).sum();
    // best[set]: the most that the firms of `set` can be worth; choice[set]: the group of its lowest firm, 0 if that is left out.
    let mut best = vec![FORBIDDEN; sets];
    best[0] = 0;
    let mut choice = vec![0usize; sets];
    for set in 1..sets {
        let lowest = set & set.wrapping_neg();
        let others = set ^ lowest;
        if lowest & kept == 0 {
            best[set] = best[others];
        }
        let mut part = others;
        loop {
            let with = part | lowest;
            if let Some(worth) = group[with]
                && best[set ^ with] > FORBIDDEN
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
    (best[sets - 1] > FORBIDDEN).then(|| (grouping(problem, &choice), best[sets - 1]))
}

fn grouping(problem: &Problem, choice: &[usize]) -> Grouping {
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
    grouping
}

/// The worth of a set as one group; none if a rule forbids it.
fn worth_of(problem: &Problem, set: usize) -> Option<i64> {
    let members: Vec<FirmNo> = (0..problem.len() as FirmNo).filter(|firm| set >> firm & 1 == 1).collect();
    let kept = problem.anchors.iter().any(|anchor| anchor.members.iter().any(|firm| members.contains(firm)));
    if members.is_empty() || !kept && !(problem.least..=problem.most).contains(&members.len()) {
        return None;
    }
    let mut grouping = Grouping::nobody(problem.len());
    for &firm in &members {
        grouping.of[firm as usize] = Some(0);
    }
    // Kept groups without a member in the set are other groups' business.
    let elsewhere = |fault: &Fault| match fault {
        Fault::LeftAnchor(firm) => problem.anchors.iter().any(|anchor| {
            anchor.members.contains(firm) && !anchor.members.iter().any(|member| members.contains(member))
        }),
        _ => false,
    };
    let holds = faults(problem, &grouping).iter().all(elsewhere);
    holds.then(|| grouping.worth(problem))
}
