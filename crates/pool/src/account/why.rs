//! Why firms are left out.
//!
//! Looked for in the order in which a person would ask: is anybody near at all, enough of different industries, is there a group within
//! reach, has it a seat, would it be of use.

use std::collections::{BTreeMap, BTreeSet};

use dure_formation::Grouping;

use super::{LeftOut, Taken, WhyLeft};
use crate::firm::FirmNo;
use crate::hand::{Block, Groups, Move, moves};
use crate::pose::Posed;

pub(super) fn all(posed: &Posed, grouping: &Grouping) -> Vec<LeftOut> {
    let groups = Groups::of(posed, grouping);
    let blocks = partners(posed);
    let left = grouping.left_out();
    left.into_iter()
        .map(|firm| {
            let with = blocks.get(&firm).map(|block| without(block, firm)).unwrap_or_default();
            LeftOut { firm, why: why(posed, &groups, firm, with) }
        })
        .collect()
}

fn without(block: &BTreeSet<FirmNo>, firm: FirmNo) -> Vec<FirmNo> {
    block.iter().copied().filter(|other| *other != firm).collect()
}

/// Firms locked together, by each of them.
fn partners(posed: &Posed) -> BTreeMap<FirmNo, BTreeSet<FirmNo>> {
    let mut blocks: BTreeMap<FirmNo, BTreeSet<FirmNo>> = BTreeMap::new();
    for &(a, b) in &posed.problem.together {
        let mut block = blocks.get(&a).cloned().unwrap_or_else(|| [a].into());
        block.extend(blocks.get(&b).cloned().unwrap_or_else(|| [b].into()));
        for firm in block.clone() {
            blocks.insert(firm, block.clone());
        }
    }
    blocks
}

fn why(posed: &Posed, groups: &Groups, firm: FirmNo, with: Vec<FirmNo>) -> WhyLeft {
    let around = Around::of(posed, firm);
    if around.near == 0 {
        return WhyLeft::NobodyNear { nearest: posed.distances.nearest(firm) };
    }
    let moves = moves(posed, groups, firm);
    if let Some(best) = moves.iter().find(|one| one.blocks.is_empty()) {
        let (group, gain) = (best.group, best.gain);
        return match () {
            () if !with.is_empty() => WhyLeft::Locked { with },
            () if gain > 0 => WhyLeft::CouldJoin { group, gain },
            () => WhyLeft::NoUse { group, gain },
        };
    }
    seats(posed, firm, &moves)
        .or_else(|| around.too_few(posed.problem.least))
        .or_else(|| out_of_reach(&moves))
        .unwrap_or(WhyLeft::NoGroupFormed { able: around.able })
}

/// Who is around a firm.
struct Around {
    near: usize,
    able: usize,
    rivals: usize,
}

impl Around {
    fn of(posed: &Posed, firm: FirmNo) -> Self {
        let mut around = Self { near: 0, able: 0, rivals: 0 };
        let mut industries = BTreeSet::new();
        for other in (0..posed.problem.len() as FirmNo).filter(|other| *other != firm) {
            if !posed.distances.near(posed.problem.radius, firm, other) {
                continue;
            }
            around.near += 1;
            if posed.rivals(firm, other) {
                around.rivals += 1;
            } else {
                match posed.problem.firms[other as usize].classes.first() {
                    Some(class) => around.able += usize::from(industries.insert(*class)),
                    None => around.able += 1,
                }
            }
        }
        around
    }

    fn too_few(&self, least: usize) -> Option<WhyLeft> {
        let Self { near, able, rivals } = *self;
        (able + 1 < least).then_some(WhyLeft::TooFewNear { near, able, rivals, least })
    }
}

/// Groups within reach, none of which has a seat.
fn seats(posed: &Posed, firm: FirmNo, moves: &[Move]) -> Option<WhyLeft> {
    let far = |one: &Move| {
        one.blocks.iter().any(|block| matches!(block, Block::TooFar { .. } | Block::NoMeetingPlace))
    };
    let (mut taken, mut full, mut closed, mut apart) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for one in moves.iter().filter(|one| !far(one)) {
        for block in &one.blocks {
            match *block {
                Block::SameIndustry { rival } => taken.push(Taken { group: one.group, rival }),
                Block::Full => full.push(one.group),
                Block::Closed => closed.push(one.group),
                Block::KeptApart { from } => apart.push((one.group, from)),
                Block::TooFar { .. } | Block::NoMeetingPlace => {}
            }
        }
    }
    let km = |taken: &Taken| posed.km(firm, taken.rival).unwrap_or(0.0);
    taken.sort_by(|a, b| km(a).total_cmp(&km(b)).then(a.group.cmp(&b.group)));
    taken.dedup_by_key(|taken| taken.group);
    let any = !(taken.is_empty() && full.is_empty() && closed.is_empty() && apart.is_empty());
    any.then_some(WhyLeft::NoSeat { taken, full, closed, apart })
}

/// The group that a firm would come nearest to joining: the least far member that stands in the way.
fn out_of_reach(moves: &[Move]) -> Option<WhyLeft> {
    let farthest = |one: &Move| {
        let far = one.blocks.iter().filter_map(|block| match *block {
            Block::TooFar { member, km } => Some((member, km)),
            _ => None,
        });
        far.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(member, km)| (one.group, member, km))
    };
    let nearest = moves.iter().filter_map(farthest).min_by(|a, b| a.2.total_cmp(&b.2));
    let place = || moves.iter().find(|one| one.blocks.contains(&Block::NoMeetingPlace)).map(|one| one.group);
    nearest
        .map(|(group, member, km)| WhyLeft::OutOfReach { group, member, km })
        .or_else(|| place().map(|group| WhyLeft::NoMeetingPlace { group }))
}
