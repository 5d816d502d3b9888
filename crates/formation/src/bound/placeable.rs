//! Who can be in a group at all: only who is among enough firms of different industries that could all meet.

use super::meetings::Meetings;
use crate::problem::{FirmNo, Problem};

/// Firms up to which it is asked; beyond that everybody counts as placeable.
const MOST_FIRMS: usize = 3_000;
/// Branches looked at for one firm, and for all; beyond that a firm counts as placeable.
const MOST_BRANCHES: u32 = 5_000;
const BRANCHES_OF_ALL: u32 = 100_000;

/// Whether each firm could be in some group.
pub(super) fn placeable(problem: &Problem, meetings: &Meetings<'_>) -> Vec<bool> {
    let joins_small =
        problem.anchors.iter().any(|anchor| !anchor.closed && anchor.members.len() < problem.least);
    let mut placeable = vec![true; problem.len()];
    if joins_small || problem.len() > MOST_FIRMS {
        return placeable;
    }
    // Who cannot be placed makes no group for others either.
    let mut fewer = true;
    let mut left = BRANCHES_OF_ALL;
    while fewer {
        fewer = false;
        for firm in 0..problem.len() {
            if placeable[firm]
                && !meetings.is_kept(firm)
                && !in_a_group(problem, meetings, &placeable, firm, &mut left)
            {
                placeable[firm] = false;
                fewer = true;
            }
        }
    }
    placeable
}

fn in_a_group(
    problem: &Problem,
    meetings: &Meetings<'_>,
    placeable: &[bool],
    firm: usize,
    left: &mut u32,
) -> bool {
    let firm = firm as FirmNo;
    let others =
        (0..problem.len() as FirmNo).filter(|&other| placeable[other as usize] && meetings.may(firm, other));
    let mut search = Search { meetings, left: MOST_BRANCHES.min(*left) };
    let most = search.left;
    let found = search.finds(&others.collect::<Vec<_>>(), problem.least.saturating_sub(1));
    *left -= most - search.left;
    found
}

struct Search<'a> {
    meetings: &'a Meetings<'a>,
    left: u32,
}

impl Search<'_> {
    /// Whether `wanted` of these could all meet; also if that is not found out in time.
    fn finds(&mut self, open: &[FirmNo], wanted: usize) -> bool {
        if wanted == 0 || self.left == 0 {
            return true;
        }
        self.left -= 1;
        (0..open.len()).any(|at| {
            let rest = &open[at + 1..];
            if self.industries(&open[at..]) < wanted {
                return false;
            }
            let meets: Vec<FirmNo> =
                rest.iter().copied().filter(|&other| self.meetings.may(open[at], other)).collect();
            self.finds(&meets, wanted - 1)
        })
    }

    /// How many of these could be of different industries at most.
    fn industries(&self, firms: &[FirmNo]) -> usize {
        let known: std::collections::BTreeSet<u32> =
            firms.iter().filter_map(|&firm| self.meetings.industry(firm)).collect();
        known.len() + firms.iter().filter(|firm| self.meetings.industry(**firm).is_none()).count()
    }
}
