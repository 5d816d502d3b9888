//! Wishes put into the problem; those that the engine finds to contradict the rules or each other are left out and named.
//!
//! Kept groups come first, then pairs apart, then pairs together: who must not meet weighs more than who would like to.

use dure_formation::{Anchor, Clash, Contradiction};

use super::Posed;
use crate::firm::position;
use crate::trouble::{LockClash, Trouble};
use crate::wishes::{Kept, Wishes};

pub(super) fn take(wishes: &Wishes, posed: &mut Posed, troubles: &mut Vec<Trouble>) {
    let problem = &mut posed.problem;
    problem.anchors = wishes.kept.iter().map(anchor).collect();
    problem.apart.clone_from(&wishes.apart);
    problem.together.clone_from(&wishes.together);
    let (consistent, contradictions) = problem.consistent();
    let (anchors, apart, together) =
        (consistent.anchors.clone(), consistent.apart.clone(), consistent.together.clone());
    (problem.anchors, problem.apart, problem.together) = (anchors, apart, together);
    troubles.extend(contradictions.into_iter().filter_map(trouble));
}

fn anchor(kept: &Kept) -> Anchor {
    let meets_at = kept.meets_at.map(position).filter(|at| at.x.is_finite() && at.y.is_finite());
    Anchor { members: kept.members.clone(), closed: kept.closed, meets_at }
}

/// A contradiction in terms of the wishes; rules of size were mended before.
fn trouble(contradiction: Contradiction) -> Option<Trouble> {
    let lock = |a, b, clash| Some(Trouble::Lock { a, b, clash });
    match contradiction {
        Contradiction::Sizes { .. } => None,
        Contradiction::NoSuchFirm(firm) => lock(firm, firm, LockClash::NoSuchFirm),
        Contradiction::WithItself(firm) => lock(firm, firm, LockClash::Itself),
        Contradiction::KeptTwice(firm) => lock(firm, firm, LockClash::TwoGroups),
        Contradiction::KeptApart(a, b) => lock(a, b, LockClash::KeptTogether),
        Contradiction::Lock { a, b, why } => lock(
            a,
            b,
            match why {
                Clash::SameIndustry(one, other) => LockClash::SameIndustry { one, other },
                Clash::TooFar(one, other) => LockClash::TooFar { one, other },
                Clash::NoMeetingPlace => LockClash::TooFar { one: a, other: b },
                Clash::Apart(..) => LockClash::TogetherAndApart,
                Clash::TooMany { .. } => LockClash::TooMany,
                Clash::TwoKeptGroups => LockClash::TwoGroups,
                Clash::Closed => LockClash::Closed,
            },
        ),
    }
}
