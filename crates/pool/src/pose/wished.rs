//! Wishes taken one by one; those that contradict the rules or earlier ones are refused.
//!
//! Kept groups come first, then pairs apart, then pairs together: who must not meet weighs more than who would like to.

use dure_formation::{Anchor, Radius};

use super::Posed;
use crate::firm::{FirmNo, position};
use crate::trouble::{LockClash, Trouble};
use crate::wishes::{Kept, Wishes};

pub(super) fn take(wishes: &Wishes, posed: &mut Posed, troubles: &mut Vec<Trouble>) {
    let mut blocks = Blocks::of(posed.problem.len());
    let mut refuse = |a: FirmNo, b: FirmNo, clash| troubles.push(Trouble::Lock { a, b, clash });
    for kept in &wishes.kept {
        keep(kept, posed, &mut blocks, &mut refuse);
    }
    for &(a, b) in &wishes.apart {
        match apart(posed, &blocks, a, b) {
            Ok(()) => posed.problem.apart.push((a, b)),
            Err(clash) => refuse(a, b, clash),
        }
    }
    for &(a, b) in &wishes.together {
        match together(posed, &blocks, a, b) {
            Ok(()) => {
                blocks.join(a, b);
                posed.problem.together.push((a, b));
            }
            Err(clash) => refuse(a, b, clash),
        }
    }
}

/// Firms that are in one group whatever happens: each with its block, and the kept group of a block.
struct Blocks {
    of: Vec<usize>,
    members: Vec<Vec<FirmNo>>,
    kept: Vec<Option<usize>>,
}

impl Blocks {
    fn of(firms: usize) -> Self {
        let members = (0..firms as FirmNo).map(|firm| vec![firm]).collect();
        Self { of: (0..firms).collect(), members, kept: vec![None; firms] }
    }

    fn block(&self, firm: FirmNo) -> usize {
        self.of[firm as usize]
    }

    fn join(&mut self, a: FirmNo, b: FirmNo) {
        let (into, from) = (self.block(a), self.block(b));
        if into == from {
            return;
        }
        let moved = std::mem::take(&mut self.members[from]);
        moved.iter().for_each(|firm| self.of[*firm as usize] = into);
        self.members[into].extend(moved);
        self.kept[into] = self.kept[into].or(self.kept[from]);
    }
}

fn keep(
    kept: &Kept,
    posed: &mut Posed,
    blocks: &mut Blocks,
    refuse: &mut impl FnMut(FirmNo, FirmNo, LockClash),
) {
    let number = posed.problem.anchors.len();
    let mut members: Vec<FirmNo> = Vec::new();
    for &firm in &kept.members {
        if firm as usize >= posed.problem.len() {
            refuse(firm, firm, LockClash::NoSuchFirm);
        } else if blocks.kept[blocks.block(firm)].is_some_and(|other| other != number) {
            refuse(firm, firm, LockClash::TwoGroups);
        } else if !members.contains(&firm) {
            members.push(firm);
            blocks.join(members[0], firm);
            let block = blocks.block(firm);
            blocks.kept[block] = Some(number);
        }
    }
    if !members.is_empty() {
        let meets_at = kept.meets_at.map(position).filter(|at| at.x.is_finite() && at.y.is_finite());
        posed.problem.anchors.push(Anchor { members, closed: kept.closed, meets_at });
    }
}

fn known(posed: &Posed, a: FirmNo, b: FirmNo) -> Result<(), LockClash> {
    if a.max(b) as usize >= posed.problem.len() {
        return Err(LockClash::NoSuchFirm);
    }
    if a == b { Err(LockClash::Itself) } else { Ok(()) }
}

fn apart(posed: &Posed, blocks: &Blocks, a: FirmNo, b: FirmNo) -> Result<(), LockClash> {
    known(posed, a, b)?;
    if blocks.block(a) == blocks.block(b) { Err(LockClash::KeptTogether) } else { Ok(()) }
}

fn together(posed: &Posed, blocks: &Blocks, a: FirmNo, b: FirmNo) -> Result<(), LockClash> {
    known(posed, a, b)?;
    let (one, other) = (blocks.block(a), blocks.block(b));
    if one == other {
        return Ok(());
    }
    let kept = [one, other].map(|block| blocks.kept[block]);
    if kept.iter().all(Option::is_some) {
        return Err(LockClash::TwoGroups);
    }
    let anchor = kept.iter().flatten().next().map(|kept| &posed.problem.anchors[*kept]);
    if anchor.is_some_and(|anchor| anchor.closed) {
        return Err(LockClash::Closed);
    }
    let most = posed.problem.most.max(anchor.map_or(0, |anchor| anchor.members.len()));
    if blocks.members[one].len() + blocks.members[other].len() > most {
        return Err(LockClash::TooMany);
    }
    for &x in &blocks.members[one] {
        for &y in &blocks.members[other] {
            meet(posed, x, y)?;
        }
    }
    match anchor {
        Some(anchor) => reaches(posed, anchor, &blocks.members[if kept[0].is_some() { other } else { one }]),
        None => Ok(()),
    }
}

fn meet(posed: &Posed, one: FirmNo, other: FirmNo) -> Result<(), LockClash> {
    let forbidden = posed.problem.apart.iter().any(|pair| *pair == (one, other) || *pair == (other, one));
    if forbidden {
        return Err(LockClash::TogetherAndApart);
    }
    if posed.rivals(one, other) {
        return Err(LockClash::SameIndustry { one, other });
    }
    match posed.distances.near(posed.problem.radius, one, other) {
        true => Ok(()),
        false => Err(LockClash::TooFar { one, other }),
    }
}

/// Whether those who join a kept group are near enough to where it meets.
fn reaches(posed: &Posed, anchor: &Anchor, joining: &[FirmNo]) -> Result<(), LockClash> {
    let Radius::MeetingPlace(most) = posed.problem.radius else { return Ok(()) };
    let point = |firm: FirmNo| posed.problem.firms[firm as usize].point;
    let place = anchor.meets_at.or_else(|| point(anchor.members[0]));
    let far = |firm: &&FirmNo| posed.problem.km(place, point(**firm)).is_some_and(|km| km > most);
    match joining.iter().find(far) {
        Some(firm) => Err(LockClash::TooFar { one: *firm, other: anchor.members[0] }),
        None => Ok(()),
    }
}
