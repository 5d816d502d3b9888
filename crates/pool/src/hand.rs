//! Moving firms by hand: what a move would bring, what stands in its way, what it breaks.

use std::collections::{BTreeMap, BTreeSet};

use dure_formation::{Grouping, Radius, check};
use serde::{Deserialize, Serialize};

use crate::firm::FirmNo;
use crate::pose::Posed;

/// What stands in the way of joining a group.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "block")]
pub enum Block {
    /// A member has the same industry.
    SameIndustry {
        /// That member.
        rival: FirmNo,
    },
    /// A member is too far away.
    TooFar {
        /// That member.
        member: FirmNo,
        /// How many km away.
        km: f64,
    },
    /// A member whom it must not meet.
    KeptApart {
        /// That member.
        from: FirmNo,
    },
    /// The group has as many firms as it may have.
    Full,
    /// The group takes nobody.
    Closed,
    /// No meeting place would be near enough to all.
    NoMeetingPlace,
}

/// What putting a firm into a group would mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// The number of the group.
    pub group: u32,
    /// What the group would gain.
    pub gain: i64,
    /// What stands in the way, member by member; nothing if the firm may join.
    pub blocks: Vec<Block>,
}

/// The members of each group, gathered once for many questions.
pub(crate) struct Groups {
    members: BTreeMap<u32, Vec<FirmNo>>,
    gains: BTreeMap<FirmNo, Vec<(FirmNo, i64)>>,
}

impl Groups {
    pub fn of(posed: &Posed, grouping: &Grouping) -> Self {
        let mut groups = Self { members: BTreeMap::new(), gains: BTreeMap::new() };
        for (firm, group) in (0..).zip(&grouping.of) {
            if let Some(group) = group {
                groups.members.entry(*group).or_default().push(firm);
            }
        }
        for pair in &posed.problem.pairs {
            groups.gains.entry(pair.a).or_default().push((pair.b, pair.worth));
            groups.gains.entry(pair.b).or_default().push((pair.a, pair.worth));
        }
        groups
    }
}

/// Every other group with what it would gain by the firm and what stands in the way: those that it may join first, the best on top.
pub fn would(posed: &Posed, grouping: &Grouping, firm: FirmNo) -> Vec<Move> {
    if firm as usize >= posed.problem.len() || grouping.of.len() != posed.problem.len() {
        return Vec::new();
    }
    let mut groups = Groups::of(posed, grouping);
    if let Some(own) = grouping.of[firm as usize] {
        groups.members.remove(&own);
    }
    moves(posed, &groups, firm)
}

/// Puts everyone who is left out into the best group that may take them, as long as that brings something: the last touch after a search
/// that was cut short, or after moves by hand.
pub fn seat_left_out(posed: &Posed, grouping: &Grouping) -> Grouping {
    let mut seated = grouping.clone();
    if grouping.of.len() != posed.problem.len() {
        return seated;
    }
    let locked: BTreeSet<FirmNo> = posed.problem.together.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let mut groups = Groups::of(posed, grouping);
    for firm in grouping.left_out().into_iter().filter(|firm| !locked.contains(firm)) {
        let best = moves(posed, &groups, firm).into_iter().next();
        if let Some(best) = best.filter(|best| best.blocks.is_empty() && best.gain > 0) {
            seated.of[firm as usize] = Some(best.group);
            groups.members.entry(best.group).or_default().push(firm);
        }
    }
    seated
}

pub(crate) fn moves(posed: &Posed, groups: &Groups, firm: FirmNo) -> Vec<Move> {
    let of: BTreeMap<FirmNo, i64> = groups.gains.get(&firm).into_iter().flatten().copied().collect();
    let mut all: Vec<Move> = groups
        .members
        .iter()
        .map(|(group, members)| {
            let shared: i64 = members.iter().filter_map(|member| of.get(member)).sum();
            Move { group: *group, gain: posed.problem.placed + shared, blocks: blocks(posed, members, firm) }
        })
        .collect();
    all.sort_by_key(|one| (!one.blocks.is_empty(), std::cmp::Reverse(one.gain), one.group));
    all
}

fn blocks(posed: &Posed, members: &[FirmNo], firm: FirmNo) -> Vec<Block> {
    let problem = &posed.problem;
    let mut blocks: Vec<Block> = members.iter().filter_map(|member| bar(posed, firm, *member)).collect();
    let anchor = problem.anchors.iter().find(|anchor| anchor.members.iter().any(|one| members.contains(one)));
    if anchor.is_some_and(|anchor| anchor.closed) {
        blocks.push(Block::Closed);
    }
    if members.len() >= problem.most {
        blocks.push(Block::Full);
    }
    if let Radius::MeetingPlace(most) = problem.radius
        && !has_meeting_place(posed, members, firm, most)
    {
        blocks.push(Block::NoMeetingPlace);
    }
    blocks
}

