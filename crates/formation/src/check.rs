//! The judge: whether a grouping keeps every rule, and what it is worth. Written from the rules alone; it shares nothing with the
//! search but the problem itself, and asks every pair of every group.

use std::collections::BTreeSet;

use crate::grouping::Grouping;
use crate::place::Point;
use crate::problem::{Anchor, FirmNo, Problem, Radius};

/// A rule that a grouping breaks.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// The grouping is of another number of firms.
    #[error("a grouping of {found} firms, the problem has {wanted}")]
    Length {
        /// In the problem.
        wanted: usize,
        /// In the grouping.
        found: usize,
    },
    /// Too small or too large.
    #[error("the group of firm {first} has {size} firms, allowed are {least} to {most}")]
    Size {
        /// The first of its members.
        first: FirmNo,
        /// How many it has.
        size: usize,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
    /// Two of one industry.
    #[error("firms {0} and {1} share an industry")]
    SameIndustry(FirmNo, FirmNo),
    /// Two too far apart.
    #[error("firms {0} and {1} are too far apart")]
    TooFar(FirmNo, FirmNo),
    /// No place is near enough to all.
    #[error("the group of firm {0} has no meeting place near enough to all")]
    NoMeetingPlace(FirmNo),
    /// A locked pair was divided.
    #[error("firms {0} and {1} are locked together")]
    Divided(FirmNo, FirmNo),
    /// A forbidden pair met.
    #[error("firms {0} and {1} must stay apart")]
    Met(FirmNo, FirmNo),
    /// A locked member is elsewhere.
    #[error("firm {0} left the group it is locked in")]
    LeftAnchor(FirmNo),
    /// Two kept groups became one, or somebody joined a closed one.
    #[error("firm {0} joined a group that is closed to it")]
    JoinedAnchor(FirmNo),
}

/// Everything that is wrong with a grouping; empty if it keeps the rules.
pub fn faults(problem: &Problem, grouping: &Grouping) -> Vec<Fault> {
    if grouping.of.len() != problem.len() {
        return vec![Fault::Length { wanted: problem.len(), found: grouping.of.len() }];
    }
    let mut faults = Vec::new();
    for members in grouping.groups() {
        let anchor =
            problem.anchors.iter().find(|anchor| anchor.members.iter().any(|firm| members.contains(firm)));
        check_size(problem, &members, anchor, &mut faults);
        check_pairs(problem, &members, &mut faults);
        check_meeting_place(problem, &members, anchor, &mut faults);
    }
    check_locks(problem, grouping, &mut faults);
    faults
}

/// What the grouping is worth if it keeps the rules.
///
/// # Errors
/// The first rule that it breaks.
pub fn worth(problem: &Problem, grouping: &Grouping) -> Result<i64, Fault> {
    match faults(problem, grouping).into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(grouping.worth(problem)),
    }
}

fn check_size(problem: &Problem, members: &[FirmNo], anchor: Option<&Anchor>, faults: &mut Vec<Fault>) {
    let (size, first) = (members.len(), members[0]);
    let locked = anchor.map_or(problem.least, |anchor| anchor.members.len());
    let (least, most) =
        (problem.least.min(locked), problem.most.max(anchor.map_or(0, |anchor| anchor.members.len())));
    if !(least..=most).contains(&size) {
        faults.push(Fault::Size { first, size, least, most });
    }
}

fn check_pairs(problem: &Problem, members: &[FirmNo], faults: &mut Vec<Fault>) {
    for (at, &a) in members.iter().enumerate() {
        for &b in &members[at + 1..] {
            // Members that are locked in one group may break the rules; that is the lock's own doing.
            if problem.anchors.iter().any(|anchor| anchor.members.contains(&a) && anchor.members.contains(&b))
            {
                continue;
            }
            let (one, other) = (&problem.firms[a as usize], &problem.firms[b as usize]);
            if one.classes.iter().any(|class| other.classes.contains(class)) {
                faults.push(Fault::SameIndustry(a, b));
            }
            if let (Radius::Pairwise(most), Some(km)) = (problem.radius, problem.km(one.point, other.point))
                && km > most
            {
                faults.push(Fault::TooFar(a, b));
            }
        }
    }
}

fn check_meeting_place(
    problem: &Problem,
    members: &[FirmNo],
    anchor: Option<&Anchor>,
    faults: &mut Vec<Fault>,
) {
    let Radius::MeetingPlace(most) = problem.radius else { return };
    let free: Vec<FirmNo> = members
        .iter()
        .copied()
        .filter(|firm| anchor.is_none_or(|anchor| !anchor.members.contains(firm)))
        .collect();
    let point = |firm: FirmNo| problem.firms.get(firm as usize).and_then(|firm| firm.point);
    let reaches = |place: Point| {
        free.iter().all(|&firm| problem.km(Some(place), point(firm)).is_none_or(|km| km <= most))
    };
    let places: Vec<Point> =
        match anchor.and_then(|anchor| anchor.meets_at.or(point(*anchor.members.first()?))) {
            Some(place) => vec![place],
            None => members.iter().copied().chain(0..problem.len() as FirmNo).filter_map(point).collect(),
        };
    if !places.is_empty() && !places.into_iter().any(reaches) {
        faults.push(Fault::NoMeetingPlace(members[0]));
    }
}

fn check_locks(problem: &Problem, grouping: &Grouping, faults: &mut Vec<Fault>) {
    let of = |firm: FirmNo| grouping.group(firm);
    for &(a, b) in &problem.together {
        if of(a) != of(b) {
            faults.push(Fault::Divided(a, b));
        }
    }
    for &(a, b) in &problem.apart {
        if of(a).is_some() && of(a) == of(b) {
            faults.push(Fault::Met(a, b));
        }
    }
    let mut taken = BTreeSet::new();
    for anchor in &problem.anchors {
        let Some(&first) = anchor.members.first() else { continue };
        let group = of(first);
        faults.extend(
            anchor
                .members
                .iter()
                .filter(|&&firm| of(firm).is_none() || of(firm) != group)
                .map(|&firm| Fault::LeftAnchor(firm)),
        );
        if group.is_some_and(|group| !taken.insert(group)) {
            faults.push(Fault::JoinedAnchor(first));
        }
        if anchor.closed && group.is_some() {
            let others = (0..).zip(&grouping.of).filter(|(_, other)| **other == group).map(|(firm, _)| firm);
            faults.extend(others.filter(|firm| !anchor.members.contains(firm)).map(Fault::JoinedAnchor));
        }
    }
}
