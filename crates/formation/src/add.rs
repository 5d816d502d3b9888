//! One firm more: into which group, and why not into the others.

use crate::check;
use crate::grouping::Grouping;
use crate::problem::{FirmNo, Problem, Radius};

/// Why a firm cannot join a group.
#[derive(Debug, Clone, PartialEq)]
pub enum Blocked {
    /// A member has the same industry.
    SameIndustry(FirmNo),
    /// A member is too far away: so many km.
    TooFar(FirmNo, f64),
    /// A member with whom it must not meet.
    KeptApart(FirmNo),
    /// The group has as many firms as it may have.
    Full,
    /// The group takes nobody.
    Closed,
    /// No meeting place would be near enough to all.
    NoMeetingPlace,
}

/// What joining a group would mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Joining {
    /// Its members.
    pub members: Vec<FirmNo>,
    /// What would be gained.
    pub gain: i64,
    /// What stands in the way, member by member; nothing if it may join.
    pub blocked: Vec<Blocked>,
}

/// Every group with what the firm would bring to it: those that it may join first, the best of them on top.
pub fn joinings(problem: &Problem, grouping: &Grouping, firm: FirmNo) -> Vec<Joining> {
    let mut all: Vec<Joining> = grouping
        .groups()
        .into_iter()
        .filter(|members| !members.contains(&firm))
        .map(|members| joining(problem, members, firm))
        .collect();
    all.sort_by_key(|joining| (!joining.blocked.is_empty(), std::cmp::Reverse(joining.gain)));
    all
}

/// The grouping with the firm in the best group that it may join; none if there is no such group.
pub fn place_one(problem: &Problem, grouping: &Grouping, firm: FirmNo) -> Option<Grouping> {
    let best = joinings(problem, grouping, firm).into_iter().find(|joining| joining.blocked.is_empty())?;
    let mut with = grouping.clone();
    with.of[firm as usize] = with.of[best.members[0] as usize];
    // Of wishes that cannot be kept, and of faults that are there already, joining is not to blame.
    let problem = problem.consistent().0;
    let before = check::faults(&problem, grouping);
    check::faults(&problem, &with).iter().all(|fault| before.contains(fault)).then_some(with)
}

fn joining(problem: &Problem, members: Vec<FirmNo>, firm: FirmNo) -> Joining {
    let mut blocked: Vec<Blocked> = members.iter().filter_map(|&member| bar(problem, firm, member)).collect();
    let anchor = problem.anchors.iter().find(|anchor| anchor.members.iter().any(|one| members.contains(one)));
    if anchor.is_some_and(|anchor| anchor.closed) {
        blocked.push(Blocked::Closed);
    }
    if members.len() >= problem.most {
        blocked.push(Blocked::Full);
    }
    let with: Vec<FirmNo> = members.iter().copied().chain([firm]).collect();
    let alone = Grouping::from_groups(problem.len(), [with.as_slice()]);
    if check::faults(problem, &alone).iter().any(|fault| matches!(fault, check::Fault::NoMeetingPlace(_))) {
        blocked.push(Blocked::NoMeetingPlace);
    }
    let shared = problem.pairs.iter().filter(|pair| {
        (pair.a == firm && members.contains(&pair.b)) || (pair.b == firm && members.contains(&pair.a))
    });
    let gain = problem.placed + shared.map(|pair| pair.worth).sum::<i64>();
    Joining { members, gain, blocked }
}

fn bar(problem: &Problem, firm: FirmNo, member: FirmNo) -> Option<Blocked> {
    let (one, other) = (&problem.firms[firm as usize], &problem.firms[member as usize]);
    if one.classes.iter().any(|class| other.classes.contains(class)) {
        return Some(Blocked::SameIndustry(member));
    }
    if problem.apart.iter().any(|&(a, b)| (a, b) == (firm, member) || (b, a) == (firm, member)) {
        return Some(Blocked::KeptApart(member));
    }
    let km = problem.km(one.point, other.point)?;
    match problem.radius {
        Radius::Pairwise(most) if km > most => Some(Blocked::TooFar(member, km)),
        _ => None,
    }
}

/// A firm that would help a group, with what it would bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recruit {
    /// Which firm.
    pub firm: FirmNo,
    /// Its first industry, none if it has none.
    pub class: Option<u32>,
    /// What it would bring.
    pub gain: i64,
}

/// Firms outside any group that may join this one, the most useful first: whom to recruit for its vacant seats. The first of each
/// industry names the industry that would help most.
pub fn recruits(problem: &Problem, grouping: &Grouping, member: FirmNo) -> Vec<Recruit> {
    let Some(group) = grouping.of[member as usize] else { return Vec::new() };
    let members: Vec<FirmNo> =
        (0..).zip(&grouping.of).filter(|(_, of)| **of == Some(group)).map(|(firm, _)| firm).collect();
    let mut recruits: Vec<Recruit> = grouping
        .left_out()
        .into_iter()
        .map(|firm| (firm, joining(problem, members.clone(), firm)))
        .filter(|(_, joining)| joining.blocked.is_empty())
        .map(|(firm, joining)| Recruit {
            firm,
            class: problem.firms[firm as usize].classes.first().copied(),
            gain: joining.gain,
        })
        .collect();
    recruits.sort_by_key(|recruit| (std::cmp::Reverse(recruit.gain), recruit.firm));
    recruits
}