fn bar(posed: &Posed, firm: FirmNo, member: FirmNo) -> Option<Block> {
    if posed.rivals(firm, member) {
        return Some(Block::SameIndustry { rival: member });
    }
    if posed.problem.apart.iter().any(|pair| *pair == (firm, member) || *pair == (member, firm)) {
        return Some(Block::KeptApart { from: member });
    }
    match (posed.problem.radius, posed.km(firm, member)) {
        (Radius::Pairwise(most), Some(km)) if km > most => Some(Block::TooFar { member, km }),
        _ => None,
    }
}

/// Whether some place is near enough to all who are not kept anyway: a kept group's own, else that of any firm.
fn has_meeting_place(posed: &Posed, members: &[FirmNo], firm: FirmNo, most: f64) -> bool {
    let problem = &posed.problem;
    let with: Vec<FirmNo> = members.iter().copied().chain([firm]).collect();
    let anchor = problem.anchors.iter().find(|anchor| anchor.members.iter().any(|one| with.contains(one)));
    let point = |firm: FirmNo| problem.firms[firm as usize].point;
    let kept = |member: &FirmNo| anchor.is_some_and(|anchor| anchor.members.contains(member));
    let free: Vec<FirmNo> = with.iter().copied().filter(|member| !kept(member)).collect();
    if let Some(own) = anchor.and_then(|anchor| anchor.meets_at.or(point(*anchor.members.first()?))) {
        return free.iter().all(|one| problem.km(Some(own), point(*one)).is_none_or(|km| km <= most));
    }
    let near = |place: FirmNo| free.iter().all(|one| posed.km(place, *one).is_none_or(|km| km <= most));
    let mut places = (0..problem.len() as FirmNo).filter(|place| point(*place).is_some()).peekable();
    places.peek().is_none() || places.any(near)
}

/// A rule that a grouping made by hand breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum Fault {
    /// The grouping is of another number of firms.
    OtherPool,
    /// A group has too few or too many firms.
    Size {
        /// The group.
        group: u32,
        /// How many it has.
        size: usize,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
    /// Two of one industry.
    SameIndustry {
        /// One.
        a: FirmNo,
        /// The other.
        b: FirmNo,
    },
    /// Two too far apart.
    TooFar {
        /// One.
        a: FirmNo,
        /// The other.
        b: FirmNo,
        /// How many km apart.
        km: f64,
    },
    /// No place is near enough to all of a group.
    NoMeetingPlace {
        /// The group.
        group: u32,
    },
    /// Two that must be together are not.
    Divided {
        /// One.
        a: FirmNo,
        /// The other.
        b: FirmNo,
    },
    /// Two that must stay apart met.
    Met {
        /// One.
        a: FirmNo,
        /// The other.
        b: FirmNo,
    },
    /// A member that is kept in a group is elsewhere.
    LeftKept {
        /// The firm.
        firm: FirmNo,
    },
    /// A firm is in a kept group that is closed to it.
    JoinedClosed {
        /// The firm.
        firm: FirmNo,
    },
}

/// Everything that a grouping breaks, by the engine's judge; empty if it keeps all rules.
pub fn faults(posed: &Posed, grouping: &Grouping) -> Vec<Fault> {
    let group = |firm: FirmNo| grouping.of[firm as usize].unwrap_or_default();
    let of = |fault| match fault {
        check::Fault::Length { .. } => Fault::OtherPool,
        check::Fault::Size { first, size, least, most } => {
            Fault::Size { group: group(first), size, least, most }
        }
        check::Fault::SameIndustry(a, b) => Fault::SameIndustry { a, b },
        check::Fault::TooFar(a, b) => Fault::TooFar { a, b, km: posed.km(a, b).unwrap_or_default() },
        check::Fault::NoMeetingPlace(first) => Fault::NoMeetingPlace { group: group(first) },
        check::Fault::Divided(a, b) => Fault::Divided { a, b },
        check::Fault::Met(a, b) => Fault::Met { a, b },
        check::Fault::LeftAnchor(firm) => Fault::LeftKept { firm },
        check::Fault::JoinedAnchor(firm) => Fault::JoinedClosed { firm },
    };
    check::faults(&posed.problem, grouping).into_iter().map(of).collect()
}
