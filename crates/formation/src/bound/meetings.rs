//! Who may be in one group with whom, for bounds.

use std::collections::BTreeSet;

use crate::problem::{FirmNo, Problem};

/// Who may be in one group with whom.
pub(super) struct Meetings<'a> {
    problem: &'a Problem,
    apart: BTreeSet<(FirmNo, FirmNo)>,
    kept: Vec<Option<usize>>,
}

impl<'a> Meetings<'a> {
    pub(super) fn of(problem: &'a Problem) -> Self {
        let mut kept = vec![None; problem.len()];
        for (at, anchor) in problem.anchors.iter().enumerate() {
            anchor.members.iter().for_each(|&firm| kept[firm as usize] = Some(at));
        }
        let apart = problem.apart.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        Self { problem, apart, kept }
    }

    pub(super) fn may(&self, a: FirmNo, b: FirmNo) -> bool {
        match (self.kept[a as usize], self.kept[b as usize]) {
            // Members of a kept group may break rules with each other.
            (Some(one), Some(other)) => one == other && a != b,
            (None, None) => a != b && self.problem.may_meet(a, b) && !self.are_apart(a, b),
            _ => self.problem.may_join(a, b) && !self.are_apart(a, b),
        }
    }

    fn are_apart(&self, a: FirmNo, b: FirmNo) -> bool {
        self.apart.contains(&(a.min(b), a.max(b)))
    }

    /// The industry that a firm has to itself in any group; none where there may be no such industry.
    pub(super) fn industry(&self, firm: FirmNo) -> Option<u32> {
        match self.kept[firm as usize] {
            Some(_) => None,
            None => self.problem.firms[firm as usize].classes.first().copied(),
        }
    }

    /// Whether a firm is in a kept group.
    pub(super) fn is_kept(&self, firm: usize) -> bool {
        self.kept[firm].is_some()
    }

    /// How many others a firm's group has room for.
    pub(super) fn room(&self, firm: usize) -> usize {
        let kept = self.kept[firm].map_or(0, |at| self.problem.anchors[at].members.len());
        self.problem.most.max(kept).saturating_sub(1)
    }
}
