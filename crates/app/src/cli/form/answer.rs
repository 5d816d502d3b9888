//! What came out, ready to be told.

use std::collections::BTreeMap;

use dure_domain::Place;
use dure_pool::{Account, Bound, Firm, Grouping, LeftOut, Posed, Rules, WhyLeft};

use super::lock::BadLock;
use super::read::{Bad, Read};

/// Everything that is known when groups have been formed.
pub struct Answer {
    /// The rules that groups keep.
    pub rules: Rules,
    /// The firms that take part.
    pub firms: Vec<Firm>,
    /// Row of the file for each firm.
    pub rows: Vec<u32>,
    /// Rows that do not take part.
    pub bad: Vec<Bad>,
    /// Rows of wishes that were not understood.
    pub bad_locks: Vec<(u32, BadLock)>,
    /// Whether distance counts for nothing because the file says nowhere where firms are.
    pub placeless: bool,
    /// The problem.
    pub posed: Posed,
    /// Who is in which group; numbered from 0 as groups are told.
    pub grouping: Grouping,
    /// What it is good for.
    pub account: Account,
    /// The seed.
    pub seed: u64,
    /// Moves tried.
    pub moves: u64,
    /// Whether somebody stopped the search.
    pub stopped: bool,
}

impl Answer {
    /// The firm of this number.
    pub fn firm(&self, number: u32) -> &Firm {
        &self.firms[number as usize]
    }

    /// Firms left out by one word for the reason, the commonest reason first.
    pub fn left_by_reason(&self) -> Vec<(&'static str, Vec<&LeftOut>)> {
        let mut by: BTreeMap<&'static str, Vec<&LeftOut>> = BTreeMap::new();
        for left in &self.account.left_out {
            by.entry(reason(&left.why)).or_default().push(left);
        }
        let mut by: Vec<_> = by.into_iter().collect();
        by.sort_by_key(|(_, left)| std::cmp::Reverse(left.len()));
        by
    }

    /// The place that most members of a group share.
    pub fn place_of(&self, members: &[u32]) -> Option<Place> {
        usual_place(&self.firms, members)
    }
}

/// One stable word for why a firm is left out.
pub const fn reason(why: &WhyLeft) -> &'static str {
    match why {
        WhyLeft::NobodyNear { .. } => "nobody_near",
        WhyLeft::TooFewNear { .. } => "too_few_near",
        WhyLeft::NoSeat { .. } => "no_seat",
        WhyLeft::OutOfReach { .. } => "out_of_reach",
        WhyLeft::NoMeetingPlace { .. } => "no_meeting_place",
        WhyLeft::Locked { .. } => "locked",
        WhyLeft::NoUse { .. } => "no_use",
        WhyLeft::CouldJoin { .. } => "could_join",
        WhyLeft::NoGroupFormed { .. } => "no_group_formed",
    }
}

/// One stable word for the bound.
pub const fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exhausted(_) => "exhausted",
        Bound::Circles(_) => "circles",
        Bound::BestPartners(_) => "best_partners",
    }
}

fn usual_place(firms: &[Firm], members: &[u32]) -> Option<Place> {
    let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
    for place in members.iter().filter_map(|firm| firms[*firm as usize].place) {
        *counts.entry(place).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)))
        .map(|(place, _)| place)
}

/// Numbers groups from 0 by place, those of one place by what they are worth: the order in which people look for them.
pub fn numbered(posed: &Posed, read: &Read, grouping: &Grouping) -> Grouping {
    let worth = |members: &Vec<u32>| {
        Grouping::from_groups(read.firms.len(), [members.as_slice()]).worth(&posed.problem)
    };
    let mut groups: Vec<_> = grouping
        .groups()
        .into_iter()
        .map(|members| (usual_place(&read.firms, &members), std::cmp::Reverse(worth(&members)), members))
        .collect();
    groups.sort();
    Grouping::from_groups(read.firms.len(), groups.iter().map(|(.., members)| members.as_slice()))
}
